"""Tables of a PDF without lines whose labels stand half-way down their rows: nothing else says where a row ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from curalign.reading.documents.readers.pdf.lines import Line, Rows, Rule, in_order

_GUTTER = 1.1  # of the size: as wide a gap parts what stands in one line
_STRIP = 0.6  # of the size: what the gap between labels and texts is at least, in every line
_STEP = 3.2  # of the size: lines further apart are of two tables
_ONE_LABEL = 1.45  # of the size: lines of one label are no further apart
_CENTRED = 0.3  # of the size: how exactly a label stands in the middle of its row
_LABEL_LINES, _LABEL_WORDS = 3, 6
_LEAST = 2  # rows
_SURE = 3  # rows that need one only in which nothing but the middle tells where it begins
_EVEN = 0.15  # of the size: steps from line to line that differ by less are the same
_MOST_ROWS = 400  # lines of a page that are looked at
_NEAR_ROWS = 16
_STARTS = 6  # lines above a table that may stand in its columns
_MISSES = 3  # labels of one run of lines that begin no table: then none of it does


def read_in_order(rows: Sequence[list[Line]], rules: Sequence[Rule] = ()) -> Iterator[list[Line] | Rows]:
    """What is read line by line, in runs of lines, and what is set in rows.

    Args:
        rows: The lines of a page from its top, each as the parts that wide gaps part it into.
        rules: Lines that are drawn across the page.

    """
    done = 0
    for start, end, table in _tables(rows, rules):
        yield from in_order(rows[done:start], rules)
        yield table
        done = end
    yield from in_order(rows[done:], rules)


@dataclass(frozen=True, slots=True)
class _Label:
    """The lines of a label, and how far down the page its middle is."""

    lines: tuple[Line, ...]
    middle: float


def _tables(rows: Sequence[list[Line]], rules: Sequence[Rule]) -> Iterator[tuple[int, int, Rows]]:
    """Where such tables begin and end among the lines of a page, and their rows."""
    done = missed = 0
    for at in _label_rows(rows):
        if at < done:
            continue
        start, end, gap = _reach(rows, at, done)
        found = _first_table(rows, start, min(at + 1, start + _STARTS), end, gap, rules)
        if found:
            yield found
            done, missed = found[1], 0
            continue
        missed += 1
        if missed == _MISSES:
            done, missed = end, 0


def _label_rows(rows: Sequence[list[Line]]) -> list[int]:
    """The rows of a page that begin with what may be a label, and have a text to its right, there or beside it."""
    if len(rows) > _MOST_ROWS:
        return []
    found = []
    for at, row in enumerate(rows):
        first = row[0]
        if first.table is None and len(first.words) <= _LABEL_WORDS and _right_of(rows, at) is not None:
            found.append(at)
    labels = [at for at in found if not any(_stands_left(rows, at, other) for other in found)]
    return labels if len(labels) >= _LEAST else []


def _stands_left(rows: Sequence[list[Line]], at: int, other: int) -> bool:
    """Whether another label near a row stands left of what begins it, which is then no label but a text beside one."""
    line, label = rows[at][0], rows[other][0]
    return abs(at - other) < _NEAR_ROWS and label.place.right + _GUTTER * label.size < line.place.left


def _right_of(rows: Sequence[list[Line]], at: int) -> float | None:
    """Where the text begins that stands to the right of a label, or of what may be one."""
    label = rows[at][0]
    edge = label.place.right + _GUTTER * label.size
    near = (line for row in rows[max(at - 1, 0) : at + 2] for line in row)
    return min((line.place.left for line in near if line.place.left > edge), default=None)


def _first_table(
    rows: Sequence[list[Line]], first: int, last: int, end: int, gap: tuple[float, float], rules: Sequence[Rule]
) -> tuple[int, int, Rows] | None:
    """The table that begins highest, from `first` on and before `last`, and ends before `end`."""
    if end - first <= _LEAST or _are_ruled(rows[first:end], rules):
        return None
    for start in range(first, last):
        if found := _table(rows[start:end], gap):
            return start, start + found[1], found[0]
    return None


def _reach(rows: Sequence[list[Line]], at: int, done: int) -> tuple[int, int, tuple[float, float]]:
    """How far up and down from a label the gap runs between it and the text beside it, and what is left of the gap."""
    gap = rows[at][0].place.right, _right_of(rows, at) or 0.0
    start = end = at
    while end < len(rows) and (end == at or _is_near(rows[end - 1], rows[end])):
        left = narrowed(gap, rows[end], _STRIP)
        if left is None:
            break
        gap, end = left, end + 1
    while start > done and end > at and _is_near(rows[start - 1], rows[start]):
        left = narrowed(gap, rows[start - 1], _STRIP)
        if left is None:
            break
        gap, start = left, start - 1
    return start, end, gap


def _is_near(above: Sequence[Line], below: Sequence[Line]) -> bool:
    return below[0].base - above[0].base < _STEP * min(below[0].size, above[0].size)


def narrowed(gap: tuple[float, float], row: Sequence[Line], strip: float) -> tuple[float, float] | None:
    """What the lines of a row leave of a gap between two columns; None where it is narrower than `strip` sizes."""
    low, high = gap
    for line in row:
        if line.table is not None:
            return None
        if line.place.centre < (low + high) / 2:
            low = max(low, line.place.right)
        else:
            high = min(high, line.place.left)
    return (low, high) if high - low > strip * row[0].size else None


def _are_ruled(rows: Sequence[list[Line]], rules: Sequence[Rule]) -> bool:
    """Whether lines across part these rows, which tell more than where labels stand."""
    top, foot = rows[0][0].place.middle, rows[-1][0].place.middle
    left = min(line.place.left for row in rows for line in row)
    right = max(line.place.right for row in rows for line in row)
    across = [
        y for y, begin, end in rules if top < y < foot and min(end, right) - max(begin, left) > (right - left) / 2
    ]
    return len(across) > 1


def _table(rows: Sequence[list[Line]], gap: tuple[float, float]) -> tuple[Rows, int] | None:
    """The rows of a table that begins with the first of these lines, and with how many of them it ends."""
    lines = [line for row in rows for line in row]
    labels = list(_labels([line for line in lines if line.place.right <= gap[0]]))
    texts = [line for line in lines if line.place.left >= gap[1]]
    if len(labels) < _LEAST or not texts or not all(map(_is_label, labels)):
        return None
    beside = _parted(texts)
    columns = [_beside(labels, column) for column in beside]
    told = min(map(len, columns))
    # A text that is left over below the last row is none of the table.
    while told and not any(column[told - 1] for column in columns):
        told -= 1
    made = [(labels[at], [column[at] for column in columns]) for at in range(told)]
    if not made or not any(made[0][1]):
        return None
    if not all(_are_even(cells[:told], column) for cells, column in zip(columns, beside, strict=True)):
        return None
    clear = sum(_is_clear(label, cells) for label, cells in made)
    parted = [row for label, cells in made for row in _split(label, cells)]
    if len(parted) < _LEAST or clear < (1 if len(parted) >= _SURE else _LEAST):
        return None
    taken = {id(line) for label, cells in made for line in (*label.lines, *(line for cell in cells for line in cell))}
    end = next((at for at, row in enumerate(rows) if any(id(line) not in taken for line in row)), len(rows))
    if sum(len(row) for row in rows[:end]) != len(taken):
        return None  # a line of the table stands beside one that is none
    return Rows(tuple(parted)), end


def _split(label: _Label, cells: Sequence[Sequence[Line]]) -> list[tuple[tuple[Line, ...], ...]]:
    """The row of a label, or of each of its lines where each has lines of its own beside it, and all begin anew."""
    columns = [label.lines, *map(tuple, cells)]
    several = all(len(column) == len(label.lines) for column in columns)
    if several and not any(line.text[:1].islower() for column in columns for line in column[1:]):
        return [tuple((column[at],) for column in columns) for at in range(len(label.lines))]
    return [tuple(columns)]


def _labels(lines: Sequence[Line]) -> Iterator[_Label]:
    """Lines of the first column, those of one label together."""
    held: list[Line] = []
    for line in lines:
        if held and (line.base - held[-1].base > _ONE_LABEL * line.size or line.is_bold is not held[-1].is_bold):
            yield _label(held)
            held = []
        held.append(line)
    if held:
        yield _label(held)


def _label(lines: Sequence[Line]) -> _Label:
    return _Label(tuple(lines), (lines[0].place.top + lines[-1].place.bottom) / 2)


def _is_label(label: _Label) -> bool:
    words = sum(len(line.words) for line in label.lines)
    return len(label.lines) <= _LABEL_LINES and words <= _LABEL_WORDS and label.lines[0].text[:1].isalnum()


def _parted(texts: Sequence[Line]) -> list[list[Line]]:
    """The columns beside the labels: no line stands in the strips between them."""
    ordered = sorted(texts, key=lambda line: line.place.left)
    reach, edges = ordered[0].place.right, list[float]()
    for line in ordered:
        if line.place.left - reach > _STRIP * line.size:
            edges.append(line.place.left)
        reach = max(reach, line.place.right)
    columns: list[list[Line]] = [[] for _ in range(len(edges) + 1)]
    for line in texts:
        columns[sum(line.place.left >= edge for edge in edges)].append(line)
    return columns


def _beside(labels: Sequence[_Label], column: Sequence[Line]) -> list[list[Line]]:
    """What stands beside each label, as long as a label stands in the middle of what is beside it."""
    cells: list[list[Line]] = []
    at = 0
    for label in labels:
        if at == len(column) or column[at].place.middle > label.middle + _CENTRED * column[at].size:
            cells.append([])
            continue
        end = _end(label, column, at)
        if end == at:
            break
        cells.append(list(column[at:end]))
        at = end
    return cells


def _end(label: _Label, column: Sequence[Line], at: int) -> int:
    """Where the text ends that begins here and has the label in its middle; where it begins if none has."""
    found, best = at, float("inf")
    for end in range(at, len(column)):
        off = abs((column[at].place.top + column[end].place.bottom) / 2 - label.middle)
        if off < best:
            found, best = end + 1, off
        elif off > best:
            break
    return found if best <= _CENTRED * column[at].size else at


def _are_even(cells: Sequence[Sequence[Line]], column: Sequence[Line]) -> bool:
    """Whether no lines of a cell are further apart than those of two; else the rows are others than they seem."""
    within = max((_step(cell[at], cell[at + 1]) for cell in cells for at in range(len(cell) - 1)), default=0.0)
    filled = [cell for cell in cells if cell]
    between = min((_step(cell[-1], below[0]) for cell, below in pairwise(filled)), default=within)
    taken = sum(map(len, cells))
    follows = taken < len(column) and _step(column[taken - 1], column[taken]) < within + _EVEN
    return within < between + _EVEN and not follows


def _step(line: Line, below: Line) -> float:
    return (below.base - line.base) / line.size


def _is_clear(label: _Label, cells: Sequence[Sequence[Line]]) -> bool:
    """Whether only its middle can tell where a row begins: a text beside the label begins above it."""
    return any(len(cell) > 1 and cell[0].base < label.lines[0].base - _CENTRED * cell[0].size for cell in cells)
