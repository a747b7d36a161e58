"""Values -> text. Opens no file and prints nothing, but for `handouts/printing.py`, which has a browser make a PDF."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from curalign.reporting.page.folder import to_zip
from curalign.reporting.page.html import to_html
from curalign.reporting.page.plan import plan_to_html
from curalign.reporting.page.trend import comparison_to_html
from curalign.reporting.tables.calendar import plan_to_ics
from curalign.reporting.tables.check_json import to_json, to_jsonl
from curalign.reporting.tables.comparison import comparison_to_csv, comparison_to_json
from curalign.reporting.tables.coverage_csv import to_csv, to_parquet
from curalign.reporting.tables.evidence_pack import PACKS
from curalign.reporting.tables.junit import to_junit
from curalign.reporting.tables.markdown import to_markdown
from curalign.reporting.tables.plan_json import plan_to_json
from curalign.reporting.tables.plan_workbook import plan_to_xlsx
from curalign.reporting.tables.sarif import to_sarif
from curalign.reporting.tables.workbook import to_xlsx
from curalign.reporting.terminal.check import to_terminal
from curalign.reporting.terminal.comparing import comparison_to_terminal, what_if_to_terminal
from curalign.reporting.terminal.plan import plan_to_terminal
from curalign.reporting.view import View
from curalign.reporting.view.baseline import build_baseline
from curalign.reporting.view.building import build_view, with_stories
from curalign.reporting.view.comparison import ComparisonView, build_comparison, build_what_if
from curalign.reporting.view.plain import way_to
from curalign.reporting.view.plan import PlanView, build_plan_view

FORMATS: dict[str, Callable[[View], str | bytes]] = {
    "json": to_json,
    "csv": to_csv,
    "html": to_html,
    "zip": to_zip,
    "xlsx": to_xlsx,
    "jsonl": to_jsonl,
    "parquet": to_parquet,
    "md": to_markdown,
    "sarif": to_sarif,
    "xml": to_junit,
}
"""The reports that are one file, by the ending that a user asks for. Those that give text can be printed as well."""

COMPARISONS: dict[str, Callable[[ComparisonView], str]] = {
    "html": comparison_to_html,
    "json": comparison_to_json,
    "csv": comparison_to_csv,
}
"""The reports of two runs and of all runs in a row, by the same endings."""

PLAN_FORMATS: dict[str, Callable[[PlanView, datetime | None], str | bytes]] = {
    "html": plan_to_html,
    "xlsx": plan_to_xlsx,
    "ics": plan_to_ics,
    "json": plan_to_json,
}
"""The reports of a plan, by the ending that a user asks for; each is given the first day of what has no date."""

__all__ = [
    "COMPARISONS",
    "FORMATS",
    "PACKS",
    "PLAN_FORMATS",
    "PlanView",
    "View",
    "build_baseline",
    "build_comparison",
    "build_plan_view",
    "build_view",
    "build_what_if",
    "comparison_to_terminal",
    "plan_to_terminal",
    "to_csv",
    "to_html",
    "to_json",
    "to_terminal",
    "to_xlsx",
    "to_zip",
    "way_to",
    "what_if_to_terminal",
    "with_stories",
]
