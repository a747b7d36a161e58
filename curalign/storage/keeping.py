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
from curalign.storage.homes import is_run_id, remove_home, run_folders
from curalign.storage.manifests import read_manifest, require_whole
from curalign.storage.notes import note_names, noted_last_run, noted_names

LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class KeptRun:
    """A run as it lies in a home. `size` is in bytes; `last` is whether reports are made of it; `name` may be ""."""

    folder: Path
    files: int
    size: int
    last: bool
    whole: bool
    name: str = ""

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
    names = noted_names(home)
    return [_look_at(folder, folder.name == noted, names.get(folder.name, "")) for folder in folders]


def prune_runs(home: Path, keep: int, named: Collection[str] = ()) -> tuple[list[KeptRun], list[KeptRun]]:
    """Remove old runs of a home: all but the newest whole ones, those with a name, those given, and the last check's.

    What does not carry this user's mark stays, and so does what was put among a run's files.

    Args:
        home: A folder of runs.
        keep: How many whole runs stay at least.
        named: Other runs that stay: each by its id, the beginning of one, or its name.

    Returns:
        The runs that were kept, and those that were removed.

    Raises:
        RunError: A run that is named is not there.

    """
    runs = list_runs(home)
    asked = {find_kept(home, each).id for each in named}
    newest = [run.id for run in runs if run.whole][:keep]
    stays = {*asked, *newest, *(run.id for run in runs if run.last or run.name)}
    removed = [run for run in runs if run.id not in stays and _removed(run)]
    return [run for run in runs if run not in removed], removed


def find_kept(home: Path, asked: str) -> KeptRun:
    """Find a run by what a person calls it.

    Args:
        home: A folder of runs.
        asked: The run's name, its id, or the beginning of its id that no other run has.

    Returns:
        The run; of several with that name the newest.

    Raises:
        RunError: There is none, or several begin so.

    """
    runs = list_runs(home)
    named = [run for run in runs if run.name and run.name.casefold() == asked.casefold()]
    begun = [run for run in runs if run.id == asked] or [run for run in runs if asked and run.id.startswith(asked)]
    if not named and len(begun) > 1:
        raise RunError(f"{home}: {len(begun)} runs begin with {asked}; give more of it (`curalign runs list`).")
    if not (named or begun):
        raise RunError(f"{home}: has no run {asked}; `curalign runs list` shows those that it has.")
    return (named or begun)[0]


def name_run(home: Path, run: str, name: str) -> None:
    """Call a run by a name: it is kept until it has none any more.

    Args:
        home: A folder of runs.
        run: The run's id.
        name: The name; "" takes it away. A run that had this name has none after.

    Raises:
        RunError: The name is too long or looks like a run's id, or the disk refuses.

    """
    name = " ".join(name.split())
    if len(name) > LONGEST_NAME or is_run_id(name):
        raise RunError(f"{name[:LONGEST_NAME]}: cannot be a run's name; give one of {LONGEST_NAME} characters at most.")
    here = {folder.name for folder in run_folders(home)}
    names = {id_: old for id_, old in noted_names(home).items() if id_ in here and old.casefold() != name.casefold()}
    names.pop(run, None)
    try:
        note_names(home, names | ({run: name} if name else {}))
    except OSError as error:
        raise RunError(f"{home}: the name cannot be kept ({error.strerror or error}).") from error


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


def _look_at(folder: Path, last: bool, name: str) -> KeptRun:
    sizes = [(folder / part).lstat().st_size for part in FILES if entry_at(folder / part) == "file"]
    return KeptRun(folder, len(sizes), sum(sizes), last, _is_whole(folder), name)


def _is_whole(folder: Path) -> bool:
    try:
        require_whole(folder, read_manifest(folder))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return False
    return True
