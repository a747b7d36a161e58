"""A framework split by its sources, each of which is written into a file, or a part of a file, of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from curalign.domain.standards import Association, Framework, Source, Standard


@dataclass(slots=True)
class SourcePart:
    """One source with its own standards and associations, in the framework's order."""

    source: Source
    standards: list[Standard] = field(default_factory=list)
    associations: list[Association] = field(default_factory=list)


def split_by_source(framework: Framework) -> list[SourcePart]:
    """Split a framework by its sources; an association goes with its origin, else with its destination."""
    named = {source.id: source for source in framework.sources}
    for standard in framework.standards:
        named.setdefault(standard.framework, Source(standard.framework, standard.framework, 0))
    parts = {name: SourcePart(source) for name, source in named.items()}
    for standard in framework.standards:
        parts[standard.framework].standards.append(standard)
    for association in framework.associations:
        parts[_home(association, framework, list(parts))].associations.append(association)
    return list(parts.values())


def _home(association: Association, framework: Framework, sources: Sequence[str]) -> str:
    for end in (association.origin, association.destination):
        standard = framework.by_id.get(end)
        if standard is not None:
            return standard.framework
    return association.destination if association.destination in sources else sources[0]
