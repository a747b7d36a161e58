"""The tables that other programs read, with JSON's own numbers: JSON lines, Parquet, Markdown, SARIF, JUnit's XML."""

from __future__ import annotations

import io
import json
import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook
from reporting_samples import RUN, calibrated, district_findings, hostile_view, of_strengths

from curalign.domain.coverage import Coverage
from curalign.domain.decisions import Decision, Resolution
from curalign.domain.filters import Filter
from curalign.domain.findings import Severity
from curalign.domain.materials import Kind
from curalign.domain.standards import Framework
from curalign.reporting import FORMATS, View, build_view
from curalign.reporting.view import words

TAUGHT = {
    ("MV.M.F.1a", Kind.UNIT): 0.97,
    ("MV.M.F.1b", Kind.UNIT): 0.91,
    ("MV.M.F.2", Kind.UNIT): 0.52,
    ("MV.M.G.1", Kind.UNIT): 0.95,
    ("MV.M.G.2", Kind.UNIT): 0.44,
    ("MV.M.S.3", Kind.UNIT): None,
    ("MV.M.G.1", Kind.PD): 0.9,
}
LATER = Decision(Resolution.DEFERRED, "A. Rivera", "New materials", expires=date(2027, 6, 30))
HOSTILE = [
    "<script>alert(1)</script>",
    "[x](javascript:alert(1)) ![y](http://x.example/z.png)",
    "| a | b |\n|---|---|",
    "@admin please close #12, see http://x.example and www.x.example",
    "]]></failure><failure>&amp;",
    "`code` **bold** _it_ ~~gone~~",
]


PAGES = ("html", "zip")
"""What tests of the page look at."""


@pytest.fixture(scope="module")
def judged(coverage: Coverage, framework: Framework) -> View:
    """The district by a calibrated judge, with one gap deferred."""
    found = [
        replace(f, decision=LATER) if f.standard is not None and f.standard.code == "MV.M.F.3" else f
        for f in district_findings(framework)
    ]
    return build_view(calibrated(coverage, TAUGHT), found, district="maple-valley", run=RUN)


def table_of(parquet: bytes | str) -> Any:
    assert isinstance(parquet, bytes)
    return pq.read_table(io.BytesIO(parquet))


def tree_of(text: bytes | str) -> ET.Element:
    return ET.fromstring(text)  # our own output


# --- The same numbers -------------------------------------------------------------------------------------------------


def counts_in(form: str, report: bytes | str) -> list[int | float | None]:
    """The headline of the curriculum as a format has it: expected, low, high, of, then verdicts that cannot be told."""
    names = ("low", "high", "of")
    if form == "parquet":
        tally = json.loads(table_of(report).schema.metadata[b"curalign"])["tally"]["unit"]
        return [round(tally["taught"]["expected"]), *(tally["taught"][name] for name in names), tally["cannot_tell"]]
    if form == "sarif":
        tally = json.loads(report)["runs"][0]["properties"]["tally"]["unit"]
        return [round(tally["taught"]["expected"]), *(tally["taught"][name] for name in names), tally["cannot_tell"]]
    if form == "xml":
        told = {
            p.get("name"): float(str(p.get("value")))
            for p in tree_of(report).iter("property")
            if "." in p.get("name", "")
        }
        taught = (told[f"tally.unit.taught.{name}"] for name in names)
        return [round(told["tally.unit.taught.expected"]), *taught, told["tally.unit.cannot_tell"]]
    if form == "xlsx":
        assert isinstance(report, bytes)
        rows = CalamineWorkbook.from_filelike(io.BytesIO(report)).get_sheet_by_index(0).to_python()
        (titles,) = [row for row in rows if row[1] == "standards"][:1]
        (line,) = [row for row in rows if row[0] == "District"]
        named = dict(zip(map(str, titles), line, strict=True))
        wanted = ("taught", "at least", "at most", "of", "cannot tell")
        return [int(str(named[f"Curriculum: {name}"]).partition(".")[0]) for name in wanted]
    assert isinstance(report, str)
    said = re.search(r"Of \d+ standards?, (\d+) (?:is|are) taught \(between (\d+) and (\d+)\)", report)
    of = re.search(r"District \| \d+ \| \d+ of (\d+)", report)
    cannot = re.search(r"not taught, (\d+) we cannot tell", report)
    assert said is not None
    assert of is not None
    assert cannot is not None
    return [*map(int, said.groups()), int(of[1]), int(cannot[1])]


