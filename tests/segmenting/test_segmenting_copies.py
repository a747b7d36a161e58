"""A standard's own wording is a claim, wherever it was pasted, and rows of calendars are plans: neither teaches."""

from __future__ import annotations

import pytest
from builders import standard
from hypothesis import given
from hypothesis import strategies as st
from segmented import row

from curalign.domain.materials import Block, Form, Kind, Material, Passage, Role, Section
from curalign.domain.standards import Framework
from curalign.segmenting import segment
from curalign.segmenting.copies import Statements

SHARES = "Split circles and rectangles into two, three or four equal shares and name each share with the right words."
CLOCKS = "Tell and write the time from clocks with hands and with digits to the nearest five minutes of the hour."
VERBS = "Form and use the verb tenses of going on (for example I was singing; I am singing; I shall be singing) well."
FRAMEWORK = Framework(
    (standard("Q.1", SHARES), standard("Q.2", CLOCKS), standard("Q.3", VERBS), standard("Q.4", "Count"))
)


def passages(*blocks: Block | str, headings: tuple[str, ...] = ("Poetry week",)) -> tuple[Passage, ...]:
    said = tuple(Block(block) if isinstance(block, str) else block for block in blocks)
    material = Material("u.docx", Kind.UNIT, "A unit", (Section(headings, said),), sha256="x")
    return segment([material], framework=FRAMEWORK)


def roles(*blocks: Block | str, headings: tuple[str, ...] = ("Poetry week",)) -> list[Role]:
    return [passage.role for passage in passages(*blocks, headings=headings)]


@pytest.mark.parametrize(
    "pasted",
    [
        SHARES,
        f"Q.1 {SHARES}",
        f"{SHARES} (Q.1)",
        f"\u2022 {SHARES.rstrip('.')}",
        SHARES.replace("two, three or four equal shares", "two, three, or four equal shares").upper(),
        f"{SHARES} {CLOCKS}",
        f"I can do this: {CLOCKS[0].lower()}{CLOCKS[1:]}",
    ],
)
@pytest.mark.parametrize("heading", ["Ohio Learning Standards", "Activity", "Objectives", "Week 3"])
def test_a_pasted_statement_is_a_claim(pasted: str, heading: str) -> None:
    found = passages(pasted, headings=("Poetry week", heading))
    assert [p.role for p in found] == [Role.CLAIM]
    assert found[0].text == pasted


@pytest.mark.parametrize(
    "own",
    [
        "Pupils cut paper pizzas into equal shares, trade slices and say which slice is a third and which a fourth.",
        "I was singing; I am singing; I shall be singing. Act it out with a partner, and freeze when I clap.",
        "Write a poem about telling the time to the nearest five minutes, and read it out to the class next door.",
        "Count",
    ],
)
def test_what_a_teacher_says_in_words_of_her_own_is_none(own: str) -> None:
    assert Role.CLAIM not in roles(own, headings=("Poetry week", "Activity"))


@pytest.mark.parametrize(
    "edited",
    [
        "[X] Q.1 Form and use verb tenses of going on well.",
        f"_x_ Q.2 {CLOCKS}",
        f'The standard for week 6 says that students should "{CLOCKS[0].lower()}{CLOCKS[1:-1]}".',
        "Split circles & rectangles into two, three, or four equal shares; name each share w/ right words",
        "SWBAT tell and write time from clocks with hands and digits to nearest five min. of the hour",
        "Tell and write|the time from clocks | with hands and with | digits to the | nearest five minutes of the hour",
    ],
)
def test_a_copy_that_was_edited_a_little_or_cut_up_is_one(edited: str) -> None:
    assert roles(edited) == [Role.CLAIM]


def test_a_statement_may_be_split_over_lines() -> None:
    words = CLOCKS.split()
    assert roles(*(" ".join(words[at : at + 4]) for at in range(0, len(words), 4))) == [Role.CLAIM]


