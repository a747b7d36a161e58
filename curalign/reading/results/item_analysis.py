"""Item analyses: a table with a row for each test item and group."""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from curalign.domain.problems import Problem
from curalign.domain.results import Result

COLUMNS = ("item_id", "standard_code", "max_points", "n", "p_value", "group")
_REQUIRED = COLUMNS[:-1]
_PUPIL = re.compile(
    r"(?:student|pupil|learner|child)s?(?:[ _-]*(?:id|no|number|name|email))?"
    r"|(?:(?:first|last|full|given|family)[ _-]*|sur)?name"
    r"|(?:sis[ _-]*)?id|ssid|upn|e?-?mail|birth[ _-]*da(?:y|te)|dob",
    re.IGNORECASE,
)


def read_item_analysis(path: Path, name: str = "") -> tuple[tuple[Result, ...], tuple[Problem, ...]]:
    """Read an item-analysis CSV: `item_id, standard_code, max_points, n, p_value, group` (`group` may be missing).

    `name` is what problems call the file. A table that looks like one row per pupil is refused as a whole; a row that
    cannot be understood is a problem and the others are read.
    """
    called = name or path.name
    try:
        text = _decode(path.read_bytes())
    except OSError as error:
        return (), (Problem("F301", called, f"cannot be opened ({error.strerror}); check its permissions."),)
    lines = text.splitlines()
    if not lines:
        return (), (Problem("F301", called, "is empty; restore it from a copy or remove it."),)
    # A damaged cell may be long, and is named below like any other.
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    table = csv.DictReader(lines, delimiter=max(",;\t", key=lines[0].count))
    columns = [(column or "").strip().lower() for column in table.fieldnames or ()]
    refusal = _refusal(columns)
    if refusal:
        return (), (Problem("F301", called, refusal, "line 1"),)
    table.fieldnames = columns
    read = list(_rows(table, called))
    if not read:
        return (), (Problem("F301", called, "has a header and no results below it; export it again."),)
    results = tuple(each for each in read if isinstance(each, Result))
    return results, tuple(each for each in read if isinstance(each, Problem))


def _decode(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig").replace("\x00", "")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace").replace("\x00", "")


def _refusal(columns: list[str]) -> str:
    pupil = pupil_column(columns)
    if pupil is not None:
        return (
            f"has a column {pupil!r}, so it seems to tell of single pupils; results are read per group only: remove it."
        )
    missing = [column for column in _REQUIRED if column not in columns]
    if missing:
        return f"lacks the column {missing[0]!r}; results need {', '.join(_REQUIRED)}, and may have group."
    return ""


def pupil_column(columns: Iterable[str]) -> str | None:
    """The first column whose name tells of single pupils, as a pupil's id or name does."""
    return next((column for column in columns if _PUPIL.fullmatch(column)), None)


def _rows(table: csv.DictReader[str], called: str) -> Iterator[Result | Problem]:
    try:
        for row in table:
            try:
                yield _result(row)
            except ValueError as error:
                yield Problem("F301", called, f"{error}; the row was left out.", f"line {table.line_num}")
    except csv.Error as error:
        yield Problem("F301", called, f"is no CSV from here on ({error}); save it again.", f"line {table.line_num}")


def _result(row: Mapping[str, str | None]) -> Result:
    item, code = (_cell(row, column) for column in ("item_id", "standard_code"))
    points, n, p_value = (_number(row, column) for column in ("max_points", "n", "p_value"))
    if not item or not code:
        raise ValueError("item_id and standard_code must not be empty")
    if points <= 0 or n < 0 or n != int(n):
        raise ValueError("max_points must be above 0 and n a whole number of pupils")
    if not 0 <= p_value <= 1:
        raise ValueError(f"p_value must be from 0 to 1 and is {p_value:g}")
    return Result(item, code, points, int(n), p_value, _cell(row, "group"))


def _cell(row: Mapping[str, str | None], column: str) -> str:
    return (row.get(column) or "").strip()


def _number(row: Mapping[str, str | None], column: str) -> float:
    cell = _cell(row, column)
    try:
        number = float(cell)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise ValueError(f"{column} must be a number and is {cell[:40]!r}")
    return number
