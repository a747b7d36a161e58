"""What training gained: the difference of each metric, with an interval that draws the same units on both sides."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from measured_sets import MEASURED, measured

from curalign.metrics import Measured, gains, measure


@given(MEASURED)
def test_nothing_is_gained_where_nothing_changed(some: Measured) -> None:
    for estimate in gains(some, some).values():
        assert (estimate.value, estimate.low or 0, estimate.high or 0) == (0, 0, 0)


@given(MEASURED)
def test_a_gain_is_the_difference_of_the_two_values(some: Measured) -> None:
    other = replace(some, scores=1 - some.scores)
    before, after = measure(some), measure(other)
    for name, estimate in gains(some, other).items():
        assert estimate.value == pytest.approx(after[name].value - before[name].value)
        assert estimate.n == after[name].n


def test_units_that_all_gain_the_same_leave_no_doubt() -> None:
    """Each side's own interval is wide, because the units differ; the gain's is not."""
    truth = [[1, 0, 0, 0]] * 6
    units = ["a", "a", "b", "b", "c", "c"]
    before = measured([[0.1, 0.9, 0.8, 0.0], [0.9, 0.1, 0.0, 0.0]] * 3, truth, units)
    after = measured([[0.9, 0.1, 0.0, 0.0], [0.9, 0.1, 0.0, 0.0]] * 3, truth, units)
    gain = gains(before, after)["hit@1"]
    assert (gain.value, gain.low, gain.high, gain.n) == (0.5, 0.5, 0.5, 6)


def test_one_unit_has_no_interval() -> None:
    some = measured(np.eye(3), np.eye(3), ["a", "a", "a"])
    assert gains(some, some)["MRR"].low is None
