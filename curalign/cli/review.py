"""`curalign review FOLDER`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from curalign.cli.shared import FOLDER, cache_option, language_option
from curalign.cli.streams import print_line
from curalign.errors import RunError

if TYPE_CHECKING:
    from curalign.reviewing.session import ReviewSession


@click.command("review")
@FOLDER
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="The port of this computer.  [default: any]")
@click.option("--no-browser", is_flag=True, help="Print the address and open nothing.")
@cache_option
@language_option
def command(folder: Path, port: int, no_browser: bool, cache: Path | None, language: str) -> None:
    """Ask people about the last check of FOLDER, on a page that only this computer sees.

    Two queues: the number (standards drawn at random: is it taught here?) and the worst doubts (passages whose answer
    teaches most). Answers overrule what was measured in every later check and report, narrow the number of standards
    that are taught, and stay in FOLDER/reviews whatever is checked again. Several people may review, here or at other
    computers that share the folder; [review] in curalign.toml says how many must answer (readers) and whether
    they see others before (blind = false).

    \b
    Examples:
      curalign review our-district
      curalign review our-district --port 8765 --no-browser
    """
    import importlib.util

    missing = [name for name in ("starlette", "uvicorn") if importlib.util.find_spec(name) is None]
    if missing:
        raise RunError(f"The page needs {' and '.join(missing)}; install with: pip install 'curalign[review]'")
    _serve(_session(folder, cache), port, no_browser, language)


def _session(folder: Path, cache: Path | None) -> ReviewSession:
    from curalign.pipeline import reopen
    from curalign.reviewing.session import ReviewSession
    from curalign.settings import Models, load_settings

    return ReviewSession(folder, reopen(folder, cache=cache), load_settings(folder, models=Models.UNUSED))


def _serve(session: ReviewSession, port: int, no_browser: bool, language: str) -> None:
    import webbrowser

    from curalign.reviewing.server import open_server

    try:
        server = open_server(session, port, language)
    except OSError as error:
        raise RunError(f"Port {port} cannot be used ({error.strerror}); name another with --port.") from error
    print_line("Review, on this computer only (Ctrl-C ends it):")
    print_line(server.address)
    if not no_browser:
        webbrowser.open(server.address)
    server.run()
