"""Tables out of delimited text and out of workbooks: one reader for standards, labels, results, plans and documents."""

from __future__ import annotations

import csv
import datetime
import hashlib
import io
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from curalign.errors import UnreadableError
from curalign.reading.files.bounds import CELLS, COLUMNS, MAX_BYTES, check_cells, check_workbook
from curalign.reading.files.file_bytes import CHANGED, Unread, read_hashed
from curalign.reading.files.text import decode
from curalign.settings import ReadingSettings
from curalign.wording import Facts

DELIMITERS = (",", ";", "\t", "|")

_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
_HINT = re.compile(r'"?sep=([,;\t|])"?[^\S\n]*\r?\n?', re.IGNORECASE)  # Excel takes the delimiter from such a first row
HEADER_WITHIN = 40
"""How many rows of titles and notes may stand above a header."""

_HEAD_ROWS, _HEAD_CHARACTERS = 4 * HEADER_WITHIN, 200_000

_MAX_CELL_LENGTH = 131_072  # characters of a cell: more are the rest of a file after a lost quotation mark

Known = Callable[[Sequence[str]], int]
"""Counts the cells of a row that name columns the caller knows; this finds the header and the delimiter."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row's cells as text.

    `number` counts the rows of a text or of the `sheet` of this name, from 1; `line` is the first line of a text, or
    the row of a sheet, from 1.
    """

    number: int
    cells: Sequence[str]
    line: int = 0
    sheet: str = ""
    noun: str = "row"

    @property
    def place(self) -> str:
        """Where it stands, for people: `row 7`, `sheet Grade 3, row 7`."""
        return f"sheet {self.sheet}, row {self.number}" if self.sheet else f"{self.noun} {self.number}"

    @property
    def facts(self) -> Facts:
        """The same, for sentences."""
        return Facts(sheet=(self.sheet,) if self.sheet else (), noun=self.noun, row=self.number)


