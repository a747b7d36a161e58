"""What stands at the head or the foot of every page, where it tells of the lesson: grade, unit, standards."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from curalign.reading.documents.drafts import BETWEEN_CELLS

_OF_LESSONS = (
    r"\b(?:units?|modules?|standards?|unidad(?:es)?|est[aá]ndar(?:es)?)\b|\b[A-Z0-9]{1,6}(?:[.-][A-Z0-9]{1,5}){2,}\b"
)
_TELLING = re.compile(rf"\b(?:grades?|kindergarten|subjects?|courses?|grados?)\b|{_OF_LESSONS}", re.IGNORECASE)
_TELLING_OF_LESSONS = re.compile(_OF_LESSONS, re.IGNORECASE)


def telling(lines: Iterable[str]) -> Iterator[str]:
    """The lines that tell of grade, unit or standards, each once; a name or a motto is no part of the text."""
    told = dict.fromkeys(" ".join(line.split()) for line in lines)
    yield from (line for line in told if _TELLING.search(line))


def telling_of_lessons(lines: Iterable[str]) -> Iterator[str]:
    """Those lines that tell of unit or standards, and not only of a class, as the foot of a slide mostly does."""
    yield from filter(_TELLING_OF_LESSONS.search, telling(lines))


def cells_apart(row: str) -> list[str]:
    """The cells of a row that tell something, each by itself: `Grade: 2` beside a school's name; else the row."""
    cells = [cell for cell in row.split(BETWEEN_CELLS) if _TELLING.search(cell)]
    return cells if cells and all(any(map(str.isdigit, cell)) for cell in cells) else [row]
