"""PowerPoint decks: each slide under its title, then its speaker notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from xml.etree.ElementTree import Element

from curalign.domain.materials import Form
from curalign.reading.documents.drafts import Draft, Piece
from curalign.reading.documents.readers import omitted
from curalign.reading.documents.readers.drawn import drawn, is_struck, paragraph
from curalign.reading.documents.readers.embedded import Embedded
from curalign.reading.documents.readers.equations import shown
from curalign.reading.documents.readers.grid import Cell, table_pieces
from curalign.reading.documents.readers.markup import Package, chosen, is_on, whole_number
from curalign.reading.documents.readers.page_headers import telling, telling_feet
from curalign.reading.documents.readers.slide_layout import in_reading_order, title_among
from curalign.reading.documents.readers.text_pieces import labelled_lines

_DECK = "ppt/presentation.xml"
_TITLES = ("title", "ctrTitle")
_BACKGROUND = re.compile(r"/slide(?:Layouts|Masters)/")
_FURNITURE = ("dt", "ftr", "hdr", "sldNum", "sldImg")


def read(data: bytes, mime: str) -> Draft:  # noqa: ARG001 (every reader takes the same)
    """Read a deck. The title of an opening title slide is the document's title; hidden slides are left out."""
    package = Package(data)
    targets = package.relations(_DECK)
    paths = [targets.get(name, "") for name in _names(package.part(_DECK))]
    pieces, blank, left_out = list[Piece](), list[int](), Counter[str]()
    footers, objects, backgrounds = list[str](), Embedded(package), _Backgrounds(package)
    for number, path in enumerate(paths, 1):
        slide = package.part(path, local_names=True)
        found = list[Piece]()
        if slide.get("show") in ("0", "false"):
            left_out[omitted.SLIDES] += 1
        else:
            found = list(_Slide(package, path, number, left_out, objects).pieces(slide))
            backgrounds.add(slide, path)
            shown = (shape for shape in slide.iter("sp") if _placeholder(shape) == "ftr")
            footers += (paragraph(p) for shape in shown for p in shape.iter("p"))
        pieces += found
        if not any(piece.text.strip() for piece in found):
            blank.append(number)
    told = omitted.summed((*objects.told(), *omitted.told(left_out)))
    kept = with_footers_once(pieces, footers, len(paths))
    first = next((piece.page for piece in kept), 1)
    heads = [Piece(line, page=first) for line in telling(backgrounds.lines())]
    return Draft([*heads, *titles_as_text(kept)], unit="slide", pages=len(paths), blank=blank, left_out=told)


