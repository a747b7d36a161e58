"""Where the runs and the vectors of a district are kept: folders that we made, and nothing else is ever touched.

A home holds a file that only this user's key can have made. What came with a folder, or was made by somebody else, has
none, and is left alone; what leads to another place is refused.
"""

from __future__ import annotations

import atexit
import functools
import logging
import os
import re
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from curalign.errors import RunError
from curalign.opening import entry_at
from curalign.safekeeping import is_draft, make_folder, read_file, remove_folder, write_whole
from curalign.seals import is_sealed, seal, user_caches, user_key

log = logging.getLogger(__name__)

HIDDEN: Final = ".curalign"
RUNS: Final = "runs"
LATEST: Final = "latest"
NAMES: Final = "names"
"""What runs are called, by their ids."""
VECTORS: Final = "vectors.sqlite"
MARK: Final = "made-by-curalign"
"""The file that makes a folder a home; it also names the district, where that lies in another place."""

ABANDONED: Final = 3600.0
"""Seconds after which what is half-written belongs to a process that was killed."""

_SET_ASIDE = VECTORS + ".damaged"
_WRITTEN_INTO = (VECTORS, VECTORS + "-wal", VECTORS + "-shm", VECTORS + "-journal")
_FILES = (MARK, ".gitignore", LATEST, NAMES, _SET_ASIDE, *_WRITTEN_INTO)
_RUN = re.compile(r"\d{4}-\d\d-\d\dT\d{6}Z-[0-9a-f]{6}")
_PURPOSE = "home"
_DISTRICT = b"district: "
_MEND = "remove it, or name another place with --cache DIR"


def home_of(folder: Path, cache: Path | None = None) -> Path:
    """Where cache and runs of a district go: `.curalign` in its folder, or `cache`, or the user's cache folder.

    The user's cache serves a folder that cannot be written to, or whose `.curalign` this user did not make. Without a
    key there is a home for this process only.

    Args:
        folder: The district's folder.
        cache: The place that the user named, if any.

    Returns:
        A folder that is there and can be written to.

    Raises:
        RunError: Nothing can be written, or a home or what is in it is a link.

    """
    trouble = user_key().trouble
    if trouble:
        return _home_of_this_process(trouble)
    if cache is not None:
        home = _make_named_home(Path(os.path.realpath(cache)), cache)
    elif not folder.is_dir():  # be it that it is gone by now
        raise RunError(f"{folder}: there is no such folder; check the spelling.")
    else:
        home = _make_home(folder / HIDDEN, parents=False, district="") or _make_home(
            _user_cache(folder), parents=True, district=os.path.realpath(folder)
        )
    if home is None:
        place = cache or folder
        raise RunError(f"{place}: no run can be kept here; name a folder that can be written to with --cache DIR.")
    _sweep(home)
    return home


def home_with_runs(folder: Path, cache: Path | None = None) -> Path:
    """Where the runs of a district are already; makes nothing.

    A place that can be written to goes first: the last check kept its run there.

    Args:
        folder: The district's folder.
        cache: The place that the user named, if any.

    Returns:
        A folder with at least one finished run.

    Raises:
        RunError: There is none, or it cannot be read back.

    """
    places = (Path(os.path.realpath(cache)),) if cache else (folder / HIDDEN, _user_cache(folder))
    homes = [place for place in places if _is_home(place)]
    for home in sorted(homes, key=lambda home: not os.access(home, os.W_OK)):
        if newest_first(home):
            return home
    if not folder.is_dir():
        raise RunError(f"{folder}: there is no such folder; check the spelling.")
    if user_key().trouble:
        raise RunError(f"{folder}: no run can be read back, for {user_key().trouble}.")
    raise RunError(f"{folder}: no run yet; run `curalign check` on the folder first.")


def run_folders(home: Path) -> list[Path]:
    """The folders with the name of a run, newest first, whole or not."""
    named = sorted((path for path in _children(home / RUNS) if is_run_id(path.name)), key=_when_made, reverse=True)
    return [folder for folder in named if entry_at(folder) == "folder"]


def _when_made(run: Path) -> tuple[str, int]:
    """When a run was made: to the second by its name, and within it by its manifest."""
    try:
        written = (run / "manifest.json").lstat().st_mtime_ns
    except OSError:
        written = 0
    return run.name.partition("Z-")[0], written


def newest_first(home: Path) -> list[Path]:
    """The folders of the runs that were finished."""
    return [folder for folder in run_folders(home) if entry_at(folder / "manifest.json") == "file"]


def is_run_id(name: str) -> bool:
    """Whether a run could have this name."""
    return _RUN.fullmatch(name) is not None


def homes_of_gone_districts() -> Iterator[Path]:
    """Find the homes of districts that are gone.

    Yields:
        Each home in the user's cache folder whose district is no longer where it was, though that place is there.

    """
    for home in _children(user_caches()):
        if entry_at(home) == "folder" and _is_marked(home):
            district = _district_of(home)
            if district.is_absolute() and district.parent.is_dir() and not os.path.lexists(district):
                yield home


def remove_home(home: Path) -> bool:
    """Remove a home whose runs are gone already; files of others stay. Returns whether it is gone."""
    remove_folder(home / RUNS, ())
    drafts = (path.name for path in _children(home) if is_draft(path.name))
    return remove_folder(home, (*drafts, *_FILES))


