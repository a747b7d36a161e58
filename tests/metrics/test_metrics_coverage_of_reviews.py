"""The interval of a reviewed count holds the truth in 93 to 97 of 100 draws, however wrong the model is."""

from __future__ import annotations

import numpy as np
import pytest

from curalign.metrics import draw_for_review, reviewed_count
from curalign.metrics.simulating import WORLDS, Cut, by_terciles, by_verdicts, simulate_reviews

# 4000 samples have a standard error of .0034; a cell that is truly at the bar may show a little more or less.
NOISE = 0.007


@pytest.mark.parametrize("reviews", [15, 30, 60])
@pytest.mark.parametrize("cut", [by_terciles, by_verdicts])
@pytest.mark.parametrize("name", WORLDS)
def test_coverage_with_93_standards(name: str, cut: Cut, reviews: int) -> None:
    simulated = simulate_reviews(WORLDS[name], 93, reviews, cut)
    assert 0.93 - NOISE <= simulated.covered <= 0.97 + NOISE


@pytest.mark.parametrize(("standards", "reviews"), [(60, 15), (60, 30), (150, 15), (150, 30), (150, 60)])
@pytest.mark.parametrize(
    "name", ["good", "over-confident", "inverted", "all .9, 40 % taught", "10 % taught, unrelated"]
)
def test_coverage_with_fewer_and_with_more_standards(name: str, standards: int, reviews: int) -> None:
    simulated = simulate_reviews(WORLDS[name], standards, reviews, by_terciles)
    assert 0.93 - NOISE <= simulated.covered <= 0.97 + NOISE


def test_more_answers_narrow_the_interval() -> None:
    widths = [simulate_reviews(WORLDS["good"], 93, reviews, by_terciles, 30).width for reviews in (15, 30, 60, 93)]
    assert widths == sorted(widths, reverse=True)
    assert widths[-1] == 0


def test_the_same_through_the_doors_that_others_use() -> None:
    rng = np.random.default_rng(5)
    held = 0
    for seed in range(400):
        p, taught = WORLDS["over-confident"](rng, 93)
        asked = draw_for_review(p.tolist(), 30, seed)
        count = reviewed_count(p.tolist(), {at: bool(taught[at]) for at in asked})
        held += count.low <= taught.sum() <= count.high
    # 95 % of 400, give or take three standard deviations of 4.4.
    assert 367 <= held <= 393
