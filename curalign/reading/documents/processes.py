"""An extractor that reads in a worker process: a document that hangs, crashes or eats the memory harms only itself."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Generator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import astuple, replace
from pathlib import Path
from typing import Any

import psutil

import curalign
from curalign.errors import UnreadableError
from curalign.reading.documents.archives import WORKBOOK, Answer, Job, Unpacking
from curalign.reading.documents.drafts import Draft
from curalign.reading.documents.extracting import Extracted, Unread, extracted, unreadable
from curalign.reading.documents.listing import Listing
from curalign.reading.documents.recognition import SECONDS_A_PAGE, find_languages, with_recognised
from curalign.reading.files.tables import Tables
from curalign.reading.taking import CHANGED
from curalign.settings import ReadingSettings

_STARTING_SECONDS = 60.0
_LOOK_EVERY = 0.1
_CRASHES = {
    int(getattr(signal, name))
    for name in ("SIGSEGV", "SIGABRT", "SIGBUS", "SIGFPE", "SIGILL", "SIGSYS")
    if hasattr(signal, name)
}
"""How a process ends over its own faults; any other signal came from outside."""

_CRASHED = Unread("ended the reader: it is damaged; open it, and save it again as docx or pdf")
_KILLED = Unread(
    "was not read, because something else on this computer ended the reader, as a system short of memory does; "
    "close other programs and run the check again",
    passing=True,
)
_TOO_LONG = "took too long"
_NO_START = "The document reader could not start; raise [reading] megabytes, or install curalign again."
_DEFAULTS = ReadingSettings()


class WorkerExtractor:
    """One worker process, started when it is first needed, and again after a document has ended it; close it."""

    def __init__(self, settings: ReadingSettings = _DEFAULTS) -> None:
        self._settings = settings
        self._process: subprocess.Popen[str] | None = None
        self._seconds = self._left = settings.seconds
        self._closed = False
        self._languages = find_languages() if settings.ocr else ""
        self._lock = threading.RLock()

    def __enter__(self) -> WorkerExtractor:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def extract(self, path: Path, known: str = "", seconds: float | None = None) -> Extracted:
        """Extract one document.

        Args:
            path: The document.
            known: The sha256 that it had before. Where it has another now it is read twice, and must stand still.
            seconds: What the whole file may take, archives with all that is in them; the settings' without.

        Raises:
            UnreadableError: No worker can be started at all.

        """
        self._seconds = self._left = self._settings.seconds if seconds is None else seconds
        found = self._extract(path)
        if not known or found.sha256 in ("", known) or found.is_passing:
            return found
        again = self._extract(path)
        return again if again.sha256 == found.sha256 else unreadable(path.name, Unread(CHANGED, passing=True))

    def _extract(self, path: Path) -> Extracted:
        job = Job(path.name)
        answer, told = self._whole_answer(path, job)
        if isinstance(answer, Listing):
            job = replace(job, stamp=told.get("stamp", ""))
            unpacking = Unpacking(lambda inner: self._whole_answer(path, inner)[0], self._out_of_time)
            found = unpacking.read(job, answer)
        else:
            found = unreadable(path.name, answer) if isinstance(answer, Unread) else extracted(path.name, answer)
        return replace(found, sha256=told.get("sha256", ""))

    def tables(self, path: Path, known: str = "") -> Tables:
        """The tables of a workbook whose sha256 is `known`.

        Raises UnreadableError where they cannot be read within the limits, or the file is another by now.
        """
        self._seconds = self._left = self._settings.seconds
        told = self._told(path, Job(path.name, kind=WORKBOOK))
        if isinstance(told, Unread):
            raise UnreadableError(f"{told.reason.replace('docx or pdf', 'a workbook or CSV')}.", passing=told.passing)
        if "problem" in told:
            raise UnreadableError(f"{told['problem'].rstrip('.')}.", passing=told.get("passing", False))
        if known and told["sha256"] != known:
            raise UnreadableError(f"{CHANGED}.", passing=True)
        return Tables.unpack(told["tables"])

    def close(self) -> None:
        """End the worker, whatever it is doing."""
        with self._lock:
            self._closed = True
        self._stop()

    def _whole_answer(self, path: Path, job: Job) -> tuple[Answer, dict[str, Any]]:
        """What the worker finds, with the text of scanned pages where that is asked for, and what else it tells."""
        answer, told = self._answer(path, job)
        if not self._languages or not isinstance(answer, Draft) or answer.unit != "page" or not answer.blank:
            return answer, told
        recognised, again = self._answer(path, replace(job, ocr=self._languages), SECONDS_A_PAGE * len(answer.blank))
        if again.get("sha256") != told.get("sha256"):
            recognised = Unread(CHANGED, passing=True) if isinstance(recognised, Draft) else recognised
        return with_recognised(answer, recognised), told

    def _answer(self, path: Path, job: Job, more: float = 0) -> tuple[Answer, dict[str, Any]]:
        """What the worker finds, or why nothing; it may take `more` seconds than the file else."""
        told = self._told(path, job, more)
        if isinstance(told, Unread):
            return told, {}
        if "problem" in told:
            return Unread(str(told["problem"]), told.get("passing", False)), told
        return Listing.unpack(told["listing"]) if "listing" in told else Draft.unpack(told["draft"]), told

    def _told(self, path: Path, job: Job, more: float = 0) -> dict[str, Any] | Unread:
        """What the worker says, or why it said nothing: a document is to blame when two workers crashed over it."""
        answer = self._ask(path, job, more)
        if answer is _CRASHED:
            answer = self._ask(path, job, more)
        if not isinstance(answer, Unread) and "broken" in answer:
            raise UnreadableError(_NO_START)
        return answer

    def _out_of_time(self) -> str:
        """That the time for this file is used up; empty while it is not."""
        used_up = f"took longer than {self._seconds:g} seconds; split it, or raise [reading] seconds"
        return "" if self._left > 0 else used_up

    def _ask(self, path: Path, job: Job, more: float) -> dict[str, Any] | Unread:
        """The worker's answer, or how it ended without one. The time that it takes is the file's."""
        if said := self._out_of_time():
            return Unread(said, passing=True)
        running = self._process is not None and self._process.poll() is None
        process = self._process if running and self._process else self._restart()
        seconds, began = self._left + more, time.monotonic()
        limits = _Limits(process, seconds, self._settings.megabytes)
        with limits:
            extra = seconds - self._settings.seconds
            # abspath keeps links as they are
            line = _exchange(process, json.dumps([os.path.abspath(path), extra, *astuple(job)]))  # noqa: PTH100
        self._left -= max(0.0, time.monotonic() - began - more)
        if line.endswith("\n"):
            answer: dict[str, Any] = json.loads(line)
            return answer
        killed = _was_killed(process)
        self._stop()
        if limits.passed == _TOO_LONG:
            self._left = 0
            return Unread(self._out_of_time(), passing=True)
        if limits.passed:
            return Unread(limits.passed, passing=True)
        return _KILLED if killed else _CRASHED

    def _restart(self) -> subprocess.Popen[str]:
        self._stop()
        return self._start()

    def _start(self, tries: int = 2) -> subprocess.Popen[str]:
        with self._lock:
            if self._closed:
                raise UnreadableError("The document reader has been closed.")
            process = self._process = _launch(self._settings)
        with _Limits(process, _STARTING_SECONDS):
            ready = process.stdout.readline() if process.stdout else ""
        if not ready:
            killed = _was_killed(process)
            self._stop()
            if killed and tries > 1:
                return self._start(tries - 1)
            raise UnreadableError(_NO_START, passing=True)
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


def _launch(settings: ReadingSettings) -> subprocess.Popen[str]:
    """Start a worker. It finds this very package, wherever that was imported from, and nothing in the user's folder."""
    package = str(Path(curalign.__file__).resolve().parent.parent)
    paths = os.pathsep.join(filter(None, [package, os.environ.get("PYTHONPATH")]))
    command = [sys.executable, "-P", "-m", f"{__package__}.worker", str(settings.seconds), str(settings.megabytes)]
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
    """Whether a worker that says no more was ended from outside, and not by what it met in a document.

    Python ends with 1 over what it has no memory left to tell of, and Windows so ends what another process ends.
    """
    try:
        code = process.wait(_LOOK_EVERY * 10)
    except subprocess.TimeoutExpired:
        return False
    return code == 1 or (code < 0 and -code not in _CRASHES)


