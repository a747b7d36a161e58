"""What a reader finds in one document, plain enough to cross from the worker process to ours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass, replace
from typing import Any

from curalign.domain.materials import Form

BETWEEN_CELLS = " | "
WIDEST = 1000
"""The most cells of a row of a table that are read."""

DAMAGED = "is damaged or cut short; open it, and save it again as docx or pdf"


class DocumentError(Exception):
    """Why one document cannot be read, and how to mend it; the file is named by whoever reports it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, list item, table row or heading. Headings have a `level`: 0 is the document's title."""

    text: str
    form: Form = Form.PARAGRAPH
    level: int | None = None
    page: int | None = None
    line: int | None = None
    ocr: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """Pieces in reading order.

    `blank` are the pages without text, of `pages` in all; `unit` is what a page is called here: page, slide, sheet.
    `left_out` says what of the document was not taken, when something was not; `recognised` are the pages whose text
    was recognised in a picture of it (OCR). `passing` says that another try may take what was left out.
    """

    pieces: Sequence[Piece]
    unit: str = "page"
    pages: int = 0
    blank: Sequence[int] = ()
    left_out: str = ""
    recognised: Sequence[int] = ()
    passing: bool = False

    def narrowed(self) -> Draft:
        """Without the cells of rows that are wider than any table that somebody made, which `left_out` tells."""
        wide = sum(piece.form is Form.ROW and piece.text.count(BETWEEN_CELLS) >= WIDEST for piece in self.pieces)
        if not wide:
            return self
        rows = "one row" if wide == 1 else f"{wide:,} rows"
        said = f"only the first {WIDEST:,} cells of {rows} were read: wider tables are data, not teaching"
        pieces = [
            replace(piece, text=_narrow(piece.text)) if piece.form is Form.ROW else piece for piece in self.pieces
        ]
        return replace(self, pieces=pieces, left_out="; ".join(filter(None, (self.left_out, said))))

    def pack(self) -> list[Any]:
        """As lists and strings, for JSON."""
        pieces = [list(astuple(piece)) for piece in self.pieces]
        return [pieces, self.unit, self.pages, list(self.blank), self.left_out, list(self.recognised), self.passing]

    @classmethod
    def unpack(cls, packed: list[Any]) -> Draft:
        """The draft that was packed."""
        pieces, *rest = packed
        return cls([Piece(text, Form(form), *places) for text, form, *places in pieces], *rest)


def _narrow(row: str) -> str:
    return BETWEEN_CELLS.join(row.split(BETWEEN_CELLS, WIDEST)[:WIDEST])
