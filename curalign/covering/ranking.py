"""The best links of each standard, found in columns: a district may have a million links, a report shows five."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace

import numpy as np
from numpy.typing import NDArray

from curalign.domain.links import Links
from curalign.domain.materials import Passage
from curalign.domain.standards import Standard

SHOWN = 5
"""How many links a report shows for one standard."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """One link worth showing, by its row in the links; `tie` orders equal probabilities."""

    probability: float
    tie: int
    standard: int
    row: int

    @property
    def best_first(self) -> tuple[float, int, int, int]:
        """What to sort by for the most probable to come first."""
        return -self.probability, self.tie, self.standard, self.row


@dataclass(frozen=True, slots=True)
class Found:
    """What a scope's documents hold for one standard: the links to show (best first), and counts."""

    best: tuple[Ranked, ...] = ()
    supporting: int = 0
    full: bool = False


@dataclass(frozen=True, slots=True)
class Ranking:
    """The links to some standards, sorted by standard and, within one, best first.

    Every array is (m,): `row` points into the links, `standard` into the standards, `passage` into the passages;
    `tie` orders equal probabilities; `partial` and `full` say which strength a link reaches at least.
    """

    row: NDArray[np.int32]
    standard: NDArray[np.int32]
    passage: NDArray[np.int32]
    probability: NDArray[np.float64]
    tie: NDArray[np.int32]
    partial: NDArray[np.bool_]
    full: NDArray[np.bool_]

    def where(self, keep: NDArray[np.bool_] | NDArray[np.intp]) -> Ranking:
        """The links at these positions (a mask of (m,) or indices), in that order."""
        return replace(self, **{field.name: getattr(self, field.name)[keep] for field in fields(self)})

    def found(self, n: int) -> list[Found]:
        """What is found for each of n standards."""
        everyone = np.arange(n)
        starts = np.searchsorted(self.standard, everyone, side="left").tolist()
        ends = np.searchsorted(self.standard, everyone, side="right").tolist()
        supporting = np.bincount(self.standard[self.partial], minlength=n).tolist()
        reached, at = np.unique(self.standard[self.full], return_index=True)
        fullest = dict(zip(reached.tolist(), np.flatnonzero(self.full)[at].tolist(), strict=True))
        return [
            Found(self._best(starts[i], ends[i], fullest.get(i)), supporting[i], full=i in fullest) for i in range(n)
        ]

    def _best(self, start: int, end: int, fullest: int | None) -> tuple[Ranked, ...]:
        """The best five; the one that makes the standard full is always among them, or nobody could check it."""
        shown = list(range(start, min(end, start + SHOWN)))
        if fullest is not None and fullest not in shown:
            shown[-1] = fullest
        return tuple(
            Ranked(float(self.probability[i]), int(self.tie[i]), int(self.standard[i]), int(self.row[i])) for i in shown
        )


def rank(links: Links, standards: Sequence[Standard]) -> Ranking:
    """Rank all links to `standards`: by probability, then by file, place and text, so that no input order matters."""
    number = {standard.id: i for i, standard in enumerate(standards)}
    ours = np.array([number.get(standard.id, -1) for standard in links.standards], dtype=np.int32)
    row = np.flatnonzero(ours[links.standard] >= 0).astype(np.int32)
    passage = links.passage[row]
    probability = links.probability[row].astype(np.float64)
    full_from, partial_from = links.bars
    full = (probability >= full_from[row]) & _teaches(links.passages)[passage]
    partial = full | (probability >= partial_from[row])
    tie = _reading_order(links.passages)[passage]
    ranking = Ranking(row, ours[links.standard[row]], passage, probability, tie, partial, full)
    return ranking.where(np.lexsort((tie, -probability, ranking.standard)))


def _teaches(passages: Iterable[Passage]) -> NDArray[np.bool_]:
    return np.fromiter((p.role.teaches for p in passages), dtype=np.bool_)


def _reading_order(passages: Sequence[Passage]) -> NDArray[np.int32]:
    """(n,): the rank of each passage by file, page, line, headings and text; the same for the same passage."""
    keys = [passage.order for passage in passages]
    ranks = {key: i for i, key in enumerate(sorted(set(keys)))}
    return np.fromiter((ranks[key] for key in keys), dtype=np.int32)
