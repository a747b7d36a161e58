"""Year's plans with their weeks, quarters or units across, and calendars of a month."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from curalign.domain.materials import Block, Role
from curalign.segmenting.cells import Cells, cell, filled, of_row
from curalign.segmenting.columns import are_days, role_of_label
from curalign.segmenting.instructional_time import Span, read_span, together
from curalign.segmenting.periods import are_dates, are_spans, is_stretch
from curalign.segmenting.spelling import stems, words_of
from curalign.segmenting.vocabulary import (
    PACING_STANDARDS,
    PACING_SUBJECTS,
    PACING_TIMES,
    PACING_UNITS,
    PACING_WEAK_TIMES,
    TEACHING_COLUMNS,
)

_HEADER_ROWS = 5  # the names of weeks stand in one of the first rows, below a title
_WEEKDAY = re.compile(r"\s*(?:sun|mon|tue|wed|thu|fri|sat)[a-z]*\.?\s*", re.IGNORECASE)
_WEEKEND = frozenset(("s", "su", "sa"))
_DATED = re.compile(r"\s*\d{1,2}(?:\s|$|[:.)]\s)")
_DATE = re.compile(r"\s*\d{1,2}\s*")
_OPEN = re.compile(r"\s*(?:fall|autumn|winter|spring|summer|cycles?\s*\d+)\s*", re.IGNORECASE)
_SCHOOL_DAYS = 5
_TERSE = 10  # words
_TICK = re.compile(r"[xX\u2713\u2714\u2715\u2717\u2022\u25cf*]{1,2}|[A-Z]")
"""`X`, or a letter such as I for introduced and M for mastered."""


def find_across(cells: Sequence[Sequence[str]]) -> int | None:
    """The row from which a table is a year's plan with its weeks or units across, or a month's calendar.

    A week's plan of lessons has its days across as well, but no dates in its cells.
    """
    for at, row in enumerate(cells[:_HEADER_ROWS]):
        first, *names = _with_numbers_named(row)
        below = cells[at + 1 :]
        # What stands at the left of weeks is what their rows are called, or the first week.
        is_first = is_stretch(first) and not any(role_of_label(row[0]) or is_stretch(row[0]) for row in below if row[0])
        named = [name for name in (first if is_first else "", *names) if name]
        is_open = names != list(row[1:])
        if len(named) > 1 and (_are_weeks(named, below, is_open=is_open) or _are_timed_units(first, below)):
            return None if any(_is_of(row[0], TEACHING_COLUMNS) for row in below) else at
        if _are_days_of_a_week([first, *names]):
            return at if _are_dated(below) else None
        if _are_days_of_a_week(names) and _are_terse_weeks(below):
            return at
    return None


def by_time(rows: Sequence[Block], cells: Sequence[Sequence[str]]) -> Iterator[Cells]:
    """The cells of a plan below its header, week by week; those of a calendar, and of ticks, row by row.

    Args:
        rows: The rows of the table from its header on.
        cells: Their cells.

    """
    header = _with_numbers_named(cells[0])
    if _are_days_of_a_week(header):
        yield from (Cells(row, Role.PLAN) for row in rows)
    elif _are_days_of_a_week(header[1:]):
        yield Cells(rows[0], Role.PLAN)
        for block, row in zip(rows[1:], cells[1:], strict=True):
            when, time = together([read_span(row[0], header[0], counted=True)])
            yield Cells(block, Role.PLAN, (when,) if when else (), time)
    elif _are_ticks(cells[1:]):
        yield Cells(rows[0], Role.PLAN)
        for block, row in zip(rows[1:], cells[1:], strict=True):
            ticked = ", ".join(cell(header, at) for at in filled(row) if at)
            yield Cells(block, Role.PLAN, (ticked,) if ticked else ())
    else:
        yield Cells(rows[0], Role.PLAN)
        yield from _week_by_week(rows[1:], cells[1:], header)


def _week_by_week(rows: Sequence[Block], cells: Sequence[Sequence[str]], header: Sequence[str]) -> Iterator[Cells]:
    labels = 0 if is_stretch(header[0]) else 1
    if labels:
        yield from (Cells(of_row(block, row[:1]), Role.PLAN) for block, row in zip(rows, cells, strict=True) if row[0])
    named = [_label_above(cells, n) if labels else "" for n in range(len(cells))]
    timed = [_says_when(label, row[labels:]) for label, row in zip(named, cells, strict=True)]
    unit = ""
    spans: dict[int, Span] = {}
    for at in range(labels, max(len(header), *map(len, cells), 0) if cells else 0):
        column = [cell(row, at) for row in cells]
        name = cell(header, at)
        is_unit = bool(name) and not is_stretch(name)
        if name:
            spans = {} if is_unit else {-1: read_span(name, "", counted=True)}
        for n, text in enumerate(column):
            if text and timed[n]:
                spans[n] = read_span(text, named[n], counted=False)
        # A unit that is merged over its weeks leaves the cells behind its first empty.
        units = (text for text, label in zip(column, named, strict=True) if text and _is_of(label, PACING_UNITS))
        unit = name if is_unit else next(units, unit)
        for block, text, label in zip(rows, column, named, strict=True):
            if text:
                is_time = _is_time(header[0]) and (is_stretch(label) or label.isdigit())
                own = [read_span(label, header[0], counted=True)] if is_time else []
                when, time = together([*(spans[n] for n in sorted(spans)), *own])
                subject = (label,) if _is_of(label, PACING_SUBJECTS) else ()
                above = (*subject, *((unit,) if unit and (is_unit or not subject) else ()), when)
                yield Cells(of_row(block, [text]), Role.PLAN, tuple(filter(None, above)), time)


def _with_numbers_named(row: Sequence[str]) -> list[str]:
    """A header whose numbers are those of weeks, `Week | 1 | 2 | 3`, with what they count."""
    first, *names = row
    is_counted = [name for name in names if name] == [str(n) for n in range(1, len(list(filter(None, names))) + 1)]
    if not (is_counted and _is_time(first)):
        return list(row)
    return [first, *(f"{first.rstrip(' #:')} {name}" if name else "" for name in names)]


def _are_weeks(names: Sequence[str], below: Sequence[Sequence[str]], *, is_open: bool) -> bool:
    """Whether columns are weeks or longer; days, seasons and numbers are where what is planned stands at their left.

    A lesson has days as well, `Fall | Winter` for what leaves do, and how high a plant was in weeks 1 to 4.
    """
    if not all(map(is_stretch, names)):
        return False
    labels = [row[0] for row in below if row[0]]
    planned = PACING_STANDARDS | PACING_SUBJECTS | PACING_UNITS | PACING_TIMES
    is_open = is_open or all(_OPEN.fullmatch(name) or read_span(name, "", counted=False).is_day for name in names)
    texts = [row[at] for row in below for at in filled(row) if at]
    return not is_open or (bool(labels) and all(_is_of(label, planned) for label in labels) and not are_told(texts))


def _are_timed_units(corner: str, below: Sequence[Sequence[str]]) -> bool:
    """Whether columns are units: a row says when each is taught, and others what its standards or subjects are."""
    labels = [row[0] for row in below]
    if corner and not _is_of(corner, PACING_UNITS):
        return False
    is_timed = any(_is_time(row[0]) and are_spans(row[1:], row[0]) for row in below)
    return is_timed and any(_is_of(label, PACING_STANDARDS | PACING_SUBJECTS) for label in labels)


def _are_days_of_a_week(names: Sequence[str]) -> bool:
    """Whether a row is that above a calendar: `Mon | Tue ...`, or `S | M | T | W | Th | F | S`."""
    stated = [name for name in names if name]
    if len(stated) < _SCHOOL_DAYS - 1:
        return False
    letters = stated[stated[0].casefold() in _WEEKEND :][:_SCHOOL_DAYS]
    return all(map(_WEEKDAY.fullmatch, stated)) or (len(letters) == _SCHOOL_DAYS and are_days(letters))


def _are_terse_weeks(rows: Sequence[Sequence[str]]) -> bool:
    """Whether each row is a week, and its cells only name what is done on its days."""
    labels = [row[0] for row in rows]
    texts = [row[at] for row in rows for at in filled(row) if at]
    return len(labels) > 1 and all(map(is_stretch, labels)) and not are_told(texts)


def are_told(texts: Sequence[str]) -> bool:
    """Whether a quarter of cells tell what is done rather than naming it, as those of a plan do."""
    told = sum(text.endswith((".", "!", "?")) or len(text.split()) > _TERSE for text in texts)
    return 4 * told >= len(texts) > 0


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


def _are_ticks(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the cells below weeks or quarters only tell in which of them what stands at the left is taught."""
    texts = [row[at] for row in rows for at in filled(row) if at]
    return bool(texts) and all(map(_TICK.fullmatch, texts))


def _says_when(label: str, texts: Sequence[str]) -> bool:
    """Whether a row below weeks or units that stand across says when they are: `Dates`, or weeks below quarters."""
    return are_spans(texts, label) if _is_time(label) else not label and are_dates(texts)


def _label_above(cells: Sequence[Sequence[str]], at: int) -> str:
    """What a row is called: by its first cell, or by that of the row with which it is merged."""
    return next((cells[n][0] for n in range(at, -1, -1) if cells[n][0]), "")


def _is_time(label: str) -> bool:
    return _is_of(label, PACING_TIMES | PACING_WEAK_TIMES)


def _is_of(label: str, vocabulary: frozenset[str]) -> bool:
    return not {*words_of(label), " ".join(words_of(label))}.isdisjoint(stems(vocabulary))
