"""Where a gap could be closed, in plain words."""

from __future__ import annotations

from collections.abc import Iterator

from curalign.domain.places import SuggestedPlace, Suggestion
from curalign.wording import Facts, say

MOST_PARTS = 4


def in_words(suggestion: Suggestion, language: str) -> Iterator[str]:
    """A sentence for each place, then one for the passage that almost teaches the standard and what it lacks."""
    for number, place in enumerate(suggestion.places):
        yield _place(place, number, language)
    if not suggestion.places:
        yield say("no-suggested-place", language=language)
    if suggestion.nearest is not None:
        yield _nearest(suggestion, language)


def _place(place: SuggestedPlace, number: int, language: str) -> str:
    facts = Facts(
        first="yes" if number == 0 else "no",
        school=(place.school,) if place.school else (),
        title=place.title,
        file=place.file,
        when=(place.when,) if place.when else (),
        how="none" if not place.lesson else "in" if place.extends else "after",
        lesson=place.lesson,
        neighbours=[standard.code for standard in place.neighbours],
        carries=place.carries,
        days=place.days or 0,
    )
    return say("suggested-place", facts, language)


def _nearest(suggestion: Suggestion, language: str) -> str:
    link = suggestion.nearest
    assert link is not None  # noqa: S101  # asked before
    facts = Facts(
        file=link.passage.material.path,
        passage=link.passage.text,
        has=[part.text for part in suggestion.parts if part.mentioned][:MOST_PARTS],
        lacks=list(suggestion.lacks[:MOST_PARTS]),
    )
    return say("almost-teaches", facts, language)
