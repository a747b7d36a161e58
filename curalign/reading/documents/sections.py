"""Pieces in a row, to sections under their heading paths."""

from __future__ import annotations

import re
from collections.abc import Sequence

from curalign.domain.materials import Block, Form, Section, Spot
from curalign.reading.documents.cleaning import clean, clean_row
from curalign.reading.documents.drafts import Draft, Piece
from curalign.reading.documents.spaced_letters import unstacked
from curalign.reading.documents.typed_tables import with_typed_lists

_LABEL = re.compile(r"[\"'\u201c]?[^\W\d_](?=\w|['\u2019])(?:\S+\s+){0,7}\S*[^.,;!-]")


def build_sections(draft: Draft) -> tuple[Section, ...]:
    """The sections of a document, in order; every piece ends in one of them, and pieces without text are dropped.

    A heading with nothing under it, not even a deeper heading, keeps a section without blocks; a heading without
    text ends the section before it.
    """
    sections: list[Section] = []
    path: list[tuple[int, str]] = []
    blocks: list[Block] = []
    opens = False
    spot = Spot()
    for piece in with_typed_lists(unstacked(draft.pieces)):
        text = clean_row(piece.text) if piece.form is Form.ROW else _in_line(piece)
        opens = opens or piece.opens_table  # a table's first row may say nothing
        if piece.level is None:
            if text:
                is_first = opens and piece.form is Form.ROW
                blocks.append(
                    Block(text, piece.form, _spot(piece, draft.unit), is_first, clean(piece.mark), piece.deep)
                )
                opens = opens and not is_first
            continue
        if blocks or (path and piece.level <= path[-1][0]):
            sections.append(_section(path, blocks, spot))
            blocks = []
        spot = _spot(piece, draft.unit)
        path = [step for step in path if step[0] < piece.level] + ([(piece.level, text)] if text else [])
    if blocks or path:
        sections.append(_section(path, blocks, spot))
    return tuple(sections)


def _in_line(piece: Piece) -> str:
    """The text of a piece; a tab behind what it may be called stays, since it stands for a colon."""
    if "\t" not in piece.text or piece.level is not None:
        return clean(piece.text)
    label, _, rest = map(clean, piece.text.strip().partition("\t"))
    return f"{label}\t{rest}" if rest.strip("0123456789") and _LABEL.fullmatch(label) else f"{label} {rest}".strip()


def _section(path: Sequence[tuple[int, str]], blocks: Sequence[Block], spot: Spot) -> Section:
    return Section(tuple(text for _, text in path), tuple(blocks), spot)


def _spot(piece: Piece, unit: str) -> Spot:
    return Spot(piece.page, piece.line, unit if unit in ("slide", "sheet") else "page", ocr=piece.ocr)
