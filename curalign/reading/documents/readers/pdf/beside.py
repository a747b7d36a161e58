"""Columns of a PDF whose lines are out of step: a side bar in smaller letters beside the text of the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from curalign.reading.documents.readers.pdf.lines import Line, Rows, Rule, is_prose
from curalign.reading.documents.readers.pdf.middles import narrowed, read_in_order

_STRIP = 0.9  # of the size: the gap between the columns is wider, from their top to their foot
_BESIDE = 0.25  # of the height: lines that share more of it stand side by side
_PAIRS, _UNEVEN = 3, 0.3  # of such lines; by how much of the size more some are out of step than others
_LEVEL = 0.08  # of the size: lines of a row, of which columns have few
_LINES = 4  # of a column
_STEP = 1.9  # of the size: the lines of one text are no further apart
_RUNNING = 0.5  # share of the steps in a column that are so
_FAR = 3.0  # sizes from the last line of a column to what goes on with it
_WIDER = 1.35  # times the other column: it is the text of the page, and is read first
_MOST_ROWS = 400  # lines of a page that are looked at


def in_columns(rows: Sequence[list[Line]], rules: Sequence[Rule] = ()) -> Iterator[list[Line] | Rows]:
    """What is read line by line, in runs of lines, and what is set in rows, as `read_in_order` says it.

    Args:
        rows: The lines of a page from its top.
        rules: Lines that are drawn across the page.

    """
    done = at = 0
    while at + 1 < len(rows) <= _MOST_ROWS:
        gap = _gap(rows[at], rows[at + 1])
        found = _columns(rows, at, gap) if gap else None
        if found is None:
            at += 1
            continue
        start = _start(rows, done, at, found[1])
        yield from read_in_order(rows[done:start], rules)
        done, columns = found
        otherwise = list(read_in_order(rows[start:done], rules))
        # What is nothing but rows is a table, whose labels stand in the middle of its rows.
        yield from otherwise if all(isinstance(run, Rows) for run in otherwise) else columns
        at = done
    yield from read_in_order(rows[done:], rules)


def _gap(row: Sequence[Line], below: Sequence[Line]) -> tuple[float, float] | None:
    """The gap within a row of two lines, or between a line and one that stands beside it on another baseline."""
    held = [*row] if len(row) > 1 else [*row, *below]
    if len(held) != 2 or any(line.table is not None for line in held):
        return None
    left, right = sorted((line.place for line in held), key=lambda place: place.left)
    is_wide = right.left - left.right > _STRIP * row[0].size
    return (left.right, right.left) if is_wide and _are_beside(*held) else None


def _are_beside(one: Line, other: Line) -> bool:
    shared = min(one.place.bottom, other.place.bottom) - max(one.place.top, other.place.top)
    return shared > _BESIDE * min(line.place.bottom - line.place.top for line in (one, other))


def _columns(rows: Sequence[list[Line]], start: int, gap: tuple[float, float]) -> tuple[int, list[list[Line]]] | None:
    """Where columns end that begin here, and their lines, the wider one first; nothing where there are none."""
    end = start
    columns: tuple[list[Line], list[Line]] = ([], [])
    while end < len(rows):
        gap_left = narrowed(gap, rows[end], _STRIP)
        if gap_left is None or not all(_goes_on(columns[_side(line, gap_left)], line) for line in rows[end]):
            break
        gap = gap_left
        for line in rows[end]:
            columns[_side(line, gap)].append(line)
        end += 1
    prose = list(map(is_prose, columns))
    alone = sum(len(row) == 1 for row in rows[start:end]) * 2 > end - start
    if not (all(map(_runs, columns)) and any(prose) and ((all(prose) and alone) or _are_uneven(*columns))):
        return None
    left, right = (max(line.place.right for line in each) - min(line.place.left for line in each) for each in columns)
    return end, list(columns[::-1] if right > _WIDER * left else columns)


def _start(rows: Sequence[list[Line]], first: int, at: int, columns: Sequence[list[Line]]) -> int:
    """Where columns begin of which one begins above the other: its first lines are put to the others."""
    left, right = sorted(columns, key=lambda column: column[0].place.left)
    gap = max(line.place.right for line in left), min(line.place.left for line in right)
    while at > first and len(rows[at - 1]) == 1 and narrowed(gap, rows[at - 1], _STRIP):
        [line] = rows[at - 1]
        column = (left, right)[_side(line, gap)]
        is_heading = line.is_bold and not column[0].is_bold
        if column[0].base - line.base > (_FAR if is_heading else _STEP) * line.size:
            break
        column.insert(0, line)
        at -= 1
    return at


def _are_uneven(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether lines side by side are out of step, most of them or some more than others: rows of a table never are."""
    beside = [[(other.base - line.base) / line.size for other in right if _are_beside(line, other)] for line in left]
    off = [min(each, key=abs) for each in beside if each]
    level = sum(abs(each) < _LEVEL for each in off)
    if len(off) < _PAIRS or level * 2 > len(off):
        return False
    return max(off) - min(off) > _UNEVEN or min(map(abs, off)) > _UNEVEN


def _side(line: Line, gap: tuple[float, float]) -> int:
    return int(line.place.centre > (gap[0] + gap[1]) / 2)


def _goes_on(column: Sequence[Line], line: Line) -> bool:
    """Whether a line stands close below a column, or is its first."""
    return not column or line.base - column[-1].base < _FAR * max(line.size, column[-1].size)


def _runs(column: Sequence[Line]) -> bool:
    """Whether the lines of a column follow one another as those of a text, and not as labels of rows do."""
    beside = [pair for pair in pairwise(column) if len({line.is_bold for line in pair}) == 1] or list(pairwise(column))
    steps = [below.base - above.base < _STEP * below.size for above, below in beside]
    return len(column) >= _LINES and sum(steps) >= _RUNNING * len(steps)
