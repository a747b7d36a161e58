"""`curalign review FOLDER`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from curalign.cli.shared import FOLDER, cache_option, check_places, language_option, print_wrote, write_output
from curalign.cli.streams import print_line
from curalign.errors import RunError

if TYPE_CHECKING:
    from curalign.reviewing.session import ReviewSession


@click.command("review")
@FOLDER
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="The port of this computer.  [default: any]")
@click.option("--no-browser", is_flag=True, help="Print the address and open nothing.")
@click.option("--reviewer", default="", help="Whose sheet is written, or whose answers a sheet holds.")
@click.option("--export", type=click.Path(path_type=Path, dir_okay=False), help="Write the questions as a workbook.")
@click.option("--import", "given", type=click.Path(path_type=Path, exists=True), help="Record a workbook's answers.")
@cache_option
@language_option
def command(
    folder: Path,
    port: int,
    no_browser: bool,
    reviewer: str,
    export: Path | None,
    given: Path | None,
    cache: Path | None,
    language: str,
) -> None:
    """Ask people about the last check of FOLDER, on a page that only this computer sees.

    Two queues: the number (standards drawn at random: is it taught here?) and the worst doubts (passages whose answer
    teaches most). Answers overrule what was measured in every later check and report, narrow the number of standards
    that are taught, and stay in FOLDER/reviews whatever is checked again. Several people may review, here or at other
    computers that share the folder; [review] in curalign.toml says how many must answer (readers) and whether
    they see others before (blind = false).

    Without the page: --export writes the questions as a workbook with drop-downs, --import records what was filled in
    and says what changed; the same workbook twice changes nothing.

    \b
    Examples:
      curalign review our-district
      curalign review our-district --port 8765 --no-browser
      curalign review our-district --export review.xlsx --reviewer "Ana Ruiz"
      curalign review our-district --import review.xlsx
    """
    if export is not None or given is not None:
        _by_workbook(folder, _session(folder, cache), reviewer, export, given, language)
        return
    import importlib.util

    missing = [name for name in ("starlette", "uvicorn") if importlib.util.find_spec(name) is None]
    if missing:
        raise RunError(f"The page needs {' and '.join(missing)}; install with: pip install 'curalign[review]'")
    _serve(_session(folder, cache), port, no_browser, language)


def _by_workbook(
    folder: Path, session: ReviewSession, reviewer: str, export: Path | None, given: Path | None, language: str
) -> None:
    from curalign.reviewing.workbook import export_sheet, import_sheet
    from curalign.settings import Models, load_settings
    from curalign.wording import say

    if given is not None:
        found = import_sheet(session, given, reviewer)
        counts = {"new": found.new, "changed": found.changed, "same": found.same, "ignored": len(found.ignored)}
        print_line(say("import-done", counts, language))
        for row in found.ignored:
            print_line(say("import-ignored", {"place": row.place, "why": row.why}, language))
    if export is not None:
        if export.suffix.lower() != ".xlsx":
            raise click.UsageError(f"{export}: name a file that ends in .xlsx.")
        check_places(folder, load_settings(folder, models=Models.UNUSED), export, cache=None)
        write_output(export, export_sheet(session, reviewer, language))
        print_wrote(export, language)


def _session(folder: Path, cache: Path | None) -> ReviewSession:
    from curalign.pipeline import reopen
    from curalign.reviewing.session import ReviewSession
    from curalign.settings import Models, load_settings

    return ReviewSession(folder, reopen(folder, cache=cache), load_settings(folder, models=Models.UNUSED))


def _serve(session: ReviewSession, port: int, no_browser: bool, language: str) -> None:
    import webbrowser

    from curalign.reviewing.server import open_server
    from curalign.wording import say

    try:
        server = open_server(session, port, language)
    except OSError as error:
        raise RunError(f"Port {port} cannot be used ({error.strerror}); name another with --port.") from error
    print_line(say("review-served", language=language))
    print_line(server.address)
    if not no_browser:
        webbrowser.open(server.address)
    server.run()
