"""The gaps that were planted in the sample district are found. The labels say what is true; the rest is accuracy.

The numbers are what the shipped encoder and judge reach; a better model raises them, and none may fall.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from pathlib import Path

import pytest
from sample_districts import MAPLE_VALLEY

import curalign as ca
from curalign.domain.links import Strength
from curalign.domain.materials import Kind
from curalign.pipeline import Checked

TRUTH = json.loads((MAPLE_VALLEY / "truth.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def checked(maple_valley_once: Path) -> Checked:
    return ca.check(maple_valley_once)


@pytest.fixture(scope="module")
def found(checked: Checked) -> dict[str, set[str]]:
    """Code of a finding to the standards, or else the files, that it names."""
    table: dict[str, set[str]] = defaultdict(set)
    for finding in checked.findings:
        table[finding.code].add(finding.standard.code if finding.standard else finding.file or "")
    return table


def test_the_district_is_as_large_as_it_says(checked: Checked) -> None:
    materials = checked.run.alignment.materials
    assert len(checked.coverage.counted) >= 80
    assert sum(m.kind is Kind.UNIT for m in materials) >= 24
    assert sum(m.kind is Kind.PD for m in materials) >= 12
    assert set(checked.coverage.schools) == {"north", "river"}
    assert {grade for m in materials for grade in m.grades} == {"3", "4", "5"}


def test_every_untaught_standard_is_found(found: dict[str, set[str]]) -> None:
    assert set(TRUTH["untaught"]) <= found["U101"]


def test_few_taught_standards_are_called_untaught(found: dict[str, set[str]]) -> None:
    assert len(found["U101"] & set(TRUTH["taught"])) <= 8


def test_what_is_touched_lightly_is_not_called_full(checked: Checked) -> None:
    by_code = checked.run.alignment.framework.by_code
    reaches = (checked.coverage.reach(by_code[code], Kind.UNIT) for code in TRUTH["thin"])
    assert sum(reach is not None and reach.strength is not Strength.FULL for reach in reaches) >= 3


def test_unsupported_claims_are_found(found: dict[str, set[str]]) -> None:
    planted = {code for _, code in TRUTH["claimed_without_support"]}
    assert len(planted & found["U103"]) >= 6


def test_teaching_without_a_claim_is_found(found: dict[str, set[str]]) -> None:
    assert len(set(TRUTH["taught_unclaimed"]) & found["U104"]) >= 3


def test_teaching_at_another_grade_is_found(found: dict[str, set[str]]) -> None:
    assert set(TRUTH["off_grade_only"]) & found["U105"]
    assert len(found["U105"] - set(TRUTH["off_grade_only"]) - set(TRUTH["untaught"])) <= 1


def test_teaching_without_pd_is_found(found: dict[str, set[str]]) -> None:
    assert len(set(TRUTH["taught_without_pd"]) & found["P201"]) >= 45


def test_pd_that_supports_nothing_is_found_and_hardly_any_other(found: dict[str, set[str]]) -> None:
    assert found["P202"] >= set(TRUTH["pd_supporting_nothing"])
    assert len(found["P202"] - set(TRUTH["pd_supporting_nothing"])) <= 1


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
