"""Verdicts and findings in a district that was written to a plan, so that what is taught is known.

The numbers are what a director is promised, and the shipped encoder and judge keep them. A standard that is taught in
part counts for neither error of a verdict, and for one of a finding that says that nobody teaches it.
"""

from __future__ import annotations

import csv
import shutil
from collections import defaultdict

import pytest
from sample_districts import PLANNED_GRADE_6

import curalign as ca
from curalign.domain.findings import Severity
from curalign.domain.scopes import UNITS
from curalign.domain.verdicts import Verdict
from curalign.pipeline import Checked

with (PLANNED_GRADE_6 / "truth.csv").open(encoding="utf-8", newline="") as file:
    TRUTH = {row["code"]: row for row in csv.DictReader(file)}
TAUGHT = {code for code, row in TRUTH.items() if row["truth"] == "full"}
UNTAUGHT = {code for code, row in TRUTH.items() if row["truth"] in ("list", "none")}
GENERAL_SESSIONS = {"pd/ScoreBook training.html", "pd/Wellness and safety day.odt"}


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    folder = tmp_path_factory.mktemp("districts") / "planned-grade-6"
    shutil.copytree(PLANNED_GRADE_6, folder, ignore=shutil.ignore_patterns(".curalign"))
    return ca.check(folder)


@pytest.fixture(scope="module")
def called(checked: Checked) -> dict[Verdict, set[str]]:
    """Each verdict to the standards of which it is said, without those that are taught in part."""
    table: dict[Verdict, set[str]] = defaultdict(set)
    for standard in checked.coverage.counted:
        reach = checked.coverage.reach(standard, UNITS)
        assert reach is not None
        assert reach.verdict is not None
        if standard.code in TAUGHT | UNTAUGHT:
            table[reach.verdict].add(standard.code)
    return table


def test_every_standard_of_the_plan_is_counted(checked: Checked) -> None:
    assert {standard.code for standard in checked.coverage.counted} == set(TRUTH)


@pytest.mark.parametrize(
    ("verdict", "true", "precision", "recall"),
    [(Verdict.TAUGHT, TAUGHT, 0.9, 0.85), (Verdict.NOT_TAUGHT, UNTAUGHT, 0.88, 0.8)],
)
def test_a_verdict_is_right_and_is_given(
    called: dict[Verdict, set[str]], verdict: Verdict, true: set[str], precision: float, recall: float
) -> None:
    right = called[verdict] & true
    assert len(right) >= precision * len(called[verdict])
    assert len(right) >= recall * len(true)


def test_it_cannot_tell_of_one_standard_in_five_at_most(called: dict[Verdict, set[str]]) -> None:
    assert len(called[Verdict.CANNOT_TELL]) <= 0.2 * len(TAUGHT | UNTAUGHT)


@pytest.mark.parametrize(("code", "precision", "least"), [("U101", 0.9, 40), ("U103", 0.75, 12)])
def test_what_is_said_outright_is_right(
    checked: Checked, found: dict[str, set[str]], code: str, precision: float, least: int
) -> None:
    right = found[code] & UNTAUGHT
    assert len(right) >= max(precision * len(found[code]), least)
    assert all(f.severity > Severity.NOTE and f.probability for f in checked.findings if f.code == code)


def test_no_gap_is_lost(found: dict[str, set[str]], called: dict[Verdict, set[str]]) -> None:
    assert UNTAUGHT - called[Verdict.TAUGHT] <= found["U101"] | found["U106"]


def test_what_is_to_check_names_the_passage_that_decides(checked: Checked) -> None:
    to_check = [finding for finding in checked.findings if finding.code == "U106"]
    assert to_check
    assert all(finding.file and finding.place for finding in to_check)


def test_pd_that_is_missing_is_missing(found: dict[str, set[str]]) -> None:
    assert {TRUTH[code]["pd"] for code in found["P201"]} == {"no"}


def test_general_sessions_support_nothing_and_nothing_else_is_accused(found: dict[str, set[str]]) -> None:
    assert found["P202"] == GENERAL_SESSIONS
