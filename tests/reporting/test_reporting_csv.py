"""The CSV that a spreadsheet opens."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reporting_samples import hostile_view

from curalign.domain.coverage import Coverage
from curalign.reporting import View, to_csv
from curalign.reporting.tables.coverage_csv import COLUMNS
from curalign.reporting.view.plain import printable


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_a_line_for_each_standard_kind_and_school(view: View, coverage: Coverage) -> None:
    lines = read(to_csv(view))
    keys = {(line["standard"], line["kind"], line["school"]) for line in lines}
    assert len(keys) == len(lines) == len(coverage.reaches)
    assert keys == {(r.standard.code, str(r.kind), r.school) for r in coverage.reaches}


def test_it_has_the_columns_of_the_coverage_rows_and_more(view: View, coverage: Coverage) -> None:
    assert set(coverage.rows()[0]) <= set(COLUMNS)


def test_a_line_says_what_the_coverage_says(view: View) -> None:
    line = read(to_csv(view))[4]
    assert {key: line[key] for key in ("standard", "kind", "school", "strength")} == {
        "standard": "MV.M.F.1",
        "kind": "unit",
        "school": "",
        "strength": "full",
    }
    assert line["probability"] == "0.9600"
    assert line["file"] == "curriculum/north/unit 3 (shares).docx"
    assert line["place"] == "Lesson 2 > Activity, p. 4"


def test_lines_end_as_rfc_4180_wants(view: View) -> None:
    assert to_csv(view).endswith("\r\n")
    assert to_csv(view).splitlines()[0] == ",".join(COLUMNS)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x","y")'])
def test_no_cell_runs_as_a_formula(text: str) -> None:
    cells = [cell for line in read(to_csv(hostile_view(text))) for cell in line.values()]
    assert f"'{text}" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


@given(st.text(st.characters(), min_size=1, max_size=40))
def test_any_text_survives_the_way_through_a_spreadsheet(text: str) -> None:
    lines = read(to_csv(hostile_view(text)).encode("utf-8").decode("utf-8"))
    shown = printable(text)
    quotes = [line["quote"] for line in lines if line["file"]]
    assert quotes
    assert set(quotes) == {f"'{shown}" if shown.startswith(("=", "+", "-", "@")) else shown}


def test_a_cell_before_that_a_reader_would_cut_is_whole(view: View) -> None:
    long = replace(view.rows[0], statement='a, "b"\nc ' * 1000)
    assert read(to_csv(replace(view, rows=(long,))))[0]["statement"] == long.statement
