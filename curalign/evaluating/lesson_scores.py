"""Scores of a district's labelled lessons, from their passages or from their whole text."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from curalign.embedding import Cache, Encoder, embed
from curalign.evaluating.labelled import LabelledDistrict
from curalign.metrics import Scores


def best_probability(district: LabelledDistrict) -> Scores:
    """Score lessons by the probabilities of their passages.

    Args:
        district: A district with n labelled lessons and s scored standards.

    Returns:
        (n, s): the highest probability (0 to 1) of a lesson's passages, 0 where none was worth judging.

    """
    return district.alignment.links.best([lesson.passages for lesson in district.lessons], district.standards)


def best_cosine(district: LabelledDistrict, encoder: Encoder, cache: Cache | None = None) -> Scores:
    """Score lessons by the cosines of their passages, each read under its headings.

    Args:
        district: A district with n labelled lessons and s scored standards.
        encoder: What turns text into vectors.
        cache: What remembers vectors; nothing unless given.

    Returns:
        (n, s): the highest cosine of a lesson's passages.

    """
    rows = sorted({row for lesson in district.lessons for row in lesson.passages})
    contexts = [district.alignment.links.passages[row].context for row in rows]
    statements = embed([s.statement for s in district.standards], encoder, cache)
    cosines = dict(zip(rows, embed(contexts, encoder, cache) @ statements.T, strict=True))
    best = [np.max([cosines[row] for row in lesson.passages], axis=0) for lesson in district.lessons]
    return np.array(best, np.float64).reshape(len(district.lessons), len(district.standards))


def by_whole_text(district: LabelledDistrict, compare: Callable[[list[str], list[str]], Scores]) -> Scores:
    """Score lessons by their heading and all their text.

    Args:
        district: A district with n labelled lessons and s scored standards.
        compare: Takes n texts and s statements and gives (n, s) scores.

    Returns:
        (n, s): the scores.

    """
    passages = district.alignment.links.passages
    texts = [
        " ".join(dict.fromkeys((*passages[x.passages[0]].headings[-1:], *(passages[row].text for row in x.passages))))
        for x in district.lessons
    ]
    return compare(texts, [s.statement for s in district.standards])
