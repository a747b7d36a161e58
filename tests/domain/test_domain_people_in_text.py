"""Which names within a line or a cell are pupils and colleagues, and which belong to what is taught."""

from __future__ import annotations

import pytest

from curalign.domain.materials import Block, Form, Section
from curalign.domain.people import without_people


def left(*texts: str, heading: str = "", form: Form = Form.PARAGRAPH) -> list[str]:
    section = Section((heading,) if heading else (), tuple(Block(text, form) for text in texts))
    return [block.text for block in without_people(section)[0].blocks]


def rows(*texts: str, heading: str = "") -> list[str]:
    return left(*texts, heading=heading, form=Form.ROW)


@pytest.mark.parametrize(
    ("line", "nameless"),
    [
        ("Math groups: Nadia, Tobias, Wei", "Math groups: [name]"),
        ("Small group 2 (Nadia, Tobias)", "Small group 2 ([name])"),
        ("Reteach: Nadia's group", "Reteach: [name]'s group"),
        ("Pull Nadia\u2019s group.", "Pull [name]\u2019s group."),
        ("Reteach: Nadia and Tobias", "Reteach: [name]"),
        ("Group 1 - Nadia, Tobias, Wei", "Group 1 - [name]"),
        ("504 plan: Nadia", "504 plan: [name]"),
        ("Triangles (Nadia, Tobias, Wei)", "Triangles ([name])"),
        ("Exit ticket: 4 - Nadia, Tobias; 3 - Wei, Priya", "Exit ticket: 4 - [name]; 3 - [name]"),
        ("Pull Nadia, Tobias, and Wei for regrouping.", "Pull [name] for regrouping."),
        ("Check in with Nadia R. and Tobias on the exit ticket.", "Check in with [name] on the exit ticket."),
        ("Meet with the red group (Nadia, Tobias) on tens.", "Meet with the red group ([name]) on tens."),
        (
            "Modifications: Nadia C. - extra time; Wei B. - read aloud",
            "Modifications: [name] - extra time; [name] - read aloud",
        ),
        ("Nadia has a peanut allergy. Count coins first.", "[name] has a peanut allergy. Count coins first."),
        ("Nadia, Tobias and Wei - red group", "[name] - red group"),
    ],
)
def test_pupils_within_a_line_are_made_nameless(line: str, nameless: str) -> None:
    assert left(line) == [nameless]
    assert rows(f"9:00 | Adding tens with blocks | {line}") == [f"9:00 | Adding tens with blocks | {nameless}"]


@pytest.mark.parametrize(
    "line",
    [
        *("Jack and Jill went up the hill.", "Jack and Jill", "Rhyme: Jack and Jill", "Meet Frog and Toad."),
        *("Maria has 3 apples. Noah has 5 apples.", "Emma, Noah and Liam share 12 cookies."),
        *("The children (Emma, Noah and Liam) share 12 cookies.", "Problem 1: Emma, Noah, and Liam share 24 cookies."),
        *("Main characters: Jack, Annie and Morgan", "Presidents (Washington, Adams, Jefferson)"),
        *("Spring months: April, May, June", "Flowers: Rose, Lily, Daisy", "Cities in Texas: Austin, Dallas, Houston"),
        *("Small group 1 (adding tens)", "Math groups: red, blue, green", "Reteach: place value, regrouping"),
        *("Teams: Lakers, Bulls, Celtics", "Group 1: Maria has 3 apples and Juan has 5.", "Rivers: James, Jordan"),
        *("Mark A on ray B.", "Elizabeth I was queen.", "Malcolm X spoke.", "Will B be greater than C?"),
        *("The graph shows votes: Emma 3, Noah 5, Liam 2. How many more has Noah?", "Susan B. Anthony voted."),
        *("Clara Barton, a nurse, founded the Red Cross.", "Developed by Isaac Newton, the laws explain motion."),
        *("Read aloud: Stone Fox by John Gardiner", "Author: Arnold Lobel", "Written by Mem Fox", "Dear Families,"),
        *("Seat pupils in pairs.", "Call on three pupils.", "Best, better, good", "Teacher: Demonstrate"),
    ],
)
def test_people_who_are_taught_stay_in_a_line(line: str) -> None:
    assert left(line) == [line]


