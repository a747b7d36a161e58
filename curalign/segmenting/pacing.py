"""Pacing guides and scope-and-sequence tables: which rows speak of which unit, and for how long it is taught."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from curalign.domain.codes import LIKE_A_CODE
from curalign.domain.materials import Block, InstructionalTime, Role
from curalign.segmenting.cells import Cells, cell, cells_of, filled, of_row, role_of_heading_words
from curalign.segmenting.columns import column_of, is_total, is_weekday, role_of_label
from curalign.segmenting.instructional_time import Span, read_span
from curalign.segmenting.spelling import stems, words_of
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
_ONE = re.compile(r"\b(?:week|wk|day|semana)\b", re.IGNORECASE)
_HOW_MANY = re.compile(r"#|\(s\)|\b(?:number|of|length|duration|pacing|time)\b", re.IGNORECASE)
_MONTHS = "jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|ene|abr|ago|dic"
_PERIOD = re.compile(
    r"\s*(?:(?:week|wk|quarter|q|month|trimester|semester|(?:mark|grad)ing period|unit|semana|mes|trimestre|semestre)s?"
    r"\.?\s*#?\d[\d\s\u2013-]*"
    r"|(?:\d(?:st|nd|rd|th)|first|second|third|fourth)\s+(?:quarter|semester|trimester|marking period|nine weeks)"
    rf"|(?:{_MONTHS})[a-z]*\.?(?:\s*\d[\d\s\u2013/-]*)?(?:\s*[/&\u2013-]\s*(?:{_MONTHS})[a-z]*\.?(?:\s*\d+)?)?"
    r"|fall|winter|spring|summer)\s*(?:\(.{1,40}\))?\s*",
    re.IGNORECASE,
)
_LONG = re.compile(r"\b(?:quarter|semester|trimester|month|period|term|mes|trimestre|semestre)", re.IGNORECASE)
_WEEKDAY = re.compile(r"\s*(?:sun|mon|tue|wed|thu|fri|sat)[a-z]*\.?\s*", re.IGNORECASE)
_DATED = re.compile(r"\s*\d{1,2}(?:\s|$|[:.)]\s)")
_DATE = re.compile(r"\s*\d{1,2}\s*")
_DAY = re.compile(r"\s*\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?\s*")
_SCHOOL_DAYS = 5
_CLOCK = re.compile(r"\d:\d\d")
_DAYS = frozenset(("day", "date", "dia", "fecha"))


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where a pacing table has its times, its unit and, where it is for several, its subjects."""

    names: tuple[str, ...]
    times: tuple[int, ...] = ()
    unit: int | None = None
    subjects: tuple[int, ...] = ()
    role: Role | None = Role.PLAN
    """What its cells are; None where they tell what is done on each day."""


@dataclass(slots=True)
class _Reading:
    """The last times and unit read, for cells that are left empty because they are merged with the one above."""

    columns: _Columns
    counted: Mapping[int, bool] = field(default_factory=dict)
    band: tuple[str, ...] = ()
    unit: str = ""
    spans: dict[int, Span] = field(default_factory=dict)


def read_plan(rows: Sequence[Block]) -> list[Cells] | None:
    """The cells of a table that is a pacing guide, a year's plan or a calendar; None for any other table.

    Rows above the one that makes it a plan have no role of their own.
    """
    cells = [cells_of(row) for row in rows]
    across = _across(cells)
    if across is not None:
        return [*(Cells(row) for row in rows[:across]), *_by_time(rows[across:], cells[across:])]
    heads = ((at, _columns(row, cells[at + 1 :])) for at, row in enumerate(cells[:_HEADER_ROWS]))
    head, columns = next(((at, found) for at, found in heads if found), (0, None))
    if columns is None:
        return None
    begins = head + 1
    divided = _divided(columns.names, cells[begins]) if begins < len(rows) else ()
    if divided and any(role_of_label(text) is Role.TASK for text in cells[begins]):
        return None
    if divided and (both := _columns(divided, cells[begins + 1 :])):
        columns, begins = both, begins + 1
    below = cells[begins:]
    counted = {at: _are_counted(columns.names[at], [cell(row, at) for row in below]) for at in columns.times}
    reading = _Reading(columns, counted)
    found = [
        Cells(row, None if at < head else columns.role or Role.BOILERPLATE) for at, row in enumerate(rows[:begins])
    ]
    for block, row in zip(rows[begins:], below, strict=True):
        found += _read_row(reading, block, row, cells[head])
    return found


def _across(cells: Sequence[Sequence[str]]) -> int | None:
    """The row from which a table is a year's plan with its weeks or months across, or a month's calendar.

    A week's plan of lessons has its days across as well, but no dates in its cells.
    """
    for at, (first, *names) in enumerate(cells[:_HEADER_ROWS]):
        below = cells[at + 1 :]
        named = [name for name in names if name]
        if len(named) > 1 and all(map(_PERIOD.fullmatch, named)):
            labels = [{*words_of(row[0]), " ".join(words_of(row[0]))} for row in below]
            return None if any(not label.isdisjoint(stems(TEACHING_COLUMNS)) for label in labels) else at
        if len(named) >= _SCHOOL_DAYS - 1 and all(_WEEKDAY.fullmatch(name) for name in (first, *named) if name):
            return at if _are_dated(below) else None
    return None


