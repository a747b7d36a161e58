"""Plain words for the messages: short quotes, honest percentages, how near a passage comes."""

from __future__ import annotations

import math
from collections.abc import Iterable

from curalign.domain.grades import GRADES, in_order
from curalign.domain.links import Link, Thresholds, one_line
from curalign.domain.standards import Standard

QUOTE = 90
"""The most characters of a document that a message holds."""


def shorten(text: str, most: int) -> str:
    """Text on one line, cut at a word (or inside a very long one) where it has more than `most` characters."""
    line = one_line(text)
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    head = cut.rpartition(" ")[0]
    return (head if len(head) > most // 2 else cut) + "…"


def quote(text: str, most: int = QUOTE) -> str:
    """A short quotation, in quotation marks."""
    return f"“{shorten(text, most)}”"


def statement_of(standard: Standard) -> str:
    """The first words of a standard's statement, or its code where it has none."""
    return quote(standard.statement or standard.code, 70)


def reached(probability: float) -> str:
    """A probability as a percentage that never claims more than was reached: 0.996 is 99 %, and only 1 is 100 %."""
    if 0 < probability < 0.01:
        return "under 1 %"
    # Rounded first, because 0.7 kept as a float32 comes back as 0.69999999.
    percent = math.floor(round(100 * probability, 3))
    return f"{percent if probability >= 1 else min(percent, 99)} %"


def needed(probability: float) -> str:
    """A threshold as the whole percentage that reaches it: 0.551 is 56 %."""
    return f"{math.ceil(round(100 * probability, 3))} %"


def how_near(link: Link | None, thresholds: Thresholds) -> str:
    """How near a link below the partial threshold comes to counting, as the middle of a sentence."""
    if link is None:
        return "no passage comes anywhere near it"
    share = link.probability / thresholds.partial
    near = "comes close" if share >= 0.75 else "is some way off" if share >= 0.4 else "is far from it"
    probability = f"probability {reached(link.probability)}, {needed(thresholds.partial)} would count"
    return f"the nearest passage, {quote(link.passage.text, 60)}, {near} ({probability})"


def enumerate_words(words: Iterable[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


def grades_in_words(grades: Iterable[str]) -> str:
    """`grade 3`, `grades K to 2 and 5`: runs of three or more are drawn together."""
    numbers = [GRADES.index(grade) for grade in in_order(grades)]
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    words: list[str] = []
    for run in runs:
        names = [GRADES[number] for number in run]
        words += [f"{names[0]} to {names[-1]}"] if len(names) > 2 else names
    return f"{'grade' if len(numbers) == 1 else 'grades'} {enumerate_words(words)}"


def count(n: int, noun: str, plural: str = "") -> str:
    """`1 standard`, `2 standards`."""
    return f"{n:,} {noun if n == 1 else plural or noun + 's'}"
