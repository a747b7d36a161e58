"""The bytes of a file, once: what is hashed is what is parsed, whatever happens to the file meanwhile."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from typing import TypeVar

from curalign.errors import CuralignError, UnreadableError
from curalign.opening import NotAFileError, open_file

CHANGED = "changed while it was read; run the check again when nobody is writing to it"
VANISHED = "cannot be opened, because it is gone; run the check again when nobody is changing the folder"

_MEGABYTE = 2**20
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Taken:
    """A file's bytes and their sha256."""

    data: bytes
    sha256: str


@dataclass(frozen=True, slots=True)
class Unread:
    """Why nothing was read, a sentence without its full stop; `passing` where another try may go well."""

    reason: str
    passing: bool = False


def take(path: Path, most: int, known: str = "") -> Taken:
    """Read a regular file of at most `most` bytes.

    Args:
        path: The file.
        most: The largest size in bytes; a larger file is refused before anything of it is read.
        known: The sha256 that the file had before. Where it has another now it is read twice, and must stand still.

    Raises:
        UnreadableError: It cannot be read, without the file's name; `passing` where another try may go well.

    """
    taken = _take(path, most)
    if known and taken.sha256 != known and _take(path, most).sha256 != taken.sha256:
        raise UnreadableError(f"{CHANGED}.", passing=True)
    return taken


def patiently(read: Callable[[], _T]) -> _T:
    """What `read` gives; it is called a second time where the first trouble was a passing one."""
    try:
        return read()
    except CuralignError as error:
        if not error.passing:
            raise
        return read()


def open_regular(path: str | Path) -> BufferedReader:
    """A regular file, open; a pipe or a device would never end. Raises OSError and UnreadableError."""
    try:
        return open_file(path, links=True)
    except NotAFileError:
        raise UnreadableError("is a pipe, socket or device and no file; remove it.") from None


def too_large(size: int, most: int) -> str:
    """Why a file of `size` bytes is not read; empty where it is no larger than `most`."""
    return f"is {_size(size)}, larger than the {_size(most)} that are read; split it." if size > most else ""


def explain(error: OSError) -> UnreadableError:
    """Why a file could not be opened or read to its end; only permissions are no passing trouble."""
    if isinstance(error, FileNotFoundError):
        return UnreadableError(f"{VANISHED}.", passing=True)
    if isinstance(error, PermissionError):
        return UnreadableError("may not be read by this user; change its permissions.")
    reason = error.strerror or type(error).__name__
    return UnreadableError(f"cannot be opened ({reason}); check the drive it is on.", passing=True)


def _take(path: Path, most: int) -> Taken:
    try:
        with open_regular(path) as stream:
            size = os.fstat(stream.fileno()).st_size
            if refusal := too_large(size, most):
                raise UnreadableError(refusal)
            data = stream.read(size)  # no more than that: room is made for all that is asked for
    except OSError as error:
        raise explain(error) from error
    except MemoryError as error:
        raise UnreadableError(
            "needs more memory than there is; close other programs, or split it.", passing=True
        ) from error
    return Taken(data, hashlib.sha256(data).hexdigest())


def _size(size: int) -> str:
    if size >= 1024 * _MEGABYTE:
        return f"{size / 2**30:,.1f}".removesuffix(".0") + " GB"
    return f"{-(-size // _MEGABYTE):,} MB"