def _are_dated(rows: Sequence[Sequence[str]]) -> bool:
    """Whether most cells of a calendar begin with their date or stand below it, and no row has a label."""
    if any(role_of_label(row[0]) for row in rows if len(filled(row)) > 1):
        return False
    texts = dated = 0
    above: Sequence[str] = ()
    for row in rows:
        texts += len(filled(row))
        dated += sum(bool(_DATED.match(row[at]) or _DATE.fullmatch(cell(above, at))) for at in filled(row))
        above = row
    return 2 * dated > texts


def _by_time(rows: Sequence[Block], cells: Sequence[Sequence[str]]) -> Iterator[Cells]:
    """The cells of a plan with its weeks or months across, week by week; those of a calendar row by row."""
    header = cells[0]
    if _WEEKDAY.fullmatch(next(text for text in header if text)):
        yield from (Cells(row, Role.PLAN) for row in rows)
        return
    yield Cells(rows[0], Role.PLAN)
    below = list(zip(rows[1:], cells[1:], strict=True))
    yield from (Cells(of_row(block, row[:1]), Role.PLAN) for block, row in below if row[0])
    last = unit = ""
    for at in range(1, max(map(len, cells))):
        last = cell(header, at) or last
        span = read_span(last, "", counted=True)
        time = None if span.days is None else InstructionalTime(span.text, span.days)
        named = [_label_above(cells, n) for n in range(1, len(cells))]
        column = [(block, cell(row, at)) for block, row in below]
        # A unit that is merged over its weeks leaves the cells behind its first empty.
        units = (text for (_, text), label in zip(column, named, strict=True) if text and _is_unit(label))
        unit = next(units, unit)
        for (block, text), label in zip(column, named, strict=True):
            subject = (label,) if _is_subject(label) else ()
            if text:
                headings = (*subject, *((unit,) if unit and not subject else ()), last)
                yield Cells(of_row(block, [text]), Role.PLAN, headings, time)


def _label_above(cells: Sequence[Sequence[str]], at: int) -> str:
    """What a row is called: by its first cell, or by that of the row with which it is merged."""
    return next((cells[n][0] for n in range(at, 0, -1) if cells[n][0]), "")


def _is_unit(label: str) -> bool:
    return not {*words_of(label), " ".join(words_of(label))}.isdisjoint(stems(PACING_UNITS))


def _is_subject(label: str) -> bool:
    return not {*words_of(label), " ".join(words_of(label))}.isdisjoint(stems(PACING_SUBJECTS))


def _read_row(reading: _Reading, block: Block, row: Sequence[str], header: Sequence[str]) -> Iterator[Cells]:
    columns, stated = reading.columns, filled(row)
    if list(row) == list(header) or is_total(row):  # the header again, at the top of a page, or what adds up
        yield Cells(block, Role.PLAN)
        return
    if len(stated) == 1 and stated[0] not in columns.times and _PERIOD.fullmatch(row[stated[0]]):
        reading.band, reading.unit, reading.spans = (row[stated[0]],), "", {}
        yield Cells(block, Role.PLAN, reading.band)
        return
    unit = "" if columns.unit is None else cell(row, columns.unit)
    _keep_time(reading, row, is_new=bool(unit) and unit != reading.unit)
    reading.unit = unit if len(unit.split()) <= _MAX_UNIT_WORDS and unit else reading.unit if not unit else ""
    when, time = _together([span for _, span in sorted(reading.spans.items())])
    headings = tuple(text for text in (*reading.band, reading.unit, when) if text)
    if not columns.subjects:
        yield Cells(block, Role.PLAN, headings, time)
        return
    others = {at: text for at, text in enumerate(row) if text and at not in columns.subjects}
    if columns.role is None:
        times = [others.pop(at) for at in (*columns.times, columns.unit) if at in others]
        if times:
            yield Cells(of_row(block, times), role_of_heading_words(" ".join(times)))
    if others:
        yield Cells(of_row(block, others.values()), columns.role, headings, None)
    for at in columns.subjects:
        if text := cell(row, at):
            yield Cells(
                of_row(block, [text]), columns.role, (columns.names[at], *headings), time if columns.role else None
            )


def _keep_time(reading: _Reading, row: Sequence[str], *, is_new: bool) -> None:
    """Take a row's times. A quarter or a month holds until another is stated; weeks hold within their unit alone."""
    columns = reading.columns
    stated = [at for at in columns.times if cell(row, at)]
    if not stated and not is_new:
        return
    first = min(stated, default=len(row))
    held = {at: span for at, span in reading.spans.items() if not span.is_day and at <= first}
    reading.spans = {
        at: replace(span, days=None)
        for at, span in held.items()
        if span.days is None or (at < first and _LONG.search(columns.names[at]))
    }
    for at in stated:
        reading.spans[at] = read_span(cell(row, at), columns.names[at], counted=reading.counted[at])


