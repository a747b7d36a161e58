"""Tables understood by what their columns and rows are called: each cell its role, under the lesson or day it is of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from curalign.domain.codes import LIKE_A_CODE, OPENS_WITH_A_CODE
from curalign.domain.materials import Block, Form, Role
from curalign.segmenting.boilerplate import is_data
from curalign.segmenting.cells import (
    Cells,
    cell,
    cells_of,
    filled,
    of_row,
    role_of_heading_words,
    with_labels,
    with_short_ones,
)
from curalign.segmenting.columns import (
    DAY_LETTERS,
    Column,
    among_known,
    heard_role,
    is_label,
    is_period,
    is_total,
    lists_standards,
    role_of_label,
    tells_standards,
)
from curalign.segmenting.fields import Field, field_of, role_of_fields
from curalign.segmenting.forms import read_head
from curalign.segmenting.grids import are_a_plan, names_periods, parts_by_labels, read_grid
from curalign.segmenting.headers import (
    FIELD,
    HEADER_ROWS,
    MAX_COLUMN_WORDS,
    column_roles,
    first_header,
    full_names,
    is_header,
    is_header_again,
    only_role,
    side_by_side,
    with_head_named,
)
from curalign.segmenting.pacing import read_plan
from curalign.segmenting.roles import is_only_codes, label_role, text_role
from curalign.segmenting.slots import names_time_or_class
from curalign.segmenting.vocabulary import STRONG

_CLOCK = re.compile(r"\d:\d\d")
_COUNTS = re.compile(r"\d+\s*[^\W\d_]{2}")  # `3 weeks`, and neither `12` nor `high`
_MAX_LINE = 150  # characters of a row that is a line of text; a longer one speaks for itself
_MAX_NAME_WORDS = 16  # a longer cell says something rather than naming a lesson


def understand(rows: Sequence[Block]) -> list[Cells]:
    """The cells of a table's rows; all its words, a grid's column by column.

    Args:
        rows: The rows of one table, in their order.

    Returns:
        Cells in reading order. Those of a row that says nothing of itself are the whole row, without a role.

    """
    rows = [with_labels(row) for row in rows]
    beside = side_by_side([cells_of(row) for row in rows[:HEADER_ROWS]])
    if beside:
        return [part for at in beside for part in understand(_cut(rows, at))]
    return read_plan(rows) or _without_plan(rows)


def _without_plan(rows: Sequence[Block]) -> list[Cells]:
    """The cells of a table that is no plan of a year."""
    if lists_standards([row.text for row in rows]):
        return [Cells(row, Role.MENTION) for row in rows]
    if is_data(rows):
        return [Cells(row, Role.BOILERPLATE) for row in rows]
    cells = [cells_of(row) for row in rows]
    if all(len(row) == 1 for row in cells):  # lines around a text, not a table
        return [Cells(replace(row, form=Form.PARAGRAPH) if len(row.text) < _MAX_LINE else row) for row in rows]
    form = read_head(rows, cells)
    if form is not None:
        return form
    head = first_header(cells)
    named = cells if head is None else with_head_named(cells, head)
    if head is not None and len(column_roles(named[head])) > 1:
        return _by_columns(rows, named, head)
    grid = read_grid(rows, cells)
    if grid is not None:
        return grid
    if head is not None:
        return _by_columns(rows, named, head)
    role = only_role(cells[0])
    if role is not None:
        return [Cells(row, label_role(row.text) or role) for row in rows]
    return _row_by_row(rows, cells)


def _cut(rows: Sequence[Block], columns: slice) -> list[Block]:
    """The rows with these columns alone, where they say anything."""
    texts = [" | ".join(cells_of(row)[columns]).rstrip(" |") for row in rows]
    return [replace(row, text=text) for row, text in zip(rows, texts, strict=True) if text]


def _row_by_row(rows: Sequence[Block], cells: Sequence[Sequence[str]]) -> list[Cells]:
    """A table of no known columns: what each row tells by itself, under the stage of its form."""
    is_form = any(role_of_label(row[0]) for row in cells if len(filled(row)) == 2 and row[0])
    stages = _stages(cells)
    found: list[Cells] = []
    stage: tuple[str, ...] = ()
    said: Role | None = None
    for at, row in enumerate(rows):
        if at in stages:
            stage, said = (row.text.strip(" :|"),), stages[at]
            found.append(Cells(row, role_of_heading_words(row.text)))
            continue
        for part in _told_by_itself(row, cells[at], at, is_form=is_form):
            own = part.role or (said and (text_role(part.block.text) or said))
            found.append(replace(part, role=own, headings=(*stage, *part.headings)))
    return found


def _stages(cells: Sequence[Sequence[str]]) -> dict[int, Role]:
    """The rows of a form that head those below them, `Stage 2 - Evidence`, where it has several, and their roles."""
    alone = [(at, row[filled(row)[0]]) for at, row in enumerate(cells[:-1]) if len(filled(row)) == 1]
    names = [(at, text) for at, text in alone if not text.endswith((".", "?", "!"))]
    heads = {at: role for at, text in names if (role := heard_role(text)) in STRONG}
    return heads if len(heads) > 1 else {}


def _told_by_itself(block: Block, row: Sequence[str], at: int, *, is_form: bool) -> list[Cells]:
    """A row of no known column: one that holds a whole plan, `Objective: ... Activity: ...`, is cut at its labels."""
    day = row[:1] if len(row) > 1 and is_period(row[0]) else []
    headings = tuple(text.rstrip(" :") for text in day)
    parts = [
        part
        for text in row[len(day) :]
        if text
        for part in parts_by_labels(of_row(block, [text]), None, headings, (at,))
    ]
    if are_a_plan(parts):
        return [*(Cells(of_row(block, day), role_of_heading_words(text)) for text in day), *with_short_ones(parts)]
    own = role_of_fields(block.text) or label_role(block.text) or _role_of_names([row[n] for n in filled(row)])
    # `Curriculum links | 3.NF.A.1 Understand`, in a form of labels and values.
    is_standard = is_form and len(filled(row)) == 2 and not any(map(str.isdigit, row[0]))
    if own is None and is_standard and OPENS_WITH_A_CODE.match(row[filled(row)[-1]]):
        own = Role.MENTION
    return [Cells(block, own)]


def _role_of_names(texts: Sequence[str]) -> Role | None:
    """What a row is that says what the unit or the lesson is called, beside who, where and when; None for others."""
    if all(map(FIELD.match, texts)):  # `Lesson: Halves | Subject: Math`
        texts = [part.strip() for text in texts for part in text.split(":", 1)]
    pairs = list(zip(texts[::2], texts[1::2], strict=False))
    are_named = [
        role_of_fields(f"{label} | {value}")
        or (field_of(label.rstrip(" :")) is Field.NAME and not value.endswith((".", "?", "!")))
        for label, value in pairs
    ]
    is_short = all(len(value.split()) <= MAX_COLUMN_WORDS for _, value in pairs)
    return Role.NOTE if pairs and len(texts) % 2 == 0 and is_short and all(are_named) else None


def opens_anew(above: Block | None, row: Block) -> bool:
    """Whether a row of a sheet begins another table: it names columns, and rows were left empty above it."""
    if above is None or row.form is not Form.ROW or row.spot.unit != "sheet" or row.spot.page != above.spot.page:
        return False
    is_apart = (row.spot.line or 0) - (above.spot.line or 0) > 1
    return is_apart and is_header(cells_of(row), (), 0)


def goes_on(above: Sequence[Block], rows: Sequence[Block]) -> bool:
    """Whether a table is the rest of the one before it, as on the next page, without a header of its own.

    Args:
        above: The rows of the table before it; none where something stands between them.
        rows: Its own rows.

    """
    before, cells = [cells_of(row) for row in above], [cells_of(row) for row in rows]
    head = first_header(before)
    if (
        head is None
        or len(column_roles(with_head_named(before, head)[head])) < 2
        or max(map(len, cells)) != len(before[head])
    ):
        return False
    has_own = first_header(cells) is not None or any(is_label(text) for row in cells for text in row[:1] if text)
    if has_own or not any(len(filled(row)) > 2 for row in cells):
        return False
    of_standards = [at for at, name in enumerate(before[head]) if tells_standards(name)]
    if of_standards:
        return any(LIKE_A_CODE.search(cell(row, at)) for row in cells for at in of_standards)
    return all(any(map(str.isdigit, row[0])) for row in (before[-1], cells[0]))  # lesson 5.1, then lesson 5.2


@dataclass(slots=True)
class _Reading:
    """The columns of a table by its last header, and the names that hold for empty cells: merged, or left out.

    `days` stand over the columns where each day has several, an objective and an activity.
    """

    columns: list[Column] = field(default_factory=list)
    days: dict[int, str] = field(default_factory=dict)
    band: tuple[str, ...] = ()
    names: dict[int, str] = field(default_factory=dict)

    def begin(self, names: Sequence[str], above: Sequence[str], below: Sequence[Sequence[str]]) -> None:
        """Take a header, the row above it and those below it."""
        self.days = {at: above[at].rstrip(" :") for at in filled(above)} if names_periods(above) else {}
        self.days = {at: day for at, day in self.days.items() if is_period(day)}
        self.columns = _with_topics([among_known(name) for name in names], below)
        self.names = {}

    def named(self, row: Sequence[str]) -> dict[int, str]:
        """The cells of a row that name it, by column."""
        first = next(iter(filled(row)), 0)
        return {
            at: text
            for at, text in enumerate(row)
            if text and at < len(self.columns) and _is_name(self.columns[at], text, is_first=at == first)
        }

    def day(self, column: int) -> tuple[str, ...]:
        """The day of a column, which reaches to the next one's."""
        return tuple(self.days[at] for at in sorted(self.days) if at <= column)[-1:]

    def take(self, named: dict[int, str]) -> None:
        """Take what names a row: where a cell is empty the one above holds, unless one to its left has changed."""
        for at in sorted(named):
            if self.names.get(at) != named[at]:
                self.names = {before: text for before, text in self.names.items() if before < at}
            self.names[at] = named[at]

    def headings(self, day: tuple[str, ...]) -> tuple[str, ...]:
        """What stands over the cells of a day: it, and the names that are its own or no day's."""
        own = [at for at in sorted(self.names) if self.day(at) in ((), day)]
        return (*day, *self.band, *(_in_words(self.columns[at], self.names[at]) for at in own))


