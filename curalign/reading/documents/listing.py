"""What an archive or a course package holds, plain enough to cross from the worker process to ours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from curalign.reading.files.file_bytes import Unread

NOWHERE = -1
"""The position of what a course names without a file."""


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an archive: its position there, its path, and its unpacked size in bytes.

    In a course package `headings` are the titles above it, outermost first, `kind` what the package says it is (a quiz,
    a discussion), `standards` what it says the file is aligned to, and `said` the paragraphs that stand above the file.
    `is_titled` says that the last of the headings is its own. `at` is NOWHERE where there is no file, only these or a
    title: a module without pages, a film under its name.
    """

    at: int
    name: str
    size: int
    headings: tuple[str, ...] = ()
    kind: str = ""
    standards: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    is_titled: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """The files to read, in order; `problems` are the paths of those that are not, each with why.

    `silent` counts pictures, sound and film; `course` says that the files are one document, a course.
    """

    members: Sequence[Member] = ()
    problems: Sequence[tuple[str, Unread]] = ()
    silent: int = 0
    course: bool = False

    def pack(self) -> dict[str, Any]:
        """As lists and strings, for JSON."""
        problems = [(name, why.pack()) for name, why in self.problems]
        return {**asdict(replace(self, problems=())), "problems": problems}

    @classmethod
    def unpack(cls, packed: dict[str, Any]) -> Listing:
        """The listing that was packed."""
        members = tuple(
            Member(**{**row, **{name: tuple(row[name]) for name in ("headings", "standards", "said")}})
            for row in packed["members"]
        )
        problems = tuple((name, Unread.unpack(why)) for name, why in packed["problems"])
        return cls(members, problems, packed["silent"], packed["course"])
