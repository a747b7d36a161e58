"""Fields of a form's head, times beside what is done, bare classes and the names of documents teach nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from segmented import cut, row, without_spaces

from curalign.domain.materials import Role
from curalign.segmenting.fields import is_field, role_of_fields
from curalign.segmenting.roles import role_of_heading

TEXT = "Pupils fold a strip of paper into parts of the same size, and name each of them for a neighbour."
FIELDS = """Teacher: Ms. Okafor|Teacher: Ida Lund   Date: 9/14   Grade: 4|Duration: 45 minutes
    Name: ________ Date: ________|School: Larch Hill Elementary|Week of: September 8
    Grade Level: Fourth|Period:\t3|Prepared by: Ida Lund
    Suggested time: about 3 weeks|Docente: Ana Ruiz|Grado: 4|Fecha: 3 de mayo"""
TASKS = """Time: Tell time to the minute on two clocks.|Name: the parts of a flower
    Length: measure the desk with a ribbon|Class: read the story aloud
    Grade: 4 Objective: add tens and ones|Location: find each point on the map
    Teacher: today we'll fold a strip in four|Number of the day: 17 in five ways|Time: draw 7:45 on the clock"""


def split(lines: str) -> list[str]:
    return [line.strip() for line in lines.replace("\n", "|").split("|")]


@pytest.mark.parametrize("line", split(FIELDS))
def test_who_where_when_and_for_whom_is_no_evidence(line: str) -> None:
    passages = cut((("Strips",), [line, TEXT]))
    assert [(p.role, p.text) for p in passages] == [(Role.BOILERPLATE, " ".join(line.split())), (Role.TASK, TEXT)]


@pytest.mark.parametrize("line", split(TASKS))
def test_what_only_begins_like_a_field_is_not_lost(line: str) -> None:
    assert role_of_fields(line) is None
    assert all(p.role is not Role.BOILERPLATE for p in cut((("Strips",), [line])))


def test_labels_and_values_alternate_in_a_row() -> None:
    rows = [row("Teacher", "Ms. Okafor", "Grade", "4"), row("Date", "9/14", "Duration", "45 minutes")]
    assert {p.role for p in cut((("Strips",), rows))} == {Role.BOILERPLATE}


def test_names_of_columns_are_no_fields() -> None:
    assert role_of_fields("Date | Teacher | Room") is None
    assert role_of_fields("Unit length | Teachers | Resources") is None


def test_a_code_in_a_field_is_cited() -> None:
    assert role_of_fields("Building: 4.NF.A.1") is Role.MENTION


def test_what_is_taught_is_named_above_what_follows() -> None:
    lines = ["Unit title: Parts of a whole", "Teacher: Ms. Okafor", "Lesson: Halves", TEXT]
    passages = cut((("Grade 4",), lines))
    assert [p.headings for p in passages if p.role is Role.TASK] == [
        ("Grade 4", "Unit title: Parts of a whole", "Lesson: Halves")
    ]
    assert without_spaces("".join(p.text for p in passages)) == without_spaces("".join(lines))


def test_a_list_of_nothing_but_titles_stays() -> None:
    passages = cut((("Grade 4",), ["Lesson title: Folding halves of strips", "Lesson title: Cutting quarters of pies"]))
    assert any(p.role is Role.TASK and "quarters" in p.text for p in passages)


def test_a_topic_named_like_a_note_weakens_nothing() -> None:
    assert {p.role for p in cut((("Grade 4",), ["Topic: Materials", TEXT])) if p.text == TEXT} == {Role.TASK}
    assert role_of_heading("Topic: Vocabulary") is None


@pytest.mark.parametrize(
    "heading",
    ["Grade", "Course Title", "Week of ____", "Number of students", "Name of unit", "[Class period]", "Time allotment"],
)
def test_a_bare_field_is_one(heading: str) -> None:
    assert is_field(heading)


@pytest.mark.parametrize("heading", ["Grades", "Topics", "Grade 4", "In class", "Last day", "Unit Overview", "Number"])
def test_what_is_none(heading: str) -> None:
    assert not is_field(heading)


@given(words=st.lists(st.from_regex(r"[b-z][a-z]{4,8}", fullmatch=True), min_size=2, max_size=6))
def test_a_sentence_is_never_a_name(words: list[str]) -> None:
    text = " ".join(words)
    assert role_of_fields(f"Teacher: {text} fold") is None


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("8:30 \u2013 9:15 Exit ticket", Role.ASSESSMENT),
        ("9:00 Materials", Role.NOTE),
        ("(10 min) Exit ticket", Role.ASSESSMENT),
        ("1:15-2 Fold strips", Role.TASK),
        ("45 minutes - Bridges of straw", Role.TASK),
        ("3-5 Fractions", None),
        ("45 minutes", None),
        ("2nd Quarter", None),
        ("Grade 4 Math", None),
        ("2026-2027", None),
        ("Martes", None),
    ],
)
def test_a_time_before_it_changes_no_heading_and_alone_says_nothing(heading: str, role: Role | None) -> None:
    assert role_of_heading(heading) is role


@pytest.mark.parametrize("name", ["Activity 3 Rose window", "Lesson 2.9 Systems in the parking lot"])
def test_what_a_numbered_lesson_is_called_is_its_title(name: str) -> None:
    assert role_of_heading(name) is Role.TASK


@pytest.mark.parametrize(
    "name", ["Lesson Plan", "Lesson Plans", "Daily Lesson Plan Template", "Lesson Plan: Halves", "Plan de clase"]
)
def test_what_a_whole_document_is_called_says_nothing(name: str) -> None:
    assert role_of_heading(name) is None


def test_the_model_tells_a_column_among_known_ones() -> None:
    rows = [row("Lesson", "Activity", "Check"), row("Halves", TEXT, "Shade one half of each of these four shapes.")]
    found = {p.role for p in cut((("Grade 4",), rows)) if p.text.startswith("Shade")}
    assert found == {Role.ASSESSMENT}


@pytest.mark.parametrize("label", ["Words on the wall", "Students list what they see", "Vocabulary wall"])
def test_of_labels_in_a_text_the_model_is_not_asked(label: str) -> None:
    assert [p.role for p in cut((("Halves",), [f"{label}: folds, cuts, halves, quarters."]))] == [Role.TASK]


def test_the_model_tells_a_line_in_disguise_where_it_is_sure() -> None:
    passages = cut((("Halves",), ["Materials", "Paper.", "Hands-On Experiment", TEXT]))
    assert [(p.role, p.headings[-1]) for p in passages if p.text == TEXT] == [(Role.TASK, "Hands-On Experiment")]


@pytest.mark.parametrize("heading", ["10:15 - 10:30 Recess", "Snack (10 minutes)", "Lunch"])
def test_a_break_in_the_day_is_a_note(heading: str) -> None:
    assert role_of_heading(heading) is Role.NOTE


def test_a_lesson_about_a_meal_is_none() -> None:
    assert role_of_heading("9:30 Packing a healthy lunch") is Role.TASK
    assert role_of_heading("Lunch in Japan") is not Role.NOTE
