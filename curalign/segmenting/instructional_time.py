"""How long teaching takes, from the words of a pacing guide: `3 weeks`, `Weeks 3-5`, `Sept 4 - Sept 29`, `12 days`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from curalign.domain.materials import InstructionalTime

DAYS_A_WEEK = 5
"""School days."""

_DASH = r"\s*(?:[-\u2013\u2014\u2212]|\bto\b|\bthrough\b|\bthru\b)\s*"
_NUMBER = r"\d{1,3}(?:\.\d)?"
_UNITS = {"w": DAYS_A_WEEK, "s": DAYS_A_WEEK, "d": 1}
_UNIT = r"(?P<unit>w(?:ee)?ks?|ws?|d(?:ay)?s?|semanas?|d[ií]as?)\b"
_LASTS = re.compile(
    rf"(?<![\w./-])(?P<low>{_NUMBER})(?:{_DASH}(?P<high>{_NUMBER}))?[\s-]*(?:\w+\s)?{_UNIT}", re.IGNORECASE
)
_COUNTED = re.compile(
    rf"\b{_UNIT}\s*#?\s*(?P<first>\d{{1,3}})(?:{_DASH}(?:(?:week|day|wk|semana|d[ií]a)s?\s*)?(?P<last>\d{{1,3}}))?(?![\w/])",
    re.IGNORECASE,
)
NAMED_WEEKS = r"(?:\d(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth)\s+(?:nine|six|9|6)[\s-]*(?:weeks?|wks?)\b"
"""A quarter of the year as it is called where it has nine weeks; of how long a unit in it takes it says nothing."""
_QUARTER = re.compile(NAMED_WEEKS, re.IGNORECASE)
_LONG = re.compile(
    r"\b(?:quarter|qtr|semester|trimester|month|period|term|cycle|ciclo|mes|trimestre|semestre)|\bQ\d|(?:nine|six|9|6)[\s-]we?e?ks",
    re.IGNORECASE,
)
_BARE = re.compile(rf"(?P<first>{_NUMBER})(?:{_DASH}(?P<last>{_NUMBER}))?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DAY = re.compile(
    rf"(?P<iso>\d{{4}})-(?P<m1>\d{{1,2}})-(?P<d1>\d{{1,2}})|(?P<m2>\d{{1,2}})/(?P<d2>\d{{1,2}})(?:/(?P<year>\d{{2,4}}))?"
    r"|(?P<d4>\d{1,2})-(?P<month4>jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)\b"
    rf"|{_MONTH}\s+(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s*(?P<year3>\d{{4}}))?(?!\d)",
    re.IGNORECASE,
)
_SAME_MONTH = re.compile(rf"{_MONTH}\s+(?P<first>\d{{1,2}}){_DASH}(?P<last>\d{{1,2}})(?!\d)", re.IGNORECASE)
_MAX_CELL_LENGTH = 400  # characters of a cell
_YEAR = 365
_MAX_DAYS = 200  # of a school year


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the school year: its words, its school days where they can be told.

    `first` and `last` are set for what are only numbers or numbered weeks; `is_day` where the words are one date.
    """

    text: str
    days: float | None = None
    first: float | None = None
    last: float | None = None
    is_day: bool = False


def read_span(text: str, column: str, *, counted: bool) -> Span:
    """The stretch that a cell states, in a column of this name.

    `counted` says that bare numbers in it count weeks or days of the year (week 3 to 5) rather than being a number of
    them. Between two dates there are five school days in seven, as if the first were a Monday, so that a week from
    Monday to Friday has five; holidays are not known.
    """
    stated = text[:_MAX_CELL_LENGTH].lstrip("~\u2248 ")
    shown = _named(stated, column) if counted or not column or is_long(column) else stated
    told = _QUARTER.sub("", stated)
    lasts, numbered = _LASTS.search(told), _COUNTED.search(told)
    if lasts and not (numbered and numbered.start() < lasts.start()):
        low, high = float(lasts["low"]), float(lasts["high"] or lasts["low"])
        return Span(stated, _sensible((low + high) / 2 * _UNITS[lasts["unit"][0].lower()]))
    if numbered:
        return _numbered(stated, numbered["first"], numbered["last"], _UNITS[numbered["unit"][0].lower()])
    if bare := _BARE.fullmatch(stated.strip()):
        unit = _UNITS.get(_unit_of(column), 0)
        if counted:
            return _numbered(shown, bare["first"], bare["last"], unit)
        middle = (float(bare["first"]) + float(bare["last"] or bare["first"])) / 2
        return Span(_how_long(stated, unit) if unit else shown, _sensible(middle * unit) if unit else None)
    return _between_dates(stated)


