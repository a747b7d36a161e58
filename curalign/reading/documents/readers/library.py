"""Word, PDF, rich text and the like, through the xberg library; through others where that fails."""

from __future__ import annotations

import importlib.machinery
import importlib.util
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from curalign.domain.materials import Form
from curalign.errors import UnreadableError
from curalign.reading.documents.drafts import DAMAGED, LOCKED, Draft, Piece
from curalign.reading.documents.formats import OLD_SLIDES, OLD_WORD, PDF, RTF, WORD
from curalign.reading.documents.readers import fallback, omitted
from curalign.reading.documents.readers.contents import without_contents
from curalign.reading.documents.readers.markup import Package
from curalign.reading.documents.readers.placed import Box, PlacedPiece, in_reading_order, without_furniture
from curalign.reading.documents.readers.rich_text import plainer
from curalign.reading.documents.readers.rich_text_groups import Spelt
from curalign.reading.documents.readers.slides import titles_as_text, with_footers_once
from curalign.reading.documents.readers.text_pieces import (
    formula_in_words,
    split_bullets,
    split_cell_marks,
    split_numbers,
    table_pieces,
)
from curalign.reading.files.file_bytes import Unread
from curalign.wording import Facts

_CONFIG = {
    "include_document_structure": True,
    "pages": {"extract_pages": True},
    "use_cache": False,
    "disable_ocr": True,
    "enable_quality_processing": False,
    "max_archive_depth": 0,
    "content_filter": {"strip_repeating_text": False},
    "extraction_timeout_secs": None,
}
_MARKS = re.compile(r"</?u>|\*\*|~~")
_ALL_ITALIC = re.compile(r"\A\*(.+)\*\Z", re.DOTALL)
_ITALIC = re.compile(r"(?<!\S)\*(?=\S)([^*]*[^*\s])\*(?!\w)")
_NOTE_MARK = re.compile(r"\[(?:\^|cmt:)\d+\]")  # where a footnote or a comment hangs in a Word document
_STARVED = re.compile(r"\bmemory\b|map segment", re.IGNORECASE)  # of a library that finds no room to be loaded
_MENDED = (DAMAGED.trouble, "xml-broken")  # what another reader may get over
_SIMPLER = Unread(trouble="simpler-reader")
_PROPERTIES = "docProps/app.xml"
_PAGES = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}Pages"
_LAYERS = ("header", "footer")


@cache
def compiled_library() -> ModuleType:
    """The compiled part of xberg, without the 0.6 seconds that its Python front takes to import."""
    package = importlib.util.find_spec("xberg")
    if package is None:
        raise ImportError("xberg is not installed")
    found = importlib.machinery.PathFinder.find_spec("xberg._xberg", package.submodule_search_locations)
    if found is None or found.loader is None:
        raise ImportError("xberg holds no compiled part")
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


def read(data: bytes, mime: str) -> Draft:
    """Read one document; raises UnreadableError where it cannot be read, by another library either."""
    try:
        return _read(data, mime)
    except (ImportError, UnreadableError) as error:
        if isinstance(error, ImportError) and _STARVED.search(str(error)):
            raise  # no reader could work so
        if mime in fallback.MIMES and (isinstance(error, ImportError) or error.trouble == DAMAGED.trouble):
            return fallback.read(data, mime)
        raise _unloaded(error) from error


def read_instead(error: UnreadableError, data: bytes, mime: str) -> Draft:
    """Read a document that its own reader cannot read, and say so; raises the first error where no other can either."""
    if error.trouble not in _MENDED:
        raise error
    found = read(data, mime)
    if not any(piece.text.strip() for piece in found.pieces):
        raise error
    return found if _SIMPLER in found.left_out else replace(found, left_out=(*found.left_out, _SIMPLER))


def _unloaded(error: ImportError | UnreadableError) -> UnreadableError:
    """Why a document is not read; a library that cannot be loaded stops this document only."""
    if isinstance(error, UnreadableError):
        return error
    return UnreadableError(trouble="no-library", facts=Facts(reason=str(error)))


def _read(data: bytes, mime: str) -> Draft:
    spelt = plainer(data) if mime == RTF.mime else Spelt(data, Counter())
    data = spelt.data
    document = _extract(data, mime)
    pages = document.pages or []
    is_pdf = mime == PDF.mime
    has_pages = is_pdf or (mime == WORD.mime and 1 < len(pages) == _pages_word_counted(data))
    nodes = document.document.nodes if document.document else []
    if mime == OLD_SLIDES.mime:
        return _deck(nodes)
    placed = [piece for node in nodes for piece in _pieces(node, has_pages)]
    if not is_pdf:
        pieces = [*map(Piece, spelt.heads), *(each.piece for each in placed)]
        if mime == OLD_WORD.mime:
            pieces = [part for piece in pieces for part in split_cell_marks(piece)]
        told = (*omitted.told(spelt.left_out), *omitted.unread(spelt.objects))
        return Draft(without_contents(pieces), pages=len(pages) if has_pages else 0, left_out=told)
    readable = {each.piece.page for each in placed if any(map(str.isalnum, each.piece.text))}
    blank = [page.page_number for page in pages if page.page_number not in readable]
    kept = without_furniture(in_reading_order(placed), len(pages))
    shown = [piece for each in kept if each.piece.page in readable for piece in split_numbers(each.piece)]
    return Draft(without_contents(shown), pages=len(pages), blank=blank)


