"""PDF: paragraphs, items, headings and rows out of the places of its words and the lines that are drawn around them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import groupby
from typing import Any

from curalign.domain.materials import Form
from curalign.errors import UnreadableError
from curalign.reading.documents.cleaning import row
from curalign.reading.documents.drafts import DAMAGED, LOCKED, Draft, Piece
from curalign.reading.documents.readers import omitted
from curalign.reading.documents.readers.contents import without_contents
from curalign.reading.documents.readers.garbled import is_garbled
from curalign.reading.documents.readers.pdf.annotations import written_on
from curalign.reading.documents.readers.pdf.breaks import rejoined
from curalign.reading.documents.readers.pdf.formulas import written_out
from curalign.reading.documents.readers.pdf.furniture import PlacedPiece, continued, without_furniture
from curalign.reading.documents.readers.pdf.layout import Page, laid_out
from curalign.reading.documents.readers.pdf.marks import marked
from curalign.reading.documents.readers.pdf.paragraphs import Joining, vocabulary
from curalign.reading.documents.readers.pdf.rules import has_images, rules_of
from curalign.reading.documents.readers.pdf.sums import in_one_line
from curalign.reading.documents.readers.pdf.words import Turn, words_of
from curalign.reading.documents.readers.text_pieces import split_bullets, split_numbers
from curalign.reading.files.file_bytes import Unread
from curalign.wording import Facts

_LARGER = 1.12  # than the body's letters: a heading's are
_MAX_HEADING = 200  # characters of a heading
_MAX_LABEL = 12  # words of a bold line that is one
_SMALL = 0.9  # of the body's letters
_MOST_LEVELS = 6
_MOST_GARBLED = 0.4  # share of a page's letters
_FEW = 30  # words of a page that may be a picture of one
_MAX_NAMES = 20  # of attached files


def read(data: bytes, mime: str) -> Draft:
    """Read a document; one that is broken is left to the reader of other formats, which says so.

    Args:
        data: The file.
        mime: What kind of file it is, for the other reader.

    Returns:
        Its pieces in reading order, and what was left out of it or could not be read.

    """
    try:
        return _draft(data)
    except MemoryError:
        raise
    except ImportError:
        from curalign.reading.documents.readers import library  # which most documents do without

        return library.read(data, mime)
    except UnreadableError as error:
        broken = error
    except Exception:  # what nobody thought of in one document is the fault of that document
        broken = DAMAGED.as_error()
    from curalign.reading.documents.readers import library

    return library.read_instead(broken, data, mime)


class _Document:
    """What is gathered from the pages of a document while they are read one after another."""

    def __init__(self) -> None:
        self.words: set[str] = set()
        self.placed: list[PlacedPiece] = []
        self.sizes = Counter[float]()
        self.bold = Counter[bool]()
        self.left_out = Counter[str]()
        self.pictures: set[int] = set()
        self.attached: list[str] = []
        self._joining = Joining(self.words)

    def add(self, page: Any, form: Any, number: int) -> None:
        """Read a page."""
        turn = Turn(page.get_rotation() // 90)
        printed = words_of(page.get_textpage(), turn)
        rules = rules_of(page, turn)
        words = written_out(in_one_line(marked(printed, rules.dots, self.words), rules), rules)
        notes = written_on(page, form, turn, words)
        words = notes.without_struck(words) if notes.struck else words
        self.left_out.update(notes.left_out)
        self.attached += notes.attached
        for word in words:
            self.sizes[_rounded(word.size)] += len(word.text)
            self.bold[word.is_bold] += len(word.text)
        self.words |= vocabulary(words)
        seen = turn.place(*page.get_mediabox())
        if len(printed) < _FEW and has_images(page, (seen.right - seen.left) * (seen.bottom - seen.top)):
            self.pictures.add(number)
        sheet = Page(number, [*words, *notes.words], rules, notes.texts, seen.top, seen.bottom)
        self.placed += laid_out(sheet, self._joining)

    def draft(self, pages: int) -> Draft:
        """The whole document."""
        kept, garbled = _without_garbled(without_furniture(self._headed(), pages))
        readable = {each.piece.page for each in self.placed if any(map(str.isalnum, each.text))} - garbled
        told = [each for each in kept if any(map(str.isalnum, each.text))]
        readable -= self.pictures - {each.piece.page for each in told}
        scanned = self.pictures - {each.piece.page for each in told if not each.is_at_edge}
        pieces = [piece for piece in _pieces(kept, self._joining) if piece.page in readable or piece.page in garbled]
        blank = [number for number in range(1, pages + 1) if number not in readable or number in scanned]
        return Draft(without_contents(pieces), pages=pages, blank=blank, left_out=omitted.told(self.left_out))

    def _headed(self) -> list[PlacedPiece]:
        """The pieces, those in larger letters than most as headings, the larger the higher; bold lines below these."""
        body = self.sizes.most_common(1)[0][0] if self.sizes else 0.0
        titles = [each for each in self.placed if _is_title(each)]
        larger = sorted({size for each in titles if (size := _rounded(each.size)) > _LARGER * body}, reverse=True)
        levels = {size: min(at, _MOST_LEVELS) for at, size in enumerate(larger, 1)}
        headed = {id(each): levels[size] for each in titles if (size := _rounded(each.size)) in levels}
        if self.bold[True] < self.bold[False]:
            stated = [each for each in titles if id(each) not in headed and each.is_bold and _is_label(each, body)]
            headed |= {id(each): min(len(larger) + 1, _MOST_LEVELS) for each in stated}
        return [replace(each, piece=replace(each.piece, level=headed.get(id(each)))) for each in self.placed]


def _draft(data: bytes) -> Draft:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise (LOCKED if locked else DAMAGED).as_error() from error
    found = _Document()
    with document:
        if document.get_formtype():
            with suppress(pypdfium2.PdfiumError):
                document.init_forms()
        pages = len(document)
        for number in range(1, pages + 1):
            with suppress(pypdfium2.PdfiumError):  # what cannot be opened is a page without text
                page = document[number - 1]
                found.add(page, document.formenv, number)
                page.close()
        attached = _attached(document, found.attached)
    draft = found.draft(pages)
    if attached and not draft.pieces and not found.pictures:
        draft = replace(draft, blank=())  # a cover over what is attached, and no scan
    return replace(draft, left_out=(*attached, *draft.left_out))


def _attached(document: Any, on_pages: Sequence[str]) -> tuple[Unread, ...]:
    """What is said of files that hang in a document or on its pages: they are not read, and have names."""
    count = document.count_attachments() + len(on_pages)
    inside = range(min(document.count_attachments(), _MAX_NAMES))
    names = [*(document.get_attachment(at).get_name() for at in inside), *on_pages][:_MAX_NAMES]
    return (Unread(trouble="attached-files", facts=Facts(count=count, names=names)),) if count else ()


def _rounded(size: float) -> float:
    return round(size * 2) / 2


def _is_title(placed: PlacedPiece) -> bool:
    text = placed.piece.text
    is_sentence = text.endswith((".", ";", ",")) and len(text.split()) > _MAX_LABEL
    is_short = len(text) <= _MAX_HEADING and not is_sentence
    return placed.piece.form is Form.PARAGRAPH and is_short and any(map(str.isalpha, text))


def _is_label(placed: PlacedPiece, body: float) -> bool:
    """Whether a bold line is a heading by its words too: few of them, and no sentence."""
    text = placed.piece.text
    return placed.size > _SMALL * body and len(text.split()) <= _MAX_LABEL and not text.endswith((".", "!", ",", ";"))


def _without_garbled(placed: Sequence[PlacedPiece]) -> tuple[list[PlacedPiece], set[int]]:
    """The pieces without those whose letters are not what they look, on pages that hold many; and these pages."""
    pages: set[int] = set()
    dropped: set[int] = set()
    for number, held in groupby(placed, key=lambda each: each.piece.page or 0):
        here = list(held)
        bad = [each for each in here if is_garbled(each.text)]
        if sum(len(each.text) for each in bad) > _MOST_GARBLED * sum(len(each.text) for each in here):
            pages.add(number)
            dropped |= {id(each) for each in bad}
    return [each for each in placed if id(each) not in dropped], pages


def _pieces(placed: Sequence[PlacedPiece], joining: Joining) -> Iterator[Piece]:
    """The pieces of a document: tables as rows, and items that stand in one line apart."""
    for each in continued(list(rejoined(placed, joining)), joining.joined):
        piece = each.piece
        if each.table is not None:
            form = Form.PARAGRAPH if each.table.is_text else Form.ROW
            texts = ("".join(cells) if each.table.is_text else row(cells) for cells in each.table.rows)
            yield from (replace(piece, text=text, form=form) for text in texts)
        elif piece.level is None and piece.form is Form.PARAGRAPH:
            for part in split_bullets(piece.text, piece.form):
                yield from split_numbers(replace(part, page=piece.page))
        else:
            yield piece
