"""What people answered, in words, wherever a report rests on it."""

from __future__ import annotations

from curalign.domain.guarantees import Promise
from curalign.domain.reviews import Word
from curalign.domain.scores import Taught
from curalign.wording import ENGLISH, Fact, say

_USEFUL = 0.99
"""A promise about probabilities above this says nothing to anybody."""


def by_answers(found: Taught, language: str = ENGLISH) -> str:
    """How far a count rests on what people answered; empty where it is the model's."""
    if not found.answers:
        return ""
    alone = found.by_answers
    if alone is None:
        return say("counted-with-answers", {"answers": found.answers}, language)
    facts: dict[str, Fact] = {"answers": found.answers, "low": alone.low, "high": alone.high}
    return say("counted-and-answers" if found.trusted else "counted-by-answers", facts, language)


def with_answers(headline: str, found: Taught, language: str) -> str:
    """A headline, and how far its count rests on what people answered."""
    return " ".join(filter(None, (headline, by_answers(found, language))))


def reviewed(word: Word, language: str = ENGLISH) -> str:
    """Whose word a verdict is, as the end of a sentence."""
    facts: dict[str, Fact] = {"answer": str(word.answer), "reviewers": word.reviewers, "agreed": str(word.agreed)}
    return say("by-review", facts, language)


def promise_of_answers(promise: Promise | None, language: str) -> list[str]:
    """What standards that people found not taught promise, in one sentence; none where nobody answered."""
    if promise is None:
        return []
    facts: dict[str, Fact] = {
        "alpha": f"{round(100 * promise.alpha, 1):g}",
        "untaught": promise.untaught,
        "needed": promise.needed,
        "threshold": promise.threshold or 0.0,
    }
    return [say("promise-lacks" if (promise.threshold or 1) > _USEFUL else "promise-holds", facts, language)]
