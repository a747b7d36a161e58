"""What people typed or ticked on a PDF's page: beside the label that it answers, in its cell of a table, or alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from curalign.reading.documents.readers.fields import TICKED, UNTICKED
from curalign.reading.documents.readers.pdf.lines import Line, lines_of
from curalign.reading.documents.readers.pdf.rules import Grid
from curalign.reading.documents.readers.pdf.words import Place, Word

_SIZE = 11.0
_FIRST = 9.0  # points from the top of a text to the middle of its first line, at most
_LABEL = 6  # words of a printed line that a typed text answers
_LINE, _NARROW = 14.0, 20.0  # points: the height of a line, and how much of a wide text lies in its cell for certain
_MAX_WORDS, _MAX_BOXES = 20_000, 500  # of a page that are looked at

Typed = tuple[str, Place]
"""A text and where it was typed."""


def put_in(typed: Sequence[Typed], words: Sequence[Word], grids: Sequence[Grid]) -> tuple[list[Word], list[Typed]]:
    """Typed texts as words of the page, where they stand in a table or beside a label, and those that stand alone.

    Args:
        typed: The texts.
        words: What is printed on the page.
        grids: Its tables.

    """
    lines = [line for row in lines_of(word for word in words if not word.turn) for line in row] if typed else []
    if len(words) > _MAX_WORDS:
        return [], list(typed)
    put: list[Word] = []
    alone: list[Typed] = []
    for text, place in typed:
        label = _label(place, lines)
        right, bottom = min(place.right, place.left + _NARROW), min(place.bottom, place.top + _LINE)
        start = Place(place.left + 1, place.top, right, bottom)
        if any(len(grid.columns) > 2 and grid.place.holds(start) for grid in grids):
            put += _in_lines(text, replace(start, bottom=place.bottom))
        elif label is not None:
            put += _in_line(text.split(), place, label.base, _SIZE)
        else:
            alone.append((text, place))
    return put, alone


def boxes_before_labels(words: Sequence[Word], grids: Sequence[Grid]) -> list[Word]:
    """The words of a page, each box to tick that ends its line, outside of tables, before the label that it is of."""
    found: dict[int, Word] = {}
    boxes = [word for word in words if word.text in (TICKED, UNTICKED)]
    bases = Counter(round(box.base) for box in boxes)
    for box in boxes[:_MAX_BOXES]:
        if bases[round(box.base)] > 1 or any(grid.place.holds(box.place) for grid in grids):
            continue
        beside = [word for word in words if word.place.top <= box.place.middle <= word.place.bottom and word is not box]
        if beside and all(word.place.centre < box.place.left and not word.turn for word in beside):
            left = _start(sorted(beside, key=lambda word: word.place.left))
            found[id(box)] = replace(box, place=replace(box.place, left=left - 2, right=left - 1))
    return [found.get(id(word), word) for word in words]


def _start(beside: Sequence[Word]) -> float:
    """Where the last words of a line begin that no wide gap parts."""
    start = beside[-1].place.left
    for word in reversed(beside[:-1]):
        if start - word.place.right > word.size:
            break
        start = word.place.left
    return start


def _label(place: Place, lines: Sequence[Line]) -> Line | None:
    """The short printed line to the left of a text, which it answers."""
    middle = min(place.middle, place.top + _FIRST)
    beside = [line for line in lines if line.place.top <= middle <= line.place.bottom]
    left = [line for line in beside if line.place.centre < place.left]
    nearest = max(left, key=lambda line: line.place.right, default=None)
    return nearest if nearest is not None and len(nearest.words) <= _LABEL else None


def _in_lines(text: str, place: Place) -> Iterator[Word]:
    """The words of a text that has its box to itself, one below the other as they were typed."""
    lines = text.splitlines()
    height = min((place.bottom - place.top) / len(lines), _LINE)
    for at, line in enumerate(lines, 1):
        yield from _in_line(line.split(), place, place.top + at * height - 1, min(_SIZE, height))


def _in_line(texts: Sequence[str], place: Place, base: float, size: float) -> Iterator[Word]:
    step = (place.right - place.left) / max(len(texts), 1)
    for at, text in enumerate(texts):
        left = place.left + at * step
        yield Word(text, Place(left, base - size, left + step, base + 1), base, size, is_beside=True)
