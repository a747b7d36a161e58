"""Narrow gaps between the columns of a PDF: what stands close to the next column in one row is parted as in others."""

from __future__ import annotations

from collections.abc import Sequence

from curalign.reading.documents.readers.pdf_lines import Line, line_of

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
    starts = {at: [line.place.left for line in row[1:]] for at, row in enumerate(rows) if len(row) > 1}
    if len(starts) < _LEAST or len(rows) > _MOST_ROWS:
        return list(rows)
    return [[part for line in row for part in _parts(line, _near(starts, at))] for at, row in enumerate(rows)]


def _near(starts: dict[int, list[float]], at: int) -> list[float]:
    """Where columns begin in several rows near this one."""
    around = [left for near in range(at - _NEAR, at + _NEAR + 1) if near != at for left in starts.get(near, ())]
    return [left for left in around if sum(abs(left - other) < _SAME for other in around) >= _LEAST]


def _parts(line: Line, columns: Sequence[float]) -> list[Line]:
    inside = [left for left in columns if line.place.left + _SAME < left < line.place.right]
    if not inside or line.table is not None:
        return [line]
    parts = [[line.words[0]]]
    for word in line.words[1:]:
        gap = word.place.left - parts[-1][-1].place.right
        begins = gap > _NARROW * word.size and any(abs(word.place.left - left) < _SAME for left in inside)
        counts = len(parts[-1]) == 1 and parts[-1][0].text.rstrip(".)").isdigit()
        if begins and not (counts or word.is_glued or word.is_beside):
            parts.append([word])
        else:
            parts[-1].append(word)
    return list(map(line_of, parts))
