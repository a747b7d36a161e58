"""What stands at the head or the foot of every page, where it tells of the lesson: grade, unit, standards."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from curalign.reading.documents.drafts import BETWEEN_CELLS

_TELLING = re.compile(
    r"\b(?:grades?|kindergarten|units?|modules?|subjects?|courses?|standards?|grados?|unidad(?:es)?|est[aá]ndar(?:es)?)\b"
    r"|\b[A-Z0-9]{1,6}(?:[.-][A-Z0-9]{1,5}){2,}\b",
    re.IGNORECASE,
)


def telling(lines: Iterable[str]) -> Iterator[str]:
    """The lines that tell of grade, unit or standards, each once; a name or a motto is no part of the text."""
    told = dict.fromkeys(" ".join(line.split()) for line in lines)
    yield from (line for line in told if _TELLING.search(line))


def cells_apart(row: str) -> list[str]:
    """The cells of a row that tell something, each by itself: `Grade: 2` beside a school's name; else the row."""
    cells = [cell for cell in row.split(BETWEEN_CELLS) if _TELLING.search(cell)]
    return cells if cells and all(any(map(str.isdigit, cell)) for cell in cells) else [row]
