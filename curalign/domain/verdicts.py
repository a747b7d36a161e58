"""Whether a standard is taught: a calibrated probability, and the verdict that it allows."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

SURE = 0.6
"""From this probability on a standard is called taught, and up to one minus it not taught; between them nobody can
tell. Chosen so that a verdict is wrong in one of ten cases or fewer: see `models/recipes/taught.py`."""

VERY_SURE = 0.9
"""From this probability on a finding is an error; below it, it asks for a look."""

_LEAST = 1e-4
"""Levels are not taken below this or above one minus it: an encoder is never surer than that."""
_HUNDRED = 100
"""Passages among which the intercept is what it says."""


class Verdict(StrEnum):
    """What can be said of a standard and the documents of one kind."""

    TAUGHT = "taught"
    NOT_TAUGHT = "not_taught"
    CANNOT_TELL = "cannot_tell"
    NO_DOCUMENTS = "no_documents"

    @classmethod
    def of(cls, taught: float | None) -> Verdict:
        """The verdict that a probability of being taught allows; None where there was nothing to judge."""
        if taught is None:
            return cls.NO_DOCUMENTS
        if taught >= SURE:
            return cls.TAUGHT
        return cls.NOT_TAUGHT if taught <= 1 - SURE else cls.CANNOT_TELL


@dataclass(frozen=True, slots=True)
class Calibration:
    """How probable it is that a standard is taught, by its level: the best probability of a passage of evidence.

    A logistic curve (Platt 1999) over the level's log-odds and over the logarithm of how many passages the standard was
    compared with: the best of five hundred is higher by chance than the best of eighty. Fitted to districts whose truth
    is known. `crowd` is the weight of that logarithm, 0 or less; below `fewest` passages, which no district of the fit
    had, nothing is made of it. `spread` is the standard deviation of the intercept between districts, for intervals.
    """

    intercept: float
    slope: float
    crowd: float
    fewest: int
    spread: float

    def taught(self, level: float, passages: int) -> float:
        """The probability that a standard of this level is taught.

        Args:
            level: The best probability that a passage which counts as evidence gives the standard, 0 where none does.
            passages: How many such passages the standard was compared with.

        Returns:
            A probability, never below that of a lower level among as many passages, nor below that of more passages.

        """
        p = min(max(level, _LEAST), 1 - _LEAST)
        by_chance = self.crowd * math.log(max(passages, self.fewest) / _HUNDRED)
        return 1 / (1 + math.exp(-(self.intercept + self.slope * math.log(p / (1 - p)) + by_chance)))
