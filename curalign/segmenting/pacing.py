"""Pacing guides and scope-and-sequence tables: which rows speak of which unit, and for how long it is taught."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from curalign.domain.materials import Block, InstructionalTime
from curalign.segmenting.instructional_time import Span, read_span
from curalign.segmenting.roles import stems, words_of
from curalign.segmenting.vocabulary import (
    ASSESSMENT_COLUMNS,
    PACING_STANDARDS,
    PACING_SUBJECTS,
    PACING_TIMES,
    PACING_UNITS,
    PACING_WEAK_TIMES,
    TEACHING_COLUMNS,
)

_HEADER_ROWS = 5  # a table's column names stand in one of its first rows, below a title
_MAX_NAME_WORDS = 5  # words of a column's name
_MAX_UNIT_WORDS = 20  # words; a longer cell describes rather than names
_ONE = re.compile(r"\b(?:week|wk|day)\b", re.IGNORECASE)
_HOW_MANY = re.compile(r"#|\(s\)|\b(?:number|of|length|duration|pacing|time)\b", re.IGNORECASE)
_CELLS = re.compile(r"\s?\|\s?")
_MONTHS = "jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec"
_PERIOD = re.compile(
    r"\s*(?:(?:weeks?|wk|quarter|q|month|trimester|semester|(?:mark|grad)ing period|unit)s?\.?\s*#?\d[\d\s\u2013-]*"
    rf"|(?:\d(?:st|nd|rd|th)|first|second|third|fourth)\s+(?:quarter|semester|trimester|marking period)"
    rf"|(?:{_MONTHS})[a-z]*\.?(?:\s*\d[\d\s\u2013/-]*)?|fall|winter|spring|summer)\s*",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"\s*(?:sun|mon|tue|wed|thu|fri|sat)[a-z]*\.?\s*", re.IGNORECASE)
_DATED = re.compile(r"\s*\d{1,2}(?:\s|$|[:.)]\s)")
_SCHOOL_DAYS = 5


@dataclass(frozen=True, slots=True)
class PacedRow:
    """What a row of a pacing table belongs to: the unit and the weeks or dates, as the table names them."""

    headings: tuple[str, ...] = ()
    time: InstructionalTime | None = None


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where a pacing table has its times and its unit."""

    names: tuple[str, ...]
    times: tuple[int, ...] = ()
    unit: int | None = None


@dataclass(slots=True)
class _Reading:
    """The last times and unit read, for cells that are left empty because they are merged with the one above."""

    columns: _Columns
    unit: str = ""
    when: str = ""
    time: InstructionalTime | None = None
    rows: dict[int, PacedRow] = field(default_factory=dict)


def paced_rows(rows: Sequence[Block]) -> dict[int, PacedRow]:
    """By position, the rows of a table from the one that makes it a pacing table on; empty where none does."""
    across = _across(rows)
    if across is not None:
        return {at: PacedRow() for at in range(across, len(rows))}
    head = next((at for at, row in enumerate(rows[:_HEADER_ROWS]) if _columns(row.text)), None)
    if head is None:
        return {}
    columns = _columns(rows[head].text) or _Columns(())
    reading = _Reading(columns, rows={head: PacedRow()})
    divided = _divided(columns.names, _cells(rows[head + 1].text)) if head + 1 < len(rows) else ()
    if divided and (both := _columns(" | ".join(divided))):
        reading.columns = columns = both
        head += 1
        reading.rows[head] = PacedRow()
    cells = [_cells(row.text) for row in rows[head + 1 :]]
    counted = {at: _are_counted(columns.names[at], [_cell(row, at) for row in cells]) for at in columns.times}
    for at, row in enumerate(cells, head + 1):
        _read_row(reading, at, row, counted)
    return reading.rows


def _across(rows: Sequence[Block]) -> int | None:
    """The row from which a table is a year's plan with its weeks or months across, or a month's calendar.

    A week's plan of lessons has its days across as well, but no dates in its cells.
    """
    for at, row in enumerate(rows[:_HEADER_ROWS]):
        first, *names = _cells(row.text)
        below = [_cells(other.text) for other in rows[at + 1 :]]
        named = [name for name in names if name.strip()]
        if len(named) > 1 and all(map(_PERIOD.fullmatch, named)):
            labels = [{*words_of(cells[0]), " ".join(words_of(cells[0]))} for cells in below]
            return None if any(not label.isdisjoint(stems(TEACHING_COLUMNS)) for label in labels) else at
        if len(named) >= _SCHOOL_DAYS - 1 and all(_WEEKDAY.fullmatch(name) for name in (first, *named) if name.strip()):
            filled = [cell for cells in below for cell in cells if cell.strip()]
            return at if filled and 2 * sum(map(bool, map(_DATED.match, filled))) > len(filled) else None
    return None


