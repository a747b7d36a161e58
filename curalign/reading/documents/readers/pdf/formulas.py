"""Stacked fractions and raised numbers of a PDF, as a person would type them in a line: 2 3/4, x^2."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from curalign.reading.documents.readers.equations import BLANK
from curalign.reading.documents.readers.pdf.lines import words_text
from curalign.reading.documents.readers.pdf.rules import Rules, bars_of
from curalign.reading.documents.readers.pdf.words import Place, Word
from curalign.reading.documents.readers.raised import is_glued, is_power, is_power_of_sum

_PART = re.compile(r"[-\u2212]?\(?(?:\d{1,4}|\d{0,3}[a-zA-Z])(?:[.,]\d{1,3})?\)?|_{1,4}|\?")
_WIDEST = 100.0  # points of the bar of a fraction
_AROUND = 60.0  # points around a bar in which its words are looked for, at least
_CROWD = 500  # words around a bar that nobody could read
_SIGNS = ("+", "-", "\u2212", "\u00d7", "x")
_OVER, _UNDER = 1.4, 1.4  # of the size: how far its parts may stand from the bar, by the middle of their letters
_MARGIN = 6.0  # points by which a bar may be wider than its parts
_ASIDE = 2.5  # of the size: how far from a bar its line may go on
_UNEVEN = 0.2  # of the size: how far the baselines of a term differ
_MOST_WORDS = 12  # over or under a bar
_ROOT = "\u221a"
_MOST_ROOTS = 200  # of a page
_DEGREES = {"3": "\u221b", "4": "\u221c"}
_SLASHES = ("/", "\u2044", "\u2215")
_RAISED = 0.15  # of the size of the letters before
_HIGHEST = 0.75
_SMALLER, _TOUCHING = 0.87, 0.08
_LOOKS_BACK = 8  # words, in which a sum in brackets begins that has a power


def written_out(words: Sequence[Word], rules: Rules) -> list[Word]:
    """The words of a page with its stacked fractions and powers written in their lines."""
    bars = bars_of(rules, _WIDEST)
    roots = [word for word in words if word.text.endswith(_ROOT) and not word.turn][:_MOST_ROOTS]
    fractions = [bar for bar in bars if not any(_is_of(bar, root) for root in roots)]
    return _closed(_powers(_slashed(_fractions(_roots(words, roots, bars), fractions))))


class _Near:
    """The upright words of a page by where they stand, so that few are looked at for each bar."""

    def __init__(self, words: Sequence[Word]) -> None:
        self._held: dict[tuple[int, int], list[Word]] = defaultdict(list)
        for word in words:
            if not word.turn:
                self._held[self._at(word.place.centre, word.place.middle)].append(word)

    def __call__(self, place: Place) -> list[Word]:
        """The words within some 60 points of a place; of a place where hundreds stand upon one another none."""
        across, down = self._at(place.centre, place.middle)
        around = (
            self._held.get((x, y), ()) for x in (across - 1, across, across + 1) for y in (down - 1, down, down + 1)
        )
        found = [word for held in around for word in held]
        return found if len(found) < _CROWD else []

    @staticmethod
    def _at(x: float, y: float) -> tuple[int, int]:
        return int(x // _AROUND), int(y // _AROUND)


def _roots(words: Sequence[Word], roots: Sequence[Word], bars: Sequence[Place]) -> list[Word]:
    """The words of a page, with brackets around those that stand together under the line of a root."""
    written = list(words)
    held = set(map(id, roots))
    for at, word in enumerate(words):
        if id(word) not in held:
            continue
        degree = next((other for other, each in enumerate(words) if _is_degree(each, word)), None)
        sign = _ROOT if degree is None else _DEGREES[words[degree].text]
        if degree is not None:
            written[degree] = replace(words[degree], text="")
            written[at] = replace(word, text=word.text[:-1] + sign)
        bar = next((bar for bar in bars if _is_of(bar, word)), None)
        end = at + 1
        while bar is not None and end < len(words) and _is_under(words[end], bar, word):
            end += 1
        if end > at + 2 and " " in words_text(_powers(words[at + 1 : end])):
            first, last = written[at + 1], written[end - 1]
            written[at] = replace(word, text=word.text[:-1], is_glued=word.is_glued and degree is None)
            place = word.place.around(first.place)
            follows = word.is_glued or written[at].text != ""
            written[at + 1] = replace(first, text=f"{sign}({first.text}", place=place, is_glued=follows)
            written[end - 1] = replace(last, text=f"{last.text})")
    return [word for word in written if word.text]


def _is_degree(word: Word, root: Word) -> bool:
    """Whether a word is the small number over the left of a root's sign, as in a cube root."""
    if word.text not in _DEGREES:
        return False
    is_over = word.base < root.base and root.place.left - word.size < word.place.left < root.place.centre
    return is_over and word.size < _SMALLER * root.size and word.place.bottom > root.place.top


