"""Lines of who, where and when, and marks and pages, say nothing of what is taught: they are no evidence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from segmented import item, material, row

from curalign.domain.materials import Block, Role
from curalign.segmenting import segment, without_empty

LESSON = "Pupils pour sand from a thin jar into a wide one and say which holds more."


def roles_under(headings: tuple[str, ...], *texts: str, beside: bool = True) -> list[Role]:
    """The role of each text that stands alone under a heading, in a unit with a lesson beside it or without."""
    sections = [(headings, [text]) for text in texts]
    lesson = [((*headings[:1], "Lesson 1: Jars"), [LESSON])] if beside else []
    found = list(without_empty(segment([material(*sections, *lesson, title="Jars")])))
    return [passage.role for passage in found if passage.text != LESSON]


@pytest.mark.parametrize(
    "line",
    [
        "Quiet Pines School District | Unit 3 | Third Grade Science",
        "Quiet Pines Elementary - Grade 3 - Math",
        "Science 8, quarter 1, seven weeks. O. Whitby",
        "5th grade, fall. Amina Haddad, Quiet Pines School. Fifteen days.",
        "Social Studies 6, Unit 3, January to March. Mr. Renfrew",
        "Mr. Ortega \u00b7 last updated 2 years ago",
        "US History 8, Unit 1",
        "Unit plan, ELA 6",
        "Grade 4, Q2\u2013Q3",
    ],
)
@pytest.mark.parametrize("headings", [(), ("Jars",)])
def test_who_where_and_when_is_no_evidence(line: str, headings: tuple[str, ...]) -> None:
    assert roles_under(headings, line) == [Role.BOILERPLATE]


@pytest.mark.parametrize(
    "line",
    [
        "Test | 40",
        "medium",
        "Day 2, question 8 took 15 minutes",
        "pp. 12-15",
        "X | X",
        "Week | Monday | Tuesday",
        "Quiz on Friday",
        "none",
        "No school | - | -",
    ],
)
@pytest.mark.parametrize("headings", [(), ("Jars",), ("Jars", "Grading")])
def test_marks_times_and_pages_alone_are_no_evidence(line: str, headings: tuple[str, ...]) -> None:
    assert roles_under(headings, line) == [Role.BOILERPLATE]


@pytest.mark.parametrize(
    "line",
    [
        "Grade 4 Math | Place Value",
        "Unit 3: Equivalent Fractions",
        "Third Grade Science | Weather and Climate",
        "Photosynthesis and Cellular Respiration",
        "Write: seven more than the quotient of p and 3.",
        "47 + 38 = ___   52 + 19 = ___",
        "Circle the larger: 0.7 or 0.68.",
        "Compare two poems",
        "\u6bd4\u8f03\u5206\u6578\u7684\u5927\u5c0f",
    ],
)
def test_titles_and_tasks_of_a_few_words_are(line: str) -> None:
    assert Role.BOILERPLATE not in roles_under(("Jars",), line)


SHORT = """Objective: I can name a pentagon.|Objective: Name a pentagon.|Learning Target: I can count to 20.
    I can count.|SWBAT: tell time
    SWBAT count to 20.|Goal. Students will know money.|Essential Question: What is money?"""
SAYS_NONE = """Objective: see below|Objective: see attached|Objective: same as yesterday|Objective: Review for test
    Objective: Fractions|Objective: SWBAT (see unit plan)|Obj: N/A|I can ...|Essential Question: Why?"""


@pytest.mark.parametrize("text", [text.strip() for text in SHORT.replace("\n", "|").split("|")])
def test_an_objective_says_what_is_learned_in_a_few_words(text: str) -> None:
    assert roles_under(("Jars",), text) == [Role.OBJECTIVE]


@pytest.mark.parametrize("text", [text.strip() for text in SAYS_NONE.replace("\n", "|").split("|")])
def test_one_that_only_points_to_another_place_says_nothing(text: str) -> None:
    assert roles_under(("Jars",), text) == [Role.BOILERPLATE]


@pytest.mark.parametrize(
    "blocks",
    [
        [row("Objective", "I can name a pentagon."), row("Activity", LESSON)],
        [row("Objective", "Activity"), row("I can name a pentagon.", LESSON)],
        ["Objective", "I can name a pentagon.", "Activity", LESSON],
        ["Objective:", item("I can name a pentagon."), "Activity:", LESSON],
    ],
    ids=["row", "column", "line above", "list"],
)
def test_so_it_does_in_a_table_and_below_its_name(blocks: list[str | Block]) -> None:
    found = without_empty(segment([material((("Jars",), blocks))]))
    assert [p.role for p in found if "pentagon" in p.text] == [Role.OBJECTIVE]


def test_a_word_below_the_name_of_a_column_is_none() -> None:
    table = [row("Objective", "Activity"), row("Share and reflect", LESSON), row("Name a coin today", LESSON)]
    found = [p.role for p in without_empty(segment([material((("Jars",), table))])) if p.text != LESSON]
    assert found == [Role.BOILERPLATE, Role.BOILERPLATE, Role.OBJECTIVE]


def test_in_a_plan_that_is_a_list_of_titles_they_stand_for_their_titles() -> None:
    titles = ["Comparing fractions with one denominator", "Which jar holds more?"]
    found = without_empty(segment([material(*((("Unit 2", title), ["2 days"]) for title in titles), title="Plan")]))
    assert [passage.role for passage in found] == [Role.TASK, Role.TASK]


@pytest.mark.parametrize("line", ["Math 8, Unit 4. Mr. Vane. 9 days. 8.F.A.1, 8.F.A.2", "3 weeks, 8.F.A.1"])
def test_codes_beside_them_are_still_cited(line: str) -> None:
    assert roles_under(("Jars",), line) == [Role.MENTION]


def test_a_line_of_who_and_where_is_no_part_of_the_passage_below_it() -> None:
    found = segment([material((("Jars",), ["Quiet Pines School District | Grade 3 Science", LESSON]))])
    assert [passage.text for passage in found] == ["Quiet Pines School District | Grade 3 Science", LESSON]


@given(
    st.lists(st.sampled_from(["Test | 40", LESSON, "Grade 3", "pp. 1-2", "Compare two poems"]), min_size=1, max_size=6)
)
def test_no_passage_is_lost_and_nothing_becomes_evidence(texts: list[str]) -> None:
    before = segment([material((("Jars", "Lesson 1"), texts), (("Notes",), texts))])
    after = list(without_empty(before))
    assert [(p.text, p.place) for p in after] == [(p.text, p.place) for p in before]
    assert all(old.role.is_evidence for old, new in zip(before, after, strict=True) if new.role.is_evidence)
