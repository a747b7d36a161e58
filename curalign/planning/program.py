"""The plan as an integer program: which sessions there are, and what each would close in which school."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from curalign.domain.plans import JudgedOption, Limits, Option
from curalign.domain.standards import Standard

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Open:
    """One gap that PD could close in one school.

    `missed` is how many pupils missed the standard there, `chance` the probability that it is a gap at all, and
    `taught` that the school teaches it.
    """

    standard: Standard
    school: str
    missed: float
    chance: float = 1.0
    taught: float = 1.0

    @property
    def pupils(self) -> float:
        """How many pupils the gap is expected to stand for."""
        return self.missed * self.chance


@dataclass(frozen=True, slots=True)
class Row:
    """One inequality: `low` <= the sum of coefficients times variables <= `high`."""

    coefficients: Mapping[int, float]
    low: float
    high: float


@dataclass(frozen=True)
class Program:
    """Sessions in a fixed order, the schools that may come, and what there is to close.

    The variables are, in this order: whether each option is held; whether each school comes to each option; and for
    each of `pairs`, an option and an open gap, how far that gap is closed by that option. All are 0 or 1.
    """

    options: tuple[Option, ...]
    schools: tuple[str, ...]
    gaps: tuple[Open, ...]
    supports: Mapping[tuple[int, str], float] = field(repr=False)
    limits: Limits

    @classmethod
    def of(cls, judged: Sequence[JudgedOption], gaps: Sequence[Open], limits: Limits) -> Program:
        """The program with its options in the order of their titles, whatever order they came in."""
        ordered = sorted(judged, key=lambda each: (each.option.title, each.option.place))
        schools = tuple(sorted({gap.school for gap in gaps})) or ("",)
        supports = {(at, id_): p for at, each in enumerate(ordered) for id_, p in each.supports}
        return cls(tuple(each.option for each in ordered), schools, tuple(gaps), supports, limits)

    def held(self, option: int) -> int:
        """The variable that says whether an option is held."""
        return option

    def comes(self, option: int, school: int) -> int:
        """The variable that says whether a school comes to an option."""
        return len(self.options) + option * len(self.schools) + school

    def closes(self, pair: int) -> int:
        """The variable that says how far a pair's gap is closed by its option."""
        return len(self.options) * (1 + len(self.schools)) + pair

    @cached_property
    def pairs(self) -> tuple[tuple[int, int], ...]:
        """Every option with every open gap that it supports, in a school that may come."""
        return tuple(
            (at, gap)
            for at, option in enumerate(self.options)
            for gap, opened in enumerate(self.gaps)
            if (at, opened.standard.id) in self.supports and opened.pupils > 0 and may_come(option, opened.school)
        )

    @cached_property
    def worth(self) -> Numbers:
        """(p,) pupils whose gap a pair closes: those who missed the standard, times the probability of support."""
        found = (self.gaps[gap].pupils * self.supports[at, self.gaps[gap].standard.id] for at, gap in self.pairs)
        return np.fromiter(found, np.float64)

    @property
    def size(self) -> int:
        """How many variables there are."""
        return self.closes(len(self.pairs))

    @cached_property
    def open(self) -> float:
        """Pupils in all open gaps."""
        return sum(gap.pupils for gap in self.gaps)

    def school_at(self, name: str) -> int:
        """The place of a school."""
        return self.schools.index(name)

    def seats(self, school: str) -> int | None:
        """How many seats a school takes; None where nobody said."""
        return dict(self.limits.teachers).get(school)


def may_come(option: Option, school: str) -> bool:
    """Whether a session is open to a school; a district without schools comes to all of them."""
    return not option.schools or not school or school.casefold() in {name.casefold() for name in option.schools}
