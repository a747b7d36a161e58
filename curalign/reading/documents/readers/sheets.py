"""Workbooks (xlsx, xls, xlsb, ods): each visible sheet under its name, one row a piece."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from curalign.domain.codes import LIKE_A_CODE
from curalign.domain.materials import Form
from curalign.reading.documents.cleaning import row
from curalign.reading.documents.drafts import Draft, Piece
from curalign.reading.documents.readers import omitted
from curalign.reading.documents.readers.fields import TICKED, UNTICKED
from curalign.reading.documents.readers.grid import opened
from curalign.reading.documents.readers.table import MAX_ROWS, too_long
from curalign.reading.documents.readers.worksheets import Beside, beside_cells
from curalign.reading.files.tables import Row, Table, read_workbook

_MAX_CELLS = 20_000_000  # the library sets memory aside for every cell between the first and the last
_LABEL = 80  # characters; a longer text that is merged over rows is said once
_NOTHING = Beside()
_BOXES = {"True": TICKED, "False": UNTICKED}


def read(data: bytes, mime: str) -> Draft:  # noqa: ARG001 (every reader takes the same)
    """Read a workbook. Hidden sheets, rows and columns are left out: they hold lookup lists and what was dropped."""
    found = read_workbook(data, cells=_MAX_CELLS, max_rows=MAX_ROWS + 1, filled=_LABEL)
    others = beside_cells(data)
    left_out = Counter({omitted.SHEETS: len(found.hidden)})
    long = [table for table in found.tables if len(table.rows) > MAX_ROWS]
    pieces = [piece for table in found.tables for piece in _sheet(table, others.get(table.number, _NOTHING), left_out)]
    lost = (each for table in found.tables for each in others.get(table.number, _NOTHING).lost)
    told = omitted.summed((*(too_long(long) if long else ()), *omitted.told(left_out), *lost))
    return Draft(pieces, unit="sheet", pages=len(found.tables), left_out=told)


def _sheet(table: Table, beside: Beside, left_out: Counter[str]) -> list[Piece]:
    """A sheet under its name, then what its shapes say; columns that are empty on its left say nothing."""
    rows = _shown(table.rows[:MAX_ROWS], beside, left_out)
    empty = min((next(at for at, cell in enumerate(cells) if cell) for _, cells in rows), default=0)
    page = table.number
    made = (Piece(text, Form.ROW, page=page, line=line) for line, cells in rows if (text := row(cells[empty:])))
    filled = list(opened(made))
    words = [replace(piece, page=page) for piece in beside.words if piece.text.strip()]
    heads = [Piece(line, page=page) for line in beside.heads]
    return [Piece(table.name, level=1, page=page), *heads, *filled, *words] if filled or words else []


def _shown(rows: Sequence[Row], beside: Beside, left_out: Counter[str]) -> list[tuple[int, list[str]]]:
    """The lines of the rows that are shown, with their cells in the columns that are."""
    shown = [(each.line, list(each.cells)) for each in rows if each.line not in beside.rows]
    left_out[omitted.ROWS] += len(rows) - len(shown)
    left_out[omitted.COMMENTS] += beside.comments
    for line, cells in shown if beside.struck else ():
        for at, text in enumerate(cells):
            if text and (kept := beside.struck.get((line, at))) is not None:
                cells[at] = kept.strip()
                left_out[omitted.STRUCK] += 1
    told = {at for at in beside.columns if any(at < len(cells) and cells[at] for _, cells in shown)}
    left_out[omitted.COLUMNS] += len(told)
    if beside.columns:
        shown = [(line, [cell for at, cell in enumerate(cells) if at not in beside.columns]) for line, cells in shown]
    return [(line, cells) for line, cells in _with_boxes(shown) if any(cells)]


def _with_boxes(rows: list[tuple[int, list[str]]]) -> list[tuple[int, list[str]]]:
    """The rows with boxes before codes where a workbook keeps whether each is ticked, as TRUE or FALSE."""
    boxed = [cells for _, cells in rows if "True" in cells or "False" in cells]
    width = max(map(len, boxed), default=0)
    for at in range(width - 1):
        beside = [cells for cells in boxed if len(cells) > at + 1 and cells[at] in _BOXES]
        if len(beside) > 1 and all(LIKE_A_CODE.match(cells[at + 1]) for cells in beside):
            for cells in beside:
                cells[at] = _BOXES[cells[at]]
    return rows
