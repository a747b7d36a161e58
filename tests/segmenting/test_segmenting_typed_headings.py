"""Lines that teachers type for headings, labels and objectives, in their own manners."""

from __future__ import annotations

import pytest
from segmented import cut, item, material, row

from curalign.domain.materials import Block, Passage, Role
from curalign.segmenting import segment
from curalign.segmenting.roles import role_of_heading

JUMP = "Pupils jump on an open number line to add 38 and 25 and explain each jump to a partner."
SHOW = "Pupils show 3 hundreds, 4 tens and 6 ones with blocks and write the number in expanded form."


def said(*blocks: str | Block) -> list[tuple[str, Role]]:
    """The innermost heading and role of each passage that is not itself a heading."""
    return [(p.headings[-1], p.role) for p in passages(*blocks) if p.role is not Role.BOILERPLATE]


def passages(*blocks: str | Block) -> tuple[Passage, ...]:
    return cut((("Adding",), blocks))


@pytest.mark.parametrize("make", [str, item], ids=["paragraphs", "items"])
@pytest.mark.parametrize(
    "marks", [("1. ", "2. ", "3. "), ("1.1 ", "1.2 ", "2.1 "), ("1) ", "2) ", "3) "), ("", "", "")]
)
def test_a_numbered_line_over_something_else_is_a_heading(make: type[str], marks: tuple[str, ...]) -> None:
    names = [f"{mark}{name}" for mark, name in zip(marks, ("Materials", "Procedure", "Exit Ticket"), strict=True)]
    found = said(make(names[0]), "Blocks.", make(names[1]), JUMP, make(names[2]), SHOW)
    assert found == [(names[0], Role.NOTE), (names[1], Role.TASK), (names[2], Role.ASSESSMENT)]


@pytest.mark.parametrize("make", [str, item], ids=["paragraphs", "items"])
def test_numbers_one_after_the_other_are_a_list(make: type[str]) -> None:
    found = said(make("1. Warm Up"), make("2. Vocabulary"), make("3. Exit Ticket"), JUMP)
    assert found == [("Adding", Role.TASK)]


def test_a_number_below_a_number_is_no_list_with_it() -> None:
    assert said("4. Lesson", "4.1 Materials", "Blocks.", "4.2 Exit Ticket", SHOW)[1:] == [
        ("4.1 Materials", Role.NOTE),
        ("4.2 Exit Ticket", Role.ASSESSMENT),
    ]


@pytest.mark.parametrize("picture", ["\U0001f3af", "\u2705", "\u2b50\ufe0f", "\u27a4", "**"])
def test_a_picture_before_a_heading_does_not_hide_it(picture: str) -> None:
    found = said(f"{picture} Learning Target", "Adding within 100.", f"{picture} Materials", "Blocks.")
    assert [role for _, role in found] == [Role.OBJECTIVE, Role.NOTE]


def test_a_list_without_bullets_stays_under_its_heading() -> None:
    found = said("Materials", "Base ten blocks", "Dry erase boards", "Markers", "Jumping by tens", JUMP)
    assert found == [("Materials", Role.NOTE), ("Adding", Role.TASK)]
    assert said("Materials", "Base ten blocks", "Dry erase boards", "Procedure", JUMP) == [
        ("Materials", Role.NOTE),
        ("Procedure", Role.TASK),
    ]


def test_a_heading_that_weakens_ends_where_a_label_says_what_is_taught() -> None:
    assert said("Supplies", "Plastic coins.", "Wrap-up: Show 67 cents in two ways.") == [
        ("Supplies", Role.NOTE),
        ("Adding", Role.TASK),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "By Friday I can measure with a ruler.",
        "By the end of the week, we can measure with a ruler.",
        "As a mathematician, I can measure with a ruler.",
        "I\u2019m able to measure with a ruler.",
        "The class will be able to measure with a ruler.",
        "At the end of this lesson, second graders will be able to measure with a ruler.",
        "By the end of this week, your child will be able to measure with a ruler.",
        "After today you\u2019ll be able to measure with a ruler.",
        "In today\u2019s lesson, we will be learning how to measure with a ruler.",
        "Students are learning to measure with a ruler.",
        "Students will be expected to measure with a ruler.",
        "SWK that a ruler begins at zero.",
        "Target: measure with a ruler",
        "Our target today: measure with a ruler",
        "LT1: measure with a ruler",
        "LO 2 \u2013 measure with a ruler",
        "Obj: measure with a ruler",
        "Obj. 1: measure with a ruler",
        "Content: I can measure with a ruler.",
        "Al finalizar la clase, podr\u00e1s medir con una regla.",
        "Nosotros podemos medir con una regla.",
    ],
)
def test_a_text_begins_by_telling_what_is_to_be_learned(text: str) -> None:
    assert said(text) == [("Adding", Role.OBJECTIVE)]