@pytest.mark.parametrize("form", ["parquet", "sarif", "xml", "xlsx", "md"])
def test_the_headline_counts_are_those_of_json(form: str, judged: View) -> None:
    tally = json.loads(FORMATS["json"](judged))["tally"]["unit"]
    taught = tally["taught"]
    assert tally["cannot_tell"] == 2
    assert counts_in(form, FORMATS[form](judged)) == [
        *(round(taught["expected"]), taught["low"], taught["high"], taught["of"], tally["cannot_tell"])
    ]


def test_a_line_of_json_is_what_json_has_of_the_standard(judged: View) -> None:
    page = json.loads(FORMATS["json"](judged))
    lines = [json.loads(line) for line in str(FORMATS["jsonl"](judged)).splitlines()]
    of = {key: page[key] for key in ("format", "run", "district", "scope")}
    assert lines == [{**of, **standard} for standard in page["standards"]]


def test_rows_of_csv_parquet_and_lines_count_the_same_strengths_and_verdicts(judged: View) -> None:
    lines = [json.loads(line) for line in str(FORMATS["jsonl"](judged)).splitlines()]
    rows = [r for r in table_of(FORMATS["parquet"](judged)).to_pylist() if r["counted"] and not r["school"]]
    for kind in ("unit", "pd"):
        told = Counter((line[kind]["strength"], line[kind]["verdict"]) for line in lines if line["counted"])
        assert Counter((row["strength"], row["verdict"]) for row in rows if row["kind"] == kind) == told
        tally = json.loads(FORMATS["json"](judged))["tally"][kind]
        assert sum(n for (strength, _), n in told.items() if strength == "full") == tally["full"]
        assert sum(n for (_, verdict), n in told.items() if verdict == "cannot_tell") == tally["cannot_tell"]


def test_parquet_has_numbers_lists_and_missing_values_as_such(judged: View) -> None:
    rows = table_of(FORMATS["parquet"](judged)).to_pylist()
    (row,) = [r for r in rows if r["standard"] == "MV.M.G.1" and r["kind"] == "unit" and not r["school"]]
    assert (row["grades"], row["counted"], row["probability"], row["taught"], row["links"]) == (
        ["3"],
        True,
        0.93,
        0.95,
        1,
    )
    (unknown,) = [r for r in rows if r["standard"] == "MV.M.S.3" and r["kind"] == "unit" and not r["school"]]
    assert (unknown["probability"], unknown["file"]) == (None, None)


@pytest.mark.parametrize(
    "form", [form for form in FORMATS if form not in ("html", "zip")]
)  # tests of the page say so of it
def test_every_format_says_what_it_was_narrowed_to(form: str, coverage: Coverage) -> None:
    view = build_view(coverage.narrowed(Filter(("4",))), (), district="maple-valley", run=RUN)
    report = FORMATS[form](view)
    if form == "xlsx":
        rows = CalamineWorkbook.from_filelike(io.BytesIO(bytes(report))).get_sheet_by_index(0).to_python()  # type: ignore[arg-type]
        assert rows[0][0] == "maple-valley: only grade 4"
        return
    text = str(table_of(report).to_pylist()) if isinstance(report, bytes) else report
    assert re.search(r"grade: 4|only grade 4|\"grades\": \[\s*\"4\"", text)


@pytest.mark.parametrize("form", [form for form in FORMATS if form not in PAGES])
def test_every_format_is_made_of_any_district_in_any_language_and_twice_the_same(
    form: str, judged: View, view_without_pd: View
) -> None:
    for view in (judged, view_without_pd, of_strengths({}), replace(judged, language="es")):
        assert FORMATS[form](view) == FORMATS[form](view)


# --- SARIF ------------------------------------------------------------------------------------------------------------


