"""Files that stay where they belong: made by us alone, never through a link, whole or not at all.

A link is whatever leads to another place: a symbolic link, and on Windows a junction too.
"""

from __future__ import annotations

import errno
import os
import re
import secrets
import stat
from collections.abc import Iterable
from contextlib import suppress
from io import BufferedRandom, BufferedReader
from pathlib import Path
from typing import BinaryIO, Literal

_NO_LINK = getattr(os, "O_NOFOLLOW", 0)  # Windows has none, and is asked before
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)  # a pipe would hold its reader up
_BYTES = getattr(os, "O_BINARY", 0)
_NAME_SURROGATE = 0x2000_0000
"""Set in the tags of what Windows follows to another place, and not in those of files that a cloud drive fetches."""

_DRAFT = re.compile(r"\.curalign\.[0-9a-f]{16}\.part")

Thing = Literal["nothing", "file", "folder", "link", "other"]
"""What lies at a place, links not followed; other: a pipe, a socket, a device."""


def thing_at(path: Path) -> Thing:
    """What lies at a place, links not followed. Raises OSError where that cannot be told."""
    try:
        status = path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return "nothing"
    if stat.S_ISLNK(status.st_mode) or getattr(status, "st_reparse_tag", 0) & _NAME_SURROGATE:
        return "link"
    if stat.S_ISDIR(status.st_mode):
        return "folder"
    return "file" if stat.S_ISREG(status.st_mode) else "other"


def make_folder(path: Path) -> None:
    """Make one folder for its owner alone; never those above it. Raises OSError, FileExistsError among it."""
    path.mkdir(mode=0o700)


def open_new(path: Path) -> BufferedRandom:
    """A file that was not there before, for its owner alone. Raises OSError, FileExistsError among it."""
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | _NO_LINK | _BYTES
    return os.fdopen(os.open(path, flags, 0o600), "w+b")


def write_new(path: Path, content: bytes) -> None:
    """Write a file that was not there before, and see it on the disk. Raises OSError, FileExistsError among it."""
    with open_new(path) as file:
        file.write(content)
        see_on_disk(file)


def see_on_disk(file: BinaryIO) -> None:
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
        if thing_at(path) == "file":
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


def open_file(path: Path) -> BufferedReader:
    """A file to read, which is neither a link nor a pipe. Raises OSError."""
    if thing_at(path) not in ("file", "nothing"):
        raise OSError(errno.EINVAL, "is no file", str(path))
    file = os.fdopen(os.open(path, os.O_RDONLY | _NO_LINK | _NO_WAIT | _BYTES), "rb")
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise OSError(errno.EINVAL, "is no file", str(path))
    return file


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
        if thing_at(folder) != "folder":
            return False
        for name in names:
            _remove(folder / name)
        folder.rmdir()
    return not os.path.lexists(folder)


def _remove(path: Path) -> None:
    with suppress(OSError):
        if thing_at(path) == "folder":
            path.rmdir()  # goes only where it is empty
        else:
            path.unlink(missing_ok=True)
