"""`curalign compare FOLDER [RUN RUN]`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from curalign.cli.shared import (
    FOLDER,
    Terms,
    check_places,
    console,
    filter_options,
    form_of,
    print_report,
    print_wrote,
    terms_options,
    write_output,
)

if TYPE_CHECKING:
    from curalign.domain.filters import Filter

NEW_GAPS = 1
FORMS = ("html", "json", "csv")


@click.command("compare")
@FOLDER
@click.argument("runs", metavar="[RUN [RUN]]", nargs=-1)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Also write it: .html .json .csv")
@click.option("--format", "form", type=click.Choice(("text", *FORMS)), default="text", show_default=True)
@click.option("--all", "every", is_flag=True, help="List every standard, however many.")
@filter_options
@terms_options()
@click.pass_context
def command(
    ctx: click.Context,
    folder: Path,
    runs: tuple[str, ...],
    output: Path | None,
    form: str,
    every: bool,
    shown: Filter,
    terms: Terms,
) -> None:
    """Compare two runs of FOLDER: which gaps were closed, which are new, which are still open, where nobody can tell.

    Without a RUN the last check is compared with the one before, with one RUN with that one. A RUN is its name, its id
    or the beginning of its id (`curalign runs list`). Then all runs that are kept follow in a row. A change of the
    model, the settings, curalign or the standards is told as that, and never as progress.

    \b
    Exit code: 0  no new gap
               1  a new gap
               2  could not compare

    \b
    Examples:
      curalign compare our-district
      curalign compare our-district "before the new units"
      curalign compare our-district 2026-09 2026-11-28 -o progress.html
    """
    from curalign.history import compare
    from curalign.reporting import COMPARISONS, build_comparison, comparison_to_terminal
    from curalign.settings import Models, load_settings

    if len(runs) > 2:
        raise click.UsageError("give two runs at most: the earlier and the later one.")
    written = form_of(output, FORMS) if output else ""
    check_places(folder, load_settings(folder, models=Models.UNUSED), output, terms.cache)
    history = compare(folder, *runs, cache=terms.cache, shown=shown)
    view = build_comparison(history.district, history.comparison, history.trend, language=terms.language)
    if output:
        write_output(output, COMPARISONS[written](view))
    if form == "text":
        console().print(comparison_to_terminal(view, limit=None if every else 5))
        if output:
            print_wrote(output, terms.language)
    else:
        print_report(COMPARISONS[form](view))
    ctx.exit(NEW_GAPS if history.comparison.new_gaps else 0)
