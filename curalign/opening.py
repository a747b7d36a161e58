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

Thing = Literal["nothing", "file", "folder", "link", "other"]
"""What lies at a path; other: a pipe, a socket, a device."""


class NotAFileError(OSError):
    """What was to be opened as a file is something else: `thing` is what."""

    def __init__(self, path: Path | str, thing: Thing) -> None:
        super().__init__(errno.EINVAL, "is no file", str(path))
        self.thing = thing


def thing_at(path: Path | str, *, links: bool = False) -> Thing:
    """What lies at a path, or with `links` what a link there leads to. Raises OSError where it cannot be found out."""
    try:
        return _thing_of(Path(path).stat(follow_symlinks=links))
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
    thing = thing_at(path, links=links)
    if thing not in ("file", "nothing"):
        raise NotAFileError(path, thing)
    descriptor = os.open(path, os.O_RDONLY | _NO_WAIT | BYTES | (0 if links else NO_LINK))
    if (thing := _thing_of(os.fstat(descriptor))) != "file":  # somebody put it there meanwhile
        os.close(descriptor)
        raise NotAFileError(path, thing)
    return os.fdopen(descriptor, "rb")


def _thing_of(status: os.stat_result) -> Thing:
    if stat.S_ISLNK(status.st_mode) or getattr(status, "st_reparse_tag", 0) & _NAME_SURROGATE:
        return "link"
    if stat.S_ISDIR(status.st_mode):
        return "folder"
    return "file" if stat.S_ISREG(status.st_mode) else "other"