def _by_columns(rows: Sequence[Block], cells: Sequence[Sequence[str]], head: int) -> list[Cells]:
    """A table whose header names its columns: each row's cells by their roles, under what names the row."""
    reading = _Reading()
    found: list[Cells] = []
    names_end = 0
    for at, row in enumerate(cells):
        if at < names_end:
            continue
        if at == head or (at > head and is_header_again(row, cells[head])):
            names, begins, names_end = full_names(cells, at, head)
            reading.begin(names, cells[at - 1] if at else (), cells[names_end:])
            found = found[: len(found) - (at - begins)]
            found += [Cells(rows[n], role_of_heading_words(rows[n].text)) for n in range(begins, names_end)]
        elif at < head:
            is_over = at + 1 == head and names_periods(row)
            if len(filled(row)) == 1 and is_period(row[filled(row)[0]]):  # `Week 1` merged over all columns
                is_over, reading.band = True, (rows[at].text.strip(" :|"),)
            beside = _role_of_names([row[n] for n in filled(row)])
            found.append(Cells(rows[at], role_of_heading_words(rows[at].text) if is_over else beside))
        elif is_total(row):
            found.append(Cells(rows[at], Role.NOTE, group=(at,)))
        elif _is_band(row, reading.columns):
            reading.band, reading.names = (rows[at].text.strip(" :|"),), {}
            found.append(Cells(rows[at], role_of_heading_words(rows[at].text)))
        elif _is_aside(row, reading.columns):
            found.append(Cells(rows[at], group=(at,)))
        else:
            found += with_short_ones(_row(rows[at], row, reading, at))
    return found


