"""Words of a question -> the passages of a run that are nearest, by meaning and by words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from curalign.domain.materials import Passage
from curalign.embedding import Cache, Encoder, embed, embed_passages
from curalign.matching import LEXICAL_SHARE, MAX_WORD_DEVIATIONS

_Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage, by its row, that is near to what was asked: cosines of the meanings and of the words."""

    at: int
    similarity: float | None
    words: float


class Searcher:
    """Searches passages that were read before; reads no file but the encoder's own.

    Args:
        passages: Those of a run.
        encoder: The one that the run was made with; None where it is not at hand, and words alone are compared.
        cache: Where the vectors of the passages are.

    """

    def __init__(self, passages: Sequence[Passage], encoder: Encoder | None, cache: Cache) -> None:
        self._passages = tuple(passages)
        self._encoder = encoder
        self._cache = cache
        self._embedded: NDArray[np.float32] | None = None

    @property
    def by(self) -> str:
        """What passages are compared by."""
        return "words" if self._encoder is None else "meaning and words"

    def search(self, query: str, k: int, among: Sequence[int]) -> list[Hit]:
        """The nearest passages.

        Args:
            query: Words.
            k: How many at most.
            among: The rows of the passages to look at.

        Returns:
            The nearest first; without an encoder only passages that share a word. Ties keep the passages' order.

        Raises:
            ModelError: The encoder cannot be used.

        """
        rows = np.array(among, np.intp)
        if not len(rows):
            return []
        words = self._by_words(query)[rows]
        score = LEXICAL_SHARE * np.minimum(_deviations(words), MAX_WORD_DEVIATIONS)
        meaning = None
        if self._encoder is not None:
            meaning = (self._vectors(self._encoder)[rows] @ embed([query], self._encoder)[0]).astype(float)
            score = score + _deviations(meaning)
        best = [at for at in np.argsort(-score, kind="stable")[:k].tolist() if meaning is not None or words[at] > 0]
        return [Hit(among[at], None if meaning is None else float(meaning[at]), float(words[at])) for at in best]

    def _vectors(self, encoder: Encoder) -> NDArray[np.float32]:
        if self._embedded is None:
            self._embedded = embed_passages(self._passages, encoder, self._cache).rows
        return self._embedded

    def _by_words(self, query: str) -> _Numbers:
        vectors, table = self._words
        if table is None:
            return np.zeros(len(self._passages))
        found = table @ vectors.transform([query]).T
        return np.asarray(found.toarray(), float)[:, 0]

    @cached_property
    def _words(self) -> tuple[Any, Any]:
        """What weighs words, and the passages' weighted; nothing of them where no passage has a word."""
        from sklearn.feature_extraction.text import TfidfVectorizer

        vectors = TfidfVectorizer(sublinear_tf=True, strip_accents="unicode")
        try:
            return vectors, vectors.fit_transform(passage.context for passage in self._passages)
        except ValueError:
            return vectors, None


def _deviations(numbers: _Numbers) -> _Numbers:
    """In standard deviations above the mean; zero where there is no spread."""
    spread = float(numbers.std())
    return (numbers - numbers.mean()) / spread if spread > 1e-9 else np.zeros(len(numbers))
