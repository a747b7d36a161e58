"""Page numbers, running heads and feet of a PDF: taken away where their places prove what they are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from curalign.domain.grades import find_grades, grades_of_course
from curalign.reading.documents.drafts import Piece
from curalign.reading.documents.readers.page_headers import telling_feet
from curalign.reading.documents.readers.pdf.tables import Join, RuledTable
from curalign.reading.documents.readers.pdf.words import Place

_FOLIO = re.compile(
    r"[-\u2013\u2014|\[(\s]*(?:p(?:age|g|\.)?\.?\s*)?(\d{1,4})(?:\s*(?:of|/|\||de)\s*\d{1,4})?[-\u2013\u2014|\])\s.]*",
    re.I,
)
_ROMAN = re.compile(r"[ivxl]{1,6}")
_TOLD = re.compile(
    r".{0,120}\b(?:page|p\u00e1gina|p[\u00e1a]g\.?)\s+(\d{1,4})(?:\s+(?:of|de)\s+\d{1,4})?\W*|(\d{1,4})\s*\|\s*p\s?a\s?g\s?e\W*",
    re.IGNORECASE | re.DOTALL,
)
_TITLED = re.compile(r"(?:lesson|unit|week|day|chapter|module|part|section|activity|task|problem|quiz|exercise)\b")
_MARGIN = 0.115  # of a page's height
_MIN_PAGES, _MIN_SHARE = 3, 0.4  # on which a head stands; those of left and right pages may differ
_MIN_HEADING_SHARE = 0.75
_MAX_WORDS = 20
_BOTH = 2  # pages of a document that has no more
_OUTER = 0.09  # of a page's height, in which a head of only two pages stands
_ROOM = 1.0  # of the size


@dataclass(frozen=True, slots=True)
class PlacedPiece:
    """A piece and where it stands on its page, whose top and foot are told, with the size of its letters.

    A ruled table is one piece, whose text is its `table`.
    """

    piece: Piece
    place: Place
    top: float
    foot: float
    size: float = 0.0
    is_bold: bool = False
    table: RuledTable | None = None

    @property
    def text(self) -> str:
        """All words of it, those of a table too."""
        return self.piece.text if self.table is None else "\n".join(" ".join(row) for row in self.table.rows)

    @property
    def is_at_edge(self) -> bool:
        """Whether it stands in the margin at the top or the foot."""
        margin = _MARGIN * (self.foot - self.top)
        return self.place.bottom < self.top + margin or self.place.top > self.foot - margin


def without_furniture(found: Sequence[PlacedPiece], pages: int) -> list[PlacedPiece]:
    """Leave out page numbers that count with the pages, and the same few words in one place on most pages.

    A heading is only furniture when it opens most pages: lessons may well open with the same word.
    """
    edges = [each for each in found if each.is_at_edge and each.table is None]
    on_both = _on_both(found, edges) if pages == _BOTH else {}
    seen: dict[tuple[str, int], set[int]] = defaultdict(set)
    counted: dict[tuple[int, int], set[int]] = defaultdict(set)
    for placed in edges:
        page = placed.piece.page or 0
        seen[_signature(placed)].add(page)
        if (number := _folio(placed.piece.text)) is not None:
            counted[number - page, _height(placed)].add(page)

    def is_furniture(placed: PlacedPiece) -> bool:
        text, page = placed.piece.text, placed.piece.page or 0
        if id(placed) in on_both:
            return True
        told = _TOLD.fullmatch(text)
        if told and int(told[1] or told[2]) == page:
            return True
        number = _folio(text)
        if number is not None:
            return number == page < _MIN_PAGES or len(counted[number - page, _height(placed)]) >= max(
                2, _MIN_SHARE * pages
            )
        share = _MIN_SHARE if placed.piece.level is None else _MIN_HEADING_SHARE
        least = max(_MIN_PAGES, share * pages)
        return len(seen[_signature(placed)]) >= least and len(text.split()) <= _MAX_WORDS

    dropped = {id(placed): placed for placed in edges if is_furniture(placed)}
    kept = [placed for placed in found if id(placed) not in dropped]
    return [*_telling(list(dropped.values()), [_uncounted(each) for each in on_both.values()]), *kept]


def _telling(dropped: Sequence[PlacedPiece], on_both: Sequence[str]) -> Iterator[PlacedPiece]:
    """What running heads and feet tell of unit and standards, once and before all else.

    Of those of two pages what tells of grades is told too: `Science 3`, which nothing else may tell.
    """
    whole = [text for text in on_both if _tells_grades(text) and not any(map(_tells_grades, telling_feet([text])))]
    told = telling_feet(placed.piece.text for placed in dropped if _uncounted(placed) not in whole)
    for line in dict.fromkeys((*told, *whole)):
        yield replace(dropped[0], piece=replace(dropped[0].piece, text=line, level=None))


def _tells_grades(line: str) -> bool:
    return bool(find_grades(line) or grades_of_course(line))


def _on_both(found: Sequence[PlacedPiece], edges: Sequence[PlacedPiece]) -> dict[int, PlacedPiece]:
    """The lines in the margins of two pages that say the same in one place on both, set apart from the text of each.

    Two pages prove less than three: a line that begins both texts, as their titles do, is none.
    """
    held: dict[tuple[str, int, int], list[PlacedPiece]] = defaultdict(list)
    for placed in edges:
        depth = min(placed.place.bottom - placed.top, placed.foot - placed.place.top)
        is_small = placed.piece.level is None and len(placed.piece.text.split()) <= _MAX_WORDS
        if is_small and depth < _OUTER * (placed.foot - placed.top):
            held[_uncounted(placed), _height(placed), round(placed.place.left / 3)].append(placed)
    alike = [placed for both in held.values() if len({each.piece.page for each in both}) == _BOTH for placed in both]
    among = {id(placed) for placed in alike}
    rest = [placed for placed in found if id(placed) not in among]
    return {id(placed): placed for placed in alike if _is_set_apart(placed, rest)}


def _uncounted(placed: PlacedPiece) -> str:
    """The words of a line without the number of its page at their end, where they are no title: `Draft 2`."""
    words = " ".join(placed.piece.text.split())
    is_title = _TITLED.match(words.lower()) and placed.place.top < (placed.top + placed.foot) / 2
    return words if is_title else re.sub(rf"(?:\bpage\s+)?\b{placed.piece.page}$", "", words, flags=re.I).strip()


def _is_set_apart(line: PlacedPiece, rest: Sequence[PlacedPiece]) -> bool:
    """Whether more room is between a line and all else on its page than between the lines of a text."""
    here = [placed.place for placed in rest if placed.piece.page == line.piece.page]
    room = (max(place.top - line.place.bottom, line.place.top - place.bottom) for place in here)
    return min(room, default=0.0) > _ROOM * line.size


def _folio(text: str) -> int | None:
    """The number that a line is, as a page's number is written."""
    if found := _FOLIO.fullmatch(text):
        return int(found[1])
    return _roman(text.lower()) if _ROMAN.fullmatch(text.lower()) else None


