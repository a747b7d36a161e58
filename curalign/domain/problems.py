"""What went wrong with one file, as a value: a broken file never stops a folder."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that could not be read or judged.

    `code` is the finding that it becomes (F301 unreadable, F302 pages without text, F303 could not be judged);
    `file` is relative to the district's folder, `place` is a page or line where there is one. `passing` says that the
    machine or the moment made it, as a time-out: it may be gone at the next check, so a run that has one is no answer
    to take up.
    """

    code: str
    file: str
    message: str
    place: str = ""
    passing: bool = False
