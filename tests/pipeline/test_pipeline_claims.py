"""What is pasted, planned, copied or decided, through the whole of `check`."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sample_districts import write_district

import curalign as ca
from curalign.domain.links import Strength
from curalign.domain.scopes import UNITS
from curalign.domain.verdicts import Verdict
from curalign.pipeline import Checked, reopen

DOES = (
    "Tell and write the time on clocks with hands",
    "Split circles and rectangles into equal shares",
    "Measure the length of an object with rulers",
    "Describe the main character of a story in order",
    "Compare two informational texts on one topic",
    "Explain how magnets push and pull without touching",
    "Read a map with a key and a compass rose",
    "Write an opinion paragraph with three reasons",
)
HOW = (
    "to the nearest five minutes of an hour each day",
    "and say which of them is larger in whole sentences",
    "using tables, drawings and words of their own",
    "with a partner and then alone at home",
    "from memory, without any help of the teacher",
)
FORTY = [f"{does} {how}" for does in DOES for how in HOW]
DECISION = """
[[decisions]]
standard = "PH.3"
codes = ["U101"]
verdict = "{verdict}"
owner = "A. Rivera"
reason = "Lesson 4 does"
"""


@pytest.fixture(scope="module")
def pasted(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    rows = (f'X.{number},"{statement}",2' for number, statement in enumerate(FORTY))
    listed = "\n".join(f"- {statement}" for statement in FORTY)
    files = {
        "standards/standards.csv": "code,statement,grades\n" + "\n".join(rows) + "\n",
        "curriculum/grade 2 unit.md": f"# Grade 2, all year\n\nTexas Essential Knowledge and Skills\n\n{listed}\n",
    }
    return ca.check(write_district(tmp_path_factory.mktemp("forty"), files))


def test_a_unit_that_pastes_forty_standards_and_holds_no_task_teaches_none(pasted: Checked) -> None:
    reaches = [pasted.coverage.reach(standard, UNITS) for standard in pasted.coverage.counted]
    assert [(r.strength, r.verdict) for r in reaches if r] == [(Strength.NONE, Verdict.NOT_TAUGHT)] * 40


def test_it_claims_all_of_them_once(pasted: Checked) -> None:
    claimed = [claim.standard.code for claim in pasted.run.alignment.claims if claim.standard]
    assert sorted(claimed) == sorted(f"X.{number}" for number in range(40))


def judged(checked: Checked) -> list[tuple[object, ...]]:
    return [
        (r.standard.code, r.kind, r.strength, r.verdict, None if r.taught is None else round(r.taught, 9))
        for r in checked.coverage.reaches
    ]


def test_a_copy_of_a_unit_is_named_and_changes_no_verdict_and_no_probability(small_district: Path) -> None:
    unit = small_district / "curriculum" / "grade 3 measuring.md"
    before = ca.check(small_district)
    shutil.copy(unit, unit.with_name("grade 3 measuring v2 FINAL.md"))
    shutil.copy(unit, unit.with_name("Copy of grade 3 measuring.md"))
    after = ca.check(small_district)
    assert judged(after) == judged(before)
    named = [finding.file for finding in after.findings if finding.code == "F304"]
    assert named == ["curriculum/Copy of grade 3 measuring.md", "curriculum/grade 3 measuring v2 FINAL.md"]
    assert not [finding for finding in before.findings if finding.code == "F304"]


@pytest.mark.parametrize("again", [ca.check, reopen])
def test_a_finding_marked_wrong_counts_and_taken_back_counts_no_more(
    small_district: Path, again: Callable[[Path], Checked]
) -> None:
    before = ca.check(small_district)
    settings = small_district / "curalign.toml"
    settings.write_text(DECISION.format(verdict="wrong"), encoding="utf-8")
    decided = again(small_district)
    clock = decided.coverage.framework["PH.3"]
    reach = decided.coverage.reach(clock, UNITS)
    assert reach is not None
    assert reach.decided is not None
    assert (reach.strength, reach.taught, reach.decided.owner) == (Strength.FULL, 1.0, "A. Rivera")
    assert decided.coverage.tally(UNITS).full == before.coverage.tally(UNITS).full + 1
    settings.write_text(DECISION.format(verdict="deferred"), encoding="utf-8")
    assert judged(again(small_district)) == judged(before)
