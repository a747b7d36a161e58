"""Conformal risk control (Angelopoulos et al., arXiv 2208.02814): how high the bar must be for a promise to hold.

One reviewed unit is one curriculum document that a district labelled. Its loss at a threshold: of the counted standards
of its grades that its labels do not name, the share that some passage of it reaches. The loss is at most 1 and falls as
the threshold rises, so the least threshold with n/(n+1) x mean loss + 1/(n+1) <= alpha keeps the expected loss of the
next unit of the same kind at or below alpha.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from curalign.domain.guarantees import Bound, Guarantee, Promise
from curalign.domain.labels import Label, by_document
from curalign.domain.links import Alignment, Thresholds
from curalign.domain.materials import Kind, Material
from curalign.domain.reviews import Sample
from curalign.domain.standards import Standard

STEPS = 10_000
"""Thresholds are whole numbers of this part, so that what is printed is what was used."""

_ROUNDING = 1e-9

Probabilities = NDArray[np.float64]


def find_guarantee(alignment: Alignment, labels: Iterable[Label], alpha: float) -> Guarantee:
    """What the units that were reviewed promise about this alignment, and from which probability on.

    Args:
        alignment: Every judged pair of the district.
        labels: What lessons of the reviewed units teach.
        alpha: The share (0 to 1) of what a unit does not teach that may be called taught by it.

    Returns:
        A bound per subject, from the units that teach it, where some subject has enough of them; else one from all
        units together. `found` is measured at the alignment's own partial threshold where that is the higher one.

    """
    reviewed = _review(alignment, labels)
    counted = _answered_for(alignment)
    subjects = sorted({standard.subject for standard in counted} - {""})
    bounds = [_bound(reviewed, subject, alpha, alignment.thresholds) for subject in subjects]
    if len(subjects) == 1 or any(not bound.missing for bound in bounds):
        return Guarantee(alpha, tuple(bounds))
    return Guarantee(alpha, (_bound(reviewed, "", alpha, alignment.thresholds),))


def find_promise(sample: Sample, alpha: float) -> Promise:
    """What standards that people found not taught promise of the list of those that are called taught.

    A standard that was drawn at random stands for the others of its district; its loss is 1 where it is not taught and
    called so. Standards are drawn in proportion within strata, which is taken for drawn at random.

    Args:
        sample: What people answered.
        alpha: The share (0 to 1) of the standards that are not taught that may be called taught.

    Returns:
        The promise, with a threshold on what was measured before anybody answered.

    """
    untaught = [np.array([sample.model[standard]]) for standard, taught in sample.drawn.items() if not taught]
    needed = units_needed(alpha)
    threshold = least_threshold(untaught, alpha) if len(untaught) >= needed else None
    return Promise(alpha, len(untaught), needed, threshold)


def raise_thresholds(thresholds: Thresholds, guarantee: Guarantee) -> Thresholds:
    """The thresholds under which a guarantee holds.

    They are raised where it asks for more and never lowered: above its threshold the loss can only be less. PD keeps
    its own, for units say nothing about it.

    Args:
        thresholds: The probabilities from which a link counts as full and as partial.
        guarantee: What reviewed units promise.

    Returns:
        Thresholds at least as high.

    """
    raised = [
        (bound.subject, Thresholds(max(thresholds.full, bound.threshold), bound.threshold))
        for bound in guarantee.bounds
        if bound.threshold is not None and bound.threshold > thresholds.partial
    ]
    return replace(thresholds, for_units=tuple(raised))


def units_needed(alpha: float) -> int:
    """How many reviewed units it takes: 1 / alpha - 1, rounded up."""
    return math.ceil(1 / alpha - 1 - _ROUNDING)


def least_threshold(untaught: Sequence[Probabilities], alpha: float) -> float | None:
    """The least threshold that keeps the risk at or below alpha, or None where there is none up to 1.

    `untaught` holds for each of n units the best probability of each standard that it does not teach; a unit that
    teaches everything loses nothing.
    """
    grid = np.arange(STEPS + 1) / STEPS
    shares = [np.full(unit.size, 1 / max(unit.size, 1)) for unit in untaught]
    reached = np.searchsorted(grid, np.concatenate([*untaught, ()]), side="right")  # how many thresholds each reaches
    falling = np.bincount(reached, np.concatenate([*shares, ()]), minlength=STEPS + 2)[:0:-1]
    losses = np.cumsum(falling)[::-1]  # (STEPS + 1,): the units' losses at each threshold, added up
    holds = losses + 1 <= alpha * (len(untaught) + 1) + _ROUNDING
    return float(grid[holds.argmax()]) if holds.any() else None


@dataclass(frozen=True, slots=True)
class _Reviewed:
    """One unit: the best probability of each standard that it could be about, by whether its labels name it."""

    subjects: frozenset[str]
    taught: tuple[tuple[str, float], ...]
    untaught: tuple[tuple[str, float], ...]

    def of(self, subject: str) -> tuple[Probabilities, Probabilities]:
        """The probabilities of what it teaches and of what it does not; of every subject where none is named."""
        return _of(self.taught, subject), _of(self.untaught, subject)


def _of(best: Iterable[tuple[str, float]], subject: str) -> Probabilities:
    return np.array([probability for own, probability in best if subject in ("", own)], np.float64)


def _bound(reviewed: Sequence[_Reviewed], subject: str, alpha: float, thresholds: Thresholds) -> Bound:
    units = [unit.of(subject) for unit in reviewed if not subject or subject in unit.subjects]
    needed = units_needed(alpha)
    least = least_threshold([untaught for _, untaught in units], alpha) if len(units) >= needed else None
    if least is None:
        return Bound(subject, len(units), needed)
    at = max(least, thresholds.partial)
    shares = [float((taught >= at).mean()) for taught, _ in units if taught.size]
    return Bound(subject, len(units), needed, least, math.fsum(shares) / len(shares) if shares else None)


def _answered_for(alignment: Alignment) -> tuple[Standard, ...]:
    framework = alignment.framework
    return tuple(s for s in framework.for_grades(alignment.grades) if framework.counts(s))


def _review(alignment: Alignment, labels: Iterable[Label]) -> list[_Reviewed]:
    """The units that count as reviewed: with labels, with text that could be judged, with codes that are known."""
    framework, unjudged = alignment.framework, alignment.unjudged
    counted = _answered_for(alignment)
    lines = [{standard.id, *(above.id for above in framework.ancestors(standard))} for standard in counted]
    labelled, _ = by_document(labels, [material.path for material in alignment.materials])
    units = [m for m in alignment.materials if m.kind is Kind.UNIT and m.path in labelled and m.path not in unjudged]
    reviewed = []
    passages = alignment.links.group(lambda passage: passage.material.path)
    found = alignment.links.best([passages.get(material.path, ()) for material in units], counted)
    for material, best in zip(units, found, strict=True):
        codes = {code for label in labelled[material.path] for code in label.codes}
        named = [framework.by_code[code] for code in codes if code in framework.by_code]
        if named or not codes:
            pool = zip(counted, lines, best.tolist(), strict=True)
            reviewed.append(_sort(named, (each for each in pool if _is_for(material, each[0]))))
    return reviewed


def _sort(named: Sequence[Standard], pool: Iterable[tuple[Standard, set[str], float]]) -> _Reviewed:
    """Sort the standards that a unit could be about, each with the ids of its line of ancestors and its own."""
    ids = {standard.id for standard in named}
    taught, untaught = [], []
    for standard, line, probability in pool:
        if standard.id in ids:
            taught.append((standard.subject, probability))
        elif ids.isdisjoint(line):  # of what stands below a heading that is named, nobody said whether it is taught
            untaught.append((standard.subject, probability))
    return _Reviewed(frozenset(standard.subject for standard in named), tuple(taught), tuple(untaught))


def _is_for(material: Material, standard: Standard) -> bool:
    return not material.grades or standard.states(material.grades)
