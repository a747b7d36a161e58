"""The command line: parse, call, print, exit. One file per command, each loaded when it is asked for."""

from __future__ import annotations

import os
import sys
from importlib import import_module

import click

from curalign import __version__
from curalign.errors import CuralignError

COMMANDS = {
    "init": "Guess which folder of a messy district is what, and write curalign.toml.",
    "check": "Check a district's folder: what is taught, what is not, what PD supports.",
    "report": "Write the last check of a folder as a page, JSON or CSV.",
    "explain": "Show why one standard counts as it does, passage by passage.",
    "suggest": "Rank the standards that a text is about.",
}
"""Every command and the line that `--help` shows for it; the module `curalign.cli.NAME` holds it."""

COULD_NOT_RUN = 2
INTERRUPTED = 130


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
    """Run a command; an error that a user can mend is one sentence and exit code 2."""
    try:
        code = cli.main(standalone_mode=False)
    except click.exceptions.Abort:
        code = INTERRUPTED
    except click.ClickException as error:
        error.show()
        code = COULD_NOT_RUN
    except CuralignError as error:
        click.echo(f"curalign: {error}", err=True)
        code = COULD_NOT_RUN
    except KeyboardInterrupt:
        click.echo("curalign: stopped; nothing is lost, run the same command again.", err=True)
        code = INTERRUPTED
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115  # the reader left: leave quietly too
        code = 0
    sys.exit(code)
