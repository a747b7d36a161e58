"""An evaluation as people and machines read it."""

from __future__ import annotations

import csv
import io
import json

from reporting_samples import SAYS, words
from rich.console import Console

from curalign.domain.problems import Problem
from curalign.domain.scores import Bin, Calibrated, Count, Estimate, Evaluation, Score
from curalign.reporting.page.calibration import draw_calibration
from curalign.reporting.tables.evaluation import to_csv, to_json
from curalign.reporting.terminal.evaluation import EvaluationTable

HOSTILE = "=1+1\x1b[31m[red]"
EVALUATION = Evaluation(
    HOSTILE,
    12,
    (
        Score(HOSTILE, "BM25", "same grade", "hit@1", Estimate(0.5, 0.25, 0.75, 12), "lessons"),
        Score(HOSTILE, "curalign", "same grade", "hit@1", Estimate(2 / 3, 0.5, 0.875, 12), "lessons"),
        Score(HOSTILE, "curalign", "same grade", "gaps at 5%", Estimate(1.0, None, None, 1), "standards"),
    ),
    tuple(
        Problem("F303", "labels.csv", trouble=SAYS, facts=words(f"names {code}; it was left out."), place="row 3")
        for code in "PQRSTUV"
    ),
    ("Two units have no labels.",),
    (
        Calibrated(
            "unit",
            Count(20, 17, 24, 30),
            25,
            (Bin(0.0, 0.2, 0.05, Estimate(0.1, 0.02, 0.4, 10)), Bin(0.8, 1.0, 0.9, Estimate(1.0, 0.84, 1.0, 20))),
        ),
    ),
)


def shown() -> str:
    page = io.StringIO()
    Console(file=page, width=120).print(EvaluationTable(EVALUATION))
    return page.getvalue()


def test_every_number_stands_beside_what_it_was_measured_on_and_its_interval() -> None:
    line = next(line for line in shown().splitlines() if line.startswith("hit@1"))
    assert line.split() == ["hit@1", "12", "lessons", "0.500", "0.667", "0.50", "to", "0.88"]


def test_where_there_is_no_interval_it_says_so() -> None:
    assert "none: one unit" in next(line for line in shown().splitlines() if line.startswith("gaps at 5%"))


def test_what_is_shown_is_explained_and_what_is_not_is_not() -> None:
    assert "hit@1: the first standard is one of the labels." in shown()
    assert "gaps: standards noticed as gone" in shown()
    assert "Brier" not in shown()


def test_notes_and_what_was_left_out_stand_below() -> None:
    assert "Two units have no labels." in shown()
    assert "7 labels could not be used:" in shown()
    assert "labels.csv, row 3: names T; it was left out." in shown()
    assert "... and 2 more" in shown()


def test_hostile_names_stay_text() -> None:
    assert "\x1b[31m" not in shown()
    assert "[red]" in shown()


def test_json_holds_every_row_and_every_problem() -> None:
    page = json.loads(to_json(EVALUATION))
    assert (page["format"], page["labels"], len(page["left_out"])) == (2, 12, 7)
    assert page["scores"] == EVALUATION.rows()
    assert page["scores"][1]["value"] == 0.6667


def test_csv_is_a_row_a_number_and_no_formula() -> None:
    rows = list(csv.DictReader(io.StringIO(to_csv(EVALUATION))))
    counts = ["unit taught, expected", "unit taught, true"]
    assert [row["metric"] for row in rows] == ["hit@1", "hit@1", "gaps at 5%", *counts]
    assert rows[0]["source"].startswith("'=")
    assert (rows[2]["low"], rows[2]["of"]) == ("", "standards")


def test_nothing_measured_is_an_empty_table() -> None:
    assert to_csv(Evaluation("x", 0, ())).strip() == ""


def test_what_was_expected_stands_beside_what_is_true_and_says_whether_it_held() -> None:
    said = " ".join(shown().split())
    assert "Curriculum: of 30 standards, 20 are expected to be taught (17 to 24, 95 % interval) and 25 are" in said
    assert "which it does not hold." in said
    assert "0.80 to 1.00 20 0.90 1.00 0.84 to 1.00" in said


def test_json_holds_the_counts_and_the_bins() -> None:
    (page,) = json.loads(to_json(EVALUATION))["standards"]
    assert (page["kind"], page["true"], page["expected"], page["low"], page["high"], page["of"]) == (
        "unit",
        25,
        20,
        17,
        24,
        30,
    )
    assert page["holds"] is False
    assert page["bins"][0] == {
        "from": 0.0,
        "to": 0.2,
        "said": 0.05,
        "taught": 0.1,
        "taught_low": 0.02,
        "taught_high": 0.4,
        "n": 10,
    }


def test_the_plot_is_one_picture_without_a_script_that_says_how_many_standards_a_bin_holds() -> None:
    picture = draw_calibration(EVALUATION.calibrated)
    assert picture.startswith("<svg")
    assert "<script" not in picture
    assert all(text in picture for text in (">Curriculum<", ">10<", ">20<"))
    assert picture == draw_calibration(EVALUATION.calibrated)
