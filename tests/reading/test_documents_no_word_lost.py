"""Nothing missing and nothing twice: the words of generated documents, beside what other readers find in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html import escape
from pathlib import Path

import docx
import pdfplumber
import pytest
import xlsxwriter
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from pptx import Presentation
from pptx.util import Inches
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import BalancedColumns, Flowable, ListFlowable, ListItem, Paragraph, SimpleDocTemplate, Table

from curalign.reading.documents.archives import Job
from curalign.reading.documents.drafts import Draft
from curalign.reading.documents.worker import read

TEXT = (
    "Pupils measure the length of a table 35. 28) 7. a) A. I 2.NBT.B.5 (3.NF.A.1) 3/4 and compare; which is greater, "
    "then they write it on page 12 of Unit 6. half-hour Exit ticket: 2. 3. 1 2 3 4 x y Ana said 10 cm to Luis año"
)
WORDS = TEXT.split()
STYLES = getSampleStyleSheet()
BODY = STYLES["BodyText"]

Rows = list[list[str]]
Part = tuple[str, str | list[str] | Rows]

few = settings(max_examples=20, deadline=None, derandomize=True, phases=[Phase.explicit, Phase.generate])

a_text = st.lists(st.sampled_from(WORDS), min_size=1, max_size=40).map(" ".join)
a_cell = st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join)
rows = st.lists(st.lists(a_cell, min_size=3, max_size=3), min_size=2, max_size=9)
part: st.SearchStrategy[Part] = st.one_of(
    st.tuples(st.just("text"), a_text),
    st.tuples(st.just("heading"), a_text.map(lambda text: text[:50])),
    st.tuples(st.just("items"), st.lists(a_text, min_size=1, max_size=5)),
    st.tuples(st.sampled_from(["ruled", "table"]), rows),
    st.tuples(st.just("columns"), st.lists(a_text, min_size=1, max_size=5)),
)
parts = st.lists(part, min_size=1, max_size=6)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("generated")


def words(texts: Iterator[str] | str) -> Counter[str]:
    """The words of texts without the signs around them."""
    text = texts if isinstance(texts, str) else " ".join(texts)
    found = (word.strip(".,;:()|[]•☐☒") for word in text.split())
    return Counter(word for word in found if word)


def plumbed(path: Path) -> Counter[str]:
    """The words that pdfplumber finds in a PDF."""
    with pdfplumber.open(path) as document:
        pages = [page.extract_text().replace("(cid:127)", " ") for page in document.pages]
    return words(" ".join(pages))


def found_in(path: Path) -> Counter[str]:
    draft = read(str(path), Job(path.name))
    assert isinstance(draft, Draft)
    return words(piece.text for piece in draft.pieces)


def texts(content: str | list[str] | Rows) -> Iterator[str]:
    if isinstance(content, str):
        yield content
    else:
        for each in content:
            yield from texts(each)


def said(given: list[Part]) -> Counter[str]:
    return words(text for _, content in given for text in texts(content))


def flowing(kind: str, content: str | list[str] | Rows) -> Flowable:
    if isinstance(content, str):
        return Paragraph(content, STYLES["Heading2"] if kind == "heading" else BODY)
    if kind == "items":
        return ListFlowable([ListItem(Paragraph(str(text), BODY)) for text in content], bulletType="bullet")
    if kind == "columns":
        return BalancedColumns([Paragraph(str(text), BODY) for text in content], nCols=2)
    style = [("GRID", (0, 0), (-1, -1), 0.7, "black")] if kind == "ruled" else []
    return Table([[Paragraph(cell, BODY) for cell in row] for row in content], style=style)


@few
@given(parts)
def test_a_pdf_has_the_words_that_another_reader_finds_in_it(folder: Path, given: list[Part]) -> None:
    path = folder / "a.pdf"
    SimpleDocTemplate(str(path)).build([flowing(*each) for each in given])
    assert found_in(path) == plumbed(path) == said(given)


@few
@given(st.lists(a_text, min_size=2, max_size=12))
def test_of_a_numbered_list_in_a_pdf_only_the_numbers_may_go(folder: Path, given: list[str]) -> None:
    path = folder / "list.pdf"
    SimpleDocTemplate(str(path)).build([ListFlowable([Paragraph(text, BODY) for text in given], bulletType="1")])
    other, found = plumbed(path), found_in(path)
    assert not found - other
    assert set(other - found) <= {str(number) for number in range(1, len(given) + 1)}
    assert not words(" ".join(given)) - found


@few
@given(st.lists(a_text, min_size=2, max_size=6), st.integers(1, 90))
def test_of_the_pages_of_a_pdf_only_their_numbers_and_heads_go(folder: Path, given: list[str], first: int) -> None:
    from reportlab.pdfgen.canvas import Canvas

    path = folder / "pages.pdf"
    canvas = Canvas(str(path))
    for number, text in enumerate(given, first):
        for at, word in enumerate(text.split()):
            canvas.drawString(72 + at % 6 * 70, 640 - at // 6 * 14, word)
        canvas.drawString(72, 800, "Maple Valley")
        canvas.drawString(300, 30, str(number))
        canvas.showPage()
    canvas.save()
    foot = Counter(str(number) for number in range(first, first + len(given)))
    head = Counter({"Maple": len(given), "Valley": len(given)})
    assert found_in(path) == plumbed(path) - foot - head


@few
@given(parts)
def test_a_word_document_has_all_its_words_once(folder: Path, given: list[Part]) -> None:
    document = docx.Document()
    for kind, content in given:
        if isinstance(content, str):
            document.add_heading(content, 2) if kind == "heading" else document.add_paragraph(content)
        elif isinstance(content[0], str):
            for text in content:
                document.add_paragraph(str(text), style="List Bullet")
        else:
            table = document.add_table(len(content), 3)
            for at, row in enumerate(content):
                for column, text in enumerate(row):
                    table.cell(at, column).text = text
    path = folder / "a.docx"
    document.save(str(path))
    assert found_in(path) == said(given)


@few
@given(parts)
def test_a_web_page_has_all_its_words_once(folder: Path, given: list[Part]) -> None:
    markup: list[str] = []
    for kind, content in given:
        if isinstance(content, str):
            tag = "h2" if kind == "heading" else "p"
            markup.append(f"<{tag}>{escape(content)}</{tag}>")
        elif isinstance(content[0], str):
            markup.append(f"<ul>{''.join(f'<li>{escape(str(text))}' for text in content)}</ul>")
        else:
            cells = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in content)
            markup.append(f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>")
    path = folder / "a.html"
    path.write_text(f"<!DOCTYPE html><meta charset=utf-8>{''.join(markup)}", encoding="utf-8")
    assert found_in(path) == said(given)


@few
@given(rows)
def test_a_sheet_has_all_its_words_once(folder: Path, given: Rows) -> None:
    path = folder / "a.xlsx"
    with xlsxwriter.Workbook(str(path), {"strings_to_numbers": False}) as book:
        sheet = book.add_worksheet("Plan")
        for at, row in enumerate(given):
            sheet.write_row(at, 0, row)
    has_words = any(cell for row in given for cell in row)
    assert found_in(path) == words(texts(given)) + Counter({"Plan": 1} if has_words else {})


@settings(few, max_examples=6)
@given(st.lists(st.tuples(a_text, a_text), min_size=1, max_size=3))
def test_a_deck_has_all_its_words_once(folder: Path, given: list[tuple[str, str]]) -> None:
    presentation = Presentation()
    for title, body in given:
        slide = presentation.slides.add_slide(presentation.slide_layouts[5])
        slide.shapes.title.text = title
        slide.shapes.add_textbox(Inches(1), Inches(3), Inches(6), Inches(2)).text_frame.text = body
    path = folder / "a.pptx"
    presentation.save(str(path))
    assert found_in(path) == words(text for pair in given for text in pair)
