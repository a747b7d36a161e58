"""Text from documents is hostile: what is left after this can be written anywhere as UTF-8, on one line or few."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from unicodedata import normalize

from curalign.domain.codes import LIKE_A_CODE
from curalign.reading.documents.drafts import BETWEEN_CELLS
from curalign.reading.documents.spaced_letters import looks_spaced, unspaced
from curalign.wording.text import composed

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
# Soft hyphens, zero-width marks and directional overrides are invisible and break words or deceive readers;
# the joiners U+200C and U+200D stay, because some scripts cannot be spelled without them.
_INVISIBLE = (
    "\u00ad\u180e\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\ufff9\ufffa\ufffb"
)
# The italic and bold letters of formulas, which some also write for want of a bold font; an h of them stands elsewhere.
_SET_APART = {sign: normalize("NFKC", sign) for sign in map(chr, (0x210E, *range(0x1D400, 0x1D800)))}
_TABLE = str.maketrans(_SET_APART | _LIGATURES | dict.fromkeys(_INVISIBLE, ""))
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff]")
_BLANKS = re.compile(r"_(?:\s?_){3,}")
_BOXES = frozenset("\u2610\u2611\u2612\u25a1\u2713\u2714")
_ELLIPSES = re.compile("…{2,}")
_LABEL, _SAID = 6, 3  # words of a line that may be what stands below it is called, and of what may stand below it
_ENDS = (".", "?", "!", ",", ";", "-", "\u2013")


def clean(text: str) -> str:
    """Text on one line, composed, without control, invisible and private characters; blanks to fill in shortened."""
    if text.isascii() and text.isprintable():
        if " " not in text and "_" not in text:  # as most cells are
            return text
    else:
        text = text.encode("utf-8", "replace").decode("utf-8")
        text = _CONTROL.sub("", text.translate(_TABLE))
        text = _ELLIPSES.sub("…", composed(text))
    if looks_spaced(text):
        text = unspaced(text)
    text = " ".join(text.split())
    return _BLANKS.sub("___", text) if "_" in text else text


def clean_row(text: str) -> str:
    """Cells of a table as `clean` leaves text, but for a line's end behind what may be a label of what is below it."""
    if "\n" not in text:
        return clean(text)
    return BETWEEN_CELLS.join(map(_clean_cell, text.split(BETWEEN_CELLS)))


def _clean_cell(text: str) -> str:
    """A word or two below a label belong to it, as `20 minutes` does."""
    lines = [line for part in text.split("\n") if (line := clean(part))]
    said = [
        line + ("\n" if is_label(line) and len(below.split()) >= _SAID and not is_label(below) else " ")
        for line, below in pairwise(lines)
    ]
    return "".join([*said, *lines[-1:]])


def is_label(line: str) -> bool:
    """Whether a line looks like what stands below it is called: a few words without an end."""
    words = line.split()
    is_name = line.strip()[:1].isupper() and any(len(word) > 2 and word[0].isalpha() for word in words)
    return is_name and len(words) <= _LABEL and not line.rstrip().endswith(_ENDS)


def plain(sign: str) -> str:
    """A letter as it is typed, where it is one that only formulas are set in."""
    return _SET_APART.get(sign, sign)


def row(cells: Iterable[str]) -> str:
    """Cells joined as a table row; empty when every cell is. Empty cells at the end are left out.

    A box that stands in a cell of its own before a code, or at the row's end behind it, stands before the code too: it
    says whether that is meant.
    """
    cleaned = list(map(clean_row, cells))
    if not _BOXES.isdisjoint(cleaned):
        _move_boxes(cleaned)
    while cleaned and not cleaned[-1]:
        cleaned.pop()
    return BETWEEN_CELLS.join(cleaned)


def _move_boxes(cleaned: list[str]) -> None:
    """Put boxes before the codes that they tell of."""
    for at, (box, beside) in enumerate(pairwise(cleaned), 1):
        if box in _BOXES and LIKE_A_CODE.match(beside):
            cleaned[at] = f"{box} {beside}"
    while cleaned and not cleaned[-1]:
        cleaned.pop()
    if len(cleaned) > 1 and cleaned[-1] in _BOXES and sum(cell in _BOXES for cell in cleaned) == 1:
        code = next((at for at, cell in enumerate(cleaned) if LIKE_A_CODE.match(cell)), None)
        if code is not None:
            cleaned[code] = f"{cleaned[-1]} {cleaned[code]}"
