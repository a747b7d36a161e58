"""A heading that names a grade and nothing else: it says whom a passage is for, and nothing of what it does."""

from __future__ import annotations

import pytest

from curalign.domain.grades import find_grades, names_only_grades
from curalign.segmenting.roles import heading_role, role_of_heading

ALONE = {
    "3rd Grade": ("3",),
    "3RD GRADE:": ("3",),
    "Grade 3": ("3",),
    "Grade Level: 3": ("3",),
    "Third grade": ("3",),
    "Grade Three": ("3",),
    "4th Graders": ("4",),
    "Grades 3-5": ("3", "4", "5"),
    "Grades 3 and 4": ("3", "4"),
    "3.º grado": ("3",),
    "3er grado": ("3",),
    "Tercer grado": ("3",),
    "Grado 3": ("3",),
    "Pre-K": ("PK",),
    "Kindergarten": ("K",),
}


@pytest.mark.parametrize("heading", ALONE)
def test_a_heading_of_a_grade_alone_names_the_grade_and_is_silent(heading: str) -> None:
    assert find_grades(heading) == ALONE[heading]
    assert names_only_grades(heading)
    assert role_of_heading(heading) is None


@pytest.mark.parametrize("above", ["Assessment", "Materials", "Learning Objectives", "Unit 4: Fractions"])
def test_what_stands_above_it_goes_on_to_speak(above: str) -> None:
    assert heading_role((above, "3rd Grade")) == heading_role((above,))


@pytest.mark.parametrize(
    "heading",
    [
        "3rd Grade Assessment",
        "Grade 3 Exit Ticket",
        "Grading",
        "Graders",
        "3rd Quarter",
        "Materials",
        "Step 3",
        "3",
        "",
    ],
)
def test_a_heading_that_says_more_or_no_grade_is_heard_as_before(heading: str) -> None:
    assert not names_only_grades(heading)
