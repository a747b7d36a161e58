"""What the table reader does not see of a workbook: what it hides or strikes out, comments, and words in shapes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape

from curalign.errors import UnreadableError
from curalign.reading.documents.drafts import Piece
from curalign.reading.documents.readers import omitted
from curalign.reading.documents.readers.drawn import drawn, paragraph
from curalign.reading.documents.readers.embedded import Embedded
from curalign.reading.documents.readers.fields import TICKED, UNTICKED
from curalign.reading.documents.readers.markup import Package, chosen, is_on
from curalign.reading.documents.readers.opendocument_sheets import CONTENT, marked_in
from curalign.reading.documents.readers.page_headers import telling, telling_feet
from curalign.reading.documents.readers.struck_cells import Struck, struck_in
from curalign.reading.files.file_bytes import Unread

_WORKBOOK = "xl/workbook.xml"
# Sheets are large, and hardly any has a hidden row, so what marks one is looked for in the bytes.
_HIDDEN = (b'hidden="1"', b'hidden="true"')
_ROW = re.compile(rb'<(?:\w+:)?row\b(?=[^>]*\shidden="(?:1|true)")[^>]*?\sr="(\d{1,7})"')
_COLUMNS = re.compile(rb'<(?:\w+:)?col\b(?=[^>]*\shidden="(?:1|true)")[^>]*>')
_COMMENTS, _COMMENT = re.compile(r"/comments\d*\.xml$"), re.compile(rb"<(?:\w+:)?comment\s")
_OBJECT, _SAID = (
    re.compile(rb"<(?:\w+:)?oleObject\s[^>]{1,2000}>"),
    re.compile(rb'(?:\w+:)?(id|progId|shapeId)="([^"]*)"'),
)
_CONTROL = re.compile(rb"<(?:\w+:)?control\s[^>]{1,2000}>")
_REACH = re.compile(rb'\b(min|max)="(\d{1,5})"')
_HEADER, _FOOTER = (
    re.compile(rb"<(?:\w+:)?(?:odd|even|first)%b>([^<]{1,2000})<" % side) for side in (b"Header", b"Footer")
)
_HEADER_MARKS = re.compile(r'&(?:"[^"]*"|K[0-9A-Fa-f]{6}|K\d\d[+-]\d{3}|\d{1,3}|[BIUESXYPNDTFAZGOH])')
_CELLS = b"sheetData"  # what ends before a sheet's page header and footer and the objects on it
_HEADER_PARTS = re.compile(r"&[LCR]|\n")


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside the cells of one sheet, and which of its rows (from 1) and columns (from 0) are hidden.

    `struck` is what is left of cells that are struck out; `comments` are counted; `heads` are the lines at the head
    and the foot of its pages that tell of the lesson; `lost` is what was not read of the documents on the sheet.
    """

    words: tuple[Piece, ...] = ()
    rows: frozenset[int] = frozenset()
    columns: frozenset[int] = field(default_factory=frozenset)
    struck: Mapping[tuple[int, int], str] = field(default_factory=dict)
    comments: int = 0
    heads: tuple[str, ...] = ()
    lost: tuple[Unread, ...] = ()


def beside_cells(data: bytes) -> dict[int, Beside]:
    """By the sheet's number; nothing for workbooks of other programs and for sheets that are damaged."""
    try:
        package = Package(data)
        if _WORKBOOK not in package.names:
            return {n: Beside(*marks) for n, marks in marked_in(package)} if CONTENT in package.names else {}
        relations = package.relations(_WORKBOOK)
        sheets = [node for node in package.part(_WORKBOOK).iter() if node.tag.endswith("}sheet")]
        names = [next((value for name, value in sheet.items() if name.endswith("}id")), "") for sheet in sheets]
    except UnreadableError:
        return {}
    found, struck = {}, struck_in(package)
    for number, name in enumerate(names, 1):
        try:
            found[number] = _sheet(package, relations.get(name, ""), struck)
        except UnreadableError:
            continue
    return found


