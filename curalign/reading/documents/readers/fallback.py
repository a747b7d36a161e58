"""PDF and Word by other libraries, for when xberg cannot be loaded or cannot read a file: better than nothing."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from curalign.domain.materials import Form
from curalign.errors import UnreadableError
from curalign.reading.documents.cleaning import row
from curalign.reading.documents.drafts import DAMAGED, LOCKED, Draft, Piece
from curalign.reading.documents.formats import PDF, WORD
from curalign.reading.documents.readers.plain import paragraphs
from curalign.reading.files.file_bytes import Unread

if TYPE_CHECKING:
    from docx.document import Document

MIMES = (PDF.mime, WORD.mime)
"""The media types that are read here."""

_TOLD = (Unread(trouble="simpler-reader"),)
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_LARGER = 1.15  # than the body's letters: a heading's are
_MAX_HEADING_LENGTH = 120  # characters of a heading


def read(data: bytes, mime: str) -> Draft:
    """Read a PDF or a Word document; raises UnreadableError where it is damaged."""
    try:
        return _pdf(data) if mime == PDF.mime else _word(data)
    except (MemoryError, UnreadableError, ImportError):
        raise
    except Exception as error:  # these libraries raise whatever their own libraries do
        raise DAMAGED.as_error() from error


def _pdf(data: bytes) -> Draft:
    """Each page's lines, those in larger letters as headings; what stands in a table is read line by line."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise (LOCKED if locked else DAMAGED).as_error() from error
    with document:
        pages = [_lines(page.get_textpage()) for page in document]
    sizes = Counter[int]()
    for lines in pages:
        for text, size in lines:
            sizes[size] += len(text)
    body = sizes.most_common(1)[0][0] if sizes else 0
    larger = sorted((size for size in sizes if size > _LARGER * body), reverse=True)
    pieces = [
        replace(piece, page=number, line=None)
        for number, lines in enumerate(pages, 1)
        for piece in _headed(lines, larger)
    ]
    blank = [number for number, lines in enumerate(pages, 1) if not any(text.strip() for text, _ in lines)]
    return Draft(pieces, pages=len(pages), blank=blank, left_out=_TOLD)


def _lines(page: Any) -> list[tuple[str, int]]:
    """The lines of a page, each with the size of its first letter in points."""
    from pypdfium2.raw import FPDFText_GetFontSize

    found: list[tuple[str, int]] = []
    at = 0
    for line in page.get_text_range().splitlines(keepends=True):
        found.append((line.rstrip(), round(FPDFText_GetFontSize(page, at))))
        at += len(line)
    return found


def _headed(lines: Sequence[tuple[str, int]], larger: Sequence[int]) -> Iterator[Piece]:
    """Headings, and paragraphs out of the lines between them."""
    held: list[str] = []
    for text, size in lines:
        if size in larger and text.strip() and len(text) <= _MAX_HEADING_LENGTH:
            yield from paragraphs(held)
            held = []
            yield Piece(text, level=min(larger.index(size) + 1, 6))
        else:
            held.append(text)
    yield from paragraphs(held)


def _word(data: bytes) -> Draft:
    import docx

    document = docx.Document(io.BytesIO(data))
    return Draft(list(_blocks(document, document.element.body)), left_out=_TOLD)


def _blocks(document: Document, element: Any) -> Iterator[Piece]:
    """Paragraphs and tables in their order, also those within content controls and tracked insertions."""
    from docx.oxml.table import CT_Tbl
    from docx.oxml.text.paragraph import CT_P
    from docx.table import Table
    from docx.text.paragraph import Paragraph

    for child in element:
        if isinstance(child, CT_P):
            paragraph = Paragraph(child, document._body)
            style = paragraph.style.name if paragraph.style and paragraph.style.name else ""
            heading = _HEADING.match(style)
            level = 0 if style == "Title" else int(heading[1]) if heading else None
            listed = style.startswith("List") or bool(child.xpath("./w:pPr/w:numPr"))
            yield Piece(paragraph.text, Form.ITEM if listed and level is None else Form.PARAGRAPH, level)
        elif isinstance(child, CT_Tbl):
            for cells in Table(child, document._body).rows:
                texts = {id(cell._tc): _cell(document, cell._tc) for cell in cells.cells}  # merged ones come again
                yield Piece(row(texts.values()), Form.ROW)
        elif child.tag.endswith(("}sdt", "}sdtContent", "}ins", "}smartTag", "}customXml")):
            yield from _blocks(document, child)


def _cell(document: Document, element: Any) -> str:
    return " ".join(piece.text for piece in _blocks(document, element) if piece.text)
