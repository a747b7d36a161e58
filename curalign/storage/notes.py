"""Which run is the last check's: it need not be the newest, for a check may take an older one up."""

from __future__ import annotations

from pathlib import Path

from curalign.safekeeping import read_file, write_whole
from curalign.seals import is_sealed, seal
from curalign.storage.homes import LATEST, is_run_id

_PURPOSE = "last run"


def note_last_run(home: Path, run: str) -> None:
    """Name the run as the last check's. Raises OSError."""
    if noted_last_run(home) != run:
        write_whole(home / LATEST, f"{run} {seal(_PURPOSE, run.encode())}\n".encode())


def noted_last_run(home: Path) -> str | None:
    """The run of the last check, "" where none is noted, None where the note is damaged or another's."""
    try:
        run, _, by = read_file(home / LATEST, 1000).decode("ascii").partition(" ")
    except FileNotFoundError:
        return ""
    except (OSError, ValueError):
        return None
    return run if is_run_id(run) and by.endswith("\n") and is_sealed(_PURPOSE, run.encode(), by[:-1]) else None
