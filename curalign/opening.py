"""What lies at a path, and files opened so that no link leads elsewhere and no pipe holds its reader up.

A link is whatever leads to another place: a symbolic link, and on Windows a junction too.
"""

from __future__ import annotations

import errno
import os
import stat
from io import BufferedReader
from pathlib import Path
from typing import Literal

NO_LINK = getattr(os, "O_NOFOLLOW", 0)  # Windows has none, and is asked before
BYTES = getattr(os, "O_BINARY", 0)
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)  # a pipe would hold its reader up
_NAME_SURROGATE = 0x2000_0000
"""Set in the tags of what Windows follows to another place, and not in those of files that a cloud drive fetches."""

EntryKind = Literal["nothing", "file", "folder", "link", "other"]
"""What lies at a path; other: a pipe, a socket, a device."""


class NotAFileError(OSError):
    """What was to be opened as a file is something else: `entry` is what."""

    def __init__(self, path: Path | str, entry: EntryKind) -> None:
        super().__init__(errno.EINVAL, "is not a file", str(path))
        self.entry = entry


def entry_at(path: Path | str, *, links: bool = False) -> EntryKind:
    """What lies at a path, or with `links` what a link there leads to. Raises OSError where it cannot be found out."""
    try:
        return _entry_of(Path(path).stat(follow_symlinks=links))
    except (FileNotFoundError, NotADirectoryError):
        return "nothing"


def open_file(path: Path | str, *, links: bool = False) -> BufferedReader:
    """A file to read.

    Args:
        path: Where it lies.
        links: Whether a link to a file is followed.

    Raises:
        NotAFileError: Something else lies there; it is not opened, because that could hang or do something.
        OSError: It cannot be opened.

    """
    entry = entry_at(path, links=links)
    if entry not in ("file", "nothing"):
        raise NotAFileError(path, entry)
    descriptor = os.open(path, os.O_RDONLY | _NO_WAIT | BYTES | (0 if links else NO_LINK))
    if (entry := _entry_of(os.fstat(descriptor))) != "file":  # somebody put it there meanwhile
        os.close(descriptor)
        raise NotAFileError(path, entry)
    return os.fdopen(descriptor, "rb")


def _entry_of(status: os.stat_result) -> EntryKind:
    if stat.S_ISLNK(status.st_mode) or getattr(status, "st_reparse_tag", 0) & _NAME_SURROGATE:
        return "link"
    if stat.S_ISDIR(status.st_mode):
        return "folder"
    return "file" if stat.S_ISREG(status.st_mode) else "other"
