"""Copies of standards: a statement that stands in a document word for word is a claim, wherever it was pasted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, dropwhile, groupby, pairwise

from curalign.domain.boxes import BOX
from curalign.empty_words import FRAMING
from curalign.language import word_ngrams, words_in
from curalign.segmenting.edited import Edited

_GRAM = 4
"""Words in a row that a copy shares with a statement; two texts about one matter share three now and then."""
_SHORT_GRAM = 3
"""Words in a row of what is a copy only beside others."""
_MIN_WORDS = 8
"""The fewest words of a statement that can be copied; a shorter one a teacher may have written anyway."""
_ENOUGH = _MIN_WORDS - 2
"""The fewest words in a row that a copy shares."""
_SHARE = 0.7
"""The share of a text's words that stand in shared rows, from which the text is a copy."""
_FRAMED = 0.5
"""The same where all that stands beside them only says that this is the standard."""
_REMNANT = 4
"""Words beside a copy, such as its code or `Standards:`, that belong to it."""
_LIST = 3
"""Short lines or cells in a row, each of them words of a statement, that are a list of standards on their own."""
_BRACKETS = re.compile(r"\([^)]*\)")
_CODE = re.compile(r"\(?\b[\w.\-]*\d[\w.\-]*\)?")
_CELLS = re.compile(r"\s*\|\s*")
_ENDS = re.compile(r"(?<=[.;:!?)])\s+|\s+(?=[\u2022\u2610-\u2612\u25a0-\u25a2\u25cf\u2713\u2714])")
_OPENS = FRAMING | {"i", "swbat", "tsw", "sw"}


@dataclass(slots=True)
class _Piece:
    """A part of a block that is a copy as a whole or not, and where its words stand among all of the run.

    `perhaps` marks one that is a copy where others are beside it.
    """

    text: str
    start: int
    end: int
    copied: bool = False
    perhaps: bool = False


class _Row:
    """The words of several blocks in their order, and which of them stand in rows that statements have too."""

    def __init__(self, words: Sequence[str], grams: frozenset[tuple[str, ...]], own: frozenset[tuple[str, ...]]):
        self.words = words
        self._shared, self._own = [False] * len(words), [False] * len(words)
        for at, gram in enumerate(word_ngrams(words, _GRAM)):
            if gram in grams:
                self._shared[at : at + _GRAM] = [True] * _GRAM
            if gram in own:
                self._own[at : at + _GRAM] = [True] * _GRAM

    @property
    def shares_any(self) -> bool:
        return any(self._shared)

    def is_copied(self, text: str, start: int, end: int) -> bool:
        """Whether most of a text's words, those from `start` to `end`, are those of statements, in their order.

        A statement may run on before and after the text, as over the lines or cells into which it was cut.
        """
        shared = sum(self._shared[start:end])
        first, last = start, end
        while first > 0 and shared and self._shared[start] and self._shared[first - 1]:
            first -= 1
        while last < len(self.words) and shared and self._shared[end - 1] and self._shared[last]:
            last += 1
        if sum(self._shared[first:last]) < _ENOUGH or not any(self._own[first:last]):
            return False
        marks = {*words_in(" ".join(_CODE.findall(text))), *words_in(" ".join(BOX.findall(text)))}
        beside = [word for word, has in zip(self.words[start:end], self._shared[start:end], strict=True) if not has]
        beside = [word for word in beside if word not in marks]
        needed = _FRAMED if FRAMING.issuperset(beside) else _SHARE
        return shared >= needed * (shared + len(beside))


