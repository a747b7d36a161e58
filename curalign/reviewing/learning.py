"""What answers teach: how the number narrows with each of them, and what they do to the probabilities of the rest."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from curalign.covering import count_taught
from curalign.domain.coverage import Coverage
from curalign.domain.reviews import Draw, Review, Reviews
from curalign.domain.scopes import UNITS
from curalign.domain.scores import Taught
from curalign.metrics import count_by_answers
from curalign.pipeline import review_coverage
from curalign.settings import Settings

STEPS = (0, 5, 10, 15, 20, 30, 45, 60, 90, 120)
"""After how many answers a learning curve looks."""
_LEAST = 1e-3
"""No probability is surer than this when it is scored: one mistake would outweigh everything."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """What `answers` answers taught.

    `found` is how many standards are taught. `before` and `after` are the mean log score of the probabilities of `held`
    standards that were not among them (0 is perfect, ln 2 = 0.69 is guessing), as measured and as the answers move
    them; None where nothing was held out.
    """

    answers: int
    found: Taught
    held: int = 0
    before: float | None = None
    after: float | None = None


def learning_curve(measured: Coverage, reviews: Reviews, settings: Settings) -> tuple[Lesson, ...]:
    """What the answers so far taught, step by step, each step held against the answers that came after it.

    Args:
        measured: As it was measured, before anybody answered.
        reviews: What was answered.
        settings: How answers count.

    Returns:
        A lesson for each of `STEPS`, and one for all answers; nothing without a calibrated judge.

    """
    whole = review_coverage(measured, reviews, settings).sample
    if whole is None or count_taught(measured, UNITS) is None:
        return ()
    asked = dict.fromkeys(review.standard for review in reviews.standing if not review.passage)
    order = [standard for standard in asked if standard in whole.drawn]
    steps = [step for step in STEPS if step < len(order)]
    return tuple(
        teach(measured, _only(reviews, frozenset(order[:step])), whole.drawn, settings) for step in (*steps, len(order))
    )


def teach(measured: Coverage, reviews: Reviews, truth: Mapping[str, bool], settings: Settings) -> Lesson:
    """What some answers teach.

    Args:
        measured: As it was measured, before anybody answered.
        reviews: The answers.
        truth: Whether standards are taught, by id; those that the answers are not about are held against them.
        settings: How answers count.

    Returns:
        How many standards are taught by then, and how right the probabilities of the others were and are.

    """
    after = review_coverage(measured, reviews, settings)
    found = count_taught(after, UNITS)
    if found is None:
        raise ValueError("nothing is learned without a calibrated judge")
    known = after.sample.answers if after.sample is not None else {}
    if after.sample is not None:
        found = count_by_answers(found, after.sample)
    held = {standard: taught for standard, taught in truth.items() if standard not in known}
    return Lesson(len(known), found, len(held), _score(measured, held), _score(after, held))


def _only(reviews: Reviews, standards: frozenset[str]) -> Reviews:
    """The draws, and the answers about these standards."""
    kept = (
        event
        for event in reviews.events
        if isinstance(event, Draw) or (isinstance(event, Review) and not event.passage and event.standard in standards)
    )
    return Reviews(tuple(event for event in kept if event.id not in reviews.taken_back))


def _score(coverage: Coverage, truth: Mapping[str, bool]) -> float | None:
    scores = []
    for standard in coverage.counted:
        reach = coverage.reach(standard, UNITS)
        if standard.id in truth and reach is not None and reach.taught is not None:
            p = min(max(reach.taught, _LEAST), 1 - _LEAST)
            scores.append(-math.log(p if truth[standard.id] else 1 - p))
    return math.fsum(scores) / len(scores) if scores else None
