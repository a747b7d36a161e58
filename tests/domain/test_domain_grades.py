from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curalign.domain.grades import GRADES, find_grades, grades_of_course, grades_of_name, in_order, read_grades, span

grade = st.sampled_from(GRADES)


@pytest.mark.parametrize(
    ("cell", "grades"),
    [
        ("3", "3"),
        ("03", "3"),
        ("3rd", "3"),
        ("Grade 3", "3"),
        ("grade_3", "3"),
        ("Gr. 3", "3"),
        ("G3", "3"),
        ("Third grade", "3"),
        ("III", "3"),
        ("k", "K"),
        ("KG", "K"),
        ("Kindergarten", "K"),
        ("PK", "PK"),
        ("Pre-K", "PK"),
        ("prekindergarten", "PK"),
        ("K-2", "K 1 2"),
        ("K \u2013 2", "K 1 2"),
        ("K to 2", "K 1 2"),
        ("Grades 3-5", "3 4 5"),
        ("6-8", "6 7 8"),
        ("MS", "6 7 8"),
        ("Middle School", "6 7 8"),
        ("Elementary School", "K 1 2 3 4 5"),
        ("Middle", "6 7 8"),
        ("3.0", "3"),
        ("HS", "9 10 11 12"),
        ("9-12", "9 10 11 12"),
        ("09|10|11|12", "9 10 11 12"),
        ("I-VIII", "1 2 3 4 5 6 7 8"),
        ("1, 2 and 3", "1 2 3"),
        ("5/6", "5 6"),
        ("12|K|3|3", "K 3 12"),
    ],
)
def test_a_cell_of_grades_is_read_into_canonical_form(cell: str, grades: str) -> None:
    assert read_grades(cell) == tuple(grades.split())


@pytest.mark.parametrize("cell", ["", "  ", "all", "13", "0", "-1", "5-3", "3.5", "grade", "Ⅲ", "٣", "\x00"])
def test_what_is_no_grade_is_passed_over(cell: str) -> None:
    assert read_grades(cell) == ()


def test_a_cell_of_endless_digits_is_no_grade() -> None:
    assert read_grades("3" * 50_000) == ()


@given(grade, grade)
def test_a_range_holds_both_ends_and_all_between(low: str, high: str) -> None:
    assert read_grades(f"{low}-{high}") == span(low, high)
    assert span(low, high) == (GRADES[GRADES.index(low) : GRADES.index(high) + 1])


@given(st.sets(grade))
def test_canonical_grades_read_as_themselves_in_order(grades: set[str]) -> None:
    assert read_grades("|".join(grades)) == in_order(grades)


@given(st.text())
def test_any_text_gives_canonical_grades_or_none(text: str) -> None:
    assert set(read_grades(text)) <= set(GRADES)
    assert set(find_grades(text)) <= set(GRADES)


@pytest.mark.parametrize(
    ("title", "grades"),
    [
        ("curriculum/grade-3/unit 2.docx", "3"),
        ("Grade_3_Unit_7.docx", "3"),
        ("Unit 3 - Grade 4", "4"),
        ("g5_fractions.md", "5"),
        ("Third Grade Science", "3"),
        ("2nd grade pacing guide", "2"),
        ("Grades 3-5 scope and sequence", "3 4 5"),
        ("Grades 3, 4 and 5", "3 4 5"),
        ("Kindergarten handbook", "K"),
        ("K-2 phonics", "K 1 2"),
        ("Middle School Labs", "6 7 8"),
        ("high_school biology", "9 10 11 12"),
        ("Grade IV Reading", "4"),
        ("Grade Level: Second", "2"),
        ("Grade Level(s): 3-5", "3 4 5"),
        ("Grade: Two", "2"),
        ("Grade | 2 | Subject | Math", "2"),
        ("Unit 2, Grade 6. Ms. Lee", "6"),
        ("Gr4 pacing", "4"),
        ("2nd & 3rd", "2 3"),
        ("2nd and 3rd grade math", "2 3"),
        ("K & 1st Grade", "K 1"),
        ("Third and Fourth Grade", "3 4"),
        ("Grade One Math", "1"),
        ("Segundo grado", "2"),
        ("3er grado", "3"),
        ("Grados 2 y 3", "2 3"),
        ("Quarry Middle School, Grade 6", "6"),
        ("grades 6 to 8", "6 7 8"),
    ],
)
def test_a_title_tells_its_grades(title: str, grades: str) -> None:
    assert find_grades(title) == tuple(grades.split())