def _deck(nodes: Sequence[Any]) -> Draft:
    """An old deck: each slide under its title; the library puts a slide's notes last and calls them footnotes."""
    pieces: list[Piece] = []
    number = 0
    for node in nodes:
        content = json.loads(str(node.content))
        if content["node_type"] == "slide":
            number = content["number"]
            pieces.append(Piece(content.get("title") or "", level=0 if number == 1 else 1, page=number))
        else:
            pieces += [replace(each.piece, page=number or None) for each in _pieces(node, has_pages=False)]
    return Draft(titles_as_text(with_footers_once(pieces, (), number)), unit="slide", pages=number)


def recognise(data: bytes, languages: str) -> Draft:
    """Read a PDF with the text that Tesseract recognises in its scanned pages; `languages` is its data's folder."""
    installed = sorted(path.stem for path in Path(languages).glob("*.traineddata") if path.stem != "osd")
    language = "eng" if "eng" in installed or not installed else installed[0]
    ocr = {"backend": "tesseract", "language": language, "tessdata_path": languages}
    try:
        document = _extract(data, PDF.mime, {"disable_ocr": False, "ocr": ocr})
    except ImportError as error:
        raise _unloaded(error) from error
    nodes = document.document.nodes if document.document else []
    placed = in_reading_order(piece for node in nodes for piece in _pieces(node, has_pages=True))
    return Draft([piece for each in placed for piece in split_numbers(each.piece)], pages=len(document.pages or []))


def _pages_word_counted(data: bytes) -> int:
    """How many pages Word found when it last saved; where the library finds others, neither is to be cited."""
    package = Package(data)
    if _PROPERTIES not in package.names:
        return 0
    counted = package.part(_PROPERTIES).findtext(_PAGES) or ""
    return int(counted) if counted.isdigit() else 0


def _extract(data: bytes, mime: str, more: Mapping[str, object] | None = None) -> Any:
    import asyncio  # which takes a third of a worker's start, and most formats are read without the library

    library = compiled_library()
    config = library.ExtractionConfig.from_json(json.dumps({**_CONFIG, **(more or {})}))

    async def extract() -> Any:
        return await library.extract(library.ExtractInput.from_bytes(data, mime), config)

    try:
        result = asyncio.run(extract())
    except RuntimeError as error:
        raise _reason(str(error)).as_error() from error
    if not result.results:
        raise _reason("; ".join(str(each) for each in result.errors)).as_error()
    return result.results[0]


def _reason(error: str) -> Unread:
    if re.search(r"encrypt|password|decrypt", error, re.IGNORECASE):
        return LOCKED
    if re.search(r"\blimit|too (?:large|deep|many)|bomb|exceed", error, re.IGNORECASE):
        return Unread(trouble="deep-document")
    return DAMAGED


def _pieces(node: Any, has_pages: bool) -> Iterator[PlacedPiece]:
    """The pieces of one node of the library's tree; groups (their headings stand alone) and comments give none."""
    content = json.loads(str(node.content))
    kind = content["node_type"]
    if kind in ("group", "comment") or str(node.content_layer) in _LAYERS:
        return
    page = node.page if has_pages else None
    box = Box(node.bbox.y1, node.bbox.y0, node.bbox.x0, node.bbox.x1) if node.bbox else None
    if kind == "table":
        for piece in table_pieces(_rows(content["grid"]), may_be_prose=box is not None):
            yield PlacedPiece(replace(piece, page=page), box, in_table=True)
    elif kind == "heading":
        is_title = (node.attributes or {}).get("style_name") == "Title"
        yield PlacedPiece(Piece(content["text"], level=0 if is_title else content["level"], page=page), box)
    elif content.get("text"):
        form = Form.ITEM if kind == "list_item" else Form.PARAGRAPH
        text = formula_in_words(content["text"]) if kind == "formula" else _NOTE_MARK.sub("", content["text"])
        mark = str((node.attributes or {}).get("list_marker") or "") if kind == "list_item" else ""
        for piece in split_bullets(text, form):
            yield PlacedPiece(replace(piece, page=page, mark=mark if piece.text == text else ""), box)


def _rows(grid: dict[str, Any]) -> list[list[str]]:
    rows: dict[int, list[str]] = {}
    for cell in grid["cells"]:
        rows.setdefault(cell["row"], []).append(_unmarked(cell["content"]))
    return [cells for _, cells in sorted(rows.items())]


def _unmarked(cell: str) -> str:
    """A cell's words without the marks that the library puts around bold, underlined and italic ones."""
    text = _ITALIC.sub(r"\1", _MARKS.sub("", _NOTE_MARK.sub("", cell))).strip()
    return _ALL_ITALIC.sub(r"\1", text)
