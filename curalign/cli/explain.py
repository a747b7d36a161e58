"""`curalign explain FOLDER CODE`."""

from __future__ import annotations

import difflib
from pathlib import Path

import click

from curalign.cli.shared import FOLDER, Terms, console, terms_options


@click.command("explain")
@FOLDER
@click.argument("code")
@terms_options()
def command(folder: Path, code: str, terms: Terms) -> None:
    """Show why the standard CODE counts as it does in the last check of FOLDER.

    Prints the verdict for the curriculum and for PD, the best passages of each, and what speaks for and against
    them; the numbers add up to the log-odds of a passage's probability. For the passage that decides it says why
    this standard and not the one that it could be about instead, or the other way round. Where no unit teaches the
    standard it says where one could: the unit and the lesson, when it is taught, and what the nearest passage lacks.

    \b
    Example:
      curalign explain our-district 3.NF.A.1
    """
    from curalign.domain.scopes import UNITS
    from curalign.domain.verdicts import Verdict
    from curalign.finding import suggest_places
    from curalign.pipeline import reopen
    from curalign.reporting.terminal.explaining import explain

    coverage = reopen(folder, cache=terms.cache).coverage
    framework = coverage.alignment.framework
    if code not in framework:
        near = difflib.get_close_matches(code, framework.by_code, n=3)
        hint = f"did you mean {', '.join(near)}?" if near else "the report lists them all."
        raise click.UsageError(f"{code}: no standard of this district has that code; {hint}")
    standard = framework[code]
    reach = coverage.reach(standard, UNITS)
    is_gap = reach is not None and framework.counts(standard) and reach.verdict in (None, Verdict.NOT_TAUGHT)
    places = suggest_places(coverage, [standard]) if is_gap else {}
    console().print(explain(coverage, standard, places.get(standard.id), terms.language))
