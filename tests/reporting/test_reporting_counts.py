"""How many standards are taught, said alike in every report: a number with its interval, and each verdict."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook
from reporting_samples import RUN, SAYS, calibrated, district_coverage, district_findings, maple_framework, words
from rich.console import Console

from curalign.covering import count_taught
from curalign.domain.coverage import Coverage
from curalign.domain.filters import Filter
from curalign.domain.findings import Finding, Severity
from curalign.domain.materials import Kind
from curalign.domain.scopes import UNITS, Scope
from curalign.domain.verdicts import Verdict
from curalign.reporting import FORMATS, View, build_view, to_html, to_terminal

FRAMEWORK = maple_framework()
WHOLE = district_coverage(FRAMEWORK)
CODES = [standard.code for standard in WHOLE.counted]
LIKELY = dict(zip(CODES, [0.97, 0.9, 0.85, 0.5, 0.95, 0.55, 0.02, 0.3, 0.05, None], strict=True))
HELPED = dict.fromkeys(CODES, 0.02) | {"MV.M.G.1": 0.9, "MV.M.G.2": 0.5}

Units = dict[str, float | None]


def coverage_of(units: Units, pd: Units) -> Coverage:
    both = {(code, Kind.UNIT): taught for code, taught in units.items()}
    return calibrated(WHOLE, both | {(code, Kind.PD): taught for code, taught in pd.items()})


def view_of(coverage: Coverage, language: str = "en") -> View:
    return build_view(coverage, district_findings(FRAMEWORK), district="maple-valley", run=RUN, language=language)


@pytest.fixture(scope="module")
def judged() -> Coverage:
    return coverage_of(LIKELY, HELPED)


@pytest.fixture(scope="module")
def page(judged: Coverage) -> Any:
    return json.loads(FORMATS["json"](view_of(judged)))


def terminal(view: View, width: int = 400) -> str:
    shown = io.StringIO()
    Console(file=shown, width=width).print(to_terminal(view))
    return shown.getvalue()


def sheet(view: View, name: str) -> list[list[Any]]:
    return CalamineWorkbook.from_filelike(io.BytesIO(FORMATS["xlsx"](view))).get_sheet_by_name(name).to_python()


def read_text(page: str) -> str:
    """What a reader sees of a piece of a page."""
    return " ".join(re.sub(r"<[^>]+>", "", page).split())


def test_the_json_says_of_each_standard_what_is_said_and_how_sure_that_is(page: Any) -> None:
    by_code = {standard["code"]: standard for standard in page["standards"]}
    assert page["format"] == 2
    assert {code: by_code[code]["unit"]["taught"] for code in CODES} == LIKELY
    said = [by_code[code]["unit"]["verdict"] for code in CODES]
    assert said == [*["taught"] * 3, "cannot_tell", "taught", "cannot_tell", *["not_taught"] * 3, "no_documents"]
    keys = ["verdict", "taught", "alternatives", "strength", "probability", "supporting", "links"]
    assert all(list(standard["unit"]) == keys for standard in page["standards"])
    heading = by_code["MV.M.F"]
    assert heading["unit"]["verdict"] is heading["unit"]["taught"] is None


def test_the_json_counts_what_could_be_judged(page: Any) -> None:
    tally = page["tally"]["unit"]
    assert list(tally["taught"]) == ["expected", "low", "high", "of"]
    assert tally["taught"]["expected"] == round(sum(p for p in LIKELY.values() if p is not None), 1)
    assert tally["taught"]["of"] == 9
    assert tally["taught"]["low"] <= tally["taught"]["expected"] <= tally["taught"]["high"]
    assert (tally["cannot_tell"], tally["no_documents"]) == (2, 1)
    assert tally["full"] + tally["partial"] + tally["none"] + tally["unknown"] == 10
    groups = [group for key in ("by_grade", "by_strand", "by_school") for group in page[key]]
    assert all(group["unit"]["taught"]["of"] <= 9 for group in groups)


def test_a_finding_has_its_own_probability_of_being_right(judged: Coverage) -> None:
    standard = FRAMEWORK[CODES[0]]
    found = [
        Finding("U101", Severity.ERROR, standard=standard, sentence="Z", probability=0.93456),
        Finding("F301", Severity.ERROR, sentence="Z"),
    ]
    plain = [replace(finding, sentence=SAYS, facts=words("said")) for finding in found]
    page = json.loads(FORMATS["json"](build_view(judged, plain, district="maple-valley", run=RUN)))
    assert {f["code"]: f["probability"] for f in page["findings"]} == {"U101": 0.9346, "F301": None}


def test_the_terminal_says_it_in_one_headline(judged: Coverage) -> None:
    text = terminal(view_of(judged))
    headline = (
        "maple-valley: Of 9 standards, 5 are taught (between 3 and 7). One by one: 4 taught, 3 not taught, 2 we cannot"
        " tell; for 1 more there is no document to judge by."
    )
    assert headline in text
    assert "Professional development supports 2 of 10 standards (between 0 and 3). One by one: 1 supported," in text
    assert re.search(r"Curriculum +4 +2 +3 +1 +5 of 9 \(3-7\)", text)
    assert "%" not in text.split("How sure")[0].split("maple-valley: Of")[1]
    assert "called taught from probability 60 %, not taught up to 40 %" in text


def test_in_spanish_too(judged: Coverage) -> None:
    headline = (
        "De 9 estándares, 5 se enseñan (entre 3 y 7). Uno por uno: 4 enseñados, 3 no enseñados, 2 sin poder decirlo;"
        " para 1 más no hay documento con que juzgar."
    )
    view = view_of(judged, "es")
    assert f"maple-valley: {headline}" in terminal(view)
    assert "5 de 9 (3-7)" in terminal(view)
    found = re.search(r'<p class="headline">(.*?)</p>', to_html(view), re.DOTALL)
    assert found is not None
    assert read_text(found[1]) == headline
    assert headline in [row[0] for row in sheet(view, "Resumen")]


def test_one_standard_is_said_in_the_singular() -> None:
    view = view_of(coverage_of(dict.fromkeys(CODES, 0.0) | {CODES[0]: 1.0}, HELPED))
    assert "Of 10 standards, 1 is taught (between 1 and 1). One by one: 1 taught, 9 not taught, 0 we" in terminal(view)


def test_where_nothing_can_be_judged_no_number_is_said() -> None:
    view = view_of(coverage_of(dict.fromkeys(CODES, None), HELPED))
    headline = "Of 10 standards, none can be judged: there is no document to judge by."
    assert headline in terminal(view)
    assert headline in read_text(to_html(view))


def test_a_usual_terminal_holds_the_tables(judged: Coverage) -> None:
    tables = terminal(view_of(judged), 80).split("One by one")[-1].split("Not judged")[0]
    assert max(map(len, tables.splitlines())) <= 80
    assert "…" not in re.sub(r"^.{28}", "", tables, flags=re.MULTILINE)


def test_numbers_of_the_page_lead_to_their_standards(judged: Coverage) -> None:
    page = to_html(view_of(judged))
    for verdict, number in (("taught", 4), ("not_taught", 3), ("cannot_tell", 2), ("no_documents", 1)):
        assert f'<a href="#l-judged-unit-{verdict}">{number}</a>' in page
        assert page.count(f'id="l-judged-unit-{verdict}"') == 1
    assert "percent in full" not in page
    assert "5 of 9 (3-7)" in page
    assert "Taught, probability 97 % that it is taught." in page


def test_a_report_of_a_school_has_a_headline_with_its_own_interval(judged: Coverage) -> None:
    text = terminal(view_of(judged.narrowed(Filter(schools=("North",)))))
    assert re.search(r"School North: of 9 standards, 5 are taught \(between 3 and 7\)\. One by one: 4 taught", text)


def test_without_a_calibration_the_reports_speak_of_strengths(view: View) -> None:
    text = terminal(view)
    assert "Of 10 standards, 4 are taught in full, 2 in part" in text
    assert "40.0 %" in text
    assert "One by one" not in text + to_html(view)
    assert not any("verdict" in str(cell) for cell in sheet(view, "Coverage")[0])


probabilities = st.one_of(st.none(), st.floats(0, 1))
districts = st.lists(probabilities, min_size=len(CODES), max_size=len(CODES))


@settings(max_examples=25, deadline=None)
@given(districts, districts)
def test_every_report_counts_alike(units: list[float | None], pd: list[float | None]) -> None:
    coverage = coverage_of(dict(zip(CODES, units, strict=True)), dict(zip(CODES, pd, strict=True)))
    view = view_of(coverage)
    text, page = terminal(view), json.loads(FORMATS["json"](view))
    rows = list(csv.DictReader(io.StringIO(FORMATS["csv"](view))))
    summary = sheet(view, "Summary")
    titles = next(at for at, row in enumerate(summary) if "standards" in row)
    numbers = dict(zip(summary[titles], summary[titles + 1], strict=True))
    cells = [dict(zip(sheet(view, "Coverage")[0], row, strict=True)) for row in sheet(view, "Coverage")[1:]]
    for kind, name, yes in ((Kind.UNIT, "Curriculum", "taught"), (Kind.PD, "PD", "supported")):
        found = count_taught(coverage, Scope(kind))
        assert found is not None
        count, tally = found.count, page["tally"][str(kind)]
        # The interval and the number.
        assert tally["taught"] == {
            "expected": round(found.expected, 1),
            "low": count.low,
            "high": count.high,
            "of": count.of,
        }
        shown = [numbers[f"{name}: {what}"] for what in (yes, "at least", "at most", "of")]
        assert shown == [count.expected, count.low, count.high, count.of]
        assert f"{count.expected} of {count.of} ({count.low}-{count.high})" in text or not count.of
        # The verdicts, one by one.
        said = Counter(row["verdict"] for row in rows if row["kind"] == kind and not row["school"])
        verdicts = [said[v] for v in Verdict]
        assert verdicts == [found.taught, found.not_taught, found.cannot_tell, found.no_documents]
        assert [tally["cannot_tell"], tally["no_documents"]] == verdicts[2:]
        assert [numbers[f"{name}: cannot tell"], numbers[f"{name}: no document"]] == verdicts[2:]
        in_cells = Counter(row[f"{name}: verdict"] for row in cells)
        assert [in_cells[w] for w in (yes, f"not {yes}", "cannot tell", "no document to judge by")] == verdicts
        flat = Counter(r["verdict"] for r in coverage.rows() if r["kind"] == kind and not r["school"] and r["counted"])
        assert [flat[str(v)] for v in Verdict] == verdicts
        assert sum(verdicts) == len(CODES)
        assert count.of == len(CODES) - found.no_documents


def test_the_interval_widens_with_the_spread_between_districts(judged: Coverage) -> None:
    def of(spread: float) -> tuple[int, int]:
        curves = tuple((kind, replace(c, spread=spread)) for kind, c in judged.alignment.calibrations)
        found = count_taught(replace(judged, alignment=replace(judged.alignment, calibrations=curves)), UNITS)
        assert found is not None
        return found.count.low, found.count.high

    (low, high), (lower, higher) = of(0.0), of(3.0)
    assert lower <= low <= high <= higher
    assert higher - lower > high - low


def test_what_is_counted_can_be_chosen(judged: Coverage) -> None:
    chosen = [FRAMEWORK[code] for code in CODES[:3]]
    found = count_taught(judged, UNITS, chosen)
    assert found is not None
    assert (found.count.of, found.taught) == (3, 3)
    assert found.expected == pytest.approx(0.97 + 0.9 + 0.85)
    assert count_taught(WHOLE, UNITS) is None
