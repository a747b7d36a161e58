"""Narrow gaps between the columns of a PDF: what stands close to the next column in one row is parted as in others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from curalign.reading.documents.readers.pdf.lines import Line, line_of

_NARROW = 0.5  # of the size: a gap before a word that begins where columns do
_SAME = 1.0  # points
_LEAST = 2  # rows in which a column begins behind a wide gap
_NEAR = 12  # rows up and down in which they do
_MOST_ROWS = 400


def parted(rows: Sequence[list[Line]]) -> list[list[Line]]:
    """The lines of a page, parted where a column begins that wide gaps show in other rows.

    Args:
        rows: The lines of a page from its top, each as the parts that wide gaps part it into.

    """
    starts: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for at, row in enumerate(rows if len(rows) <= _MOST_ROWS else ()):
        for line in row[1:]:
            starts[round(line.place.left)].append((at, line.place.left))
    if sum(map(len, starts.values())) < _LEAST:
        return list(rows)
    return [[part for line in row for part in _parts(line, at, starts)] for at, row in enumerate(rows)]


def _parts(line: Line, at: int, starts: dict[int, list[tuple[int, float]]]) -> list[Line]:
    cuts: list[int] = []
    for number, (before, word) in enumerate(pairwise(line.words), 1):
        if word.place.left - before.place.right > _NARROW * word.size and not (word.is_glued or word.is_beside):
            first = line.words[cuts[-1] if cuts else 0]
            counts = first is before and before.text.rstrip(".)").isdigit()
            if not counts and _begins(word.place.left, at, starts):
                cuts.append(number)
    if not cuts:
        return [line]
    return [line_of(line.words[start:end]) for start, end in pairwise([0, *cuts, len(line.words)])]


def _begins(left: float, at: int, starts: dict[int, list[tuple[int, float]]]) -> bool:
    """Whether columns begin here in several rows near a row."""
    near = [
        row
        for place in (round(left) - 1, round(left), round(left) + 1)
        for row, other in starts.get(place, ())
        if abs(left - other) < _SAME and 0 < abs(row - at) <= _NEAR
    ]
    return len(near) >= _LEAST
