"""Probabilities, counts and excerpts as people read them, the same in findings and in every report."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from curalign.wording import chance, threshold
from curalign.wording.text import consecutive_runs, count, excerpt, one_line

ANYTHING = st.text(st.characters(), max_size=80)
PROBABILITIES = st.floats(0, 1)


def percent(said: str) -> int:
    return int(said.removesuffix(" %"))


@pytest.mark.parametrize(
    ("probability", "said"),
    [(None, "unknown"), (0, "0 %"), (0.004, "under 1 %"), (0.01, "1 %"), (0.57, "57 %"), (0.996, "99 %"), (1, "100 %")],
)
def test_a_chance_is_whole_percent(probability: float | None, said: str) -> None:
    assert chance(probability) == said


@given(st.floats(0.01, 1))
def test_a_chance_never_claims_more_than_was_reached(probability: float) -> None:
    assert percent(chance(probability)) <= 100 * probability + 0.001
    assert (chance(probability) == "100 %") == (probability == 1)


@given(PROBABILITIES, PROBABILITIES)
def test_what_looks_as_if_it_reached_a_threshold_has_reached_it(probability: float, needed: float) -> None:
    if probability >= 0.01 and percent(chance(probability)) >= percent(threshold(needed)):
        assert probability >= needed - 0.00002


def test_a_threshold_is_the_whole_percentage_that_reaches_it() -> None:
    assert threshold(0.551) == "56 %"
    assert threshold(0.5) == "50 %"


def test_what_was_kept_in_single_precision_is_said_as_it_was_meant() -> None:
    assert chance(float(np.float32(0.7))) == "70 %"
    assert threshold(float(np.float32(0.62))) == "62 %"


def test_counts_are_words_and_long_ones_have_commas() -> None:
    assert [count(n, "standard") for n in (0, 1, 1200)] == ["0 standards", "1 standard", "1,200 standards"]
    assert count(2, "study", "studies") == "2 studies"


@given(ANYTHING, st.integers(1, 50))
def test_an_excerpt_is_one_short_line_and_says_when_something_is_missing(text: str, most: int) -> None:
    cut = excerpt(text, most)
    assert len(cut) <= most
    assert cut == one_line(text) or cut.endswith("…")
    assert "\n" not in cut


def test_an_excerpt_ends_between_words_and_after_a_letter() -> None:
    assert excerpt("one two three four", 12) == "one two…"
    assert excerpt("first,\n second, third", 16) == "first, second…"


def test_only_a_very_long_word_is_cut_inside() -> None:
    assert excerpt("supercalifragilistic", 6) == "super…"


@given(st.sets(st.integers(0, 60)).map(sorted))
def test_runs_hold_every_number_once_and_break_only_at_gaps(numbers: list[int]) -> None:
    found = consecutive_runs(numbers)
    assert [number for run in found for number in run] == numbers
    assert all(run == list(range(run[0], run[-1] + 1)) for run in found)
    assert all(after[0] > before[-1] + 1 for before, after in pairwise(found))
