"""Passages: how long they are, where they stand, and that nothing is lost or said twice."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from segmented import cut, item, material, row, without_spaces

from curalign.domain.materials import Block, Form, Kind, Material, Role, Section, Spot
from curalign.errors import SettingsError
from curalign.segmenting import segment
from curalign.settings import SegmentingSettings

SENTENCE = "Pupils fold a strip of paper into parts of the same size and name each part."

written = st.sampled_from(
    [
        *("Objectives", "Materials:", "Lesson 4: Adding tens", "Day 3", "3.NF.A.1, 2", "I can count.", "Page 3 of 9"),
        *("Contents", "Count the beans. Then share them!", "Mr. Lee has 3.5 kg of rice.", "1", "  ", "Standards: 2.OA"),
        *("Week | Unit | Standards", "Overview . . . . . . 3", SENTENCE, " ".join([SENTENCE] * 30), "x" * 3000),
        *(
            "שלום עולם. עוד משפט.",
            "e\u0301 \u202eabc. \ud800 Next.",
            "你好。" * 400,
            "Launch (5 minutes)",
            "> a > b > c",
        ),
    ]
)
blocks = st.builds(
    Block,
    written | st.text(max_size=80),
    st.sampled_from(Form),
    st.builds(Spot, page=st.none() | st.integers(1, 3), line=st.none() | st.integers(1, 99)),
)
sections = st.builds(
    Section,
    st.lists(st.sampled_from(["Unit 2", "Lesson 1: Halves", "Materials", "Contents", "Exit Ticket"]), max_size=3).map(
        tuple
    ),
    st.lists(blocks, max_size=12).map(tuple),
)
documents = st.builds(
    lambda number, made: Material(f"{number}.docx", Kind.UNIT, "A unit", tuple(made)),
    st.integers(0, 10**6),
    st.lists(sections, max_size=4),
)


@given(st.lists(documents, max_size=5, unique_by=lambda m: m.path), st.integers(1, 60))
@settings(deadline=None, max_examples=150)
def test_passages_are_all_the_words_of_their_document_in_order(made: list[Material], words: int) -> None:
    passages = segment(made, SegmentingSettings(words=words))
    for one in made:
        text = "".join(block.text for section in one.sections for block in section.blocks)
        assert "".join(without_spaces(p.text) for p in passages if p.material is one) == without_spaces(text)
    order = [made.index(passage.material) for passage in passages]
    assert order == sorted(order)


@given(documents)
@settings(deadline=None, max_examples=50)
def test_every_passage_keeps_its_place_and_says_something(one: Material) -> None:
    starts = {block.spot for section in one.sections for block in section.blocks}
    paths = {section.headings for section in one.sections}
    for passage in segment([one]):
        assert passage.text.strip()
        assert passage.place.spot in starts
        assert any(passage.headings[: len(path)] == path for path in paths)


@given(st.lists(documents, max_size=4, unique_by=lambda m: m.path))
@settings(deadline=None, max_examples=30)
def test_the_same_documents_give_the_same_passages(made: list[Material]) -> None:
    assert segment(made) == segment(made)


def test_a_short_section_is_one_passage_with_its_heading_path() -> None:
    passages = cut((("Unit 2", "Lesson 1: Halves"), [SENTENCE, SENTENCE]), (("Unit 2", "Lesson 2: Thirds"), [SENTENCE]))
    assert [p.headings for p in passages] == [("Unit 2", "Lesson 1: Halves"), ("Unit 2", "Lesson 2: Thirds")]
    assert passages[0].text == f"{SENTENCE} {SENTENCE}"
    assert str(passages[1].place) == "Unit 2 > Lesson 2: Thirds, line 3"


def test_a_long_section_is_cut_at_sentence_ends_into_passages_of_about_the_wished_length() -> None:
    passages = cut((("Lesson 1",), [" ".join([SENTENCE] * 40)]), words=100)
    assert len(passages) == 6
    for passage in passages:
        assert passage.text.endswith(".")
        assert 75 <= len(passage.text.split()) <= 125


def test_the_second_passage_of_a_section_cites_the_line_of_its_own_first_block() -> None:
    passages = cut((("Lesson 1",), [" ".join([SENTENCE] * 5), " ".join([SENTENCE] * 5)]), words=75)
    assert [p.place.spot.line for p in passages] == [1, 2]


def test_a_sentence_is_never_cut_unless_it_is_monstrous() -> None:
    whole = cut((("Lesson 1",), [" ".join(["word"] * 40) + ". Short one. " + SENTENCE]), words=30)
    assert whole[0].text == " ".join(["word"] * 40) + "."
    monstrous = cut((("Lesson 1",), [" ".join(["word"] * 400)]), words=30)
    assert max(len(p.text.split()) for p in monstrous) <= 45


def test_a_line_of_millions_of_letters_is_cut_too() -> None:
    passages = cut((("Lesson 1",), ["x" * 2_000_000]))
    assert max(len(p.text) for p in passages) < 5_000
    assert sum(p.text.count("x") for p in passages) == 2_000_000


def test_list_items_stay_with_their_introduction() -> None:
    items = [item(f"{SENTENCE} This is number {n}.") for n in range(12)]
    passages = cut((("Lesson 1",), [" ".join([SENTENCE] * 6), "In stations, children do this:", *items]), words=100)
    assert not any(p.text.endswith(":") for p in passages)


def test_a_long_table_row_speaks_for_itself_and_short_ones_go_together() -> None:
    long = row("1", " ".join([SENTENCE] * 2))
    passages = cut((("Stations",), [row("A", "beans"), row("B", "tiles"), long, long]))
    assert [p.text[:9] for p in passages] == ["A | beans", "1 | Pupil", "1 | Pupil"]


def test_a_blank_material_and_no_material_give_nothing() -> None:
    assert segment([]) == ()
    assert segment([material(((), ["", " \n "]))]) == ()


def test_progress_counts_documents() -> None:
    seen: list[tuple[str, int, int]] = []
    made = [material(((), [SENTENCE]), path=f"{n}.md") for n in range(3)]
    segment(made, progress=lambda stage, done, total: seen.append((stage, done, total)))
    assert seen == [("Segmenting", 1, 3), ("Segmenting", 2, 3), ("Segmenting", 3, 3)]


class TestHeadingsInDisguise:
    """A PDF or an old Word file has headings that are only short paragraphs."""

    def test_a_numbered_lesson_starts_a_passage_and_a_path(self) -> None:
        passages = cut(
            (("Fractions",), ["Lesson 1: Halves", SENTENCE, "LESSON 2 \u2013 Thirds", "Day 3", SENTENCE, SENTENCE])
        )
        taught = [p for p in passages if p.role is not Role.BOILERPLATE]
        assert [p.headings for p in taught] == [
            ("Fractions", "Lesson 1: Halves"),
            ("Fractions", "LESSON 2 \u2013 Thirds", "Day 3"),
        ]

    def test_units_hold_lessons_and_lessons_hold_objectives(self) -> None:
        passages = cut(
            ((), ["Unit 1: Parts", "Lesson 1: Halves", "Objectives", "Name one half.", "Lesson 2: Thirds", SENTENCE])
        )
        paths = {p.headings: p.role for p in passages if p.headings}
        assert paths == {
            ("Unit 1: Parts", "Lesson 1: Halves", "Objectives"): Role.OBJECTIVE,
            ("Unit 1: Parts", "Lesson 2: Thirds"): Role.TASK,
        }

    def test_its_own_words_are_boilerplate_since_they_are_in_the_path_already(self) -> None:
        passages = cut(((), ["Lesson 1: Halves", SENTENCE]))
        assert [(p.role, p.text) for p in passages] == [
            (Role.BOILERPLATE, "Lesson 1: Halves"),
            (Role.TASK, SENTENCE),
        ]

    def test_with_nothing_under_it_a_task_is_text_and_a_lesson_is_an_entry_of_a_list(self) -> None:
        assert [p.role for p in cut(((), ["Task 1: Add 3/4 and 1/8", "Task 2: Add 1/2 and 1/3"]))] == [Role.TASK]
        assert [p.role for p in cut(((), ["Lesson 1: Halves", "Lesson 2: Thirds"]))] == [Role.MENTION]

    @pytest.mark.parametrize(
        "text",
        [
            "Lesson 3 of the old book was better, so we kept what was good in it and left out all the rest of it.",
            "Day 3 was rainy",
            "Lessons are fun",
            "Unit 4, in which",
            "materials",
            "Day 9. Ours. Mayor, council, courts; the same three questions",
            "Lesson 12. Museum. Visitors draw two cards for each model.",
            "Lesson 7. Merchant, nun, serf: who fits the arrows? Readings, short.",
        ],
    )
    def test_prose_is_no_heading(self, text: str) -> None:
        assert all(p.headings == () for p in cut(((), [text, SENTENCE])))

    @pytest.mark.parametrize(
        "text",
        [
            "Lesson 4: Mrs. Ortega and the Weight of Every Stone",
            "Lesson 5: Snow! What Is It and Where Does It Go?",
            "Unit 2: U.S. History from the Treaty to the Railroad",
            "Day 3. Add. Subtract. Repeat.",
            "Lesson 3: Fractions. Equal parts of one whole",
            "Session 3: St. Louis. Maps of the river and town",
        ],
    )
    def test_a_title_with_full_stops_in_it_is_a_heading(self, text: str) -> None:
        assert any(p.headings for p in cut(((), [text, SENTENCE])))


class TestPipeline:
    def test_one_that_is_not_installed_is_an_error_that_names_the_setting(self) -> None:
        with pytest.raises(SettingsError, match=r"segmenting\.pipeline.*'en_core_web_huge' is not installed"):
            segment([], SegmentingSettings(pipeline="en_core_web_huge"))

    def test_a_package_that_is_no_pipeline_is_an_error_too(self) -> None:
        with pytest.raises(SettingsError, match="cannot load 'colorsys'"):
            segment([material(((), [" ".join([SENTENCE] * 40)]))], SegmentingSettings(pipeline="colorsys"))

    def test_a_folder_with_a_pipeline_is_used(self, tmp_path: object) -> None:
        import spacy

        blank = spacy.blank("en")
        blank.to_disk(f"{tmp_path}/ours")
        passages = segment(
            [material(((), [" ".join([SENTENCE] * 40)]))], SegmentingSettings(pipeline=f"{tmp_path}/ours")
        )
        assert len(passages) == 5
        assert all(p.text.endswith(".") for p in passages)


def test_short_lessons_are_segmented_without_loading_spacy() -> None:
    script = (
        "import sys; from curalign.domain.materials import *;"
        "from curalign.segmenting import find_unjudgeable, segment;"
        "m = Material('a.docx', Kind.UNIT, 'a', (Section(('Lesson 1',), (Block('Pupils count. ' * 20),)),))\n"
        "find_unjudgeable([m], segment([m])); sys.exit('spacy' in sys.modules or 'torch' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


@pytest.mark.parametrize(
    "marks",
    [
        ("Mon.", "Tue.", "Wed."),
        ("Lesson 1, strips.", "Lesson 2, squares.", "Lesson 3, both."),
        ("Day 4.", "Days 5 and 6.", "Day 7:"),
        ("Lunes:", "Martes:", "Miércoles:"),
        ("Mon 9/8", "Tue. and Wed.", "Thursday, September 11:"),
        ("Lesson 4.1 Halves.", "Lesson 4.2 Thirds.", "Session II."),
    ],
)
def test_a_paragraph_that_begins_a_lesson_begins_a_passage(marks: tuple[str, ...]) -> None:
    """Cut by length alone, a passage would hold the end of one lesson and half of the next."""
    lessons = [f"{mark} {' '.join([SENTENCE] * n)}" for mark, n in zip(marks, (3, 5, 3), strict=True)]
    assert [passage.text for passage in cut((("Week 1",), lessons), words=60)] == lessons


def test_lessons_of_a_few_words_stay_together() -> None:
    lessons = [f"Day {n}. {SENTENCE}" for n in range(1, 5)]
    assert [passage.text for passage in cut((("Week 1",), lessons), words=120)] == [" ".join(lessons)]


def test_what_announces_a_lesson_goes_with_it() -> None:
    first, second = f"Day 1. {' '.join([SENTENCE] * 4)}", f"Day 2. {' '.join([SENTENCE] * 4)}"
    found = [
        passage.text
        for passage in cut((("Unit",), [first, "then, with the other half of the class", second]), words=60)
    ]
    assert found == [first, f"then, with the other half of the class {second}"]


@pytest.mark.parametrize(
    "begins",
    [
        *("Monday mornings are slow, so", "The day 4 quiz is", "Class rules say that", "1.2", "Thu Nguyen asks:"),
        *(
            "Period 2 has Ida:",
            "Class I levers:",
            "Day 3 of the siege:",
            "Friday, if there is time,",
            "Lesson 4.NF.A.1 is",
        ),
    ],
)
def test_what_only_sounds_like_the_beginning_of_a_lesson_begins_none(begins: str) -> None:
    paragraphs = [f"{SENTENCE} {SENTENCE}", f"{begins} {SENTENCE} {SENTENCE}"]
    assert [passage.text for passage in cut((("Week 1",), paragraphs), words=60)] == [" ".join(paragraphs)]
