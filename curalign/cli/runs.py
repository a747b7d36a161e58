"""`curalign runs list | name | prune FOLDER`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from curalign.cli.shared import FOLDER, cache_option, console
from curalign.cli.streams import print_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from curalign.storage import KeptRun

_KEEP = 10


@click.group("runs")
def command() -> None:
    """List the runs that are kept of a district, name them, or remove old ones. Nothing goes without being asked.

    \b
    Examples:
      curalign runs list our-district
      curalign runs name our-district 2026-11-28T120000Z-3f9a1c "before the new units"
      curalign runs prune our-district --keep 3
    """


@command.command("list")
@FOLDER
@cache_option
def list_(folder: Path, cache: Path | None) -> None:
    """Show every run of FOLDER, the newest first: when it was made (UTC), its size, and whether it is whole."""
    from rich.table import Table
    from rich.text import Text

    from curalign.storage import home_with_runs, list_runs

    home = home_with_runs(folder, cache)
    table = Table(box=None, pad_edge=False)
    for title in ("run", "made (UTC)", "files", "size", "name", ""):
        table.add_column(title, justify="right" if title in ("files", "size") else "left", no_wrap=True)
    for run in list_runs(home):
        made = f"{run.id[:10]} {run.id[11:13]}:{run.id[13:15]}"
        notes = ", ".join(_notes(run))
        table.add_row(run.id, made, str(run.files), _size(run.size), Text(run.name), notes)
    console().print(table)


@command.command("name")
@FOLDER
@click.argument("run")
@click.argument("name", default="")
@cache_option
def name_(folder: Path, run: str, name: str, cache: Path | None) -> None:
    """Call RUN of FOLDER by a NAME: `prune` keeps it then. Without a NAME it has none any more.

    RUN is its id, the beginning of its id, or the name that it has.
    """
    from curalign.storage import find_kept, home_with_runs, name_run

    home = home_with_runs(folder, cache)
    kept = find_kept(home, run)
    name_run(home, kept.id, name)
    print_line(f"{kept.id} is called {name}" if name else f"{kept.id} has no name")


@command.command("prune")
@FOLDER
@click.option("--keep", type=click.IntRange(min=1), default=_KEEP, show_default=True, help="Keep so many newest runs.")
@click.option("--keep-run", "named", multiple=True, metavar="RUN", help="Keep this run too. May be given again.")
@click.option(
    "--gone-districts", is_flag=True, help="Also clear your cache folder of districts that are no longer there."
)
@cache_option
def prune(folder: Path, keep: int, named: tuple[str, ...], gone_districts: bool, cache: Path | None) -> None:
    """Remove old runs of FOLDER, damaged ones, and the vectors that no run which is kept has needed.

    The run of the last check is always kept, and so is each that has a name (`runs name`). Only what this user's
    curalign has made is removed.
    """
    from curalign.embedding import VectorCache
    from curalign.storage import VECTORS, clear_home, home_with_runs, homes_of_gone_districts, prune_runs

    home = home_with_runs(folder, cache)
    kept, removed = prune_runs(home, keep, named)
    for run in removed:
        print_line(f"Removed {run.id} ({_size(run.size)})")
    with VectorCache(home / VECTORS) as vectors:
        forgotten = vectors.forget(min(run.day for run in kept)) if kept else 0
    print_line(_what_is_kept(kept, forgotten))
    for gone in list(homes_of_gone_districts()) if gone_districts else []:
        outcome = "Removed" if clear_home(gone) else "Could not remove all of"
        print_line(f"{outcome} {_plain(gone)}, of a district that is no longer there")


def _notes(run: KeptRun) -> list[str]:
    return [note for note, holds in (("the last check's", run.last), ("damaged", not run.whole)) if holds]


def _what_is_kept(kept: Sequence[KeptRun], forgotten: int) -> str:
    from curalign.wording.text import count

    runs = f"Kept {count(len(kept), 'run')} ({_size(sum(run.size for run in kept))})"
    return f"{runs}; dropped {count(forgotten, 'vector')} that none of them needed" if forgotten else runs


def _size(size: int) -> str:
    return f"{size / 2**20:,.1f} MB"


def _plain(path: Path) -> str:
    from curalign.cli.streams import one_line

    return one_line(str(path))
