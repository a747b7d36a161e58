"""Gap x need x reach, drawn again: what is sure keeps its rank, and the same seed gives the same numbers."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from curalign.metrics.priorities import Uncertain, draw_again, gap_of, shift_odds

THREE = Uncertain(
    taught=np.array([0.01, 0.98, 0.5]),
    supported=np.array([0.5, 0.01, 0.5]),
    spreads=(0.3, 0.3),
    more=np.array([80.0, 30.0, 10.0]),
    less=np.array([20.0, 70.0, 90.0]),
    least=np.array([80.0, 80.0, 80.0]),
    most=np.array([80.0, 85.0, 90.0]),
)


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_gap_is_that_in_teaching_and_that_in_pd_of_what_is_taught(taught: float, supported: float) -> None:
    gap = gap_of(np.array([taught]), np.array([supported]))[0]
    assert gap == pytest.approx((1 - taught) + taught * (1 - supported))
    assert gap_of(np.array([taught]), None)[0] == pytest.approx(1 - taught)


def test_what_is_sure_stays_sure_however_far_a_calibration_is_off() -> None:
    assert shift_odds(np.array([0.0, 1.0]), 5.0).tolist() == [0.0, 1.0]
    assert shift_odds(np.array([0.5]), 0.0)[0] == pytest.approx(0.5)


def test_intervals_hold_the_products_and_the_most_urgent_is_among_the_first() -> None:
    drawn = draw_again(THREE)
    products = gap_of(THREE.taught, THREE.supported) * np.array([0.8, 0.3, 0.1]) * THREE.least
    assert (drawn.product[:, 0] <= products).all()
    assert (products <= drawn.product[:, 1]).all()
    assert drawn.ranks[0].tolist() == [1.0, 1.0]
    assert drawn.top_5[0] == pytest.approx(0.99, abs=0.02)


def test_a_verdict_that_could_be_wrong_could_lose_its_rank() -> None:
    doubtful = replace(THREE, taught=np.array([0.5, 0.98, 0.5]), supported=np.array([0.99, 0.01, 0.5]))
    low, high = draw_again(doubtful).ranks[0]
    assert low == 1
    assert high > 2


def test_the_same_seed_draws_the_same_numbers() -> None:
    one, other = draw_again(THREE), draw_again(THREE)
    assert np.array_equal(one.ranks, other.ranks)
    assert np.array_equal(one.product, other.product)
