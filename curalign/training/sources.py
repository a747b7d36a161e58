"""What can be learned from: a district's folder with labels, or a table of labelled texts."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol, Self

from curalign.aligning import Aligner
from curalign.domain.districts import District
from curalign.domain.labels import Label, LabelledSet, LabelledText
from curalign.domain.materials import Passage, Role
from curalign.domain.problems import Problem
from curalign.domain.progress import Progress, silent
from curalign.domain.standards import Framework
from curalign.embedding import Encoder, VectorCache
from curalign.errors import LabelsError
from curalign.evaluating import (
    best_cosine,
    best_probability,
    by_curalign,
    label_district,
    labels_of,
    measured_texts,
    plain_cosine,
)
from curalign.evaluating.lessons import Lesson, find_lessons
from curalign.judging import Judge
from curalign.metrics import Measured
from curalign.reading import read_district, read_framework, read_labelled_texts, survey_district
from curalign.reading.survey import LABELS
from curalign.segmenting import segment
from curalign.settings import Models, Settings, load_settings
from curalign.storage import VECTORS, home_of
from curalign.training.fitting import Labelled
from curalign.training.pairs import LabelledRows, pairs_of_lessons, pairs_of_texts


class LabelledSource(Protocol):
    """Texts with labels, in units that are never split."""

    @property
    def name(self) -> str:
        """The district's or the table's."""

    @property
    def measured_items(self) -> str:
        """What is measured: texts or lessons."""

    @property
    def training_item(self) -> str:
        """What is learned from: a text or a passage."""

    @property
    def files(self) -> Mapping[str, str]:
        """sha256 of every file behind it, by name."""

    @property
    def texts(self) -> LabelledSet:
        """What an encoder learns from."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The labels that could not be used."""

    def only(self, units: Collection[str]) -> Self:
        """The same with the texts of these units alone."""

    def similarities(self, encoder: Encoder) -> Measured:
        """The encoder's cosines beside the labels."""

    def probabilities(self, encoder: Encoder, judge: Judge) -> Measured:
        """What curalign says with this encoder and judge, beside the labels."""

    def pairs(self, encoder: Encoder) -> list[Labelled]:
        """Texts beside standards, and whether the labels join them: what a judge learns from."""


def open_sources(
    paths: Sequence[Path],
    frameworks: Sequence[Path] = (),
    *,
    cache: Path | None = None,
    progress: Progress = silent,
    models: Models = Models.SHIPPED,
) -> tuple[LabelledSource, ...]:
    """Read districts' folders, and tables of texts whose codes belong to `frameworks`.

    Args:
        paths: Districts' folders with `labels.csv`, and tables of texts with the codes that they teach.
        frameworks: The files of the standards that the tables' codes belong to.
        cache: A folder for districts' vectors, in place of `.curalign` in each.
        progress: Told how far the work has come.
        models: Whether the language pipelines that folders name may be loaded. Their encoders and judges are not used.

    Returns:
        A source for each path, in their order.

    Raises:
        CuralignError: A path cannot be read, a table has no framework, or no label fits a lesson and a standard.

    """
    known = read_framework(list(frameworks)) if frameworks else None
    sources: list[LabelledSource] = []
    for path in paths:
        if path.is_dir():
            sources.append(_open_district(path, cache, progress, models))
        elif known is None:
            raise LabelsError(f"{path}: labelled texts need the framework that their codes belong to; name its file.")
        else:
            sources.append(_open_texts(path, frameworks, known))
    return tuple(sources)


def text_digest(text: str) -> str:
    """Twelve hexadecimal digits of a text's words."""
    words = " ".join(text.casefold().split())
    return hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def unit_of(text: LabelledText) -> str:
    """The unit's name; a text without one is a unit of its own."""
    return text.unit or f"text {text_digest(text.text)}"


def only_units(labelled: LabelledSet, units: Collection[str]) -> LabelledSet:
    """The texts of these units."""
    return replace(labelled, texts=tuple(text for text in labelled.texts if unit_of(text) in units))


@dataclass(frozen=True, slots=True)
class TextSource:
    """A table of labelled texts, each measured by itself, as `suggest` ranks it."""

    texts: LabelledSet
    files: Mapping[str, str]
    measured_items: str = "texts"
    training_item: str = "text"

    @property
    def name(self) -> str:
        """The table's name."""
        return self.texts.name

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What the table says and could not be used."""
        return self.texts.problems

    def only(self, units: Collection[str]) -> TextSource:
        """The same with the texts of these units alone."""
        return replace(self, texts=only_units(self.texts, units))

    def similarities(self, encoder: Encoder) -> Measured:
        """The encoder's cosines beside the labels."""
        return measured_texts(self.texts, plain_cosine(encoder))

    def probabilities(self, encoder: Encoder, judge: Judge) -> Measured:
        """What curalign says with this encoder and judge, beside the labels."""
        return measured_texts(self.texts, by_curalign(Aligner(encoder=encoder, judge=judge)))

    def pairs(self, encoder: Encoder) -> list[Labelled]:
        """What a judge learns from."""
        return pairs_of_texts(self.texts, encoder)


