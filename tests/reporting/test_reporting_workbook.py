"""The workbook that a director opens in a spreadsheet, read back."""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook
from reporting_samples import RUN, calibrated, district_findings, hostile_view, of_strengths
from sample_districts import ROOT

from curalign.domain.coverage import Coverage
from curalign.domain.decisions import Decision, Resolution
from curalign.domain.identities import identify
from curalign.domain.links import MadeWith, Strength
from curalign.domain.materials import Kind
from curalign.domain.questionnaire import COLUMNS, sheet_name, title_of
from curalign.domain.scopes import UNITS, Scope
from curalign.domain.standards import Framework
from curalign.judging import load_judge
from curalign.reading.answers import read_answers
from curalign.reporting import View, build_view, to_xlsx
from curalign.reporting.view import StandardRow, Support, words
from curalign.reporting.view.cards import card_of
from curalign.reporting.view.plain import printable
from curalign.wording import LANGUAGES

Rows = list[list[object]]


def read(book: bytes) -> dict[str, Rows]:
    opened = CalamineWorkbook.from_filelike(io.BytesIO(book))
    return {name: opened.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in opened.sheet_names}


def table(rows: Rows) -> list[Mapping[str, object]]:
    return [dict(zip(map(str, rows[0]), row, strict=True)) for row in rows[1:]]


def parts(book: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(book)) as opened:
        return {name: opened.read(name).decode("utf-8") for name in opened.namelist()}


@pytest.fixture(scope="module")
def book(view: View) -> bytes:
    return to_xlsx(view)


@pytest.fixture(scope="module")
def sheets(book: bytes) -> dict[str, Rows]:
    return read(book)


SHEETS = ["Summary", "Coverage", "Evidence", "Findings", "Review", "Plan", "Method"]
SHEETS_IN_SPANISH = ["Resumen", "Cobertura", "Evidencia", "Hallazgos", "Revisión", "Plan", "Método"]


def test_it_has_its_sheets_in_the_order_in_which_they_are_read(sheets: dict[str, Rows]) -> None:
    assert list(sheets) == SHEETS


class TestSummary:
    @pytest.fixture
    def lines(self, sheets: dict[str, Rows]) -> list[str]:
        return [" | ".join(str(cell) for cell in row if cell != "") for row in sheets["Summary"]]

    def test_the_headlines_come_first(self, lines: list[str], view: View) -> None:
        assert lines[0] == "maple-valley"
        assert RUN in lines[1]
        assert lines[2:4] == [words.headline(view), words.pd_headline(view)]

    def test_the_numbers_of_the_district_of_each_grade_and_of_each_strand(self, lines: list[str]) -> None:
        assert "District | 10.0 | 4.0 | 2.0 | 3.0 | 1.0 | 40.0 | 1.0 | 1.0 | 8.0 | 0.0 | 10.0" in lines
        assert "Grade 3 | 6.0 | 3.0 | 2.0 | 1.0 | 0.0 | 50.0 | 1.0 | 1.0 | 4.0 | 0.0 | 16.7" in lines
        assert {"By grade", "By strand", "By school"} <= set(lines)
        assert [line for line in lines if line.startswith("Shape and space | 3.0")]

    def test_it_says_how_sure_it_is_and_what_was_not_judged(self, lines: list[str]) -> None:
        order = [lines.index(title) for title in ("How sure", "Not judged")]
        assert order == sorted(order)
        assert lines[order[0] + 1] == "A passage counts as full from probability 62 %, as partial from 31 %."
        assert any("curriculum/locked.docx" in line for line in lines[order[1] :])

    def test_the_encoder_without_a_model_says_so(self, view: View) -> None:
        made_with = MadeWith("0.1.0", "hashing", "any", warning="The hashing encoder knows no meaning.")
        summary = read(to_xlsx(replace(view, made_with=made_with)))["Summary"]
        assert summary[2][0] == "Warning: The hashing encoder knows no meaning."

    def test_what_the_judge_cannot_know_stands_under_how_sure(self, view: View) -> None:
        made_with = MadeWith("0.1.0", "standards", "standards", limits="Nobody measured it for <Art>.")
        lines = [line[0] for line in read(to_xlsx(replace(view, made_with=made_with)))["Summary"] if line]
        assert "Nobody measured it for <Art>." in lines[lines.index("How sure") :]


