"""Templates of districts as tables: labels and columns that ask, labels above what they are of, and stages."""

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


class TestHeads:
    def test_a_row_that_divides_columns_names_them_whatever_it_is_called(self) -> None:
        found = said(
            row("Lesson", "Standards", "Instruction", "", "Assessment", ""),
            row("", "", "Teacher", "Small teams", "Along the way", "At the end"),
            row("4", "3.MD.A.2", "Pour two cups slowly and count aloud.", CUPS, SLIP, "Unit test, items 2 to 6"),
        )
        assert not [p for p in found if "Small teams" in p.text]
        assert [p.role for p in found] == [Role.CLAIM, Role.TASK, Role.ASSESSMENT]
        assert CUPS in found[1].text

    def test_a_first_row_of_cells_is_not_taken_for_a_part_of_the_head(self) -> None:
        found = said(
            row("Standard", "Activity", "", "Assessment"),
            row("", "Fill a jug.", "Fill a tub.", ""),
            row("", CUPS, "", SLIP),
        )
        assert role_of(found, "Fill a tub") is Role.TASK

    def test_what_is_done_on_the_days_of_a_week_is_no_pacing_guide(self) -> None:
        found = said(
            row("Teacher: Smith", "Week: 9", "Subject: Math"),
            row("Day", "Standard", "Focus of the lesson"),
            row("Mon", "3.MD.A.2", CUPS),
            row("Tue", "3.MD.A.2", "Pupils weigh stones with a balance and put them in order."),
        )
        assert role_of(found, CUPS).teaches
        assert role_of(found, "Smith") is Role.NOTE

    def test_topics_of_the_days_of_a_week_are_a_pacing_guide(self) -> None:
        found = said(
            row("Day", "Standard", "Focus"), row("Mon", "3.MD.A.2", "Cups in a jug"), row("Tue", "3.MD.A.2", "Stones")
        )
        assert {p.role for p in found} == {Role.PLAN}

    def test_columns_that_ask_are_named_by_what_they_ask(self) -> None:
        found = said(
            row(
                "What do we want pupils to know and be able to do?",
                "How will they learn it?",
                "How will we know that they have learned it?",
                "How will we respond when they have not learned it?",
            ),
            row("Find how many cups fill a jug", CUPS, SLIP, "Count the cups with a partner and a number line"),
        )
        assert [p.role for p in found] == [Role.OBJECTIVE, Role.TASK, Role.ASSESSMENT, Role.NOTE]


class TestStages:
    def test_a_stage_of_a_form_heads_what_stands_below_it(self) -> None:
        found = said(
            row("Stage 1 - Desired Results"),
            row("Understandings\nPupils will understand that a jug holds several cups.", "Why do we measure?"),
            row("Stage 2 - Evidence"),
            row("Neat drawings and true numbers in every row", "A page that shows how many cups fill the bucket."),
            row("Stage 3 - Learning Plan"),
            row("Summary of Key Learning Events"),
            row(CUPS),
        )
        assert role_of(found, "several cups") is Role.OBJECTIVE
        assert role_of(found, "Neat drawings") is Role.ASSESSMENT
        assert role_of(found, CUPS) is Role.TASK
        assert found[0].headings == ("Holding water", "Stage 1 - Desired Results")

    def test_a_label_on_the_first_line_of_a_cell_speaks_for_what_stands_below_it(self) -> None:
        found = said(
            row(f"Objectives\n{JUG}", f"Materials\ncups, jugs and a bucket\nProcedure\n{CUPS}"), row("", "Tidy.")
        )
        assert role_of(found, JUG) is Role.OBJECTIVE
        assert role_of(found, "a bucket") is Role.NOTE
        assert role_of(found, CUPS) is Role.TASK

    def test_a_line_that_is_no_label_runs_on(self) -> None:
        (found,) = said(row("Fill the jug\nand count the cups", "Weigh it"), row("Draw it", "Say it"))
        assert "Fill the jug and count the cups" in found.text

    def test_a_row_without_words_breaks_no_form(self) -> None:
        found = said(row("", ""), row("Standards", "3.MD.A.2"), row("Date", "9/3"), row("Room", "12"))
        assert [p.text for p in found] == ["Standards | 3.MD.A.2"]

    def test_tables_side_by_side_are_read_one_after_the_other(self) -> None:
        found = said(
            row("Week", "Standard", "Activity", "", "Week", "Topic", "Lab"),
            row("1", "3.MD.A.2", CUPS, "", "1", "Soil", "Shake soil in a jar and draw its layers."),
            row("2", "3.MD.A.2", "Weigh stones with a balance and put them in order.", "", "2", "Water"),
        )
        assert [p.text for p in found if p.role is Role.TASK][:2] == [
            CUPS,
            "Weigh stones with a balance and put them in order.",
        ]
        assert role_of(found, "Shake soil") is Role.TASK
        assert [p.headings[1:] for p in found if CUPS in p.text] == [("Week 1",)]
        assert [p.headings[1:] for p in found if "Shake soil" in p.text] == [("Week 1", "Soil")]

    def test_words_below_a_column_of_standards_are_none_of_them(self) -> None:
        found = said(
            row("Standards", "Objectives", "Activities"),
            row("3.MD.A.2", JUG, CUPS),
            row("Wash the jugs with warm water before the next class."),
        )
        assert role_of(found, "Wash the jugs") is Role.TASK
