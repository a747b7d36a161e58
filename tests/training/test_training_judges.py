"""`train judge`: a judge of one's own, fitted on what the encoder does not know, measured on what is held out."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from builders import standard
from commands import as_json, run
from labelled_tables import STANDARDS, write_standards, write_texts

from curalign.domain.links import Candidates
from curalign.domain.materials import Kind, Material, Passage, Place, Role
from curalign.embedding import load_encoder
from curalign.judging import Judge, judge_for, load_judge
from curalign.matching import SIGNALS
from curalign.resources import models_folder
from curalign.training import open_sources, prepare_judge
from curalign.training.fitting import Labelled, refit_choice
from curalign.training.judges import judge_to_start_from
from curalign.training.records import write_record

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


def test_it_competes_and_takes_over_what_labels_of_passages_cannot_tell(tmp_path: Path) -> None:
    sources = open_sources([write_texts(tmp_path)], [write_standards(tmp_path)])
    training = prepare_judge(sources, "hashing")
    fitted = training.run()
    path = tmp_path / "judge.json"
    path.write_text(fitted.text, encoding="utf-8")
    start, judge = training.start, load_judge(str(path))
    assert start == load_judge("standards-open")  # nothing is shipped for this encoder
    assert judge.competes
    assert judge.calibrations == start.calibrations
    assert judge.thresholds == start.thresholds
    assert judge.weights.keys() == start.weights.keys()
    assert judge.weights["heading"] == start.weights["heading"]
    assert judge.weights["terms"] != start.weights["terms"]
    said = json.loads(fitted.text)["trained"]
    assert said["from"] == start.fingerprint
    assert "the curves of the judge standards-open, taken over as they are" in said["taught"]


@pytest.mark.parametrize("name", ["standards", "standards-open"])
def test_a_judge_for_a_shipped_encoder_starts_from_the_one_that_is_shipped(name: str) -> None:
    assert judge_to_start_from(load_encoder(name)) == load_judge(name)


def test_a_judge_for_an_encoder_of_ones_own_starts_from_that_of_its_base(tmp_path: Path) -> None:
    encoder = load_encoder("standards")
    shutil.copytree(models_folder() / "encoders" / "standards", tmp_path / "ours")
    card = json.loads((tmp_path / "ours" / "encoder.json").read_text(encoding="utf-8"))
    (tmp_path / "ours" / "encoder.json").write_text(json.dumps(card | {"name": "ours"}), encoding="utf-8")
    write_record(tmp_path / "ours", {"format": 1, "learned": "", "base": {"fingerprint": encoder.fingerprint}})
    ours = load_encoder(str(tmp_path / "ours"))
    assert ours.fingerprint != encoder.fingerprint
    assert judge_to_start_from(ours) == load_judge("standards")


def lessons_judged_by(judge: Judge, n: int) -> Labelled:
    """Passages beside five standards, whose labels are drawn as this judge says."""
    rng = np.random.default_rng(n)
    passage, standard_at = np.repeat(np.arange(n, dtype=np.int32), 5), np.tile(np.arange(5, dtype=np.int32), n)
    passages = tuple(Passage(Material(f"{at}.md", Kind.UNIT, ""), Place(), "text", Role.TASK) for at in range(n))
    standards = tuple(standard(f"A.{at}") for at in range(5))
    signals = {name: np.zeros(5 * n, np.float32) for name in SIGNALS}
    signals |= {name: rng.uniform(0, 0.8, 5 * n).astype(np.float32) for name in ("similarity", "terms")}
    found = Candidates(passages, standards, passage, standard_at, signals)
    scores = np.column_stack([judge.scores(found).reshape(n, 5), np.zeros(n)])  # the last is "none"
    drawn = (scores + rng.gumbel(size=scores.shape)).argmax(axis=1)
    return Labelled("made up", found, standard_at == np.repeat(drawn, 5))


def test_few_labels_leave_a_judge_where_it_was_and_many_move_it() -> None:
    start = load_judge("standards-open")
    weights = start.weights | {"similarity": start.weights["similarity"] / 3, "terms": start.weights["terms"] * 3}
    true = replace(start, intercept=start.intercept + 2, weights=weights)

    def moved(n: int) -> float:
        """The share of the way from the start to the truth in the weight of similarity."""
        found = refit_choice([lessons_judged_by(true, n)], start, encoder="ours").weights["similarity"]
        return (found - start.weights["similarity"]) / (weights["similarity"] - start.weights["similarity"])

    assert abs(moved(5)) < 0.25
    assert moved(5000) == pytest.approx(1, abs=0.25)


def test_labels_that_follow_no_words_never_make_words_speak_against_a_link() -> None:
    start = load_judge("standards-open")
    true = replace(start, intercept=start.intercept + 8, weights=start.weights | {"terms": -20.0})
    assert refit_choice([lessons_judged_by(true, 3000)], start, encoder="ours").weights["terms"] == 0


def test_an_encoder_that_nothing_is_known_of_may_have_other_cosines() -> None:
    start = load_judge("standards-open")
    true = replace(start, intercept=start.intercept - 20, weights=start.weights | {"similarity": 40.0})
    labelled = [lessons_judged_by(true, 100)]
    known, strange = (refit_choice(labelled, start, encoder="ours", strange=each) for each in (False, True))
    assert start.weights["similarity"] < known.weights["similarity"] < strange.weights["similarity"]
    assert known.intercept > strange.intercept


def test_what_no_label_speaks_of_keeps_its_weight() -> None:
    start = load_judge("standards-open")
    found = refit_choice([lessons_judged_by(start, 50)], start, encoder="ours")
    still = start.weights.keys() - {"similarity", "terms"}
    assert {name: found.weights[name] for name in still} == {name: start.weights[name] for name in still}


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
    assert "Starting from the judge standards-open" in " ".join(done.stdout.split())
    assert "the curves of the judge standards-open, taken over as they are" in " ".join(done.stdout.split())
    assert load_judge(str(tmp_path / "judge.json")).encoder == load_encoder("hashing").fingerprint
    toml = done.stdout.split("curalign.toml:")[1]
    (district / "curalign.toml").write_text(toml, encoding="utf-8")
    shutil.copy(tmp_path / "judge.json", district)
    checked = as_json(district, "--allow-folder-models")
    assert {line["unit"]["verdict"] for line in checked["standards"]} <= {"taught", "not_taught", "cannot_tell"}


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
