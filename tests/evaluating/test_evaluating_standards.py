"""The verdicts on a district's standards, beside what is known of them: on the small district."""

from __future__ import annotations

from pathlib import Path

import pytest

from curalign.domain.scores import Evaluation
from curalign.errors import LabelsError
from curalign.evaluating import evaluate_district

LABELS = "file,lesson,codes\ngrade 3 measuring.md,1,PH.1\ngrade 3 seeds.md,Lesson 1: Planting beans,PH.2\n"
TRUTH = "code,truth,where,pd,note\nPH.1,full,a unit,yes,\nPH.2,full,,no,\nPH.3,list,,no,\n"


def measured(folder: Path, **files: str) -> Evaluation:
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return evaluate_district(folder)


def values(evaluation: Evaluation) -> dict[str, float]:
    return {score.metric: score.estimate.value for score in evaluation.scores if score.pool == "standards"}


def test_a_table_of_truths_is_enough_and_needs_no_labels(small_district: Path) -> None:
    found = measured(small_district, truth=TRUTH)
    assert (found.labels, found.problems) == (3, ())
    right = {"taught: precision", "taught: recall", "not taught: precision", "not taught: recall"}
    assert {name: value for name, value in values(found).items() if name in right} == dict.fromkeys(right, 1.0)
    assert {score.pool for score in found.scores} == {"standards"}


def test_pd_is_measured_beside_its_own_truth(small_district: Path) -> None:
    found = measured(small_district, truth=TRUTH)
    assert {one.kind: one.true for one in found.calibrated} == {"unit": 2, "pd": 1}
    assert "PD taught: recall" in values(found)
    without = measured(small_district, truth="code,truth\nPH.1,full\nPH.3,none\n")
    assert not any(name.startswith("PD") for name in values(without))


def test_labels_of_every_unit_tell_what_is_not_taught(small_district: Path) -> None:
    found = measured(small_district, labels=LABELS)
    assert values(found)["not taught: recall"] == 1
    assert [one.true for one in found.calibrated] == [2]


def test_while_a_unit_has_no_labels_nobody_knows_what_is_not_taught(small_district: Path) -> None:
    found = measured(small_district, labels="file,lesson,codes\ngrade 3 measuring.md,1,PH.1\n")
    assert set(values(found)) == {"taught: recall", "cannot tell"}
    assert found.calibrated == ()
    assert any("1 unit document without labels" in note for note in found.notes)


def test_a_truth_overrules_what_labels_leave_open(small_district: Path) -> None:
    found = measured(small_district, labels=LABELS, truth="code,truth\nPH.1,full\nPH.2,partial\nPH.3,none\n")
    assert found.labels == 2
    assert [one.count.of for one in found.calibrated] == [2]
    assert any("1 standard taught in part" in note for note in found.notes)


def test_a_code_that_the_framework_lacks_is_said(small_district: Path) -> None:
    problem = measured(small_district, truth=TRUTH + "XX.9,full,,,\n").problems[0]
    assert (problem.file, "XX.9" in problem.message) == ("truth.csv", True)


def test_a_judge_without_verdicts_says_so(small_district: Path) -> None:
    (small_district / "curalign.toml").write_text('[embedding]\nencoder = "hashing"\n', encoding="utf-8")
    found = measured(small_district, truth=TRUTH)
    assert (found.scores, found.calibrated) == ((), ())
    assert any("no verdicts" in note for note in found.notes)


def test_truths_of_another_district_are_refused(small_district: Path) -> None:
    with pytest.raises(LabelsError, match="names no standard of this district"):
        measured(small_district, truth="code,truth\nXX.1,full\n")


@pytest.mark.parametrize("name", ["truth.csv", "labels.csv"])
def test_a_link_is_not_followed(small_district: Path, tmp_path: Path, name: str) -> None:
    elsewhere = tmp_path / "elsewhere.csv"
    elsewhere.write_text(TRUTH, encoding="utf-8")
    (small_district / name).symlink_to(elsewhere)
    with pytest.raises(LabelsError, match="link"):
        evaluate_district(small_district)


def test_the_counts_are_rows_too(small_district: Path) -> None:
    rows = {row["metric"]: row for row in measured(small_district, truth=TRUTH).rows()}
    assert (rows["unit taught, true"]["value"], rows["unit taught, expected"]["n"]) == (2, 3)
