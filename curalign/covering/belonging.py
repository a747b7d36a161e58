"""What belongs to a scope: whose documents count there, and which standards it answers for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from curalign.domain.chances import Holder
from curalign.domain.materials import Kind, Material
from curalign.domain.scopes import BY_SCHOOL, EXPECTED, Scope
from curalign.domain.standards import Framework, Standard


def find_scopes(materials: Iterable[Material]) -> tuple[Scope, ...]:
    """The district's units, then each school's, then each other kind of document that the district has."""
    return tuple(_scopes(tuple(materials)))


def _scopes(materials: tuple[Material, ...]) -> Iterator[Scope]:
    for kind in Kind:
        documents, district = [material for material in materials if material.kind is kind], Scope(kind)
        if documents or district in EXPECTED:
            yield district
        if kind in BY_SCHOOL:
            yield from (Scope(kind, school) for school in sorted({m.school for m in documents if m.school}))


def holders_in(scope: Scope, materials: Iterable[Material]) -> tuple[Holder, ...]:
    """Whose documents count in a scope."""
    return tuple(sorted({(m.kind, m.school) for m in materials if scope.holds(m)}))


def standards_of(
    scope: Scope, framework: Framework, district: tuple[Standard, ...], materials: Iterable[Material]
) -> tuple[Standard, ...]:
    """Those of the district's standards that a scope's school, by the grades of its own documents, answers for."""
    own = {grade for m in materials if scope.school and m.school == scope.school for grade in m.grades}
    if not own:
        return district
    taught = {s.id for s in framework.for_grades(own)}
    return tuple(s for s in district if s.id in taught)
