"""Cells of a workbook: what they look like, and text that stays text whatever it begins with."""

from __future__ import annotations

import io
import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from curalign.domain.links import Strength
from curalign.reporting.view.colours import COLOURS, INK
from curalign.wording import say
from curalign.wording.text import excerpt

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Marked:
    """A word in the colour of a strength."""

    text: str
    strength: Strength


Cell = str | float | Marked | None

MAX_CELL_LENGTH = 2000
"""The most characters of a cell; a spreadsheet takes 32,767 and shows far fewer."""
LINE, LINES = 15, 5
"""The height of a line in points, and the most lines of a row: programs that open a workbook do not all measure it."""
_CREATED = datetime(1980, 1, 1)  # the same sheets give the same bytes
_FIT = 1.15
"""Letters to a unit of width, which is the width of a digit."""
MAX_LINKS, MAX_URL = 60_000, 2000
"""The most links of a sheet, and the most characters of one: a spreadsheet that has more does not open."""
_WRAPPED = ("wrapped", "header", "header of numbers", "yours")
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
    "link": {"text_wrap": True, "font_color": "#0b4f8a", "underline": 1},
}


@dataclass(frozen=True, slots=True)
class Choices:
    """What may be chosen in a column: words, or the name of cells that hold them; `hint` is shown beside.

    Where it is not `strict`, something else may be typed as well.
    """

    words: tuple[str, ...] | str
    hint: str = ""
    strict: bool = True


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """One column of a table: its title, its width in characters, what it holds and the name of its style.

    `url` is the file that a cell leads to, relative to the workbook's folder; a hidden column is for programs.
    """

    title: str
    width: int
    cell: Callable[[T], Cell]
    style: str = "text"
    url: Callable[[T], str | None] | None = None
    choices: Choices | None = None
    hidden: bool = False

    @property
    def header(self) -> tuple[str, str]:
        """The title and its style: over numbers it stands to the right, as they do."""
        return self.title, "header of numbers" if self.style in _NUMBERS else "header"


class Pen:
    """Writes cells into one sheet after another, in the styles of one workbook.

    `title` is printed above every page, so that a sheet says what it is of; `page` is what stands below it.
    """

    def __init__(self, book: Any, title: str = "", page: str = "&P / &N") -> None:
        self._book = book
        self._title, self._page = title.replace("&", "\uff06"), page  # after the small one a letter is an order
        self._styles = {name: book.add_format({"valign": "top", **style}) for name, style in _STYLES.items()}
        self._strengths = {strength: book.add_format(_strength_style(strength)) for strength in Strength}
        self._links: Counter[int] = Counter()

    def sheet(self, name: str, widths: Sequence[int], pages: int = 1) -> Any:
        """A new sheet with columns of these widths, set up to be printed `pages` wide and as long as it is."""
        sheet = self._book.add_worksheet(name)
        for at, width in enumerate(widths):
            sheet.set_column(at, at, width)
        sheet.set_landscape()
        sheet.set_paper(0)  # the printer's own
        sheet.fit_to_pages(pages, 0)
        sheet.set_header(f"&L{excerpt(self._title, 200)}")
        sheet.set_footer(f"&L&A&R{self._page}")
        return sheet

    def name(self, name: str, sheet: Any, first: int, last: int, column: int) -> None:
        """Give the cells of a column from one row to another a name that choices can be taken from."""
        quoted = sheet.get_name().replace("'", "''")
        letter = chr(ord("A") + column)
        self._book.define_name(name, f"='{quoted}'!${letter}${first + 1}:${letter}${last + 1}")

    def write(self, sheet: Any, row: int, column: int, cell: Cell, style: str = "text") -> None:
        """Write a cell. Text is never a formula, a number or a link."""
        if isinstance(cell, Marked):
            sheet.write_string(row, column, cell.text, self._strengths[cell.strength])
        elif cell is None or cell == "":
            sheet.write_blank(row, column, None, self._styles[style])
        elif isinstance(cell, str):
            sheet.write_string(row, column, _shown(cell), self._styles[style])
        else:
            sheet.write_number(row, column, cell, self._styles[style])

    def link(self, sheet: Any, row: int, column: int, cell: str, url: str) -> None:
        """Write the name of a file as a link to it, where a spreadsheet can hold one."""
        path = url.partition("#")[0]
        if self._links[id(sheet)] >= MAX_LINKS or len(path) > MAX_URL:
            self.write(sheet, row, column, cell, "wrapped")
            return
        self._links[id(sheet)] += 1
        sheet.write_url(row, column, _relative(path, _shown(cell)), self._styles["link"])

    def table(self, sheet: Any, columns: Sequence[Column[T]], rows: Iterable[T], first: int = 0) -> int:
        """Write a table with its titles in row `first`, and give the row below it."""
        widths = [column.width for column in columns]
        self.line(sheet, first, [column.header for column in columns], widths)
        row = first + 1
        for item in rows:
            self.line(sheet, row, [(column.cell(item), column.style) for column in columns], widths)
            for at, column in enumerate(columns):
                if column.url is not None and (url := column.url(item)) and (name := column.cell(item)):
                    self.link(sheet, row, at, str(name), url)
            row += 1
        for at, column in enumerate(columns):
            if column.choices is not None:
                sheet.data_validation(first + 1, at, max(row - 1, first + 1), at, _validation(column.choices))
        return row

    def line(self, sheet: Any, row: int, cells: Sequence[tuple[Cell, str]], widths: Sequence[int]) -> None:
        """Write a row of cells with their styles, as high as what is wrapped in them."""
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
        for at, column in enumerate(columns):
            if column.hidden:
                sheet.set_column(at, at, column.width, None, {"hidden": True})
        sheet.freeze_panes(1, held)
        sheet.repeat_rows(0)
        sheet.repeat_columns(0, held - 1)
        sheet.autofilter(0, 0, max(end - 1, 1), len(columns) - 1)


def make_book(title: str, language: str, write: Callable[[Pen], None], head: str = "") -> bytes:
    """Make a workbook.

    Args:
        title: What the file calls itself.
        language: The language of what stands below every page.
        write: Writes its sheets.
        head: What stands above every page; the title where nothing else is said.

    Returns:
        The bytes of an XLSX file, the same for the same sheets.

    """
    import xlsxwriter

    page = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(page, options) as book:
        book.set_properties({"title": title, "created": _CREATED})
        write(Pen(book, head or title, say("table-page", {"page": "&P", "pages": "&N"}, language)))
    return page.getvalue()


def _shown(text: str) -> str:
    return excerpt(_NO_XML.sub("\ufffd", text), MAX_CELL_LENGTH)


def _relative(path: str, text: str) -> Any:
    """A link to a file beside the workbook. With slashes, which programs on every system take for a path."""
    from xlsxwriter.url import Url

    link = Url(f"external:{path}")
    link.text = text
    link._relationship_link = path
    return link


def _validation(choices: Choices) -> dict[str, Any]:
    source = f"={choices.words}" if isinstance(choices.words, str) else list(choices.words)
    options: dict[str, Any] = {"validate": "list", "source": source, "show_error": choices.strict}
    return options | ({"input_message": excerpt(choices.hint, 250)} if choices.hint else {})


def _strength_style(strength: Strength) -> Mapping[str, object]:
    ink = "#ffffff" if strength is Strength.FULL else INK
    return {"valign": "top", "bg_color": COLOURS[strength], "font_color": ink, "border": 1, "border_color": "#ffffff"}
