"""`train judge`: a judge of one's own, fitted on what the encoder does not know, measured on what is held out."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from commands import run
from labelled_tables import STANDARDS, write_standards, write_texts

from curalign.embedding import load_encoder
from curalign.judging import judge_for, load_judge
from curalign.learning import open_sources, prepare_judge

METRICS = {"hit@1", "recall@5", "MRR", "ECE", "ECE of the first", "Brier"}


def test_a_judge_fits_its_encoder_and_says_how_it_did(tmp_path: Path) -> None:
    sources = open_sources([write_texts(tmp_path)], [write_standards(tmp_path)])
    fitted = prepare_judge(sources, "hashing").run()
    path = tmp_path / "judge.json"
    path.write_text(fitted.text, encoding="utf-8")
    encoder = load_encoder("hashing").fingerprint
    assert judge_for(encoder, str(path)).encoder == encoder
    assert {change.metric for change in fitted.changes} == METRICS
    assert [change.of for change in fitted.changes] == ["texts", "texts", "texts", "pairs", "texts", "pairs"]
    said = json.loads(fitted.text)["trained"]
    assert said["on"][0]["learned"] == {"texts": 30, "labels": 30, "units": 5}
    assert len(said["on"][0]["files"]["texts.csv"]) == 64


def test_the_same_texts_give_the_same_bytes(tmp_path: Path) -> None:
    sources = open_sources([write_texts(tmp_path)], [write_standards(tmp_path)])
    first, second = (prepare_judge(sources, "hashing").run().text for _ in range(2))
    assert first == second


def test_texts_about_nothing_are_asked_for(tmp_path: Path) -> None:
    frameworks = [write_standards(tmp_path)]
    without = prepare_judge(open_sources([write_texts(tmp_path)], frameworks), "hashing")
    given = prepare_judge(open_sources([write_texts(tmp_path, strangers=5)], frameworks), "hashing")
    assert "rows without codes would show it" in " ".join(without.notes)
    assert given.notes == ()


@pytest.fixture
def district(small_district: Path) -> Path:
    (small_district / "labels.csv").write_text(
        "file,lesson,codes\ngrade 3 measuring.md,1,PH.1\ngrade 3 seeds.md,1,PH.2\n", encoding="utf-8"
    )
    return small_district


def test_a_district_by_the_command(district: Path, tmp_path: Path) -> None:
    done = run("train", "judge", district, "-o", tmp_path / "judge.json", "--encoder", "hashing")
    assert done.returncode == 0, done.stderr
    assert "Held out to measure on: 1 passage in 1 unit" in done.stdout
    assert "1 held-out unit, as check judges" in done.stdout
    assert "1 lesson" in done.stdout
    assert load_judge(str(tmp_path / "judge.json")).encoder == load_encoder("hashing").fingerprint
    toml = done.stdout.split("curalign.toml:")[1]
    (district / "curalign.toml").write_text(toml, encoding="utf-8")
    shutil.copy(tmp_path / "judge.json", district)
    assert run("check", district, "--fail-on", "never", "--allow-folder-models").returncode == 0


def test_what_is_wrong_is_said_in_a_sentence(district: Path, tmp_path: Path) -> None:
    texts, standards = write_texts(tmp_path, codes=list(STANDARDS)[:2]), write_standards(tmp_path)
    out = ("-o", tmp_path / "judge.json")
    assert "need --framework" in run("train", "judge", texts, *out).stderr
    assert "has its own standards" in run("train", "judge", district, "--framework", standards, *out).stderr
    done = run("train", "judge", texts, "--framework", standards, *out)
    assert (done.returncode, done.stdout) == (2, "")
    assert "only 1 unit with labels" in done.stderr
    assert "ends in .json" in run("train", "judge", district, "-o", tmp_path / "judge").stderr


@pytest.mark.parametrize("what", ["encoder", "judge"])
def test_help_teaches(what: str) -> None:
    assert "in this order" in run("train", "--help").stdout.lower()
    assert "held out" in run("train", what, "--help").stdout
