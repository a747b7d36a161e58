"""`curalign report FOLDER`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from curalign.cli.shared import (
    FOLDER,
    cache_option,
    check_places,
    filter_options,
    form_of,
    language_option,
    print_report,
    write_output,
)
from curalign.cli.streams import print_line

if TYPE_CHECKING:
    from curalign.domain.filters import Filter


@click.command("report")
@FOLDER
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="The file to write.")
@click.option("--format", "form", type=click.Choice(("html", "json", "csv")), help="[default: by the file's ending]")
@filter_options
@cache_option
@language_option
def command(
    folder: Path,
    output: Path | None,
    form: str | None,
    shown: Filter,
    cache: Path | None,
    language: str,
) -> None:
    """Write the last check of FOLDER as one self-contained page, as an Excel workbook, as JSON or as CSV.

    For a very large district, -o report.zip has the page as a folder of pages.

    Nothing is measured again. Open the page with a double-click: it needs no network, and every number leads to
    the sentences that it counts. The workbook has a row for each standard and for each finding, with room to plan.

    \b
    Examples:
      curalign report our-district -o report.html
      curalign report our-district --grade 3 -o coverage.xlsx
      curalign report our-district --format json > coverage.json
    """
    from curalign.pipeline import reopen
    from curalign.reporting import FORMATS, build_view, way_to
    from curalign.settings import Models, load_settings

    form = form or (form_of(output) if output else "html")
    check_places(folder, load_settings(folder, models=Models.UNUSED), output, cache)
    checked = reopen(folder, cache=cache, shown=shown)
    view = build_view(
        checked.shown,
        checked.findings,
        district=checked.run.district,
        run=checked.run.id,
        way=way_to(folder, output),
        language=language,
    )
    report = FORMATS[form](view)
    if output is None:
        print_report(report)
        return
    write_output(output, report)
    print_line(f"Wrote {output}")
