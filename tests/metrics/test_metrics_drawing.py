"""Which standards a person is asked about: at random, from every stratum, none twice."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curalign.metrics import draw_for_review, strata_of

PROBABILITIES = st.lists(st.floats(0, 1), max_size=40)
SEEDS = st.integers(0, 2**32)


@given(PROBABILITIES, st.integers(0, 50), SEEDS, st.data())
def test_as_many_as_asked_none_twice_none_that_was_reviewed(
    p: list[float], n: int, seed: int, data: st.DataObject
) -> None:
    reviewed = data.draw(st.sets(st.sampled_from(range(len(p))))) if p else set()
    drawn = draw_for_review(p, n, seed, reviewed)
    assert len(drawn) == len(set(drawn)) == min(n, len(p) - len(reviewed))
    assert set(drawn) <= set(range(len(p))) - reviewed
    assert draw_for_review(p, n, seed, reviewed) == drawn


@given(PROBABILITIES)
def test_strata_are_as_large_as_each_other_and_follow_the_probability(p: list[float]) -> None:
    strata = strata_of(p)
    sizes = Counter(strata)
    assert sorted(sizes) == list(range(len(sizes)))
    assert max(sizes.values(), default=0) - min(sizes.values(), default=0) <= 1
    assert [stratum for _, stratum in sorted(zip(p, strata, strict=True))] == sorted(strata)


def test_each_stratum_has_its_share_and_two_at_least() -> None:
    strata = [0] * 80 + [1] * 16 + [2] * 4
    drawn = draw_for_review([0.5] * 100, 25, 0, strata=strata)
    assert Counter(strata[at] for at in drawn) == {0: 19, 1: 4, 2: 2}


def test_a_second_draw_fills_up_what_the_first_left_out() -> None:
    p = [at / 90 for at in range(90)]
    first = draw_for_review(p, 5, 1)
    second = draw_for_review(p, 10, 2, first)
    assert Counter(strata_of(p)[at] for at in (*first, *second)) == {0: 5, 1: 5, 2: 5}


def test_every_standard_is_as_likely_to_be_drawn() -> None:
    times = Counter(at for seed in range(2000) for at in draw_for_review([0.1] * 6 + [0.9] * 6, 4, seed))
    # 2000 draws of 4 among 12: 667 each, give or take four standard deviations of 21.
    assert set(times) == set(range(12))
    assert all(580 <= many <= 755 for many in times.values())


def test_whoever_stops_half_way_has_answered_a_random_part() -> None:
    firsts = Counter(
        strata_of([at / 30 for at in range(30)])[draw_for_review([at / 30 for at in range(30)], 9, seed)[0]]
        for seed in range(300)
    )
    assert set(firsts) == {0, 1, 2}
    assert min(firsts.values()) >= 65


def test_strata_that_do_not_fit_are_refused() -> None:
    with pytest.raises(ValueError, match="not in step"):
        draw_for_review([0.5, 0.5], 1, 0, strata=[0])
