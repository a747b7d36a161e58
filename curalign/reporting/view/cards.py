"""What was measured of the judge that made a report, where anybody did: its model card."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from importlib.resources import files

from curalign.domain.materials import Kind

FOLDER = "curalign.reporting.view"


@dataclass(frozen=True, slots=True)
class Measured:
    """One district whose truth is known, by a judge that had not seen it.

    `true` of `standards` are taught and `expected` were expected to be; of those `taught` that were called taught
    `taught_right` are, of those `untaught` that were called not taught `untaught_right` are not. `error` is the
    expected calibration error.
    """

    district: str
    kind: Kind
    standards: int
    true: int
    expected: float
    taught: int
    taught_right: int
    untaught: int
    untaught_right: int
    cannot_tell: int
    error: float

    @property
    def key(self) -> str:
        """By which a language may have another name for the district."""
        return re.sub(r"\W+", "-", self.district.lower())


@dataclass(frozen=True, slots=True)
class Card:
    """What was measured of one judge, and on which day."""

    judge: str
    day: str
    districts: tuple[Measured, ...]


def card_of(judge: str) -> Card | None:
    """The card of a judge by its name and fingerprint; None where nobody measured this very one.

    Args:
        judge: As `MadeWith.judge` has it.

    """
    for card in json.loads(files(FOLDER).joinpath("cards.json").read_text(encoding="utf-8")):
        if judge == card["judge"]:
            measured = (Measured(**{**one, "kind": Kind(one["kind"])}) for one in card["districts"])
            return Card(card["judge"], card["day"], tuple(measured))
    return None
