"""How much documents say of a standard adds up, in any order, and the same said twice counts once."""

from __future__ import annotations

import math
from functools import reduce
from operator import add

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curalign.domain.levels import COUNTED, NOTHING, Level, log_odds

passages = st.lists(st.tuples(st.integers(-90, 90).map(lambda n: n / 10), st.integers(0, 12)), max_size=12)


@given(passages, passages, passages)
def test_parts_add_up_in_any_order(
    one: list[tuple[float, int]], other: list[tuple[float, int]], third: list[tuple[float, int]]
) -> None:
    a, b, c = (Level.of(each) for each in (one, other, third))
    assert (a + b) + c == a + (c + b) == Level.of(one + other + third)
    assert a + Level() == Level() + a == a


@given(passages)
def test_the_same_again_changes_nothing(some: list[tuple[float, int]]) -> None:
    assert Level.of(some + some) == Level.of(some)
    assert Level.of(some) + Level.of(some) == Level.of(some)


@given(passages, passages)
def test_more_never_lowers_it(some: list[tuple[float, int]], more: list[tuple[float, int]]) -> None:
    assert Level.of(some + more).log_odds >= Level.of(some).log_odds - 1e-9


@given(passages.filter(bool))
def test_it_lies_between_the_best_passage_and_as_many_like_it_as_count(some: list[tuple[float, int]]) -> None:
    best = max(odds for odds, _ in some)
    together = reduce(add, (Level.of([each]) for each in some)).log_odds
    assert best - 1e-9 <= together <= best + math.log(COUNTED) + 1e-9


def test_odds_add_up() -> None:
    assert Level.of([(math.log(2), 1), (math.log(3), 2)]).log_odds == pytest.approx(math.log(5))
    assert Level().log_odds == NOTHING == log_odds(0.0)
