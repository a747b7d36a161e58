"""A source document: front matter, a small Markdown body, and annotations.

The body knows headings, paragraphs, bullet and numbered lists, tables, block
quotes (speaker notes on slides, margin notes elsewhere) and page breaks. An
annotation is an HTML comment below a heading, for example
`<!-- teaches: MV.M.3.NO.3 -->`; it is kept apart and never reaches the output.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

VERBS = ("teaches", "mentions", "supports")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the document's title."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, its lines joined."""

    text: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A bullet list, or a numbered one."""

    items: tuple[str, ...]
    numbered: bool


@dataclass(frozen=True, slots=True)
class Table:
    """A table; its first row is the header."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A block quote: speaker notes on a slide, a margin note elsewhere."""

    text: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A new page starts here."""


Block = Heading | Paragraph | Listing | Table | Note | PageBreak


@dataclass(frozen=True, slots=True)
class Annotation:
    """What the section under a heading does with some standards."""

    verb: str
    heading: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """One district document, ready to be written in its format."""

    source: Path
    front: dict[str, str]
    blocks: tuple[Block, ...]
    annotations: tuple[Annotation, ...]

    @property
    def output(self) -> str:
        """Where the document lies, relative to the district's folder."""
        return self.front["output"]

    @property
    def format(self) -> str:
        """The writer's name: docx, pdf, scan, ..."""
        return self.front["format"]

    @property
    def kind(self) -> str:
        """`unit` or `pd`."""
        return self.front["kind"]

    @property
    def title(self) -> str:
        """The title that goes into the file's properties."""
        return self.front["title"]

    @property
    def grades(self) -> frozenset[str]:
        """The grades the document is for; empty where it is for no grade."""
        return frozenset(self.front.get("grade", "").split())

    @property
    def header(self) -> str:
        """The running header."""
        return self.front.get("header", f"Maple Valley School District | {self.title}")

    @property
    def footer(self) -> str:
        """The running footer, before the page number."""
        return self.front.get("footer", "Maple Valley School District")

    @property
    def has_contents(self) -> bool:
        """Whether a table of contents opens the document."""
        return self.front.get("contents") == "yes"

    def headings(self, deepest: int = 6) -> list[Heading]:
        """The headings below the title, down to a level."""
        return [b for b in self.blocks if isinstance(b, Heading) and 1 < b.level <= deepest]

    def text(self) -> str:
        """Everything a reader of the document can see, line by line."""
        return "\n".join([self.header, *map(plain_text, self.blocks), self.footer])


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style."""

    text: str
    bold: bool = False
    italic: bool = False


def runs(text: str) -> Iterator[Run]:
    """Split `**bold**` and `*italic*` text into runs."""
    for part in re.split(r"(\*\*.+?\*\*|\*.+?\*)", text):
        if part.startswith("**"):
            yield Run(part[2:-2], bold=True)
        elif part.startswith("*") and len(part) > 2:
            yield Run(part[1:-1], italic=True)
        elif part:
            yield Run(part)


def unmarked(text: str) -> str:
    """The text without its bold and italic marks."""
    return "".join(run.text for run in runs(text))


def plain_text(block: Block) -> str:
    """A block's text, one line for each item or table row."""
    match block:
        case Heading(text=text) | Paragraph(text=text) | Note(text=text):
            return unmarked(text)
        case Listing(items=items):
            return "\n".join(map(unmarked, items))
        case Table(rows=rows):
            return "\n".join(unmarked("  ".join(row)) for row in rows)
    return ""


def read_document(path: Path) -> Document:
    """Read one source document."""
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    lines = body.splitlines()
    return Document(
        source=path,
        front=_read_front(front),
        blocks=tuple(_read_blocks([line for line in lines if not _annotation(line)])),
        annotations=tuple(_read_annotations(lines)),
    )


def _read_front(text: str) -> dict[str, str]:
    """`key: value` lines as a dictionary."""
    pairs = (line.split(":", 1) for line in text.splitlines() if line.strip())
    return {key.strip(): value.strip() for key, value in pairs}


def _annotation(line: str) -> re.Match[str] | None:
    """The verb and the codes of an annotation line."""
    return re.fullmatch(rf"<!-- ({'|'.join(VERBS)}): (.+) -->", line.strip())


def _heading(line: str) -> Heading | None:
    """The heading on this line."""
    found = re.match(r"(#+) (.+)", line)
    return Heading(len(found[1]), found[2].strip()) if found else None


def _read_annotations(lines: list[str]) -> Iterator[Annotation]:
    """Annotations, each with the nearest heading above it."""
    heading = ""
    for line in lines:
        if found := _heading(line):
            heading = found.text
        elif note := _annotation(line):
            yield Annotation(note[1], heading, tuple(re.split(r",\s*", note[2])))


def _read_blocks(lines: list[str]) -> Iterator[Block]:
    """The blocks of a body, in order."""
    rest = lines
    while rest:
        if not rest[0].strip():
            rest = rest[1:]
        elif heading := _heading(rest[0]):
            yield heading
            rest = rest[1:]
        else:
            group = list(takewhile(lambda line: line.strip() and not _heading(line), rest))
            yield _block(group)
            rest = rest[len(group) :]


def _block(lines: list[str]) -> Block:
    """The block that a group of neighbouring lines makes."""
    first = lines[0]
    if first.strip() == "<!-- page break -->":
        return PageBreak()
    if first.startswith("|"):
        return Table(tuple(_cells(line) for line in lines if not re.fullmatch(r"[|\s:-]+", line)))
    if first.startswith(">"):
        return Note(" ".join(line.lstrip("> ") for line in lines))
    if first.startswith("- "):
        return Listing(tuple(_items(lines, r"- ")), numbered=False)
    if re.match(r"\d+\. ", first):
        return Listing(tuple(_items(lines, r"\d+\. ")), numbered=True)
    return Paragraph(" ".join(line.strip() for line in lines))


def _cells(line: str) -> tuple[str, ...]:
    """The cells of one table row."""
    return tuple(cell.strip() for cell in line.strip().strip("|").split("|"))


def _items(lines: list[str], mark: str) -> list[str]:
    """List items; a line without the mark continues the item above it."""
    items: list[str] = []
    for line in lines:
        if re.match(mark, line):
            items.append(re.sub(mark, "", line, count=1).strip())
        else:
            items[-1] += " " + line.strip()
    return items
