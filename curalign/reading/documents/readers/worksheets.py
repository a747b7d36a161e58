"""What the table reader does not see of an Excel workbook: what is hidden or struck out, and words beside the cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html import unescape

from curalign.errors import UnreadableError
from curalign.reading.documents.drafts import Piece
from curalign.reading.documents.readers.drawn import drawn, paragraph
from curalign.reading.documents.readers.markup import Package, chosen
from curalign.reading.documents.readers.page_headers import telling
from curalign.reading.documents.readers.struck_cells import partly_struck, struck_cells, struck_styles

_WORKBOOK = "xl/workbook.xml"
# Sheets are large, and hardly any has a hidden row, so what marks one is looked for in the bytes.
_HIDDEN = (b'hidden="1"', b'hidden="true"')
_ROW = re.compile(rb'<(?:\w+:)?row\b(?=[^>]*\shidden="(?:1|true)")[^>]*?\sr="(\d{1,7})"')
_COLUMNS = re.compile(rb'<(?:\w+:)?col\b(?=[^>]*\shidden="(?:1|true)")[^>]*>')
_REACH = re.compile(rb'\b(min|max)="(\d{1,5})"')
_HEADER = re.compile(rb"<(?:\w+:)?(?:odd|even|first)Header>([^<]{1,2000})<")
_HEADER_MARKS = re.compile(r'&(?:"[^"]*"|K[0-9A-Fa-f]{6}|K\d\d[+-]\d{3}|\d{1,3}|[BIUESXYPNDTFAZGOH])')
_TAIL = 50_000  # bytes at a sheet's end, where its page header is
_HEADER_PARTS = re.compile(r"&[LCR]|\n")


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside the cells of one sheet, and which of its rows (from 1) and columns (from 0) are hidden.

    `heads` are the lines at the head of its pages that tell of the lesson; `struck` are cells that are struck out, by
    row and column, and `partly` what stays of texts of which a part is; `comments` hang on cells.
    """

    words: tuple[Piece, ...] = ()
    rows: frozenset[int] = frozenset()
    columns: frozenset[int] = field(default_factory=frozenset)
    heads: tuple[str, ...] = ()
    struck: frozenset[tuple[int, int]] = frozenset()
    partly: dict[str, str] = field(default_factory=dict)
    comments: int = 0


def beside_cells(data: bytes) -> dict[int, Beside]:
    """By the sheet's number; nothing for workbooks of other programs and for sheets that are damaged."""
    try:
        package = Package(data)
        if _WORKBOOK not in package.names:
            return {}
        relations = package.relations(_WORKBOOK)
        sheets = [node for node in package.part(_WORKBOOK).iter() if node.tag.endswith("}sheet")]
        names = [next((value for name, value in sheet.items() if name.endswith("}id")), "") for sheet in sheets]
    except UnreadableError:
        return {}
    struck, partly = _struck(package), partly_struck(package)
    found = {}
    for number, name in enumerate(names, 1):
        try:
            found[number] = replace(_sheet(package, relations.get(name, ""), struck), partly=partly)
        except UnreadableError:
            continue
    return found


def _struck(package: Package) -> frozenset[int]:
    try:
        return struck_styles(package)
    except UnreadableError:
        return frozenset()


def _sheet(package: Package, path: str, struck: frozenset[int]) -> Beside:
    content = package.content(path)
    rows, columns = frozenset[int](), frozenset[int]()
    if any(mark in content for mark in _HIDDEN):
        rows = frozenset(int(row[1]) for row in _ROW.finditer(content))
        columns = frozenset(column for mark in _COLUMNS.finditer(content) for column in _reached(mark[0]))
    parts = package.relations(path).values()
    drawings = [part for part in parts if "/drawings/drawing" in part]
    comments = [part for part in parts if re.search(r"/comments\d*\.xml$", part) and part in package.names]
    words = [piece for part in drawings if part in package.names for piece in _words(package, part)]
    return Beside(
        tuple(words),
        rows,
        columns,
        heads=tuple(telling(_heads(content))),
        struck=struck_cells(content, struck),
        comments=sum(package.content(part).count(b"<comment ") for part in comments),
    )


def _heads(sheet: bytes) -> Iterator[str]:
    """The lines at the head of a sheet's pages, without the marks of how they look."""
    for head in _HEADER.finditer(sheet, max(len(sheet) - _TAIL, 0)):
        text = unescape(head[1].decode("utf-8", "replace")).replace("&&", "\0")
        yield from (_HEADER_MARKS.sub("", part).replace("\0", "&") for part in _HEADER_PARTS.split(text))


def _reached(mark: bytes) -> range:
    """The columns that one mark hides; one that reaches over all that follow hides the empty rest of the sheet."""
    ends = {name: int(number) for name, number in _REACH.findall(mark)}
    return range(ends.get(b"min", 1) - 1, min(ends.get(b"max", 0), 16_384))


def _words(package: Package, path: str) -> Iterator[Piece]:
    relations = package.relations(path)
    waiting = [package.part(path, local_names=True)]
    while waiting:
        node = waiting.pop()
        if node.tag == "txBody":
            yield from (Piece(paragraph(p)) for p in node.iter("p"))
        elif node.tag == "graphicData":
            yield from drawn(package, node, relations)
        else:
            waiting += [chosen(node)] if node.tag == "AlternateContent" else reversed(node)