def _read_row(reading: _Reading, at: int, row: Sequence[str], counted: Mapping[int, bool]) -> None:
    if tuple(row) == reading.columns.names:  # the header again, at the top of a page
        reading.rows[at] = PacedRow()
        return
    unit = "" if reading.columns.unit is None else _cell(row, reading.columns.unit)
    stated = [(column, _cell(row, column)) for column in reading.columns.times if _cell(row, column)]
    if stated or (unit and unit != reading.unit):
        spans = [read_span(text, reading.columns.names[column], counted=counted[column]) for column, text in stated]
        reading.when, reading.time = _together(spans)
    reading.unit = unit if len(unit.split()) <= _MAX_UNIT_WORDS and unit else reading.unit if not unit else ""
    headings = tuple(text for text in (reading.unit, reading.when) if text)
    reading.rows[at] = PacedRow(headings, reading.time)


def _divided(names: Sequence[str], below: Sequence[str]) -> tuple[str, ...]:
    """The names of columns whose header takes two rows, `Dates` above `Start` and `End`; empty where it takes one.

    The second row stands only under names that reach over several columns, and holds no numbers.
    """
    full: list[str] = []
    reaches = False
    for at in range(max(len(names), len(below))):
        above, under = _cell(names, at), _cell(below, at)
        merged = not above or (at + 1 < len(names) and not _cell(names, at + 1))
        if under and (not merged or any(map(str.isdigit, under))):
            return ()
        reaches = reaches or bool(under and not above)
        over = above or next((name for name in reversed(names[:at]) if name), "")
        full.append(f"{over} {under}".strip() if merged else above)
    return tuple(full) if reaches else ()


def _together(spans: Sequence[Span]) -> tuple[str, InstructionalTime | None]:
    """`Quarter 1, Weeks 3-5` and three weeks; two dates side by side are a start and an end."""
    dates = [span for span in spans if span.is_day]
    if len(dates) == 2:
        both = read_span(f"{dates[0].text} - {dates[1].text}", "date", counted=True)
        spans = [both, *(span for span in spans if not span.is_day)]
    text = ", ".join(span.text for span in spans)
    days = next((span.days for span in spans if span.days is not None), None)
    return text, None if days is None else InstructionalTime(text, days)


def _are_counted(name: str, texts: Sequence[str]) -> bool:
    """Whether a column counts the weeks or days of the year (1-3, 4-6) rather than saying how many they are."""
    if _ONE.search(name) and not _HOW_MANY.search(name):
        return True
    spans = [span for text in texts if text and (span := read_span(text, "", counted=True)).first is not None]
    ends = [((first.last or 0), (second.first or 0)) for first, second in pairwise(spans)]
    if any(span.first != span.last for span in spans):
        return all(end < start for end, start in ends)  # 1-4, 5-8, 20-22; numbers of weeks overlap sooner or later
    return bool(spans) and spans[0].first == 1 and all(start == end + 1 for end, start in ends)


def _columns(text: str) -> _Columns | None:
    """The columns of a pacing table's header; None where the row is none.

    A time with a unit or a standard, or a unit with a standard; and no column that holds the teaching itself.
    """
    names = tuple(_cells(text))
    if len(names) < 2 or any(len(name.split()) > _MAX_NAME_WORDS for name in names):
        return None
    names_words = [{" ".join(words_of(name)), *words_of(name)} for name in names]

    def columns(vocabulary: frozenset[str]) -> tuple[int, ...]:
        return tuple(at for at, words in enumerate(names_words) if not words.isdisjoint(stems(vocabulary)))

    standards = columns(PACING_STANDARDS)
    times = columns(PACING_TIMES | PACING_WEAK_TIMES if standards else PACING_TIMES)
    subjects = tuple(at for at in columns(PACING_SUBJECTS) if at not in (*times, *standards))
    units = tuple(at for at in columns(PACING_UNITS) if at not in (*times, *standards))
    if times and len(subjects) > 1:  # a calendar of several subjects side by side
        return _Columns(names, times)
    teaches = columns(TEACHING_COLUMNS) or (columns(ASSESSMENT_COLUMNS) and not (times and standards))
    if teaches or not ((times and (units or standards)) or (units and standards)):
        return None
    return _Columns(names, times, units[0] if units else None)


def _cells(text: str) -> list[str]:
    return _CELLS.split(text)


def _cell(row: Sequence[str], at: int) -> str:
    return " ".join(row[at].split()) if at < len(row) else ""