class TestCoverage:
    def test_a_row_for_each_standard_in_the_frameworks_order(self, sheets: dict[str, Rows], view: View) -> None:
        rows = table(sheets["Coverage"])
        assert [row["Code"] for row in rows] == [row.code for row in view.rows]
        assert {row["Counted"] for row in rows} == {"yes", "heading", "practice"}

    def test_a_row_says_how_far_and_by_which_sentence(self, sheets: dict[str, Rows]) -> None:
        (row,) = [row for row in table(sheets["Coverage"]) if row["Code"] == "MV.M.G.1"]
        assert row["Grades"] == "3"
        assert row["Strand"] == "Growing numbers"
        assert row["Curriculum"] == "in full"
        assert row["Curriculum: probability"] == pytest.approx(0.93, abs=1e-6)
        assert row["Curriculum: best file"] == "curriculum/river/u1_numbers.pdf"
        assert row["Curriculum: place"] == "Lesson 2 > Activity, p. 4"
        assert str(row["Curriculum: quote"]).startswith("Start at 37.")
        assert row["Curriculum in North"] == "not at all"
        assert row["PD"] == "in full"

    def test_what_could_not_be_judged_has_words_and_no_number(self, sheets: dict[str, Rows]) -> None:
        (row,) = [row for row in table(sheets["Coverage"]) if row["Code"] == "MV.M.S.3"]
        assert row["Curriculum"] == "could not be judged"
        assert row["Curriculum: probability"] == ""

    def test_without_pd_there_is_no_column_of_it(self, view_without_pd: View) -> None:
        sheets = read(to_xlsx(view_without_pd))
        assert not [title for title in sheets["Coverage"][0] if str(title).startswith("PD")]
        assert not [row for row in sheets["Summary"] if any(str(cell).startswith("PD:") for cell in row)]


class TestFindings:
    def test_a_row_for_each_with_room_for_the_readers_own_plan(self, sheets: dict[str, Rows], view: View) -> None:
        rows = table(sheets["Findings"])
        assert [(row["Code"], row["Message"]) for row in rows] == [(f.code, f.message) for f in view.findings]
        assert list(rows[0])[-3:] == ["Owner", "Due", "Note"]
        assert all(row["Owner"] == row["Due"] == row["Note"] == "" for row in rows)

    def test_what_was_decided_stands_last_and_says_by_whom(self, coverage: Coverage, framework: Framework) -> None:
        later = Decision(Resolution.DEFERRED, "A. Rivera", "New materials", expires=date(2027, 6, 30))
        found = [replace(f, decision=later if f.code == "U101" else None) for f in district_findings(framework)]
        sheets = read(to_xlsx(build_view(coverage, found, district="maple-valley", run=RUN)))
        said = "Deferred on purpose by A. Rivera until 2027-06-30: New materials"
        assert [row["Decision"] for row in table(sheets["Findings"])][-4:] == ["", said, said, said]
        assert [row["Curriculum: decision"] for row in table(sheets["Coverage"])].count(said) == 3
        assert ["Curriculum: of these 3 not at all, 3 are deferred on purpose."] in [
            row[:1] for row in sheets["Summary"]
        ]


class TestEvidence:
    def test_a_row_for_each_passage_of_what_can_be_taught(self, sheets: dict[str, Rows], view: View) -> None:
        rows = table(sheets["Evidence"])
        rows_with_links = [row for row in view.rows if row.counted or row.is_practice]
        cited = [(row.code, link.quote) for row in rows_with_links for s in district_supports(row) for link in s.links]
        assert sorted((row["Standard"], row["Quote"]) for row in rows) == sorted(cited)

    def test_a_row_says_where_how_far_and_why(self, sheets: dict[str, Rows]) -> None:
        (row,) = [
            row for row in table(sheets["Evidence"]) if row["Standard"] == "MV.M.G.2" and row["For"] == "Curriculum"
        ]
        assert (row["Counts"], row["Role"], row["Place"]) == ("in part", "a teacher note", "Lesson 2 > Activity, p. 9")
        assert str(row["Why (log-odds)"]).startswith("before looking, few passages teach any one standard: -")


