"""One name for all that people write for a subject."""

from __future__ import annotations

import pytest

from curalign.domain.subjects import subject_of, subjects_named, subjects_stated, unknown_subjects


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Math", "mathematics"),
        ("Algebra I", "mathematics"),
        ("MATHEMATICS (2020)", "mathematics"),
        ("ELA-Literacy", "English language arts"),
        ("Language Arts", "English language arts"),
        ("Computer Science", "computer science"),
        ("Earth Science", "science"),
        ("Social  Studies", "social studies"),
        ("Foreign Language and Literature", "foreign language and literature"),
        ("Physics", "physics"),
        ("Artes", "artes"),
        ("Maths", "mathematics"),
        ("Matem\u00e1ticas", "mathematics"),
        ("ELAR", "English language arts"),
        ("Lang. Arts", "English language arts"),
        ("Sci", "science"),
        ("Soc. Studies", "social studies"),
        ("Social Science", "social studies"),
        ("Ciencias Sociales", "social studies"),
        ("Social Emotional Learning", "social emotional learning"),
        ("", ""),
    ],
)
def test_a_subject_by_its_name(written: str, meant: str) -> None:
    assert subject_of(written) == meant


def test_what_is_strange_keeps_its_own_name_and_stands_once() -> None:
    known = ("mathematics", "science")
    assert unknown_subjects(["Visual Arts", "Math", "Physics", "Visual Arts", ""], known) == (
        "",
        "Physics",
        "Visual Arts",
    )
    assert unknown_subjects(["Math", "Life Science"], known) == ()


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("Name: Room 12 | Grade: 2 | Subject: Math | Week of: 10/5", {"mathematics"}),
        ("Content Area | Science | Grade 4", {"science"}),
        ("Subject(s): Math and Science", {"mathematics", "science"}),
        ("Teacher: Room 3 Subject: Science Unit: Math in nature", {"science"}),
        ("Asignatura: Science", {"science"}),
        ("The subject of this poem is math.", set()),
        ("Subject: Art. We use math.", set()),
    ],
)
def test_a_template_states_its_subject(text: str, stated: set[str]) -> None:
    assert subjects_stated(text, ("mathematics", "science")) == stated


KNOWN = ("mathematics", "science", "English language arts", "social studies", "computer science")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("units/SS/Rules.docx", {"social studies"}),
        ("units/Sci/Matter.docx", {"science"}),
        ("units/ELAR/Fables.docx", {"English language arts"}),
        ("units/Maths/Area.docx", {"mathematics"}),
        ("units/US History/Trade.docx", {"social studies"}),
        ("units/Biology/Cells.docx", {"science"}),
        ("ELA/SS pacing.xlsx", {"English language arts", "social studies"}),
        ("Math & Science Night.docx", {"mathematics", "science"}),
        ("units/Humanities/Letters.docx", {"English language arts", "social studies"}),
        ("units/Computer Science/Loops.docx", {"computer science"}),
        ("units/Social Science/Maps.docx", {"social studies"}),
        ("units/The history of bread.docx", set()),
        ("units/class/lesson 3.docx", set()),
        ("Ss will sort seeds and Ss can name them", set()),
        ("units/Social skills.docx", set()),
    ],
)
def test_a_path_names_subjects(text: str, named: set[str]) -> None:
    assert subjects_named(text, KNOWN) == named


def test_a_course_with_standards_of_its_own_is_named_by_them() -> None:
    assert subjects_named("units/US History/Trade.docx", ("us history", "mathematics")) == {"us history"}
