"""Lines that teachers type for headings: numbered, with a picture before them, over lists without bullets."""

from __future__ import annotations

import pytest
from segmented import cut, item

from curalign.domain.materials import Block, Passage, Role

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
