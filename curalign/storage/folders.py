"""The folders of runs and of their drafts: only what carries our own mark is ever removed, and only file by file."""

from __future__ import annotations

import errno
import re
import secrets
from contextlib import suppress
from pathlib import Path
from typing import Final

from curalign.opening import entry_at
from curalign.safekeeping import make_folder, read_file, remove_folder, write_new
from curalign.seals import is_sealed, seal
from curalign.storage.homes import MARK, RUNS, is_old
from curalign.storage.manifests import MANIFEST
from curalign.storage.writing import PARTS

FILES: Final = (*PARTS, MANIFEST, MARK)
"""All that a run holds; the mark goes last, so that a removal that was cut off can be finished."""

_DRAFT = re.compile(r"\.draft-[0-9a-f]{16}")
_PURPOSE = "folder of a run"
_TEXT = b"A run of curalign.\n"


def runs_of(home: Path) -> Path:
    """The folder of a home's runs, made where it is missing; the home itself is never made. Raises OSError."""
    runs = home / RUNS
    with suppress(FileExistsError):
        make_folder(runs)
    if entry_at(runs) != "folder":
        raise NotADirectoryError(errno.ENOTDIR, "is not a folder", str(runs))
    return runs


def new_draft(runs: Path) -> Path:
    """A folder for a run that is being written, under a name that nobody could have taken before. Raises OSError."""
    draft = _draft_in(runs)
    make_folder(draft)
    try:
        write_new(draft / MARK, _TEXT + seal(_PURPOSE, _TEXT).encode())
    except BaseException:
        drop_draft(draft)
        raise
    return draft


def drop_draft(draft: Path) -> None:
    """Remove a draft that this process made, marked or not, if it is still there."""
    remove_folder(draft, FILES)


def is_ours(folder: Path) -> bool:
    """Whether curalign made this folder for a run, even if it is damaged by now."""
    try:
        content = read_file(folder / MARK, 1000)
    except OSError:
        return False
    text, by = content[: len(_TEXT)], content[len(_TEXT) :]
    return text == _TEXT and is_sealed(_PURPOSE, text, by.decode("ascii", "replace"))


def remove_ours(folder: Path) -> bool:
    """Remove a run's folder if we made it; what is not ours in it stays, and then it does too."""
    return is_ours(folder) and remove_folder(folder, FILES)


def discard(folder: Path) -> bool:
    """Take a run's name from a folder, then remove it if curalign made it; whether it is gone. Raises OSError."""
    if entry_at(folder) != "folder":
        raise NotADirectoryError(errno.ENOTDIR, "is not a folder", str(folder))
    aside = _draft_in(folder.parent)
    folder.rename(aside)  # one step: a run that is half removed would still have a name
    return remove_ours(aside)


def sweep(runs: Path) -> None:
    """Remove what killed processes left half-written."""
    for draft in runs.iterdir():
        with suppress(OSError):
            abandoned = _DRAFT.fullmatch(draft.name) and entry_at(draft) == "folder" and is_old(draft)
            if abandoned and not remove_ours(draft):
                draft.rmdir()  # goes only where it is empty: the process was killed before it marked it


def _draft_in(runs: Path) -> Path:
    return runs / f".draft-{secrets.token_hex(8)}"
