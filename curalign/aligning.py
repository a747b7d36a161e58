"""A framework and documents to an Alignment: segmenting, embedding, matching, judging, and the claims beside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from curalign import __version__
from curalign.claiming import claim_passages
from curalign.domain.grades import in_order, require_grades
from curalign.domain.guarantees import Guarantee
from curalign.domain.labels import Label
from curalign.domain.links import Alignment, Link, Links, MadeWith, Thresholds
from curalign.domain.materials import Kind, Material, Passage, Place, Role
from curalign.domain.progress import Progress, silent
from curalign.domain.standards import Framework, Standard
from curalign.domain.vectors import Embedded
from curalign.embedding import Encoder, VectorCache, embed, load_encoder, windows
from curalign.errors import SettingsError
from curalign.judging import Judge, find_guarantee, judge_for, raise_thresholds
from curalign.matching import Matcher
from curalign.segmenting import could_not_judge, segment
from curalign.settings import Settings

MOST_WORDS = 150
"""What an encoder reads at once; passages of a document are shorter."""

Rows = NDArray[np.float32]
_LEAST_LENGTH = 1e-6


def align(
    framework: Framework,
    materials: Iterable[Material],
    *,
    grades: Sequence[str] | None = None,
    labels: Iterable[Label] = (),
    encoder: Encoder | None = None,
    judge: Judge | None = None,
    settings: Settings | None = None,
    cache: VectorCache | None = None,
    progress: Progress = silent,
) -> Alignment:
    """Judge every passage of the documents against the standards of its grade.

    `grades` (`3`, `K-2`, `HS`) limits the standards that state grades to these; without it the settings' are taken.
    The district answers for these grades, else for those that its units state, else for all. A document that states
    no grade is compared with all that `grades` leaves. Where `labels` review enough units for a guarantee, they raise
    the thresholds as far as it takes. Without an encoder and a judge the settings' ones are used.
    Raises SettingsError for what is no grade, ModelError.
    """
    settings = settings or Settings()
    asked = _asked_grades(grades) or settings.district.grades
    encoder = encoder or load_encoder(settings.embedding.encoder)
    judge = judge or judge_for(encoder.fingerprint, settings.judging.judge)
    documents = tuple(materials)
    passages = segment(documents, settings.segmenting, progress)
    evidence = tuple(passage for passage in passages if passage.role is not Role.BOILERPLATE)
    matcher = Matcher(embed_standards(framework, encoder, cache))
    embedded = embed_passages(evidence, encoder, cache, progress)
    thresholds = _thresholds(judge, settings)
    progress("Judging", 0, 2)
    links = judge(matcher.on_grade(embedded, asked, settings.matching.floor), thresholds)
    progress("Judging", 1, 2)
    off_grade = judge(matcher.off_grade(embedded), thresholds)
    progress("Judging", 2, 2)
    alignment = Alignment(
        framework=framework,
        materials=documents,
        passages=evidence,
        links=links,
        off_grade=off_grade,
        claims=claim_passages(evidence, framework),
        made_with=_made_with(encoder, judge, settings),
        grades=asked or _stated_grades(documents),
        problems=could_not_judge(documents, passages, settings.segmenting.languages),
    )
    return _guaranteed(alignment, labels, settings)


def suggest(
    framework: Framework,
    texts: Sequence[str],
    grades: Sequence[str] | None = None,
    k: int = 10,
    *,
    encoder: Encoder | None = None,
    judge: Judge | None = None,
) -> list[list[Link]]:
    """Rank the standards for each text: `ranked[i][j]` is the j-th best for text i, with its probability.

    `grades` (`3`, `K-2`, `HS`) limits the standards that state grades to these. Raises SettingsError for what is no
    grade, ModelError.
    """
    asked = _asked_grades(grades)
    matcher = Matcher(embed_standards(framework, encoder)) if encoder else _default_matcher(framework)
    encoder = encoder or _default_encoder()
    judge = judge or judge_for(encoder.fingerprint)
    passages = tuple(_loose_passage(number, text) for number, text in enumerate(texts, 1))
    embedded = embed_passages(passages, encoder)
    links = judge(matcher.on_grade(embedded, asked))
    return _best_of_each(links, k)


def embed_standards(framework: Framework, encoder: Encoder, cache: VectorCache | None = None) -> Embedded[Standard]:
    """The statements of a framework as vectors."""
    statements = [standard.statement for standard in framework.standards]
    return Embedded(framework.standards, embed(statements, encoder, cache))


def embed_passages(
    passages: tuple[Passage, ...], encoder: Encoder, cache: VectorCache | None = None, progress: Progress = silent
) -> Embedded[Passage]:
    """Passages, each read under its nearest heading, as vectors, and what stands above that beside them.

    An encoder reads the beginning of a long text alone, so one of more than `MOST_WORDS` words is read in pieces, and
    its vector is the direction of their mean.
    """
    pieces = [windows(p.context, MOST_WORDS) for p in passages]
    every = [piece for own in pieces for piece in own]
    so_far = 0

    def show(more: int) -> None:
        nonlocal so_far
        so_far += more
        progress("Embedding", so_far, len(every))

    rows = _directions(embed(every, encoder, cache, show), [len(own) for own in pieces])
    above = sorted({p.setting for p in passages} - {""})
    known = dict(zip(above, embed(above, encoder, cache), strict=True))
    nothing = np.zeros(rows.shape[1], np.float32)
    settings = np.stack([known.get(p.setting, nothing) for p in passages]) if passages else rows
    return Embedded(passages, rows, settings)


def _directions(rows: Rows, counts: Sequence[int]) -> Rows:
    """One row of length 1 for each run of so many rows: that row as it is, or the direction of the mean of several."""
    if not counts:
        return rows
    pieces = np.array(counts)
    sums: Rows = np.add.reduceat(rows, np.cumsum(pieces) - pieces, axis=0)
    lengths = np.where(pieces > 1, np.linalg.norm(sums, axis=1), 1)
    return (sums / np.maximum(lengths, _LEAST_LENGTH)[:, None]).astype(np.float32)


def _asked_grades(cells: Sequence[str] | None) -> tuple[str, ...]:
    try:
        return require_grades(cells or ())
    except ValueError as error:
        raise SettingsError(f"{error}.") from error


def _stated_grades(materials: Iterable[Material]) -> tuple[str, ...]:
    """The grades that the units state; empty means that none does, and so all of the framework's."""
    return in_order(grade for m in materials if m.kind is Kind.UNIT for grade in m.grades)


