"""A share of few pupils is drawn towards the mean of its test, and its interval says how little is known."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from curalign.metrics.shrinkage import STATED_STRENGTH, Prior, effective_size, fit_prior, item_variance, shrink_need

SHARES = st.floats(0, 1)
PRIOR = Prior(0.7, 20.0)


@given(SHARES, st.floats(1, 500))
def test_a_need_lies_between_what_was_found_and_what_was_expected(share: float, n: float) -> None:
    need, _ = shrink_need(share, n, PRIOR)
    low, high = sorted((1 - share, 1 - PRIOR.mean))
    assert low - 1e-9 <= need.value <= high + 1e-9
    assert need.low <= need.value <= need.high


def test_the_more_pupils_the_less_it_is_drawn_and_the_narrower_it_is() -> None:
    needs = [shrink_need(0.2, n, PRIOR)[0] for n in (2, 10, 100, 1000)]
    assert [round(need.value, 2) for need in needs] == [0.35, 0.47, 0.72, 0.79]
    widths = [need.high - need.low for need in needs]
    assert widths == sorted(widths, reverse=True)


def test_a_need_is_the_mean_of_the_beta_distribution_of_pupils_and_prior() -> None:
    need, weights = shrink_need(0.25, 40, PRIOR)
    assert weights == pytest.approx((6 + 30, 14 + 10))
    assert need.value == pytest.approx(36 / 60)


def test_standards_that_differ_by_chance_alone_are_all_drawn_to_the_mean() -> None:
    rng = np.random.default_rng(1)
    alike = rng.binomial(40, 0.6, 200) / 40
    apart = rng.beta(6, 4, 200)
    assert fit_prior(alike, [40] * 200).strength > 100
    assert fit_prior(apart, [1000] * 200).strength == pytest.approx(10, rel=0.3)
    assert fit_prior(apart, [1000] * 200).mean == pytest.approx(0.6, abs=0.03)


def test_few_standards_say_nothing_of_how_standards_differ() -> None:
    assert fit_prior([0.2, 0.9], [50, 50]).strength == STATED_STRENGTH


def test_a_test_without_standards_is_refused() -> None:
    with pytest.raises(ValueError, match="one at least"):
        fit_prior([], [])


@given(st.floats(1, 1000), st.integers(1, 20), st.floats(0, 0.1))
def test_a_share_is_never_worth_more_pupils_than_sat(n: float, items: int, variance: float) -> None:
    one, more = (effective_size(n, k, variance, 0.6) for k in (items, items + 1))
    assert one <= more <= n + 1e-9


def test_how_items_of_one_standard_differ_is_more_than_chance() -> None:
    rng = np.random.default_rng(2)
    standards = []
    for _ in range(300):
        true = np.clip(0.6 + rng.normal(0, 0.15, 3), 0.02, 0.98)
        standards.append([(float(rng.binomial(60, p)) / 60, 60) for p in true])
    assert item_variance(standards) == pytest.approx(0.15**2, rel=0.2)
    assert item_variance([[(0.5, 60), (0.5, 60)]]) == 0
