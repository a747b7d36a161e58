"""Word documents (docx): headings, paragraphs, items and rows, and what stands in boxes, drawings and equations."""

from __future__ import annotations

import importlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import PurePosixPath
from xml.etree.ElementTree import Element

from curalign.domain.materials import Form
from curalign.errors import UnreadableError
from curalign.reading.documents.drafts import DAMAGED, Draft, Piece
from curalign.reading.documents.formats import WORD, DocumentFormat, main_of_word, recognise
from curalign.reading.documents.readers import omitted
from curalign.reading.documents.readers.contents import without_contents
from curalign.reading.documents.readers.drawn import drawn
from curalign.reading.documents.readers.embedded import Embedded
from curalign.reading.documents.readers.equations import beside, equation_text, shown
from curalign.reading.documents.readers.fields import Fields, is_number
from curalign.reading.documents.readers.grid import Cell, table_pieces
from curalign.reading.documents.readers.markup import Package, chosen, is_on, whole_number
from curalign.reading.documents.readers.numbering import Numbering
from curalign.reading.documents.readers.page_headers import cells_apart, telling, telling_feet
from curalign.reading.documents.readers.raised import in_line, marked
from curalign.reading.documents.readers.styles import Style, paragraph_style, read_styles, run_style
from curalign.reading.documents.readers.text_pieces import labelled_lines, split_bullets
from curalign.reading.files.file_bytes import Unread
from curalign.wording import Facts

_PROPERTIES = "docProps/app.xml"

_DELETED = ("del", "moveFrom")
_EQUATIONS = ("oMath", "oMathPara")
_DRAWINGS = ("drawing", "object", "pict")
_SILENT = frozenset((
    "pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "tblPr", "tblGrid", "trPr", "tcPr",
))  # fmt: skip
_SAID = {"tab": "\t", "br": "\n", "cr": "\n", "ptab": "\t", "noBreakHyphen": "-"}
_SIGNS = {  # of the fonts that hold pictures in the places of letters
    "F0FE": "☒", "F0FD": "☒", "F052": "☒", "F053": "☒", "F0A8": "☐", "F06F": "☐", "F0A3": "☐", "F0FC": "✓",
}  # fmt: skip
_GREEK = {"F0A3": "≤", "F0B3": "≥", "F0B4": "\u00d7", "F0B8": "÷", "F0B9": "≠", "F0B0": "°", "F0D7": "·", "F0B1": "±"}
_WIDEST = 100  # columns of a cell
_MAX_HEADING = 300  # characters; in a longer text somebody marked more than they meant
_MAX_DEPTH = 2  # how far documents that hold documents are read


def read(data: bytes, mime: str) -> Draft:
    """Read a document; one that is broken is left to the reader of other formats, which says so."""
    try:
        return _draft(Package(data), deep=0)
    except UnreadableError as error:
        from curalign.reading.documents.readers import library  # which most documents do without

        return library.read_instead(error, data, mime)


def _draft(package: Package, deep: int) -> Draft:
    document = _Document(package, deep)
    body = document.root.find("body")
    if body is None:
        raise DAMAGED.as_error()
    pieces = [*document.headers(body), *document.blocks(body)]
    pages = document.pages
    if pages == 1 or pages != _counted(package):
        pieces, pages = [replace(piece, page=None) for piece in pieces], 0
    left_out = omitted.summed((*document.told(), *omitted.told(document.left_out)))
    return Draft(without_contents(pieces), pages=pages, left_out=left_out)


def _counted(package: Package) -> int:
    """How many pages Word found when it last saved; where its breaks tell otherwise, neither is to be cited."""
    if _PROPERTIES not in package.names:
        return 0
    return whole_number(package.part(_PROPERTIES, local_names=True).findtext("Pages"))


@dataclass(slots=True)
class _Paragraph:
    """What is found in a paragraph: its words, what hangs in it, and the kinds of words that were left out."""

    style: Style
    words: list[str] = field(default_factory=list)
    hanging: list[Piece] = field(default_factory=list)
    left_out: set[str] = field(default_factory=set)
    page: int | None = None
    ends_apart: bool = False


