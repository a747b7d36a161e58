"""Tables that somebody typed with tabs or spaces between their columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from curalign.domain.materials import Form
from curalign.domain.people import are_people
from curalign.reading.documents.cleaning import row
from curalign.reading.documents.drafts import Piece
from curalign.reading.documents.readers.columns import cells_of

_FEW = 2  # rows


def with_typed_lists(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Pieces in which a typed list of people is a table: a header names its columns, or what stands above announces it.

    Other lines in columns stay as they are: what is typed so in a lesson is more often a form or a picture.
    """
    above = ""
    held: list[Piece] = []
    for piece in pieces:
        if piece.level is None and piece.form is Form.PARAGRAPH and len(cells_of(piece.text)) > 1:
            held.append(piece)
            continue
        yield from _ended(held, above)
        held = []
        above = piece.text if piece.text.strip() else above
        yield piece
    yield from _ended(held, above)


def _ended(held: Sequence[Piece], above: str) -> Iterator[Piece]:
    rows = [cells_of(piece.text) for piece in held]
    if len(held) < _FEW or not are_people(rows, above):
        yield from held
        return
    for number, (piece, cells) in enumerate(zip(held, rows, strict=True)):
        yield replace(piece, text=row(cells), form=Form.ROW, opens_table=number == 0)
