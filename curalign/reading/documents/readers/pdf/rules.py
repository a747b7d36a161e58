"""The lines that are drawn on a PDF's page, and the grids of cells that they rule."""

from __future__ import annotations

import ctypes
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from curalign.reading.documents.readers.pdf.words import Place, Turn

MAX_OBJECTS = 20_000
"""The most things of a page that are looked at."""

MAX_MEETINGS = 1_000_000
"""The most pairs of lines that are looked at for whether they meet."""

_MAX_GRIDS = 200  # of a page, the first from its top
_MAX_POINTS = 4000  # of one path
_MAX_RULES = 6000  # of a page
_DEEP = 4  # forms within forms
_THIN = 3.0  # points: what is no wider is a line
_SHORT = 3.5  # points: what is no longer is a dot
_NEAR = 3.0  # points between lines that meet
_ROUND, _SIDES, _LONG = 8, 4, 10.0  # straight parts of a box with round corners; its sides, and their points
_CIRCLE = (13, 14, 15, 25, 26, 27, 49, 50, 51)  # points of the path of a circle: of four curves, of eight or sixteen
_DOT = (1.5, 9.0)  # points: the least and the greatest width of a dot
_BOX = (4, 5)  # points of the path of a box


@dataclass(frozen=True, slots=True)
class Rules:
    """Lines across and down, each as (where, from, to) in points; boxes with round corners; dots."""

    across: tuple[tuple[float, float, float], ...] = ()
    down: tuple[tuple[float, float, float], ...] = ()
    boxes: tuple[Place, ...] = ()
    dots: tuple[Place, ...] = ()

    def within(self, place: Place) -> Rules:
        """The lines inside of a box, without its own sides."""
        top, foot, left, right = place.top + _NEAR, place.bottom - _NEAR, place.left + _NEAR, place.right - _NEAR
        return Rules(
            tuple(each for each in self.across if top < each[0] < foot and each[1] < right and each[2] > left),
            tuple(each for each in self.down if left < each[0] < right and each[1] < foot and each[2] > top),
            tuple(each for each in self.boxes if place.left < each.left - 1 and each.right + 1 < place.right),
        )


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells between lines: `columns` and `rows` are where lines run; `owners` tells the first cell of merged ones."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    owners: dict[tuple[int, int], tuple[int, int]]

    @property
    def place(self) -> Place:
        """The box around all cells."""
        return Place(self.columns[0], self.rows[0], self.columns[-1], self.rows[-1])

    def cell(self, place: Place) -> tuple[int, int] | None:
        """The (row, column) of the cell that something stands in."""
        row, column = bisect_right(self.rows, place.middle) - 1, bisect_right(self.columns, place.centre) - 1
        return self.owners.get((row, column))

    @property
    def cells(self) -> int:
        """How many cells there are, merged ones as one."""
        return len(set(self.owners.values()))


def has_images(page: Any, area: float) -> bool:
    """Whether a picture covers half of a page whose area is given."""
    from pypdfium2 import raw

    covered = 0.0
    for each, matrix in _objects(page, (raw.FPDF_PAGEOBJ_IMAGE,)):
        place = _bounds(each, matrix, Turn(0))
        covered = max(covered, (place.right - place.left) * (place.bottom - place.top)) if place else covered
    return covered * 2 >= area


def rules_of(page: Any, turn: Turn) -> Rules:
    """The lines of a page: strokes, thin boxes, and the sides of boxes."""
    from pypdfium2 import raw

    across: list[tuple[float, float, float]] = []
    down: list[tuple[float, float, float]] = []
    boxes: list[Place] = []
    dots: list[Place] = []
    for path, matrix in _objects(page, (raw.FPDF_PAGEOBJ_PATH,)):
        strokes = list(_strokes(path, matrix, turn))
        if len(strokes) <= _ROUND:
            dots += _dots(path, strokes, matrix, turn)
            boxes += _rounded(strokes)
        for place in strokes:
            wide, high = place.right - place.left, place.bottom - place.top
            if high <= _THIN and wide > _SHORT:
                across.append((place.middle, place.left, place.right))
            elif wide <= _THIN and high > _SHORT:
                down.append((place.centre, place.top, place.bottom))
        if len(across) + len(down) > _MAX_RULES:
            return Rules()
    return Rules(_joined(across), _joined(down), tuple(boxes), tuple(dots))


def _objects(page: Any, kinds: Sequence[int]) -> Iterator[tuple[Any, Any]]:
    """Things on a page with the matrices of the forms that they stand in."""
    from pypdfium2 import raw

    left = MAX_OBJECTS

    def walk(count: int, get: Any, matrix: Any, deep: int) -> Iterator[tuple[Any, Any]]:
        nonlocal left
        for at in range(count):
            left -= 1
            if left < 0:
                return
            each = get(at)
            kind = raw.FPDFPageObj_GetType(each)
            if kind in kinds:
                yield each, matrix
            elif kind == raw.FPDF_PAGEOBJ_FORM and deep < _DEEP:
                own = raw.FS_MATRIX()
                raw.FPDFPageObj_GetMatrix(each, own)
                inner = _times(own, matrix)
                objects = raw.FPDFFormObj_CountObjects(each)
                yield from walk(objects, lambda n, form=each: raw.FPDFFormObj_GetObject(form, n), inner, deep + 1)

    yield from walk(raw.FPDFPage_CountObjects(page), lambda n: raw.FPDFPage_GetObject(page, n), None, 0)


