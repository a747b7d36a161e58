"""How far a label, or a line that is taken for a heading, speaks for what follows it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from curalign.domain.materials import Block, Form, Role
from curalign.segmenting.cells import Cells
from curalign.segmenting.roles import heading_role, only_opens, opening_role, role_of_line
from curalign.segmenting.vocabulary import ROLE_LEVEL, STRONG

_MAX_TITLE_LIKE_WORDS = 8
_MAX_OBJECTIVE_WORDS = 20
_MAX_REACH = 200  # words of paragraphs for which a line such as `Overview` speaks
_COUNTS = re.compile(r"\s*(?:\d{1,2}|[a-z])[.)]\s+\w")


@dataclass(frozen=True, slots=True)
class Part:
    """A block as it is understood: `level` is set for a heading in disguise, `role` where the block decides it.

    `cells` says where cells of a table stand in it, and `tables` how many tables of the section end before.
    """

    block: Block
    level: int = 0
    role: Role | None = None
    cells: Cells | None = None
    tables: int = 0


class Reach:
    """How far a line that is taken for a heading speaks where its role weakens what stands under it.

    Such a line, `Materials` or `Overview`, speaks for what has one layout: a list, a table, or a few paragraphs up to
    the next that looks like a heading. A heading that the document itself marks as one ends where the document says.
    """

    def __init__(self, heading: Part | None) -> None:
        role = role_of_line(heading.block.text) if heading is not None and heading.level == ROLE_LEVEL else Role.TASK
        self._is_weak = role not in STRONG
        self._is_list_of_objectives = role is Role.OBJECTIVE
        self._form: Form | None = None
        self._is_item = heading is not None and heading.block.form is Form.ITEM
        self._deep = 0
        self._words = 0

    def ends_before(self, part: Part, after: Part | None) -> bool:
        """Whether the heading says nothing of the next block, which must be asked for in order, with the one after."""
        if part.role is Role.BOILERPLATE:
            return False
        form, text = _form_of(part.block), part.block.text
        began, self._form = self._form, form
        if began is None:
            self._deep = part.block.deep
        if self._is_item and form is Form.ITEM and part.block.deep < self._deep:
            return True
        is_other = part.role in (Role.TASK, Role.ASSESSMENT, Role.NOTE) or (began, form) == (Form.ITEM, Form.PARAGRAPH)
        if self._is_list_of_objectives and is_other:
            self._is_list_of_objectives = False
            return True
        if not self._is_weak:
            return False
        if form is not Form.ROW and part.role in STRONG:
            ends = True
        elif began is None or (began is Form.PARAGRAPH and form is Form.ITEM):
            ends = False
        else:
            ends = form is not began or (form is Form.PARAGRAPH and (self._words > _MAX_REACH or _heads(text, after)))
        self._words += len(text.split())
        return ends


def _heads(text: str, after: Part | None) -> bool:
    """Whether a paragraph heads what follows; among lines as short as itself, as `Erasers` in a list, it does not."""
    if after is None or after.level or not _looks_like_title(text):
        return False
    return after.block.form is not Form.PARAGRAPH or not _looks_like_title(after.block.text)


def _looks_like_title(text: str) -> bool:
    """Whether a paragraph is so short, and so without an end, that it may head what follows."""
    line = text.strip()
    return len(line.split()) <= _MAX_TITLE_LIKE_WORDS and line[:1].isupper() and not line.endswith((".", ",", ";", "!"))


class LabelScope:
    """The role that a label ending in a colon gives to the block after it."""

    def __init__(self) -> None:
        self._label: Role | None = None
        self._in_list = self._runs_on = self._has_spoken = self._is_item = False
        self._deep = 0

    def role(self, part: Part, headings: tuple[str, ...]) -> Role:
        """The role of the next block, which must be asked for in order."""
        block = part.block
        own = part.role
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
                runs_on = own is Role.OBJECTIVE and _opens_several(block.text)
                self._open(block, own if opens else None, runs_on=runs_on)
            return None
        if _opens_objectives(block):
            self._open(block, Role.OBJECTIVE, runs_on=True)
            return None
        role, has_spoken = self._label, self._has_spoken
        self._has_spoken = True
        if _form_of(block) is Form.ITEM and role is not None:
            self._deep = self._deep if self._in_list else block.deep
            self._in_list = True
            self._label = None if self._is_item and block.deep < self._deep else role
            return self._label
        # `Pupils will be able to:` opens a list, whose items may be paragraphs as well, as on slides.
        stays = self._runs_on and block.form is Form.PARAGRAPH and len(block.text.split()) <= _MAX_OBJECTIVE_WORDS
        self._label = role if stays and not self._in_list else None
        return None if self._in_list or (has_spoken and not stays) else role

    def _open(self, block: Block, label: Role | None, *, runs_on: bool) -> None:
        self._label, self._runs_on, self._is_item = label, runs_on, block.form is Form.ITEM
        self._in_list = self._has_spoken = False


def _form_of(block: Block) -> Form:
    """The form of a block; a paragraph that counts itself, `1. Fold`, is an item."""
    is_counted = block.form is Form.PARAGRAPH and _COUNTS.match(block.text)
    return Form.ITEM if is_counted else block.form


def _opens_several(text: str) -> bool:
    """Whether a label is of several things, `Objectives:`, or begins them, `Students will be able to:`."""
    return only_opens(text) or text.rstrip(" :").endswith(("s", "S", "s)", "criteria"))


def _opens_objectives(block: Block) -> bool:
    """Whether a line only begins what follows: `After this lesson, you will be able to...`."""
    return block.form is not Form.ROW and only_opens(block.text)
