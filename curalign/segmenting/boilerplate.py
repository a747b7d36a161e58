"""Lines that belong to the page and not to the teaching: running heads and feet, page numbers, contents, copyright."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from curalign.domain.materials import Block, Material
from curalign.segmenting.roles import CONTAINER, label_role, whole_role

_EDGE = 3  # a head or foot is among the first or last blocks of its page
_MAX_HEAD_WORDS = 15  # words
_MAX_LINE_LENGTH = 400  # characters
_MIN_PAGES = 3
_MIN_DOCUMENTS = 4
_PAGE_NUMBER = re.compile(r"[-\u2013\u2014|\s]*\d{1,4}[-\u2013\u2014|\s]*")
_PAGE_FOOT = re.compile(r"\W*(?:page|pg\.?|slide)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE)
_LEADER = re.compile(
    r"(?:(?<!\.)\.{4,}+|(?<!\. )(?:\. ){4,}+|(?<!\u2026)\u2026{2,}+|(?<!\s)[^\S\t]*+\t\s*+(?=\w+\s*$))"
    r"\s*(?:\d{1,4}|[ivxl]+)\b"
)
"""Each run of dots or spaces is looked at once, from its beginning: a row of a thousand takes no minutes."""
_ENTRY = re.compile(r"(?P<title>.+?)[\s.]+\d{1,4}")
_RIGHTS = re.compile(
    r"©|\(c\)\s*(?:19|20)\d\d|\bcopyright\s+(?:\(c\)|(?:19|20)\d\d|by)|\ball rights reserved\b|\blicensed under\b"
    r"|\bcreative commons attribution|\bCC[ -]BY\b",
    re.IGNORECASE,
)
_PROMPT = re.compile(r"(?:(?:click|tap)\b.{0,20}\bto enter (?:text|a date)|choose an item)\.?", re.IGNORECASE)  # Word's
_MAX_RIGHTS_LENGTH = 600  # characters
_TELLS_BY_THEN = 20_000  # characters
_MIN_DATA_ROWS = 60
_MIN_NUMBER_ROWS = 20
_SENTENCE = 7  # words
_WORD = re.compile(r"(?<!\S)[^\d\s]{2,}(?!\S)")
_NUMBER = re.compile(r"[-+$(]*\d[\d.,:/]*[%)]?|true|false|yes|no|[yn-]", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Furniture:
    """In how many documents each short line stands at the edge of a page. Counts add up; `Furniture()` is none.

    Documents that are segmented apart, as on several machines, are counted apart and the counts added. Each part is
    then segmented with the sum, and its passages are those that it has when all are segmented at once.
    """

    documents: int = 0
    lines: Mapping[str, int] = field(default_factory=dict, repr=False)

    def __add__(self, other: Furniture) -> Furniture:
        lines = Counter(self.lines)
        lines.update(other.lines)
        return Furniture(self.documents + other.documents, dict(lines))

    @classmethod
    def of(cls, materials: Iterable[Material]) -> Furniture:
        """Count the lines of some documents."""
        documents = 0
        lines: Counter[str] = Counter()
        for material in materials:
            documents += 1
            lines.update({line for page in _edge_lines(material) for line in page})
        return cls(documents, dict(lines))

    @property
    def shared(self) -> frozenset[str]:
        """The lines that stand in most documents."""
        return frozenset(line for line, n in self.lines.items() if n >= _MIN_DOCUMENTS and 2 * n > self.documents)


def page_lines(material: Material, shared: frozenset[str]) -> frozenset[str]:
    """The lines that only furnish a document's pages: running heads and feet, entries of a table of contents.

    `shared` are those that most documents of the district have in common.
    """
    return frozenset({*_contents(material), *_on_most_pages(list(_edge_lines(material))), *shared})


def _contents(material: Material) -> Iterator[str]:
    """Lines that are a heading of the same document and a page number."""
    headings = {line_key(heading) for section in material.sections for heading in section.headings}
    for section in material.sections:
        for block in section.blocks:
            entry = _ENTRY.fullmatch(line_key(block.text)) if len(block.text) < _MAX_LINE_LENGTH else None
            if entry and entry["title"] in headings:
                yield line_key(block.text)


def _on_most_pages(pages: list[set[str]]) -> Iterator[str]:
    """Lines that come back on at least half of the pages, with any number in them, and page numbers."""
    counts = Counter(numberless for page in pages for numberless in {_numberless(line) for line in page})
    for line in set().union(*pages):
        n = counts[_numberless(line)]
        if _PAGE_NUMBER.fullmatch(line) or (n >= _MIN_PAGES and 2 * n >= len(pages)):
            yield line


def is_boilerplate(text: str) -> bool:
    """Whether one block is a numbered page foot, part of a table of contents, a form's prompt, or a line on rights."""
    line = text[:_MAX_LINE_LENGTH]
    if _PAGE_FOOT.fullmatch(line) or _PROMPT.fullmatch(line.strip()) or _is_contents(text[:_TELLS_BY_THEN]):
        return True
    return len(text) <= _MAX_RIGHTS_LENGTH and _RIGHTS.search(text) is not None


def _is_contents(text: str) -> bool:
    entries = len(_LEADER.findall(text))
    return entries > 0 and len(_LEADER.sub(" ", text).split()) <= entries * _MAX_HEAD_WORDS


def is_data(rows: Sequence[Block]) -> bool:
    """Whether a table is data to work with rather than words about teaching.

    It is long and has few different sentences, or most of its cells are numbers, with no more words beside them.
    """
    if len(rows) < _MIN_NUMBER_ROWS:
        return False
    cells = [cell for row in rows for cell in row.text.split(" | ") if cell]
    words = {cell: len(_WORD.findall(cell)) for cell in set(cells)}
    numbers = sum(_NUMBER.fullmatch(cell) is not None for cell in cells)
    if 2 * numbers >= len(cells) and sum(words[cell] for cell in cells) <= numbers:
        return True
    return len(rows) >= _MIN_DATA_ROWS and 10 * sum(n >= _SENTENCE for n in words.values()) < len(rows)


def line_key(text: str) -> str:
    """How a line is compared with others: small letters, single spaces."""
    return " ".join(text.casefold().split())


def _numberless(line: str) -> str:
    """A line with every number alike, since a running foot counts the pages."""
    return _DIGITS.sub("#", line)


def _edge_lines(material: Material) -> Iterator[set[str]]:
    """For each page (the whole document where no pages are known) the short lines at its start and end."""
    blocks = (block for section in material.sections for block in section.blocks)
    for _, page in groupby(blocks, key=lambda block: (block.spot.unit, block.spot.page)):
        yield set(_short_lines(page))


def _short_lines(page: Iterable[Block]) -> Iterator[str]:
    here = list(page)
    for block in (*here[:_EDGE], *here[_EDGE:][-_EDGE:]):
        line = line_key(block.text[:_MAX_LINE_LENGTH])
        if 0 < len(line.split()) <= _MAX_HEAD_WORDS and not _says_something(block.text[:_MAX_LINE_LENGTH]):
            yield line


def _says_something(text: str) -> bool:
    """Labels and headings such as `Objectives` repeat in every lesson because they mean something there."""
    return bool(whole_role(text) or label_role(text) or CONTAINER.match(text) or text.rstrip().endswith((":", "?")))
