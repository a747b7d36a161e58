"""Pages, lines and rows in a place as it is noted: they are found here, and said in the catalogue."""

from __future__ import annotations

import re
from collections.abc import Callable

_UNIT = r"(?P<unit>p\.|slide|sheet|line|row|record|column|number|standard) (?P<n>\d+(?:-\d+)?(?:, \d+(?:-\d+)?)*)"
_SPOT = rf"(?:{_UNIT}|sheet (?P<name>[^,]+)(?=, row \d)|read by OCR)(?=, |$)"
_ONE = re.compile(_SPOT)
_ANY = re.sub(r"\?P<\w+>", "?:", _SPOT)
_FIRST = re.compile(rf"{_ANY}(?:, {_ANY})*")
_LAST = re.compile(rf"(?:(?<=, )|^){_ANY}(?:, {_ANY})*$")


def replace_spots(noted: str, tell: Callable[[str, str], str]) -> str:
    """A place with other words for what it begins or else ends with, where that is a page, a line, a row or the like.

    Args:
        noted: The place as readers note it: `guide.docx, p. 3`, `sheet Items, row 7`, `row 4, MM.2`.
        tell: Says one of them, given the unit and its number, a sheet's name, or nothing for the unit `ocr`.

    """

    def told(spot: re.Match[str]) -> str:
        if spot["name"]:
            return tell("sheet", spot["name"])
        return tell(spot["unit"].replace("p.", "page"), spot["n"]) if spot["unit"] else tell("ocr", "")

    def all_told(run: re.Match[str]) -> str:
        return _ONE.sub(told, run[0])

    return _FIRST.sub(all_told, noted, count=1) if _FIRST.match(noted) else _LAST.sub(all_told, noted)
