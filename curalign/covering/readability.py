"""What the documents of a scope leave unjudged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from curalign.domain.scopes import Scope
from curalign.domain.standards import Standard
from curalign.domain.summaries import CoverageSummary


@dataclass(frozen=True, slots=True)
class Readability:
    """For which grades a scope's documents could be judged, and for which they could not; () means any grade."""

    judged: frozenset[tuple[str, ...]]
    unjudged: frozenset[tuple[str, ...]]

    @classmethod
    def of(cls, scope: Scope, summary: CoverageSummary) -> Readability:
        """Sort a scope's documents by whether they could be judged."""
        unjudged = summary.unjudged
        inside = [m for m in summary.materials if scope.holds(m)]
        return cls(
            frozenset(m.grades for m in inside if m.path not in unjudged),
            # A district without a single document has shown nothing, which is not the same as teaching nothing.
            frozenset(m.grades for m in inside if m.path in unjudged) if inside else frozenset({()}),
        )

    def could_judge(self, standard: Standard) -> bool:
        """False when every document that could have reached the standard was one that could not be judged."""
        return _any_for(self.judged, standard) or not _any_for(self.unjudged, standard)


def _any_for(grades: Iterable[tuple[str, ...]], standard: Standard) -> bool:
    return any(not stated or standard.states(stated) for stated in grades)
