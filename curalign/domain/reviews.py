"""What people answer when they look at a passage or a standard themselves, and what several answers come to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cached_property


class Answer(StrEnum):
    """A person's answer to whether a passage, or the district as a whole, teaches a standard."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    CANNOT_TELL = "cannot_tell"

    @property
    def taught(self) -> bool | None:
        """Whether it says that the standard is taught at all; None where one cannot tell."""
        return None if self is Answer.CANNOT_TELL else self is not Answer.NO


class Round(StrEnum):
    """When an answer was given: to learn what counts, alone, after a talk, or by the author of the document.

    Answers of the first and the last overrule nothing.
    """

    CALIBRATION = "calibration"
    ALONE = "alone"
    DISCUSSION = "discussion"
    REPLY = "reply"


class Source(StrEnum):
    """Who answered. What a machine proposes is kept as such and never counted as a person's word."""

    PERSON = "person"
    MACHINE = "machine"


@dataclass(frozen=True, slots=True)
class Quoted:
    """The passage that a review saw, so that it is found again after an edit, and people can read what was meant."""

    text: str
    file: str
    headings: tuple[str, ...] = ()
    role: str = ""
    kind: str = "unit"


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
        round: When in the course of a review.
        strength: How well the passage reaches the standard (full, partial, none), where the reviewer changed it.
        stage: The passage's role, where the reviewer changed it.
        depth: The depth of knowledge (Webb's levels, 1 to 4) that is asked for; 0 where nothing was said of it.
        challenge: The source of challenge, where the difficulty lies in something else than the standard.
        source: Who answered.
        id: Names the answer in the log; "" where it is in none.
        quoted: The passage as it was seen.

    Raises:
        ValueError: Nobody is named, nothing is named that the answer is about, or the time is not in UTC.

    """

    reviewer: str
    when: datetime
    answer: Answer
    standard: str = ""
    passage: str = ""
    note: str = ""
    round: Round = Round.ALONE
    strength: str = ""
    stage: str = ""
    depth: int = 0
    challenge: str = ""
    source: Source = Source.PERSON
    id: str = ""
    quoted: Quoted | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        if not self.reviewer.strip():
            raise ValueError("a review names its reviewer; give the name of the person who answered")
        if not (self.standard or self.passage):
            raise ValueError("a review is about a standard, a passage or both; give the id of at least one")
        if self.when.utcoffset() != timedelta(0):
            raise ValueError(f"a review's time is in UTC, not {self.when.isoformat()}; convert it with astimezone(UTC)")
        if not 0 <= self.depth <= 4:
            raise ValueError(f"the depth of knowledge is 1 to 4, or 0 for none, not {self.depth}")

    @property
    def subject(self) -> tuple[str, str]:
        """What the answer is about: the ids of the standard and of the passage, either of them "" where not named."""
        return self.standard, self.passage

    @property
    def time(self) -> str:
        """When, as ISO 8601 writes it, such as `2026-11-27T18:30:00+00:00`."""
        return self.when.isoformat()


@dataclass(frozen=True, slots=True)
class Undo:
    """A reviewer takes one of their own answers back; it stays in the log."""

    review: str
    reviewer: str
    when: datetime
    id: str = ""


@dataclass(frozen=True, slots=True)
class Draw:
    """Standards that were drawn at random within strata, to be answered in this order.

    `strata` hold every standard that could have been drawn, by id.
    """

    when: datetime
    standards: tuple[str, ...]
    strata: Mapping[str, int] = field(repr=False)
    id: str = ""


Event = Review | Undo | Draw


@dataclass(frozen=True, slots=True)
class Ballot:
    """What people said of one subject: each alone, then, where they differed, after a talk."""

    alone: tuple[Review, ...] = ()
    discussed: tuple[Review, ...] = ()
    replies: tuple[Review, ...] = ()

    @property
    def final(self) -> tuple[Review, ...]:
        """Each reviewer's last word."""
        return tuple({review.reviewer: review for review in (*self.alone, *self.discussed)}.values())

    @property
    def is_agreed(self) -> bool:
        """Whether all give the same answer."""
        return len({review.answer for review in self.final}) == 1

    @property
    def was_disputed(self) -> bool:
        """Whether they differed when each answered alone."""
        return len({review.answer for review in self.alone}) > 1

    def word(self, readers: int = 1) -> Word | None:
        """What holds: what more than half of those who could tell say; None where nobody or too few said anything.

        Args:
            readers: How many people it takes.

        """
        final = self.final
        if len(final) < readers:
            return None
        taught = [review for review in final if review.answer.taught]
        untaught = [review for review in final if review.answer is Answer.NO]
        if len(taught) == len(untaught):
            return None
        most = taught if len(taught) > len(untaught) else untaught
        answers = Counter(review.answer for review in most)
        answer = Answer.PARTLY if answers[Answer.PARTLY] >= answers[Answer.YES] > 0 else most[-1].answer
        if len(answers) == 1:
            answer = most[0].answer
        return Word(answer, tuple(review.reviewer for review in final), self.is_agreed, _last(most))


@dataclass(frozen=True, slots=True)
class Word:
    """What people decided of one subject: `agreed` where all of them say so. `last` is the last answer of the kind."""

    answer: Answer
    reviewers: tuple[str, ...]
    agreed: bool
    last: Review = field(repr=False)

    @property
    def taught(self) -> bool:
        """Whether it is taught at all."""
        return self.answer is not Answer.NO


def _last(reviews: Iterable[Review]) -> Review:
    return max(reversed(list(reviews)), key=lambda review: review.when)


@dataclass(frozen=True)
class Reviews:
    """Everything that was recorded, in the order in which it happened; nothing is ever taken out of it."""

    events: tuple[Event, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.events)

    @cached_property
    def taken_back(self) -> frozenset[str]:
        """The ids of the answers that their own reviewers took back."""
        by = {event.id: event.reviewer for event in self.events if isinstance(event, Review)}
        undone = (event for event in self.events if isinstance(event, Undo))
        return frozenset(event.review for event in undone if by.get(event.review) == event.reviewer)

    @cached_property
    def standing(self) -> tuple[Review, ...]:
        """The answers of people that hold: not taken back, and the last of each on a subject in a round."""
        last: dict[tuple[object, ...], Review] = {}
        for event in self.events:
            if isinstance(event, Review) and event.source is Source.PERSON and event.id not in self.taken_back:
                key = event.reviewer, event.subject, event.round
                last.pop(key, None)
                last[key] = event
        return tuple(last.values())

    @cached_property
    def proposed(self) -> tuple[Review, ...]:
        """What machines proposed, the last of each on a subject; it is counted nowhere."""
        events = (event for event in self.events if isinstance(event, Review) and event.source is Source.MACHINE)
        return tuple({(event.reviewer, event.subject): event for event in events}.values())

    @cached_property
    def ballots(self) -> Mapping[tuple[str, str], Ballot]:
        """The answers to each subject, by the ids of its standard and its passage; those given to learn left out."""
        found: dict[tuple[str, str], dict[Round, list[Review]]] = {}
        for review in self.standing:
            if review.round is not Round.CALIBRATION:
                found.setdefault(review.subject, {}).setdefault(review.round, []).append(review)
        rounds = (Round.ALONE, Round.DISCUSSION, Round.REPLY)
        return {subject: Ballot(*(tuple(given.get(each, ())) for each in rounds)) for subject, given in found.items()}

    @property
    def draws(self) -> tuple[Draw, ...]:
        """The draws, the first one first."""
        return tuple(event for event in self.events if isinstance(event, Draw))

    @property
    def drawn(self) -> tuple[str, ...]:
        """The ids of the standards that were drawn, in the order in which they are asked about."""
        return tuple(dict.fromkeys(standard for draw in self.draws for standard in draw.standards))

    @property
    def strata(self) -> Mapping[str, int]:
        """The strata that they were drawn within: those of the first draw, which later draws keep."""
        return {standard: at for draw in reversed(self.draws) for standard, at in draw.strata.items()}

    @property
    def reviewers(self) -> tuple[str, ...]:
        """Who answered, in the order of their first answers."""
        return tuple(dict.fromkeys(review.reviewer for review in self.standing))


NO_REVIEWS = Reviews()


@dataclass(frozen=True, slots=True)
class Sample:
    """What answers to standards that were drawn at random say of all of them.

    Attributes:
        answers: whether each standard that people answered is taught, by id, however it came to be asked about.
        strata: of each standard that was measured, the stratum that it was drawn in; -1 where it was answered without
            having been drawn, so that it speaks for itself alone.
        model: the probability that each is taught, as it was measured before anybody answered.
        spread: standard deviation of the log-odds between districts, of the calibration before anybody answered.

    """

    answers: Mapping[str, bool]
    strata: Mapping[str, int] = field(repr=False)
    model: Mapping[str, float] = field(repr=False)
    spread: float = 0.0

    @property
    def drawn(self) -> Mapping[str, bool]:
        """The answers to standards that were drawn."""
        return {standard: answer for standard, answer in self.answers.items() if self.strata[standard] >= 0}
