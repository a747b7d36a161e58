"""`curalign evaluate`, as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands import run

LABELS = "file,lesson,codes\ngrade 3 measuring.md,1,PH.1\ngrade 3 seeds.md,1,PH.2\n"


@pytest.fixture
def district(checked_district: Path) -> Path:
    (checked_district / "labels.csv").write_text(LABELS, encoding="utf-8")
    return checked_district


def test_a_district_with_labels(district: Path) -> None:
    done = run("evaluate", district)
    assert (done.returncode, done.stderr) == (0, "")
    assert "measured on 2 labels" in done.stdout
    assert "hit@1" in done.stdout


def test_numbers_for_machines(district: Path) -> None:
    page = json.loads(run("evaluate", district, "--format", "json").stdout)
    assert {row["method"] for row in page["scores"]} == {"TF-IDF", "BM25", "cosine of standards", "curalign"}
    header = run("evaluate", district, "--format", "csv").stdout.splitlines()[0]
    assert header == "source,method,pool,metric,value,low,high,n,of,labels"


def test_labelled_texts(district: Path, tmp_path: Path) -> None:
    texts = tmp_path / "texts.tsv"
    texts.write_text("codes\ttext\nPH.1\tPupils measure with a ruler.\nPH.3\tPupils read a clock.\n", encoding="utf-8")
    done = run("evaluate", texts, "--framework", district / "standards" / "standards.csv", "--grade", "3")
    assert done.returncode == 0, done.stderr
    assert "texts: measured on 2 labels" in done.stdout


def test_what_is_missing_is_said_in_a_sentence(district: Path, tmp_path: Path) -> None:
    (district / "labels.csv").unlink()
    done = run("evaluate", district)
    assert done.returncode == 2
    assert "has no labels.csv" in done.stderr
    texts = tmp_path / "texts.csv"
    texts.write_text("text,codes\nx,PH.1\n", encoding="utf-8")
    assert "need --framework" in run("evaluate", texts).stderr


def test_the_verdicts_on_standards_are_measured_and_drawn(district: Path, tmp_path: Path) -> None:
    plot = tmp_path / "calibration.svg"
    done = run("evaluate", district, "--plot", plot)
    assert done.returncode == 0, done.stderr
    assert "taught: precision" in done.stdout
    assert "are expected to be taught" in done.stdout
    assert plot.read_text(encoding="utf-8").startswith("<svg")


def test_a_truth_alone_is_enough(district: Path) -> None:
    (district / "labels.csv").unlink()
    (district / "truth.csv").write_text("code,truth\nPH.1,full\nPH.3,none\n", encoding="utf-8")
    page = json.loads(run("evaluate", district, "--format", "json").stdout)
    assert (page["format"], page["standards"][0]["true"]) == (2, 1)


def test_a_plot_that_cannot_be_drawn_is_refused(district: Path, tmp_path: Path) -> None:
    for plot in (tmp_path / "plot.png", tmp_path / "nowhere" / "plot.svg", district / "curriculum" / "plot.svg"):
        done = run("evaluate", district, "--plot", plot)
        assert (done.returncode, plot.exists()) == (2, False)
    (district / "labels.csv").write_text("file,lesson,codes\ngrade 3 measuring.md,1,PH.1\n", encoding="utf-8")
    done = run("evaluate", district, "--plot", tmp_path / "plot.svg")
    assert done.returncode == 2
    assert "nothing to draw" in done.stderr


def test_help_teaches() -> None:
    said = run("evaluate", "--help").stdout
    assert "labels.csv" in said
    assert "TF-IDF" in said
