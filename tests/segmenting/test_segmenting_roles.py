"""Roles: objective, task, assessment, note, mention, plan, boilerplate, from headings first and then from the text."""

from __future__ import annotations

import pytest
from segmented import cut, item, material, row

from curalign.domain.materials import Kind, Role
from curalign.segmenting import segment
from curalign.segmenting.roles import role_of_heading
from curalign.segmenting.vocabulary import FILLERS, PHRASES, STRONG

TEXT = "Pupils fold a strip of paper into parts of the same size."

HEADINGS = {
    Role.OBJECTIVE: """Objectives|Learning Objectives:|LEARNING TARGETS|Content and Language Objectives|SWBAT
        Students will be able to|I can statements|Unit Goals|2. Objectives|Essential Questions|Success criteria
        What children will be able to do|Lesson 3: Objectives|Learning Goals and Standards""",
    Role.TASK: """Activity|Activity 2: Sorting shapes|Launch (5 minutes)|Procedure|Explore|Guided Practice|Warm-Up
        Lesson 4: Adding tens|Lesson 4: Vocabulary|Lesson 2: Measurement Standards|Independent practice|Agenda|Task
        Session 2 - Looking at student work|Student Task Statement|3) Explain (10 minutes)|Lab 1""",
    Role.ASSESSMENT: """Assessment|Exit Ticket|Exit Ticket (5 min)|Quiz|Mid-Module Assessment|Unit 2 Test|Rubric
        Check for Understanding|End-of-Unit Assessment|Performance Task|Cool-down|Lesson 8: Mid Unit Assessment: Plot
        Formative assessments|Quiz Key""",
    Role.NOTE: """Teacher Notes|Notes for teachers|Background|Background Information|Materials|Materials Needed
        Vocabulary|Key Vocabulary|Differentiation|Prerequisites|Lesson Narrative|Overview|Unit overview
        Lesson 3 Materials|Materials & Resources|Resources and Materials|Instructional Resources
        Support for English Learners|Activity 1: Teacher Notes""",
    Role.MENTION: """Standards|Common Core State Standards|Standards Addressed|Alignment|Ohio's Learning Standards
        Standards for Mathematical Practice|References|Works Cited|Building On|NGSS|STANDARDS ALIGNED
        Texas Essential Knowledge and Skills|Florida B.E.S.T. Standards|New York State Next Generation Standards
        Georgia Standards of Excellence (GSE)|Virginia Standards of Learning|Kansas College and Career Ready Standards
        TEKS|North Carolina Standards""",
    Role.PLAN: """Scope and Sequence|Pacing Guide|Curriculum Map|Year at a Glance|Unit 3 Pacing""",
    Role.BOILERPLATE: """Contents|Table of Contents|Copyright|License|Acknowledgements|Photo credits""",
}
SILENT = """Fractions on a number line|Properties of Materials|Author's Purpose and Point of View|Unit 5: Time
    Natural Resources|Setting the Standard for Kindness|Chapter 3|Building Vocabulary with Poems|The Water Cycle
    Key points|Money|2|...|Natural Materials of Ohio|Texas and its Borders|Maine Lobsters"""


@pytest.mark.parametrize(
    ("heading", "role"),
    [(heading.strip(), role) for role, row in HEADINGS.items() for heading in row.replace("\n", "|").split("|")],
)
def test_a_heading_gives_its_role(heading: str, role: Role) -> None:
    assert role_of_heading(heading) is role
    assert role_of_heading(heading.upper()) is role


@pytest.mark.parametrize("heading", [heading.strip() for heading in SILENT.replace("\n", "|").split("|")])
def test_a_heading_about_the_subject_gives_none(heading: str) -> None:
    assert role_of_heading(heading) is None


@pytest.mark.parametrize(("role", "phrase"), [(role, phrase) for role, found in PHRASES.items() for phrase in found])
def test_every_phrase_of_the_vocabulary_works_as_it_stands(role: Role, phrase: str) -> None:
    assert role_of_heading(phrase) is role


def test_no_phrase_has_two_roles_and_weak_ones_are_told_from_fillers() -> None:
    phrases = [phrase for found in PHRASES.values() for phrase in found]
    assert len(phrases) == len(set(phrases))
    assert not {phrase for role, found in PHRASES.items() if role not in STRONG for phrase in found} & FILLERS


