"""Tables in which pupils stand across: each heads a column of marks, or they are listed under the name of a group."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from curalign.domain.people.headed import groups_pupils, names_content
from curalign.domain.people.name_words import TITLES
from curalign.domain.people.names import JOIN, NAME, is_famous, is_full_name, is_surely_given, like_a_name, plain_words
from curalign.domain.people.text import again
from curalign.domain.privacy import looks_like_code

Cells = Sequence[Sequence[str]]

_SPLIT = re.compile(rf"{JOIN}|\s*\n\s*")
_END_MARK = re.compile(r"\s?[(=-]?\s?\d[\d./%-]*\)?$")
MARK = re.compile(
    r"(?!(?:1\d|20)\d\d$|\d\d?:)[-+(]*\d[\d.,:/]*[%)]?|[A-F][+-]?|[A-Za-z]{1,2}|[\u2713\u2714]|\[(?:e-mail|phone)\]"
    r"|[-\u2013_. +]*"
)
"""What stands beside a pupil: a year, a time of the day and money do not."""
_HEADS = 3  # rows in which the names may stand
_SURELY = 3  # names from which a row of names is none of a story's
_OF_MARKS = frozenset(
    str.split(
        """
        standard skill item quiz question date test assignment objective task criteria criterion target assessment
        activity topic benchmark estandar habilidad lesson learning domain indicator
        """
    )
)


def across(cells: Cells, *, pupils: bool, asks: bool) -> dict[int, list[str]]:
    """The rows of a table in which pupils stand across, without them and their marks.

    Args:
        cells: The table, row by row.
        pupils: Whether what stands above it says that it is about pupils.
        asks: Whether a question stands beside it, as beside the table of a story problem.

    Returns:
        What is left of the cells of each row that changes.

    """
    if not asks:
        for at in range(min(_HEADS, len(cells))):
            if columns := _names_across(cells, at, pupils):
                return _without_marks(cells, at, columns)
    starts = [0, *(at for at in range(1, len(cells)) if _heads_groups(cells[at]))]
    found: dict[int, list[str]] = {}
    for start, end in zip(starts, [*starts[1:], len(cells)], strict=True):
        left = _without_lists(cells[start:end], pupils=pupils, asks=asks)
        found.update((start + at, row) for at, row in left.items())
    return found if asks else {**_with_marks(cells, pupils), **found}


def _with_marks(cells: Cells, pupils: bool) -> dict[int, list[str]]:
    """Rows of a first name and at least two marks, where three stand together; with one it may be a story's table."""
    found: dict[int, list[str]] = {}
    if not pupils and cells and not _marks_pupils(cells[0]):
        return found
    is_marked = [_is_sure(row[0]) and like_a_name(row[0], False) and _are_marks(row[1:]) for row in cells]
    for is_list, stretch in groupby(range(len(cells)), key=is_marked.__getitem__):
        run = list(stretch)
        if is_list and len(run) >= _SURELY:
            found.update((at, [NAME, *cells[at][1:]]) for at in run)
    return found


def _is_marked(row: Sequence[str]) -> bool:
    """Whether a row is named as what is marked: `2.NBT.A.1`, `Quiz 3`."""
    return looks_like_code(row[0]) or not _OF_MARKS.isdisjoint(plain_words(row[0]))


def _marks_pupils(header: Sequence[str]) -> bool:
    """Whether the first row is none of `Player | Game 1`: it is a pupil's, or says what is marked."""
    says = not _OF_MARKS.isdisjoint(word for cell in header for word in plain_words(cell))
    return says or (_is_sure(header[0]) and _are_marks(header[1:]))


def _are_marks(cells: Sequence[str]) -> bool:
    said = [cell.strip() for cell in cells if cell.strip()]
    return len(said) > 1 and all(map(MARK.fullmatch, said))


def _heads_groups(row: Sequence[str]) -> bool:
    """Whether a row names groups, over the pupils in them."""
    said = [cell for cell in row if cell.strip()]
    return len(said) > 1 and all(map(groups_pupils, said))


def _without_lists(cells: Cells, *, pupils: bool, asks: bool) -> dict[int, list[str]]:
    """The rows in which pupils are listed below the names of groups, without them."""
    columns = _lists_pupils(cells, pupils=pupils, asks=asks)
    found: dict[int, list[str]] = {}
    for number, row in enumerate(cells):
        held = [at for at in columns if at < len(row) and row[at].strip() and _names_in(row[at])]
        names = [name for at in held for name in _names_in(row[at])]
        if held and (number or any(map(_is_sure, names))):
            found[number] = [NAME if at in held else again(cell, names) for at, cell in enumerate(row)]
    return found


def _names_across(cells: Cells, at: int, pupils: bool) -> list[int]:
    """The columns that a row heads with names of pupils, over marks."""
    row = cells[at]
    columns = [number for number in range(1, len(row)) if row[number].strip()]
    names = [row[number] for number in columns]
    if len(names) < 2 or at + 1 >= len(cells) or not all(like_a_name(name, False) for name in names):
        return []
    sure = sum(map(_is_sure, names))
    says = pupils or not _OF_MARKS.isdisjoint(plain_words(row[0])) or any(map(_is_marked, cells[at + 1 :]))
    if names_content(row[0]) or sure < 2 or 3 * sure < 2 * len(names) or not (says or all(map(is_full_name, names))):
        return []
    below = [cell.strip() for other in cells[at + 1 :] for n, cell in enumerate(other) if n in columns]
    marks = sum(MARK.fullmatch(cell) is not None for cell in below)
    of_people = _is_sure(row[0]) and like_a_name(row[0], False)
    return columns if marks and 5 * marks >= 4 * len(below) and not of_people else []


def _without_marks(cells: Cells, at: int, columns: Sequence[int]) -> dict[int, list[str]]:
    return {
        number: [cell for n, cell in enumerate(cells[number]) if n not in columns or number < at]
        for number in range(at, len(cells))
    }


def _lists_pupils(cells: Cells, *, pupils: bool, asks: bool) -> list[int]:
    """The columns that list pupils, because their headers name groups of them or the table is about them."""
    heads = dict(enumerate(cells[0])) if cells else {}
    every = [at for at in range(max(map(len, cells), default=0)) if not names_content(heads.get(at, ""))]
    if asks:
        every = [at for at in every if "student" not in plain_words(heads.get(at, ""))]
    grouped = [at for at in every if groups_pupils(heads.get(at, "")) and len(cells) > 1]
    together = grouped if _hold_names(cells[1:], grouped) else []
    if not pupils or asks:
        return together
    rest = [at for at in every if at not in grouped]
    return [*together, *(rest if _hold_names(cells, rest) else [at for at in rest if _hold_names(cells, [at])])]


def _hold_names(cells: Cells, columns: Sequence[int]) -> bool:
    held = [row[at] for row in cells for at in columns if at < len(row) and row[at].strip()]
    named = [names for cell in held if (names := _names_in(cell))]
    names = [name for each in named for name in each]
    if any(map(is_famous, names)):
        return False
    return 2 * len(named) >= len(held) and 2 * sum(map(_is_sure, names)) >= len(names) > 0


def _names_in(cell: str) -> list[str]:
    """The names in a cell that holds nothing else but marks beside them."""
    if len(cell) > 400:
        return []
    parts = [_END_MARK.sub("", part.strip()) for part in _SPLIT.split(cell) if part.strip()]
    return parts if parts and all(len(part) > 1 and like_a_name(part, False) for part in parts) else []


def _is_sure(name: str) -> bool:
    return is_surely_given(name) or not TITLES.isdisjoint(plain_words(name)[:1])
