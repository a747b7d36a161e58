"""Boilerplate: what belongs to the page is returned, so that nothing is lost, but is marked as no evidence."""

from __future__ import annotations

from time import process_time

import pytest
from segmented import cut, item, material, row

from curalign.domain.materials import Block, Role, Section, Spot
from curalign.segmenting import segment

TEXT = "Pupils fold a strip of paper into parts of the same size and compare them, number {}."


def boilerplate(*materials: object) -> list[str]:
    return [p.text for p in segment(materials) if p.role is Role.BOILERPLATE]  # type: ignore[arg-type]


def paged(*pages: tuple[str, ...], path: str = "unit.pdf") -> object:
    blocks = [Block(text, spot=Spot(page=n)) for n, page in enumerate(pages, 1) for text in page]
    made = material(path=path)
    return type(made)(path, made.kind, made.title, (Section((), tuple(blocks)),))


@pytest.mark.parametrize(
    "text",
    [
        "Page 3 of 12",
        "- page 4 -",
        "Overview . . . . . . . . . . 2",
        "Lesson 1: Halves ........ 14",
        "\u00a9 2024 Maple Valley School District",
        "Copyright 2019 by the authors. All rights reserved.",
        "This work is licensed under a Creative Commons Attribution 4.0 License.",
        "Click or tap here to enter text.",
        "Choose an item.",
    ],
)
def test_a_line_that_is_none_of_the_teaching(text: str) -> None:
    assert [p.role for p in cut((("Lesson 1",), [text]))] == [Role.BOILERPLATE]


@pytest.mark.parametrize(
    "text",
    [
        "Pupils discuss what copyright and fair use mean for their posters.",
        "Turn to page 3 of the booklet.",
        "3 + 4 = 7",
        "Wait... 3 of you can share.",
        "Click here to enter the game and choose an item.",
        "Fill in: 6 x ____ = 48",
    ],
)
def test_a_line_that_only_looks_so(text: str) -> None:
    assert [p.role for p in cut((("Lesson 1",), [text]))] == [Role.TASK]


def test_running_heads_and_feet_of_a_document_with_pages() -> None:
    pages = [("Maple Valley Math", TEXT.format(n), f"Grade 3 Unit 2 page {n}", str(n)) for n in range(1, 5)]
    assert boilerplate(paged(*pages))[:2] == ["Maple Valley Math", "Grade 3 Unit 2 page 1 1 Maple Valley Math"]
    taught = [p.text for p in segment([paged(*pages)]) if p.role is not Role.BOILERPLATE]  # type: ignore[list-item]
    assert taught == [TEXT.format(n) for n in range(1, 5)]


def test_a_running_head_that_cites_a_standard_is_a_mention() -> None:
    pages = [("Grade 3 | Unit 2 | 3.NF.A.1", "Maple Valley Math", TEXT.format(n)) for n in range(1, 5)]
    roles = {p.text: p.role for p in segment([paged(*pages)])}  # type: ignore[list-item]
    assert roles["Grade 3 | Unit 2 | 3.NF.A.1"] is Role.MENTION
    assert roles["Maple Valley Math"] is Role.BOILERPLATE
    assert roles[TEXT.format(1)] is Role.TASK


def test_a_bare_number_within_a_page_is_not_a_page_number() -> None:
    page = ("Count on.", "Write it.", "Say it.", "14", "Draw it.", "Share it.", "Keep it.")
    assert boilerplate(paged(page)) == []


def test_the_same_short_line_at_the_end_of_most_documents() -> None:
    made = [material(((), [TEXT.format(n), "River School, keep out of the rain"]), path=f"{n}.docx") for n in range(5)]
    assert boilerplate(*made) == ["River School, keep out of the rain"] * 5


def test_labels_and_headings_may_repeat_because_they_mean_something() -> None:
    made = [material(((), ["Objectives", TEXT.format(n), "Exit ticket:"]), path=f"{n}.docx") for n in range(6)]
    roles = {p.text: p.role for p in segment(made)}
    assert roles[TEXT.format(0)] is Role.OBJECTIVE
    assert roles["Exit ticket:"] is Role.ASSESSMENT


def test_a_line_that_repeats_in_two_documents_is_no_boilerplate() -> None:
    made = [material(((), ["Talk with a partner.", TEXT.format(n)]), path=f"{n}.docx") for n in range(2)]
    assert boilerplate(*made) == []


def test_entries_of_a_table_of_contents_without_leaders() -> None:
    made = material(
        (("Unit 1",), ["Contents", "Overview 1", "Lesson 1: Eggs 2"]),
        (("Unit 1", "Overview"), [TEXT.format(1)]),
        (("Unit 1", "Lesson 1: Eggs"), [TEXT.format(2)]),
    )
    assert boilerplate(made) == ["Contents Overview 1 Lesson 1: Eggs 2"]


def test_all_under_a_contents_heading() -> None:
    assert {p.role for p in cut((("Contents",), ["Objectives: see below", item("Lesson 1")]))} == {Role.BOILERPLATE}


def test_a_long_table_of_numbers_and_names_is_data_and_not_teaching() -> None:
    data = [row(f"Town {n}", str(n * 17), "yes") for n in range(300)]
    plan = [row(f"Week {n}", f"Pupils measure the rain for {n} days and draw a graph of it") for n in range(100)]
    assert {p.role for p in cut((("Sheet1",), data))} == {Role.BOILERPLATE}
    assert {p.role for p in cut((("Sheet1",), plan))} == {Role.TASK}


def test_a_table_of_products_with_wordy_names_is_data() -> None:
    data = [row(f"Engine {n}: 2.{n} litres, 6 cylinders, {n + 100} hp, 4 gears", "petrol") for n in range(100)]
    assert {p.role for p in cut((("Sheet1",), data))} == {Role.BOILERPLATE}


def test_a_shorter_table_is_data_where_numbers_outweigh_words() -> None:
    states = [row("State", "people", "land", "born", "poor"), *(row("Ohio", *("11.5",) * 4) for _ in range(25))]
    lessons = [row(f"{n}", f"1.{n}", "Add fractions with unlike denominators", f"{n + 8}") for n in range(25)]
    assert {p.role for p in cut((("Sheet1",), states))} == {Role.BOILERPLATE}
    assert {p.role for p in cut((("Sheet1",), lessons))} == {Role.TASK}


@pytest.mark.parametrize("filling", ["\t", ".", ". ", "\u2026", " \t", "\u3000"])
def test_a_line_or_a_heading_of_fillings_alone_takes_no_minutes(filling: str) -> None:
    text = filling * 8000 + "x"
    began = process_time()
    passages = cut((("Lesson 1", text), [text, f"Measuring{filling * 40}12"]))
    assert all(passage.context for passage in passages)
    assert process_time() - began < 2
