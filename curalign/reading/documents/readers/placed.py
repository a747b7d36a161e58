"""PDF pieces with their height on the page: tables put back where they stand, running heads taken out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from curalign.domain.materials import Form
from curalign.reading.documents.drafts import Piece

_FOLIO = re.compile(r"\W*(?:p(?:age|\.)?\s*)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/|\|)\s*\d{1,4})?\W*", re.IGNORECASE)
_REPEATS = 3
# In points: how uneven a line may stand, how wide a gap between words and how high a line may be.
_SLACK, _GAP, _LINE = 2, 15, 20
_UNDONE = re.compile(r"(?:[-\u2013\u2014,/&]|\b(?:a|an|and|by|for|from|in|of|on|or|the|to|with))\s*$", re.IGNORECASE)
_MIDWAY = re.compile(r"\s*[a-z,;.)?!]")
_DONE = re.compile(r"[.!?:]\W?\s*$")


@dataclass(frozen=True, slots=True)
class Box:
    """Where something stands on its page, in points from the foot and from the left."""

    top: float
    bottom: float
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece and where it stands, where that is known; the rows of a table share its place."""

    piece: Piece
    box: Box | None = None
    in_table: bool = False


def in_place(found: Iterable[Placed]) -> list[Placed]:
    """Mend what is torn, and move each table row, which comes too early, below what stands above it on its page."""
    settled: list[Placed] = []
    pages: dict[int | None, list[Placed]] = defaultdict(list)
    for placed in _mended(found):
        pages[placed.piece.page].append(placed)
    for placed_here in pages.values():
        rest = [p for p in placed_here if not p.in_table]
        rows = [p for p in placed_here if p.in_table]
        at = {id(p): _below(p, rest) for p in rows}
        for number in range(len(rest) + 1):
            settled += [p for p in rows if at[id(p)] == number]
            settled += rest[number : number + 1]
    return settled


def _mended(found: Iterable[Placed]) -> Iterator[Placed]:
    """Put together what a change of font or a line's end has torn: a word in its line, the lines of a heading."""
    held: Placed | None = None
    for placed in found:
        if held is not None and _continues(held, placed):
            piece = replace(held.piece, text=f"{held.piece.text} {placed.piece.text}")
            held = Placed(piece, _joined(held.box, placed.box))
            continue
        if held is not None:
            yield held
        held = placed
    if held is not None:
        yield held


def _joined(first: Box | None, second: Box | None) -> Box | None:
    """The place of two pieces in one, which ends where the second does."""
    return Box(first.top, second.bottom, first.left, second.right) if first and second else first or second


def _continues(first: Placed, second: Placed) -> bool:
    if first.piece.page != second.piece.page or first.piece.level != second.piece.level:
        return False
    runs_on = _UNDONE.search(first.piece.text) or (
        _MIDWAY.match(second.piece.text) and not _DONE.search(first.piece.text)
    )
    if first.piece.level is not None:
        return bool(runs_on)
    if first.in_table or second.in_table or second.piece.form is Form.ITEM or not first.box or not second.box:
        return False
    in_line = abs(first.box.bottom - second.box.bottom) < _SLACK and abs(second.box.left - first.box.right) < _GAP
    next_line = -_LINE < second.box.top - first.box.bottom < _LINE
    return in_line or bool(runs_on and next_line)


def _below(row: Placed, rest: Sequence[Placed]) -> int:
    """How many of `rest` come before the row."""
    if row.box is None:
        return len(rest)
    above = [n for n, p in enumerate(rest, 1) if p.box and p.box.bottom >= row.box.top - _SLACK]
    return max(above, default=0)


def without_furniture(found: Sequence[Placed], pages: int) -> list[Placed]:
    """Leave out page numbers and running heads: the same words first or last on at least three pages.

    A heading is only furniture when it opens most pages: lessons may well open with the same word.
    """
    edges = _edges(found)
    seen: dict[tuple[str, int], set[int | None]] = defaultdict(set)
    for placed in edges:
        seen[_trace(placed)].add(placed.piece.page)

    def is_furniture(placed: Placed) -> bool:
        if placed.piece.level is None and _FOLIO.fullmatch(placed.piece.text.strip()):
            return True
        least = _REPEATS if placed.piece.level is None else max(_REPEATS, pages * 3 // 4)
        return len(seen[_trace(placed)]) >= least

    dropped = {id(placed) for placed in edges if is_furniture(placed)}
    return [placed for placed in found if id(placed) not in dropped]


def _edges(found: Sequence[Placed]) -> list[Placed]:
    """The first two and the last two pieces of each page."""
    pages: dict[int | None, list[Placed]] = defaultdict(list)
    for placed in found:
        pages[placed.piece.page].append(placed)
    chosen = (placed for here in pages.values() for placed in (*here[:2], *here[max(2, len(here) - 2) :]))
    return [placed for placed in chosen if not placed.in_table]


def _trace(placed: Placed) -> tuple[str, int]:
    """What makes two pieces the same furniture: words (in running text, with any page number) and height."""
    words = " ".join(placed.piece.text.split()).lower()
    if placed.piece.level is None:
        words = re.sub(r"\d+", "#", words)
    return words, round(placed.box.top / 4) if placed.box else 0
