"""What was compared, how it was judged, and why: Candidate, Evidence, Link, and the Alignment that holds them.

A district has hundreds of thousands of pairs, so candidates and links live in columns and turn into
objects when somebody looks at them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TypeVar, overload

import numpy as np
from numpy.typing import NDArray

from curalign.domain.chances import Chances
from curalign.domain.filters import Filter
from curalign.domain.guarantees import Guarantee
from curalign.domain.materials import Kind, Material, Passage
from curalign.domain.problems import PEOPLE, Problem
from curalign.domain.standards import Framework, Standard
from curalign.domain.verdicts import Calibration
from curalign.wording import ENGLISH, NO_FACTS, Facts, say

Indices = NDArray[np.int32]
Floats = NDArray[np.float32]
Key = TypeVar("Key")


class Strength(StrEnum):
    """How well a standard is reached, or how far one passage reaches it."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The probabilities from which a link counts as full and as partial.

    `for_units` holds those that passages of units have to reach instead, by the standard's subject; that of the
    subject "" is every subject's.
    """

    full: float
    partial: float
    for_units: tuple[tuple[str, Thresholds], ...] = ()

    def of(self, standard: Standard, kind: Kind) -> Thresholds:
        """The thresholds of a standard's links to one kind of document."""
        own = (raised for subject, raised in self.for_units if subject in ("", standard.subject))
        return next(own, self) if kind is Kind.UNIT else self

    def strength(self, probability: float, teaches: bool = True) -> Strength:
        """The strength of one link; a passage that only talks of a standard never makes it full."""
        if probability >= self.full and teaches:
            return Strength.FULL
        return Strength.PARTIAL if probability >= self.partial else Strength.NONE


