"""Item analyses: a table with a row for each test item and group."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from curalign.domain.codes import entries_of
from curalign.domain.privacy import is_about_pupils, look_like_names
from curalign.domain.problems import Problem
from curalign.domain.results import Result
from curalign.errors import UnreadableError
from curalign.reading.files.file_bytes import Unread
from curalign.reading.files.tables import HEADER_WITHIN, Row, Table, Tables, plain_name
from curalign.reading.results.scores import MIN_PUPILS
from curalign.reading.results.trees import as_number
from curalign.wording import Facts

COLUMNS = ("item_id", "standard_code", "max_points", "n", "p_value", "group", "school")
_REQUIRED = COLUMNS[:-2]
_NAMES: Mapping[str, tuple[str, ...]] = {
    "item_id": ("itemid", "item", "itemnumber", "itemno", "question", "questionid", "questionnumber", "questionno"),
    "standard_code": ("standardcode", "standard", "standardcodes", "standards", "standardid", "alignedstandard"),
    "max_points": ("maxpoints", "maximumpoints", "pointspossible", "possiblepoints", "maxscore", "points"),
    "n": ("n", "ncount", "numberstudents", "numberofstudents", "studentcount", "studentstested", "numbertested"),
    "p_value": ("pvalue", "percentcorrect", "pctcorrect", "averagepercentcorrect", "avgpercentcorrect"),
    "group": ("group", "subgroup", "studentgroup"),
    "school": ("school", "schoolname", "campus", "building"),
}
"""Our columns by the plain names that testing tools give them; in these, `%` is `percent`."""

_PERCENT = re.compile(r"%|percent|pct", re.IGNORECASE)
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")


@dataclass(frozen=True, slots=True)
class _Columns:
    """The rows of a file, which column holds what, and how its numbers are written."""

    name: str
    at: Mapping[str, int]
    table: Table
    rows: Sequence[Row]
    in_percent: bool = False

    def cell(self, row: Row, column: str) -> str:
        """A row's cell under one of our columns; empty where there is none."""
        at = self.at.get(column, len(row.cells))
        return row.cells[at] if at < len(row.cells) else ""


def read_item_analysis(read: Tables, name: str) -> tuple[tuple[Result, ...], tuple[Problem, ...]]:
    """Read an item analysis: `item_id, standard_code, max_points, n, p_value, group, school`.

    The last two may be missing. Of a workbook the sheet with most of these columns is read. The columns may have the
    names that testing tools give them (`Item #`, `% Correct`), and titles may stand above.
    `name` is what problems call the file. A table that looks like one row per pupil is refused as a whole; a row that
    cannot be understood is a problem and the others are read.
    """
    tables = [table for table in read.tables if table.rows]
    if not tables:
        return (), (Problem("F301", name, trouble="empty", facts=Facts(kind="document")),)
    results, problems = _read_table(max(tables, key=lambda table: columns_known(_header(table).cells)), name)
    if read.hidden:  # counted, for a sheet of results may be called after a pupil
        hidden = Problem("F303", name, trouble="hidden-sheets", facts=Facts(count=len(read.hidden)))
        problems = (*problems, hidden)
    return results, problems


def _header(table: Table) -> Row:
    return max(table.rows[:HEADER_WITHIN], key=lambda row: columns_known(row.cells))


def _read_table(table: Table, called: str) -> tuple[tuple[Result, ...], tuple[Problem, ...]]:
    header = _header(table)
    refusal = _refusal(header.cells)
    if refusal:
        place = _place(table, header)
        return (), (Problem("F301", called, trouble=refusal.trouble, facts=refusal.facts, place=place),)
    below = [row for row in table.rows if row.line > header.line]
    if not below:
        return (), (Problem("F301", called, trouble="only-header", facts=Facts(kind="results")),)
    columns = _columns(header.cells)
    group = columns.get("group")
    if group is not None and look_like_names(row.cells[group] for row in below if group < len(row.cells)):
        place = f"{_place(table, header)}, column {group + 1}"
        return (), (Problem("F301", called, trouble="groups-named", place=place),)
    at = columns["p_value"]
    shares = (as_number(row.cells[at].replace(",", ".")) or 0 for row in below if at < len(row.cells))
    in_percent = any(share > 1 for share in shares) and _PERCENT.search(header.cells[at]) is not None
    return _read_rows(_Columns(called, columns, table, below, in_percent))


