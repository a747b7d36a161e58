"""Rows -> CSV that every spreadsheet reads, and runs no cell of."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

_STARTS_FORMULA = (*"=+-@", *"\uff1d\uff0b\uff0d\uff20", "\t", "\r", "\n")


def as_csv(titles: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """RFC 4180 text: commas, doubled quotes, CRLF, a header line.

    A cell that a spreadsheet would run as a formula (it starts with = + - @, also in full width, a tab or the end
    of a line) gets a leading apostrophe, because such text comes from documents that anybody may have written.
    """
    page = io.StringIO(newline="")
    writer = csv.writer(page, lineterminator="\r\n")
    writer.writerow(titles)
    writer.writerows(map(defused, row) for row in rows)
    return page.getvalue()


def defused(cell: object) -> object:
    """A cell that no spreadsheet runs as a formula."""
    # Spaces before it hide nothing: spreadsheets take them away, and so does this.
    return f"'{cell}" if isinstance(cell, str) and cell.lstrip(" \xa0\u3000").startswith(_STARTS_FORMULA) else cell
