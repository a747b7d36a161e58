"""Of a list to tick only what is ticked is meant, however its boxes are drawn and wherever they stand."""

from __future__ import annotations

import pytest
from segmented import cut, row

from curalign.domain.materials import Block, Role

PLAN = "Pupils fold strips of paper into halves and thirds."


def meant(*texts: str | Block) -> tuple[str, list[str]]:
    """The words that are not boilerplate, and the roles of those that name a standard."""
    passages = cut((("Week 3",), texts))
    words = " ".join(p.text for p in passages if p.role is not Role.BOILERPLATE)
    return words, [str(p.role) for p in passages if "3." in p.text and p.role is not Role.BOILERPLATE]


@pytest.mark.parametrize(
    ("on", "off"),
    [
        ("\u2612", "\u2610"), ("\u2611", "\u2610"), ("\u2714", "\u25a1"), ("\u2705", "\u2b1c"), ("\u25fc", "\u25fb"),
        ("[x]", "[ ]"), ("(x)", "( )"), ("_X_", "___"),
    ],
)  # fmt: skip
class TestBoxes:
    def test_each_on_a_line_of_its_own(self, on: str, off: str) -> None:
        lines = [f"{off} 3.NF.A.1 Unit fractions", f"{on} 3.NF.A.2 Number lines", f"{off} 3.MD.A.1 Time"]
        words, roles = meant(*lines, PLAN)
        assert "3.NF.A.2 Number lines" in words
        assert "3.NF.A.1" not in words
        assert "3.MD.A.1" not in words
        assert roles == ["mention"]
        assert PLAN in words

    def test_several_in_one_line(self, on: str, off: str) -> None:
        words, _ = meant(f"{off} 3.NF.A.1 {on} 3.NF.A.2 {off} 3.MD.A.1", f"{off} 3.G.A.1 {off} 3.G.A.2", PLAN)
        assert words == f"{on} 3.NF.A.2 {PLAN}"

    def test_several_in_the_cell_of_a_labelled_row(self, on: str, off: str) -> None:
        table = (row("Standards", f"{off} 3.NF.A.1 {on} 3.NF.A.2 {off} 3.MD.A.1"), row("Activity", PLAN))
        words, roles = meant(*table)
        assert "3.NF.A.1" not in words
        assert "3.MD.A.1" not in words
        assert "3.NF.A.2" in words
        assert PLAN in words
        assert roles == ["mention"]


@pytest.mark.parametrize(
    "task",
    ["Find 6 + \u25a1 = 13.", "\u2610 \u2212 4 = 7", "9 < \u25a1", "12 - \u2610 = 5", "\u25a1 - 3 = 8 with strips"],
)
def test_a_box_for_a_number_that_is_sought_is_none_to_tick(task: str) -> None:
    words, _ = meant("\u2610 3.NF.A.1 \u2612 3.NF.A.2", task, PLAN)
    assert words == f"\u2612 3.NF.A.2 {task} {PLAN}"


def test_boxes_may_stand_behind_the_codes() -> None:
    words, _ = meant("3.NF.A.1 \u2610 3.NF.A.2 \u2612 3.MD.A.1 \u2610", PLAN)
    assert words == f"3.NF.A.2 \u2612 {PLAN}"


def test_what_is_ticked_under_one_heading_speaks_for_the_codes_under_another_and_for_nothing_else() -> None:
    passages = cut(
        (("Number",), ("\u2612 3.NF.A.2 Number lines",)),
        (("Shapes",), ("\u2610 3.G.A.1 Kinds of shapes", "\u2610 I drew a square.")),
    )
    left = [p.text for p in passages if p.role is Role.BOILERPLATE]
    assert left == ["\u2610 3.G.A.1 Kinds of shapes"]


def test_where_nothing_is_ticked_nobody_has_filled_it_in() -> None:
    words, _ = meant("\u2610 3.NF.A.1 \u2610 3.NF.A.2", PLAN)
    assert words == f"\u2610 3.NF.A.1 \u2610 3.NF.A.2 {PLAN}"


@pytest.mark.parametrize(
    ("marks", "header"),
    [(("", "x", ""), "Taught"), (("no", "yes", "no"), "This week"), (("\u2610", "\u2714", ""), "\u2714")],
)
@pytest.mark.parametrize("first", [True, False])
def test_a_column_may_hold_what_is_ticked(marks: tuple[str, str, str], header: str, *, first: bool) -> None:
    codes = ("3.NF.A.1 Unit fractions", "3.NF.A.2 Number lines", "3.MD.A.1 Time")
    pairs = [("Standard", header), *zip(codes, marks, strict=True)]
    words, _ = meant(*(row(*(pair[::-1] if first else pair)) for pair in pairs))
    assert "3.NF.A.2" in words
    assert "3.NF.A.1" not in words
    assert "3.MD.A.1" not in words


def test_of_columns_for_units_one_that_is_ticked_is_enough() -> None:
    table = (
        row("Standard", "Unit 1", "Unit 2"),
        row("3.NF.A.1", "X", ""),
        row("3.NF.A.2", "", "X"),
        row("3.MD.A.1", "", ""),
    )
    passages = cut((("Map",), table))
    assert [p.text for p in passages if p.role is Role.BOILERPLATE and "3." in p.text] == ["3.MD.A.1 | |"]
    assert {p.role for p in passages if p.text.strip(" |") == "X"} <= {Role.BOILERPLATE}


def test_brackets_and_blanks_that_stand_before_no_code_are_no_boxes() -> None:
    lines = ("\u2612 I am done.", "Write ( ) or ___ for what is missing: 3 + ( ) = 5 and ___ + 2 = 9.")
    words, _ = meant(*lines)
    assert words == " ".join(lines)


def test_a_box_before_a_code_is_to_tick_whatever_sign_stands_before_it() -> None:
    passages = cut((("Unit",), ["Grade 3 - \u2610 3.NF.A.1 \u2612 3.MD.D.8"]))
    assert not [p for p in passages if "3.NF.A.1" in p.text and p.role is not Role.BOILERPLATE]
