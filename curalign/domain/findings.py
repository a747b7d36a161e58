"""What a reader should know, as typed values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import groupby

from curalign.domain.decisions import Decision
from curalign.domain.materials import Kind
from curalign.domain.places import Suggestion
from curalign.domain.standards import Standard
from curalign.wording import ENGLISH, NO_FACTS, Facts, has_sentence, say, say_trouble, tell_place


class Severity(IntEnum):
    """How much a finding matters; higher is worse."""

    NOTE = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found, as facts; the catalogue has the words.

    Attributes:
        code: the rule's.
        severity: how much it matters.
        facts: what its sentence names.
        standard: the one that it is about, if any.
        file: where the nearest passage stands, or None when there is none.
        place: the place in that file, as it is noted.
        decision: what a person decided about it: such a finding is shown apart and fails no check.
        gap: the kind of document that does not reach the standard in full, where the finding is about such a gap.
        sentence: the sentence's id in the catalogue, where it is not the code.
        expired: the decision that covered it until its last day was over, where none does now.
        probability: that it is right, None where nobody measured how often such findings are.
        known: whether a baseline had it already.
        suggestion: where a unit could teach a standard that none teaches, where the finding is about such a gap.
        headings: those of the document with which its place begins.

    """

    code: str
    severity: Severity
    facts: Facts = NO_FACTS
    standard: Standard | None = None
    file: str | None = None
    place: str | None = None
    decision: Decision | None = None
    gap: Kind | None = None
    sentence: str = ""
    expired: Decision | None = None
    probability: float | None = None
    known: bool = False
    suggestion: Suggestion | None = field(default=None, repr=False, compare=False)
    headings: tuple[str, ...] = field(default=(), repr=False, compare=False)

    @property
    def message(self) -> str:
        """The finding in one or two English sentences."""
        return self.message_in(ENGLISH)

    @property
    def title(self) -> str:
        """What all findings of this code are called, in English; empty for a code of no rule."""
        return self.title_in(ENGLISH)

    @property
    def advice(self) -> str:
        """What to do about findings of this code, in English."""
        return self.advice_in(ENGLISH)

    def message_in(self, language: str) -> str:
        """The finding in one or two sentences of this language."""
        message = say_trouble(self.sentence or self.code, self.facts, language)
        if self.expired is None:
            return message
        return f"{message} {say('decision-expired', self.expired.facts, language)}"

    def title_in(self, language: str) -> str:
        """What all findings of this code are called in this language."""
        return self._of_code("title", language)

    def advice_in(self, language: str) -> str:
        """What to do about findings of this code, in this language."""
        return self._of_code("advice", language)

    def place_in(self, language: str) -> str | None:
        """The place with its page or line in this language."""
        path = " > ".join(self.headings)
        return self.place and path + tell_place(self.place[len(path) :], language)

    def _of_code(self, what: str, language: str) -> str:
        sentence = f"{self.code}.{what}"
        return say(sentence, language=language) if has_sentence(sentence) else ""


def in_reading_order(findings: Iterable[Finding], position: Mapping[str, int]) -> list[Finding]:
    """The worst first; then by code, by their standard's `position` (each standard's, by id), by file and place."""

    def order(finding: Finding) -> tuple[int, str, int, str, str]:
        at = position.get(finding.standard.id, len(position)) if finding.standard else len(position)
        return -finding.severity, finding.code, at, finding.file or "", finding.place or ""

    found: list[Finding] = []
    for _, same in groupby(sorted(findings, key=order), key=order):
        first, *more = same
        found += sorted((first, *more), key=lambda finding: finding.message) if more else [first]
    return found
