"""Which standards each passage could be about: similarity of meaning (dense) and of words (lexical) together.

Every passage is compared within its own document, with the standards of its grade, so adding a document never
changes what another one reaches.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from curalign.domain.grades import in_order
from curalign.domain.links import Candidates, Floats
from curalign.domain.materials import Passage
from curalign.domain.standards import Framework, Standard
from curalign.domain.vectors import Embedded

SIGNALS = ("similarity", "meaning", "words", "choices", "unit", "heading")
"""What is measured of every pair.

similarity: cosine of the two vectors. meaning: that cosine in standard deviations above the mean over the standards
that this passage was compared with. words: the same for the cosine of the TF-IDF vectors, at most `MOST_WORDS`.
choices: the natural logarithm of how many standards it was compared with. unit: how much better the standard stands
among the others when the passage is read with the headings above it and the rest of its document; 0 for a text that
stands alone. It is the difference of two logarithms of its share in a softmax over them, neither taken below
`LEAST_SHARE`. heading: 1 for a standard that gathers others, as a cluster does, which people seldom name; else 0.
"""

SCALE = 25.0
"""What cosines are multiplied by before the softmax; the encoders are trained with the same."""
SETTING_SHARE = 0.6
"""How much the headings' cosine weighs beside the passage's own."""
UNIT_SHARE = 1.5
"""How much `meaning + words / 2`, as the mean over the other passages of a document, weighs in the softmax."""
LEAST_SHARE = -5.0
"""Standards far below the best are all alike: how far says nothing of whether they are taught."""
MOST_WORDS = 5.0
"""One rare word in common with one statement alone would be ten deviations or more, and is weak evidence."""
LEXICAL_SHARE = 0.5
"""How much `words` weighs beside `meaning` in the blend that decides which pairs are worth judging."""

_Matrix = NDArray[np.float32]
_Signals = dict[str, _Matrix]
_NO_SPREAD = np.float32(1e-6)


@dataclass(frozen=True, slots=True, eq=False)
class _Compared:
    """Passages beside standards: (passages, standards) cosines of meaning, of words, and of the headings above.

    `heading` is (standards,): 1 for those that gather others.
    """

    cosine: _Matrix
    words: _Matrix
    setting: _Matrix
    heading: NDArray[np.float32]
    documents: Sequence[str]

    def among(self, pool: NDArray[np.intp]) -> _Compared:
        """The same passages beside some of the standards."""
        return replace(
            self,
            cosine=self.cosine[:, pool],
            words=self.words[:, pool],
            setting=self.setting[:, pool],
            heading=self.heading[pool],
        )


class Matcher:
    """Compares passages with the standards of one framework.

    The TF-IDF weights come from the statements alone (Sparck Jones 1972; sublinear term counts), so they do not
    depend on the documents at hand.
    """

    def __init__(self, standards: Embedded[Standard]) -> None:
        from sklearn.feature_extraction.text import TfidfVectorizer

        self.standards = standards
        self._words = TfidfVectorizer(sublinear_tf=True, stop_words="english", strip_accents="unicode")
        framework = Framework(standards.items)
        self._headings = np.array([framework.is_heading(standard) for standard in standards.items], np.float32)
        statements = [standard.statement for standard in standards.items]
        try:
            self._statements = self._words.fit_transform(statements).astype(np.float32)
        except ValueError:  # no statement has a word that is not a stop word
            self._statements = None

    def on_grade(self, passages: Embedded[Passage], grades: Iterable[str] = (), floor: float = -np.inf) -> Candidates:
        """Pairs of a passage with the standards of its document's grades, and of `grades` where these are given.

        `floor` is the least `meaning + words / 2` that is worth judging.
        """
        wanted = tuple(grades)
        parts = []
        for rows in _by_grades(passages.items):
            pool = self._pool(passages.items[rows[0]].material.grades, wanted)
            signals = _signals(self._compare(passages, rows, pool))
            parts.append(_pairs(rows, pool, signals, _blend(signals) >= floor))
        return _join(passages.items, self.standards.items, parts)

    def off_grade(self, passages: Embedded[Passage], floor: float = 0.0) -> Candidates:
        """Pairs of a passage with a standard of another grade that it is closer to than to any of its own grade.

        What is measured of a pair is measured among the standards of that grade, as if the document stated it.
        """
        every = np.arange(len(self.standards.items))
        parts = []
        for rows in _by_grades(passages.items):
            own = np.zeros(len(every), bool)
            own[self._pool(passages.items[rows[0]].material.grades, ())] = True
            if own.all():
                continue
            compared = self._compare(passages, rows, every)
            blend = _blend(_signals(compared))
            nearest_own = blend[:, own].max(axis=1, keepdims=True, initial=-np.inf)
            closer = (blend >= floor) & (blend > nearest_own)
            parts += [
                _pairs(rows, pool, _signals(compared.among(pool)), closer[:, pool])
                for pool in self._grade_by_grade(~own)
            ]
        return _join(passages.items, self.standards.items, parts)

    def _grade_by_grade(self, asked: NDArray[np.bool_]) -> Iterator[NDArray[np.intp]]:
        """The asked standards in the pools of their grades; one of several grades is in the first of its pools."""
        left = asked.copy()
        wanted = [standard for standard, here in zip(self.standards.items, asked, strict=True) if here]
        for grade in in_order(grade for standard in wanted for grade in standard.grades):
            stated = [grade in standard.grades for standard in self.standards.items]
            pool = np.flatnonzero(left & np.array(stated))
            left[pool] = False
            if pool.size:
                yield pool

    def _pool(self, stated: Sequence[str], wanted: Sequence[str]) -> NDArray[np.intp]:
        fits = [(not stated or s.states(stated)) and (not wanted or s.states(wanted)) for s in self.standards.items]
        return np.flatnonzero(fits)

    def _compare(self, passages: Embedded[Passage], rows: Sequence[int], pool: NDArray[np.intp]) -> _Compared:
        statements = self.standards.rows[pool].T
        cosine = passages.rows[list(rows)] @ statements
        settings = passages.settings
        return _Compared(
            cosine=cosine,
            words=self._lexical([passages.items[row].context for row in rows], pool),
            setting=np.zeros_like(cosine) if settings is None else settings[list(rows)] @ statements,
            heading=self._headings[pool],
            documents=[passages.items[row].material.path for row in rows],
        )

    def _lexical(self, texts: list[str], pool: NDArray[np.intp]) -> _Matrix:
        if self._statements is None:
            return np.zeros((len(texts), len(pool)), np.float32)
        found = self._words.transform(texts).astype(np.float32) @ self._statements[pool].T
        return np.asarray(found.toarray(), np.float32)


def _by_grades(passages: Sequence[Passage]) -> list[list[int]]:
    """Rows of the passages whose documents state the same grades, document by document."""
    order = sorted(
        range(len(passages)), key=lambda row: (passages[row].material.grades, passages[row].material.path, row)
    )
    return [list(rows) for _, rows in groupby(order, key=lambda row: passages[row].material.grades)]


def _signals(compared: _Compared) -> _Signals:
    """One (passages, standards) matrix for each of `SIGNALS`, by name."""
    cosine = compared.cosine
    signals = {
        "similarity": cosine,
        "meaning": _standardised(cosine),
        "words": np.minimum(_standardised(compared.words), np.float32(MOST_WORDS)),
        "choices": np.full_like(cosine, np.log(max(cosine.shape[1], 1))),
        "heading": np.broadcast_to(compared.heading, cosine.shape),
    }
    alone: _Matrix = np.add(SCALE * cosine, LEXICAL_SHARE * signals["words"], dtype=np.float32)
    around: _Matrix = np.float32(UNIT_SHARE) * _mean_of_others(_blend(signals), compared.documents)
    around += np.float32(SCALE * SETTING_SHARE) * compared.setting
    return signals | {"unit": _log_share(alone + around) - _log_share(alone)}


def _standardised(matrix: _Matrix) -> _Matrix:
    """Each row in standard deviations above its mean; a row without spread is all zero."""
    if not matrix.shape[1]:
        return matrix
    spread = matrix.std(axis=1, keepdims=True)
    above: _Matrix = matrix - matrix.mean(axis=1, keepdims=True)
    return np.where(spread > _NO_SPREAD, above / np.maximum(spread, _NO_SPREAD), 0).astype(np.float32)


def _log_share(scores: _Matrix) -> _Matrix:
    """Log-softmax of each row, in the stable form, cut at `LEAST_SHARE`."""
    if not scores.shape[1]:
        return scores
    shifted: _Matrix = scores - scores.max(axis=1, keepdims=True)
    shifted -= np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return np.maximum(shifted, np.float32(LEAST_SHARE))


def _mean_of_others(blend: _Matrix, documents: Sequence[str]) -> _Matrix:
    """For each row the mean of the other rows of its document, which `documents` names; zeros where it is alone."""
    others = np.zeros_like(blend)
    for _, own in groupby(range(len(documents)), key=documents.__getitem__):
        rows = list(own)
        if len(rows) > 1:
            inside = blend[rows]
            others[rows] = (inside.sum(axis=0) - inside) / np.float32(len(rows) - 1)
    return others


def _blend(signals: _Signals) -> _Matrix:
    return signals["meaning"] + np.float32(LEXICAL_SHARE) * signals["words"]


_Pairs = tuple[NDArray[np.int32], NDArray[np.int32], dict[str, Floats]]


def _pairs(rows: Sequence[int], pool: NDArray[np.intp], signals: _Signals, keep: NDArray[np.bool_]) -> _Pairs:
    at = np.nonzero(keep)
    passage = np.asarray(rows, np.int32)[at[0]]
    return (
        passage,
        pool[at[1]].astype(np.int32),
        {name: signal[at].astype(np.float32) for name, signal in signals.items()},
    )


def _join(passages: tuple[Passage, ...], standards: tuple[Standard, ...], parts: Sequence[_Pairs]) -> Candidates:
    """One table in passage order, then in the framework's order, whatever the grades' order was."""
    passage = np.concatenate([part[0] for part in parts] or [np.zeros(0, np.int32)])
    standard = np.concatenate([part[1] for part in parts] or [np.zeros(0, np.int32)])
    order = np.lexsort((standard, passage))
    columns = {
        name: np.concatenate([part[2][name] for part in parts] or [np.zeros(0, np.float32)])[order] for name in SIGNALS
    }
    return Candidates(passages, standards, passage[order], standard[order], columns)
