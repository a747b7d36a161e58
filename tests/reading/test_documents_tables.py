"""A table is understood alike in whatever it was written, and one that lays out a page is what stands in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import docx
import made_documents as made
import pytest
import xlsxwriter
from docx.document import Document
from pptx import Presentation
from pptx.util import Inches

from curalign.domain.materials import Passage, Role
from curalign.reading import read_document
from curalign.segmenting import segment

Table = Sequence[Sequence[str]]

COLUMNS = (
    ("Standards", "Objective", "Activity"),
    ("3.NF.A.1", "I can name one part of a whole.", "Pupils fold strips of paper into halves and thirds."),
    ("3.NF.A.2", "I can find a part on a line.", "Pupils hop along a chalk line and stop at the thirds."),
)
GRID = (
    ("", "Monday", "Tuesday"),
    ("Objective", "I can name one part of a whole.", "I can find a part on a line."),
    ("Activity", "Pupils fold strips of paper into halves.", "Pupils hop along a chalk line and stop at the thirds."),
)


def _word(path: Path, tables: Sequence[Table]) -> None:
    document = docx.Document()
    for table in tables:
        made_table = document.add_table(len(table), len(table[0]))
        for row, cells in zip(made_table.rows, table, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
    document.save(str(path))


def _sheet(path: Path, tables: Sequence[Table]) -> None:
    with xlsxwriter.Workbook(str(path)) as book:
        for table in tables:
            sheet = book.add_worksheet()
            for at, cells in enumerate(table):
                sheet.write_row(at, 0, cells)


def _deck(path: Path, tables: Sequence[Table]) -> None:
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[6])
    for table in tables:
        shape = slide.shapes.add_table(len(table), len(table[0]), Inches(1), Inches(1), Inches(8), Inches(4))
        for at, cells in enumerate(table):
            for column, text in enumerate(cells):
                shape.table.cell(at, column).text = text
    presentation.save(str(path))


def _page(path: Path, tables: Sequence[Table]) -> None:
    shown = ("".join("<tr>" + "".join(f"<td>{text}" for text in cells) for cells in table) for table in tables)
    path.write_text("".join(f"<table>{rows}</table>" for rows in shown), encoding="utf-8")


def _markdown(path: Path, tables: Sequence[Table]) -> None:
    shown = []
    for first, *others in tables:
        lines = [first, ["---"] * len(first), *others]
        shown.append("\n".join("| " + " | ".join(cells) + " |" for cells in lines))
    path.write_text("\n\n".join(shown), encoding="utf-8")


def _opendocument(path: Path, tables: Sequence[Table]) -> None:
    body = ""
    for table in tables:
        rows = (
            "".join(f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" for text in cells)
            for cells in table
        )
        body += (
            "<table:table>" + "".join(f"<table:table-row>{row}</table:table-row>" for row in rows) + "</table:table>"
        )
    made.opendocument(path, body)


WRITERS: dict[str, Callable[[Path, Sequence[Table]], None]] = {
    ".docx": _word, ".xlsx": _sheet, ".pptx": _deck, ".html": _page, ".md": _markdown, ".odt": _opendocument,
}  # fmt: skip


def passages(path: Path) -> list[Passage]:
    return [p for p in segment([read_document(path)]) if p.role is not Role.BOILERPLATE]


@pytest.fixture(params=WRITERS)
def written(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[..., list[Passage]]:
    """Tables, written in one format and read again."""

    def write(*tables: Table) -> list[Passage]:
        path = tmp_path / f"plan{request.param}"
        WRITERS[request.param](path, tables)
        return passages(path)

    return write


def test_columns_give_their_cells_a_role(written: Callable[..., list[Passage]]) -> None:
    assert [(p.role, p.text) for p in written(COLUMNS)] == [
        (role, text)
        for cells in COLUMNS[1:]
        for role, text in zip((Role.CLAIM, Role.OBJECTIVE, Role.TASK), cells, strict=True)
    ]


def test_days_across_are_read_day_by_day(written: Callable[..., list[Passage]]) -> None:
    assert [(p.headings[-1], p.role, p.text) for p in written(GRID)] == [
        (GRID[0][day], role, GRID[row][day]) for day in (1, 2) for row, role in ((1, Role.OBJECTIVE), (2, Role.TASK))
    ]


def test_two_tables_that_follow_each_other_share_no_passage(written: Callable[..., list[Passage]]) -> None:
    found = written(
        (("Homework", "Page 12"), ("Vocabulary", "half")), (("Homework", "Page 14"), ("Vocabulary", "third"))
    )
    assert [p.text for p in found if "Page" in p.text] == ["Homework | Page 12", "Homework | Page 14"]


def _save(path: Path, fill: Callable[[Document], None]) -> list[Passage]:
    document = docx.Document()
    fill(document)
    document.save(str(path))
    return passages(path)


def test_cells_that_are_merged_over_columns_keep_the_others_in_theirs(tmp_path: Path) -> None:
    def fill(document: Document) -> None:
        table = document.add_table(4, 4)
        for at, cells in enumerate(
            (("Lesson", "Plan", "", "Check"), ("", "Objective", "Activity", "Assessment"), COLUMNS[1])
        ):
            for column, text in enumerate(cells):
                table.cell(at, column).text = text
        table.cell(0, 1).merge(table.cell(0, 2))
        table.cell(2, 0).text = "Strips"
        table.cell(2, 3).text = "Exit ticket: draw three thirds of a bar."
        table.cell(2, 0).merge(table.cell(3, 0))
        table.cell(3, 2).text = "Partners lay the strips side by side and compare them."

    found = _save(tmp_path / "a.docx", fill)
    assert [(p.headings, p.role) for p in found] == [
        (("Strips",), Role.OBJECTIVE),
        (("Strips",), Role.TASK),
        (("Strips",), Role.ASSESSMENT),
        (("Strips",), Role.TASK),
    ]


def test_a_table_of_one_cell_is_what_stands_in_it(tmp_path: Path) -> None:
    def fill(document: Document) -> None:
        cell = document.add_table(1, 1).cell(0, 0)
        cell.text = "Lesson 3: Comparing"
        inner = cell.add_table(len(GRID), 3)
        for row, cells in zip(inner.rows, GRID, strict=True):
            for at, text in zip(row.cells, cells, strict=True):
                at.text = text

    found = _save(tmp_path / "a.docx", fill)
    assert [p.headings for p in found][::2] == [("Lesson 3: Comparing", "Monday"), ("Lesson 3: Comparing", "Tuesday")]


@pytest.mark.parametrize(
    "page",
    [
        "<table><tr><td><h2>Objective</h2><p>I can fold.<h2>Activity</h2><p>Pupils fold strips.</table>",
        "<table><tr><td>Menu<td><h2>Objective</h2><p>I can fold.<h2>Activity</h2><p>Pupils fold strips.</table>",
        "<table><tr><td><table><tr><td><h2>Objective</h2>I can fold.<h2>Activity</h2>Pupils fold.</table></table>",
    ],
)
def test_a_page_that_a_table_lays_out_keeps_its_headings(tmp_path: Path, page: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(page, encoding="utf-8")
    found = {p.headings[-1]: p.role for p in passages(path) if p.headings}
    assert found == {"Objective": Role.OBJECTIVE, "Activity": Role.TASK}


def test_a_table_in_the_cell_of_a_labelled_row_belongs_to_that_row(tmp_path: Path) -> None:
    inner = "<table><tr><td>Group A<td>Fold paper<tr><td>Group B<td>Cut string</table>"
    path = tmp_path / "page.html"
    path.write_text(f"<table><tr><td>Objective<td>I can fold.<tr><td>Activity<td>{inner}</table>", encoding="utf-8")
    assert passages(path)[-1].text == "Activity | Group A Fold paper Group B Cut string"


HALF, FOLD = GRID[1][1], GRID[2][1]
LABELLED = (("Objective", HALF), ("Activity", FOLD), ("Exit ticket", "What part is blue?"), ("Materials", "paper"))


@pytest.mark.parametrize("columns", [1, 2, 4])
def test_a_table_whose_cells_each_begin_with_a_label_lays_out_a_plan(tmp_path: Path, columns: int) -> None:
    def fill(document: Document) -> None:
        table = document.add_table(len(LABELLED) // columns, columns)
        for at, (label, text) in enumerate(LABELLED):
            cell = table.cell(at // columns, at % columns)
            cell.text = label
            cell.paragraphs[0].runs[0].bold = True
            cell.add_paragraph(text)

    found = [p for p in _save(tmp_path / "a.docx", fill) if p.role is not Role.BOILERPLATE]
    assert [(p.headings[-1], str(p.role), p.text) for p in found] == [
        (label, role, text)
        for (label, text), role in zip(LABELLED, ("objective", "task", "assessment", "note"), strict=True)
    ]


def test_a_label_before_a_line_break_is_one(tmp_path: Path) -> None:
    def fill(document: Document) -> None:
        for label, text in LABELLED[:3]:
            document.add_paragraph(f"{label}\n{text}")
        document.add_paragraph("Fold it,\nthen cut it.")

    found = [p for p in _save(tmp_path / "a.docx", fill) if p.role is not Role.BOILERPLATE]
    assert [(str(p.role), p.text) for p in found] == [
        ("objective", HALF),
        ("task", FOLD),
        ("assessment", "What part is blue? Fold it, then cut it."),
    ]


def test_a_label_before_a_tab_is_one(tmp_path: Path) -> None:
    def fill(document: Document) -> None:
        for label, text in LABELLED[:3]:
            document.add_paragraph(f"{label}\t{text}")
        document.add_paragraph("Standard\t3.NF.A.1")

    found = _save(tmp_path / "a.docx", fill)
    assert [(str(p.role), p.text) for p in found] == [
        *((role, " ".join(pair)) for role, pair in zip(("objective", "task", "assessment"), LABELLED, strict=False)),
        ("mention", "Standard 3.NF.A.1"),
    ]


MARKUP = {
    "a.html": "<p><b>Materials</b><br>paper strips<br/>and glue</p><p>{fold}</p>",
    "a.txt": "Materials\tpaper strips and glue\n\n{fold}\n",
}


@pytest.mark.parametrize("name", MARKUP)
def test_what_a_label_in_a_paragraph_weakens_ends_with_it(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(MARKUP[name].format(fold=FOLD), encoding="utf-8")
    found = [(str(p.role), p.text) for p in passages(tmp_path / name) if p.role is not Role.BOILERPLATE]
    assert [role for role, _ in found] == ["note", "task"]
    assert found[-1][1] == FOLD


def test_so_it_does_behind_a_break_of_the_line_in_word(tmp_path: Path) -> None:
    def fill(document: Document) -> None:
        document.add_paragraph("Materials\npaper strips and glue")
        document.add_paragraph(FOLD)

    assert [str(p.role) for p in _save(tmp_path / "a.docx", fill)] == ["note", "task"]


def _nested_word(path: Path, pairs: Sequence[tuple[str, str]]) -> None:
    document = docx.Document()
    for pair in pairs:
        for text, style in zip(pair, ("List Bullet", "List Bullet 2"), strict=True):
            document.add_paragraph(text, style=style)
    document.save(str(path))


def _nested_deck(path: Path, pairs: Sequence[tuple[str, str]]) -> None:
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[1])
    frame = slide.placeholders[1].text_frame
    frame.text = "\n".join(text for pair in pairs for text in pair)
    for at, paragraph in enumerate(frame.paragraphs):
        paragraph.level = at % 2
    presentation.save(str(path))


def _nested_markdown(path: Path, pairs: Sequence[tuple[str, str]]) -> None:
    path.write_text("".join(f"- {label}\n  - {text}\n" for label, text in pairs), encoding="utf-8")


def _nested_page(path: Path, pairs: Sequence[tuple[str, str]]) -> None:
    items = "".join(f"<li>{label}<ul><li>{text}</li></ul></li>" for label, text in pairs)
    path.write_text(f"<ul>{items}</ul>", encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "write"),
    [("a.docx", _nested_word), ("a.pptx", _nested_deck), ("a.md", _nested_markdown), ("a.html", _nested_page)],
)
def test_an_item_speaks_for_the_list_within_it_and_no_further(
    tmp_path: Path, name: str, write: Callable[[Path, Sequence[tuple[str, str]]], None]
) -> None:
    write(tmp_path / name, [*LABELLED, ("Read the story to a partner", FOLD)])
    found = {p.text: str(p.role) for p in passages(tmp_path / name)}
    assert [found[text] for _, text in LABELLED] == ["objective", "task", "assessment", "note"]
    assert found[f"Read the story to a partner {FOLD}"] == "task"


def test_a_bold_line_in_a_paragraph_of_markdown_is_what_the_rest_is_called(tmp_path: Path) -> None:
    text = "\n\n".join(f"**{label}**\n{text}" for label, text in LABELLED)
    (tmp_path / "a.md").write_text(f"{text}\n\nThen they\n**fold** it.\n", encoding="utf-8")
    found = {p.text: str(p.role) for p in passages(tmp_path / "a.md")}
    assert [found[text] for _, text in LABELLED] == ["objective", "task", "assessment", "note"]
    assert found["Then they fold it."] == "task"
