"""Pacing guides and scope-and-sequence tables: which rows speak of which unit, and for how long it is taught."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise

from curalign.domain.codes import LIKE_A_CODE
from curalign.domain.grades import names_only_grades
from curalign.domain.materials import Block, Role
from curalign.segmenting.across import are_told, by_time, find_across
from curalign.segmenting.cells import Cells, cell, cells_of, filled, of_row, role_of_heading_words
from curalign.segmenting.columns import column_of, is_total, is_weekday, role_of_label
from curalign.segmenting.instructional_time import Span, is_long, read_span, together
from curalign.segmenting.periods import are_dates, are_of_the_year, are_spans, is_stretch
from curalign.segmenting.roles import is_only_codes
from curalign.segmenting.spelling import stems, words_of
from curalign.segmenting.vocabulary import (
    ASSESSMENT_COLUMNS,
    PACING_NAMES,
    PACING_STANDARDS,
    PACING_SUBJECTS,
    PACING_TIMES,
    PACING_UNITS,
    PACING_WEAK_TIMES,
    SUBJECT_COLUMNS,
    TEACHING_COLUMNS,
)

_HEADER_ROWS = 5  # a table's column names stand in one of its first rows, below a title
_MAX_NAME_WORDS = 5  # words of a column's name
_MAX_NAME_LENGTH = 200  # characters of it
_MAX_UNIT_WORDS = 20  # words; a longer cell describes rather than names
_ONE = re.compile(r"\b(?:week|wk|day|semana)\b", re.IGNORECASE)
_HOW_MANY = re.compile(r"#|\(s\)|\b(?:number|of|length|duration|pacing|time)\b", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:unit|module|topic|chapter|unidad|m[oó]dulo|tema)?\s*#?\s*\d+[a-z]?\s*[.:]?", re.IGNORECASE)
_LASTS = re.compile(r"[~\u2248]?\s*\d+(?:\s*[-\u2013]\s*\d+)?\s*(?:\w+\s+)?(?:days?|weeks?|wks?)", re.IGNORECASE)
_FIELD = re.compile(r"[^:]+:\s*[^\W_]")
_UNIT_OVER = re.compile(
    r"\s*(?P<what>unit|module|chapter|theme|unidad|modulo|m\u00f3dulo)\s*#?\s*(?:\d+|[a-z]\b|[ivx]+\b)", re.IGNORECASE
)
_CLOCK = re.compile(r"\d:\d\d")
_DAYS = frozenset(("day", "date", "dia", "fecha"))


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where a pacing table has its times, its unit and, where it is for several, its subjects, across or down.

    `subject_names` are those of all columns where a header of two rows gives a subject several.
    """

    names: tuple[str, ...]
    times: tuple[int, ...] = ()
    units: tuple[int, ...] = ()
    subjects: tuple[int, ...] = ()
    subject: int | None = None
    subject_names: tuple[str, ...] = ()
    role: Role | None = Role.PLAN
    """What its cells are; None where they tell what is done on each day."""


@dataclass(slots=True)
class _Reading:
    """The last times and unit read, for cells that are left empty because they are merged with the one above."""

    columns: _Columns
    counted: Mapping[int, bool] = field(default_factory=dict)
    band: tuple[str, ...] = ()
    unit: str = ""
    subject: str = ""
    spans: dict[int, Span] = field(default_factory=dict)


def read_plan(rows: Sequence[Block]) -> list[Cells] | None:
    """The cells of a table that is a pacing guide, a year's plan or a calendar; None for any other table.

    Of the rows above the one that makes it a plan its title is a heading; others have no role of their own.
    """
    cells = [cells_of(row) for row in rows]
    across = find_across(cells)
    heads = ((at, _columns(row, cells[at + 1 :])) for at, row in enumerate(cells[:_HEADER_ROWS]))
    head, columns = next(((at, found) for at, found in heads if found), (0, None))
    if across is not None and (columns is None or across <= head):
        above = map(_above, rows[:across], cells)
        return [*above, *by_time(rows[across:], cells[across:])]
    if columns is None and (bare := _without_header(cells)):
        reading = _Reading(bare, {0: True})
        return [part for block, row in zip(rows, cells, strict=True) for part in _read_row(reading, block, row, ())]
    return None if columns is None else _by_rows(rows, cells, head, columns)


