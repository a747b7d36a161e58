"""The grade that opening words state of their document, and those that they state of others (decision 62)."""

from __future__ import annotations

import pytest

from curalign.domain.materials import Block, Form, Section
from curalign.reading.own_grades import own_grades

OWN = {
    "Grade Level: 3": ("3",),
    "GRADE LEVEL: 3": ("3",),
    "Grade Level: | 3": ("3",),
    "Grade Levels: K-2": ("K", "1", "2"),
    "Grade(s): 5": ("5",),
    "Grade Level(s): 5": ("5",),
    "Grado(s): 3": ("3",),
    "Grades: 3, 4, 5": ("3", "4", "5"),
    "Grades 9, 10, 11, 12": ("9", "10", "11", "12"),
    "(Grades 6, 7, 8)": ("6", "7", "8"),
    "Gr. K, 1, 2": ("K", "1", "2"),
    "Grados 3, 4 y 5": ("3", "4", "5"),
    "6th, 7th, and 8th grade science teachers": ("6", "7", "8"),
    "Grades K-2": ("K", "1", "2"),
    "K-2 Science": ("K", "1", "2"),
    "Grades K-5 Health Curriculum": ("K", "1", "2", "3", "4", "5"),
    "This workshop is for grades K-2": ("K", "1", "2"),
    "Unit U-3 | Grade 3": ("3",),
    "Room B-12 | Grade 3": ("3",),
    "Standards: 3.NF.A.1 | Grade: 3": ("3",),
    "Last week of Grade 4": ("4",),
    "Next Grade 4 PLC: May 3": ("4",),
    "Esta unidad es para estudiantes de tercer grado y dura cuatro semanas en la primavera": ("3",),
    "Kindergarten students will explore the seasons by walking around the school yard": ("K",),
    "This unit was written by Grade 4 teachers": ("4",),
    "The unit was developed for grade 4": ("4",),
    "Revised last year for grade 4": ("4",),
    "Used in grade 4, third quarter": ("4",),
    "In this unit, fourth graders investigate how sound travels through walls": ("4",),
    "Sixth graders will use ratios": ("6",),
    "In Grade 4, students develop": ("4",),
    "Third grade spends four weeks on this": ("3",),
    "Welcome to Fourth Grade!": ("4",),
    "Grade 4 Advanced Math": ("4",),
    "Grade 7 Math. Builds on: grade 6 ratios": ("7",),
    "Grade 2: 2.SH.1, 2.SH.2 (thirds are for grade 3)": ("2",),
    "What you brought from grade 8 to grade 9, first unit": ("9",),
    "grade 3 to grade 5": ("3", "5"),
    "2nd gr. math": ("2",),
    "2.\u00ba de primaria": ("2",),
    "Segundo b\u00e1sico": ("2",),
    "GRADE TWO": ("2",),
    "Grade/Subject: 2/Math": ("2",),
    "Subject/Grade Level: Math / 2nd": ("2",),
    "Grade & Subject | 2 Math": ("2",),
    "Grade Span: 3-5": ("3", "4", "5"),
    "Grade level(s) taught: 2": ("2",),
    "Grado escolar: segundo": ("2",),
    "Grade........ 2": ("2",),
    "Kindergarten through Grade 2": ("K", "1", "2"),
    "G2M3L4": ("2",),
    "Grade Level: \u2610 K \u2610 1 \u2612 2 \u2610 3": ("2",),
    "Grade: [ ] K [x] 1 [x] 2 [ ] 3 | Subject: [x] Math [ ] ELA": ("1", "2"),
    "Grade level: K ___ 1 ___ 2 _X_ 3 ___": ("2",),
    "Grade: ___2___": ("2",),
    "Grade Level PLC Meeting: 2nd": ("2",),
    "Grade(s) K \u2610 1 \u2610 2 \u2611 3 \u2610": ("2",),
}
OF_OTHERS = [
    "Prior knowledge: Grade 5 fraction operations",
    "Prerequisites: 5th grade decimals",
    "Builds on: grade 6 ratios",
    "Looking ahead: grade 8",
    "Connections: Grade 5, Grade 7",
    "Prepares for grade 9",
    "Unlike fourth grade, we go on",
    "As in grade 6, we begin",
    "Esto lo dejo para octavo grado",
    "Prior knowledge | Grade 5 fractions",
    "Sixth grade put the negatives on the line and compared them.",
    "The rest I leave to grade 8.",
    "I leave them to grade 8, where they do the whole thing",
    "They have used this since third grade, and would never",
    "Explain to a fifth grader how you know.",
    "W.7.8 | finding. Quoting and citing: grade 8",
    "7.EE.A.1, 7.EE.B.4a. (4b, inequalities: leave them to grade 8)",
    "2.SH.1 | sharing fairly. Thirds: grade 3",
    "This builds on work in first grade and prepares students for third grade.",
    "Students will need this in third grade.",
    "In first grade, students added within 20.",
    "Last year in first grade they counted to 120",
    "Next year, in third grade, pupils round.",
    "Fifth grade reading buddies come to help.",
    "See the grade 1 unit for blocks.",
    "Leads into Grade 3 multiplication.",
    "A foundation for third grade multiplication",
    "Coming in grade 3: multiplication",
    "Extension: grade 3 arrays",
    "Building on Grade 1 work with tens, we go on to hundreds.",
    "Before this (Grade 1): tens. After this (Grade 3): rounding",
    "For students working at a first grade level, use blocks.",
    "Grade: \u2610 K \u2610 1 \u2610 2",
    "Grade level: K ___ 1 ___ 2 ___",
    "Grade (circle one): K 1 2 3",
    "Students come to us from first grade able to count to 120.",
]