@pytest.mark.parametrize(
    ("headings", "role"),
    [
        (("Unit 1", "Objectives"), Role.OBJECTIVE),
        (("Standards", "Lesson 2: Thirds"), Role.TASK),
        (("Lesson 2: Thirds", "Materials"), Role.NOTE),
        (("Assessment", "Teacher Notes"), Role.NOTE),
        (("Pacing Guide", "Unit 2: Fractions"), Role.PLAN),
        (("Materials", "Paper and glue"), Role.NOTE),
        (("Number talks",), Role.TASK),
        ((), Role.TASK),
    ],
)
def test_the_inner_heading_beats_the_outer_and_prose_is_a_task(headings: tuple[str, ...], role: Role) -> None:
    assert [p.role for p in cut((headings, [TEXT]))] == [role]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Objective: add tens", Role.OBJECTIVE),
        ("Students will be able to add tens.", Role.OBJECTIVE),
        ("\u2022 I can add tens.", Role.OBJECTIVE),
        ("SWBAT add tens.", Role.OBJECTIVE),
        ("Exit ticket. Draw 6 vases with 3 flowers in each.", Role.ASSESSMENT),
        ("Materials: ruler, paper", Role.NOTE),
        ("Vocabulary \u2013 numerator, denominator", Role.NOTE),
        ("3.NF.A.1", Role.MENTION),
        ("Standards: 3.NF.A.1, 3.NF.A.2", Role.MENTION),
        ("2.NBT.B.7|2.NBT.B.8; MP3 and MP.6", Role.MENTION),
        ("MS-PS1-1, MS-PS1-2", Role.MENTION),
        ("RL.3.1 Ask and answer questions to show understanding of a text.", Role.MENTION),
        ("TEKS 112.39(c)(4)(B): Explore and recognize patterns.", Role.MENTION),
        ("Grade 2 Mathematics > Addition > Strategies for Adding", Role.MENTION),
        ("In this lesson 3.NF.A.1 is taught by folding strips of paper.", Role.TASK),
        ("Use 2.5 m of string for each of 3 groups.", Role.TASK),
        ("A) 12 B) 14 C) 15", Role.TASK),
        ("I cannot say.", Role.TASK),
    ],
)
def test_where_no_heading_speaks_the_text_does(text: str, role: Role) -> None:
    assert [p.role for p in cut((("Number talks",), [text]))] == [role]


def test_a_heading_is_heard_before_the_first_words_of_a_text() -> None:
    assert [p.role for p in cut((("Exit Ticket",), ["I can add tens."]))] == [Role.ASSESSMENT]
    assert [p.role for p in cut((("Assessment",), ["3.NF.A.1 Shade one half."]))] == [Role.ASSESSMENT]


def test_a_label_with_a_colon_speaks_for_the_list_under_it_and_no_further() -> None:
    passages = cut((("Lesson 1",), ["Materials:", item("ruler"), item("paper"), TEXT]))
    assert [(p.role, p.text) for p in passages] == [(Role.NOTE, "Materials: ruler paper"), (Role.TASK, TEXT)]


def test_or_else_for_the_one_paragraph_under_it() -> None:
    assert [p.role for p in cut((("Lesson 1",), ["Background:", TEXT, TEXT]))] == [Role.NOTE, Role.TASK]


def test_the_first_cell_of_a_row_is_its_label() -> None:
    rows = [row("Objective", "Add tens"), row("Materials", "ruler"), row("Exit ticket", "40 + 30"), row("Talk", TEXT)]
    roles = [p.role for p in cut((("Lesson 1",), rows))]
    assert roles == [Role.OBJECTIVE, Role.NOTE, Role.ASSESSMENT, Role.TASK]


def test_rows_of_a_pacing_table_are_plans() -> None:
    rows = [row("Pacing 2024"), row("Weeks", "Unit", "Standards", "Pupils will"), row("1-4", "Shares", "", "deal out")]
    assert {p.role for p in cut((("Grade 3",), rows[1:]))} == {Role.PLAN}
    assert cut((("Grade 3",), rows))[-1].role is Role.PLAN


def test_a_table_that_names_each_standard_once_lists_them_and_teaches_none() -> None:
    listed = [row(f"Creativity 1.{n}.1A", f"Pupils create artifact {n} for a purpose.") for n in range(25)]
    planned = [row(f"Lesson {n}", f"Pupils create artifact {n}.", f"1.{n // 2}.1A") for n in range(25)]
    assert {p.role for p in cut((("Sheet1",), listed))} == {Role.MENTION}
    assert Role.TASK in {p.role for p in cut((("Sheet1",), planned))}


def test_rows_of_an_agenda_are_tasks() -> None:
    rows = [row("Time", "Activity"), row("8:30", "Welcome"), row("9:00", "Sort the story problems")]
    assert {p.role for p in cut((("Workshop",), rows))} == {Role.TASK}


