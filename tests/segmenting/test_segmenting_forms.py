"""Templates of districts as tables: labels that ask, labels above what they are of, stages, and heads of columns that ask."""

from __future__ import annotations

import pytest
from segmented import cut, row

from curalign.domain.materials import Block, Passage, Role

CUPS = "Pupils pour water from cups into a jug and tally how many cups it holds."
JUG = "Pupils will find how many cups fill a jug."
SLIP = "Write how many cups fill the bucket and how you know."


def said(*rows: Block, headings: tuple[str, ...] = ("Holding water",)) -> list[Passage]:
    """The passages of a table, but for the words of its headings."""
    return [p for p in cut((headings, rows)) if p.role is not Role.BOILERPLATE]


def role_of(passages: list[Passage], words: str) -> Role:
    """The role of the one passage that holds these words."""
    (found,) = [p for p in passages if words in p.text]
    return found.role


class TestLabelsOfForms:
    def test_labels_of_an_evaluation_framework_are_heard_with_what_they_ask(self) -> None:
        found = said(
            row("Component 1a: Knowledge of Content What standards does this lesson address?", "3.MD.A.2"),
            row("1c: Setting Instructional Outcomes What do you want pupils to learn?", JUG),
            row("1d: Demonstrating Knowledge of Resources", "cups, jugs, a bucket"),
            row("1e: Designing Coherent Instruction Briefly list the steps of the lesson.", CUPS),
            row("1f: Designing Student Assessments How will you measure the outcomes?", SLIP),
        )
        assert [p.role for p in found] == [Role.MENTION, Role.OBJECTIVE, Role.NOTE, Role.TASK, Role.ASSESSMENT]

    @pytest.mark.parametrize(
        ("label", "role"),
        [
            ("Learning Target: What will pupils know by the end of the lesson?", Role.OBJECTIVE),
            ("Look-fors", Role.ASSESSMENT),
            ("Talk Moves", Role.TASK),
            ("How will you differentiate instruction?", Role.NOTE),
        ],
    )
    def test_where_others_are_labels_one_that_asks_is_one_too(self, label: str, role: Role) -> None:
        found = said(row("Materials", "cups"), row("Procedure", CUPS), row(label, "water to the brim, in eight cups"))
        assert role_of(found, "brim") is role

    def test_names_beside_what_is_said_of_them_are_no_labels(self) -> None:
        names = ("Main points", "Evidence and reasoning", "Talk Moves", "Look-fors", "Volume")
        rows = [row("", "Clear", "Nearly clear")]
        rows += [row(name, "all of them are there", "most of them are there") for name in names]
        assert {p.role for p in said(*rows)} == {Role.TASK}
