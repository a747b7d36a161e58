"""Results, stories and meetings on hand-outs: for those who decide, in plain words, on no more than two pages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from handout_words import everything, pages_on_paper, sentences
from readability import fernandez_huerta, flesch_kincaid_grade

import curalign as ca
from curalign.pipeline import priorities_of
from curalign.reporting import View, build_view, to_json, with_stories
from curalign.reporting.handouts import AUDIENCES, Handout, Teller, discuss, gaps_of
from curalign.settings import load_settings
from curalign.stories import find_stories
from curalign.wording import LANGUAGES

if TYPE_CHECKING:
    from playwright.sync_api import Browser

RESULTS = {"en": "Where to begin, by results", "es": "Por dónde empezar, según los resultados"}
STORIES = {"en": "What other districts tell", "es": "Qué cuentan otros distritos"}
TEAMS = {"en": "Who could work together", "es": "Quiénes podrían trabajar juntos"}


@pytest.fixture(scope="module")
def views(maple_valley_once: Path) -> dict[str, View]:
    """The sample district with its results and its stories, in every language."""
    checked, settings = ca.check(maple_valley_once), load_settings(maple_valley_once)
    urgent = priorities_of(checked, settings)
    stories = find_stories(maple_valley_once, checked, settings, urgent)
    shown = {"district": checked.run.district, "run": checked.run.id, "priorities": urgent}
    return {
        language: with_stories(
            build_view(checked.shown, checked.findings, language=language, **shown),  # type: ignore[arg-type]
            stories,
        )
        for language in LANGUAGES
    }


@pytest.fixture(scope="module")
def sheets(views: dict[str, View]) -> dict[tuple[str, str], Handout]:
    tellers = {language: Teller(view) for language, view in views.items()}
    return {(name, language): make(tell) for language, tell in tellers.items() for name, make in AUDIENCES.items()}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("audience", AUDIENCES)
def test_each_role_sees_what_it_decides_about(
    audience: str, language: str, sheets: dict[tuple[str, str], Handout]
) -> None:
    titles = [part.title for part in sheets[audience, language].parts]
    assert (RESULTS[language] in titles) is (audience in ("board", "administrators", "union", "teachers"))
    assert (TEAMS[language] in titles) is (audience in ("administrators", "teachers"))
    assert (STORIES[language] in titles) is (audience in ("board", "administrators"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_most_urgent_are_jsons(
    language: str, views: dict[str, View], sheets: dict[tuple[str, str], Handout]
) -> None:
    first = [row["standard"] for row in json.loads(to_json(views[language]))["priorities"][:2]]
    for audience in ("board", "administrators", "union", "teachers"):
        part = next(part for part in sheets[audience, language].parts if part.title == RESULTS[language])
        codes = [item.source.partition(",")[0] for item in part.blocks[1].items]  # type: ignore[union-attr]
        assert codes[:2] == first


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_story_is_quoted_with_its_source_and_who_claims_its_tier(
    language: str, views: dict[str, View], sheets: dict[tuple[str, str], Handout]
) -> None:
    listed = views[language].stories
    assert listed is not None
    for audience in ("board", "administrators"):
        said = " ".join(everything(sheets[audience, language]))
        assert listed.stories[0].source in said
        assert listed.stories[0].tier in said
        assert listed.stories[0].invented in said


def test_all_of_it_prints_on_two_pages(browser: Browser, sheets: dict[tuple[str, str], Handout]) -> None:
    assert [pair for pair, sheet in sheets.items() if pages_on_paper(browser, [sheet]) > 2] == []


def test_the_boards_page_stays_easy_to_read(sheets: dict[tuple[str, str], Handout]) -> None:
    assert flesch_kincaid_grade(list(sentences(sheets["board", "en"]))) <= 10
    assert fernandez_huerta(list(sentences(sheets["board", "es"]))) >= 50


@pytest.mark.parametrize(
    ("language", "said", "asks"),
    [("en", "They missed about", "Look at pupils' work"), ("es", "Perdieron unos", "Miren trabajos de alumnos")],
)
def test_a_sheet_to_discuss_tells_results_and_asks_about_pupils_work(
    language: str, said: str, asks: str, views: dict[str, View]
) -> None:
    tell = Teller(views[language])
    row = next(row for row in gaps_of(tell) if row.code == "MV.M.4.DA.1")
    sheet = discuss(tell, row)
    results, questions = sheet.sections[-3], sheet.sections[-2]
    assert said in results.blocks[0].text  # type: ignore[union-attr]
    texts = [item.text for item in questions.blocks[0].items]  # type: ignore[union-attr]
    assert len(texts) == 3
    assert texts[1].startswith(asks)
