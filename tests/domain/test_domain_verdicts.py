"""What a level, and what the same documents reach by chance, say of whether a standard is taught."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curalign.domain.verdicts import SURE, Calibration, Verdict
from curalign.judging import load_judge

SHIPPED = dict(load_judge("standards").calibrations)
LEVELS = st.floats(0, 1)
CHANCES = st.floats(-12, 6)


def log_odds(p: float) -> float:
    return math.log(p / (1 - p))


@pytest.mark.parametrize("kind", sorted(SHIPPED))
@given(one=LEVELS, other=LEVELS, chance=CHANCES)
def test_a_higher_level_is_never_less_probably_taught(kind: str, one: float, other: float, chance: float) -> None:
    curve = SHIPPED[kind]
    low, high = sorted((one, other))
    assert curve.taught(low, chance) <= curve.taught(high, chance)


@pytest.mark.parametrize("kind", sorted(SHIPPED))
@given(level=st.floats(0.01, 0.99), chance=CHANCES, more=st.floats(0, 3))
def test_a_higher_chance_lowers_it_by_no_more_than_that(kind: str, level: float, chance: float, more: float) -> None:
    curve = SHIPPED[kind]
    before, after = (log_odds(curve.taught(level, each)) for each in (chance, chance + more))
    assert before - curve.slope * more - 1e-6 <= after <= before + 1e-6


@given(LEVELS)
def test_nothing_is_made_of_a_lower_chance_than_any_district_of_the_fit_had(level: float) -> None:
    curve = Calibration(intercept=1, slope=1.5, least=-4, spread=0.5)
    assert curve.taught(level, -9) == curve.taught(level, -4) == curve.taught(level, None)


@given(st.floats(0, 1))
def test_a_verdict_is_given_only_where_it_is_sure_enough(taught: float) -> None:
    verdict = Verdict.of(taught)
    assert (verdict is Verdict.TAUGHT) == (taught >= SURE)
    assert (verdict is Verdict.NOT_TAUGHT) == (taught <= 1 - SURE)
    assert Verdict.of(None) is Verdict.NO_DOCUMENTS