def _times(first: Any, second: Any) -> Any:
    """First one matrix, then the other."""
    from pypdfium2 import raw

    if second is None:
        return first
    a, b = first, second
    return raw.FS_MATRIX(
        a.a * b.a + a.b * b.c,
        a.a * b.b + a.b * b.d,
        a.c * b.a + a.d * b.c,
        a.c * b.b + a.d * b.d,
        a.e * b.a + a.f * b.c + b.e,
        a.e * b.b + a.f * b.d + b.f,
    )


def _bounds(each: Any, matrix: Any, turn: Turn) -> Place | None:
    from pypdfium2 import raw

    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not raw.FPDFPageObj_GetBounds(each, left, bottom, right, top):
        return None
    first, second = _moved(left.value, bottom.value, matrix), _moved(right.value, top.value, matrix)
    return turn.place(
        min(first[0], second[0]), min(first[1], second[1]), max(first[0], second[0]), max(first[1], second[1])
    )


def _moved(x: float, y: float, matrix: Any) -> tuple[float, float]:
    if matrix is None:
        return x, y
    return matrix.a * x + matrix.c * y + matrix.e, matrix.b * x + matrix.d * y + matrix.f


def _strokes(path: Any, matrix: Any, turn: Turn) -> Iterator[Place]:
    """The straight parts of a path as thin boxes; of a box its sides."""
    from pypdfium2 import raw

    count = raw.FPDFPath_CountSegments(path)
    if count <= max(_BOX):
        place = _bounds(path, matrix, turn)
        if place is None:
            return
        if min(place.right - place.left, place.bottom - place.top) <= _THIN:
            yield place
        elif count in _BOX and _is_seen(path):
            yield from _box(place)
    elif count <= _MAX_POINTS:
        yield from _sides(path, count, matrix, turn)


def _dots(path: Any, strokes: Sequence[Place], matrix: Any, turn: Turn) -> Iterator[Place]:
    """A path as the dot that it is: small, as high as wide, a square or of so many points as a circle has."""
    from pypdfium2 import raw

    if len(strokes) == _SIDES:
        place: Place | None = strokes[0].around(strokes[1])
    elif len(strokes) < _SIDES and raw.FPDFPath_CountSegments(path) in _CIRCLE:
        place = _bounds(path, matrix, turn)
    else:
        place = None
    if place is not None:
        wide, high = place.right - place.left, place.bottom - place.top
        if _DOT[0] < min(wide, high) and max(wide, high) < _DOT[1] and abs(wide - high) < 1:
            yield place


def _rounded(sides: Sequence[Place]) -> Iterator[Place]:
    """The box whose sides these are, where its corners are round, so that they do not meet."""
    if len(sides) < _SIDES or sides[0].left == sides[2].left == sides[2].right:  # of others they do
        return
    long = [side for side in sides if max(side.right - side.left, side.bottom - side.top) > _LONG]
    if len(long) != _SIDES or any(min(side.right - side.left, side.bottom - side.top) > 1 for side in long):
        return
    whole = long[0]
    for side in long[1:]:
        whole = whole.around(side)
    within = [
        side for side in long if whole.left < side.centre < whole.right and whole.top < side.middle < whole.bottom
    ]
    if not within:
        yield whole


def _box(place: Place) -> tuple[Place, ...]:
    return (
        Place(place.left, place.top, place.right, place.top),
        Place(place.left, place.bottom, place.right, place.bottom),
        Place(place.left, place.top, place.left, place.bottom),
        Place(place.right, place.top, place.right, place.bottom),
    )


def _is_seen(path: Any) -> bool:
    """Whether a box is drawn, or filled with another colour than white."""
    from pypdfium2 import raw

    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, fill, stroke)
    if stroke.value:
        return True
    red, green, blue, opaque = (ctypes.c_uint() for _ in range(4))
    raw.FPDFPageObj_GetFillColor(path, red, green, blue, opaque)
    return bool(fill.value) and opaque.value > 0 and min(red.value, green.value, blue.value) < 250


def _sides(path: Any, count: int, matrix: Any, turn: Turn) -> Iterator[Place]:
    from pypdfium2 import raw

    own = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(path, own)
    whole = _times(own, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    last: tuple[float, float] | None = None
    first: tuple[float, float] | None = None
    for at in range(count):
        segment = raw.FPDFPath_GetPathSegment(path, at)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        here = turn.point(*_moved(x.value, y.value, whole))
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            first = here
        elif kind == raw.FPDF_SEGMENT_LINETO and last is not None:
            yield _between(last, here)
        if first is not None and raw.FPDFPathSegment_GetClose(segment):
            yield _between(here, first)
        last = here


def _between(one: tuple[float, float], other: tuple[float, float]) -> Place:
    return Place(min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1]))


