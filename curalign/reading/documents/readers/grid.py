"""Tables as every reader gives them on: rows of cells, or what stands in them where the table only lays out a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from curalign.domain.materials import Form
from curalign.reading.documents.cleaning import is_label, row
from curalign.reading.documents.drafts import BETWEEN_CELLS, Piece

_LABEL = 6  # words of a cell that may be what its row is called
_SEVERAL = 3  # paragraphs


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, and over how many columns it reaches."""

    pieces: Sequence[Piece]
    columns: int = 1

    @property
    def said(self) -> list[Piece]:
        """The pieces with words."""
        return [piece for piece in self.pieces if piece.text.strip()]

    def texts(self) -> list[str]:
        """Its words, a line for each piece, and nothing for each further column."""
        words = (p.text.replace(BETWEEN_CELLS, " ") if p.form is Form.ROW else p.text for p in self.pieces)
        return ["\n".join(words), *[""] * (self.columns - 1)]


def table_pieces(rows: Sequence[Sequence[Cell]], *, page: int | None = None) -> Iterator[Piece]:
    """The rows of a table, or the pieces in its cells where it only lays them out.

    Args:
        rows: The cells of each row.
        page: The page of a row without words.

    """
    if _lays_out(rows):
        yield from (piece for cells in rows for cell in cells for piece in cell.pieces)
        return
    yield from opened(_as_row(cells, page) for cells in rows)


def opened(rows: Iterable[Piece]) -> Iterator[Piece]:
    """The rows of one table, with a mark on the first that says so."""
    for number, piece in enumerate(rows):
        yield replace(piece, opens_table=True) if number == 0 else piece


def _as_row(cells: Sequence[Cell], page: int | None) -> Piece:
    first = next((piece for cell in cells for piece in cell.pieces), None)
    where = (first.page, first.line) if first else (page, None)
    return Piece(row([text for cell in cells for text in cell.texts()]), Form.ROW, page=where[0], line=where[1])


def _lays_out(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether a table is lines around a text: one cell, or cells that hold what is a page's and not a cell's."""
    cells = [cell for each in rows for cell in each if cell.said]
    if len(cells) > 1 and all(map(_is_labelled, cells)):
        return True
    headed = any(_is_headed(cell) for cell in cells)
    if all(len(each) == 1 for each in rows):
        has_level = any(piece.level is not None for cell in cells for piece in cell.pieces)
        return len(rows) == 1 or has_level or any(map(_holds_table, cells))
    if headed or len([each for each in rows if any(cell.said for cell in each)]) != 1 or not cells:
        return headed
    is_label = len(cells[0].said) == 1 and len(cells[0].said[0].text.split()) <= _LABEL
    return not is_label and any(len(cell.said) >= _SEVERAL or _holds_table(cell) for cell in cells)


def _is_labelled(cell: Cell) -> bool:
    """Whether a cell begins with what the rest of it is called: `Objective`, and below it `I can add.`."""
    first, *others = cell.said
    below = sum(len(piece.text.split()) for piece in others)
    return first.form is not Form.ROW and is_label(first.text) and below >= len(first.text.split())


def _is_headed(cell: Cell) -> bool:
    """Whether a cell holds a heading and what stands under it."""
    levels = [piece.level is not None for piece in cell.said]
    return any(levels) and not all(levels)


def _holds_table(cell: Cell) -> bool:
    return any(piece.form is Form.ROW for piece in cell.said)