@dataclass(frozen=True, slots=True, eq=False)
class Candidates:
    """m pairs of a passage and a standard that are worth judging, in columns.

    `passage` and `standard` (m,) point into `passages` and `standards`; each column of `signals` is (m,) float32.
    `asked` (m,) tells the pairs that are asked for from those that are only what they compete with; None means all.
    """

    passages: tuple[Passage, ...]
    standards: tuple[Standard, ...]
    passage: Indices
    standard: Indices
    signals: Mapping[str, Floats]
    asked: NDArray[np.bool_] | None = None

    def __len__(self) -> int:
        return len(self.passage)

    def where(self, rows: NDArray[np.bool_] | NDArray[np.intp]) -> Candidates:
        """The pairs at these rows (a mask of (m,) or indices), in that order, of all the passages there are."""
        return replace(
            self,
            passage=self.passage[rows],
            standard=self.standard[rows],
            signals={name: column[rows] for name, column in self.signals.items()},
            asked=None if self.asked is None else self.asked[rows],
        )


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for a judgement: what was measured and what it adds to the log-odds."""

    signal: str
    value: float
    log_odds: float


@dataclass(frozen=True, slots=True)
class Link:
    """One judged pair. `similarity` is a cosine, `probability` is calibrated; `evidence` sums to its log-odds.

    A signal that adds nothing is not among it. `instead` is the standard that the passage is about more likely, where
    a summary has looked for one.
    """

    passage: Passage
    standard: Standard
    similarity: float
    probability: float
    strength: Strength
    evidence: tuple[Evidence, ...]
    instead: Standard | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Links(Sequence[Link]):
    """m judged pairs in columns, which is also a sequence of `Link`.

    `values` and `log_odds` are (m, k): what each of the k `signals` measured, and what it added.
    """

    passages: tuple[Passage, ...]
    standards: tuple[Standard, ...]
    passage: Indices
    standard: Indices
    similarity: Floats
    probability: Floats
    signals: tuple[str, ...]
    values: Floats
    log_odds: Floats
    thresholds: Thresholds

    def __len__(self) -> int:
        return len(self.passage)

    @overload
    def __getitem__(self, at: int) -> Link: ...
    @overload
    def __getitem__(self, at: slice) -> Links: ...
    def __getitem__(self, at: int | slice) -> Link | Links:
        if isinstance(at, slice):
            return self.where(at)
        passage = self.passages[self.passage[at]]
        standard = self.standards[self.standard[at]]
        probability = float(self.probability[at])
        return Link(
            passage,
            standard,
            float(self.similarity[at]),
            probability,
            self.thresholds.of(standard, passage.material.kind).strength(probability, passage.role.teaches),
            tuple(
                Evidence(name, value, added)
                for name, value, added in zip(
                    self.signals, self.values[at].tolist(), self.log_odds[at].tolist(), strict=True
                )
                if added
            ),
        )

    def __iter__(self) -> Iterator[Link]:
        return (self[i] for i in range(len(self)))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Links):
            return NotImplemented
        plain = ("passages", "standards", "signals", "thresholds")
        columns = ("passage", "standard", "similarity", "probability", "values", "log_odds")
        return all(getattr(self, n) == getattr(other, n) for n in plain) and all(
            np.array_equal(getattr(self, n), getattr(other, n)) for n in columns
        )

    __hash__ = None  # type: ignore[assignment]  # columns can be written to, so links are no keys

    @property
    def bars(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """(m,) each: the probabilities from which each link is full, and partial.

        In double precision, as Thresholds compares: 0.9 as a float32 is a little less than 0.9.
        """
        of_pd, of_units = ([self.thresholds.of(s, kind) for s in self.standards] for kind in (Kind.PD, Kind.UNIT))
        is_unit = np.fromiter((p.material.kind is Kind.UNIT for p in self.passages), np.bool_)[self.passage]

        def column(name: str) -> NDArray[np.float64]:
            low, high = (
                np.array([getattr(t, name) for t in thresholds], np.float64) for thresholds in (of_pd, of_units)
            )
            return np.where(is_unit, high[self.standard], low[self.standard])

        return column("full"), column("partial")

    def where(self, rows: NDArray[np.bool_] | NDArray[np.intp] | slice) -> Links:
        """The links at these rows (a mask of (m,), indices or a slice, which copies nothing), in that order."""
        names = ("passage", "standard", "similarity", "probability", "values", "log_odds")
        return replace(self, **{name: getattr(self, name)[rows] for name in names})

    def group(self, key: Callable[[Passage], Key]) -> dict[Key, list[int]]:
        """The passages that share a key, as positions in `passages`.

        Args:
            key: What is alike in a group: a document's path, a school, a kind.

        Returns:
            The positions by key; keys and positions in the order of `passages`.

        """
        found: dict[Key, list[int]] = {}
        for at, passage in enumerate(self.passages):
            found.setdefault(key(passage), []).append(at)
        return found

    def best(self, groups: Sequence[Iterable[int]], standards: Sequence[Standard] | None = None) -> NDArray[np.float64]:
        """The best probability that any passage of a group gives each standard.

        Args:
            groups: For each of g groups, such as documents or lessons, its passages as positions in `passages`.
                Groups may overlap, be empty, and leave passages out.
            standards: The n standards to look at; without them, all of `self.standards`.

        Returns:
            (g, n) probabilities, 0 where no passage of the group has a link to the standard.

        """
        wanted = self.standards if standards is None else standards
        column_of = {standard.id: column for column, standard in enumerate(wanted)}
        columns = np.fromiter((column_of.get(s.id, -1) for s in self.standards), np.intp)[self.standard]
        link, group = self._in_groups(np.flatnonzero(columns >= 0), groups)
        best = np.zeros((len(groups), len(wanted)))
        np.maximum.at(best, (group, columns[link]), self.probability[link])
        return best

    def _in_groups(
        self, links: NDArray[np.intp], groups: Sequence[Iterable[int]]
    ) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Each of these links (by row) beside each group that its passage belongs to."""
        members = [np.fromiter(group, np.intp) for group in groups]
        passage = np.concatenate([*members, np.zeros(0, np.intp)])
        group = np.repeat(np.arange(len(members)), [len(own) for own in members])
        of_passage = group[np.argsort(passage, kind="stable")]  # the first passage's groups, then the second's, ...
        counts = np.bincount(passage, minlength=len(self.passages))
        starts = np.cumsum(counts) - counts
        times = counts[self.passage[links]]
        nth = np.arange(times.sum()) - np.repeat(np.cumsum(times) - times, times)
        repeated = np.repeat(links, times)
        return repeated, of_passage[starts[self.passage[repeated]] + nth]


