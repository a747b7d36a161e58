"""A judgement is a sum of reasons, and a judge knows which encoder it was fitted to."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from builders import standard
from hypothesis import given
from hypothesis import strategies as st

from curalign.domain.levels import VERSION
from curalign.domain.links import Candidates, Strength, Thresholds, say_limits
from curalign.domain.materials import Kind, Material, Passage, Place, Role
from curalign.embedding import load_encoder
from curalign.errors import ModelError
from curalign.judging import judge_for, load_judge
from curalign.matching import SIGNALS
from curalign.training.fitting import Labelled, fit_judge, to_json
from curalign.wording import NO_FACTS

NUMBERS = st.lists(st.floats(-5, 5, width=32), min_size=len(SIGNALS), max_size=len(SIGNALS))


def candidates(rows: list[list[float]], role: Role = Role.TASK) -> Candidates:
    passage = Passage(Material("u.md", Kind.UNIT, ""), Place(), "text", role)
    columns = np.array(rows, np.float32).reshape(-1, len(SIGNALS)).T
    zeros = np.zeros(len(rows), np.int32)
    return Candidates((passage,), (standard("A.1"),), zeros, zeros, dict(zip(SIGNALS, columns, strict=True)))


@pytest.mark.parametrize("name", ["standards", "standards-open", "any"])
@given(rows=st.lists(NUMBERS, min_size=1, max_size=5))
def test_evidence_sums_to_the_log_odds(name: str, rows: list[list[float]]) -> None:
    for link in load_judge(name)(candidates(rows)):
        log_odds = sum(reason.log_odds for reason in link.evidence)
        assert link.probability == pytest.approx(1 / (1 + np.exp(-log_odds)), abs=1e-5)


@given(NUMBERS, st.sampled_from(["similarity", "examples", "terms", "example_terms"]), st.floats(0, 3))
def test_more_of_what_speaks_for_a_link_never_lowers_it(row: list[float], signal: str, more: float) -> None:
    raised = [value + more if name == signal else value for name, value in zip(SIGNALS, row, strict=True)]
    before, after = load_judge("standards")(candidates([row, raised]))
    assert after.probability >= before.probability - 1e-6


def test_standards_of_a_passage_compete_for_it() -> None:
    row = [0.6, 0.6, 0.3, 0.3, *([0.0] * (len(SIGNALS) - 4))]
    rival = [0.7, 0.7, 0.4, 0.4, *([0.0] * (len(SIGNALS) - 4))]
    judge = load_judge("standards")
    alone, beside = judge(candidates([row]))[0], judge(candidates([row, rival]))[0]
    assert beside.probability < alone.probability
    assert {reason.signal for reason in beside.evidence} - {reason.signal for reason in alone.evidence} == {"rivals"}


@given(st.lists(NUMBERS, min_size=1, max_size=8))
def test_what_a_passage_is_about_and_nothing_at_all_share_one_probability(rows: list[list[float]]) -> None:
    assert sum(link.probability for link in load_judge("standards")(candidates(rows))) <= 1 + 1e-5


@given(st.lists(NUMBERS, min_size=2, max_size=6), st.data())
def test_what_is_not_asked_for_competes_all_the_same(rows: list[list[float]], data: st.DataObject) -> None:
    asked = np.array(data.draw(st.lists(st.booleans(), min_size=len(rows), max_size=len(rows))), bool)
    judge, every = load_judge("standards"), candidates(rows)
    some = judge(replace(every, asked=asked))
    np.testing.assert_array_equal(some.probability, judge(every).probability[asked])


def test_only_teaching_makes_a_link_full() -> None:
    sure = [[1.0, 1.0, 1.0, 1.0, *([0.0] * (len(SIGNALS) - 4))]]
    judge = load_judge("standards")
    assert judge(candidates(sure))[0].strength is Strength.FULL
    assert judge(candidates(sure, Role.MENTION))[0].strength is Strength.PARTIAL


def test_the_default_judge_is_fitted_to_the_default_encoder() -> None:
    encoder = load_encoder("default")
    assert load_judge("standards").encoder == encoder.fingerprint
    assert judge_for(encoder.fingerprint).name == "standards"


def test_another_encoder_gets_the_judge_that_suits_any() -> None:
    assert judge_for("my-own@1").name == "any"


def test_a_judge_that_was_asked_for_refuses_an_encoder_it_does_not_know(tmp_path: Path) -> None:
    path = tmp_path / "ours.json"
    path.write_text(to_json(load_judge("standards"), {}), encoding="utf-8")
    with pytest.raises(ModelError, match="fitted to the encoder"):
        judge_for("my-own@1", str(path))


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": 99}', "\x00"])
def test_a_file_that_is_no_judge_says_so(tmp_path: Path, text: str) -> None:
    path = tmp_path / "broken.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ModelError, match=r"broken\.json"):
        load_judge(str(path))


def test_an_unknown_judge_is_told_which_there_are() -> None:
    with pytest.raises(ModelError, match="any, standards, standards-open"):
        load_judge("wise")


def test_fitting_finds_what_the_labels_follow(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    values = rng.normal(size=(400, len(SIGNALS))).astype(np.float32)
    truth = values[:, SIGNALS.index("meaning")] + 0.1 * rng.normal(size=400) > 1
    table = Labelled("made up", candidates(values.tolist()), truth)
    judge = fit_judge([table], SIGNALS, encoder="any", thresholds=Thresholds(0.5, 0.3))
    assert max(judge.weights, key=lambda name: abs(judge.weights[name])) == "meaning"
    path = tmp_path / "fitted.json"
    path.write_text(to_json(judge, {"on": "made up"}), encoding="utf-8")
    again = load_judge(str(path))
    assert again.weights == pytest.approx(judge.weights, abs=1e-6)
    assert json.loads(path.read_text())["trained"] == {"on": "made up"}


@pytest.mark.parametrize("name", ["standards", "standards-open"])
def test_a_shipped_judge_says_of_which_subjects_it_knows_nothing(name: str) -> None:
    judge = load_judge(name)
    assert not judge.limits(["Math", "English Language Arts", "Science", "Computer Science"])
    said = say_limits(judge.limits(["Math", "Visual Arts", ""]))
    assert "measured on labels of English language arts, computer science, mathematics, science" in said
    assert "not on standards that state no subject, Visual Arts: read those as an order" in said
    spanish = say_limits(judge.limits(["Math", "Visual Arts", ""]), "es")
    assert "con etiquetas de lengua inglesa, informática, matemáticas, ciencias, y no de estándares que no" in spanish


def test_many_strange_subjects_are_counted() -> None:
    assert "a, b, c, d, e, 3 more:" in say_limits(load_judge("standards").limits("abcdefgh"))


def test_a_judge_whose_file_names_no_subjects_says_nothing_of_them(tmp_path: Path) -> None:
    path = tmp_path / "ours.json"
    path.write_text(to_json(load_judge("standards"), {}), encoding="utf-8")
    assert load_judge(str(path)).limits(["Visual Arts"]) == NO_FACTS


def test_the_judge_for_any_encoder_says_so_and_no_more() -> None:
    judge = load_judge("any")
    assert judge.note
    assert judge.limits(["Visual Arts"]) == NO_FACTS


def changed(path: Path, **fields: object) -> str:
    """The name of a file with the shipped judge in which some fields are others, and those that are None are not."""
    data = {**json.loads(to_json(load_judge("standards"), {"subjects": ["Science"]})), **fields}
    path.write_text(json.dumps({key: value for key, value in data.items() if value is not None}), encoding="utf-8")
    return str(path)


def test_a_judge_whose_curves_belong_to_these_levels_says_how_probably_a_standard_is_taught(tmp_path: Path) -> None:
    judge = load_judge(changed(tmp_path / "mine.json"))
    assert judge.calibrations == load_judge("standards").calibrations != ()
    assert judge.note == ""


@pytest.mark.parametrize("levels", [None, VERSION - 1, VERSION + 1])
def test_curves_of_other_levels_are_not_used_and_the_judge_says_how_to_mend_that(
    tmp_path: Path, levels: int | None
) -> None:
    judge = load_judge(changed(tmp_path / "mine.json", levels=levels))
    assert judge.calibrations == ()
    assert "`curalign train judge`" in judge.note
    assert judge.weights == load_judge("standards").weights
    assert judge.limits(["History"])["measured"] == ("Science",)
    assert "taught" not in json.loads(to_json(judge, {}))


def test_a_judge_without_curves_has_none_that_could_be_out_of_date(tmp_path: Path) -> None:
    assert load_judge(changed(tmp_path / "mine.json", levels=None, taught=None)).note == ""
