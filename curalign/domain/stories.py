"""What other districts tell of their work, in their own words, and which of it is near to a district's gaps."""

from __future__ import annotations

from dataclasses import dataclass

from curalign.domain.problems import Problem
from curalign.domain.standards import Standard
from curalign.wording import NO_FACTS, Facts


@dataclass(frozen=True, slots=True)
class Profile:
    """How large a district is and how many of its pupils live in poverty; None where nobody said.

    `enrolment` counts pupils; `poverty` is a share, 0 to 1.
    """

    enrolment: int | None = None
    poverty: float | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """One story as its file tells it; nothing in it was checked.

    `paragraphs` are its own words, in order. `grades` and `subjects` are empty where none is stated. `tier` is the
    level of evidence under the Every Student Succeeds Act, 1 (strong) to 4 (a rationale), that `claimed_by` says the
    practice has, and 0 where nobody says so. `source` is an address or a reference; `invented` marks a story that was
    written as an example.
    """

    path: str
    title: str
    paragraphs: tuple[str, ...]
    district: str = ""
    profile: Profile = Profile()
    grades: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    practice: str = ""
    source: str = ""
    tier: int = 0
    claimed_by: str = ""
    invented: bool = False


@dataclass(frozen=True, slots=True)
class Fit:
    """One thing that a story has in common with a district, or not: a sentence of the catalogue and what it names."""

    sentence: str
    facts: Facts = NO_FACTS


@dataclass(frozen=True, slots=True)
class Match:
    """A story that is near to gaps of a district.

    `standards` are the gaps that it is nearest to, the nearest first; `similarity` is the cosine of the nearest one and
    the paragraph that `quote` is. `fits` say why it is shown.
    """

    story: Story
    standards: tuple[Standard, ...]
    similarity: float
    quote: str
    fits: tuple[Fit, ...] = ()


@dataclass(frozen=True, slots=True)
class Stories:
    """The stories that are near to a district's gaps, best first; `told` counts those that its folder holds.

    `problems` are files that could not be read, or not in full.
    """

    matches: tuple[Match, ...] = ()
    told: int = 0
    problems: tuple[Problem, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.told or self.problems)


NO_STORIES = Stories()
