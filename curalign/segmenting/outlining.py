"""Headings in disguise, and runs of blocks that play one role under one heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby, zip_longest

from curalign.domain.codes import LIKE_A_CODE
from curalign.domain.materials import Block, Form, InstructionalTime, Role, Section
from curalign.language import ABBREVIATIONS
from curalign.segmenting.boilerplate import is_boilerplate, line_key
from curalign.segmenting.cells import Cells
from curalign.segmenting.fields import names_a_part
from curalign.segmenting.grids import are_a_plan, parts_by_labels
from curalign.segmenting.reach import LabelScope, Part, Reach
from curalign.segmenting.roles import (
    CONTAINER,
    is_only_a_name,
    label_role,
    role_of_line,
    text_role,
    whole_role,
    without_label,
)
from curalign.segmenting.slots import names_time_or_class, without_slot
from curalign.segmenting.spelling import stems, without_brackets, words_of
from curalign.segmenting.tables import goes_on, opens_anew, understand
from curalign.segmenting.ticking import Ticks, ticks_anything, unticked_rows
from curalign.segmenting.vocabulary import CONTAINERS, LISTED_CONTAINERS, ROLE_LEVEL, WEEKDAYS

_MAX_TITLE_WORDS = 16
_MAX_ROLE_HEADING_WORDS = 6
_MAX_ASKED_WORDS = 10
_FEWEST_WORDS_OF_SENTENCES = 6
_ENDS_SENTENCE = re.compile(r"(?<!\w)(\w{2,}[.!?])[\"')\u201d\u2019]*\s+(?=[\"'(\u201c\u2018]?[A-Z])")
_CONTINUED = re.compile(r"\s*[(\[]?\b(?:continued|cont(?:['\u2019]?d)?)\b\.?[)\]]?\s*$", re.IGNORECASE)
_NUMBERED = re.compile(r"\s*(?P<number>\d{1,2}(?:\.\d{1,2})*)[.):]?\s+(?=\S)")
_BEFORE_A_NAME = re.compile(rf"[^\w(\"'\u201c\u00bf\u00a1]*(?:{_NUMBERED.pattern.replace('?P<number>', '?:')})?")


@dataclass(frozen=True, slots=True)
class BlockRun:
    """Blocks of one section that follow each other and share heading path and role.

    `time` is how long a pacing guide has the unit of these rows taught.
    """

    headings: tuple[str, ...]
    role: Role
    blocks: tuple[Block, ...]
    time: InstructionalTime | None = None


def outline(
    section: Section,
    title: str,
    page_lines: frozenset[str],
    faint: frozenset[tuple[str, ...]] = frozenset(),
    *,
    ticks_codes: bool = False,
) -> Iterator[BlockRun]:
    """The runs of a section, in order; their blocks are all the section's blocks.

    `title` is the document's and speaks where no heading does; `page_lines` are its running heads and feet; `faint` are
    heading paths that say nothing of what stands under the headings below them; `ticks_codes` tells that the document
    has lists of codes in which some are ticked.
    A heading in disguise becomes part of the path of what follows and is itself boilerplate, as the words of a real
    heading are no passage either.
    """
    parts = _with_bodies(list(_look_at_all(section, page_lines, ticks_codes=ticks_codes)))
    path: list[tuple[int, str]] = []
    scope, reach = LabelScope(), Reach(None)
    spoken = tuple(
        h for n, h in enumerate(section.headings, 1) if section.headings[:n] not in faint or section.headings[n:] == ()
    )
    pending: list[Block] = []
    last: _Key | None = None
    for part, after in zip_longest(parts, parts[1:]):
        if part.level:
            path = [entry for entry in path if entry[0] < part.level]
            path.append((part.level, " ".join(part.block.text.split()).rstrip(" :")))
            scope, reach = LabelScope(), Reach(part)
        elif reach.ends_before(part, after):
            path.pop()
            scope, reach = LabelScope(), Reach(None)
        cells = part.cells or Cells(part.block)
        headings = (*section.headings, *(text for _, text in path))
        role = (
            Role.BOILERPLATE
            if part.level
            else scope.role(part, (title, *spoken, *(text for _, text in path), *cells.headings))
        )
        place = section.headings if part.level else (*headings, *cells.headings)
        key = _Key(place, role, cells.time, part.tables, cells.group)
        if last is not None and key != last:
            yield BlockRun(last.headings, last.role, tuple(pending), last.time)
            pending = []
        last = key
        pending.append(part.block)
    if last is not None:
        yield BlockRun(last.headings, last.role, tuple(pending), last.time)


@dataclass(frozen=True, slots=True)
class _Key:
    """What blocks have in common that are one run."""

    headings: tuple[str, ...]
    role: Role
    time: InstructionalTime | None
    tables: int
    group: tuple[int, ...]


def _look_at_all(section: Section, page_lines: frozenset[str], *, ticks_codes: bool) -> Iterator[Part]:
    ticks = Ticks(ticks_codes, ticks_anything(section.blocks))
    ended = 0
    above: list[Block] = []
    for blocks in _stretches(section.blocks):
        is_table = blocks[0].form is Form.ROW
        if is_table:
            above = above if goes_on(above, blocks) else []
            found = _understood(blocks, above)
            above = [*above, *blocks]
        else:
            found = [part for block in blocks for part in _at_its_labels(block)]
            looks = (_look(block, section.headings, page_lines, is_alone=False) for block in blocks)
            above = above if above and all(look.role is Role.BOILERPLATE for look in looks) else []
        alone = _stand_alone([whole.block for whole in found])
        meant = ((part, is_alone) for whole, is_alone in zip(found, alone, strict=True) for part in ticks.meant(whole))
        for cells, is_alone in meant:
            if cells.role is None:
                part = _look(cells.block, section.headings, page_lines, is_alone=is_alone)
                yield replace(part, cells=replace(cells, block=part.block), tables=ended)
            else:
                yield Part(cells.block, role=cells.role, cells=cells, tables=ended)
        ended += is_table


def _at_its_labels(block: Block) -> list[Cells]:
    """A paragraph that holds a whole plan, `Objective: ... Activity: ...`, cut at its labels; any other whole."""
    label, colon, _ = block.text.partition(":")
    is_labelled = colon and "." not in without_brackets(label) and label_role(f"{label}:") is not None
    parts = list(parts_by_labels(block, None, (), ())) if is_labelled else []
    return parts if are_a_plan(parts) else [Cells(block)]


def _understood(rows: Sequence[Block], above: Sequence[Block]) -> list[Cells]:
    """The cells of a table, those of standards that it does not tick apart; `above` is what it is the rest of."""
    if above:
        before, both = understand(above), understand([*above, *rows])
        # Where the rows have what stands above them understood otherwise, they speak for themselves.
        return both[len(before) :] if both[: len(before)] == before else understand(rows)
    left = unticked_rows(rows)
    meant = [row for at, row in enumerate(rows) if at not in left]
    return [*understand(meant), *(Cells(rows[at], Role.BOILERPLATE) for at in sorted(left))]


def _stretches(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """The blocks of a section: those of each table, and those between tables."""
    above = [None, *blocks]
    opened = accumulate(
        block.opens_table or opens_anew(before, block) for before, block in zip(above, blocks, strict=False)
    )
    numbered = zip(opened, blocks, strict=True)
    for _, stretch in groupby(numbered, key=lambda pair: (pair[0], pair[1].form is Form.ROW)):
        yield [block for _, block in stretch]


def _stand_alone(blocks: Sequence[Block]) -> list[bool]:
    """Whether each block is no item of a list: a numbered heading has something else than the next number under it."""
    depths = [_depth_in_list(block) for block in blocks]
    beside = zip([0, *depths], depths, [*depths[1:], 0], strict=False)
    return [not depth or depth not in (before, after) for before, depth, after in beside]


def _depth_in_list(block: Block) -> int:
    """0 for a paragraph, 1 for an item, `4. Steps` or `9:40 Steps`, 2 for `4.1 Starter` and a list within a list."""
    if without_slot(block.text[:40])[1]:
        return 1
    number = _NUMBERED.match(block.text)
    return block.deep + (number["number"].count(".") + 1 if number else int(block.form is Form.ITEM))


def _look(block: Block, headings: tuple[str, ...], page_lines: frozenset[str], *, is_alone: bool) -> Part:
    text = block.text
    if is_boilerplate(text) or _is_heading_again(text, headings):
        return Part(block, role=Role.BOILERPLATE)
    if line_key(text[:400]) in page_lines:  # a running head that cites a standard claims it
        return Part(block, role=Role.MENTION if LIKE_A_CODE.search(text) else Role.BOILERPLATE)
    level = _level(text) if block.form is Form.PARAGRAPH else 0
    if not level and block.form is not Form.ROW and is_alone:
        level = _role_level(text)
    return Part(block, level=level) if level else Part(block, role=text_role(text))


def _is_heading_again(text: str, headings: tuple[str, ...]) -> bool:
    return len(text) < 200 and line_key(_CONTINUED.sub("", text)) in {line_key(heading) for heading in headings}


def _level(text: str) -> int:
    """The level of a paragraph that is a heading in disguise, 0 for any other text."""
    words = len(text[:400].split())
    if words > _MAX_TITLE_WORDS or text.rstrip().endswith((",", ";")):
        return 0
    container, behind_stop = _container(text.strip())
    if container:
        return 0 if _says_what_is_done(behind_stop) else CONTAINERS[container]
    return CONTAINERS["day"] if _names_a_day(text) else names_a_part(text)


def _names_a_day(text: str) -> bool:
    """Whether a line is a day of the week and nothing else but its date: `Monday`, `Martes 7 de octubre:`."""
    first = words_of(text)[:1]
    return text[:1].isupper() and not stems(WEEKDAYS).isdisjoint(first) and names_time_or_class(text)


def _role_level(text: str) -> int:
    """The level of a line that names a role: `Materials`, `3. Materials`, and with a picture before it."""
    bare = _BEFORE_A_NAME.sub("", without_slot(text[:400])[0], count=1).rstrip()
    named = without_brackets(bare)
    is_name = (
        0 < len(named.split()) <= (_MAX_ASKED_WORDS if bare.endswith("?") else _MAX_ROLE_HEADING_WORDS)
        and bare.lstrip("\"'\u201c\u2018")[:1].isupper()
        and not bare.endswith((":", ".", ",", ";"))
    )
    if not is_name or len(bare.split()) > _MAX_TITLE_WORDS:
        return 0
    if label_role(bare) is not None:
        # `Assessment: Formative` is a name alone.
        return ROLE_LEVEL if is_only_a_name(without_label(bare)) else 0
    # What has a colon is a label and its value, `Exit: 38 + 25`, unless it is a phrase.
    return ROLE_LEVEL if (whole_role(bare) if ":" in bare else role_of_line(bare)) else 0


def _container(line: str) -> tuple[str, str]:
    """The word that heads a line such as `Unit 2, Lesson 4: Adding tens`, and what stands behind a full stop after it.

    "" for `Day 3 was rainy`, which it does not head.
    """
    match = CONTAINER.match(line)
    if match is None:
        return "", ""
    rest, end = line[match.end() :], match["end"].strip()
    if end in (",", "&") and rest:
        return _container(rest.strip())
    return (match["name"].casefold() if end or not rest else ""), (rest if end.startswith(".") else "")


def _says_what_is_done(title: str) -> bool:
    """Whether sentences follow a title on its line: `Day 9. Ours. Mayor and council, same three questions.`."""
    ends = [word for word in _ENDS_SENTENCE.findall(title) if word not in ABBREVIATIONS]
    if len(title.split()) < _FEWEST_WORDS_OF_SENTENCES or not ends:
        return False
    # `Snow! What is it?` and `Who was first? Pupils as historians` are titles.
    return title.rstrip().endswith(".") or any(word.endswith(".") for word in ends)


def _with_bodies(parts: Sequence[Part]) -> list[Part]:
    """A heading with nothing under it is text: a worksheet's one-line task, or an entry in a list of lessons."""
    kept: list[Part] = []
    body_below, next_level = False, 0
    for part in reversed(parts):
        if not part.level:
            body_below = body_below or part.role is not Role.BOILERPLATE
            kept.append(part)
        elif body_below or next_level > part.level:
            kept.append(part)
            body_below, next_level = False, part.level
        else:
            kept.append(replace(part, level=0, role=_bare_role(part.block.text)))
    return kept[::-1]


def _bare_role(text: str) -> Role | None:
    if whole_role(text) is Role.BOILERPLATE:
        return Role.BOILERPLATE
    match = CONTAINER.match(text.strip())
    return Role.MENTION if match and match["name"].casefold() in LISTED_CONTAINERS else None
