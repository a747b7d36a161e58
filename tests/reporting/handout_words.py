"""What a hand-out says: our own words, those of others, and all of them, as lists of texts; and how long it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from curalign.reporting.handouts import Handout, to_page
from curalign.reporting.handouts.values import Bullets, Paragraph, Section, Table

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def sections(sheet: Handout) -> tuple[Section, ...]:
    return (sheet.question, *sheet.parts)


def sentences(sheet: Handout) -> Iterator[str]:
    """Our own sentences: no heading, no cell of a table, no statement of a standard, no quote, no file."""
    yield from sheet.headline
    for part in sections(sheet):
        for block in part.blocks:
            if isinstance(block, Paragraph):
                yield block.text
            elif isinstance(block, Bullets):
                yield from (item.text for item in block.items if item.text)


def labels(sheet: Handout) -> Iterator[str]:
    """Our own words besides: headings, captions, heads of columns, cells without a number, and what was left out."""
    yield sheet.title
    for part in sections(sheet):
        yield part.title
        for block in part.blocks:
            if isinstance(block, Table):
                yield from (block.caption, *block.header)
                yield from (cell for row in block.rows for cell in row)
            if isinstance(block, Bullets | Table) and block.more:
                yield block.more
    if sheet.bar is not None:
        yield sheet.bar.label


def quoted(sheet: Handout) -> Iterator[str]:
    """What others wrote."""
    for part in sections(sheet):
        for block in part.blocks:
            if isinstance(block, Bullets):
                for item in block.items:
                    yield from filter(None, (item.quoted, item.source, item.evidence, item.place))


def everything(sheet: Handout) -> list[str]:
    return [sheet.district, *labels(sheet), *sentences(sheet), *quoted(sheet)]


def pages_on_paper(browser: Browser, sheets: Sequence[Handout], paper: str = "Letter") -> int:
    """How many pages a browser prints them on."""
    import pypdfium2

    tab = browser.new_page()
    tab.set_content(to_page(sheets))
    printed = tab.pdf(format=paper)
    tab.close()
    return len(pypdfium2.PdfDocument(printed))
