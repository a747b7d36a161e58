"""PDF pieces with their height on the page: tables put back where they stand, running heads taken out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from curalign.domain.materials import Form
from curalign.reading.documents.drafts import Piece

_FOLIO = re.compile(
    r"\W*(?:p(?:age|\.)?\s*)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/|\|)\s*\d{1,4}|\s*\|\s*p\s?a\s?g\s?e)?\W*",
    re.IGNORECASE,
)
_FOOT = re.compile(r".{0,120}\bpage\s+\d{1,4}(?:\s+of\s+\d{1,4})?\W*", re.IGNORECASE | re.DOTALL)
_TITLED = re.compile(r"(?:lesson|unit|week|day|chapter|module|part|section|activity|task|problem|quiz|exercise)\b")
_REPEATS, _WORDS = 3, 20
# In points: how uneven a line may stand, how wide a gap between words and how high a line may be.
_SLACK, _GAP, _LINE = 2, 15, 20
_TALL = 15  # a line that high is not body text
_WIDTH = 0.7  # of a letter, for a line one high
_UNDONE = re.compile(r"(?:[-\u2013\u2014,/&]|\b(?:a|an|and|by|for|from|in|of|on|or|the|to|with))\s*$", re.IGNORECASE)
_MIDWAY = re.compile(r"\s*[a-z,;.)?!]")
_CLOSING = re.compile(r"[,;.:!?)]")
_DONE = re.compile(r"[.!?:]\W?\s*$")


@dataclass(frozen=True, slots=True)
class Box:
    """Where something stands on its page, in points from the foot and from the left."""

    top: float
    bottom: float
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class PlacedPiece:
    """A piece and where it stands, where that is known; the rows of a table share its place."""

    piece: Piece
    box: Box | None = None
    in_table: bool = False


def in_reading_order(found: Iterable[PlacedPiece]) -> list[PlacedPiece]:
    """Mend what is torn, and move each table row, which comes too early, below what stands above it on its page."""
    settled: list[PlacedPiece] = []
    for here in _by_page(found):
        rest = list(_rejoined([placed for placed in here if not placed.in_table]))
        rows: dict[int, list[PlacedPiece]] = defaultdict(list)
        for placed in here:
            if placed.in_table:
                rows[_below(placed, rest)].append(placed)
        for number in range(len(rest) + 1):
            settled += [*rows[number], *rest[number : number + 1]]
    return settled


def _by_page(found: Iterable[PlacedPiece]) -> Iterable[list[PlacedPiece]]:
    pages: dict[int | None, list[PlacedPiece]] = defaultdict(list)
    for placed in found:
        pages[placed.piece.page].append(placed)
    return pages.values()


def _rejoined(here: Sequence[PlacedPiece]) -> Iterator[PlacedPiece]:
    """Put together what a change of font or a line's end has torn: a word in its line, the lines of a heading."""
    margin = max((placed.box.right for placed in here if placed.box), default=0)
    held: PlacedPiece | None = None
    for placed in here:
        if held is not None and _continues(held, placed, margin):
            space = "" if _CLOSING.match(placed.piece.text) else " "
            piece = replace(held.piece, text=held.piece.text + space + placed.piece.text)
            held = PlacedPiece(piece, placed.box or held.box)
            continue
        if held is not None:
            yield held
        held = placed
    if held is not None:
        yield held


def _continues(first: PlacedPiece, second: PlacedPiece, margin: float) -> bool:
    if second.piece.form is Form.ITEM or not (first.piece.level == second.piece.level or _as_tall(first, second)):
        return False
    done = _DONE.search(first.piece.text)
    runs_on = bool(_UNDONE.search(first.piece.text) or (_MIDWAY.match(second.piece.text) and not done))
    if not first.box or not second.box:
        return runs_on and first.piece.level is not None
    in_line = abs(first.box.bottom - second.box.bottom) < _SLACK and abs(second.box.left - first.box.right) < _GAP
    if in_line:
        return True
    height = first.box.top - first.box.bottom
    below = -_LINE < first.box.bottom - second.box.top < max(height, _LINE)
    return below and (runs_on or (not done and _wrapped(first, second, height, margin)))


def _as_tall(first: PlacedPiece, second: PlacedPiece) -> bool:
    """Whether text is set in the letters of the title above it, and so may be the rest of that title."""
    if first.piece.level is None or second.piece.level is not None or not first.box or not second.box:
        return False
    height, below = first.box.top - first.box.bottom, second.box.top - second.box.bottom
    return height >= _TALL and abs(height - below) < 1


def _wrapped(first: PlacedPiece, second: PlacedPiece, height: float, margin: float) -> bool:
    """Whether a single line broke because the next word would not have fitted on it."""
    if first.box is None or height > (_LINE if first.piece.level is None else 2 * _LINE):
        return False
    word = (second.piece.text.split() or [""])[0]
    return first.box.right + _WIDTH * height * len(word) > margin


def _below(row: PlacedPiece, rest: Sequence[PlacedPiece]) -> int:
    """How many of `rest` come before the row."""
    if row.box is None:
        return len(rest)
    above = [n for n, p in enumerate(rest, 1) if p.box and p.box.bottom >= row.box.top - _SLACK]
    return max(above, default=0)


def without_furniture(found: Sequence[PlacedPiece], pages: int) -> list[PlacedPiece]:
    """Leave out page numbers and running heads: the same few words first or last on three pages.

    A heading is only furniture when it opens most pages: lessons may well open with the same word.
    """
    edges = _edges(found)
    seen: dict[tuple[str, int], set[int | None]] = defaultdict(set)
    for placed in edges:
        seen[_signature(placed)].add(placed.piece.page)

    def is_furniture(placed: PlacedPiece) -> bool:
        if placed.piece.level is None and (_FOLIO.fullmatch(placed.piece.text) or _FOOT.fullmatch(placed.piece.text)):
            return True
        least = _REPEATS if placed.piece.level is None else max(_REPEATS, pages * 3 // 4)
        return len(seen[_signature(placed)]) >= least and len(placed.piece.text.split()) <= _WORDS

    dropped = {id(placed) for placed in edges if is_furniture(placed)}
    return [placed for placed in found if id(placed) not in dropped]


def _edges(found: Sequence[PlacedPiece]) -> list[PlacedPiece]:
    """The first two and the last two pieces of each page."""
    chosen = (placed for here in _by_page(found) for placed in (*here[:2], *here[max(2, len(here) - 2) :]))
    return [placed for placed in chosen if not placed.in_table]


def _signature(placed: PlacedPiece) -> tuple[str, int]:
    """What makes two pieces the same furniture: height and words, a number that counts with the pages apart."""
    words, page = " ".join(placed.piece.text.split()).lower(), placed.piece.page or 0
    if placed.piece.level is None and not _TITLED.match(words):
        words = re.sub(r"\d{1,4}", lambda number: f"page{int(number[0]) - page:+}", words)
    return words, round(placed.box.top / 4) if placed.box else 0