class _Document:
    """One document on its way from its first block to its last: pages, lists and fields are counted as they come."""

    def __init__(self, package: Package, deep: int) -> None:
        self.left_out = Counter[str]()
        self.lost: list[Unread] = []
        self.pages = 1
        self._package, self._deep = package, deep
        main = main_of_word(package.names)
        self.root = self._part(main)
        self._relations = package.relations(main)
        styles = self._path_to("/styles.xml")
        self._styles = read_styles(package.content(styles)) if styles else {}
        lists = self._path_to("/numbering.xml")
        self._numbering = Numbering(package.part(lists, local_names=True) if lists else None)
        self._embedded = Embedded(package)
        self._notes: dict[str, dict[str, Element]] = {}
        self._fields = Fields()
        self._is_fresh = False  # whether a page was broken by hand and nothing stands on the next one yet

    def told(self) -> list[Unread]:
        """What is not read of the documents in this one."""
        return [*self.lost, *self._embedded.told()]

    def headers(self, body: Element) -> Iterator[Piece]:
        """Lines of page headers that tell of grade, unit or standards, and what footers tell of unit and standards."""
        heads, feet = (self._lines_at(body, f"{side}Reference") for side in ("header", "footer"))
        yield from (Piece(line, page=self.pages) for line in (*telling(heads), *telling_feet(feet)))

    def _lines_at(self, body: Element, mark: str) -> Iterator[str]:
        names = [self._relations.get(each.get("id", "")) for each in body.iter(mark)]
        for name in dict.fromkeys(name for name in names if name in self._package.names):
            for piece in self._elsewhere(str(name), self._part(str(name))):
                yield from cells_apart(piece.text) if piece.form is Form.ROW else [piece.text]

    def blocks(self, parent: Element) -> Iterator[Piece]:
        """Paragraphs and tables in their order, also those within content controls and tracked insertions."""
        for child in parent:
            if child.tag == "p":
                yield from self._paragraph(child)
            elif child.tag == "tbl":
                yield from self._table(child)
            elif child.tag == "altChunk":
                yield from self._chunk(self._relations.get(child.get("id", ""), ""))
            elif child.tag in _DELETED:
                self.left_out[omitted.DELETED] += 1
            elif child.tag == "AlternateContent":
                yield from self.blocks(chosen(child))
            elif child.tag in _EQUATIONS:
                yield Piece(equation_text(child), page=self.pages)
            elif child.tag not in _SILENT:
                yield from self.blocks(child)

    def _path_to(self, ending: str) -> str:
        """The part of the document that is called so, or nothing."""
        paths = (path for path in self._relations.values() if path.endswith(ending) and path in self._package.names)
        return next(paths, "")

    def _part(self, path: str) -> Element:
        """A part of the document, without what its content controls only ask for: `Choose an item.`."""
        root = self._package.part(path, local_names=True)
        for control in root.iter("sdt"):
            if is_on(control.find("sdtPr/showingPlcHdr")):
                for text in control.iter("t"):
                    text.text = ""
        if any(frame.get("dropCap", "none") != "none" for frame in root.iter("framePr")):
            _join_initials(root)
        return root

    def _elsewhere(self, path: str, root: Element) -> list[Piece]:
        """The pieces of another part, which has relations of its own."""
        here = self._relations
        self._relations = self._package.relations(path)
        pieces = list(self.blocks(root))
        self._relations = here
        return pieces

    def _paragraph(self, node: Element) -> Iterator[Piece]:
        found = _Paragraph(paragraph_style(node.find("pPr"), self._styles))
        self._inline(node, found)
        self.left_out.update(found.left_out)
        style = found.style
        label = self._numbering.label(*style.numbering) if style.numbering else ""
        form = Form.ITEM if (style.numbering or style.is_list) and style.level is None else Form.PARAGRAPH
        text = in_line("".join(found.words))
        if label and text.strip():
            text = f"{label} {text}"
        page = found.page or self.pages
        if style.level is not None and len(text) <= _MAX_HEADING:
            yield Piece(text, level=style.level, page=page)
        else:
            lines = labelled_lines(text, form)
            deep = max(style.deep, style.numbering[1] if style.numbering else 0)
            pieces = (piece for line, kind in lines for piece in split_bullets(line, kind))
            yield from (replace(piece, page=page, deep=deep * (piece.form is Form.ITEM)) for piece in pieces)
        yield from found.hanging

    def _inline(self, parent: Element, found: _Paragraph) -> None:
        for child in parent:
            if child.tag == "r":
                self._run(child, found)
            elif child.tag in _EQUATIONS:
                self._say(equation_text(child), found, apart=True)
            elif child.tag in _DELETED:
                found.left_out.add(omitted.DELETED)
            elif child.tag == "AlternateContent":
                self._inline(chosen(child), found)
            elif child.tag not in _SILENT and not (child.tag == "fldSimple" and is_number(child)):
                self._inline(child, found)

    def _run(self, run: Element, found: _Paragraph) -> None:
        style = run_style(run.find("rPr"), found.style, self._styles)
        lacks = omitted.HIDDEN if style.hidden else omitted.STRUCK if style.struck else ""
        for child in run:
            if child.tag == "fldChar":
                self._say(self._fields.mark(child), found)
            elif child.tag == "instrText":
                self._fields.instruct(child.text or "")
            elif not lacks:
                self._in_run(child, found, raised=bool(style.raised))
            elif child.tag in ("t", "sym", *_DRAWINGS) and (child.text or "x").strip():
                found.left_out.add(lacks)

    def _in_run(self, node: Element, found: _Paragraph, *, raised: bool = False) -> None:
        if node.tag == "lastRenderedPageBreak" or (node.tag == "br" and node.get("type") == "page"):
            self._turn(by_hand=node.tag == "br")
        if node.tag == "t":
            self._say(marked(node.text or "") if raised else node.text or "", found)
        elif node.tag in _SAID:
            found.words.append(_SAID[node.tag])
        elif node.tag == "sym":
            signs = _GREEK if node.get("font") == "Symbol" else _SIGNS
            self._say(signs.get(node.get("char", "").upper(), " "), found)
        elif node.tag == "AlternateContent":
            for child in chosen(node):
                self._in_run(child, found)
        elif node.tag == "ruby":
            for base in node.findall("rubyBase"):
                self._inline(base, found)
        else:
            self._hang(node, found)

    def _hang(self, node: Element, found: _Paragraph) -> None:
        """What hangs in a paragraph: drawings, notes and comments."""
        if node.tag in _DRAWINGS:
            found.hanging += self._drawing(node)
            names = (each.get("descr", "") for each in node.iter("docPr") if next(node.iter("pic"), None) is not None)
            self._say(next(filter(None, map(shown, names)), ""), found, apart=True)
        elif node.tag in ("footnoteReference", "endnoteReference"):
            found.hanging += self._note(node)
        elif node.tag == "commentReference":
            self.left_out[omitted.COMMENTS] += 1

    def _turn(self, *, by_hand: bool) -> None:
        """Go to the next page; Word marks where a page began when it last saved, also behind a break by hand."""
        self.pages += by_hand or not self._is_fresh
        self._is_fresh = by_hand

    def _say(self, text: str, found: _Paragraph, *, apart: bool = False) -> None:
        """Add words; those of an equation, which stand `apart`, do not run into the others."""
        if text and not self._fields.is_silent:
            if apart or found.ends_apart:
                before = found.words[-1] if found.words else ""
                found.words.append(beside(before, text)[len(before) :])
            else:
                found.words.append(text)
            found.ends_apart = apart
            if text.strip():
                self._is_fresh = False
                found.page = found.page or self.pages

    def _drawing(self, node: Element) -> Iterator[Piece]:
        """The words of boxes, shapes, diagrams and charts, those of a group each for itself."""
        for child in node:
            if child.tag == "AlternateContent":
                yield from self._drawing(chosen(child))
            elif child.tag == "txbxContent":
                yield from self.blocks(child)
            elif child.tag == "graphicData" and child.find("relIds") is None and child.find("chart") is None:
                yield from self._drawing(child)
            elif child.tag == "graphicData":
                yield from (replace(p, page=self.pages) for p in drawn(self._package, child, self._relations))
            elif child.tag == "docPr" and is_on(child, "hidden", unsaid="0"):
                self.left_out[omitted.HIDDEN] += 1
                return
            elif child.tag == "OLEObject":
                yield from self._object(child)
            elif child.tag == "textpath":
                yield Piece(child.get("string", ""), page=self.pages)
            else:
                yield from self._drawing(child)

    def _object(self, node: Element) -> Iterator[Piece]:
        """What another document says that is shown as a picture; an equation is only counted."""
        program, path = node.get("ProgID", ""), self._relations.get(node.get("id", ""), "")
        self.left_out[omitted.EQUATIONS] += omitted.is_equation(program)
        yield from (replace(piece, page=self.pages) for piece in self._embedded.pieces(path, program))

    def _note(self, reference: Element) -> list[Piece]:
        """A footnote or endnote, which is read where it hangs."""
        kind = reference.tag.removesuffix("Reference")
        path = self._path_to(f"/{kind}s.xml")
        if kind not in self._notes:
            notes = self._part(path) if path else ()
            self._notes[kind] = {note.get("id", ""): note for note in notes if note.tag == kind}
        note = self._notes[kind].pop(reference.get("id", ""), None)
        return [] if note is None else self._elsewhere(path, note)

    def _table(self, table: Element) -> Iterator[Piece]:
        rows = [cells for node in _within(table, "tr") if self._is_shown(node) and (cells := self._cells(node))]
        yield from table_pieces(rows, page=self.pages)

    def _is_shown(self, node: Element) -> bool:
        properties = node.find("trPr")
        if properties is None:
            return True
        hidden, deleted = is_on(properties.find("hidden")), properties.find("del") is not None
        self.left_out.update([omitted.ROWS] * hidden + [omitted.DELETED] * (deleted and not hidden))
        return not (hidden or deleted)

    def _cells(self, node: Element) -> list[Cell]:
        properties = node.find("trPr")
        before = _number(properties, "gridBefore", 0)
        kept = [cell for cell in _within(node, "tc") if not self._is_deleted(cell)]
        cells = [Cell(list(self.blocks(cell)), _number(cell.find("tcPr"), "gridSpan", 1)) for cell in kept]
        return [*(Cell([], 1) for _ in range(before)), *cells] if cells else []

    def _is_deleted(self, cell: Element) -> bool:
        deleted = cell.find("tcPr/cellDel") is not None
        self.left_out[omitted.DELETED] += deleted
        return deleted

    def _chunk(self, path: str) -> Iterator[Piece]:
        """A document that was put into this one as it was; what it is is told by its content."""
        name = PurePosixPath(path).name
        try:
            data = self._package.content(path)
            found = recognise(data, PurePosixPath(path).suffix)
            if self._deep >= _MAX_DEPTH:
                raise Unread(trouble="deep-document").as_error()
            draft = _draft(Package(data), self._deep + 1) if found is WORD else _by_its_reader(data, found)
        except UnreadableError as error:
            lack = Unread.why(error)
            self.lost.append(replace(lack, facts=Facts(lack.facts, member=name)))
            return
        self.lost += draft.left_out
        yield from (replace(piece, page=self.pages, line=None) for piece in draft.pieces)


def _by_its_reader(data: bytes, found: DocumentFormat) -> Draft:
    draft: Draft = importlib.import_module(f"curalign.reading.documents.readers.{found.reader}").read(data, found.mime)
    return draft


def _join_initials(root: Element) -> None:
    """Put a large letter that opens a text, which is a paragraph of its own, before the rest of its word."""
    for parent in list(root.iter()):
        for first, second in pairwise(list(parent)):
            frame = first.find("pPr/framePr") if first.tag == second.tag == "p" else None
            if frame is not None and frame.get("dropCap", "none") != "none":
                at = 1 if second.find("pPr") is not None else 0
                second[at:at] = [child for child in first if child.tag != "pPr"]
                parent.remove(first)


def _within(node: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also those within content controls and tracked insertions."""
    for child in node:
        if child.tag == tag:
            yield child
        elif child.tag not in _SILENT and child.tag not in ("tr", "tc", "tbl", "p"):
            yield from _within(child, tag)


def _number(properties: Element | None, name: str, default: int) -> int:
    found = properties.find(name) if properties is not None else None
    return min(whole_number(found.get("val"), default), _WIDEST) if found is not None else default
