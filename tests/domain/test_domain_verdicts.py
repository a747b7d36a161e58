"""What a level and a crowd of passages say of whether a standard is taught."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curalign.domain.verdicts import SURE, Calibration, Verdict
from curalign.judging import load_judge

SHIPPED = dict(load_judge("standards").calibrations)
LEVELS = st.floats(0, 1)
PASSAGES = st.integers(1, 100_000)


def log_odds(p: float) -> float:
    return math.log(p / (1 - p))


@pytest.mark.parametrize("kind", sorted(SHIPPED))
@given(one=LEVELS, other=LEVELS, passages=PASSAGES)
def test_a_higher_level_is_never_less_probably_taught(kind: str, one: float, other: float, passages: int) -> None:
    curve = SHIPPED[kind]
    low, high = sorted((one, other))
    assert curve.taught(low, passages) <= curve.taught(high, passages)


@pytest.mark.parametrize("kind", sorted(SHIPPED))
@given(level=st.floats(0.01, 0.99), passages=PASSAGES, more=st.integers(0, 100_000))
def test_more_passages_lower_it_by_no_more_than_chance(kind: str, level: float, passages: int, more: int) -> None:
    curve = SHIPPED[kind]
    before, after = (log_odds(curve.taught(level, n)) for n in (passages, passages + more))
    most = -curve.crowd * math.log((passages + more) / passages)
    assert before - most - 1e-6 <= after <= before + 1e-6


@given(LEVELS)
def test_nothing_is_made_of_fewer_passages_than_any_district_of_the_fit_had(level: float) -> None:
    curve = Calibration(intercept=1, slope=1.5, crowd=-2, fewest=80, spread=0.5)
    assert curve.taught(level, 1) == curve.taught(level, 80)


@given(st.floats(0, 1))
def test_a_verdict_is_given_only_where_it_is_sure_enough(taught: float) -> None:
    verdict = Verdict.of(taught)
    assert (verdict is Verdict.TAUGHT) == (taught >= SURE)
    assert (verdict is Verdict.NOT_TAUGHT) == (taught <= 1 - SURE)
    assert Verdict.of(None) is Verdict.NO_DOCUMENTS
