"""Scores of a district's labelled lessons, from their passages or from their whole text."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from curalign.accuracy.labelled import LabelledDistrict, Rows
from curalign.embedding import Cache, Encoder, embed


def best_probability(district: LabelledDistrict) -> Rows:
    """(lessons, standards): the highest probability of a lesson's passages, 0 where none was worth judging."""
    return district.alignment.links.best([lesson.passages for lesson in district.lessons], district.standards)


def best_cosine(district: LabelledDistrict, encoder: Encoder, cache: Cache | None = None) -> Rows:
    """(lessons, standards): the highest cosine of a lesson's passages, each read under its headings."""
    rows = sorted({row for lesson in district.lessons for row in lesson.passages})
    contexts = [district.alignment.links.passages[row].context for row in rows]
    statements = embed([s.statement for s in district.standards], encoder, cache)
    cosines = dict(zip(rows, embed(contexts, encoder, cache) @ statements.T, strict=True))
    best = [np.max([cosines[row] for row in lesson.passages], axis=0) for lesson in district.lessons]
    return np.array(best, np.float64).reshape(len(district.lessons), len(district.standards))


def by_whole_text(district: LabelledDistrict, compare: Callable[[list[str], list[str]], Rows]) -> Rows:
    """(lessons, standards): the score of a lesson's heading and all its text."""
    passages = district.alignment.links.passages
    texts = [
        " ".join(dict.fromkeys((*passages[x.passages[0]].headings[-1:], *(passages[row].text for row in x.passages))))
        for x in district.lessons
    ]
    return compare(texts, [s.statement for s in district.standards])
