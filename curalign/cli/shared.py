"""What several commands take and show."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from inspect import signature
from pathlib import Path
from typing import TYPE_CHECKING

import click

from curalign.cli.streams import clean, print_line, styled_console
from curalign.domain.progress import Progress, silent
from curalign.errors import RunError
from curalign.safekeeping import write_whole
from curalign.wording import ENGLISH, LANGUAGES, say

if TYPE_CHECKING:
    from rich.console import Console

    from curalign.domain.filters import Filter
    from curalign.settings import Models, Settings

_UNWRAPPED = 10_000
"""Columns of what goes into a file or a pipe, where a finding is a line."""

_QUIET = 15
"""Seconds without a line of progress in a log."""

FOLDER = click.argument("folder", type=click.Path(path_type=Path))


cache_option = click.option(
    "--cache",
    type=click.Path(path_type=Path, file_okay=False),
    help="Keep runs and vectors here instead of in FOLDER/.curalign.",
)
"""For folders that cannot be written to."""

models_option = click.option(
    "--allow-folder-models",
    "models_allowed",
    is_flag=True,
    help="Load the encoder, judge or pipeline that the folder's curalign.toml names. Only for folders that you trust.",
)
"""For folders that the user trusts; see `curalign.settings.Models`."""
language_option = click.option(
    "--language", type=click.Choice(LANGUAGES), default=ENGLISH, show_default=True, help="The language to report in."
)
"""What is not translated yet is English."""


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms a command works: where runs are kept, in which language it speaks, whose models it may load."""

    cache: Path | None
    language: str
    models_allowed: bool = False

    @property
    def models(self) -> Models:
        """Whose models it loads, where it needs any."""
        from curalign.settings import Models

        return Models.ALLOWED if self.models_allowed else Models.SHIPPED


_Function = Callable[..., None]


def gathered(
    into: str, make: Callable[..., object], options: Sequence[Callable[[_Function], _Function]]
) -> Callable[[_Function], _Function]:
    """A decorator that lets a command be asked several options, which it gets as one value.

    Args:
        into: The argument of the command that takes the value.
        make: Makes it of what is asked; its parameters are the options by name, and any others have a default.
        options: Those of click, in the order in which `--help` lists them.

    Returns:
        The decorator.

    """
    named = tuple(signature(make).parameters)

    def decorate(command: _Function) -> _Function:
        @wraps(command)
        def asked(*words: object, **more: object) -> None:
            given = {name: more.pop(name) for name in named if name in more}
            command(*words, **{into: make(**given)}, **more)

        optional: _Function = asked
        for option in reversed(options):
            optional = option(optional)
        return optional

    return decorate


def terms_options(*, models: bool = False) -> Callable[[_Function], _Function]:
    """Let a command be asked for its `terms`, of the folder's own models only where it needs `models`."""
    return gathered("terms", Terms, (*([models_option] if models else []), cache_option, language_option))


def _asked_filter(grades: Iterable[str], subjects: Iterable[str], schools: Iterable[str]) -> Filter:
    """What the command line asks to see. Raises UsageError for a grade that cannot be read."""
    from curalign.domain.filters import Filter
    from curalign.domain.grades import require_grades

    try:
        return Filter(require_grades(grades), tuple(subjects), tuple(schools))
    except ValueError as error:
        raise click.UsageError(f"{error}.") from error


filter_options = gathered(
    "shown",
    _asked_filter,
    (
        click.option("--grade", "grades", multiple=True, metavar="GRADE", help="Show these grades only: 3, K-2, HS."),
        click.option("--subject", "subjects", multiple=True, help="Show this subject only. May be given again."),
        click.option("--school", "schools", multiple=True, help="Show this school only. May be given again."),
    ),
)
"""Let a command be asked what to show, as `shown`; nothing of it changes what is judged."""


