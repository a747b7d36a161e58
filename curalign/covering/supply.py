"""Which standards a scope's documents leave out altogether: nobody gave a unit of their grade or of their subject."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from curalign.domain.materials import Kind
from curalign.domain.scopes import Scope
from curalign.domain.standards import Framework, Standard
from curalign.domain.subjects import subject_of, subjects_named
from curalign.domain.summaries import CoverageSummary

_Pairs = Iterable[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class _Unit:
    """A document by its grades and subjects: those that it is surely of, else those that it may be of; None is any."""

    grades: tuple[str, ...]
    sure: frozenset[str]
    perhaps: frozenset[str] | None

    def may_be_of(self, subject: str) -> bool:
        return subject in self.sure or (not self.sure and (self.perhaps is None or subject in self.perhaps))


@dataclass(frozen=True, slots=True)
class Supply:
    """The units of a scope. PD is left out: that none is for a standard is what P201 finds."""

    units: frozenset[_Unit]
    of_units: bool
    _known: dict[tuple[tuple[str, ...], str], bool] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, scope: Scope, summary: CoverageSummary, framework: Framework) -> Supply:
        """Say of each document of a scope which subjects it is of.

        It is of those that its path, its title, an outermost heading over teaching or a template in it names, and of
        those whose standards it teaches at least in part. One that has none may be of those whose standards it comes
        nearest to; one that could not be judged, or that teaches and comes near none, of any. One that only lists or
        tells is a unit of nothing.
        """
        known = sorted({subject_of(standard.subject) for standard in framework} - {""})
        about, near, unjudged = _by_path(summary.about), _by_path(summary.near), summary.unjudged
        units = set()
        for material in summary.materials:
            if scope.holds(material):
                sure = subjects_named(f"{material.path} {material.title}", known) | about.get(material.path, set())
                met = near.get(material.path, set())
                in_the_dark = material.path in unjudged or met == {""}
                units.add(_Unit(material.grades, sure, None if in_the_dark else frozenset(met - {""})))
        return cls(frozenset(units), scope.kind is Kind.UNIT)

    def lacks(self, standard: Standard) -> bool:
        """Whether no unit is of the standard's grade, or some are and all of them are of other subjects.

        Where that is in doubt it is false: the standard may as well be untaught.
        """
        key = standard.grades, standard.subject
        if key not in self._known:
            self._known[key] = self.of_units and self._lacks(standard)
        return self._known[key]

    def _lacks(self, standard: Standard) -> bool:
        of_grade = [unit for unit in self.units if not unit.grades or standard.states(unit.grades)]
        if not of_grade:
            return True
        own = subject_of(standard.subject)
        return bool(own) and any(u.sure for u in of_grade) and not any(u.may_be_of(own) for u in of_grade)


def _by_path(pairs: _Pairs) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for path, subject in pairs:
        found.setdefault(path, set()).add(subject)
    return found