def _sheet(package: Package, path: str, struck: Struck) -> Beside:
    content = package.content(path)
    rows, columns = frozenset[int](), frozenset[int]()
    if any(mark in content for mark in _HIDDEN):
        rows = frozenset(int(row[1]) for row in _ROW.finditer(content))
        columns = frozenset(column for mark in _COLUMNS.finditer(content) for column in _reached(mark[0]))
    relations = package.relations(path)
    parts = [part for part in relations.values() if part in package.names]
    boxes = dict(_boxes(package, content, relations))
    left_out = Counter[str]()
    drawings = (part for part in parts if "/drawings/drawing" in part)
    words = [piece for part in drawings for piece in _words(package, part, boxes, left_out)]
    objects, made_by = Embedded(package), dict(_objects(content))
    for name, program in made_by.items():
        words += objects.pieces(relations.get(name, ""), program)
    left_out[omitted.EQUATIONS] = sum(map(omitted.is_equation, made_by.values()))
    comments = sum(len(_COMMENT.findall(package.content(part))) for part in parts if _COMMENTS.search(part))
    heads = (*telling(_heads(content, _HEADER)), *telling_feet(_heads(content, _FOOTER)))
    return Beside(
        tuple(words), rows, columns, struck.cells(content), comments, heads, (*objects.told(), *omitted.told(left_out))
    )


def _objects(sheet: bytes) -> Iterator[tuple[str, str]]:
    """The documents that were put on a sheet, often each twice: what the sheet calls it, and its program."""
    for found in _OBJECT.finditer(sheet, max(sheet.rfind(_CELLS), 0)):
        said = {name: unescape(value.decode("utf-8", "replace")) for name, value in _SAID.findall(found[0])}
        yield said.get(b"id", ""), said.get(b"progId", "")


def _heads(sheet: bytes, at: re.Pattern[bytes]) -> Iterator[str]:
    """The lines at the head or the foot of a sheet's pages, without the marks of how they look."""
    for head in at.finditer(sheet, max(sheet.rfind(_CELLS), 0)):
        text = unescape(head[1].decode("utf-8", "replace")).replace("&&", "\0")
        yield from (_HEADER_MARKS.sub("", part).replace("\0", "&") for part in _HEADER_PARTS.split(text))


def _reached(mark: bytes) -> range:
    """The columns that one mark hides; one that reaches over all that follow hides the empty rest of the sheet."""
    ends = {name: int(number) for name, number in _REACH.findall(mark)}
    return range(ends.get(b"min", 1) - 1, min(ends.get(b"max", 0), 16_384))


def _boxes(package: Package, sheet: bytes, relations: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The fields of forms on a sheet, each by the number of its shape, with the mark that it shows if it is a box."""
    for found in _CONTROL.finditer(sheet, max(sheet.rfind(_CELLS), 0)):
        said = {name: value.decode("ascii", "replace") for name, value in _SAID.findall(found[0])}
        control = relations.get(said.get(b"id", ""), "")
        state = package.content(control) if control in package.names else b""
        is_box = b'"CheckBox"' in state or b'"Radio"' in state
        mark = TICKED if b'checked="Checked"' in state else UNTICKED
        yield said.get(b"shapeId", ""), mark if is_box else ""


def _words(package: Package, path: str, boxes: Mapping[str, str], left_out: Counter[str]) -> Iterator[Piece]:
    """What the shapes of a drawing say; Excel calls those hidden that stand for fields of forms."""
    relations = package.relations(path)
    waiting = [package.part(path, local_names=True)]
    while waiting:
        node = waiting.pop()
        if node.tag == "sp":
            properties = node.find("./nvSpPr/cNvPr")
            box = boxes.get(properties.get("id", "")) if properties is not None else None
            said = [paragraph(p) for body in node.iter("txBody") for p in body.iter("p")]
            if box is None and is_on(properties, "hidden", unsaid="0"):
                left_out[omitted.HIDDEN] += any(words.strip() for words in said)
            else:
                yield from (Piece(f"{box or ''} {words}" if words.strip() else "") for words in said)
        elif node.tag == "graphicData":
            yield from drawn(package, node, relations)
        else:
            waiting += [chosen(node)] if node.tag == "AlternateContent" else reversed(node)
