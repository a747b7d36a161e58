"""The outside of a process that reads files: it starts, is given limits, and a file that ends it harms only itself."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import curalign
from curalign.errors import UnreadableError
from curalign.reading.files.file_bytes import Unread
from curalign.settings import ReadingSettings
from curalign.wording import Facts

_STARTING_SECONDS = 60.0
_LOOK_EVERY = 0.1
_CRASHES = {
    int(getattr(signal, name))
    for name in ("SIGSEGV", "SIGABRT", "SIGBUS", "SIGFPE", "SIGILL", "SIGSYS")
    if hasattr(signal, name)
}
"""How a process ends over its own faults; any other signal came from outside."""

_KILLED = Unread(trouble="reader-killed", passing=True)


class Worker:
    """A process that serves a module's reader, started when it is first needed, and again after a file has ended it."""

    def __init__(self, module: str, settings: ReadingSettings, kind: str) -> None:
        """`module` calls `serving.serve`; `kind` is what it reads: document or workbook."""
        self._module, self._settings = module, settings
        self._crashed = Unread(trouble="reader-crashed", facts=Facts(kind=kind))
        self._process: subprocess.Popen[str] | None = None
        self._seconds = self._left = settings.seconds
        self._closed = False
        self._lock = threading.RLock()

    def __enter__(self) -> Worker:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def begin(self, seconds: float | None = None) -> None:
        """Another file, and all that is asked of it, may take so many seconds; without a number the settings'."""
        self._seconds = self._left = self._settings.seconds if seconds is None else seconds

    def out_of_time(self) -> Unread | None:
        """That the time for this file is used up; None while it is not."""
        if self._left > 0:
            return None
        if self._seconds < self._settings.seconds:
            facts = Facts(seconds=self._settings.total_seconds, begun="yes", files=0)
            return Unread(trouble="folder-too-slow", facts=facts, passing=True)
        return Unread(trouble="too-slow", facts=Facts(seconds=self._seconds, files=0), passing=True)

    def ask(self, path: Path, asked: Sequence[Any] = (), more: float = 0) -> dict[str, Any] | Unread:
        """The worker's answer about a file, or why there is none: a file is to blame when two workers crashed over it.

        Args:
            path: The file.
            asked: What the module's reader is asked, for JSON.
            more: Seconds that this question may take beyond the time of the file.

        Returns:
            The answer. It holds `problem`, an `Unread` that was packed, where the reader refuses the file.

        Raises:
            UnreadableError: No worker can be started at all.
        """
        answer = self._ask(path, asked, more)
        if answer is self._crashed:
            answer = self._ask(path, asked, more)
        if not isinstance(answer, Unread) and "broken" in answer:
            raise UnreadableError(trouble="reader-no-start")
        return answer

    def close(self) -> None:
        """End the worker, whatever it is doing."""
        with self._lock:
            self._closed = True
        self._stop()

    def _ask(self, path: Path, asked: Sequence[Any], more: float) -> dict[str, Any] | Unread:
        """The worker's answer, or how it ended without one. The time that it takes is the file's."""
        if over := self.out_of_time():
            return over
        running = self._process is not None and self._process.poll() is None
        process = self._process if running and self._process else self._restart()
        seconds, began = self._left + more, time.monotonic()
        limits = _Watchdog(process, seconds, self._settings.megabytes)
        with limits:
            extra = seconds - self._settings.seconds
            # abspath keeps links as they are
            line = _exchange(process, json.dumps([os.path.abspath(path), extra, *asked]))  # noqa: PTH100
        self._left -= max(0.0, time.monotonic() - began - more)
        if line.endswith("\n"):
            answer: dict[str, Any] = json.loads(line)
            return answer
        killed = _was_killed(process)
        self._stop()
        if limits.too_slow:
            self._left = 0
        over = self.out_of_time() if limits.too_slow else limits.too_much
        return over or (_KILLED if killed else self._crashed)

    def _restart(self) -> subprocess.Popen[str]:
        self._stop()
        return self._start()

    def _start(self, tries: int = 2) -> subprocess.Popen[str]:
        with self._lock:
            if self._closed:
                raise UnreadableError(trouble="reader-closed")
            process = self._process = _launch(self._module, self._settings)
        with _Watchdog(process, _STARTING_SECONDS):
            ready = process.stdout.readline() if process.stdout else ""
        if not ready:
            killed = _was_killed(process)
            self._stop()
            if killed and tries > 1:
                return self._start(tries - 1)
            raise UnreadableError(trouble="reader-no-start", passing=True)
        return process

    def _stop(self) -> None:
        with self._lock:
            process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe:
                with contextlib.suppress(OSError):
                    pipe.close()


def _launch(module: str, settings: ReadingSettings) -> subprocess.Popen[str]:
    """Start a worker. It finds this very package, wherever that was imported from, and nothing in the user's folder."""
    package = str(Path(curalign.__file__).resolve().parent.parent)
    paths = os.pathsep.join(filter(None, [package, os.environ.get("PYTHONPATH")]))
    command = [sys.executable, "-P", "-m", module, str(settings.seconds), str(settings.megabytes)]
    return subprocess.Popen(  # noqa: S603 (our own module in our own Python)
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="ascii",
        env={**os.environ, "PYTHONPATH": paths},
    )


def _exchange(process: subprocess.Popen[str], line: str) -> str:
    """Say a line and hear one; nothing when the process has ended."""
    if not process.stdin or not process.stdout:
        return ""
    try:
        process.stdin.write(line + "\n")
        process.stdin.flush()
        return process.stdout.readline()
    except (OSError, ValueError):
        return ""


def _was_killed(process: subprocess.Popen[str]) -> bool:
    """Whether a worker that stopped answering was killed from outside rather than by a document.

    Python ends with 1 over what it has no memory left to tell of, and Windows so ends what another process ends.
    """
    try:
        code = process.wait(_LOOK_EVERY * 10)
    except subprocess.TimeoutExpired:
        return False
    return code == 1 or (code < 0 and -code not in _CRASHES)


class _Watchdog:
    """Kills a process that takes more seconds, or (where the system sets it no limit) more memory, than it may."""

    def __init__(self, process: subprocess.Popen[str], seconds: float, megabytes: int | None = None) -> None:
        self.too_slow = False
        self.too_much: Unread | None = None
        self._process, self._seconds, self._megabytes = process, seconds, megabytes
        self._done = threading.Event()
        self._watcher = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> _Watchdog:
        self._watcher.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._watcher.join()

    def _watch(self) -> None:
        deadline = time.monotonic() + self._seconds
        look = self._megabytes is not None and sys.platform != "linux"
        while not self._done.wait(min(_LOOK_EVERY, self._seconds) if look else self._seconds):
            if time.monotonic() >= deadline:
                self.too_slow = True
            elif look and self._megabytes and self._memory() > self._megabytes * 2**20:
                facts = Facts(megabytes=self._megabytes)
                self.too_much = Unread(trouble="too-much-memory", facts=facts, passing=True)
            if self.too_slow or self.too_much:
                self._process.kill()
                return

    def _memory(self) -> int:
        import psutil

        try:
            return int(psutil.Process(self._process.pid).memory_info().rss)
        except psutil.Error:
            return 0
