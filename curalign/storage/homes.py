"""Where the runs and the vectors of a district are kept."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from curalign.errors import RunError

HIDDEN = ".curalign"


def home_of(folder: Path, cache: Path | None = None) -> Path:
    """Where cache and runs of a district go: `.curalign` in its folder, or `cache`, or the user's cache folder.

    The user's cache serves a folder that cannot be written to. Raises RunError where nothing can be written.
    """
    for home in _homes(folder, cache):
        try:
            home.mkdir(parents=True, exist_ok=True)
            if not (home / ".gitignore").exists():
                (home / ".gitignore").write_text("*\n")
        except OSError:
            continue
        if os.access(home, os.W_OK):
            return home
    place = cache or folder
    raise RunError(f"{place}: no run can be kept here; name a folder that can be written to with --cache DIR.")


def home_with_runs(folder: Path, cache: Path | None = None) -> Path:
    """Where the runs of a district are already; makes nothing. Raises RunError where there is none.

    A place that can be written to goes first: the last check kept its run there.
    """
    for home in sorted(_homes(folder, cache), key=lambda home: not os.access(home, os.W_OK)):
        if any(newest_first(home)):
            return home
    if not folder.is_dir():
        raise RunError(f"{folder}: there is no such folder; check the spelling.")
    raise RunError(f"{folder}: no run yet; run `curalign check` on the folder first.")


def _homes(folder: Path, cache: Path | None) -> tuple[Path, ...]:
    return (cache,) if cache else (folder / HIDDEN, _user_cache(folder))


def newest_first(home: Path) -> Iterator[Path]:
    """The folders of the runs that were finished."""
    found = sorted((home / "runs").glob("*/manifest.json"), key=lambda path: path.parent.name, reverse=True)
    return (path.parent for path in found if not path.parent.name.startswith("."))


def _user_cache(folder: Path) -> Path:
    from platformdirs import user_cache_path

    real = os.path.realpath(folder)  # unlike Path.resolve it takes links that go in a circle
    name = hashlib.sha256(os.fsencode(real)).hexdigest()[:12]
    return user_cache_path("curalign", appauthor=False) / f"{Path(real).name}-{name}"