def with_footers_once(pieces: list[Piece], footers: Iterable[str], slides: int) -> list[Piece]:
    """Of what stands on nearly every slide, also in a box of its own, only what tells of unit or standards.

    Args:
        pieces: What the slides say.
        footers: What their places for footers say.
        slides: How many there are.

    Returns:
        The pieces without footers, below what these tell.

    """
    repeats = Counter(text for _, text in {(piece.page, piece.text) for piece in pieces if piece.level is None})
    least = max(3, slides * 3 // 4)
    kept = [piece for piece in pieces if piece.level is not None or repeats[piece.text] < least]
    boxes = (piece.text for piece in pieces if piece.level is None and repeats[piece.text] >= least)
    first = next((piece.page for piece in pieces), 1)
    return [*(Piece(line, page=first) for line in telling_feet([*footers, *boxes])), *kept]


def titles_as_text(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces of a deck; what a slide says that has a title only, as beside a picture, is its title.

    The title of the first slide stays that of the deck.
    """
    slides = [list(group) for _, group in groupby(pieces, key=lambda piece: piece.page)]
    kept = slides[:1]
    for slide in slides[1:]:
        title, *others = [piece for piece in slide if piece.level is None or piece.text.strip()] or slide
        is_alone = title.level is not None and not any(piece.text.strip() for piece in others)
        kept.append([replace(title, text=""), replace(title, level=None)] if is_alone else slide)
    return [piece for slide in kept for piece in slide]


class _Backgrounds:
    """What layouts and masters show on the slides that are made on them, beside the places that slides fill."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._lines: dict[str, list[str]] = {}

    def lines(self) -> list[str]:
        return [line for lines in self._lines.values() for line in lines]

    def add(self, on: Element, path: str) -> None:
        """Take what stands behind a slide or a layout."""
        below = (part for part in self._package.relations(path).values() if _BACKGROUND.search(part))
        part = next(below, "") if is_on(on, "showMasterSp", unsaid="1") else ""
        if part in self._lines or part not in self._package.names:
            return
        root = self._package.part(part, local_names=True)
        drawn_ = (shape for shape in root.iter("sp") if _placeholder(shape) is None and not _is_hidden(shape))
        self._lines[part] = [paragraph(p) for shape in drawn_ for p in shape.iter("p")]
        if root.tag == "sldLayout":
            self.add(root, part)


def _names(deck: Element) -> Iterator[str]:
    """The relation of each slide in their order; an `id` without a namespace is a number of PowerPoint's own."""
    for slide in (node for node in deck.iter() if node.tag.endswith("}sldId")):
        yield next((value for name, value in slide.items() if name.endswith("}id")), "")


class _Slide:
    """One slide on its way from its first shape to its notes; what is left out of it is counted."""

    def __init__(self, package: Package, path: str, number: int, left_out: Counter[str], objects: Embedded) -> None:
        self._package, self._number, self._left_out, self._embedded = package, number, left_out, objects
        self._relations = package.relations(path)

    def pieces(self, slide: Element) -> Iterator[Piece]:
        """The title, what stands below it, and the notes."""
        shapes = list(self._in_order(slide))
        titles = [shape for shape in shapes if _placeholder(shape) in _TITLES]
        if not any("".join(text.itertext()).strip() for shape in titles for text in shape.iter("t")):
            texts = [shape for shape in shapes if _placeholder(shape) not in (*_TITLES, *_FURNITURE)]
            titles += [box] if (box := title_among(texts)) is not None else []
        title = " ".join(self._paragraph(p) for shape in titles for p in shape.iter("p"))
        opens = self._number == 1 and any(_placeholder(shape) == "ctrTitle" for shape in titles)
        # A slide without a title still ends the one before: the heading without text says so.
        yield Piece(title, level=0 if opens else 1, page=self._number)
        for shape in shapes:
            if shape not in titles and _placeholder(shape) not in (*_TITLES, *_FURNITURE):
                yield from (replace(piece, page=self._number) for piece in self._body(shape))
        for path in self._relations.values():
            if "/notesSlides/" in path and path in self._package.names:
                yield from self._notes(self._package.part(path, local_names=True))
            elif "/comments/" in path and path in self._package.names:
                comments = self._package.part(path, local_names=True)
                self._left_out[omitted.COMMENTS] += sum(node.tag in ("cm", "reply") for node in comments.iter())

    def _in_order(self, node: Element) -> Iterator[Element]:
        """Shapes, tables and drawings as they stand, groups opened; hidden ones are left out."""
        told = [child for child in node if _says(child) and _placeholder(child) not in (*_TITLES, *_FURNITURE)]
        held = set(map(id, told))
        for child in [*(child for child in node if id(child) not in held), *in_reading_order(told)]:
            if child.tag == "AlternateContent":
                yield from self._in_order(chosen(child))
            elif _is_hidden(child):
                self._left_out[omitted.HIDDEN] += any((text.text or "").strip() for text in child.iter("t"))
            elif child.tag in ("sp", "graphicFrame") or _shown(child):
                yield child
            else:
                yield from self._in_order(child)

    def _body(self, shape: Element) -> Iterator[Piece]:
        rows = list(shape.iter("tr"))
        if rows:
            yield from table_pieces([[self._cell(cell) for cell in tr.iter("tc")] for tr in rows])
        # A body placeholder is a bullet list by its layout; a text box is not.
        form = Form.ITEM if _placeholder(shape) in ("body", "obj", "") else Form.PARAGRAPH
        if shape.tag == "pic":
            yield Piece(_shown(shape))
        for p in () if rows else shape.iter("p"):
            deep = whole_number(properties.get("lvl")) if (properties := p.find("pPr")) is not None else 0
            lines = labelled_lines(self._paragraph(p), form)
            yield from (Piece(line, each, deep=deep if form is Form.ITEM else 0) for line, each in lines)
        for frame in shape.iter("graphicData"):
            yield from drawn(self._package, frame, self._relations)
            objects = {each.get("progId", ""): each.get("id", "") for each in frame.iter("oleObj")}  # in two forms each
            self._left_out[omitted.EQUATIONS] += any(map(omitted.is_equation, objects))
            for program, name in objects.items():
                yield from self._embedded.pieces(self._relations.get(name, ""), program)

    def _cell(self, cell: Element) -> Cell:
        lines = (line for p in cell.iter("p") for line in labelled_lines(self._paragraph(p), Form.PARAGRAPH))
        return Cell([Piece(*line) for line in lines])

    def _notes(self, notes: Element) -> Iterator[Piece]:
        for shape in notes.iter("sp"):
            if _placeholder(shape) not in _FURNITURE:
                lines = (line for p in shape.iter("p") for line in labelled_lines(self._paragraph(p), Form.PARAGRAPH))
                yield from (Piece(*line, page=self._number) for line in lines)

    def _paragraph(self, node: Element) -> str:
        self._left_out[omitted.STRUCK] += any(is_struck(run) for run in node.iter("r"))
        return paragraph(node)


def _says(node: Element) -> bool:
    """Whether a shape or a group of them may hold words."""
    return node.tag in ("sp", "grpSp", "graphicFrame", "AlternateContent") or bool(_shown(node))


def _shown(node: Element) -> str:
    """The equation that a picture shows."""
    properties = node.find("./*/cNvPr") if node.tag == "pic" else None
    return "" if properties is None else shown(properties.get("descr", ""))


def _is_hidden(shape: Element) -> bool:
    properties = shape.find("./*/cNvPr")
    return is_on(properties, "hidden", unsaid="0")


def _placeholder(shape: Element) -> str | None:
    """What a shape stands for: `title`, `body`, '' (content), or None when it is not a placeholder."""
    mark = shape.find("./*/nvPr/ph")
    return None if mark is None else mark.get("type", "")