def test_short_statements_are_copies_where_they_stand_in_a_list_of_standards() -> None:
    framework = Framework((*FRAMEWORK.standards, standard("Q.5", "Use correct capitals"), standard("Q.6", "Be kind")))
    section = Section(("Poetry week",), tuple(map(Block, (f"Q.1: {SHARES}", "Q.5: Use correct capitals"))))
    alone = Section(("Poetry week", "Goals"), (Block("Use correct capitals in the title of your poem."),))
    found = segment([Material("u.docx", Kind.UNIT, "A unit", (section, alone))], framework=framework)
    assert [passage.role for passage in found] == [Role.CLAIM, Role.OBJECTIVE]


@pytest.mark.parametrize(
    "task",
    [
        f"{SHARES} Fold paper pizzas with a partner, then trade slices until all of you have the same.",
        f"Fold paper pizzas with a partner, then trade slices until all of you have the same. (Q.1: {SHARES})",
        f"Standard: {SHARES} Activity: fold paper pizzas with a partner and trade slices until all are fair.",
    ],
)
def test_a_task_that_quotes_its_standard_stays_a_task(task: str) -> None:
    found = {passage.role: passage.text for passage in passages(task, headings=("Poetry week", "Activity"))}
    assert "paper pizzas with a partner" in found[Role.TASK]
    assert "equal shares and name" in found[Role.CLAIM]


def test_a_heading_that_is_a_standard_claims_and_does_not_speak_for_what_stands_under_it() -> None:
    found = passages("Workbook pages 40 to 52.", headings=("Poetry week", f"Q.1 {SHARES}"))
    assert [(p.role, p.text, p.headings) for p in found] == [
        (Role.CLAIM, f"Q.1 {SHARES}", ("Poetry week",)),
        (Role.TASK, "Workbook pages 40 to 52.", ("Poetry week",)),
    ]


def test_a_cell_that_names_its_row_by_a_standard_is_no_heading_either() -> None:
    rows = [row("Month", "Content", "Skills", "Assessment"), row("Sep", "Clocks", CLOCKS, "Quiz"), row("", "", "", "")]
    assert all(CLOCKS not in passage.headings for passage in passages(*rows))


def test_a_copy_within_a_paragraph_is_cut_out_of_it() -> None:
    own = "Pupils write four lines about their favorite number and read them to a friend."
    found = passages(f"{own} {SHARES} Collect the poems in a box.", headings=("Poetry week", "Activity"))
    assert [(p.role, p.text) for p in found] == [
        (Role.TASK, own),
        (Role.CLAIM, SHARES),
        (Role.TASK, "Collect the poems in a box."),
    ]


def test_a_column_headed_standards_claims_and_the_others_teach() -> None:
    header = row("Subject", "Standards", "Activity")
    found = passages(header, row("Art", "Q.9 Paint with warm colors", "Paint yourself in warm colors and hang it up."))
    assert [p.role for p in found if "Paint with" in p.text] == [Role.CLAIM]
    assert [p.role for p in found if "hang it up" in p.text] == [Role.TASK]


def test_of_a_list_with_boxes_only_what_is_ticked_counts() -> None:
    items = [Block(text, Form.ITEM) for text in ("\u2610 Q.1 Shares", "\u2612 Q.2 Clocks", "\u2610 Q.3 Verbs")]
    found = {passage.text: passage.role for passage in passages(*items)}
    assert found["\u2610 Q.1 Shares"] is Role.BOILERPLATE
    assert found["\u2612 Q.2 Clocks"] is not Role.BOILERPLATE


@pytest.mark.parametrize(("no", "yes"), [("\u2610", "\u2611"), ("[ ]", "[x]"), ("( )", "(X)"), ("___", "_x_")])
def test_boxes_are_drawn_in_many_ways(no: str, yes: str) -> None:
    found = {p.text: p.role for p in passages(f"{no} Q.1 {SHARES}", f"{yes} Q.2 {CLOCKS}", f"{no} Q.3 {VERBS}")}
    assert found == {
        f"{no} Q.1 {SHARES}": Role.BOILERPLATE,
        f"{yes} Q.2 {CLOCKS}": Role.CLAIM,
        f"{no} Q.3 {VERBS}": Role.BOILERPLATE,
    }


