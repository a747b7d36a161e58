"""`curalign check FOLDER`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from curalign.cli.beside import Beside, beside_options, judge
from curalign.cli.shared import (
    FOLDER,
    cache_option,
    check_places,
    console,
    filter_options,
    form_of,
    language_option,
    models_option,
    print_report,
    progress_bars,
    write_output,
)
from curalign.cli.streams import command_line, print_line

if TYPE_CHECKING:
    from curalign.domain.filters import Filter
    from curalign.domain.findings import Severity
    from curalign.settings import Settings

LEVELS = ("error", "warning", "note", "never")
PRINTED = ("text", "json", "jsonl", "csv", "html", "md", "sarif", "xml")


@click.command("check")
@FOLDER
@filter_options
@click.option("--fail-on", type=click.Choice(LEVELS), help="Exit with 1 from this severity on.  [default: error]")
@click.option("--format", "form", type=click.Choice(PRINTED), default="text", show_default=True)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Also write it: .html, .xlsx, .csv, .json, .jsonl, .parquet, .md, .sarif, .xml (JUnit)",
)
@beside_options
@click.option("--encoder", help="Another encoder: a shipped name, or the folder of a sentence-transformers model.")
@models_option
@cache_option
@language_option
@click.pass_context
def command(
    ctx: click.Context,
    folder: Path,
    shown: Filter,
    fail_on: str | None,
    form: str,
    output: Path | None,
    beside: Beside,
    encoder: str | None,
    models_allowed: bool,
    cache: Path | None,
    language: str,
) -> None:
    """Check a district's folder: which standards are taught, which are not, and which PD supports.

    FOLDER holds standards/ (CASE JSON, CSV or Excel), curriculum/ or units/, and, if you have it, pd/ with your
    documents as they are (Word, PDF, PowerPoint, Excel, OpenDocument, HTML, Markdown, text). Every finding names
    the file and the place that shows it. What FOLDER/curalign.toml defers or calls wrong ([[decisions]]) is shown
    apart and fails nothing.

    The whole district is judged and kept, whatever --grade, --subject and --school ask to see of it: they never change
    what is said of a standard. The exit code is of what is shown.

    With --with and --without the folder is judged as if it held other documents: which gaps would close or open is
    said, the exit code is of what would be found, and nothing of it is kept as a run. With --baseline only findings
    that an earlier `-o report.json` had not can fail the check.

    \b
    Exit code: 0  nothing found at or above --fail-on
               1  something found
               2  could not run

    \b
    Examples:
      curalign check our-district
      curalign check our-district --grade 3-5 --subject math -o report.html
      curalign check our-district --format csv > coverage.csv
      curalign check our-district --with draft_unit.docx --without curriculum/unit3.docx
      curalign check our-district --baseline last-year.json
    """
    from curalign.reporting import FORMATS, to_terminal, way_to, what_if_to_terminal

    written = form_of(output) if output else ""
    settings = _settings(folder, models_allowed, fail_on, encoder)
    check_places(folder, settings, output, cache)
    with progress_bars() as progress:
        judged = judge(folder, settings, beside, language, cache=cache, progress=progress, shown=shown)
    view = judged.view(way_to(folder, output)) if output else judged.summary()
    if output:
        write_output(output, FORMATS[written](view))
    if form != "text":
        print_report(FORMATS[form](judged.view(way=None)))
    elif judged.supposed is not None:
        console().print(what_if_to_terminal(judged.supposed))
        print_line(_last_line_if(output, language))
    else:
        console().print(to_terminal(view))
        print_line(_last_line(folder, output, cache, language, shown))
    failing = (finding.severity for finding in judged.findings if finding.decision is None and not finding.known)
    ctx.exit(_exit_code(max(failing, default=None), settings.finding.fail_on))


def _settings(folder: Path, models_allowed: bool, fail_on: str | None, encoder: str | None) -> Settings:
    """The folder's settings, overridden by the command line's."""
    from curalign.settings import Models, load_settings

    return load_settings(
        folder,
        models=Models.ALLOWED if models_allowed else Models.SHIPPED,
        finding={"fail_on": fail_on} if fail_on else {},
        embedding={"encoder": encoder} if encoder else {},
    )


def _last_line(folder: Path, output: Path | None, cache: Path | None, language: str, shown: Filter) -> str:
    from curalign.wording import ENGLISH, say

    if output:
        return say("report-at", {"file": str(output)}, language)
    spoken = () if language == ENGLISH else (f"--language {language}",)
    filters = (
        *(word for grade in shown.grades for word in ("--grade", grade)),
        *(word for subject in shown.subjects for word in ("--subject", Path(subject))),  # as a path: it gets quoted
        *(word for school in shown.schools for word in ("--school", Path(school))),
    )
    kept = ("--cache", cache) if cache else ()
    typed = command_line("curalign report", folder, *kept, *filters, *spoken, "-o report.html")
    return (
        say("read-as-page", {"command": typed}, language) if typed else say("read-as-page-untyped", language=language)
    )


def _last_line_if(output: Path | None, language: str) -> str:
    from curalign.wording import say

    return say("report-at", {"file": str(output)}, language) if output else say("what-if-rest", language=language)


def _exit_code(worst: Severity | None, fail_on: str) -> int:
    from curalign.domain.findings import Severity

    if worst is None or fail_on == "never":
        return 0
    return int(worst >= Severity[fail_on.upper()])
