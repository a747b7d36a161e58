"""What is filled into a PDF's form or typed on its pages, as words in their places."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from curalign.reading.documents.readers import omitted
from curalign.reading.documents.readers.fields import TICKED, UNTICKED
from curalign.reading.documents.readers.pdf.words import Place, Turn, Word

_MAX_NOTES, _MAX_WORDS = 2000, 20_000  # annotations of a page, and words that they may stand beside
_MAX_TEXT = 100_000  # characters of one
_HIDDEN = 0x02 | 0x20  # flags of an annotation: hidden, not shown on the screen
_COMMENTED = (
    "TEXT", "HIGHLIGHT", "UNDERLINE", "SQUIGGLY", "STRIKEOUT", "CARET", "INK", "SQUARE", "CIRCLE", "LINE", "POLYGON",
    "POLYLINE", "STAMP",
)  # fmt: skip
_SIZE = 11.0
_MARKUP = re.compile(r"<[^>]*>")


@dataclass(slots=True)
class Written:
    """What people wrote on a page: words in fields, texts typed on it with their places; comments are counted.

    `struck` is where they struck words out, `attached` the names of files that hang there.
    """

    words: list[Word] = field(default_factory=list)
    texts: list[tuple[str, Place]] = field(default_factory=list)
    struck: list[Place] = field(default_factory=list)
    attached: list[str] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)

    def without_struck(self, words: list[Word]) -> list[Word]:
        """The words that nobody struck out."""
        return [word for word in words if not any(place.holds(word.place) for place in self.struck)]


def written_on(page: Any, form: Any, turn: Turn, words: Sequence[Word]) -> Written:
    """What is filled in and typed on a page.

    Args:
        page: The page.
        form: The document's form, None where it has none.
        turn: How the page is turned.
        words: Those that are printed, beside which others are put.

    """
    from pypdfium2 import raw

    found = Written()
    words = words if len(words) <= _MAX_WORDS else ()
    for at in range(min(raw.FPDFPage_GetAnnotCount(page), _MAX_NOTES)):
        note = raw.FPDFPage_GetAnnot(page, at)
        if not note:
            continue
        try:
            _look_at(note, form, turn, words, found)
        finally:
            raw.FPDFPage_CloseAnnot(note)
    return found


def _look_at(note: Any, form: Any, turn: Turn, words: Sequence[Word], found: Written) -> None:
    from pypdfium2 import raw

    kind = raw.FPDFAnnot_GetSubtype(note)
    if raw.FPDFAnnot_GetFlags(note) & _HIDDEN:
        return
    if kind == raw.FPDF_ANNOT_WIDGET and form is not None:
        found.words += _filled(note, form, _place(note, turn), words)
    elif kind == raw.FPDF_ANNOT_FREETEXT:
        text = _string(note, b"Contents") or _MARKUP.sub(" ", _string(note, b"RC"))
        if text.strip():
            found.texts.append((text, _place(note, turn)))
    elif kind in _comments() and _string(note, b"Contents").strip():
        found.left_out[omitted.COMMENTS] += 1
    elif kind == raw.FPDF_ANNOT_FILEATTACHMENT:
        file = raw.FPDFAnnot_GetFileAttachment(note)
        found.attached.append(_utf16(lambda held, size: raw.FPDFAttachment_GetName(file, held, size)))
    if kind == raw.FPDF_ANNOT_STRIKEOUT:
        found.struck = [*found.struck, *_marked(note, turn)][:_MAX_NOTES]
        found.left_out[omitted.STRUCK] += 1


@cache
def _comments() -> frozenset[int]:
    """The kinds of annotations that a comment hangs on; what links and fields say of themselves is none."""
    from pypdfium2 import raw

    return frozenset(getattr(raw, f"FPDF_ANNOT_{kind}") for kind in _COMMENTED)


def _marked(note: Any, turn: Turn) -> Iterator[Place]:
    """The stretches of lines that a mark lies on."""
    from pypdfium2 import raw

    points = raw.FS_QUADPOINTSF()
    for at in range(min(raw.FPDFAnnot_CountAttachmentPoints(note), _MAX_NOTES)):
        if raw.FPDFAnnot_GetAttachmentPoints(note, at, points):
            across = (points.x1, points.x2, points.x3, points.x4)
            down = (points.y1, points.y2, points.y3, points.y4)
            yield turn.place(min(across), min(down), max(across), max(down))


def _place(note: Any, turn: Turn) -> Place:
    from pypdfium2 import raw

    box = raw.FS_RECTF()
    raw.FPDFAnnot_GetRect(note, box)
    return turn.place(
        min(box.left, box.right), min(box.bottom, box.top), max(box.left, box.right), max(box.bottom, box.top)
    )


def _filled(note: Any, form: Any, place: Place, words: Sequence[Word]) -> Iterator[Word]:
    """A field's value as words that stand beside its label; a box to tick as a mark before it."""
    from pypdfium2 import raw

    kind = raw.FPDFAnnot_GetFormFieldType(form, note)
    if kind in (raw.FPDF_FORMFIELD_CHECKBOX, raw.FPDF_FORMFIELD_RADIOBUTTON):
        mark = TICKED if raw.FPDFAnnot_IsChecked(form, note) else UNTICKED
        yield Word(mark, place, _base(place, words, place.middle), _SIZE)
    elif kind in (raw.FPDF_FORMFIELD_TEXTFIELD, raw.FPDF_FORMFIELD_COMBOBOX, raw.FPDF_FORMFIELD_LISTBOX):
        value = _utf16(lambda held, size: raw.FPDFAnnot_GetFormFieldValue(form, note, held, size))
        is_high = place.bottom - place.top > 2.2 * _SIZE
        base = _base(place, words, place.top + _SIZE if is_high else place.middle)
        texts = value.split()
        step = (place.right - place.left) / max(len(texts), 1)
        for at, text in enumerate(texts):
            left = place.left + at * step
            yield Word(text, Place(left, base - _SIZE, left + step, base + 2), base, _SIZE, is_beside=True)


def _base(place: Place, words: Sequence[Word], middle: float) -> float:
    """The baseline of the printed line beside a field."""
    beside = [word for word in words if not word.turn and word.place.top <= middle <= word.place.bottom]
    if not beside:
        return middle + _SIZE / 3
    return min(beside, key=lambda word: max(place.left - word.place.right, word.place.left - place.right)).base


def _string(note: Any, key: bytes) -> str:
    from pypdfium2 import raw

    return _utf16(lambda held, size: raw.FPDFAnnot_GetStringValue(note, key, held, size))


def _utf16(get: Callable[[Any, int], int]) -> str:
    size = get(None, 0)
    if not 2 < size <= 2 * _MAX_TEXT:
        return ""
    held = (ctypes.c_ushort * (size // 2 + 1))()
    get(held, size)
    return bytes(held)[: size - 2].decode("utf-16-le", "replace")
