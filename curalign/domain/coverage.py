"""How far the district reaches each standard, per kind of document, and tallies that add up."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from curalign.domain.decisions import Decision
from curalign.domain.filters import NO_FILTER, Filter
from curalign.domain.grades import grade_spans, in_order
from curalign.domain.guarantees import Promise
from curalign.domain.links import Alignment, Link, Strength
from curalign.domain.materials import Kind
from curalign.domain.reviews import Sample, Word
from curalign.domain.scopes import UNITS, Scope
from curalign.domain.standards import Framework, Standard
from curalign.domain.verdicts import Verdict
from curalign.wording import Facts


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
    """How far the documents of one scope reach one standard.

    `probability` is that of the best link and None when nothing could be judged; `links` are the best five,
    `supporting` counts the links that are at least partial. A parent's reach is the roll-up of its children.
    `taught` is the calibrated probability that the documents teach the standard at all, None where nothing could be
    judged or nobody calibrated; `verdict` is what it allows, None for a parent and where nobody calibrated. `decided`
    is a person's word that overrules what was measured: strength, `taught` and verdict are then what that person says.
    So is `reviewed`, of people who looked at the standard or at a passage that teaches it.
    `without_documents` says why it is unknown: no unit is of the standard's grade, or none is of its subject.
    """

    standard: Standard
    scope: Scope
    strength: Strength
    probability: float | None
    links: tuple[Link, ...] = field(default=(), repr=False)
    supporting: int = 0
    without_documents: bool = False
    taught: float | None = None
    verdict: Verdict | None = None
    decided: Decision | None = None
    reviewed: Word | None = None

    @property
    def kind(self) -> Kind:
        """Of document."""
        return self.scope.kind

    @property
    def school(self) -> str:
        """Whose documents; "" is the whole district's."""
        return self.scope.school

    @property
    def alternatives(self) -> tuple[Standard, ...]:
        """The standards that its best passages are about more likely, each once."""
        found = (link.instead for link in self.links if link.instead is not None)
        return tuple({standard.id: standard for standard in found}.values())


@dataclass(frozen=True, slots=True)
class Lack:
    """Standards that no unit is for: of a subject in some grades, of grades whatever the subject (""), or all."""

    subject: str
    grades: tuple[str, ...]
    standards: tuple[Standard, ...]

    @property
    def facts(self) -> Facts:
        """What the sentence `no-documents` names."""
        what = "subject" if self.subject else "grades" if self.grades else "all"
        return Facts(what=what, subject=self.subject, grades=grade_spans(self.grades), count=len(self.standards))


