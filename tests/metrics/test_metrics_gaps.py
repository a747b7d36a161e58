"""Gaps: what is left of a standard when what teaches it is gone."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from measured_sets import MEASURED, measured

from curalign.metrics import Levels, Measured, compare_untaught, left_out_units, noticed, single_standard_gaps


def test_a_standards_level_is_its_best_score_with_and_without_its_own_texts() -> None:
    some = measured([[0.9, 0.2], [0.4, 0.8], [0.5, 0.1]], [[1, 0], [0, 1], [1, 0]])
    levels = single_standard_gaps(some)
    assert levels.codes == ("S0", "S1")
    assert levels.taught.tolist() == [0.9, 0.8]
    assert levels.without.tolist() == [0.4, 0.2]


def test_the_bar_is_where_so_many_taught_standards_fall_below() -> None:
    # As numpy's quantile draws it: a twentieth of the way from the lowest to the next for two standards.
    levels = Levels(("a", "b"), np.array([0.5, 0.9]), np.array([0.51, 0.6]))
    assert noticed(levels, 0.05).value == 0.5  # the bar is .52
    assert noticed(levels, 0.50).value == 1.0  # the bar is .70


def test_a_standard_that_no_other_text_is_near_is_always_noticed() -> None:
    some = measured([[0.9, -np.inf], [-np.inf, 0.8]], [[1, 0], [0, 1]])
    assert noticed(single_standard_gaps(some), 0.05).value == 1


@pytest.mark.parametrize(
    ("codes", "asked"),
    [
        (["1.A", "1.A.a", "1.A.b"], ("1.A.a", "1.A.b")),
        (["3.NF.A.2", "3.NF.A.2a"], ("3.NF.A.2a",)),
        (["W.3.1", "W.3.10"], ("W.3.1", "W.3.10")),
    ],
)
def test_components_stand_for_the_standard_that_they_belong_to(codes: list[str], asked: tuple[str, ...]) -> None:
    every = np.ones((1, len(codes)))
    assert single_standard_gaps(measured(every, every, codes=codes)).codes == asked


def test_a_standard_is_left_to_its_components_even_where_none_of_them_is_labelled() -> None:
    assert single_standard_gaps(measured([[1, 1]], [[1, 0]], codes=["2.A.1", "2.A.1a"])).codes == ()


def test_a_unit_is_left_out_for_the_standards_that_only_it_teaches() -> None:
    scores = [[0.9, 0.3, 0.2], [0.6, 0.8, 0.1], [0.4, 0.7, 0.5]]
    truth = [[1, 0, 0], [1, 0, 0], [0, 1, 1]]
    levels = left_out_units(measured(scores, truth, ["u", "u", "v"]))
    assert levels.taught.tolist() == [0.9, 0.8, 0.5]
    assert levels.without.tolist() == [0.4, 0.8, 0.2]


def test_a_standard_of_two_units_is_in_no_left_out_unit() -> None:
    scores, truth = [[0.9, 0.1], [0.8, 0.2], [0.1, 0.1]], [[1, 0], [1, 1], [0, 0]]
    levels = left_out_units(measured(scores, truth, ["u", "v", "v"]))
    assert np.isnan(levels.without).tolist() == [True, False]
    assert noticed(levels, 0.05).n == 1


@pytest.mark.parametrize("units", [["", ""], ["u", "v"], ["u", ""]])
def test_where_every_text_stands_alone_there_is_no_unit_to_leave_out(units: list[str]) -> None:
    assert left_out_units(measured([[0.9], [0.8]], [[1], [1]], units)) is None


def test_where_nothing_was_taken_away_nothing_is_noticed() -> None:
    assert noticed(Levels(("a",), np.array([0.5]), np.array([np.nan])), 0.05) is None


@given(MEASURED)
def test_taking_away_never_raises_a_level(some: Measured) -> None:
    levels = single_standard_gaps(some)
    assert (levels.without <= levels.taught).all()


@given(MEASURED)
def test_more_false_alarms_never_notice_less(some: Measured) -> None:
    levels = single_standard_gaps(some)
    if levels.codes:
        at5, at10 = noticed(levels, 0.05), noticed(levels, 0.10)
        assert at5.value <= at10.value
        assert at5.low is None or at5.low <= at5.value <= at5.high


@given(MEASURED, st.randoms(use_true_random=False))
def test_the_order_of_texts_does_not_matter(some: Measured, dice) -> None:
    rows = list(range(len(some.units)))
    dice.shuffle(rows)
    mixed = measured(some.scores[rows], some.truth[rows], [some.units[r] for r in rows])
    for before, after in (
        (single_standard_gaps(some), single_standard_gaps(mixed)),
        (left_out_units(some), left_out_units(mixed)),
    ):
        if before is not None:
            assert before.taught.tolist() == after.taught.tolist()
            np.testing.assert_array_equal(before.without, after.without)


def test_untaught_by_hand() -> None:
    found = compare_untaught({"a", "b"}, {"b", "c", "d"}, ["a", "b", "c", "d", "e"])
    assert {name: (e.value, e.n) for name, e in found.items()} == {
        "precision": (0.5, 2),
        "recall": (0.5, 2),
        "false alarms": (pytest.approx(1 / 3), 3),
    }


def test_untaught_says_nothing_of_what_is_not_there() -> None:
    assert set(compare_untaught(set(), {"a"}, ["a"])) == {"false alarms"}
