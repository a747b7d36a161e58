"""PDF: paragraphs, items, headings and rows out of the places of its words and the lines that are drawn around them.

`document` opens a document, and each page of it goes through these modules, in this order:

1. `words` makes words of letters; `rules` finds what is drawn: lines, boxes, dots.
2. `marks` mends large initials and puts in drawn bullets; `sums` and `formulas` write what is stacked in one line.
3. `annotations` adds what people filled in and typed, and takes out what they struck.
4. `layout` sets apart what stands by itself: in the grids of `rules`, `typed` puts what was typed where it belongs and
   `tables` reads cells; `marks` takes words across the page, `frames` boxes with text, `stacked` letters in a column.
5. `lines` makes lines of what is left, `gutters` parts them at narrow gaps. Their order is for `beside` (columns out of
   step) to find, which asks `middles` (labels half-way down their rows), which asks `lines` (columns, rows) last.
6. `paragraphs` joins lines to paragraphs and items.
7. After the last page `document` finds headings, `furniture` takes away running heads and feet, `breaks` joins texts
   that the end of a page or column has torn, and `furniture` tables.
"""

from __future__ import annotations

from curalign.reading.documents.readers.pdf.document import read

__all__ = ["read"]
