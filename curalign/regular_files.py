"""Files that are what they seem: no link, no pipe, no device, and no larger than what they are for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from curalign.opening import EntryKind, NotAFileError, entry_at, open_file

MAX_ENTRIES = 10_000
"""More files than any model has."""


class NotRegularError(Exception):  # what it says is the end of a sentence that names the file
    """Why a path is not read: `is a link ...`, to be put after its name."""


def read_regular_file(path: Path, max_bytes: int, *, links: bool = False) -> bytes:
    """The content of a regular file of at most `max_bytes` bytes; nothing else is opened, so nothing can hang.

    `links` follows a link, for paths that the user typed. Raises NotRegularError, and OSError as opening does.
    """
    try:
        with open_file(path, links=links) as stream:
            content = stream.read(max_bytes + 1)
    except NotAFileError as error:
        if error.entry == "link":
            raise NotRegularError("is a link, and none is followed here; put the file itself in its place") from None
        raise NotRegularError("is not a file; remove it, or put a file of that name there") from None
    if len(content) > max_bytes:
        raise NotRegularError(
            f"is larger than {max_bytes // 1024:,} KB, which no such file is; remove it or name another"
        )
    return content


def regular_files(folder: Path, *, links: bool = False) -> Iterator[Path]:
    """Every file below a folder, in order; `links` follows links to files. Raises NotRegularError for anything else."""
    seen = 0
    for here, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted((*folders, *names)):
            seen += 1
            if seen > MAX_ENTRIES:
                raise NotRegularError(f"holds more than {MAX_ENTRIES:,} files; name the model's own folder")
            path = Path(here, name)
            entry = _entry_at(path, links)
            if entry == "nothing":
                raise NotRegularError(f"holds a link that leads nowhere, {name!r}; remove it")
            if entry == "file":
                yield path
            elif entry != "folder":
                what = "a link" if entry == "link" else "a pipe, socket or device"
                raise NotRegularError(f"holds {what}, {name!r}; put the file itself there, or remove it")


def _entry_at(path: Path, links: bool) -> EntryKind:
    try:
        return entry_at(path, links=links)
    except OSError:  # links in a circle
        return "nothing"
