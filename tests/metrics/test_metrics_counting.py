"""How many standards are taught: laws of the count by the model, and of the count with a person's answers."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from curalign.domain.scores import Count
from curalign.metrics import expected_count, reviewed_count

PROBABILITIES = st.lists(st.integers(0, 100).map(lambda p: p / 100), max_size=12)
SPREADS = st.sampled_from([0.0, 0.5, 1.5])


def in_order(count: Count) -> bool:
    return 0 <= count.low <= count.expected <= count.high <= count.of


def test_by_hand() -> None:
    # 0, 1, 2, 3 or 4 of 4 coins: 1/16, 4/16, 6/16, 4/16, 1/16, so that neither end is rarer than 2.5 %.
    assert expected_count([0.5] * 4, 0) == Count(2, 0, 4, 4)
    # Of 100 coins 40 to 60 (scipy.stats.binom(100, .5).ppf([.025, .975])).
    assert expected_count([0.5] * 100, 0) == Count(50, 40, 60, 100)


def test_what_districts_share_does_not_average_out() -> None:
    alone, shared = expected_count([0.7] * 100, 0), expected_count([0.7] * 100, 0.8)
    assert alone.high - alone.low <= 18
    assert shared.high - shared.low >= 50
    assert shared.expected == alone.expected == 70


def test_the_spread_between_districts_is_covered() -> None:
    rng = np.random.default_rng(3)
    odds = rng.normal(0, 2, 90)
    districts = 1 / (1 + np.exp(-odds - rng.normal(0, 0.7, 4000)[:, None]))
    # Calibrated: each standard's share over districts.
    count = expected_count(districts.mean(axis=0).tolist(), 0.7)
    taught = (rng.random(districts.shape) < districts).sum(axis=1)
    assert 0.93 <= ((count.low <= taught) & (taught <= count.high)).mean() <= 0.97


def test_a_calibration_that_is_itself_unsure_widens_the_interval() -> None:
    p = [0.2, 0.5, 0.8] * 20
    sure = np.tile([0.0, 1.0], (200, 1))
    unsure = np.random.default_rng(0).normal([0, 1], [0.6, 0.1], (200, 2))
    narrow, wide = expected_count(p, 0.1, sure), expected_count(p, 0.1, unsure)
    assert wide.low < narrow.low < 30 < narrow.high < wide.high


@given(PROBABILITIES, SPREADS)
def test_whole_numbers_in_order(p: list[float], spread: float) -> None:
    count = expected_count(p, spread)
    assert in_order(count)
    assert abs(count.expected - sum(p)) <= 0.5 + 1e-9
    assert count.of == len(p)


@given(PROBABILITIES, SPREADS)
def test_a_sure_standard_adds_one(p: list[float], spread: float) -> None:
    before, after = expected_count(p, spread), expected_count([*p, 1.0], spread)
    assert after == Count(before.expected + 1, before.low + 1, before.high + 1, before.of + 1)


@given(st.integers(0, 30), SPREADS)
def test_none_is_none_and_all_is_all(n: int, spread: float) -> None:
    assert expected_count([0.0] * n, spread) == Count(0, 0, 0, n)
    assert expected_count([1.0] * n, spread) == Count(n, n, n, n)


@given(PROBABILITIES.filter(bool), st.data(), SPREADS)
def test_more_probable_is_never_fewer(p: list[float], data: st.DataObject, spread: float) -> None:
    at = data.draw(st.integers(0, len(p) - 1))
    raised = [*p[:at], data.draw(st.integers(round(100 * p[at]), 100)) / 100, *p[at + 1 :]]
    before, after = expected_count(p, spread), expected_count(raised, spread)
    assert before.expected <= after.expected
    assert before.low <= after.low
    assert before.high <= after.high


@given(PROBABILITIES, SPREADS)
def test_order_does_not_matter(p: list[float], spread: float) -> None:
    assert expected_count(sorted(p), spread) == expected_count(p, spread) == expected_count(p[::-1], spread)


@given(PROBABILITIES.filter(lambda p: len(p) > 1), st.data())
def test_a_reviewed_count_holds_what_was_answered(p: list[float], data: st.DataObject) -> None:
    answers = data.draw(st.dictionaries(st.integers(0, len(p) - 1), st.booleans(), min_size=2))
    strata = data.draw(st.none() | st.lists(st.integers(0, 3), min_size=len(p), max_size=len(p)))
    count = reviewed_count(p, answers, strata)
    assert in_order(count)
    assert sum(answers.values()) <= count.low
    assert count.high <= len(p) - sum(not answer for answer in answers.values())


@given(PROBABILITIES.filter(bool), st.data())
def test_who_answers_for_all_knows(p: list[float], data: st.DataObject) -> None:
    truth = data.draw(st.lists(st.booleans(), min_size=len(p), max_size=len(p)))
    assert reviewed_count(p, dict(enumerate(truth))) == Count(sum(truth), sum(truth), sum(truth), len(p))


@given(PROBABILITIES.filter(lambda p: len(p) > 1), st.data())
def test_names_of_strata_and_order_do_not_matter(p: list[float], data: st.DataObject) -> None:
    answers = data.draw(st.dictionaries(st.integers(0, len(p) - 1), st.booleans(), min_size=2))
    # Strata of one probability each, so that no two have the same mean.
    strata = [round(100 * one) for one in p]
    turned = {len(p) - 1 - at: answer for at, answer in answers.items()}
    count = reviewed_count(p, answers, strata)
    assert reviewed_count(p, answers, [7 - 3 * one for one in strata]) == count
    assert reviewed_count(p[::-1], turned, strata[::-1]) == count


def test_a_model_that_knows_is_followed_within_a_stratum_and_a_wrong_one_is_not() -> None:
    truth = [at % 2 == 0 for at in range(60)]
    answers = {at: truth[at] for at in range(0, 60, 3)}
    one = [0] * 60
    right = reviewed_count([0.98 if taught else 0.02 for taught in truth], answers, one)
    wrong = reviewed_count([0.02 if taught else 0.98 for taught in truth], answers, one)
    silent = reviewed_count([0.5] * 60, answers, one)
    assert right.low <= 30 <= right.high
    assert right.high - right.low < (silent.high - silent.low) / 2
    assert wrong == silent


def test_answers_overrule_a_model_that_is_badly_off() -> None:
    answers = {at: at % 5 < 2 for at in range(0, 90, 2)}
    count = reviewed_count([0.9] * 90, answers)
    assert count.low <= 36 <= count.high < 50


def test_answers_that_all_agree_leave_doubt() -> None:
    count = reviewed_count([0.97] * 60, dict.fromkeys(range(0, 60, 4), True))
    assert count.expected == 60
    assert 45 <= count.low <= 55


def test_a_stratum_with_one_answer_goes_with_its_neighbour() -> None:
    p = [0.1] * 20 + [0.5] * 20 + [0.9] * 20
    answers = {0: False, 1: False, 2: False, 20: True, 40: True, 41: True, 42: True}
    apart, together = [0] * 20 + [1] * 20 + [2] * 20, [0] * 20 + [1] * 40
    assert reviewed_count(p, answers, apart) == reviewed_count(p, answers, together)


@pytest.mark.parametrize("p", [[1.2], [-0.1], [float("nan")]])
def test_what_is_no_probability_is_refused(p: list[float]) -> None:
    with pytest.raises(ValueError, match="not within 0 and 1"):
        expected_count(p, 0)
    with pytest.raises(ValueError, match="not within 0 and 1"):
        reviewed_count(p, {0: True})


def test_what_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="spread"):
        expected_count([0.5], -1)
    with pytest.raises(ValueError, match="a shift and a slope"):
        expected_count([0.5], 0, np.zeros((0, 2)))
    with pytest.raises(ValueError, match="two standards at least"):
        reviewed_count([0.5, 0.5], {0: True})
    with pytest.raises(ValueError, match="outside 0 to 1"):
        reviewed_count([0.5, 0.5], {0: True, 2: True})
    with pytest.raises(ValueError, match="not in step"):
        reviewed_count([0.5, 0.5], {0: True, 1: True}, [0])
