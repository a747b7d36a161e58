"""Headings, pages, slides, sheets, rows and lines land where they should, in every format."""

from __future__ import annotations

from pathlib import Path

import docx
import made_documents as made
import pytest
from reportlab.pdfgen.canvas import Canvas

from curalign.domain.materials import Form
from curalign.reading.documents.formats import FORMATS


def test_word_has_heading_path_items_and_rows(tmp_path: Path) -> None:
    found = made.extract(made.word(tmp_path / "a.docx"))
    assert made.lines(found) == [
        ("Unit 3 > Lesson 1", "paragraph", "", "Pupils share bread in *equal* parts."),
        ("Unit 3 > Lesson 1", "item", "", "cut the bread"),
        ("Unit 3 > Lesson 1", "row", "", "Standard | Objective"),
        ("Unit 3 > Lesson 1", "row", "", "3.B | Compare halves"),
        ("Unit 3 > Lesson 1 > Exit ticket", "paragraph", "", "Which piece is larger?"),
    ]


def test_word_cites_pages_only_where_word_counted_the_same(tmp_path: Path) -> None:
    document = made.word(tmp_path / "a.docx", pages=True)
    assert {place for _, _, place, _ in made.lines(made.extract(document))} == {""}
    found = made.extract(made.told_pages(document, 2))
    assert made.lines(found)[-1][2:] == ("p. 2", "Which piece is larger?")
    assert found.pages == 2


def test_pdf_has_pages_headings_items_and_tables_in_their_place(tmp_path: Path) -> None:
    found = made.extract(made.pdf(tmp_path / "a.pdf"))
    assert found.pages == 4
    third = [line for line in made.lines(found) if line[2] == "p. 3"]
    assert [line[:2] for line in third] == [
        ("Lesson 3", "paragraph"),
        ("Lesson 3", "item"),
        ("Lesson 3", "item"),
        ("Lesson 3 > Pacing", "row"),
        ("Lesson 3 > Pacing", "row"),
        ("Lesson 3 > Pacing", "row"),
    ]
    assert third[1][3] == "fold paper"
    assert "Fractions" in third[4][3]


def test_pdf_loses_running_heads_and_page_numbers_and_nothing_else(tmp_path: Path) -> None:
    text = "\n".join(line[3] for line in made.lines(made.extract(made.pdf(tmp_path / "a.pdf"))))
    assert "Maple Valley" not in text
    assert "Page 2" not in text
    assert all(f"In lesson {number} pupils" in text for number in range(1, 5))


