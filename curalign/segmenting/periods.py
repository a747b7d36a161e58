"""Names of stretches of the school year: `Week 3`, `Q1/Q2`, `2nd Nine Weeks`, `Aug-Sept`, `Spring Semester`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from curalign.segmenting.instructional_time import NAMED_WEEKS, read_span

_MAX_LENGTH = 80  # characters
_MONTHS = "jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|ene|abr|ago|dic"
_DATE = (
    rf"(?:(?:{_MONTHS})[a-z]*\.?(?:\s*\d[\d\s\u2013/-]*(?:st|nd|rd|th)?(?:,?\s*\d{{4}})?)?"
    r"|\d{1,2}/\d{1,2}(?:/\d{2,4})?)"
)
_NUMBER = r"(?:\d[\d\s\u2013-]*|[a-b]\b|one\b|two\b|three\b|four\b)"
_ONE = (
    r"(?:(?:week|wk|quarter|qtr|q|month|trimester|trim?|semester|sem|(?:mark|grad)ing\s+period|[mg]p|unit|(?:nine|six|9|6)[\s-]?weeks?"
    rf"|semana|mes|bimestre|trimestre|semestre)s?\.?\s*#?{_NUMBER}"
    r"|(?:\d(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth)\s+(?:quarter|qtr|semester|trimester|(?:mark|grad)ing\s+period|term|half)"
    r"|(?:\d(?:er|do|ro|to)|primer|segundo|tercer|cuarto)\s+(?:bimestre|trimestre|semestre|per[ií]odo)"
    rf"|{NAMED_WEEKS}|[a-b][\s-]weeks?"
    r"|cycles?\s*\d+"
    rf"|(?:(?:weeks?\s+of|early|mid|late|end\s+of|beginning\s+of)[\s-]+)?(?:{_DATE}|(?:fall|autumn|winter|spring|summer)(?:\s+(?:semester|term))?))"
)
_PERIOD = re.compile(
    rf"\s*{_ONE}(?:\s*(?:[/&,:\u2013-]|\b(?:to|thru|through|and)\b)?\s*{_ONE}){{0,3}}\s*(?:\(.{{1,40}}\))?\s*"
    r"(?:[:,\u2013-]?\s*\d{1,3}\s*(?:\w+\s+)?(?:days?|weeks?|wks?))?\s*",
    re.IGNORECASE,
)
_OF_THE_YEAR = re.compile(
    rf"quarter|qtr|\bQ\d|trimest|semest|(?:nine|six|9|6)[\s-]we?e?k?s|fall|winter|spring|summer|\b(?:{_MONTHS})[a-z]*\b(?!\.?\s*\d)",
    re.IGNORECASE,
)
_DAY = re.compile(r"\s*\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?\s*")


def is_stretch(text: str) -> bool:
    """Whether a text names a stretch of the year and says nothing else."""
    return len(text) <= _MAX_LENGTH and _PERIOD.fullmatch(" ".join(text.split())) is not None


def are_dates(texts: Sequence[str]) -> bool:
    """Whether cells hold dates or periods and nothing else: `Aug 26`, `9/14`, `October`."""
    stated = [text for text in texts if text]
    return len(stated) > 1 and all(is_stretch(text) or _DAY.fullmatch(text) for text in stated)


def are_of_the_year(texts: Sequence[str]) -> bool:
    """Whether cells are months or quarters, of which a plan has several and a lesson none."""
    stated = [text for text in texts if text]
    return len(stated) > 1 and all(is_stretch(text) and _OF_THE_YEAR.search(text) for text in stated)


def are_spans(texts: Sequence[str], name: str = "") -> bool:
    """Whether cells say when or for how long, whatever they are called: `8/12 - 9/6 (19 days)`, `Mid August`.

    Bare numbers are where their `name` says what they count.
    """
    stated = [text for text in texts if text]
    return len(stated) > 1 and all(
        is_stretch(text) or (len(text) <= _MAX_LENGTH and read_span(text, name, counted=False).days) for text in stated
    )
