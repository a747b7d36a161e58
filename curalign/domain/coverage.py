"""How far the district reaches each standard, per kind of document, and tallies that add up."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from curalign.domain.decisions import Decision
from curalign.domain.links import Alignment, Link, Strength
from curalign.domain.materials import Kind
from curalign.domain.standards import Framework, Standard
from curalign.domain.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class Tally:
    """Standards by strength. Tallies add up with `+`, and `Tally()` is nothing."""

    full: int = 0
    partial: int = 0
    none: int = 0
    unknown: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.full + other.full, self.partial + other.partial, self.none + other.none, self.unknown + other.unknown
        )

    @classmethod
    def of(cls, strengths: Iterable[Strength]) -> Tally:
        """Count strengths."""
        found = [str(strength) for strength in strengths]
        return cls(**{str(s): found.count(str(s)) for s in Strength})

    @property
    def total(self) -> int:
        """The denominator: unknown is in it, because unknown is not zero."""
        return self.full + self.partial + self.none + self.unknown

    @property
    def percent(self) -> float | None:
        """Fully covered per hundred, to one decimal, half up; 100 only when all are, 0 only when none is.

        None when there is nothing to count.
        """
        if not self.total:
            return None
        exact = math.floor(1000 * self.full / self.total + 0.5) / 10
        if self.full == self.total or not self.full:
            return exact
        return min(max(exact, 0.1), 99.9)


@dataclass(frozen=True, slots=True)
class Reach:
    """How far one kind of document reaches one standard, in the district or (where named) in one school.

    `probability` is that of the best link and None when nothing could be judged; `links` are the best five,
    `supporting` counts the links that are at least partial. A parent's reach is the roll-up of its children.
    `taught` is the calibrated probability that the documents teach the standard at all, None where nothing could be
    judged or nobody calibrated; `verdict` is what it allows, None for a parent and where nobody calibrated. `decided`
    is a person's word that overrules what was measured: strength, `taught` and verdict are then what that person says.
    """

    standard: Standard
    kind: Kind
    strength: Strength
    probability: float | None
    links: tuple[Link, ...] = field(default=(), repr=False)
    supporting: int = 0
    school: str = ""
    taught: float | None = None
    verdict: Verdict | None = None
    decided: Decision | None = None

    @property
    def alternatives(self) -> tuple[Standard, ...]:
        """The standards that its best passages are about more likely, each once."""
        found = (link.instead for link in self.links if link.instead is not None)
        return tuple({standard.id: standard for standard in found}.values())


@dataclass(frozen=True)
class Coverage:
    """Every standard's reach, per kind and school.

    `schools` is empty where the district has none; `has_pd` is false when there is no PD folder, and then no
    reach of that kind exists: nothing is found from what is not there.
    """

    alignment: Alignment = field(repr=False)
    reaches: tuple[Reach, ...] = field(repr=False)
    schools: tuple[str, ...] = ()
    has_pd: bool = True

    @cached_property
    def _index(self) -> dict[tuple[str, Kind, str], Reach]:
        return {(r.standard.id, r.kind, r.school): r for r in self.reaches}

    def reach(self, standard: Standard, kind: Kind, school: str = "") -> Reach | None:
        """The reach of one standard, or None where there is nothing of that kind."""
        return self._index.get((standard.id, kind, school))

    @property
    def framework(self) -> Framework:
        """The standards that were asked for, of all grades."""
        return self.alignment.framework

    @cached_property
    def standards(self) -> tuple[Standard, ...]:
        """The standards that the district answers for, parents among them, in the framework's order."""
        return self.framework.for_grades(self.alignment.grades)

    @cached_property
    def counted(self) -> tuple[Standard, ...]:
        """The denominator: the assessable ones among them."""
        return tuple(s for s in self.standards if self.framework.counts(s))

    def tally(self, kind: Kind, standards: Iterable[Standard] | None = None, school: str = "") -> Tally:
        """Tally of the counted standards, or of those given."""
        chosen = self.counted if standards is None else tuple(standards)
        reaches = (self.reach(s, kind, school) for s in chosen)
        return Tally.of(r.strength for r in reaches if r is not None)

    def rows(self) -> list[dict[str, object]]:
        """One flat dict per standard, kind and school, for a data frame. The district as a whole has school ''."""
        return [_row(r, self.framework.counts(r.standard)) for r in self.reaches]


def _row(reach: Reach, counted: bool) -> dict[str, object]:
    best = reach.links[0] if reach.links else None
    return {
        "standard": reach.standard.code,
        "statement": reach.standard.statement,
        "grades": "|".join(reach.standard.grades),
        "counted": counted,
        "kind": str(reach.kind),
        "school": reach.school,
        "strength": str(reach.strength),
        "probability": None if reach.probability is None else round(reach.probability, 4),
        "verdict": None if reach.verdict is None else str(reach.verdict),
        "taught": None if reach.taught is None else round(reach.taught, 4),
        "links": reach.supporting,
        "file": best.passage.material.path if best else None,
        "place": str(best.passage.place) if best else None,
        "quote": best.passage.text if best else None,
    }
