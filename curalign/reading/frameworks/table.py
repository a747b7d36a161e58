"""Any table of standards, from CSV, TSV or a workbook: the header is looked for, and its columns are recognised.

OpenSALT's and Learning Commons' CSV are tables like any other; only their columns have other names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from curalign.errors import FrameworkError
from curalign.reading.frameworks.columns import MEND, Columns, find_columns, is_header, name_columns
from curalign.reading.frameworks.content import Content
from curalign.reading.frameworks.own_table import is_own, publish_own
from curalign.reading.frameworks.publication import Edge, Entry, Publication
from curalign.reading.frameworks.rows import cell_of, read_row, take_edges
from curalign.reading.frameworks.sheets import DELIMITERS, Row, read_apart, read_delimited, split_cells

HEADER_WITHIN = 40
"""How many rows of titles and notes may stand above the header."""

_SUFFIXES = (".csv", ".tsv", ".tab", ".txt")
_GUID = re.compile(r"[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}|https?://\S+", re.IGNORECASE)


def is_table(content: Content) -> bool:
    """A workbook, or text that is neither JSON nor XML; a title such as `[Draft] Standards` may begin like JSON."""
    if content.is_workbook:
        return True
    broken = content.is_json and content.json is None and not content.json_lines
    return (broken and content.name.lower().endswith(_SUFFIXES)) or not (content.is_json or content.is_xml)


def read_table(content: Content) -> list[Publication]:
    """Read the one framework of a table.

    Raises FrameworkError, naming the columns seen, when none of them holds statements or none of them names them.
    """
    own = content.columns
    if content.is_workbook:
        return publish(read_apart(content.file, content.limits, content.sha256), own)
    return publish([_best_split(content.text, own)], own)


def publish(tables: Sequence[Sequence[Row]], own: Mapping[str, Sequence[str]]) -> list[Publication]:
    """The sheets of one framework as a publication; sheets without a header of standards are passed over.

    A table that we wrote may hold several frameworks. `own` is what a district calls its columns.
    """
    found = [(rows, at) for rows in tables if (at := _find_header(rows, own)) is not None]
    if not found:
        raise FrameworkError(_explain_missing(tables))
    entries: list[Entry] = []
    edges: list[Edge] = []
    licences: set[str] = set()
    for rows, at in found:
        below = [row for row in rows[at + 1 :] if any(row.cells)]
        header = name_columns(rows[at].cells, max((len(row.cells) for row in below), default=0))
        if is_own(header):
            return publish_own(header, below)
        columns = _settle_id(find_columns(header, own), below)
        for entry in (read_row(row, header, columns) for row in below):
            extra, links = take_edges(entry)
            entries.append(replace(entry, extra=extra))
            edges.extend(links)
        licences.update(cell_of(row, columns, "licence") for row in below)
    if not entries:
        raise FrameworkError("has a header and no standards below it; fetch it again or remove it.")
    licence = licences.pop() if len(licences) == 1 else ""
    return [Publication(tuple(entries), edges=tuple(edges), licence=licence)]


def _best_split(text: str, own: Mapping[str, Sequence[str]]) -> list[Row]:
    """The rows under the delimiter that makes the best header of them."""
    head = "\n".join(text.splitlines()[: 4 * HEADER_WITHIN])

    def recognised(delimiter: str) -> int:
        try:
            rows = split_cells(head, delimiter, strict=False)
        except FrameworkError:
            return 0
        at = _find_header(rows, own)
        return 0 if at is None else len(find_columns(rows[at].cells, own))

    best = max(DELIMITERS, key=lambda delimiter: (recognised(delimiter), head.count(delimiter)))
    return read_delimited(text, best)


def _find_header(rows: Sequence[Row], own: Mapping[str, Sequence[str]]) -> int | None:
    """The number of the row that looks most like a header, or None."""
    looks = [
        (len(columns), -at)
        for at, row in enumerate(rows[:HEADER_WITHIN])
        if is_header(columns := find_columns(row.cells, own))
    ]
    return -max(looks)[1] if looks else None


def _settle_id(columns: Columns, rows: Iterable[Row]) -> Columns:
    """A column named `id` holds the codes where there is no other, and what it holds are no GUIDs or addresses."""
    if "code" in columns or all(_GUID.fullmatch(cell_of(row, columns, "id")) for row in rows):
        return columns
    return {("code" if noun == "id" else noun): at for noun, at in columns.items()}


def _explain_missing(tables: Sequence[Sequence[Row]]) -> str:
    seen = next((row.cells for rows in tables for row in rows if sum(map(bool, row.cells)) > 1), ())
    names = ", ".join(repr(cell[:40]) for cell in seen[:12] if cell) or "no row of several cells"
    return f"has no column of codes and statements: found {names}; {MEND}."
