"""Whose coverage is measured, from which documents, and what they left unjudged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from curalign.domain.materials import Kind, Material
from curalign.domain.standards import Framework, Standard
from curalign.domain.summaries import CoverageSummary, Holder


@dataclass(frozen=True, slots=True)
class Scope:
    """One kind of document, in the whole district (school "") or in one school.

    A document without a school belongs to every school.
    """

    kind: Kind
    school: str = ""

    def holds(self, material: Material) -> bool:
        """Whether a document counts here."""
        return material.kind is self.kind and (not self.school or material.school in ("", self.school))

    def holders(self, materials: Iterable[Material]) -> tuple[Holder, ...]:
        """Whose documents count here."""
        return tuple(sorted({(m.kind, m.school) for m in materials if self.holds(m)}))

    def standards(
        self, framework: Framework, district: tuple[Standard, ...], materials: Iterable[Material]
    ) -> tuple[Standard, ...]:
        """Those of the district's standards that this school, by the grades of its own documents, answers for."""
        own = {grade for m in materials if self.school and m.school == self.school for grade in m.grades}
        if not own:
            return district
        taught = {s.id for s in framework.for_grades(own)}
        return tuple(s for s in district if s.id in taught)


def find_scopes(materials: Iterable[Material]) -> tuple[Scope, ...]:
    """The district's units, then each school's, then PD where the district has any."""
    known = tuple(materials)
    schools = sorted({m.school for m in known if m.kind is Kind.UNIT and m.school})
    pd = (Scope(Kind.PD),) if any(m.kind is Kind.PD for m in known) else ()
    return (Scope(Kind.UNIT), *(Scope(Kind.UNIT, school) for school in schools), *pd)


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
