"""Workbooks (xlsx, xls, xlsb, ods): each visible sheet under its name, one row a piece."""

from __future__ import annotations

import datetime
import io
from itertools import islice
from typing import Any

from curalign.domain.materials import Form
from curalign.errors import UnreadableError
from curalign.reading.files.bounds import check_workbook
from curalign.reading.documents.cleaning import row
from curalign.reading.documents.drafts import DocumentError, Draft, Piece
from curalign.reading.documents.readers.table import MOST_ROWS, too_long

_MOST_CELLS = 20_000_000  # the library sets memory aside for every cell between the first and the last


def read(data: bytes, mime: str) -> Draft:  # noqa: ARG001 (every reader takes the same)
    """Read a workbook. Hidden sheets are left out: they hold lookup lists, and no reader sees them."""
    import python_calamine as calamine

    try:
        check_workbook(data, _MOST_CELLS)
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = {
            number: _sheet(book.get_sheet_by_name(sheet.name), sheet.name, number)
            for number, sheet in enumerate(book.sheets_metadata, 1)
            if sheet.visible == calamine.SheetVisibleEnum.Visible
        }
    except UnreadableError as error:
        raise DocumentError(str(error).rstrip(".")) from error
    except calamine.PasswordError as error:
        raise DocumentError("is protected with a password; open it and save it without one") from error
    long = [f"sheet {number}" for number, rows in sheets.items() if len(rows) > MOST_ROWS + 1]
    pieces = [piece for rows in sheets.values() for piece in rows[: MOST_ROWS + 1]]
    return Draft(pieces, unit="sheet", pages=len(sheets), left_out=too_long(long))


def _sheet(sheet: Any, name: str, number: int) -> list[Piece]:
    texts = ((line, row([_shown(cell) for cell in cells])) for line, cells in enumerate(sheet.iter_rows(), 1))
    filled = (Piece(text, Form.ROW, page=number, line=line) for line, text in texts if text)
    rows = list(islice(filled, MOST_ROWS + 1))
    return [Piece(name, level=1, page=number), *rows] if rows else []


def _shown(cell: object) -> str:
    """A cell as a person reads it: whole numbers without a point, midnight without a time."""
    if isinstance(cell, float):
        return f"{cell:.10g}"
    if isinstance(cell, datetime.datetime) and cell.time() == datetime.time():
        return cell.date().isoformat()
    return str(cell)
