"""`curalign suggest FILE --framework F`."""

from __future__ import annotations

from pathlib import Path

import click

from curalign.cli.shared import language_option


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
@language_option
def command(file: Path, frameworks: tuple[Path, ...], grades: tuple[str, ...], k: int, language: str) -> None:
    """Rank the standards that each text of FILE is about.

    FILE is a document of any kind that `check` reads; each of its sections is a text. A plain text file holds one
    text a line ('-' reads them from standard input).

    \b
    Example:
      curalign suggest lesson.docx --framework standards.csv --grade 3
    """
    from rich.text import Text

    from curalign.aligning import Aligner
    from curalign.cli.shared import console
    from curalign.reading import read_framework
    from curalign.reporting.terminal.suggesting import ranking
    from curalign.reporting.view.plain import printable
    from curalign.segmenting import caveat_for

    texts = _texts(file)
    aligner = Aligner()
    ranked = aligner.suggest(read_framework(list(frameworks)), [text for _, text in texts], grades, k)
    for (title, text), links in zip(texts, ranked, strict=True):
        console().print(ranking(title, links, caveat_for(text), language))
    limits = aligner.limits((link.standard for links in ranked for link in links), language)
    if limits:
        console().print(Text(f"\n{printable(limits)}"))


def _texts(file: Path) -> list[tuple[str, str]]:
    """Each text of the file under its title: the lines of a text file, the sections of any other document."""
    if str(file) == "-" or file.suffix.lower() == ".txt":
        with click.open_file(str(file), encoding="utf-8", errors="replace") as stream:
            return [(line.strip(), line.strip()) for line in stream if line.strip()]
    from curalign.reading import read_document

    document = read_document(file)
    sections = ((s.headings, " ".join(block.text for block in s.blocks)) for s in document.sections)
    return [
        (" > ".join(headings) or document.title, ". ".join((*headings, text))) for headings, text in sections if text
    ]
