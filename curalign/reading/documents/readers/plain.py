"""Plain text, with the line of each block."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from curalign.domain.materials import Form
from curalign.reading.documents.drafts import Draft, Piece
from curalign.reading.documents.readers.front_matter import split_off
from curalign.reading.files.text import decode

ITEM = re.compile(r"\s*(?:[-*+•●▪◦]|\d{1,3}[.)]|[a-z][.)])\s+(?=\S)")
"""How a line begins that is an item of a list, in plain text and in what people take for Markdown."""

_WRAPPED = 120  # characters; where lines are longer, nobody broke them to fit a page


def read(data: bytes, mime: str) -> Draft:  # noqa: ARG001 (every reader takes the same)
    """Read plain text; a line is a paragraph with those it runs on into."""
    said, lines = split_off(decode(data).splitlines(), has_title=False)
    return Draft([*said, *paragraphs(lines)], unit="line")


def paragraphs(lines: Sequence[str]) -> Iterator[Piece]:
    """Lines as paragraphs and items, each with what runs on from it."""
    start, held = 0, list[str]()
    width = max(map(len, lines), default=0)
    for number, line in enumerate([*lines, ""], 1):
        item = ITEM.match(line)
        if held and (not line.strip() or item or not _runs_on(held[-1], line, width)):
            yield _flowing(held, start)
            held = []
        if line.strip():
            start = start if held else number
            held.append(line)


def _runs_on(above: str, line: str, width: int) -> bool:
    """Whether a line broke in a sentence, or because the next word did not fit; else it was meant to end."""
    word = line.split()[0]
    return word[0].islower() or (width <= _WRAPPED and len(above) + 1 + len(word) > width)


def _flowing(held: list[str], start: int) -> Piece:
    """A paragraph or list item, and what runs on from it."""
    item = ITEM.match(held[0])
    if item:
        mark = item[0].strip()
        text = " ".join([held[0][item.end() :], *held[1:]])
        return Piece(text, Form.ITEM, line=start, mark=mark if mark[0].isalnum() else "")
    return Piece(" ".join(held), line=start)
