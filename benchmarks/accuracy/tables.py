"""Which tables `open_sets.py` prints, and how each of their columns is scored."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path

import numpy as np

from benchmarks.accuracy.unseen_models import OTHER_GRADES, Judged, Twins
from benchmarks.labelled_sets import TRAINS, held_out, labelled_sets
from curalign.aligning import Aligner
from curalign.domain.districts import District
from curalign.domain.labels import LabelledSet
from curalign.domain.links import Alignment
from curalign.domain.materials import Material
from curalign.domain.progress import Progress
from curalign.domain.scores import Estimate, Score
from curalign.embedding import DEFAULT, Encoder, VectorCache, embed, load_encoder
from curalign.evaluating import (
    LabelledDistrict,
    Method,
    best_cosine,
    by_curalign,
    by_whole_text,
    by_words,
    label_district,
    measure_lessons,
    measure_texts,
    our_lessons,
    plain_cosine,
    pool_name,
    scored_standards,
    unit_levels,
)
from curalign.evaluating.baselines import bm25, tfidf
from curalign.evaluating.texts import EVERY, SAME_GRADE
from curalign.metrics import ALARMS, Scores
from curalign.reading import read_district, read_labels

OTHER_UNITS, SEEN = "other units seen", "publisher seen"
DISTRICTS = {"math": "math_lessons", "ela": "ela_lessons"}
"""Whose texts the lessons of the open districts are, by how a district's name begins."""
AT_ONCE = 32
"""Texts of which a slow encoder's vectors are kept together: what an interrupted run can lose."""


@dataclass(frozen=True)
class Column:
    """One method on one source; `encoder` is the fingerprint of what scores, so that a new one is measured again."""

    source: str
    pool: str
    method: str
    encoder: str
    scores: Callable[[], Iterable[Score]]


@dataclass(frozen=True)
class Tables:
    """Every table over `bench`: `plain` encoders are searched with as a user would today, `twins` are ours."""

    bench: Path
    plain: dict[str, Encoder]
    twins: tuple[Twins, ...]
    cache: VectorCache

    def wanted(self, sets: Sequence[str], pools: Sequence[str]) -> Iterator[tuple[str, list[Column]]]:
        """A title and columns for each; no `sets` are all of them."""
        for labelled in labelled_sets(self.bench):
            if sets and labelled.name not in sets:
                continue
            for same_grade in pools_of(labelled, pools):
                yield self._of_texts(labelled, same_grade, labelled.name)
            if labelled.name in TRAINS and OTHER_GRADES.is_dir() and held_out(labelled).texts:
                yield self._of_texts(held_out(labelled), True, labelled.name, f"{labelled.name}, held-out units")
        for folder in sorted((self.bench / "districts").iterdir()):
            if not sets or folder.name in sets:
                columns = list(self._of_lessons(Lessons(folder, self.cache)))
                yield f"{folder.name}: lessons inside their units, {SAME_GRADE}", columns

    def _of_texts(
        self, labelled: LabelledSet, same_grade: bool, name: str, title: str = ""
    ) -> tuple[str, list[Column]]:
        """One table of texts by themselves; with a `title` of its own they are the held-out units of the set `name`."""
        pool, some = pool_name(labelled, same_grade), replace(labelled, name=title or name)
        ways = [*self._plainly(), *self._ours(name), *(self._by_units() if title else ())]
        columns = [
            Column(some.name, pool, method, encoder, partial(_measured, some, make, same_grade))
            for method, encoder, make in ways
        ]
        return f"{some.name}: {len(some)} texts, {pool}", columns

    def _plainly(self) -> Iterator[tuple[str, str, Callable[[], Method]]]:
        """What needs nothing of ours."""
        for method in by_words():
            yield method.name, "", partial(replace, method)
        for name, encoder in self.plain.items():
            yield name, encoder.fingerprint, partial(semantic_search, encoder, self.cache, name)

    def _ours(self, name: str) -> Iterator[tuple[str, str, Callable[[], Method]]]:
        """Ours, by what has not seen the set's publisher, and as it is shipped where that has seen it."""
        for twins in self.twins:
            if (stand_in := twins.stand_in(name)) is not None:
                own, unseen = stand_in.fingerprint, partial(twins.without_publisher, name)
                yield (t := f"{twins.encoder.name}, cosine"), own, partial(self._cosine, unseen, t)
                yield (t := f"{twins.encoder.name}, curalign"), own, partial(self._judged, unseen, t)
            if name in TRAINS and twins.encoder.name == DEFAULT:
                own = twins.encoder.fingerprint
                yield (t := f"{DEFAULT}, curalign, {SEEN}"), own, partial(self._judged, twins.shipped, t)

    def _by_units(self) -> Iterator[tuple[str, str, Callable[[], Method]]]:
        """Ours, by what has seen the publishers' other units."""
        for twins in self.twins:
            if twins.encoder.name == DEFAULT and not twins.missing:
                own = load_encoder(str(OTHER_GRADES)).fingerprint
                yield (t := f"{DEFAULT}, cosine, {OTHER_UNITS}"), own, partial(self._cosine, twins.without_units, t)
                yield (t := f"{DEFAULT}, curalign, {OTHER_UNITS}"), own, partial(self._judged, twins.without_units, t)

    def _cosine(self, choose: Callable[[], Judged], title: str) -> Method:
        return plain_cosine(choose()[0], self.cache, title)

    def _judged(self, choose: Callable[[], Judged], title: str) -> Method:
        encoder, judge = choose()
        return by_curalign(Aligner(encoder=encoder, judge=judge, cache=self.cache), title)

    def _of_lessons(self, lessons: Lessons) -> Iterator[Column]:
        """A district's labelled lessons by every method; ours also with lessons and units taken out, aligned anew."""
        name = DISTRICTS[lessons.folder.name.split("_")[0]]
        for title, compare in (("TF-IDF", tfidf), ("BM25", bm25)):
            yield lessons.column(title, "", partial(lessons.plainly, title, partial(by_whole_text, compare=compare)))
        for title, encoder in self.plain.items():
            cosine = partial(best_cosine, encoder=encoder, cache=self.cache)
            yield lessons.column(title, encoder.fingerprint, partial(lessons.plainly, title, cosine))
        for twins in self.twins:
            title = f"{twins.encoder.name}, curalign"
            if (stand_in := twins.stand_in(name)) is not None:
                own, unseen = stand_in.fingerprint, partial(twins.without_publisher, name)
                yield lessons.column(title, own, partial(lessons.judged, title, unseen))
            if twins.encoder.name == DEFAULT:
                title, own = f"{title}, {SEEN}", twins.encoder.fingerprint
                yield lessons.column(title, own, partial(lessons.judged, title, twins.shipped))


