"""The cells of a table's rows, and cells that belong together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from curalign.domain.codes import LIKE_A_CODE
from curalign.domain.materials import Block, InstructionalTime, Role
from curalign.segmenting.columns import role_of_label
from curalign.segmenting.roles import label_role, role_of_heading

_CELLS = re.compile(r"(?<!\S)\|(?!\S)")  # |-5| is a number's size
_BETWEEN = " | "
_TELLING_WORD = re.compile(r"[^\W\d_]{2,}")
_FEW_WORDS = {Role.OBJECTIVE: 3, Role.TASK: 3, Role.ASSESSMENT: 8}


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


def with_labels(row: Block) -> Block:
    """The row, in whose cells a line that is a label of what stands below it ends with a colon: `Goals: I can add.`."""
    if "\n" not in row.text:
        return row
    return replace(row, text=_BETWEEN.join(_in_line(text.strip().split("\n")) for text in _CELLS.split(row.text)))


def _in_line(lines: Sequence[str]) -> str:
    said = [f"{line.rstrip(' :')}:" if role_of_label(line) else line for line in lines[:-1]]
    return " ".join([*said, *lines[-1:]])


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


def with_short_ones(cells: Iterable[Cells]) -> list[Cells]:
    """Cells that teach, with those of a few words (`p. 4`, `Label the loop`) joined to what stands before them.

    So little tells no standard from another, and beside a heading it would seem to. What says itself that it is an
    exit ticket or a quiz stands alone from three words on.
    """
    found: list[Cells] = []
    for one in cells:
        before = found[-1] if found else None
        if before and _may_join(before, one) and (_is_short(one) or _is_short(before)):
            role = one.role if _is_short(before) and not _is_short(one) else before.role
            found[-1] = replace(before, block=of_row(before.block, [before.block.text, one.block.text]), role=role)
        else:
            found.append(one)
    return found


def _may_join(before: Cells, one: Cells) -> bool:
    alike = (before.group, before.headings, before.block.spot.page) == (one.group, one.headings, one.block.spot.page)
    return alike and all(each.role is None or each.role.teaches for each in (before, one))


def _is_short(one: Cells) -> bool:
    text = one.block.text
    words = len(_TELLING_WORD.findall(text))
    few = _FEW_WORDS[one.role or Role.ASSESSMENT]
    return words < few and (words < min(_FEW_WORDS.values()) or not (label_role(text) or role_of_heading(text)))
