"""Values -> text. Opens no file and prints nothing, but for `handouts/printing.py`, which has a browser make a PDF."""

from __future__ import annotations

from collections.abc import Callable

from curalign.reporting.page.html import to_html
from curalign.reporting.tables.check_json import to_json, to_jsonl
from curalign.reporting.tables.coverage_csv import to_csv, to_parquet
from curalign.reporting.tables.evidence_pack import PACKS
from curalign.reporting.tables.junit import to_junit
from curalign.reporting.tables.markdown import to_markdown
from curalign.reporting.tables.sarif import to_sarif
from curalign.reporting.tables.workbook import to_xlsx
from curalign.reporting.terminal.check import to_terminal
from curalign.reporting.view import View
from curalign.reporting.view.building import build_view
from curalign.reporting.view.plain import way_to

FORMATS: dict[str, Callable[[View], str | bytes]] = {
    "json": to_json,
    "csv": to_csv,
    "html": to_html,
    "xlsx": to_xlsx,
    "jsonl": to_jsonl,
    "parquet": to_parquet,
    "md": to_markdown,
    "sarif": to_sarif,
    "xml": to_junit,
}
"""The reports that are one file, by the ending that a user asks for. Those that give text can be printed as well."""

__all__ = ["FORMATS", "PACKS", "View", "build_view", "to_csv", "to_html", "to_json", "to_terminal", "to_xlsx", "way_to"]