def _place(table: Table, row: Row) -> str:
    if not table.name:
        return f"line {row.line}"
    return f"sheet {table.number}, row {row.line}" if look_like_names([table.name]) else row.place


def _read_rows(table: _Columns) -> tuple[tuple[Result, ...], tuple[Problem, ...]]:
    results: dict[Result, None] = {}
    problems: list[Problem] = []
    for row in table.rows:
        try:
            results_of_row = _results(table, row)
            if not results.keys().isdisjoint(results_of_row):
                raise UnreadableError(trouble="row-doubled")
            results.update(dict.fromkeys(results_of_row))
        except UnreadableError as error:
            place = _place(table.table, row)
            problems.append(Problem("F301", table.name, trouble=error.trouble, facts=error.facts, place=place))
    return tuple(results), tuple(problems)


def _results(table: _Columns, row: Row) -> tuple[Result, ...]:
    """The result for each standard that the row names; `N/A` names none.

    Raises UnreadableError, saying what is wrong with the row.
    """
    item = table.cell(row, "item_id")
    named = table.cell(row, "standard_code")
    codes = entries_of(named)
    points, n = (_number(table, row, column) for column in ("max_points", "n"))
    share = _share(table, row)
    if not item or not named:
        raise UnreadableError(trouble="row-nameless")
    if points <= 0 or n < 0 or n != int(n):
        raise UnreadableError(trouble="row-numbers")
    if n < MIN_PUPILS:
        raise UnreadableError(trouble="row-few", facts=Facts(pupils=int(n), fewest=MIN_PUPILS))
    group, school = table.cell(row, "group"), table.cell(row, "school")
    return tuple(Result(item, code, points, int(n), share, group, school, len(set(codes))) for code in codes)


def _share(table: _Columns, row: Row) -> float:
    """The p-value, 0 to 1; percentages have their sign, or stand under a header that says so."""
    cell = table.cell(row, "p_value")
    signed = cell.endswith("%")
    value = _number(table, row, "p_value")
    value = round(value / 100, 6) if signed or table.in_percent else value
    if not 0 <= value <= 1:
        raise UnreadableError(trouble="row-share", facts=Facts(cell=cell[:40]))
    return value


def _number(table: _Columns, row: Row, column: str) -> float:
    cell = table.cell(row, column)
    bare = cell.removesuffix("%").strip() if column == "p_value" else cell
    if table.table.decimal_comma:
        bare = bare.replace(",", ".")
    elif _THOUSANDS.fullmatch(bare):
        bare = bare.replace(",", "")
    number = as_number(bare)
    if number is None:
        # The cell is not repeated: where columns have slipped it may be a pupil's name.
        raise UnreadableError(trouble="row-no-number", facts=Facts(column=column, cell="other" if cell else "empty"))
    return number


def _columns(header: Sequence[str]) -> dict[str, int]:
    """Which of our columns stands where."""
    names = [plain_name(cell.replace("%", " percent ")) for cell in header]
    found = {noun: [at for at, name in enumerate(names) if name in usual] for noun, usual in _NAMES.items()}
    return {noun: places[0] for noun, places in found.items() if places}


def columns_known(cells: Sequence[str]) -> int:
    """How many of a row's cells are names of our columns."""
    return len(_columns(cells))


def _refusal(header: Sequence[str]) -> Unread | None:
    pupil = pupil_column(header)
    if pupil is not None:
        return Unread(trouble="of-pupils", facts=Facts(column=pupil + 1))
    missing = [column for column in _REQUIRED if column not in _columns(header)]
    if missing:
        return Unread(trouble="no-result-column", facts=Facts(column=missing[0], needed=_REQUIRED))
    return None


def pupil_column(header: Iterable[str]) -> int | None:
    """Find the first column whose name is about single pupils, as a pupil's id or name is.

    Args:
        header: The names of the columns.

    Returns:
        The position of the column, from 0; None where there is none.

    """
    usual = {name for names in _NAMES.values() for name in names}
    return next((at for at, cell in enumerate(header) if plain_name(cell) not in usual and is_about_pupils(cell)), None)