def stated(words: str) -> tuple[str, ...]:
    return own_grades("unit.md", (Section(("A unit",), (Block(words),)),))


@pytest.mark.parametrize("words", OWN)
def test_a_document_s_own_grade_is_read(words: str) -> None:
    assert stated(words) == OWN[words]


@pytest.mark.parametrize("words", OF_OTHERS)
def test_the_grade_of_other_pupils_is_not(words: str) -> None:
    assert stated(words) == ()


def test_both_in_one_line() -> None:
    assert stated("Grade 4 | They have known thirds since grade 3 | Next comes: tenths, which I leave to grade 5") == (
        "4",
    )


def test_a_place_for_the_grade_comes_before_what_is_said_of_grades() -> None:
    assert stated("Second graders measure as fourth grade does. Grade: 2") == ("2",)


def test_a_heading_speaks_of_other_pupils_too() -> None:
    def of_headings(*headings: str) -> tuple[str, ...]:
        return own_grades("unit.md", (Section(headings, (Block("Pupils fold strips."),)),))

    assert of_headings("A unit", "Fractions since grade 3") == ()
    assert of_headings("Fractions since grade 3", "Grade 5, unit 2") == ("5",)
    assert of_headings("What fourth grade did with strips") == ()
    for own in ("Grade 4: Fractions on a line", "Foundations of Grade 4 Math", "Extension: Grade 4 fractions"):
        assert of_headings(own) == ("4",)


@pytest.mark.parametrize(
    ("path", "grades"),
    [
        ("units/K/Shapes.docx", ("K",)),
        ("units/Kinder/Shapes.docx", ("K",)),
        ("units/2nd gr/Shapes.docx", ("2",)),
        ("units/grade-two/Shapes.docx", ("2",)),
        ("units/Grade2Math/Shapes.docx", ("2",)),
        ("units/G2U3L4.docx", ("2",)),
        ("units/2nd/Shapes.docx", ()),
        ("units/Second/Shapes.docx", ()),
        ("units/Kinder.docx", ("K",)),
        ("units/K.docx", ()),
        ("units/Math2ndGrade.docx", ("2",)),
        ("units/MathGr2.docx", ("2",)),
        ("units/SecondGradeMath.docx", ("2",)),
        ("units/PreKinder plans.docx", ("PK",)),
        ("units/K Math Unit 1.docx", ("K",)),
        ("units/Math_K_U1.docx", ("K",)),
        ("units/MATH-2-U1.docx", ()),
        ("units/2A plans.docx", ("2",)),
        ("units/TK/Shapes.docx", ("PK",)),
        ("units/2A/Shapes.docx", ()),
        ("units/Math/Shapes.docx", ()),
        ("units/Science 7/Cells.docx", ("7",)),
        ("units/Art 2/Clay.docx", ()),
        ("units/Reading 7.docx", ()),
    ],
)
def test_a_path_names_a_grade(path: str, grades: tuple[str, ...]) -> None:
    assert own_grades(path, ()) == grades


def test_a_grade_may_stand_below_its_label_in_a_table() -> None:
    rows = ("Teacher | Grade Level | Unit", "Room 4 | 2 | Tens"), ("Grade | Unit", "Sharing | 3")
    found = [own_grades("unit.md", (Section((), tuple(Block(text, Form.ROW) for text in pair)),)) for pair in rows]
    assert found == [("2",), ()]
    several = ("Title | Grades", "Halves | 2", "Thirds | 3-5")
    assert own_grades("catalogue.xlsx", (Section((), tuple(Block(text, Form.ROW) for text in several)),)) == ()


@pytest.mark.parametrize("row", [("Assignment | Grade", "Kite report | 9"), ("Student | Grade", "[name] | 4")])
def test_a_mark_below_its_label_is_no_grade(row: tuple[str, str]) -> None:
    blocks = tuple(Block(text, Form.ROW) for text in row)
    assert own_grades("a.docx", (Section((), blocks),)) == ()
    assert own_grades("a.docx", (Section((), (Block("Grade: 8 out of 10", Form.PARAGRAPH),)),)) == ()


def test_a_place_for_the_grade_may_be_a_line_behind_the_text() -> None:
    told = "Pupils fold strips of paper in half and say how long each part is and why. " * 5
    assert own_grades("unit.md", (Section((), (Block(told), Block("Grade Level: 3"))),)) == ("3",)
    assert own_grades("unit.md", (Section((), (Block(told), Block("They had that grade: 3"))),)) == ()


def test_what_stands_on_the_next_line_does_not_count_the_grades() -> None:
    table = tuple(Block(text, Form.ROW) for text in ("Week | Topic", "1 | Tens"))
    assert own_grades("plan.docx", (Section((), (Block("Grade Level: TK/K"), *table)),)) == ("PK", "K")
    assert own_grades("plan.docx", (Section((), (Block("Grade Level"), Block("2"), Block("Subject"))),)) == ("2",)
