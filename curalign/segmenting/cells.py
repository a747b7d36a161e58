"""The cells of a table's rows, and cells that belong together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from curalign.domain.codes import LIKE_A_CODE
from curalign.domain.materials import Block, InstructionalTime, Role

_CELLS = re.compile(r"\s?\|\s?")
_BETWEEN = " | "


@dataclass(frozen=True, slots=True)
class Cells:
    """Cells of one row as they are understood: their words as a block, and what these are.

    `role` is None where the words themselves decide. `headings` stand below those of the section; cells of different
    `group`s share no passage.
    """

    block: Block
    role: Role | None = None
    headings: tuple[str, ...] = ()
    time: InstructionalTime | None = None
    group: tuple[int, ...] = ()


def cells_of(row: Block) -> list[str]:
    """The cells of a row, each on one line."""
    return [" ".join(cell.split()) for cell in _CELLS.split(row.text)]


def cell(row: Sequence[str], at: int) -> str:
    """One cell; empty where the row ends before it."""
    return row[at] if at < len(row) else ""


def filled(row: Sequence[str]) -> list[int]:
    """The columns in which a row says something."""
    return [at for at, text in enumerate(row) if text]


def of_row(row: Block, texts: Iterable[str]) -> Block:
    """The row with these of its cells alone."""
    return replace(row, text=_BETWEEN.join(text for text in texts if text))


def role_of_heading_words(text: str) -> Role:
    """What the words of a heading are where they stand: in the path already, but a code among them is cited."""
    return Role.MENTION if LIKE_A_CODE.search(text) else Role.BOILERPLATE
