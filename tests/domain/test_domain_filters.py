"""What a reader asks to be shown, in the district's own names."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import standard
from hypothesis import given
from hypothesis import strategies as st

from curalign.domain.filters import Filter
from curalign.domain.materials import Kind, Material
from curalign.domain.standards import Framework
from curalign.errors import DistrictError

MATH = replace(standard("M"), subject="Mathematics")
SCIENCE = replace(standard("S", grades="4"), subject="Science")
ELA = replace(standard("E"), subject="English Language Arts")
ANY = standard("A", grades="")
STRAND = standard("X", grades="")
BELOW = replace(standard("X.1", parent="X"), subject="Science")
FRAMEWORK = Framework((MATH, SCIENCE, ELA, ANY, STRAND, BELOW))
NORTH, SOUTH, ALL = (
    Material(f"{school}.md", Kind.UNIT, "", grades=grades, school=school)
    for school, grades in (("North", ("3",)), ("Northside", ()), ("", ("4",)))
)
MATERIALS = (NORTH, SOUTH, ALL)


def test_no_filter_is_false_and_shows_everything() -> None:
    assert not Filter()
    assert Filter(schools=("North",))
    assert Filter().standards(FRAMEWORK) == FRAMEWORK.standards
    assert all(map(Filter().holds, MATERIALS))


@pytest.mark.parametrize("name", ["Mathematics", "mathematics", "math", "Algebra"])
def test_a_subject_keeps_its_standards_and_those_without_one(name: str) -> None:
    asked = Filter(subjects=(name,)).named(FRAMEWORK)
    assert asked.subjects == ("Mathematics",)
    assert asked.standards(FRAMEWORK) == (MATH, ANY)


def test_a_strand_is_shown_with_what_stands_below_it() -> None:
    assert Filter(subjects=("Science",)).standards(FRAMEWORK) == (SCIENCE, ANY, STRAND, BELOW)
    assert Filter(("4",), ("Science",)).standards(FRAMEWORK) == (SCIENCE, ANY)


def test_people_call_a_subject_by_other_names() -> None:
    assert Filter(subjects=("ELA",)).named(FRAMEWORK).subjects == ("English Language Arts",)


def test_a_schools_own_name_goes_before_names_that_start_with_it() -> None:
    assert Filter(schools=("north",)).named(FRAMEWORK, MATERIALS).schools == ("North",)
    assert Filter(schools=("norths",)).named(FRAMEWORK, MATERIALS).schools == ("Northside",)


def test_a_school_is_never_meant_by_the_name_of_a_subject() -> None:
    reading = Material("r.md", Kind.UNIT, "", school="Reading")
    with pytest.raises(DistrictError, match="no school"):
        Filter(schools=("Writing",)).named(FRAMEWORK, (reading,))


def test_documents_without_a_grade_or_a_school_are_everybodys() -> None:
    assert [Filter(("3",)).holds(m) for m in MATERIALS] == [True, True, False]
    assert [Filter(schools=("North",)).holds(m) for m in MATERIALS] == [True, False, True]


def test_an_unknown_name_is_told_which_there_are() -> None:
    with pytest.raises(DistrictError, match="English Language Arts, Mathematics, Science"):
        Filter(subjects=("art",)).named(FRAMEWORK)
    with pytest.raises(DistrictError, match="North, Northside"):
        Filter(schools=("east",)).named(FRAMEWORK, MATERIALS)
    with pytest.raises(DistrictError, match="name no school"):
        Filter(schools=("east",)).named(FRAMEWORK, (ALL,))


@given(
    st.lists(st.sampled_from(["3", "4", "5"]), unique=True),
    st.lists(st.sampled_from(["math", "sci", "english"]), unique=True),
)
def test_two_kinds_of_names_show_what_each_of_them_shows(grades: list[str], subjects: list[str]) -> None:
    both = Filter(tuple(grades), tuple(subjects)).named(FRAMEWORK)
    leaves = [s for s in both.standards(FRAMEWORK) if not FRAMEWORK.children(s)]
    of_grades, of_subjects = (set(f.standards(FRAMEWORK)) for f in (Filter(both.grades), Filter((), both.subjects)))
    assert leaves == [s for s in FRAMEWORK if s in of_grades and s in of_subjects and not FRAMEWORK.children(s)]
