"""Verdicts beside the truth."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curalign.domain.verdicts import Verdict
from curalign.metrics import Judged, calibrate, measure_verdicts
from curalign.metrics.verdicts import wilson

JUDGED = st.builds(
    lambda truth, taught: Judged(truth, taught, Verdict.of(taught)), st.booleans(), st.none() | st.floats(0, 1)
)


def judged(*pairs: tuple[bool, float | None]) -> list[Judged]:
    return [Judged(truth, taught, Verdict.of(taught)) for truth, taught in pairs]


SOME = judged((True, 0.9), (True, 0.8), (True, 0.5), (True, 0.3), (False, 0.7), (False, 0.1), (False, 0.2))


@pytest.mark.parametrize(
    ("metric", "value", "n"),
    [
        ("taught: precision", 2 / 3, 3),
        ("taught: recall", 2 / 4, 4),
        ("not taught: precision", 2 / 3, 3),
        ("not taught: recall", 2 / 3, 3),
        ("cannot tell", 1 / 7, 7),
        # Bin by bin, what was said less what is true: .1 - 0, .5 - 1, .5 - 1, .7 - 0, 1.7 - 2.
        ("ECE of taught", (0.1 + 0.5 + 0.5 + 0.7 + 0.3) / 7, 7),
        ("gaps by taught at 5%", 2 / 3, 3),
    ],
)
def test_each_metric_by_hand(metric: str, value: float, n: int) -> None:
    found = measure_verdicts(SOME)[metric]
    assert (found.value, found.n) == (pytest.approx(value), n)


def test_where_only_taught_standards_are_known_no_precision_is_claimed() -> None:
    assert set(measure_verdicts([one for one in SOME if one.truth])) == {"taught: recall", "cannot tell"}
    assert calibrate("unit", [one for one in SOME if one.truth], 0.5) is None


def test_what_nothing_could_be_judged_of_counts_as_cannot_tell_and_is_missed() -> None:
    more = measure_verdicts([*SOME, *judged((True, None))])
    assert more["cannot tell"].value == pytest.approx(2 / 8)
    assert more["taught: recall"].value == pytest.approx(2 / 5)
    assert more["ECE of taught"].n == 7


def test_the_count_is_beside_the_truth_and_the_bins_hold_every_standard() -> None:
    found = calibrate("unit", SOME, 0.3)
    assert found is not None
    assert (found.count.expected, found.true, found.holds) == (4, 4, True)  # .9 + .8 + .5 + .3 + .7 + .1 + .2 = 3.5
    assert [(round(b.low, 1), b.taught.n, b.taught.value) for b in found.bins] == [
        (0.0, 1, 0),
        (0.2, 2, 0.5),
        (0.4, 1, 1),
        (0.6, 1, 0),
        (0.8, 2, 1),
    ]


def test_wilson_agrees_with_the_published_example() -> None:
    # Newcombe 1998, Statistics in Medicine 17, table I: 81 of 263 and 1 of 29.
    for hits, n, low, high in ((81, 263, 0.2553, 0.3662), (1, 29, 0.0061, 0.1718)):
        found = wilson(hits, n)
        assert found is not None
        assert (round(found.low or 0, 4), round(found.high or 0, 4)) == (low, high)
    assert wilson(0, 0) is None


@given(st.lists(JUDGED, max_size=30))
def test_every_share_lies_in_its_interval_and_bins_add_up(some: list[Judged]) -> None:
    for found in measure_verdicts(some).values():
        assert found.low is None or 0 <= found.low <= found.value <= (found.high or 0) <= 1
    one = calibrate("pd", some, 0.5)
    if one is not None:
        assert sum(b.taught.n for b in one.bins) == one.count.of == sum(j.taught is not None for j in some)
        assert round(sum(b.taught.value * b.taught.n for b in one.bins)) == one.true
        assert all(b.low <= b.predicted <= b.high for b in one.bins)


@given(st.lists(JUDGED, max_size=30), st.randoms())
def test_order_does_not_matter_to_any_value(some: list[Judged], random: object) -> None:
    shuffled = list(some)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    first, second = (
        {name: round(found.value, 9) for name, found in measure_verdicts(judged).items()} for judged in (some, shuffled)
    )
    assert first == second
