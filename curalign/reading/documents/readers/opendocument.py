"""OpenDocument text and slides (odt, odp): headings by their outline level, slides by their title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from curalign.domain.materials import Form
from curalign.reading.documents.drafts import DAMAGED, Draft, Piece
from curalign.reading.documents.readers import omitted
from curalign.reading.documents.readers.equations import beside
from curalign.reading.documents.readers.grid import Cell, table_pieces
from curalign.reading.documents.readers.markup import Package
from curalign.reading.documents.readers.opendocument_parts import (
    EQUATION,
    footer_lines,
    header_lines,
    lines_behind,
    put_controls,
    put_numbers,
    put_objects,
    styles_of,
)
from curalign.reading.documents.readers.page_headers import telling, telling_feet
from curalign.reading.documents.readers.raised import BEGIN, END, in_line
from curalign.reading.documents.readers.slides import titles_as_text
from curalign.reading.documents.readers.text_pieces import labelled_lines

_NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:"
_TEXT, _TABLE, _DRAW = (f"{{{_NAMESPACE}{name}:1.0}}" for name in ("text", "table", "drawing"))
_OFFICE = f"{{{_NAMESPACE}office:1.0}}"
_STYLE = f"{{{_NAMESPACE}style:1.0}}"
_PRESENTATION = f"{{{_NAMESPACE}presentation:1.0}}"
_UNREAD = {
    _TEXT + "tracked-changes",
    _TEXT + "table-of-content",
    _TEXT + "sequence-decls",
    _TEXT + "note-citation",
    _TEXT + "placeholder",
    _OFFICE + "annotation",
}
_FLOATS = {_DRAW + name for name in ("frame", "custom-shape", "rect", "ellipse", "g", "caption")}
_BLANKS = {_TEXT + "tab": "\t", _TEXT + "s": " ", _TEXT + "line-break": "\n"}
_MOST_BLANKS = 20
_CELLS = (_TABLE + "table-cell", _TABLE + "covered-table-cell")  # the latter is empty: a merged one reaches into it
_WIDEST = 100  # columns of a cell
_COMMENT, _DELETION = _OFFICE + "annotation", _TEXT + "deletion"
_TEXT_STYLE, _DRAW_STYLE = _TEXT + "style-name", _DRAW + "style-name"
_SECTION, _PARAGRAPH, _HIDDEN_BY = _TEXT + "section", _TEXT + "p", _TEXT + "hidden-paragraph"
_FURNITURE = ("header", "footer", "date-time", "page-number")


def read(data: bytes, mime: str) -> Draft:  # noqa: ARG001 (every reader takes the same)
    """Read a text document or a deck. Pages of a text are unknown: only its soft page breaks are in the file."""
    package = Package(data)
    root, styles = package.part("content.xml"), styles_of(package)
    body = root.find(_OFFICE + "body")
    if body is None:
        raise DAMAGED.as_error()
    told = omitted.told(_clear(root, styles))
    _mark_raised(root, styles)
    unread = put_objects(root, package)
    put_controls(root)
    put_numbers(root, styles)
    told = (*told, *unread)
    slides = body.findall(f"./{_OFFICE}presentation/{_DRAW}page")
    if slides:
        pieces = [piece for number, slide in enumerate(slides, 1) for piece in _slide(slide, number)]
        footers = ("".join(each.itertext()) for each in root.iter(_PRESENTATION + "footer-decl"))
        behind = telling(lines_behind(slides, styles))
        heads = [Piece(line, page=1) for line in (*behind, *telling_feet(footers))]
        return Draft([*heads, *titles_as_text(pieces)], unit="slide", pages=len(slides), left_out=told)
    heads = [Piece(line) for line in (*telling(header_lines(styles)), *telling_feet(footer_lines(styles)))]
    return Draft([*heads, *pieces_of(body, Form.PARAGRAPH, _title_styles(root))], left_out=told)


def _clear(root: Element, styles: Element) -> Counter[str]:
    """Empty what is left out on purpose where it stands, and count it."""
    named = (style for each in (styles, root) for style in each.iter(_STYLE + "style"))
    unseen = {style.get(_STYLE + "name", ""): kind for style in named if (kind := _kind(style))}
    left_out = Counter[str]()
    around = {id(node): id(each) for each in root.iter(_PARAGRAPH) for node in each.iter()}
    told = set[tuple[str, int]]()
    for node in list(root.iter()):
        kind = unseen.get(node.get(_TEXT_STYLE) or node.get(_DRAW_STYLE) or "", "")
        kind = omitted.HIDDEN if _is_hidden(node) else kind
        if kind and any(text.strip() for text in node.itertext()):
            inside = [id(each) for each in node.iter(_PARAGRAPH) if any(text.strip() for text in each.itertext())]
            told.update((kind, at) for at in ([around[id(node)]] if id(node) in around else inside or [id(node)]))
            tail = node.tail
            node.clear()
            node.tail = tail
        if node.tag in (_COMMENT, _DELETION):
            left_out[omitted.COMMENTS if node.tag == _COMMENT else omitted.DELETED] += 1
    left_out.update(kind for kind, _ in told)
    return left_out


def _mark_raised(root: Element, styles: Element) -> None:
    """Mark the words whose style raises them."""
    named = (style for each in (styles, root) for style in each.iter(_STYLE + "style"))
    raised = {style.get(_STYLE + "name") for style in named if any(map(_raises, style))}
    for node in root.iter(_TEXT + "span") if raised else ():
        if node.get(_TEXT_STYLE) in raised and "".join(node.itertext()).strip():
            node.text = BEGIN + (node.text or "")
            node.tail = END + (node.tail or "")


def _raises(properties: Element) -> bool:
    said = properties.get(_STYLE + "text-position", "")
    return said.startswith("super") or (said[:1].isdigit() and not said.startswith("0%"))


def _is_hidden(node: Element) -> bool:
    """Whether a section, or a paragraph by a field in it, is not shown."""
    if node.tag == _SECTION:
        return node.get(_TEXT + "display") == "none"
    if node.tag != _PARAGRAPH:
        return False
    return any(child.tag == _HIDDEN_BY and child.get(_TEXT + "is-hidden") == "true" for child in node)


def _kind(style: Element) -> str:
    """The kind of what has this style, where it is left out; nothing for all else."""
    for properties in style:
        if properties.get(_PRESENTATION + "visibility") == "hidden":
            return omitted.SLIDES
        if properties.get(_TEXT + "display") == "none":
            return omitted.HIDDEN
        if properties.get(_STYLE + "text-line-through-style", "none") != "none":
            return omitted.STRUCK
    return ""


def _title_styles(root: Element) -> frozenset[str]:
    """The styles of a document's title: `Title` and what is derived from it."""
    styles = [each for each in root.iter(_STYLE + "style") if each.get(_STYLE + "parent-style-name") == "Title"]
    return frozenset({"Title", *(style.get(_STYLE + "name", "") for style in styles)})


