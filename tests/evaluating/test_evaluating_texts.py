"""Labelled texts, measured one by one."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from builders import standard

import curalign
from curalign.domain.labels import LabelledSet, LabelledText
from curalign.domain.standards import Framework
from curalign.errors import LabelsError, SettingsError
from curalign.evaluating import by_curalign, by_words, evaluate_texts, measure_texts, plain_cosine, scored_standards
from curalign.evaluating.texts import measured_texts

FRAMEWORK = Framework(
    (
        standard("M", "Measurement", grades=""),
        standard("M.3.1", "Measure the length of an object with a ruler", grades="3", parent="M"),
        standard("M.3.2", "Tell and write time to the nearest minute", grades="3", parent="M"),
        standard("M.4.1", "Measure angles in whole-number degrees using a protractor", grades="4", parent="M"),
    )
)
TEXTS = LabelledSet(
    "ours",
    FRAMEWORK,
    (
        LabelledText("Pupils lay a ruler along a pencil and read its length.", frozenset({"M.3.1"}), "u", ("3",)),
        LabelledText("Pupils read the clock on the wall and write the time.", frozenset({"M.3.2"}), "u", ("3",)),
        LabelledText("With a protractor pupils measure the corners of kites.", frozenset({"M.4.1"}), "v", ("4",)),
    ),
    frozenset({"M.3.1", "M.3.2", "M.4.1"}),
)


def every_method():
    aligner = curalign.Aligner()
    return (*by_words(), plain_cosine(aligner.encoder), by_curalign(aligner))


def test_every_method_ranks_plain_texts() -> None:
    found = {(s.method, s.metric): s.estimate for s in measure_texts(TEXTS, every_method())}
    for method in ("TF-IDF", "BM25", "cosine of standards", "curalign"):
        assert found[method, "hit@1"].value == 1
        assert found[method, "hit@1"].n == 3
        assert ("grade confusion" not in {metric for name, metric in found if name == method}) is True


def test_over_all_grades_grades_can_be_confused() -> None:
    scores = list(measure_texts(TEXTS, every_method(), same_grade=False))
    assert {s.pool for s in scores} == {"all grades"}
    assert [s.estimate.value for s in scores if s.metric == "grade confusion"] == [0, 0, 0, 0]


def test_ours_is_what_suggest_says() -> None:
    measured = measured_texts(TEXTS, by_curalign(curalign.Aligner()), same_grade=True)
    ranked = curalign.suggest(FRAMEWORK, [TEXTS.texts[0].text], ["3"])
    said = {link.standard.code: link.probability for link in ranked[0]}
    assert measured.scores[0].tolist() == pytest.approx([said["M.3.1"], said["M.3.2"], -np.inf])


def test_standards_stand_in_the_frameworks_order_whatever_is_scored() -> None:
    assert [s.code for s in scored_standards(TEXTS)] == ["M.3.1", "M.3.2", "M.4.1"]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "texts.csv"
    path.write_text(
        "text,codes\n" + "".join(f'"{t.text}",{min(t.codes)}\n' for t in TEXTS.texts) + "x,Q.1\n", encoding="utf-8"
    )
    return path


def test_a_file_of_texts(table: Path) -> None:
    evaluation = evaluate_texts(table, FRAMEWORK)
    assert evaluation.labels == 3
    assert len(evaluation.problems) == 1
    assert {s.pool for s in evaluation.scores} == {"all standards"}


def test_a_grade_that_is_asked_for_narrows_the_pool(table: Path) -> None:
    rows = curalign.evaluate(table, FRAMEWORK, grades=["3"])
    found = next(row for row in rows if (row["method"], row["metric"]) == ("curalign", "hit@1"))
    assert (found["pool"], found["n"], found["labels"]) == ("same grade", 2, 3)


def test_texts_without_a_framework(table: Path) -> None:
    with pytest.raises(LabelsError, match="need the framework"):
        curalign.evaluate(table)


def test_a_grade_that_is_none(table: Path) -> None:
    with pytest.raises(SettingsError, match="'quince'"):
        curalign.evaluate(table, FRAMEWORK, grades=["quince"])
