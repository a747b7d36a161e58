"""How far a long job has come."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Called by a room as its work goes on; the caller decides how to show it."""

    def __call__(self, stage: str, done: int, total: int) -> None:
        """`done` of `total` things of `stage` are finished."""


def silent(stage: str, done: int, total: int) -> None:
    """Show nothing."""
