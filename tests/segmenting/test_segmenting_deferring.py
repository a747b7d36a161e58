"""What a document only puts off is planned at most, and no teaching."""

from __future__ import annotations

import pytest

from curalign.domain.materials import Block, Kind, Material, Role, Section
from curalign.segmenting import segment
from curalign.segmenting.deferring import is_put_off, leaves_out

PUT_OFF = [
    "Box plots (6.SP.B.4): we skip it, see chapter 11 of the textbook.",
    "The water cycle is not in here. It moves to April, after the state tests.",
    "Sonnets. Never got to these last year.",
    "Rational exponents: slides to be made over the summer.",
    "Similar triangles are left to grade 8 by agreement with the middle school.",
    "We ran out of time for the debate on tariffs.",
    "Supply and demand will be taught in the next unit.",
    "Plate tectonics: TBD",
    "Decimals are not covered yet.",
    "Early finishers find a pattern of matches on the last page. There is no lesson on it.",
    "Last year's test had an item on probability, which was never taught in this unit.",
    "Las fracciones equivalentes se dejan para el próximo año.",
]
TAUGHT = [
    "We skip count by fives to 100 and color the numbers on the hundreds chart.",
    "How many squares are not covered by the triangle? Count the halves, too.",
    "We dropped the egg from three heights and measured how far the shell cracked.",
    "Hang a weight on it and wait until the spring stops moving; measure its length.",
    "Why did the army leave the fort and march for the coast? Use the map.",
    "Write the number that has to be added to 38 to make 100.",
    "A poem to be written by Friday: two stanzas, one metaphor.",
    "How far will the ball fall in the first second? Save your table for the graph.",
    "Next year the town will have 5 % more people. How many is that?",
    "If it is not included in the set, cross it out.",
]


@pytest.mark.parametrize("text", PUT_OFF)
def test_what_is_put_off_is_known(text: str) -> None:
    assert is_put_off(text)


@pytest.mark.parametrize("text", TAUGHT)
def test_what_teaches_is_not_put_off(text: str) -> None:
    assert not is_put_off(text)


def test_a_lesson_that_says_what_comes_later_is_a_lesson() -> None:
    lesson = "Pupils fold strips into thirds and sixths, mark them on the number line and say which are alike. " * 4
    assert not is_put_off(lesson + "Eighths will be taught in the next unit.")


@pytest.mark.parametrize(("text", "role"), [(PUT_OFF[0], Role.PLAN), (TAUGHT[0], Role.TASK)])
def test_it_is_a_plan_and_no_task(text: str, role: Role) -> None:
    section = Section(("Unit 4", "Activities"), (Block(text),))
    (passage,) = segment([Material("u.md", Kind.UNIT, "Unit 4", sections=(section,))])
    assert (passage.role, passage.text) == (role, text)


@pytest.mark.parametrize(
    "heading",
    [
        "What isn't in this term",
        "Not in this unit:",
        "What we skip",
        "What I left out to make room",
        "**Left out**",
        "Standards not taught this year",
        "Topics that are not covered",
        "What this unit doesn\u2019t teach",
        "Lo que no se ve este año",
    ],
)
def test_under_a_heading_that_leaves_out_nothing_is_taught(heading: str) -> None:
    section = Section(
        ("Unit 4", heading), (Block("Banks, what they lend, and how the central bank acts on interest."),)
    )
    (passage,) = segment([Material("u.md", Kind.UNIT, "Unit 4", sections=(section,))])
    assert passage.role is Role.PLAN


@pytest.mark.parametrize(
    "heading",
    ["What is not a polygon?", "Which details are left out?", "I cut the paper", "We skip count", "Not in the box"],
)
def test_a_lesson_s_title_leaves_nothing_out(heading: str) -> None:
    assert not leaves_out(heading)
