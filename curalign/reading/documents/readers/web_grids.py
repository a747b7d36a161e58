"""Tables of web pages, also of other elements: by roles for screen readers, by classes of rows and cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from curalign.reading.documents.cleaning import is_label
from curalign.reading.documents.drafts import Piece
from curalign.reading.documents.readers.grid import Cell

TAGS = frozenset(("div", "span", "section", "article", "ul", "li", "header"))
_ROLES = {
    **dict.fromkeys(("table", "grid", "treegrid"), "table"),
    "row": "tr",
    **dict.fromkeys(("cell", "gridcell", "columnheader", "rowheader"), "td"),
}
_WIDEST = 100  # columns; spans reach no further
_ROWS = frozenset(("row", "tr", "table-row", "grid-row", "divtablerow"))
_CELLS = frozenset(("cell", "col", "column", "td", "table-cell", "grid-cell", "divtablecell", "divtablehead"))


def acts_as(said: Mapping[str, str | None]) -> str:
    """The part of a table that an element is by its role: `table`, `tr` or `td`; empty for none."""
    return _ROLES.get((said.get("role") or "").casefold(), "")


def looks_as(said: Mapping[str, str | None]) -> str:
    """The part of a table that an element may be by its class: `tr` or `td`; empty for none."""
    classes = set((said.get("class") or "").casefold().split())
    if not _ROWS.isdisjoint(classes):
        return "tr"
    return "td" if not _CELLS.isdisjoint(classes) or any(name.startswith("col-") for name in classes) else ""


def is_table(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether rows by their classes are a table's, and do not only lay out the page: each has as many, below names."""
    widths = {len(row) for row in rows}
    names = [cell.said for cell in rows[0]] if rows else []
    is_named = all(len(said) == 1 and is_label(said[0].text) for said in names)
    return len(rows) > 1 and len(widths) == 1 and len(names) > 1 and is_named


def number(span: str | None) -> int:
    """How many columns or rows a cell spans."""
    return int(span) if span and span.isdecimal() and 0 < len(span) <= 4 and int(span) else 1


@dataclass(slots=True)
class Acting:
    """An element that is open and acts as a part of a table, and how deep such elements are open in it."""

    tag: str
    part: str
    depth: int = 1


class PageTable:
    """A table on its way from its first cell to its last; `cell` is the one that is open."""

    def __init__(self) -> None:
        self.rows: list[list[Cell]] = []
        self.cell: list[Piece] = []
        self.is_open = False
        self.span = (1, 1)
        self._row: list[Cell] = []
        self._width = 0  # columns that the row's cells take up
        self._covered: dict[int, int] = {}

    def end_cell(self) -> None:
        """Put a cell into the first column that no cell above reaches into; it leaves those that it spans empty."""
        if not (self.cell or self.is_open):
            return
        while self._covered.get(self._width):
            self._add(Cell(()))
        first, (columns, rows) = self._width, self.span
        reach = max(min(first + columns, _WIDEST), first + 1) - first
        self._add(Cell(tuple(self.cell), reach))
        self._covered.update(dict.fromkeys(range(first, first + reach), rows))
        self.cell, self.span, self.is_open = [], (1, 1), False

    def end_row(self) -> None:
        """End the row with its last cell."""
        self.end_cell()
        if self._row:
            self.rows.append(self._row)
            self._covered = {column: rows - 1 for column, rows in self._covered.items() if rows > 1}
        self._row, self._width = [], 0

    def _add(self, cell: Cell) -> None:
        self._row.append(cell)
        self._width += cell.columns
