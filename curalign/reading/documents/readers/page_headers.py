"""What stands at the head or the foot of every page, where it tells of the lesson: grade, unit, standards."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from curalign.domain.codes import LIKE_A_CODE
from curalign.reading.documents.drafts import BETWEEN_CELLS

_TELLING = re.compile(
    r"\b(?:grades?|kindergarten|units?|modules?|subjects?|courses?|standards?|grados?|unidad(?:es)?|est[aá]ndar(?:es)?)\b"
    r"|\b[A-Z0-9]{1,6}(?:[.-][A-Z0-9]{1,5}){2,}\b",
    re.IGNORECASE,
)
_GRADE = (
    r"\b(?:(?:grades?|grados?)(?: levels?)?[ :]+(?:k|\d{1,2})(?:\s?[-\u2013]\s?\d{1,2})?|\d{1,2}(?:st|nd|rd|th) grade"
    r"|(?:first|second|third|fourth|fifth|sixth|seventh|eighth) grade|kindergarten)\b"
)
_UNIT = r"\b(?:units?|modules?|unidad|m[oó]dulo)[ :#]+\d{1,2}\b"
_SIGNS = re.compile(r"[.(\u2013-]")
_NUMBERED = re.compile(rf"(?P<unit>{_UNIT})|{_GRADE}", re.IGNORECASE)


def telling(lines: Iterable[str]) -> Iterator[str]:
    """The lines that tell of grade, unit or standards, each once; a name or a motto is no part of the text."""
    told = dict.fromkeys(" ".join(line.split()) for line in lines)
    yield from (line for line in told if _TELLING.search(line))


def telling_feet(lines: Iterable[str]) -> Iterator[str]:
    """What the feet of pages tell of unit and standards, each once: `Unit 5, Grade 3`, and `3.MD.A.2`.

    Mostly they tell of offices and drafts, so nothing else of a line is taken, nor a grade alone.
    """
    told: dict[str, None] = {}
    for line in (" ".join(line.split()) for line in lines):
        named = list(_NUMBERED.finditer(line))
        codes = [code for code in LIKE_A_CODE.finditer(line) if len(_SIGNS.findall(code[0])) > 1]  # `S-2` is a form
        if named and (codes or any(each["unit"] for each in named)):
            told[", ".join(dict.fromkeys(each[0] for each in named))] = None
        if codes:
            told[line[codes[0].start() : codes[-1].end()]] = None
    yield from told


def cells_apart(row: str) -> list[str]:
    """The cells of a row that tell something, each by itself: `Grade: 2` beside a school's name; else the row."""
    cells = [cell for cell in row.split(BETWEEN_CELLS) if _TELLING.search(cell)]
    return cells if cells and all(any(map(str.isdigit, cell)) for cell in cells) else [row]
