"""Values -> text. Opens no file and prints nothing, but for `handouts/printing.py`, which has a browser make a PDF."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from importlib import import_module
from typing import TYPE_CHECKING, Any

from curalign.reporting.view import View
from curalign.reporting.view.building import build_baseline, build_view, with_stories
from curalign.reporting.view.plain import way_to

if TYPE_CHECKING:
    from curalign.reporting.page.folder import to_zip
    from curalign.reporting.page.html import to_html
    from curalign.reporting.tables.check_json import to_json
    from curalign.reporting.tables.coverage_csv import to_csv
    from curalign.reporting.tables.evidence_pack import PACKS
    from curalign.reporting.tables.workbook import to_xlsx
    from curalign.reporting.terminal.check import to_terminal
    from curalign.reporting.terminal.comparing import comparison_to_terminal, what_if_to_terminal
    from curalign.reporting.terminal.plan import plan_to_terminal
    from curalign.reporting.view.comparison import ComparisonView, build_comparison, build_what_if
    from curalign.reporting.view.plan import PlanView, build_plan_view


def _loaded_when_used(home: str, name: str) -> Callable[..., Any]:
    """A function of one of this room's modules: a check for the terminal loads no page, no workbook and no chart."""

    def render(*shown: object) -> Any:
        return getattr(import_module(f"{__name__}.{home}"), name)(*shown)

    return render


FORMATS: dict[str, Callable[[View], str | bytes]] = {
    "json": _loaded_when_used("tables.check_json", "to_json"),
    "csv": _loaded_when_used("tables.coverage_csv", "to_csv"),
    "html": _loaded_when_used("page.html", "to_html"),
    "zip": _loaded_when_used("page.folder", "to_zip"),
    "xlsx": _loaded_when_used("tables.workbook", "to_xlsx"),
    "jsonl": _loaded_when_used("tables.check_json", "to_jsonl"),
    "parquet": _loaded_when_used("tables.coverage_csv", "to_parquet"),
    "md": _loaded_when_used("tables.markdown", "to_markdown"),
    "sarif": _loaded_when_used("tables.sarif", "to_sarif"),
    "xml": _loaded_when_used("tables.junit", "to_junit"),
}
"""The reports that are one file, by the ending that a user asks for. Those that give text can be printed as well."""

COMPARISONS: dict[str, Callable[[ComparisonView], str]] = {
    "html": _loaded_when_used("page.trend", "comparison_to_html"),
    "json": _loaded_when_used("tables.comparison", "comparison_to_json"),
    "csv": _loaded_when_used("tables.comparison", "comparison_to_csv"),
}
"""The reports of two runs and of all runs in a row, by the same endings."""

PLAN_FORMATS: dict[str, Callable[[PlanView, datetime | None], str | bytes]] = {
    "html": _loaded_when_used("page.plan", "plan_to_html"),
    "xlsx": _loaded_when_used("tables.plan_workbook", "plan_to_xlsx"),
    "ics": _loaded_when_used("tables.calendar", "plan_to_ics"),
    "json": _loaded_when_used("tables.plan_json", "plan_to_json"),
}
"""The reports of a plan, by the ending that a user asks for; each is given the first day of what has no date."""

_HOME = {
    "PACKS": "tables.evidence_pack",
    "ComparisonView": "view.comparison",
    "PlanView": "view.plan",
    "build_comparison": "view.comparison",
    "build_plan_view": "view.plan",
    "build_what_if": "view.comparison",
    "comparison_to_terminal": "terminal.comparing",
    "plan_to_terminal": "terminal.plan",
    "to_csv": "tables.coverage_csv",
    "to_html": "page.html",
    "to_json": "tables.check_json",
    "to_terminal": "terminal.check",
    "to_xlsx": "tables.workbook",
    "to_zip": "page.folder",
    "what_if_to_terminal": "terminal.comparing",
}

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


def __getattr__(name: str) -> Any:
    """Load a door when it is first opened."""
    if name not in _HOME:
        raise AttributeError(f"module 'curalign.reporting' has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
