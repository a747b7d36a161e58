"""Standards and the framework that holds them."""

from __future__ import annotations

import re
import uuid
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from curalign.domain.citing import named_in
from curalign.domain.codebook import Codebook
from curalign.domain.codes import is_practice
from curalign.domain.problems import Problem

_NAMESPACE = uuid.UUID("6d0f7b52-6d5e-5b0e-9a57-5d2a8c1f6a01")
_APART = ("anchor standard", "anchor", "practice", "mathematical practice", "practice standard")
_EXPLAINS = frozenset(
    {
        *("comment", "comments", "note", "notes", "clarification", "clarifications", "clarificationstatement"),
        *("example", "examples", "explanation", "furtherexplanation", "remarks"),
    }
)
"""What frameworks call that which they print beside a statement to explain it."""
_LETTERS = re.compile(r"[^a-z]")


def standard_id(framework: str, code: str) -> str:
    """The id of a standard that came without one: UUID5 of its framework and code, the same on every machine."""
    return str(uuid.uuid5(_NAMESPACE, f"{framework}\n{code}"))


@dataclass(frozen=True, slots=True)
class Standard:
    """One statement of a framework: a strand, a cluster, a standard or a lettered component.

    `grades` is empty when the framework states none; `parent` is the parent's id.
    """

    id: str
    code: str
    statement: str
    framework: str
    grades: tuple[str, ...] = ()
    subject: str = ""
    level: str = ""
    parent: str | None = None
    aliases: tuple[str, ...] = ()
    extra: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def meaning(self) -> str:
        """The statement and what its framework explains beside it, in comments, clarifications and examples.

        Boundaries are not among it: they name what is not meant.
        """
        explained = (text for name, text in self.extra.items() if _LETTERS.sub("", name.lower()) in _EXPLAINS)
        return " ".join((self.statement, *explained))

    @property
    def is_practice(self) -> bool:
        """Whether this is a practice or an anchor standard, which is reported apart and not counted."""
        return self.level.lower() in _APART or is_practice(self.code)

    def states(self, grades: Iterable[str]) -> bool:
        """Whether this standard belongs to one of `grades`; one that states no grade belongs to all."""
        return not self.grades or not set(self.grades).isdisjoint(grades)