@dataclass(frozen=True, slots=True)
class DistrictSource:
    """A district's labelled lessons; an encoder learns from their passages, a lesson's score is its best passage's."""

    district: District
    labels: tuple[Label, ...]
    passages: tuple[Passage, ...]
    lessons: tuple[Lesson, ...]
    settings: Settings
    texts: LabelledSet
    files: Mapping[str, str]
    home: Path
    problems: tuple[Problem, ...] = ()
    measured_items: str = "lessons"
    training_item: str = "passage"

    @property
    def name(self) -> str:
        """The district's name."""
        return self.texts.name

    def only(self, units: Collection[str]) -> DistrictSource:
        """The same with the texts of these units alone."""
        return replace(
            self,
            texts=only_units(self.texts, units),
            lessons=tuple(lesson for lesson in self.lessons if lesson.path in units),
        )

    def similarities(self, encoder: Encoder) -> Measured:
        """The encoder's cosines beside the labels."""
        return self._measured(encoder, None)

    def probabilities(self, encoder: Encoder, judge: Judge) -> Measured:
        """What curalign says with this encoder and judge, beside the labels."""
        return self._measured(encoder, judge)

    def pairs(self, encoder: Encoder) -> list[Labelled]:
        """What a judge learns from."""
        with VectorCache(self.home / VECTORS) as cache:
            asked = self.settings.district.grades
            lessons = [LabelledRows(x.passages, _codes(x, self.district.framework)) for x in self.lessons]
            return pairs_of_lessons(self.texts, self.passages, lessons, asked, encoder, cache)

    def _measured(self, encoder: Encoder, judge: Judge | None) -> Measured:
        """The lessons of these units, in the district as it is aligned; without a judge by similarity alone."""
        vectors = VectorCache(self.home / VECTORS)
        with Aligner(encoder=encoder, judge=judge, settings=self.settings, cache=vectors) as aligner:
            alignment = aligner.align(self.district.framework, self.district.materials)
            labelled, _ = label_district(self.name, alignment, self.labels, self.settings.district.grades)
            here = {lesson.path for lesson in self.lessons}
            labelled = replace(labelled, lessons=tuple(x for x in labelled.lessons if x.path in here))
            if judge is None:
                return labelled.measured(best_cosine(labelled, encoder, vectors))
            return labelled.measured(best_probability(labelled), probabilities=True)


def _open_texts(path: Path, frameworks: Sequence[Path], known: Framework) -> TextSource:
    files = {file.name: _sha256(file) for file in (path, *frameworks) if file.is_file()}
    return TextSource(read_labelled_texts(path, known), files)


def _open_district(root: Path, cache: Path | None, progress: Progress, models: Models) -> DistrictSource:
    settings = load_settings(root, models=models, embedding={"encoder": "default"}, judging={"judge": "default"})
    labels = labels_of(root)
    survey = survey_district(root, settings)
    district = read_district(survey, settings, progress)
    every = segment(district.materials, settings.segmenting, progress)
    passages = tuple(passage for passage in every if passage.role is not Role.BOILERPLATE)
    lessons, problems = find_lessons(labels, passages)
    if not any(_codes(lesson, district.framework) for lesson in lessons):
        raise LabelsError(f"{root / LABELS}: no label fits a lesson and a standard of this district.")
    return DistrictSource(
        district=district,
        labels=labels,
        passages=passages,
        lessons=lessons,
        settings=settings,
        texts=_texts_of(district, passages, lessons),
        files={file.path: file.sha256 for file in survey.files},
        home=home_of(root, cache),
        problems=problems,
    )


def _texts_of(district: District, passages: tuple[Passage, ...], lessons: Sequence[Lesson]) -> LabelledSet:
    """The labelled passages; a table of codes teaches nothing, so nothing is learned from it."""
    codes: dict[int, frozenset[str]] = {}
    for lesson in lessons:
        taught = _codes(lesson, district.framework)
        codes |= {row: codes.get(row, frozenset()) | taught for row in lesson.passages}
    texts = tuple(
        LabelledText(p.text, codes[row], p.material.path, p.material.grades, p.headings)
        for row, p in ((row, passages[row]) for row in sorted(codes))
        if p.role is not Role.MENTION
    )
    named = frozenset[str]().union(*codes.values())
    counted = frozenset(s.code for s in district.framework.standards if district.framework.counts(s))
    return LabelledSet(district.name, district.framework, texts, counted | named, district.name)


def _codes(lesson: Lesson, framework: Framework) -> frozenset[str]:
    """What a lesson is labelled with, in the framework's own codes."""
    known = framework.by_code
    return frozenset(known[code].code for code in lesson.label.codes if code in known)


def _sha256(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