@pytest.mark.parametrize(
    "title",
    [
        *("Unit 3", "Lesson 12", "Chapter 4: Fractions", "2.NF.1", "3-5 minutes", "upgrade 3 computers", "2024-25"),
        *("2nd and 3rd period", "1st draft", "grade one problem", "Grade | 4 | 3 | 2 | 1", "Grade 90%", "Grade 2.NBT"),
    ],
)
def test_a_bare_number_in_a_title_is_no_grade(title: str) -> None:
    assert find_grades(title) == ()


@pytest.mark.parametrize(
    ("title", "grades"),
    [
        ("Equations, grade 9, first unit", "9"),
        ("US History, grade 10, first quarter and a bit", "10"),
        ("Grade 7, 2nd term", "7"),
        ("Grades 6, 7 and 8, first half of the year", "6 7 8"),
        ("Algebra I > What you brought from grade 8", ""),
        ("What you remember from fifth grade", ""),
        ("Grade 6: back to what we learned in grade 5", "6"),
        ("Science, reviewed in grade 4", ""),
        ("Excerpt from Grade 3 Unit 5", "3"),
        ("From grade 3 to grade 5", "3 5"),
    ],
)
def test_another_number_beside_a_grade_and_what_is_brought_along_are_none(title: str, grades: str) -> None:
    assert find_grades(title) == tuple(grades.split())


def test_a_school_s_name_tells_its_grades_only_where_it_may() -> None:
    assert find_grades("Quarry Middle School") == ("6", "7", "8")
    assert find_grades("Quarry Middle School", schools=False) == ()


@pytest.mark.parametrize(
    ("text", "grades"),
    [
        ("Science 6, section 6C", "6"),
        ("ELA 6 - Poetry", "6"),
        ("Social Studies 6, Unit 3", "6"),
        ("ELA 6 PLC, October 9", "6"),
        ("Math 8", "8"),
        ("Maths 6", "6"),
        ("ELAR 5 pacing", "5"),
        ("ELAR 5 times a week", ""),
        ("Math 7 Accelerated", "7"),
        ("SS 7, Unit 2", "7"),
        ("Math 1", ""),
        ("Reading 3 times a week", ""),
        ("Science 2.5", ""),
        ("Math 9:00-10:00", ""),
        ("Math 6: ratios", "6"),
    ],
)
def test_a_team_is_called_by_its_subject_and_grade(text: str, grades: str) -> None:
    assert grades_of_course(text) == tuple(grades.split())


@pytest.mark.parametrize(
    "line", ["Subject/Grade: Algebra 1", "Content Area/Grade Level: Spanish 3", "Course/Grade: Math 3"]
)
def test_the_number_of_a_course_is_no_grade(line: str) -> None:
    assert find_grades(line) == ()


def test_a_span_from_before_kindergarten() -> None:
    assert find_grades("Pre-K \u2013 grade 3") == ("PK", "K", "1", "2", "3")


