"""The JSON lines that we write: each a framework, a standard or an association, as our nouns have them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from curalign.domain.grades import read_grades
from curalign.interchange import EXTENSION
from curalign.reading.files.content import Content
from curalign.reading.frameworks.native_table import read_native_edge, texts_of
from curalign.reading.frameworks.publication import Edge, Entry, Publication, as_mapping, as_text, as_texts

_KINDS = ("framework", "standard", "association")


def is_native_lines(content: Content) -> bool:
    """Whether the file is JSON lines in curalign's own format, whose lines name their kind under `curalign`."""
    lines = _lines(content)
    return bool(lines) and all(line.get(EXTENSION) in _KINDS for line in lines)


def read_native_lines(content: Content) -> list[Publication]:
    """Every framework of the file; an association goes with its origin, else with its destination."""
    frameworks, standards, associations = (
        [line for line in _lines(content) if line[EXTENSION] == kind] for kind in _KINDS
    )
    sources = {as_text(line.get("id")): line for line in frameworks}
    homes = {as_text(line.get("id")): as_text(line.get("framework")) for line in standards}
    names = list(dict.fromkeys((*sources, *homes.values()))) or [""]
    entries: dict[str, list[Entry]] = {name: [] for name in names}
    for number, line in enumerate(standards, 1):
        entries[as_text(line.get("framework"))].append(_entry(line, number))
    edges: dict[str, list[Edge]] = {name: [] for name in names}
    for edge in map(read_native_edge, associations):
        edges[homes.get(edge.origin) or homes.get(edge.destination) or names[0]].append(edge)
    return [
        Publication(
            tuple(entries[name]),
            as_text(about.get("title")),
            name,
            as_text(about.get("licence")),
            tuple(edges[name]),
            extra=texts_of(as_mapping(about.get("extra"))),
            names_only=not standards,
        )
        for name in names
        for about in [as_mapping(sources.get(name))]
    ]


def _lines(content: Content) -> Sequence[Mapping[str, Any]]:
    """A file of one line is JSON as well."""
    return content.json_lines or ([content.json] if isinstance(content.json, dict) else [])


def _entry(line: Mapping[str, Any], number: int) -> Entry:
    return Entry(
        id=as_text(line.get("id")),
        code=as_text(line.get("code")),
        statement=as_text(line.get("statement")),
        grades=read_grades("|".join(as_texts(line.get("grades")))),
        subject=as_text(line.get("subject")),
        level=as_text(line.get("level")),
        parents=as_texts(line.get("parent")),
        aliases=as_texts(line.get("aliases")),
        place=f"standard {number}",
        extra=texts_of(as_mapping(line.get("extra"))),
    )
