"""What documents hold for the standards, in summaries that add up: a district's is the sum of those of its parts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from heapq import merge
from itertools import islice

from curalign.domain.chances import Chances, Holder, chance_level, combine, sum_of_each
from curalign.domain.levels import Level
from curalign.domain.links import Link, unjudged_paths
from curalign.domain.materials import Material
from curalign.domain.standards import Standard

SHOWN = 5
"""How many links a report shows for one standard."""


@dataclass(frozen=True, slots=True)
class LinkSummary:
    """The links of some documents to one standard. Summaries add up with `+`, and `LinkSummary()` is nothing.

    `best` are the best `SHOWN`, the best first; `fullest` is the best that is full, which may be none of them;
    `supporting` counts the links that are at least partial; `level` is what the passages that count as
    evidence say together.
    """

    best: tuple[Link, ...] = ()
    fullest: Link | None = None
    supporting: int = 0
    level: Level = field(default_factory=Level)

    def __add__(self, other: LinkSummary) -> LinkSummary:
        return LinkSummary.total((self, other))

    @classmethod
    def total(cls, parts: Iterable[LinkSummary]) -> LinkSummary:
        """The sum of many, in one go."""
        nonempty = [part for part in parts if part.best]
        if len(nonempty) < 2:
            return nonempty[0] if nonempty else cls()
        full = (part.fullest for part in nonempty if part.fullest is not None)
        return cls(
            best_of((part.best for part in nonempty), best_first),
            min(full, key=best_first, default=None),
            sum(part.supporting for part in nonempty),
            Level.total(part.level for part in nonempty),
        )

    @property
    def shown(self) -> tuple[Link, ...]:
        """The best links, the one that makes the standard full always among them, or nobody could check it."""
        if self.fullest is None or self.fullest in self.best:
            return self.best
        return (*self.best[: SHOWN - 1], self.fullest)


def best_first(link: Link) -> tuple[object, ...]:
    """Sorts links to one standard: by probability, then by file, place and text, so that no input order matters."""
    return -link.probability, link.passage.order, -link.similarity


def best_of(sorted_links: Iterable[Iterable[Link]], key: Callable[[Link], tuple[object, ...]]) -> tuple[Link, ...]:
    """The best `SHOWN` of links that are sorted by `key` already, group by group."""
    return tuple(islice(merge(*sorted_links, key=key), SHOWN))


@dataclass(frozen=True, slots=True)
class CoverageSummary:
    """What is left of an alignment when only coverage is asked for. Summaries add up; `CoverageSummary()` is nothing.

    However a district's documents are split, the sum over the parts is the district's own summary, as long as all
    parts were judged alike: by the same thresholds, against the same framework.

    `links` are by holder and standard's id, `materials` are the documents without their sections. `named` are paths of
    documents of which some could not be judged, `read` those of documents with passages. `chances` are what the
    documents reach by chance. `about` are pairs of a document's path and a
    subject: one of which it teaches a standard at least in part, or which an outermost heading over teaching names.
    `near` are such pairs for the standards that its teaching passages come nearest to, and with the subject "" for
    every document that has such passages.
    """

    links: Mapping[tuple[Holder, str], LinkSummary] = field(default_factory=dict, repr=False)
    materials: frozenset[Material] = frozenset()
    named: frozenset[str] = frozenset()
    read: frozenset[str] = frozenset()
    chances: Chances = field(default_factory=dict, repr=False)
    about: frozenset[tuple[str, str]] = frozenset()
    near: frozenset[tuple[str, str]] = frozenset()

    def __add__(self, other: CoverageSummary) -> CoverageSummary:
        both = self.links.keys() & other.links.keys()
        return CoverageSummary(
            {**self.links, **other.links, **{key: self.links[key] + other.links[key] for key in both}},
            self.materials | other.materials,
            self.named | other.named,
            self.read | other.read,
            combine(self.chances, other.chances),
            self.about | other.about,
            self.near | other.near,
        )

    def links_to(self, standard: Standard, holders: Iterable[Holder]) -> LinkSummary:
        """The links of all documents of these holders to one standard."""
        found = (self.links.get((holder, standard.id)) for holder in holders)
        return LinkSummary.total(part for part in found if part is not None)

    def chance_for(self, standard: Standard, holders: Collection[Holder]) -> float | None:
        """The level that the documents of these holders reach by chance, of those that a standard is compared with.

        None where it was compared with nothing.
        """
        return self.chance_of(self.compared(standard, holders))

    def compared(self, standard: Standard, holders: Collection[Holder]) -> tuple[tuple[Holder, tuple[str, ...]], ...]:
        """The parts of `chances` of the documents of these holders that a standard is compared with."""
        return tuple(
            (holder, grades)
            for holder, grades in self.chances
            if holder in holders and (not grades or standard.states(grades))
        )

    def chance_of(self, parts: Iterable[tuple[Holder, tuple[str, ...]]]) -> float | None:
        """The level that documents reach by chance, of these parts of `chances`; None of none."""
        return chance_level(sum_of_each(self.chances[part] for part in parts))

    @property
    def unjudged(self) -> frozenset[str]:
        """Paths of the documents that could not be judged."""
        return unjudged_paths(self.materials, self.named, self.read)