class Statements:
    """The statements of a framework, as rows of words that a copy would share with them."""

    def __init__(self, statements: Iterable[str]) -> None:
        every = list(statements)
        known = [statement for statement in every if len(words_in(statement)) >= _MIN_WORDS]
        self._grams = frozenset(gram for statement in known for gram in _grams(statement))
        # What stands in brackets is often an example, and a lesson may well use the same one.
        self._own = frozenset(gram for statement in known for gram in _own_grams(statement))
        plain = (_BRACKETS.sub(" ", statement) for statement in every)
        self._short = frozenset(gram for one in plain for gram in word_ngrams(words_in(one), _SHORT_GRAM))
        self._edited = Edited(known)

    def copied(self, text: str) -> bool:
        """Whether all of a text is copied, but for a few words beside it."""
        return all(copied for _, copied in self.parts(text))

    def parts(self, text: str) -> list[tuple[str, bool]]:
        """A text cut where a copy begins and ends; each part with whether it is one. The parts are all its words.

        Args:
            text: A paragraph, a list item or a table's row with ` | ` between its cells.

        Returns:
            Parts in order; a few words beside a copy belong to it.

        """
        return self.parts_of_each([text])[0]

    def parts_of_each(self, texts: Sequence[str]) -> list[list[tuple[str, bool]]]:
        """Cut texts that follow each other as `parts` does; a copy may begin in one and end in another.

        Args:
            texts: The blocks of a run, in their order.

        Returns:
            For each text its parts.

        """
        words = [words_in(text) for text in texts]
        row = _Row([word for own in words for word in own], self._grams, self._own)
        starts = [0, *accumulate(map(len, words))]
        pieces = [self._cut(row, text, start) for text, start in zip(texts, starts, strict=False)]
        _add_short([piece for own in pieces for piece in own])
        return [_joined(_with_remnants(_joined((piece.text, piece.copied) for piece in own))) for own in pieces]

    def _cut(self, row: _Row, text: str, start: int) -> list[_Piece]:
        """A text as it is where all of it is copied, else its cells, else their sentences."""
        whole = self._piece(row, text, start)
        if whole.copied or not whole.end - whole.start:
            return [whole]
        found: list[_Piece] = []
        for cell in _pieces(text, _CELLS):
            piece = self._piece(row, cell, start)
            found += [piece] if piece.copied or piece.perhaps else self._sentences(row, piece)
            start = piece.end
        return found

    def _sentences(self, row: _Row, cell: _Piece) -> Iterator[_Piece]:
        start = cell.start
        for text in _pieces(cell.text, _ENDS):
            piece = self._piece(row, text, start)
            piece.perhaps = False
            yield piece
            start = piece.end

    def _piece(self, row: _Row, text: str, start: int) -> _Piece:
        end = start + len(words_in(text))
        copied = (row.shares_any and row.is_copied(text, start, end)) or self._edited.copied(_plain_words(text))
        return _Piece(text, start, end, copied, perhaps=not copied and self._may_be_short(text))

    def _may_be_short(self, text: str) -> bool:
        """Whether a short text is a row of words of a statement, but for its code and `Students will be able to`."""
        words = _plain_words(text)
        rows = list(word_ngrams(words, _SHORT_GRAM))
        return bool(rows) and len(words) < _MIN_WORDS and self._short.issuperset(rows)


def _add_short(pieces: Sequence[_Piece]) -> None:
    """Take for copies the short ones that stand in a row with a longer one, or with so many short ones."""
    told = [piece for piece in pieces if piece.end > piece.start]
    for may, group in groupby(told, key=lambda piece: piece.copied or piece.perhaps):
        stretch = list(group)
        if may and (len(stretch) >= _LIST or any(piece.copied for piece in stretch)):
            for piece in stretch:
                piece.copied = True


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


def _plain_words(text: str) -> list[str]:
    """The words of a text without its box, its code and `Students will be able to`."""
    return list(dropwhile(_OPENS.__contains__, words_in(_CODE.sub(" ", BOX.sub(" ", text)))))


def _own_grams(statement: str) -> Iterator[tuple[str, ...]]:
    """The rows of a statement of which half at least stands outside of brackets: these often hold an example."""
    parts = re.split(r"(\([^)]*\))", statement)
    words = [(word, part.startswith("(")) for part in parts for word in words_in(part)]
    for at in range(len(words) - _GRAM + 1):
        row = words[at : at + _GRAM]
        if 2 * sum(inside for _, inside in row) <= _GRAM:
            yield tuple(word for word, _ in row)


def _grams(text: str) -> Iterator[tuple[str, ...]]:
    return word_ngrams(words_in(text), _GRAM)