class _Limits:
    """Kills a process that takes more seconds, or (where the system sets it no limit) more memory, than it may."""

    def __init__(self, process: subprocess.Popen[str], seconds: float, megabytes: int | None = None) -> None:
        self.passed = ""
        self._process, self._seconds, self._megabytes = process, seconds, megabytes
        self._done = threading.Event()
        self._watcher = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> _Limits:
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
                self.passed = _TOO_LONG
            elif look and self._memory() > (self._megabytes or 0) * 2**20:
                self.passed = f"needs more than {self._megabytes} MB of memory; split it, or raise [reading] megabytes"
            if self.passed:
                self._process.kill()
                return

    def _memory(self) -> int:
        try:
            return int(psutil.Process(self._process.pid).memory_info().rss)
        except psutil.Error:
            return 0


def extract_all(
    paths: Sequence[Path], settings: ReadingSettings = _DEFAULTS, known: Sequence[str] = ()
) -> Generator[tuple[int, Extracted]]:
    """Extract many documents in overlapping workers; gives the position in `paths` of each as it is finished.

    What the machine or the moment spoiled (a worker that was killed, a time-out, a file that changed) is tried once
    more when the others are done, alone. However the walk ends, Ctrl-C among the ways, no worker outlives it.

    Args:
        paths: The documents.
        settings: The limits. What is still unread when `total_seconds` are over is a passing problem.
        known: The sha256 that each had when it was looked at, where that was done.

    """
    deadline = time.monotonic() + settings.total_seconds
    looked = [*known, *[""] * (len(paths) - len(known))]
    again: list[int] = []
    for position, found in _side_by_side(paths, settings, looked, deadline):
        if found.is_passing and time.monotonic() < deadline:
            again.append(position)
        else:
            yield position, found
    for position in sorted(again):
        with WorkerExtractor(settings) as alone:
            yield position, _within(deadline, settings, alone, paths[position], looked[position])


