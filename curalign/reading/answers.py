"""The sheet on which people review without the page: what they wrote into it, row by row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from curalign.errors import RunError, UnreadableError
from curalign.reading.files.bounds import MAX_BYTES
from curalign.reading.files.file_bytes import read_hashed
from curalign.reading.files.tables import Table, read_tables

SHEET: Final = "Review"
COLUMNS: Final = (
    "standard",
    "statement",
    "kind",
    "file",
    "place",
    "quote",
    "machine",
    "answer",
    "strength",
    "stage",
    "depth",
    "challenge",
    "note",
    "reviewer",
    "standard_id",
    "passage_id",
)
"""The header of the sheet; the last two are hidden, and say what a row is about."""

_NEEDED = frozenset(("answer", "reviewer", "standard_id", "passage_id"))


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One row: where it stands, and its cells by column."""

    place: str
    cells: Mapping[str, str]

    def text(self, column: str) -> str:
        """A cell, empty where the sheet has no such column."""
        return self.cells.get(column, "").strip()


def read_answers(path: Path | str) -> tuple[AnswerRow, ...]:
    """Read the sheet "Review" of a workbook, or a table of text with its columns.

    Args:
        path: The file, which may come from anybody: a workbook is read in a process of its own.

    Returns:
        The rows in which something stands under "answer".

    Raises:
        RunError: The file cannot be read, or has no such sheet; names the file.

    """
    file = Path(path)
    try:
        data = read_hashed(file, MAX_BYTES).data
        tables = read_tables(file, lambda cells: len(set(map(_plain, cells)) & set(COLUMNS)), data=data).tables
    except UnreadableError as error:
        raise RunError(f"{file}: {error}") from error
    table = next((table for table in tables if _is_review(table)), None)
    if table is None:
        raise RunError(
            f"{file}: has no sheet {SHEET} with the columns {', '.join(sorted(_NEEDED))}; write one with "
            "`curalign review FOLDER --export review.xlsx`."
        )
    header, *rows = table.rows
    names = [_plain(name) for name in header.cells]
    found = (AnswerRow(row.place, dict(zip(names, row.cells, strict=False))) for row in rows)
    return tuple(row for row in found if row.text("answer"))


def _is_review(table: Table) -> bool:
    named = not table.name or table.name.casefold() == SHEET.casefold()
    return named and bool(table.rows) and set(map(_plain, table.rows[0].cells)) >= _NEEDED


def _plain(name: str) -> str:
    return name.strip().lower()
