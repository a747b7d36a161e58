"""An extractor that reads in a worker process: a document that hangs, crashes or eats the memory harms only itself."""

from __future__ import annotations

import os
import queue
import time
from collections.abc import Generator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import astuple, replace
from pathlib import Path
from typing import Any

from curalign.reading.documents.archives import Answer, ArchiveReader, Job
from curalign.reading.documents.drafts import Draft
from curalign.reading.documents.extracting import Extracted, extracted, unreadable
from curalign.reading.documents.listing import Listing
from curalign.reading.documents.recognition import SECONDS_A_PAGE, find_languages, with_recognised
from curalign.reading.files.file_bytes import CHANGED, Unread
from curalign.reading.files.processes import Worker
from curalign.settings import ReadingSettings
from curalign.wording import Facts

_DEFAULTS = ReadingSettings()


class WorkerExtractor:
    """Documents by one worker process; close it."""

    def __init__(self, settings: ReadingSettings = _DEFAULTS) -> None:
        self._worker = Worker(f"{__package__}.worker", settings, "document")
        self._languages = find_languages() if settings.ocr else ""

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
        self._worker.begin(seconds)
        found = self._extract(path)
        if not known or found.sha256 in ("", known) or found.is_passing:
            return found
        again = self._extract(path)
        return again if again.sha256 == found.sha256 else unreadable(path.name, CHANGED)

    def _extract(self, path: Path) -> Extracted:
        job = Job(path.name)
        answer, reply = self._whole_answer(path, job)
        if isinstance(answer, Listing):
            job = replace(job, stamp=reply.get("stamp", ""))
            unpacking = ArchiveReader(lambda inner: self._whole_answer(path, inner)[0], self._worker.out_of_time)
            found = unpacking.read(job, answer)
        else:
            found = unreadable(path.name, answer) if isinstance(answer, Unread) else extracted(path.name, answer)
        return replace(found, sha256=reply.get("sha256", ""))

    def close(self) -> None:
        """End the worker, whatever it is doing."""
        self._worker.close()

    def _whole_answer(self, path: Path, job: Job) -> tuple[Answer, dict[str, Any]]:
        """What the worker finds, with the text of scanned pages where that is asked for, and the whole reply."""
        answer, reply = self._answer(path, job)
        if not self._languages or not isinstance(answer, Draft) or answer.unit != "page" or not answer.blank:
            return answer, reply
        recognised, again = self._answer(path, replace(job, ocr=self._languages), SECONDS_A_PAGE * len(answer.blank))
        if again.get("sha256") != reply.get("sha256"):
            recognised = CHANGED if isinstance(recognised, Draft) else recognised
        return with_recognised(answer, recognised), reply

    def _answer(self, path: Path, job: Job, more: float = 0) -> tuple[Answer, dict[str, Any]]:
        """What the worker finds, or why nothing; it may take `more` seconds than the file else."""
        reply = self._worker.ask(path, astuple(job), more)
        if isinstance(reply, Unread):
            return reply, {}
        if "problem" in reply:
            return Unread.unpack(reply["problem"]), reply
        return Listing.unpack(reply["listing"]) if "listing" in reply else Draft.unpack(reply["draft"]), reply


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
    facts = Facts(seconds=settings.total_seconds, begun="no", files=0)
    return unreadable(path.name, Unread(trouble="folder-too-slow", facts=facts, passing=True))


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