def _slide(slide: Element, number: int) -> Iterator[Piece]:
    """A slide under its title; one without a title still ends the one before."""
    titles = [frame for frame in slide if frame.get(_PRESENTATION + "class") == "title"]
    title = " ".join(in_line(_flat(frame)) for frame in titles)
    yield Piece(title, level=0 if number == 1 and titles else 1, page=number)
    rest = Element("rest")
    rest.extend(child for child in slide if child not in titles)
    yield from (replace(piece, level=None, page=number) for piece in pieces_of(rest, Form.PARAGRAPH))


def pieces_of(node: Element, form: Form, titles: frozenset[str] = frozenset()) -> Iterator[Piece]:
    """What stands in a node: its paragraphs, as items in its lists, its tables as rows, and what hangs in them."""
    for child in node:
        if child.tag in (_TEXT + "p", _TEXT + "h"):
            level = _level(child, titles)
            text = in_line(_flat(child))
            kind = form if level is None else Form.PARAGRAPH
            lines = labelled_lines(text, kind) if level is None else [(text, kind)]
            yield from (Piece(line, each, level) for line, each in lines)
            yield from (piece for float_ in _floats(child) for piece in pieces_of(float_, Form.PARAGRAPH, titles))
        elif child.tag == _TABLE + "table":
            rows = ([_cell(cell, titles) for cell in each if cell.tag in _CELLS] for each in _rows(child))
            yield from table_pieces([cells for cells in rows if cells])
        elif child.tag == EQUATION:
            yield Piece(child.text or "", form)
        elif child.tag not in _UNREAD and child.get(_PRESENTATION + "class") not in _FURNITURE:
            is_item = child.tag == _TEXT + "list-item"
            is_deeper = is_item and form is Form.ITEM
            for piece in pieces_of(child, Form.ITEM if is_item else form, titles):
                yield replace(piece, deep=piece.deep + 1) if is_deeper and piece.form is Form.ITEM else piece


def _rows(table: Element) -> Iterator[Element]:
    """The rows of a table, also those in its header or in groups, but not those of tables in it."""
    for child in table:
        if child.tag == _TABLE + "table-row":
            yield child
        elif child.tag not in (_TABLE + "table", *_CELLS):
            yield from _rows(child)


def _cell(node: Element, titles: frozenset[str]) -> Cell:
    repeated = node.get(_TABLE + "number-columns-repeated", "1")
    columns = min(int(repeated), _WIDEST) if repeated.isdigit() else 1
    return Cell(list(pieces_of(node, Form.PARAGRAPH, titles)), max(columns, 1))


def _level(node: Element, titles: frozenset[str]) -> int | None:
    if node.tag == _TEXT + "h":
        outline = node.get(_TEXT + "outline-level", "1")
        return int(outline) if outline.isdigit() else 1
    return 0 if node.get(_TEXT + "style-name") in titles else None


def _floats(node: Element) -> Iterator[Element]:
    """Boxes and shapes that hang in a paragraph, the outermost of each nest."""
    for child in node:
        if child.tag in _FLOATS:
            yield child
        else:
            yield from _floats(child)


def _times(blank: Element) -> int:
    """How many spaces one element says that there are."""
    count = blank.get(_TEXT + "c", "1")
    return min(int(count), _MOST_BLANKS) if count.isdecimal() else 1


def _flat(node: Element) -> str:
    """The text of one node, without comments and without what hangs in it; a table cell's with its paragraphs."""
    parts = [node.text or ""]
    for child in node:
        if child.tag in _BLANKS:
            parts.append(_BLANKS[child.tag] * _times(child))
        elif child.tag == EQUATION:
            before = "".join(parts)[-1:]
            parts.append(beside(before, child.text or "")[len(before) :])
        elif child.tag == _TEXT + "note":
            parts.append(f" {_flat(child).strip()} ")
        elif child.tag not in _UNREAD and not (child.tag in _FLOATS and node.tag in (_TEXT + "p", _TEXT + "h")):
            parts.append(_flat(child) + (" " if child.tag in (_TEXT + "p", _TEXT + "h") else ""))
        parts.append(child.tail or "")
    return "".join(parts)
