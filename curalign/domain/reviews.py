"""What people answer when they look at a passage or a standard themselves: who, when, what and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class Answer(StrEnum):
    """A person's answer to whether a passage, or the district as a whole, teaches a standard."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    CANNOT_TELL = "cannot_tell"


@dataclass(frozen=True, slots=True)
class Review:
    """One person's answer about one standard, one passage, or the two together, at one time.

    A `Decision` is what a district does about a finding: it stands in the settings and may expire. A review is what a
    person saw: it is never changed, and a later one by the same reviewer on the same subject takes its place.

    Args:
        reviewer: Who answered: the name that the district knows the person by.
        when: When, in UTC.
        answer: What. With a standard and a passage: whether the passage teaches the standard. With a standard alone:
            whether the district teaches it. With a passage alone: whether it is teaching at all.
        standard: The standard's id, or "" where the answer holds for all.
        passage: The passage's id by `identify`, or "" where the answer is about the whole district.
        note: Why, in the reviewer's own words; may be empty.

    Raises:
        ValueError: Nobody is named, nothing is named that the answer is about, or the time is not in UTC.

    """

    reviewer: str
    when: datetime
    answer: Answer
    standard: str = ""
    passage: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        if not self.reviewer.strip():
            raise ValueError("a review names its reviewer; give the name of the person who answered")
        if not (self.standard or self.passage):
            raise ValueError("a review is about a standard, a passage or both; give the id of at least one")
        if self.when.utcoffset() != timedelta(0):
            raise ValueError(f"a review's time is in UTC, not {self.when.isoformat()}; convert it with astimezone(UTC)")

    @property
    def subject(self) -> tuple[str, str]:
        """What the answer is about: the ids of the standard and of the passage, either of them "" where not named."""
        return self.standard, self.passage

    @property
    def time(self) -> str:
        """When, as ISO 8601 writes it, such as `2026-11-27T18:30:00+00:00`."""
        return self.when.isoformat()
