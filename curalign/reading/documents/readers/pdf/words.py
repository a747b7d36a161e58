"""The words of a PDF's page, each in its place: letters that follow one another in one size on one line."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from curalign.reading.documents.cleaning import plain

MAX_LETTERS = 300_000
"""The most letters of a page that are looked at one by one; nobody can read a page of more."""

SLANTED = 4
"""The `turn` of words across a page, neither upright nor upwards."""

_SLANT = 0.25  # radians
_HYPHENS = "\x02\ufffe"  # what PDFium makes of a hyphen at a line's end
_APART = 1.0  # of a line's height: letters so far apart are two words, whatever the file says
_ENDS, _NONE = frozenset(("\r", "\n", "")), frozenset(("\0", ""))
_GOES_ON = 0.06  # of a line's height: letters so close are of one word, though PDFium thinks that a line ended there
_TOUCHING = 0.25  # of a line's height
_QUARTER, _HALF = 1.5707963, 3.1415926
_MAX_NAME = 128  # bytes of a font's name
_FORCE_BOLD = 1 << 18
_RUNS_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_BOLD = re.compile(rb"bold|black|heavy", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """A box on a page as a person sees it, in points from its left and, downwards, from its top."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        """Half-way down."""
        return (self.top + self.bottom) / 2

    @property
    def centre(self) -> float:
        """Half-way across."""
        return (self.left + self.right) / 2

    def holds(self, other: Place) -> bool:
        """Whether the middle of the other lies in this one."""
        return self.left <= other.centre <= self.right and self.top <= other.middle <= self.bottom

    def encloses(self, other: Place) -> bool:
        """Whether all of the other lies in this one."""
        across = self.left <= other.left and other.right <= self.right
        return across and self.top <= other.top and other.bottom <= self.bottom

    def around(self, other: Place) -> Place:
        """The box around both."""
        return Place(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


@dataclass(frozen=True, slots=True)
class Word:
    """Letters without a space: on which baseline, in what size (both in points), and how they stand.

    `is_glued` words follow the word before without a space; `turn` counts quarters clockwise by which the text is
    turned, and is `SLANTED` where they are none. `is_beside` tells of a word that was filled in: it stands beside the
    one before, however far that is. `is_bold` words are set in a bold font.
    """

    text: str
    place: Place
    base: float
    size: float
    is_glued: bool = False
    turn: int = 0
    is_beside: bool = False
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """How a page is turned when it is shown: quarters clockwise."""

    quarters: int

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the file, measured upwards, where it is seen, measured downwards."""
        if self.quarters == 1:
            return y, x
        if self.quarters == 2:
            return -x, y
        return (-y, -x) if self.quarters == 3 else (x, -y)

    def place(self, left: float, bottom: float, right: float, top: float) -> Place:
        """A box of the file where it is seen."""
        x, y = self.point(left, bottom)
        other_x, other_y = self.point(right, top)
        return Place(min(x, other_x), min(y, other_y), max(x, other_x), max(y, other_y))


def words_of(text_page: Any, turn: Turn) -> list[Word]:
    """The words of a page in the order of the file, without those that are printed twice to look bold."""
    words: dict[tuple[str, int, int], Word] = {}
    for word in _words(text_page, turn):
        words.setdefault((word.text, round(word.place.left / 2), round(word.base / 2)), word)
    return list(words.values())


def _words(text_page: Any, turn: Turn) -> Iterator[Word]:
    raw = _raw()
    count = min(raw.FPDFText_CountChars(text_page), MAX_LETTERS)
    box = raw.FS_RECTF()
    box_of, ends = raw.FPDFText_GetLooseCharBox, ctypes.byref(box)
    held: list[str] = []
    start = 0
    left = right = bottom = top = 0.0
    turned = is_over = is_slanted = is_glued = is_ended = False
    for at, letter in enumerate(_letters(text_page, count)):
        if letter.isspace() or letter in _NONE:
            if letter in _ENDS:  # which PDFium puts behind a letter that is raised or turned too
                is_ended = is_ended or letter != ""
            elif held:
                yield _word(text_page, start, held, turn.place(left, bottom, right, top), turn, is_glued)
                held, is_glued = [], False
            continue
        box_of(text_page, at, ends)
        low, high, first, last = box.bottom, box.top, box.left, box.right
        is_left = letter > "\u0590" and _RUNS_LEFT.match(letter) is not None
        if held:
            same_line = abs(low - bottom) + abs(high - top) < 1 if not turned else abs(first - left) < 1
            height = high - low if not turned else last - first
            gap = first - right if not turned else min(abs(low - top), abs(bottom - high))
            gap = left - last if is_over else gap
            if is_left:  # each has a box of its own height
                gap = max(first - right, left - last)
                same_line = low < top and high > bottom and gap < _TOUCHING * height
            is_apart = is_ended and abs(gap) > _GOES_ON * height
            if is_apart or not same_line or not -height < gap < _APART * height:
                yield _word(text_page, start, held, turn.place(left, bottom, right, top), turn, is_glued)
                is_glued = is_slanted or (
                    not turned
                    and not same_line
                    and low < top
                    and high > bottom
                    and abs(gap) < (_GOES_ON if is_ended else _TOUCHING) * height
                )
                held = []
        is_ended = False
        if not held:
            start, left, right, bottom, top = at, first, last, low, high
            angle = abs(raw.FPDFText_GetCharAngle(text_page, at))
            turned, is_over = 0.5 < angle % _HALF < _HALF - 0.5, 0.5 * _HALF < angle < 1.5 * _HALF
            is_over, was = is_over and not turned, is_slanted
            is_slanted = _SLANT < angle % _QUARTER < _QUARTER - _SLANT
            is_glued = is_glued and is_slanted is was
        if is_left and held and first > left:
            held.insert(0, letter)  # this word is held as it is seen
        else:
            held.append("-" if letter in _HYPHENS else letter)
        # A call for each letter of a document would be a tenth of the time it takes.
        left = first if first < left else left
        right = last if last > right else right
        bottom = low if low < bottom else bottom
        top = high if high > top else top


