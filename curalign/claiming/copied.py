"""Which standards' statements a text copies: the ones that share most of its words in a row."""

from __future__ import annotations

from collections.abc import Collection

from curalign.domain.standards import Framework, Standard
from curalign.language import rows_of_words, words_in

_ROW = 4
"""Words in a row that a copy shares with a statement."""
_SHORT = 8
"""Words of a statement below which it must stand there in full."""
_SHARE = 0.5
"""The share of a longer statement's rows that stand in a copy of it; what was reworded breaks some of them."""
_LONG = 16
"""Words from which a copied part stands for its statement, be that as long as it will."""

Spots = frozenset[int]


class Copied:
    """The statements of a framework, looked up by their rows of four words."""

    def __init__(self, framework: Framework) -> None:
        self._standards = framework.standards
        self._rows = [frozenset(rows_of_words(words_in(s.statement), _ROW)) for s in framework.standards]
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
        spots = self._spots(text)
        found: list[tuple[int, Standard]] = []
        taken: Spots = frozenset()
        while spots:
            best = max(spots, key=lambda number: self._order(number, spots[number], taken, grades))
            own = spots.pop(best)
            new = own - taken
            if 2 * len(new) >= len(own):
                found.append((min(new), self._standards[best]))
                taken |= own
        return [standard for _, standard in sorted(found, key=lambda pair: pair[0])]

    def _spots(self, text: str) -> dict[int, Spots]:
        """By standard that is copied, where in the text a row of its words begins."""
        spots: dict[int, set[int]] = {}
        for at, row in enumerate(rows_of_words(words_in(text), _ROW)):
            for number in self._at.get(row, ()):
                spots.setdefault(number, set()).add(at)
        return {number: frozenset(own) for number, own in spots.items() if self._is_copied(number, len(own))}

    def _order(self, number: int, own: Spots, taken: Spots, grades: Collection[str]) -> tuple[int, bool, float, int]:
        standard = self._standards[number]
        share = len(own) / len(self._rows[number])
        return len(own - taken), bool(grades) and standard.states(tuple(grades)), share, -number

    def _is_copied(self, number: int, shared: int) -> bool:
        rows = len(self._rows[number])
        if rows + _ROW - 1 < _SHORT:
            return shared >= rows
        return shared >= min(_SHARE * rows, _LONG - _ROW + 1)
