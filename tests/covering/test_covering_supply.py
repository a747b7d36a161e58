"""Where the district gave no unit of a grade or a subject, its standards are unknown and not untaught."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import Document, Said, align, pd, standard, unit
from hypothesis import given
from hypothesis import strategies as st

from curalign.covering import measure_coverage
from curalign.domain.coverage import Coverage
from curalign.domain.links import Strength
from curalign.domain.materials import Role
from curalign.domain.problems import Problem
from curalign.domain.scopes import UNITS
from curalign.domain.standards import Standard


def of(subject: str, code: str, grades: str = "3") -> Standard:
    return replace(standard(code, grades=grades), subject=subject)


MATH, MORE_MATH = of("Mathematics", "M.1"), of("Mathematics", "M.2")
SCIENCE, OTHER_SCIENCE = of("Science", "S.1"), of("Science", "S.2")
STANDARDS = (MATH, MORE_MATH, SCIENCE, OTHER_SCIENCE)
RULERS = Said("Measure with a ruler", {"M.1": 0.9, "S.1": 0.1})
SCAN = Problem("F302", "units/scan.pdf", trouble="blank-document")


def covered(*documents: Document, standards: tuple[Standard, ...] = STANDARDS, grades: str = "") -> Coverage:
    return measure_coverage(align(standards, *documents, grades=grades))


def lacking(coverage: Coverage) -> set[str]:
    return {standard.code for standard in coverage.counted if standard.id in coverage.without_documents}


def strengths(coverage: Coverage) -> dict[str, str]:
    reaches = {s.code: coverage.reach(s, UNITS) for s in coverage.counted}
    return {code: str(reach.strength) for code, reach in reaches.items() if reach is not None}


def test_a_subject_of_which_no_unit_is_given_is_unknown_and_the_others_gaps_stay_gaps() -> None:
    coverage = covered(unit("units/rulers.md", RULERS))
    assert strengths(coverage) == {"M.1": "full", "M.2": "none", "S.1": "unknown", "S.2": "unknown"}
    assert lacking(coverage) == {"S.1", "S.2"}
    assert [(lack.subject, lack.grades, len(lack.standards)) for lack in coverage.lacks] == [("Science", ("3",), 2)]


def test_a_grade_of_which_no_unit_is_given_is_unknown_whatever_the_subject() -> None:
    standards = (*STANDARDS, of("Mathematics", "M.5", "5"), of("Science", "S.5", "5"))
    coverage = covered(unit("units/rulers.md", RULERS, Said("seeds", {"S.1": 0.6})), standards=standards, grades="3-5")
    assert lacking(coverage) == {"M.5", "S.5"}
    assert [(lack.subject, lack.grades) for lack in coverage.lacks] == [("", ("5",))]


def test_a_subject_can_be_missing_in_one_grade_only() -> None:
    standards = (*STANDARDS, of("Mathematics", "M.4", "4"), of("Science", "S.4", "4"))
    four = unit("units/angles.md", Said("angles", {"M.4": 0.9}), grades="4")
    coverage = covered(unit("units/seeds.md", Said("x", {"S.1": 0.9, "M.1": 0.8})), four, standards=standards)
    assert lacking(coverage) == {"S.4"}


def test_without_any_unit_everything_is_unknown() -> None:
    coverage = covered(pd("pd/p.md", RULERS))
    assert lacking(coverage) == {"M.1", "M.2", "S.1", "S.2"}
    assert [(lack.subject, lack.grades) for lack in coverage.lacks] == [("", ())]


@pytest.mark.parametrize(
    "leaves_doubt",
    {
        "its path names the subject": unit("units/science/u1.md", Said("x")),
        "its title names it": replace(
            unit("units/u1.md", Said("x")), material=replace(unit("units/u1.md").material, title="Science unit 1")
        ),
        "a template in it states it": unit(
            "units/u1.md", Said("Name: Room 3 | Subject: Science | Week 2", {"M.1": 0.2})
        ),
        "a teaching passage reaches one of its standards": unit("units/u1.md", Said("seeds", {"S.1": 0.5})),
        "it comes nearest to one of its standards": unit("units/u1.md", Said("seeds", {"S.1": 0.2, "M.1": 0.1})),
        "it comes near nothing at all": unit("units/u1.md", Said("seeds")),
        "it could not be judged": unit("units/scan.pdf", problems=[SCAN]),
        "no grade is stated": unit("units/science.md", Said("x"), grades=""),
    }.items(),
    ids=lambda case: case[0],
)
def test_a_unit_that_may_be_of_the_subject_leaves_its_gaps_gaps(leaves_doubt: tuple[str, Document]) -> None:
    coverage = covered(unit("units/rulers.md", RULERS), leaves_doubt[1])
    assert lacking(coverage) == set()
    assert strengths(coverage)["S.2"] == "none"


@pytest.mark.parametrize(
    "leaves_none",
    {
        "a calendar that lists": unit("units/calendar.md", Said("seeds", {"S.1": 0.2}, Role.MENTION)),
        "a letter that comes nearest to other subjects": unit("units/news.md", Said("hello", {"M.1": 0.2})),
        "a template that states another": unit("units/u1.md", Said("Content Area | Mathematics", {"S.1": 0.2})),
        "a unit of another grade": unit("units/science 5.md", Said("seeds"), grades="5"),
        "an unreadable unit of mathematics": unit("units/math/scan.pdf", problems=[SCAN]),
        "PD of the subject": pd("pd/science.md", Said("seeds", {"S.1": 0.9})),
    }.items(),
    ids=lambda case: case[0],
)
def test_other_documents_are_no_units_of_the_subject(leaves_none: tuple[str, Document]) -> None:
    assert lacking(covered(unit("units/rulers.md", RULERS), leaves_none[1])) >= {"S.2"}


@pytest.mark.parametrize(("role", "missing"), [(Role.TASK, set()), (Role.MENTION, {"S.1", "S.2"})])
def test_a_heading_names_a_subject_where_something_is_taught_below_it(role: Role, missing: set[str]) -> None:
    alignment = align(STANDARDS, unit("units/rulers.md", RULERS), unit("units/grade.md", Said("x", {"M.1": 0.2}, role)))
    first, other = alignment.passages
    below = replace(other, place=replace(other.place, headings=("Science", "Week 1")))
    passages = (first, below)
    moved = replace(
        alignment,
        passages=passages,
        links=replace(alignment.links, passages=passages),
        off_grade=replace(alignment.off_grade, passages=passages),
    )
    assert lacking(measure_coverage(moved)) == missing


def test_a_district_whose_units_reach_nothing_is_not_excused() -> None:
    assert lacking(covered(unit("units/u1.md", Said("lunch", {"M.1": 0.1})))) == set()


def test_one_subject_alone_is_never_missing() -> None:
    alone = covered(unit("units/u1.md", Said("x", {"M.1": 0.9})), standards=(MATH, MORE_MATH))
    assert strengths(alone) == {"M.1": "full", "M.2": "none"}


def test_a_parent_lacks_documents_where_all_below_it_do() -> None:
    strand = of("Science", "S")
    below = tuple(replace(s, parent="s") for s in (SCIENCE, OTHER_SCIENCE))
    coverage = covered(unit("units/rulers.md", Said("x", {"M.1": 0.9})), standards=(MATH, strand, *below))
    reach = coverage.reach(strand, UNITS)
    assert reach is not None
    assert (reach.strength, reach.without_documents) == (Strength.UNKNOWN, True)


@given(
    st.lists(st.dictionaries(st.sampled_from(["M.1", "M.2", "S.1", "S.2"]), st.sampled_from([0.1, 0.4, 0.6, 0.9]))),
    st.dictionaries(st.sampled_from(["M.1", "S.1"]), st.sampled_from([0.1, 0.6])),
)
def test_what_a_unit_of_the_subject_was_given_for_is_never_excused(
    units: list[dict[str, float]], science: dict[str, float]
) -> None:
    documents = [unit(f"units/{i}.md", Said("x", fits)) for i, fits in enumerate(units)]
    coverage = covered(*documents, unit("units/science.md", Said("y", science)))
    assert not lacking(coverage) & {"S.1", "S.2"}
