"""PowerPoint decks: each slide under its title, then its speaker notes."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from curalign.domain.materials import Form
from curalign.reading.documents.cleaning import row
from curalign.reading.documents.drafts import Draft, Piece
from curalign.reading.documents.readers.markup import Package

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TITLES = ("title", "ctrTitle")
_FURNITURE = ("dt", "ftr", "hdr", "sldNum", "sldImg")


def read(data: bytes, mime: str) -> Draft:  # noqa: ARG001 (every reader takes the same)
    """Read a deck. The title of an opening title slide is the document's title; hidden slides are left out."""
    package = Package(data)
    deck = "ppt/presentation.xml"
    targets = _relations(package, deck)
    paths = [targets.get(each.get(_R + "id", "")) for each in package.part(deck).iter(_P + "sldId")]
    pieces, blank = list[Piece](), list[int]()
    for number, path in enumerate(paths, 1):
        slide = package.part(path or "")
        found = [] if slide.get("show") == "0" else list(_slide(package, path or "", slide, number))
        pieces += found
        if not any(piece.text.strip() for piece in found):
            blank.append(number)
    return Draft(without_footers(pieces, len(paths)), unit="slide", pages=len(paths), blank=blank)


def without_footers(pieces: list[Piece], slides: int) -> list[Piece]:
    """Leave out what stands on nearly every slide: a footer in a text box of its own."""
    repeats = Counter(text for _, text in {(piece.page, piece.text) for piece in pieces if piece.level is None})
    least = max(3, slides * 3 // 4)
    return [piece for piece in pieces if piece.level is not None or repeats[piece.text] < least]


def _relations(package: Package, path: str) -> dict[str, str]:
    """Relation ids of a part, to the paths of the parts they name."""
    folder, name = posixpath.split(path)
    rels = f"{folder}/_rels/{name}.rels"
    if rels not in package.names:
        return {}
    found = package.part(rels).iter(_RELATION)
    inside = (each for each in found if each.get("TargetMode") != "External")
    return {
        each.get("Id", ""): posixpath.normpath(posixpath.join(folder, each.get("Target", ""))).lstrip("/")
        for each in inside
    }


def _slide(package: Package, path: str, slide: Element, number: int) -> Iterator[Piece]:
    titles = [shape for shape in slide.iter(_P + "sp") if _placeholder(shape) in _TITLES]
    title = " ".join(_paragraph(p) for shape in titles for p in shape.iter(_A + "p"))
    opens = number == 1 and any(_placeholder(shape) == "ctrTitle" for shape in titles)
    # A slide without a title still ends the one before: the heading without text says so.
    yield Piece(title, level=0 if opens else 1, page=number)
    for node in _in_order(slide):
        yield from _body(node, number)
    for note in _relations(package, path).values():
        if "/notesSlides/" in note and note in package.names:
            yield from _notes(package.part(note), number)


def _in_order(node: Element) -> Iterator[Element]:
    """Shapes and tables as they stand, groups opened."""
    for child in node:
        if child.tag in (_P + "sp", _P + "graphicFrame"):
            yield child
        else:
            yield from _in_order(child)


def _body(node: Element, number: int) -> Iterator[Piece]:
    kind = _placeholder(node)
    if kind in (*_TITLES, *_FURNITURE):
        return
    rows = list(node.iter(_A + "tr"))
    for tr in rows:
        cells = [" ".join(_paragraph(p) for p in cell.iter(_A + "p")) for cell in tr.iter(_A + "tc")]
        yield Piece(row(cells), Form.ROW, page=number)
    # A body placeholder is a bullet list by its layout; a text box is not.
    form = Form.ITEM if kind in ("body", "obj", "") else Form.PARAGRAPH
    for p in () if rows else node.iter(_A + "p"):
        yield Piece(_paragraph(p), form, page=number)


def _notes(notes: Element, number: int) -> Iterator[Piece]:
    for shape in notes.iter(_P + "sp"):
        if _placeholder(shape) not in _FURNITURE:
            yield from (Piece(_paragraph(p), page=number) for p in shape.iter(_A + "p"))


def _placeholder(shape: Element) -> str | None:
    """What a shape stands for: `title`, `body`, '' (content), or None when it is no placeholder."""
    mark = shape.find(f"./*/{_P}nvPr/{_P}ph")
    return None if mark is None else mark.get("type", "")


def _paragraph(p: Element) -> str:
    return "".join(
        " " if node.tag == _A + "br" else node.text or "" for node in p.iter() if node.tag in (_A + "t", _A + "br")
    )
