"""How much documents say of one standard: the odds of their best passages, added up.

A standard that one passage is surely about is taught, and so is one that many passages are about with some
probability, as the habits of reading and writing are: no single passage states them, and each lesson returns to them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

COUNTED = 5
"""How many passages count. A crowd of weak ones says little that chance would not (decision 52)."""
_MIN_PROBABILITY = 1e-4
"""A probability is not taken below this or above one minus it: an encoder is never surer than that."""


def log_odds(probability: float) -> float:
    """Those of a probability, not as far from 0 as an encoder cannot be sure of."""
    p = min(max(probability, _MIN_PROBABILITY), 1 - _MIN_PROBABILITY)
    return math.log(p / (1 - p))


NOTHING = log_odds(0.0)
"""The log-odds where no passage says anything."""


@dataclass(frozen=True, slots=True)
class Level:
    """The best passages of evidence for one standard. Levels add up with `+`, in any order; `Level()` is nothing.

    `best` holds at most `COUNTED` pairs of a passage's log-odds and its sketch, the highest first. Copies have the same
    sketch (`language.sketch`), and of these only the best counts: a unit that lies there twice teaches nothing twice.
    """

    best: tuple[tuple[float, int], ...] = ()

    @classmethod
    def of(cls, passages: Iterable[tuple[float, int]]) -> Level:
        """The level of passages, each by its log-odds and its sketch."""
        found: dict[int, float] = {}
        for odds, sketch in sorted(passages, key=_highest_first):
            found.setdefault(sketch, odds)
            if len(found) == COUNTED:
                break
        return cls(tuple((odds, sketch) for sketch, odds in found.items()))

    @classmethod
    def total(cls, parts: Iterable[Level]) -> Level:
        """The sum of many, in one go."""
        return cls.of(pair for part in parts for pair in part.best)

    def __add__(self, other: Level) -> Level:
        return Level.total((self, other))

    @property
    def log_odds(self) -> float:
        """The logarithm of the sum of the odds."""
        if not self.best:
            return NOTHING
        highest = self.best[0][0]
        return highest + math.log(sum(math.exp(odds - highest) for odds, _ in self.best))


def _highest_first(pair: tuple[float, int]) -> tuple[float, int]:
    odds, sketch = pair
    return -odds, sketch