@cache
def _raw() -> Any:
    """PDFium's functions, imported when the first PDF is read."""
    from pypdfium2 import raw

    return raw


def _letters(text_page: Any, count: int) -> Sequence[str]:
    """Each letter of a page, and a blank; one that takes two places in the file's text is asked for by itself."""
    raw = _raw()
    held = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(text_page, 0, count, held)
    text = bytes(held)[: 2 * max(written - 1, 0)].decode("utf-16-le", "replace")
    if len(text) == count:
        return f"{text} "
    codes = [code if (code := raw.FPDFText_GetUnicode(text_page, at)) < 0x110000 else 32 for at in range(count)]
    return [*(_whole(code, codes[at + 1 : at + 2]) for at, code in enumerate(codes)), " "]


def _whole(code: int, following: Sequence[int]) -> str:
    """A letter by its code; one in two halves is whole in place of the first, and the second is nothing."""
    if 0xDC00 <= code < 0xE000:
        return ""
    if not 0xD800 <= code < 0xDC00:
        return chr(code)
    low = following[0] if following else 0
    is_letter = 0xDC00 <= low < 0xE000
    return plain(chr(0x10000 + ((code - 0xD800) << 10) + low - 0xDC00)) if is_letter else " "


def _word(text_page: Any, at: int, held: list[str], place: Place, turn: Turn, is_glued: bool) -> Word:
    raw = _raw()
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(text_page, at, x, y)
    angle = raw.FPDFText_GetCharAngle(text_page, at)
    turned = SLANTED if _SLANT < angle % _QUARTER < _QUARTER - _SLANT else (round(angle / _QUARTER) + turn.quarters) % 4
    origin = turn.point(x.value, y.value)
    base = origin[1] if not turned else place.bottom
    size = _size(text_page, at) or (place.right - place.left if turned % 2 else place.bottom - place.top) / 1.16
    return Word("".join(held), place, base, max(size, 0.1), is_glued, turned, is_bold=_is_bold(text_page, at))


def _size(text_page: Any, at: int) -> float:
    """How large a letter is, in points; 0 where the file does not tell."""
    raw = _raw()
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text_page, at, matrix)
    size: float = raw.FPDFText_GetFontSize(text_page, at) * math.hypot(matrix.c, matrix.d)
    return size if 0.5 < size < 1000 else 0.0


def _is_bold(text_page: Any, at: int) -> bool:
    """Whether a letter's font says that it is bold, by its name or its flags."""
    raw = _raw()
    name, flags = ctypes.create_string_buffer(_MAX_NAME), ctypes.c_int()
    length = raw.FPDFText_GetFontInfo(text_page, at, name, _MAX_NAME, flags)
    return bool(flags.value & _FORCE_BOLD) or (length <= _MAX_NAME and _BOLD.search(name.value) is not None)


def upright(words: Sequence[Word]) -> list[Word]:
    """Turned words as if the page were held so that they can be read."""
    return [replace(word, place=_held(word), base=_held(word).bottom - 0.2 * word.size, turn=0) for word in words]


def _held(word: Word) -> Place:
    place = word.place
    if word.turn == 3:  # upwards
        return Place(-place.bottom, place.left, -place.top, place.right)
    if word.turn == 1:
        return Place(place.top, -place.right, place.bottom, -place.left)
    return Place(-place.right, -place.bottom, -place.left, -place.top)
