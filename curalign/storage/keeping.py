"""What a home has kept, and how to make it smaller: nothing is ever removed without being asked."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from curalign.errors import RunError
from curalign.opening import entry_at
from curalign.storage.folders import FILES, discard, is_ours
from curalign.storage.homes import remove_home, run_folders
from curalign.storage.manifests import read_manifest, require_whole
from curalign.storage.notes import noted_last_run


@dataclass(frozen=True, slots=True)
class KeptRun:
    """A run as it lies in a home. `size` is in bytes; `last` is whether reports are made of it."""

    folder: Path
    files: int
    size: int
    last: bool
    whole: bool

    @property
    def id(self) -> str:
        """The run's name, which begins with the time at which it was made, in UTC."""
        return self.folder.name

    @property
    def day(self) -> date:
        """The day on which it was made, in UTC."""
        return date.fromisoformat(self.id[:10])


def list_runs(home: Path) -> list[KeptRun]:
    """List all runs of a home.

    Args:
        home: A folder of runs, as `home_with_runs` gives it.

    Returns:
        The runs, the newest first; damaged ones too.

    """
    folders = run_folders(home)
    noted = noted_last_run(home) or (folders[0].name if folders else "")
    return [_look_at(folder, folder.name == noted) for folder in folders]


def prune_runs(home: Path, keep: int, named: Collection[str] = ()) -> tuple[list[KeptRun], list[KeptRun]]:
    """Remove old runs of a home: all but the newest whole ones, those named, and the last check's.

    What does not carry this user's mark stays, and so does what was put among a run's files.

    Args:
        home: A folder of runs.
        keep: How many whole runs stay at least.
        named: Ids of other runs that stay.

    Returns:
        The runs that were kept, and those that were removed.

    Raises:
        RunError: A run that is named is not there.

    """
    runs = list_runs(home)
    unknown = sorted(set(named) - {run.id for run in runs})
    if unknown:
        raise RunError(f"{home}: has no run {unknown[0]}; `curalign runs list` shows those that it has.")
    newest = [run.id for run in runs if run.whole][:keep]
    removed = [run for run in runs if not (run.last or run.id in named or run.id in newest) and _removed(run)]
    return [run for run in runs if run not in removed], removed


def clear_home(home: Path) -> bool:
    """Remove a home with all its runs.

    Args:
        home: A folder of runs. What is not ours in it stays, and then the home does.

    Returns:
        Whether it is gone.

    """
    for run in list_runs(home):
        _removed(run)
    return remove_home(home)


def _removed(run: KeptRun) -> bool:
    with suppress(OSError):
        return is_ours(run.folder) and discard(run.folder)
    return False


def _look_at(folder: Path, last: bool) -> KeptRun:
    sizes = [(folder / name).lstat().st_size for name in FILES if entry_at(folder / name) == "file"]
    return KeptRun(folder, len(sizes), sum(sizes), last, _is_whole(folder))


def _is_whole(folder: Path) -> bool:
    try:
        require_whole(folder, read_manifest(folder))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return False
    return True
