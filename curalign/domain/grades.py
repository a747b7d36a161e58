"""Grades as districts write them, read into one canonical form: PK K 1 ... 12."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from curalign.wording.text import consecutive_runs

GRADES: tuple[str, ...] = ("PK", "K", *(str(n) for n in range(1, 13)))
"""Every canonical grade, lowest first."""

_BANDS = {
    "MS": ("6", "8"),
    "HS": ("9", "12"),
    "ELEMENTARY": ("K", "5"),
    "ELEMENTARY SCHOOL": ("K", "5"),
    "MIDDLE": ("6", "8"),
    "HIGH": ("9", "12"),
    "MIDDLE SCHOOL": ("6", "8"),
    "HIGH SCHOOL": ("9", "12"),
}
_ORDINALS = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
)
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_WORDS = {
    "PRE-K": "PK",
    "PREK": "PK",
    "PREKINDERGARTEN": "PK",
    "PRE-KINDERGARTEN": "PK",
    "KG": "K",
    "KINDERGARTEN": "K",
    "KINDER": "K",
}
_WORDS |= {word.upper(): str(n) for n, word in enumerate(_ORDINALS, 1)}
_WORDS |= {numeral: str(n) for n, numeral in enumerate(_ROMAN, 1)}

_RANGE = r"\s*(?:-|\u2013|\u2014|to|through|thru)\s*"
_ONE = r"(?:PK|KG?|0?[1-9]|1[0-2])"
_NAMED = "|".join((*_ORDINALS, "pre-?k(?:indergarten)?", "kindergarten"))
_IN_TITLE = re.compile(
    rf"\bgr(?:ades?|\.)?[\s_:#-]*(?P<after>{_ONE}(?:{_RANGE}{_ONE})?(?:\s*(?:,|&|and)\s*{_ONE})*)(?![0-9A-Za-z.])"
    rf"|\b(?P<ordinal>(?:1[0-2]|[1-9])(?:st|nd|rd|th)|{_NAMED})[\s_-]*grade"
    r"|\bgrade[\s_-]*(?P<roman>[IVX]+)\b"
    r"|\bG(?P<letter>0?[1-9]|1[0-2]|K)(?![0-9A-Za-z])"
    r"|^(?P<first>(?:1[0-2]|[1-9])(?:st|nd|rd|th))(?=\s+[-\u2013\u2014]\s)"
    r"|\b(?P<band>kindergarten|pre-?kindergarten|pre-?k|middle[\s_-]school|high[\s_-]school|elementary[\s_-]school)\b"
    rf"|(?<![\w.-])(?P<bare>K{_RANGE}(?:[1-9]|1[0-2]))(?![\w.-])",
    re.IGNORECASE,
)


def in_order(grades: Iterable[str]) -> tuple[str, ...]:
    """Canonical grades without repeats, lowest first."""
    return tuple(sorted(set(grades), key=GRADES.index))


def span(low: str, high: str) -> tuple[str, ...]:
    """Every grade from `low` to `high`, both included; nothing when they are the wrong way round."""
    return GRADES[GRADES.index(low) : GRADES.index(high) + 1]


@lru_cache(4096)  # a framework of 100,000 items states the same few cells
def read_grades(cell: str) -> tuple[str, ...]:
    """Read a cell that states grades and nothing else: `03`, `K-2`, `6|7|8`, `Third grade`, `MS`, `9-12`.

    What is not a grade is passed over, so an empty or unknown cell gives `()`: no grade stated.
    """
    found: set[str] = set()
    for part in re.split(r"[|;,/&]|\band\b", cell):
        found.update(_read_part(part))
    return in_order(found)


def unread_grades(cell: str) -> tuple[str, ...]:
    """The parts of such a cell that are not grades: `("adult",)` for `3, adult`."""
    parts = (part.strip() for part in re.split(r"[|;,/&]|\band\b", cell))
    return tuple(part for part in parts if part and not _read_part(part))


def require_grades(cells: Iterable[str]) -> tuple[str, ...]:
    """Read cells that a person gave as grades. Raises ValueError naming the first that is not one."""
    given = tuple(cells)
    unknown = [cell for cell in given if not read_grades(cell)]
    if unknown:
        raise ValueError(f"{unknown[0]!r} is not a grade; write PK, K, 1 to 12, or a range such as 3-5")
    return read_grades("|".join(given))


def find_grades(title: str) -> tuple[str, ...]:
    """Find the grades that a file name, folder name or heading speaks of: `Unit 3 - Grade 4`, `g5_fractions`.

    Stricter than `read_grades`: a bare number in a title is a unit or a lesson, not a grade.
    """
    found: set[str] = set()
    for match in _IN_TITLE.finditer(title.replace("_", " ")):
        found.update(read_grades(next(text for text in match.groups() if text)))
    return in_order(found)


def grade_spans(grades: Iterable[str]) -> tuple[str, ...]:
    """Grades in order, three or more that follow each other as one span: `K-2`, `5`."""
    spans: list[str] = []
    for run in consecutive_runs(GRADES.index(grade) for grade in in_order(grades)):
        names = [GRADES[number] for number in run]
        spans += [f"{names[0]}-{names[-1]}"] if len(names) > 2 else names
    return tuple(spans)


def _read_part(part: str) -> tuple[str, ...]:
    text = re.sub(r"[\s_]+", " ", part).strip().upper()
    text = re.sub(r"^(?:GRADES?|GR\.?|G)\s*(?=[\dKPIVX])|\s*GRADE$", "", text).strip()
    if text in _BANDS:
        return span(*_BANDS[text])
    ends = re.split(_RANGE, text, flags=re.IGNORECASE)
    if len(ends) == 2 and text not in _WORDS:
        low, high = _read_one(ends[0]), _read_one(ends[1])
        return span(low, high) if low and high else ()
    one = _read_one(text)
    return (one,) if one else ()


def _read_one(text: str) -> str | None:
    text = re.sub(r"(?<=\d)(?:ST|ND|RD|TH|\.0)$", "", text.strip())
    if text.isascii() and text.isdigit():
        text = text.lstrip("0")
    text = _WORDS.get(text, text)
    return text if text in GRADES else None