def _is_of(bar: Place, root: Word) -> bool:
    """Whether a line begins where the sign of a root ends, at its top."""
    return abs(bar.left - root.place.right) < 0.25 * root.size and abs(bar.middle - root.place.top) < 0.4 * root.size


def _is_under(word: Word, bar: Place, root: Word) -> bool:
    in_line = abs(word.base - root.base) < _HIGHEST * root.size
    return in_line and root.place.right - 1 < word.place.centre < bar.right + 1


def _fractions(words: Sequence[Word], bars: Sequence[Place]) -> list[Word]:
    near = _Near(words) if bars else None
    taken: dict[int, Word | None] = {}
    for bar in bars:
        around = near(bar) if near else []
        parts = [word for word in around if _PART.fullmatch(word.text) and _is_at(word, bar) and id(word) not in taken]
        over = [word for word in parts if -_OVER * word.size < word.place.middle - bar.middle < 0]
        under = [word for word in parts if 0 < word.place.middle - bar.middle < _UNDER * word.size]
        if len(over) != 1 or len(under) != 1 or _is_sum(over[0], around) or _is_of_more(over[0], bar, around):
            left = [word for word in around if id(word) not in taken]
            is_half = _is_half(bar, [*over, *under], left)
            over, under = (over, under) if is_half else _in_words(bar, left)
            if not is_half and not (over and under):
                continue
        above = (over or under)[0]
        place = above.place
        for word in (*over, *under):
            place, taken[id(word)] = place.around(word.place), None
        text = f"{_grouped(over) or BLANK}/{_grouped(under) or BLANK}"
        taken[id(above)] = replace(above, text=text, place=place, base=_line(bar, above, around), is_glued=False)
    replaced = (taken.get(id(word), word) for word in words)
    return [word for word in replaced if word is not None]


def _is_of_more(part: Word, bar: Place, words: Sequence[Word]) -> bool:
    """Whether others stand beside a word over the same bar, though it is short and in the middle."""
    in_line = (word for word in words if word is not part and abs(word.base - part.base) < _UNEVEN * part.size)
    return any(bar.left - 1 < word.place.centre < bar.right + 1 for word in in_line)


def _is_half(bar: Place, parts: Sequence[Word], words: Sequence[Word]) -> bool:
    """Whether a bar in a line has a number on one side and nothing on the other: pupils are to find it."""
    if len(parts) != 1 or not any(_goes_on(bar, word) for word in words):
        return False
    [part] = parts
    near = [
        word
        for word in words
        if bar.left - 1 < word.place.centre < bar.right + 1 and abs(word.place.middle - bar.middle) < _OVER * word.size
    ]
    return part.text.isdigit() and near == [part]


def _in_words(bar: Place, words: Sequence[Word]) -> tuple[list[Word], list[Word]]:
    """What stands over and under a bar in words or sums, as `rise` over `run`; nothing where it only underlines.

    A bar between words is of a fraction where it is at half the height of a line that goes on beside it.
    """
    if not any(_goes_on(bar, word) for word in words):
        return [], []
    held = [word for word in words if bar.left - 1 < word.place.centre < bar.right + 1]
    size = max((word.size for word in held), default=0.0)
    over = _one_line([word for word in held if -_OVER * size < word.place.middle - bar.middle < 0])
    under = _one_line([word for word in held if 0 < word.place.middle - bar.middle < _UNDER * size])
    widest = max((part[-1].place.right - part[0].place.left for part in (over, under) if part), default=0.0)
    fits = widest - _MARGIN <= bar.right - bar.left <= widest + 2 * _MARGIN
    is_whole = fits and all(_is_term(part) and _is_centred(part, bar) for part in (over, under))
    return (over, under) if is_whole else ([], [])


def _goes_on(bar: Place, word: Word) -> bool:
    """Whether a word stands beside a bar in a line that has the bar at half its height."""
    room = max(bar.left - word.place.right, word.place.left - bar.right)
    return -1 < room < _ASIDE * word.size and 0.1 * word.size < word.base - bar.middle < 0.5 * word.size


def _one_line(words: Sequence[Word]) -> list[Word]:
    """A few words that stand in one line, from the left; none where they are many or stand in several."""
    if not 0 < len(words) <= _MOST_WORDS:
        return []
    ordered = sorted(words, key=lambda word: word.place.left)
    bases = [word.base for word in _powers(ordered)]
    return ordered if max(bases) - min(bases) <= _UNEVEN * ordered[0].size else []


def _is_term(part: Sequence[Word]) -> bool:
    """Whether words are a term: signs alone are none, and neither are numbers with no sign between them."""
    text = "".join(word.text for word in part)
    return any(sign.isalnum() or sign == "%" for sign in text) and (len(part) == 1 or not text.isdigit())


