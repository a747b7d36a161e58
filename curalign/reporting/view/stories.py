"""Stories of districts, as readers see them: quoted, with their source, and in no words that praise them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from curalign.domain.stories import Match, Stories
from curalign.reporting.view.plain import Printable
from curalign.wording import ENGLISH, Facts, say

MOST = 5
"""Stories that a page shows."""


@dataclass(frozen=True, slots=True)
class ShownStory(Printable):
    """One story. `quote` is its own; `of`, `tier` and `why` are sentences about it.

    `codes` are those of the gaps that it is near to; `address` is where it can be read on the web, None where it names
    none.
    """

    title: str
    file: str
    quote: str
    of: str
    practice: str
    tier: str
    tier_number: int
    claimed_by: str
    source: str
    source_said: str
    address: str | None
    invented: str
    near: str
    codes: tuple[str, ...]
    why: tuple[str, ...]
    similarity: float


@dataclass(frozen=True, slots=True)
class StoryList(Printable):
    """The stories near to what is shown, best first; `notes` say how many were read and what could not be."""

    heading: str
    how: str
    stories: tuple[ShownStory, ...]
    notes: tuple[str, ...]


def list_stories(stories: Stories, language: str = ENGLISH) -> StoryList | None:
    """Stories in words.

    Args:
        stories: Those that are near to a district's gaps.
        language: The language to speak; what a story says stays in its own.

    Returns:
        The list; None where the district's folder has no story.

    """
    if not stories:
        return None
    shown = tuple(_shown(match, language) for match in stories.matches[:MOST])
    notes = [f"{problem.file}: {problem.message_in(language)}" for problem in stories.problems]
    if not shown and stories.told:
        notes.insert(0, say("stories-none", Facts(told=stories.told), language))
    if more := len(stories.matches) - len(shown):
        notes.insert(0, say("stories-more", Facts(count=more), language))
    return StoryList(
        say("stories-heading", language=language), say("stories-how", language=language), shown, tuple(notes)
    )


def _shown(match: Match, language: str) -> ShownStory:
    story = match.story
    who = story.claimed_by or story.district or say("story-claimed-by-itself", language=language)
    profile = story.profile
    facts = Facts(
        district=filter(None, [story.district]),
        pupils=[] if profile.enrolment is None else [f"{profile.enrolment:,}"],
        poverty=[] if profile.poverty is None else [f"{100 * profile.poverty:.0f}"],
    )
    codes = tuple(standard.code for standard in match.standards)
    source = say("story-source", Facts(source=story.source), language) if story.source else ""
    return ShownStory(
        title=story.title,
        file=story.path,
        quote=match.quote,
        of=say("story-of", facts, language),
        practice=say("story-practice", Facts(practice=story.practice), language) if story.practice else "",
        tier=say("story-tier", Facts(tier=story.tier, who=who), language),
        tier_number=story.tier,
        claimed_by=who if story.tier else "",
        source=story.source,
        source_said=source or say("story-no-source", language=language),
        address=story.source if story.source.startswith(("https://", "http://")) else None,
        invented=say("story-invented" if story.invented else "story-unchecked", language=language),
        near=say("story-near", Facts(codes=codes), language),
        codes=codes,
        why=tuple(say(fit.sentence, fit.facts, language) for fit in match.fits),
        similarity=match.similarity,
    )


def stories_as_json(listed: StoryList) -> list[Mapping[str, object]]:
    """The stories for machines.

    Args:
        listed: The list.

    Returns:
        One mapping for each, best first.

    """
    return [
        {
            "title": story.title,
            "file": story.file,
            "standards": list(story.codes),
            "similarity": story.similarity,
            "quote": story.quote,
            "source": story.source or None,
            "essa_tier_as_claimed": story.tier_number or None,
            "claimed_by": story.claimed_by or None,
            "why": list(story.why),
            "note": story.invented,
        }
        for story in listed.stories
    ]
