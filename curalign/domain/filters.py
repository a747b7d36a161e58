"""What a reader asked to be shown. It never reaches what is judged: it is laid over a check of the whole district."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from curalign.domain.materials import Material
from curalign.domain.standards import Framework, Standard
from curalign.domain.subjects import subject_of
from curalign.errors import DistrictError


@dataclass(frozen=True, slots=True)
class Filter:
    """The grades, subjects and schools to show; none of a kind means all of it, and no filter is false.

    A standard without a grade or a subject is shown with every one, and so is a document without a grade or a school.
    """

    grades: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    schools: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.grades or self.subjects or self.schools)

    def named(self, framework: Framework, materials: Iterable[Material] = ()) -> Filter:
        """The same filter in the district's own names: `math` is Mathematics where no subject is called `math`.

        Args:
            framework: whose subjects there are.
            materials: whose schools there are.

        Raises:
            DistrictError: for a subject or a school that the district does not have.

        """
        subjects = _named("subject", self.subjects, {standard.subject for standard in framework})
        schools = _named("school", self.schools, {material.school for material in materials}) if self.schools else ()
        return replace(self, subjects=subjects, schools=schools)

    def standards(self, framework: Framework) -> tuple[Standard, ...]:
        """The standards of these grades and subjects, and what stands above them, in the framework's order."""
        chosen = framework.for_grades(self.grades)
        if not self.subjects:
            return chosen
        of_subject = {standard.id for standard in chosen if standard.subject in self.subjects}
        bare = [s for s in chosen if not s.subject]
        above = {ancestor.id for s in chosen if s.id in of_subject for ancestor in framework.ancestors(s)}
        of_subject |= {s.id for s in bare if s.id in above or not framework.children(s)}
        return tuple(standard for standard in chosen if standard.id in of_subject)

    def holds(self, material: Material) -> bool:
        """Whether a document is of these grades and schools."""
        return _overlap(self.grades, material.grades) and (not self.schools or material.school in ("", *self.schools))


def _overlap(asked: tuple[str, ...], stated: tuple[str, ...]) -> bool:
    return not asked or not stated or not set(asked).isdisjoint(stated)


def _named(what: str, asked: Iterable[str], known: Collection[str]) -> tuple[str, ...]:
    """The district's own names of those that are asked for, sorted."""
    found: set[str] = set()
    for name in asked:
        meant = _meant(name, sorted(filter(None, known)), by_synonym=what == "subject")
        if not meant:
            names = ", ".join(sorted(filter(None, known)))
            there = f"there are {names}" if names else f"its documents and standards name no {what}"
            raise DistrictError(f"{name}: no {what} of this district has that name; {there}.")
        found |= meant
    return tuple(sorted(found))


def _meant(name: str, known: Collection[str], *, by_synonym: bool) -> set[str]:
    """The names equal to this one, else those that begin with it, else the subjects it is a synonym of: `ela`."""
    wanted = name.casefold()
    exact = {own for own in known if own.casefold() == wanted}
    meant = exact or {own for own in known if own.casefold().startswith(wanted)}
    return meant or {own for own in known if by_synonym and subject_of(own) == subject_of(name)}


NO_FILTER = Filter()
"""Shows everything."""
