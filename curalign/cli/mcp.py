"""`curalign mcp FOLDER`."""

from __future__ import annotations

from pathlib import Path

import click

from curalign.cli.shared import FOLDER, cache_option, language_option
from curalign.cli.streams import print_message
from curalign.errors import DistrictError, RunError


@click.command("mcp")
@FOLDER
@cache_option
@language_option
def command(folder: Path, cache: Path | None, language: str) -> None:
    """Offer the last check of FOLDER to a chat assistant on this computer, by the Model Context Protocol.

    The assistant starts this command itself and speaks with it over standard input and output; docs/assistant.md says
    what to write into its settings. It can search passages, list findings and see the evidence, with the numbers of
    every report; it reads nothing but the last run. It can propose a review: that is recorded as a machine's, and
    counted nowhere.

    What the assistant is told goes where the assistant sends it. Ask whoever answers for the district's documents
    before you connect an assistant that runs elsewhere.

    \b
    Example:
      curalign mcp our-district
    """
    import importlib.util

    if importlib.util.find_spec("mcp") is None:
        raise RunError("The assistant needs mcp; install with: pip install 'curalign[mcp]'")
    if not folder.is_dir():
        raise DistrictError(f"{folder}: there is no such folder; check the spelling.")
    from curalign.assistant.last_run import LastRun
    from curalign.assistant.server import serve
    from curalign.storage import home_with_runs

    try:
        home_with_runs(folder, cache)
    except RunError as error:  # it may be checked while the assistant is open, and is then answered about
        print_message(str(error))
    serve(LastRun(folder, cache, language))  # the run is read with the first question: assistants wait for no start
