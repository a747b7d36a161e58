"""Rows of cells out of delimited text and out of workbooks."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from curalign.errors import FrameworkError, UnreadableError
from curalign.reading.files.bounds import LOCKED, check_cells, check_workbook
from curalign.settings import ReadingSettings

DELIMITERS = (",", ";", "\t", "|")


@dataclass(frozen=True, slots=True)
class Row:
    """One row's cells as text, and where the row stands: `row 7`, `sheet Grade 3, row 7`."""

    place: str
    cells: Sequence[str]


def read_delimited(text: str, delimiter: str) -> list[Row]:
    """Every row of delimited text; FrameworkError where a quotation mark is never closed.

    Other loose quotation marks are taken as they stand: `"Count" to 100` is common in sheets written by hand.
    """
    try:
        return split_cells(text, delimiter, strict=True)
    except FrameworkError as error:
        if "unexpected end" in str(error) or "field larger" in str(error):
            raise
        return split_cells(text, delimiter, strict=False)


def split_cells(text: str, delimiter: str, *, strict: bool) -> list[Row]:
    """Every row of delimited text; where `strict`, FrameworkError for any quotation mark out of place."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict)
    rows: list[Row] = []
    try:
        rows.extend(Row(f"row {number}", [cell.strip() for cell in cells]) for number, cells in enumerate(reader, 1))
    except csv.Error as error:
        where = f"row {len(rows) + 1}"
        raise FrameworkError(f"cannot be split into cells at {where} ({error}); look for a missing quote.") from error
    return rows


def read_apart(file: Path, limits: ReadingSettings) -> list[list[Row]]:
    """Every sheet of a workbook, read in a process of its own, since one can hang, crash or eat the memory.

    Raises FrameworkError when it is damaged, locked, or past its limits.
    """
    from curalign.reading.documents.processes import WorkerExtractor

    with WorkerExtractor(limits) as worker:
        return [[Row(place, cells) for place, cells in sheet] for sheet in worker.sheets(file)]


def read_workbook(data: bytes) -> Iterator[list[Row]]:
    """Every sheet of an XLSX, XLS, XLSB or ODS file, as rows; FrameworkError when it is damaged or locked."""
    import python_calamine as calamine

    try:
        check_workbook(data)
        book = calamine.load_workbook(io.BytesIO(data))
        for name in book.sheet_names:
            sheet = book.get_sheet_by_name(name)
            check_cells(sheet.total_width, sheet.total_height)
            cells = sheet.to_python(skip_empty_area=False)
            yield [Row(f"sheet {name}, row {number}", list(map(_as_text, row))) for number, row in enumerate(cells, 1)]
    except calamine.PasswordError as error:
        raise FrameworkError(LOCKED) from error
    except UnreadableError as error:
        raise FrameworkError(str(error)) from error
    except (calamine.CalamineError, OSError, ValueError) as error:
        raise FrameworkError(f"is not a workbook that can be read ({error}); save it again, or as CSV.") from error


def _as_text(cell: Any) -> str:
    """A cell as it was typed: a grade is `3` and not `3.0`."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return str(cell).strip()
