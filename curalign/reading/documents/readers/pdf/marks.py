"""What a PDF's page draws around its text: large initials, bullets that are no letters, words across it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from statistics import median

from curalign.reading.documents.readers.pdf.words import SLANTED, Place, Word

_LARGE = 1.7  # times the letters beside it: an initial is as large
_BESIDE = 0.8  # of the size of the letters beside it
_MOST_INITIALS, _MOST_DOTS = 40, 400  # of a page
_ABLE = frozenset(("am", "can", "have", "know", "learn", "see", "understand", "use", "want", "will"))  # as in `I can`
_MAY_STAND_ALONE = ("A", "I", "O", "Y", "E")
_GAP = 30.0  # points between a bullet and its text at most
_MIDDLE, _OFF = 0.32, 0.3  # of the size: how high above the baseline a bullet stands, and how exactly
_BULLET = "\u2022"


def marked(words: Sequence[Word], dots: Sequence[Place], known: Collection[str]) -> list[Word]:
    """The words of a page, each large initial with the word that it begins, and bullets that are drawn as letters.

    Args:
        words: Those of the page in the order of the file.
        dots: Small round things that are drawn on it.
        known: Words of the document in small letters, which tell `A way` from `Away`.

    """
    written = _with_initials(words, known)
    return [*_bullets(written, dots), *written] if dots else written


def _with_initials(words: Sequence[Word], known: Collection[str]) -> list[Word]:
    large = [word for word in words if len(word.text) == 1 and word.text.isupper() and not word.turn]
    if not large or len(words) < 2:
        return list(words)
    usual = median(word.size for word in words)
    changed: dict[int, Word | None] = {}
    for initial in [word for word in large if word.size > _LARGE * usual][:_MOST_INITIALS]:
        beside = sorted((word for word in words if _is_beside(initial, word)), key=lambda word: word.base)
        lines = {round(word.base) for word in beside}
        if len(lines) < 2 and not (beside and abs(beside[0].base - initial.base) < 1 and beside[0].text[0].islower()):
            continue
        first = beside[0]
        place = Place(initial.place.left, first.place.top, initial.place.right, first.place.bottom)
        if _is_alone(initial.text, first.text, known):
            changed[id(initial)] = replace(initial, place=place, base=first.base, size=first.size)
        else:
            changed[id(initial)] = None
            changed[id(first)] = replace(first, text=initial.text + first.text, place=place.around(first.place))
    written = (changed.get(id(word), word) for word in words)
    return [word for word in written if word is not None]


def _is_beside(initial: Word, word: Word) -> bool:
    """Whether a smaller word begins a line to the right of a large letter."""
    is_smaller = not word.turn and initial.size > _LARGE * word.size
    is_near = -2 < word.place.left - initial.place.right < _BESIDE * word.size
    return is_smaller and is_near and initial.place.top < word.place.middle < initial.base + 1


def _is_alone(letter: str, word: str, known: Collection[str]) -> bool:
    """Whether a letter is a word by itself before another, as in `I can`."""
    bare = word.strip(".,;:!?").lower()
    return letter in _MAY_STAND_ALONE and (bare in known or (letter == "I" and bare in _ABLE))


def _bullets(words: Sequence[Word], dots: Sequence[Place]) -> Iterator[Word]:
    """Dots that stand before the first word of a line, as letters."""
    if len(dots) > _MOST_DOTS:
        return
    upright = [word for word in words if not word.turn]
    for dot in dots:
        level = [word for word in upright if abs(word.base - _MIDDLE * word.size - dot.middle) < _OFF * word.size]
        right = [word for word in level if word.place.left > dot.right + 1]
        after = min(right, key=lambda word: word.place.left, default=None)
        begins = not any(word.place.right > dot.left - _GAP and word not in right for word in level)
        if after is not None and begins and after.place.left - dot.right < _GAP:
            yield Word(_BULLET, dot, after.base, after.size)


def slanted(words: Sequence[Word]) -> tuple[str, list[Word]]:
    """What is written across a page, such as `DRAFT`, and the words that it would tear, or take for those beside it."""
    letters = [word for word in words if word.turn == SLANTED]
    text = "".join(word.text if word.is_glued else f" {word.text}" for word in letters).strip()
    return text, [word for word in words if word.turn != SLANTED]
