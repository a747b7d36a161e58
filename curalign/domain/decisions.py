"""What people decided about findings: a gap put off on purpose, or a finding that is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from curalign.wording import Facts


class Resolution(StrEnum):
    """How a person resolved a finding: the gap is meant for now, or the finding is wrong."""

    DEFERRED = "deferred"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Decision:
    """One person's word on the findings about a standard, in a file, or both.

    `standard` is a code; that of a heading stands for every standard below it. `codes` limits the decision to these
    findings. Without a standard and without codes it covers what is found of the file itself, such as F301 or P202.
    `expires` is the last day on which it holds; without it, it holds until it is taken back.
    """

    verdict: Resolution
    owner: str
    reason: str
    standard: str = ""
    file: str = ""
    codes: tuple[str, ...] = ()
    expires: date | None = None

    @property
    def subject(self) -> str:
        """What the decision is about, in a few words."""
        return " in ".join(part for part in (self.standard, self.file) if part)

    @property
    def facts(self) -> Facts:
        """What sentences about the decision name."""
        return Facts(subject=self.subject, verdict=str(self.verdict), owner=self.owner, expires=str(self.expires or ""))

    def holds(self, today: date) -> bool:
        """Whether the decision still stands on this day."""
        return self.expires is None or today <= self.expires
