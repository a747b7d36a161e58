"""Words that somebody set letter by letter, with blanks between them or one under another: `F R A C T I O N S`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby, pairwise

from curalign.reading.documents.drafts import Piece
from curalign.reading.documents.readers.garbled import plausible

LEAST = 4
"""The fewest letters that are a word; three may be anything."""

_RUN = re.compile(
    r"\s*(?P<run>[^\W\d_](?:\s+[^\W\d_]){3,})(?=\s*$|\s*[:.!?|]|\s*[\u2013\u2014-]\s|\s{2,}\S|\s*\n|\s+\d)"
)
_BETWEEN_WORDS = re.compile(r"[^\S\n]{2,}|\n\s*\n\s*")
_LEAST_PAIRS = 0.6  # share of neighbouring letters that words have
_VOWELS = frozenset("aeiouy\u00e1\u00e9\u00ed\u00f3\u00fa")
_OF_TITLES = frozenset(
    str.split(
        """
        a activities activity and assessment big book check closing daily date day essential exit focus for goal goals
        grade group guided homework i idea ideas in independent learning lesson math my name notes objective objectives
        of opening our plan plans practice question questions reading review science slip small standards target targets
        task team test the this ticket time today unit up vocabulary warm we week weekly word words work writing your
        clase de del dia el en la las los lectura leccion mi objetivo objetivos plan semana tarea unidad
        """
    )
)
"""Words that titles are made of: where all letters stand equally far apart, nothing else tells where one ends."""
_CHOICES = ("abcde", "nsew")  # letters of answers, and of the compass
_LEAST_LETTERS = 3  # that differ


def looks_spaced(text: str) -> bool:
    """Whether a text begins with letters that stand alone, as hardly any does: worth a call of `unspaced`."""
    return len(text) > 6 and text[1].isspace() and text[0].isalpha() and (text[3].isspace() or text[4].isspace())


def unspaced(text: str) -> str:
    """A text whose first words, where they are spaced letters, are words.

    Args:
        text: As the document has it: two blanks or an empty line part words, one parts letters.

    Returns:
        The text with them put together; the same text where they are no words, as `A B C D` are none.

    """
    match = _RUN.match(text)
    if match is None:
        return text
    words = ["".join(part.split()) for part in _BETWEEN_WORDS.split(match["run"])]
    letters = "".join(words)
    if not is_word(letters):
        return text
    said = " ".join(words) if 1 < len(words) < len(letters) else _in_words(letters)
    return said + text[match.end("run") :]


def _in_words(letters: str) -> str:
    """Letters that are all set alike, as the words of titles that they are; as one word where they are others."""
    small = letters.lower()
    ways: list[list[int] | None] = [[], *[None] * len(small)]  # for each place, the words that end there, by their ends
    for end in range(1, len(small) + 1):
        starts = (at for at in range(end) if ways[at] is not None and small[at:end] in _OF_TITLES)
        start = next(starts, None)
        ways[end] = None if start is None else [*(ways[start] or ()), end]
    ends = ways[-1] or [len(letters)]
    return " ".join(letters[start:end] for start, end in pairwise([0, *ends]))


def is_word(word: str) -> bool:
    """Whether letters in a row may be a word, or several, and are no list of choices, marks or unknowns."""
    if len(word) < LEAST or not (word.isupper() or (word[0].isupper() and word[1:].islower())):
        return False
    small = word.lower()
    steps = {ord(after) - ord(before) for before, after in pairwise(small)}
    if len(set(small)) < _LEAST_LETTERS or 2 * len(set(small)) <= len(small) or len(steps) == 1:
        return False
    is_spelt = not _VOWELS.isdisjoint(small) and not _VOWELS.issuperset(small)
    return is_spelt and not any(map(set(small).issubset, _CHOICES)) and plausible([small]) >= _LEAST_PAIRS


def unstacked(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces of a document, where letters that are pieces each, one under another, are a word."""
    for alone, stretch in groupby(pieces, key=_is_letter):
        run = list(stretch)
        word = "".join(piece.text.strip() for piece in run) if alone else ""
        if is_word(word):
            yield replace(run[0], text=word)
        else:
            yield from run


def _is_letter(piece: Piece) -> bool:
    return len(piece.text) < LEAST and len(piece.text.strip()) == 1 and piece.text.strip().isalpha()
