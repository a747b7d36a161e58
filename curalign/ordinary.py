"""Files that are what they seem: no link, no pipe, no device, and no larger than what they are for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from curalign.opening import NotAFileError, Thing, open_file, thing_at

MAX_ENTRIES = 10_000
"""More files than any model has."""


class NotOrdinary(Exception):  # noqa: N818  # what it says is the end of a sentence that names the file
    """Why a path is not read: `is a link ...`, to be put after its name."""


def read_ordinary(path: Path, most: int, *, links: bool = False) -> bytes:
    """The content of a regular file of at most `most` bytes; nothing else is opened, so nothing can hang.

    `links` follows a link, for paths that the user typed. Raises NotOrdinary, and OSError as opening does.
    """
    try:
        with open_file(path, links=links) as stream:
            content = stream.read(most + 1)
    except NotAFileError as error:
        if error.thing == "link":
            raise NotOrdinary("is a link, and none is followed here; put the file itself in its place") from None
        raise NotOrdinary("is no file; remove it, or put a file of that name there") from None
    if len(content) > most:
        raise NotOrdinary(f"is larger than {most // 1024:,} KB, which no such file is; remove it or name another")
    return content


def ordinary_files(folder: Path, *, links: bool = False) -> Iterator[Path]:
    """Every file below a folder, in order; `links` follows links to files. Raises NotOrdinary for anything else."""
    seen = 0
    for here, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted((*folders, *names)):
            seen += 1
            if seen > MAX_ENTRIES:
                raise NotOrdinary(f"holds more than {MAX_ENTRIES:,} files; name the model's own folder")
            path = Path(here, name)
            thing = _thing_at(path, links)
            if thing == "nothing":
                raise NotOrdinary(f"holds a link that leads nowhere, {name!r}; remove it")
            if thing == "file":
                yield path
            elif thing != "folder":
                what = "a link" if thing == "link" else "a pipe, socket or device"
                raise NotOrdinary(f"holds {what}, {name!r}; put the file itself there, or remove it")


def _thing_at(path: Path, links: bool) -> Thing:
    try:
        return thing_at(path, links=links)
    except OSError:  # links in a circle
        return "nothing"