@pytest.mark.parametrize(
    "text",
    [
        "By adding tens first we can find the sum of 38 and 25.",
        "As before, we can draw a line for each ten.",
        "In class, students draw a line for each ten.",
        "The class draws a line for each ten.",
        "Target numbers hang on the wall; pupils add to reach each.",
        "Content words are cut out and sorted by their endings.",
    ],
)
def test_a_text_that_only_sounds_so_is_a_task(text: str) -> None:
    assert said(text) == [("Adding", Role.TASK)]


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Obj", Role.OBJECTIVE),
        ("Std", Role.MENTION),
        ("Mat\u2019ls", Role.NOTE),
        ("Vocab", Role.NOTE),
        ("Assmt", Role.ASSESSMENT),
        ("HW", Role.TASK),
    ],
)
def test_labels_are_cut_short(label: str, role: Role) -> None:
    assert said(f"{label}: halves and fourths") == [("Adding", role)]


LABELS = {
    Role.OBJECTIVE: """Today's Learning Target|Kid-friendly objective|Behavioral Objective|Students can
        Success Criteria (I'll know it when...)
        Objectives (Students will be able to...)|"I Can" Statement|LT 1|LI/SC|I will|We Are Learning
        What are we learning today?|Objetivo del d\u00eda|Intenci\u00f3n de aprendizaje""",
    Role.ASSESSMENT: "How will I know that they learned it?|Assmt",
    Role.NOTE: "Anticipated Misconceptions|ELL Supports|Materials & Technology|Sped Accommodations|Prep",
    Role.MENTION: "GSE|MGSE Standards",
}
NAMED = [(name.strip(), role) for role, row in LABELS.items() for name in row.replace("\n", "|").split("|")]


@pytest.mark.parametrize(("name", "role"), NAMED)
@pytest.mark.parametrize("mark", [": ", " \u2013 ", "\t"])
def test_a_label_is_told_by_what_only_plans_have(name: str, role: Role, mark: str) -> None:
    assert said(f"{name}{mark}add and take away tens") == [("Adding", role)]


@pytest.mark.parametrize(("name", "role"), NAMED)
def test_so_is_what_heads_a_list_and_a_column(name: str, role: Role) -> None:
    listed = said(f"{name}:", item("add tens"), item("take away tens"), JUMP)
    assert list(dict.fromkeys(listed)) == [("Adding", role), ("Adding", Role.TASK)]
    table = passages(row("Day", name, "Activity"), row("1", "Add and take away tens with blocks and drawings.", JUMP))
    assert [p.role for p in table if "drawings" in p.text] == [Role.CLAIM if role is Role.MENTION else role]


@pytest.mark.parametrize(
    "text",
    [
        "That was our objective. We add tens and take away tens from it.",
        "How do we know about lives of long ago? Notices and songs tell of them.",
        "Scaffold towers: how high do they stand before they fall down?",
        "My soccer goal: three points for every game of the season.",
    ],
)
def test_what_only_begins_like_a_label_is_a_task(text: str) -> None:
    assert said(text) == [("Adding", Role.TASK)]


@pytest.mark.parametrize(
    "name", ["Assessment: Formative", "Objective \u2013 SWBAT", "Materials (per pair, in one box)"]
)
def test_a_label_that_says_only_which_one_it_is_is_a_heading(name: str) -> None:
    assert said(name, "Tens and ones.", "Procedure", JUMP)[0] == (name, role_of_heading(name))


def test_a_list_that_begins_to_be_told_ends_where_its_form_ends() -> None:
    targets = ["Students will be able to:", "add tens", "take away tens"]
    counted = ["Learning Target:", "1. add tens", "2. take away tens"]
    below = ["Learning Targets", item("add tens"), item("take away tens")]
    for blocks in (targets, counted, below):
        found = [p for p in passages(*blocks, f"{JUMP} {SHOW}") if p.role is not Role.BOILERPLATE]
        assert [(p.role, "take away" in p.text) for p in found] == [(Role.OBJECTIVE, True), (Role.TASK, False)]


@pytest.mark.parametrize(
    "heading",
    ["Measurement", "Measuring", "Content", "Content:", "Standard Units", "Standard Algorithm", "Non-Standard Units"],
)
def test_what_is_taught_is_no_role(heading: str) -> None:
    assert role_of_heading(heading) is None


def test_a_plan_in_one_paragraph_is_cut_at_its_labels() -> None:
    plan = f"Objective: I can add tens. Standard: 2.NBT.B.5. Materials: blocks. Activity: {JUMP} Exit ticket: 38 + 25."
    roles = [role for _, role in said(plan)]
    assert roles == [Role.OBJECTIVE, Role.MENTION, Role.NOTE, Role.TASK, Role.ASSESSMENT]
    whole = f"Activity: {JUMP} Homework: The other side of the sheet. Exit ticket: Draw 38 + 25."
    agenda = "Agenda. 1. Theme or topic? 2. Index cards. 3. Summary: witness and lawyer."
    assert [said(whole), said(agenda)] == [[("Adding", Role.TASK)]] * 2


def test_an_objective_ends_where_another_label_begins() -> None:
    found = said("Learning Target", "Add within 100.", f"Bell Ringer: {JUMP}", "Materials: blocks.", SHOW)
    assert found == [
        ("Learning Target", Role.OBJECTIVE),
        ("Adding", Role.TASK),
        ("Adding", Role.NOTE),
        ("Adding", Role.TASK),
    ]


