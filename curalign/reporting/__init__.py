"""Values -> text. Opens no file and prints nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from curalign.reporting.page.html import to_html
from curalign.reporting.page.plan import plan_to_html
from curalign.reporting.tables.calendar import plan_to_ics
from curalign.reporting.tables.check_json import to_json
from curalign.reporting.tables.coverage_csv import to_csv
from curalign.reporting.tables.plan_json import plan_to_json
from curalign.reporting.tables.plan_workbook import plan_to_xlsx
from curalign.reporting.tables.workbook import to_xlsx
from curalign.reporting.terminal.check import to_terminal
from curalign.reporting.terminal.plan import plan_to_terminal
from curalign.reporting.view import View
from curalign.reporting.view.building import build_view
from curalign.reporting.view.plain import way_to
from curalign.reporting.view.plan import PlanView, build_plan_view

FORMATS: dict[str, Callable[[View], str | bytes]] = {
    "json": to_json,
    "csv": to_csv,
    "html": to_html,
    "xlsx": to_xlsx,
}
"""The reports that are one file, by the ending that a user asks for. Those that give text can be printed as well."""

PLAN_FORMATS: dict[str, Callable[[PlanView, datetime | None], str | bytes]] = {
    "html": plan_to_html,
    "xlsx": plan_to_xlsx,
    "ics": plan_to_ics,
    "json": plan_to_json,
}
"""The reports of a plan, by the ending that a user asks for; each is given the first day of what has no date."""

__all__ = [
    "FORMATS",
    "PLAN_FORMATS",
    "PlanView",
    "View",
    "build_plan_view",
    "build_view",
    "plan_to_terminal",
    "to_csv",
    "to_html",
    "to_json",
    "to_terminal",
    "to_xlsx",
    "way_to",
]
