"""What is missed and not taught, or taught without PD, ranks first; every factor stands beside the product."""

from __future__ import annotations

import pytest
from builders import Said, align, pd, standard, unit

from curalign.covering import measure_coverage
from curalign.domain.measurement import Measurement
from curalign.domain.plans import Priorities
from curalign.domain.results import Result
from curalign.planning import find_priorities

CODES = ("S.1", "S.2", "S.3", "S.4", "S.5", "S.6")
PLANTED = {
    "S.1": ("taught", "no PD", 0.25),
    "S.2": ("untaught", "PD", 0.2),
    "S.3": ("taught", "PD", 0.2),
    "S.4": ("taught", "no PD", 0.95),
    "S.5": ("untaught", "no PD", 0.9),
    "S.6": ("taught", "PD", 0.9),
}
"""For each standard whether it is taught and supported, and the share of points that pupils reached."""
RESULTS = tuple(
    Result(f"{item}-{code}", code, 1.0, 80, share) for code, (_, _, share) in PLANTED.items() for item in ("a", "b")
)


def district(*, with_pd: bool = True, calibrated: bool = True) -> Measurement:
    taught = [Said(f"Task {c}", {c: 0.95 if t == "taught" else 0.05}) for c, (t, _, _) in PLANTED.items()]
    supported = [Said(f"PD {c}", {c: 0.95 if p == "PD" else 0.05}) for c, (_, p, _) in PLANTED.items()]
    documents = [unit("u.md", *taught), *([pd("pd/p.md", *supported)] if with_pd else [])]
    alignment = align([standard(code) for code in CODES], *documents, grades="3", calibrated=calibrated)
    return Measurement(measure_coverage(alignment), RESULTS)


@pytest.fixture(scope="module")
def planted() -> Priorities:
    return find_priorities(district())


def test_the_planted_gaps_rank_first_and_what_pupils_can_do_last(planted: Priorities) -> None:
    ranked = [row.standard.code for row in planted.rows]
    assert set(ranked[:2]) == {"S.1", "S.2"}
    assert ranked[-1] == "S.6"
    assert [row.rank for row in planted.rows] == [1, 2, 3, 4, 5, 6]


def test_each_says_where_its_gap_is(planted: Priorities) -> None:
    leads = {row.standard.code: row.leads for row in planted.rows}
    assert (leads["S.1"], leads["S.2"]) == ("unsupported", "untaught")


def test_the_product_is_that_of_its_three_factors_and_lies_in_its_interval(planted: Priorities) -> None:
    for row in planted.rows:
        assert row.product.value == pytest.approx(row.gap.value * row.need.value * row.reach.value)
        assert row.gap.value == pytest.approx(row.untaught + row.unsupported)
        for estimate in (row.product, row.gap, row.need, row.reach):
            assert estimate.low <= estimate.value <= estimate.high
        assert row.ranks[0] <= row.ranks[1]
        assert row.top_5 <= row.top_10 <= 1


def test_without_pd_the_gap_is_that_in_teaching_alone() -> None:
    rows = find_priorities(district(with_pd=False)).rows
    assert {row.supported for row in rows} == {None}
    assert {row.unsupported for row in rows} == {0.0}
    assert rows[0].standard.code == "S.2"


def test_without_a_calibrated_judge_strengths_stand_in_and_that_is_told() -> None:
    found = find_priorities(district(calibrated=False))
    assert not found.calibrated
    assert {row.standard.code for row in found.rows[:2]} == {"S.1", "S.2"}
    assert all(row.verdict is None for row in found.rows)


def test_what_has_no_priority_is_counted() -> None:
    measured = district()
    few = (*(r for r in RESULTS if r.standard_code not in ("S.1", "S.3")), Result("x", "S.3", 1.0, 5, 0.2))
    found = find_priorities(Measurement(measured.coverage, few), deferred=["s.2"])
    assert (found.untested, found.few, found.deferred, found.unjudged) == (1, 1, 1, 0)
    assert {row.standard.code for row in found.rows} == {"S.4", "S.5", "S.6"}


def test_a_district_without_results_has_no_priorities() -> None:
    assert not find_priorities(Measurement(district().coverage))
    assert find_priorities(Measurement(district().coverage)).rows == ()
