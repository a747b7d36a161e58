"""What a rule is: data, and a function that looks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from curalign.domain.findings import Finding, Severity
from curalign.domain.links import Link
from curalign.domain.materials import Kind, Passage
from curalign.domain.measurement import Measurement
from curalign.domain.standards import Standard
from curalign.wording import NO_FACTS, Facts, say


@dataclass(frozen=True, slots=True)
class Sighting:
    """What a rule saw: a finding without what is the rule's own.

    `facts` are what the finding's sentence names; `sentence` is its id, where it is not the rule's code;
    `probability` is that of its being right, where somebody calibrated; `headings` are what its place begins with.
    """

    facts: Facts = NO_FACTS
    standard: Standard | None = None
    file: str | None = None
    place: str | None = None
    sentence: str = ""
    probability: float | None = None
    headings: tuple[str, ...] = ()

    @classmethod
    def near(cls, link: Link | None, facts: Facts, standard: Standard, probability: float | None = None) -> Sighting:
        """A sighting about a standard, at the passage nearest to it."""
        if link is None:
            return cls(facts, standard, probability=probability)
        return cls.within(link.passage, facts, standard, probability=probability)

    @classmethod
    def within(
        cls, passage: Passage, facts: Facts, standard: Standard, sentence: str = "", probability: float | None = None
    ) -> Sighting:
        """A sighting about a standard, at a passage."""
        place = str(passage.place) or None
        return cls(facts, standard, passage.material.path, place, sentence, probability, passage.headings)


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of finding. Its title, its advice and its sentences stand in the catalogue under its code.

    `look` gives what the rule sees in a measurement, in any order. `gap` is the kind of document that does not reach a
    finding's standard in full, where the rule is about such a gap.
    """

    code: str
    severity: Severity
    look: Callable[[Measurement], Iterable[Sighting]]
    gap: Kind | None = None

    @property
    def title(self) -> str:
        """What all its findings are called, in English."""
        return say(f"{self.code}.title")

    @property
    def advice(self) -> str:
        """What a director does about its findings, in English."""
        return say(f"{self.code}.advice")

    def find(self, measured: Measurement) -> Iterator[Finding]:
        """The rule's findings, in the order in which it saw them."""
        return map(self.finding, self.look(measured))

    def finding(self, seen: Sighting) -> Finding:
        """What was seen, as a finding of this rule."""
        return Finding(
            self.code,
            self.severity,
            seen.facts,
            seen.standard,
            seen.file,
            seen.place,
            gap=self.gap,
            sentence=seen.sentence,
            probability=seen.probability,
            headings=seen.headings,
        )
