"""Ruled tables of a PDF as rows of cells, like those of a Word document, over page breaks too."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from curalign.reading.documents.readers.pdf.lines import Line, Rows, in_order, lines_of
from curalign.reading.documents.readers.pdf.rules import Grid
from curalign.reading.documents.readers.pdf.words import Place, Word, upright
from curalign.reading.documents.readers.text_pieces import without_bullets

_MANY, _USED = 30, 0.15  # cells, and the share of so many that holds words: less is squared paper or a drawing
_LAYOUT = 3  # cells: a grid of so few that holds another one only arranges the page
_NUMBERED = re.compile(r"(?=.*\d)[\w.:() \u2013-]{1,40}")  # what a row is called by a number or a code
_SAME = 4.0  # points by which columns of one table may differ on two pages

Join = Callable[[Sequence[str]], str]
"""The lines of a text, put together."""


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A table of a page: its rows, each a list of the texts of its cells; where it stands, and where its columns do."""

    rows: tuple[tuple[str, ...], ...]
    place: Place
    columns: tuple[float, ...]

    @property
    def is_text(self) -> bool:
        """Whether only one cell holds something: lines around a text, not a table."""
        return sum(bool(text) for row in self.rows for text in row) == 1

    def goes_on(self, other: RuledTable) -> bool:
        """Whether the other, first on the next page, is more of this one."""
        return len(self.columns) == len(other.columns) and all(
            abs(one - two) < _SAME for one, two in zip(self.columns, other.columns, strict=True)
        )

    def without(self, header: tuple[str, ...]) -> RuledTable:
        """The table without the header that it repeats from a page before."""
        return replace(self, rows=self.rows[1:]) if self.rows[0] == header else self

    def with_rest(self, other: RuledTable, join: Join) -> tuple[RuledTable, RuledTable]:
        """Both tables, with the row whole in this one that the page's end has torn, if it has."""
        if not self.rows or not other.rows or not _is_torn(self.rows[-1], other.rows[0]):
            return self, other
        pairs = zip(self.rows[-1], other.rows[0], strict=True)
        whole = tuple(join([text for text in pair if text]) for pair in pairs)
        return replace(self, rows=(*self.rows[:-1], whole)), replace(other, rows=other.rows[1:])


def _is_torn(above: Sequence[str], below: Sequence[str]) -> bool:
    """Whether the texts of cells go on in those below: each has one above it, and one goes on within a sentence."""
    if not above[0].endswith((".", "-")) and all(_NUMBERED.fullmatch(each[0]) for each in (above, below)):
        return False  # another day or another standard
    pairs = [(one.rstrip(), other) for one, other in zip(above, below, strict=True) if other]
    within = any(one and other[0].islower() and not one.endswith((".", "!", "?", ":")) for one, other in pairs)
    return within and all(one for one, _ in pairs)


def read_tables(grids: Sequence[Grid], words: Sequence[Word], join: Join) -> tuple[list[RuledTable], list[Word]]:
    """The tables of a page, and the words that stand in none of them."""
    grids = _tables(grids)
    inside: dict[int, list[Word]] = defaultdict(list)
    outside: list[Word] = []
    for word in words:
        home = next((at for at, grid in enumerate(grids) if grid.place.holds(word.place)), None)
        (outside if home is None else inside[home]).append(word)
    found: list[RuledTable] = []
    for at, held in sorted(inside.items()):
        table = _table(grids[at], held, join)
        if table is None:
            outside += held
        else:
            found.append(table)
    return found, outside


def _tables(grids: Sequence[Grid]) -> list[Grid]:
    """The grids that are tables: not boxes around a text, nor what only arranges a page, nor tables in a cell."""
    real = [grid for grid in grids if len(grid.columns) > 2]
    within = [[other for other in real if other is not grid and grid.place.encloses(other.place)] for grid in real]
    tables = [grid for grid, inner in zip(real, within, strict=True) if not inner or grid.cells > _LAYOUT]
    inner = {id(other) for grid, held in zip(real, within, strict=True) if grid in tables for other in held}
    return [grid for grid in tables if id(grid) not in inner]


def _table(grid: Grid, words: Sequence[Word], join: Join) -> RuledTable | None:
    """The rows of a grid; None where the words do not lie in it as in a table."""
    cells: dict[tuple[int, int], list[Word]] = defaultdict(list)
    for word in words:
        cell = grid.cell(word.place)
        if cell is None:
            return None
        cells[cell].append(word)
    count = grid.cells
    if count > _MANY and len(cells) < _USED * count:
        return None
    texts = {cell: _text(held, join) for cell, held in cells.items()}
    width, height = len(grid.columns) - 1, len(grid.rows) - 1
    rows = [tuple(texts.get((at, column), "") for column in range(width)) for at in range(height)]
    shown = tuple(row for row in rows if any(row))
    return RuledTable(shown, grid.place, grid.columns) if shown else None


def _text(words: Sequence[Word], join: Join) -> str:
    """The words of a cell in their order, what is written upwards after what stands upright."""
    texts: list[str] = []
    for turn in range(4):
        turned = [word for word in words if word.turn == turn]
        if turned:
            rows = lines_of(upright(turned) if turn else turned)
            texts += [line.text for run in in_order(rows) for line in _lines(run)]
    return without_bullets(join([text for text in texts if text.strip()]))


def _lines(run: list[Line] | Rows) -> Iterator[Line]:
    if isinstance(run, Rows):
        yield from (line for cells in run.cells for cell in cells for line in cell)
    else:
        yield from run
