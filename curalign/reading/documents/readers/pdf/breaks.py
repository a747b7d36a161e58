"""Sentences of a PDF that a page's or a column's end has torn are one again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from curalign.domain.materials import Form
from curalign.reading.documents.readers.pdf.furniture import PlacedPiece
from curalign.reading.documents.readers.pdf.paragraphs import Joining

_DONE = re.compile(r"[.!?:;_]\W*$")
_END = 40  # characters of a text in which its last sign stands
_LEAST = 5  # words of a text that goes on: fewer may be a label or an item
_ALIKE = 0.6  # points by which the letters of one text differ


def rejoined(placed: Sequence[PlacedPiece], joining: Joining) -> Iterator[PlacedPiece]:
    """The pieces of a document; a sentence that goes on on the next page or in the next column stands where it begins.

    What is in the margins between comes after.
    """
    held: list[PlacedPiece] = []  # the parts of one text
    between: list[PlacedPiece] = []
    for each in placed:
        if held and _goes_on(held, each):
            held.append(each)
        elif held and each.is_at_edge and each.table is None and each.piece.level is None:
            between.append(each)
        else:
            yield from (*_whole(held, joining), *between)
            held, between = [each], []
    yield from (*_whole(held, joining), *between)


def _whole(parts: Sequence[PlacedPiece], joining: Joining) -> Iterator[PlacedPiece]:
    if len(parts) > 1:
        text = joining.joined([part.piece.text for part in parts])
        yield replace(parts[0], piece=replace(parts[0].piece, text=text))
    else:
        yield from parts


def _goes_on(parts: Sequence[PlacedPiece], below: PlacedPiece) -> bool:
    """Whether a text, of which these are the parts so far, goes on with what is first on the next page or column."""
    above = parts[-1]
    if any(each.table is not None or each.piece.level is not None for each in (above, below)):
        return False
    one, other = above.piece, below.piece
    is_text = one.form is not Form.ROW and other.form is Form.PARAGRAPH and above.is_bold is below.is_bold
    is_alike = is_text and abs(above.size - below.size) < _ALIKE
    if not is_alike or not other.text[:1].islower() or _DONE.search(one.text[-_END:]):
        return False
    if len(parts) == 1 and len(one.text.split()) < _LEAST:
        return False
    is_next = below.place.left > above.place.right - 1 and below.place.top < above.place.bottom - below.size
    return (other.page or 0) - (one.page or 0) == 1 or (other.page == one.page and is_next)
