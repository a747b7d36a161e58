"""Verdicts in a district that nothing was fitted to and whose errors nobody looks at: the nearest to a new one.

Totals alone are held, and no code is printed where one fails: a look at the errors would make it a seen one
(decision 63).
"""

from __future__ import annotations

import csv
import shutil
from collections import Counter

import pytest
from sample_districts import PLANNED_GRADES_11_12

import curalign as ca
from curalign.domain.scopes import UNITS
from curalign.domain.verdicts import Verdict

TRUTHS = {"full": True, "list": False, "none": False}
"""What is taught in part is left out."""


@pytest.fixture(scope="module")
def counts(tmp_path_factory: pytest.TempPathFactory) -> Counter[tuple[Verdict, bool]]:
    """How many standards got each verdict, by whether they are taught."""
    with (PLANNED_GRADES_11_12 / "truth.csv").open(encoding="utf-8", newline="") as file:
        truth = {row["code"]: TRUTHS[row["truth"]] for row in csv.DictReader(file) if row["truth"] in TRUTHS}
    folder = tmp_path_factory.mktemp("districts") / "unseen"
    shutil.copytree(PLANNED_GRADES_11_12, folder, ignore=shutil.ignore_patterns(".curalign"))
    coverage = ca.check(folder).coverage
    found: Counter[tuple[Verdict, bool]] = Counter()
    for standard in coverage.counted:
        reach = coverage.reach(standard, UNITS)
        if standard.code in truth and reach is not None and reach.verdict is not None:
            found[reach.verdict, truth[standard.code]] += 1
    assert found.total() == len(truth)
    return found


@pytest.mark.parametrize(
    ("verdict", "is_taught", "precision", "recall"),
    [(Verdict.TAUGHT, True, 0.9, 0.85), (Verdict.NOT_TAUGHT, False, 0.88, 0.8)],
)
def test_what_a_director_is_promised_holds(
    counts: Counter[tuple[Verdict, bool]], verdict: Verdict, is_taught: bool, precision: float, recall: float
) -> None:
    right = counts[verdict, is_taught]
    called = right + counts[verdict, not is_taught]
    there = sum(count for (_, taught), count in counts.items() if taught is is_taught)
    assert right >= precision * called, f"{right} of {called}"
    assert right >= recall * there, f"{right} of {there}"


def test_it_seldom_cannot_tell(counts: Counter[tuple[Verdict, bool]]) -> None:
    undecided = counts[Verdict.CANNOT_TELL, True] + counts[Verdict.CANNOT_TELL, False]
    assert undecided <= 0.2 * counts.total()
