"""The command line: parse, call, print, exit. One file per command, each loaded when it is asked for."""

from __future__ import annotations

import os
import signal
import sys
import traceback
from importlib import import_module
from pathlib import Path

import click

from curalign import __version__
from curalign.cli.streams import prepare_output, print_line, print_lines, print_message, print_warnings
from curalign.errors import CuralignError

COMMANDS = {
    "init": "Guess which folder of a messy district is what, and write curalign.toml.",
    "check": "Check a district's folder: what is taught, what is not, what PD supports.",
    "report": "Write the last check of a folder as a page, JSON or CSV.",
    "review": "Ask people about the evidence, on a page of this computer; their word counts.",
    "mcp": "Offer the last check to a chat assistant on this computer, to read and to propose.",
    "plan": "Plan PD: which sessions close most of what pupils missed, for these hours and this money.",
    "explain": "Show why one standard counts as it does, passage by passage.",
    "compare": "Compare two runs of a folder: gaps closed, new, still open, and the trend.",
    "runs": "List, name or remove the runs that are kept of a folder.",
    "suggest": "Rank the standards that a text is about.",
    "standards": "Convert, validate and compare standards files of every format.",
    "evaluate": "Measure how right all this is, on labels of your own.",
    "train": "Train an encoder or a judge on labels of your own.",
}
"""Every command and the line that `--help` shows for it; the module `curalign.cli.NAME` holds it."""

COULD_NOT_RUN = 2
INTERRUPTED = 130
TRACEBACK = "CURALIGN_TRACEBACK"
"""The environment variable that asks for the whole trace of a mistake."""
_FEW = 5


class Commands(click.Group):
    """A group that knows its commands without importing them, so that `--help` is instant."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click gives it
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"curalign.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="curalign")
def cli() -> None:
    """Which standards do we teach, which do we not, and does our professional development support what we teach?

    Put the standards of your district into FOLDER/standards, the units into FOLDER/curriculum and the PD materials
    into FOLDER/pd, as the Word, PDF, PowerPoint and Excel files that they are. Then run:

        curalign check FOLDER
    """


def main() -> None:
    """Run a command. What goes wrong is one sentence, and the exit code says what kind of end it was."""
    try:
        prepare_output()
        print_warnings()
        code = cli.main(standalone_mode=False)
        sys.stdout.flush()
        _tell_of_english()
    except (click.exceptions.Abort, KeyboardInterrupt):
        print_message("stopped; nothing is lost, run the same command again.")
        code = INTERRUPTED
    except click.ClickException as error:
        _show(error)
        code = COULD_NOT_RUN
    except CuralignError as error:
        print_message(str(error))
        code = COULD_NOT_RUN
    except MemoryError:
        print_message("There is not enough memory; close other programs, or check fewer documents at a time.")
        code = COULD_NOT_RUN
    except Exception as error:
        print_message(_unforeseen(error))
        code = COULD_NOT_RUN
    # All is said and saved: Ctrl-C while Python tidies up would only print its insides.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.exit(code)


def _tell_of_english() -> None:
    """Say once which sentences were English although another language was asked for."""
    from curalign.wording import Facts, said_in_english, say

    sentences, language = said_in_english()
    if sentences:
        facts = Facts(sentences=sentences[:_FEW], more=max(len(sentences) - _FEW, 0))
        print_message(say("said-in-english", facts, language))
        said_in_english()  # this sentence may have been one more


def _show(error: click.ClickException) -> None:
    """Print click's own message, but to our stream and on one line."""
    if type(error).show not in (click.ClickException.show, click.UsageError.show):
        error.show(file=sys.stderr)  # the help, where no command was given
        return
    ctx = error.ctx if isinstance(error, click.UsageError) else None
    if ctx is not None:
        print_lines(f"{ctx.get_usage()}\nTry '{ctx.command_path} --help' for help.\n", err=True)
    print_line(f"Error: {error.format_message()}", err=True)


def _unforeseen(error: Exception) -> str:
    """What to report of a mistake of our own; without its message, which may quote a document."""
    if os.environ.get(TRACEBACK):
        traceback.print_exception(error)
    last = traceback.extract_tb(error.__traceback__)[-1]
    return (
        f"{type(error).__name__} in {Path(last.filename).name}, line {last.lineno}: a mistake of curalign "
        f"{__version__}, not of yours. Nothing is lost; please report this line. {TRACEBACK}=1 shows more."
    )
