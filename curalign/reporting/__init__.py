"""Values -> text. Opens no file and prints nothing."""

from __future__ import annotations

from collections.abc import Callable

from curalign.reporting.building import build_view
from curalign.reporting.html import to_html
from curalign.reporting.machine import to_json
from curalign.reporting.table import to_csv
from curalign.reporting.text import to_terminal
from curalign.reporting.view import View

FORMATS: dict[str, Callable[[View], str]] = {"json": to_json, "csv": to_csv, "html": to_html}
"""The reports that are one text, by the name that a user asks for."""

__all__ = ["FORMATS", "View", "build_view", "to_csv", "to_html", "to_json", "to_terminal"]
