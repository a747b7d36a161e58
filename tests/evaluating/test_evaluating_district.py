"""A district with labels, measured: on the small district, whose three standards anybody can follow."""

from __future__ import annotations

from pathlib import Path

import pytest

import curalign
from curalign.domain.scores import Evaluation
from curalign.errors import LabelsError
from curalign.evaluating import evaluate_district

LABELS = "file,lesson,codes\ngrade 3 measuring.md,1,PH.1\ngrade 3 seeds.md,Lesson 1: Planting beans,PH.2\n"


def labelled(folder: Path, labels: str = LABELS) -> Path:
    (folder / "labels.csv").write_text(labels, encoding="utf-8")
    return folder


@pytest.fixture
def measured(small_district: Path) -> Evaluation:
    return evaluate_district(labelled(small_district))


def value(evaluation: Evaluation, metric: str, method: str = "curalign") -> float:
    return next(s.estimate.value for s in evaluation.scores if (s.metric, s.method) == (metric, method))


def test_every_lesson_is_found_and_ranked(measured: Evaluation) -> None:
    assert measured.labels == 2
    assert measured.problems == ()
    for method in ("TF-IDF", "BM25", "cosine of standards", "curalign"):
        assert value(measured, "hit@1", method) == 1


def test_what_is_taken_away_is_noticed(measured: Evaluation) -> None:
    for metric in ("gaps at 5%", "gaps, aligned anew, at 5%"):
        assert value(measured, metric) == 1


def test_untaught_is_compared_with_the_labels(measured: Evaluation) -> None:
    assert value(measured, "U101 recall") == value(measured, "U101 precision") == 1
    assert value(measured, "U101 false alarms") == 0


def test_only_probabilities_are_calibrated(measured: Evaluation) -> None:
    assert {s.method for s in measured.scores if s.metric in ("ECE", "Brier")} == {"curalign"}


def test_rows_are_flat_and_say_on_how_many_labels_they_rest(small_district: Path) -> None:
    rows = curalign.evaluate(labelled(small_district))
    assert list(rows[0]) == ["source", "method", "pool", "metric", "value", "low", "high", "n", "of", "labels"]
    assert {row["labels"] for row in rows} == {2}
    assert rows == curalign.evaluate(small_district)


def test_a_label_that_fits_nothing_is_said(small_district: Path) -> None:
    more = LABELS + "grade 3 seeds.md,9,PH.2\nnowhere.md,1,PH.2\ngrade 3 measuring.md,1,XX.9\n"
    messages = [problem.message for problem in evaluate_district(labelled(small_district, more)).problems]
    assert len(messages) == 3
    assert ["'9'" in messages[1], "'nowhere.md'" in messages[0], "XX.9" in messages[2]] == [True] * 3


def test_units_without_labels_are_noted(small_district: Path) -> None:
    some = evaluate_district(labelled(small_district, "file,lesson,codes\ngrade 3 measuring.md,1,PH.1\n"))
    assert "1 unit document of 2" in some.notes[0]


@pytest.mark.parametrize(
    ("labels", "said"),
    [(None, "has no labels.csv"), ("file,lesson,codes\ngrade 3 seeds.md,1,XX.1\n", "no label fits")],
)
def test_without_a_label_that_fits_nothing_is_measured(small_district: Path, labels: str | None, said: str) -> None:
    if labels:
        labelled(small_district, labels)
    with pytest.raises(LabelsError, match=said):
        evaluate_district(small_district)