FORMS = {
    Role.ASSESSMENT: "Preassessment Tools|Postassessment|Pretest",
    Role.OBJECTIVE: "What will the young builders learn?|Goal(s) for today|Yo puedo|Los estudiantes podr\u00e1n:",
    Role.TASK: "9:00 Overview of the kits and boxes|20 minutes - Teacher's signature dish",
    Role.NOTE: "Teaching Notes|Curriculum Materials",
    None: "Approaching Standard (2)|Meets the Standard|Lesson ___ in a series of ___ lessons|What do owls know?",
}


@pytest.mark.parametrize(
    ("heading", "role"), [(heading, role) for role, row in FORMS.items() for heading in row.split("|")]
)
def test_a_heading_is_told_by_its_form(heading: str, role: Role | None) -> None:
    assert role_of_heading(heading) is role


def test_the_steps_of_a_rubric_are_no_standards() -> None:
    steps = row("Meets Standard", "Approaching Standard", "Below Standard")
    told = row("Adds tens and ones and shows each jump.", "Adds tens and shows some jumps.", "Counts on by ones.")
    assert {p.role for p in passages(steps, told)} <= {Role.TASK, Role.ASSESSMENT}


@pytest.mark.parametrize(
    "text", ["Each student will . . . add tens.", "Students will\u2026 add tens on a number line."]
)
def test_dots_stand_for_a_colon(text: str) -> None:
    assert said(text) == [("Adding", Role.OBJECTIVE)]


def test_the_content_of_a_lesson_is_no_list_of_contents() -> None:
    assert said("Lesson Content", JUMP) == [("Adding", Role.TASK)]
    assert said("Lesson Contents", "Page 4.", "Procedure", JUMP) == [("Procedure", Role.TASK)]


def test_a_day_of_the_week_is_a_heading_and_ends_what_stood_above_it() -> None:
    found = said("Monday", JUMP, "Exit Ticket", "38 and 25.", "Tuesday, October 7:", SHOW, "Mi\u00e9rcoles", JUMP)
    assert found == [
        ("Monday", Role.TASK),
        ("Exit Ticket", Role.ASSESSMENT),
        ("Tuesday, October 7", Role.TASK),
        ("Mi\u00e9rcoles", Role.TASK),
    ]
    assert said("Monday mornings", JUMP) == [("Adding", Role.TASK)]


def test_a_label_with_its_value_is_no_heading() -> None:
    assert said("Exit: 38 + 25", JUMP) == [("Adding", Role.TASK)]


def test_a_heading_behind_a_time_is_heard_and_an_agenda_is_a_list() -> None:
    assert said("9:00\u20139:40 Whole group", JUMP, "9:40\u20139:50 Exit ticket", SHOW) == [
        ("9:00\u20139:40 Whole group", Role.TASK),
        ("9:40\u20139:50 Exit ticket", Role.ASSESSMENT),
    ]
    assert {role for _, role in said("9:00 Warm up", "9:10 Read aloud", "9:40 Exit ticket", JUMP)} == {Role.TASK}


@pytest.mark.parametrize(
    "headings",
    [
        ("Unidad 1: Partes", "Lecci\u00f3n 1: Mitades", "Materiales", "Lecci\u00f3n 2: Tercios"),
        ("M\u00f3dulo 2", "Sesi\u00f3n 3", "Vocabulario", "Sesi\u00f3n 4"),
        ("Semana 1", "D\u00eda 1 \u2013 Contar", "Recursos", "D\u00eda 2 \u2013 Sumar"),
    ],
)
def test_units_and_lessons_are_counted_in_spanish_too(headings: tuple[str, ...]) -> None:
    unit, first, notes, second = headings
    found = [p for p in passages(unit, first, JUMP, notes, "Bloques.", second, SHOW) if p.role is not Role.BOILERPLATE]
    assert [(p.headings[1:], p.role) for p in found] == [
        ((unit, first), Role.TASK),
        ((unit, first, notes), Role.NOTE),
        ((unit, second), Role.TASK),
    ]


@pytest.mark.parametrize("first", ["Objective", "Learning Target", "Essential Question"])
def test_an_objective_that_comes_first_does_not_speak_for_the_sections_beside_it(first: str) -> None:
    plan = material(((first,), ["Adding within 100."]), (("Main part",), [JUMP]), title=first)
    assert [p.role for p in segment([plan])] == [Role.OBJECTIVE, Role.TASK]


@pytest.mark.parametrize("name", ["Alabama Course of Study Standards", "Mississippi CCR Standards"])
def test_standards_are_called_after_states_and_once_more(name: str) -> None:
    assert said(name, "Add within 100.", JUMP)[0] == (name, Role.MENTION)


@pytest.mark.parametrize("text", ["Teacher: [name] Grade: 2nd", "Teacher: [name]   Phone: [phone]"])
def test_a_form_s_head_stays_one_without_its_names(text: str) -> None:
    assert said(text) == []
