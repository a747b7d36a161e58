"""`curalign report FOLDER`."""

from __future__ import annotations

from pathlib import Path

import click

from curalign.cli.shared import FOLDER, cache_option, print_text, write_output


@click.command("report")
@FOLDER
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="The file to write.")
@click.option("--format", "form", type=click.Choice(("html", "json", "csv")), help="[default: by the file's ending]")
@cache_option
def command(folder: Path, output: Path | None, form: str | None, cache: Path | None) -> None:
    """Write the last check of FOLDER as one self-contained page, as JSON or as CSV.

    Nothing is measured again. Open the page with a double-click: it needs no network, and every number leads to
    the sentences that it counts.

    \b
    Examples:
      curalign report our-district -o report.html
      curalign report our-district -o coverage.csv
      curalign report our-district --format json > coverage.json
    """
    from curalign.pipeline import reopen
    from curalign.reporting import FORMATS, build_view

    form = form or (output.suffix.lstrip(".").lower() if output else "html")
    if form not in FORMATS:
        raise click.UsageError(f"{output}: name a file that ends in .{', .'.join(FORMATS)}, or give --format.")
    checked = reopen(folder, cache=cache)
    view = build_view(checked.coverage, checked.findings, district=checked.run.district, run=checked.run.id)
    text = FORMATS[form](view)
    if output is None:
        print_text(text)
        return
    write_output(output, text)
    click.echo(f"Wrote {output}")
