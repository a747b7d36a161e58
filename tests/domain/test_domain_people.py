"""Which rows and lines are people, and which only look like it and are taught."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curalign.domain.materials import Block, Form, Section, Spot
from curalign.domain.people import without_people
from curalign.domain.privacy import masked

PUPILS = ("Ada Day", "Ben Ito", "Carla Ruiz", "Dov Stern", "Eve Oak", "Finn Moe")


def kept(*texts: str, heading: str = "", form: Form = Form.PARAGRAPH) -> list[str]:
    section = Section((heading,) if heading else (), tuple(Block(text, form) for text in texts))
    return [block.text for block in without_people(section)[0].blocks]


def rows(*texts: str, heading: str = "") -> list[str]:
    return kept(*texts, heading=heading, form=Form.ROW)


@pytest.mark.parametrize(
    "table",
    [
        ("Name | Signature", "Ada Day | ", "Ben Ito | "),
        ("Student Name | Score", "ada day | 4", "ben ito | 3"),
        ("First Name | Last Name | Score", "Ada | Day | 3", "Ben | Ito | 4"),
        ("Teacher | School | Phone", "Ms. Rivera | Oak | 555-0142", "Mr. Lee | Elm | 555-0143"),
        ("Participant", "Noor Haddad", "Idris Vane"),
        ("Nombre del alumno | Nota", "María López | 9", "José Núñez | 8"),
        ("Student | Comment", "Ada Day | still needs help with the new ten", "Ben Ito | works well with a partner"),
        tuple(f"{n} | Familyname{n}, Given | 0.{n}" for n in range(1, 5)),
        tuple(f"{name} | 4 | 3" for name in PUPILS),
        ("Ada Day | Ben Ito | Carla Ruiz", "Dov Stern | Eve Oak | Finn Moe", "Hana Abe | Ida Orr | ", "Jon Poe | | "),
    ],
)
def test_rows_of_people_are_left_out(table: tuple[str, ...]) -> None:
    assert rows(*table, heading="Class roster") == []


@pytest.mark.parametrize(
    ("heading", "lines"),
    [
        ("Sign-in Sheet", ("Tamsin Orrell", "Idris Vane", "Noor Haddad")),
        ("Students", ("1. Orrell, Tamsin 87", "2. Vane, Idris 92", "3. Haddad, Noor 64")),
        ("Week 2", PUPILS),
        ("Week 2", tuple(f"{name} {n}" for n, name in enumerate(PUPILS, 60))),
        ("Lista de asistencia", ("María López", "José Núñez")),
        ("", ("Attendees: Ada Day, Ben Ito and Carla Ruiz",)),
        ("", ("Sign-in: Ada Day; Ben Ito",)),
        ("Attendance", tuple(f"{name}, Oak Elementary" for name in PUPILS)),
    ],
)
def test_lines_of_people_are_left_out(heading: str, lines: tuple[str, ...]) -> None:
    assert kept(*lines, heading=heading) == []


@pytest.mark.parametrize(
    "table",
    [
        ("Grade | Pupils", "Grade Three | 24", "Grade Four | 22", "Grade Five | 25", "Grade Six | 20"),
        (
            "State | Capital | People",
            "New York | Albany | 20",
            "North Dakota | Bismarck | 1",
            "New Mexico | Santa Fe | 2",
        ),
        ("Name | Capital", "Costa Rica | San José", "South Korea | Seoul"),
        ("Teacher | Student", "Model Adding | Watch and repeat", "Explain Tens | Turn and talk"),
        ("Teacher | Time", "Direct Instruction | 10", "Guided Practice | 15", "Exit Ticket | 5"),
        (
            "Title | Pages",
            "Charlotte's Web | 184",
            "Stone Fox | 96",
            "Sarah, Plain and Tall | 64",
            "Little Women | 449",
        ),
        ("Character | Trait", "Tom Sawyer | bold", "Becky Thatcher | kind", "Huck Finn | free", "Sid Sawyer | sly"),
        ("Lesson | Title", "1 | Making Ten", "2 | Number Talks", "3 | Place Value", "4 | Bar Models"),
        ("Time | Activity", "8:30 | Welcome", "9:00 | Number Talks", "9:30 | Read Aloud"),
    ],
)
def test_rows_that_only_look_like_people_stay(table: tuple[str, ...]) -> None:
    assert rows(*table) == list(table)


@pytest.mark.parametrize(
    ("heading", "lines"),
    [
        ("Characters", ("Tom Sawyer", "Becky Thatcher", "Huck Finn", "Aunt Polly", "Sid Sawyer")),
        ("Scientists we study", ("Marie Curie", "Albert Einstein", "Isaac Newton", "Rosa Parks", "George Carver")),
        (
            "Read aloud",
            ("Charlotte's Web", "Little Women", "The Giving Tree", "James and the Giant Peach", "Stone Fox"),
        ),
        ("Places", ("New York", "San Diego", "Rhode Island", "Lake Erie", "Costa Rica", "North Dakota")),
        ("Agenda", ("Number Talks", "Exit Ticket", "Making Ten", "Grade Three", "Bar Models", "Guided Practice")),
        ("", ("Students: think, pair, share", "Teacher: Direct Instruction", "Student: Yes", "Name: ________")),
        ("", ("Ada Day and Ben Ito share 12 cookies.", "Ada has 5 coins and Ben has 7 coins. How many are there?")),
        ("", ("Students will be able to: add, subtract, and explain",)),
    ],
)
def test_lines_that_only_look_like_people_stay(heading: str, lines: tuple[str, ...]) -> None:
    assert kept(*lines, heading=heading) == list(lines)


def test_a_row_that_says_something_of_its_own_stays_without_the_name() -> None:
    agenda = rows(
        "Time | Session | Presenter",
        "8:30 | Fraction strips and number lines in grade 3 | Ada Day",
        "9:30 | How pupils talk about their work | Ben Ito",
    )
    assert agenda[1:] == [
        "8:30 | Fraction strips and number lines in grade 3 | [name]",
        "9:30 | How pupils talk about their work | [name]",
    ]


def test_the_head_of_a_form_is_made_nameless() -> None:
    assert kept("Teacher: Ms. Rivera") == ["Teacher: [name]"]
    assert rows("Teacher | Ms. Rivera | Week | 3") == ["Teacher | [name] | Week | 3"]


@pytest.mark.parametrize(
    ("text", "without"),
    [
        (
            "Write to ada.day@oak.k12.oh.us or call (555) 234-5678 ext. 12 today.",
            "Write to [e-mail] or call [phone] today.",
        ),
        ("ada [at] oak.org; ben(at)oak.edu", "[e-mail]; [e-mail]"),
        ("Tel: 5552345678, +52 (55) 1234 5678", "Tel: [phone], [phone]"),
        ("555.234.5678 or 1-800-555-0199 or 555-0142", "[phone] or [phone] or [phone]"),
        ("Teléfono: 55 1234 5678", "Teléfono: [phone]"),
        ("ada@oak.org, 234-5678, 502 234 5678", "[e-mail], [phone], [phone]"),
        ("Office: 234-5678; (502)234-5678", "Office: [phone]; [phone]"),
        ("Call +44 20 7946 0958, +49 30 901820.", "Call [phone], [phone]."),
        ("Tél. : 01 42 68 53 00; Tel: 030/901820", "Tél. : [phone]; Tel: [phone]"),
        ("cel. 55 1234 5678, Ph: 03 9876 5432", "cel. [phone], Ph: [phone]"),
        ("502/555-0142, Home: 5025550143", "[phone], Home: [phone]"),
    ],
)
def test_addresses_and_numbers_are_masked(text: str, without: str) -> None:
    assert masked(text) == without
    assert masked(without) == without


@pytest.mark.parametrize(
    "text",
    [
        *("pp. 998-1002 and pages 123-1234", "345-1200=?", "Put 120 345 1200 in order.", "5 +12 345 678 = ?"),
        *("2026-11-28, 2.NBT.B.5 and 111.26(b)(4)", "3.14159265358979", "ISBN 978-0-12-345678-9", "@home a@b"),
        *("About 20 000 000 people call it home.", "456 - 123 - 1000", "Find 1,200,345 - 567.", "2 1/2 + 555/1234"),
        *("Sea surface pH 1990/2050/2090", "At home 3 4 5 6 7 8 9 are counted."),
        *("Count within 500-1000.", "Lexile 450-1050", "Write 234-5678 words.", "Order 345 678 1234.", "200.5 300.5"),
    ],
)
def test_numbers_that_reach_nobody_stay(text: str) -> None:
    assert masked(text) == text


@given(st.text(max_size=200))
def test_masking_again_changes_nothing(text: str) -> None:
    assert masked(masked(text)) == masked(text)


@given(st.lists(st.sampled_from(["Ada Day", "Fold the strip.", "Ben Ito", "Day, Ada 87", "Draw 3 tens."]), max_size=9))
def test_what_says_something_stays_in_its_order(texts: list[str]) -> None:
    said = [text for text in texts if text.endswith(".")]
    assert [text for text in kept(*texts) if text.endswith(".")] == said


def test_names_that_share_a_cell_are_names() -> None:
    groups = (
        "Group | Students | Focus",
        "Red | Ada, Ben, Carla | Count by tens with a partner",
        "Blue | Eve and Finn | Add",
    )
    assert rows(*groups) == [groups[0], "Red | [name] | Count by tens with a partner"]
    taught = ("Group | Students | Focus", "Red | Count, Add | Tens with a partner", "Blue | Read and Write | Add")
    assert rows(*taught) == list(taught)


def test_a_plan_of_seats_is_first_names_alone() -> None:
    seats = ("Ada | Ben | Carla | Diego", "Ella | Finn | Grace | Hugo")
    assert rows(*seats, heading="Seating chart") == []
    assert rows(*seats) == []
    assert rows(seats[0], "3 | 5 | 8 | 2") == [seats[0], "3 | 5 | 8 | 2"]


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("Student: Ada Day   Grade: 2   Date: 10/4", "Student: [name]   Grade: 2   Date: 10/4"),
        ("Student Name:\tAda Day\tTeacher:\tMs. Rivera", "Student Name:\t[name]\tTeacher:\t[name]"),
        ("Name: Ada Day Date: 10/4 Score: 8/10", "Name: [name] Date: 10/4 Score: 8/10"),
        ("Parent: Carla Ruiz, (555) 234-5678", "Parent: [name]"),
        ("Allergies: Ben Ito (peanuts)", "Allergies: [name]"),
        ("Coach: Ada Day. Teachers: two classrooms.", "Coach: [name]. Teachers: two classrooms."),
        ("Title: Ada Day   Grade: 2", "Title: Ada Day   Grade: 2"),
    ],
)
def test_fields_of_a_form_on_one_line_are_made_nameless(line: str, left: str) -> None:
    assert kept(line) == [left]


def test_the_header_of_a_typed_list_goes_with_it() -> None:
    header = "Name        School        Email"
    lines = ("Ada Day     Oak Elem      aday@oak.example.org", "Ben Ito     Pine Elem     bito@pine.example.org")
    assert kept(header, *lines, "Pupils count coins.") == ["Pupils count coins."]


def test_partners_are_pairs_of_first_names_where_they_are_announced() -> None:
    pairs = ("Ada & Ben", "Carla & Diego", "Ella and Finn")
    assert kept("Partners:", *pairs, "Pupils count coins.") == ["Partners:", "Pupils count coins."]
    assert kept("Stories", *pairs, "Pupils count coins.")[1:4] == list(pairs)


def test_a_section_without_people_stays_where_it_stands() -> None:
    asked, _ = without_people(Section(("Call 555-123-4567",), (), Spot(page=3)))
    assert (asked.headings, asked.spot) == (("Call [phone]",), Spot(page=3))
