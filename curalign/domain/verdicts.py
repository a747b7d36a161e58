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
    """How probable it is that a standard is taught, by its level: what the best passages of evidence say of it.

    A logistic curve (Platt 1999) over how far the level lies above what the same documents reach by chance. Fitted to
    districts whose truth is known. `least` is the lowest chance that any of them had: with fewer passages nothing is
    made of it. `spread` is the standard deviation of the intercept between districts, for intervals.
    """

    intercept: float
    slope: float
    least: float
    spread: float

    def taught(self, level: float, chance: float | None) -> float:
        """The probability that a standard of this level is taught.

        Args:
            level: The standard's level in log-odds (`Level.log_odds`).
            chance: The level that the same documents reach by chance; None where nothing was compared.

        Returns:
            A probability, never below that of a lower level or of a higher chance.

        """
        above = level - (self.least if chance is None else max(chance, self.least))
        return 1 / (1 + math.exp(-(self.intercept + self.slope * above)))