def test_a_blank_to_fill_in_and_an_author_of_three_names_stay() -> None:
    lines = ("Name: …", "Name: ________", "Give each pupil Bud, Not Buddy by Christopher Paul Curtis.")
    assert left(*lines) == list(lines)
    assert rows("text-author | Christopher Paul Curtis") == ["text-author | Christopher Paul Curtis"]
    assert rows("Group 1 Nadia Tobias Priya | Count coins") == ["Group 1 [name] | Count coins"]


def test_a_week_with_its_teacher_over_it_is_no_list_of_teachers() -> None:
    week = ("Objective | I can measure in inches.", "Activity | Measure five pencils.", "Homework | p. 12")
    assert rows("Teacher | Ms. Rivera | Week | 3", *week) == ["Teacher | [name] | Week | 3", *week]


def test_a_dialogue_stays() -> None:
    script = ("Emma: I think it is 12.", "Noah: I got 13 because I counted on.", "Emma: Let's check.")
    assert left(*script, heading="Number talk") == list(script)


def test_two_lines_of_a_label_and_first_names_are_groups_of_pupils() -> None:
    assert left("Low: Nadia, Tobias", "Yet to come: Wei, Priya") == ["Low: [name]", "Yet to come: [name]"]
    assert left("Yet to come: Wei, Priya") == ["Yet to come: Wei, Priya"]


@pytest.mark.parametrize(
    ("heading", "lines", "remain"),
    [
        ("Class jobs", ("Line leader: Nadia", "Librarian: Wei"), ["Line leader: [name]", "Librarian: [name]"]),
        (
            "IEP notes",
            ("Nadia C.: extended time", "Wei receives speech."),
            ["[name]: extended time", "[name] receives speech."],
        ),
        ("Behavior log", ("10/4 Nadia Orr - threw a pencil",), ["10/4 [name] - threw a pencil"]),
        ("Birthdays", ("Nadia - January 4", "Wei - May 2"), ["[name] - January 4", "[name] - May 2"]),
        ("Quiz 3 results", ("Nadia 8/10", "Wei 6/10"), []),
        (
            "Report card comments",
            ("Nadia: Nadia has grown.", "Tobias tries hard."),
            ["[name]: [name] has grown.", "[name] tries hard."],
        ),
        ("Partner list", ("Nadia/Wei", "Tobias - Priya"), []),
        ("Conference schedule", ("3:00 Nadia Orr", "3:15 Tobias Bell"), []),
    ],
)
def test_what_is_noted_of_pupils_is_kept_without_them(heading: str, lines: tuple[str, ...], remain: list[str]) -> None:
    assert left(*lines, heading=heading) == remain


