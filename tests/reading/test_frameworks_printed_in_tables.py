"""Standards as matrices of grades, beside their anchors, with numbers of lists, and with columns of other numbers."""

from __future__ import annotations

from collections.abc import Sequence

from curalign.domain.materials import Block, Form, Section, Spot
from curalign.reading.frameworks.publication import Entry
from curalign.reading.frameworks.published import CONFIDENCE, STRAND, Published, find_published

WORDS = (
    "Sort stones by size and by colour.",
    "Name the parts of a plant.",
    "Draw the shadow of a stick at noon.",
    "Tell which of two sounds is louder.",
    "Keep a record of the weather for a week.",
    "Show how water changes a slope.",
)


def published(*blocks: str | Sequence[str], headings: tuple[str, ...] = ()) -> Published:
    """What is found in paragraphs, and in rows of cells."""
    made = [
        Block(block, spot=Spot(page=1)) if isinstance(block, str) else Block(" | ".join(block), Form.ROW, Spot(page=1))
        for block in blocks
    ]
    return find_published([Section(headings, tuple(made))])


def entries(found: Published) -> dict[str, Entry]:
    return {entry.code: entry for entry in found.publication.entries}


def test_a_column_for_each_band_of_grades_gives_them_and_the_row_its_strand() -> None:
    strands = ("Matter", "Life", "Light", "Sound")
    rows = [
        (strand, f"1A-{strand[:2].upper()}-0{n} {WORDS[n]}", f"2-{strand[:2].upper()}-0{n} {WORDS[n - 1]}")
        for n, strand in enumerate(strands, 1)
    ]
    found = entries(published(("Concept", "K-2", "6-8"), *rows))
    assert set(found["1A-MA-01"].grades) == {"K", "1", "2"}
    assert set(found["2-SO-04"].grades) == {"6", "7", "8"}
    assert found["2-SO-04"].extra[STRAND] == "Sound"


def test_what_stands_beside_codes_in_a_matrix_is_told_as_left_out() -> None:
    rows = [(f"1.R.{n} {WORDS[n]}", f"2.R.{n} {WORDS[n - 1]}", f"Write {n} pages about it.") for n in (1, 2, 3)]
    found = published(("Grade 1", "Grade 2", "Task"), *rows)
    assert len(entries(found)) == 6
    assert "Write 2 pages about it." in [each.text for each in found.left_out]


def test_the_code_with_which_a_statement_begins_is_its_own_and_not_its_anchor() -> None:
    rows = [("Ideas", f"RL.{n}", f"RL.K.{n}: {WORDS[n]}") for n in range(1, 6)]
    found = entries(published(("Big Idea", "Anchor", "Kindergarten Expectation"), *rows))
    assert {code: entry.statement for code, entry in found.items()} == {f"RL.K.{n}": WORDS[n] for n in range(1, 6)}


def test_numbers_of_a_list_are_no_words_of_statements_whose_codes_stand_behind() -> None:
    found = entries(published(*(f"{n}. {text[:-1]} (SC.3.1.{n})" for n, text in enumerate(WORDS, 1))))
    assert [entry.statement for entry in found.values()] == [text[:-1] for text in WORDS]


def test_a_numbered_list_below_a_numbered_standard_is_counted_below_it() -> None:
    sections = [
        Section(("Grade 4 Health", f"Standard {at}: {name}"), tuple(
            Block(f"{n}. {text}", Form.ITEM, Spot(page=1)) for n, text in enumerate(WORDS[2 * at - 2 : 2 * at], 1)
        ))
        for at, name in enumerate(("Food", "Safety", "Growth"), 1)
    ]  # fmt: skip
    found = entries(find_published(sections))
    assert {code: entry.statement for code, entry in found.items() if entry.parents} == {
        f"{at}.{n}": WORDS[2 * at + n - 3] for at in (1, 2, 3) for n in (1, 2)
    }
    assert found["2.1"].extra[CONFIDENCE] == "medium"