@dataclass(frozen=True)
class Lessons:
    """A district's folder with labels and with the truth of what was left out of it."""

    folder: Path
    cache: VectorCache

    def column(self, method: str, encoder: str, scores: Callable[[], Iterable[Score]]) -> Column:
        """One method on this district."""
        return Column(self.folder.name, SAME_GRADE, method, encoder, scores)

    def plainly(self, title: str, score: Callable[[LabelledDistrict], Scores]) -> Iterator[Score]:
        """Scores that need no alignment but for knowing which passages are a lesson's."""
        return measure_lessons(self._read, title, score(self._read))

    def judged(self, title: str, choose: Callable[[], Judged]) -> Iterator[Score]:
        """Scores by an encoder and a judge of ours, and of every gap with the district aligned anew."""
        encoder, judge = choose()
        realign = partial(self._align, Aligner(encoder=encoder, judge=judge, cache=self.cache))
        alignment = realign(self._district.materials)
        yield from our_lessons(self._labelled(alignment), realign, title, progress_lines("gaps"))
        yield from self._left_out(alignment, title)

    @cached_property
    def _district(self) -> District:
        return read_district(self.folder)

    @cached_property
    def _read(self) -> LabelledDistrict:
        return self._labelled(self._align(Aligner(cache=self.cache), self._district.materials))

    def _align(self, aligner: Aligner, materials: tuple[Material, ...]) -> Alignment:
        return aligner.align(self._district.framework, materials)

    def _labelled(self, alignment: Alignment) -> LabelledDistrict:
        return label_district(self.folder.name, alignment, read_labels(self.folder / "labels.csv"))[0]

    def _left_out(self, alignment: Alignment, title: str) -> Iterator[Score]:
        """Of the standards whose units the folder lacks, how many are below the bar of those still taught."""
        truth = json.loads((self.folder / "truth.json").read_text(encoding="utf-8"))
        levels = unit_levels(alignment)
        taught, gone = (np.array([levels[code] for code in truth[key]]) for key in ("taught", "dropped_gap"))
        for alarms in ALARMS if len(gone) else ():
            noticed = Estimate(float(np.mean(gone < np.quantile(taught, alarms))), None, None, len(gone))
            yield Score(self.folder.name, title, SAME_GRADE, f"dropped units at {alarms:.0%}", noticed, "standards")


def semantic_search(encoder: Encoder, cache: VectorCache, name: str) -> Method:
    """What a user would write today: sentence-transformers and its `semantic_search`."""

    def score(labelled: LabelledSet, _: bool) -> np.ndarray:
        import torch
        from sentence_transformers.util import semantic_search as search

        statements = [s.statement for s in scored_standards(labelled)]
        queries, corpus = (
            torch.from_numpy(in_parts(texts, encoder, cache))
            for texts in ([text.text for text in labelled.texts], statements)
        )
        scores = np.zeros((len(queries), len(corpus)))
        for row, hits in enumerate(search(queries, corpus, top_k=len(corpus))):
            for hit in hits:
                scores[row, int(hit["corpus_id"])] = hit["score"]
        return scores

    return Method(name, score)


def in_parts(texts: Sequence[str], encoder: Encoder, cache: VectorCache) -> np.ndarray:
    """Vectors of all texts, put into the cache a few at a time, because a large encoder takes an hour for a set."""
    show = progress_lines(f"texts by {encoder.name}")
    order = sorted(set(texts), key=len)
    for start in range(0, len(order), AT_ONCE):
        embed(order[start : start + AT_ONCE], encoder, cache)
        show("", min(start + AT_ONCE, len(order)), len(order))
    return embed(texts, encoder, cache)


def progress_lines(what: str, every: float = 30.0) -> Progress:
    """A line on standard error now and then."""
    last = time.monotonic()

    def show(stage: str, done: int, total: int) -> None:  # noqa: ARG001 - a line names the whole job
        nonlocal last
        if time.monotonic() - last > every:
            last = time.monotonic()
            print(f"{time.strftime('%H:%M:%S')}     {what}: {done} of {total}", file=sys.stderr, flush=True)

    return show


def pools_of(labelled: LabelledSet, asked: Iterable[str]) -> list[bool]:
    """Whether each pool that makes sense for a set keeps to the text's grade."""
    if pool_name(labelled, True) == EVERY:
        return [False]
    return [pool == "same" for pool in asked]


def _measured(labelled: LabelledSet, make: Callable[[], Method], same_grade: bool) -> Iterator[Score]:
    return measure_texts(labelled, [make()], same_grade)