def _is_centred(part: Sequence[Word], bar: Place) -> bool:
    return abs((part[0].place.left + part[-1].place.right) / 2 - bar.centre) < 0.35 * part[0].size


def _grouped(part: Sequence[Word]) -> str:
    text = words_text(_powers(part))
    return f"({text})" if " " in text else text


def _slashed(words: Sequence[Word]) -> list[Word]:
    """Words with fractions written small around a slash, one number raised and one lowered, in their lines."""
    written: list[Word] = []
    at = 0
    while at < len(words):
        part = words[at : at + 3]
        if len(part) == 3 and part[1].text in _SLASHES and _is_slashed(*part):
            above, slash, below = part
            place = above.place.around(slash.place).around(below.place)
            text = f"{above.text}/{below.text}"
            written.append(replace(slash, text=text, place=place, is_glued=False))
            at += 3
        else:
            written.append(words[at])
            at += 1
    return written


def _is_slashed(above: Word, slash: Word, below: Word) -> bool:
    numbers = above.text.isdigit() and below.text.isdigit()
    is_small = max(above.size, below.size) < _SMALLER * slash.size
    is_close = slash.is_glued or abs(slash.place.left - above.place.right) < 0.3 * slash.size
    return (
        numbers and is_small and is_close and slash.base - above.base > _RAISED * slash.size >= slash.base - below.base
    )


def _is_at(word: Word, bar: Place) -> bool:
    """Whether a bar is as wide as a word, and in its middle."""
    wide = word.place.right - word.place.left
    return abs(word.place.centre - bar.centre) < 0.35 * word.size and wide <= bar.right - bar.left + 2 * _MARGIN


def _is_sum(above: Word, words: Sequence[Word]) -> bool:
    """Whether a number stands in a column of numbers to add: behind a sign that begins its line."""
    in_line = [word for word in words if word is not above and abs(word.base - above.base) < 0.2 * above.size]
    before = [word for word in in_line if 0 <= above.place.left - word.place.right < 4 * above.size]
    return len(before) == 1 and before[0].text in _SIGNS


def _line(bar: Place, above: Word, words: Sequence[Word]) -> float:
    """The baseline of the line that a bar stands in; a third of a letter below the bar where nothing is beside it."""
    beside = [
        word
        for word in words
        if word.place.top < bar.middle < word.place.bottom
        and 0 < word.base - bar.middle < 0.6 * word.size
        and not word.place.left < bar.centre < word.place.right
    ]
    if not beside:
        return bar.middle + above.size / 3
    return min(beside, key=lambda word: max(bar.left - word.place.right, word.place.left - bar.right)).base


def _powers(words: Sequence[Word]) -> list[Word]:
    """Words with raised ones written behind `^`; one that is raised behind a whole word points to a note."""
    written: list[Word] = []
    before: Word | None = None
    for word in words:
        if before is not None and _is_at_its_end(word, before):
            raised = before.base - word.base
            if raised > _RAISED * before.size:
                written.append(_raised(word, before, written))
                continue
            written.append(replace(word, base=before.base))
            continue
        if word.is_glued and written:
            word = replace(word, base=written[-1].base)
        written.append(word)
        before = word
    return written


def _closed(words: Sequence[Word]) -> list[Word]:
    """Words with the comma, the full stop or the bracket at its fraction or power, not apart from it."""
    closed = list(words[:1])
    for before, word in pairwise(words):
        room = word.place.left - before.place.right
        is_formula = not word.turn and ("/" in before.text or "^" in before.text)
        is_beside = -0.1 * word.size < room < 0.3 * word.size and abs(word.base - before.base) < 0.1 * word.size
        closes = is_formula and is_beside and word.text[0] in ",.;:?!)"
        closed.append(replace(word, is_glued=True) if closes else word)
    return closed


def _is_at_its_end(word: Word, before: Word) -> bool:
    """Whether smaller letters stand at the end of a word; a raised number does though the file sets it apart."""
    if word.turn or before.turn or word.size >= _SMALLER * before.size:
        return False
    touches = abs(word.place.left - before.place.right) < _TOUCHING * before.size
    is_number = word.text.isdigit() or is_power(word.text, before.text)
    is_above = _RAISED < (before.base - word.base) / before.size < _HIGHEST
    return word.is_glued or (touches and is_number and is_above)


def _raised(word: Word, before: Word, written: Sequence[Word]) -> Word:
    is_after_sum = before.text.endswith(")") and is_power_of_sum(
        word.text, " ".join(each.text for each in written[-_LOOKS_BACK:])
    )
    if is_after_sum or is_power(word.text, before.text):
        return replace(word, text=f"^{word.text}", base=before.base, is_glued=True)
    return replace(word, base=before.base, is_glued=is_glued(word.text))
