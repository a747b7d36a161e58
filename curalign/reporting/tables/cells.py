"""Cells of a workbook: what they look like, and text that stays text whatever it begins with."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from curalign.domain.links import Strength
from curalign.reporting.view import words
from curalign.reporting.view.colours import COLOURS, INK
from curalign.wording.text import excerpt

T = TypeVar("T")
Cell = str | float | Strength | None

MAX_CELL_LENGTH = 2000
"""The most characters of a cell; a spreadsheet takes 32,767 and shows far fewer."""
LINE, LINES = 15, 5
"""The height of a line in points, and the most lines of a row: programs that open a workbook do not all measure it."""
_FIT = 1.15
"""Letters to a unit of width, which is the width of a digit."""
_WRAPPED = ("wrapped", "header", "header of numbers")
_NUMBERS = ("number", "probability", "percent")
_NO_XML = re.compile("[\ufffe\uffff]")
_TO_THE_RIGHT = {"align": "right", "indent": 1}
_HEADER = {"bold": True, "text_wrap": True, "bg_color": "#e4e7ea", "bottom": 1}
_STYLES: dict[str, dict[str, object]] = {
    "title": {"bold": True, "font_size": 18},
    "heading": {"bold": True, "font_size": 13},
    "label": {"bold": True},
    "text": {},
    "wrapped": {"text_wrap": True},
    "number": {"num_format": "0", **_TO_THE_RIGHT},
    "probability": {"num_format": "0.00", **_TO_THE_RIGHT},
    "percent": {"num_format": '0.0" %"', **_TO_THE_RIGHT},
    "date": {"num_format": "yyyy-mm-dd", "bg_color": "#fff8dc", "border": 1, "border_color": "#d5d8dc"},
    "yours": {"text_wrap": True, "bg_color": "#fff8dc", "border": 1, "border_color": "#d5d8dc"},
    "header": _HEADER,
    "header of numbers": {**_HEADER, **_TO_THE_RIGHT},
    "alarm": {"bold": True, "font_color": "#a3260f"},
}


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """One column of a table: its title, its width in characters, what it holds and the name of its style."""

    title: str
    width: int
    cell: Callable[[T], Cell]
    style: str = "text"

    @property
    def header(self) -> tuple[str, str]:
        """The title and its style: over numbers it stands to the right, as they do."""
        return self.title, "header of numbers" if self.style in _NUMBERS else "header"


class Pen:
    """Writes cells into one sheet after another, in the styles of one workbook."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._styles = {name: book.add_format({"valign": "top", **style}) for name, style in _STYLES.items()}
        self._strengths = {strength: book.add_format(_strength_style(strength)) for strength in Strength}

    def sheet(self, name: str, widths: Sequence[int], pages: int = 1) -> Any:
        """A new sheet with columns of these widths, set up to be printed `pages` wide and as long as it is."""
        sheet = self._book.add_worksheet(name)
        for at, width in enumerate(widths):
            sheet.set_column(at, at, width)
        sheet.set_landscape()
        sheet.set_paper(0)  # the printer's own
        sheet.fit_to_pages(pages, 0)
        sheet.set_footer("&L&A&RPage &P of &N")
        return sheet

    def write(self, sheet: Any, row: int, column: int, cell: Cell, style: str = "text") -> None:
        """Write a cell. Text is never a formula, a number or a link."""
        if isinstance(cell, Strength):
            sheet.write_string(row, column, words.strength(cell), self._strengths[cell])
        elif cell is None or cell == "":
            sheet.write_blank(row, column, None, self._styles[style])
        elif isinstance(cell, str):
            sheet.write_string(row, column, excerpt(_NO_XML.sub("\ufffd", cell), MAX_CELL_LENGTH), self._styles[style])
        else:
            sheet.write_number(row, column, cell, self._styles[style])

    def table(self, sheet: Any, columns: Sequence[Column[T]], rows: Iterable[T], first: int = 0) -> int:
        """Write a table with its titles in row `first`, and give the row below it."""
        widths = [column.width for column in columns]
        self._line(sheet, first, [column.header for column in columns], widths)
        row = first + 1
        for item in rows:
            self._line(sheet, row, [(column.cell(item), column.style) for column in columns], widths)
            row += 1
        return row

    def _line(self, sheet: Any, row: int, cells: Sequence[tuple[Cell, str]], widths: Sequence[int]) -> None:
        lines = [1]
        for at, (cell, style) in enumerate(cells):
            self.write(sheet, row, at, cell, style)
            if isinstance(cell, str) and style in _WRAPPED:
                lines.append(math.ceil(len(cell) / (_FIT * widths[at])))
        sheet.set_row(row, LINE * min(max(lines), LINES))

    def whole_sheet(self, name: str, columns: Sequence[Column[T]], rows: Iterable[T], *, held: int, pages: int) -> None:
        """A sheet that is one table, to be filtered; its titles and its first `held` columns stay in sight."""
        sheet = self.sheet(name, [column.width for column in columns], pages)
        end = self.table(sheet, columns, rows)
        sheet.freeze_panes(1, held)
        sheet.repeat_rows(0)
        sheet.repeat_columns(0, held - 1)
        sheet.autofilter(0, 0, max(end - 1, 1), len(columns) - 1)


def _strength_style(strength: Strength) -> Mapping[str, object]:
    ink = "#ffffff" if strength is Strength.FULL else INK
    return {"valign": "top", "bg_color": COLOURS[strength], "font_color": ink, "border": 1, "border_color": "#ffffff"}
