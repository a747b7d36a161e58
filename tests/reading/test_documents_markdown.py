"""Markdown as people write it: nothing is lost, and each block has its line."""

from __future__ import annotations

from pathlib import Path

import made_documents as made
import pytest
from hypothesis import given
from hypothesis import strategies as st

from curalign.reading.documents.drafts import WIDEST
from curalign.reading.documents.readers import plain, web
from curalign.reading.documents.readers.markdown import read


def pieces(text: str) -> list[tuple[str, str, int | None]]:
    return [(str(p.form), p.text.strip(), p.line) for p in read(text.encode(), "text/markdown").pieces]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Center | Task\n--- | ---\nA | Measure | more\n", ["row Center | Task", "row A | Measure | more"]),
        ("| a | b |\n| 1 | 2 |\n", ["row a | b", "row 1 | 2"]),
        ("<table><tr><th>Standard</th><td>2.MD.A.1</td></tr></table>\n", ["row Standard | 2.MD.A.1"]),
        ("Steps:\n• fold\n• cut\n", ["paragraph Steps:", "item fold", "item cut"]),
        ("- a) fold\n\n  then press\n    - deep\n", ["item a) fold", "paragraph then press", "item deep"]),
        ("Text\n\n    set in, and no code\n", ["paragraph Text", "paragraph set in, and no code"]),
        ("> # Note\n> for you\n", ["paragraph Note", "paragraph for you"]),
        ("Find 2*3*4 and ___ in snake_case; *be* **sure**\n", ["paragraph Find 2*3*4 and ___ in snake_case; be sure"]),
        ("See [the task](x.html) ![a picture](x.png) and `3 < 4`\n", ["paragraph See the task   and 3 < 4"]),
        ("| x \\| y | 2 |\n|---|---|\n", ["row x | y | 2"]),
    ],
)  # fmt: skip
def test_what_is_written_is_found(text: str, found: list[str]) -> None:
    assert [f"{form} {words}" for form, words, _ in pieces(text)] == found


FRONT = """---
layout: lesson
title: "Halves and fourths"
grade_level: 2
date: 2024-09-01
nav_order: 3
standards: [2.G.A.3, '2.G.A.2']
objectives:
  - I can fold a circle in halves.
  - I can name a fourth.
resources:
    - name: paper circles
image: /img/circle.png
---
"""


def test_what_the_block_before_a_text_says_of_the_lesson_is_the_rows_of_a_template() -> None:
    found = read(f"{FRONT}\n# Halves and fourths\n\nPupils fold.\n".encode(), "text/markdown").pieces
    assert [(piece.text, piece.level, piece.line, piece.opens_table) for piece in found] == [
        ("Halves and fourths", 1, 16, False),
        ("grade level | 2", None, 4, True),
        ("standards | 2.G.A.3; 2.G.A.2", None, 7, False),
        ("objectives | I can fold a circle in halves. I can name a fourth.", None, 8, False),
        ("resources | name: paper circles", None, 11, False),
        ("Pupils fold.", None, 18, False),
    ]


def test_the_block_may_be_in_toml_and_its_lists_may_take_lines() -> None:
    block = (
        '+++\ntitle = "Halves"\nobjectives = [\n  "I can fold, and cut.",\n  "I can name."\n]\ngrades = [1, 2]\n+++\n'
    )
    assert pieces(f"{block}Pupils fold.\n")[1:] == [
        ("row", "objectives | I can fold, and cut. I can name.", 3),
        ("row", "grades | 1; 2", 7),
        ("paragraph", "Pupils fold.", 9),
    ]


def test_text_between_two_rules_is_text() -> None:
    assert [words for _, words, _ in pieces("---\n# Unit\nPupils fold.\n\n---\nThen cut.\n")] == [
        "Unit",
        "Pupils fold.",
        "Then cut.",
    ]


def test_a_title_that_only_the_block_names_is_the_documents_title() -> None:
    found = read(f"{FRONT}\n## Task\n\nPupils fold.\n".encode(), "text/markdown").pieces
    assert [(piece.text, piece.level) for piece in found if piece.level is not None] == [
        ("Halves and fourths", 0),
        ("Task", 2),
    ]


