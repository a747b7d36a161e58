"""Word documents: real heading, list and table styles, running header and footer."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import docx
from docx.document import Document as Word
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from building.archive import freeze
from building.documents import (
    Block,
    Document,
    Heading,
    Listing,
    Note,
    PageBreak,
    Paragraph,
    Table,
    plain_text,
    runs,
)

WRITTEN = datetime(2024, 8, 1, 9, 0, 0)
WORDS_ON_A_PAGE = 380
FONTS = {"north": "Calibri", "river": "Georgia"}


def write(document: Document, path: Path) -> None:
    """Write a document as .docx."""
    word = docx.Document()
    _set_properties(word, document)
    _set_font(word, FONTS.get(document.front.get("school", ""), "Arial"))
    _add_header_and_footer(word, document)
    for block in document.blocks:
        _add_block(word, block)
        if document.has_contents and isinstance(block, Heading) and block.level == 1:
            _add_contents(word, document)
    word.save(str(path))
    freeze(path)


def _set_properties(word: Word, document: Document) -> None:
    """Fixed dates and a plausible author."""
    properties = word.core_properties
    properties.title = document.title
    properties.subject = document.front.get("subject", "")
    properties.author = properties.last_modified_by = document.front.get("author", "")
    properties.created = properties.modified = WRITTEN
    properties.comments = ""


def _set_font(word: Word, name: str) -> None:
    """One body font for each school."""
    word.styles["Normal"].font.name = name
    word.styles["Normal"].font.size = Pt(11)


def _add_header_and_footer(word: Word, document: Document) -> None:
    """The running header, and the footer with its page number."""
    section = word.sections[0]
    section.header.paragraphs[0].text = document.header
    footer = section.footer.paragraphs[0]
    footer.text = f"{document.footer} | Page "
    _add_field(footer, "PAGE", "1")


def _add_field(paragraph: WordParagraph, instruction: str, shown: str) -> None:
    """A simple field that Word updates by itself."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = shown
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def _add_contents(word: Word, document: Document) -> None:
    """A typed table of contents with dotted leaders."""
    word.add_paragraph().add_run("Contents").bold = True
    for heading, page in _estimated_pages(document):
        line = word.add_paragraph(f"{heading.text}\t{page}")
        line.paragraph_format.tab_stops.add_tab_stop(Inches(6), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
        line.paragraph_format.space_after = Pt(2)


def _estimated_pages(document: Document) -> list[tuple[Heading, int]]:
    """Each main heading with the page it should fall on."""
    pages, words = [], 0
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 2:
            pages.append((block, 1 + words // WORDS_ON_A_PAGE))
        words += len(plain_text(block).split())
    return pages


def _add_block(word: Word, block: Block) -> None:
    """One block in its Word style."""
    match block:
        case Heading(level=level, text=text):
            word.add_heading(text, level - 1)
        case Paragraph(text=text):
            _add_runs(word.add_paragraph(), text)
        case Listing(items=items, numbered=numbered):
            for item in items:
                _add_runs(word.add_paragraph(style=_list_style(numbered)), item)
        case Note(text=text):
            _add_runs(word.add_paragraph(style="Intense Quote"), text)
        case Table():
            _add_table(word, block)
        case PageBreak():
            word.add_page_break()


def _list_style(numbered: bool) -> str:
    """Word's name for a list style."""
    return "List Number" if numbered else "List Bullet"


def _add_runs(paragraph: WordParagraph, text: str) -> None:
    """Text with its bold and italic runs."""
    for run in runs(text):
        added = paragraph.add_run(run.text)
        added.bold, added.italic = run.bold or None, run.italic or None


def _add_table(word: Word, table: Table) -> None:
    """A grid whose first row is bold."""
    grid = word.add_table(len(table.rows), len(table.rows[0]), style="Table Grid")
    for i, row in enumerate(table.rows):
        for cell, text in zip(grid.rows[i].cells, row, strict=True):
            _add_runs(cell.paragraphs[0], f"**{text}**" if i == 0 and text else text)
    word.add_paragraph()
