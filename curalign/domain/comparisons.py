"""What a run said of each standard, and what became of it in a later run: closed, new, still open, or nobody can tell.

Only a change of documents is progress. Where the model, the settings, curalign itself or the framework is another one,
that is told as what it is, and no gap is called closed or new.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from curalign.domain.links import MadeWith, Strength
from curalign.domain.materials import Kind
from curalign.domain.standards import Framework, Standard
from curalign.domain.verdicts import Verdict

LOW, HIGH = 0.025, 0.975
"""The ends of a noise band: 95 of 100 redrawn sets of passages give a change between them."""


class Outcome(StrEnum):
    """What became of one standard from one run to another."""

    CLOSED = "closed"
    NEW = "new"
    STILL_OPEN = "still_open"
    CANNOT_TELL = "cannot_tell"
    STILL_TAUGHT = "still_taught"
    ONLY_BEFORE = "only_before"
    ONLY_AFTER = "only_after"


class Doubt(StrEnum):
    """Why nobody can tell what became of a standard."""

    NONE = "none"
    NOISE = "noise"
    VERDICT = "verdict"
    NO_DOCUMENTS = "no_documents"
    MEASURE = "measure"
    WORD = "word"


_BY_STRENGTH = {
    Strength.FULL: Verdict.TAUGHT,
    Strength.PARTIAL: Verdict.TAUGHT,
    Strength.NONE: Verdict.NOT_TAUGHT,
    Strength.UNKNOWN: Verdict.NO_DOCUMENTS,
}


def verdict_of(strength: Strength, verdict: Verdict | None) -> Verdict:
    """What is said of a standard: the verdict, and where nobody calibrated what its strength says."""
    return _BY_STRENGTH[strength] if verdict is None else verdict


@dataclass(frozen=True, slots=True)
class Reading:
    """What one run says of one standard and the documents of one kind.

    `taught` is the calibrated probability, None where there was nothing to judge or nobody calibrated; `counted` is
    whether the district answers for the standard; `decided` is whether a person's word overruled what was measured.
    """

    standard: Standard
    kind: Kind
    verdict: Verdict
    taught: float | None = None
    counted: bool = True
    decided: bool = False


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What one run says of all standards, without its passages, and what it was made with.

    `spreads` are by how much the calibrations for each kind of document are off between districts, for intervals.
    """

    run: str
    made_with: MadeWith
    framework: Framework = field(repr=False)
    readings: tuple[Reading, ...] = field(repr=False)
    name: str = ""
    settings: Mapping[str, object] = field(default_factory=dict, repr=False)
    packages: Mapping[str, str] = field(default_factory=dict, repr=False)
    grades: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    spreads: Mapping[Kind, float] = field(default_factory=dict, repr=False)

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds of document that it speaks of."""
        found = {reading.kind for reading in self.readings}
        return tuple(kind for kind in Kind if kind in found)

    def of(self, kind: Kind) -> dict[str, Reading]:
        """The readings of one kind of document, by the standard's id."""
        return {reading.standard.id: reading for reading in self.readings if reading.kind is kind}


@dataclass(frozen=True, slots=True)
class Cause:
    """Something other than a document that differs between two runs.

    `what` is `curalign`, `encoder`, `judge`, `settings`, `framework`, `grades`, `subjects`, `pd` or `package`; `name`
    says which setting or package. A cause of the `measure` makes two runs incomparable.
    """

    what: str
    before: str
    after: str
    name: str = ""
    measure: bool = True


@dataclass(frozen=True, slots=True)
class Band:
    """The noise band of a change: what it is, and between what it lies when the passages are drawn again."""

    change: float
    low: float
    high: float

    @classmethod
    def of(cls, change: float, draws: NDArray[np.float64]) -> Band:
        """The band of a change from (r,) redrawn ones; it always holds the change itself."""
        low, high = (float(np.quantile(draws, level)) for level in (LOW, HIGH))
        return cls(change, min(low, change), max(high, change))

    @property
    def covers_none(self) -> bool:
        """Whether no change at all lies within the band."""
        return self.low <= 0 <= self.high


NO_CHANGE = Band(0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Move:
    """One standard and kind of document in two runs; None where a run's framework has not the standard.

    `band` is that of the change of its probability of being taught.
    """

    standard: Standard
    kind: Kind
    before: Reading | None
    after: Reading | None
    outcome: Outcome
    doubt: Doubt = Doubt.NONE
    band: Band = NO_CHANGE

    @property
    def changed(self) -> bool:
        """Whether the two runs say anything else of it."""
        if self.before is None or self.after is None:
            return True
        return (self.before.verdict, self.before.taught) != (self.after.verdict, self.after.taught)


@dataclass(frozen=True, eq=False)
class Comparison:
    """Two runs of a district, standard by standard, and what else is different. It is false where nothing is.

    `draws` are the changes of each standard's probability, by kind and id, in r redrawn sets of passages: (r,) each.
    """

    before: Snapshot
    after: Snapshot
    causes: tuple[Cause, ...]
    moves: tuple[Move, ...]
    draws: Mapping[tuple[Kind, str], NDArray[np.float64]] = field(default_factory=dict, repr=False)

    def __bool__(self) -> bool:
        return bool(self.causes) or any(move.changed for move in self.moves)

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds of document that both runs speak of."""
        found = {move.kind for move in self.moves}
        return tuple(kind for kind in Kind if kind in found)

    @property
    def comparable(self) -> bool:
        """Whether the two were measured alike, so that a change can be progress."""
        return not any(cause.measure for cause in self.causes)

    def where(self, outcome: Outcome, kind: Kind) -> tuple[Move, ...]:
        """The standards of one outcome, in the framework's order."""
        return tuple(move for move in self.moves if move.outcome is outcome and move.kind is kind)

    @property
    def new_gaps(self) -> tuple[Move, ...]:
        """What was taught (PD: supported), and surely is not any more."""
        return tuple(move for move in self.moves if move.outcome is Outcome.NEW)

    def narrowed(self, ids: Collection[str]) -> Comparison:
        """The same, of these standards alone."""
        moves = tuple(move for move in self.moves if move.standard.id in ids)
        return Comparison(self.before, self.after, self.causes, moves, self.draws)

    def change(self, kind: Kind, moves: Iterable[Move]) -> Band:
        """By how much the number of standards that are taught changed, of those given."""
        chosen = [move for move in moves if move.kind is kind]
        total = sum(move.band.change for move in chosen)
        drawn = [self.draws[kind, move.standard.id] for move in chosen if (kind, move.standard.id) in self.draws]
        return Band.of(total, np.sum(drawn, axis=0)) if drawn else Band(total, total, total)


@dataclass(frozen=True, slots=True)
class Point:
    """One run in a row of them, and what else than the documents is different from the one before."""

    snapshot: Snapshot
    causes: tuple[Cause, ...] = ()
