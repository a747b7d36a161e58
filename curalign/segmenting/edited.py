"""Copies that somebody edited a little: `info` for information, `with` for using, an article left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from curalign.empty_words import GRAMMAR
from curalign.language import words_in

_TEXT = 0.85
"""The share of a text's telling words that a statement has too, in the same order, from which it may be its copy."""
_STATEMENT = 0.7
"""The share of the statement's telling words that the text then has: one that tells only a part is a teacher's own."""
_MIN = 5
"""Telling words below which nothing is told."""
_TRIED = 3
"""Statements with which a text is compared word by word: those that share most pairs of words with it."""
_STEM = 4
"""Letters that tell a word, so that `info`, `mult.` and another ending are the same word."""
_EXAMPLES = re.compile(r"\([^)]*\)|\be\.g\.[^.;]*")
_SENTENCES = re.compile(r"(?<=[.;])\s+")


class Edited:
    """Statements and their sentences as rows of telling words."""

    def __init__(self, statements: Iterable[str]) -> None:
        self._rows: list[tuple[str, ...]] = []
        self._with: dict[tuple[str, str], list[int]] = {}
        for statement in statements:
            plain = _EXAMPLES.sub(" ", statement)
            for row in dict.fromkeys(_telling(words_in(text)) for text in (statement, plain, *_SENTENCES.split(plain))):
                if len(row) >= _MIN:
                    for pair in set(pairwise(row)):
                        self._with.setdefault(pair, []).append(len(self._rows))
                    self._rows.append(row)

    def copied(self, words: Sequence[str]) -> bool:
        """Whether a text is a statement, or a sentence of one, with a few words changed.

        Args:
            words: Those of the text, without the code that stands beside it.

        Returns:
            True where nearly all of its telling words are the statement's, in their order, and most of these are there.

        """
        own = _telling(words)
        if len(own) < _MIN:
            return False
        shared = Counter(number for pair in set(pairwise(own)) for number in self._with.get(pair, ()))
        return any(self._is_like(own, self._rows[number]) for number, _ in shared.most_common(_TRIED))

    def _is_like(self, own: Sequence[str], row: Sequence[str]) -> bool:
        if min(len(own), len(row)) < max(_TEXT * len(own), _STATEMENT * len(row), _MIN):
            return False
        both = _in_order(own, row)
        return both >= max(_TEXT * len(own), _STATEMENT * len(row), _MIN)


def _telling(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(word[:_STEM] for word in words if word not in GRAMMAR)


def _in_order(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words two rows have in common in the same order."""
    best = [0] * (len(other) + 1)
    for word in one:
        before = 0
        for at, against in enumerate(other, 1):
            above = best[at]
            best[at] = before + 1 if word == against else max(above, best[at - 1])
            before = above
    return best[-1]
