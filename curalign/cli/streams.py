"""Standard output and standard error, whatever a terminal, a pipe or a disk does to them."""

from __future__ import annotations

import errno
import io
import logging
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from curalign.errors import RunError

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

_READER_LEFT = (errno.EPIPE, errno.EINVAL) if sys.platform == "win32" else (errno.EPIPE,)


class _Outlet(io.RawIOBase):
    """Where standard output goes. Once its reader has left, as `| head` does, the rest goes nowhere.

    Leaving it to each `print` would end the command in the middle, and with an exit code that means something else.
    """

    def __init__(self, raw: io.RawIOBase) -> None:
        self._raw = raw
        self._ended = False

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return self._raw.isatty()

    def fileno(self) -> int:
        return self._raw.fileno()

    def write(self, data: ReadableBuffer, /) -> int | None:
        """All of `data`, into nothing where the reader has left. Raises RunError where a disk refuses, once."""
        if self._ended:
            return memoryview(data).nbytes
        try:
            return self._raw.write(data)
        except OSError as error:
            self._ended = True
            if error.errno in _READER_LEFT:
                return memoryview(data).nbytes
            raise RunError(
                f"The output cannot be written ({error.strerror}); free some space or send it to another place."
            ) from error


def prepare_output() -> None:
    """Make standard output one that no code page, closed pipe or full disk turns into a traceback."""
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  # `2>&-` closed it
    if sys.stdout is None:
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  # `>&-` closed it
        return
    out = sys.stdout
    if not isinstance(out, io.TextIOWrapper):
        return
    out.reconfigure(errors="replace")  # an old code page shows a question mark rather than failing
    raw = getattr(out.buffer, "raw", out.buffer)  # there is no buffer between them under PYTHONUNBUFFERED
    if isinstance(raw, io.RawIOBase) and not isinstance(raw, _Outlet):
        sys.stdout = io.TextIOWrapper(
            io.BufferedWriter(_Outlet(raw)), encoding=out.encoding, errors="replace", line_buffering=out.isatty()
        )


def say(sentence: str) -> None:
    """A sentence on standard error, on one line; names of files may hold anything, escape sequences among it."""
    with suppress(OSError):
        click.echo(f"curalign: {one_line(sentence)}", err=True)


class _Aloud(logging.Handler):
    """Says what goes wrong without ending a command, as `say` does."""

    def emit(self, record: logging.LogRecord) -> None:
        say(record.getMessage())


def say_warnings() -> None:
    """Let the warnings of every room be said on standard error, be this called once or again."""
    log = logging.getLogger("curalign")
    if not any(isinstance(handler, _Aloud) for handler in log.handlers):
        log.addHandler(_Aloud(logging.WARNING))


def one_line(text: str) -> str:
    """Text of files on one line, without anything that a terminal would act upon."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in " ".join(text.split()))
