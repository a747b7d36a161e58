"""An extractor that reads in a worker process: a document that hangs, crashes or eats the memory harms only itself."""

from __future__ import annotations

import contextlib
import json
import os
import queue
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
from curalign.reading.documents.extracting import Extracted, extracted, unreadable
from curalign.reading.documents.listing import Listing
from curalign.reading.documents.recognition import SECONDS_A_PAGE, find_languages, with_recognised
from curalign.reading.files.tables import Tables
from curalign.settings import ReadingSettings

_STARTING_SECONDS = 60.0
_LOOK_EVERY = 0.1
_NO_START = "The document reader could not start; raise [reading] megabytes, or install curalign again."
_DEFAULTS = ReadingSettings()


class WorkerExtractor:
    """One worker process, started when it is first needed, and again after a document has ended it; close it."""

    def __init__(self, settings: ReadingSettings = _DEFAULTS) -> None:
        self._settings = settings
        self._process: subprocess.Popen[str] | None = None
        self._read = 0
        self._closed = False
        self._languages = find_languages() if settings.ocr else ""
        self._lock = threading.RLock()

    def __enter__(self) -> WorkerExtractor:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def extract(self, path: Path) -> Extracted:
        """Extract one document. Raises UnreadableError only when no worker can be started at all."""
        job = Job(path.name)
        answer = self._whole_answer(path, job)
        if isinstance(answer, Listing):
            return Unpacking(lambda inner: self._whole_answer(path, inner)).read(job, answer)
        return unreadable(path.name, answer) if isinstance(answer, str) else extracted(path.name, answer)

    def tables(self, path: Path) -> Tables:
        """The tables of a workbook. Raises UnreadableError where they cannot be read within the limits."""
        told = self._told(path, Job(path.name, kind=WORKBOOK))
        if told is None:
            raise UnreadableError("ended the reader: it is damaged; open it, and save it again, or as CSV.")
        if "problem" in told:
            raise UnreadableError(f"{told['problem'].rstrip('.')}.")
        return Tables.unpack(told["tables"])

    def close(self) -> None:
        """End the worker, whatever it is doing."""
        with self._lock:
            self._closed = True
        self._stop()

    def _whole_answer(self, path: Path, job: Job) -> Answer:
        """What the worker finds, with the text of scanned pages where that is asked for."""
        answer = self._answer(path, job)
        if not self._languages or not isinstance(answer, Draft) or answer.unit != "page" or not answer.blank:
            return answer
        more = SECONDS_A_PAGE * len(answer.blank)
        return with_recognised(answer, self._answer(path, replace(job, ocr=self._languages), more))

    def _answer(self, path: Path, job: Job, more: float = 0) -> Answer:
        """What the worker finds, or why nothing; it may take `more` seconds than a document else."""
        told = self._told(path, job, more)
        if told is None:
            return "ended the reader: it is damaged; open it, and save it again as docx or pdf"
        if "problem" in told:
            return str(told["problem"])
        return Listing.unpack(told["listing"]) if "listing" in told else Draft.unpack(told["draft"])

    def _told(self, path: Path, job: Job, more: float = 0) -> dict[str, Any] | None:
        """What the worker says; None where a fresh one ends without a word, too."""
        had_read = self._read
        answer = self._ask(path, job, more)
        if answer is None and had_read:
            # A worker that has read much may end over what came before: a fresh one decides.
            answer = self._ask(path, job, more)
        if answer is not None and "broken" in answer:
            raise UnreadableError(_NO_START)
        return answer

    def _ask(self, path: Path, job: Job, more: float) -> dict[str, Any] | None:
        """The worker's answer; None when it ended without one."""
        process = self._process or self._start()
        limits = _Limits(process, self._settings.seconds + more, self._settings.megabytes)
        with limits:
            # abspath keeps links as they are
            line = _exchange(process, json.dumps([os.path.abspath(path), more, *astuple(job)]))  # noqa: PTH100
        if line:
            self._read += 1
            answer: dict[str, Any] = json.loads(line)
            return answer
        self._stop()
        return {"problem": limits.passed} if limits.passed else None

    def _start(self) -> subprocess.Popen[str]:
        with self._lock:
            if self._closed:
                raise UnreadableError("The document reader has been closed.")
            process = self._process = _launch(self._settings)
            self._read = 0
        with _Limits(process, _STARTING_SECONDS):
            ready = process.stdout.readline() if process.stdout else ""
        if not ready:
            self._stop()
            raise UnreadableError(_NO_START)
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
                self.passed = f"took longer than {self._seconds:g} seconds; split it, or raise [reading] seconds"
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


def extract_all(paths: Sequence[Path], settings: ReadingSettings = _DEFAULTS) -> Generator[tuple[int, Extracted]]:
    """Extract many documents in overlapping workers; gives the position in `paths` of each as it is finished.

    However the walk ends, Ctrl-C among the ways, no worker outlives it.
    """
    count = max(1, min(settings.workers or os.cpu_count() or 1, len(paths)))
    workers = [WorkerExtractor(settings) for _ in range(count)]
    idle: queue.SimpleQueue[WorkerExtractor] = queue.SimpleQueue()
    for worker in workers:
        idle.put(worker)

    def extract(path: Path) -> Extracted:
        worker = idle.get()
        try:
            return worker.extract(path)
        finally:
            idle.put(worker)

    pool = ThreadPoolExecutor(count)
    try:
        tasks = {pool.submit(extract, path): position for position, path in enumerate(paths)}
        for task in as_completed(tasks):
            yield tasks[task], task.result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        for worker in workers:
            worker.close()
        pool.shutdown()
