"""Texts as their words, each weighed by how rare it is: TF-IDF, and the cosines of it.

scikit-learn's `TfidfVectorizer` gives the same numbers, and a test holds the two together; but to load it takes longer
than to compare a district's passages (decision 45).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from curalign.empty_words import STOP_WORDS

_WORD = re.compile(r"\b\w\w+\b")

Words = Sequence[str]


def words_of(text: str) -> list[str]:
    """The words of a text that say what it is about.

    Args:
        text: Any text.

    Returns:
        Its words of at least two letters or digits, in their order, lower-case, without accents and stop words.

    """
    plain = text.lower()
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return [word for word in _WORD.findall(plain) if word not in STOP_WORDS]


class Terms:
    """Some texts as vectors of their words, beside which others can be set.

    A word weighs the more the fewer of the texts have it (Sparck Jones 1972), and the more often it stands in its own,
    by the logarithm. A word that none of them has weighs nothing.
    """

    def __init__(self, texts: Sequence[Words]) -> None:
        """`texts` are the words of n texts, as `words_of` gives them."""
        counts = Counter(word for words in texts for word in set(words))
        self._column = {word: at for at, word in enumerate(sorted(counts))}
        found_in = np.array([counts[word] for word in self._column], np.float64)
        self._rarity = np.log((len(texts) + 1) / (found_in + 1)) + 1
        self._texts = self._vectors(texts)

    def cosines(self, others: Sequence[Words], chosen: NDArray[np.intp]) -> NDArray[np.float32]:
        """Compare other texts with some of these.

        Args:
            others: The words of m texts.
            chosen: The positions of k of the n texts.

        Returns:
            (m, k) cosines, 0 for a text without a known word.

        """
        return np.asarray((self._vectors(others) @ self._texts[chosen].T).toarray(), np.float32)

    def _vectors(self, texts: Sequence[Words]) -> Any:
        """A sparse matrix of float32 with a row for each text, of length 1 where it has a known word."""
        from scipy.sparse import csr_array

        column = self._column
        counts = [Counter(column[word] for word in words if word in column) for words in texts]
        columns = np.array([at for own in counts for at in own], np.int32)
        often = np.array([times for own in counts for times in own.values()], np.float64)
        ends = np.cumsum([0, *map(len, counts)])
        matrix = csr_array((often, columns, ends), shape=(len(texts), len(column)))
        matrix.sort_indices()
        weights = (np.log(matrix.data) + 1) * self._rarity[matrix.indices]
        row = np.repeat(np.arange(len(texts)), np.diff(ends))
        lengths = np.sqrt(np.bincount(row, weights**2, len(texts)))
        matrix.data = weights / lengths[row]
        return matrix.astype(np.float32)