def _made_with(encoder: Encoder, judge: Judge, settings: Settings) -> MadeWith:
    warning = " ".join(f"{note.rstrip('.')}." for note in (encoder.note, judge.note) if note)
    return MadeWith(__version__, encoder.fingerprint, judge.fingerprint, settings.fingerprint, warning)


def _thresholds(judge: Judge, settings: Settings) -> Thresholds:
    own, asked = judge.thresholds, settings.judging
    full = own.full if asked.full is None else asked.full
    partial = own.partial if asked.partial is None else asked.partial
    if partial > full:
        which = "full" if asked.partial is None else "partial"
        raise SettingsError(
            f"judging.{which}: partial would be {partial:g} and above full, {full:g}; set the other of the two as well."
        )
    return Thresholds(full, partial)


def _guaranteed(alignment: Alignment, labels: Iterable[Label], settings: Settings) -> Alignment:
    """The alignment under the thresholds that the district's reviewed units ask for."""
    alpha = settings.judging.alpha
    if alpha is None:
        return alignment
    if settings.judging.names_thresholds:
        return replace(alignment, guarantee=Guarantee(alpha, overruled=True))
    guarantee = find_guarantee(alignment, labels, alpha)
    thresholds = raise_thresholds(alignment.thresholds, guarantee)
    return replace(
        alignment,
        links=replace(alignment.links, thresholds=thresholds),
        off_grade=replace(alignment.off_grade, thresholds=thresholds),
        guarantee=guarantee,
    )


def _loose_passage(number: int, text: str) -> Passage:
    """A text that came alone, as a passage of a document of its own."""
    return Passage(Material(f"text {number}", Kind.UNIT, f"Text {number}"), Place(), text, Role.TASK)


@lru_cache(maxsize=1)
def _default_encoder() -> Encoder:
    """One encoder for all calls of `suggest`, so that a loop over texts does not load it again and again."""
    return load_encoder()


@lru_cache(maxsize=4)
def _default_matcher(framework: Framework) -> Matcher:
    """A framework's statements, embedded once however often it is asked for suggestions."""
    return Matcher(embed_standards(framework, _default_encoder()))


def _best_of_each(links: Links, k: int) -> list[list[Link]]:
    """The k most probable links of each passage; ties keep the framework's order."""
    ends = np.searchsorted(links.passage, np.arange(len(links.passages) + 1))
    own = (range(start, end) for start, end in pairwise(ends.tolist()))
    return [[links[at] for at in sorted(rows, key=lambda at: -links.probability[at])[:k]] for rows in own]
