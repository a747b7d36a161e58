"""How much documents say of a standard adds up, in any order, and the same said twice counts once."""

from __future__ import annotations

import math
from functools import reduce
from itertools import combinations
from operator import add

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curalign.domain.levels import COUNTED, KEPT, NOTHING, Counted, Level, Rows, log_odds, say_the_same

odds = st.integers(-90, 90).map(lambda n: n / 10)
words = st.frozensets(st.integers(0, 30), max_size=8)
passages = st.lists(st.tuples(odds, words), max_size=12)
few = st.lists(st.tuples(odds, words), max_size=KEPT // 2)


def said(*rows: int) -> Rows:
    return frozenset(rows)


@given(passages, passages, passages)
def test_parts_add_up_in_any_order(one: list[Counted], other: list[Counted], third: list[Counted]) -> None:
    a, b, c = (Level.of(each) for each in (one, other, third))
    assert (a + b) + c == a + (c + b) == Level.of(one + other + third)
    assert a + Level() == Level() + a == a


@given(passages)
def test_the_same_again_changes_nothing(some: list[Counted]) -> None:
    assert Level.of(some + some) == Level.of(some)
    assert Level.of(some) + Level.of(some) == Level.of(some)


@given(few, few)
def test_more_never_lowers_it(some: list[Counted], more: list[Counted]) -> None:
    assert Level.of(some + more).log_odds >= Level.of(some).log_odds - 1e-9


@st.composite
def versions(draw: st.DrawFn) -> list[Counted]:
    """Passages that each say what at most three others say, and nothing else that one of these has."""
    return [
        (draw(odds), said(*range(100 * text, 100 * text + 6), 100 * text + 50 + version))
        for text in range(draw(st.integers(1, 30)))
        for version in range(draw(st.integers(1, 4)))
    ]


@given(versions(), versions())
def test_more_never_lowers_it_however_much_there_is(some: list[Counted], more: list[Counted]) -> None:
    assert Level.of(some + more).log_odds >= Level.of(some).log_odds - 1e-9


@given(few)
def test_of_passages_that_say_the_same_those_count_whose_odds_add_up_to_most(some: list[Counted]) -> None:
    level = Level.of(some)
    sets = (chosen for n in range(1, COUNTED + 1) for chosen in combinations(level.best, n))
    allowed = (chosen for chosen in sets if not any(say_the_same(a, b) for (_, a), (_, b) in combinations(chosen, 2)))
    most = max((sum(math.exp(odds) for odds, _ in chosen) for chosen in allowed), default=0.0)
    assert sum(math.exp(odds) for odds, _ in level.counted) == pytest.approx(most)


@given(passages.filter(bool))
def test_it_lies_between_the_best_passage_and_as_many_like_it_as_count(some: list[Counted]) -> None:
    best = max(odds for odds, _ in some)
    together = reduce(add, (Level.of([each]) for each in some)).log_odds
    assert best - 1e-9 <= together <= best + math.log(COUNTED) + 1e-9


def test_odds_add_up() -> None:
    assert Level.of([(math.log(2), said(1)), (math.log(3), said(2))]).log_odds == pytest.approx(math.log(5))
    assert Level().log_odds == NOTHING == log_odds(0.0)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (range(20), range(20), True),
        (range(20), range(5, 12), True),  # a part of it
        (range(20), range(10, 30), True),  # cut in the middle of it
        (range(20), range(15, 35), False),  # a quarter of it
        (range(20), range(20, 40), False),
        ((), range(20), False),
        ((), (), True),
    ],
)
def test_passages_say_the_same_by_the_words_of_the_shorter(one: range, other: range, *, same: bool) -> None:
    assert say_the_same(said(*one), said(*other)) is say_the_same(said(*other), said(*one)) is same


def test_a_copy_cut_at_other_places_counts_once() -> None:
    written = [(0.0, said(*range(at, at + 20))) for at in (0, 20, 40)]
    recut = [(0.0, said(*range(max(at, 0), min(at + 20, 60)))) for at in (-10, 10, 30, 50)]
    assert Level.of(written).log_odds == pytest.approx(math.log(3))
    assert Level.of(written + recut).log_odds == pytest.approx(math.log(4))  # as the copy is by itself
    assert Level.of(written + [(odds - 1, rows) for odds, rows in recut]).log_odds == pytest.approx(math.log(3))


def test_a_passage_of_several_counts_where_it_says_more_than_they_do_together() -> None:
    parts = [(-2.0, said(*range(at, at + 10))) for at in (0, 10, 20)]
    whole = (1.0, said(*range(30)))
    assert Level.of([whole, *parts]).counted == (whole,)
    assert Level.of([(-1.9, whole[1]), *parts]).counted == Level.of(parts).counted
