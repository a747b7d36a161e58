"""The walk through a document for people, from its first line to its last: each code, and the words that are its own.

The codes are those whose shapes repeat with running numbers (`printed_codes`). A statement is what stands behind its
code, or in the cell beside it, up to the next code; what a document says between statements is left out and told.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from curalign.domain.grades import find_grades, read_grades
from curalign.domain.materials import Section
from curalign.reading.frameworks.printed import ENDS, LeftOut, Printed, Reading
from curalign.reading.frameworks.printed_codes import (
    Start,
    as_roman,
    follows,
    is_below,
    is_distinctive,
    mark_kind,
    nested,
    parts_of,
    repeating_shapes,
    shape_of,
    start_of,
    starts_within,
    under,
)
from curalign.reading.frameworks.printed_lines import Column, Line, LineKind, is_explaining, is_grade, lines_of

_LABELLED = re.compile(
    r"^\W{0,2}(?:clarif|examples?\b|assessment bound|boundar|notes?:|explanation|remarks?:|ejemplos?\b|aclaraci)",
    re.IGNORECASE,
)
_SECTION = re.compile(r"(?:§|\bSec(?:tion|\.)?)\s*(\d{2,3}\.\d{1,3})\b")
_DATED = re.compile(r"\b(?:19|20)\d\d\b")  # `Updated 2025` is no strand
_HEADING_WORDS = 12
_MIN_WORDS = 3
_REPEATS = 3
_MARKS = 5  # of a document that counts its standards by marks alone


def read_printed(sections: Iterable[Section]) -> Reading:
    """Read the standards of one document."""
    lines = lines_of(sections)
    reader = _Reader(lines)
    for at in range(len(lines)):
        reader.take(at)
    return Reading(tuple(reader.finished()), tuple(reader.left_out), reader.shapes)


def _starts(lines: Sequence[Line]) -> list[list[Start]]:
    """What each line, or each cell of it, begins with that may be a code."""
    return [[start for text in (line.cells or (line.text,)) if (start := start_of(text))] for line in lines]


def _shapes(plain: Sequence[Start], texts: Iterable[str], loose: Iterable[Start]) -> dict[str, int]:
    """The shapes of codes by those that lines begin with, and by those within lines that could be nothing else."""
    inside = [start for text in texts for _, start in starts_within(text) if not start.is_mark]
    opened = {shape_of(start.code) for start in plain}
    inside += [start for start in loose if shape_of(start.code) in opened]
    return repeating_shapes(start.code for start in (*plain, *inside) if not start.is_only_named)


class _Reader:
    """A document on its way from its first line to its last."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        starts = _starts(lines)
        plain = [start for each in starts for start in each if not start.is_mark and not start.is_only_named]
        texts = [text for line in lines for text in (line.cells or (line.text,))]
        loose = [start for text in texts for _, start in starts_within(text, loosely=True) if not start.is_mark]
        self.shapes = _shapes(plain, texts, loose)
        self._above = self._parents(starts)
        self._named = Counter(start.code for each in starts for start in each)
        self._named.update(start.code for start in loose)
        worded = [s.rest for s in plain if shape_of(s.code) in self.shapes and len(s.rest.split()) >= _MIN_WORDS]
        self._have_ends = sum(bool(ENDS.search(text)) for text in worded) * 2 >= len(worded)
        self._several_grades = (
            len({find_grades(h) for line in lines for h in (*line.headings, *_short(line))} - {()}) > 1
        )
        self.left_out: list[LeftOut] = []
        self._found: list[Printed] = []
        self._open: Printed | None = None
        self._marks: list[tuple[str, int, str]] = []
        self._grade: tuple[str, ...] = ()
        self._strand = ""
        self._cells: dict[int, str] = {}
        self._printed = Counter(line.text for line in lines)

    def _parents(self, starts: Sequence[Sequence[Start]]) -> dict[int, str]:
        """The lines that begin with the code of a strand: the next code in the document stands below it."""
        found: dict[int, str] = {}
        waiting: tuple[int, str] | None = None
        for at, each in enumerate(starts):
            for start in each[:1]:
                if start.is_bare and len(start.rest.split()) > _HEADING_WORDS:
                    continue
                code = start.code.strip("().") if start.is_mark else start.code
                if waiting and is_below(parts_of(code), parts_of(waiting[1])):
                    found[waiting[0]] = waiting[1]
                is_known = not start.is_mark and shape_of(code) in self.shapes
                waiting = None if is_known else (at, code)
        return {at: code for at, code in found.items() if self.shapes and shape_of(code) not in self.shapes}

    def take(self, at: int) -> None:
        """Take in one line."""
        line = self._lines[at]
        if line.kind is LineKind.HEADING:
            self._take_heading(at, line)
        elif line.kind is LineKind.ROW:
            self._take_row(at, line)
        else:
            self._take_text(at, line, line.text)

    def _take_heading(self, at: int, line: Line) -> None:
        start = start_of(line.text)
        self._strand = ""
        self._grade = find_grades(line.text) or self._grade
        if start and start.is_mark and not self.shapes and (code := self._counted(start.code, line)):
            self._begin(Start(code, start.rest), line, made=True)
            self._open = None
            return
        self._marks = []
        if start and (at in self._above or self._is_code(start)):
            self._begin(start, line)
            is_counted = start.label and start.code.isdigit()  # `Standard 1: Nutrition`, above a list of numbers
            self._open = None if start.rest and not is_counted else self._open
        else:
            self._open = None

    def _take_text(self, at: int, line: Line, text: str) -> None:
        start = start_of(text)
        if start and at in self._above and line.kind is not LineKind.ROW:
            self._begin(Start(self._above[at], start.rest, start.label), line)
        elif start and self._is_code(start):
            self._begin(start, line)
        elif start and start.is_mark and (code := self._counted(start.code, line)):
            self._begin(Start(code, start.rest), line, made=True)
        else:
            self._go_on(line, text)

    def _has_shape(self, start: Start) -> bool:
        return not start.is_mark and shape_of(start.code) in self.shapes and not start.is_only_named

    def _is_code(self, start: Start) -> bool:
        if not self._has_shape(start):
            return False
        in_sentence = self._open is not None and self._open.text and not self._open.labelled and self._open.is_open
        return not (in_sentence and self._have_ends and any(p.code == start.code for p in self._found))

    def _begin(self, start: Start, line: Line, *, made: bool = False) -> None:
        if not made:
            self._marks = []
        above = self._marks[-2][2] if made and len(self._marks) > 1 else ""
        if made and not above:
            above = self._root(line) if self.shapes else ""
        new = Printed(
            start.code,
            line.place,
            label=start.label,
            grades=self._grades(line),
            strand=self._strand_of(line),
            above=above,
            made=made,
            aside=line.is_aside,
        )
        self._found.append(new)
        self._open = new
        if start.rest:
            self._add(start.rest, line)

    def _counted(self, mark: str, line: Line) -> str:
        """The code of what a mark counts; empty where the mark counts nothing here."""
        if self.shapes and (self._root(line) == "" or (self._open and self._open.labelled)):
            return ""
        kind, number = mark_kind(mark)
        kinds = [known for known, _, _ in self._marks]
        roman = as_roman(mark)
        if roman and not (kind in kinds and number == self._marks[kinds.index(kind)][1] + 1):
            kind, number = roman
        if kind in kinds:
            depth = kinds.index(kind)
            if number not in (self._marks[depth][1] + 1, 1):
                return ""
            self._marks = self._marks[:depth]
        elif number != 1:
            return ""
        above = self._marks[-1][2] if self._marks else self._root(line)
        code = self._below_root(above, mark) if above else mark.strip("().")
        self._marks.append((kind, number, code))
        return code

    def _below_root(self, above: str, mark: str) -> str:
        """`3.4` below grade 3, `3.4(B)` below that; a grade is not a number in brackets."""
        is_grade = not self._marks and not self.shapes and "." not in above
        return f"{above}.{mark.strip('().')}" if is_grade else under(above, mark)

    def _root(self, line: Line) -> str:
        """What the marks of a place count below: the standard before them, else a section of law, or the grade."""
        if self.shapes:
            return next((p.code for p in reversed(self._found) if not p.made), "") if self._open else ""
        for heading in reversed(line.headings):
            if section := _SECTION.search(heading):
                return section[1]
        grades = self._grades(line)
        return grades[0] if len(grades) == 1 and self._several_grades else ""

    def _go_on(self, line: Line, text: str) -> None:
        """What begins with no code: it goes on with the open statement, explains it, is a heading, or is left out."""
        here = self._open
        explains = _LABELLED.match(text) is not None
        if here and (not here.text or explains or line.kind is LineKind.ITEM or self._runs_on(here, text)):
            here.labelled = here.labelled or explains
            self._add(text, line)
        elif here and self._printed[text] >= _REPEATS and len(text.split()) <= _HEADING_WORDS:
            self.left_out.append(LeftOut(text, line.place))  # `Evidence outcomes`, above what counts below each code
        elif self._is_title(text) or (_SECTION.match(text) and len(text.split()) <= _HEADING_WORDS):
            grades = find_grades(text)
            self._grade, self._strand = (grades, "") if grades else (self._grade, "" if _DATED.search(text) else text)
            self._open, self._marks = None, []
        else:
            self._leave(text, line)

    def _add(self, text: str, line: Line) -> None:
        """Give a text to the standard that is open; what stands in it from the next code on is the next one's."""
        here = self._found[-1]
        for position, inner in starts_within(text, loosely=True):
            if self._is_code(inner) and (
                follows(inner.code, here.code) or _is_apart(text[:position], inner) or self._named[inner.code] == 1
            ):
                here.text += [before] if (before := text[:position].rstrip()) else []
                self._begin(inner, line)
                return
        self._nest(text, line)

    def _nest(self, text: str, line: Line) -> None:
        """Give a text to the last standard, but for the list in it, whose items are standards below it."""
        here = self._found[-1]
        text, items = nested(text) if self.shapes and not here.made and not here.labelled else (text, [])
        here.text += [text] if text else []
        for mark, words in items:
            if code := self._counted(mark, line):
                self._begin(Start(code, words), line, made=True)
                self._found[-1].strand, self._found[-1].grades = here.strand, here.grades

    def _runs_on(self, here: Printed, text: str) -> bool:
        if not here.is_open or (self._is_title(text) and _is_capitalised(text)):
            return False
        return self._have_ends or text[:1].islower() or here.text[-1].rstrip()[-1:] in ",:-"

    def _is_title(self, text: str) -> bool:
        return (
            len(text.split()) <= _HEADING_WORDS
            and text[:1].isalnum()
            and not text[:1].islower()
            and text[-1] not in ".;:,"
        )

    def _leave(self, text: str, line: Line) -> None:
        found = [start for _, start in starts_within(text) if self._is_code(start)]
        if len(found) > 1:
            self._begin(found[0], line)
            return
        self._open = None
        self.left_out.append(LeftOut(text, line.place))

    def _take_row(self, at: int, line: Line) -> None:
        cells = dict(enumerate(line.cells))
        code_at = line.columns.index(Column.CODE) if Column.CODE in line.columns else -1
        start = start_of(cells.get(code_at, ""))
        is_told = start is not None and line.has_code_column and not start.rest and len(parts_of(start.code)) > 1
        if start and (self._has_shape(start) or at in self._above or is_told):
            self._begin_row(start, line, code_at)
            return
        if self._take_cells(line):
            return
        full = [cell for cell in line.cells if cell]
        if self._open and is_explaining(line.cells):
            self._found[-1].more[full[0].rstrip(": ")] = full[1]
        elif len(full) == 1 and (self._open is None or not self._open.is_open or self._is_title(full[0])):
            self._take_text(at, line, full[0])
        elif self._open and self._open.is_open and code_at >= 0 and not cells.get(code_at):
            self._continue_row(line)
        elif full:
            self._leave(" | ".join(full), line)

    def _take_cells(self, line: Line) -> bool:
        """The cells of a row that each begin with a code, as in a table with a column for each grade; whether any does.

        A code alone in its cell has the next one for its words; what else is said beside codes is left out and told.
        """
        starts = {
            at: start for at, cell in enumerate(line.cells) if (start := start_of(cell)) and self._has_shape(start)
        }
        waits = False
        for at, cell in enumerate(line.cells if starts else ()):
            if at in starts:
                self._begin(starts[at], line)
                head = line.header[at] if at < len(line.header) and is_grade(line.header[at]) else ""
                self._found[-1].grades = read_grades(head) or find_grades(head) or self._found[-1].grades
                self._found[-1].strand = self._cells.get(0, "") or self._found[-1].strand
                waits = not starts[at].rest
            elif cell and waits:
                self._found[-1].text.append(cell)
                waits = False
            elif cell and at == 0 and len(cell.split()) <= _HEADING_WORDS:
                self._cells = {0: cell}
            elif cell:
                self.left_out.append(LeftOut(cell, line.place))
        return bool(starts)

    def _begin_row(self, start: Start, line: Line, code_at: int) -> None:
        own = self._own_code(line)
        self._begin(replace(own, rest="") if own else start, line)
        new = self._found[-1]
        said = ""
        for at, (cell, column) in enumerate(zip(line.cells, line.columns, strict=False)):
            if column in (Column.STRAND, Column.GRADES):  # merged down
                cell = self._cells[at] = cell or self._cells.get(at, "")
            if column is Column.STRAND:
                new.strand = (
                    f"{new.strand} > {cell}" if new.strand and cell and cell not in new.strand else new.strand or cell
                )
            elif column is Column.STATEMENT and cell:
                said = own.rest if own else cell
            elif column is Column.GRADES:
                new.grades = read_grades(cell) or find_grades(cell) or new.grades
            elif column is Column.MORE and cell and at != code_at:
                name = line.header[at] if at < len(line.header) and line.header[at] else "notes"
                new.more[name] = cell
        if said:
            self._nest(said, line)

    def _own_code(self, line: Line) -> Start | None:
        """The code that a statement begins with, where the column of codes has that of its anchor."""
        told = zip(line.cells, line.columns, strict=False)
        start = next((start_of(cell) for cell, column in told if column is Column.STATEMENT), None)
        return start if start and start.rest and self._has_shape(start) and is_distinctive(start.code) else None

    def _continue_row(self, line: Line) -> None:
        """The rest of a row that the end of a page has torn."""
        here = self._found[-1]
        for at, (cell, column) in enumerate(zip(line.cells, line.columns, strict=False)):
            if cell and column is Column.STATEMENT:
                here.text.append(cell)
            elif cell and column is Column.MORE and at < len(line.header):
                here.more[line.header[at]] = f"{here.more.get(line.header[at], '')} {cell}".strip()

    def _grades(self, line: Line) -> tuple[str, ...]:
        """The grades of the nearest heading that states some."""
        if self._grade and not any(map(find_grades, line.headings)):
            return self._grade
        return next(filter(None, map(find_grades, reversed(line.headings))), self._grade)

    def _strand_of(self, line: Line) -> str:
        """The nearest heading that is no grade, no code and not the title of the document."""
        if self._strand:
            return self._strand
        named = [h for h in line.headings if not find_grades(h) and not start_of(h)]
        return "" if line.is_aside or not named or named[-1] == _title_of(self._lines) else named[-1]

    def finished(self) -> list[Printed]:
        """The standards, with marks that counted nothing put back into the text before them."""
        below = Counter(p.above for p in self._found if p.made and p.above)
        kept: list[Printed] = []
        for each in self._found:
            if each.made and self.shapes and below[each.above] < 2 and kept:
                kept[-1].text.append(" ".join(each.text))
            else:
                kept.append(each)
        counted = [p.code for p in kept if not p.aside]
        if not self.shapes and (len(counted) < _MARKS or len(counted) >= 2 * len({*counted})):
            return []  # too few marks, or marks that begin again below nothing
        outside = {p.code for p in kept if not p.aside}
        return [p for p in kept if not (p.aside and (p.code in outside or (p.made and not self.shapes)))]


def _is_apart(before: str, start: Start) -> bool:
    """Whether a code stands between two sentences and could be nothing else."""
    return before.rstrip()[-1:] in (".", "!", "?") and start.rest[:1].isupper() and is_distinctive(start.code)


def _short(line: Line) -> tuple[str, ...]:
    return (line.text,) if line.kind is not LineKind.ROW and len(line.text.split()) <= _HEADING_WORDS else ()


def _title_of(lines: Sequence[Line]) -> str:
    return next((line.text for line in lines if line.kind is LineKind.HEADING), "")


def _is_capitalised(text: str) -> bool:
    words = [word for word in text.split() if word[:1].isalpha()]
    return len(words) > 1 and sum(word[0].isupper() for word in words) * 5 >= 3 * len(words)