@pytest.mark.parametrize(
    ("text", "grades"),
    [
        ("Class: 2A", "2"),
        ("Every third grader keeps a log.", "3"),
        ("2 nd grade", "2"),
        ("2do. grado", "2"),
        ("K\u00ednder", "K"),
        ("2nd or 3rd grade", "2 3"),
        ("Grades 2+3", "2 3"),
        ("Grade Level Range: 2-4", "2 3 4"),
        ("Grade Level: Elementary", "K 1 2 3 4 5"),
        ("Homeroom 4-C", "4"),
        ("Grade 2B", "2"),
        ("2A lesson plans", "2"),
        ("3B_math_plans", "3"),
        ("TK/K", "PK K"),
        ("Grade: TK", "PK"),
        ("TK-2 phonics", "PK K 1 2"),
        ("Pre-K/K", "PK K"),
        ("K/1 combination", "K 1"),
        ("PreK4 themes", "PK"),
        ("Kinder Math", "K"),
        ("our grade two unit", "2"),
        ("In grade two, pupils add.", "2"),
        ("grade two students measure", "2"),
        ("grades six through eight", "6 7 8"),
        ("Grade Level \u2014 2", "2"),
        ("Gr Lvl: 2", "2"),
        ("Grade | | 2", "2"),
        ("Grade & Section: 2-B", "2"),
        ("Teacher/Grade: Ms. Rivera / 2nd", "2"),
        ("2nd Math Pacing", "2"),
        ("1ero de primaria", "1"),
        ("first grade guided reading", "1"),
        ("Third grade shared reading of a poem", "3"),
    ],
)
def test_a_grade_as_a_class_a_combination_and_in_small_letters(text: str, grades: str) -> None:
    assert find_grades(text) == tuple(grades.split())


@pytest.mark.parametrize(
    "text",
    [
        *("Unit 2A", "Section 2A", "2A Fractions", "0x2A", "Route 2A, north", "5E planner", "Class 2"),
        *(
            "grade one problem",
            "please grade two essays",
            "She grades two papers",
            "2nd Math quiz",
            "kinder words for all",
        ),
        *("Grade: A-", "grade the papers", "Grade: 10 points", "Grade: 1 2 3 4", "PK", "Grade: K 1 2 3 4 5"),
    ],
)
def test_what_only_looks_like_one_is_no_grade(text: str) -> None:
    assert find_grades(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        *("Fractions since grade 3", "reading at a grade 2 level", "below grade 3 level", "See the grade 1 unit"),
        *("In third grade, they will round.", "when they enter third grade", "This is extended in grade 3."),
        *("Next year's third grade teachers", "My sister is in fifth grade.", "Prior knowledge: Grade 5 fractions"),
    ],
)
def test_a_grade_of_other_pupils_is_none_wherever_it_stands(text: str) -> None:
    assert find_grades(text) == ()


def test_a_sheet_may_be_called_by_a_grade_in_words() -> None:
    assert [grades_of_name(name) for name in ("Kinder", "Second", "TK", "2nd", "Second unit", "2")] == [
        *(("K",), ("2",), ("PK",), ("2",), (), ()),
    ]


@pytest.mark.parametrize(
    "title",
    [
        *("3D Art", "2-D art units", "3-D math plans", "Class 3-D models", "1st or 3rd person narrators"),
        *("1st and 2nd Amendments", "Solve k - 1 = 5"),
    ],
)
def test_solids_persons_amendments_and_equations_are_of_no_grade(title: str) -> None:
    assert find_grades(title) == ()


@pytest.mark.parametrize(
    "title",
    [
        *("Leaves: a science unit for Grade 3", "Leaves for Grade 3", "Where Water Goes: a unit for Grade 3"),
        *("How Energy Moves in Grade 3", "What is left? Subtraction in Grade 3", "Tools We Used: made for Grade 3"),
        *("Coming to America: a Grade 3 unit", "Class: 3D", "Homeroom 3-D"),
    ],
)
def test_a_title_may_speak_of_leaves_and_of_what_moves(title: str) -> None:
    assert find_grades(title) == ("3",)


@pytest.mark.parametrize(
    "title",
    [
        *("Unit plan for grade 3 created by our team", "Grade 3 adapted from an older unit.", "Grade 3 revised in May"),
        *("Grade 3 aligned to the state test", "Grade 3 | 45 minutes", "Grade 3 | 12 pupils"),
    ],
)
def test_what_was_done_with_a_plan_and_how_long_it_takes_leave_it_its_grade(title: str) -> None:
    assert find_grades(title) == ("3",)
