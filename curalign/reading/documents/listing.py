"""What an archive or a course package holds, plain enough to cross from the worker process to ours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an archive: its position there, its path, and its unpacked size in bytes.

    In a course package `headings` are the titles above it, outermost first, `kind` what the package says it is (a quiz,
    a discussion), and `standards` what it says the file is aligned to.
    """

    at: int
    name: str
    size: int
    headings: tuple[str, ...] = ()
    kind: str = ""
    standards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """The files to read, in order; `problems` are (path, reason) of those that are not.

    `silent` counts pictures, sound and film; `course` says that the files are one document, a course.
    """

    members: Sequence[Member] = ()
    problems: Sequence[tuple[str, str]] = ()
    silent: int = 0
    course: bool = False

    def pack(self) -> dict[str, Any]:
        """As lists and strings, for JSON."""
        return asdict(self)

    @classmethod
    def unpack(cls, packed: dict[str, Any]) -> Listing:
        """The listing that was packed."""
        members = tuple(
            Member(**{**row, "headings": tuple(row["headings"]), "standards": tuple(row["standards"])})
            for row in packed["members"]
        )
        return cls(members, tuple((name, reason) for name, reason in packed["problems"]), *list(packed.values())[2:])
