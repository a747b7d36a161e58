"""A finding that a person marked as wrong changes what is counted, for its standard and its kind of document alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from builders import Document, Said, align, pd, standard, unit

from curalign.covering import measure_coverage, overrule
from curalign.domain.coverage import Coverage, Reach
from curalign.domain.decisions import Decision, Resolution
from curalign.domain.links import Strength
from curalign.domain.materials import Kind
from curalign.domain.scopes import UNITS, Scope
from curalign.domain.verdicts import Calibration, Verdict
from curalign.finding import find_gaps

TODAY = date(2026, 11, 23)
STRAND, A, B = standard("S", grades=""), standard("S.1", parent="S"), standard("S.2", parent="S")
CALIBRATION = Calibration(intercept=0.0, slope=2.5, least=0.0, spread=0.5)
DISTRICT = (
    unit("u.md", Said("Lunch is at noon", {"S.1": 0.1}, cites=("S.1",)), Said("Use a ruler", {"S.2": 0.9})),
    unit("v.md", Said("Sing a song", {"S.1": 0.05}, cites=("S.1",)), school="Oak"),
    pd("pd/p.md", Said("Sharpen your pencils", {"S.2": 0.1})),
)


def measured(*documents: Document) -> Coverage:
    alignment = align((STRAND, A, B), *(documents or DISTRICT), grades="3")
    return measure_coverage(replace(alignment, calibrations=tuple((kind, CALIBRATION) for kind in Kind)))


def decide(standard: str, verdict: Resolution = Resolution.WRONG, **more: object) -> Decision:
    return Decision(verdict, "A. Rivera", "It is taught", standard, **more)  # type: ignore[arg-type]


def decided(coverage: Coverage, *decisions: Decision) -> Coverage:
    return overrule(coverage, find_gaps(coverage, (), decisions, TODAY))


def reach(coverage: Coverage, code: str, kind: Kind = Kind.UNIT) -> Reach:
    found = coverage.reach(coverage.framework[code], Scope(kind))
    assert found is not None
    return found


def changed(before: Coverage, after: Coverage) -> list[tuple[str, Kind, str]]:
    pairs: Sequence[tuple[Reach, Reach]] = list(zip(before.reaches, after.reaches, strict=True))
    return [(one.standard.code, one.kind, one.school) for one, other in pairs if one != other]


def test_an_untaught_standard_is_taught_by_a_persons_word() -> None:
    before = measured()
    word = decide("S.1", codes=("U101",))
    after = reach(decided(before, word), "S.1")
    assert reach(before, "S.1").strength is Strength.NONE
    assert (after.strength, after.taught, after.verdict) == (Strength.FULL, 1.0, Verdict.TAUGHT)
    assert after.decided == word


def test_what_was_measured_of_its_passages_stays() -> None:
    before = measured()
    one, other = reach(before, "S.1"), reach(decided(before, decide("S.1", codes=("U101",))), "S.1")
    assert (one.probability, one.links, one.supporting) == (other.probability, other.links, other.supporting)


def test_it_changes_its_own_standard_and_the_parents_above_it_and_nothing_else() -> None:
    before = measured()
    after = decided(before, decide("S.1", codes=("U101",)))
    assert changed(before, after) == [("S", Kind.UNIT, ""), ("S.1", Kind.UNIT, "")]
    assert reach(before, "S").strength is Strength.PARTIAL
    assert reach(after, "S").strength is Strength.FULL
    assert after.tally(UNITS).full == before.tally(UNITS).full + 1
    assert after.tally(Scope(Kind.UNIT, "Oak")) == before.tally(Scope(Kind.UNIT, "Oak"))


def test_it_is_the_finding_that_counts_and_not_the_standard_alone() -> None:
    before = measured()
    after = decided(before, decide("S.2", codes=("P201",)))
    assert reach(after, "S.2", Kind.PD).strength is Strength.FULL
    assert reach(after, "S.2") == reach(before, "S.2")


def test_a_file_limits_it_to_what_is_found_of_that_file() -> None:
    before = measured()
    assert reach(decided(before, decide("S.1", file="u.md", codes=("U103",))), "S.1").decided is not None
    assert decided(before, decide("S.1", file="pd/p.md")) == before


def test_what_is_taught_in_part_is_taught_in_full() -> None:
    before = measured(unit("u.md", Said("Look at the clock", {"S.1": 0.6})))
    assert reach(decided(before, decide("S.1", codes=("U102",))), "S.1").strength is Strength.FULL


@pytest.mark.parametrize(
    "idle",
    [
        decide("S.1", Resolution.DEFERRED),
        decide("S.1", expires=date(2026, 11, 22)),
        decide("S.2", codes=("U104",)),
        decide("", file="pd/p.md"),
    ],
)
def test_what_is_deferred_expired_or_says_nothing_of_teaching_changes_no_number(idle: Decision) -> None:
    before = measured()
    assert decided(before, idle).reaches == before.reaches


def test_where_nobody_calibrated_there_is_no_probability_to_overrule() -> None:
    before = measure_coverage(align((STRAND, A, B), *DISTRICT, grades="3"))
    after = reach(decided(before, decide("S.1", codes=("U101",))), "S.1")
    assert (after.strength, after.taught, after.verdict) == (Strength.FULL, None, None)
