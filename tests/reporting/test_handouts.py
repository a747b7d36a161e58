"""Hand-outs: the same numbers as every report, in words that their readers know, on no more than two pages."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from handout_words import everything, labels, pages_on_paper, quoted, sentences
from readability import english_syllables, fernandez_huerta, flesch_kincaid_grade, spanish_syllables
from reporting_samples import RUN, calibrated, district_coverage, district_findings, maple_framework, of_strengths

import curalign as ca
from curalign.domain.materials import Kind
from curalign.pipeline import Checked
from curalign.reporting import View, build_view, to_json
from curalign.reporting.handouts import AUDIENCES, Handout, Teller, discuss, gaps_of, per_school, per_unit
from curalign.reporting.handouts.values import Bullets, Section, Table
from curalign.wording import LANGUAGES, chance

if TYPE_CHECKING:
    from playwright.sync_api import Browser

HARDEST = {"parents": (8, 60), "community": (8, 60), "board": (10, 50)}
"""The highest grade of Flesch and Kincaid, and the least ease of Fernández Huerta (grade 8; before university)."""


@pytest.fixture(scope="module")
def checked(maple_valley_once: Path) -> Checked:
    return ca.check(maple_valley_once)


@pytest.fixture(scope="module")
def views(checked: Checked) -> dict[str, View]:
    """The sample district in every language."""
    return {language: view_of(checked, language) for language in LANGUAGES}


def view_of(checked: Checked, language: str) -> View:
    return build_view(
        checked.shown, checked.findings, district=checked.run.district, run=checked.run.id, language=language
    )


@pytest.fixture(scope="module")
def tellers(views: dict[str, View]) -> dict[str, Teller]:
    return {language: Teller(view) for language, view in views.items()}


@pytest.fixture(scope="module")
def sheets(tellers: dict[str, Teller]) -> dict[tuple[str, str], Handout]:
    """Every hand-out for an audience, in every language."""
    return {
        (audience, language): make(tell) for language, tell in tellers.items() for audience, make in AUDIENCES.items()
    }


@pytest.fixture(scope="module")
def measured(views: dict[str, View]) -> dict:
    """What JSON says."""
    return json.loads(to_json(views["en"]))


ALL = [(audience, language) for audience in AUDIENCES for language in LANGUAGES]


def numbers(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", text)]


def count_of(tally: dict) -> list[object]:
    """The best guess to the nearest whole number (JSON gives a decimal), of how many, and the ends of the interval."""
    taught = tally["taught"]
    return [pytest.approx(taught["expected"], abs=0.56), taught["of"], taught["low"], taught["high"]]


def tables(sheet: Handout) -> list[Table]:
    return [block for part in sheet.parts for block in part.blocks if isinstance(block, Table)]


@pytest.mark.parametrize(("audience", "language"), ALL)
def test_the_headline_is_jsons_count_with_its_interval(
    audience: str, language: str, sheets: dict[tuple[str, str], Handout], measured: dict
) -> None:
    sheet = sheets[audience, language]
    assert numbers(sheet.headline[0]) == count_of(measured["tally"]["unit"])
    assert sheet.bar is not None
    assert [sheet.bar.of, sheet.bar.low, sheet.bar.high] == count_of(measured["tally"]["unit"])[1:]
    training = [sentence for sentence in sheet.headline if "(PD)" in sentence or "formación" in sentence]
    assert [numbers(sentence) for sentence in training] == [count_of(measured["tally"]["pd"])] * len(training)
    assert len(training) == (audience not in ("parents", "community"))


@pytest.mark.parametrize(("audience", "language"), ALL)
def test_every_share_in_a_table_is_jsons(
    audience: str,
    language: str,
    sheets: dict[tuple[str, str], Handout],
    views: dict[str, View],
    measured: dict,
) -> None:
    groups = {
        ours.name: theirs
        for key in ("by_grade", "by_strand", "by_school")
        for ours, theirs in zip(getattr(views[language], key), measured[key], strict=True)
    }
    found = 0
    for table in tables(sheets[audience, language]):
        for name, *cells in table.rows:
            shares = [cell for cell in cells if "(" in cell]
            known = (groups[name][kind] for kind in ("unit", "pd")) if shares else ()
            assert [numbers(cell) for cell in shares] == [
                count_of(tally) for tally in known if tally is not None and tally["taught"]
            ][: len(shares)]
            found += len(shares)
    assert found > 0 or audience in ("teachers", "union", "parents")


def verdicts(measured: dict, grade: str = "") -> Counter[str]:
    rows = (row for row in measured["standards"] if row["counted"] and (not grade or grade in row["grades"]))
    return Counter(row["unit"]["verdict"] for row in rows)


def untrained(measured: dict, grade: str = "") -> int:
    return sum(
        row["counted"] and row["unit"]["verdict"] == "taught" and row["pd"]["verdict"] == "not_taught"
        for row in measured["standards"]
        if not grade or grade in row["grades"]
    )


def to_do(measured: dict) -> Counter[str]:
    return Counter(finding["code"] for finding in measured["findings"] if finding["decision"] is None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_board_is_told_what_json_counts(
    language: str, sheets: dict[tuple[str, str], Handout], measured: dict
) -> None:
    sheet = sheets["board", language]
    money, time = [item.text for item in only(sheet.sections[0], Bullets).items][:2]
    told = verdicts(measured)
    assert numbers(sheet.headline[1]) == [told["not_taught"], told["cannot_tell"]]
    assert numbers(money) == [untrained(measured)]
    assert numbers(time) == [told["not_taught"], told["cannot_tell"]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_work_of_administrators_is_jsons_findings(
    language: str, sheets: dict[tuple[str, str], Handout], measured: dict
) -> None:
    work = only(sheets["administrators", language].sections[0], Table)
    asked = to_do(measured)
    codes = ("U101", "U106", "U102", "U103", "U105", "U104", "P201", "P203", "P202")
    known = [asked[code] for code in codes] + [asked["F301"] + asked["F302"]]
    assert [int(count) for _, count, _, _ in work.rows] == [count for count in known if count]
    assert {when for *_, when in work.rows} == {""}


@pytest.mark.parametrize("language", LANGUAGES)
def test_administrators_see_each_subject_one_by_one(
    language: str, sheets: dict[tuple[str, str], Handout], measured: dict
) -> None:
    table = tables(sheets["administrators", language])[2]
    assert [name for name, *_ in table.rows] == ["Mathematics", "Science"]
    told = [
        Counter(
            row["unit"]["verdict"]
            for row in measured["standards"]
            if row["counted"] and row["framework"] == source["id"]
        )
        for source in measured["frameworks"]
    ]
    assert [[int(cell) for cell in row[1:]] for row in table.rows] == [
        [verdict["taught"], verdict["not_taught"], verdict["cannot_tell"]] for verdict in told
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_union_is_told_of_the_same_work(
    language: str, sheets: dict[tuple[str, str], Handout], measured: dict
) -> None:
    _, load, training, _ = sheets["union", language].sections
    asked = to_do(measured)
    write, read = asked["U101"] + asked["U102"], asked["U106"] + asked["P203"]
    assert numbers(only(load, Bullets).items[0].text) == [write, read, asked["U103"]]
    rows = [[int(cell) for cell in row[1:]] for row in only(load, Table).rows]
    assert [sum(column) for column in zip(*rows, strict=True)][:2] == [write, read]
    assert [row[2] for row in rows] == [untrained(measured, grade) for grade in ("3", "4", "5")]
    assert [numbers(item.text) for item in only(training, Bullets).items] == [[untrained(measured)], [asked["P202"]]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_parents_are_told_of_each_grade_one_by_one(
    language: str, sheets: dict[tuple[str, str], Handout], measured: dict
) -> None:
    years = sheets["parents", language].sections[:3]
    told = [verdicts(measured, grade) for grade in ("3", "4", "5")]
    assert [numbers(part.blocks[0].text) for part in years] == [[v["taught"], v.total()] for v in told]  # type: ignore[union-attr]
    missing = [part.blocks[-1] for part in years]
    assert [len(lists.items) + sum(numbers(lists.more)) for lists in missing] == [  # type: ignore[union-attr]
        v["not_taught"] for v in told
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_unit_is_told_what_json_links_to_it(language: str, tellers: dict[str, Teller], measured: dict) -> None:
    view = tellers[language].view
    units = [document for document in view.documents if document.kind is Kind.UNIT]
    lists = list(per_unit(tellers[language]))
    assert len(lists) == len(units)
    claims = Counter(finding["file"] for finding in measured["findings"] if finding["code"] == "U103")
    for unit, sheet in zip(units, lists, strict=True):
        if unit.passages:
            assert sum(numbers(sheet.headline[0])) == len(unit.reached)
        taught = only(sheet.sections[0], Bullets, default=Bullets(()))
        assert len(taught.items) + sum(numbers(taught.more)) == len(unit.reached)
        assert len(only(sheet.sections[1], Bullets, default=Bullets(())).items) == claims[unit.file]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_school_is_told_its_own_count(language: str, tellers: dict[str, Teller], measured: dict) -> None:
    lists = list(per_school(tellers[language]))
    assert [numbers(sheet.headline[0]) for sheet in lists] == [
        count_of(school["unit"]) for school in measured["by_school"]
    ]
    assert len(lists) == 2


def test_a_sheet_to_discuss_quotes_the_evidence_and_asks_three_questions(tellers: dict[str, Teller]) -> None:
    tell = tellers["en"]
    known = {row.code: row for row in gaps_of(tell)}
    doubtful = known["MV.M.3.NO.8"]
    sheet = discuss(tell, doubtful)
    said = " ".join(everything(sheet))
    taught = doubtful.support(Kind.UNIT).taught
    assert f"The program cannot tell. The chance that it is taught is {chance(taught)}." in said
    assert "Some children" in said
    three = next(part for part in sheet.parts if part.title == "Three questions to discuss")
    assert len(only(three, Bullets).items) == 3
    assert len(known) == len(tell.gaps.missing) + len(tell.gaps.unsure)


def only(part: Section, form: type, default: object = None):  # of the form asked for
    found = [block for block in part.blocks if isinstance(block, form)]
    assert found or default is not None
    return found[0] if found else default


@pytest.mark.parametrize(("audience", "language"), [pair for pair in ALL if pair[0] in HARDEST])
def test_it_is_as_easy_to_read_as_its_readers_need(
    audience: str, language: str, sheets: dict[tuple[str, str], Handout]
) -> None:
    grade, ease = HARDEST[audience]
    texts = list(sentences(sheets[audience, language]))
    assert len(texts) > 8
    if language == "en":
        assert flesch_kincaid_grade(texts) <= grade
    else:
        assert fernandez_huerta(texts) >= ease


def test_it_prints_on_one_or_two_pages(browser: Browser, sheets: dict[tuple[str, str], Handout]) -> None:
    assert [pair for pair, sheet in sheets.items() if pages_on_paper(browser, [sheet]) > 2] == []


def test_the_formulas_tell_easy_from_hard() -> None:
    english = {"table": 2, "made": 1, "planted": 2, "taught": 1, "area": 2, "83": 2}
    assert {word: english_syllables(word) for word in english} == english
    spanish = {"qué": 1, "enseña": 3, "tiempo": 2, "área": 3, "guía": 2, "83": 4}
    assert {word: spanish_syllables(word) for word in spanish} == spanish
    hard = "Administrators operationalise interdisciplinary curricular recommendations through committees."
    assert flesch_kincaid_grade([hard]) > 12
    assert fernandez_huerta(["La operacionalización interdisciplinaria de recomendaciones curriculares."]) < 30


def data_of(view: View) -> list[str]:
    """Every name that comes from the district and not from us, the longest first."""
    names = {view.district, *(group.name for group in (*view.by_strand, *view.by_school))}
    names |= {row.subject for row in view.rows} | {framework.title for framework in view.frameworks}
    names |= {document.title for document in view.documents} | {document.file for document in view.documents}
    names |= {row.code for row in view.rows} | {view.run, view.made_with.curalign}
    return sorted(filter(None, names), key=len, reverse=True)


def own_words(sheet: Handout, view: View) -> set[str]:
    """What we say in a hand-out, without names and numbers."""
    left = set()
    for text in (*sentences(sheet), *labels(sheet)):
        for name in data_of(view):
            text = text.replace(name, "")
        left |= {" ".join(re.findall(r"[^\W\d_]{2,}", text))}
    return left - {""}


def test_a_spanish_hand_out_has_no_english_label(tellers: dict[str, Teller]) -> None:
    english, spanish = (tellers[language] for language in LANGUAGES)

    def all_of(tell: Teller) -> list[Handout]:
        made = [make(tell) for make in AUDIENCES.values()]
        gaps = gaps_of(tell)[:3]
        return [*made, *per_unit(tell), *per_school(tell), *(discuss(tell, row) for row in gaps)]

    ours = set[str]().union(*(own_words(sheet, english.view) for sheet in all_of(english)))
    theirs = set[str]().union(*(own_words(sheet, spanish.view) for sheet in all_of(spanish)))
    assert len(ours) > 100
    assert ours & theirs == set()
    assert [text for text in theirs if re.search(r"\b(the|of|and|is|with|for|grade|standard|unit|line)\b", text)] == []
    places = [text for sheet in all_of(spanish) for text in quoted(sheet) if re.search(r"\d$", text)]
    assert [text for text in places if re.search(r", (p\.|slide|sheet|line|row) \d+$", text)] == []
    assert any(text.endswith("hoja 2, fila 6") for text in places)


def test_a_long_list_says_how_many_it_leaves_out(sheets: dict[tuple[str, str], Handout], measured: dict) -> None:
    missing = only(sheets["board", "en"].sections[2], Bullets)
    left_out = verdicts(measured)["not_taught"] - len(missing.items)
    assert missing.more == f"and {left_out} more, in the report"


def test_the_date_is_that_of_the_run(sheets: dict[tuple[str, str], Handout], checked: Checked) -> None:
    year, month, day = (int(part) for part in checked.run.id[:10].split("-"))
    names = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ]
    assert f" {names[month - 1]} {day}, {year}." in sheets["board", "en"].source.blocks[0].text  # type: ignore[union-attr]
    assert f" {day} de " in sheets["board", "es"].source.blocks[0].text  # type: ignore[union-attr]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("audience", AUDIENCES)
def test_where_nobody_calibrated_it_speaks_of_strengths(audience: str, language: str) -> None:
    framework = maple_framework()
    view = build_view(
        district_coverage(framework), district_findings(framework), district="maple", run=RUN, language=language
    )
    sheet = AUDIENCES[audience](Teller(view))
    assert sheet.bar is None
    assert numbers(sheet.headline[0]) == [10, 4, 2, 3, 1]
    assert len(only(sheet.unknown, Bullets).items) == 4  # no range; one standard without a unit; one file


def test_without_training_papers_it_says_nothing_of_training() -> None:
    coverage = district_coverage(maple_framework(), with_pd=False)
    view = build_view(calibrated(coverage, {}), (), district="maple", run=RUN)
    board = AUDIENCES["board"](Teller(view))
    assert "There were no papers on training for teachers, so nothing is said of it." in board.headline
    assert "Ask what training there is" in " ".join(sentences(board))
    assert all("Training supports" not in table.header for table in tables(board))


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_district_with_nothing_to_judge_is_told_so(audience: str) -> None:
    sheet = AUDIENCES[audience](Teller(of_strengths({})))
    assert sheet.headline[0] == "There is no standard to judge."


def test_a_gap_that_was_put_off_on_purpose_is_told_apart(small_district: Path) -> None:
    decision = '[[decisions]]\nstandard = "PH.3"\nverdict = "deferred"\nowner = "A. Rivera"\nreason = "Next year"\n'
    (small_district / "curalign.toml").write_text(decision, encoding="utf-8")
    tell = Teller(view_of(ca.check(small_district), "en"))
    assert [row.code for row in tell.gaps.deferred] == ["PH.3"]
    assert gaps_of(tell) == ()
    said = " ".join(everything(AUDIENCES["board"](tell)))
    assert "1 put off on purpose" in said
    assert "So far 1 is put off on purpose." in said
