"""Labelled lessons as a judge learns from them: beside every standard of their grade, with what is measured of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from curalign.aligning import embed_passages, embed_standards
from curalign.domain.labels import LabelledSet, LabelledText
from curalign.domain.links import Candidates
from curalign.domain.materials import Kind, Material, Passage, Place, Role
from curalign.embedding import Encoder, VectorCache
from curalign.matching import LEXICAL_SHARE, Matcher
from curalign.training.fitting import Labelled


@dataclass(frozen=True, slots=True)
class LabelledRows:
    """The rows of the passages of a lesson, and the codes that it teaches."""

    rows: tuple[int, ...]
    codes: frozenset[str]


def pairs_of_texts(
    labelled: LabelledSet, encoder: Encoder, cache: VectorCache | None = None, in_units: bool = False
) -> Labelled:
    """All pairs of a set's texts with the scored standards of their grade; each alone, or beside its unit's others."""
    passages = tuple(_as_passages(labelled.texts, in_units))
    lessons = [LabelledRows((row,), text.codes) for row, text in enumerate(labelled.texts)]
    return pairs_of_lessons(labelled, passages, lessons, (), encoder, cache)


def pairs_of_lessons(
    labelled: LabelledSet,
    passages: tuple[Passage, ...],
    lessons: Sequence[LabelledRows],
    grades: Iterable[str],
    encoder: Encoder,
    cache: VectorCache | None = None,
) -> Labelled:
    """A pair for each lesson and scored standard: that of its passage which comes closest.

    A label speaks of the whole lesson, and a standard counts by its best passage; that a lesson's other passages are
    about other things tells a judge nothing. Passages of no lesson are only what stands around the others.
    """
    matcher = Matcher(embed_standards(labelled.framework, encoder, cache))
    found = matcher.on_grade(embed_passages(passages, encoder, cache), grades)
    named = np.array([s.code for s in labelled.framework.standards])[found.standard]
    scored = np.isin(named, list(labelled.scored))
    best = [_closest(found, lesson.rows, scored) for lesson in lessons]
    truth = [np.isin(named[at], list(x.codes)) for at, x in zip(best, lessons, strict=True)]
    kept = np.concatenate([np.zeros(0, np.intp), *best])
    return Labelled(labelled.name, _where(found, kept), np.concatenate([np.zeros(0, bool), *truth]))


def _closest(found: Candidates, rows: tuple[int, ...], scored: NDArray[np.bool_]) -> NDArray[np.intp]:
    """Of the pairs of these passages, the closest one of each scored standard, in the framework's order."""
    start, end = (np.searchsorted(found.passage, rows, side) for side in ("left", "right"))
    own = np.concatenate([np.arange(a, b) for a, b in zip(start, end, strict=True)])
    own = own[scored[own]]
    blend = found.signals["meaning"][own] + LEXICAL_SHARE * found.signals["words"][own]
    own = own[np.lexsort((-blend, found.standard[own]))]
    first = np.unique(found.standard[own], return_index=True)[1]
    return np.asarray(own[first])


def _where(found: Candidates, kept: NDArray[np.intp]) -> Candidates:
    """Some of the pairs, and the passages that are in them."""
    some = found.where(kept)
    rows, passage = np.unique(some.passage, return_inverse=True)
    return replace(some, passages=tuple(found.passages[row] for row in rows), passage=passage.astype(np.int32))


def _as_passages(texts: tuple[LabelledText, ...], in_units: bool) -> Iterator[Passage]:
    for number, text in enumerate(texts):
        path, headings = (text.unit or f"{number}", text.headings[-1:]) if in_units else (f"{number}", ())
        yield Passage(Material(path, Kind.UNIT, "", grades=text.grades), Place(headings), text.text, Role.TASK)