@contextmanager
def progress_bars(*, lines: bool = False) -> Iterator[Progress]:
    """Bars with time left on a terminal's standard error; nothing anywhere else, or now and then a line."""
    if not sys.stderr.isatty():
        yield _progress_lines() if lines else silent
        return
    from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description:<10}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bars(*columns, console=styled_console(sys.stderr, stderr=True), transient=True) as bars:
        tasks: dict[str, TaskID] = {}

        def show(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total)
            bars.update(tasks[stage], completed=done, total=total)

        yield show


def _progress_lines() -> Progress:
    """The first and the last of each stage, and where it stands every quarter of a minute."""
    stages: set[str] = set()
    last = time.monotonic()

    def show(stage: str, done: int, total: int) -> None:
        nonlocal last
        if stage not in stages or done == total or time.monotonic() - last > _QUIET:
            stages.add(stage)
            last = time.monotonic()
            print_line(f"{stage} {done:,} of {total:,}", err=True)

    return show


def console() -> Console:
    """Standard output for people: as wide as the terminal, and unwrapped where it goes into a file or a pipe."""
    if sys.stdout.isatty():
        return styled_console(sys.stdout)
    return styled_console(sys.stdout, width=_UNWRAPPED, soft_wrap=True)


def form_of(output: Path, forms: Collection[str]) -> str:
    """Which of the forms a file's ending asks for. Raises UsageError where it asks for none."""
    form = output.suffix.lstrip(".").lower()
    if form not in forms:
        raise click.UsageError(f"{output}: name a file that ends in .{', .'.join(forms)}.")
    return form


def print_wrote(path: Path, language: str) -> None:
    """Say that a file was written."""
    print_line(say("wrote", {"file": str(path)}, language))


def write_output(path: Path, report: str | bytes) -> None:
    """Write a report where the user asked for it, text as UTF-8, whole or not at all. Raises RunError."""
    try:
        _write_whole(path, _as_bytes(report))
    except OSError as error:
        mend = "close it where it is open, or name another file with -o"
        raise RunError(f"{path}: cannot be written ({error.strerror}); {mend}.") from error


def _write_whole(path: Path, content: bytes) -> None:
    """Where the user asked for a link, the file that it leads to is written; a new one is its owner's alone."""
    if path.exists() and not path.is_file():
        path.write_bytes(content)  # a pipe or a terminal
        return
    write_whole(Path(os.path.realpath(path)), content)


def check_places(folder: Path, settings: Settings, output: Path | None, cache: Path | None) -> None:
    """Refuse before the work what cannot be written after it, and what the next check would read as a document.

    Raises RunError.
    """
    if output and not output.exists() and not output.absolute().parent.is_dir():
        parent = output.absolute().parent
        raise RunError(f"{output}: cannot be written, for there is no folder {parent}; make it, or name another file.")
    district = settings.district
    for place in filter(None, (output, cache)):
        real, root = Path(os.path.realpath(place)), Path(os.path.realpath(folder))
        if not real.is_relative_to(root) and _is_in(root, place):
            raise RunError(f"{place}: leads out of {folder} by a link, which may have come with it; name another.")
        inside = real.relative_to(root).as_posix().lower() if real.is_relative_to(root) else ""
        for name in (*district.standards, *district.curriculum, *district.pd, *district.results):
            if f"{inside}/".startswith(f"{name.lower()}/"):
                raise RunError(f"{place}: what is written in {name}/ would be read as one of its files; name another.")


def _is_in(root: Path, place: Path) -> bool:
    """Whether a place lies in a folder as it is written, wherever links then lead."""
    above = Path(os.path.normpath(place.absolute())).parents
    return any(os.path.realpath(folder) == str(root) for folder in above)


def print_report(report: str | bytes) -> None:
    """Print a report as UTF-8, whatever the terminal's code page is; a terminal is shown it clean."""
    if sys.stdout.isatty() and isinstance(report, str):
        report = clean(report)
    sys.stdout.buffer.write(_as_bytes(report))
    sys.stdout.buffer.flush()


def _as_bytes(report: str | bytes) -> bytes:
    return report if isinstance(report, bytes) else report.encode("utf-8")