@pytest.mark.parametrize(
    ("table", "remain"),
    [
        (("Table 1 | Table 2", "Nadia | Tobias", "Wei | Priya"), ["Table 1 | Table 2"]),
        (("Tier 1 | Tier 2", "Nadia, Tobias | Wei"), ["Tier 1 | Tier 2"]),
        (("Standard | Nadia | Tobias | Wei", "2.NBT.A.1 | 3 | 4 | 2"), ["Standard", "2.NBT.A.1"]),
        (
            ("Level | Students | Book", "J | Nadia, Wei | Frog and Toad"),
            ["Level | Students | Book", "J | [name] | Frog and Toad"],
        ),
        (("Learner | Pre | Post", "Nadia | 40% | 80%", "Tobias | 35% | 75%"), []),
        (("Class | Teacher | Students", "2A | Orrell | 24", "2B | Vane | 22"), []),
        (("Objective | Count coins", "Nadia | 3 | 4", "Tobias | 2 | 3", "Priya | 4 | 4"), ["Objective | Count coins"]),
        (("Time | Ms. Orrell", "9:00 | Number talk"), ["Time | [name]", "9:00 | Number talk"]),
        (("Parent | Phone", "Lisa Brown | 5025550142", "Ana Reyes | 502 555 0143"), []),
        (("Name | Role", "Tamsin Orrell | Teacher", "Idris Vane | Coach"), []),
        (("Last Name | First Name | Grade", "Orrell | Tamsin | 2", "Vane | Idris | Coach"), []),
        (
            ("Student | Goal", "NO | Count to 100 by ones and tens", "TB | Add within 20 with counters"),
            ["Student | Goal", "[name] | Count to 100 by ones and tens", "[name] | Add within 20 with counters"],
        ),
        (("Student | Score", "محمد علي | 3", "王小明 | 4"), []),
    ],
)
def test_tables_of_pupils_and_staff(table: tuple[str, ...], remain: list[str]) -> None:
    assert rows(*table) == remain


@pytest.mark.parametrize(
    ("heading", "table"),
    [
        ("Reading Levels", ("H | I | J", "Nadia | Wei | Priya", "Tobias | | Mia")),
        ("Dismissal", ("Nadia | Wei | Mei", "Tobias | Priya | Keisha")),
        ("Who was here on Oct 4", ("Tamsin Orrell | Oak Hill | Grade 2", "Idris Vane | River | Coach")),
        ("Attendance", ("Name | 10/4", "أحمد علي | P", "فاطمة حسن | A")),
        ("", ("Nom | Prénom | Note", "Lefèvre | Élodie | 15", "Dubois | Gaëlle | 12")),
        ("", ("Student | Username | Password", "Nadia B. | nbell24 | red123", "Wei R. | wroy24 | blue77")),
        ("", ("Student | Score", 'Nadia "Nad" Bell | 3', "Tobias (Toby) Roy | 4")),
    ],
)
def test_tables_under_a_heading_and_in_other_languages(heading: str, table: tuple[str, ...]) -> None:
    said = " ".join(rows(*table, heading=heading))
    names = (
        "Nadia",
        "Wei",
        "Priya",
        "Tobias",
        "Orrell",
        "Vane",
        "أحمد",
        "Lefèvre",
        "Élodie",
        "nbell24",
        "red123",
        "Bell",
    )
    assert not [name for name in names if name in said]


def test_people_whom_everybody_teaches_stay_in_lists() -> None:
    groups = ("Group A - Marie Curie", "Group B - Albert Einstein", "Jigsaw groups: Harriet Tubman, Frederick Douglass")
    assert left(*groups) == list(groups)
    table = ("Group 1 | Group 2", "Rosa Parks | Cesar Chavez", "Marie Curie | Jane Goodall")
    assert rows(*table, heading="Biography groups") == list(table)


def test_a_form_on_the_web_has_questions_for_a_header() -> None:
    form = rows(
        "Timestamp | What is your name? | What did you learn today about fractions and how will you use it in class?",
        "10/4/2026 14:03 | Tamsin Orrell | I learned to use fraction strips before number lines.",
        "10/4/2026 14:05 | Idris Vane | More time for planning would help me.",
    )
    assert [row.split(" | ")[1] for row in form[1:]] == ["[name]", "[name]"]


@pytest.mark.parametrize(
    "table",
    [
        (
            "Name | Job | Why famous",
            "Abraham Lincoln | President | Ended slavery",
            "Rosa Parks | Activist | Kept her seat",
        ),
        ("Name | Country | Year", "Christopher Columbus | Spain | 1492", "John Cabot | England | 1497"),
        ("Name | Apples", "Emma | 3", "Noah | 5", "How many more apples has Noah? | "),
        ("Red Group | Blue Group", "Count by tens | Count by fives", "Use blocks | Use coins"),
        ("Candidate | Votes", "John Adams | 71", "Thomas Jefferson | 68"),
        ("Jack | Annie", "brave | curious", "asks | acts"),
    ],
)
def test_tables_of_people_who_are_taught_stay(table: tuple[str, ...]) -> None:
    assert rows(*table) == list(table)


