"""Tables whose rows are labelled: a lesson plan's template, and grids with days, weeks or classes across."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from curalign.domain.codes import OPENS_WITH_A_CODE
from curalign.domain.materials import Block, Role
from curalign.segmenting.cells import Cells, cell, filled, of_row, role_of_heading_words, with_short_ones
from curalign.segmenting.columns import (
    are_days,
    column_of,
    heard_role,
    is_label,
    is_period,
    is_total,
    is_weekday,
    role_of_label,
)
from curalign.segmenting.roles import is_only_codes, label_role

_LABEL_COLUMNS = 3  # how far from the left a row's label may stand, after the names of days or subjects
_MAX_NAME_WORDS = 16
_HEADER_ROWS = 5
_MIN_HEARD = 3  # roles
_TERSE = 10  # words
_FEW_WORDS = 3
_INNER = re.compile(r"(?:^|(?<=[\s.!?;)]))(?=([A-Z][\w/&'\u2019 -]{2,40}?)\s*:\s)")
"""Wherever a label may begin: in `I can add Activity: Sort`, `Activity` as well as `I can add Activity`."""
_BEHIND_CODE = re.compile(
    r"\d[a-z]?\)?[.,;]?\s+((?:I|We)\scan\s|SWBAT\b|(?:Pupils|Students|Learners|TSW)\s(?:will|can)\s)"
)
"""An objective behind the codes of its standards."""


def read_grid(rows: Sequence[Block], cells: Sequence[Sequence[str]]) -> list[Cells] | None:
    """The cells of a table whose rows are labelled, or that has days or classes across; None for any other."""
    labels = _label_column(cells)
    header = next((at for at, row in enumerate(cells[:_HEADER_ROWS]) if names_periods(row)), None)
    if labels is None and (header is None or _is_terse(cells[header], cells[header + 1 :])):
        return None
    reading = _Grid(rows, cells, labels)
    return list(reading.read())


@dataclass(slots=True)
class _Grid:
    """A labelled table on its way from its first row to its last.

    What stands under a day is held until the days end, and given day by day.
    """

    rows: Sequence[Block]
    cells: Sequence[Sequence[str]]
    labels: int | None
    names: dict[int, str] = field(default_factory=dict)
    titles: dict[int, list[str]] = field(default_factory=dict)
    above: tuple[str, ...] = ()
    group: tuple[str, ...] = ()
    role: Role | None = None
    held: dict[int, list[Cells]] = field(default_factory=dict)
    headers: int = 0

    def read(self) -> Iterator[Cells]:
        """The cells in reading order."""
        for at, row in enumerate(self.cells):
            block = self.rows[at]
            if self._is_header(at):
                yield from self._given()
                self._begin(row)
                yield Cells(block, role_of_heading_words(block.text))
            elif self._is_band(row):
                yield from self._given()
                self.above, self.role = (block.text.strip(" :|"),), None
                yield Cells(block, role_of_heading_words(block.text))
            elif self.names:
                yield from self._across(at, row, block)
            else:
                yield from self._down(at, row, block)
        yield from self._given()

    def _begin(self, row: Sequence[str]) -> None:
        """Take the names of the days below this row; what stands in the corner heads them all, as `Week 3` does."""
        texts = filled(row)
        if self.labels is None:
            corner = texts[:1] if _is_corner([row[n] for n in texts]) else []
        else:
            corner = [n for n in texts if n <= self.labels]
        if any(is_period(row[n]) for n in corner):
            self.above = tuple(row[n].rstrip(" :") for n in corner)
        self.names = {n: row[n] for n in texts if n not in corner}
        self.titles, self.role, self.group = {}, None, ()
        self.headers += 1

    def _given(self) -> Iterator[Cells]:
        """What is held, day by day."""
        for column in sorted(self.held):
            yield from with_short_ones(self.held[column])
        self.held = {}

    def _across(self, at: int, row: Sequence[str], block: Block) -> Iterator[Cells]:
        """A row under days: its label is a heading, and each other cell is its day's."""
        first = min(self.names)
        beside = [n for n in filled(row) if n < first]
        values = [n for n in filled(row) if n >= first]
        groups = [row[n].rstrip(" :") for n in beside if self.labels is not None and n < self.labels]
        label = " ".join(row[n] for n in beside if self.labels is None or n >= self.labels)
        self.group = tuple(groups) or self.group
        if label:
            self.role = self._role_of(label)
        if beside:
            words = of_row(block, _at(row, beside))
            yield Cells(words, role_of_heading_words(words.text))
        if self.role is None and _is_title_row(label) and not any(map(_is_told, _at(row, values))):
            for n in values:
                self.titles.setdefault(self._day(n), []).append(row[n].rstrip(" :"))
            yield Cells(of_row(block, _at(row, values)), role_of_heading_words(" ".join(_at(row, values))))
        elif len(values) == 1 and values[0] == first and len(self.names) > 2:
            # One cell for all days: merged over them.
            yield from parts_by_labels(of_row(block, _at(row, values)), self.role, self.above, (at,))
        else:
            extra = (label.rstrip(" :"),) if label and not is_label(label) and _is_title(label) else ()
            for n in values:
                day = self._day(n)
                headings = (*self.above, self.names[day].rstrip(" :"), *self.group, *extra, *self.titles.get(day, ()))
                self.held.setdefault(day, []).extend(
                    parts_by_labels(of_row(block, [row[n]]), self.role, headings, (self.headers, day))
                )

    def _role_of(self, label: str) -> Role | None:
        """The role of a row by its label; where rows have labels, what is none elsewhere is one as well."""
        return role_of_label(label) if self.labels is None else heard_role(label)

    def _day(self, column: int) -> int:
        """The day of a cell: that of its column, or the last before it, which reaches over it."""
        return max((n for n in self.names if n <= column), default=min(self.names))

    def _down(self, at: int, row: Sequence[str], block: Block) -> Iterator[Cells]:
        """A row with its label, whose role it has; a row without one goes on with the row above."""
        labels = self.labels or 0
        label = cell(row, labels)
        names = [n for n in filled(row) if n < labels]
        if names:
            self.above = tuple(row[n].rstrip(" :") for n in names)
            yield Cells(of_row(block, _at(row, names)), role_of_heading_words(" ".join(self.above)))
        rest = of_row(block, row[labels:])
        pairs = _pairs(row[labels:])
        if pairs:
            yield from (Cells(of_row(block, pair), role_of_label(pair[0]), self.above, group=(at,)) for pair in pairs)
            return
        if label:
            self.role = None if is_total(row) else self._role_of(label)
        value = next((row[n] for n in filled(row) if n > labels), "")
        is_standard = is_only_codes(rest.text) or (self.role is None and OPENS_WITH_A_CODE.match(value))
        own = Role.MENTION if is_standard else self.role
        if rest.text:
            yield Cells(rest, own, self.above)

    def _is_header(self, at: int) -> bool:
        """Whether a row names the days or classes of those below it."""
        row = self.cells[at]
        if names_periods(row):
            return not (self.names and self.labels is not None and _is_title_row(cell(row, self.labels)))
        goes_on = self.role is not None and not cell(row, self.labels or 0)  # with the row above
        if self.labels is None or self.names or goes_on or at + 1 >= len(self.cells):
            return False
        below = self.cells[at + 1]
        texts = [row[n] for n in filled(row) if n > self.labels]
        is_above = role_of_label(cell(row, self.labels)) is None and role_of_label(cell(below, self.labels)) is not None
        widest = max(len(filled(other)) for other in self.cells)
        return is_above and len(texts) > 1 and len(texts) >= widest - 1 and all(map(_is_name, texts))

    def _is_band(self, row: Sequence[str]) -> bool:
        """Whether a row is a heading over those that follow: one cell that is a day's name, or is no label."""
        texts = filled(row)
        if len(texts) != 1 or len(row[texts[0]].split()) > _MAX_NAME_WORDS or is_only_codes(row[texts[0]]):
            return False
        return is_period(row[texts[0]]) and role_of_label(row[texts[0]]) is None


