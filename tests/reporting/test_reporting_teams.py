"""Who could work together: schools that share a gap, and the unit that could open their meeting."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from reporting_samples import (
    RUN,
    Hit,
    district_coverage,
    find,
    maple_framework,
    material,
    measure,
    passage,
    standard,
)

from curalign.domain.decisions import Decision, Resolution
from curalign.domain.findings import Finding
from curalign.domain.materials import Kind
from curalign.domain.standards import Framework, Standard
from curalign.domain.stories import Match, Stories, Story
from curalign.reporting import View, build_view, to_html, to_json, with_stories
from curalign.reporting.view.teams import Team, find_teams

if TYPE_CHECKING:
    from playwright.sync_api import Browser

HALF = standard("T.1", "Name a half of a shape.", grades="3")
LINE = standard("T.2", "Place a third on a line.", grades="3")
TIME = standard("T.3", "Tell time to the minute.", grades="3")
FRAMEWORK = Framework((HALF, LINE, TIME))
NORTH = material("curriculum/north/shapes.docx", Kind.UNIT, "north")
RIVER = material("curriculum/river/lines.docx", Kind.UNIT, "river")
PD = material("pd/day.docx", Kind.PD)


def finding(code: str, of: Standard, decision: Decision | None = None) -> Finding:
    return replace(find(code, "It is so.", of), decision=decision)


def view_of(findings: Sequence[Finding] = (), hits: Sequence[Hit] = (), language: str = "en") -> View:
    coverage = measure(FRAMEWORK, [NORTH, RIVER, PD], hits)
    return build_view(coverage, findings, district="D", run=RUN, language=language)


HITS: list[Hit] = [
    (passage(NORTH, "Cut the shape into two halves."), HALF, 0.9),
    (passage(NORTH, "Put one third on the line."), LINE, 0.8),
    (passage(RIVER, "Here is a line with thirds on it."), LINE, 0.95),
]


def cases(teams: Sequence[Team]) -> dict[str, str]:
    return {gap.row.code: gap.case for team in teams for gap in team.gaps}


def test_schools_share_what_one_teaches_what_has_no_training_and_what_nobody_teaches() -> None:
    view = view_of([finding("P201", LINE), finding("U101", TIME)], HITS)
    assert cases(find_teams(view)) == {"T.1": "uneven", "T.2": "training", "T.3": "nobody"}
    both = find_teams(view_of([finding("P201", HALF)], HITS))
    assert cases(both) == {"T.1": "both"}


def test_what_a_person_has_put_off_is_no_gap_to_share() -> None:
    later = Decision(Resolution.DEFERRED, "A. Rivera", "Next year")
    assert "T.2" not in cases(find_teams(view_of([finding("P201", LINE, later)], HITS)))


def test_the_unit_that_teaches_most_of_the_gaps_could_open_the_meeting() -> None:
    (team,) = find_teams(view_of([finding("P201", LINE)], HITS))
    assert team.schools == ("north", "river")
    assert team.lead is not None
    assert (team.lead.file, team.leads) == (RIVER.path, 1)  # one each, and 0.95 is surer than 0.9
    assert [unit.file for unit in team.units] == [NORTH.path, RIVER.path]


def test_teaching_more_of_the_gaps_counts_more_than_teaching_one_of_them_surely() -> None:
    hits: list[Hit] = [*HITS, (passage(NORTH, "Tell the time to the minute."), TIME, 0.7)]
    (team,) = find_teams(view_of([finding("P201", LINE)], hits))
    assert team.lead is not None
    assert (team.lead.file, team.leads, len(team.gaps)) == (NORTH.path, 2, 3)


def test_without_a_unit_that_teaches_it_the_meeting_begins_with_the_standards() -> None:
    (team,) = find_teams(view_of([finding("U101", TIME)]))
    assert (team.lead, team.units) == (None, ())
    assert "No unit teaches these. Begin with the standards." in team.sentences


def test_a_district_without_schools_has_nobody_to_bring_together() -> None:
    alone = measure(FRAMEWORK, [material("curriculum/a.docx")], ())
    view = build_view(alone, [finding("U101", TIME)], district="D", run=RUN)
    assert find_teams(view) == ()
    assert "teams" not in json.loads(to_json(view))
    assert 'id="teams"' not in to_html(view)


@pytest.mark.parametrize(
    ("language", "said"), [("en", "1 shared gap in north and river."), ("es", "1 brecha compartida")]
)
def test_every_report_says_it_in_its_language(language: str, said: str) -> None:
    view = view_of([finding("U101", TIME)], language=language)
    assert said in to_html(view)
    (team,) = json.loads(to_json(view))["teams"]
    assert [one["code"] for one in team["standards"]] == ["T.3"]
    assert team["could_lead"] is None


def test_units_are_named_and_no_person() -> None:
    view = build_view(district_coverage(maple_framework()), (), district="maple", run=RUN)
    teams = find_teams(view)
    files = {document.file for document in view.documents if document.kind is Kind.UNIT}
    assert teams
    assert {team.lead.file for team in teams if team.lead} <= files


def test_the_page_of_teams_and_stories_has_nothing_for_axe_to_find(browser: Browser) -> None:
    from axe_playwright_python.sync_playwright import Axe

    story = Story("stories/a.md", "Clocks", ("We made clocks.",), tier=3, source="https://elm.example/clocks")
    stories = Stories((Match(story, (TIME,), 0.7, "We made clocks."),), 1)
    tab = browser.new_page()
    tab.set_content(to_html(with_stories(view_of([finding("P201", LINE)], HITS, "es"), stories)))
    violations = [one for part in ("#teams", "#stories") for one in Axe().run(tab, part).response["violations"]]
    tab.close()
    assert [one["id"] for one in violations] == []
