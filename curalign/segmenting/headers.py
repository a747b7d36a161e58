"""Heads of tables: which row names the columns, and what it calls them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from curalign.domain.codes import LIKE_A_CODE
from curalign.domain.materials import Role
from curalign.segmenting.cells import cell, filled
from curalign.segmenting.columns import column_of, heard_role, is_label, role_of_label, with_standards_named
from curalign.segmenting.roles import is_only_codes, only_opens, whole_role
from curalign.segmenting.vocabulary import STRONG

HEADER_ROWS = 5  # a table's column names stand in one of its first rows, below a title
MAX_COLUMN_WORDS = 8
_MAX_ASKED_WORDS = 16
_MAX_PART_WORDS = 3  # of what divides a column
FIELD = re.compile(r"[^:|]{1,60}:\s*[^\W_]")
"""A label and what it says."""


def first_header(cells: Sequence[Sequence[str]]) -> int | None:
    """The first of the first rows that names columns, by what they hold or by questions; None where none does."""
    headers = [with_standards_named(row, cells[at + 1 :]) for at, row in enumerate(cells[:HEADER_ROWS])]
    found = next((at for at, row in enumerate(headers) if is_header(row, cells, at)), None)
    return next(filter(lambda at: _asks(headers[at]), range(len(headers))), None) if found is None else found


def _asks(row: Sequence[str]) -> bool:
    """Whether a row is questions that each head a column: `What will they learn? | How will we know?`."""
    named = [text for text in row if text]
    heard = [role for text in named if (role := heard_role(text))]
    are_asked = all(text.endswith("?") and len(text.split()) <= _MAX_ASKED_WORDS for text in named)
    return are_asked and len({*heard} & STRONG) > 0 and len(set(heard)) > 1 and 3 * len(heard) >= 2 * len(named)


def side_by_side(cells: Sequence[Sequence[str]]) -> list[slice]:
    """The columns of each of several tables that stand side by side, whose first columns are called alike; else none.

    `Week | Standard | Activity | | Week | Topic | Lab` names the weeks of two subjects. What stands at the left of all
    of them, as months do of `Topic | Standards | Topic | Standards`, makes them one.
    """
    for row in cells:
        named = filled(row)
        if len(named) < 2:
            continue
        starts = [at for at in named if row[at].casefold() == row[named[0]].casefold()]
        ends = [*starts[1:], None]
        if any(any(other[: starts[0]]) for other in cells if len(filled(other)) > 1):
            continue
        parts = [slice(at and start, end) for at, (start, end) in enumerate(zip(starts, ends, strict=True))]
        if len(parts) > 1 and column_of(row[starts[0]]).is_name and all(len(filled(row[part])) > 1 for part in parts):
            return parts
    return []


def with_head_named(cells: Sequence[Sequence[str]], head: int) -> list[Sequence[str]]:
    """The rows with their header, wherever it stands, as `with_standards_named` gives it."""
    names = with_standards_named(cells[head], cells[head + 1 :])
    return [names if row == cells[head] else row for row in cells]


def is_header(row: Sequence[str], cells: Sequence[Sequence[str]], at: int) -> bool:
    """Whether a row names columns of which at least one holds standards, or two have a role, or one and a name."""
    named = [text for text in row if text]
    columns = [column_of(text) for text in named]
    known = sum(column.is_known for column in columns)
    roles = column_roles(row)
    tells = roles - {Role.NOTE}
    is_short = all(len(text.split()) <= MAX_COLUMN_WORDS or only_opens(text) for text in named)
    if len(named) < 2 or not is_short or any(map(is_only_codes, named)) or _is_pairs(row) or not tells:
        return False
    if all(map(FIELD.match, named)):  # `Standard: 2.G.A.1 | Date: 10/12`
        return False
    if roles == {Role.MENTION}:
        below = [cell(other, 0) for n, other in enumerate(cells) if n != at]
        return not (column_of(row[0]).role is Role.MENTION and any(map(role_of_label, below)))
    has_names = any(column.is_name for column in columns)
    return 2 * known >= len(named) and (len(roles) > 1 or Role.MENTION in roles or has_names)


def only_role(header: Sequence[str]) -> Role | None:
    """What all rows of an agenda are, whose other columns hold times and people: `Time | Activity | Facilitator`.

    A list of `Materials | Quantity` is a note.
    """
    columns = [column_of(text) for text in header if text]
    if len(columns) > 1 and whole_role(columns[0].name) is Role.NOTE and not columns[0].is_beside:
        return Role.NOTE if {column.role for column in columns} <= {Role.NOTE, None} else None
    roles = {column.role for column in columns if not column.is_beside}
    return roles.pop() if len(columns) > 1 and len(roles) == 1 and roles <= STRONG else None


def is_header_again(row: Sequence[str], first: Sequence[str]) -> bool:
    """Whether a row repeats the header, as at the top of a page, or is one of another kind, all of it names."""
    if list(row) == list(first):
        return True
    named = [text for text in row if text]
    if len(named) < 2 or not all(column_of(text).is_known for text in named):
        return False
    # `Opening | Closure` below `Objective | Standard`: of one role, and not of that of its columns.
    roles = [column_of(text).role for text in row]
    is_other = None not in roles and all(column_of(cell(first, n)).role != role for n, role in enumerate(roles))
    return len(column_roles(row)) > 1 or is_other


def column_roles(row: Sequence[str]) -> set[Role]:
    """The roles that the names of columns in a row give, but for times and people."""
    columns = [column_of(text) for text in row if text]
    return {column.role for column in columns if column.role is not None and not column.is_beside}


def _is_pairs(row: Sequence[str]) -> bool:
    """Whether labels and values alternate: `Grade | 2 | Subject | Math`."""
    texts = [text for text in row if text]
    return (
        len(texts) > 2 and len(texts) % 2 == 0 and all(is_label(text) == (at % 2 == 0) for at, text in enumerate(texts))
    )


def full_names(cells: Sequence[Sequence[str]], at: int, head: int) -> tuple[list[str], int, int]:
    """The columns' names where a header takes two rows, the wider names above; its first row, and the row after it."""
    row, below = cells[at], cells[at + 1] if at + 1 < len(cells) else []
    width = max(len(row), len(below))
    divides = [n for n in filled(below) if not cell(row, n) or (n + 1 < width and not cell(row, n + 1))]
    if divides and divides == filled(below) and any(not cell(row, n) for n in divides) and _names_parts(row, below):
        over = [next((name for name in reversed(row[: n + 1]) if name), "") for n in range(width)]
        parts = [column_of(cell(below, n)) for n in range(width)]
        tells = [part.is_known and not (part.is_beside and column_of(over[n]).role) for n, part in enumerate(parts)]
        return (
            [part.name if told else over[n] for n, (part, told) in enumerate(zip(parts, tells, strict=True))],
            at,
            at + 2,
        )
    above = cells[at - 1] if 0 < at == head else []
    fills = any(not text and cell(above, n) for n, text in enumerate(row))
    if fills and len(filled(above)) > 1 and all(len(text.split()) <= MAX_COLUMN_WORDS for text in above):
        return [text or cell(above, n) for n, text in enumerate(row)], at - 1, at + 1
    return list(row), at, at + 1


def _names_parts(row: Sequence[str], below: Sequence[str]) -> bool:
    """Whether a row divides the columns above it: `Teacher` and `Pupils` below `Instruction`.

    Where it names what no column is called, it takes columns beside that it does not divide.
    """
    if all(column_of(below[n]).is_known for n in filled(below)):
        return True
    is_whole = any(name and not cell(below, n) for n, name in enumerate(row))
    return is_whole and all(
        len(below[n].split()) <= _MAX_PART_WORDS
        and not below[n].endswith((".", "?", "!"))
        and not LIKE_A_CODE.search(below[n])
        for n in filled(below)
    )
