"""What a hand-out says, before it is a page, a Word document or a PDF. All words in it are in its language."""

from __future__ import annotations

from dataclasses import dataclass

from curalign.reporting.view.plain import Printable


@dataclass(frozen=True, slots=True)
class Paragraph(Printable):
    """A few sentences of our own."""

    text: str


@dataclass(frozen=True, slots=True)
class Item(Printable):
    """One line of a list: our own `text`, and what others wrote.

    `quoted` is a standard's statement or a document's title and `source` says whose it is; `evidence` is a passage in
    quotation marks and `place` the file and the place where it stands. All but one of them may be empty.
    """

    text: str = ""
    quoted: str = ""
    source: str = ""
    evidence: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Bullets(Printable):
    """A list; `more` says how many were left out, and is empty where none was."""

    items: tuple[Item, ...]
    more: str = ""


@dataclass(frozen=True, slots=True)
class Table(Printable):
    """A small table: the first cell of each row is its name; `more` is as in a list."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    more: str = ""


Block = Paragraph | Bullets | Table


@dataclass(frozen=True, slots=True)
class Section(Printable):
    """What stands under one heading."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Bar(Printable):
    """A count as a picture: solid up to `low`, striped up to `high`, empty up to `of`; `label` says it in words."""

    low: int
    high: int
    of: int
    label: str


@dataclass(frozen=True, slots=True)
class Handout(Printable):
    """One or two pages for one kind of reader.

    Attributes:
        language: that of every word but those of documents and standards.
        district: what it is of.
        title: for whom it is, or of what unit, school or standard.
        question: the one thing that these readers can decide.
        headline: the numbers, in a sentence or two each; the first is the largest.
        bar: the first of them as a picture; None where there is no interval.
        sections: what these readers need for the question.
        unknown: what nobody knows from this.
        source: where the numbers come from.

    """

    language: str
    district: str
    title: str
    question: Section
    headline: tuple[str, ...]
    bar: Bar | None
    sections: tuple[Section, ...]
    unknown: Section
    source: Section

    @property
    def parts(self) -> tuple[Section, ...]:
        """What follows the headline, in order; sections of which nothing is to be said are left out."""
        return tuple(part for part in (*self.sections, self.unknown, self.source) if part.blocks)
