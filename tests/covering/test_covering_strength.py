from __future__ import annotations

import pytest
from builders import Said, align, pd, standard, unit

from curalign.covering import measure_coverage
from curalign.domain.coverage import Coverage, Reach
from curalign.domain.links import Strength, Thresholds
from curalign.domain.materials import Kind, Role
from curalign.domain.problems import Problem
from curalign.domain.scopes import PD, UNITS, Scope

A, B = standard("A"), standard("B")
SCAN = Problem("F302", "curriculum/scan.pdf", trouble="blank-document")


def reach_of(coverage: Coverage, code: str = "A", kind: Kind = Kind.UNIT, school: str = "") -> Reach:
    reach = coverage.reach(coverage.alignment.framework[code], Scope(kind, school))
    assert reach is not None
    return reach


@pytest.mark.parametrize(
    ("probability", "role", "strength"),
    [
        (0.8, Role.TASK, Strength.FULL),
        (0.9, Role.OBJECTIVE, Strength.FULL),
        (0.9, Role.ASSESSMENT, Strength.FULL),
        (0.99, Role.NOTE, Strength.PARTIAL),
        (0.99, Role.MENTION, Strength.PARTIAL),
        (0.5, Role.TASK, Strength.PARTIAL),
        (0.49, Role.TASK, Strength.NONE),
        (0.49, Role.MENTION, Strength.NONE),
    ],
)
def test_one_passage_makes_a_strength(probability: float, role: Role, strength: Strength) -> None:
    reach = reach_of(measure_coverage(align([A], unit("u.md", Said("text", {"A": probability}, role)))))
    assert reach.strength is strength
    assert reach.probability == pytest.approx(probability)
    assert len(reach.links) == 1
    assert reach.supporting == (strength is not Strength.NONE)


def test_a_full_threshold_that_no_float_holds_exactly_is_compared_as_links_compare_it() -> None:
    """0.9 is stored as a little less than 0.9, for a link and for a reach alike."""
    alignment = align([A], unit("u.md", Said("text", {"A": 0.9})), thresholds=Thresholds(full=0.9, partial=0.5))
    assert reach_of(measure_coverage(alignment)).strength is alignment.links[0].strength


def test_without_a_link_a_readable_district_has_none_and_probability_zero() -> None:
    reach = reach_of(measure_coverage(align([A], unit("u.md", Said("text")))))
    assert (reach.strength, reach.probability, reach.links) == (Strength.NONE, 0.0, ())


def test_links_to_standards_of_grades_not_answered_for_are_passed_over() -> None:
    coverage = measure_coverage(align([A, standard("C", grades="4")], unit("u.md", Said("x", {"C": 0.9})), grades="3"))
    assert [reach.standard for reach in coverage.reaches] == [A]


class TestLinksShown:
    def test_the_best_five_come_best_first(self) -> None:
        said = [Said(f"text {i}", {"A": i / 100}) for i in range(30, 42)]
        reach = reach_of(measure_coverage(align([A], unit("u.md", *said))))
        assert [link.passage.text for link in reach.links] == [f"text {i}" for i in range(41, 36, -1)]

    def test_equals_come_in_reading_order(self) -> None:
        one = unit("a.md", Said("first", {"A": 0.6}), Said("second", {"A": 0.6}))
        two = unit("b.md", Said("third", {"A": 0.6}))
        reach = reach_of(measure_coverage(align([A], two, one)))
        assert [link.passage.text for link in reach.links] == ["first", "second", "third"]

    def test_the_one_that_makes_a_standard_full_is_always_among_them(self) -> None:
        notes = [Said(f"note {i}", {"A": 0.95}, Role.NOTE) for i in range(7)]
        reach = reach_of(measure_coverage(align([A], unit("u.md", *notes, Said("the task", {"A": 0.85})))))
        assert reach.strength is Strength.FULL
        assert [link.passage.text for link in reach.links] == ["note 0", "note 1", "note 2", "note 3", "the task"]
        assert reach.supporting == 8


class TestKinds:
    def test_units_and_pd_are_measured_apart(self) -> None:
        coverage = measure_coverage(
            align([A], unit("u.md", Said("task", {"A": 0.9})), pd("pd/p.md", Said("talk", {"A": 0.6}, Role.NOTE)))
        )
        assert coverage.has(Kind.PD)
        assert reach_of(coverage).strength is Strength.FULL
        assert reach_of(coverage, kind=Kind.PD).strength is Strength.PARTIAL

    def test_without_pd_documents_there_is_no_reach_of_that_kind(self) -> None:
        coverage = measure_coverage(align([A], unit("u.md")))
        assert not coverage.has(Kind.PD)
        assert coverage.reach(A, PD) is None
        assert {reach.kind for reach in coverage.reaches} == {Kind.UNIT}

    def test_reaches_come_in_the_frameworks_order_units_first(self) -> None:
        coverage = measure_coverage(align([B, A], pd("pd/p.md"), unit("u.md", school="Oak")))
        assert [(r.standard.code, str(r.kind), r.school) for r in coverage.reaches] == [
            ("B", "unit", ""),
            ("B", "unit", "Oak"),
            ("B", "pd", ""),
            ("A", "unit", ""),
            ("A", "unit", "Oak"),
            ("A", "pd", ""),
        ]


