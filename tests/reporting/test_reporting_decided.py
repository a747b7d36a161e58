"""What people deferred or called wrong is shown apart in every report, and no measured number changes."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reporting_samples import RUN, district_findings, without_script
from rich.console import Console

from curalign.domain.coverage import Coverage
from curalign.domain.decisions import Decision, Resolution
from curalign.domain.findings import Finding
from curalign.domain.standards import Framework
from curalign.reporting import View, build_view, to_csv, to_html, to_json, to_terminal

MATERIALS = Decision(
    Resolution.DEFERRED, "A. Rivera", "Comes with the new materials", "MV.M.F.3", expires=date(2027, 6, 30)
)
SCAN = Decision(Resolution.WRONG, "J. Kim", "It opens here", file="curriculum/river/u2_scan.pdf")
DECIDED = {("U101", "MV.M.F.3"): MATERIALS, ("P201", "MV.M.F.2"): MATERIALS, ("F302", None): SCAN}


def decided(finding: Finding) -> Finding:
    about = finding.standard.code if finding.standard else None
    return replace(finding, decision=DECIDED.get((finding.code, about)))


def viewed(coverage: Coverage, *findings: Finding) -> View:
    return build_view(coverage, findings, district="maple-valley", run=RUN)


@pytest.fixture(scope="module")
def decided_view(framework: Framework, coverage: Coverage) -> View:
    return viewed(coverage, *map(decided, district_findings(framework)))


@pytest.fixture(scope="module")
def text(decided_view: View) -> str:
    return shown(decided_view)


@pytest.fixture(scope="module")
def page(decided_view: View) -> str:
    return to_html(decided_view)


def shown(view: View) -> str:
    page = io.StringIO()
    Console(file=page, width=80, color_system=None).print(to_terminal(view), soft_wrap=True)
    return page.getvalue()


def test_only_what_is_open_counts_as_an_error_or_a_warning(text: str) -> None:
    assert "3 errors" in text
    assert "2 warnings" in text
    assert "U101 MV.M.F.3: No unit teaches this." not in text


def test_the_terminal_shows_whose_word_it_is_and_why(text: str) -> None:
    assert "Deferred on purpose: 2 findings, by A. Rivera until 2027-06-30" in text
    assert "  U101 MV.M.F.3: Comes with the new materials" in text
    assert "Marked as wrong: 1 finding, by J. Kim" in text
    assert "  F302 curriculum/river/u2_scan.pdf: It opens here" in text


def test_beside_the_tally_it_says_how_much_of_it_is_decided(text: str, page: str) -> None:
    for report in (text, page):
        assert "Curriculum: of these 3 not at all, 1 is deferred on purpose." in report
        assert "PD: of these 8 not at all, 1 is deferred on purpose." in report


def test_what_was_measured_stays_as_it_was(decided_view: View, view: View) -> None:
    before, after = json.loads(to_json(view)), json.loads(to_json(decided_view))
    for support in (standard[kind] or {} for standard in after["standards"] for kind in ("unit", "pd")):
        support.pop("decision", None)
    assert {**after, "findings": None, "teams": None} == {**before, "findings": None, "teams": None}


def test_without_decisions_nothing_is_said_of_them(view: View, page_text: str) -> None:
    assert "eferred on purpose" not in shown(view)
    assert 'href="#decided"' not in page_text
    assert all(finding["decision"] is None for finding in json.loads(to_json(view))["findings"])


def test_a_decision_on_another_finding_is_none_on_the_gap(coverage: Coverage, framework: Framework) -> None:
    found = [f for f in district_findings(framework) if f.code == "U104"]
    view = viewed(coverage, *(replace(f, decision=MATERIALS) for f in found))
    assert "of these" not in shown(view)


def test_json_holds_the_decision(decided_view: View) -> None:
    by_key = {(f["code"], f["standard"]): f["decision"] for f in json.loads(to_json(decided_view))["findings"]}
    assert by_key["U101", "MV.M.F.3"] == {
        "verdict": "deferred",
        "owner": "A. Rivera",
        "reason": "Comes with the new materials",
        "expires": "2027-06-30",
    }
    assert by_key["F302", None]["expires"] is None
    assert by_key["U101", "MV.M.G.3"] is None


def test_json_shows_whose_word_a_standard_is(decided_view: View) -> None:
    standards = json.loads(to_json(decided_view))["standards"]
    kinds = [
        (s["code"], kind, s[kind]["decision"])
        for s in standards
        for kind in ("unit", "pd")
        if s[kind] and "decision" in s[kind]
    ]
    assert [(code, kind, one["verdict"]) for code, kind, one in kinds] == [
        ("MV.M.F.2", "pd", "deferred"),
        ("MV.M.F.3", "unit", "deferred"),
    ]


def test_csv_names_the_verdict_beside_the_gap_of_its_kind(decided_view: View) -> None:
    lines = list(csv.DictReader(io.StringIO(to_csv(decided_view), newline="")))
    found = {(line["standard"], line["kind"], line["school"]): line["decision"] for line in lines if line["decision"]}
    assert found == {("MV.M.F.3", "unit", ""): "deferred", ("MV.M.F.2", "pd", ""): "deferred"}


def test_the_page_shows_them_in_a_section_of_their_own_and_at_the_standard(page: str) -> None:
    first = page.split('<section id="first">')[1].split('<section id="untaught">')[0]
    assert 'href="#s-MV-M-F-3"' not in first
    section = page.split('<section id="decided">')[1].split('<section id="unread">')[0]
    assert "Deferred on purpose: 2 findings, by A. Rivera until 2027-06-30" in section
    assert 'href="#s-MV-M-F-3"' in section
    assert "No unit teaches this." in section
    assert "u2_scan.pdf</bdi></a> <bdi>It opens here</bdi> (J. Kim)" in section
    article = page.split('id="s-MV-M-F-3"')[1].split("</article>")[0]
    assert "Deferred on purpose by A. Rivera until 2027-06-30: Comes with the new materials" in article


@given(words=st.text(st.characters(), min_size=1, max_size=40))
def test_no_word_of_a_decision_breaks_a_report(words: str, coverage: Coverage, framework: Framework) -> None:
    untaught = district_findings(framework)[6]
    view = viewed(coverage, replace(untaught, decision=Decision(Resolution.DEFERRED, words, words, words, words)))
    assert not [c for c in shown(view) if ord(c) < 32 and c not in "\r\n"]
    json.loads(to_json(view).encode("utf-8"))


def test_markup_in_a_decision_stays_text(coverage: Coverage, framework: Framework) -> None:
    script = "<script>alert(1)</script>"
    hostile = Decision(Resolution.WRONG, script, script)
    page = to_html(viewed(coverage, *(replace(f, decision=hostile) for f in district_findings(framework))))
    assert not re.search(r"<script", without_script(page))