class TestReview:
    HEADERS = (
        *("standard", "statement", "kind", "file", "place", "quote", "machine", "answer", "strength", "stage"),
        *("depth", "challenge", "note", "reviewer", "standard_id", "passage_id"),
    )

    def test_its_titles_are_in_the_language_of_the_view_and_are_read_back_in_every_language(
        self, view: View, tmp_path: Path
    ) -> None:
        for language in LANGUAGES:
            book = to_xlsx(replace(view, language=language))
            titles = read(book)[sheet_name(language)][0]
            assert titles == [title_of(name, language) for name in COLUMNS]
            (tmp_path / "book.xlsx").write_bytes(book)
            assert read_answers(tmp_path / "book.xlsx") == ()
        assert list(read(book)) == SHEETS_IN_SPANISH

    def test_its_titles_in_english_are_the_names_of_its_columns(self, sheets: dict[str, Rows]) -> None:
        assert tuple(sheets["Review"][0]) == self.HEADERS

    def test_every_counted_standard_is_asked_of_each_kind_by_ids(self, sheets: dict[str, Rows], view: View) -> None:
        rows = table(sheets["Review"])
        asked = {(row["standard_id"], row["kind"]) for row in rows}
        assert asked == {(row.id, kind) for row in view.counted for kind in ("unit", "pd")}
        assert all(row["answer"] == row["reviewer"] == row["note"] == "" for row in rows)

    def test_a_passage_is_named_as_a_review_names_it(self, sheets: dict[str, Rows], coverage: Coverage) -> None:
        passages = coverage.alignment.passages
        named = dict(zip(identify(passages), passages, strict=True))
        for row in table(sheets["Review"]):
            if row["quote"]:
                assert named[str(row["passage_id"])].text == row["quote"]
            else:
                assert row["passage_id"] == row["file"] == ""

    def test_the_worst_doubts_come_first_with_more_passages_and_what_has_nothing_to_read_last(
        self, coverage: Coverage
    ) -> None:
        taught = {
            ("MV.M.F.1a", Kind.UNIT): 0.93,
            ("MV.M.F.1b", Kind.UNIT): 0.3,
            ("MV.M.F.2", Kind.UNIT): 0.52,
            ("MV.M.S.3", Kind.UNIT): None,
        }
        part = replace(calibrated(coverage, taught), scopes=(UNITS,))
        rows = table(read(to_xlsx(build_view(part, (), district="maple-valley", run=RUN)))["Review"])
        codes = [row["standard"] for row in rows]
        assert codes[:4] == ["MV.M.F.2", "MV.M.F.2", "MV.M.F.1b", "MV.M.F.1a"]
        assert codes[-1] == "MV.M.S.3"
        assert rows[0]["machine"] == "cannot tell (52 %); in full (81 %)"

    def test_answers_are_chosen_from_those_that_reviews_have(self, book: bytes) -> None:
        (sheet,) = [part for part in parts(book).values() if "yes,partly,no,cannot_tell" in part]
        assert '"full,partial,none"' in sheet
        assert '"objective,task,assessment,note"' in sheet
        assert '"1,2,3,4"' in sheet
        assert "<formula1>Reviewers</formula1>" in sheet
        assert re.findall(r'<col min="(\d+)" max="(\d+)"[^>]*hidden="1"', sheet) == [("15", "16")]

    def test_it_is_found_by_what_reads_answers_back_and_holds_none_yet(self, book: bytes, tmp_path: Path) -> None:
        (tmp_path / "answers.xlsx").write_bytes(book)
        assert tuple(self.HEADERS) == COLUMNS
        assert read_answers(tmp_path / "answers.xlsx") == ()

    def test_names_of_reviewers_are_written_once_and_offered(self, book: bytes, sheets: dict[str, Rows]) -> None:
        (first, last) = re.findall(
            r'name="Reviewers">\'?Method\'?!\$A\$(\d+):\$A\$(\d+)<', parts(book)["xl/workbook.xml"]
        )[0]
        assert sheets["Method"][int(first) - 3][0] == "Reviewers"
        assert int(last) - int(first) == 11