def test_a_box_to_tick_is_one_as_in_every_other_format() -> None:
    assert [words for _, words, _ in pieces("- [ ] 2.G.A.1\n- [x] 2.G.A.3\n- [y] z\n\n[ ] text\n")] == [
        "☐ 2.G.A.1",
        "☒ 2.G.A.3",
        "[y] z",
        "[ ] text",
    ]


def test_each_line_is_where_an_editor_shows_it() -> None:
    text = "---\nx: 1\n---\none\n\n1. two\n2. three\n\n<p>four</p>\n<p>five</p>\n\n```\nsix\n```\n"
    assert [(words, line) for _, words, line in pieces(text)] == [
        ("one", 4),
        ("two", 6),
        ("three", 7),
        ("four", 9),
        ("five", 10),
        ("six", 13),
    ]


@given(st.lists(st.from_regex(r"[a-z]{2,8}( [a-z]{2,8}){0,4}", fullmatch=True), min_size=1, max_size=6), st.data())
def test_no_word_is_lost_whatever_block_it_stands_in(words: list[str], data: st.DataObject) -> None:
    marks = st.sampled_from(["# {}", "- {}", "1. {}", "> {}", "{}", "    {}", "| {} | x |", "**{}**", "<div>{}</div>"])
    text = "\n\n".join(data.draw(marks).format(word) for word in words)
    found = " ".join(text for _, text, _ in pieces(text))
    assert all(word in found for word in words)


def test_a_heading_in_a_quotation_ends_no_section(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# Unit\n\n> ## Aside\n\nText\n")
    assert [section.headings for section in made.extract(path).sections] == [("Unit",)]


def test_cells_beyond_the_widest_table_are_cut_and_told_of_and_no_word_of_a_paragraph_is() -> None:
    cells = [f"cell{n}" for n in range(WIDEST + 500)]
    table = f"| {' | '.join(cells)} |\n|{'-|' * len(cells)}\n| {' | '.join(cells)} |\n"
    draft = read(f"{table}\nBefore|{'|'.join(cells)}\n".encode(), "text/markdown").narrowed()
    assert [piece.form for piece in draft.pieces] == ["row", "row", "paragraph"]
    [lack] = draft.left_out
    assert str(lack.as_error()).startswith("only the first 1,000 cells of 2 rows were read")
    assert draft.pieces[1].text.split(" | ") == cells[:WIDEST]
    assert set(cells) <= set(draft.pieces[2].text.replace("|", " ").split())


def test_what_is_struck_out_and_comments_are_left_out_and_counted() -> None:
    found = read(b"Fold ~~old~~ paper.\n\n<del>Old</del>\n\nA <s>B</s> C <del>D\n\n<!-- Shorten -->\n", "text/markdown")
    assert [" ".join(piece.text.split()) for piece in found.pieces if piece.text.strip()] == ["Fold paper.", "A B C D"]
    [note] = found.left_out
    assert (note.facts["struck"], note.facts["comments"]) == (2, 1)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (r"Which is greater, $2\frac{3}{4}$ or $\sqrt{9}$?", "Which is greater, 2 3/4 or √9?"),
        (r"Find \(x^2\) and $$\frac{1}{2}$$.", "Find x^2 and 1/2."),
        ("It costs $5_000 and $6_000.", "It costs $5_000 and $6_000."),
        ("Take $4$ of $9$ for $6 or $7.", "Take 4 of 9 for $6 or $7."),
        ("$$\n54 + 19 \\\\\n= 73\n$$", "54 + 19 = 73"),
        ("> \\[\n> \\frac{1}{3}\n> \\]", "1/3"),
        ("$$- 4 + 9$$", "-4 + 9"),
        ("```math\n\\sqrt{25}\n```", "√25"),
        ("Work out ![6 + 7 = ?](a.png) ![a pear](b.png) now.", "Work out 6 + 7 = ? now."),
    ],
)
def test_formulas_stand_in_their_line(text: str, said: str) -> None:
    assert [" ".join(words.split()) for _, words, _ in pieces(text)] == [said]


