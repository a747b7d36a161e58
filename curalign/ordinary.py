"""Files that are what they seem: no link, no pipe, no device, and no larger than what they are for."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

MOST_ENTRIES = 10_000
"""More files than any model has."""


class NotOrdinary(Exception):  # noqa: N818  # what it says is the end of a sentence that names the file
    """Why a path is not read: `is a link ...`, to be put after its name."""


def read_ordinary(path: Path, most: int, *, links: bool = False) -> bytes:
    """The content of a regular file of at most `most` bytes; nothing else is opened, so nothing can hang.

    `links` follows a link, for paths that the user typed. Raises NotOrdinary, and OSError as opening does.
    """
    _require_file(path.stat() if links else path.lstat())
    wanted = ("O_NONBLOCK", "O_CLOEXEC", "O_BINARY", *(() if links else ("O_NOFOLLOW",)))
    flags = os.O_RDONLY
    for name in wanted:
        flags |= getattr(os, name, 0)
    with os.fdopen(os.open(path, flags), "rb") as stream:
        _require_file(os.fstat(stream.fileno()))
        content = stream.read(most + 1)
    if len(content) > most:
        raise NotOrdinary(f"is larger than {most // 1024:,} KB, which no such file is; remove it or name another")
    return content


def ordinary_files(folder: Path, *, links: bool = False) -> Iterator[Path]:
    """Every file below a folder, in order; `links` follows links to files. Raises NotOrdinary, naming what is none."""
    seen = 0
    for here, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted((*folders, *names)):
            seen += 1
            if seen > MOST_ENTRIES:
                raise NotOrdinary(f"holds more than {MOST_ENTRIES:,} files; name the model's own folder")
            path = Path(here, name)
            try:
                status = path.stat() if links else path.lstat()
            except OSError:
                raise NotOrdinary(f"holds a link that leads nowhere, {name!r}; remove it") from None
            if stat.S_ISREG(status.st_mode) and not is_link(status):
                yield path
            elif not stat.S_ISDIR(status.st_mode) or is_link(status):
                what = "a link" if is_link(status) else "a pipe, socket or device"
                raise NotOrdinary(f"holds {what}, {name!r}; put the file itself there, or remove it")


def is_link(status: os.stat_result) -> bool:
    """Whether what `lstat` told is of a link, or of what Windows calls a junction."""
    junction = getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", None)
    tag = getattr(status, "st_reparse_tag", None)
    return stat.S_ISLNK(status.st_mode) or (junction is not None and tag == junction)


def _require_file(status: os.stat_result) -> None:
    if is_link(status):
        raise NotOrdinary("is a link, and none is followed here; put the file itself in its place")
    if not stat.S_ISREG(status.st_mode):
        raise NotOrdinary("is no file; remove it, or put a file of that name there")
