"""What a rule is: data, and a function that looks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from curalign.domain.coverage import Coverage
from curalign.domain.findings import Finding, Severity
from curalign.domain.links import Link
from curalign.domain.standards import Standard


@dataclass(frozen=True, slots=True)
class Sighting:
    """What a rule saw: a finding without the code and the severity, which are the rule's."""

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
    """One kind of finding: `title` in two or three words, `meaning` in one sentence for a director.

    `look` gives what the rule sees in a coverage, in any order.
    """

    code: str
    severity: Severity
    title: str
    meaning: str
    look: Callable[[Coverage], Iterable[Sighting]]

    def find(self, coverage: Coverage) -> Iterator[Finding]:
        """The rule's findings, in the order in which it saw them."""
        for seen in self.look(coverage):
            yield Finding(self.code, self.severity, seen.message, seen.standard, seen.file, seen.place)