def parts_by_labels(
    block: Block, role: Role | None, headings: tuple[str, ...], group: tuple[int, ...]
) -> Iterator[Cells]:
    """A cell cut where labels stand in it, `Objective: ... Activity: ...`; what has none has the role given."""
    marks = {found.start(1): said for found in _INNER.finditer(block.text) if (said := role_of_label(found[1]))}
    openings = [found.start(1) for found in _BEHIND_CODE.finditer(block.text)]
    cuts = [0, *sorted({*marks, *openings}), len(block.text)]
    for start, end in pairwise(cuts):
        text = block.text[start:end].strip()
        if text:
            part = of_row(block, [text])
            own = (
                Role.MENTION
                if is_only_codes(text)
                else Role.CLAIM
                if role is Role.MENTION
                else label_role(text) or marks.get(start) or role
            )
            yield Cells(part, own, headings, group=group)


def are_a_plan(parts: Sequence[Cells]) -> bool:
    """Whether what labels divide is more than what is done, which stays whole with its exit ticket and its homework.

    A word or two, such as `Time: 40 minutes`, are not counted.
    """
    told = {part.role for part in parts if part.role and len(part.block.text.split()) > _FEW_WORDS}
    return len(told) > 1 and not told <= {Role.TASK, Role.ASSESSMENT}


