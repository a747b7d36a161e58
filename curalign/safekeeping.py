"""Files that stay where they belong: made by us alone, never through a link, whole or not at all."""

from __future__ import annotations

import errno
import os
import re
import secrets
import stat
from collections.abc import Iterable
from contextlib import suppress
from io import BufferedRandom
from pathlib import Path
from typing import BinaryIO

from curalign.opening import BYTES, NO_LINK, entry_at, open_file

_DRAFT = re.compile(r"\.curalign\.[0-9a-f]{16}\.part")


def make_folder(path: Path) -> None:
    """Make one folder for its owner alone; never those above it. Raises OSError, FileExistsError among it."""
    path.mkdir(mode=0o700)


def open_new(path: Path) -> BufferedRandom:
    """A file that was not there before, for its owner alone. Raises OSError, FileExistsError among it."""
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | NO_LINK | BYTES
    return os.fdopen(os.open(path, flags, 0o600), "w+b")


def write_new(path: Path, content: bytes) -> None:
    """Write a file that was not there before, and see it on the disk. Raises OSError, FileExistsError among it."""
    with open_new(path) as file:
        file.write(content)
        flush_to_disk(file)


def flush_to_disk(file: BinaryIO) -> None:
    """Wait until what was written would outlive a power cut. Raises OSError."""
    file.flush()
    os.fsync(file.fileno())


def write_whole(path: Path, content: bytes) -> None:
    """Write a file beside its place and give it the name, so that a full disk costs nothing that was there before.

    A new file is its owner's alone; one that takes the place of another keeps that one's permissions. A link at the
    place is replaced and not followed. Raises OSError.
    """
    draft = draft_beside(path)
    try:
        write_new(draft, content)
        if entry_at(path) == "file":
            draft.chmod(stat.S_IMODE(path.lstat().st_mode))
        draft.replace(path)
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def draft_beside(path: Path) -> Path:
    """A name in the same folder that nobody could have taken before."""
    return path.with_name(f".curalign.{secrets.token_hex(8)}.part")


def is_draft(name: str) -> bool:
    """Whether a file's name is one that `draft_beside` gives."""
    return _DRAFT.fullmatch(name) is not None


def read_file(path: Path, most: int = 2**30) -> bytes:
    """What a file of at most so many bytes holds, which is neither a link nor a pipe. Raises OSError."""
    with open_file(path) as file:
        if os.fstat(file.fileno()).st_size > most:
            raise OSError(errno.EFBIG, "is larger than anything that is written here", str(path))
        return file.read(most)


def remove_folder(folder: Path, names: Iterable[str]) -> bool:
    """Remove a folder and its files of these names; with anything else in it, that and the folder stay.

    Nothing is looked for below it and no link is followed. Gives whether the folder is gone. Raises nothing.
    """
    with suppress(OSError):
        if entry_at(folder) != "folder":
            return False
        for name in names:
            _remove(folder / name)
        folder.rmdir()
    return not os.path.lexists(folder)


def _remove(path: Path) -> None:
    with suppress(OSError):
        if entry_at(path) == "folder":
            path.rmdir()  # goes only where it is empty
        else:
            path.unlink(missing_ok=True)