def _joined(lines: Iterable[tuple[float, float, float]]) -> tuple[tuple[float, float, float], ...]:
    """Lines in one another's continuation as one."""
    joined: list[tuple[float, float, float]] = []
    at_one: list[tuple[float, float, float]] = []
    for line in sorted(lines):
        if at_one and line[0] - at_one[-1][0] > _THIN / 2:
            joined += _end_to_end(at_one)
            at_one = []
        at_one.append(line)
    return (*joined, *_end_to_end(at_one))


def _end_to_end(lines: Sequence[tuple[float, float, float]]) -> Iterator[tuple[float, float, float]]:
    held: tuple[float, float, float] | None = None
    for line in sorted(lines, key=lambda each: each[1]):
        if held is not None and line[1] <= held[2] + _NEAR:
            held = (held[0], held[1], max(held[2], line[2]))
            continue
        if held is not None:
            yield held
        held = line
    if held is not None:
        yield held


def bars_of(rules: Rules, widest: float) -> list[Place]:
    """Lines across, no wider than so many points, that meet none that runs down."""
    short = [line for line in rules.across if line[2] - line[1] <= widest]
    if len(short) * len(rules.down) > MAX_MEETINGS:
        return []
    return [
        Place(left, y, right, y)
        for y, left, right in short
        if not any(left - 3 <= x <= right + 3 and top - 3 <= y <= bottom + 3 for x, top, bottom in rules.down)
    ]


def grids_of(rules: Rules) -> list[Grid]:
    """The grids of a page from its top: lines that meet one another, with one cell at least, as a frame has."""
    across, down = rules.across, rules.down
    if len(across) * len(down) > MAX_MEETINGS:
        return []
    group = list(range(len(across) + len(down)))

    def root(at: int) -> int:
        while group[at] != at:
            group[at] = group[group[at]]
            at = group[at]
        return at

    for at, (y, left, right) in enumerate(across):
        for other, (x, top, bottom) in enumerate(down, len(across)):
            if left - _NEAR <= x <= right + _NEAR and top - _NEAR <= y <= bottom + _NEAR:
                group[root(at)] = root(other)
    members: dict[int, tuple[list[Any], list[Any]]] = defaultdict(lambda: ([], []))
    for at, line in enumerate((*across, *down)):
        members[root(at)][at >= len(across)].append(line)
    found = (_grid(*lines) for lines in members.values() if len(lines[0]) > 1 and len(lines[1]) > 0)
    return sorted((grid for grid in found if grid), key=lambda grid: (grid.rows[0], grid.columns[0]))[:_MAX_GRIDS]


def _grid(across: Sequence[tuple[float, float, float]], down: Sequence[tuple[float, float, float]]) -> Grid | None:
    """The cells between lines; two that no line parts are one, and a table may lack lines around it."""
    ends = [end for _, left, right in across for end in (left, right)]
    columns = _marks([x for x, *_ in down], [min(ends), max(ends)])
    ends = [end for _, top, bottom in down for end in (top, bottom)]
    rows = _marks([y for y, *_ in across], [min(ends), max(ends)])
    if len(columns) < 2 or len(rows) < 2 or (len(columns) - 1) * (len(rows) - 1) > MAX_OBJECTS:
        return None
    owners: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(len(rows) - 1):
        y = (rows[row] + rows[row + 1]) / 2
        walls = [x for x, top, bottom in down if top - _NEAR <= y <= bottom + _NEAR]
        for column in range(len(columns) - 1):
            x = (columns[column] + columns[column + 1]) / 2
            here = (row, column)
            if column and not _stands(walls, columns[column]):
                owners[here] = owners[row, column - 1]
            elif row and not _runs(across, rows[row], x):
                owners[here] = owners[row - 1, column]
            else:
                owners[here] = here
    return Grid(tuple(columns), tuple(rows), owners)


def _marks(lines: Sequence[float], ends: Sequence[float]) -> list[float]:
    """Where lines run, and where those across them end, each once."""
    marks: list[float] = []
    for mark in sorted(lines):
        if not marks or mark - marks[-1] > _NEAR:
            marks.append(mark)
    low, high = ends
    before = [low] if low < marks[0] - 2 * _NEAR else []
    after = [high] if high > marks[-1] + 2 * _NEAR else []
    return [*before, *marks, *after]


def _stands(walls: Sequence[float], x: float) -> bool:
    return any(abs(wall - x) <= _NEAR for wall in walls)


def _runs(across: Sequence[tuple[float, float, float]], y: float, x: float) -> bool:
    return any(abs(each - y) <= _NEAR and left - _NEAR <= x <= right + _NEAR for each, left, right in across)