def _by_rows(rows: Sequence[Block], cells: Sequence[Sequence[str]], head: int, columns: _Columns) -> list[Cells] | None:
    """The cells of a plan whose rows are its units, below the header that stands at `head`."""
    begins = head + 1
    divided = _divided(columns.names, cells[begins]) if begins < len(rows) else ()
    if divided and any(role_of_label(text) is Role.TASK for text in cells[begins]):
        return None
    if divided and (both := _columns(divided, cells[begins + 1 :])):
        columns = replace(both, subject_names=_subject_names(divided, cells[begins]))
        begins += 1
    below = cells[begins:]
    counted = {at: _are_counted(columns.names[at], [cell(row, at) for row in below]) for at in columns.times}
    over = [text for text in cells[head - 1] if text] if head else []
    reading = _Reading(
        columns, counted, tuple(over) if len(over) == 1 and (is_stretch(over[0]) or _names_subject(over[0])) else ()
    )
    found = [*map(_above, rows[:head], cells)]
    found += [Cells(row, columns.role or Role.BOILERPLATE) for row in rows[head:begins]]
    for block, row in zip(rows[begins:], below, strict=True):
        found += _read_row(reading, block, row, cells[head])
    return found


def _above(block: Block, row: Sequence[str]) -> Cells:
    """A row above a plan's header, which is no task where it is its title, as `August 2026` is."""
    texts = [text for text in row if text]
    is_title = len(texts) == 1 and len(texts[0].split()) <= _MAX_UNIT_WORDS and not texts[0].endswith((".", "!", "?"))
    return Cells(block, role_of_heading_words(block.text) if is_title else None)


def _read_row(reading: _Reading, block: Block, row: Sequence[str], header: Sequence[str]) -> Iterator[Cells]:
    columns, stated = reading.columns, filled(row)
    if list(row) == list(header) or is_total(row):  # the header again, at the top of a page, or what adds up
        yield Cells(block, Role.PLAN)
        return
    if len(stated) == 1 and _is_band(row[stated[0]], stated[0], columns):
        reading.band, reading.unit, reading.spans = (row[stated[0]],), "", {}
        yield Cells(block, Role.PLAN, reading.band)
        return
    unit = _unit(row, columns)
    _keep_time(reading, row, is_new=bool(unit) and unit != reading.unit)
    reading.unit = unit if len(unit.split()) <= _MAX_UNIT_WORDS and unit else reading.unit if not unit else ""
    when, time = together([span for _, span in sorted(reading.spans.items())])
    if columns.subject is not None:
        reading.subject = cell(row, columns.subject) or reading.subject
    headings = tuple(text for text in (reading.subject, *reading.band, reading.unit, when) if text)
    if not columns.subjects:
        yield Cells(block, Role.PLAN, headings, time)
        return
    others = {at: text for at, text in enumerate(row) if text and at not in columns.subjects}
    if columns.role is None:
        times = [others.pop(at) for at in (*columns.times, *columns.units[:1]) if at in others]
        if times:
            yield Cells(of_row(block, times), role_of_heading_words(" ".join(times)))
    if others:
        yield Cells(of_row(block, others.values()), columns.role, headings, None)
    names = columns.subject_names or columns.names
    for name, group in groupby(columns.subjects, key=names.__getitem__):
        texts = [text for at in group if (text := cell(row, at))]
        if texts:
            yield Cells(of_row(block, texts), columns.role, (name, *headings), time if columns.role else None)


def _unit(row: Sequence[str], columns: _Columns) -> str:
    """What a row's unit is called; a number with the name that stands beside it."""
    named = [text for at in columns.units if (text := cell(row, at)) and not is_only_codes(text)]
    return " ".join(named[: 2 if named and _NUMBERED.fullmatch(named[0]) else 1])


def _is_band(text: str, at: int, columns: _Columns) -> bool:
    """Whether the only cell of a row heads those below it: `2nd Nine Weeks` above weeks, and no week among weeks.

    So does a subject, and a unit above lessons.
    """
    over = _UNIT_OVER.match(text)
    if _names_subject(text) or (over and over["what"].casefold() not in words_of(cell(columns.names, at))):
        return True
    return is_stretch(text) and (at not in columns.times or (is_long(text) and not is_long(columns.names[at])))


