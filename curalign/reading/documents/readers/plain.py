"""Markdown and plain text, with the line of each block."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from curalign.domain.materials import Form
from curalign.reading.documents.drafts import Draft, Piece
from curalign.reading.files.text import decode

_FENCE = re.compile(r"\s{0,3}(```|~~~)")
_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_UNDERLINE = re.compile(r"\s{0,3}(=+|-+)\s*$")
_RULE = re.compile(r"\s{0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$")
_ITEM = re.compile(r"\s*(?:[-*+•●▪◦]|\d{1,3}[.)]|[a-z][.)])\s+(?=\S)")
_ROW = re.compile(r"\s*\|.*\|\s*$")
_ROW_RULE = re.compile(r"[\s|:-]+$")
_WRAPPED = 120  # characters; where lines are longer, nobody broke them to fit a page
_FRONT = re.compile(r"---\s*$")


def read(data: bytes, mime: str) -> Draft:
    """Read Markdown (`text/markdown`) or plain text; a plain line is a paragraph with those it runs on into."""
    lines = decode(data).splitlines()
    return Draft(list(_markdown(lines) if mime == "text/markdown" else _text(lines)), unit="line")


def unmarked(text: str) -> str:
    """Markdown text without its marks: the words of links, no images, no emphasis, no tags."""
    text = re.sub(r"<!--.{0,3000}?-->|</?[a-zA-Z][^<>]{0,300}>", " ", text)
    text = re.sub(r"!\[([^\[\]]{0,300})\]\([^()]{0,2000}\)", " ", text)
    text = re.sub(r"\[([^\[\]]{1,500})\]\([^()]{0,2000}\)", r"\1", text)
    text = re.sub(r"(\*\*|__)(?=\S)(.{1,2000}?)(?<=\S)\1", r"\2", text)
    text = re.sub(r"(?<![\w*])([*_])(?=[^\s*_])([^*_]{1,1000}?)(?<=\S)\1(?![\w*])", r"\2", text)
    text = re.sub(r"`([^`]{1,500})`", r"\1", text)
    return html.unescape(re.sub(r"\\([\\`*_{}\[\]()#+.!|>~-])", r"\1", text))


def _text(lines: list[str]) -> Iterator[Piece]:
    start, held = 0, list[str]()
    width = max(map(len, lines), default=0)
    for number, line in enumerate([*lines, ""], 1):
        item = _ITEM.match(line)
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
    item = _ITEM.match(held[0])
    if item:
        return Piece(" ".join([held[0][item.end() :], *held[1:]]), Form.ITEM, line=start)
    return Piece(" ".join(held), line=start)


def _markdown(lines: list[str]) -> Iterator[Piece]:
    held, start, fenced = list[str](), 0, False
    skipped = _front_matter(lines)
    for number, line in enumerate([*lines[skipped:], ""], skipped + 1):
        under = _UNDERLINE.match(line)
        if held and under and not fenced and not _ITEM.match(held[0]):
            yield Piece(unmarked(" ".join(held)), level=1 if "=" in line else 2, line=start)
            held = []
            continue
        if held and (_opens(line) or not line.strip()):
            piece = _flowing(held, start)
            yield Piece(unmarked(piece.text), piece.form, line=start)
            held = []
        if _FENCE.match(line):
            fenced = not fenced
        elif fenced or not _opens(line):
            if line.strip():
                start = start if held else number
                held.append(line.lstrip(" >") if not fenced else line)
        elif _ITEM.match(line) and not _RULE.match(line):
            held, start = [line], number
        else:
            yield from _standing(line, number)


def _opens(line: str) -> bool:
    """Whether a line begins something new, so that what is held has ended."""
    return any(mark.match(line) for mark in (_FENCE, _HEADING, _RULE, _ITEM, _ROW))


def _standing(line: str, number: int) -> Iterator[Piece]:
    """A line that is a block by itself: a heading, a table row, a rule."""
    heading = _HEADING.match(line)
    if heading:
        yield Piece(unmarked(heading[2]), level=len(heading[1]), line=number)
    elif _ROW.match(line) and not _ROW_RULE.match(line):
        cells = re.split(r"(?<!\\)\|", line.strip()[1:-1])
        yield Piece(" | ".join(unmarked(cell).strip() for cell in cells), Form.ROW, line=number)


def _front_matter(lines: list[str]) -> int:
    """How many lines the block of settings takes that some editors put before the text."""
    if not lines or not _FRONT.match(lines[0]):
        return 0
    ends = (n for n, line in enumerate(lines[1:100], 2) if _FRONT.match(line))
    return next(ends, 0)