def test_pdf_keeps_lesson_numbers_that_open_every_page(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"))
    for number in range(1, 6):
        canvas.drawString(72, 700, f"Lesson {number}")
        canvas.drawString(72, 600, f"Pupils share {number} loaves of bread.")
        canvas.drawString(72, 40, f"Maple Valley math binder, {number + 10}")
        canvas.showPage()
    canvas.save()
    found = made.extract(tmp_path / "a.pdf")
    said = " ".join([text for *_, text in made.lines(found)] + [" ".join(s.headings) for s in found.sections])
    assert all(f"Lesson {number}" in said for number in range(1, 6))
    assert "binder" not in said


def test_pdf_puts_together_what_a_line_or_a_font_has_torn(tmp_path: Path) -> None:
    parts = [
        ("Heading1", "Fractions on the number line and everything that we have learned in the fall about Lines"),
        ("BodyText", "Give each <b>pair</b> a strip of <i>paper</i> and wait."),
        ("BodyText", "1 Fold it once. 2 Compare the halves. 3 Say which is larger."),
        ("Heading2", "Look back"),
        ("Heading2", "Exit ticket"),
        ("BodyText", "Compare 3/4 and 2/4."),
    ]
    found = made.extract(made.flowing(tmp_path / "a.pdf", *parts))
    assert [(line[1], line[3]) for line in made.lines(found)] == [
        ("paragraph", "Give each pair a strip of paper and wait."),
        ("item", "Fold it once."),
        ("item", "Compare the halves."),
        ("item", "Say which is larger."),
        ("paragraph", "Compare 3/4 and 2/4."),
    ]
    assert [section.headings[-1] for section in found.sections] == [parts[0][1], "Look back", "Exit ticket"]


def test_pdf_gives_a_long_title_back_the_line_that_is_taken_for_text(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"))
    canvas.setFont("Helvetica", 20)
    canvas.drawString(72, 700, "Lesson 7: Understanding Weather and its Causes")
    canvas.drawString(72, 675, "on a Global Scale")
    canvas.setFont("Helvetica", 12)
    for at in range(12):
        canvas.drawString(72, 640 - 15 * at, f"Pupils write down what the sky looked like on day {at} of the month.")
    canvas.drawString(500, 30, "1 | P a g e")
    canvas.save()
    found = made.extract(tmp_path / "a.pdf")
    assert {s.headings[0] for s in found.sections} == {
        "Lesson 7: Understanding Weather and its Causes on a Global Scale"
    }
    assert "a g e" not in " ".join(text for *_, text in made.lines(found))


def test_marks_of_italic_cells_are_left_out_and_times_signs_kept(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(rows=1, cols=3)
    for cell, texts in zip(
        table.rows[0].cells, (["*Round 1"], ["3 * 4 * 5"], ["look at ", "*this*", " now"]), strict=True
    ):
        for text in texts:
            cell.paragraphs[0].add_run(text.strip("*")).italic = text.startswith("*")
    document.save(str(tmp_path / "a.docx"))
    texts = [line[3] for line in made.lines(made.extract(tmp_path / "a.docx"))]
    assert texts == ["Round 1 | 3 * 4 * 5 | look at this now"]


def test_a_table_of_contents_is_left_out_and_a_list_of_counts_is_not(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Contents")
    for page, title in enumerate(("Overview", "Lesson 1: Bread", "Lesson 2: Halves", "Exit ticket"), 1):
        document.add_paragraph(f"{title}\t{page}")
    document.add_heading("Materials", 1)
    for count, thing in ((5, "Scissors"), (3, "Strips"), (9, "Pencils"), (2, "Boards")):
        document.add_paragraph(f"{thing}\t{count}")
    document.save(str(tmp_path / "a.docx"))
    texts = [line[3] for line in made.lines(made.extract(tmp_path / "a.docx"))]
    assert texts == ["Scissors 5", "Strips 3", "Pencils 9", "Boards 2"]


def test_deck_has_slides_under_titles_with_notes(tmp_path: Path) -> None:
    found = made.extract(made.deck(tmp_path / "a.pptx"))
    assert found.pages == 4
    assert made.lines(found) == [
        ("Fractions", "paragraph", "slide 1", "Grade 3 team"),
        ("Fractions > Halves", "item", "slide 2", "Fold once"),
        ("Fractions > Halves", "item", "slide 2", "Compare"),
        ("Fractions > Halves", "paragraph", "slide 2", "Give every pair a strip."),
        ("Fractions > Plan", "row", "slide 3", "Week 1 | 3.B"),
        ("Fractions", "paragraph", "slide 4", "Look back"),
    ]


def test_workbook_has_sheets_and_true_rows_and_no_hidden_sheet(tmp_path: Path) -> None:
    found = made.extract(made.workbook(tmp_path / "a.xlsx"))
    assert made.lines(found) == [
        ("Pacing", "row", "sheet 1, row 3", "Week | Unit"),
        ("Pacing", "row", "sheet 1, row 5", "1 | Add within 100"),
        ("Tests", "row", "sheet 4, row 1", "Exit ticket"),
    ]


def test_a_table_of_thousands_of_rows_is_data_and_cut_with_a_note(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("n,word\n" + "".join(f"{n},row\n" for n in range(5000)))
    found = made.extract(path)
    assert len(made.lines(found)) == 2000
    assert made.codes(found) == ["F303"]
    assert "first 2000 rows" in made.message(found)


def test_opendocument_text_has_outline_lists_tables_and_text_boxes_once(tmp_path: Path) -> None:
    body = """<office:text><text:p text:style-name="P1">Unit 3</text:p><text:h text:outline-level="1">Lesson 1</text:h>
        <text:list><text:list-item><text:p>fold</text:p><text:list><text:list-item><text:p>cut</text:p></text:list-item>
        </text:list></text:list-item></text:list>
        <table:table><table:table-row><table:table-cell><text:p>Week<text:tab/>1</text:p><text:p>Monday</text:p>
        </table:table-cell><table:table-cell><text:p>3.B</text:p></table:table-cell></table:table-row></table:table>
        <text:p>Anchor<draw:frame><draw:text-box><text:p>In a box<draw:frame><draw:text-box><text:p>In two</text:p>
        </draw:text-box></draw:frame></text:p></draw:text-box></draw:frame></text:p>
        <text:list><text:list-header><text:h text:outline-level="2">Check</text:h></text:list-header></text:list>
        <text:p>Compare<office:annotation><text:p>a comment</text:p></office:annotation> halves.</text:p>
        </office:text>"""
    title = '<style:style style:name="P1" style:parent-style-name="Title"/>'
    found = made.extract(made.opendocument(tmp_path / "a.odt", body, styles=title))
    assert made.lines(found) == [
        ("Unit 3 > Lesson 1", "item", "", "fold"),
        ("Unit 3 > Lesson 1", "item", "", "cut"),
        ("Unit 3 > Lesson 1", "row", "", "Week 1 Monday | 3.B"),
        ("Unit 3 > Lesson 1", "paragraph", "", "Anchor"),
        ("Unit 3 > Lesson 1", "paragraph", "", "In a box"),
        ("Unit 3 > Lesson 1", "paragraph", "", "In two"),
        ("Unit 3 > Lesson 1 > Check", "paragraph", "", "Compare halves."),
    ]


def test_merged_cells_of_opendocument_text_leave_the_others_in_their_columns(tmp_path: Path) -> None:
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    body = (
        "<office:text><table:table>"
        f"<table:table-row>{cell.format('1')}{cell.format('Area')}{cell.format('3.A')}</table:table-row>"
        f"<table:table-row>{cell.format('2')}<table:covered-table-cell/>{cell.format('3.B')}</table:table-row>"
        "</table:table></office:text>"
    )
    found = made.extract(made.opendocument(tmp_path / "a.odt", body))
    assert [text for *_, text in made.lines(found)] == ["1 | Area | 3.A", "2 | | 3.B"]


def test_opendocument_deck_has_slides(tmp_path: Path) -> None:
    body = """<office:presentation>
        <draw:page><draw:frame presentation:class="title"><draw:text-box><text:p>Deck</text:p>
        </draw:text-box></draw:frame></draw:page><draw:page><draw:frame presentation:class="title"><draw:text-box>
        <text:p>Halves</text:p></draw:text-box></draw:frame><draw:frame><draw:text-box><text:list><text:list-item>
        <text:p>fold</text:p></text:list-item></text:list></draw:text-box></draw:frame></draw:page></office:presentation>"""
    found = made.extract(made.opendocument(tmp_path / "a.odp", body, "presentation"))
    assert made.lines(found) == [("Deck > Halves", "item", "slide 2", "fold")]


def test_web_page_keeps_all_its_text_and_no_script(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        "<!DOCTYPE html><head><title>T</title><style>p{}</style></head>\n<nav>Home</nav><h1>Unit</h1>loose\n"
        "<p>Halves &amp; <b>thirds</b></p><ul><li>fold<ul><li>cut</li></ul></li></ul>\n<script>steal()</script>"
        "<h2>Plan</h2><table><tr><th>Week</th><th></th><th>Code</th></tr><tr><td><p>1</p></td><td></td><td>3.B</td></tr>"
        "</table><div>after <div>all</div></div>"
    )
    assert made.lines(made.extract(path)) == [
        ("Unit", "paragraph", "line 2", "loose"),
        ("Unit", "paragraph", "line 3", "Halves & thirds"),
        ("Unit", "item", "line 3", "fold"),
        ("Unit", "item", "line 3", "cut"),
        ("Unit > Plan", "row", "line 4", "Week | | Code"),
        ("Unit > Plan", "row", "line 4", "1 | | 3.B"),
        ("Unit > Plan", "paragraph", "line 4", "after"),
        ("Unit > Plan", "paragraph", "line 4", "all"),
    ]


def test_markdown_has_lines_and_no_marks(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        "---\ntitle: x\n---\n# **Unit 3**\n\nShare [bread](http://x.y)\nin *equal* parts.\n\n- fold\n- cut\n  twice\n\n"
        "| Week | Code |\n|------|------|\n| 1 | 3.B |\n\nExit ticket\n-----------\n3 * 4 = snake_case_word\n"
        "```\n# no heading\n```\n### Deep\n> A note\n"
    )
    assert made.lines(made.extract(path)) == [
        ("Unit 3", "paragraph", "line 6", "Share bread in equal parts."),
        ("Unit 3", "item", "line 9", "fold"),
        ("Unit 3", "item", "line 10", "cut twice"),
        ("Unit 3", "row", "line 13", "Week | Code"),
        ("Unit 3", "row", "line 15", "1 | 3.B"),
        ("Unit 3 > Exit ticket", "paragraph", "line 19", "3 * 4 = snake_case_word"),
        ("Unit 3 > Exit ticket", "paragraph", "line 21", "# no heading"),
        ("Unit 3 > Exit ticket > Deep", "paragraph", "line 24", "A note"),
    ]


def test_plain_text_has_paragraphs_items_and_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Unit 3\r\nabout halves\r\n\r\n# 1 is not a heading\r\n1. fold\r\n2. cut\r\n".encode("utf-16"))
    assert made.lines(made.extract(path)) == [
        ("", "paragraph", "line 1", "Unit 3 about halves"),
        ("", "paragraph", "line 4", "# 1 is not a heading"),
        ("", "item", "line 5", "fold"),
        ("", "item", "line 6", "cut"),
    ]


def test_lines_of_plain_text_run_on_only_where_the_next_word_did_not_fit(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "\u00a9 2024\nStandards\n3.A\n3.B\nPupils share bread among\nFour friends, and then\nthey eat it.\nQuiz\n"
    )
    texts = [text for *_, text in made.lines(made.extract(path))]
    assert texts == [
        *("\u00a9 2024", "Standards", "3.A", "3.B"),
        *("Pupils share bread among Four friends, and then they eat it.", "Quiz"),
    ]


@pytest.mark.parametrize(("name", "mark"), [("a.csv", ","), ("a.csv", ";"), ("a.tsv", "\t")])
def test_tables_have_a_row_a_line(tmp_path: Path, name: str, mark: str) -> None:
    path = tmp_path / name
    path.write_bytes(mark.join(["Week", '"Unit\nname"', "Caf\xe9"]).encode("cp1252") + f"\n1{mark}Add\n".encode())
    assert made.lines(made.extract(path)) == [
        ("", "row", "line 1", "Week | Unit name | Café"),
        ("", "row", "line 3", "1 | Add"),
    ]


def test_the_line_that_tells_excel_the_separator_is_no_row(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("sep=;\nWeek;Unit, as taught\n1;Area\n")
    assert made.lines(made.extract(path)) == [
        ("", "row", "line 2", "Week | Unit, as taught"),
        ("", "row", "line 3", "1 | Area"),
    ]


def test_merged_cells_of_a_web_page_leave_the_others_in_their_columns(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        '<table><tr><td>Week<td colspan="2">Unit<td>Code</tr><tr><td rowspan="2">1</td><td>Fables</td><td>Fox</td>'
        "<td>3.A</td></tr><tr><td>Myths</td><td>Sun</td><td>3.B</td></tr><tr><td>2</td><td rowspan=99999999>Area</td>"
        "<td colspan='99999999'>Tiles</td></tr></table><table><tr><td>a<td>b</tr></table>"
    )
    assert [text for *_, text in made.lines(made.extract(path))] == [
        "Week | Unit | | Code",
        "1 | Fables | Fox | 3.A",
        "| Myths | Sun | 3.B",
        "2 | Area | Tiles",
        "a | b",
    ]


@pytest.mark.parametrize("named", ["c2 title", "MsoTitle"])
def test_the_title_of_a_document_saved_as_a_web_page_is_its_title(tmp_path: Path, named: str) -> None:
    path = tmp_path / "a.html"
    path.write_text(f'<p class="{named}">Grade 3 map</p><h1>Unit 1</h1><p class="c3">Fables</p>')
    assert made.lines(made.extract(path)) == [("Grade 3 map > Unit 1", "paragraph", "line 1", "Fables")]


def test_word_leaves_out_comments_and_their_marks(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_comment(document.add_paragraph("Pupils weigh fruit.").runs, "Shorten this")
    document.save(str(tmp_path / "a.docx"))
    assert [text for *_, text in made.lines(made.extract(tmp_path / "a.docx"))] == ["Pupils weigh fruit."]


def test_rich_text_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.rtf"
    path.write_bytes(rb"{\rtf1\ansi{\fonttbl\f0 Arial;}\f0\pard Share bread.\par Then compare.\par}")
    assert [line[3] for line in made.lines(made.extract(path))] == ["Share bread.", "Then compare."]


def test_a_hyphen_that_rich_text_keeps_on_its_line_is_a_hyphen(tmp_path: Path) -> None:
    path = tmp_path / "a.rtf"
    path.write_bytes(rb"{\rtf1\ansi\pard Teach MS\_PS1\_1 today.\par}")
    assert [line[3] for line in made.lines(made.extract(path))] == ["Teach MS-PS1-1 today."]


def test_notes_of_rich_text_stand_where_they_hang_and_a_hard_space_is_a_space(tmp_path: Path) -> None:
    path = tmp_path / "a.rtf"
    notes = rb"{\*\footnote\chftn\~\plain\pard{See 3.A.\par}} and{\footnote \pard 3.B.} 3\~cm"
    path.write_bytes(rb"{\rtf1\ansi\pard Weigh apples{\super\chftn}" + notes + rb".\par}")
    assert " ".join(line[3] for line in made.lines(made.extract(path))) == "Weigh apples See 3.A. and 3.B. 3 cm."


def test_a_note_of_opendocument_is_apart_from_the_word_that_it_hangs_on(tmp_path: Path) -> None:
    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>See 3.A</text:p></text:note-body>"
    )
    path = made.opendocument(tmp_path / "a.odt", f"<text:p>Weigh apples{note}</text:note>, then pears.</text:p>")
    assert [line[3] for line in made.lines(made.extract(path))] == ["Weigh apples See 3.A , then pears."]


def test_an_empty_section_keeps_its_heading(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# Unit\n## Lesson 1\n## Lesson 2\nText.\n")
    assert [(s.headings, len(s.blocks)) for s in made.extract(path).sections] == [
        (("Unit", "Lesson 1"), 0),
        (("Unit", "Lesson 2"), 1),
    ]


def test_every_format_that_the_contract_names_is_listed() -> None:
    assert {".docx", ".pdf", ".pptx", ".xlsx", ".odt", ".html", ".md", ".txt"} <= FORMATS.keys()
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in FORMATS)


def test_forms_are_the_domains(tmp_path: Path) -> None:
    found = made.extract(made.word(tmp_path / "a.docx"))
    assert all(isinstance(block.form, Form) for _, block in made.blocks(found.sections))


def test_words_struck_out_in_several_places_of_a_paragraph_count_once_in_every_format(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Weigh ~~old~~ fruit ~~slowly~~ now.\n")
    (tmp_path / "a.html").write_text("<p>Weigh <s>old</s> fruit <s>slowly</s> now.</p>")
    struck = '<text:span text:style-name="X">{}</text:span>'
    style = (
        '<style:style style:name="X" style:family="text"><style:text-properties '
        'style:text-line-through-style="solid"/></style:style>'
    )
    body = f"<text:p>Weigh {struck.format('old ')}fruit {struck.format('slowly ')}now.</text:p>"
    made.opendocument(tmp_path / "a.odt", body, styles=style)
    document = docx.Document()
    paragraph = document.add_paragraph()
    for text in ("Weigh ", "old ", "fruit ", "slowly ", "now."):
        paragraph.add_run(text).font.strike = text in ("old ", "slowly ")
    document.save(str(tmp_path / "a.docx"))
    for name in ("a.md", "a.html", "a.odt", "a.docx"):
        found = made.extract(tmp_path / name)
        assert [" ".join(text.split()) for *_, text in made.lines(found)] == ["Weigh fruit now."], name
        assert ": text struck out in 1 paragraph; show" in made.message(found), name
