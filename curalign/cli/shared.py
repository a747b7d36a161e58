"""What several commands take and show."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from curalign.domain.progress import Progress, silent
from curalign.errors import RunError

if TYPE_CHECKING:
    from rich.console import Console

_UNWRAPPED = 10_000
"""Columns of what goes into a file or a pipe, where a finding is a line."""

FOLDER = click.argument("folder", type=click.Path(path_type=Path))


cache_option = click.option(
    "--cache",
    type=click.Path(path_type=Path, file_okay=False),
    help="Keep runs and vectors here instead of in FOLDER/.curalign.",
)
"""For folders that cannot be written to."""


@contextmanager
def progress_bars(shown: bool = True) -> Iterator[Progress]:
    """Bars with time left on a terminal's standard error; nothing anywhere else."""
    if not (shown and sys.stderr.isatty()):
        yield silent
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description:<10}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        tasks: dict[str, TaskID] = {}

        def show(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total)
            bars.update(tasks[stage], completed=done, total=total)

        yield show


def console() -> Console:
    """Standard output for people: as wide as the terminal, and unwrapped where it goes into a file or a pipe."""
    import io

    from rich.console import Console

    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # an old code page shows a question mark rather than failing
    return Console() if sys.stdout.isatty() else Console(width=_UNWRAPPED, soft_wrap=True)


def form_of(output: Path) -> str:
    """The form of report that a file's ending asks for. Raises UsageError where it asks for none."""
    from curalign.reporting import FORMATS

    form = output.suffix.lstrip(".").lower()
    if form not in FORMATS:
        raise click.UsageError(f"{output}: name a file that ends in .{', .'.join(FORMATS)}.")
    return form


def write_output(path: Path, report: str | bytes) -> None:
    """Write a report where the user asked for it, text as UTF-8. Raises RunError."""
    try:
        path.write_bytes(_as_bytes(report))
    except OSError as error:
        mend = "close it where it is open, or name another file with -o"
        raise RunError(f"{path}: cannot be written ({error.strerror}); {mend}.") from error


def print_report(report: str | bytes) -> None:
    """Print a report as UTF-8, whatever the terminal's code page is."""
    sys.stdout.buffer.write(_as_bytes(report))
    sys.stdout.buffer.flush()


def _as_bytes(report: str | bytes) -> bytes:
    return report if isinstance(report, bytes) else report.encode("utf-8")
