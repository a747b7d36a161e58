"""A view in the words of hand-outs: what every audience is told in the same way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import TypeVar

from curalign.domain.materials import Kind
from curalign.domain.scores import Count
from curalign.reporting.handouts.gaps import Gaps, sort_out, to_do
from curalign.reporting.handouts.values import Bar, Block, Bullets, Handout, Item, Paragraph, Section, Table
from curalign.reporting.view import Citation, Group, ShownFinding, StandardRow, View, words
from curalign.reporting.view.strands import everything
from curalign.wording import Fact, say
from curalign.wording.catalogue import quote
from curalign.wording.text import excerpt

T = TypeVar("T")

STATEMENT = 110
"""Characters of a standard's statement in a list."""
PASSAGE = 140
"""Characters of a quoted passage."""


class Teller:
    """Says things of one view in its language."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.language = view.language

    @cached_property
    def gaps(self) -> Gaps:
        """All counted standards of the view, sorted."""
        return sort_out(self.view.total.rows)

    @cached_property
    def to_do(self) -> dict[str, int]:
        """How many undecided findings there are of each code."""
        return to_do(self.view)

    def say(self, sentence: str, **facts: Fact) -> str:
        """A sentence of the catalogue; `cannot_tell` is its fact `cannot-tell`."""
        return say(sentence, {name.replace("_", "-"): fact for name, fact in facts.items()}, self.language)

    def paragraphs(self, *sentences: str) -> tuple[Paragraph, ...]:
        """A paragraph of each sentence that is not empty."""
        return tuple(Paragraph(sentence) for sentence in sentences if sentence)

    def points(self, *sentences: str) -> Bullets:
        """A list of sentences of our own, without the empty ones."""
        return Bullets(tuple(Item(sentence) for sentence in sentences if sentence))

    def bullets(self, items: Iterable[Item], most: int) -> tuple[Bullets, ...]:
        """A list of at most so many items, which says how many it leaves out; nothing where there is none."""
        shown, more = self._cut(tuple(items), most)
        return (Bullets(shown, more),) if shown else ()

    def table(self, caption: str, header: Sequence[str], rows: Iterable[tuple[str, ...]], most: int) -> Table:
        """A table of at most so many rows, which says how many it leaves out."""
        shown, more = self._cut(tuple(rows), most)
        return Table(caption, tuple(header), shown, more)

    def _cut(self, things: tuple[T, ...], most: int) -> tuple[tuple[T, ...], str]:
        if len(things) <= most:
            return things, ""
        return things[:most], self.say("handout-more", count=len(things) - most)

    def share(self, group: Group, kind: Kind) -> str:
        """How much of a group is taught, in a cell: with its interval, or how many are taught in full."""
        found, tally = group.counts.get(kind), group.tally(kind)
        if found is not None:
            return self.say("handout-share", **numbers_of(found.count)) if found.count.of else "-"
        return "-" if tally is None else self.say("handout-full-of", full=tally.full, total=tally.total)

    def area(self, name: str) -> str:
        """A strand's name, short enough for a line."""
        return excerpt(name, 50)

    def areas(self, names: Iterable[str]) -> tuple[str, ...]:
        """Names of strands for a sentence; none where there is but one strand of everything."""
        return tuple(self.area(name) for name in names if name != everything(self.language))

    def grades(self, names: Sequence[str]) -> str:
        """Grades behind a standard; empty where it states none."""
        return self.say("handout-grades", count=len(names), grades=", ".join(names)) if names else ""

    def standard(self, row: StandardRow, text: str = "", *, code: bool = True) -> Item:
        """A standard as a line of a list."""
        named = (row.code if code else "", self.grades(row.grades))
        return Item(text, excerpt(row.statement, STATEMENT), ", ".join(filter(None, named)))

    def quoting(self, row: StandardRow, citation: Citation | None, text: str = "", most: int = PASSAGE) -> Item:
        """A standard with the passage that shows it."""
        plain = self.standard(row, text)
        if citation is None:
            return plain
        return Item(text, plain.quoted, plain.source, quote(citation.quote, most, self.language), self.place(citation))

    def place(self, citation: Citation) -> str:
        """The file and the place of a passage."""
        return self.where(citation.file, citation.place)

    def where(self, file: str | None, place: str | None) -> str:
        """A file's name with the place in it, which is told in plain words where it was recognised in a picture."""
        name, jargon = (file or "").rpartition("/")[2], say("spot", {"unit": "ocr", "n": ""}, self.language)
        if place and place.endswith(jargon):
            place = place.removesuffix(jargon) + self.say("place-ocr")
        return ", ".join(filter(None, (name, place)))

    def finding(self, finding: ShownFinding, text: str = "", most: int = PASSAGE) -> Item:
        """The standard that a finding is about, with the passage at its place where that is evidence."""
        row = self.rows[finding.standard_id or ""]
        known = (c for s in row.supports.values() for c in s.links)
        at = next((c for c in known if (c.file, c.place) == (finding.file, finding.place)), None)
        if at is not None:
            return self.quoting(row, at, text, most)
        plain = self.standard(row, text)
        return Item(text, plain.quoted, plain.source, "", self.where(finding.file, finding.place))

    @cached_property
    def rows(self) -> dict[str, StandardRow]:
        """Standards by their ids."""
        return {row.id: row for row in self.view.rows}

    def found(self, *codes: str, file: str | None = None) -> list[ShownFinding]:
        """The undecided findings about a standard with one of these codes, of one file if it is given."""
        return [
            finding
            for finding in self.view.undecided
            if finding.code in codes and finding.standard_id in self.rows and file in (None, finding.file)
        ]

    def date(self) -> str:
        """The day of the run, in words; as it stands in the run's id where that is not a day."""
        stated = self.view.run[:10]
        try:
            day = date.fromisoformat(stated)
        except ValueError:
            return stated
        return self.say("on-date", day=day.day, month=day.month, year=day.year)

    # --- what every hand-out has ---

    def handout(
        self,
        title: str,
        question: str,
        headline: Sequence[str],
        sections: Iterable[Section],
        *,
        count: Group | None = None,
    ) -> Handout:
        """A hand-out with what all of them say at their ends; `count` is the group that its headline counts, if any."""
        warning = self.say("handout-warning") if self.view.made_with.warning else ""
        return Handout(
            language=self.language,
            district=self.view.district,
            title=title,
            question=Section(self.say("heading-question"), (Paragraph(question),)),
            headline=tuple(filter(None, (*headline, words.shown(self.view), warning))),
            bar=None if count is None else self._bar(count),
            sections=tuple(sections),
            unknown=Section(self.say("heading-unknown"), (self.points(*self._unknown(count)),)),
            source=Section(self.say("heading-source"), (Paragraph(" ".join(self._source())),)),
        )

    def headline(self) -> str:
        """How many standards are taught."""
        numbers = self.numbers(Kind.UNIT)
        return self.say("handout-count", **numbers) if numbers else words.headline(self.view)

    def goals(self) -> str:
        """The same for those who do not work in a school."""
        numbers = self.numbers(Kind.UNIT)
        return self.say("handout-goals", **numbers) if numbers else words.headline(self.view)

    def training(self) -> str:
        """How many training supports."""
        if not self.view.has(Kind.PD):
            return self.say("handout-pd-none")
        numbers = self.numbers(Kind.PD)
        return self.say("handout-pd-count", **numbers) if numbers else words.pd_headline(self.view)

    def numbers(self, kind: Kind, group: Group | None = None) -> dict[str, int]:
        """The count of a group, or of the whole view, with its interval; empty where there is none."""
        found = (group or self.view.total).counts.get(kind)
        return numbers_of(found.count) if found is not None and found.count.of else {}

    def one_by_one(self, gaps: Gaps | None = None) -> str:
        """How many of the standards are not taught, by verdict: of all, or of those given."""
        gaps = gaps or self.gaps
        return self.say(
            "handout-one-by-one",
            missing=len(gaps.missing),
            unsure=len(gaps.unsure),
            deferred=len(gaps.deferred),
            unjudged=len(gaps.unjudged),
        )

    def _bar(self, group: Group) -> Bar | None:
        """A count as a picture; None where it has no interval."""
        numbers = self.numbers(Kind.UNIT, group)
        if not numbers:
            return None
        low, high, of = numbers["low"], numbers["high"], numbers["of"]
        return Bar(low, high, of, self.say("handout-bar", low=low, high=high, of=of))

    def missing(self, most: int, *, code: bool = True) -> tuple[Block, ...]:
        """The standards that are not taught."""
        if not self.gaps.missing:
            return (Paragraph(self.say("handout-nothing-missing")),)
        return self.bullets((self.standard(row, code=code) for row in self.gaps.missing), most)

    def by_grade(self, most: int) -> Table:
        """Taught and supported, grade by grade."""
        return self.by(self.say("column-grade"), self.say("handout-by-grade"), self.view.by_grade, most)

    def by(self, name: str, caption: str, groups: Sequence[Group], most: int) -> Table:
        """Taught and supported, group by group; `name` stands over theirs."""
        kinds = [kind for kind in Kind if kind is Kind.UNIT or any(group.tally(kind) is not None for group in groups)]
        header = (name, *(self.say("column-taught" if kind is Kind.UNIT else "column-trained") for kind in kinds))
        rows = ((self.area(group.name), *(self.share(group, kind) for kind in kinds)) for group in groups)
        return self.table(caption, header, rows, most)

    def one_by_one_in(
        self, name: str, caption: str, groups: Iterable[tuple[str, Iterable[StandardRow]]], most: int, school: str = ""
    ) -> Table:
        """How many are taught, not taught and neither by verdict, group by group; `name` stands over theirs."""
        header = (name, self.say("column-taught"), self.say("column-not-taught"), self.say("column-cannot-tell"))
        rows = []
        for group, standards in groups:
            gaps = sort_out(standards, school)
            counts = (gaps.taught, (*gaps.missing, *gaps.deferred), (*gaps.unsure, *gaps.unjudged))
            if any(counts):
                rows.append((group, *(str(len(one)) for one in counts)))
        return self.table(caption, header, rows, most)

    def worst_areas(self) -> list[Group]:
        """Strands, those with the most standards that are not taught first."""
        missing = {row.id for row in self.gaps.missing}
        return sorted(self.view.by_strand, key=lambda group: -sum(row.id in missing for row in group.rows))

    def _unknown(self, count: Group | None) -> Iterator[str]:
        yield self.say("unknown-lessons")
        yield self.say("unknown-learning")
        if count is None:
            return
        gaps, numbers = sort_out(count.rows, count.school), self.numbers(Kind.UNIT, count)
        if numbers:
            yield self.say("unknown-range", low=numbers["low"], high=numbers["high"])
        if gaps.unsure:
            yield self.say("unknown-unsure", count=len(gaps.unsure))
        if gaps.unjudged:
            yield self.say("unknown-unjudged", count=len(gaps.unjudged))
        if unread := len(words.unread(self.view)):
            yield self.say("unknown-files", count=unread)

    def _source(self) -> Iterator[str]:
        kinds = [document.kind for document in self.view.documents]
        yield self.say("source-documents", units=kinds.count(Kind.UNIT), pd=kinds.count(Kind.PD), date=self.date())
        titles = tuple(framework.title for framework in self.view.frameworks if framework.title)
        if titles:
            yield self.say("source-frameworks", titles=titles[:2], more=max(len(titles) - 2, 0))
        yield self.say("source-run", version=self.view.made_with.curalign, run=self.view.run)


def numbers_of(count: Count) -> dict[str, int]:
    """A count with its interval, as sentences name it."""
    return {"expected": count.expected, "low": count.low, "high": count.high, "of": count.of}
