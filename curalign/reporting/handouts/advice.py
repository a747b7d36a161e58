"""What several hand-outs say of what to begin with: results, who could work together, and what others tell."""

from __future__ import annotations

from dataclasses import replace

from curalign.domain.materials import Kind
from curalign.domain.verdicts import Verdict
from curalign.reporting.handouts.gaps import verdict_on
from curalign.reporting.handouts.telling import Teller
from curalign.reporting.handouts.values import Block, Bullets, Item, Paragraph, Section
from curalign.reporting.view import StandardRow
from curalign.reporting.view.priorities import PriorityRow
from curalign.reporting.view.stories import ShownStory
from curalign.reporting.view.teams import Team, find_teams
from curalign.wording.catalogue import quote
from curalign.wording.text import excerpt

STATEMENT = 80
"""Characters of a standard's statement: these lists share a page with much else."""
STORY = 170
"""Characters of a story that are quoted on a page."""


def most_urgent(tell: Teller, most: int) -> tuple[Section, ...]:
    """What pupils missed most of what has a gap.

    Args:
        tell: What is shown of a check, with the words for it.
        most: The most standards.

    Returns:
        A section, or none where there are no results.

    """
    listed = tell.view.priorities
    rows = listed.rows[:most] if listed is not None else ()
    if not rows:
        return ()
    items = Bullets(tuple(_urgent(tell, row) for row in rows))
    how = Paragraph(tell.say("handout-priorities-how"))
    return (Section(tell.say("heading-priorities"), (how, items)),)


def _urgent(tell: Teller, row: PriorityRow) -> Item:
    standard = tell.rows[row.standard_id]
    support = standard.support(Kind.UNIT)
    unsure = support is not None and verdict_on(support) is Verdict.CANNOT_TELL
    case = "cannot_tell" if unsure else "untaught" if row.untaught >= row.unsupported else "unsupported"
    text = tell.say("handout-priority", missed=round(100 * row.need.value), case=case)
    return replace(tell.standard(standard, text), quoted=excerpt(standard.statement, STATEMENT))


def teams(tell: Teller, most: int) -> tuple[Section, ...]:
    """Who could work together.

    Args:
        tell: What is shown of a check, with the words for it.
        most: The most teams.

    Returns:
        A section, or none where no schools share a gap.

    """
    found = find_teams(tell.view)
    if not found:
        return ()
    blocks: list[Block] = [Paragraph(tell.say("handout-teams-how"))]
    blocks += tell.bullets((_team(tell, team) for team in found), most)
    return (Section(tell.say("teams-heading"), tuple(blocks)),)


def _team(tell: Teller, team: Team) -> Item:
    unit = () if team.lead is None else (team.lead.title,)
    text = tell.say("handout-team", count=len(team.gaps), schools=team.schools, unit=unit)
    return Item(text, tell.area(team.strand), team.name)


def stories(tell: Teller, most: int) -> tuple[Section, ...]:
    """What other districts tell of gaps like these, quoted.

    Args:
        tell: What is shown of a check, with the words for it.
        most: The most stories.

    Returns:
        A section, or none where no story is near.

    """
    listed = tell.view.stories
    if listed is None or not listed.stories:
        return ()
    items = Bullets(tuple(_story(tell, story) for story in listed.stories[:most]))
    return (Section(tell.say("heading-stories"), (Paragraph(tell.say("handout-stories-how")), items)),)


def _story(tell: Teller, story: ShownStory) -> Item:
    text = " ".join((story.tier, story.invented))
    said = quote(story.quote, STORY, tell.language)
    return Item(text, excerpt(story.title, 70), excerpt(", ".join(story.codes), 60), said, excerpt(story.source, 90))


def results_of(tell: Teller, row: StandardRow) -> tuple[Section, ...]:
    """How pupils did on one standard.

    Args:
        tell: What is shown of a check, with the words for it.
        row: The standard.

    Returns:
        A section, or none where there are no results that may be told.

    """
    listed = tell.view.priorities
    if listed is None:
        return ()
    found = next((one for one in listed.rows if one.standard_id == row.id), None)
    if found is None:
        return ()
    low, high = round(100 * found.need.low), round(100 * found.need.high)
    missed = round(100 * found.need.value)
    line = tell.say("results-line", pupils=found.n, items=found.items, missed=missed, low=low, high=high)
    rank = tell.say("results-rank", rank=found.rank, of=len(listed.rows))
    return (Section(tell.say("heading-results"), tell.paragraphs(line, rank)),)
