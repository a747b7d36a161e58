"""What of an Excel workbook is struck out: whole cells by their style, and parts of their text."""

from __future__ import annotations

import re

from curalign.errors import UnreadableError
from curalign.reading.documents.readers.markup import Package, is_on, whole_number

_STYLES, _STRINGS = "xl/styles.xml", "xl/sharedStrings.xml"
_CELL = re.compile(rb'<(?:\w+:)?c\b(?=[^>]*\ss="(\d{1,6})")(?=[^>]*\sr="([A-Z]{1,3})(\d{1,7})")[^>]*?(/?)>')
_STRIKE = b"strike"


def struck_styles(package: Package) -> frozenset[int]:
    """The numbers of the styles of cells whose words are struck out."""
    if _STYLES not in package.names or _STRIKE not in package.content(_STYLES):
        return frozenset()
    root = package.part(_STYLES, local_names=True)
    fonts = [is_on(font.find("strike")) for font in root.iterfind("./fonts/font")]
    used = [whole_number(style.get("fontId")) for style in root.iterfind("./cellXfs/xf")]
    return frozenset(number for number, font in enumerate(used) if font < len(fonts) and fonts[font])


def struck_cells(sheet: bytes, styles: frozenset[int]) -> frozenset[tuple[int, int]]:
    """The cells of a sheet in these styles, by row (from 1) and column (from 0)."""
    if not styles:
        return frozenset()
    cells = _CELL.finditer(sheet)
    return frozenset((int(cell[3]), _column(cell[2])) for cell in cells if not cell[4] and int(cell[1]) in styles)


def partly_struck(package: Package) -> dict[str, str]:
    """The texts of cells of which a part is struck out, each with what of it stays."""
    try:
        if _STRINGS not in package.names or _STRIKE not in package.content(_STRINGS):
            return {}
        strings = package.part(_STRINGS, local_names=True)
    except UnreadableError:
        return {}
    found: dict[str, str] = {}
    for string in strings.iterfind("si"):
        runs = [
            ("".join(text.text or "" for text in run.iterfind("t")), run.find("rPr")) for run in string.iterfind("r")
        ]
        stays = "".join(text for text, style in runs if style is None or not is_on(style.find("strike")))
        whole = "".join(text for text, _ in runs)
        if stays != whole:
            found[whole] = stays
    return found


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1
