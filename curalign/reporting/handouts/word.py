"""Hand-outs -> a Word document: headings, tables with header rows, its language and title, pictures with words."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from curalign.reporting.handouts.bars import draw_bar
from curalign.reporting.handouts.pages import title_of
from curalign.reporting.handouts.values import Bar, Block, Bullets, Handout, Item, Section, Table

if TYPE_CHECKING:
    from docx.document import Document

_LOCALES = {"en": "en-US", "es": "es-US"}
_EPOCH = (1980, 1, 1, 0, 0, 0)
_SOFT = "4A4F55"


def to_word(sheets: Sequence[Handout]) -> bytes:
    """Write hand-outs as one Word document, each on pages of its own.

    Args:
        sheets: At least one; all of one language.

    Returns:
        A .docx file, the same bytes for the same hand-outs.

    """
    import docx

    document = docx.Document()
    _prepare(document, sheets)
    for at, sheet in enumerate(sheets):
        _add_sheet(document, sheet, new_page=at > 0)
    written = io.BytesIO()
    document.save(written)
    return _without_times(written.getvalue())


def _prepare(document: Document, sheets: Sequence[Handout]) -> None:
    """Language, title, margins and large type."""
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    locale = _LOCALES.get(sheets[0].language, sheets[0].language)
    properties = document.core_properties
    properties.title, properties.language, properties.author = title_of(sheets), locale, "curalign"
    properties.comments = ""
    normal = document.styles["Normal"]
    normal.font.size, normal.font.name = Pt(12), "Calibri"
    normal.paragraph_format.space_after = Pt(4)
    for tag in document.styles.element.iter(qn("w:lang")):
        tag.set(qn("w:val"), locale)
    for section in document.sections:
        section.top_margin = section.bottom_margin = Mm(15)
        section.left_margin = section.right_margin = Mm(18)


def _add_sheet(document: Document, sheet: Handout, *, new_page: bool) -> None:
    from docx.shared import Pt

    above = document.add_paragraph()
    above.paragraph_format.page_break_before = new_page
    _soft(above.add_run(sheet.district))
    document.add_heading(sheet.title, level=1)
    _add_section(document, sheet.question, bold=True)
    for at, sentence in enumerate(sheet.headline):
        run = document.add_paragraph().add_run(sentence)
        if at == 0:
            run.bold, run.font.size = True, Pt(14)
            if sheet.bar is not None:
                _add_bar(document, sheet.bar)
    for part in sheet.parts:
        _add_section(document, part)


def _add_section(document: Document, part: Section, *, bold: bool = False) -> None:
    document.add_heading(part.title, level=2)
    for block in part.blocks:
        _add_block(document, block, bold=bold)


def _add_block(document: Document, block: Block, *, bold: bool) -> None:
    if isinstance(block, Table):
        _add_table(document, block)
    elif isinstance(block, Bullets):
        for item in block.items:
            _add_item(document, item)
    else:
        document.add_paragraph().add_run(block.text).bold = bold
        return
    if block.more:
        _soft(document.add_paragraph().add_run(block.more))


def _add_item(document: Document, item: Item) -> None:
    line = document.add_paragraph(style="List Bullet")
    line.add_run(item.quoted)
    if item.source:
        own = f"; {item.text}" if item.text else ""
        _soft(line.add_run(f"{' ' if item.quoted else ''}({item.source}{own})"))
    elif item.text:
        line.add_run(f" {item.text}" if item.quoted else item.text)
    if item.evidence:
        line.add_run("\n" + item.evidence).italic = True
    if item.place:
        _soft(line.add_run(f" {item.place}"))


def _add_table(document: Document, table: Table) -> None:
    """A table under its caption, with a first row that is repeated on the next page."""
    from docx.oxml import OxmlElement

    caption = document.add_paragraph()
    caption.add_run(table.caption).bold = True
    caption.paragraph_format.keep_with_next = True
    grid = document.add_table(rows=1, cols=len(table.header), style="Table Grid")
    _describe(grid, table.caption)
    for cell, text in zip(grid.rows[0].cells, table.header, strict=True):
        cell.paragraphs[0].add_run(text).bold = True
    grid.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # python-docx has no door to it
    for row in table.rows:
        for cell, text in zip(grid.add_row().cells, row, strict=True):
            cell.paragraphs[0].add_run(text)
    for row in grid.rows[:-1]:  # a small table is not torn apart
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True
    document.add_paragraph().paragraph_format.space_after = 0


def _describe(grid: Any, text: str) -> None:
    """What a screen reader says of a table before it reads it."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    words = OxmlElement("w:tblCaption")
    words.set(qn("w:val"), text)
    grid._tbl.tblPr.append(words)  # python-docx has no door to it


def _add_bar(document: Document, bar: Bar) -> None:
    """The count as a picture, with its words as alternative text."""
    import vl_convert
    from docx.shared import Mm

    picture = vl_convert.svg_to_png(draw_bar(bar), scale=3)
    shape = document.add_picture(io.BytesIO(picture), width=Mm(150))
    shape._inline.docPr.set("descr", bar.label)  # python-docx has no door to it


def _soft(run: Any) -> None:
    from docx.shared import RGBColor

    run.font.color.rgb = RGBColor.from_string(_SOFT)


def _without_times(packed: bytes) -> bytes:
    """The same archive with one date on each of its files."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            new.writestr(zipfile.ZipInfo(entry.filename, _EPOCH), old.read(entry), zipfile.ZIP_DEFLATED)
    return written.getvalue()