def test_a_formula_that_nobody_ended_swallows_no_line() -> None:
    text = "$$ 5 + 6\n\n" + "Fold.\n\n" * 50
    assert [words for _, words, _ in pieces(text)] == ["$$ 5 + 6", *["Fold."] * 50]


@pytest.mark.parametrize(
    "block",
    [
        '---\n"title": Halves\nobjectives: >\n  I can fold\n  a circle. # one\nweight: 3\n---\n',
        '+++\ntitle = "Halves"\n[lesson]\nobjectives = "I can fold a circle. # one"\n+++\n',
        "---\ntitle: Halves\nobjectives: I can fold a circle. # one\n---\n",
    ],
)
@pytest.mark.parametrize("format_", ["text/markdown", "text/plain", "text/html"])
def test_the_block_is_understood_however_it_is_written_and_before_whatever_text(block: str, format_: str) -> None:
    readers = {"text/markdown": read, "text/plain": plain.read, "text/html": web.read}
    found = [piece for piece in readers[format_](f"{block}Pupils fold.\n".encode(), format_).pieces if piece.text]
    assert [(piece.text.replace(" # one", "").strip(), piece.level) for piece in found] == [
        ("Halves", 0),
        ("objectives | I can fold a circle.", None),
        ("Pupils fold.", None),
    ]


def test_lines_that_say_what_they_are_stand_each_for_itself_though_no_line_is_empty() -> None:
    draft = read(b"**Grade:** 3\n**Goal:** I can weigh\nfruit.\nTask: Weigh a pear.\n\nThey say\nGoal: none.\n", "")
    assert [(piece.text, piece.line) for piece in draft.pieces] == [
        ("Grade: 3", 1),
        ("Goal: I can weigh fruit.", 2),
        ("Task: Weigh a pear.", 4),
        ("They say Goal: none.", 6),
    ]


def test_a_block_in_json_or_with_keys_below_keys_says_the_same() -> None:
    json = '{\n  "title": "Halves",\n  "standards": ["3.NF.A.1", "3.NF.A.2"],\n  "objective": "Fold it."\n}'
    nested = "title: Halves\nof:\n  standards:\n    - 3.NF.A.1\n    - 3.NF.A.2\n  objective:\n    - Fold it."
    for text in (json, nested):
        assert [(form, said) for form, said, _ in pieces(f"---\n{text}\n---\nText.\n")] == [
            ("paragraph", "Halves"),
            ("row", "standards | 3.NF.A.1; 3.NF.A.2"),
            ("row", "objective | Fold it."),
            ("paragraph", "Text."),
        ]


def test_the_fence_around_a_note_is_no_text() -> None:
    assert pieces("Weigh fruit.\n\n:::note\nBring a scale.\n:::\n") == [
        ("paragraph", "Weigh fruit.", 1),
        ("paragraph", "Bring a scale.", 4),
    ]


def test_a_table_whose_head_is_empty_begins_with_its_first_row_of_words(tmp_path: Path) -> None:
    path = tmp_path / "form.md"
    path.write_text("|   |   |\n|:--|:--|\n| **Standards** | 3.A |\n| **Date** | 9/3 |\n")
    found = [(block.text, block.opens_table) for _, block in made.blocks(made.extract(path).sections)]
    assert found == [("Standards | 3.A", True), ("Date | 9/3", False)]


def test_the_numbers_of_notes_are_no_words(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Tie a knot[^1] and solve x[^2].\n\n[^1]: A knot is a tie.\n")
    assert [line[3] for line in made.lines(made.extract(tmp_path / "a.md"))] == [
        "Tie a knot and solve x[^2].",
        "A knot is a tie.",
    ]


def test_each_bold_line_of_a_paragraph_that_begins_with_one_is_what_the_lines_below_are_called(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "**Monday**\nTie a knot.\n**Tuesday**\nCut a rope.\n\nUse the\n**Knot Book**\ntoday.\n"
    )
    assert [(form, text) for _, form, _, text in made.lines(made.extract(tmp_path / "a.md"))] == [
        ("paragraph", "Monday"),
        ("item", "Tie a knot."),
        ("paragraph", "Tuesday"),
        ("item", "Cut a rope."),
        ("paragraph", "Use the Knot Book today."),
    ]
