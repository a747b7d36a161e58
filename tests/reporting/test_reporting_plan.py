"""A plan as a page, a workbook, a calendar, JSON and in a terminal: all say the same, in English and Spanish."""

from __future__ import annotations

import io
import json
import re
from datetime import date, datetime
from typing import Any

import icalendar
import pytest
from builders import standard
from python_calamine import CalamineWorkbook
from rich.console import Console

from curalign.domain.plans import (
    Cell,
    ClaimResult,
    Estimate,
    JudgedOption,
    Limits,
    Option,
    Plan,
    Priorities,
    Priority,
    Published,
)
from curalign.domain.verdicts import Verdict
from curalign.planning import make_plan
from curalign.planning.program import Open
from curalign.reporting import PLAN_FORMATS, PlanView, build_plan_view, plan_to_terminal

EVIL = "Fold <script>alert(1)</script>\x1b[31m"
STANDARDS = tuple(standard(f"S.{at}", f"Pupils can do {EVIL} {at}") for at in range(3))
MAYBE = Estimate(0.5, 0.25, 0.75)
PRIORITIES = Priorities(
    tuple(
        Priority(
            s, at, MAYBE, MAYBE, Estimate(80, 80, 85), Estimate(20, 9, 40), 0.4, 0.1, 0.6, 0.8,
            Verdict.CANNOT_TELL, Verdict.TAUGHT, 80, 2, (1, 3), 0.9, 1.0,
        )
        for at, s in enumerate(STANDARDS, 1)
    ),
    Published((Cell(STANDARDS[0], "", "", 1), Cell(STANDARDS[0], "north", "", 1)), (ClaimResult(("S.1", "S.2"), 1),)),
    untested=3,
    few=1,
)  # fmt: skip


def option(title: str, at: int, hours: float = 2, starts: datetime | None = None, **more: Any) -> JudgedOption:
    return JudgedOption(Option(title, hours, 1200.5, title, starts=starts, **more), ((f"s.{at}", 0.9),))


@pytest.fixture(scope="module")
def plan() -> Plan:
    options = [
        option(EVIL, 0, starts=datetime(2027, 8, 12, 8, 30)),
        option("Loose", 1, schools=("north",)),
        option("Whole day", 1, 1, datetime(2027, 9, 1), schools=("river",)),
        option("Dear", 2, 30),
    ]
    gaps = [Open(s, school, 40, 0.9, 0.3) for s in STANDARDS for school in ("north", "river")]
    found = make_plan(options, gaps, PRIORITIES, Limits(hours=9), draws=3)
    assert isinstance(found, Plan)
    return found


def shown(plan: Plan, language: str = "en") -> PlanView:
    return build_plan_view(plan, PRIORITIES, district="Oak", run="r1", source="pd/options.csv", language=language)


@pytest.fixture(scope="module")
def view(plan: Plan) -> PlanView:
    return shown(plan)


def in_terminal(view: PlanView) -> str:
    console = Console(file=io.StringIO(), width=240)
    console.print(plan_to_terminal(view))
    return console.file.getvalue()  # type: ignore[attr-defined]


def text_of(report: str | bytes) -> str:
    assert isinstance(report, str)
    return report


def test_the_terminal_shows_plan_forgone_price_priorities_and_doubt_in_this_order(view: PlanView) -> None:
    text = in_terminal(view)
    parts = [
        "Plan of PD for Oak",
        "Chosen, by what an hour closes",
        "Forgone",
        "The price of more",
        "What is most urgent",
    ]
    places = [text.index(part) for part in (*parts, "How sure")]
    assert places == sorted(places)
    assert "3 of 4 sessions, 5 hours of 9, $3,601.50" in text
    assert "No unit teaches it: PD alone does not close this." in text
    assert "Dear: 30 hours, $1,200.50" in text
    assert "It needs 26 hours more." in text
    assert "S.1 + S.2" in text
    assert "we cannot tell whether it is taught (taught: 60 %; supported by PD: 80 %)" in text