def _label_column(cells: Sequence[Sequence[str]]) -> int | None:
    """The column of labels: half of its cells have a role, and not all the same."""
    rows = [row for row in cells if len(filled(row)) > 1]
    for at in range(_LABEL_COLUMNS):
        texts = [row[at] for row in rows if at < filled(row)[-1] and row[at]]
        roles = [role for text in texts if (role := role_of_label(text))]
        if len(roles) > 1 and 2 * len(roles) >= len(texts) and len(set(roles)) > 1:
            return at
    return 0 if _is_form(rows) else None


def _is_form(rows: Sequence[Sequence[str]]) -> bool:
    """Whether rows of two cells are a form's whose labels are labels only as headings are, such as questions.

    Anything may sound like a heading, so it takes three kinds of them, and more of them.
    """
    labels = [row[0] for row in rows if filled(row) == [0, 1]]
    roles = [role for label in labels if (role := heard_role(label))]
    return 5 * len(labels) >= 4 * len(rows) and 3 * len(roles) >= 2 * len(labels) and len(set(roles)) >= _MIN_HEARD


def _is_title_row(label: str) -> bool:
    """Whether a row is called so because it names the lesson or the topic of each day."""
    return column_of(label.strip(" :*")).is_name


def _is_terse(header: Sequence[str], cells: Sequence[Sequence[str]]) -> bool:
    """Whether most cells only name what is done, as in a calendar of a month's lessons: its rows speak together.

    What the rows are called, left of the first day, is not counted.
    """
    first = next((at for at in filled(header) if is_period(header[at])), 1)
    texts = [text for row in cells for text in row[first:] if text and not text.isdigit()]
    return 2 * sum(len(text.split()) < _TERSE and not text.endswith((".", "!")) for text in texts) > len(texts)


def _is_corner(texts: Sequence[str]) -> bool:
    """Whether the first of these is what the rows are called, or the week of the days that follow it."""
    first, *others = texts
    return not is_period(first) or (not is_weekday(first) and all(map(is_weekday, others)))


def names_periods(row: Sequence[str]) -> bool:
    """Whether a row names days or classes: two or more, and nothing beside them but what the rows are called."""
    texts = filled(row)
    if any(are_days([row[n] for n in texts[corner:]]) for corner in (0, 1)):
        return True
    periods = [n for n in texts if is_period(row[n])]
    return len(periods) > 1 and len(texts) - len(periods) <= (0 if texts[0] in periods else 1)


def _pairs(row: Sequence[str]) -> list[list[str]]:
    """A row's labels each with its value, where two or more alternate: `Objective | ... | Materials | ...`."""
    texts = [text for text in row if text]
    pairs = [texts[n : n + 2] for n in range(0, len(texts), 2)]
    is_paired = len(pairs) > 1 and all(is_label(pair[0]) and not any(map(is_label, pair[1:])) for pair in pairs)
    return pairs if is_paired else []


def _at(row: Sequence[str], columns: Sequence[int]) -> list[str]:
    return [row[n] for n in columns]


def _is_title(text: str) -> bool:
    return len(text.split()) <= _MAX_NAME_WORDS and not is_only_codes(text)


def _is_told(text: str) -> bool:
    """Whether a cell says what is done rather than what it is called."""
    return not _is_title(text) or text.endswith(".")


def _is_name(text: str) -> bool:
    return len(text.split()) <= _MAX_NAME_WORDS / 2 and not text.endswith((".", "?", "!")) and not is_only_codes(text)
