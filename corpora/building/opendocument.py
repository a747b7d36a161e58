"""OpenDocument texts."""

from __future__ import annotations

from pathlib import Path

from odf import dc, meta
from odf.opendocument import OpenDocumentText
from odf.style import (
    Footer,
    FooterStyle,
    Header,
    HeaderStyle,
    MasterPage,
    PageLayout,
    ParagraphProperties,
    Style,
    TextProperties,
)
from odf.table import Table as Grid
from odf.table import TableCell, TableColumn, TableRow
from odf.text import H, List, ListItem, P, PageNumber, Span

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
    runs,
)

WRITTEN = "2024-08-01T09:00:00"


def write(document: Document, path: Path) -> None:
    """Write a document as .odt."""
    text = OpenDocumentText()
    _set_properties(text, document)
    _add_styles(text)
    _add_header_and_footer(text, document)
    for block in document.blocks:
        _add_block(text, block)
    text.save(str(path))
    freeze(path)


def _set_properties(text: OpenDocumentText, document: Document) -> None:
    """Title, author and fixed dates in place of those of the build."""
    for element in list(text.meta.childNodes):
        text.meta.removeChild(element)
    text.meta.addElement(dc.Title(text=document.title))
    text.meta.addElement(dc.Creator(text=document.front.get("author", "")))
    text.meta.addElement(meta.CreationDate(text=WRITTEN))
    text.meta.addElement(dc.Date(text=WRITTEN))


def _add_styles(text: OpenDocumentText) -> None:
    """Bold and italic runs, and a paragraph that opens a page."""
    bold = Style(name="Bold", family="text")
    bold.addElement(TextProperties(fontweight="bold"))
    italic = Style(name="Italic", family="text")
    italic.addElement(TextProperties(fontstyle="italic"))
    opener = Style(name="Opener", family="paragraph")
    opener.addElement(ParagraphProperties(breakbefore="page"))
    for style in (bold, italic, opener):
        text.automaticstyles.addElement(style)


def _add_header_and_footer(text: OpenDocumentText, document: Document) -> None:
    """The running header, and the footer with its page number."""
    layout = PageLayout(name="Page")
    layout.addElement(HeaderStyle())
    layout.addElement(FooterStyle())
    text.automaticstyles.addElement(layout)
    page = MasterPage(name="Standard", pagelayoutname=layout)
    header = Header()
    header.addElement(P(text=document.header))
    footer = Footer()
    line = P(text=f"{document.footer} | Page ")
    line.addElement(PageNumber(selectpage="current"))
    footer.addElement(line)
    page.addElement(header)
    page.addElement(footer)
    text.masterstyles.addElement(page)


def _add_block(document: OpenDocumentText, block: Block) -> None:
    """One block in OpenDocument's elements."""
    match block:
        case Heading(level=level, text=text):
            document.text.addElement(H(outlinelevel=level, text=text))
        case Paragraph(text=text) | Note(text=text):
            document.text.addElement(_paragraph(text))
        case Listing(items=items):
            document.text.addElement(_list(items))
        case Table():
            document.text.addElement(_table(block))
        case PageBreak():
            document.text.addElement(P(stylename="Opener"))


def _paragraph(text: str) -> P:
    """A paragraph with its bold and italic runs."""
    paragraph = P()
    for run in runs(text):
        if run.bold or run.italic:
            paragraph.addElement(Span(stylename="Bold" if run.bold else "Italic", text=run.text))
        else:
            paragraph.addText(run.text)
    return paragraph


def _list(items: tuple[str, ...]) -> List:
    """A list with one paragraph in each item."""
    listing = List()
    for item in items:
        element = ListItem()
        element.addElement(_paragraph(item))
        listing.addElement(element)
    return listing


def _table(table: Table) -> Grid:
    """A table, cell by cell."""
    grid = Grid()
    grid.addElement(TableColumn(numbercolumnsrepeated=len(table.rows[0])))
    for row in table.rows:
        line = TableRow()
        for text in row:
            cell = TableCell(valuetype="string")
            cell.addElement(_paragraph(text))
            line.addElement(cell)
        grid.addElement(line)
    return grid
