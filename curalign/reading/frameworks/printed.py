"""What is found in a document that prints standards: each with its code and words, and what belongs to none."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

ENDS = re.compile(r"[.!?;][)\]\"'\u201d\u2019]*$|[)\]]$")


@dataclass(slots=True)
class Printed:
    """One standard as it was found. `text` is all that is printed with it; a `made` code is put together from marks."""

    code: str
    place: str
    text: list[str] = field(default_factory=list)
    label: str = ""
    grades: tuple[str, ...] = ()
    strand: str = ""
    more: dict[str, str] = field(default_factory=dict)
    above: str = ""
    made: bool = False
    aside: bool = False
    labelled: bool = False

    @property
    def is_open(self) -> bool:
        """Whether its statement has no end yet."""
        return not self.text or not ENDS.search(self.text[-1].strip())


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A text between the standards that belongs to none of them."""

    text: str
    place: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a document holds: standards in the order of reading, what is left out, and the codes of each shape."""

    found: tuple[Printed, ...]
    left_out: tuple[LeftOut, ...]
    shapes: dict[str, int]
