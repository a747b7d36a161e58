"""Ways to score texts against standards: ours, plain similarity, and words alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from curalign.aligning import Aligner
from curalign.domain.labels import LabelledSet
from curalign.domain.standards import Standard
from curalign.embedding import Cache, Encoder, embed
from curalign.evaluating.baselines import bm25, tfidf
from curalign.metrics import Scores

CURALIGN = "curalign"
_AT_ONCE = 64
"""Texts judged at a time, because a text has a Link for every standard."""


@dataclass(frozen=True, slots=True)
class Method:
    """A way to score texts against standards: `score` gives (t, s), s in the order of `scored_standards`."""

    name: str
    score: Callable[[LabelledSet, bool], Scores]
    probabilities: bool = False


def by_curalign(aligner: Aligner, name: str = CURALIGN) -> Method:
    """The method that `suggest` ranks by.

    Args:
        aligner: The encoder and the judge.
        name: What the scores are called.

    Returns:
        A method that gives probabilities (0 to 1).

    """
    return Method(name, lambda labelled, same: _suggested(labelled, same, aligner), probabilities=True)


def plain_cosine(encoder: Encoder, cache: Cache | None = None, name: str = "") -> Method:
    """The cosine of an encoder's vectors, without a judge.

    Args:
        encoder: What turns text into vectors.
        cache: What remembers vectors; nothing unless given.
        name: What the scores are called; by the encoder's name unless given.

    Returns:
        A method that gives cosines (-1 to 1).

    """

    def score(labelled: LabelledSet, _: bool) -> Scores:
        texts = embed([text.text for text in labelled.texts], encoder, cache)
        statements = embed([standard.statement for standard in scored_standards(labelled)], encoder, cache)
        return (texts @ statements.T).astype(np.float64)

    return Method(name or f"cosine of {encoder.name}", score)


def by_words() -> tuple[Method, Method]:
    """The two methods that compare words alone.

    Returns:
        TF-IDF and BM25.

    """
    return (
        Method("TF-IDF", lambda labelled, _: tfidf(*_words(labelled))),
        Method("BM25", lambda labelled, _: bm25(*_words(labelled))),
    )


def scored_standards(labelled: LabelledSet) -> tuple[Standard, ...]:
    """The standards that a labelled set is measured against.

    Args:
        labelled: Texts beside a framework.

    Returns:
        s standards, in the framework's order.

    """
    return tuple(s for s in labelled.framework.standards if s.code in labelled.scored)


def _words(labelled: LabelledSet) -> tuple[list[str], list[str]]:
    return [text.text for text in labelled.texts], [s.statement for s in scored_standards(labelled)]


def _suggested(labelled: LabelledSet, same_grade: bool, aligner: Aligner) -> Scores:
    """(t, s) probabilities; texts of one grade are asked for together, as `suggest` takes them."""
    column = {s.id: at for at, s in enumerate(scored_standards(labelled))}
    scores = np.zeros((len(labelled.texts), len(column)))
    groups: dict[tuple[str, ...], list[int]] = {}
    for row, text in enumerate(labelled.texts):
        groups.setdefault(text.grades if same_grade else (), []).append(row)
    every = len(labelled.framework)
    for grades, rows in groups.items():
        for start in range(0, len(rows), _AT_ONCE):
            batch = rows[start : start + _AT_ONCE]
            texts = [labelled.texts[row].text for row in batch]
            ranked = aligner.suggest(labelled.framework, texts, grades or None, every)
            for row, links in zip(batch, ranked, strict=True):
                for link in links:
                    if (at := column.get(link.standard.id)) is not None:
                        scores[row, at] = link.probability
    return scores
