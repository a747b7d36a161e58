"""Labels of a PDF whose letters stand one under another: beside a row of a plan, or down the edge of a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from curalign.domain.materials import Form
from curalign.reading.documents.readers.pdf.paragraphs import Paragraph
from curalign.reading.documents.readers.pdf.words import Word
from curalign.reading.documents.spaced_letters import LEAST, unspaced

_OFF = 0.5  # of the size: how far the middles of such letters may lie from one another
_CLOSEST, _FURTHEST = 0.6, 2.6  # of the size, from baseline to baseline
_ALIKE = 0.15  # of the size
_WIDE = 1.6  # times the least step: one between words
_BESIDE = 1.0  # of the size: a letter with another word as near to its right begins that word's line
_MOST = 600  # letters that stand alone, on one page


def stacked(words: Sequence[Word]) -> tuple[list[Paragraph], list[Word]]:
    """The labels whose letters stand one under another, and the words of a page without these letters.

    Args:
        words: Those of a page, or of what is left of it without its tables.

    Returns:
        The labels, each with its place, and the other words in their order.

    """
    alone = [word for word in words if len(word.text) == 1 and word.text.isalpha() and not (word.turn or word.is_glued)]
    if not LEAST <= len(alone) <= _MOST:
        return [], list(words)
    labels: list[Paragraph] = []
    taken: set[int] = set()
    for chain in _chains(sorted(alone, key=lambda word: word.base)):
        text = unspaced(_text(chain))
        if "\n" in text or any(_has_a_neighbour(letter, words) for letter in chain):
            continue
        place = chain[0].place
        for letter in chain[1:]:
            place = place.around(letter.place)
        labels.append(Paragraph(text, Form.PARAGRAPH, place, 0))
        taken |= {id(letter) for letter in chain}
    return labels, [word for word in words if id(word) not in taken]


def _chains(letters: Sequence[Word]) -> Iterator[list[Word]]:
    """Letters that follow one another downwards, at least as many as make a word."""
    open_: list[list[Word]] = []
    for letter in letters:
        above = next((chain for chain in reversed(open_) if _follows(chain[-1], letter)), None)
        if above is None:
            open_.append([letter])
        else:
            above.append(letter)
    yield from (chain for chain in open_ if len(chain) >= LEAST)


def _follows(above: Word, letter: Word) -> bool:
    step = letter.base - above.base
    is_below = _CLOSEST * above.size < step < _FURTHEST * above.size
    is_in_line = abs(letter.place.centre - above.place.centre) < _OFF * above.size
    return is_below and is_in_line and abs(letter.size - above.size) < _ALIKE * above.size


def _text(chain: Sequence[Word]) -> str:
    """The letters, each on a line of its own, and an empty line where a word ends."""
    steps = [below.base - above.base for above, below in pairwise(chain)]
    between = ["\n\n" if step > _WIDE * min(steps) else "\n" for step in steps]
    return chain[0].text + "".join(gap + letter.text for gap, letter in zip(between, chain[1:], strict=True))


def _has_a_neighbour(letter: Word, words: Sequence[Word]) -> bool:
    return any(
        0 <= other.place.left - letter.place.right < _BESIDE * letter.size
        and abs(other.base - letter.base) < 0.5 * letter.size
        for other in words
        if other is not letter
    )
