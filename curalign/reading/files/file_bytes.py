"""The bytes of a file, once: what is hashed is what is parsed, whatever happens to the file meanwhile."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from typing import Any, TypeVar

from curalign.errors import CuralignError, UnreadableError
from curalign.opening import NotAFileError, open_file
from curalign.wording import NO_FACTS, Facts

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class HashedBytes:
    """A file's bytes and their sha256."""

    data: bytes
    sha256: str


@dataclass(frozen=True, slots=True)
class Unread:
    """Why a file, or a part of it, was not read.

    `trouble` is the id of its sentence in the catalogue and `facts` are what that names; `passing` says that another
    try may go well.
    """

    trouble: str
    facts: Facts = NO_FACTS
    passing: bool = False

    @classmethod
    def why(cls, error: UnreadableError) -> Unread:
        """What an error says."""
        return cls(error.trouble, error.facts, error.passing)

    def as_error(self) -> UnreadableError:
        """The same, to be raised."""
        return UnreadableError(trouble=self.trouble, facts=self.facts, passing=self.passing)

    def pack(self) -> list[Any]:
        """As lists and strings, for JSON."""
        return [self.trouble, self.facts, self.passing]

    @classmethod
    def unpack(cls, packed: list[Any]) -> Unread:
        """What was packed."""
        trouble, facts, passing = packed
        return cls(trouble, Facts(facts), passing)


CHANGED = Unread(trouble="changed", passing=True)


def read_hashed(path: Path, max_bytes: int, known: str = "") -> HashedBytes:
    """Read a regular file of at most `max_bytes` bytes.

    Args:
        path: The file.
        max_bytes: The largest size in bytes; a larger file is refused before anything of it is read.
        known: The sha256 that the file had before. Where it has another now it is read twice, and must stand still.

    Raises:
        UnreadableError: It cannot be read, without the file's name; `passing` where another try may go well.

    """
    content = _read_once(path, max_bytes)
    if known and content.sha256 != known and _read_once(path, max_bytes).sha256 != content.sha256:
        raise CHANGED.as_error()
    return content


def retry_once(read: Callable[[], _T]) -> _T:
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
        raise UnreadableError(trouble="no-regular-file") from None


def too_large(size: int, max_bytes: int) -> Unread | None:
    """Why a file of `size` bytes is not read; None where it is no larger than `max_bytes`."""
    return Unread(trouble="too-large", facts=Facts(size=size, most=max_bytes)) if size > max_bytes else None


def explain(error: OSError) -> UnreadableError:
    """Why a file could not be opened or read to its end; every trouble but missing permissions may pass."""
    if isinstance(error, FileNotFoundError):
        return UnreadableError(trouble="vanished", passing=True)
    if isinstance(error, PermissionError):
        return UnreadableError(trouble="may-not-read")
    reason = error.strerror or type(error).__name__
    return UnreadableError(trouble="not-opened", facts=Facts(reason=reason), passing=True)


def _read_once(path: Path, max_bytes: int) -> HashedBytes:
    try:
        with open_regular(path) as stream:
            size = os.fstat(stream.fileno()).st_size
            if refusal := too_large(size, max_bytes):
                raise refusal.as_error()
            data = stream.read(size)  # no more than that: room is made for all that is asked for
    except OSError as error:
        raise explain(error) from error
    except MemoryError as error:
        raise UnreadableError(trouble="out-of-memory", passing=True) from error
    return HashedBytes(data, hashlib.sha256(data).hexdigest())