@dataclass(frozen=True, slots=True)
class Table:
    """The rows that hold anything; `name` and `number` are the sheet's, `delimiter` is what parts a text's cells."""

    rows: Sequence[Row]
    name: str = ""
    delimiter: str = ""
    number: int = 1

    @property
    def decimal_comma(self) -> bool:
        """Whether `0,5` is a half: programs part cells by semicolons where commas part decimals."""
        return self.delimiter == ";"


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of one file, and the names of the hidden sheets that were left out and are not empty."""

    tables: tuple[Table, ...]
    hidden: tuple[str, ...] = ()

    def pack(self) -> list[Any]:
        """As lists and strings, for JSON."""
        return [[_packed(table) for table in self.tables], self.hidden]

    @classmethod
    def unpack(cls, packed: list[Any]) -> Tables:
        """The tables that were packed."""
        tables, hidden = packed
        shown = (
            Table([Row(at, cells, line, name) for at, cells, line in rows], name, delimiter, number)
            for rows, name, delimiter, number in tables
        )
        return cls(tuple(shown), tuple(hidden))


def _packed(table: Table) -> list[Any]:
    rows = [[row.number, row.cells, row.line] for row in table.rows]
    return [rows, table.name, table.delimiter, table.number]


class BrokenTableError(UnreadableError):
    """A text cannot be split into cells, for the `reason` among the facts."""

    @property
    def reason(self) -> str:
        """What the parser says."""
        return str(self.facts["reason"])


def is_workbook(data: bytes) -> bool:
    """Whether bytes begin as Excel's and LibreOffice's files do."""
    return data.startswith(_WORKBOOKS)


def plain_name(header: str) -> str:
    """A header as it is compared: case, spaces and punctuation do not matter."""
    return re.sub(r"[^a-z0-9#]", "", header.lower()).replace("#", "number")


def read_tables(
    file: Path,
    known: Known | None = None,
    *,
    data: bytes | None = None,
    forgiving: bool = False,
    max_rows: int | None = None,
    limits: ReadingSettings | None = None,
) -> Tables:
    """The tables of a file, a workbook or delimited text, whichever its bytes are.

    Args:
        file: The file; its name does not matter.
        known: See `read_delimited`.
        data: Its bytes, where they were read already. A workbook is read once more, and must still be of them.
        forgiving: See `read_delimited`.
        max_rows: The most rows of a text to read.
        limits: What a workbook may take; it is read in a process of its own, since one can hang, crash or eat memory.

    Raises:
        UnreadableError: It cannot be opened, is damaged, locked, or past its limits, or has changed meanwhile.
    """
    held = read_hashed(file, MAX_BYTES).data if data is None else data
    if is_workbook(held):
        return read_apart(file, limits or ReadingSettings(), hashlib.sha256(held).hexdigest())
    return Tables((read_delimited(decode(held), known, forgiving=forgiving, max_rows=max_rows),))


def read_apart(file: Path, limits: ReadingSettings, known: str = "") -> Tables:
    """The tables of a workbook, read in a process of its own.

    Raises UnreadableError as `read_tables` does, also where the sha256 is not `known` any more.
    """
    from curalign.reading.files.processes import Worker

    with Worker(f"{__package__}.workbooks", limits, "workbook") as worker:
        reply = worker.ask(file)
    if isinstance(reply, Unread):
        raise reply.as_error()
    if "problem" in reply:
        raise Unread.unpack(reply["problem"]).as_error()
    if known and reply["sha256"] != known:
        raise CHANGED.as_error()
    return Tables.unpack(reply["tables"])


def read_delimited(
    text: str,
    known: Known | None = None,
    *,
    delimiter: str = "",
    forgiving: bool = False,
    max_rows: int | None = None,
    widest: int | None = COLUMNS,
) -> Table:
    """The table that delimited text is.

    Args:
        text: The whole text. A first row `sep=;` names the delimiter and is not a row.
        known: How many cells of a row the caller knows as columns; the delimiter under which most are known is taken,
            and else the one that gives the most even rows.
        delimiter: The delimiter, where it is known.
        forgiving: Whether a cell of any length is read, and a quotation mark that is never closed taken as it
            stands; between tabs it always is.
        max_rows: The most rows to read.
        widest: The most cells of a row; any number where it is None.

    Returns:
        The rows that hold anything, cells without surrounding white space. Loose quotation marks are taken as they
        stand: `"Count" to 100` is common in sheets written by hand.

    Raises:
        BrokenTableError: A quotation mark is never closed, or a cell is longer than any statement.
        UnreadableError: A row has more cells than `widest`.
    """
    text = text.replace("\x00", "")
    hint = _HINT.match(text)
    if hint:
        delimiter = hint[1]
        text = text[hint.end() :]
    first = 2 if hint else 1
    delimiter = delimiter or _likeliest(text, known)
    csv.field_size_limit(max(_MAX_CELL_LENGTH, len(text) + 1) if forgiving else _MAX_CELL_LENGTH)
    try:
        rows = list(_checked(islice(_split(text, delimiter, first, strict=True), max_rows), widest))
    except BrokenTableError as error:
        unclosed = "unexpected end" in error.reason
        if "field larger" in error.reason or (unclosed and not forgiving and delimiter != "\t"):
            raise
        literal = unclosed or delimiter == "\t"
        rows = list(_checked(islice(_split(text, delimiter, first, quoted=not literal), max_rows), widest))
    return Table(rows, delimiter=delimiter)


def _checked(rows: Iterable[Row], widest: int | None) -> Iterator[Row]:
    """The rows, unless one of them is wider than any table that somebody made."""
    for row in rows:
        if widest is not None and len(row.cells) > widest:
            raise UnreadableError(trouble="too-wide", facts=Facts(row.facts, columns=len(row.cells)))
        yield row


def _split(text: str, delimiter: str, first: int = 1, *, strict: bool = False, quoted: bool = True) -> Iterator[Row]:
    """The rows that hold anything; BrokenTableError, where `strict`, for any quotation mark out of place."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict, quoting=0 if quoted else 3)
    number, line = first, first
    try:
        for cells in reader:
            stripped = [cell.strip() for cell in cells]
            if any(stripped):
                yield Row(number, stripped, line)
            number += 1
            line = reader.line_num + first
    except csv.Error as error:
        facts = Facts(Row(number, ()).facts, reason=str(error))
        raise BrokenTableError(trouble="cells-broken", facts=facts) from error


