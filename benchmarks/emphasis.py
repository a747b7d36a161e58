"""How often publishers' lessons teach each standard, counted from labels: what the default judge brings along.

python benchmarks/emphasis.py       the standards that are taught most and least often, for a look at it
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from bench import labelled_sets

from curalign.domain.codes import plain
from curalign.domain.labels import LabelledSet
from curalign.domain.standards import Standard
from curalign.domain.subjects import subject_of
from curalign.judging.emphasis import Emphasis

COUNTED = ("ela_lessons",)
"""Language arts come back to the same anchors lesson after lesson. A mathematics curriculum gives each standard its
weeks: there the counts moved no ranking beyond its interval and cost gaps, so they are left out (decision 16)."""
WEIGHT = 0.4
"""Theory says 1 of a text that is known to teach language arts, and a fit no less. Of a district's passages nobody
knows that: as fitted, four in ten mathematics activities would reach a standard of language arts."""
TRUST = 5.0
"""How many labels, expected by chance, weigh as much as what is believed before counting."""
_GRADE_INSIDE = re.compile(r"\.(?:K|\d+(?:-\d+)?)\.(?=\d)")


@dataclass(slots=True)
class Count:
    """Labels that were found, and how many chance would give if all standards of a grade were taught alike."""

    found: float = 0.0
    expected: float = 0.0

    def beside(self, belief: float) -> float:
        """How many times as often as chance (posterior mean of a Poisson rate with a gamma prior)."""
        return (self.found + TRUST * belief) / (self.expected + TRUST)


def emphasis_of(sets: Iterable[LabelledSet]) -> Emphasis:
    """The logarithms of how often each scored standard is taught. What kin are taught is believed before counting."""
    own: dict[tuple[str, str], Count] = defaultdict(Count)
    kin: dict[tuple[str, str], Count] = defaultdict(Count)
    kin_of = {}
    for labelled in sets:
        if labelled.name not in COUNTED:
            continue
        for standard, found, expected in _counted(labelled):
            subject, code = subject_of(standard.subject), plain(standard.code)
            kin_of[subject, code] = family = (subject, _kin(standard))
            for count in (own[subject, code], kin[family]):
                count.found += found
                count.expected += expected
    emphasis: dict[str, dict[str, float]] = defaultdict(dict)
    for (subject, code), count in sorted(own.items()):
        emphasis[subject][code] = float(np.log(count.beside(kin[kin_of[subject, code]].beside(1.0))))
    return dict(emphasis)


def _counted(labelled: LabelledSet) -> Iterator[tuple[Standard, float, float]]:
    """Of each scored standard beside which a text stands: its labels, and how many chance would give it."""
    every = labelled.framework
    scored = [s for s in every.standards if s.code in labelled.scored and not (s.is_practice or every.is_heading(s))]
    found, beside = np.zeros(len(scored)), np.zeros(len(scored))
    pools = {grades: np.array([not grades or s.states(grades) for s in scored]) for grades in _grades(labelled)}
    for text in labelled.texts:
        beside += pools[text.grades]
        found += [standard.code in text.codes for standard in scored]
    rate = found.sum() / max(beside.sum(), 1.0)
    return ((s, n, rate * texts) for s, n, texts in zip(scored, found, beside, strict=True) if texts)


def _grades(labelled: LabelledSet) -> set[tuple[str, ...]]:
    return {text.grades for text in labelled.texts}


def _kin(standard: Standard) -> str:
    """Whom a standard shares its habits with: the same anchor in other grades (RL.3.1, RL.4.1), or its cluster."""
    through_grades, changed = _GRADE_INSIDE.subn(".", standard.code)
    return through_grades if changed and standard.code[0].isalpha() else standard.parent or standard.code


def main() -> None:
    for subject, codes in emphasis_of(labelled_sets()).items():
        ranked = sorted(codes, key=codes.__getitem__)
        print(f"{subject}: {len(codes)} standards; standard deviation {np.std(list(codes.values())):.2f}")
        for name, some in (("least", ranked[:12]), ("most", ranked[:-13:-1])):
            print(f"  {name}: " + ", ".join(f"{code} {codes[code]:+.1f}" for code in some))


if __name__ == "__main__":
    main()
