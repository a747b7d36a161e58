"""What the table reader does not see of an OpenDocument workbook: what it hides or strikes out, comments, shapes."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from curalign.domain.materials import Form
from curalign.reading.documents.drafts import Piece
from curalign.reading.documents.readers import opendocument
from curalign.reading.documents.readers.markup import Package, whole_number
from curalign.reading.documents.readers.opendocument_parts import (
    EQUATION,
    footer_lines,
    header_lines,
    put_objects,
    styles_of,
)
from curalign.reading.documents.readers.page_headers import telling, telling_feet

CONTENT = "content.xml"
_OFFICE, _TABLE, _STYLE = (
    f"{{urn:oasis:names:tc:opendocument:xmlns:{name}:1.0}}" for name in ("office", "table", "style")
)
_MARKS = (b"collapse", b'"filter"', b"draw:", b"annotation", b"line-through", b'display="false"')
_MAX_REPEATS = 20_000  # rows or columns that one mark stands for: more are the empty rest of a sheet

_Own = tuple[tuple[Piece, ...], frozenset[int], frozenset[int], dict[tuple[int, int], str], int]
Marks = tuple[*_Own, tuple[str, ...]]
"""The words of shapes; hidden rows, from 1, and columns, from 0; what is left of struck cells; how many comments; and
what the headers and footers of pages tell.
"""


def marked_in(package: Package) -> Iterator[tuple[int, Marks]]:
    """Each sheet with its number; nothing where a workbook holds none of it, so that large ones cost nothing."""
    content = package.content(CONTENT)
    heads = _heads(package)
    if not any(mark in content for mark in _MARKS):
        yield 1, ((), frozenset(), frozenset(), {}, 0, heads)
        return
    root = package.part(CONTENT)
    put_objects(root, package)
    struck = {name for name, properties in _text_styles(root) if _strikes(properties)}
    for number, table in enumerate(root.findall(f"./*/{_OFFICE}spreadsheet/{_TABLE}table"), 1):
        yield number, (*_marks(table, struck), heads if number == 1 else ())


def _heads(package: Package) -> tuple[str, ...]:
    """What the headers and footers of pages tell of the lesson, of whichever sheet they are."""
    styles = styles_of(package)
    return (*telling(header_lines(styles)), *telling_feet(footer_lines(styles)))


def _marks(table: Element, struck: set[str]) -> _Own:
    rows, columns = frozenset(_hidden(table, "row")), frozenset(_hidden(table, "column"))
    cells = {
        (line, at): ""
        for line, row, _ in _each(table, "row", [1], is_hidden=False)
        for at, cell in _cells(row)
        if cell.get(_TABLE + "style-name") in struck
    }
    comments = sum(1 for _ in table.iter(_OFFICE + "annotation"))
    return tuple(_shapes(table)), rows, columns, cells, comments


def _hidden(table: Element, kind: str) -> Iterator[int]:
    start = 1 if kind == "row" else 0
    for number, element, is_hidden in _each(table, kind, [start], is_hidden=False):
        if is_hidden or element.get(_TABLE + "visibility") in ("collapse", "filter"):
            yield from range(number, number + min(_repeats(element, f"{kind}s"), _MAX_REPEATS))


def _each(node: Element, kind: str, at: list[int], *, is_hidden: bool) -> Iterator[tuple[int, Element, bool]]:
    """The rows or the columns of a table, each with its number, and whether the group that it is in is folded away."""
    for child in node:
        if child.tag == f"{_TABLE}table-{kind}":
            yield at[0], child, is_hidden
            at[0] += _repeats(child, f"{kind}s")
        elif child.tag.startswith(f"{_TABLE}table-") and f"-{kind}" in child.tag:  # a header, a group
            yield from _each(child, kind, at, is_hidden=is_hidden or child.get(_TABLE + "display") == "false")


def _cells(row: Element) -> Iterator[tuple[int, Element]]:
    at = 0
    for cell in row:
        repeats = _repeats(cell, "columns")
        yield from ((at + more, cell) for more in range(repeats if len(cell) and repeats <= _MAX_REPEATS else 0))
        at += repeats


def _repeats(node: Element, what: str) -> int:
    return max(whole_number(node.get(f"{_TABLE}number-{what}-repeated"), 1), 1)


def _shapes(table: Element) -> Iterator[Piece]:
    """The words of what is drawn on a sheet; those of boxes that hang in a cell are given by the table reader."""
    for shapes in table.findall(_TABLE + "shapes"):
        yield from opendocument.pieces_of(shapes, Form.PARAGRAPH)
    for cell in table.iter(_TABLE + "table-cell"):
        objects = Element("objects")
        objects.extend(each for each in cell if each.tag == EQUATION or any(map(_is_body, each)))
        yield from opendocument.pieces_of(objects, Form.PARAGRAPH)


def _is_body(node: Element) -> bool:
    """Whether this is the body of a document that was put in the place of what shows it."""
    return node.tag.startswith(_OFFICE) and not node.tag.endswith("}annotation")


def _text_styles(root: Element) -> Iterator[tuple[str, Element]]:
    for style in root.iter(_STYLE + "style"):
        if style.get(_STYLE + "family") == "table-cell":
            yield from ((style.get(_STYLE + "name", ""), properties) for properties in style)


def _strikes(properties: Element) -> bool:
    return properties.get(_STYLE + "text-line-through-style", "none") != "none"
