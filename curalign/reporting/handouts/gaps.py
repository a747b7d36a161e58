"""Standards by what there is to do about them: what a hand-out lists and counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from curalign.domain.decisions import Resolution
from curalign.domain.links import Strength
from curalign.domain.materials import Kind
from curalign.domain.verdicts import Verdict
from curalign.reporting.view import StandardRow, Support, View

_BY_STRENGTH = {
    Strength.FULL: Verdict.TAUGHT,
    Strength.PARTIAL: Verdict.TAUGHT,
    Strength.NONE: Verdict.NOT_TAUGHT,
    Strength.UNKNOWN: Verdict.NO_DOCUMENTS,
}
"""What stands for a verdict where the judge was not calibrated: what is reached in part is taught, if thinly."""


@dataclass(frozen=True, slots=True)
class Gaps:
    """Counted standards, one by one: each is in exactly one of the first five.

    `deferred` would be `missing` and a person said that it may wait. `untrained` are those of `taught` that no training
    supports; it is None where there is no training to speak of.
    """

    taught: tuple[StandardRow, ...]
    missing: tuple[StandardRow, ...]
    deferred: tuple[StandardRow, ...]
    unsure: tuple[StandardRow, ...]
    unjudged: tuple[StandardRow, ...]
    untrained: tuple[StandardRow, ...] | None


def verdict_on(support: Support) -> Verdict:
    """What is said of a standard, also where only its strength is known."""
    return support.verdict or _BY_STRENGTH[support.strength]


def sort_out(rows: Iterable[StandardRow], school: str = "") -> Gaps:
    """Sort standards by what is said of them.

    Args:
        rows: Counted standards.
        school: Whose units are looked at; those of the whole district unless given.

    Returns:
        The standards that are measured there, each list in the order of `rows`.

    """
    found: dict[Verdict, list[StandardRow]] = {verdict: [] for verdict in Verdict}
    deferred: list[StandardRow] = []
    untrained: list[StandardRow] = []
    any_pd = False
    for row in rows:
        support, pd = row.support(Kind.UNIT, school), row.support(Kind.PD)
        any_pd = any_pd or pd is not None
        if support is None:
            continue
        verdict = verdict_on(support)
        waits = support.decision is not None and support.decision.verdict is Resolution.DEFERRED
        (deferred if waits and verdict is Verdict.NOT_TAUGHT else found[verdict]).append(row)
        if verdict is Verdict.TAUGHT and pd is not None and verdict_on(pd) is Verdict.NOT_TAUGHT:
            untrained.append(row)
    return Gaps(
        taught=tuple(found[Verdict.TAUGHT]),
        missing=tuple(found[Verdict.NOT_TAUGHT]),
        deferred=tuple(deferred),
        unsure=tuple(found[Verdict.CANNOT_TELL]),
        unjudged=tuple(found[Verdict.NO_DOCUMENTS]),
        untrained=tuple(untrained) if any_pd else None,
    )


def most_in(rows: Iterable[StandardRow], most: int) -> list[tuple[str, int]]:
    """The strands in which the most of these standards are, with their numbers; the first come first among equals."""
    return Counter(row.strand for row in rows).most_common(most)


def to_do(view: View) -> Counter[str]:
    """How many findings of each code nobody has decided yet."""
    return Counter(finding.code for finding in view.undecided)