def test_the_page_needs_nothing_else_and_runs_nothing(view: PlanView) -> None:
    page = text_of(PLAN_FORMATS["html"](view, None))
    assert "default-src 'none'" in page
    assert re.findall(r"<script|javascript:|\bsrc=|<link|style=\"|@import|url\(", page) == []
    assert "&lt;script&gt;" in page
    assert "@media print" in page
    assert all(f'id="{part}"' in page for part in ("chosen", "forgone", "steps", "priorities", "sure"))


def test_nothing_that_a_document_says_reaches_a_terminal_as_a_command(view: PlanView) -> None:
    assert "\x1b[31m" not in in_terminal(view)


def test_the_workbook_has_the_plan_the_gaps_what_is_forgone_and_the_priorities(view: PlanView) -> None:
    report = PLAN_FORMATS["xlsx"](view, None)
    assert isinstance(report, bytes)
    book = CalamineWorkbook.from_filelike(io.BytesIO(report))
    assert book.sheet_names == ["Plan", "Gaps closed", "Forgone", "Priorities"]
    gaps = book.get_sheet_by_name("Gaps closed").to_python()
    assert [row[1] for row in gaps[1:]] == [gap.code for session in view.sessions for gap in session.gaps]
    assert book.get_sheet_by_name("Forgone").to_python()[1][0] == "Dear"
    assert len(book.get_sheet_by_name("Priorities").to_python()) == 4


def events(view: PlanView, first: datetime | None) -> dict[str, icalendar.Component]:
    report = PLAN_FORMATS["ics"](view, first)
    assert isinstance(report, bytes)
    return {str(each["summary"]): each for each in icalendar.Calendar.from_ical(report).walk() if "summary" in each}


def test_the_calendar_has_every_session_on_its_own_day_or_from_the_first_on(view: PlanView) -> None:
    found = events(view, datetime(2027, 1, 15))
    assert len(found) == 3
    folded = next(each for title, each in found.items() if title.startswith("Fold"))
    assert (folded["dtstart"].dt, folded["dtend"].dt) == (datetime(2027, 8, 12, 8, 30), datetime(2027, 8, 12, 10, 30))
    assert (found["Whole day"]["dtstart"].dt, found["Whole day"]["dtend"].dt) == (date(2027, 9, 1), date(2027, 9, 2))
    assert found["Loose"]["dtstart"].dt == date(2027, 1, 15)
    assert "Closes: S.1" in found["Loose"]["description"]


def test_without_a_first_day_a_session_without_a_day_is_a_task_and_not_lost(view: PlanView) -> None:
    loose = events(view, None)["Loose"]
    assert loose.name == "VTODO"
    assert "dtstart" not in loose


def test_json_has_every_number(view: PlanView) -> None:
    page = json.loads(text_of(PLAN_FORMATS["json"](view, None)))
    assert page["format"] == 1
    assert len(page["chosen"]) == 3
    assert page["pupils"] == pytest.approx(sum(each["pupils"] for each in page["chosen"]), abs=1e-3)
    assert page["priorities"][0]["gap"] == {
        "value": 0.5,
        "low": 0.25,
        "high": 0.75,
        "untaught": 0.4,
        "unsupported": 0.1,
    }
    assert page["next_money"] is None


@pytest.mark.parametrize("form", list(PLAN_FORMATS))
def test_the_same_plan_gives_the_same_bytes(plan: Plan, form: str) -> None:
    one, other = (PLAN_FORMATS[form](shown(plan), datetime(2027, 1, 15)) for _ in range(2))
    assert one == other


def test_it_speaks_spanish(plan: Plan) -> None:
    text = in_terminal(shown(plan, "es"))
    for words in ("Plan de formación para Oak", "Renuncias", "Lo que esto no muestra", "no podemos decir si se enseña"):
        assert words in text
    assert "Chosen" not in text
