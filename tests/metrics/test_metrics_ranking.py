"""Rankings against labels: numbers worked out by hand, and laws."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from measured_sets import MEASURED, measured, numbers

from curalign.metrics import METRICS, Measured, measure

RANKINGS = ("hit@1", "recall@5", "recall@10", "MRR", "nDCG@10")


def test_one_text_by_hand() -> None:
    found = numbers(measured([[0.9, 0.5, 0.7, 0.1]], [[0, 1, 0, 1]]))
    assert found["hit@1"] == 0
    assert found["recall@5"] == 1
    assert found["MRR"] == pytest.approx(1 / 3)
    assert found["nDCG@10"] == pytest.approx((1 / math.log2(4) + 1 / math.log2(5)) / (1 + 1 / math.log2(3)))


def test_two_texts_are_averaged() -> None:
    found = numbers(measured([[3, 2, 1], [3, 2, 1]], [[1, 0, 0], [0, 0, 1]]))
    assert found["hit@1"] == 0.5
    assert found["MRR"] == pytest.approx((1 + 1 / 3) / 2)


def test_recall_looks_no_further_than_it_says() -> None:
    scores = [list(range(20, 0, -1))]
    truth = [[int(at in (0, 7, 15)) for at in range(20)]]
    found = numbers(measured(scores, truth))
    assert found["recall@5"] == pytest.approx(1 / 3)
    assert found["recall@10"] == pytest.approx(2 / 3)


def test_ties_keep_the_frameworks_order() -> None:
    assert numbers(measured([[1, 1, 1]], [[1, 0, 0]]))["hit@1"] == 1
    assert numbers(measured([[1, 1, 1]], [[0, 0, 1]]))["MRR"] == pytest.approx(1 / 3)


def test_what_is_outside_the_pool_is_neither_found_nor_missed() -> None:
    inf = -math.inf
    found = measure(measured([[inf, 2, 1], [inf, 1, 2]], [[1, 1, 0], [1, 0, 0]]))
    assert found["hit@1"].n == 1
    assert found["hit@1"].value == found["recall@5"].value == 1


def test_texts_without_labels_are_not_ranked() -> None:
    assert set(measure(measured([[1, 2]], [[0, 0]]))) == set()


@given(MEASURED)
def test_a_perfect_ranking_gives_one(some: Measured) -> None:
    perfect = measured(np.where(some.truth, 2.0, 1.0), some.truth)
    found = numbers(perfect)
    if found:
        assert found["hit@1"] == found["MRR"] == 1
        assert found["nDCG@10"] == pytest.approx(1)
        assert found["recall@10"] == pytest.approx(np.mean([min(1, 10 / n) for n in some.truth.sum(axis=1) if n]))


@given(MEASURED)
def test_ndcg_is_that_of_scikit_learn(some: Measured) -> None:
    from sklearn.metrics import ndcg_score

    rows = np.flatnonzero(some.labelled)
    if not len(rows) or some.scores.shape[1] < 2:
        return
    order = np.argsort(np.argsort(-some.scores, axis=1, kind="stable"), axis=1)
    expected = ndcg_score(some.truth[rows].astype(int), -order[rows].astype(float), k=10, ignore_ties=True)
    assert numbers(some)["nDCG@10"] == pytest.approx(expected)


@given(MEASURED, st.randoms(use_true_random=False))
def test_the_order_of_texts_does_not_matter(some: Measured, dice) -> None:
    rows = list(range(len(some.units)))
    dice.shuffle(rows)
    mixed = measured(some.scores[rows], some.truth[rows], [some.units[r] for r in rows], probabilities=True)
    before, after = measure(some), measure(mixed)
    assert before.keys() == after.keys()
    for name, estimate in before.items():
        assert after[name].value == pytest.approx(estimate.value)
        assert after[name].low == (None if estimate.low is None else pytest.approx(estimate.low))


@given(MEASURED)
def test_intervals_hold_their_value_and_shares_stay_shares(some: Measured) -> None:
    for estimate in measure(some).values():
        assert 0 <= estimate.value <= 1 + 1e-9
        if estimate.low is not None and estimate.high is not None:
            assert estimate.low <= estimate.value <= estimate.high


@given(MEASURED)
def test_more_of_a_ranking_never_finds_less(some: Measured) -> None:
    found = numbers(some)
    if "hit@1" in found:
        assert found["hit@1"] <= found["MRR"] + 1e-9
        assert found["recall@5"] <= found["recall@10"] + 1e-9


def test_one_unit_has_no_interval() -> None:
    one = measure(measured([[2, 1], [1, 2]], [[1, 0], [1, 0]], ["u", "u"]))["hit@1"]
    assert (one.value, one.low, one.high, one.n) == (0.5, None, None, 2)


def test_items_without_a_unit_stand_alone() -> None:
    assert measure(measured([[2, 1], [1, 2]], [[1, 0], [1, 0]], ["", ""]))["hit@1"].low == 0


def test_units_that_agree_within_make_the_interval_wider() -> None:
    scores = [[2, 1]] * 20 + [[1, 2]] * 20
    truth = [[1, 0]] * 40
    alone = measure(measured(scores, truth))["hit@1"]
    together = measure(measured(scores, truth, ["a"] * 10 + ["b"] * 10 + ["c"] * 10 + ["d"] * 10))["hit@1"]
    assert together.low < alone.low < 0.5 < alone.high < together.high


def test_sibling_confusion_by_hand() -> None:
    parents = ["A", "A", "B", ""]
    scores = [[2, 3, 1, 0], [2, 1, 3, 0], [3, 2, 1, 0], [0, 1, 2, 3]]
    truth = [[1, 0, 0, 0], [1, 0, 0, 0], [1, 0, 0, 0], [0, 0, 0, 1]]
    found = measure(measured(scores, truth, parents=parents))["sibling confusion"]
    assert found.n == 3  # the last has no siblings that it could be confused with
    assert found.value == pytest.approx(1 / 3)


def test_grade_confusion_by_hand() -> None:
    grades = {"text_grades": [("3",), ("3",), ()], "standard_grades": [("3",), ("4",), ("3", "4"), ()]}
    scores = [[1, 4, 3, 2], [1, 3, 4, 2], [1, 4, 3, 2]]
    found = measure(measured(scores, [[1, 0, 0, 0]] * 3, **grades))["grade confusion"]
    assert (found.value, found.n) == (0.5, 2)


def test_within_a_grade_nothing_is_said_of_grades() -> None:
    inf = -math.inf
    grades = {"text_grades": [("3",)], "standard_grades": [("3",), ("4",)]}
    assert "grade confusion" not in measure(measured([[1, inf]], [[1, 0]], **grades))


@pytest.mark.parametrize("scores", [[[math.nan, 1.0]], [[math.inf, 1.0]]])
def test_a_score_that_is_no_number_is_refused(scores: list[list[float]]) -> None:
    with pytest.raises(ValueError, match="not a number"):
        measured(scores, [[1, 0]])


def test_what_is_not_in_step_is_refused() -> None:
    with pytest.raises(ValueError, match="units are not in step"):
        measured([[1.0, 2.0]], [[1, 0]], ["a", "b"])


def test_every_metric_is_measured_where_it_can_be() -> None:
    grades = {"text_grades": [("3",)] * 2, "standard_grades": [("3",), ("4",)]}
    whole = measured([[0.2, 0.9], [0.6, 0.3]], [[1, 0], [1, 0]], parents=["A", "A"], probabilities=True, **grades)
    assert set(measure(whole)) == set(METRICS)
