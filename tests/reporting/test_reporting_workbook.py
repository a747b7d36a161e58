"""The workbook that a director opens in a spreadsheet, read back."""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook
from reporting_samples import RUN, district_findings, hostile_view, of_strengths

from curalign.domain.coverage import Coverage
from curalign.domain.decisions import Decision, Resolution
from curalign.domain.links import MadeWith, Strength
from curalign.domain.materials import Kind
from curalign.domain.scopes import Scope
from curalign.domain.standards import Framework
from curalign.reporting import View, build_view, to_xlsx
from curalign.reporting.view import words
from curalign.reporting.view.plain import printable

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


def test_it_has_three_sheets_in_the_order_in_which_they_are_read(sheets: dict[str, Rows]) -> None:
    assert list(sheets) == ["Summary", "Coverage", "Findings"]


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

    def test_it_says_how_sure_it_is_what_was_not_judged_and_how_it_was_made(self, lines: list[str]) -> None:
        order = [lines.index(title) for title in ("How sure", "Not judged", "How this was made")]
        assert order == sorted(order)
        assert lines[order[0] + 1] == "A passage counts as full from probability 62 %, as partial from 31 %."
        assert any("curriculum/locked.docx" in line for line in lines[order[1] : order[2]])
        assert "Encoder | minilm@sha256:0f3a" in lines[order[2] :]

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


class TestHowItOpens:
    def test_titles_stay_in_sight_and_rows_can_be_filtered(self, book: bytes) -> None:
        for number in (2, 3):
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
    assert not [name for name, part in parts(book).items() if "<f>" in part or "<hyperlink" in part]


@settings(max_examples=50)
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
