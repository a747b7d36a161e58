"""Everything that was measured of a district, as rules look at it."""

from __future__ import annotations

from dataclasses import dataclass

from curalign.domain.coverage import Coverage
from curalign.domain.filters import NO_FILTER, Filter
from curalign.domain.results import Result


@dataclass(frozen=True, slots=True)
class Measurement:
    """One value for all rules, so that a rule may ask for more without a change to the others.

    Attributes:
        coverage: how far documents reach each standard.
        results: how pupils did, item by item; empty where the folder has no results.
        before: what was measured the last time, or None for the first.
        shown: what a reader asked to see. It changes which findings are given, and none of them.

    """

    coverage: Coverage
    results: tuple[Result, ...] = ()
    before: Measurement | None = None
    shown: Filter = NO_FILTER

    @property
    def narrowed(self) -> Coverage:
        """The coverage of what a reader asked to see."""
        return self.coverage.narrowed(self.shown)
