"""What a reader finds in one document, plain enough to cross from the worker process to ours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from curalign.domain.materials import Form
from curalign.reading.files.file_bytes import Unread
from curalign.wording import Facts

BETWEEN_CELLS = " | "
WIDEST = 1000
"""The most cells of a row of a table that are read."""

DAMAGED = Unread(trouble="damaged", facts=Facts(kind="document"))
LOCKED = Unread(trouble="locked", facts=Facts(kind="document"))
BOMB = Unread(trouble="bomb")


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, list item, table row or heading. Headings have a `level`: 0 is the document's title.

    `opens_table` marks the first row of a table, so that two that follow each other stay two. `mark` is the number or
    letter that counts an item, where it was taken off the text: `(B)`, `2.`. `deep` is 1 for an item of a list within
    a list.
    """

    text: str
    form: Form = Form.PARAGRAPH
    level: int | None = None
    page: int | None = None
    line: int | None = None
    ocr: bool = False
    opens_table: bool = False
    mark: str = ""
    deep: int = 0


@dataclass(frozen=True, slots=True)
class Draft:
    """Pieces in reading order.

    `blank` are the pages without text, of `pages` in all; `unit` is what a page is called here: page, slide, sheet.
    `left_out` says what of the document was not taken; `recognised` are the pages whose text was recognised in a
    picture of it (OCR).
    """

    pieces: Sequence[Piece]
    unit: str = "page"
    pages: int = 0
    blank: Sequence[int] = ()
    left_out: Sequence[Unread] = ()
    recognised: Sequence[int] = ()

    def narrowed(self) -> Draft:
        """The draft without the cells of rows that are too wide for a real table; `left_out` counts them."""
        wide = sum(piece.form is Form.ROW and piece.text.count(BETWEEN_CELLS) >= WIDEST for piece in self.pieces)
        if not wide:
            return self
        lack = Unread(trouble="wide-rows", facts=Facts(most=WIDEST, rows=wide))
        pieces = [
            replace(piece, text=_narrow(piece.text)) if piece.form is Form.ROW else piece for piece in self.pieces
        ]
        return replace(self, pieces=pieces, left_out=(*self.left_out, lack))

    def pack(self) -> list[Any]:
        """As lists and strings, for JSON."""
        pieces = [
            [each.text, each.form, each.level, each.page, each.line, each.ocr, each.opens_table, each.mark, each.deep]
            for each in self.pieces
        ]
        left_out = [lack.pack() for lack in self.left_out]
        return [pieces, self.unit, self.pages, list(self.blank), left_out, list(self.recognised)]

    @classmethod
    def unpack(cls, packed: list[Any]) -> Draft:
        """The draft that was packed."""
        pieces, unit, pages, blank, left_out, recognised = packed
        read = [Piece(text, Form(form), *places) for text, form, *places in pieces]
        return cls(read, unit, pages, blank, tuple(map(Unread.unpack, left_out)), recognised)


def _narrow(row: str) -> str:
    return BETWEEN_CELLS.join(row.split(BETWEEN_CELLS, WIDEST)[:WIDEST])