def test_the_name_of_somebody_who_is_taught_stands_beside_a_job_and_not_a_grade() -> None:
    for lines in (("Name: Abraham Lincoln Job: President",), ("Name: Rosa Parks", "Born: 1913")):
        assert left(*lines) == list(lines)
    assert left("Name: Nadia Orr", "Date: 10/4") == ["Name: [name]", "Date: 10/4"]
    assert left("Teacher: Orrell", "Grade: 2") == ["Teacher: [name]", "Grade: 2"]


@pytest.mark.parametrize(
    ("lines", "remain"),
    [
        (("From: Tamsin Orrell <t@oak.org>",), ["From: [name] <[e-mail]>"]),
        (
            ("Contact Tamsin Orrell (t@oak.org) or Ana López (a@oak.org).",),
            ["Contact [name] ([e-mail]) or [name] ([e-mail])."],
        ),
        (
            ("From: Tamsin Orrell", "To: Idris Vane; Noor Haddad", "Subject: strips"),
            ["From: [name]", "Subject: strips"],
        ),
        (("Dear Mr. and Mrs. Carter,",), ["Dear [name],"]),
        (("Sincerely,", "Tamsin Orrell"), ["Sincerely,"]),
        (("Thank you, Ms. Tamsin Orrell",), ["Thank you, [name]"]),
        (("Prepared by Tamsin Orrell",), ["Prepared by [name]"]),
        (("Last edited by Idris Vane on 10/4",), ["Last edited by [name] on 10/4"]),
        (("Tamsin Orrell, Instructional Coach",), ["[name], Instructional Coach"]),
        (("Mr. Vane's class reads.",), ["[name]'s class reads."]),
    ],
)
def test_who_writes_and_is_written_to_is_made_nameless(lines: tuple[str, ...], remain: list[str]) -> None:
    assert left(*lines) == remain


@pytest.mark.parametrize(
    "lines",
    [
        ("Group 1: Martin Luther King Jr.", "Group 2: Harriet Tubman", "Group 3: Diane Nash"),
        ("Group 3: Esperanza Rising", "Group 4: Amelia Bedelia", "Level B: Jack and Jill"),
        ("Group 1: Virginia, Georgia, Carolina", "Group 2: Ruby, Amber, Crystal"),
        ("Created by Maria Montessori.", "Signed by John Hancock.", "By: Naomi Shihab Nye", "Presented by Henry Ford."),
        ("Dear Mr. President,", "Sincerely,", "Martin Luther King, Jr."),
        ("Brown, Linda", "Adams, Abigail", "Douglass, Frederick", "Parks, Rosa", "Garrison, William"),
    ],
)
def test_who_is_read_about_stays_under_the_name_of_a_group_a_drawing_or_a_letter(lines: tuple[str, ...]) -> None:
    assert left(*lines) == list(lines)
    assert left("Created by: Tamsin Orrell", "Observed by: Idris Vane") == ["Created by: [name]", "Observed by: [name]"]


@pytest.mark.parametrize(
    ("heading", "lines"),
    [
        ("Animal behavior", ("Jane watched David use a stem.", "David: the first to trust her")),
        ("Behavior of gases", ("Charles found that volume grows with temperature.", "Charles: volume")),
        ("Reflection and rotation", ("Emma: turns the shape", "Noah: flips the shape")),
        ("Running a shop", ("Emma - sells lemons", "Noah - counts coins")),
        ("Observation", ("Charles: beak sizes", "Nadia: length")),
        ("Jigsaw", ("Teacher: Anne Sullivan. Student: Helen Keller", "Students: Emma and Noah are proper nouns.")),
        ("Health", ("Maria is allergic to peanuts. What should she do?", "Sam got detention. How does Sam feel?")),
        ("Add", ("Ms. Rivera's class has 24 students and Mr. Vane's class has 28. How many are there?",)),
    ],
)
def test_a_heading_with_a_word_of_its_own_and_a_question_are_a_lesson(heading: str, lines: tuple[str, ...]) -> None:
    assert left(*lines, heading=heading) == list(lines)


