"""Sums of a PDF whose numbers stand under one another, over a line: each in one line, `38 + 25 = 63`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from curalign.reading.documents.readers.equations import BLANK
from curalign.reading.documents.readers.pdf.rules import MAX_MEETINGS, Rules, bars_of
from curalign.reading.documents.readers.pdf.words import Place, Word

_SIGN = re.compile(r"[-+\u2212\u2013\u00d7\u00f7x*]")
_NUMBER = re.compile(r"(?P<sign>[-+\u2212\u2013\u00d7\u00f7x*]?)\s?(?P<number>[$\u20ac]?\d[\d,]*(?:\.\d+)?|\.\d+)")
_FIRST = frozenset("0123456789$\u20ac.+-\u2212\u2013\u00d7\u00f7x*")
_LINES = frozenset("_-\u2014\u2500")
_DRAWN = re.compile(r"[_\u2014\u2500-]{3,}")  # a line that somebody typed
_WIDEST = 150.0  # points of the line under a sum
_BESIDE = 4.0  # points by which numbers may be wider than their line
_ASIDE = 3.5  # of the size: how far a sign may stand from its number
_CLOSEST, _FURTHEST = 0.7, 2.2  # of the size, from baseline to baseline
_OVER, _UNDER = 1.1, 2.4  # of the size, from the line to the baseline over and under it
_MOST_ROWS = 8
_LEVEL = 0.3  # of the size: how far the baselines of one row lie apart
_BEHIND = 0.6  # of the size: how far the next word of a sentence is
_FLUSH = 0.4  # of the size: how far the right ends of numbers lie apart; those with a point may more


@dataclass(frozen=True, slots=True)
class _Row:
    """A number of a sum with the sign before it, if it has one, and the words that it is made of."""

    words: tuple[Word, ...]
    number: str
    sign: str

    @property
    def base(self) -> float:
        return self.words[-1].base

    @property
    def left(self) -> float:
        return min(word.place.left for word in self.words)

    @property
    def right(self) -> float:
        return max(word.place.right for word in self.words)


def in_one_line(words: Sequence[Word], rules: Rules) -> list[Word]:
    """The words of a page, with each sum whose numbers stand under one another as one word where it begins.

    Args:
        words: Those of the page.
        rules: Lines that are drawn on it, of which some stand between the numbers and what they come to.

    """
    maybe = [word for word in words if word.text[0] in _FIRST and not word.turn]
    numbers = [word for word in maybe if _SIGN.fullmatch(word.text) or _NUMBER.fullmatch(word.text)]
    if not any(map(_signed, numbers)):
        return list(words)
    long = [word for word in words if word.text[0] in _LINES and not word.turn]
    typed = [word for word in long if _DRAWN.fullmatch(word.text)]
    bars: list[tuple[Place, Word | None]] = [(bar, None) for bar in bars_of(rules, _WIDEST)]
    bars += [(Place(word.place.left, word.base, word.place.right, word.base), word) for word in typed]
    if len(bars) * len(numbers) > MAX_MEETINGS:
        return list(words)
    held = {id(word) for word in (*numbers, *typed)}
    others = [word for word in words if id(word) not in held and not word.turn]
    written: dict[int, Word | None] = {}
    for bar, line in sorted(bars, key=lambda each: each[0].middle):
        near = [word for word in numbers if id(word) not in written and _is_near(word, bar)]
        rows = list(_rows_over(near, bar))
        if len(rows) > 1 and rows[0].sign and not any(_is_among(word, rows) for word in others):
            parts, whole = _results(numbers, [each for each, _ in bars], bar, rows[0])
            taken = [word for row in (*rows, *parts, *whole) for word in row.words]
            written |= dict.fromkeys(map(id, [*taken, *([line] if line else [])]))
            written[id(rows[-1].words[0])] = _whole(rows[::-1], parts, whole, taken)
    replaced = (written.get(id(word), word) for word in words)
    return [word for word in replaced if word is not None]


def _signed(word: Word) -> bool:
    found = _NUMBER.fullmatch(word.text)
    return bool(found and found["sign"]) or _SIGN.fullmatch(word.text) is not None


def _is_near(word: Word, bar: Place) -> bool:
    """Whether a number stands within the width of a line, or a sign before it."""
    left = bar.left - _BESIDE - (_ASIDE * word.size if _SIGN.fullmatch(word.text) else 0)
    return left <= word.place.left and word.place.right <= bar.right + _BESIDE


def _is_among(word: Word, rows: Sequence[_Row]) -> bool:
    """Whether a word stands within a row or right behind it, as in items with numbers in them: `- Bring 5 cubes`."""
    in_line = (row for row in rows if abs(word.base - row.base) < _LEVEL * word.size)
    return any(row.left < word.place.left < row.right + _BEHIND * word.size for row in in_line)


def _rows_over(near: Sequence[Word], bar: Place) -> Iterator[_Row]:
    """The numbers over a line from the lowest up, as long as each stands close above the one before."""
    last: _Row | None = None
    for _ in range(_MOST_ROWS):
        foot = bar.middle if last is None else last.base
        above = [word for word in near if _is_over(word, foot, is_line=last is None)]
        if not above:
            return
        lowest = max(word.base for word in above)
        row = _row([word for word in above if lowest - word.base < _CLOSEST * word.size])
        if row is None or (last is not None and not _is_flush(row, last)):
            return
        yield row
        last = row


def _is_over(word: Word, foot: float, *, is_line: bool) -> bool:
    step = (foot - word.base) / word.size
    return -0.15 < step < _OVER if is_line else _CLOSEST < step < _FURTHEST


def _results(numbers: Sequence[Word], bars: Sequence[Place], bar: Place, over: _Row) -> tuple[list[_Row], list[_Row]]:
    """What the numbers over a line come to, if that stands under it; before it the products of which it is the sum."""
    near = [word for word in numbers if _is_near(word, bar)]
    lower = [
        each.middle for each in bars if each.middle > bar.middle + 1 and abs(each.centre - bar.centre) < _WIDEST / 4
    ]
    for foot in sorted(lower)[:1]:
        parts = [row for row in _rows_over(near, replace(bar, top=foot, bottom=foot)) if row.base > bar.middle]
        is_first = parts and parts[-1].base - bar.middle < _UNDER * over.words[0].size
        if len(parts) > 1 and is_first and _is_flush(parts[0], over) and not any(row.sign for row in parts):
            return parts[::-1], list(_row_under(near, foot, over))
    return [], list(_row_under(near, bar.middle, over))


def _row_under(near: Sequence[Word], foot: float, over: _Row) -> Iterator[_Row]:
    under = [word for word in near if 0.3 < (word.base - foot) / word.size < _UNDER]
    if under:
        highest = min(word.base for word in under)
        row = _row([word for word in under if word.base - highest < _LEVEL * word.size])
        begins = any(_is_over(row.words[0], word.base, is_line=False) for word in near if row and _signed(word))
        if row is not None and not row.sign and not begins and _is_flush(row, over):
            yield row  # and it begins no other sum


def _row(words: Sequence[Word]) -> _Row | None:
    """A row of a sum: one number, which may be set digit by digit, behind one sign or none."""
    ordered = sorted(words, key=lambda word: word.place.left)
    has_sign = len(ordered) > 1 and _SIGN.fullmatch(ordered[0].text)
    digits = ordered[1:] if has_sign else ordered
    if not digits or (len(digits) > 1 and not all(len(word.text) == 1 and word.text.isdigit() for word in digits)):
        return None
    found = _NUMBER.fullmatch("".join(word.text for word in digits))
    if found is None or (has_sign and found["sign"]):
        return None
    return _Row(tuple(ordered), found["number"], ordered[0].text if has_sign else found["sign"])


def _is_flush(row: _Row, other: _Row) -> bool:
    """Whether numbers end under one another, or have their points there."""
    slack = _FLUSH * row.words[-1].size
    has_point = "." in row.number or "." in other.number
    return abs(row.right - other.right) < (4 * slack if has_point else slack)


def _whole(rows: Sequence[_Row], parts: Sequence[_Row], whole: Sequence[_Row], taken: Sequence[Word]) -> Word:
    """A sum in a line, in the line of its first number."""
    place = taken[0].place
    for word in taken[1:]:
        place = place.around(word.place)
    text = rows[0].sign + rows[0].number
    for row in rows[1:]:
        text += f" {row.sign or rows[-1].sign} {row.number}"
    if parts:
        text += f" = {' + '.join(row.number for row in parts)}"
    text += f" = {whole[0].number if whole else BLANK}"
    return replace(rows[0].words[0], text=text, place=place, base=rows[0].base, is_glued=False)
