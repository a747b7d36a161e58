"""How much documents say of one standard: the odds of their best passages, added up.

A standard that one passage is surely about is taught, and so is one that many passages are about with some
probability, as the habits of reading and writing are: no single passage states them, and each lesson returns to them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

VERSION: Final = 4
"""Of what makes a level. Curves that were fitted to levels of another version say nothing of these, and are not used.

Raise it whenever documents come to other levels, also where segmenting finds other evidence in them, and fit the curves
of the shipped judges again (`python -m models.recipes.taught --write`). 1: the best passage. 2: the odds of five
passages, added up. 3: passages that say the same count once. 4: notes count for less.
"""
COUNTED = 5
"""How many passages count. A crowd of weak ones says little that chance would not (decision 52)."""
KEPT = 15
"""How many are kept, to find those that count where some say the same as others: with up to three others that say the
same as a passage, these hold the five that count among all (decision 57)."""
NOTES_LESS = 2.0
"""How much lower the log-odds of a note count: what is said to adults about a lesson names more than is taught in it
(decision 60)."""
SAME = 0.5
"""The share of the rows of words of the shorter of two passages from which they say the same. Where a copy in another
format is cut in the middle of each passage, every part has half of two others."""
_MIN_PROBABILITY = 1e-4
"""A probability is not taken below this or above one minus it: an encoder is never surer than that."""

Rows = frozenset[int]
"""The rows of three words of a passage as numbers (`language.rows_of`)."""
Counted = tuple[float, Rows]
"""A passage's log-odds, and what it says."""


def log_odds(probability: float) -> float:
    """Those of a probability, not as far from 0 as an encoder cannot be sure of."""
    p = min(max(probability, _MIN_PROBABILITY), 1 - _MIN_PROBABILITY)
    return math.log(p / (1 - p))


NOTHING = log_odds(0.0)
"""The log-odds where no passage says anything."""


@dataclass(frozen=True, slots=True)
class Level:
    """The best passages of evidence for one standard. Levels add up with `+`, in any order; `Level()` is nothing.

    `best` holds at most `KEPT` passages, the highest first, and none twice: of the same words the best stays.
    """

    best: tuple[Counted, ...] = ()

    @classmethod
    def of(cls, passages: Iterable[Counted]) -> Level:
        """The level of passages, each by its log-odds and its rows of words."""
        found: dict[Rows, float] = {}
        for odds, rows in sorted(passages, key=_highest_first):
            found.setdefault(rows, odds)
            if len(found) == KEPT:
                break
        return cls(tuple((odds, rows) for rows, odds in found.items()))

    @classmethod
    def total(cls, parts: Iterable[Level]) -> Level:
        """The sum of many, in one go."""
        return cls.of(pair for part in parts for pair in part.best)

    def __add__(self, other: Level) -> Level:
        return Level.total((self, other))

    @property
    def counted(self) -> tuple[Counted, ...]:
        """The passages that count, the highest first.

        They are at most `COUNTED`, no two of which say the same, and of all such the ones whose odds add up to most.
        So a unit that lies there twice teaches nothing twice, also where its copy is cut into other passages, and one
        more passage can only add.
        """
        return tuple(self.best[at] for at in _Search(self.best).heaviest()) if self.best else ()

    @property
    def log_odds(self) -> float:
        """The logarithm of the sum of the odds of the passages that count."""
        if not self.best:
            return NOTHING
        highest = self.best[0][0]
        return highest + math.log(sum(math.exp(odds - highest) for odds, _ in self.counted))


def say_the_same(one: Rows, other: Rows) -> bool:
    """Whether one of two passages is contained in the other by `SAME` (Broder 1997)."""
    if one.isdisjoint(other):
        return one == other
    return len(one & other) >= SAME * min(len(one), len(other))


def _highest_first(pair: Counted) -> tuple[float, int]:
    odds, rows = pair
    return -odds, hash(rows)


class _Search:
    """Which of some passages count, found by trying the highest first and leaving off where no more can be gained."""

    def __init__(self, passages: Sequence[Counted]) -> None:
        self._said = [rows for _, rows in passages]
        self._odds = [math.exp(odds - passages[0][0]) for odds, _ in passages]
        self._apart: dict[tuple[int, int], bool] = {}
        self._most = -math.inf
        self._found: tuple[int, ...] = ()

    def heaviest(self) -> tuple[int, ...]:
        """The passages that count, by number: mostly the first ones, of which no two say the same."""
        first = range(min(COUNTED, len(self._odds)))
        if all(self._are_apart(one, other) for one, other in combinations(first, 2)):
            return tuple(first)
        self._extend((), range(len(self._odds)), 0.0)
        return self._found

    def _extend(self, chosen: tuple[int, ...], others: Sequence[int], total: float) -> None:
        """Try all sets of what is chosen and some of the others, which do not say the same as any of that."""
        if total > self._most:
            self._most, self._found = total, chosen
        room = COUNTED - len(chosen)
        for place, at in enumerate(others if room else ()):
            if total + sum(self._odds[other] for other in others[place : place + room]) <= self._most * (1 + 1e-12):
                return
            left = [other for other in others[place + 1 :] if self._are_apart(at, other)]
            self._extend((*chosen, at), left, total + self._odds[at])

    def _are_apart(self, one: int, other: int) -> bool:
        pair = one, other
        if pair not in self._apart:
            self._apart[pair] = not say_the_same(self._said[one], self._said[other])
        return self._apart[pair]
