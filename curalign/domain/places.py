"""Where a gap could be closed: the unit and the place in it, and what the passage that comes nearest lacks."""

from __future__ import annotations

from dataclasses import dataclass

from curalign.domain.links import Link
from curalign.domain.standards import Standard


@dataclass(frozen=True, slots=True)
class SuggestedPlace:
    """A place in a unit where a standard could be taught, and why there.

    Attributes:
        file: the unit's path.
        title: the unit's own name.
        school: whose unit it is; "" is the district's.
        lesson: the heading of the lesson to begin from; "" where the unit has none.
        extends: whether that lesson comes near the standard and could be extended; else it teaches what goes before.
        when: when the unit is taught, in the words of a pacing guide; "" where none says.
        days: how many school days the unit has; None where no pacing guide says.
        neighbours: the standards of the same cluster or strand that the unit teaches, the nearest first.
        carries: how many standards the unit teaches already, at least in part.
        score: by what places are ranked: similarity, neighbours and sequence, less load.

    """

    file: str
    title: str
    school: str
    lesson: str
    extends: bool
    when: str
    days: float | None
    neighbours: tuple[Standard, ...]
    carries: int
    score: float


@dataclass(frozen=True, slots=True)
class StatementPart:
    """A part of a standard's statement, and whether the passages that come nearest mention it."""

    text: str
    mentioned: bool


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What a writer starts from who is to close a gap.

    `places` are the best first, one for each school where units belong to schools; none where no unit is of the
    standard's grade and subject. `nearest` is the passage that almost teaches it, None where none comes near; `parts`
    are then those of the statement, in its order.
    """

    standard: Standard
    places: tuple[SuggestedPlace, ...] = ()
    nearest: Link | None = None
    parts: tuple[StatementPart, ...] = ()

    @property
    def lacks(self) -> tuple[str, ...]:
        """The parts that no near passage mentions."""
        return tuple(part.text for part in self.parts if not part.mentioned)