def _likeliest(text: str, known: Known | None) -> str:
    """The delimiter that makes the best table of a text's first rows."""
    head = "\n".join(text[:_HEAD_CHARACTERS].splitlines()[:_HEAD_ROWS])
    csv.field_size_limit(_HEAD_CHARACTERS + 1)  # under another delimiter a whole row is one cell

    def worth(delimiter: str) -> tuple[int, int, int, int]:
        rows = list(_split(head, delimiter))
        recognised = max((known(row.cells) for row in rows[:HEADER_WITHIN]), default=0) if known else 0
        widths = Counter(len(row.cells) for row in rows)
        width, times = max(widths.items(), key=lambda item: (item[1], item[0]), default=(1, 0))
        return recognised, times if width > 1 else 0, width, head.count(delimiter)

    return max(DELIMITERS, key=worth)


def read_workbook(data: bytes, *, cells: int = CELLS, max_rows: int | None = None, filled: int | None = None) -> Tables:
    """Every visible sheet of an XLSX, XLS, XLSB or ODS file.

    A cell that is merged down over several rows stands in each of them, as it does for whoever looks at the sheet.

    Args:
        data: The file.
        cells: The most cells that a sheet may reach over.
        max_rows: The most rows to read of each sheet.
        filled: The longest text that is filled down, in characters; any where it is None.

    Raises:
        UnreadableError: It is damaged or locked, or a stray cell makes a sheet of billions.
    """
    import python_calamine as calamine

    try:
        check_workbook(data, cells)
        with calamine.load_workbook(io.BytesIO(data)) as book:
            shown: list[Table] = []
            hidden: list[str] = []
            for number, about in enumerate(book.sheets_metadata, 1):
                sheet = book.get_sheet_by_name(about.name)
                check_cells(sheet.total_width, sheet.total_height, cells)
                if about.visible == calamine.SheetVisibleEnum.Visible:
                    rows = list(islice(_sheet_rows(sheet, filled), max_rows))
                    shown.append(Table(rows, about.name, number=number))
                elif sheet.start is not None:
                    hidden.append(about.name)
    except calamine.PasswordError as error:
        raise UnreadableError(trouble="locked", facts=Facts(kind="workbook")) from error
    except (calamine.CalamineError, OSError, ValueError) as error:
        raise UnreadableError(trouble="workbook-broken", facts=Facts(reason=str(error))) from error
    return Tables(tuple(shown), tuple(hidden))


def _sheet_rows(sheet: Any, filled: int | None) -> Iterator[Row]:
    """The rows of a sheet that hold anything before merged cells are filled in."""
    before = [""] * (sheet.start[1] if sheet.start else 0)
    below = _merged_below(sheet.merged_cell_ranges or ())
    held: dict[int, tuple[int, str]] = {}  # by column: the last row that a merged cell reaches, and its text
    for at, row in enumerate(sheet.iter_rows()):
        texts = [*before, *map(_as_text, row)]
        if not any(texts):
            continue
        for column, (last, text) in held.items():
            if at <= last and column < len(texts) and not texts[column]:
                texts[column] = text
        for column, last in below.get(at, ()):
            if column < len(texts) and (filled is None or len(texts[column]) <= filled):
                held[column] = last, texts[column]
        yield Row(at + 1, texts, at + 1, sheet.name)


def _merged_below(ranges: Iterable[tuple[tuple[int, int], tuple[int, int]]]) -> dict[int, list[tuple[int, int]]]:
    """For each row in which a merged cell begins that reaches below it: its column, and the last row."""
    found: dict[int, list[tuple[int, int]]] = {}
    for (top, left), (bottom, _) in ranges:
        if bottom > top:
            found.setdefault(top, []).append((left, bottom))
    return found


def _as_text(cell: Any) -> str:
    """A cell as a person reads it: a grade is `3` and not `3.0`, a day has no midnight."""
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else f"{cell:.10g}"
    if isinstance(cell, datetime.datetime) and cell.time() == datetime.time():
        return cell.date().isoformat()
    return str(cell).strip()
