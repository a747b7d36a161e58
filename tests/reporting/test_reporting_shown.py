"""A report of a part says so in its title and its headline, and gives each standard the verdict of the whole."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from dataclasses import replace

import pytest
from reporting_samples import RUN, district_coverage, district_findings, without_script
from rich.console import Console

from curalign.domain.coverage import Coverage
from curalign.domain.filters import Filter
from curalign.domain.links import Strength
from curalign.domain.materials import Kind
from curalign.domain.standards import Framework
from curalign.finding.shown import find_shown
from curalign.reporting import FORMATS, View, build_view, to_html, to_terminal

SHOWN = Filter(("3",), ("math",), ("North",))


@pytest.fixture(scope="module")
def whole(framework: Framework) -> Coverage:
    return district_coverage(framework)


def view_of(whole: Coverage, shown: Filter, language: str = "en") -> View:
    part = whole.narrowed(shown)
    findings = find_shown(district_findings(whole.framework), part)
    return build_view(part, tuple(findings), district="maple-valley", run=RUN, language=language)


def terminal(view: View) -> str:
    page = io.StringIO()
    Console(file=page, width=200).print(to_terminal(view))
    return page.getvalue()


def texts_of_workbook(view: View) -> tuple[str, str]:
    with zipfile.ZipFile(io.BytesIO(FORMATS["xlsx"](view))) as parts:
        return parts.read("xl/sharedStrings.xml").decode(), parts.read("docProps/core.xml").decode()


def test_the_json_names_what_it_was_narrowed_to(whole: Coverage) -> None:
    assert json.loads(FORMATS["json"](view_of(whole, Filter())))["scope"] is None
    page = json.loads(FORMATS["json"](view_of(whole, SHOWN)))
    assert page["scope"] == {"grades": ["3"], "subjects": ["math"], "schools": ["North"]}
    assert [group["name"] for group in page["by_school"]] == ["North"]
    assert [group["name"] for group in page["by_grade"]] == ["Grade 3", "No grade stated"]


@pytest.mark.parametrize("shown", [Filter(("3",)), Filter(("4",)), SHOWN])
def test_each_standard_is_reported_as_in_the_whole_report(whole: Coverage, shown: Filter) -> None:
    every, some = (json.loads(FORMATS["json"](view_of(whole, which))) for which in (Filter(), shown))
    known = {standard["id"]: standard for standard in every["standards"]}
    assert some["standards"]
    for standard in some["standards"]:
        same = known[standard["id"]]
        assert {**standard, "schools": []} == {**same, "schools": []}
        assert all(school in same["schools"] for school in standard["schools"])
    assert all(finding in every["findings"] for finding in some["findings"])


def test_every_report_says_in_title_and_headline_what_it_is_of(whole: Coverage) -> None:
    view = view_of(whole, SHOWN)
    what = "only grade 3, math and school North"
    page = to_html(view)
    assert f"<title>maple-valley: {what}: what is taught" in page
    assert f"<h1><bdi>maple-valley: {what}</bdi></h1>" in page
    headline = re.search(r'<p class="headline">(.*?)</p>', page, re.DOTALL)
    assert headline is not None
    assert headline[1].startswith(f"Shown: {what}, as judged in the check of the whole district. Of ")
    printed = terminal(view)
    assert f"Shown: {what}, as judged" in printed
    assert f"maple-valley: {what}: Of " in printed
    cells, properties = texts_of_workbook(view)
    assert f">maple-valley: {what}</t>" in cells
    assert f"Shown: {what}, as judged" in cells
    assert f"maple-valley: {what}: coverage of standards" in properties


def test_a_school_that_was_asked_for_has_a_headline_of_its_own(whole: Coverage) -> None:
    view = view_of(whole, Filter(schools=("North",)))
    tally = view.by_school[0].tally(Kind.UNIT)
    assert tally is not None
    assert f"School North: of {tally.total} standards, {tally.full} are taught in full" in terminal(view)
    assert "School North: of" in to_html(view)
    assert "School North: of" in texts_of_workbook(view)[0]
    assert "School North" not in terminal(view_of(whole, Filter(("3",))))


def test_in_spanish_too(whole: Coverage) -> None:
    page = to_html(view_of(whole, SHOWN, "es"))
    assert "maple-valley: solo el grado 3, math y la escuela North" in page
    assert "Se muestra: solo el grado 3" in page


def test_the_name_of_a_subject_is_text_in_the_page(whole: Coverage) -> None:
    evil = "<script>alert(1)</script>"
    named = Framework(tuple(replace(s, subject=evil) for s in whole.framework.standards))
    odd = replace(whole, alignment=replace(whole.alignment, framework=named))
    page = to_html(view_of(odd, Filter(subjects=(evil,))))
    assert "<script" not in without_script(page)
    assert "&lt;script&gt;" in page


def test_documents_of_other_schools_and_grades_are_not_listed(whole: Coverage) -> None:
    listed = {document.file for document in view_of(whole, Filter(schools=("North",))).documents}
    assert "curriculum/north/unit 3 (shares).docx" in listed
    assert "curriculum/projects.md" in listed
    assert "curriculum/river/u1_numbers.pdf" not in listed


def test_the_table_holds_what_is_shown(whole: Coverage) -> None:
    rows = list(csv.DictReader(io.StringIO(FORMATS["csv"](view_of(whole, Filter(("4",)))))))
    assert {row["grades"] for row in rows} == {"4", "3|4", ""}
    assert {row["school"] for row in rows} == {"", "North", "River"}


def test_what_has_no_documents_is_said_in_the_summary(whole: Coverage) -> None:
    gone = {s.id for s in whole.framework if s.grades == ("4",)}
    reaches = tuple(
        replace(r, strength=Strength.UNKNOWN, probability=None, links=(), without_documents=True)
        if r.standard.id in gone and r.kind is Kind.UNIT
        else r
        for r in whole.reaches
    )
    materials = tuple(m for m in whole.alignment.materials if m.kind is Kind.PD or m.grades == ("3",))
    alignment = replace(whole.alignment, materials=materials)
    view = view_of(replace(whole, alignment=alignment, reaches=reaches), Filter())
    sentence = "No unit document is for grade 4: 3 standards are unknown, not untaught;"
    assert sentence in terminal(view)
    assert sentence in to_html(view)
    assert sentence in texts_of_workbook(view)[0]
    assert "No unit document is for it." in to_html(view)
