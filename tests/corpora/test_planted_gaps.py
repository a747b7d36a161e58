"""The gaps that were planted in the sample district are found. The labels say what is true; the rest is accuracy.

The numbers are what the shipped encoder and judge reach; a better model raises them, and none may fall.
"""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sample_districts import MAPLE_VALLEY

import curalign as ca
from curalign.domain.links import Strength
from curalign.domain.materials import Kind
from curalign.domain.scopes import UNITS
from curalign.pipeline import Checked
from curalign.reporting import build_view, to_html

if TYPE_CHECKING:
    from playwright.sync_api import Browser

TRUTH = json.loads((MAPLE_VALLEY / "truth.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def checked(maple_valley_once: Path) -> Checked:
    return ca.check(maple_valley_once)


def test_the_district_is_as_large_as_it_says(checked: Checked) -> None:
    materials = checked.run.alignment.materials
    assert len(checked.coverage.counted) >= 80
    assert sum(m.kind is Kind.UNIT for m in materials) >= 24
    assert sum(m.kind is Kind.PD for m in materials) >= 12
    assert set(checked.coverage.schools) == {"north", "river"}
    assert {grade for m in materials for grade in m.grades} == {"3", "4", "5"}


def test_every_untaught_standard_is_found_or_to_check(found: dict[str, set[str]]) -> None:
    untaught = {*TRUTH["untaught"], *TRUTH["off_grade_only"]}
    assert untaught <= found["U101"] | found["U106"]
    assert len(untaught & found["U101"]) >= 6


def test_no_taught_standard_is_called_untaught_and_few_are_to_check(found: dict[str, set[str]]) -> None:
    taught = set(TRUTH["taught"])
    assert found["U101"] & taught == set()
    assert len(found["U106"] & taught) <= 2


def test_what_is_only_mentioned_is_found_or_to_check(found: dict[str, set[str]]) -> None:
    assert set(TRUTH["thin"]) <= found["U101"] | found["U102"] | found["U106"]


def test_what_is_touched_lightly_is_not_called_full(checked: Checked) -> None:
    by_code = checked.run.alignment.framework.by_code
    reaches = (checked.coverage.reach(by_code[code], UNITS) for code in TRUTH["thin"])
    assert sum(reach is not None and reach.strength is not Strength.FULL for reach in reaches) >= 2


def test_a_claim_that_no_unit_supports_is_found_or_to_check(found: dict[str, set[str]]) -> None:
    """What another unit teaches is claimed by the district with right, wherever the code stands."""
    taught = {*TRUTH["taught"], *TRUTH["thin"]}
    planted = {code for _, code in TRUTH["claimed_without_support"]} - taught
    assert planted <= found["U103"] | found["U106"]
    assert len(planted & found["U103"]) >= 2
    assert found["U103"] & taught == set()


def test_teaching_without_a_claim_is_found(found: dict[str, set[str]]) -> None:
    assert len(set(TRUTH["taught_unclaimed"]) & found["U104"]) >= 3


def test_teaching_at_another_grade_is_found(found: dict[str, set[str]]) -> None:
    assert set(TRUTH["off_grade_only"]) & found["U105"]
    assert len(found["U105"] - set(TRUTH["off_grade_only"]) - set(TRUTH["untaught"])) <= 1


def test_teaching_without_pd_is_found(found: dict[str, set[str]]) -> None:
    without = set(TRUTH["taught_without_pd"])
    assert len(without & found["P201"]) >= 44
    assert len(found["P201"] - without) <= len(found["P201"]) / 10  # what the finding promises
    assert len(found["P203"]) <= 12


def test_pd_that_supports_nothing_is_found_and_no_other(found: dict[str, set[str]]) -> None:
    assert found["P202"] == set(TRUTH["pd_supporting_nothing"])


def test_the_scan_is_found_and_nothing_else_is_broken(found: dict[str, set[str]]) -> None:
    assert len(found["F302"]) == 1
    assert found["F301"] == set()


def test_every_label_names_a_file_and_a_heading_that_are_read(checked: Checked) -> None:
    headings = {(p.material.path, h) for p in checked.run.alignment.passages for h in p.headings}
    with (MAPLE_VALLEY / "labels.csv").open(encoding="utf-8", newline="") as file:
        missing = [row for row in csv.DictReader(file) if (row["file"], row["lesson"]) not in headings]
    assert missing == []


def test_the_same_standards_come_as_case_and_as_csv() -> None:
    case = ca.read_framework(sorted((MAPLE_VALLEY / "standards").glob("*.json")))
    table = ca.read_framework(sorted((MAPLE_VALLEY.parent / "maple-valley-csv" / "standards").glob("*.csv")))
    assert {(s.code, s.statement, s.grades) for s in case} == {(s.code, s.statement, s.grades) for s in table}


def test_the_report_of_the_district_prints_on_ten_sheets_at_most(
    checked: Checked, browser: Browser, tmp_path: Path
) -> None:
    view = build_view(checked.coverage, checked.findings, district="Maple Valley", run=checked.run.id)
    file = tmp_path / "report.html"
    file.write_text(to_html(view), encoding="utf-8")
    page = browser.new_page()
    page.goto(file.as_uri())
    sheets = len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="Letter", path=tmp_path / "report.pdf")))
    page.close()
    assert 3 <= sheets <= 10