@dataclass(frozen=True)
class Coverage:
    """Every standard's reach, per scope.

    `scopes` are what was measured, in a report's order. A kind of document that the district does not have is not among
    them (there is no PD folder, say), and then no reach of that kind exists: nothing is found from what is not there.
    A scope of a school has reaches of the standards that the school is to teach. `beyond` are the reaches of standards
    that the district does not answer for. `shown` is what a reader asked to see; `chosen` are the ids of the standards
    that are looked at, None for those that the district answers for. `sample` is what people answered about the
    district, and `promise` what that lets it promise.
    """

    alignment: Alignment = field(repr=False)
    reaches: tuple[Reach, ...] = field(repr=False)
    scopes: tuple[Scope, ...]
    beyond: tuple[Reach, ...] = field(default=(), repr=False)
    shown: Filter = NO_FILTER
    chosen: frozenset[str] | None = None
    sample: Sample | None = field(default=None, repr=False)
    promise: Promise | None = None

    @cached_property
    def _index(self) -> dict[tuple[str, Scope], Reach]:
        return {(r.standard.id, r.scope): r for r in (*self.reaches, *self.beyond)}

    def reach(self, standard: Standard, scope: Scope) -> Reach | None:
        """The reach of one standard, or None where the scope does not measure it."""
        return self._index.get((standard.id, scope))

    def has(self, kind: Kind) -> bool:
        """Whether documents of a kind were measured."""
        return Scope(kind) in self.scopes

    @property
    def schools(self) -> tuple[str, ...]:
        """The schools that have numbers of their own; none where the district's documents belong to no school."""
        return tuple(dict.fromkeys(scope.school for scope in self.scopes if scope.school))

    @property
    def framework(self) -> Framework:
        """The standards that were asked for, of all grades."""
        return self.alignment.framework

    @cached_property
    def standards(self) -> tuple[Standard, ...]:
        """The standards that are looked at, parents among them, in the framework's order."""
        if self.chosen is None:
            return self.alignment.answered.standards(self.framework)
        return tuple(standard for standard in self.framework if standard.id in self.chosen)

    @property
    def everything(self) -> tuple[Standard, ...]:
        """The standards that are looked at and those that the district answers for, in the framework's order."""
        ids = {s.id for s in (*self.standards, *self.alignment.answered.standards(self.framework))}
        return tuple(standard for standard in self.framework if standard.id in ids)

    @cached_property
    def counted(self) -> tuple[Standard, ...]:
        """The denominator: the assessable ones among them."""
        return tuple(s for s in self.standards if self.framework.counts(s))

    def narrowed(self, shown: Filter) -> Coverage:
        """The same reaches, of the standards and schools that a reader asked to see; no filter changes nothing.

        Args:
            shown: in the district's own names. It can name what the district does not answer for.

        """
        if not shown:
            return self
        asked = {"", *(shown.schools or self.schools)}
        scopes = tuple(scope for scope in self.scopes if scope.school in asked)
        return replace(self, shown=shown, scopes=scopes, chosen=frozenset(s.id for s in self._asked(shown)))

    def widened(self, shown: Filter) -> Coverage:
        """The same reaches, of the standards that the district answers for and of those that a filter names."""
        more = frozenset(standard.id for standard in self._asked(shown)) if shown else frozenset()
        ids = frozenset(standard.id for standard in self.standards)
        return self if more <= ids else replace(self, chosen=ids | more)

    def _asked(self, shown: Filter) -> Iterator[Standard]:
        answered = self.alignment.answered
        named = Filter(shown.grades or answered.grades, shown.subjects or answered.subjects)
        for standard in named.standards(self.framework):
            if not shown.schools or any(self.reach(standard, Scope(Kind.UNIT, school)) for school in shown.schools):
                yield standard

    @cached_property
    def without_documents(self) -> frozenset[str]:
        """The ids of the counted standards for which the district has no unit at all, by their grade or subject."""
        reaches = (self.reach(standard, UNITS) for standard in self.counted)
        return frozenset(r.standard.id for r in reaches if r is not None and r.without_documents)

    @property
    def lacks(self) -> tuple[Lack, ...]:
        """The standards without documents, those of a grade or of a subject together, grades before subjects."""
        units = [material for material in self.alignment.materials if material.kind is Kind.UNIT]
        of_grades: dict[tuple[str, ...], list[Standard]] = {}
        of_subject: dict[str, list[Standard]] = {}
        for standard in self.counted:
            if standard.id not in self.without_documents:
                continue
            if any(not unit.grades or standard.states(unit.grades) for unit in units):
                of_subject.setdefault(standard.subject, []).append(standard)
            else:
                of_grades.setdefault(standard.grades if units else (), []).append(standard)
        return (
            *(Lack("", grades, tuple(standards)) for grades, standards in of_grades.items()),
            *(
                Lack(name, in_order(g for s in standards for g in s.grades), tuple(standards))
                for name, standards in of_subject.items()
            ),
        )

    def tally(self, scope: Scope, standards: Iterable[Standard] | None = None) -> Tally:
        """Tally of the counted standards, or of those given."""
        chosen = self.counted if standards is None else tuple(standards)
        reaches = (self.reach(s, scope) for s in chosen)
        return Tally.of(r.strength for r in reaches if r is not None)

    def rows(self) -> list[dict[str, object]]:
        """One flat dict per standard, kind and school, for a data frame. The district as a whole has school ''."""
        inside = {standard.id for standard in self.standards}
        reaches = (reach for reach in (*self.reaches, *self.beyond) if reach.standard.id in inside)
        return [_row(r, self.framework.counts(r.standard)) for r in reaches if r.scope in self.scopes]


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
        "alternatives": "|".join(standard.code for standard in reach.alternatives),
        "links": reach.supporting,
        "file": best.passage.material.path if best else None,
        "place": str(best.passage.place) if best else None,
        "quote": best.passage.text if best else None,
    }