def _names_subject(text: str) -> bool:
    """Whether a cell names a subject or a grade and nothing else: `MATH`, `Social Studies`, `2nd Grade`."""
    words = words_of(text)
    is_subject = " ".join(words) in stems(PACING_SUBJECTS) or (words and set(words) <= stems(PACING_SUBJECTS))
    return bool(is_subject) or names_only_grades(text)


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
        if span.days is None or (at < first and is_long(columns.names[at]))
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
        merged = not above or (at + 1 < max(len(names), len(below)) and not cell(names, at + 1))
        if under and (not merged or any(map(str.isdigit, under))):
            return ()
        reaches = reaches or bool(under and not above)
        over = above or next((name for name in reversed(names[:at]) if name), "")
        full.append(f"{over} {under}".strip() if merged else above)
    return tuple(full) if reaches else ()


def _subject_names(names: Sequence[str], below: Sequence[str]) -> tuple[str, ...]:
    """The subjects of columns whose header takes two rows: `Math` of its topic and its standards, and `ELA Writing`."""
    return tuple(
        name.removesuffix(cell(below, at)).strip() if cell(below, at) and not _is_subject(cell(below, at)) else name
        for at, name in enumerate(names)
    )


def _is_subject(name: str) -> bool:
    return not {*words_of(name), " ".join(words_of(name))}.isdisjoint(stems(PACING_SUBJECTS))


def _are_counted(name: str, texts: Sequence[str]) -> bool:
    """Whether a column counts the weeks or days of the year (1-3, 4-6) rather than saying how many they are."""
    if _ONE.search(name) and not _HOW_MANY.search(name):
        return True
    spans = [span for text in texts if text and (span := read_span(text, "", counted=True)).first is not None]
    ends = [((first.last or 0), (second.first or 0)) for first, second in pairwise(spans)]
    if any(span.first != span.last for span in spans):
        return all(end < start for end, start in ends)  # 1-4, 5-8, 20-22; numbers of weeks overlap sooner or later
    return bool(spans) and spans[0].first == 1 and all(start == end + 1 for end, start in ends)


def _are_sentences(texts: Sequence[str]) -> bool:
    """Whether most cells tell what is done in sentences, rather than naming it."""
    stated = [text for text in texts if text]
    return 2 * sum(text.endswith((".", "!", "?")) for text in stated) > len(stated)


def _columns(row: Sequence[str], below: Sequence[Sequence[str]]) -> _Columns | None:
    """The columns of a pacing table's header, by the rows `below` it; None where the row is none.

    A time with a unit or a standard, or a unit with a standard; and no column that holds the teaching itself. An agenda
    has hours under `Start`, a year's plan has dates there.
    """
    names = tuple(row)
    is_header = all(_may_name_a_column(name) for name in names)
    if len(names) < 2 or not is_header:
        return None
    names_words = [{" ".join(words_of(name)), *words_of(name)} for name in names]

    def columns(vocabulary: frozenset[str]) -> tuple[int, ...]:
        return tuple(at for at, words in enumerate(names_words) if not words.isdisjoint(stems(vocabulary)))

    if any(_CLOCK.search(cell(other, at)) for at in columns(PACING_WEAK_TIMES) for other in below):  # an agenda
        return None
    standards = columns(PACING_STANDARDS)
    times = _times(names, columns, below, is_of_standards=bool(standards))
    of_grades = (at for at, name in enumerate(names) if names_only_grades(name))
    named = {at: words_of(names[at])[:1] for at in columns(PACING_SUBJECTS) if at not in times}
    # `Math Standards` beside `ELA Standards` are of two subjects, and beside `Math Topic` of one unit.
    several = len({named[at] for at in named if at in standards}) > 1
    subjects = tuple(sorted({*(at for at in named if several or at not in standards), *of_grades}))
    units = tuple(at for at in columns(PACING_UNITS) if at not in (*times, *standards, *(subjects if several else ())))
    if len(subjects) > 1:  # a calendar of several subjects side by side
        is_told = _are_sentences([cell(other, at) for other in below for at in subjects])
        days = [first for other in below if (first := cell(other, 0))]
        if is_told and not names[0] and days and all(map(is_weekday, days)):
            return _Columns(names, (0,), (), subjects, role=None)
        if times:
            told = None if is_told and columns(_DAYS) else Role.PLAN
            return _Columns(names, times, units, subjects, role=told)
    teaches = columns(TEACHING_COLUMNS) or (columns(ASSESSMENT_COLUMNS) and not (times and standards))
    of_year = any(are_of_the_year([cell(other, at) for other in below]) for at in times) and _tell_more(names)
    # `Quarter | Begins | Ends`
    only_times = len(times) == len(names) and all(are_dates([cell(other, at) for other in below]) for at in times[1:])
    if teaches or not ((times and (units or standards or of_year or only_times)) or (units and standards)):
        return None
    if _tells_what_is_done(names, (times, units, standards), below):
        return None
    units = units or tuple(at for at in columns(PACING_NAMES) if at not in (*times, *standards))
    return _Columns(names, times, units, subject=next(iter(columns(SUBJECT_COLUMNS)), None))


