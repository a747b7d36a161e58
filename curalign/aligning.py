"""A framework and documents to an Alignment: segmenting, embedding, matching, judging, and the claims beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Self

import numpy as np

from curalign import __version__
from curalign.domain.filters import Filter
from curalign.domain.grades import in_order, require_grades
from curalign.domain.guarantees import Guarantee
from curalign.domain.labels import Label
from curalign.domain.levels import VERSION as LEVELS
from curalign.domain.links import Alignment, Link, Links, MadeWith, Thresholds, say_limits
from curalign.domain.materials import Kind, Material, Passage, Place, Role
from curalign.domain.progress import Progress, silent
from curalign.domain.standards import Framework, Standard
from curalign.domain.vectors import Embedded
from curalign.embedding import Cache, Encoder, NoCache, embed_passages, embed_standards, examples_for, load_encoder
from curalign.errors import SettingsError
from curalign.judging import Judge, find_chances, find_guarantee, judge_for, load_decoys, raise_thresholds
from curalign.judging.own_subject import SIGNAL as SUBJECT
from curalign.judging.own_subject import find_shares, with_subject
from curalign.settings import Settings
from curalign.wording import ENGLISH, Facts

if TYPE_CHECKING:
    from curalign.matching import Matcher
    from curalign.segmenting import Furniture


class Aligner:
    """What aligns: an encoder, the judge that was fitted to it, settings, and a cache of vectors, as one value.

    It can be pickled, so a worker on another machine is sent one and loads the encoder's weights once. Nothing heavy
    is loaded before the first text. The statements of a framework are embedded once, however often it is asked about
    that framework.
    """

    def __init__(
        self,
        *,
        encoder: Encoder | None = None,
        judge: Judge | None = None,
        settings: Settings | None = None,
        cache: Cache | None = None,
    ) -> None:
        """Take what the settings name where no encoder or judge is given.

        Args:
            encoder: turns texts into vectors; without one, what the settings name.
            judge: gives each pair its probability; without one, what the settings name, for this encoder.
            settings: those of a district; without them the defaults.
            cache: remembers vectors between runs; without one nothing is remembered.

        Raises:
            ModelError: there is no such encoder or judge, or they do not belong together.

        """
        self.settings = settings or Settings()
        self.encoder = encoder or load_encoder(self.settings.embedding.encoder)
        self.judge = judge or judge_for(self.encoder.fingerprint, self.settings.judging.judge)
        self.cache = cache or NoCache()
        self._last: tuple[Framework, Matcher] | None = None

    def __reduce__(self) -> tuple[Callable[..., Aligner], tuple[Encoder, Judge, Settings, Cache]]:
        return (_aligner_of, (self.encoder, self.judge, self.settings, self.cache))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.cache.close()

    @property
    def fingerprint(self) -> str:
        """Everything but the documents that an alignment depends on: settings, encoder, judge and versions."""
        versions = __version__, f"levels {LEVELS}"
        return "\n".join((self.settings.fingerprint, self.encoder.fingerprint, self.judge.fingerprint, *versions))

    def align(
        self,
        framework: Framework,
        materials: Iterable[Material],
        *,
        grades: Sequence[str] | None = None,
        labels: Iterable[Label] = (),
        furniture: Furniture | None = None,
        progress: Progress = silent,
    ) -> Alignment:
        """Judge every passage of the documents against the standards of its grade.

        The district answers for `grades`, else for those that its settings name or its units state, else for all. A
        document that states no grade is compared with all that `grades` leaves. What the settings say that the
        district answers for is counted, and changes nothing of what is judged.

        Args:
            framework: the district's standards.
            materials: its documents, read.
            grades: `3`, `K-2`, `HS`: limits the standards that state grades to these.
            labels: what units teach. Where they review enough units for a guarantee, they raise the thresholds.
            furniture: lines at page edges, of the whole district where `materials` are a part (`examples/in_parts.py`).
            progress: is told of each stage.

        Returns:
            Every judged pair with its evidence, and the claims beside them.

        Raises:
            SettingsError: for what is not a grade, or thresholds that contradict each other.
            DistrictError: for a subject in the settings that the framework does not have.
            ModelError: the encoder or the judge cannot be used.

        """
        # These rooms are loaded when something is aligned: a check that takes up a run only asks for the fingerprint.
        from curalign.claiming import claim_passages
        from curalign.segmenting import find_unjudgeable, segment, without_empty

        asked, district, documents = _asked_grades(grades), self.settings.district, tuple(materials)
        passages = segment(documents, self.settings.segmenting, progress, furniture, framework)
        evidence = tuple(passage for passage in without_empty(passages) if passage.role is not Role.BOILERPLATE)
        matcher = self._matcher(framework)
        embedded = embed_passages(evidence, self.encoder, self.cache, progress)
        links, off_grade = self._judged(matcher, embedded, asked, progress)
        answers = Filter(asked or district.grades or _stated_grades(documents), district.subjects).named(framework)
        alignment = Alignment(
            framework=framework,
            materials=documents,
            passages=evidence,
            links=links,
            off_grade=off_grade,
            claims=claim_passages(evidence, framework),
            made_with=self._made_with(s for s in answers.standards(framework) if framework.counts(s)),
            grades=answers.grades,
            subjects=answers.subjects,
            problems=find_unjudgeable(documents, passages, self.settings.segmenting.languages),
            calibrations=self.judge.calibrations,
            chances=find_chances(self.judge, matcher.on_decoys(embedded), links) if self._decides else {},
        )
        return _guaranteed(alignment, labels, self.settings)

    def suggest(
        self, framework: Framework, texts: Sequence[str], grades: Sequence[str] | None = None, k: int = 10
    ) -> list[list[Link]]:
        """Rank the standards for each text.

        Args:
            framework: the standards to choose from.
            texts: each is judged alone.
            grades: `3`, `K-2`, `HS`: limits the standards that state grades to these.
            k: the most standards for each text.

        Returns:
            `ranked[i][j]` is the j-th best for text i, with its probability.

        Raises:
            SettingsError: for what is not a grade.
            ModelError: the encoder or the judge cannot be used.

        """
        asked = _asked_grades(grades)
        passages = tuple(_passage_of_text(number, text) for number, text in enumerate(texts, 1))
        embedded = embed_passages(passages, self.encoder, self.cache)
        return _best_of_each(self.judge(self._matcher(framework).on_grade(embedded, asked)), k)

    def limits(self, standards: Iterable[Standard], language: str = ENGLISH) -> str:
        """What must be said of standards of subjects for which nobody measured the probabilities.

        Args:
            standards: The standards that are reported.
            language: The language to speak.

        Returns:
            A sentence; empty where nothing must be said.

        """
        return say_limits(self._limits(standards), language)

    def _limits(self, standards: Iterable[Standard]) -> Facts:
        return self.judge.limits({standard.subject for standard in standards})

    def _judged(
        self, matcher: Matcher, passages: Embedded[Passage], asked: Sequence[str], progress: Progress
    ) -> tuple[Links, Links]:
        """The pairs on grade and those off grade."""
        thresholds = _thresholds(self.judge, self.settings)
        progress("Judging", 0, 2)
        on_grade = matcher.on_grade(passages, asked, self.settings.matching.floor)
        shares = find_shares(self.judge, on_grade) if SUBJECT in self.judge.weights else {}
        links = self.judge(with_subject(on_grade, shares), thresholds)
        progress("Judging", 1, 2)
        others = self.judge(with_subject(matcher.off_grade(passages), shares), thresholds)
        progress("Judging", 2, 2)
        return links, others

    def _matcher(self, framework: Framework) -> Matcher:
        if self._last is None or self._last[0] != framework:
            examples, decoys = self.judge.reads_examples, self._decides
            matcher = matcher_of(framework, self.encoder, self.cache, examples=examples, decoys=decoys)
            self._last = framework, matcher
        return self._last[1]

    @property
    def _decides(self) -> bool:
        """Whether the judge says how probable it is that a standard is taught."""
        return bool(self.judge.calibrations)

    def _made_with(self, standards: Iterable[Standard]) -> MadeWith:
        warning = " ".join(f"{note.rstrip('.')}." for note in (self.encoder.note, self.judge.note) if note)
        limits = self._limits(standards)
        return MadeWith(
            __version__,
            self.encoder.fingerprint,
            self.judge.fingerprint,
            self.settings.fingerprint,
            warning,
            say_limits(limits),
            limits,
        )


def align(
    framework: Framework,
    materials: Iterable[Material],
    *,
    grades: Sequence[str] | None = None,
    labels: Iterable[Label] = (),
    encoder: Encoder | None = None,
    judge: Judge | None = None,
    settings: Settings | None = None,
    cache: Cache | None = None,
    progress: Progress = silent,
) -> Alignment:
    """Judge every passage of the documents against the standards of its grade, once.

    The door to `Aligner.align`; keep an `Aligner` to align more than once.

    Args:
        framework: The standards.
        materials: The documents.
        grades: The grades that the district answers for; those that the units state unless given.
        labels: What reviewed units teach, for the guarantee.
        encoder: What turns text into vectors; the one that the settings name unless given.
        judge: What turns signals into probabilities; the one that was fitted to the encoder unless given.
        settings: The defaults unless given.
        cache: What remembers vectors; nothing unless given.
        progress: Called as passages are embedded.

    Returns:
        Every judged pair of a passage and a standard, with its probability (0 to 1) and its evidence in log-odds.

    Raises:
        SettingsError: A grade cannot be read, or thresholds contradict each other.
        ModelError: The encoder or the judge cannot be used.

    """
    aligner = Aligner(encoder=encoder, judge=judge, settings=settings, cache=cache)
    return aligner.align(framework, materials, grades=grades, labels=labels, progress=progress)


def suggest(
    framework: Framework,
    texts: Sequence[str],
    grades: Sequence[str] | None = None,
    k: int = 10,
    *,
    encoder: Encoder | None = None,
    judge: Judge | None = None,
) -> list[list[Link]]:
    """Rank the standards for each text.

    The door to `Aligner.suggest`. Give all texts at once, or keep an `Aligner`: each call of this loads the encoder
    again.

    Args:
        framework: The standards.
        texts: n texts, each ranked by itself.
        grades: The grades whose standards are ranked; all unless given.
        k: How many standards for each text, at most.
        encoder: What turns text into vectors; the shipped one unless given.
        judge: What turns signals into probabilities; the one that was fitted to the encoder unless given.

    Returns:
        n lists: `ranked[i][j]` is the j-th best for text i, with its probability (0 to 1).

    Raises:
        SettingsError: A grade cannot be read.
        ModelError: The encoder or the judge cannot be used.

    """
    return Aligner(encoder=encoder, judge=judge).suggest(framework, texts, grades, k)


def _aligner_of(encoder: Encoder, judge: Judge, settings: Settings, cache: Cache) -> Aligner:
    return Aligner(encoder=encoder, judge=judge, settings=settings, cache=cache)


def matcher_of(
    framework: Framework,
    encoder: Encoder,
    cache: Cache | None = None,
    *,
    examples: bool = True,
    decoys: bool = True,
) -> Matcher:
    """What compares passages with a framework's standards; with our own texts for them and with decoys where asked."""
    from curalign.matching import Matcher

    codes = (code for s in framework.standards for code in (s.code, *s.aliases))
    return Matcher(
        embed_standards(framework, encoder, cache),
        examples_for(encoder, codes, cache) if examples else None,
        embed_standards(Framework(load_decoys()), encoder, cache) if decoys else None,
    )


def _asked_grades(cells: Sequence[str] | None) -> tuple[str, ...]:
    try:
        return require_grades(cells or ())
    except ValueError as error:
        raise SettingsError(f"{error}.") from error


def _stated_grades(materials: Iterable[Material]) -> tuple[str, ...]:
    """The grades that the units state; empty means that none does, and so all of the framework's."""
    return in_order(grade for m in materials if m.kind is Kind.UNIT for grade in m.grades)


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


def _passage_of_text(number: int, text: str) -> Passage:
    """A text that came alone, as a passage of a document of its own."""
    return Passage(Material(f"text {number}", Kind.UNIT, f"Text {number}"), Place(), text, Role.TASK)


def _best_of_each(links: Links, k: int) -> list[list[Link]]:
    """The k most probable links of each passage; ties keep the framework's order."""
    ends = np.searchsorted(links.passage, np.arange(len(links.passages) + 1))
    own = (range(start, end) for start, end in pairwise(ends.tolist()))
    return [[links[at] for at in sorted(rows, key=lambda at: -links.probability[at])[:k]] for rows in own]
