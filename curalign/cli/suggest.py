"""`curalign suggest FILE --framework F`."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("suggest")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False, allow_dash=True))
@click.option(
    "--framework",
    "frameworks",
    type=click.Path(path_type=Path, exists=True),
    multiple=True,
    required=True,
    help="A standards file: CASE JSON, CSV or Excel. May be given again.",
)
@click.option("--grade", "grades", multiple=True, metavar="GRADE", help="Only standards of these grades: 3, K-2, HS.")
@click.option("-k", default=10, show_default=True, type=click.IntRange(min=1), help="How many standards for each text.")
def command(file: Path, frameworks: tuple[Path, ...], grades: tuple[str, ...], k: int) -> None:
    """Rank the standards that each text of FILE is about.

    FILE is a document of any kind that `check` reads; each of its sections is a text. A plain text file holds one
    text a line ('-' reads them from standard input).

    \b
    Example:
      curalign suggest lesson.docx --framework standards.csv --grade 3
    """
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from curalign.domain.links import one_line
    from curalign.pipeline import suggest_for_file

    console = Console()
    for title, links in suggest_for_file(file, frameworks, grades, k):
        table = Table(title=Text(one_line(title)), title_justify="left", box=None, pad_edge=False)
        table.add_column("standard", no_wrap=True)
        table.add_column("probability", justify="right")
        table.add_column("statement")
        for link in links:
            table.add_row(
                Text(link.standard.code), f"{link.probability:.2f}", Text(one_line(link.standard.statement)[:200])
            )
        console.print(table)
        console.print()
