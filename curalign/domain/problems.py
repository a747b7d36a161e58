"""What went wrong with one file, as a value: a broken file never stops a folder."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that could not be read or judged.

    `code` is the finding that it becomes (F301 unreadable, F302 pages without text, F303 could not be judged);
    `file` is relative to the district's folder, `place` is a page or line where there is one.
    """

    code: str
    file: str
    message: str
    place: str = ""
