"""Times beside what is done, `8:30 - 9:30 Greeting`, and headings of nothing but a time or a class."""

from __future__ import annotations

import re

from curalign.segmenting.spelling import stems, without_brackets, words_of
from curalign.segmenting.vocabulary import MEETINGS, SCHOOL_DAYS

_CLOCK = r"\d{1,2}(?:[:.]\d{2})?\s*(?:[ap]\.?\s?m\b\.?)?"
_TO = r"\s*(?:[\u2013\u2014-]|\bto\b|\ba\b)\s*"
_SLOT = re.compile(
    rf"\W*(?:(?=[^\s\u2013\u2014-]*:\d\d|[\d\s]*[ap]\.?m|{_CLOCK}{_TO}\d{{1,2}}:\d\d){_CLOCK}(?:{_TO}{_CLOCK})?"
    r"|\d{1,3}(?:\s*[\u2013\u2014-]\s*\d{1,3})?[\s-]*(?:min(?:ute)?s?|minutos?|hours?|hrs?|horas?)\b\.?)"
    r"[\s:.,)\]|\u2013\u2014-]*+(?!of\b|de\b)",
    re.IGNORECASE,
)
_TIMES = stems(SCHOOL_DAYS | frozenset(MEETINGS)) | frozenset(
    words_of(
        """week month quarter semester trimester term year saturday sunday january february march april may june july
        august september october november december fall winter spring summer autumn hour minute min hr half semana mes
        trimestre semestre enero febrero marzo abril mayo junio agosto septiembre octubre noviembre diciembre unit"""
    )
)
_CLASSES = frozenset(
    words_of(
        """grade kindergarten kinder prek pre grader level year math mathematics science ela english social studies
        language arts reading writing history music art health pe physical education spanish literacy humanities
        elementary middle high school class algebra geometry biology"""
    )
)
_BESIDE = frozenset(
    words_of("of the and for in a an k ap am pm about approximately each per to through de honors i ii iii iv")
)
_NUMBERS = frozenset(
    words_of(
        """one two three four five six seven eight nine ten eleven twelve first second third fourth fifth sixth seventh
        eighth ninth tenth eleventh twelfth"""
    )
)


_BREAKS = frozenset(words_of("break lunch breakfast dinner recess snack pause almuerzo recreo descanso receso"))

_KNOWN = _TIMES | _CLASSES | _BESIDE | _NUMBERS


def without_slot(text: str) -> tuple[str, bool]:
    """A heading without the time before it, and whether there was one: `8:30 - 9:30 Greeting`, `45 minutes - Lab`."""
    match = _SLOT.match(text)
    return (text[match.end() :], True) if match else (text, False)


def names_a_break(text: str) -> bool:
    """Whether a heading is a break in the day: `12:00 Lunch`, `Break (10 minutes)`."""
    words = words_of(without_brackets(text))
    return bool(words) and _BREAKS.issuperset(words)


def names_time_or_class(text: str) -> bool:
    """Whether a heading is nothing but a time or a class: `1st Quarter`, `Grade 4 Math`, `2025-2026`, `Hour 2`."""
    if text.strip(" :.").casefold() == "grades":  # marks
        return False
    words = [word for word in words_of(text) if not word[:1].isdigit()]
    return bool(words or any(map(str.isdigit, text))) and _KNOWN.issuperset(words)
