"""What a reader should know, as typed values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from curalign.domain.decisions import Decision
from curalign.domain.materials import Kind
from curalign.domain.standards import Standard


class Severity(IntEnum):
    """How much a finding matters; higher is worse."""

    NOTE = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found. `file` and `place` are those of the nearest passage, or None when there is none.

    `decision` is what a person decided about it: such a finding is shown apart and fails no check. `title` and
    `advice` are what reports say of all findings of this code; `gap` is the kind of document that does not reach the
    standard in full, where the finding is about such a gap.
    """

    code: str
    severity: Severity
    message: str
    standard: Standard | None = None
    file: str | None = None
    place: str | None = None
    decision: Decision | None = None
    title: str = ""
    advice: str = ""
    gap: Kind | None = None
