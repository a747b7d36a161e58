"""Tables understood by what their columns and rows are called, whatever their size and their language."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from segmented import cut, material, row

from curalign.domain.materials import Block, InstructionalTime, Passage, Role, Spot
from curalign.segmenting import segment

FOLD = "Pupils fold strips of paper into halves, thirds and fourths and name each part."
SHADE = "Pupils shade parts of a rectangle and write how much of it is blue."
HALF = "I can name one part of a whole that is cut evenly."
PART = "I can write a part of a whole as a number."
TICKET = "Exit ticket: shade two thirds of this bar and say how you know."


def said(*rows: Block, headings: tuple[str, ...] = ("Shares",)) -> list[Passage]:
    """The passages of a table, but for the words of its headings."""
    return [p for p in cut((headings, rows)) if p.role is not Role.BOILERPLATE]


def roles_of(passages: list[Passage]) -> dict[str, Role]:
    return {p.text: p.role for p in passages}


class TestColumns:
    @pytest.mark.parametrize(
        "header",
        [
            ("Standard", "Objective", "Activity", "Assessment"),
            ("State Standards", "Learning Targets", "Student Activities", "Evidence of Learning"),
            ("CCSS", "I can statements", "Tasks", "Formative Assessment"),
            ("Math Link (CCSS-M)", "Objectives", "Activities", "Assessments"),
            ("Standard Code", "Objectives", "Activities", "Assessments"),
            ("2nd Grade Standards", "Objectives", "Activities", "Assessments"),
            ("Est\u00e1ndares", "Objetivos", "Actividades", "Evaluaci\u00f3n"),
            (
                "Standard / Est\u00e1ndar",
                "Objective / Objetivo",
                "Activity / Actividad",
                "Assessment / Evaluaci\u00f3n",
            ),
        ],
    )
    def test_each_cell_has_the_role_of_its_column(self, header: tuple[str, ...]) -> None:
        cells = ("3.NF.A.1 Understand a unit fraction", HALF, FOLD, TICKET)
        assert [(p.text, p.role) for p in said(row(*header), row(*cells))] == list(
            zip(cells, (Role.CLAIM, Role.OBJECTIVE, Role.TASK, Role.ASSESSMENT), strict=True)
        )

    @pytest.mark.parametrize(
        "days", [("", "Monday", "", "Tuesday", ""), ("", "Monday", "Monday", "Tuesday", "Tuesday")]
    )
    def test_days_whose_columns_are_divided_again_keep_what_is_theirs(self, days: tuple[str, ...]) -> None:
        header = row("Class", "Objective", "Activity", "Objective", "Activity")
        found = said(row(*days), header, row("3A", HALF, FOLD, PART, SHADE), row("3B", PART, SHADE, HALF, FOLD))
        assert [(p.headings[1:], p.role, p.text) for p in found] == [
            (("Monday", "3A"), Role.OBJECTIVE, HALF),
            (("Monday", "3A"), Role.TASK, FOLD),
            (("Tuesday", "3A"), Role.OBJECTIVE, PART),
            (("Tuesday", "3A"), Role.TASK, SHADE),
            (("Monday", "3B"), Role.OBJECTIVE, PART),
            (("Monday", "3B"), Role.TASK, SHADE),
            (("Tuesday", "3B"), Role.OBJECTIVE, HALF),
            (("Tuesday", "3B"), Role.TASK, FOLD),
        ]

    def test_a_lesson_that_is_named_under_one_day_is_not_the_other_days(self) -> None:
        header = row("Lesson", "Activity", "Lesson", "Activity")
        found = said(row("Day 1", "", "Day 2", ""), header, row("Halves", FOLD, "Thirds", SHADE))
        assert [(p.headings[1:], p.text) for p in found] == [(("Day 1", "Halves"), FOLD), (("Day 2", "Thirds"), SHADE)]

    def test_in_any_order_and_beside_columns_that_say_nothing(self) -> None:
        header = row("Materials", "Activity", "Colour", "Standards")
        found = said(header, row("scissors and string", FOLD, "blue", "3.NF.A.1"))
        assert roles_of(found)[f"{FOLD} | blue"] is Role.TASK
        assert roles_of(found)["scissors and string"] is Role.NOTE
        assert roles_of(found)["3.NF.A.1"] is Role.CLAIM

    def test_a_row_stands_under_the_lesson_that_it_names_and_shares_no_passage(self) -> None:
        found = said(row("Lesson", "Objective", "Activity"), row("1", HALF, FOLD), row("Blue parts", PART, SHADE))
        assert [(p.headings[-1], p.text) for p in found] == [
            ("Lesson 1", HALF),
            ("Lesson 1", FOLD),
            ("Blue parts", PART),
            ("Blue parts", SHADE),
        ]

    def test_a_cell_that_is_merged_down_holds_for_the_rows_beside_it(self) -> None:
        header = row("Unit", "Lesson", "Activity", "Assessment")
        found = said(header, row("Shares", "Halves", FOLD, TICKET), row("", "Colours", SHADE), row("Area", "", FOLD))
        assert [p.headings[1:] for p in found] == [
            *[("Shares", "Halves")] * 2,
            ("Shares", "Colours"),
            ("Area",),
        ]

    def test_days_may_stand_in_the_first_column(self) -> None:
        found = said(row("Day", "Objective", "Activity"), row("Monday", HALF, FOLD), row("Tuesday", PART, SHADE))
        assert {p.text: p.headings[-1] for p in found} == {
            HALF: "Monday", FOLD: "Monday", PART: "Tuesday", SHADE: "Tuesday",
        }  # fmt: skip

    @pytest.mark.parametrize(
        "header",
        [
            (row("Lesson", "Teaching", "", "Checking"), row("", "Objective", "Activity", "Assessment")),
            (row("Lesson", "Plan"), row("", "Objective", "Activity", "Assessment")),
            (row("Lesson", "Objective", "Learning", ""), row("", "", "Activity", "Assessment")),
        ],
    )
    def test_a_header_may_take_two_rows(self, header: tuple[Block, Block]) -> None:
        found = said(*header, row("Halves", HALF, FOLD, TICKET))
        assert [p.role for p in found] == [Role.OBJECTIVE, Role.TASK, Role.ASSESSMENT]
        assert {p.headings[-1] for p in found} == {"Halves"}

    def test_a_header_that_comes_again_on_the_next_page_is_no_row(self) -> None:
        header = row("Objective", "Activity")
        found = said(header, row(HALF, FOLD), header, row(PART, SHADE))
        assert [p.text for p in found] == [HALF, FOLD, PART, SHADE]

    def test_stacked_headers_each_speak_for_the_rows_below_them(self) -> None:
        found = said(
            row("Objective", "Materials"), row(HALF, "scissors"), row("Activity", "Assessment"), row(FOLD, TICKET)
        )
        assert [p.role for p in found] == [Role.OBJECTIVE, Role.NOTE, Role.TASK, Role.ASSESSMENT]

    def test_an_empty_first_column_and_rows_above_the_header_do_not_matter(self) -> None:
        found = said(row("", "Room 12, Ms. Lee"), row("", "Objective", "Activity"), row("", HALF, FOLD))
        assert roles_of(found)[HALF] is Role.OBJECTIVE
        assert roles_of(found)[FOLD] is Role.TASK

    def test_a_row_that_adds_up_is_no_lesson(self) -> None:
        found = said(row("Lesson", "Activity", "Assessment"), row("Halves", FOLD, TICKET), row("Total", "2 hours"))
        assert found[-1].role is Role.NOTE
        assert found[-1].headings == ("Shares",)

    def test_a_day_over_all_columns_heads_the_rows_below_it(self) -> None:
        header = row("Objective", "Activity")
        found = said(header, row("Monday"), row(HALF, FOLD), row("Tuesday"), row(PART, SHADE))
        assert [p.headings[-1] for p in found] == ["Monday", "Monday", "Tuesday", "Tuesday"]

    def test_a_label_in_the_cell_is_heard_before_its_column(self) -> None:
        found = said(row("Objective", "Activity"), row(HALF, TICKET), row("3.NF.A.1, 3.NF.A.2", FOLD))
        assert roles_of(found)[TICKET] is Role.ASSESSMENT
        assert roles_of(found)["3.NF.A.1, 3.NF.A.2"] is Role.MENTION

    @pytest.mark.parametrize("few", ["p. 12", "none", "Quiz", "Parts and wholes"])
    def test_a_few_words_do_not_stand_alone(self, few: str) -> None:
        assert [p.text for p in said(row("Activity", "Assessment"), row(FOLD, few))] == [f"{FOLD} | {few}"]

    def test_an_agenda_is_tasks_row_by_row_under_any_heading(self) -> None:
        rows = row("Time", "Activity", "Facilitator"), row("8:30", "Sort the story problems", "K. Wu")
        assert {p.role for p in cut((("Objectives",), rows))} == {Role.TASK}

    @pytest.mark.parametrize(
        "rows",
        [
            (("Input", "Output"), ("3", "6"), ("4", "8")),
            (("Sun", "Moon", "Earth"), ("hot", "cold", "warm")),
            (("Word", "What it means"), ("half", "one of two equal parts")),
            (("Standard form", "Word form"), ("345", "three hundred forty-five")),
            (("Non-standard", "Inches"), ("4 clips", "5")),
            (("Factor", "Factor", "Product"), ("3", "4", "12")),
        ],
    )
    def test_tables_of_what_is_taught_stay_as_they_are(self, rows: tuple[tuple[str, ...], ...]) -> None:
        [passage] = cut((("Lesson 2: Tables",), [row(*cells) for cells in rows]))
        assert passage.text == " ".join(" | ".join(cells) for cells in rows)


class TestDaysAcross:
    GRID = (
        row("", "Monday", "Tuesday"),
        row("Objective", HALF, PART),
        row("Activity", FOLD, SHADE),
        row("Assessment", TICKET, "Exit ticket: what part is blue?"),
    )

    def test_each_day_has_its_own_objective_activity_and_assessment(self) -> None:
        assert [(p.headings[-1], p.role, p.text) for p in said(*self.GRID)] == [
            ("Monday", Role.OBJECTIVE, HALF),
            ("Monday", Role.TASK, FOLD),
            ("Monday", Role.ASSESSMENT, TICKET),
            ("Tuesday", Role.OBJECTIVE, PART),
            ("Tuesday", Role.TASK, SHADE),
            ("Tuesday", Role.ASSESSMENT, "Exit ticket: what part is blue?"),
        ]

    @pytest.mark.parametrize(
        "names",
        [
            ("Mon 10/5", "Tues 10/6"), ("Day 1", "Day 2"), ("Lesson 4: Halves", "Lesson 5: Blue"), ("Week 1", "Week 2"),
            ("Class A", "Class B"), ("Period 1", "Period 3"), ("Lunes", "Martes"), ("10/5", "10/6"),
            ("Ms. Lee's class", "Mr. Ray's class"), ("A-day", "B-day"),
        ],
    )  # fmt: skip
    def test_weeks_lessons_and_classes_stand_across_as_days_do(self, names: tuple[str, str]) -> None:
        found = said(row("", *names), *self.GRID[1:])
        assert [p.headings[-1] for p in found] == [names[0]] * 3 + [names[1]] * 3

    def test_the_corner_and_rows_that_name_the_lesson_are_headings(self) -> None:
        lessons = row("Lesson", "Halves and thirds", "How much is blue")
        found = said(row("Week 3", "Monday", "Tuesday"), lessons, *self.GRID[1:3])
        assert [p.headings[1:] for p in found[::2]] == [
            ("Week 3", "Monday", "Halves and thirds"),
            ("Week 3", "Tuesday", "How much is blue"),
        ]

    def test_several_weeks_in_one_table_stay_apart(self) -> None:
        second = (row("Week 2", "Monday", "Tuesday"), row("Objective", PART, HALF), row("Activity", SHADE, FOLD))
        found = said(row("Week 1", "Monday", "Tuesday"), *self.GRID[1:3], *second)
        assert [(p.headings[1:], p.text) for p in found if p.role is Role.OBJECTIVE] == [
            (("Week 1", "Monday"), HALF),
            (("Week 1", "Tuesday"), PART),
            (("Week 2", "Monday"), PART),
            (("Week 2", "Tuesday"), HALF),
        ]

    def test_an_objective_behind_a_code_is_one(self) -> None:
        found = said(
            row("", "Monday", "Tuesday"), row("Math", f"3.NF.A.1 {HALF} Activity: {FOLD}", f"Standard: 3.NF.A.2 {PART}")
        )
        assert [(p.headings[1], p.role) for p in found] == [
            ("Monday", Role.MENTION),
            ("Monday", Role.OBJECTIVE),
            ("Monday", Role.TASK),
            ("Tuesday", Role.MENTION),
            ("Tuesday", Role.OBJECTIVE),
        ]

    def test_standards_of_a_day_are_claimed_and_teach_nothing(self) -> None:
        found = said(self.GRID[0], row("Standard", "3.NF.A.1 Understand a unit fraction", "3.NF.A.2"), *self.GRID[1:])
        assert {p.text: p.role for p in found if "NF" in p.text} == {
            "3.NF.A.1 Understand a unit fraction": Role.CLAIM,
            "3.NF.A.2": Role.MENTION,
        }

    def test_subjects_that_are_merged_down_before_the_labels_are_headings(self) -> None:
        first = (row("Reading", "Objective", HALF, PART), row("", "Activity", FOLD, SHADE))
        found = said(row("", "", "Monday", "Tuesday"), *first, row("Art", "Activity", SHADE, FOLD))
        assert [(p.headings[1:], p.role) for p in found if p.headings[1] == "Monday"] == [
            (("Monday", "Reading"), Role.OBJECTIVE),
            (("Monday", "Reading"), Role.TASK),
            (("Monday", "Art"), Role.TASK),
        ]

    def test_one_cell_for_all_days_is_of_the_week(self) -> None:
        grid = (row("", "Monday", "Tuesday", "Wednesday"), row("Objective", HALF), row("Activity", FOLD, SHADE, FOLD))
        assert said(*grid)[0].headings == ("Shares",)

    def test_a_day_whose_cell_holds_all_of_its_plan_is_cut_at_its_labels(self) -> None:
        found = said(row("Monday", "Tuesday"), row(f"Objective: {HALF} Activity: {FOLD}", f"Objective: {PART}"))
        assert [(p.headings[-1], p.role) for p in found] == [
            ("Monday", Role.OBJECTIVE),
            ("Monday", Role.TASK),
            ("Tuesday", Role.OBJECTIVE),
        ]


class TestTemplates:
    def test_labels_in_the_first_column_give_their_rows_a_role(self) -> None:
        found = said(row("Objective:", HALF), row("Materials", "scissors"), row("Activity", FOLD), row("", SHADE))
        assert [p.role for p in found] == [Role.OBJECTIVE, Role.NOTE, Role.TASK]
        assert found[-1].text.replace(" | ", " ") == f"Activity {FOLD} {SHADE}"

    def test_labels_may_stand_after_a_day(self) -> None:
        rows = (row("Monday", "Objective", HALF), row("", "Activity", FOLD), row("Tuesday", "Objective", PART))
        assert [(p.headings[-1], p.role) for p in said(*rows)] == [
            ("Monday", Role.OBJECTIVE),
            ("Monday", Role.TASK),
            ("Tuesday", Role.OBJECTIVE),
        ]

    def test_a_row_without_a_label_goes_on_with_the_one_above_whatever_stands_in_it(self) -> None:
        found = said(
            row("Objective", HALF), row("Activity", "Group A", FOLD), row("", "Group B", SHADE), row("Exit", TICKET)
        )
        assert [p.role for p in found] == [Role.OBJECTIVE, Role.TASK, Role.ASSESSMENT]

    def test_labels_may_stand_side_by_side(self) -> None:
        rows = (row("Objective", HALF, "Materials", "scissors"), row("Activity", FOLD, "Assessment", TICKET))
        assert [p.role for p in said(*rows)] == [Role.OBJECTIVE, Role.NOTE, Role.TASK, Role.ASSESSMENT]

    def test_one_column_is_lines_around_a_text(self) -> None:
        found = said(row("Objectives"), row(HALF), row("Activities"), row(FOLD))
        assert [(p.headings[-1], p.role) for p in found] == [
            ("Objectives", Role.OBJECTIVE),
            ("Activities", Role.TASK),
        ]


def test_a_passage_ends_with_its_table() -> None:
    first = row("Homework", "Page 12")
    found = said(replace(first, opens_table=True), replace(first, opens_table=True), "Tidy up.")  # type: ignore[arg-type]
    assert [p.text for p in found] == ["Homework | Page 12", "Homework | Page 12", "Tidy up."]


def test_a_header_below_empty_rows_of_a_sheet_begins_another_table() -> None:
    def at(line: int, *cells: str) -> Block:
        return replace(row(*cells), spot=Spot(1, line, "sheet"))

    found = said(at(1, "Objective", "Activity"), at(2, HALF, FOLD), at(5, "Week", "Homework"), at(6, "3", SHADE))
    assert [(p.headings[1:], p.role, p.text) for p in found] == [
        ((), Role.OBJECTIVE, HALF),
        ((), Role.TASK, FOLD),
        (("Week 3",), Role.TASK, SHADE),
    ]


def test_a_heading_that_only_counts_is_not_what_a_passage_is_about() -> None:
    [passage] = said(row("Day", "Activity", "Materials"), row("3", FOLD))
    assert passage.headings == ("Shares", "Day 3")
    assert passage.context == f"Shares. {FOLD}"
    assert passage.headings_above == ""


class TestPlans:
    def test_each_subject_of_a_calendar_is_a_plan_of_its_own(self) -> None:
        header = row("Month", "Week", "Math", "ELA reading", "ELA writing", "Science")
        found = said(header, row("Sept", "1", "Area 3.MD.C.5", "Fables RL.3.2", "", "Magnets"), row("", "2", "Area"))
        assert [(p.headings[1:], p.text, p.role) for p in found if p.time and len(p.headings) > 2] == [
            (("Math", "Sept, Week 1"), "Area 3.MD.C.5", Role.PLAN),
            (("ELA reading", "Sept, Week 1"), "Fables RL.3.2", Role.PLAN),
            (("Science", "Sept, Week 1"), "Magnets", Role.PLAN),
            (("Math", "Sept, Week 2"), "Area", Role.PLAN),
        ]
        assert {p.time for p in found if p.text == "Magnets"} == {InstructionalTime("Sept, Week 1", 5)}

    def test_a_quarter_that_is_merged_down_holds_until_the_next(self) -> None:
        header = row("Quarter", "Unit", "Weeks", "Standards")
        rows = (
            row("Q1", "Area", "3", "3.MD.C.5"),
            row("", "Shares", "4", "3.NF.A.1"),
            row("Q2", "Time", "2", "3.MD.A.1"),
        )
        assert [p.headings[1:] for p in said(header, *rows)][1:] == [
            ("Area", "Q1, 3 weeks"),
            ("Shares", "Q1, 4 weeks"),
            ("Time", "Q2, 2 weeks"),
        ]

    def test_a_quarter_may_stand_over_its_units(self) -> None:
        rows = (
            row("Unit", "Weeks", "Standards"),
            row("Quarter 1"),
            row("Area", "3", "3.MD.C.5"),
            row("Total", "36 weeks"),
        )
        found = said(*rows)
        assert ("Shares", "Quarter 1", "Area", "3 weeks") in {p.headings for p in found}
        assert max(p.time.days for p in found if p.time) == 15

    def test_weeks_across_are_plans_week_by_week(self) -> None:
        rows = (row("", "Week 1", "Weeks 2-3"), row("Unit", "Area", "Shares"), row("Standards", "3.MD.C.5", "3.NF.A.1"))
        found = said(*rows)[1:]
        assert [(p.headings[1:], p.text) for p in found] == [
            (("Area", "Week 1"), "Area 3.MD.C.5"),
            (("Shares", "Weeks 2-3"), "Shares 3.NF.A.1"),
        ]
        assert [p.time.days for p in found if p.time] == [5, 10]

    def test_a_guide_in_spanish_is_one(self) -> None:
        rows = (row("Unidad", "Semanas", "Est\u00e1ndares"), row("\u00c1rea", "3 semanas", "3.MD.C.5"))
        assert [(p.role, p.time and p.time.days) for p in said(*rows)] == [(Role.PLAN, None), (Role.PLAN, 15)]


NAMES = (
    "Objective",
    "Activity",
    "Standards",
    "Lesson",
    "Monday",
    "Day 2",
    "Materials",
    "Colour",
    "",
    "Total",
    "Week 1",
)
TEXTS = st.sampled_from((*NAMES, HALF, FOLD, TICKET, "3.NF.A.1", "p. 4"))


@given(st.lists(st.lists(TEXTS, min_size=1, max_size=5).filter(any), max_size=8))
def test_every_word_of_a_table_is_in_one_passage(rows: list[list[str]]) -> None:
    passages = segment([material((("Shares",), [row(*cells) for cells in rows]))])
    words = Counter(word for p in passages for word in p.text.split() if word != "|")
    assert words == Counter(word for cells in rows for text in cells for word in text.split())


def test_a_bar_within_a_word_parts_no_cells() -> None:
    found = cut((("Unit",), [row("Lesson", "Objective", "Activity"), row("1", "I can find |-5| and |3|.", FOLD)]))
    assert "I can find |-5| and |3|." in [p.text for p in found if p.role is Role.OBJECTIVE]


def test_a_week_merged_over_a_table_stands_over_its_lessons() -> None:
    found = said(row("Week 1"), row("Lesson", "Objective", "Activity"), row("1", HALF, FOLD))
    assert {p.headings for p in found} == {("Shares", "Week 1", "Lesson 1")}


def test_a_row_of_fields_names_no_columns() -> None:
    head = (row("Standard: 3.NF.A.1", "Date: 10/12"), row("Objective: Name thirds", "Grouping: pairs"))
    rows = (row(f"Procedure: {FOLD}", "Time: 40 minutes"), row("Assessment: Shade thirds", "Homework: none"))
    assert [(p.role, p.text.partition(":")[0]) for p in said(*head, *rows)] == [
        (Role.MENTION, "Standard"), (Role.OBJECTIVE, "Objective"), (Role.TASK, "Procedure"),
        (Role.ASSESSMENT, "Assessment"),
    ]  # fmt: skip


class TestFormHeads:
    STATEMENT = "3.NF.A.1 Understand a fraction as the quantity formed by one part of a whole."

    def test_the_head_of_a_form_teaches_nothing(self) -> None:
        rows = (
            row("Cover sheet"),
            row("Course", "Grade 3 Reading"),
            row("Anchor text", "Whale Winter, pages 1 to 40"),
            row("Standards attached by the office", self.STATEMENT),
            row(f"Required: {self.STATEMENT}"),
            row("Priority level", "B"),
            row("Vocabulary", "fluke, spout"),
        )
        found = said(*rows)
        assert {p.role for p in found} <= {Role.NOTE, Role.MENTION}
        assert {p.role for p in found if self.STATEMENT in p.text} == {Role.MENTION}

    def test_what_is_told_in_sentences_among_its_rows_is_taught(self) -> None:
        found = said(row("Text", "Whale Winter"), row("Codes", "3.NF.A.1"), row("Part one", FOLD), row("Teacher", "Ko"))
        assert roles_of(found)[f"Part one | {FOLD}"] is Role.TASK

    def test_a_table_with_an_objective_is_a_lesson(self) -> None:
        found = said(row("Grade", "3"), row("Standard", "3.NF.A.1"), row("Objective", HALF), row("Do", FOLD))
        assert {p.role for p in found} >= {Role.OBJECTIVE, Role.TASK}


class TestCellsThatSpeakForThemselves:
    def test_a_day_whose_plan_is_one_cell_is_cut_at_its_labels(self) -> None:
        rows = [
            row(day, f"Obj: {HALF} Act: {FOLD} Std: 3.NF.A.1 Exit ticket: {SHADE}") for day in ("Monday", "Tuesday")
        ]
        assert [(p.headings[-1], p.role) for p in said(*rows)][:4] == [
            ("Monday", Role.OBJECTIVE),
            ("Monday", Role.TASK),
            ("Monday", Role.MENTION),
            ("Monday", Role.ASSESSMENT),
        ]

    def test_a_label_with_its_words_is_no_label_of_what_stands_beside_it(self) -> None:
        rows = (
            row("Stage 1"),
            row("Goals: I can trade ten ones for a ten.", "Essential Questions: Why trade?"),
            row("Stage 2"),
            row(f"Performance Tasks: {SHADE}", "Other Evidence: quizzes"),
            row("Stage 3"),
            row(f"Learning Activities: {FOLD}"),
        )
        roles = {word: p.role for p in said(*rows) for word in (SHADE, FOLD, "trade?") if word in p.text}
        assert roles == {SHADE: Role.ASSESSMENT, FOLD: Role.TASK, "trade?": Role.OBJECTIVE}

    def test_what_is_done_stays_whole_with_its_homework(self) -> None:
        [passage] = said(row("Step one", FOLD, "Exit: shade a half. Homework: page 4, and ask at home."))
        assert FOLD in passage.text
        assert "page 4" in passage.text


class TestSubjects:
    GRID = (
        row("", "Mon", "Tue", "Wed"),
        row("Math Target", HALF, PART, HALF),
        row("Math Lesson", FOLD, SHADE, FOLD),
        row("Math Standard", "3.NF.A.1", "3.NF.A.2", "3.NF.A.1"),
        row("Reading Target", "I can retell a fable in three sentences.", HALF, PART),
    )

    def test_a_subject_may_stand_before_what_a_row_is_called(self) -> None:
        monday = [(p.role, p.text) for p in said(*self.GRID) if p.headings[-1] == "Mon"]
        assert monday[:3] == [(Role.OBJECTIVE, HALF), (Role.TASK, FOLD), (Role.MENTION, "3.NF.A.1")]

    def test_subjects_and_their_hours_beside_days_of_a_few_lessons(self) -> None:
        rows = (
            row("SUBJECT", "MONDAY", "TUESDAY"),
            row("MATH 9:00-10:00", f"Obj: {HALF} Act: {FOLD}", "Quiz on halves"),
            row("SCIENCE", "Measure the bean plants in centimeters and write how tall they are today.", "Bean log"),
        )
        assert {p.headings[-1]: p.role for p in said(*rows) if "MONDAY" in p.headings} == {
            "MATH 9:00-10:00": Role.TASK,
            "SCIENCE": Role.TASK,
        }


def test_a_week_and_its_lessons_in_two_header_rows_are_no_pacing_guide() -> None:
    rows = (
        row("Week", "Teaching", "", "Checks", "", "Standards"),
        row("", "Target", "Activity", "Formative", "Summative", ""),
        row("1", HALF, FOLD, TICKET, "Items 1 to 4 of the test on equal shares of a whole", "3.NF.A.1"),
    )
    roles = roles_of(said(*rows))
    assert (roles[HALF], roles[FOLD]) == (Role.OBJECTIVE, Role.TASK)


def test_a_table_of_units_with_a_learning_plan_is_no_pacing_guide() -> None:
    header = row("Unit", "Weeks", "Standards", "Learning Plan")
    assert roles_of(said(header, row("Shares", "3", "3.NF.A.1", FOLD)))[FOLD] is Role.TASK


class TestNamesOfColumns:
    def test_codes_tell_that_their_column_and_the_statements_beside_it_are_standards(self) -> None:
        statement = "Understand a fraction as the quantity formed by one part of a whole."
        found = said(row("Code", "Statement", "Activity"), row("3.NF.A.1", statement, "Sing the song of the whales."))
        assert [(p.role, p.text) for p in found] == [
            (Role.CLAIM, f"3.NF.A.1 | {statement}"),
            (Role.TASK, "Sing the song of the whales."),
        ]

    @pytest.mark.parametrize("header", [("Stds.", "Obj.", "Act.", "HW"), ("CC", "Skills", "Learning activities", "HW")])
    def test_names_may_be_short(self, header: tuple[str, ...]) -> None:
        found = said(row(*header), row("3.NF.A.1", PART, FOLD, SHADE))
        assert found[0].role in (Role.CLAIM, Role.MENTION)
        assert [(p.role, p.text) for p in found[1:]] == [(Role.OBJECTIVE, PART), (Role.TASK, f"{FOLD} | {SHADE}")]

    @pytest.mark.parametrize("days", [("M", "T", "W", "Th", "F"), ("L", "M", "X", "J", "V")])
    def test_letters_are_days_across_and_down(self, days: tuple[str, ...]) -> None:
        texts = (FOLD, SHADE, FOLD, SHADE, TICKET)
        across = said(row("", *days), row("Objective", HALF, PART, HALF, PART, HALF), row("Activity", *texts))
        assert len({p.headings for p in across}) == 5
        down = said(
            row("Day", "Objective", "Activity"), *(row(day, HALF, text) for day, text in zip(days, texts, strict=True))
        )
        assert [p.headings[-1] for p in down if p.role is Role.OBJECTIVE] == list(days)

    def test_a_header_of_one_role_below_another_names_what_stands_below_it(self) -> None:
        rows = (row("Objective", "Standard"), row(HALF, "3.NF.A.1"), row("Opening", "Closure"), row(FOLD, SHADE))
        assert roles_of(said(*rows))[f"{FOLD} | {SHADE}"] is Role.TASK

    def test_a_cell_that_is_only_a_time_is_no_task(self) -> None:
        found = said(row("Unit", "How long", "Objective", "Activity"), row("Shares", "3 weeks", HALF, FOLD))
        assert roles_of(found)["3 weeks"] is Role.NOTE

    def test_a_legend_is_no_lesson(self) -> None:
        found = said(row("Day", "Objective", "Activity"), row("1", HALF, FOLD), row("", "Key: bold = new words"))
        assert found[-1].role is Role.NOTE

    def test_activities_of_a_week_in_spanish(self) -> None:
        rows = row("Est\u00e1ndar", "Actividades de aprendizaje"), row("3.NF.A.1", FOLD)
        assert roles_of(said(*rows, headings=("Planeaci\u00f3n semanal",)))[FOLD] is Role.TASK


class TestTablesThatGoOn:
    HEADER = row("Lesson", "Objective", "Activity")
    FIRST = (replace(HEADER, opens_table=True), row("5.1", HALF, FOLD))
    REST = replace(row("5.2", PART, SHADE), opens_table=True)

    def roles(self, *between: str) -> list[tuple[str, Role]]:
        passages = cut((("Shares",), [*self.FIRST, *between, self.REST]))
        return [(p.headings[-1], p.role) for p in passages if p.role is not Role.BOILERPLATE][-2:]

    def test_the_rest_of_a_table_has_its_columns(self) -> None:
        assert self.roles() == [("5.2", Role.OBJECTIVE), ("5.2", Role.TASK)]
        assert self.roles("Page 3 of 8") == [("5.2", Role.OBJECTIVE), ("5.2", Role.TASK)]
        assert self.roles("Shares (continued)") == [("5.2", Role.OBJECTIVE), ("5.2", Role.TASK)]

    def test_a_table_behind_a_text_is_another(self) -> None:
        assert self.roles("Then we do something else for a week.") != [("5.2", Role.OBJECTIVE), ("5.2", Role.TASK)]


def test_a_quarter_that_says_how_long_it_is_does_not_say_it_of_each_unit() -> None:
    rows = (
        row("Quarter", "Unit", "Weeks", "Standards"),
        row("Q1 (45 days)", "Area", "3", "3.MD.C.5"),
        row("", "Shares", "4", "3.NF.A.1"),
    )
    found = [(p.headings[-1], p.time.days) for p in said(*rows) if p.time]
    assert found == [("Q1 (45 days), 3 weeks", 15), ("Q1 (45 days), 4 weeks", 20)]


class TestSubjectsAcross:
    CELLS = ("Read a fable and retell it.", FOLD, "Plant seeds in cups and draw them.")

    @pytest.mark.parametrize(
        ("header", "day"), [(("Day",), "M"), (("Date",), "9/14"), (("",), "Monday 3/2"), (("Week", "Day"), "1 | M")]
    )
    def test_what_is_done_in_each_subject_on_a_day_is_no_plan_of_the_year(
        self, header: tuple[str, ...], day: str
    ) -> None:
        found = said(row(*header, "Reading", "Math", "Science"), row(*day.split(" | "), *self.CELLS))
        roles = {p.text: (p.role, p.headings[1]) for p in found}
        assert roles[FOLD] == (Role.TASK, "Math")
        assert roles[self.CELLS[0]] == (Role.TASK, "Reading")

    def test_months_may_be_joined(self) -> None:
        found = said(row("Subject", "Aug/Sept", "October"), row("Math", "3.NF.A.1 halves", "3.MD.C.5 area"))
        assert {p.role for p in found} == {Role.PLAN}


class TestStandardsInForms:
    STATEMENT = "Understand a fraction as the quantity formed by one part of a whole."

    def test_a_statement_beside_its_standard_is_claimed(self) -> None:
        assert {p.role for p in said(row("Standard", "Statement"), row("3.NF.A.1", self.STATEMENT))} == {Role.CLAIM}

    def test_a_standard_behind_a_label_that_nobody_knows_is_mentioned(self) -> None:
        rows = (row("Objective", HALF), row("Tied to", f"3.NF.A.1 {self.STATEMENT}"), row("Main", FOLD))
        assert roles_of(said(*rows, row("Top", SHADE)))[f"Tied to | 3.NF.A.1 {self.STATEMENT}"] is Role.MENTION

    def test_a_column_of_objectives_and_standards_may_hold_either(self) -> None:
        header = row("Objectives/Standards", "Procedures")
        found = roles_of(said(header, row(f"3.NF.A.1 {self.STATEMENT}", FOLD), row(HALF, SHADE)))
        assert found[f"3.NF.A.1 {self.STATEMENT}"] is Role.CLAIM
        assert found[HALF] is Role.OBJECTIVE


def test_an_agenda_with_standards_is_what_is_done() -> None:
    header = row("Time", "Topic", "Presenter", "Standards")
    found = said(header, row("8:30-9:30", "Teachers rehearse three talks on halves", "K. Hu", "3.NF.A.1"))
    assert roles_of(found)["Teachers rehearse three talks on halves"] is Role.TASK


def test_a_label_is_found_behind_words_that_end_without_a_stop() -> None:
    rows = row("", "Monday", "Tuesday"), row("Math", f"Objective: I can name halves Activity: {FOLD}", SHADE)
    assert roles_of(said(*rows))[f"Activity: {FOLD}"] is Role.TASK


def test_the_week_of_a_date_stands_over_its_days() -> None:
    rows = row("Week of 10/6", "Monday", "Tuesday"), row("Objective", HALF, PART), row("Activity", FOLD, SHADE)
    assert {p.headings[1] for p in said(*rows)} == {"Week of 10/6"}


class TestWhatTeachesNothing:
    def test_a_list_of_materials_is_a_note(self) -> None:
        found = said(row("Materials", "Quantity"), row("Tapes for measuring the length of objects", "4"))
        assert {p.role for p in found} == {Role.NOTE}

    def test_names_beside_who_and_when_are_a_note(self) -> None:
        rows = (
            row("Unit title:", "Parts of a whole", "Designed by:", "Ms. Okafor"),
            row("Timeframe:", "4 weeks", "Course:", "Math"),
        )
        assert {p.role for p in said(*rows)} == {Role.NOTE}

    def test_a_topic_that_tells_what_is_done_is_taught(self) -> None:
        assert {p.role for p in said(row("Topic", FOLD), row("Another", SHADE))} == {Role.TASK}

    def test_a_statement_at_the_right_of_its_station_is_claimed(self) -> None:
        statement = "3.NF.A.1: Understand a fraction as the quantity formed by one part of a whole."
        found = roles_of(said(row("Station", "Directions", "Alignment"), row("Yarn", FOLD, statement)))
        assert (found[FOLD], found[statement]) == (Role.TASK, Role.CLAIM)


def test_what_stands_beside_the_subjects_of_a_day_is_read_as_well() -> None:
    header = row("", "Reading", "Math", "Home")
    found = said(header, row("Monday", "Read a fable and retell it.", FOLD, SHADE), headings=("Our week",))
    assert {p.text: p.role for p in found}[SHADE] is Role.TASK


def test_another_table_behind_a_table_is_not_its_rest() -> None:
    first = (replace(row("Objective", "Standard", "Activity"), opens_table=True), row(HALF, "3.NF.A.1", FOLD))
    groups = (
        replace(row("Red group", "Blue group", "Green group"), opens_table=True),
        row("Draw a picture of thirds", "Use counters for thirds", "Fold a strip in thirds"),
    )
    found = {p.text: p.role for p in cut((("Shares",), [*first, *groups]))}
    assert not [text for text, role in found.items() if "thirds" in text and role in (Role.OBJECTIVE, Role.CLAIM)]


def test_something_to_do_and_check_is_no_check() -> None:
    assert {p.role for p in said(row("Time", "Steps"), row("10 min", "Fold, cut and check"))} == {Role.TASK}


def test_parts_of_a_form_that_tell_what_is_done_are_taught() -> None:
    rows = (
        row("Teacher", "Ms. Lee"),
        row("Date", "10/12"),
        row("Standard", "3.NF.A.1"),
        row("Part one", "Fold paper strips into halves and thirds"),
        row("Part two", "Cut an apple in four equal parts"),
    )
    roles = {p.role for p in said(*rows) if "Part" in p.text}
    assert roles == {Role.TASK}


def test_a_head_of_a_form_may_have_an_empty_row() -> None:
    rows = (row("Teacher", "Ms. Lee"), row("Grade", "3"), row("", ""), row("Room", "12"), row("Date", "9/14"))
    assert "Ms. Lee" in cut((("Plan",), rows))[0].text


LESSONS = (row("Lesson", "Objective", "Standards"), row("5.1", "Name halves", "3.NF.A.1"))


def test_the_rest_of_a_table_may_have_rows_that_end_early() -> None:
    below = (replace(row("5.2", "Name thirds"), opens_table=True), row("5.3", "Name fourths", "3.NF.A.2"))
    assert any("Name fourths" in passage.text for passage in cut((("Unit",), (*LESSONS, *below))))


def test_no_word_is_lost_where_a_table_makes_the_one_above_it_mean_something_else() -> None:
    above = (
        row("1", "Content", "After this lesson, you will be able to...", "Q1"),
        row("5-3", "Exit Ticket", "After this lesson, you will be able to...", "Thursday"),
        row("Fractions", "", "9/14", "1-3", "Unit 1"),
        row("3", "x", "Homework", "Homework", "Standards continued"),
    )
    plan = "Objective: I can name a half of it. Activity: fold the strip of paper. Exit ticket: draw it"
    first = row("Grade 4", "12 days", "Standards continued", "Fold a strip in half and name the parts.")
    below = (
        replace(first, opens_table=True),
        row(plan, "Quarter 1", "Standard", ""),
        row("Friday", "", "Science", ""),
    )
    said = " ".join(passage.text for passage in cut((("Unit",), (*above, *below))))
    assert all(text in said for block in (*above, *below) for text in block.text.split(" | ") if text)
