"""Plain words for the messages: short quotes, how near a passage comes, grades."""

from __future__ import annotations

from collections.abc import Iterable

from curalign.domain.grades import GRADES, in_order
from curalign.domain.links import Link, Thresholds
from curalign.domain.standards import Standard
from curalign.domain.wording import chance, excerpt, runs, threshold

QUOTE = 90
"""The most characters of a document that a message holds."""


def quote(text: str, most: int = QUOTE) -> str:
    """A short quotation, in quotation marks."""
    return f"“{excerpt(text, most)}”"


def statement_of(standard: Standard) -> str:
    """The first words of a standard's statement, or its code where it has none."""
    return quote(standard.statement or standard.code, 70)


def how_near(link: Link | None, thresholds: Thresholds) -> str:
    """How near a link below the partial threshold comes to counting, as the middle of a sentence."""
    if link is None:
        return "no passage comes anywhere near it"
    share = link.probability / thresholds.partial
    near = "comes close" if share >= 0.75 else "is some way off" if share >= 0.4 else "is far from it"
    probability = f"probability {chance(link.probability)}, {threshold(thresholds.partial)} would count"
    return f"the nearest passage, {quote(link.passage.text, 60)}, {near} ({probability})"


def enumerate_words(words: Iterable[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


def grades_in_words(grades: Iterable[str]) -> str:
    """`grade 3`, `grades K to 2 and 5`: runs of three or more are drawn together."""
    numbers = [GRADES.index(grade) for grade in in_order(grades)]
    words: list[str] = []
    for run in runs(numbers):
        names = [GRADES[number] for number in run]
        words += [f"{names[0]} to {names[-1]}"] if len(names) > 2 else names
    return f"{'grade' if len(numbers) == 1 else 'grades'} {enumerate_words(words)}"