def test_a_column_of_numbers_with_a_name_of_its_own_states_no_grades() -> None:
    rows = [("Reading", f"3.R.{n}", WORDS[n], "2") for n in range(1, 6)]
    found = entries(published("Updated 2025", ("Strand", "Std #", "The pupil will", "DOK"), *rows))
    assert {entry.grades for entry in found.values()} == {("3",)}
    assert {entry.extra[STRAND] for entry in found.values()} == {"Reading"}
    assert found["3.R.1"].extra["DOK"] == "2"


def test_a_grade_that_is_merged_over_rows_is_that_of_each() -> None:
    rows = [(grade if n == 1 else "", f"{grade}.1.1.{n}", WORDS[n]) for grade in ("3", "4") for n in (1, 2, 3)]
    found = entries(published(("Grade", "No.", "Benchmark"), *rows, headings=("Science K-12",)))
    assert {code: entry.grades for code, entry in found.items()} == {code: (code[0],) for _, code, _ in rows}


def test_a_list_in_a_cell_is_standards_below_its_code() -> None:
    rows = [(f"3.E.{n}", f"{WORDS[n]} a. {WORDS[n + 1]} b. {WORDS[n + 2]}") for n in (1, 2, 3)]
    found = entries(published(("Code", "Standard"), *rows))
    assert found["3.E.2"].statement == WORDS[2]
    assert found["3.E.2.b"].statement == WORDS[4]
    assert found["3.E.2.b"].parents[:1] == ("3.E.2",)


def test_what_is_printed_below_each_code_does_not_end_it_and_codes_in_brackets_are_other_ones() -> None:
    lines: list[str] = []
    for n in range(1, 5):
        lines += [f"Grade Level Expectation: SC.3.1.{n} Matter has properties.", "Evidence Outcomes", "Pupils can:"]
        lines += [f"a. {WORDS[n]} (NGSS: 2.PS.{n}.1)", f"b. {WORDS[n - 1]} (NGSS: 2.PS.{n}.2)"]
    found = published(*lines)
    assert [*entries(found)] == [f"SC.3.1.{n}{part}" for n in range(1, 5) for part in ("", ".a", ".b")]
    assert entries(found)["SC.3.1.2.b"].statement == f"{WORDS[1]} (NGSS: 2.PS.2.2)"


def test_a_list_of_codes_is_numbered_by_them() -> None:
    found = entries(published(*(f"{n}. 2.N.{n} - {text}" for n, text in enumerate(WORDS, 1))))
    assert {code: entry.statement for code, entry in found.items()} == {
        f"2.N.{n}": text for n, text in enumerate(WORDS, 1)
    }


def test_headings_of_an_outline_count_as_its_lists_do() -> None:
    sections = [
        Section(("Art, Grades 6-8", f"{mark}. {name}"), tuple(
            Block(f"{letter}. {text}", spot=Spot(page=1)) for letter, text in zip("AB", WORDS[at : at + 2], strict=True)
        ))
        for at, (mark, name) in enumerate((("I", "MAKE"), ("II", "SHOW"), ("III", "JUDGE")))
    ]  # fmt: skip
    found = entries(find_published(sections))
    assert [*found] == [f"{mark}{letter}" for mark in ("I", "II", "III") for letter in ("", ".A", ".B")]
    assert found["III.B"].parents == ("III",)


def test_roman_numbers_count_below_letters() -> None:
    lines = ["(1) Matter. The pupil is expected to:"]
    for letter, at in (("A", 0), ("B", 3)):
        lines += [f"({letter}) {WORDS[at]}", f"(i) {WORDS[at + 1]}", f"(ii) {WORDS[at + 2]}"]
    found = entries(published(*lines, headings=("\u00a7112.26. Grade 6",)))
    assert found["112.26(1)(B)(ii)"].statement == WORDS[5]
    assert len(found) == 7
