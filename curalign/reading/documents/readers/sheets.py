"""Workbooks (xlsx, xls, xlsb, ods): each visible sheet under its name, one row a piece."""

from __future__ import annotations

from curalign.domain.materials import Form
from curalign.reading.documents.cleaning import row
from curalign.reading.documents.drafts import Draft, Piece
from curalign.reading.documents.readers.table import MAX_ROWS, too_long
from curalign.reading.files.tables import Table, read_workbook

_MAX_CELLS = 20_000_000  # the library sets memory aside for every cell between the first and the last
_LABEL = 80  # characters; a longer text that is merged over rows is said once


def read(data: bytes, mime: str) -> Draft:  # noqa: ARG001 (every reader takes the same)
    """Read a workbook. Hidden sheets are left out: they hold lookup lists, and no reader sees them."""
    found = read_workbook(data, cells=_MAX_CELLS, max_rows=MAX_ROWS + 1, filled=_LABEL)
    shown = [table for table in found.tables if table.rows]
    long = [table for table in shown if len(table.rows) > MAX_ROWS]
    pieces = [piece for table in shown for piece in _sheet(table)]
    return Draft(pieces, unit="sheet", pages=len(found.tables), left_out=too_long(long) if long else ())


def _sheet(table: Table) -> list[Piece]:
    """A sheet under its name; columns that are empty on its left say nothing."""
    empty = min(next(at for at, cell in enumerate(each.cells) if cell) for each in table.rows)
    rows = ((each.line, row(each.cells[empty:])) for each in table.rows[:MAX_ROWS])
    filled = [Piece(text, Form.ROW, page=table.number, line=line) for line, text in rows if text]
    return [Piece(table.name, level=1, page=table.number), *filled] if filled else []