class TestPlan:
    def test_it_lists_the_gaps_with_room_for_who_and_when(self, sheets: dict[str, Rows], view: View) -> None:
        rows = table(sheets["Plan"])
        gaps = [(f.standard, f"{f.code} {f.title}") for f in view.findings if f.gap is not None]
        assert [(row["Standard"], row["Gap"]) for row in rows] == gaps
        assert len(gaps) == 6
        assert all(row["Decision"] == row["Owner"] == row["Due"] == row["Note"] == "" for row in rows)

    def test_what_was_decided_stands_last_and_says_so(self, coverage: Coverage, framework: Framework) -> None:
        later = Decision(Resolution.DEFERRED, "A. Rivera", "New materials")
        found = [replace(f, decision=later if f.code == "U101" else None) for f in district_findings(framework)]
        rows = table(read(to_xlsx(build_view(coverage, found, district="maple-valley", run=RUN)))["Plan"])
        said = "Deferred on purpose by A. Rivera: New materials"
        assert [row["Decision"] for row in rows] == ["", "", "", said, said, said]


class TestMethod:
    @pytest.fixture
    def lines(self, sheets: dict[str, Rows]) -> list[str]:
        return [" | ".join(str(cell) for cell in row if cell != "") for row in sheets["Method"]]

    def test_it_says_how_it_was_made_and_what_the_numbers_mean(self, lines: list[str]) -> None:
        assert lines[0] == "How this was made"
        assert "Standards | Maple Valley Mathematics, standards/math.csv, CC BY 4.0" in lines
        assert "Encoder | minilm@sha256:0f3a" in lines
        assert f"Run | {RUN}" in lines
        assert "A passage counts as full from probability 62 %, as partial from 31 %." in lines
        assert any(line.startswith("At least, at most | The two ends that are meant to hold") for line in lines)

    def test_error_rates_are_those_of_the_judge_that_was_measured(self, coverage: Coverage, lines: list[str]) -> None:
        assert any(line.startswith("Nobody has measured") for line in lines)
        view = build_view(calibrated(coverage, {}), (), district="maple-valley", run=RUN)
        shipped = replace(view, made_with=replace(view.made_with, judge=load_judge("standards").fingerprint))
        said = [str(row[1]) for row in read(to_xlsx(shipped))["Method"]]
        assert any(
            "408 were called taught, 8 of them wrongly; 350 were called not taught, 19 of them" in s for s in said
        )

    def test_error_rates_are_those_of_the_documented_table(self) -> None:
        text = (ROOT / "docs" / "methods.md").read_text(encoding="utf-8")
        form = r"^\| ([^|]*) \((\d+)\) \|[^|]*\|[^|]*\| (\d+) of (\d+) /[^|]*\| (\d+) of (\d+) /[^|]*\|"
        rows = re.findall(form, text, re.MULTILINE)
        assert len(rows) == 14
        card = card_of(load_judge("standards").fingerprint)
        assert card is not None
        for kind in Kind:
            numbers = [list(map(int, row[1:])) for row in rows if ("PD" in row[0]) is (kind is Kind.PD)]
            own = [d for d in card.districts if d.kind is kind]
            called = [(d.standards, d.taught_right, d.taught, d.untaught_right, d.untaught) for d in own]
            assert sorted(map(tuple, numbers)) == sorted(called)


def district_supports(row: StandardRow) -> list[Support]:
    return [support for kind in Kind if (support := row.support(kind)) is not None]


