"""The evidence pack that a committee reads and signs."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from dataclasses import replace

import pytest
from python_calamine import CalamineWorkbook
from reporting_samples import RUN, calibrated, district_findings, hostile_view, of_strengths

from curalign.domain.coverage import Coverage
from curalign.domain.decisions import Decision, Resolution
from curalign.domain.materials import Kind
from curalign.domain.standards import Framework
from curalign.reporting import PACKS, View, build_view
from curalign.reporting.tables.evidence_pack import cite
from curalign.reporting.view import Citation

LATER = Decision(Resolution.DEFERRED, "A. Rivera", "New materials")


def rows_of(book: bytes | str, sheet: int = 0) -> list[Mapping[str, object]]:
    assert isinstance(book, bytes)
    rows = CalamineWorkbook.from_filelike(io.BytesIO(book)).get_sheet_by_index(sheet).to_python()
    return [dict(zip(map(str, rows[0]), row, strict=True)) for row in rows[1:]]


@pytest.fixture(scope="module")
def decided(coverage: Coverage, framework: Framework) -> View:
    judged = calibrated(coverage, {("MV.M.G.1", Kind.UNIT): 0.97, ("MV.M.F.2", Kind.UNIT): 0.5})
    later = [replace(f, decision=LATER if f.code == "U101" else None) for f in district_findings(framework)]
    return build_view(judged, later, district="maple-valley", run=RUN)


def test_a_passage_is_cited_as_a_committee_finds_it(decided: View) -> None:
    (row,) = [row for row in decided.rows if row.code == "MV.M.G.1"]
    support = row.support(Kind.UNIT)
    assert support is not None
    assert cite(support.links[0]) == "u1_numbers, Lesson 2, Activity (p. 4)"


def test_a_heading_that_repeats_the_title_is_said_once(decided: View) -> None:
    link = first_link(decided)
    repeated = replace(link, title="Unit 4", headings=("UNIT 4", "Lesson 1", "Activity 3"), spot="p. 12")
    assert cite(repeated) == "Unit 4, Lesson 1, Activity 3 (p. 12)"
    assert cite(replace(repeated, title="", headings=(), spot="")) == repeated.file


def first_link(view: View) -> Citation:
    return next(s.links[0] for row in view.rows for s in row.supports.values() if s.links)


def test_every_counted_standard_is_there_with_its_passages_and_the_verdict(decided: View) -> None:
    rows = rows_of(PACKS["xlsx"](decided))
    assert list(dict.fromkeys(row["Standard"] for row in rows)) == [row.code for row in decided.counted]
    (taught,) = [row for row in rows if row["Standard"] == "MV.M.G.1" and row["For"] == "Curriculum"]
    assert taught["Citation"] == "u1_numbers, Lesson 2, Activity (p. 4)"
    assert str(taught["Quote"]).startswith("Start at 37.")
    assert (taught["The tool says"], taught["Counts"], taught["Accepted"]) == ("taught", "in full", "")
    assert taught["Recorded"] == "Not yet accepted by anybody."
    text = str(PACKS["md"](decided))
    assert re.findall(r"^## (MV\S+)", text, re.MULTILINE) == [row.code for row in decided.counted]
    assert "**Curriculum: taught (97 %). Not yet accepted by anybody.**" in text
    assert "[u1\\_numbers, Lesson 2, Activity (p. 4)](<curriculum/river/u1_numbers.pdf#page=4>): Start at 37." in text


def test_what_was_decided_stands_with_the_standard_and_in_the_log(decided: View) -> None:
    text = str(PACKS["md"](decided))
    assert "The gap is accepted on purpose by A. Rivera." in text
    log = text.split("## Log")[1]
    assert log.count("Deferred on purpose by A. Rivera: New materials") == 3
    logged = rows_of(PACKS["xlsx"](decided), 1)
    assert [row["Decision"] for row in logged] == ["Deferred on purpose by A. Rivera: New materials"] * 3


def test_a_gap_called_wrong_is_accepted_as_reached(coverage: Coverage, framework: Framework) -> None:
    found = Decision(Resolution.WRONG, "B. Chu", "It is in the binder")
    findings = [replace(f, decision=found) if f.code == "U102" else f for f in district_findings(framework)]
    view = build_view(coverage, findings, district="maple-valley", run=RUN)
    assert "Accepted as reached by B. Chu." in str(PACKS["md"](view))


def test_nothing_decided_is_said(view_without_pd: View) -> None:
    assert "## Log\n\nNo decision is recorded.\n" in str(PACKS["md"](view_without_pd))


@pytest.mark.parametrize("form", PACKS)
def test_a_pack_is_made_of_any_district_in_any_language_and_twice_the_same(form: str, decided: View) -> None:
    for view in (decided, of_strengths({}), of_strengths({"A": "unknown"}), replace(decided, language="es")):
        assert PACKS[form](view) == PACKS[form](view)
    assert "evidencia por estándar" in str(PACKS["md"](replace(decided, language="es")))


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "=1+1", "[x](javascript:alert(1))", "@admin #1 http://x"]
)
def test_hostile_text_stays_text(text: str) -> None:
    from markdown_it import MarkdownIt

    view = hostile_view(text)
    markdown = str(PACKS["md"](view))
    html = MarkdownIt("commonmark").enable(["table"]).render(markdown)
    assert "<script" not in html
    assert set(re.findall(r'href="([^"]*)"', html)) == {"curriculum/x.docx", "pd/curriculum/x.docx"}
    assert re.search(r"[@#](?=\w)|\w://", re.sub(r"\(<.*?>\)", "", markdown)) is None
    assert text in {cell for row in rows_of(PACKS["xlsx"](view)) for cell in row.values()}
