"""Texts and numbers as they are quoted and printed, whatever the language: excerpts, one line, runs of numbers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

_SPACE = re.compile(r"\s+")
_MAX_MARKS = 30


def consecutive_runs(numbers: Iterable[int]) -> list[list[int]]:
    """Ascending numbers in unbroken runs: 1, 2, 3, 7 are [1, 2, 3] and [7]."""
    found: list[list[int]] = []
    for number in numbers:
        if found and number == found[-1][-1] + 1:
            found[-1].append(number)
        else:
            found.append([number])
    return found


def spans(numbers: Iterable[int]) -> str:
    """Ascending numbers as people write them: `1-3, 7`."""
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in consecutive_runs(numbers))


def count(n: int, noun: str, plural: str = "") -> str:
    """`1 standard`, `2 standards`, `1,200 standards`."""
    return f"{n:,} {noun if n == 1 else plural or noun + 's'}"


def excerpt(text: str, most: int) -> str:
    """The beginning of a text on one line, at most `most` characters; where it is cut, a word ends and … stands.

    Only a very long word is cut inside.
    """
    line = one_line(text)
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    at_word = cut.rfind(" ", most // 2)
    return (cut[:at_word] if at_word > 0 else cut).rstrip(" ,;:.") + "…"


def one_line(text: str) -> str:
    """Text on one line, as it is quoted and printed."""
    return _SPACE.sub(" ", text).strip()


def composed(text: str) -> str:
    """Text in composed characters (NFC), with at most 30 marks on a letter: putting more in order takes for ever.

    No language needs as many. Source: Unicode, UAX 15, Stream-Safe Text Format.
    """
    if len(text) > _MAX_MARKS and any(map(unicodedata.combining, text)):
        text = "".join(_with_few_marks(text))
    return unicodedata.normalize("NFC", text)


def _with_few_marks(text: str) -> Iterator[str]:
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= _MAX_MARKS:
            yield character