def _tells_what_is_done(
    names: Sequence[str], planned: tuple[Sequence[int], ...], below: Sequence[Sequence[str]]
) -> bool:
    """Whether a table tells in sentences what is done on the days of a week or, without standards, in a unit.

    Args:
        names: What its columns are called.
        planned: The columns of its times, of its units and of its standards.
        below: The rows below its header.

    """
    times, _, standards = planned
    others = [at for at in range(len(names)) if not any(at in each for each in planned)]
    days = [text for other in below for at in times if (text := cell(other, at))]
    if days and all(map(is_weekday, days)) and _are_sentences([cell(other, at) for other in below for at in others]):
        return True
    done = [at for at in others if column_of(names[at]).role is Role.TASK]  # labs, practice
    return not standards and any(_are_sentences([cell(other, at) for other in below]) for at in done)


def _may_name_a_column(name: str) -> bool:
    """Whether a cell is no code, no time and no field of a form with its value: `Grade: 2`."""
    if len(name) > _MAX_NAME_LENGTH:
        return False
    is_value = LIKE_A_CODE.search(name) or _LASTS.fullmatch(name) or _FIELD.match(name)
    return len(name.split()) <= _MAX_NAME_WORDS and not is_value


def _without_header(cells: Sequence[Sequence[str]]) -> _Columns | None:
    """The columns of a plan that names none: a week or a month in the first of each row, and codes behind it.

    Weeks that tell what is done in sentences are lessons; months are a plan whatever they tell.
    """
    whens, others = [row[0] for row in cells], [text for row in cells for text in row[1:] if text]
    coded = sum(any(map(LIKE_A_CODE.search, row[1:])) for row in cells)
    if len(whens) < 2 or not all(map(is_stretch, whens)) or 2 * coded <= len(cells):
        return None
    width = max(map(len, cells))
    return (
        _Columns(("",) * width, (0,), (1,) if width > 2 else ())
        if are_of_the_year(whens) or not are_told(others)
        else None
    )


def _tell_more(names: Sequence[str]) -> bool:
    """Whether columns are of a plan and not of counts: `Month | Content | Skills`, and not `Month | Rainfall`."""
    return sum(column_of(name).is_known for name in names) > 1


def _times(
    names: Sequence[str],
    columns: Callable[[frozenset[str]], tuple[int, ...]],
    below: Sequence[Sequence[str]],
    *,
    is_of_standards: bool,
) -> tuple[int, ...]:
    """The columns that say when, or for how long: by their names, or by the cells of one whose name says nothing.

    `columns` gives those whose names hold a word of a vocabulary.
    """

    def texts(at: int) -> list[str]:
        return [cell(other, at) for other in below]

    is_weak_told = is_of_standards or any(are_dates(texts(at)) for at in columns(PACING_WEAK_TIMES))
    times = columns(PACING_TIMES | PACING_WEAK_TIMES if is_weak_told else PACING_TIMES)
    other = {*columns(PACING_UNITS), *columns(PACING_STANDARDS), *columns(PACING_SUBJECTS), *columns(TEACHING_COLUMNS)}
    told = (at for at in range(len(names)) if at not in other and role_of_label(names[at]) is None)
    return times or tuple(next(([at] for at in told if are_spans(texts(at))), []))