@dataclass(frozen=True, slots=True)
class Claim:
    """A place where a document cites a standard by its code, or copies its statement. A claim is never evidence.

    `cited` is the code as it stands there, or the statement's opening words. `standard` is None when no framework at
    hand has the code.
    """

    cited: str
    passage: Passage
    standard: Standard | None

    @property
    def is_copied(self) -> bool:
        """Whether the statement stands there without a code."""
        opening = self.cited.removesuffix("\u2026")
        statement = "" if self.standard is None else " ".join(self.standard.statement.split())
        return " " in opening and statement.startswith(opening)


_NOTES = ("judge-uncalibrated", "judge-stale", "encoder-for-tests")
"""The sentences of ours that a warning can hold."""


@dataclass(frozen=True, slots=True)
class MadeWith:
    """What a result depends on: versions and fingerprints, so that it can be made again.

    `warning` is what a reader must know before anything else; `limits` what the judge cannot know of these standards,
    and `limited` the same as facts.
    """

    curalign: str
    encoder: str
    judge: str
    settings: str = ""
    warning: str = ""
    limits: str = ""
    limited: Facts = NO_FACTS

    def in_language(self, language: str) -> MadeWith:
        """The same, told in a language: what is no sentence of ours stays as it is."""
        warning = self.warning
        for note in _NOTES:
            warning = warning.replace(say(note), say(note, language=language))
        return replace(self, warning=warning, limits=say_limits(self.limited, language) or self.limits)


def say_limits(limited: Facts, language: str = ENGLISH) -> str:
    """What a judge cannot know, in one sentence; empty where there is nothing to say."""
    return say("judge-limits", limited, language) if limited else ""


def unjudged_paths(
    materials: Iterable[Material], named: Collection[str], with_passages: Collection[str]
) -> frozenset[str]:
    """Paths of the documents that could not be judged: those `named` as such, and faulty ones without any passage.

    One that holds nothing but a list of people teaches nothing, and that is known.
    """
    return frozenset(
        material.path
        for material in materials
        if material.path in named
        or (material.path not in with_passages and any(lack.trouble != PEOPLE for lack in material.problems))
    )


@dataclass(frozen=True, slots=True)
class Alignment:
    """Every judged pair of a district.

    `links` hold passages and standards of the same grade; `off_grade` the second pass over the other grades. The
    passages are numbered once: the columns of both point into `passages`, which both hold as well.
    `grades` and `subjects` are those that the district answers for: empty means all of the framework's. They say what
    is counted, and never what is judged.
    `problems` are what could not be judged, on top of what each material could not give. `guarantee` is what the
    district's reviewed units promise; None where none was asked for. `calibrations` turn the level of a standard into
    the probability that documents of a kind teach it, beside what they reach by chance, `chances`; without any only
    strengths are told.
    """

    framework: Framework
    materials: tuple[Material, ...]
    passages: tuple[Passage, ...] = field(repr=False)
    links: Links = field(repr=False)
    off_grade: Links = field(repr=False)
    claims: tuple[Claim, ...] = field(repr=False)
    made_with: MadeWith
    grades: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    guarantee: Guarantee | None = None
    calibrations: tuple[tuple[Kind, Calibration], ...] = ()
    subjects: tuple[str, ...] = ()
    chances: Chances = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        if any(len(links) and links.passages != self.passages for links in (self.links, self.off_grade)):
            raise ValueError("the links number other passages than the alignment holds; align them together")

    @property
    def answered(self) -> Filter:
        """What the district answers for."""
        return Filter(self.grades, self.subjects)

    @property
    def thresholds(self) -> Thresholds:
        """From which probability a link is full or partial."""
        return self.links.thresholds

    @property
    def unjudged(self) -> frozenset[str]:
        """Paths of the documents that could not be judged: unreadable, without text, or in another language."""
        named = {problem.file for problem in self.problems}
        return unjudged_paths(self.materials, named, {passage.material.path for passage in self.links.passages})

    def rows(self) -> list[dict[str, object]]:
        """All judged pairs as flat dicts, for a data frame."""
        return [
            {
                "file": link.passage.material.path,
                "kind": str(link.passage.material.kind),
                "headings": " > ".join(link.passage.headings),
                "place": str(link.passage.place),
                "role": str(link.passage.role),
                "standard": link.standard.code,
                "probability": round(link.probability, 4),
                "strength": str(link.strength),
                "similarity": round(link.similarity, 4),
                "text": link.passage.text,
            }
            for link in self.links
        ]
