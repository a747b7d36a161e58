"""Which standards' statements a text copies: the ones that share most of its words in a row."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence

from curalign.domain.standards import Framework, Standard
from curalign.language import word_ngrams, words_in

_NGRAM = 4
"""Words in a row that a copy shares with a statement."""
_MIN_WORDS = 8
"""Words of a statement below which it must stand there in full."""
_SHARE = 0.5
"""The share of a longer statement's rows that stand in a copy of it; what was reworded breaks some of them."""
_LONG = 16
"""Words from which a copied part stands for its statement, be that as long as it will."""
_STRETCH = 1.2
"""How much longer than its statement a copy may be by the words that were put in."""


class Copied:
    """The statements of a framework, looked up by their rows of four words."""

    def __init__(self, framework: Framework) -> None:
        self._standards = framework.standards
        self._rows = [frozenset(word_ngrams(words_in(s.statement), _NGRAM)) for s in framework.standards]
        self._at: dict[tuple[str, ...], list[int]] = {}
        for number, rows in enumerate(self._rows):
            for row in rows:
                self._at.setdefault(row, []).append(number)

    def find(self, text: str, grades: Collection[str] = ()) -> list[Standard]:
        """The standards whose statements the text copies, in their order in it.

        Args:
            text: It may hold several statements, one after the other.
            grades: Those of the document, which decide between statements that share as much with it.

        Returns:
            Of siblings with nearly the same statement only the one that shares most.

        """
        left = self._spots(text)
        found: list[tuple[int, Standard]] = []
        while left:
            windows = {number: self._densest(number, spots) for number, spots in left.items()}
            windows = {number: window for number, window in windows.items() if self._is_copied(number, len(window))}
            if not windows:
                break
            best = max(windows, key=lambda number: self._order(number, len(windows[number]), grades))
            first, last = windows[best][0], windows[best][-1]
            found.append((first, self._standards[best]))
            left = {
                number: [at for at in spots if not first <= at <= last]
                for number, spots in left.items()
                if number != best
            }
        return [standard for _, standard in sorted(found, key=lambda pair: pair[0])]

    def _spots(self, text: str) -> dict[int, list[int]]:
        """By standard that may be copied, where in the text a row of its words begins."""
        spots: dict[int, list[int]] = {}
        for at, row in enumerate(word_ngrams(words_in(text), _NGRAM)):
            for number in self._at.get(row, ()):
                spots.setdefault(number, []).append(at)
        return {number: own for number, own in spots.items() if self._is_copied(number, len(own))}

    def _densest(self, number: int, spots: Sequence[int]) -> Sequence[int]:
        """The most spots that lie as near to each other as in a copy of the statement."""
        width = _STRETCH * len(self._rows[number]) + _NGRAM
        ends = ((at, bisect_right(spots, first + width)) for at, first in enumerate(spots))
        start, end = max(ends, key=lambda ends: ends[1] - ends[0], default=(0, 0))
        return spots[start:end]

    def _order(self, number: int, shared: int, grades: Collection[str]) -> tuple[int, bool, float, int]:
        standard = self._standards[number]
        states = bool(grades) and standard.states(tuple(grades))
        return shared, states, shared / len(self._rows[number]), -number

    def _is_copied(self, number: int, shared: int) -> bool:
        rows = len(self._rows[number])
        if rows + _NGRAM - 1 < _MIN_WORDS:
            return shared >= rows
        return shared >= min(_SHARE * rows, _LONG - _NGRAM + 1)
