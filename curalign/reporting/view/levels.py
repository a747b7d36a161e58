"""What a standard is counted as: by the verdict on it where the judge is calibrated, else by its strength."""

from __future__ import annotations

from dataclasses import dataclass

from curalign.domain.links import Strength
from curalign.domain.materials import Kind
from curalign.domain.verdicts import Verdict
from curalign.reporting.view import words
from curalign.reporting.view.values import Group, StandardRow, Support, View
from curalign.wording import ENGLISH

Level = Verdict | Strength

SYMBOLS = {
    Verdict.TAUGHT: "●",
    Verdict.NOT_TAUGHT: "○",
    Verdict.CANNOT_TELL: "?",
    Verdict.NO_DOCUMENTS: "-",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A level as it is shown: always a symbol and a word beside the colour that goes with its name."""

    name: str
    symbol: str
    word: str


def is_judged(view: View, kind: Kind) -> bool:
    """Whether standards have verdicts on documents of a kind."""
    return kind in view.total.counts


def levels(view: View, kind: Kind) -> tuple[Level, ...]:
    """What a standard can be counted as, the best first; what no standard is is left out where it is rare."""
    if not is_judged(view, kind):
        return tuple(Strength)
    rare = Verdict.NO_DOCUMENTS
    return tuple(v for v in Verdict if v is not rare or view.total.judged(kind, v))


def level(support: Support) -> Level:
    """What a standard with this support is counted as."""
    return support.strength if support.verdict is None else support.verdict


def standards_at(group: Group, kind: Kind, at: Level) -> tuple[StandardRow, ...]:
    """The standards of a group that are counted as one level."""
    return group.judged(kind, at) if isinstance(at, Verdict) else group.where(kind, at)


def mark(at: Level, kind: Kind, language: str = ENGLISH) -> Mark:
    """How a level of one kind of document is shown."""
    if isinstance(at, Verdict):
        return Mark(str(at), SYMBOLS[at], words.judged(at, kind, language))
    return Mark(str(at), words.SYMBOLS[at], words.strength(at, language))
