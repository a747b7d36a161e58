"""Values -> text. Opens no file and prints nothing."""

from __future__ import annotations

from collections.abc import Callable

from curalign.reporting.building import build_view
from curalign.reporting.html import to_html
from curalign.reporting.machine import to_json
from curalign.reporting.plain import way_to
from curalign.reporting.table import to_csv
from curalign.reporting.text import to_terminal
from curalign.reporting.view import View
from curalign.reporting.workbook import to_xlsx

FORMATS: dict[str, Callable[[View], str | bytes]] = {
    "json": to_json,
    "csv": to_csv,
    "html": to_html,
    "xlsx": to_xlsx,
}
"""The reports that are one file, by the ending that a user asks for. Those that give text can be printed as well."""

__all__ = ["FORMATS", "View", "build_view", "to_csv", "to_html", "to_json", "to_terminal", "to_xlsx", "way_to"]
