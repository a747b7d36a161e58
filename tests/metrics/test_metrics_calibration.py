"""Probabilities against labels: numbers worked out by hand, and laws."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from measured_sets import MEASURED, measured, numbers

from curalign.metrics import Measured, measure


def test_by_hand() -> None:
    # Bins of 1/15: .90 and .92 in one (half of them right), .10 in another (none right).
    found = measure(measured([[0.90, 0.10], [0.92, 0.10]], [[1, 0], [0, 0]], probabilities=True))
    assert found["ECE"].value == pytest.approx((abs(1.82 - 1) + abs(0.20)) / 4)
    assert found["ECE"].n == 4
    assert found["ECE of the first"].value == pytest.approx(abs(1.82 - 1) / 2)
    assert found["ECE of the first"].n == 2
    assert found["Brier"].value == pytest.approx((0.1**2 + 0.1**2 + 0.92**2 + 0.1**2) / 4)


def test_a_judge_that_knows_makes_no_error() -> None:
    found = numbers(measured([[1, 0, 0], [0, 0, 1]], [[1, 0, 0], [0, 0, 1]], probabilities=True))
    assert found["ECE"] == found["ECE of the first"] == found["Brier"] == 0


def test_half_sure_and_half_right_is_calibrated() -> None:
    found = numbers(measured([[0.5, 0.5]], [[1, 0]], probabilities=True))
    assert found["ECE"] == 0
    assert found["Brier"] == 0.25


def test_pairs_outside_the_pool_do_not_count() -> None:
    found = measure(measured([[0.5, -np.inf]], [[1, 1]], probabilities=True))
    assert found["ECE"].n == found["Brier"].n == 1


def test_scores_that_are_no_probabilities_are_not_asked_to_be_calibrated() -> None:
    assert not {"ECE", "ECE of the first", "Brier"} & set(numbers(measured([[5.0, 1.0]], [[1, 0]])))


@given(MEASURED)
def test_brier_is_that_of_scikit_learn(some: Measured) -> None:
    from sklearn.metrics import brier_score_loss

    expected = brier_score_loss(some.truth.ravel().astype(int), some.scores.ravel(), labels=[0, 1])
    assert numbers(some)["Brier"] == pytest.approx(expected)


@given(MEASURED)
def test_the_error_is_never_below_that_of_the_mean(some: Measured) -> None:
    off = abs(some.scores.mean() - some.truth.mean())
    assert numbers(some)["ECE"] >= off - 1e-9
