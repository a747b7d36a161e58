"""Plain text, with the line of each block."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from curalign.domain.materials import Form
from curalign.reading.documents.drafts import Draft, Piece
from curalign.reading.documents.readers.columns import stand_apart
from curalign.reading.documents.readers.front_matter import split_off
from curalign.reading.documents.readers.text_pieces import count_of, counted_runs, tears_code
from curalign.reading.files.text import decode

ITEM = re.compile(r"(?P<indent>\s*)(?:[-*+•●▪◦]|(?P<mark>\d{1,3}|[a-z])(?P<after>[.)]))\s+(?=\S)")
"""How a line begins that may be an item of a list; `items` tells whether it is one."""

_WRAPPED = 120  # characters; where lines are longer, nobody broke them to fit a page
_RUNNING = 40  # characters of a line of running text
_SHARE = 0.6  # of the longest line: one of running text is as long
_RULE = re.compile(r"\s*(?:-{3,}|={3,}|\*{3,}|~{3,}|\u2500{3,}|\u2550{3,})\s*")
"""A line that is drawn, under a heading or between parts; of underscores it may be a blank to fill in."""
_DONE = re.compile(r"[.!?:;]\W?$")


def read(data: bytes, mime: str) -> Draft:  # noqa: ARG001 (every reader takes the same)
    """Read plain text; a line is a paragraph with those it runs on into."""
    said, lines = split_off(decode(data).splitlines(), has_title=False)
    return Draft([*said, *paragraphs(lines)], unit="line")


def items(lines: Sequence[str]) -> dict[int, re.Match[str]]:
    """The lines that begin an item of a list, in plain text and in what people take for Markdown, each with its mark.

    A bullet is one by itself. A number or a letter is one where it counts on from another, and does not begin its line
    by chance, because running text goes on with it: `35. Then they compare`.
    """
    width = max(map(len, lines), default=0)
    found: dict[int, re.Match[str]] = {}
    counted: dict[tuple[int, str], list[tuple[int, int]]] = {}
    seen = set[int]()
    for at, line in enumerate(lines):
        item = ITEM.match(line)
        if item is None or item["mark"] is None:
            if item:
                found[at] = item
            continue
        above = lines[at - 1] if at else ""
        if at - 1 not in seen and _is_chance(above, line[item.end() :], width):
            continue
        seen.add(at)
        kind, number = count_of(item["mark"])
        counted.setdefault((len(item["indent"]), kind + item["after"]), []).append((number, at))
    for each in counted.values():
        for run in counted_runs(each):
            found.update((at, mark) for _, at in run if (mark := ITEM.match(lines[at])))
    return found


def _is_chance(above: str, text: str, width: int) -> bool:
    """Whether running text goes on over the mark with which a line begins."""
    line = above.rstrip()
    is_running = len(line) > max(_RUNNING, _SHARE * width) and not _DONE.search(line)
    return is_running and (text[0].islower() or len(line) + 1 + len(text.split()[0]) > width)


def paragraphs(lines: Sequence[str]) -> Iterator[Piece]:
    """Lines as paragraphs and items, each with what runs on from it."""
    lines = ["" if _RULE.fullmatch(line) else line for line in lines]
    start, held = 0, list[str]()
    width = max(map(len, lines), default=0)
    marks = items(lines)
    mark: re.Match[str] | None = None
    for number, line in enumerate([*lines, ""], 1):
        item = marks.get(number - 1)
        if held and (not line.strip() or item or not _runs_on(held[-1], line, width)):
            yield _flowing(held, start, mark)
            held = []
        if line.strip():
            start, mark = (start, mark) if held else (number, item)
            held.append(line)


def _runs_on(above: str, line: str, width: int) -> bool:
    """Whether a line broke in a sentence, or because the next word did not fit; else it was meant to end."""
    if stand_apart(above, line):
        return False
    word = line.split()[0]
    if word[0].islower() or tears_code(above, line):
        return True
    if (item := ITEM.match(line)) and _is_chance(above, line[item.end() :], width):
        return True
    return width <= _WRAPPED and len(above) + 1 + len(word) > width


def _flowing(held: list[str], start: int, item: re.Match[str] | None) -> Piece:
    """A paragraph or list item, and what runs on from it."""
    if item:
        mark = item[0].strip()
        text = _joined([held[0][item.end() :], *held[1:]])
        return Piece(text, Form.ITEM, line=start, mark=mark if mark[0].isalnum() else "")
    return Piece(_joined(held), line=start)


def _joined(lines: Sequence[str]) -> str:
    text = lines[0]
    for line in lines[1:]:
        text += line.lstrip() if tears_code(text, line) else f" {line}"
    return text
