"""`curalign report FOLDER`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from curalign.cli.exchange import check_exchange, exchange_option, write_exchange
from curalign.cli.handouts import Asked, handout_options
from curalign.cli.shared import (
    FOLDER,
    Terms,
    check_places,
    filter_options,
    form_of,
    print_report,
    print_wrote,
    terms_options,
    write_output,
)

if TYPE_CHECKING:
    from curalign.domain.filters import Filter
    from curalign.pipeline import Checked
    from curalign.reporting import View
    from curalign.settings import Settings

PRINTED = ("html", "json", "jsonl", "csv", "md", "sarif", "xml")
"""What can be printed, for it is text."""


@click.command("report")
@FOLDER
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="The file to write.")
@click.option("--format", "form", type=click.Choice(PRINTED), help="[default: by the file's ending]")
@exchange_option
@handout_options
@filter_options
@terms_options()
def command(
    folder: Path,
    output: Path | None,
    form: str | None,
    purpose: str | None,
    asked: Asked,
    shown: Filter,
    terms: Terms,
) -> None:
    """Write the last check of FOLDER as one self-contained page, as an Excel workbook, or as data.

    Nothing is measured again. The file's ending says what it is: .html .xlsx .csv .json .jsonl .parquet .md .sarif
    .xml (JUnit) .zip (the page as a folder of pages, for a very large district). Open the page with a double-click: it
    needs no network, and every number leads to the sentences that it counts. The workbook has a row for each standard
    and for each finding, with room to review and to plan.

    Hand-outs say the same in a page or two, in plain words: --for whom, --per unit or school, or --discuss a standard.
    They are pages, Word documents or PDFs; a PDF is printed by the Chrome, Edge or Chromium of this computer.

    \b
    Examples:
      curalign report our-district -o report.html
      curalign report our-district --grade 3 -o coverage.xlsx
      curalign report our-district --format json > coverage.json
      curalign report our-district --as case -o alignments.json
      curalign report our-district --as evidence -o evidence.xlsx
      curalign report our-district --for parents --grade 3 --language es -o grade-3.docx
      curalign report our-district --per unit -o units.pdf
      curalign report our-district --discuss gaps -o discuss.html
    """
    from curalign.pipeline import reopen
    from curalign.reporting import FORMATS
    from curalign.settings import Models, load_settings

    settings = load_settings(folder, models=Models.UNUSED)
    form = _form(output, form, purpose, asked)
    check_exchange(purpose, folder, settings, output)
    check_places(folder, settings, output, terms.cache)
    checked = reopen(folder, cache=terms.cache, shown=shown)
    view = _view(folder, checked, settings, output, terms.language)
    if purpose and output:
        write_exchange(purpose, checked, view, output)
        return
    report = asked.write(view, checked.shown.framework, form) if asked else FORMATS[form](view)
    if output is None:
        print_report(report)
        return
    write_output(output, report)
    print_wrote(output, terms.language)


def _view(folder: Path, checked: Checked, settings: Settings, output: Path | None, language: str) -> View:
    """What is shown of the last check, with what is urgent and the stories that are near to its gaps."""
    from curalign.pipeline import priorities_of
    from curalign.reporting import build_view, way_to, with_stories
    from curalign.stories import find_stories

    urgent = priorities_of(checked, settings)
    view = build_view(
        checked.shown,
        checked.findings,
        district=checked.run.district,
        run=checked.run.id,
        way=way_to(folder, output),
        language=language,
        priorities=urgent,
    )
    return with_stories(view, find_stories(folder, checked, settings, urgent))


def _form(output: Path | None, form: str | None, purpose: str | None, asked: Asked) -> str:
    """The form of the report or hand-out that is asked for; empty where alignments are handed on instead."""
    from curalign.reporting import FORMATS

    if purpose and asked:
        raise click.UsageError("Ask for a hand-out or for --as, not for both.")
    if purpose:
        return ""
    return asked.form(output, form) or form or (form_of(output, FORMATS) if output else "html")
