"""Slide decks: one slide for each heading, block quotes as speaker notes."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pptx
from pptx.presentation import Presentation
from pptx.slide import Slide
from pptx.text.text import TextFrame
from pptx.util import Emu, Inches, Pt

from building.archive import freeze
from building.documents import (
    Block,
    Document,
    Heading,
    Listing,
    Note,
    Paragraph,
    Table,
    runs,
    unmarked,
)

WRITTEN = datetime(2024, 8, 1, 9, 0, 0)
TITLE_LAYOUT, CONTENT_LAYOUT = 0, 1


def write(document: Document, path: Path) -> None:
    """Write a document as .pptx."""
    deck = pptx.Presentation()
    _set_properties(deck, document)
    slide = None
    for block in document.blocks:
        if isinstance(block, Heading):
            slide = _add_slide(deck, block, document.footer)
        elif slide is not None:
            _add_block(slide, block)
    deck.save(str(path))
    freeze(path)


def _set_properties(deck: Presentation, document: Document) -> None:
    """Fixed dates and a plausible author."""
    properties = deck.core_properties
    properties.title = document.title
    properties.author = properties.last_modified_by = document.front.get("author", "")
    properties.created = properties.modified = WRITTEN
    properties.comments = ""


def _add_slide(deck: Presentation, heading: Heading, footer: str) -> Slide:
    """A slide with its title and a small footer line."""
    layout = TITLE_LAYOUT if heading.level == 1 else CONTENT_LAYOUT
    slide: Slide = deck.slides.add_slide(deck.slide_layouts[layout])
    slide.placeholders[0].text_frame.text = heading.text
    box = slide.shapes.add_textbox(Inches(0.5), Inches(7.05), Inches(9), Inches(0.35))
    box.text_frame.text = footer
    box.text_frame.paragraphs[0].runs[0].font.size = Pt(10)
    return slide


def _add_block(slide: Slide, block: Block) -> None:
    """Text goes into the body, tables below it, block quotes into the notes."""
    match block:
        case Paragraph(text=text):
            _add_line(slide.placeholders[1].text_frame, text)
        case Listing(items=items):
            for item in items:
                _add_line(slide.placeholders[1].text_frame, item)
        case Note(text=text):
            _add_note(slide, unmarked(text))
        case Table():
            _add_table(slide, block)


def _add_note(slide: Slide, text: str) -> None:
    """One more paragraph of speaker notes."""
    notes = slide.notes_slide.notes_text_frame
    if notes is not None:
        notes.text = "\n".join(filter(None, [notes.text, text]))


def _add_line(frame: TextFrame, text: str) -> None:
    """One body line; the first one fills the empty paragraph that is there."""
    first = frame.paragraphs[0]
    line = frame.add_paragraph() if first.runs else first
    for run in runs(text):
        added = line.add_run()
        added.text = run.text
        added.font.size = Pt(18)
        added.font.bold, added.font.italic = run.bold or None, run.italic or None


def _add_table(slide: Slide, table: Table) -> None:
    """A table in the lower half of the slide."""
    rows, columns = len(table.rows), len(table.rows[0])
    left, top, width = Inches(0.5), Inches(4.2), Inches(9)
    shape = slide.shapes.add_table(rows, columns, left, top, width, Emu(300000 * rows))
    for i, row in enumerate(table.rows):
        for j, text in enumerate(row):
            shape.table.cell(i, j).text = unmarked(text)
