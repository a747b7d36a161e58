"""Which run is the last check's, and what runs are called: an older one may be taken up, and a name can change."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from curalign.safekeeping import read_file, write_whole
from curalign.seals import is_sealed, seal
from curalign.storage.homes import LATEST, NAMES, is_run_id

_PURPOSE = "last run"
_OF_NAMES = "names of runs"
_MOST_BYTES = 2**22


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


def note_names(home: Path, names: Mapping[str, str]) -> None:
    """Keep what runs are called, by their ids. Raises OSError."""
    text = json.dumps(dict(names), ensure_ascii=True, sort_keys=True).encode()
    write_whole(home / NAMES, text + b"\n" + seal(_OF_NAMES, text).encode() + b"\n")


def noted_names(home: Path) -> dict[str, str]:
    """What runs are called, by their ids; nothing where the note is missing, damaged or another's."""
    try:
        text, _, by = read_file(home / NAMES, _MOST_BYTES).partition(b"\n")
        sealed = is_sealed(_OF_NAMES, text, by.decode("ascii").removesuffix("\n"))
        return {str(run): str(name) for run, name in json.loads(text).items()} if sealed else {}
    except (OSError, ValueError, AttributeError, RecursionError):
        return {}
