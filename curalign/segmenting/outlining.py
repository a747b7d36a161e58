"""Headings in disguise, and runs of blocks that play one role under one heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from curalign.domain.materials import Block, Form, InstructionalTime, Role, Section
from curalign.segmenting.boilerplate import is_boilerplate, is_data, line_key
from curalign.segmenting.pacing import PacedRow, paced_rows
from curalign.segmenting.roles import (
    CONTAINER,
    heading_role,
    is_only_codes,
    label_role,
    lists_standards,
    opening_role,
    text_role,
    whole_role,
)
from curalign.segmenting.vocabulary import CONTAINERS, LISTED_CONTAINERS, ROLE_LEVEL, STRONG

_MAX_TITLE_WORDS = 16
_MAX_ROLE_HEADING_WORDS = 6
_HEADER_ROWS = 3
_CELLS = re.compile(r"\s?\|\s?")
_TICKED = re.compile(r"\s*(?:[\u2611\u2612\u2713\u2714]|\[[xX\u2713\u2714]\])")
_UNTICKED = re.compile(r"\s*(?:[\u2610\u25a1\u2751]|\[\s?\])")


@dataclass(frozen=True, slots=True)
class BlockRun:
    """Blocks of one section that follow each other and share heading path and role.

    `time` is how long a pacing guide has the unit of these rows taught.
    """

    headings: tuple[str, ...]
    role: Role
    blocks: tuple[Block, ...]
    time: InstructionalTime | None = None


@dataclass(frozen=True, slots=True)
class _Part:
    """A block as it is understood: `level` is set for a heading in disguise, `role` where the block decides it.

    `paced` is what a row of a pacing table belongs to.
    """

    block: Block
    level: int = 0
    role: Role | None = None
    paced: PacedRow | None = None


def outline(section: Section, title: str, page_lines: frozenset[str]) -> Iterator[BlockRun]:
    """The runs of a section, in order; their blocks are all the section's blocks.

    `title` is the document's and speaks where no heading does; `page_lines` are its running heads and feet.
    A heading in disguise becomes part of the path of what follows and is itself boilerplate, as the words of a real
    heading are no passage either.
    """
    parts = _with_bodies(list(_look_at_all(section, page_lines)))
    path: list[tuple[int, str]] = []
    scope = _LabelScope()
    pending: list[Block] = []
    last: tuple[tuple[str, ...], Role, InstructionalTime | None] | None = None
    for part in parts:
        if part.level:
            path = [entry for entry in path if entry[0] < part.level]
            path.append((part.level, " ".join(part.block.text.split()).rstrip(" :")))
            scope = _LabelScope()
        headings = (*section.headings, *(text for _, text in path))
        role = Role.BOILERPLATE if part.level else scope.role(part, (title, *headings))
        paced = part.paced or PacedRow()
        key = (section.headings if part.level else (*headings, *paced.headings), role, paced.time)
        if last is not None and key != last:
            yield _run(last, pending)
            pending = []
        last = key
        pending.append(part.block)
    if last is not None:
        yield _run(last, pending)


def _run(key: tuple[tuple[str, ...], Role, InstructionalTime | None], blocks: Sequence[Block]) -> BlockRun:
    headings, role, time = key
    return BlockRun(headings, role, tuple(blocks), time)


class _LabelScope:
    """The role that a label ending in a colon gives to the block after it."""

    def __init__(self) -> None:
        self._label: Role | None = None
        self._in_list = False

    def role(self, part: _Part, headings: tuple[str, ...]) -> Role:
        """The role of the next block, which must be asked for in order."""
        block = part.block
        # Every row of a pacing table speaks of teaching that happens elsewhere.
        own = Role.PLAN if part.paced is not None else part.role
        inherited = self._inherit(block, own)
        heading_says = heading_role(headings)
        if heading_says is Role.BOILERPLATE:
            return heading_says
        if own is not None or inherited is not None:
            return own or inherited or Role.TASK
        opening = opening_role(block.text)
        if opening is Role.MENTION and heading_says not in STRONG:
            return opening
        return heading_says if heading_says not in (None, Role.TASK) else opening or Role.TASK

    def _inherit(self, block: Block, own: Role | None) -> Role | None:
        """`Materials:` speaks for the list that follows, or else for the one paragraph that follows."""
        if own is not None:
            opens = block.form is not Form.ROW and block.text.rstrip().endswith(":")
            if own is not Role.BOILERPLATE:
                self._label, self._in_list = (own if opens else None), False
            return None
        role = self._label
        if block.form is Form.ITEM and role is not None:
            self._in_list = True
            return role
        self._label = None
        return None if self._in_list else role


def _look_at_all(section: Section, page_lines: frozenset[str]) -> Iterator[_Part]:
    ticked = any(_TICKED.match(block.text) for block in section.blocks)
    for is_table, stretch in groupby(section.blocks, key=lambda block: block.form is Form.ROW):
        blocks = list(stretch)
        paced = paced_rows(blocks) if is_table else {}
        role = _table_role(blocks) if is_table and not paced else None
        if role is not None:
            yield from (_Part(block, role=role) for block in blocks)
            continue
        named = _standards_column(blocks) if is_table and not paced else None
        for at, block in enumerate(blocks):
            in_guide = paced.get(at)
            if in_guide:
                yield _Part(block, paced=in_guide)
            elif ticked and _UNTICKED.match(block.text):  # a form lists what could have been chosen
                yield _Part(block, role=Role.BOILERPLATE)
            elif named is not None and at == named[0]:
                yield _Part(block, role=Role.MENTION)
            elif named is not None and at > named[0]:
                yield from _row_of(block, named[1], section.headings, page_lines)
            else:
                yield _look(block, section.headings, page_lines)


def _standards_column(rows: Sequence[Block]) -> tuple[int, int] | None:
    """The row and the column where a table says that a column holds standards; None where it does not.

    A table whose rows are labelled, `Standard | 2.MD.A.1 | 2.MD.A.2` above `Activity | ...`, has no such column.
    """
    for at, row in enumerate(rows[:_HEADER_ROWS]):
        names = _CELLS.split(row.text)
        found = [column for column, name in enumerate(names) if whole_role(name) is Role.MENTION]
        is_header = len(names) > 1 and all(len(name.split()) <= _MAX_ROLE_HEADING_WORDS for name in names)
        if not found or not is_header or any(map(is_only_codes, names)):
            continue
        labels = (_CELLS.split(other.text)[0] for other in rows if other is not row)
        return None if found[0] == 0 and any(map(whole_role, labels)) else (at, found[0])
    return None


def _row_of(row: Block, column: int, headings: tuple[str, ...], page_lines: frozenset[str]) -> Iterator[_Part]:
    """A row in up to three parts: what stands before its standards, these, and what stands after them."""
    cells = _CELLS.split(row.text)
    if len(cells) <= column:
        yield _look(row, headings, page_lines)
        return
    for among, role in ((cells[:column], None), (cells[column : column + 1], Role.CLAIM), (cells[column + 1 :], None)):
        text = " | ".join(among).strip()
        if text:
            part = replace(row, text=text)
            yield _Part(part, role=role) if role else _look(part, headings, page_lines)


def _table_role(rows: Sequence[Block]) -> Role | None:
    """The role of a whole table that only lists standards, or holds data; None where each row has its own."""
    if lists_standards([row.text for row in rows]):
        return Role.MENTION
    return Role.BOILERPLATE if is_data(rows) else None


def _look(block: Block, headings: tuple[str, ...], page_lines: frozenset[str]) -> _Part:
    text = block.text
    if line_key(text[:400]) in page_lines or is_boilerplate(text) or _is_heading_again(text, headings):
        return _Part(block, role=Role.BOILERPLATE)
    if block.form is Form.PARAGRAPH:
        level = _level(text)
        if level:
            return _Part(block, level=level)
    return _Part(block, role=text_role(text))


def _is_heading_again(text: str, headings: tuple[str, ...]) -> bool:
    return len(text) < 200 and line_key(text) in {line_key(heading) for heading in headings}


def _level(text: str) -> int:
    """The level of a paragraph that is a heading in disguise, 0 for any other text."""
    words = len(text[:400].split())
    if words > _MAX_TITLE_WORDS or text.rstrip().endswith((",", ";")):
        return 0
    container = _container(text.strip())
    if container:
        return CONTAINERS[container]
    is_name = (
        words <= _MAX_ROLE_HEADING_WORDS and text.lstrip()[:1].isupper() and not text.rstrip().endswith((":", "."))
    )
    return ROLE_LEVEL if is_name and label_role(text) is None and whole_role(text) else 0


def _container(line: str) -> str:
    """The word that heads a line such as `Lesson 4: Adding tens` or `Unit 2, Lesson 4`; "" for `Day 3 was rainy`."""
    match = CONTAINER.match(line)
    if match is None:
        return ""
    rest, end = line[match.end() :], match["end"].strip()
    if end in (",", "&") and rest:
        return _container(rest.strip())
    return match["name"].casefold() if end or not rest else ""


def _with_bodies(parts: Sequence[_Part]) -> list[_Part]:
    """A heading with nothing under it is text: a worksheet's one-line task, or an entry in a list of lessons."""
    kept: list[_Part] = []
    body_below, next_level = False, 0
    for part in reversed(parts):
        if not part.level:
            body_below = body_below or part.role is not Role.BOILERPLATE
            kept.append(part)
        elif body_below or next_level > part.level:
            kept.append(part)
            body_below, next_level = False, part.level
        else:
            kept.append(_Part(part.block, role=_bare_role(part.block.text)))
    return kept[::-1]


def _bare_role(text: str) -> Role | None:
    if whole_role(text) is Role.BOILERPLATE:
        return Role.BOILERPLATE
    match = CONTAINER.match(text.strip())
    return Role.MENTION if match and match["name"].casefold() in LISTED_CONTAINERS else None