class TestUnknown:
    def test_when_all_that_could_have_covered_it_was_unreadable(self) -> None:
        reach = reach_of(measure_coverage(align([A], unit("scan.pdf", problems=[SCAN]))))
        assert (reach.strength, reach.probability, reach.links) == (Strength.UNKNOWN, None, ())

    def test_when_there_is_no_unit_at_all(self) -> None:
        assert reach_of(measure_coverage(align([A], pd("pd/p.md", Said("x"))))).strength is Strength.UNKNOWN

    def test_not_when_another_document_of_its_grade_was_read(self) -> None:
        alignment = align([A], unit("scan.pdf", problems=[SCAN]), unit("u.md", Said("text")))
        assert reach_of(measure_coverage(alignment)).strength is Strength.NONE

    def test_not_when_the_unreadable_document_is_for_another_grade(self) -> None:
        alignment = align([A], unit("scan.pdf", problems=[SCAN], grades="4"), unit("u.md", Said("text")))
        assert reach_of(measure_coverage(alignment)).strength is Strength.NONE

    def test_a_document_without_grades_could_have_covered_anything(self) -> None:
        alignment = align([A], unit("scan.pdf", problems=[SCAN], grades=""), unit("u.md", Said("x"), grades="4"))
        assert reach_of(measure_coverage(alignment)).strength is Strength.UNKNOWN

    def test_a_document_read_in_part_counts_as_read(self) -> None:
        alignment = align([A], unit("scan.pdf", Said("the one page with text"), problems=[SCAN]))
        assert reach_of(measure_coverage(alignment)).strength is Strength.NONE

    def test_a_document_that_the_run_could_not_judge_counts_as_unread(self) -> None:
        spanish = Problem("F303", "u.md", trouble="other-language")
        alignment = align([A], unit("u.md", Said("contar hasta veinte", {"A": 0.2})), problems=[spanish])
        assert reach_of(measure_coverage(alignment)).strength is Strength.UNKNOWN

    def test_not_when_it_is_taught_all_the_same(self) -> None:
        spanish = Problem("F303", "u.md", trouble="other-language")
        alignment = align([A], unit("u.md", Said("contar hasta veinte", {"A": 0.9})), problems=[spanish])
        assert reach_of(measure_coverage(alignment)).strength is Strength.FULL

    def test_unreadable_pd_leaves_units_alone(self) -> None:
        coverage = measure_coverage(align([A], unit("u.md", Said("x", {"A": 0.9})), pd("pd/s.pdf", problems=[SCAN])))
        assert reach_of(coverage).strength is Strength.FULL
        assert reach_of(coverage, kind=Kind.PD).strength is Strength.UNKNOWN


class TestSchools:
    def test_each_school_counts_its_own_units_and_the_districts(self) -> None:
        coverage = measure_coverage(
            align(
                [A, B],
                unit("north/u.md", Said("x", {"A": 0.9}), school="North"),
                unit("south/u.md", Said("x"), school="South"),
                unit("all.md", Said("x", {"B": 0.6})),
            )
        )
        assert coverage.schools == ("North", "South")
        assert reach_of(coverage, "A", school="North").strength is Strength.FULL
        assert reach_of(coverage, "A", school="South").strength is Strength.NONE
        assert reach_of(coverage, "A").strength is Strength.FULL
        assert reach_of(coverage, "B", school="South").strength is Strength.PARTIAL

    def test_a_school_answers_for_the_grades_of_its_own_units(self) -> None:
        coverage = measure_coverage(
            align(
                [A, standard("C", grades="6")],
                unit("lower/u.md", Said("x", {"A": 0.9}), grades="3", school="Lower"),
                unit("middle/u.md", Said("x", {"C": 0.9}), grades="6", school="Middle"),
                unit("handbook.md", grades=""),
            )
        )
        assert coverage.tally(Scope(Kind.UNIT, "Lower")).total == 1
        assert coverage.tally(Scope(Kind.UNIT, "Middle")).total == 1
        assert coverage.tally(UNITS).total == 2

    def test_a_school_whose_units_state_no_grade_answers_for_all(self) -> None:
        coverage = measure_coverage(align([A, standard("C", grades="6")], unit("u.md", grades="", school="Oak")))
        assert coverage.tally(Scope(Kind.UNIT, "Oak")).total == 2

    def test_pd_has_no_schools(self) -> None:
        coverage = measure_coverage(align([A], unit("u.md", school="Oak"), pd("pd/p.md")))
        assert coverage.reach(A, Scope(Kind.PD, "Oak")) is None

    def test_what_was_measured_is_listed_the_district_before_its_schools(self) -> None:
        units = unit("v.md", school="Oak"), unit("u.md", school="Elm")
        assert measure_coverage(align([A], *units)).scopes == (UNITS, Scope(Kind.UNIT, "Elm"), Scope(Kind.UNIT, "Oak"))
        assert measure_coverage(align([A], pd("pd/p.md"))).scopes == (UNITS, PD)


def test_an_empty_district_has_an_empty_coverage() -> None:
    coverage = measure_coverage(align([]))
    assert coverage.reaches == ()
    assert coverage.tally(UNITS).percent is None
