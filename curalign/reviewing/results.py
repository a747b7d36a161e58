"""What a review came to: conclusions with and without disagreement, how far people agree, and the log of decisions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from curalign.domain.reviews import Answer, Ballot, Review, Reviews, Round
from curalign.domain.scores import Agreement
from curalign.metrics import measure_agreement, pairwise_agreement
from curalign.reviewing.session import Item, ReviewSession

MACHINE = "curalign"
"""What the machine is called among the raters."""


@dataclass(frozen=True, slots=True)
class Conclusions:
    """How many subjects have an answer, of all that somebody answered: counting those on which people disagree or not.

    `taught_agreed` and `taught` say how many of these are taught.
    """

    answered: int
    agreed: int
    taught_agreed: int
    decided: int
    taught: int
    disputed: int


def conclude(reviews: Reviews, readers: int) -> Conclusions:
    """What people concluded of standards.

    Args:
        reviews: What was answered.
        readers: How many must have answered.

    Returns:
        The counts, of standards as a whole.

    """
    ballots = [ballot for (_, passage), ballot in reviews.ballots.items() if not passage and ballot.final]
    words = [word for ballot in ballots if (word := ballot.word(readers)) is not None]
    agreed = [word for word in words if word.agreed]
    return Conclusions(
        len(ballots),
        len(agreed),
        sum(word.taught for word in agreed),
        len(words),
        sum(word.taught for word in words),
        sum(ballot.was_disputed for ballot in ballots),
    )


def agreements(session: ReviewSession, reviews: Reviews) -> tuple[Agreement | None, tuple[Agreement, ...]]:
    """How far people agreed when each answered alone, all together and in pairs, the machine among the pairs.

    Args:
        session: The review.
        reviews: What was answered.

    Returns:
        Of all people together, None where nothing was answered twice; and of each pair.

    """
    people, all_raters = [], []
    for subject, ballot in reviews.ballots.items():
        said = {review.reviewer: review.answer for review in ballot.alone}
        people.append(said)
        item = session.find(subject)
        all_raters.append(said if item is None or not said else {**said, MACHINE: session.machine(item)})
    return measure_agreement(people), pairwise_agreement(all_raters)


@dataclass(frozen=True, slots=True)
class Logged:
    """A line of the log of decisions: a subject, what was said in each round, and what holds."""

    item: Item
    ballot: Ballot
    holds: str
    agreed: bool


def decisions(session: ReviewSession, reviews: Reviews, reviewer: str) -> tuple[Logged, ...]:
    """The log, the last first: in a blind review only what this reviewer has answered.

    Args:
        session: The review.
        reviews: What was answered.
        reviewer: Who reads it.

    Returns:
        A line for each subject that the run still has.

    """
    lines = []
    for subject, ballot in reviews.ballots.items():
        item = session.find(subject)
        if item is not None and ballot.final and session.may_see(reviews, reviewer, subject):
            word = ballot.word(session.settings.readers)
            lines.append(Logged(item, ballot, "" if word is None else str(word.answer), bool(word and word.agreed)))
    return tuple(reversed(lines))


def to_reply(session: ReviewSession, reviews: Reviews, reader: str) -> tuple[Logged, ...]:
    """What an author or a publisher may answer: standards and passages that people did not find taught in full.

    Args:
        session: The review.
        reviews: What was answered.
        reader: Who reads it: a reviewer sees of a blind review only what they answered themselves.

    Returns:
        What enough people have answered.

    """
    reviewers = {review.reviewer for review in reviews.standing if review.round is Round.ALONE}
    found = []
    for subject, ballot in reviews.ballots.items():
        word, item = ballot.word(session.settings.readers), session.find(subject)
        may_see = reader not in reviewers or session.may_see(reviews, reader, subject)
        if word is not None and item is not None and word.answer is not Answer.YES and may_see:
            found.append(Logged(item, ballot, str(word.answer), word.agreed))
    return tuple(found)


def learnt(session: ReviewSession, reviews: Reviews, reviewer: str) -> Sequence[tuple[Item, Mapping[str, Review]]]:
    """The items to learn on that a reviewer has answered, with what everybody said of them."""
    given: dict[tuple[str, str], dict[str, Review]] = {}
    for review in reviews.standing:
        if review.round is Round.CALIBRATION:
            given.setdefault(review.subject, {})[review.reviewer] = review
    return [(item, given[item.subject]) for item in session.lessons if reviewer in given.get(item.subject, {})]
