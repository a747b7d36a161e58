"""`curalign standards convert|import|validate|diff`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from curalign.cli import importing
from curalign.cli.shared import language_option

if TYPE_CHECKING:
    from curalign.domain.standards import Framework

FORMS = ("case-1.1", "case-1.0", "csv", "opensalt", "jsonl")
DIFFERENT = 1

_file = click.Path(path_type=Path)
_columns = click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="NOUN=HEADER",
    help='What a table calls a column: --column code="Std #". May be given again.',
)


@click.group("standards", context_settings={"help_option_names": ["-h", "--help"]})
def command() -> None:
    """Convert, check and compare standards files of every publisher.

    \b
    Examples:
      curalign standards convert state.csv math.xlsx -o standards.json
      curalign standards import state.pdf -o standards.csv
      curalign standards validate standards.json
      curalign standards diff last-year.json this-year.json
    """


command.add_command(importing.command)


@command.command("convert")
@click.argument("files", type=_file, nargs=-1, required=True)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="The file to write, else printed."
)
@click.option("--to", "form", type=click.Choice(FORMS), help="[default: by the file's ending, else case-1.1]")
@_columns
@language_option
def convert(
    files: tuple[Path, ...], output: Path | None, form: str | None, columns: tuple[str, ...], language: str
) -> None:
    """Write the standards of FILES, together, in another format. Nothing that they say is lost.

    The ending of the file says the format: .json is CASE 1.1, .csv our own CSV, .jsonl JSON lines; --to names the
    others. What its format has no field for is kept where reading finds it again: in CASE's extensions, and in CSV
    in the last columns.

    \b
    Examples:
      curalign standards convert state.xml -o standards.json
      curalign standards convert standards.json -o for-opensalt.csv --to opensalt
    """
    from curalign.cli.shared import print_report, write_output
    from curalign.cli.streams import print_line, print_message
    from curalign.wording import Facts, say
    from curalign.writing import format_for, write_framework

    form = form or (format_for(output.name) if output else "case-1.1")
    framework = _read(files, columns)
    for problem in framework.problems:
        print_message(f"{problem.file}: {problem.message_in(language)}")
    written = write_framework(framework, form)
    if output is None:
        print_report(written)
        return
    write_output(output, written)
    counted = Facts(file=str(output), standards=len(framework), frameworks=len(framework.sources))
    print_line(say("wrote-standards", counted, language))


@command.command("validate")
@click.argument("files", type=_file, nargs=-1, required=True)
@_columns
@language_option
@click.pass_context
def validate(ctx: click.Context, files: tuple[Path, ...], columns: tuple[str, ...], language: str) -> None:
    """Say what is wrong with each of FILES, where, and how to mend it.

    Looks for fields that CASE demands, dates that are none, identifiers and codes given twice, empty statements,
    parents and children that are not there, parents that go in a circle, association types that CASE does not know,
    and grades that cannot be read. Exits with 1 where something is wrong, else with 0.

    \b
    Example:
      curalign standards validate standards.json math.csv
    """
    from curalign.cli.streams import print_line
    from curalign.reading import validate_framework
    from curalign.wording import say, tell_place, told

    named = _named(columns)
    found = 0
    for file in files:
        flaws = validate_framework(file, named)
        found += len(flaws)
        for flaw in flaws:
            place, message = tell_place(flaw.place, language), told(flaw.message, language)
            print_line(": ".join(filter(None, (flaw.file, place, message))))
        if not flaws:
            print_line(f"{file.as_posix()}: {say('flaw-none', language=language)}")
    ctx.exit(DIFFERENT if found else 0)


@command.command("diff")
@click.argument("old", type=_file)
@click.argument("new", type=_file)
@_columns
@language_option
@click.pass_context
def diff(ctx: click.Context, old: Path, new: Path, columns: tuple[str, ...], language: str) -> None:
    """Say what NEW changed against OLD: standards, their fields, their parents, and associations.

    The two may be of different formats. Exits with 0 where they say the same, and with 1 where they do not.

    \b
    Example:
      curalign standards diff last-year.json this-year.csv
    """
    from curalign import comparing
    from curalign.cli.streams import print_line

    before, after = _read([old], columns), _read([new], columns)
    changes = comparing.compare(before, after)
    for line in comparing.describe_changes(changes, before, after, language):
        print_line(line)
    ctx.exit(DIFFERENT if changes else 0)


def _read(files: Sequence[Path], columns: Sequence[str]) -> Framework:
    from curalign.reading import read_framework

    return read_framework(list(files), _named(columns))


def _named(columns: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """`--column code=Std` as reading takes it. Raises UsageError for an unknown noun."""
    from curalign.settings import ColumnSettings

    named: dict[str, tuple[str, ...]] = {}
    for column in columns:
        noun, _, header = column.partition("=")
        if noun not in ColumnSettings.model_fields or not header.strip():
            raise click.UsageError(
                f"--column {column}: write NOUN=HEADER; nouns: {', '.join(ColumnSettings.model_fields)}."
            )
        named[noun] = (*named.get(noun, ()), header)
    return named