@pytest.mark.parametrize(
    ("heading", "lines"),
    [
        ("Measure", ("Name | Age | Height", "Sarah | 12 | 60", "Tobias | 11 | 58", "Nadia | 12 | 61")),
        ("Games", ("Player | Game 1 | Game 2", "Emma | 12 | 15", "Noah | 8 | 20", "Nadia | 10 | 10")),
        ("Ratios", ("| Emma | Noah | Nadia", "Cups of water | 2 | 4 | 6", "Cups of juice | 3 | 6 | 9")),
        ("Elapsed time", ("Emma | 8:15 | 9:00", "Noah | 8:20 | 8:50", "Nadia | 8:05 | 8:45")),
        ("Major storms", ("Katrina | 2005 | 5", "Andrew | 1992 | 5", "Harvey | 2017 | 4")),
        ("Atomic models", ("John Dalton | 1803", "Ernest Rutherford | 1911", "Niels Bohr | 1913", "Max Born | 1926")),
        ("Bank accounts", ("Emma | $45 | $12", "Noah | $30 | $20", "Nadia | $25 | $15")),
        (
            "Units",
            ("James Joule | joule | J", "James Watt | watt | W", "Blaise Pascal | pascal", "Max Weber | weber |"),
        ),
    ],
)
def test_the_table_of_a_story_problem_and_a_table_of_years_stay(heading: str, lines: tuple[str, ...]) -> None:
    assert rows(*lines, heading=heading) == list(lines)


@pytest.mark.parametrize("task", ["What is the mean score?", "Find the mean.", "Calculate the range of each row."])
def test_a_task_below_a_table_has_it_read(task: str) -> None:
    table = ("Emma | 80 | 90", "Noah | 90 | 70", "Nadia | 70 | 60")
    texts = (*((text, Form.ROW) for text in table), (task, Form.PARAGRAPH))
    section = Section(("Statistics",), tuple(Block(text, form) for text, form in texts))
    assert without_people(section)[0] is section


@pytest.mark.parametrize("marked", ["2.NBT.A.1", "Quiz 3"])
def test_rows_that_are_marked_have_pupils_over_their_columns(marked: str) -> None:
    assert rows("| Nadia | Tobias | Priya", f"{marked} | 3 | 4 | 2") == [marked]


def test_one_whom_everybody_teaches_tells_that_a_list_under_no_heading_of_people_is_taught() -> None:
    names = ("Andrew Johnson", "Thaddeus Stevens", "Charles Sumner", "Frederick Douglass", "Blanche Bruce", "Amos Orr")
    assert left(*names, heading="Reconstruction") == list(names)
    assert left(*names, heading="Attendance") == []


def test_what_comes_first_a_day_of_the_week_and_a_subject_are_no_names() -> None:
    sounds = ("first | then | change", "rain | train | came: /t/", "wet | web | swapped: /b/")
    assert rows(*sounds) == list(sounds)
    days = ("Mon Feb 1 - Wed Feb 3: Egypt", "Thu Feb 4 - Fri Feb 5: Ghana", "Jan 4 - Jan 8: Kenya")
    assert left(*days) == list(days)
    assert left("Class: Ms. Orrell, English, room 206") == ["Class: [name], English, room 206"]


def test_a_reading_list_is_of_books() -> None:
    books = ("Ivy Bean", "Emma Brown", "Amelia Bedelia")
    assert left(*books, heading="Student reading list") == list(books)
    assert left("Amelia Bedelia", heading="Reading groups") == ["Amelia Bedelia"]
    assert left(*books[:2], heading="Student list") == []