@dataclass(frozen=True, slots=True)
class Association:
    """A typed edge between two items, by id: `isChildOf`, `precedes`, `exactMatchOf` and the like (CASE names).

    `id` is the publisher's own identifier, empty where there is none; `sequence` is the place among the edges that
    end at the same item; `grouping` names the group of associations that it belongs to; `extra` is what its file says
    of it besides.
    """

    origin: str
    type: str
    destination: str
    id: str = ""
    sequence: int | None = None
    grouping: str = ""
    extra: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Source:
    """One published framework among those that a district uses. `extra` holds the other fields of its file."""

    id: str
    title: str
    standards: int
    file: str = ""
    licence: str = ""
    extra: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Framework:
    """All the standards that a district works to, from one file or several.

    `problems` are the standards files that could not be read; the rest are still here.
    """

    standards: tuple[Standard, ...]
    sources: tuple[Source, ...] = ()
    associations: tuple[Association, ...] = ()
    problems: tuple[Problem, ...] = ()

    def __len__(self) -> int:
        return len(self.standards)

    def __iter__(self) -> Iterator[Standard]:
        return iter(self.standards)

    def __contains__(self, named: object) -> bool:
        """Whether a code, in whatever notation, names a standard of this framework, or a standard is one of it."""
        return self.codebook.find(named) is not None if isinstance(named, str) else named in self.standards

    def __getitem__(self, code: str) -> Standard:
        """The standard that `code` names, in whatever notation; KeyError when none does."""
        standard = self.codebook.find(code)
        if standard is None:
            raise KeyError(code)
        return standard

    @cached_property
    def by_id(self) -> dict[str, Standard]:
        return {standard.id: standard for standard in self.standards}

    @cached_property
    def by_code(self) -> dict[str, Standard]:
        """Codes and aliases to standards; where an alias meets another standard's code, the code wins."""
        table = {alias: standard for standard in reversed(self.standards) for alias in standard.aliases}
        return table | {standard.code: standard for standard in reversed(self.standards)}

    @cached_property
    def codebook(self) -> Codebook[Standard]:
        """Which standard a code means, in whatever notation."""
        return Codebook(self.standards, self.retired)

    def named(self, cell: str) -> tuple[tuple[Standard, ...], tuple[str, ...]]:
        """The standards that a cell of a table names by code or id, one or a list of them, and what names none."""
        standard = self.by_id.get(cell.strip())
        return ((standard,), ()) if standard else named_in(cell, self.codebook)

    @cached_property
    def retired(self) -> frozenset[str]:
        """The ids of standards that their publisher has ended, by today, or that a live one here replaces.

        Where a framework has nothing else left, it is what the district works to, and nothing of it is retired.
        """
        ended = {s.id for s in self.standards if _has_ended(s, date.today())}
        live = {s.framework for s in self.standards if s.id not in ended}
        ended = {s.id for s in self.standards if s.id in ended and s.framework in live}
        edges = [edge for edge in self.associations if edge.type == "replacedBy" and edge.origin != edge.destination]
        replaced = {e.origin for e in edges if e.destination in self.by_id and e.destination not in ended}
        return frozenset(ended | (replaced & self.by_id.keys()))

    @cached_property
    def _children(self) -> dict[str, tuple[Standard, ...]]:
        grown: dict[str, list[Standard]] = {}
        for standard in self.standards:
            if standard.parent is not None:
                grown.setdefault(standard.parent, []).append(standard)
        return {parent: tuple(children) for parent, children in grown.items()}

    def children(self, standard: Standard) -> tuple[Standard, ...]:
        """The standards one level below."""
        return self._children.get(standard.id, ())

    def parent(self, standard: Standard) -> Standard | None:
        """The standard one level above, or None at the top."""
        return self.by_id.get(standard.parent) if standard.parent else None

    def ancestors(self, standard: Standard) -> tuple[Standard, ...]:
        """Parent, grandparent and so on, nearest first; a circle in the data ends the walk."""
        line: dict[str, Standard] = {}
        above = self.parent(standard)
        while above is not None and above.id not in line and above.id != standard.id:
            line[above.id] = above
            above = self.parent(above)
        return tuple(line.values())

    def is_heading(self, standard: Standard) -> bool:
        """Whether the standard gathers others, as a strand or a cluster does.

        It has children, and so do most at its depth; one of the few that have lettered parts states something itself.
        """
        return bool(self.children(standard)) and self._depths.get(standard.id) in self._heading_depths

    @cached_property
    def _depths(self) -> dict[str, int]:
        """How many stand above each standard; the top is 0."""
        depths: dict[str, int] = {}
        for standard in self.standards:
            line: dict[str, None] = {}
            at: Standard | None = standard
            while at is not None and at.id not in depths and at.id not in line:
                line[at.id] = None
                at = self.parent(at)
            above = -1 if at is None else depths.get(at.id, -1)
            depths |= {name: above + steps for steps, name in enumerate(reversed(line), 1)}
        return depths

    @cached_property
    def _heading_depths(self) -> frozenset[int]:
        """The depths at which more than half have children; the top is 0."""
        depths = Counter(self._depths[standard.id] for standard in self.standards)
        gathering = Counter(self._depths[s.id] for s in self.standards if self.children(s))
        return frozenset(depth for depth, number in gathering.items() if 2 * number > depths[depth])

    def counts(self, standard: Standard) -> bool:
        """Whether the standard is in the denominator: assessable, so without children, no practice and not retired."""
        return not self.children(standard) and not standard.is_practice and standard.id not in self.retired

    def for_grades(self, grades: Iterable[str]) -> tuple[Standard, ...]:
        """The standards of these grades, with those that state none; all of them when `grades` is empty.

        A parent that states none belongs where something below it does: a strand of calculus is not a grade 3 strand.
        """
        wanted = tuple(grades)
        if not wanted:
            return self.standards
        chosen = {s.id for s in self.standards if s.states(wanted) and (s.grades or not self.children(s))}
        above: set[str] = set()
        for standard in self.standards:
            parent = self.parent(standard) if standard.id in chosen else None
            while parent is not None and parent.id not in above:
                above.add(parent.id)
                parent = self.parent(parent)
        return tuple(s for s in self.standards if s.id in chosen or (s.id in above and not s.grades))


def _has_ended(standard: Standard, today: date) -> bool:
    """Whether CASE's `statusEndDate` of the standard is past; False where it is not a date."""
    stated = standard.extra.get("statusEndDate", "")[:10]
    try:
        return bool(stated) and date.fromisoformat(stated) < today
    except ValueError:
        return False
