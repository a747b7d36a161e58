"""Where a gap could be closed -> JSON."""

from __future__ import annotations

from curalign.domain.places import SuggestedPlace, Suggestion
from curalign.reporting.view.plain import QUOTE
from curalign.wording.text import excerpt


def places_json(suggestion: Suggestion) -> list[dict[str, object]]:
    """The places where a gap could be closed, the best first."""
    return [_place(place) for place in suggestion.places]


def nearest_json(suggestion: Suggestion) -> dict[str, object] | None:
    """The passage that almost teaches a standard, and which parts of the statement those near it mention."""
    link = suggestion.nearest
    if link is None:
        return None
    return {
        "file": link.passage.material.path,
        "place": str(link.passage.place),
        "quote": excerpt(link.passage.text, QUOTE),
        "probability": round(link.probability, 4),
        "parts": [{"text": part.text, "mentioned": part.mentioned} for part in suggestion.parts],
        "lacks": list(suggestion.lacks),
    }


def _place(place: SuggestedPlace) -> dict[str, object]:
    return {
        "file": place.file,
        "title": place.title,
        "school": place.school or None,
        "lesson": place.lesson or None,
        "extends": place.extends,
        "when": place.when or None,
        "days": place.days,
        "neighbours": [standard.code for standard in place.neighbours],
        "carries": place.carries,
        "score": place.score,
    }
