"""Workbooks: one sheet for each main heading, its paragraphs above its table."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from building.archive import freeze
from building.documents import Document, Heading, Table, plain_text, unmarked

WRITTEN = datetime(2024, 8, 1, 9, 0, 0)
WIDEST = 60


def write(document: Document, path: Path) -> None:
    """Write a document as .xlsx."""
    book = Workbook(str(path), {"strings_to_formulas": False, "strings_to_numbers": False})
    book.set_properties({"title": document.title, "author": document.front.get("author", ""), "created": WRITTEN})
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet, row = None, 0
    for block in document.blocks:
        if isinstance(block, Heading):
            if block.level > 1:
                sheet, row = _add_sheet(book, block.text, document), 1
        elif sheet is not None and isinstance(block, Table):
            row = _add_table(sheet, block, row + 1, bold, wrapped)
        elif sheet is not None:
            sheet.write(row, 0, plain_text(block))
            row += 1
    book.close()
    freeze(path)


def _add_sheet(book: Workbook, name: str, document: Document) -> Worksheet:
    """A sheet with the document's title in its first cell and printed edges."""
    sheet = book.add_worksheet(name)
    sheet.write(0, 0, document.title)
    sheet.set_landscape()
    sheet.set_header(f"&L{document.header}")
    sheet.set_footer(f"&L{document.footer}&RPage &P")
    return sheet


def _add_table(sheet: Worksheet, table: Table, row: int, bold: Format, wrapped: Format) -> int:
    """The table from a row on; returns the first free row below it."""
    for j, column in enumerate(zip(*table.rows, strict=True)):
        sheet.set_column(j, j, min(WIDEST, max(map(len, column)) + 2))
    for i, cells in enumerate(table.rows):
        for j, text in enumerate(cells):
            sheet.write_string(row + i, j, unmarked(text), wrapped if i else bold)
    return row + len(table.rows) + 1