class TestSarif:
    @pytest.fixture
    def run(self, judged: View) -> Any:
        log = json.loads(FORMATS["sarif"](judged))
        assert log["version"] == "2.1.0"
        assert log["$schema"].endswith("/sarif-schema-2.1.0.json")
        (run,) = log["runs"]
        return run

    def test_a_result_for_each_finding_with_its_level(self, run: Any, judged: View) -> None:
        told = [(result["ruleId"], result["level"], result["message"]["text"]) for result in run["results"]]
        assert told == [(f.code, str(f.severity), f.message) for f in judged.findings]

    def test_every_rule_has_a_title_and_help_and_is_found_by_its_index(self, run: Any) -> None:
        rules = run["tool"]["driver"]["rules"]
        assert run["tool"]["driver"]["name"] == "curalign"
        assert all(rule["shortDescription"]["text"] and rule["help"]["text"] for rule in rules)
        assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
        assert {rule["defaultConfiguration"]["level"] for rule in rules} <= {"error", "warning", "note"}

    def test_a_location_names_file_and_place(self, run: Any) -> None:
        (thin,) = [result for result in run["results"] if result["ruleId"] == "U102"]
        (location,) = thin["locations"]
        assert location["physicalLocation"]["artifactLocation"] == {
            "uri": "curriculum/projects.md",
            "uriBaseId": "DISTRICT",
        }
        assert location["message"]["text"] == "Garden project"
        assert location["logicalLocations"] == [{"name": "MV.M.S.1", "kind": "standard"}]
        assert "DISTRICT" in run["originalUriBaseIds"]

    def test_a_gap_without_a_passage_stands_at_its_standard(self, run: Any) -> None:
        (gap,) = [r for r in run["results"] if r["ruleId"] == "U101" and r["properties"]["standard"] == "MV.M.G.3"]
        (location,) = gap["locations"]
        assert location["physicalLocation"]["artifactLocation"]["uri"] == "standards/math.csv"

    def test_a_line_of_a_text_is_a_region(self, judged: View) -> None:
        first = replace(judged.findings[0], file="curriculum/a b.md", noted="Lesson 1, line 12")
        (result,) = json.loads(FORMATS["sarif"](replace(judged, findings=(first,))))["runs"][0]["results"]
        physical = result["locations"][0]["physicalLocation"]
        assert physical["artifactLocation"]["uri"] == "curriculum/a%20b.md"
        assert physical["region"] == {"startLine": 12}

    def test_what_was_decided_is_suppressed_with_its_reason(self, run: Any) -> None:
        decided = [result for result in run["results"] if result["suppressions"]]
        assert [result["properties"]["standard"] for result in decided] == ["MV.M.F.3"]
        (suppression,) = decided[0]["suppressions"]
        assert suppression["kind"] == "external"
        assert suppression["justification"] == "Deferred on purpose by A. Rivera until 2027-06-30: New materials"

    def test_fingerprints_are_all_different_and_outlive_wording_and_a_renamed_file(self, judged: View) -> None:
        again = tuple(
            replace(f, message="otherwise said", file=f.file and f"new/{f.file}") if f.standard_id else f
            for f in judged.findings
        )
        one, two = (prints(replace(judged, findings=found)) for found in (judged.findings, again))
        assert one == two
        assert len(set(one)) == len(one)
        assert set(prints(replace(judged, findings=judged.findings[3:]))) < set(one)


def prints(view: View) -> list[str]:
    results = json.loads(FORMATS["sarif"](view))["runs"][0]["results"]
    return [value for result in results for value in result["partialFingerprints"].values()]


# --- JUnit ------------------------------------------------------------------------------------------------------------


