"""What a rule is: data, and a function that looks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from curalign.domain.coverage import Coverage
from curalign.domain.findings import Finding, Severity
from curalign.domain.links import Link
from curalign.domain.materials import Kind
from curalign.domain.standards import Standard


@dataclass(frozen=True, slots=True)
class Sighting:
    """What a rule saw: a finding without what is the rule's own."""

    message: str
    standard: Standard | None = None
    file: str | None = None
    place: str | None = None

    @classmethod
    def near(cls, link: Link | None, message: str, standard: Standard) -> Sighting:
        """A sighting about a standard, at the passage nearest to it."""
        if link is None:
            return cls(message, standard)
        return cls(message, standard, link.passage.material.path, str(link.passage.place) or None)


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of finding, with what every report says of it: a `title`, and `advice` on what to do, for a director.

    `look` gives what the rule sees in a coverage, in any order. `gap` is the kind of document that does not reach a
    finding's standard in full, where the rule is about such a gap.
    """

    code: str
    severity: Severity
    title: str
    advice: str
    look: Callable[[Coverage], Iterable[Sighting]]
    gap: Kind | None = None

    def find(self, coverage: Coverage) -> Iterator[Finding]:
        """The rule's findings, in the order in which it saw them."""
        return map(self.finding, self.look(coverage))

    def finding(self, seen: Sighting) -> Finding:
        """What was seen, as a finding of this rule."""
        return Finding(
            self.code,
            self.severity,
            seen.message,
            seen.standard,
            seen.file,
            seen.place,
            title=self.title,
            advice=self.advice,
            gap=self.gap,
        )
