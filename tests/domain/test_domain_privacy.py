"""What may be said again of a table's cells: codes and files, and nothing that may be a person."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curalign.domain.privacy import is_about_pupils, look_like_names, looks_like_code, quote_codes, quote_files
from curalign.wording import Facts, say

PUPILS = [
    *("Student First Name", "student_first_name", "studentFirstName", "STUDENT FIRST NAME", "Name of student"),
    *("LastFirst", "Last, First", "Last Name", "FirstName", "firstname", "First", "Legal Name", "Preferred name"),
    *("Alumno", "Alumna", "Nombre del alumno", "Estudiante", "Nombre", "Apellidos", "Correo electrónico", "Matrícula"),
    *("Fecha de nacimiento", "Élève", "Nom de l'élève", "Prénom", "Aluno", "Nome do aluno", "Schüler", "Schülerin"),
    *("Geburtsdatum", "Vorname", "Studente", "Cognome", "Username", "User Name", "userId", "Pupil", "Learner"),
    *("SSID", "Student ID", "StudentID", "student-id", "STUDENTID", "Student #", "Student No.", "Student Number"),
    *("Local Student ID", "State ID", "Student School ID", "Email", "E-mail", "Student E-Mail Address", "DOB"),
    *("Date of Birth", "Birth date", "birthday", "pupilname", "Students' names", "name", "id", "UPN"),
    "Student Unique ID",
]


@pytest.mark.parametrize("header", PUPILS)
def test_headers_of_pupils_whatever_their_case_accents_and_marks(header: str) -> None:
    assert is_about_pupils(header)
    assert is_about_pupils(f"  {header.upper()}: ")


@pytest.mark.parametrize(
    "header",
    [
        *("item_id", "Item name", "Item #", "standard_code", "Standard ID", "School name", "District ID", "Test name"),
        *("n", "group"),
        *("Number of students", "Students tested", "# of pupils", "Student count", "Student group", "max_points"),
        *(
            "Class name",
            "Is Child Of",
            "Número de alumnos",
            "Score",
            "Points",
            "Date",
            "Grade",
            "",
            "Nombre del examen",
        ),
    ],
)
def test_headers_of_items_and_groups(header: str) -> None:
    assert not is_about_pupils(header)


@pytest.mark.parametrize(
    "groups",
    [
        ["Ada Day"],
        ["Day, Ada"],
        ["Grade 3", "María José Núñez"],
        ["O'Neil, Sean"],
        ["Ms. Rivera"],
        ["DAY, ADA"],
        ["Ada White"],
        ["Summer West-Oak"],
    ],
)
def test_groups_that_are_persons(groups: list[str]) -> None:
    assert look_like_names(groups)


def test_a_roll_of_first_names_is_one_of_persons_and_a_few_places_are_not() -> None:
    assert look_like_names(["Ada", "Ben", "Carla", "Dov", "Eve", "Finn", "Gia", "Hugo", "Ida", "Jon"])
    assert not look_like_names(["Lincoln", "Jefferson", "Riverside"])


@pytest.mark.parametrize(
    "group",
    [
        *("Grade 3", "All Students", "English Learners", "Hispanic or Latino", "Economically Disadvantaged", "Room 12"),
        *(
            "Lincoln Elementary",
            "Students with Disabilities",
            "Two or More Races",
            "Not EL",
            "Female",
            "Black",
            "North",
        ),
        *("Ms. Rivera's Class", "on track", "Section A", "", "Period 3, Ada Day's", "Escuela Benito Juárez"),
    ],
)
def test_groups_that_are_groups(group: str) -> None:
    assert not look_like_names([group])


def told(facts: Facts) -> str:
    return say("told-cells", facts)


@pytest.mark.parametrize(
    "cell",
    [
        *("3.NF.A.1", "MV.M.3.GE.2", "PH.1", "9.Z", "RL.3.1", "K.CC.A.1", "CCSS.ELA-Literacy.RL.3.1", "HSA-REI.B.3"),
        *("CCSS.Math.Content.3.NF.A.1", "111.5(b)(3)", "3-LS1-1", "MS-PS1-2", "W.3.1a", "6.RP.A.3"),
    ],
)
def test_codes_may_be_said(cell: str) -> None:
    assert looks_like_code(cell)
    assert cell in told(quote_codes([cell]))


@pytest.mark.parametrize(
    "cell",
    [
        *("Ada Day", "Day, Ada", "ada.day3", "aday2014", "ada.day@pond.org", "000123456", "123-45-6789", "2014-05-03"),
        *("05/03/2014", "5.3.14", "(212) 555-0100", "Ada", "", "SMITH.3.ADA", "Ada Day 3.1", "x" * 100, "José.3"),
    ],
)
def test_names_numbers_and_dates_are_counted_and_not_said(cell: str) -> None:
    assert told(quote_codes([cell, "3.A"])) == "3.A, and 1 cell that holds no code"
    assert not cell or cell not in told(quote_files([cell]))


def test_many_are_counted() -> None:
    codes = told(quote_codes(["9.A", "9.B", "9.C", "9.D", "Ada"]))
    assert codes == "9.A, 9.B, 9.C and 1 more, and 1 cell that holds no code"
    assert told(quote_files(["unit.docx", "Ada Day", "Ben Oak"])) == "unit.docx, and 2 cells that hold no file"
    assert quote_codes([]) == {"what": "code", "named": (), "more": 0, "unsaid": 0}


@given(st.text(max_size=300))
def test_any_cell_ends_as_yes_or_no(cell: str) -> None:
    assert {looks_like_code(cell), is_about_pupils(cell), look_like_names([cell])} <= {True, False}
