"""Labelled lessons as a judge learns from them: beside every standard of their grade, with what is measured of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from curalign.aligning import matcher_of
from curalign.domain.labels import LabelledSet, LabelledText
from curalign.domain.links import Candidates
from curalign.domain.materials import Kind, Material, Passage, Place, Role
from curalign.embedding import Encoder, VectorCache, embed_passages
from curalign.matching import LEXICAL_SHARE
from curalign.training.fitting import Labelled

DECOYS_SHARE = 0.5
"""How much a passage beside decoys counts as one that is about none, beside one with labels (decision 50)."""


@dataclass(frozen=True, slots=True)
class LabelledRows:
    """The rows of the passages of a lesson, and the codes that it teaches."""

    rows: tuple[int, ...]
    codes: frozenset[str]


def pairs_of_texts(labelled: LabelledSet, encoder: Encoder, cache: VectorCache | None = None) -> list[Labelled]:
    """The pairs of a set's texts, each judged alone."""
    lessons = [LabelledRows((row,), text.codes) for row, text in enumerate(labelled.texts)]
    return pairs_of_lessons(labelled, tuple(as_passages(labelled.texts)), lessons, (), encoder, cache)


def pairs_of_lessons(
    labelled: LabelledSet,
    passages: tuple[Passage, ...],
    lessons: Sequence[LabelledRows],
    grades: Iterable[str],
    encoder: Encoder,
    cache: VectorCache | None = None,
) -> list[Labelled]:
    """The passages that show what lessons teach beside the scored standards of their grade, and beside decoys.

    A label speaks of the whole lesson, and a standard counts by its best passage: so of a lesson the passage that comes
    closest to each of its labels is learned from, and that its others are about something else tells a judge nothing.
    Of a lesson without labels every passage is about none of the standards. Nothing is about a decoy, so beside those
    alone every passage shows what "none of these" looks like.
    """
    matcher = matcher_of(labelled.framework, encoder, cache)
    embedded = embed_passages(passages, encoder, cache)
    found = matcher.on_grade(embedded, grades)
    named = np.array([s.code for s in labelled.framework.standards])[found.standard]
    codes = _codes_of_rows(lessons)
    told = [code in codes.get(row, ()) for row, code in zip(found.passage.tolist(), named.tolist(), strict=True)]
    truth = np.array(told, bool)
    chosen = _shown(found, truth, lessons)
    kept = np.isin(named, list(labelled.scored)) & np.isin(found.passage, chosen)
    decoys = matcher.on_decoys(embedded)
    beside = decoys.where(np.isin(decoys.passage, chosen))
    return [
        Labelled(labelled.name, found.where(kept), truth[kept]),
        Labelled(f"{labelled.name} beside decoys", beside, np.zeros(len(beside), bool), DECOYS_SHARE),
    ]


def _codes_of_rows(lessons: Iterable[LabelledRows]) -> dict[int, frozenset[str]]:
    """Every passage's codes: those of all lessons that it is part of."""
    codes: dict[int, frozenset[str]] = {}
    for lesson in lessons:
        codes |= {row: codes.get(row, frozenset()) | lesson.codes for row in lesson.rows}
    return codes


def _shown(found: Candidates, truth: NDArray[np.bool_], lessons: Iterable[LabelledRows]) -> list[int]:
    """The rows of the passages that are closest to a label of their lesson, and all of lessons without one."""
    blend = found.signals["meaning"] + LEXICAL_SHARE * found.signals["words"]
    chosen: set[int] = set()
    for lesson in lessons:
        if not lesson.codes:
            chosen.update(lesson.rows)
        start, end = (np.searchsorted(found.passage, lesson.rows, side) for side in ("left", "right"))
        own = np.concatenate([np.arange(a, b) for a, b in zip(start, end, strict=True)])
        own = own[truth[own]]
        nearest_last = own[np.argsort(blend[own], kind="stable")]
        of_each = zip(found.standard[nearest_last].tolist(), found.passage[nearest_last].tolist(), strict=True)
        chosen.update(dict(of_each).values())
    return sorted(chosen)


def as_passages(texts: Iterable[LabelledText]) -> Iterator[Passage]:
    """Texts as passages, each of a document of its own."""
    for number, text in enumerate(texts):
        yield Passage(Material(f"{number}", Kind.UNIT, "", grades=text.grades), Place(), text.text, Role.TASK)
