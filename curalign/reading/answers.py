"""The sheet on which people review without the page: what they wrote into it, row by row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from curalign.domain.questionnaire import COLUMNS, choice_called, column_called, is_sheet, sheet_name
from curalign.errors import RunError, UnreadableError
from curalign.reading.files.bounds import MAX_BYTES
from curalign.reading.files.file_bytes import read_hashed
from curalign.reading.files.tables import Table, read_tables

_NEEDED = frozenset(("answer", "reviewer", "standard_id", "passage_id"))


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One row: where it stands, and its cells by column; columns and choices have the program's own names."""

    place: str
    cells: Mapping[str, str]

    def text(self, column: str) -> str:
        """A cell, empty where the sheet has no such column."""
        return self.cells.get(column, "").strip()


def read_answers(path: Path | str) -> tuple[AnswerRow, ...]:
    """Read the sheet "Review" of a workbook, or a table of text with its columns, in whatever language it was written.

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
        tables = read_tables(file, lambda cells: len(set(map(column_called, cells)) & set(COLUMNS)), data=data).tables
    except UnreadableError as error:
        raise RunError(f"{file}: {error}") from error
    table = next((table for table in tables if _is_review(table)), None)
    if table is None:
        raise RunError(
            f"{file}: has no sheet {sheet_name()} with the columns {', '.join(sorted(_NEEDED))}; write one with "
            "`curalign review FOLDER --export review.xlsx`."
        )
    header, *rows = table.rows
    names = [column_called(title) for title in header.cells]
    found = (AnswerRow(row.place, _named(names, row.cells)) for row in rows)
    return tuple(row for row in found if row.text("answer"))


def _named(names: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    return {name: choice_called(name, cell) for name, cell in zip(names, cells, strict=False)}


def _is_review(table: Table) -> bool:
    named = not table.name or is_sheet(table.name)
    return named and bool(table.rows) and set(map(column_called, table.rows[0].cells)) >= _NEEDED
