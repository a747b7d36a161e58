"""Any table of standards, from CSV, TSV or a workbook: the header is looked for, and its columns are recognised.

OpenSALT's and Learning Commons' CSV are tables like any other; only their columns have other names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from curalign.domain.grades import find_grades
from curalign.domain.problems import Problem
from curalign.errors import UnreadableError
from curalign.reading.files.content import Content
from curalign.reading.files.tables import HEADER_WITHIN, Row, Tables, read_apart, read_delimited
from curalign.reading.frameworks.columns import Columns, find_columns, is_header, name_columns
from curalign.reading.frameworks.native_table import is_native, publish_native
from curalign.reading.frameworks.publication import Edge, Entry, Publication
from curalign.reading.frameworks.rows import cell_of, read_row, take_edges
from curalign.wording import Facts
from curalign.wording.text import excerpt

_SUFFIXES = (".csv", ".tsv", ".tab", ".txt")
_SIGNS = re.compile(r"[^\w\s.,:;()/&'\"\u2019\u2013?!#-]|_")
_TURNS = re.compile(r"[^\W\d_](?<=[a-z\u00df-\u00ff])(?=[A-Z\u00c0-\u00de])|\d(?=[^\W\d_])(?!\d*(?:st|nd|rd|th))")
_MARKED = re.compile("[\u00a1-\u00ff]")  # most letters of any word in Latin script are without marks
_GUID = re.compile(r"[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}|https?://\S+", re.IGNORECASE)


def is_table(content: Content) -> bool:
    """A workbook, or text that is neither JSON nor XML; a title such as `[Draft] Standards` may begin like JSON."""
    if content.is_workbook:
        return True
    broken = content.is_json and content.json is None and not content.json_lines
    return (broken and content.name.lower().endswith(_SUFFIXES)) or not (content.is_json or content.is_xml)


def read_table(content: Content) -> list[Publication]:
    """Read the one framework of a table.

    Raises UnreadableError, naming the columns seen, when none of them holds statements or none of them names them.
    """
    custom = content.columns
    if content.is_workbook:
        return publish(read_apart(content.file, content.limits, content.sha256), custom, content.name)
    return publish(Tables((read_delimited(content.text, partial(_known, custom=custom)),)), custom, content.name)


def publish(read: Tables, custom: Mapping[str, Sequence[str]], file: str = "") -> list[Publication]:
    """The sheets of one framework as a publication; sheets without a header of standards are passed over.

    A table that we wrote may hold several frameworks. `custom` is what a district calls its columns.
    """
    found = [(table, at) for table in read.tables if (at := _find_header(table.rows, custom)) is not None]
    if not found:
        raise UnreadableError(trouble="no-columns", facts=_seen(read))
    entries: list[Entry] = []
    edges: list[Edge] = []
    licences: set[str] = set()
    for table, at in found:
        header_row = [*table.rows[at].cells]
        below = [row for row in table.rows[at + 1 :] if any(row.cells) and not _repeats(row, header_row)]
        header = name_columns(header_row, max((len(row.cells) for row in below), default=0))
        if is_native(header):
            return publish_native(header, below)
        columns = _settle_id(find_columns(header, custom), below)
        for entry in (read_row(row, header, columns) for row in below):
            extra, links = take_edges(entry)
            entries.append(_of_sheet(replace(entry, extra=extra), table.name, columns))
            edges.extend(links)
        licences.update(cell_of(row, columns, "licence") for row in below)
    if not entries:
        raise UnreadableError(trouble="only-header", facts=Facts(kind="standards"))
    problems = tuple(
        Problem("F303", file, trouble="hidden-sheet", facts=Facts(sheet=excerpt(name, 80))) for name in read.hidden
    )
    licence = licences.pop() if len(licences) == 1 else ""
    return [Publication(tuple(entries), edges=tuple(edges), licence=licence, problems=problems)]


def _repeats(row: Row, header: Sequence[str]) -> bool:
    """Whether a row is the header again, as lists have it above each grade."""
    return [cell.casefold() for cell in row.cells if cell] == [cell.casefold() for cell in header if cell]


def _of_sheet(entry: Entry, sheet: str, columns: Columns) -> Entry:
    """With the grades that its sheet's name states, where the sheet has no column of grades."""
    return entry if not sheet or "grades" in columns else replace(entry, grades=find_grades(sheet))


def _known(cells: Sequence[str], custom: Mapping[str, Sequence[str]]) -> int:
    """How many of these cells are columns of a table of standards; 0 where they are not its header."""
    columns = find_columns(cells, custom)
    return len(columns) if is_header(columns) else 0


def _find_header(rows: Sequence[Row], custom: Mapping[str, Sequence[str]]) -> int | None:
    """The number of the row that looks most like a header, or None."""
    looks = [(known, -at) for at, row in enumerate(rows[:HEADER_WITHIN]) if (known := _known(row.cells, custom))]
    return -max(looks)[1] if looks else None


def _settle_id(columns: Columns, rows: Iterable[Row]) -> Columns:
    """Take a column named `id` for the codes where there is no other and it holds neither GUIDs nor addresses."""
    if "code" in columns or all(_GUID.fullmatch(cell_of(row, columns, "id")) for row in rows):
        return columns
    return {("code" if noun == "id" else noun): at for noun, at in columns.items()}


def _seen(read: Tables) -> Facts:
    """The cells that may have been meant for a header, and the hidden sheets.

    Raises UnreadableError where the cells are not words: a binary is not quoted.
    """
    seen = next((row.cells for table in read.tables for row in table.rows if sum(map(bool, row.cells)) > 1), ())
    worded = [cell for cell in seen if cell and _is_worded(cell)]
    if 2 * len(worded) < sum(map(bool, seen)):
        raise UnreadableError(trouble="binary")
    hidden = (excerpt(", ".join(read.hidden), 80),) if read.hidden else ()
    return Facts(cells=[repr(cell[:40]) for cell in worded[:12]], hidden=hidden)


def _is_worded(cell: str) -> bool:
    """Whether a cell reads as words or numbers: few signs among its letters, and capitals where words begin."""
    signs = len(_SIGNS.findall(cell))
    marked = len(_MARKED.findall(cell))
    return signs * 8 <= len(cell) and marked * 2 <= len(cell) and len(_TURNS.findall(cell)) <= 1 + len(cell.split())
