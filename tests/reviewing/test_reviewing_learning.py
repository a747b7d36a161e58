"""Thirty answers on the sample district: the number narrows, and where probabilities are off they are mended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from statistics import mean

import pytest
from builders import AS_IT_IS, Said, align, standard, unit

from benchmarks.accuracy.reviews import answer, lessons, truth_of
from curalign.covering import measure_coverage
from curalign.domain.coverage import Coverage
from curalign.domain.materials import Kind
from curalign.domain.scopes import UNITS
from curalign.domain.verdicts import Calibration
from curalign.pipeline import check, review_coverage
from curalign.reviewing.learning import learning_curve, teach
from curalign.settings import Settings

Known = tuple[Coverage, Mapping[str, bool]]


@pytest.fixture(scope="module")
def maple_valley(maple_valley_once: Path) -> Known:
    coverage = measure_coverage(check(maple_valley_once).run.alignment)
    return coverage, truth_of(maple_valley_once, coverage)


def test_thirty_answers_narrow_the_number_of_the_sample_district_and_spoil_nothing(
    maple_valley: Known,
) -> None:
    coverage, truth = maple_valley
    (before,) = lessons(coverage, truth, 0, 1)
    after = lessons(coverage, truth, 30, 12)
    true = sum(truth.values())
    width = before.found.count.high - before.found.count.low
    assert mean(one.found.count.high - one.found.count.low for one in after) < 0.9 * width
    assert all(one.found.answers == 30 and one.held == len(truth) - 30 for one in after)
    assert sum(one.found.count.low <= true <= one.found.count.high for one in after) >= 11
    gained = mean(one.after - one.before for one in after if one.after and one.before)
    assert gained < 0.005, "on labels held out: there is nothing to mend in a district that the curves were fitted to"


def test_a_calibration_that_is_far_off_is_mended_by_thirty_answers_and_not_believed(maple_valley: Known) -> None:
    coverage, truth = maple_valley
    wrong = Calibration(intercept=-9.0, slope=1.36, least=-3.353, spread=0.55)
    calibrations = tuple((dict(coverage.alignment.calibrations) | {Kind.UNIT: wrong}).items())
    coverage = measure_coverage(replace(coverage.alignment, calibrations=calibrations))
    one = teach(coverage, answer(coverage, truth, 30, 0), truth, Settings())
    true = sum(truth.values())
    assert one.before is not None
    assert one.after is not None
    assert one.after < 0.7 * one.before
    assert not one.found.trusted
    assert one.found.count.low <= true <= one.found.count.high


def test_the_learning_curve_ends_with_all_answers_and_narrows(maple_valley: Known) -> None:
    coverage, truth = maple_valley
    curve = learning_curve(coverage, answer(coverage, truth, 32, 1), Settings())
    assert [step.answers for step in curve] == [0, 5, 10, 15, 20, 30, 32]
    assert [step.held for step in curve] == [32, 27, 22, 17, 12, 2, 0]
    widths = [step.found.count.high - step.found.count.low for step in curve]
    assert widths[-1] < widths[0]


def test_answers_promise_how_many_are_wrongly_called_taught() -> None:
    standards = [standard(f"S.{at}") for at in range(40)]
    said = [Said(f"Text {at} of the unit", {f"S.{at}": 0.7 if at < 20 else 0.9}) for at in range(40)]
    alignment = align(standards, unit("u.md", *said), grades="3", calibrated=True)
    coverage = measure_coverage(replace(alignment, calibrations=((Kind.UNIT, replace(AS_IT_IS, spread=0.5)),)))
    truth = {s.id: at >= 20 for at, s in enumerate(standards)}
    after = review_coverage(coverage, answer(coverage, truth, 24, 0), Settings())
    assert after.promise is not None
    assert after.promise.untaught >= after.promise.needed == 9
    assert after.promise.threshold is not None
    assert 0.7 <= after.promise.threshold < 0.9
    verdicts = [(r.verdict for c in (coverage, after) if (r := c.reach(s, UNITS)) is not None) for s in standards[20:]]
    assert all(len(set(pair)) == 1 for pair in verdicts), "it changes no verdict"
