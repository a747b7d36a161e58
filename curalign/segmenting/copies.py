"""Copies of standards: a statement that stands in a document word for word is a claim, wherever it was pasted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from curalign.language import word_ngrams, words_in

_GRAM = 4
"""Words in a row that a copy shares with a statement; two texts about one matter share three now and then."""
_MIN_WORDS = 8
"""The fewest words of a statement that can be copied; a shorter one a teacher may have written anyway."""
_SHARE = 0.7
"""The share of a text's words that stand in shared rows, from which the text is a copy."""
_REMNANT = 4
"""Words beside a copy, such as its code or `Standards:`, that belong to it."""
_BRACKETS = re.compile(r"\([^)]*\)")
_CODE = re.compile(r"\(?\b[\w.\-]*\d[\w.\-]*\)?")
_CELLS = re.compile(r"\s*\|\s*")
_ENDS = re.compile(r"(?<=[.;:!?)])\s+|\s+(?=[\u2022\u2610-\u2612\u25a0-\u25a2\u25cf\u2713\u2714])")


class Statements:
    """The statements of a framework, as rows of words that a copy would share with them."""

    def __init__(self, statements: Iterable[str]) -> None:
        known = [statement for statement in statements if len(words_in(statement)) >= _MIN_WORDS]
        self._grams = {gram for statement in known for gram in _grams(statement)}
        # What stands in brackets is often an example, and a lesson may well use the same one.
        self._own = {gram for statement in known for gram in _grams(_BRACKETS.sub(" ", statement))}

    def copied(self, text: str) -> bool:
        """Whether most of a text's words are those of statements, in their order."""
        words = words_in(text)
        if len(words) < _GRAM:
            return False
        grams = list(word_ngrams(words, _GRAM))
        shared = [False] * len(words)
        for at, gram in enumerate(grams):
            if gram in self._grams:
                shared[at : at + _GRAM] = [True] * _GRAM
        enough = sum(shared) >= max(_SHARE * len(words), _MIN_WORDS - 2)
        return enough and any(gram in self._own for gram in grams)

    def parts(self, text: str) -> list[tuple[str, bool]]:
        """A text cut where a copy begins and ends; each part with whether it is one. The parts are all its words.

        Args:
            text: A paragraph, a list item or a table's row with ` | ` between its cells.

        Returns:
            Parts in order; a few words beside a copy belong to it.

        """
        if not self._may_copy(text):
            return [(text, False)]
        pieces = [found for cell in _pieces(text, _CELLS) for found in self._sentences(cell)]
        return _joined(_with_remnants(_joined(pieces)))

    def _sentences(self, cell: str) -> list[tuple[str, bool]]:
        """A cell or paragraph as it is where all of it is copied, else its sentences."""
        if self.copied(cell):
            return [(cell, True)]
        return [(piece, self.copied(piece)) for piece in _pieces(cell, _ENDS)]

    def _may_copy(self, text: str) -> bool:
        return any(gram in self._grams for gram in _grams(text))


def _with_remnants(parts: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """A few words between or before copies are theirs."""
    beside = [any(copied for _, copied in parts[max(at - 1, 0) : at + 2]) for at in range(len(parts))]
    few = [len(words_in(_CODE.sub(" ", text))) < _REMNANT for text, _ in parts]
    return [(text, copied or (a and b)) for (text, copied), a, b in zip(parts, beside, few, strict=True)]


def _joined(parts: Iterable[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """Parts that follow each other and are both copies, or both none, as one."""
    runs = groupby(parts, key=lambda part: part[1])
    return [(" ".join(text for text, _ in run), copied) for copied, run in runs]


def _pieces(text: str, ends: re.Pattern[str]) -> list[str]:
    """A text cut at `ends`, which stay with what is before them, so that no word is lost."""
    cuts = [0, *(match.end() for match in ends.finditer(text)), len(text)]
    return [piece for a, b in pairwise(cuts) if (piece := text[a:b].strip())]


def _grams(text: str) -> Iterator[tuple[str, ...]]:
    return word_ngrams(words_in(text), _GRAM)