class TestJUnit:
    @pytest.fixture
    def tree(self, judged: View) -> ET.Element:
        return tree_of(FORMATS["xml"](judged))

    def test_a_case_for_each_counted_standard_and_kind_and_for_each_other_finding(
        self, tree: ET.Element, judged: View
    ) -> None:
        suites = {suite.get("name"): suite.findall("testcase") for suite in tree}
        assert list(suites) == ["Curriculum", "PD", "Other findings"]
        for name in ("Curriculum", "PD"):
            assert [str(case.get("name")).split()[0] for case in suites[name]] == [row.code for row in judged.counted]
        assert suites["Curriculum"][0].get("classname") == "Maple Valley Mathematics.3"
        assert len(suites["Other findings"]) == sum(finding.standard is None for finding in judged.findings)

    def test_an_error_fails_and_what_nobody_can_tell_or_somebody_deferred_is_skipped(
        self, tree: ET.Element, judged: View
    ) -> None:
        errors = [f for f in judged.undecided if f.severity is Severity.ERROR]
        failed = [case for case in tree.iter("testcase") if case.find("failure") is not None]
        assert len(failed) == len(errors)
        (suite, *_) = tree
        skipped = {
            str(case.get("name")).split()[0]: str(element.get("message"))
            for case in suite
            if (element := case.find("skipped")) is not None
        }
        assert set(skipped) == {"MV.M.F.2", "MV.M.G.2", "MV.M.S.3", "MV.M.F.3"}
        assert skipped["MV.M.F.2"] == "cannot tell"
        assert skipped["MV.M.S.3"] == "no document to judge by"
        assert skipped["MV.M.F.3"].startswith("Deferred on purpose by A. Rivera")

    def test_the_totals_are_those_of_the_cases(self, tree: ET.Element) -> None:
        for element in (tree, *tree):
            cases = list(element.iter("testcase"))
            assert element.get("tests") == str(len(cases))
            assert element.get("failures") == str(sum(case.find("failure") is not None for case in cases))
            assert element.get("skipped") == str(sum(case.find("skipped") is not None for case in cases))
            assert element.get("errors") == "0"

    def test_every_finding_is_told_somewhere(self, tree: ET.Element, judged: View) -> None:
        told = "\n".join("".join(element.itertext()) + str(element.get("message")) for element in tree.iter())
        assert [f.message for f in judged.undecided if f.message not in told] == []


# --- Markdown ---------------------------------------------------------------------------------------------------------


class TestMarkdown:
    def test_it_has_the_headline_the_counts_and_the_findings_with_links(self, judged: View) -> None:
        text = str(FORMATS["md"](judged))
        assert text.startswith("## maple-valley\n")
        assert words.headline(judged) in text
        assert f"| District | 10 | {words.share(judged.total, Kind.UNIT)} |" in text
        assert "[curriculum/projects.md](<curriculum/projects.md>), Garden project |" in text
        assert text.count("| error |") == sum(f.severity is Severity.ERROR for f in judged.undecided)
        assert "1 more finding was deferred on purpose or marked as wrong." in text

    def test_it_says_how_many_findings_it_leaves_out(self, judged: View) -> None:
        many = replace(judged, findings=judged.undecided * 30)
        text = str(FORMATS["md"](many))
        assert f"{len(many.findings) - 100} more findings are not listed here" in text
        assert len(text) < 65_536

    @pytest.mark.parametrize("text", HOSTILE)
    def test_nothing_from_a_document_is_markup(self, text: str) -> None:
        from markdown_it import MarkdownIt

        text = str(FORMATS["md"](hostile_view(text)))
        tokens = list(flat(MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)))
        assert {t.type for t in tokens} & {
            "html_inline",
            "html_block",
            "image",
            "code_inline",
            "em_open",
            "s_open",
        } == set()
        assert {str(t.attrs["href"]) for t in tokens if t.type == "link_open"} <= {"curriculum/x.docx"}
        assert re.search(r"[@#](?=\w)|\w://|www\.", text) is None


def flat(tokens: Any) -> Iterator[Any]:
    for token in tokens:
        yield token
        yield from flat(token.children or ())


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    view = hostile_view(text)
    assert {result["message"]["text"] for result in json.loads(FORMATS["sarif"](view))["runs"][0]["results"]} == {
        finding.message for finding in view.findings
    }
    assert {element.tag for element in tree_of(FORMATS["xml"](view)).iter()} <= {
        *("testsuites", "testsuite", "properties", "property", "testcase", "failure", "skipped", "system-out")
    }
    assert table_of(FORMATS["parquet"](view)).to_pylist()[0]["statement"] == view.rows[0].statement


@settings(max_examples=25)
@given(st.text(st.characters(), min_size=1, max_size=40))
def test_any_text_gives_a_table_that_opens(text: str) -> None:
    view = hostile_view(text)
    tree_of(FORMATS["xml"](view))
    for form in ("sarif", "md", "jsonl"):
        assert str(FORMATS[form](view)).encode("utf-8")
    assert table_of(FORMATS["parquet"](view)).num_rows