def _roman(text: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10, "l": 50}[letter] for letter in text]
    return sum(-one if one < two else one for one, two in zip(values, [*values[1:], 0], strict=True))


def _height(placed: PlacedPiece) -> int:
    """How far from the top or the foot it stands, roughly."""
    from_top, from_foot = placed.place.top - placed.top, placed.foot - placed.place.bottom
    return round(from_top / 6) if from_top < from_foot else -1 - round(from_foot / 6)


def _signature(placed: PlacedPiece) -> tuple[str, int]:
    """What makes two pieces the same furniture: height and words, a number that counts with the pages apart."""
    words, page = " ".join(placed.piece.text.split()).lower(), placed.piece.page or 0
    if placed.piece.level is None and not _TITLED.match(words):
        words = re.sub(r"\d{1,4}", lambda number: f"page{int(number[0]) - page:+}", words)
    return words, _height(placed)


def continued(placed: Sequence[PlacedPiece], join: Join) -> Iterator[PlacedPiece]:
    """The pieces, with a table that goes on on the next page as one: what is in the margins between comes after.

    The rows of each page stay a piece of their own; a row that a page's end has torn is whole on the first.
    """
    held: list[PlacedPiece] = []
    opened: PlacedPiece | None = None
    header: tuple[str, ...] = ()
    for each in placed:
        if each.table is not None and opened is not None and opened.table and opened.table.goes_on(each.table):
            above, below = opened.table.with_rest(each.table.without(header), join)
            yield replace(opened, table=above)
            opened = replace(each, table=below)
        elif opened is not None and each.table is None and each.is_at_edge:
            held.append(each)
        else:
            yield from (*([opened] if opened else []), *held)
            held, opened = [], each if each.table is not None else None
            if each.table is None:
                yield each
            else:
                header = each.table.rows[0]
    yield from (*([opened] if opened else []), *held)
