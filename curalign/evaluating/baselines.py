"""Rankings by words alone, to see what meaning and judging add."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

SATURATION = 1.2
"""k1 of BM25: how soon more of the same word stops to count."""
LENGTH = 0.75
"""b of BM25: how much a long statement is held back."""


def tfidf(texts: Sequence[str], statements: Sequence[str]) -> NDArray[np.float64]:
    """(t, s) cosines of TF-IDF vectors: sublinear counts, weights of the statements (Sparck Jones 1972)."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    words = TfidfVectorizer(sublinear_tf=True, stop_words="english", strip_accents="unicode")
    return _compared(words, texts, statements, lambda queries, documents: queries @ documents.T)


def bm25(texts: Sequence[str], statements: Sequence[str]) -> NDArray[np.float64]:
    """(t, s) scores of Okapi BM25 with a text as the query and the statements as the documents.

    Robertson and Zaragoza 2009, section 3.4.3, k1 1.2 and b 0.75; idf = ln(1 + (N - df + 0.5) / (df + 0.5)), which is
    never below zero. A word that a text uses twice counts twice.
    """
    from sklearn.feature_extraction.text import CountVectorizer

    words = CountVectorizer(stop_words="english", strip_accents="unicode")
    return _compared(words, texts, statements, _okapi)


def _okapi(queries: Any, documents: Any) -> Any:
    count = documents.shape[0]
    containing = np.asarray((documents > 0).sum(axis=0)).ravel()
    rarity = np.log(1 + (count - containing + 0.5) / (containing + 0.5))
    lengths = np.asarray(documents.sum(axis=1)).ravel()
    held_back = SATURATION * (1 - LENGTH + LENGTH * lengths / max(lengths.mean(), 1))
    weights = documents.tocoo()
    weights.data = weights.data * (SATURATION + 1) / (weights.data + held_back[weights.row]) * rarity[weights.col]
    return queries.astype(np.float64) @ weights.tocsr().T


def _compared(words: Any, texts: Sequence[str], statements: Sequence[str], compare: Any) -> NDArray[np.float64]:
    """(t, s) scores; all zero where no statement has a word that is not a stop word."""
    try:
        documents = words.fit_transform(statements)
    except ValueError:
        return np.zeros((len(texts), len(statements)))
    if not texts:
        return np.zeros((0, len(statements)))
    return np.asarray(compare(words.transform(texts), documents).toarray(), np.float64)
