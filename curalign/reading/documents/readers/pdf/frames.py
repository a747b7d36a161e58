"""Frames of a PDF's page with a text of their own: a box at the side, cards, the slides of a sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from curalign.reading.documents.readers.pdf.rules import Grid
from curalign.reading.documents.readers.pdf.words import Place, Word

_LEAST_WIDE, _LEAST_HIGH = 60.0, 24.0  # points
_LEAST_WORDS = 3
_MOST = 60  # frames of a page
_MOST_WORDS = 20_000
_LEVEL = 0.1  # of the size: lines of one row are no further apart
_ALIKE = 0.6  # share of the lines in a frame that go on outside of it: then it only colours a part of a table


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands in a frame, and whether text stands beside it that is in none."""

    place: Place
    words: tuple[Word, ...]
    is_beside_text: bool


def framed(grids: Sequence[Grid], boxes: Sequence[Place], words: Sequence[Word]) -> tuple[list[Frame], list[Word]]:
    """The frames of a page that others stand beside, in their order, and the words that stand in none of them.

    Args:
        grids: What lines rule on the page; frames are those of one column that stand in no table.
        boxes: Other frames, with round corners.
        words: Those of the page that stand in none of its tables.

    """
    places = _frames(grids, boxes)
    rest = list(words)
    if not places or len(words) > _MOST_WORDS:
        return [], rest
    inside = {id(place): [word for word in rest if place.holds(word.place)] for place in places}
    homes = {id(word) for held in inside.values() for word in held}
    loose = [word for word in rest if id(word) not in homes]
    found: list[Frame] = []
    taken: set[int] = set()
    for place in places:
        held = [word for word in inside[id(place)] if id(word) not in taken]
        if len(held) < _LEAST_WORDS:
            continue
        beside = _beside(place, loose)
        others = [other for other in places if _are_beside(place, other) and inside[id(other)]]
        if (beside and _share(held, beside) < _ALIKE) or (others and not beside):
            taken |= set(map(id, held))
            found.append(Frame(place, tuple(held), bool(beside)))
    return _in_order(found), [word for word in rest if id(word) not in taken]


def _frames(grids: Sequence[Grid], boxes: Sequence[Place]) -> list[Place]:
    """Where frames are, the larger ones first; none within a table."""
    tables = [grid.place for grid in grids if len(grid.columns) > 2]
    places = _whole([*(grid.place for grid in grids if len(grid.columns) == 2), *boxes][: 4 * _MOST])
    fit = [
        place
        for place in places
        if place.right - place.left >= _LEAST_WIDE
        and place.bottom - place.top >= _LEAST_HIGH
        and not any(table.holds(place) for table in tables)
    ]
    return sorted(fit, key=lambda place: (place.left - place.right) * (place.bottom - place.top))[:_MOST]


def _whole(places: Sequence[Place]) -> list[Place]:
    """Boxes, of which those that lie upon one another, as a card and its shadow do, are one."""
    whole: list[Place] = []
    for place in places:
        upon = [other for other in whole if _is_upon(place, other)]
        for other in upon:
            whole.remove(other)
            place = place.around(other)
        whole.append(place)
    return whole


def _is_upon(one: Place, other: Place) -> bool:
    """Whether boxes lie upon one another for the most part, and none of them around the other."""
    wide = min(one.right, other.right) - max(one.left, other.left)
    high = min(one.bottom, other.bottom) - max(one.top, other.top)
    if wide <= 0 or high <= 0:
        return False
    areas = [(place.right - place.left) * (place.bottom - place.top) for place in (one, other)]
    return wide * high > min(areas) / 2 and (wide * high < 0.9 * min(areas) or min(areas) > 0.9 * max(areas))


def _beside(place: Place, words: Sequence[Word]) -> list[Word]:
    """The words to the left and to the right of a frame."""
    return [
        word
        for word in words
        if place.top < word.place.middle < place.bottom and not place.left < word.place.centre < place.right
    ]


def _are_beside(one: Place, other: Place) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    are_apart = one.right < other.left + 1 or other.right < one.left + 1
    return are_apart and shared > min(one.bottom - one.top, other.bottom - other.top) / 2


def _share(held: Sequence[Word], beside: Sequence[Word]) -> float:
    """The share of the lines in a frame that stand on one line with words beside it."""
    bases = {round(word.base): word for word in held}
    level = [any(abs(word.base - other.base) < _LEVEL * word.size for other in beside) for word in bases.values()]
    return sum(level) / len(level)


def _in_order(frames: Sequence[Frame]) -> list[Frame]:
    """Frames from the top, those side by side from the left."""
    rows: list[list[Frame]] = []
    for frame in sorted(frames, key=lambda frame: frame.place.top):
        if rows and _are_beside(rows[-1][0].place, frame.place):
            rows[-1].append(frame)
        else:
            rows.append([frame])
    return [frame for row in rows for frame in sorted(row, key=lambda frame: frame.place.left)]