def _with_topics(columns: list[Column], below: Sequence[Sequence[str]]) -> list[Column]:
    """The columns of a table; in an agenda that has hours, and topics for all that is done, these are what is done."""
    clocks = [n for n, column in enumerate(columns) if column.is_beside]
    is_agenda = any(_CLOCK.search(cell(row, n)) for row in below for n in clocks)
    if not is_agenda or any(column.role in STRONG or not column.is_known for column in columns):
        return columns
    topic = next((n for n, column in enumerate(columns) if column.is_name), None)
    return [Column(each.name, Role.TASK) if n == topic else each for n, each in enumerate(columns)]


def _row(block: Block, row: Sequence[str], reading: _Reading, at: int) -> Iterator[Cells]:
    named = reading.named(row)
    reading.take(named)
    own = next((role for text in named.values() if (role := role_of_label(text))), None)
    roles = [
        (
            _role(reading.columns[n] if n < len(reading.columns) else Column(""), text, own, is_name=n in named),
            reading.day(n),
            text,
        )
        for n, text in enumerate(row)
        if text
    ]
    for ((role, is_name), day), group in groupby(roles, key=lambda each: each[:2]):
        part = of_row(block, (text for _, _, text in group))
        yield Cells(part, role, () if is_name else reading.headings(day), group=(at,))


