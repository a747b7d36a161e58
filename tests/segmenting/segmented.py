"""Documents in a few words, for the tests of segmenting and claiming."""

from __future__ import annotations

from collections.abc import Sequence

from curalign.domain.materials import Block, Form, Kind, Material, Passage, Section, Spot
from curalign.segmenting import segment
from curalign.settings import SegmentingSettings


def material(
    *sections: tuple[Sequence[str], Sequence[str | Block]],
    path: str = "curriculum/unit.docx",
    title: str = "Fractions",
    kind: Kind = Kind.UNIT,
) -> Material:
    """A document of sections: a heading path, and blocks of which plain text is a paragraph on its own line."""
    made = []
    line = 0
    for headings, texts in sections:
        blocks = []
        for text in texts:
            line += 1
            blocks.append(text if isinstance(text, Block) else Block(text, spot=Spot(line=line)))
        made.append(Section(tuple(headings), tuple(blocks)))
    return Material(path, kind, title, tuple(made))


def item(text: str) -> Block:
    return Block(text, Form.ITEM)


def row(*cells: str) -> Block:
    return Block(" | ".join(cells), Form.ROW)


def cut(*sections: tuple[Sequence[str], Sequence[str | Block]], words: int = 120) -> tuple[Passage, ...]:
    """The passages of one document."""
    return segment([material(*sections)], SegmentingSettings(words=words))


def without_spaces(text: str) -> str:
    return "".join(text.split())
