"""Headings with nothing under them: what says something is text, and empty parts of a plan stay headings."""

from __future__ import annotations

import pytest
from segmented import material

from curalign.segmenting import segment


def said(*sections: tuple[tuple[str, ...], list[str]]) -> list[tuple[tuple[str, ...], str]]:
    """Each passage with the headings that it stands under."""
    return [(passage.headings, passage.text) for passage in segment([material(*sections)])]


@pytest.mark.parametrize(
    "heading",
    [
        "Lesson 3: measure a desk in feet",
        "How many tens are in 340?",
        "Quiz: maps, reasons and regions",
        "2.MD.A.1, 2.MD.A.2",
    ],
)
def test_a_heading_that_says_something_is_read_under_those_above_it(heading: str) -> None:
    above = (("Unit 4",), ["Pupils measure ropes."])
    below = (("Unit 4", "Closing"), ["Share a rope."])
    assert said(above, (("Unit 4", heading), []), below)[1] == (("Unit 4",), heading)


@pytest.mark.parametrize(
    "heading",
    [
        "Materials",
        "Exit Ticket",
        "Differentiation Strategies for English Learners",
        "Homework for the Week",
        "Essential Questions",
        "Quiet Pines School, Grade 3 Science",
    ],
)
def test_a_part_of_a_plan_that_was_left_empty_is_no_text(heading: str) -> None:
    under = (("Unit 4", "Activity"), ["Share a rope."])
    assert said(under, (("Unit 4", heading), [])) == [(("Unit 4", "Activity"), "Share a rope.")]


def test_the_title_of_a_document_stays_one_unless_it_is_all_that_there_is() -> None:
    title = "How long is the hall in feet?"
    assert said(((title,), []), (("Activity",), ["Share a rope."])) == [(("Activity",), "Share a rope.")]
    assert said(((title,), [])) == [((), title)]