def _role(column: Column, text: str, own: Role | None, *, is_name: bool) -> tuple[Role | None, bool]:
    """The role of one cell, and whether it names its row: its own label before its column, this before the row's."""
    if is_name:
        return role_of_heading_words(text), True
    if column.role is Role.MENTION or (tells_standards(column.name) and OPENS_WITH_A_CODE.match(text)):
        return Role.CLAIM, False
    if is_only_codes(text):
        return Role.MENTION, False
    is_time = column.role is None and _COUNTS.search(text) is not None and names_time_or_class(text)
    return label_role(text) or column.role or own or (Role.NOTE if is_time else None), False


def _is_name(column: Column, text: str, *, is_first: bool) -> bool:
    """Whether a cell names its row: it is short, and stands in a column of names or first in one that says nothing."""
    if column.role is not None or not (column.is_name or is_first) or is_only_codes(text):
        return False
    if len(text.split()) > (_MAX_NAME_WORDS if column.is_name else _MAX_NAME_WORDS / 2) or text.endswith(
        (".", "?", "!")
    ):
        return False
    counts = {"day", "date", "week"} & set(column.name.casefold().split())
    return not counts or is_period(text) or any(map(str.isdigit, text)) or text.strip(" .:").casefold() in DAY_LETTERS


def _in_words(column: Column, text: str) -> str:
    """A name as a heading: `Lesson 3` for 3 in the column Lesson."""
    return f"{column.name.rstrip(' #:')} {text}" if text.isdigit() else text.rstrip(" :")


def _is_aside(row: Sequence[str], columns: Sequence[Column]) -> bool:
    """Whether a row says something by the way: words alone, in a column of standards."""
    texts = filled(row)
    named = [columns[at] for at in texts if at < len(columns)]
    return len(texts) == 1 and named != [] and named[0].role is Role.MENTION and not LIKE_A_CODE.search(row[texts[0]])


def _is_band(row: Sequence[str], columns: Sequence[Column]) -> bool:
    """Whether a row is a heading over those that follow: one short cell, in no column of a role."""
    texts = filled(row)
    if len(texts) != 1 or len(columns) < 2 or len(row[texts[0]].split()) > _MAX_NAME_WORDS:
        return False
    text, column = row[texts[0]], columns[texts[0]] if texts[0] < len(columns) else Column("")
    if text.endswith((".", "?", "!")) or is_only_codes(text):
        return False
    return is_period(text) or (texts[0] == 0 and column.role is None)
