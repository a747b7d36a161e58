"""One row of a table of standards as an entry."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from curalign.domain.grades import read_grades, unread_grades
from curalign.interchange import CHILD, OPENSALT_EDGES, OPENSALT_FIELDS, whole_number
from curalign.reading.files.tables import Row, plain_name
from curalign.reading.frameworks.columns import Columns
from curalign.reading.frameworks.publication import Edge, Entry

EDGES: Mapping[str, str] = {
    **{plain_name(header): kind for header, kind in OPENSALT_EDGES.items()},
    **{kind.lower(): kind for kind in ("isPeerOf", "exactMatchOf", "precedes")},
}
"""Columns of associations by their plain names."""

SEQUENCE = "sequencenumber"
_FIELDS = {plain_name(header): name for header, name in OPENSALT_FIELDS.items()}


def cell_of(row: Row, columns: Columns, noun: str) -> str:
    """The row's cell of this noun; empty where there is none."""
    at = columns.get(noun)
    return row.cells[at] if at is not None and at < len(row.cells) else ""


def split_names(cell: str) -> tuple[str, ...]:
    """The names that one cell holds."""
    return tuple(part.strip() for part in re.split(r"[|;,]", cell) if part.strip())


def field_name(header: str) -> str:
    """CASE's name of what stands under OpenSALT's header; any other header names itself."""
    return _FIELDS.get(plain_name(header), header)


def read_row(row: Row, header: Sequence[str], columns: Columns, named: Callable[[str], str] = field_name) -> Entry:
    """The standard on a row; cells under other headers are its `extra`, by the name that `named` gives them."""
    used = set(columns.values())
    extra = {
        named(name): cell
        for at, (name, cell) in enumerate(zip(header, row.cells, strict=False))
        if cell and name and at not in used
    }
    stated = re.sub(r"[\[\]\"']", "", cell_of(row, columns, "grades"))
    if unread_grades(stated):
        extra[header[columns["grades"]]] = cell_of(row, columns, "grades")
    parent = cell_of(row, columns, "parent")
    return Entry(
        id=cell_of(row, columns, "id"),
        code=cell_of(row, columns, "code"),
        statement=cell_of(row, columns, "statement"),
        grades=read_grades(stated),
        subject=cell_of(row, columns, "subject"),
        level=cell_of(row, columns, "level"),
        parents=tuple(dict.fromkeys((parent, *split_names(parent)))) if parent else (),
        enumeration=cell_of(row, columns, "enumeration"),
        aliases=split_names(cell_of(row, columns, "aliases")),
        place=row.place,
        extra=extra,
    )


def take_edges(entry: Entry) -> tuple[dict[str, str], list[Edge]]:
    """The associations that OpenSALT writes as columns of their own, and what is then left of `extra`."""
    origin = entry.id or entry.code
    extra: dict[str, str] = {}
    edges: list[Edge] = []
    for name, cell in entry.extra.items():
        kind, number = EDGES.get(plain_name(name)), whole_number(cell)
        if kind and origin:
            edges.extend(Edge(origin, kind, other) for other in split_names(cell))
        elif plain_name(name) == SEQUENCE and origin and entry.parents and number is not None:
            edges.append(Edge(origin, CHILD, entry.parents[0], sequence=number))
        else:
            extra[name] = cell
    return extra, edges
