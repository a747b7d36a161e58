"""What stands at the head of every page, where it tells of the lesson: grade, unit, standards."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_TELLING = re.compile(
    r"\b(?:grades?|kindergarten|units?|modules?|subjects?|courses?|standards?|grados?|unidad(?:es)?|est[aá]ndar(?:es)?)\b"
    r"|\b[A-Z0-9]{1,6}(?:[.-][A-Z0-9]{1,5}){2,}\b",
    re.IGNORECASE,
)


def telling(lines: Iterable[str]) -> Iterator[str]:
    """The lines that tell of grade, unit or standards, each once; a name or a motto is no part of the text."""
    told = dict.fromkeys(" ".join(line.split()) for line in lines)
    yield from (line for line in told if _TELLING.search(line))