class TestHowItOpens:
    def test_titles_stay_in_sight_and_rows_can_be_filtered(self, book: bytes) -> None:
        for number in (2, 3, 4, 5, 6):
            sheet = parts(book)[f"xl/worksheets/sheet{number}.xml"]
            assert 'ySplit="1"' in sheet
            assert "<autoFilter" in sheet
            assert 'customWidth="1"' in sheet

    def test_a_colour_never_stands_without_its_word(self, sheets: dict[str, Rows], view: View) -> None:
        found = [row["Curriculum"] for row in table(sheets["Coverage"])]
        assert found == [words.strength(row.supports[Scope(Kind.UNIT)].strength) for row in view.rows]

    def test_the_same_view_gives_the_same_bytes_and_holds_no_time_of_its_making(self, view: View, book: bytes) -> None:
        assert to_xlsx(view) == book
        assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", parts(book)["docProps/core.xml"])) == {"1980-01-01T00:00:00Z"}

    def test_a_district_without_standards_or_findings_has_a_workbook(self) -> None:
        assert len(read(to_xlsx(of_strengths({})))["Findings"]) == 1


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "{=A1}", '=HYPERLINK("http://x","y")', "http://x.example", "007"]
)
def test_text_is_never_a_formula_a_link_or_a_number(text: str) -> None:
    book = to_xlsx(hostile_view(text))
    assert text in [cell for rows in read(book).values() for row in rows for cell in row]
    assert not [name for name, part in parts(book).items() if "<f>" in part]
    assert set(targets(book)) == {"curriculum/x.docx", "pd/curriculum/x.docx"}


def targets(book: bytes) -> list[str]:
    """Where the links of all sheets lead."""
    linked = (part for name, part in parts(book).items() if name.endswith(".rels") and "worksheets" in name)
    found = [re.findall(r'hyperlink" Target="([^"]*)" TargetMode="External"', part) for part in linked]
    return [target for some in found for target in some]


class TestLinks:
    def test_files_are_linked_from_where_the_workbook_lies(self, coverage: Coverage, framework: Framework) -> None:
        found = district_findings(framework)
        view = build_view(coverage, found, district="maple-valley", run=RUN, way="../our%20district/")
        linked = set(targets(to_xlsx(view)))
        assert "../our%20district/curriculum/north/unit%203%20%28shares%29.docx" in linked
        assert all(target.startswith("../our%20district/") for target in linked)

    def test_where_no_way_leads_to_the_files_there_are_names_alone(self, coverage: Coverage) -> None:
        book = to_xlsx(build_view(coverage, (), district="maple-valley", run=RUN, way=None))
        assert targets(book) == []
        assert "curriculum/projects.md" in {row["File"] for row in table(read(book)["Evidence"])}

    @pytest.mark.parametrize("path", ["javascript:alert(1).docx", "//host/share.docx", "a#b?c%20d.pdf", "x" * 3000])
    def test_no_name_of_a_file_leads_elsewhere_or_breaks_the_workbook(self, path: str) -> None:
        for target in targets(to_xlsx(hostile_view("x", path))):
            assert ":" not in target
            assert not target.startswith("/")
            assert len(target) < 2000


@settings(max_examples=25)
@given(st.text(st.characters(), min_size=1, max_size=40))
def test_any_text_gives_a_workbook_that_opens(text: str) -> None:
    book = to_xlsx(hostile_view(text))
    for name, part in parts(book).items():
        assert ET.fromstring(part) is not None, name  # our own output
    shown = re.sub("[\ufffe\uffff]", "\ufffd", printable(text))
    cells = {cell for row in read(book)["Coverage"] for cell in row}
    assert shown in cells | {""} or not shown


def test_long_text_is_cut_to_what_a_cell_can_hold() -> None:
    cells = [cell for row in read(to_xlsx(hostile_view("word " * 20000)))["Coverage"] for cell in row]
    assert max(len(str(cell)) for cell in cells) <= 2000


@given(st.lists(st.sampled_from(Strength), min_size=1, max_size=30))
@settings(max_examples=25)
def test_the_numbers_are_the_tallys(strengths: list[Strength]) -> None:
    view = of_strengths({f"C.{n}": str(strength) for n, strength in enumerate(strengths)})
    tally = view.total.tally(Kind.UNIT)
    assert tally is not None
    (row,) = [row for row in read(to_xlsx(view))["Summary"] if row[0] == "District"]
    assert row[1:6] == [tally.total, tally.full, tally.partial, tally.none, tally.unknown]
    assert row[6] == tally.percent
