"""Lists to tick: what is ticked is meant; what is not is one of those that could have been chosen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from curalign.domain.boxes import TICKED, UNTICKED, WRITTEN_TICKED, WRITTEN_UNTICKED
from curalign.domain.codes import LIKE_A_CODE
from curalign.domain.materials import Block, Form, Material, Role
from curalign.segmenting.cells import Cells, cell, cells_of

_MARK = re.compile(rf"(?<!\w)(?:(?P<on>{TICKED}|{WRITTEN_TICKED})|(?:{UNTICKED}|{WRITTEN_UNTICKED}))")
_WRITTEN = re.compile(rf"{WRITTEN_TICKED}|{WRITTEN_UNTICKED}")
_ONLY_TICKS = re.compile(r"(?:[xX\u2610-\u2612\u2705\u2713\u2714\u25a1](?:[\s|]+|$))+")
_COUNTS = re.compile(r"[+\u2212\u00d7\u00f7=<>\u2264\u2265]\s*$|\d\s*[-\u2013x*/]\s*$")
_COUNTED = re.compile(r"\s*(?:[+\u2212\u00d7\u00f7<>=\u2264\u2265]\s*\d|[-\u2013x*/]\s*\d+\s*=)")
_SIGN_BEFORE = 12  # characters before a box among which the sign before it stands
_SPACE = re.compile(r"[\s|]*")
_WORD = re.compile(r"\w")
_BETWEEN = " | "
_YES = frozenset(("x", "\u2713", "\u2714", "\u2611", "\u2612", "\u2705", "yes", "y", "true"))
_NO = frozenset(("", "no", "n", "-", "\u2013", "\u2610", "\u25a1", "false"))


@dataclass(frozen=True, slots=True)
class Ticks:
    """Whether a document ticks codes, and whether this section of it ticks anything."""

    codes: bool
    here: bool

    def meant(self, cells: Cells) -> Iterator[Cells]:
        """Cells, with what is not ticked apart and claimed by nobody."""
        if cells.block.form is Form.ROW and _ONLY_TICKS.fullmatch(cells.block.text):
            yield replace(cells, role=Role.BOILERPLATE)
            return
        if cells.role is Role.PLAN or not (self.codes or self.here):
            yield cells
            return
        options = list(_options(cells.block))
        if all(is_on is None for _, is_on in options):
            yield cells
            return
        for block, is_on in options:
            codes = bool(LIKE_A_CODE.search(block.text))
            if is_on is False and (self.here or codes):
                yield replace(cells, block=block, role=Role.BOILERPLATE)
            elif is_on and codes and cells.role is None:
                yield replace(cells, block=block, role=Role.MENTION)
            else:
                yield replace(cells, block=block)


def ticks_codes(material: Material) -> bool:
    """Whether a document has a box before a code that is ticked: then the others of its lists are not meant."""
    blocks = (block for section in material.sections for block in section.blocks if not _is_plain(block.text))
    return any(is_on and LIKE_A_CODE.search(part.text) for block in blocks for part, is_on in _options(block))


def ticks_anything(blocks: Sequence[Block]) -> bool:
    """Whether anything in a section is ticked."""
    return any(is_on for block in blocks if not _is_plain(block.text) for _, is_on in _options(block))


def unticked_rows(rows: Sequence[Block]) -> frozenset[int]:
    """The rows of a table of standards that has columns to tick, in which nothing is ticked; none of any other table.

    Args:
        rows: The rows of one table.

    """
    cells = [cells_of(row) for row in rows]
    width = max(map(len, cells), default=0)
    coded = [at for at, row in enumerate(cells) if any(LIKE_A_CODE.match(text) for text in row)]
    if len(coded) < 2 or width < 2 or len(coded) < len(rows) - 2:
        return frozenset()
    said = [[cell(cells[at], n).casefold() for at in coded] for n in range(width)]
    ticked = [column for column in said if _YES.issuperset(set(column) - _NO) and not _NO.issuperset(column)]
    on = {at for column in ticked for at, text in zip(coded, column, strict=True) if text in _YES}
    return frozenset(coded) - on if on else frozenset()


def _is_plain(text: str) -> bool:
    return text.isascii() and not any(sign in text for sign in "[(_")


def _options(block: Block) -> Iterator[tuple[Block, bool | None]]:
    """The parts of a block that boxes begin, or end where they stand behind, each with whether it is ticked."""
    text = block.text
    marks = [] if _is_plain(text) else [mark for mark in _MARK.finditer(text) if _is_box(mark)]
    if not marks:
        yield block, None
        return
    first = marks[0].start()
    is_behind = not text[marks[-1].end() :].strip() and bool(_WORD.search(text[:first]))
    if is_behind:
        starts = [0, *(mark.end() for mark in marks)]
        ends_in = [mark["on"] is not None for mark in marks]
        parts = [(text[low:high], is_on) for (low, high), is_on in zip(pairwise(starts), ends_in, strict=True)]
    else:
        starts = [*(mark.start() for mark in marks), len(text)]
        parts = [
            (text[low:high], mark["on"] is not None) for (low, high), mark in zip(pairwise(starts), marks, strict=True)
        ]
    yield from _named(block, "" if is_behind else text[:first], parts)


def _named(block: Block, before: str, parts: Sequence[tuple[str, bool]]) -> Iterator[tuple[Block, bool | None]]:
    """The parts as blocks; boxes that say nothing stay with what follows, and cells behind a box are not its own."""
    is_whole = len({is_on for _, is_on in parts}) == 1 and not _WORD.search(before)
    if is_whole:
        yield block, parts[0][1]
        return
    held = before
    for text, is_on in parts:
        if not _WORD.search(text):
            held += text
            continue
        if _WORD.search(held):
            yield replace(block, text=held.strip(" |")), None
            held = ""
        own, _, rest = text.partition(_BETWEEN) if block.form is Form.ROW else (text, "", "")
        yield replace(block, text=(held + own).strip(" |")), is_on
        held = rest
    if held.strip(" |"):
        yield replace(block, text=held.strip(" |")), None


def _is_box(mark: re.Match[str]) -> bool:
    """Whether a mark stands for a box to tick, and not for the number that is to be found in `8 + □ = 15`.

    One that is written with brackets or a blank stands for a box only beside a code.
    """
    text = mark.string
    behind = _SPACE.match(text, mark.end())
    if behind and LIKE_A_CODE.match(text, behind.end()):
        return True
    before = max(0, mark.start() - _SIGN_BEFORE)
    is_sought = _COUNTS.search(text, before, mark.start()) or _COUNTED.match(text, mark.end())
    return not _WRITTEN.fullmatch(mark[0]) and (bool(mark["on"]) or not is_sought)
