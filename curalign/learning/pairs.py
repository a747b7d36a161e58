"""Labelled texts as a judge learns from them: beside every standard of their grade, with what is measured of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from curalign.aligning import embed_passages, embed_standards
from curalign.domain.labels import LabelledSet, LabelledText
from curalign.domain.links import Candidates
from curalign.domain.materials import Kind, Material, Passage, Place, Role
from curalign.embedding import Encoder, VectorCache
from curalign.judging.training import Labelled
from curalign.matching import Matcher


def pairs_of_texts(
    labelled: LabelledSet, encoder: Encoder, cache: VectorCache | None = None, in_units: bool = False
) -> Labelled:
    """All pairs of a set's texts with the scored standards of their grade; each alone, or beside its unit's others."""
    passages = tuple(_as_passages(labelled.texts, in_units))
    codes = {row: text.codes for row, text in enumerate(labelled.texts)}
    return pairs_of_passages(labelled.name, labelled, passages, codes, (), encoder, cache)


def pairs_of_passages(
    name: str,
    labelled: LabelledSet,
    passages: tuple[Passage, ...],
    codes: Mapping[int, frozenset[str]],
    grades: Iterable[str],
    encoder: Encoder,
    cache: VectorCache | None = None,
) -> Labelled:
    """The pairs of those passages whose row is in `codes`; the others are only what stands around them."""
    matcher = Matcher(embed_standards(labelled.framework, encoder, cache))
    found = matcher.on_grade(embed_passages(passages, encoder, cache), grades)
    named = np.array([s.code for s in labelled.framework.standards])[found.standard]
    kept = np.isin(named, list(labelled.scored)) & np.isin(found.passage, list(codes))
    pairs = _where(found, kept)
    truth = [code in codes[row] for code, row in zip(named[kept].tolist(), found.passage[kept].tolist(), strict=True)]
    return Labelled(name, pairs, np.array(truth, bool))


def _where(found: Candidates, kept: NDArray[np.bool_]) -> Candidates:
    """Some of the pairs, and the passages that are in them."""
    rows, passage = np.unique(found.passage[kept], return_inverse=True)
    return replace(
        found,
        passages=tuple(found.passages[row] for row in rows),
        passage=passage.astype(np.int32),
        standard=found.standard[kept],
        signals={name: column[kept] for name, column in found.signals.items()},
    )


def _as_passages(texts: tuple[LabelledText, ...], in_units: bool) -> Iterator[Passage]:
    for number, text in enumerate(texts):
        path, headings = (text.unit or f"{number}", text.headings[-1:]) if in_units else (f"{number}", ())
        yield Passage(Material(path, Kind.UNIT, "", grades=text.grades), Place(headings), text.text, Role.TASK)