def _divided(names: Sequence[str], below: Sequence[str]) -> tuple[str, ...]:
    """The names of columns whose header takes two rows, `Dates` above `Start` and `End`; empty where it takes one.

    The second row stands only under names that reach over several columns, and holds no numbers.
    """
    full: list[str] = []
    reaches = False
    for at in range(max(len(names), len(below))):
        above, under = cell(names, at), cell(below, at)
        merged = not above or (at + 1 < len(names) and not cell(names, at + 1))
        if under and (not merged or any(map(str.isdigit, under))):
            return ()
        reaches = reaches or bool(under and not above)
        over = above or next((name for name in reversed(names[:at]) if name), "")
        full.append(f"{over} {under}".strip() if merged else above)
    return tuple(full) if reaches else ()


def _together(spans: Sequence[Span]) -> tuple[str, InstructionalTime | None]:
    """`Quarter 1, Weeks 3-5` and three weeks; two dates side by side are a start and an end.

    Where the quarter says how long it is as well, the shorter is the unit's.
    """
    dates = [span for span in spans if span.is_day]
    if len(dates) == 2:
        both = read_span(f"{dates[0].text} - {dates[1].text}", "date", counted=True)
        spans = [both, *(span for span in spans if not span.is_day)]
    text = ", ".join(span.text for span in spans)
    days = min((span.days for span in spans if span.days is not None), default=None)
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


def _are_dates(texts: Sequence[str]) -> bool:
    """Whether cells hold dates and nothing else: `Aug 26`, `9/14`, `October`."""
    stated = [text for text in texts if text]
    return len(stated) > 1 and all(_PERIOD.fullmatch(text) or _DAY.fullmatch(text) for text in stated)


def _are_told(texts: Sequence[str]) -> bool:
    """Whether most cells tell what is done in sentences, rather than naming it."""
    stated = [text for text in texts if text]
    return 2 * sum(text.endswith((".", "!", "?")) for text in stated) > len(stated)


def _columns(row: Sequence[str], below: Sequence[Sequence[str]]) -> _Columns | None:
    """The columns of a pacing table's header, by the rows `below` it; None where the row is none.

    A time with a unit or a standard, or a unit with a standard; and no column that holds the teaching itself. An agenda
    has hours under `Start`, a year's plan has dates there.
    """
    names = tuple(row)
    is_header = all(len(name.split()) <= _MAX_NAME_WORDS and not LIKE_A_CODE.search(name) for name in names)
    if len(names) < 2 or not is_header:
        return None
    names_words = [{" ".join(words_of(name)), *words_of(name)} for name in names]

    def columns(vocabulary: frozenset[str]) -> tuple[int, ...]:
        return tuple(at for at, words in enumerate(names_words) if not words.isdisjoint(stems(vocabulary)))

    standards = columns(PACING_STANDARDS)
    weak = columns(PACING_WEAK_TIMES)
    if any(_CLOCK.search(cell(other, at)) for at in weak for other in below):  # an agenda
        return None
    dated = any(_are_dates([cell(other, at) for other in below]) for at in weak)
    times = columns(PACING_TIMES | PACING_WEAK_TIMES if standards or dated else PACING_TIMES)
    subjects = tuple(at for at in columns(PACING_SUBJECTS) if at not in (*times, *standards))
    units = tuple(at for at in columns(PACING_UNITS) if at not in (*times, *standards))
    if len(subjects) > 1:  # a calendar of several subjects side by side
        is_told = _are_told([cell(other, at) for other in below for at in subjects])
        days = [first for other in below if (first := cell(other, 0))]
        if is_told and not names[0] and days and all(map(is_weekday, days)):
            return _Columns(names, (0,), None, subjects, None)
        if times:
            told = None if is_told and columns(_DAYS) else Role.PLAN
            return _Columns(names, times, units[0] if units else None, subjects, told)
    teaches = columns(TEACHING_COLUMNS) or (columns(ASSESSMENT_COLUMNS) and not (times and standards))
    if teaches or not ((times and (units or standards)) or (units and standards)):
        return None
    others = [at for at in range(len(names)) if at not in (*times, *units, *standards)]
    days = [text for other in below for at in times if (text := cell(other, at))]
    if days and all(map(is_weekday, days)) and _are_told([cell(other, at) for other in below for at in others]):
        return None  # what is done on the days of a week
    done = [at for at in others if column_of(names[at]).role is Role.TASK]
    if not standards and any(_are_told([cell(other, at) for other in below]) for at in done):
        return None  # what is done in a unit: its labs, its practice
    return _Columns(names, times, units[0] if units else None)
