"""Standard output and standard error, whatever a terminal, a pipe or a disk does to them, and whatever is said there.

Every character that is printed passes through `_CleanStream`, or through the console that `styled_console` gives: names
of files and texts of documents may hold what a terminal acts upon, and neither lets it out.
"""

from __future__ import annotations

import errno
import io
import logging
import os
import re
import shlex
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from curalign.errors import RunError

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer
    from rich.console import Console

_READER_LEFT = (errno.EPIPE, errno.EINVAL) if sys.platform == "win32" else (errno.EPIPE,)


class _Output(io.RawIOBase):
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


_ACTED_UPON = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""Control characters other than the tab and the end of a line, and halves of a pair."""
_UNSEEN = re.compile(
    "[\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""What has no width, and what makes text run backwards over its neighbours."""


def clean(text: str) -> str:
    """Text without anything that a terminal would act upon, or that a reader cannot see; lines stay lines."""
    if text.isprintable():
        return text
    return _UNSEEN.sub("", _ACTED_UPON.sub("\N{REPLACEMENT CHARACTER}", text))


class _CleanStream:
    """A text stream that lets clean text out, whoever writes: `print`, click, a warning, a log, a traceback.

    `styled` is the stream behind it, for `styled_console`, which colours what it has cleaned itself.
    """

    def __init__(self, styled: IO[str]) -> None:
        self.styled = styled

    def write(self, text: str) -> int:
        self.styled.write(clean(text))
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.styled, name)


def styled_console(stream: IO[str], **options: Any) -> Console:
    """A console of rich that cleans every piece of text before it gets its colours."""
    from rich.console import Console, ConsoleOptions, RenderableType
    from rich.segment import Segment

    class CleanConsole(Console):
        def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
            for text, style, control in super().render(renderable, options):
                yield Segment(text if control else clean(text), style, control)

    return CleanConsole(file=getattr(stream, "styled", stream), **options)


def prepare_output() -> None:
    """Make the standard streams ones that no code page, closed pipe, full disk or hostile name gets the better of."""
    _prepare_streams()
    for name in ("stdout", "stderr"):
        if not isinstance(getattr(sys, name), _CleanStream):
            setattr(sys, name, _CleanStream(getattr(sys, name)))


def _prepare_streams() -> None:
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
    if isinstance(raw, io.RawIOBase) and not isinstance(raw, _Output):
        sys.stdout = io.TextIOWrapper(
            io.BufferedWriter(_Output(raw)), encoding=out.encoding, errors="replace", line_buffering=out.isatty()
        )


def print_message(sentence: str) -> None:
    """A sentence on standard error, on one line; names of files may hold anything, escape sequences among it."""
    with suppress(OSError):
        sys.stderr.write(f"curalign: {one_line(sentence)}\n")
        sys.stderr.flush()


def print_line(line: str, *, err: bool = False) -> None:
    """A line on standard output, or on standard error; what it quotes cannot begin another."""
    print_lines(one_line(line), err=err)


def print_lines(text: str, *, err: bool = False) -> None:
    """Text of several lines on standard output, or on standard error."""
    stream = sys.stderr if err else sys.stdout
    stream.write(f"{text}\n")
    stream.flush()


def command_line(*words: str | Path) -> str:
    """A command as it can be typed into this system's shell, paths quoted; empty where no typing is safe.

    Names may hold what a shell runs (quoted away), or what cannot be shown, and so cannot be typed as it looks.
    """
    typed = []
    for word in words:
        text = str(word)
        if not isinstance(word, Path):
            typed.append(text)
            continue
        if clean(text) != text or "\n" in text or "\t" in text:
            return ""
        text = f".{os.sep}{text}" if text.startswith("-") else text
        if os.name == "nt":
            if any(mark in text for mark in '%$`!"^'):
                return ""  # a shell of Windows acts upon these between quotation marks too
            text = f'"{text}"' if re.search(r"[^\w.:\\/-]", text) else text
        else:
            text = shlex.quote(text)
        typed.append(text)
    return " ".join(typed)


class _StderrHandler(logging.Handler):
    """Says what goes wrong without ending a command, as `print_message` does."""

    def emit(self, record: logging.LogRecord) -> None:
        print_message(record.getMessage())


def print_warnings() -> None:
    """Print the warnings of every room to standard error, however often this is called."""
    log = logging.getLogger("curalign")
    if not any(isinstance(handler, _StderrHandler) for handler in log.handlers):
        log.addHandler(_StderrHandler(logging.WARNING))


def one_line(text: str) -> str:
    """Text of files on one line, without anything that a terminal would act upon."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in " ".join(text.split()))
