"""What several commands take and show."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from curalign.domain.progress import Progress, silent
from curalign.errors import RunError

F = TypeVar("F", bound=Callable[..., Any])

FOLDER = click.argument("folder", type=click.Path(path_type=Path))


def cache_option(command: F) -> F:
    """`--cache DIR`, for folders that cannot be written to."""
    option = click.option(
        "--cache",
        type=click.Path(path_type=Path, file_okay=False),
        help="Keep runs and vectors here instead of in FOLDER/.curalign.",
    )
    return option(command)


@contextmanager
def progress_bars(shown: bool = True) -> Iterator[Progress]:
    """Bars with time left on a terminal's standard error; nothing anywhere else."""
    if not (shown and sys.stderr.isatty()):
        yield silent
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress as Bars, TaskID, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description:<10}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        tasks: dict[str, TaskID] = {}

        def show(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total)
            bars.update(tasks[stage], completed=done, total=total)

        yield show


def write_output(path: Path, text: str) -> None:
    """Write a report where the user asked for it. Raises RunError."""
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise RunError(f"{path}: cannot be written ({error.strerror}); name another file with -o.") from error


def print_text(text: str) -> None:
    """Print machine-readable text as UTF-8, whatever the terminal's code page is."""
    click.get_binary_stream("stdout").write(text.encode("utf-8"))
    click.get_binary_stream("stdout").flush()