def together(spans: Sequence[Span]) -> tuple[str, InstructionalTime | None]:
    """`Quarter 1, Weeks 3-5` and three weeks; two dates side by side are a start and an end.

    Where the quarter says how long it is as well, the shorter is the unit's.

    Args:
        spans: What a row or a column says of its time, the longest stretch first.

    Returns:
        The words of all, and the time; None where no number of days is told.

    """
    dates = [span for span in spans if span.is_day]
    if len(dates) == 2:
        both = read_span(f"{dates[0].text} - {dates[1].text}", "date", counted=True)
        spans = [both, *(span for span in spans if not span.is_day)]
    text = ", ".join(span.text for span in spans)
    days = min((span.days for span in spans if span.days is not None), default=None)
    return text, None if days is None else InstructionalTime(text, days)


def _numbered(text: str, first: str, last: str | None, unit: int) -> Span:
    start, end = float(first), float(last or first)
    days = _sensible((end - start + 1) * unit) if unit and end >= start else None
    return Span(text, days, start, end)


def _between_dates(text: str) -> Span:
    if within := _SAME_MONTH.search(text):
        span = int(within["last"]) - int(within["first"]) + 1
        return Span(text, _school_days(span) if span > 0 else None)
    days = [day for match in _DAY.finditer(text) if (day := _date(match))]
    if len(days) != 2:
        return Span(text, is_day=len(days) == 1)
    span = (days[1] - days[0]).days + 1
    return Span(text, _school_days(span if span > 0 else span + _YEAR))


def _date(match: re.Match[str]) -> date | None:
    """The day that is written; a year that is not does not matter, for only the time between two days does."""
    named = match["month"] or match["month4"]
    month = match["m1"] or match["m2"] or (_MONTHS.index(named[:3].lower()) + 1 if named else 0)
    day = match["d1"] or match["d2"] or match["d3"] or match["d4"]
    year = int(match["iso"] or match["year"] or match["year3"] or 2001)
    try:
        return date(year + 2000 if year < 100 else year, int(month), int(day))
    except ValueError:
        return None


def _school_days(span: int) -> float | None:
    weeks, rest = divmod(span, 7)
    return _sensible(weeks * DAYS_A_WEEK + min(rest, DAYS_A_WEEK))


def _sensible(days: float) -> float | None:
    """No unit takes longer than a school year; such a number meant something else."""
    return days if 0 < days <= _MAX_DAYS else None


def is_long(text: str) -> bool:
    """Whether a stretch, or what a column of stretches is called, is longer than a unit mostly takes: a quarter."""
    return _LONG.search(text) is not None


def _unit_of(column: str) -> str:
    """`w` or `d`, by the last unit in the name of a column: `d` for `Pacing (days)`; none for `Nine Weeks`."""
    found = re.findall(r"(?<!nine )(?<!six )(?<!\b[96] )\b(week|wk|day|semana|d[ií]a)s?\b", column.lower())
    return found[-1][0] if found else ""


def _named(text: str, column: str) -> str:
    """A bare number with what it counts: `Week 3` for 3 in the column Week, and `Nine Weeks 1`."""
    unit = _unit_of(column)
    if not unit and is_long(column) and text.strip().isdigit():
        return f"{column.rstrip(' #:')} {text}"
    name = {"w": "Week", "d": "Day"}.get(unit, "")
    if not name or not _BARE.fullmatch(text.strip()):
        return text
    return f"{name} {text}" if text.strip().isdigit() else f"{name}s {text}"


def _how_long(text: str, unit: int) -> str:
    """A bare number with its unit: `12 days` for 12 in the column Days."""
    name = {DAYS_A_WEEK: "week", 1: "day"}.get(unit)
    return text if name is None else f"{text} {name}" if text.strip() == "1" else f"{text} {name}s"