def test_a_first_heading_beside_others_does_not_weaken_them() -> None:
    plan = material((("Standards",), [TEXT]), (("Reading the fable",), [TEXT]), title="Standards")
    assert [p.role for p in segment([plan])] == [Role.MENTION, Role.TASK]


def test_a_title_speaks_where_no_heading_does() -> None:
    quiz = material(((), [TEXT]), title="Lesson 4 Quiz Key", kind=Kind.PD)
    assert [p.role for p in segment([quiz])] == [Role.ASSESSMENT]


WEAK = ("Overview", "Materials", "Background Information", "Standards Addressed", "Scope and Sequence")


@pytest.mark.parametrize("heading", WEAK)
def test_a_line_that_weakens_speaks_for_its_list_and_no_further(heading: str) -> None:
    weak, *others = [
        p for p in cut((("Unit 1",), [heading, item("one"), item("two"), TEXT, TEXT])) if p.text != heading
    ]
    assert weak.headings == ("Unit 1", heading)
    assert weak.role not in STRONG
    assert [(p.role, p.headings) for p in others] == [(Role.TASK, ("Unit 1",))]


@pytest.mark.parametrize("heading", WEAK)
def test_or_for_a_few_paragraphs_up_to_what_looks_like_a_heading(heading: str) -> None:
    passages = cut((("Unit 1",), [heading, TEXT, TEXT, "Sharing a strip fairly", TEXT]))
    assert [p.role in STRONG for p in passages if p.text != heading] == [False, True]


def test_it_never_swallows_pages() -> None:
    roles = [p.role for p in cut((("Unit 1",), ["Background Information", *[TEXT] * 60]))]
    assert Role.NOTE in roles
    assert roles.count(Role.TASK) >= roles.count(Role.NOTE)


def test_an_overview_over_half_a_document_is_its_title() -> None:
    lessons = [(("Overview", name), [TEXT] * 20) for name in ("Folding", "Cutting", "Sharing")]
    assert {p.role for p in cut((("Overview",), ["What comes in this unit."]), *lessons)} == {Role.NOTE, Role.TASK}
    assert {p.role for p in cut((("Overview", "Folding"), [TEXT]))} == {Role.NOTE}


@pytest.mark.parametrize(
    ("title", "role"), [("Genes: lab handouts and notes", Role.TASK), ("Teacher notes", Role.NOTE)]
)
def test_a_title_weakens_a_whole_unit_only_where_it_is_nothing_else(title: str, role: Role) -> None:
    unit = [material(*(((title, name), [TEXT] * 20) for name in ("A strand read twice", "Typos")), title=title)]
    assert {p.role for p in segment(unit)} == {role}


@pytest.mark.parametrize("opening", ["After this lesson, you will be able to...", "Los estudiantes podrán:", "SWBAT:"])
def test_an_opening_speaks_for_the_list_that_it_opens(opening: str) -> None:
    assert {p.role for p in cut((("Lesson 1",), [opening, item("fold a strip"), item("name a part")]))} == {
        Role.OBJECTIVE
    }
    lines = ["Students will be able to:", "fold a strip in four", "name one part of it", TEXT + " " + TEXT + " " + TEXT]
    assert [p.role for p in cut((("Lesson 1",), lines))] == [Role.OBJECTIVE, Role.TASK]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Materials/Resources: ruler, paper", Role.NOTE),
        ("Standards/Objectives: add tens", Role.OBJECTIVE),
        ("Do Now / Warm-up: count the tens", Role.TASK),
        ("Essential Question(s): Why do we regroup?", Role.OBJECTIVE),
        ("Ohio Learning Standards: 2.NBT.B.5", Role.MENTION),
        ("Objective:\tadd tens", Role.OBJECTIVE),
        ("Exit Ticket\tDraw 40 + 30.", Role.ASSESSMENT),
    ],
)
def test_labels_that_join_two_things_or_stand_before_a_tab(text: str, role: Role) -> None:
    assert [p.role for p in cut((("Number talks",), [text]))] == [role]


def test_bold_lines_of_a_plan_head_what_follows_each() -> None:
    lines = [
        "Learning Target",
        TEXT,
        "Hook",
        TEXT,
        "I Do",
        TEXT,
        "Materials Needed",
        "Paper.",
        "How will I know they got it?",
        TEXT,
    ]
    found = [(p.headings[-1], p.role) for p in cut((("Lesson 1",), lines)) if p.role is not Role.BOILERPLATE]
    assert found == [
        ("Learning Target", Role.OBJECTIVE),
        ("Hook", Role.TASK),
        ("I Do", Role.TASK),
        ("Materials Needed", Role.NOTE),
        ("How will I know they got it?", Role.ASSESSMENT),
    ]
