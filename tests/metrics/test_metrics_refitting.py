"""A district's own answers: they move the calibration a little, and narrow the number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curalign.domain.verdicts import Calibration
from curalign.metrics import ENOUGH, expected_count, refit, updated_count

SPREAD = 0.55
CALIBRATION = Calibration(intercept=-3.0, slope=1.4, least=-3.4, spread=SPREAD)
probabilities = st.lists(st.floats(0.01, 0.99), min_size=1, max_size=40)


@given(probabilities)
def test_before_anybody_answered_the_number_is_what_it_was(p: list[float]) -> None:
    before, updated = expected_count(p, SPREAD), updated_count(p, {}, SPREAD)
    assert updated is not None
    assert abs(updated.low - before.low) <= 1
    assert abs(updated.high - before.high) <= 1
    assert abs(updated.expected - before.expected) <= 1


@given(probabilities, st.data())
def test_what_is_answered_is_known(p: list[float], data: st.DataObject) -> None:
    answers = data.draw(st.dictionaries(st.integers(0, len(p) - 1), st.booleans(), max_size=ENOUGH - 1))
    found = updated_count(p, answers, SPREAD)
    assert found is not None
    yes = sum(answers.values())
    assert yes <= found.low <= found.expected <= found.high <= yes + len(p) - len(answers)


def test_answers_as_expected_narrow_the_number() -> None:
    p = [0.05, 0.2, 0.5, 0.8, 0.95] * 12
    widths = []
    for n in (0, 10, 20, 40, 60):
        found = updated_count(p, {at: (at // 5 % 5 + 0.5) / 5 < p[at] for at in range(n)}, SPREAD)  # as often as p says
        assert found is not None
        widths.append(found.high - found.low)
    assert widths == sorted(widths, reverse=True)
    assert widths[-1] == 0


def test_answers_that_contradict_the_model_are_told_once_they_are_enough() -> None:
    p = [0.95] * 30 + [0.05] * 30
    against = {at: p[at] < 0.5 for at in (*range(10), *range(30, 40))}
    assert updated_count(p, against, SPREAD) is None
    few = {at: against[at] for at in list(against)[: ENOUGH - 1]}
    assert updated_count(p, few, SPREAD) is not None


def test_few_answers_leave_the_calibration_as_it_is() -> None:
    assert refit(CALIBRATION, [0.9] * (ENOUGH - 1), [False] * (ENOUGH - 1)) == CALIBRATION


@pytest.mark.parametrize("taught", [True, False])
def test_answers_move_the_curve_their_way_and_leave_less_doubt(taught: bool) -> None:
    own = refit(CALIBRATION, [0.5] * 20, [taught] * 20)
    before, after = (each.taught(0.5, -1.0) for each in (CALIBRATION, own))
    assert (after > before) is taught
    assert own.spread < CALIBRATION.spread
    assert own.slope > 0
