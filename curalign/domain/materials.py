"""Documents, their sections, and the passages that can be evidence."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum

from curalign.domain.grades import find_grades, grades_of_name
from curalign.domain.problems import Problem
from curalign.wording import ENGLISH, tell_place

_COUNTS = re.compile(
    r"\W*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thu|fri|lunes|martes|mi[eé]rcoles|jueves|viernes"
    r"|(?:day|week|lesson|unit|d[ií]a|semana|lecci[oó]n|unidad)?\W*\d+[\d/.-]*)\W*",
    re.IGNORECASE,
)
_LONGEST_COUNT = 200  # characters


class Kind(StrEnum):
    """What a document is to the district."""

    UNIT = "unit"
    PD = "pd"


class Role(StrEnum):
    """What a passage does in its document. Only the first three can make a standard fully covered.

    A claim is a standard's own wording that was pasted; a plan is a row of a calendar or of a scope and sequence, or
    says that something is put off.
    """

    OBJECTIVE = "objective"
    TASK = "task"
    ASSESSMENT = "assessment"
    NOTE = "note"
    MENTION = "mention"
    CLAIM = "claim"
    PLAN = "plan"
    BOILERPLATE = "boilerplate"

    @property
    def teaches(self) -> bool:
        """Whether a passage in this role is teaching itself rather than talk about it."""
        return self in (Role.OBJECTIVE, Role.TASK, Role.ASSESSMENT)

    @property
    def is_judged(self) -> bool:
        """Whether a passage in this role is compared with the standards at all: copies and plans teach nothing."""
        return self not in (Role.CLAIM, Role.PLAN, Role.BOILERPLATE)

    @property
    def is_evidence(self) -> bool:
        """Whether a passage in this role may show that something is taught, even as a note to the teacher."""
        return self.is_judged and self is not Role.MENTION


class Form(StrEnum):
    """How a block stands on the page."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a block starts: a page, slide or sheet and a line or row, as far as the format records it.

    `member` is the file inside a course package; `ocr` says that the words were recognised in a picture of them.
    """

    page: int | None = None
    line: int | None = None
    unit: str = "page"
    member: str = ""
    ocr: bool = False

    def __str__(self) -> str:
        names = {"page": "p. ", "slide": "slide ", "sheet": "sheet "}
        parts = [self.member] if self.member else []
        parts += [f"{names.get(self.unit, self.unit + ' ')}{self.page}"] if self.page is not None else []
        if self.line is not None:
            parts.append(f"{'row' if self.unit == 'sheet' else 'line'} {self.line}")
        parts += ["read by OCR"] if self.ocr else []
        return ", ".join(parts)

    def in_language(self, language: str) -> str:
        """The spot as people read it."""
        return tell_place(str(self), language)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a passage stands: its heading path, outermost first, and its spot."""

    headings: tuple[str, ...] = ()
    spot: Spot = Spot()

    def __str__(self) -> str:
        return self.in_language(ENGLISH)

    def in_language(self, language: str) -> str:
        """The headings as they are, and the spot in this language."""
        path = " > ".join(self.headings)
        return ", ".join(part for part in (path, self.spot.in_language(language)) if part)


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, list item or table row. A row's cells are joined by ` | `; `opens_table` marks a table's first.

    `mark` is the number or letter that counts an item, where it was taken off the text; `deep` is 1 for an item of a
    list within a list.
    """

    text: str
    form: Form = Form.PARAGRAPH
    spot: Spot = Spot()
    opens_table: bool = False
    mark: str = field(default="", compare=False)
    deep: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Section:
    """The blocks under one heading; `headings` is the whole path down to it, outermost first, and `spot` its place."""

    headings: tuple[str, ...]
    blocks: tuple[Block, ...]
    spot: Spot = field(default=Spot(), compare=False)


@dataclass(frozen=True, slots=True)
class Material:
    """One document of the district; a file that could not be read has no sections and says why in `problems`.

    `path` is relative to the district's folder with forward slashes; `grades` is empty when none is stated;
    `sha256` is of the file's bytes; `school` is empty for a document of the whole district. A document in a zip archive
    has the archive's path before its own, its sha256, and names it in `archive`.
    """

    path: str
    kind: Kind
    title: str
    sections: tuple[Section, ...] = field(default=(), repr=False, compare=False)  # the hash stands for them
    grades: tuple[str, ...] = ()
    school: str = ""
    sha256: str = ""
    problems: tuple[Problem, ...] = ()
    archive: str = ""


@dataclass(frozen=True, slots=True)
class InstructionalTime:
    """How long something is taught: in the words of a pacing guide, and in school days, five to a week."""

    text: str
    days: float

    @property
    def counted(self) -> tuple[str, float]:
        """As people count it: `week` where it is whole weeks, else `day`, and how many."""
        weeks, rest = divmod(self.days, 5)
        return ("day", self.days) if rest or not weeks else ("week", weeks)

    def __str__(self) -> str:
        unit, n = self.counted
        return f"{n:g} {unit}{'' if n == 1 else 's'}"


@dataclass(frozen=True, slots=True)
class Passage:
    """A few sentences of one section, the unit of evidence.

    `time` is that of the whole section, not of this passage alone; only rows of a pacing guide have one.
    """

    material: Material = field(repr=False)
    place: Place
    text: str
    role: Role
    time: InstructionalTime | None = None

    @property
    def headings(self) -> tuple[str, ...]:
        """The heading path, outermost first."""
        return self.place.headings

    @property
    def grades(self) -> tuple[str, ...]:
        """The grades that it is of: of several that its document states those that a heading above it names."""
        stated = self.material.grades
        if len(stated) < 2:
            return stated
        named = (find_grades(name, schools=False) or grades_of_name(name) for name in reversed(self.headings))
        return next((grades for grades in named if grades and set(grades) <= set(stated)), stated)

    @property
    def order(self) -> tuple[str, str, int, int, tuple[str, ...], str, str]:
        """Sorts passages as a reader meets them, the same whatever order they came in; breaks every tie."""
        spot = self.place.spot
        place = (spot.member, spot.page or 0, spot.line or 0)
        return self.material.path, *place, self.headings, self.text, str(self.role)

    @property
    def context(self) -> str:
        """The text as it is embedded: the nearest heading that says more than a number, then the passage."""
        return ". ".join((*(h.rstrip(".") for h in _telling(self.headings)[-1:]), self.text))

    @property
    def headings_above(self) -> str:
        """The headings above the nearest one, outermost first; empty where there are none."""
        return ". ".join(h.rstrip(".") for h in _telling(self.headings)[:-1])


def _telling(headings: tuple[str, ...]) -> tuple[str, ...]:
    """Headings without those that only count, such as `Monday` or `Day 3`; all where there are no others."""
    return tuple(h for h in headings if len(h) > _LONGEST_COUNT or not _COUNTS.fullmatch(h)) or headings