def _within(deadline: float, settings: ReadingSettings, worker: WorkerExtractor, path: Path, known: str) -> Extracted:
    """One document, read in the time that is left for the whole folder."""
    left = deadline - time.monotonic()
    if left > 0:
        return worker.extract(path, known, min(left, settings.seconds))
    said = f"was not read, because the {settings.total_seconds:g} seconds for the whole folder were over"
    return unreadable(path.name, Unread(f"{said}; raise [reading] total_seconds, or split the folder", passing=True))


def _side_by_side(
    paths: Sequence[Path], settings: ReadingSettings, known: Sequence[str], deadline: float
) -> Generator[tuple[int, Extracted]]:
    count = max(1, min(settings.workers or os.cpu_count() or 1, len(paths)))
    workers = [WorkerExtractor(settings) for _ in range(count)]
    idle: queue.SimpleQueue[WorkerExtractor] = queue.SimpleQueue()
    for worker in workers:
        idle.put(worker)

    def extract(position: int) -> Extracted:
        worker = idle.get()
        try:
            return _within(deadline, settings, worker, paths[position], known[position])
        finally:
            idle.put(worker)

    pool = ThreadPoolExecutor(count)
    try:
        tasks = {pool.submit(extract, position): position for position in range(len(paths))}
        for task in as_completed(tasks):
            yield tasks[task], task.result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        for worker in workers:
            worker.close()
        pool.shutdown()