def _make_named_home(home: Path, cache: Path) -> Path | None:
    """The home that the user named."""
    try:
        _refuse_links(home)
        if entry_at(home) == "nothing" or _may_be_home(home):
            return _make_home(home, parents=True, district="")
    except OSError:
        return None
    raise RunError(
        f"{cache}: holds other things, and runs need a folder of their own; name one that is empty or not there yet "
        "with --cache DIR."
    )


def _make_home(home: Path, *, parents: bool, district: str) -> Path | None:
    """A home that is there or could be made, else None. Raises RunError where a link is in its place."""
    try:
        _refuse_links(home)
        if entry_at(home) == "nothing":
            if parents:
                home.parent.mkdir(parents=True, exist_ok=True)
            with suppress(FileExistsError):  # another process was first
                make_folder(home)
        if not _may_be_home(home):
            _warn_left_alone(home)
            return None
        if not _is_marked(home):
            write_whole(home / MARK, _mark(district))
        _refuse_what_is_no_file(home)
        if entry_at(home / ".gitignore") == "nothing":
            write_whole(home / ".gitignore", b"*\n")
    except OSError:
        return None
    return home if os.access(home, os.W_OK) else None


def _is_home(place: Path) -> bool:
    """Whether this is a home of this user's. Raises RunError where a link is in its place."""
    try:
        if entry_at(place) == "nothing":
            return False
        _refuse_links(place)
        if _is_marked(place):
            _refuse_what_is_no_file(place)
            return True
        if not _may_be_home(place):
            _warn_left_alone(place)
    except OSError:
        pass
    return False


def _refuse_links(home: Path) -> None:
    """Raises RunError where a home, or anything that we keep in one, leads to another place; and OSError."""
    for path in (home, home / RUNS, *(home / name for name in _FILES)):
        if entry_at(path) == "link":
            raise RunError(f"{path}: is a link to another place, and runs are kept in none; {_MEND}.")


def _refuse_what_is_no_file(home: Path) -> None:
    """Raises RunError where something else lies in the place of what we keep in our home; and OSError."""
    wanted = {RUNS: "folder"} | dict.fromkeys(_FILES, "file")
    for name, kind in wanted.items():
        path = home / name
        entry = entry_at(path)
        if entry == "folder" and name in (VECTORS, _SET_ASIDE):
            continue  # the cache sets it aside
        if entry not in ("nothing", kind):
            raise RunError(f"{path}: is not a {kind}, and curalign keeps one there; {_MEND}.")
        if name in _WRITTEN_INTO and entry == "file" and path.lstat().st_nlink > 1:
            raise RunError(f"{path}: is the same file as one in another place (a hard link); {_MEND}.")


def _may_be_home(home: Path) -> bool:
    """Whether a folder is a home of this user's, or empty."""
    # Asked twice, for between the two another process may have marked it.
    return _is_marked(home) or _is_fresh(home) or _is_marked(home)


def _is_fresh(home: Path) -> bool:
    """Whether nobody has put anything into a folder yet, but perhaps another process that makes it a home just now."""
    return entry_at(home) == "folder" and all(is_draft(path.name) for path in home.iterdir())


def _is_marked(home: Path) -> bool:
    try:
        content = read_file(home / MARK, 2**20)
    except OSError:
        return False
    text, _, by = content.rpartition(b"\n")
    return is_sealed(_PURPOSE, text, by.decode("ascii", "replace"))


def _mark(district: str) -> bytes:
    text = b"Curalign keeps runs and vectors here, and removes nothing that it did not make. The last line is a seal.\n"
    text += _DISTRICT + os.fsencode(district)
    return text + b"\n" + seal(_PURPOSE, text).encode()


def _district_of(home: Path) -> Path:
    """The district of a home that is marked."""
    text = read_file(home / MARK, 2**20).rpartition(b"\n")[0]
    return Path(os.fsdecode(text.partition(_DISTRICT)[2]))


@functools.cache
def _warn_left_alone(home: Path) -> None:
    log.warning(
        "%s: was not made by you on this computer, so it is left alone and nothing in it is believed; runs are kept in "
        "your own cache folder (remove it to keep them here, or name a place with --cache DIR).",
        home,
    )


@functools.cache
def _home_of_this_process(trouble: str) -> Path:
    home = Path(tempfile.mkdtemp(prefix="curalign-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    log.warning(
        "Nothing is kept for the next check or report, for %s; mend that, or name a folder of your own in the "
        "environment variable CURALIGN_USER_FOLDER.",
        trouble,
    )
    return home


def _user_cache(folder: Path) -> Path:
    """A name that nobody else can know, and another one with another key."""
    real = os.path.realpath(folder)  # unlike Path.resolve it takes links that go in a circle
    return user_caches() / f"{Path(real).name}-{seal('cache', os.fsencode(real))[:12]}"


def _children(folder: Path) -> list[Path]:
    """What lies in a folder; nothing where the folder is a link."""
    try:
        return list(folder.iterdir()) if entry_at(folder) == "folder" else []
    except OSError:
        return []


def _sweep(home: Path) -> None:
    """Remove the drafts of single files that killed processes left."""
    for path in _children(home):
        with suppress(OSError):
            if is_draft(path.name) and entry_at(path) == "file" and is_old(path):
                path.unlink()


def is_old(path: Path) -> bool:
    """Whether this was last changed so long ago that nobody is at it. Raises OSError."""
    return time.time() - path.lstat().st_mtime > ABANDONED
