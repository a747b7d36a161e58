"""When units are taught, by the rows of pacing guides that name them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from curalign.domain.grades import find_grades
from curalign.domain.materials import Material, Passage

_WORD = re.compile(r"[^\W_]{2,}")
_EMPTY = frozenset({"unit", "the", "and", "of", "in", "to", "grade", "lesson", "module"})
_ENOUGH = 0.6
"""The share of a row's words that a unit's name must hold."""


@dataclass(frozen=True, slots=True)
class Timing:
    """When a unit is taught, in the words of a pacing guide, and for how many school days, five to a week."""

    when: str
    days: float


def find_timings(passages: Iterable[Passage], units: Sequence[Material]) -> dict[str, Timing]:
    """Find when units are taught.

    Args:
        passages: Those of all documents; the rows of pacing guides among them have times.
        units: The documents that are taught.

    Returns:
        The time of each unit, by its path, that a row of a guide of its school names best.

    """
    rows = [passage for passage in passages if passage.time is not None and passage.headings]
    found = {}
    for unit in units:
        named = _words(f"{unit.title} {PurePosixPath(unit.path).stem}")
        scored = [(_fit(row, unit, named), -at, row) for at, row in enumerate(rows)]
        fit, _, best = max(scored, key=lambda one: one[:2], default=(0.0, 0, None))
        if best is not None and best.time is not None and fit >= _ENOUGH:
            found[unit.path] = Timing(best.time.text, best.time.days)
    return found


def _fit(row: Passage, unit: Material, named: frozenset[str]) -> float:
    """The share of the words of a row's unit that stand in a unit's name; 0 for a guide of another school or grade."""
    guide = row.material
    stated = find_grades(" ".join(row.headings))
    if guide.school not in ("", unit.school) or (stated and unit.grades and set(stated).isdisjoint(unit.grades)):
        return 0.0
    names = [_words(heading) for heading in row.headings if heading != (row.time.text if row.time else "")]
    return max((len(name & named) / len(name) for name in names[1:] or names if name), default=0.0)


def _words(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(text)) - _EMPTY
