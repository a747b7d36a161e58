"""`curalign plan FOLDER`."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from curalign.cli.shared import (
    FOLDER,
    Terms,
    check_places,
    console,
    form_of,
    gathered,
    progress_bars,
    terms_options,
    write_output,
)
from curalign.cli.streams import print_line, print_message

if TYPE_CHECKING:
    from curalign.choosing import Choices
    from curalign.domain.plans import Limits, Plan, Priorities
    from curalign.pipeline import Checked
    from curalign.planning import Loosen
    from curalign.reporting.view.plan import PlanView

TO_LOOSEN = 1


_LIMITS = (
    click.option("--hours", type=click.FloatRange(min=0), help="The hours that all sessions together may take."),
    click.option("--budget", type=click.FloatRange(min=0), help="The money that all sessions together may cost."),
    click.option("--each-school", is_flag=True, help="At least one session for every school."),
    click.option(
        "--equity",
        type=click.FloatRange(0, 100),
        default=0,
        help="Close at least this percent of what is open in every school.",
    ),
    click.option("--include-untaught", is_flag=True, help="Also count PD for what no unit teaches yet."),
)


def _limits(
    hours: float | None, budget: float | None, each_school: bool, equity: float, include_untaught: bool
) -> Limits:
    from curalign.domain.plans import Limits

    return Limits(hours, budget, each_school, equity / 100, untaught=include_untaught)


@click.command("plan")
@FOLDER
@gathered("limits", _limits, _LIMITS)
@click.option(
    "--options",
    "table",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="The table of sessions (CSV or Excel).  [default: options.csv or .xlsx in the PD folder]",
)
@click.option("--pd-documents", "documents", is_flag=True, help="Choose among the PD folder's own documents.")
@click.option("--start", help="The first day of sessions without a date, in the calendar: 2027-01-15.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Also write it: .html, .xlsx, .ics, .json"
)
@terms_options(models=True)
@click.pass_context
def command(
    ctx: click.Context,
    folder: Path,
    limits: Limits,
    table: Path | None,
    documents: bool,
    start: str | None,
    output: Path | None,
    terms: Terms,
) -> None:
    """Plan PD: which sessions close most of what pupils missed, in the hours and for the money that there are.

    Takes the sessions of pd/options.csv (or .xlsx; columns title, hours, cost, text, and where you have them audience,
    grades, capacity, schools, prerequisites, block, date), and without it the documents in the PD folder that say how
    long they take. FOLDER is checked first, or the last check taken up where nothing has changed. Prints what to hold
    and which gaps that closes, what is forgone, what one more hour or dollar would buy, and how sure all that is.

    \b
    Exit code: 0  a plan
               1  no plan keeps to the limits; the sentence says which to loosen
               2  could not run

    \b
    Examples:
      curalign plan our-district --hours 12 --budget 5000
      curalign plan our-district --hours 12 --budget 5000 --each-school -o plan.html
      curalign plan our-district --options catalogue.xlsx --hours 20 -o plan.ics --start 2027-01-15
    """
    from curalign.choosing import find_choices, plan_for
    from curalign.pipeline import check, priorities_of
    from curalign.planning import Loosen
    from curalign.reporting import PLAN_FORMATS
    from curalign.settings import load_settings

    first, _ = _day(start), output and form_of(output, PLAN_FORMATS)
    settings = load_settings(folder, models=terms.models)
    check_places(folder, settings, output, terms.cache)
    with progress_bars() as progress:
        checked = check(folder, settings, cache=terms.cache, progress=progress)
        priorities = priorities_of(checked, settings)
        choices = find_choices(folder, checked, settings, table=table, documents=documents, progress=progress)
    limits = replace(limits, teachers=tuple(settings.planning.teachers.items()))
    found = plan_for(choices, checked.coverage, priorities, limits)
    if isinstance(found, Loosen):
        print_message(_loosen(found, terms.language))
        ctx.exit(TO_LOOSEN)
    _show(_view(found, priorities, choices, checked, terms.language), output, first)


def _show(view: PlanView, output: Path | None, first: datetime | None) -> None:
    from curalign.reporting import PLAN_FORMATS, plan_to_terminal
    from curalign.wording import say

    if output:
        write_output(output, PLAN_FORMATS[form_of(output, PLAN_FORMATS)](view, first))
    console().print(plan_to_terminal(view))
    if output:
        print_line(say("report-at", {"file": str(output)}, view.language))


def _view(plan: Plan, priorities: Priorities, choices: Choices, checked: Checked, language: str) -> PlanView:
    from curalign.reporting import build_plan_view

    notes = (*_troubles(choices, language), *_stated(choices, language))
    return build_plan_view(
        plan,
        priorities,
        district=checked.run.district,
        run=checked.run.id,
        source=choices.source,
        notes=notes,
        language=language,
    )


def _troubles(choices: Choices, language: str) -> list[str]:
    """The rows of the table that are no sessions, and why."""
    from curalign.wording import say

    return [
        say("plan-row-trouble", {"place": f"{p.file}, {p.place}", "trouble": p.message_in(language)}, language)
        for p in choices.problems
    ]


def _stated(choices: Choices, language: str) -> list[str]:
    """What each document of the PD folder says of its hours and cost."""
    from curalign.reporting.view.plan import amount
    from curalign.wording import Fact, say

    lines = []
    for file, stated in choices.stated:
        hours = "none" if stated.hours is None else f"{stated.hours:,.4g} h"
        cost = "none" if stated.cost is None else say("plan-money", {"number": amount(stated.cost)}, language)
        facts: dict[str, Fact] = {
            "file": file,
            "hours": hours,
            "hours-as": stated.hours_as,
            "cost": cost,
            "cost-as": stated.cost_as,
        }
        lines.append(say("plan-stated", facts, language))
    return lines


def _loosen(found: Loosen, language: str) -> str:
    """One sentence on which limit to loosen."""
    from curalign.reporting.view.plan import amount
    from curalign.wording import say

    needed = found.needed or 0.0
    number = f"{100 * needed:.0f}" if found.limit == "equity" else f"{needed:.10g}"
    if found.limit == "money":
        said = say("plan-money", {"number": amount(needed)}, language)
    else:
        said = say("plan-hours", {"hours": needed, "number": f"{needed:.4g}"}, language)
    return say(f"loosen-{found.limit}", {"needed": said, "number": number}, language)


def _day(cell: str | None) -> datetime | None:
    """The day that a calendar begins on. Raises UsageError for what is no day."""
    if cell is None:
        return None
    try:
        return datetime.fromisoformat(cell)
    except ValueError as error:
        raise click.UsageError(f"--start {cell!r} is no day; write year-month-day, such as 2027-01-15.") from error
