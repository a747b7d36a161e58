"""What PD could be held: a table of sessions, or the hours and the cost that the PD folder's own documents state."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from curalign.domain.grades import find_grades, read_grades
from curalign.domain.plans import Option
from curalign.domain.problems import Problem
from curalign.errors import UnreadableError
from curalign.reading.files.bounds import MAX_BYTES
from curalign.reading.files.file_bytes import read_hashed
from curalign.reading.files.tables import HEADER_WITHIN, Row, Table, plain_name, read_tables
from curalign.reading.files.walking import walk
from curalign.reading.survey import options_in, require_folder
from curalign.settings import DistrictSettings
from curalign.wording import Facts

_NAMES: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "session", "sessiontitle", "workshop", "name", "option"),
    "hours": ("hours", "hour", "duration", "durationhours", "lengthhours", "clockhours"),
    "cost": ("cost", "price", "fee", "totalcost", "budget"),
    "text": ("text", "description", "content", "agenda", "abstract", "details"),
    "audience": ("audience", "for", "participants", "who"),
    "grades": ("grades", "grade", "gradelevel", "gradelevels"),
    "capacity": ("capacity", "seats", "maxparticipants", "places"),
    "schools": ("schools", "school", "campus", "site", "sites"),
    "requires": ("prerequisites", "prerequisite", "requires", "after"),
    "block": ("staffingblock", "block", "slot", "timeblock"),
    "starts": ("starts", "start", "date", "when", "day"),
}
"""Our columns by the plain names that people give them."""
_NEEDED = ("title", "hours", "text")
_BETWEEN = re.compile(r"\s*[;|]\s*")
_MONEY = re.compile(r"^[$€£]?\s*(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*(?:[$€£]|USD|dollars?)?$", re.IGNORECASE)
_NUMBER = re.compile(r"^(\d+(?:[.,]\d+)?)\s*(?:h|hrs?|hours?)?\.?$", re.IGNORECASE)
_FREE = ("free", "none", "no cost", "gratis")


def find_options(folder: Path, chosen: DistrictSettings) -> Path | None:
    """The table of sessions in a folder of PD.

    Args:
        folder: The district's folder.
        chosen: Which folders hold PD.

    Returns:
        `options.csv`, `.tsv`, `.xlsx`, `.xls` or `.ods`, in whatever capitals; None where there is none.

    Raises:
        DistrictError: There is no such folder.

    """
    require_folder(folder)
    found, _ = walk(folder)
    return next((file.file for file in options_in(found, chosen)), None)


def read_options(path: Path, name: str = "") -> tuple[tuple[Option, ...], tuple[Problem, ...]]:
    """Read a table of sessions: `title, hours, cost, audience, capacity, schools, prerequisites, block, date, text`.

    Only title, hours and text are needed; columns may have other usual names, and titles may stand above. Several
    schools or prerequisites are parted by `;`.

    Args:
        path: Delimited text or a workbook.
        name: What problems call it; the file's own name unless given.

    Returns:
        The sessions in the order of the rows, and a problem for each row that cannot be understood.

    Raises:
        UnreadableError: The file cannot be read, or has not the columns.

    """
    called = name or path.name
    data = read_hashed(path, MAX_BYTES).data
    tables = [table for table in read_tables(path, _known, data=data, forgiving=True).tables if table.rows]
    if not tables:
        raise UnreadableError(trouble="empty", facts=Facts(kind="data"), file=str(path))
    table = max(tables, key=lambda each: _known(_header(each).cells))
    header = _header(table)
    columns = _columns(header.cells)
    for needed in _NEEDED:
        if needed not in columns:
            raise UnreadableError(trouble="options-no-column", facts=Facts(column=needed), file=str(path))
    options: dict[str, Option] = {}
    problems = []
    for row in table.rows:
        if row.line <= header.line:
            continue
        place = f"{called}, {row.place}"
        try:
            option = _option({noun: _cell(row, at) for noun, at in columns.items()}, table, place)
            if option.title.casefold() in options:
                raise UnreadableError(trouble="option-doubled")
            options[option.title.casefold()] = option
        except UnreadableError as error:
            problems.append(Problem("F301", called, trouble=error.trouble, facts=error.facts, place=row.place))
    return tuple(options.values()), tuple(problems)


def _header(table: Table) -> Row:
    return max(table.rows[:HEADER_WITHIN], key=lambda row: _known(row.cells))


def _known(cells: Sequence[str]) -> int:
    return len(_columns(cells))


def _columns(header: Sequence[str]) -> dict[str, int]:
    """Which of our columns stands where."""
    names = [plain_name(cell) for cell in header]
    return {noun: at for noun, usual in _NAMES.items() for at in [_first(names, usual)] if at is not None}


def _first(names: Sequence[str], usual: Iterable[str]) -> int | None:
    return next((names.index(name) for name in usual if name in names), None)


def _cell(row: Row, at: int) -> str:
    return row.cells[at] if at < len(row.cells) else ""


def _option(cells: Mapping[str, str], table: Table, place: str) -> Option:
    """One row as a session. Raises UnreadableError, saying what is wrong with it."""
    for noun in _NEEDED:
        if not cells[noun]:
            raise UnreadableError(trouble="option-cell", facts=Facts(column=noun, cell="", wrong="empty"))
    cost = cells.get("cost", "")
    audience = cells.get("audience", "")
    capacity = _number(cells.get("capacity", ""), "capacity")
    return Option(
        title=cells["title"],
        hours=_hours(cells["hours"]),
        cost=_money(cost, table.decimal_comma) if cost else 0.0,
        text=cells["text"],
        audience=audience,
        grades=read_grades(cells.get("grades", "")) or find_grades(audience),
        capacity=None if capacity is None else int(capacity),
        schools=_parts(cells.get("schools", "")),
        requires=_parts(cells.get("requires", "")),
        block=cells.get("block", ""),
        starts=_moment(cells.get("starts", "")),
        place=place,
        cost_stated=bool(cost),
    )


def _parts(cell: str) -> tuple[str, ...]:
    parts = tuple(part for part in _BETWEEN.split(cell) if part)
    return () if len(parts) == 1 and parts[0].casefold() in ("all", "any", "none", "-") else parts


def _hours(cell: str) -> float:
    value = _number(cell, "hours")
    if not value:
        raise UnreadableError(trouble="option-cell", facts=Facts(column="hours", cell=cell[:40], wrong="number"))
    return value


def _number(cell: str, column: str) -> float | None:
    if not cell:
        return None
    found = _NUMBER.match(cell)
    if found is None:
        raise UnreadableError(trouble="option-cell", facts=Facts(column=column, cell=cell[:40], wrong="number"))
    return float(found[1].replace(",", "."))


def _money(cell: str, decimal_comma: bool) -> float:
    bare = cell.replace(".", "").replace(",", ".") if decimal_comma and "," in cell else cell
    if bare.casefold() in _FREE:
        return 0.0
    found = _MONEY.match(bare)
    if found is None:
        raise UnreadableError(trouble="option-cell", facts=Facts(column="cost", cell=cell[:40], wrong="number"))
    return float(found[1].replace(",", "") + (found[2] or ""))


def _moment(cell: str) -> datetime | None:
    if not cell:
        return None
    try:
        return datetime.fromisoformat(cell)
    except ValueError:
        facts = Facts(column="date", cell=cell[:40], wrong="date")
        raise UnreadableError(trouble="option-cell", facts=facts) from None


# --- What documents state of themselves ------------------------------------------------------------------------------

_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_COUNT = rf"(\d{{1,3}}(?:\.\d+)?|{'|'.join(_WORDS)})"
_HOURS = rf"{_COUNT}[\s-]+(?:(?:clock|contact|full|credit)[\s-]+)?hours?\b"
_STATED = re.compile(rf"\b{_HOURS}", re.IGNORECASE)
_SESSIONS = re.compile(
    rf"\b{_COUNT}\s+(?:sessions?|meetings?|mornings?|afternoons?|days?)\s+of\s+{_HOURS}", re.IGNORECASE
)
_PRICE = re.compile(r"\$\s?(\d{1,3}(?:,\d{3})+|\d+)(\.\d\d)?(?!\d)(?!\s*(?:per|each|a|/)\b)", re.IGNORECASE)
_MOST_HOURS = 200


@dataclass(frozen=True, slots=True)
class Stated:
    """What a document says of itself, in its own words; None where it says nothing."""

    hours: float | None = None
    hours_as: str = ""
    cost: float | None = None
    cost_as: str = ""


def find_stated(texts: Iterable[str]) -> Stated:
    """The hours that a document of PD takes, and what it costs, where its text says so.

    Of several numbers of hours the greatest counts, and `three sessions of two hours` are six; `an hour` is no
    statement. A price for each person is none of the whole.

    Args:
        texts: The document's passages.

    Returns:
        The numbers and the words that they were found in.

    """
    hours: list[tuple[float, str]] = []
    costs: list[tuple[float, str]] = []
    for text in texts:
        hours += [(_value(m[1]) * _value(m[2]), m[0]) for m in _SESSIONS.finditer(text)]
        hours += [(_value(m[1]), m[0]) for m in _STATED.finditer(text)]
        costs += [(float(m[1].replace(",", "") + (m[2] or "")), m[0]) for m in _PRICE.finditer(text)]
    hours = [each for each in hours if 0 < each[0] <= _MOST_HOURS]
    most = max(hours, key=lambda each: each[0], default=(None, ""))
    dearest = max(costs, key=lambda each: each[0], default=(None, ""))
    return Stated(most[0], most[1], dearest[0], dearest[1])


def _value(word: str) -> float:
    low = word.lower()
    return float(_WORDS.index(low) + 1) if low in _WORDS else float(word)
