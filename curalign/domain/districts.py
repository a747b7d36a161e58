"""A district: what its folder holds."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from curalign.domain.labels import Label
from curalign.domain.materials import Material
from curalign.domain.problems import Problem
from curalign.domain.results import Result
from curalign.domain.standards import Framework
from curalign.errors import DistrictError


@dataclass(frozen=True, slots=True)
class District:
    """A framework, the documents, and pupils' results where there are any.

    `inputs` are the sha256 of every file by its path, of the bytes that were read; empty where none could be.

    `labels` are what the district itself says its units teach. `problems` are files that fit nowhere or could not be
    read and are no material.
    """

    name: str
    framework: Framework
    materials: tuple[Material, ...]
    results: tuple[Result, ...] = ()
    problems: tuple[Problem, ...] = ()
    labels: tuple[Label, ...] = ()
    inputs: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def is_complete(self) -> bool:
        """Whether the machine and the moment let everything be read that can be; broken files are no matter."""
        everywhere = (self.problems, self.framework.problems, *(material.problems for material in self.materials))
        return not any(problem.passing for problems in everywhere for problem in problems)

    def narrowed(self, subjects: Collection[str] = (), schools: Collection[str] = ()) -> District:
        """The district with the standards of these subjects and the units of these schools only.

        A standard without a subject and a document of the whole district always stay; nothing asked changes
        nothing. Raises DistrictError for a subject or school that the district does not have.
        """
        standards = self.framework.standards
        wanted = _named("subject", subjects, {standard.subject for standard in standards})
        here = _named("school", schools, {material.school for material in self.materials})
        framework = replace(self.framework, standards=tuple(s for s in standards if not wanted or s.subject in wanted))
        return replace(
            self, framework=framework, materials=tuple(m for m in self.materials if not here or m.school in here)
        )


def _named(what: str, asked: Collection[str], known: Collection[str]) -> set[str]:
    """The names that are meant, and no name: `math` is Mathematics where nothing is called just so."""
    found = {""} if asked else set()
    for name in asked:
        exact = {k for k in known if k.casefold() == name.casefold()}
        meant = exact or {k for k in known if k.casefold().startswith(name.casefold())}
        if not meant - {""}:
            names = ", ".join(sorted(filter(None, known)))
            there = f"there are {names}" if names else f"its documents and standards name no {what}"
            raise DistrictError(f"{name}: no {what} of this district has that name; {there}.")
        found |= meant
    return found