def test_several_boxes_in_one_cell_are_a_list_too() -> None:
    rows = [row("Standards", f"\u2610 Q.1 {SHARES} \u2612 Q.2 {CLOCKS}"), row("Activity", "Pupils set a paper clock")]
    found = {passage.text: passage.role for passage in passages(*rows)}
    assert found[f"\u2610 Q.1 {SHARES}"] is Role.BOILERPLATE
    assert next(role for text, role in found.items() if CLOCKS in text) in (Role.CLAIM, Role.MENTION)


def test_a_list_whose_boxes_are_all_empty_is_a_list_like_any_other() -> None:
    found = roles(*[Block(f"\u2610 bring {what}", Form.ITEM) for what in ("scissors", "glue")], headings=("Activity",))
    assert Role.BOILERPLATE not in found


def test_a_calendar_of_several_subjects_is_a_plan() -> None:
    rows = [row("Month", "Week", "Math", "Reading", "Science"), row("May", "1", "Unit 4 Q.1", "Fables", "Magnets")]
    assert set(roles(*rows)) == {Role.PLAN}


def test_a_table_whose_rows_are_labelled_has_no_column_of_standards() -> None:
    rows = [row("Standard", "Q.1", "Q.2"), row("Activity", "Pupils cut paper pizzas", "Pupils set a paper clock")]
    assert Role.CLAIM not in roles(*rows)
    assert roles(*rows)[-1] is Role.TASK


@pytest.mark.parametrize(
    "header",
    [
        ("Subject", "Week 1", "Week 2", "Week 3"),
        ("", "Weeks 1-3", "Weeks 4-6"),
        ("Grade", "Q1", "Q2", "Q3"),
        ("", "1st Quarter", "2nd Quarter"),
        ("Subject", "September", "October", "Nov."),
    ],
)
def test_a_year_with_its_weeks_across_is_a_plan(header: tuple[str, ...]) -> None:
    rows = [
        row(*header),
        row("Math", *("Telling time" for _ in header[1:])),
        row("ELA", *("Poems" for _ in header[1:])),
    ]
    assert set(roles(*rows)) == {Role.PLAN}


def test_with_activities_in_its_rows_it_is_lessons() -> None:
    rows = [row("", "Week 1", "Week 2"), row("Activity", "Pupils cut paper pizzas", "Pupils set a paper clock")]
    assert Role.PLAN not in roles(*rows)


WEEKDAYS = row("Mon", "Tue", "Wed", "Thu", "Fri")


def test_a_months_calendar_is_a_plan() -> None:
    days = row("1 Labor Day", "2 Counting Q.1", "3 Bundles", "4 Clocks", "5")
    assert set(roles(WEEKDAYS, days)) == {Role.PLAN}


@pytest.mark.parametrize(
    "rows",
    [
        [
            WEEKDAYS,
            row(*(f"Pupils cut {what} into equal parts." for what in ("pies", "ropes", "cakes", "rugs", "tape"))),
        ],
        [row("Day", "Activity", "Check"), row("1", "Pupils cut paper pizzas into equal shares", "Name a share")],
        [row("Lesson", "Objective", "Activity"), row("1", "I can share", "Pupils cut paper pizzas")],
    ],
)
def test_a_weeks_lessons_are_none(rows: list[Block]) -> None:
    assert Role.PLAN not in roles(*rows)


@given(
    st.lists(
        st.sampled_from([SHARES, CLOCKS, "Pupils sing.", "Q.1", "|", "They draw a clock; then they run."]), max_size=8
    )
)
def test_no_word_is_lost_or_said_twice(parts: list[str]) -> None:
    text = " ".join(parts)
    found = Statements([SHARES, CLOCKS]).parts(text)
    assert " ".join(part for part, _ in found).split() == text.split()
