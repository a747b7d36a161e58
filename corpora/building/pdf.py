"""PDF documents: headings by size, page numbers, running footer, optional contents."""

from __future__ import annotations

from html import escape
from pathlib import Path

from reportlab.lib import colors
from reportlab.lib.enums import TA_LEFT
from reportlab.lib.pagesizes import LETTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import inch
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Spacer
from reportlab.platypus import ListFlowable as Items
from reportlab.platypus import PageBreak as NewPage
from reportlab.platypus import Paragraph as Text
from reportlab.platypus import Table as Grid
from reportlab.platypus.tableofcontents import TableOfContents

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

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10.5, leading=14, spaceAfter=7, alignment=TA_LEFT)
QUOTE = ParagraphStyle("quote", BODY, leftIndent=18, rightIndent=18, textColor=colors.dimgray)
CELL = ParagraphStyle("cell", BODY, fontSize=9, leading=11, spaceAfter=0)
HEADINGS = {
    level: ParagraphStyle(
        f"heading{level}",
        BODY,
        fontName="Helvetica-Bold",
        fontSize=size,
        leading=size * 1.25,
        spaceBefore=size * 0.8,
        spaceAfter=5,
        keepWithNext=1,
    )
    for level, size in {1: 22, 2: 15, 3: 12, 4: 10.5}.items()
}
GRID_STYLE = [
    ("GRID", (0, 0), (-1, -1), 0.5, colors.grey),
    ("BACKGROUND", (0, 0), (-1, 0), colors.whitesmoke),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
]


class _Template(BaseDocTemplate):
    """A page with a running header and footer that tells the contents of each heading."""

    def __init__(self, document: Document, path: Path) -> None:
        super().__init__(
            str(path),
            pagesize=LETTER,
            invariant=1,
            title=document.title,
            author=document.front.get("author", ""),
            leftMargin=inch,
            rightMargin=inch,
        )
        self.document = document
        frame = Frame(self.leftMargin, self.bottomMargin, self.width, self.height)
        self.addPageTemplates(PageTemplate(frames=[frame], onPage=self._draw_edges))

    def _draw_edges(self, canvas: Canvas, _: BaseDocTemplate) -> None:
        """Header above, footer and page number below."""
        canvas.setFont("Helvetica", 8)
        canvas.drawString(inch, LETTER[1] - 0.6 * inch, self.document.header)
        canvas.drawString(inch, 0.6 * inch, self.document.footer)
        canvas.drawRightString(LETTER[0] - inch, 0.6 * inch, f"Page {canvas.getPageNumber()}")

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 (reportlab's name)
        """Main headings go to the contents, and to the outline that viewers show."""
        style = getattr(flowable, "style", None)
        if style is HEADINGS[2]:
            title, key = flowable.getPlainText(), f"heading-{self.seq.nextf('heading')}"
            self.canv.bookmarkPage(key)
            self.canv.addOutlineEntry(title, key)
            self.notify("TOCEntry", (0, title, self.page, key))


def write(document: Document, path: Path) -> None:
    """Write a document as .pdf."""
    story: list[Flowable] = []
    for block in document.blocks:
        story += _flowables(block)
        if document.has_contents and isinstance(block, Heading) and block.level == 1:
            story += _contents()
    _Template(document, path).multiBuild(story)


def _contents() -> list[Flowable]:
    """A table of contents on a page of its own."""
    contents = TableOfContents(levelStyles=[BODY], dotsMinLevel=0)
    return [Text("Contents", ParagraphStyle("contents", HEADINGS[3])), contents, NewPage()]


def _flowables(block: Block) -> list[Flowable]:
    """One block as reportlab draws it."""
    match block:
        case Heading(level=level, text=text):
            return [Text(_markup(text), HEADINGS[level])]
        case Paragraph(text=text):
            return [Text(_markup(text), BODY)]
        case Note(text=text):
            return [Text(_markup(text), QUOTE)]
        case Listing(items=items, numbered=numbered):
            kind = "1" if numbered else "bullet"
            return [Items([Text(_markup(i), BODY) for i in items], bulletType=kind)]
        case Table(rows=rows):
            cells = [[Text(_markup(cell), CELL) for cell in row] for row in rows]
            return [Grid(cells, style=GRID_STYLE, repeatRows=1), Spacer(1, 10)]
        case PageBreak():
            return [NewPage()]


def _markup(text: str) -> str:
    """Runs as reportlab's inline tags; its built-in fonts know cp1252 only."""
    text.encode("cp1252")
    return "".join(_tagged(escape(run.text), run.bold, run.italic) for run in runs(text))


def _tagged(text: str, bold: bool, italic: bool) -> str:
    """Text between bold or italic tags."""
    if bold:
        return f"<b>{text}</b>"
    return f"<i>{text}</i>" if italic else text
