"""Headings that no phrase tells: a model of their words speaks where it is sure, and stays silent about titles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from segmented import cut

from curalign.domain.materials import Role
from curalign.resources import models_folder
from curalign.segmenting.roles import heading_role, opening_role, role_of_heading
from curalign.segmenting.wordings import guess

TOLD = {
    Role.OBJECTIVE: "Goals Our Team Set for This Session|What our learners should understand by Friday|"
    "Outcomes we expect",
    Role.TASK: "Opening circle and quick share (10 min)|Students practice with a new partner|"
    "Closing discussion, whole group",
    Role.ASSESSMENT: "Evidence we will collect|How the poster will be graded|End-of-week quiz and scoring guide",
    Role.NOTE: "Equipment and handouts to get ready|Support for newcomers and multilingual learners|"
    "Teacher's notes to self",
    Role.MENTION: "State standards that this week addresses|Alignment with the national framework",
    Role.PLAN: "Pacing of the units, by quarter|Tentative calendar of units and weeks",
}
TITLES = """Materials and How They Bend|Setting the Table for Peace|The Standard Bearer
    Resources of the Arctic|Evidence in the Ashes|Support Beams and Bridges|Vocabulary of the Trees
    Calendars of the Maya
    Exploring Fractions|Practice Makes Perfect: The Story of Ida|Tools That Changed Farming|Reflections in a Pond"""


@pytest.mark.parametrize(
    ("heading", "role"), [(heading, role) for role, row in TOLD.items() for heading in row.split("|")]
)
def test_words_tell_a_heading_that_no_phrase_is(heading: str, role: Role) -> None:
    assert role_of_heading(heading) is role
    assert role_of_heading(f"3. {heading}") is role
    assert role_of_heading(heading.upper()) is role


@pytest.mark.parametrize("title", [title.strip() for title in TITLES.replace("\n", "|").split("|")])
def test_a_title_stays_silent(title: str) -> None:
    assert role_of_heading(title) is None


def test_a_lessons_title_is_the_lesson_whatever_its_words() -> None:
    assert role_of_heading("Lesson 4: Tools, supplies and prices in a gold rush") is Role.TASK
    assert role_of_heading("Session 2: The calendar of a beekeeper") is Role.TASK


@pytest.mark.parametrize("name", ["Week 3", "Unit", "Year", "Lesson", "Curriculum", "2024", "...", ""])
def test_what_only_names_a_part_says_nothing(name: str) -> None:
    assert role_of_heading(name) is None


@given(text=st.text(max_size=300), titled=st.booleans())
def test_any_text_has_a_guess_with_a_probability(text: str, titled: bool) -> None:
    assert 0.0 <= guess(text, titled).sure <= 1.0


def test_a_guessed_note_over_other_headings_is_soon_a_title() -> None:
    text = "Pupils fold a strip of paper into parts of the same size, and name each of them for a neighbour."
    guessed = "Equipment and handouts to get ready"
    lessons = [((guessed, name), [text] * 4) for name in ("Folding", "Halving", "Sharing")]
    assert {p.role for p in cut(*lessons)} == {Role.TASK}
    assert {p.role for p in cut(((guessed,), [text]))} == {Role.NOTE}


def test_what_is_only_guessed_to_teach_does_not_speak_against_a_note_above_it() -> None:
    guessed = "Opening circle and quick share"
    assert heading_role(("Teacher Notes", guessed)) is Role.NOTE
    assert heading_role(("Assessment", guessed)) is Role.TASK
    assert heading_role(("Teacher Notes", "Procedure", guessed)) is Role.TASK


def test_the_table_of_weights_stays_small_enough_to_read() -> None:
    assert (models_folder() / "headings" / "headings.json").stat().st_size < 450_000


OPENS = """By the end of the institute, coaches will have a plan.|After completing this module, you can debug a loop.
    Given a ruler, students will measure an inch.|With 90% accuracy, the student will name letters.
    Teachers will walk away with two routines.|LI: to use commas|I understand how plants grow.
    2) The student will add tens.|Students who finish this unit will be able to graph.
    Hoy aprenderemos a medir.|Our goal today is to compare two texts.
    All learners will be able to label a map.|You'll learn to sew a button.
    Know how a bill becomes a law.|Demonstrate sound knowledge of lab safety.|Writers will be able to vary verbs.
    Al terminar esta unidad, el alumno podrá restar."""
OPENS_NONE = """Students will fold a strip of paper in four.|After lunch, we will go outside.
    By Friday, students will hand in a poster.|On the carpet, children will sing.
    I know a bank where thyme blows.|When the bell rings, students should line up.
    In this activity, students will cut out shapes.|Given a map, find the river.|The goal posts are white.
    Demonstrate the dance for a partner.|Knowing is half of it."""


@pytest.mark.parametrize("text", [text.strip() for text in OPENS.replace("\n", "|").split("|")])
def test_who_will_learn_what_opens_an_objective(text: str) -> None:
    assert opening_role(text) is Role.OBJECTIVE


@pytest.mark.parametrize("text", [text.strip() for text in OPENS_NONE.replace("\n", "|").split("|")])
def test_what_is_only_done_opens_none(text: str) -> None:
    assert opening_role(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "HS-LS1-1. We fold the paper strips as students do and ask what the model hides: which letters does the cell "
        "read, and who says where to stop?",
        "4.NF.B.3, all parts. Twelve minutes with the strips, then your table writes down what pupils will say when "
        "two thirds and three fourths are added.",
    ],
)
def test_a_code_before_what_we_do_makes_it_no_list(text: str) -> None:
    assert opening_role(text) is not Role.MENTION


@pytest.mark.parametrize(
    "text",
    [
        "4.NF.B.3 Understand a fraction with a numerator greater than 1 as a sum of unit fractions, and decompose it "
        "in more than one way, recording each decomposition by an equation.",
        "HS-LS1-1. Construct an explanation of how the structure of DNA determines that of proteins. [Clarification "
        "Statement: Emphasis is on systems of cells that help us carry out the essential functions of life.]",
        "RL.4.1 We did this in fall.",
    ],
)
def test_a_code_before_its_wording_makes_it_a_mention(text: str) -> None:
    assert opening_role(text) is Role.MENTION
