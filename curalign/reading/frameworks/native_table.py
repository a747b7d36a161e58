"""Tables that we wrote ourselves: besides the usual columns, one of JSON holds what cells cannot.

What stands in the other cells counts: a table may have been edited since, and then the JSON is older than the cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from curalign.errors import UnreadableError
from curalign.interchange import (
    CHILD,
    EXTENSION,
    FORMULA,
    FRAMEWORK,
    GENERATED,
    NATIVE_COLUMNS,
    NATIVE_HEADERS,
    OPENSALT_EDGES,
    OPENSALT_FIELDS,
    TITLE,
)
from curalign.reading.files.content import load_json
from curalign.reading.files.tables import Row
from curalign.reading.frameworks.columns import Columns
from curalign.reading.frameworks.publication import Edge, Entry, Publication, as_mapping, as_mappings, as_text, as_texts
from curalign.reading.frameworks.rows import cell_of, read_row, split_names
from curalign.wording import Facts

_DEFUSED = re.compile(f"'(?='*[{FORMULA}])")
_NO_FIELDS = NATIVE_HEADERS - frozenset(OPENSALT_FIELDS)


@dataclass(slots=True)
class _FrameworkRows:
    """One framework of the table, collected from its rows."""

    title: str = ""
    licence: str = ""
    extra: Mapping[str, str] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)


def is_native(header: Sequence[str]) -> bool:
    """Whether the header has the columns that only we write."""
    return EXTENSION in header and FRAMEWORK in header


def publish_native(header: Sequence[str], rows: Iterable[Row]) -> list[Publication]:
    """The frameworks of a table that we wrote."""
    columns = {NATIVE_COLUMNS[name]: at for at, name in reversed(list(enumerate(header))) if name in NATIVE_COLUMNS}
    frameworks: dict[str, _FrameworkRows] = {}
    name = ""
    for row in rows:
        bare = [_DEFUSED.sub("", cell, count=1) if cell[:1] == "'" else cell for cell in row.cells]
        undone = replace(row, cells=bare)
        cells = dict(zip(header, undone.cells, strict=False))
        name = cells.get(FRAMEWORK) or name
        extension = _read_extension(cells.get(EXTENSION, ""), row)
        framework = frameworks.setdefault(name, _FrameworkRows())
        framework.title = framework.title or cells.get(TITLE, "")
        framework.licence = framework.licence or cell_of(undone, columns, "licence")
        framework.extra = {**framework.extra, **texts_of(as_mapping(extension.get("source")))}
        entry, edges = _read(undone, header, columns, extension)
        framework.edges.extend(edges)
        if entry.id or entry.code or entry.statement:
            framework.entries.append(entry)
    empty = not any(framework.entries for framework in frameworks.values())
    return [
        Publication(
            tuple(framework.entries),
            framework.title,
            name,
            framework.licence,
            tuple(framework.edges),
            extra=framework.extra,
            names_only=empty,
        )
        for name, framework in frameworks.items()
    ]


def _read_extension(cell: str, row: Row) -> Mapping[str, Any]:
    """What stands in the column of JSON. Raises UnreadableError where it was cut, as Excel does with long cells."""
    extension = load_json(cell) if cell else {}
    if not isinstance(extension, dict):
        raise UnreadableError(trouble="cell-cut", facts=Facts(row.facts, column=EXTENSION))
    return extension


def _read(row: Row, header: Sequence[str], columns: Columns, extension: Mapping[str, Any]) -> tuple[Entry, list[Edge]]:
    entry = read_row(row, header, columns, lambda name: OPENSALT_FIELDS.get(name, name))
    cells = dict(zip(header, row.cells, strict=False))
    visible = {kind: split_names(cells[name]) for name, kind in OPENSALT_EDGES.items() if name in cells}
    unread = header[columns["grades"]] if "grades" in columns else ""
    extra = {name: cell for name, cell in entry.extra.items() if name not in _NO_FIELDS or name == unread}
    if entry.code:
        extra.pop(GENERATED, None)
    kept = as_texts(extension.get("aliases"))
    entry = replace(
        entry,
        code=entry.code or as_text(extension.get("code")),
        aliases=kept if "|".join(kept) == cell_of(row, columns, "aliases") else entry.aliases,
        extra=extra | texts_of(as_mapping(extension.get("fields"))),
    )
    return entry, _edges(entry, cell_of(row, columns, "parent"), extension, visible)


def _edges(
    entry: Entry, parent: str, extension: Mapping[str, Any], visible: Mapping[str, tuple[str, ...]]
) -> list[Edge]:
    """The associations in the column of JSON, corrected by the cells that people may have edited."""
    origin = entry.id or entry.code
    written = as_mapping(extension.get("parent"))
    edges = []
    for given in map(read_native_edge, as_mappings(extension.get("associations"))):
        edge = given if given.origin else replace(given, origin=origin)
        struck = edge.type in visible and split_names(edge.destination) == (edge.destination,)
        struck = struck and not given.origin and edge.destination not in visible[edge.type]
        moved = edge.type == CHILD and not given.origin and edge.destination == written.get("id")
        moved = moved and parent != written.get("cell")
        if not struck and not moved:
            edges.append(edge)
    known = {(edge.type, edge.destination) for edge in edges}
    added = ((kind, name) for kind, names in visible.items() for name in names if (kind, name) not in known)
    return [*edges, *(Edge(origin, kind, name) for kind, name in added if origin)]


def read_native_edge(given: Mapping[str, Any]) -> Edge:
    """An association as we write it in JSON."""
    sequence = given.get("sequence")
    return Edge(
        as_text(given.get("origin")),
        as_text(given.get("type")),
        as_text(given.get("destination")),
        as_text(given.get("id")),
        sequence if isinstance(sequence, int) and not isinstance(sequence, bool) else None,
        as_text(given.get("grouping")),
        texts_of(as_mapping(given.get("extra"))),
    )


def texts_of(fields: Mapping[str, Any]) -> dict[str, str]:
    """The fields of `extra` as we write them in JSON."""
    return {name: as_text(value) for name, value in fields.items()}
