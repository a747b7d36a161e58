"""Which cells of an Excel sheet are struck out, all of their words or some, told by the marks in its bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from curalign.errors import UnreadableError
from curalign.reading.documents.readers.markup import Package, is_on, whole_number

_MARK = b"strike"
_STYLES, _TEXTS = "xl/styles.xml", "xl/sharedStrings.xml"
# A large sheet has hundreds of thousands of cells, and hardly any is struck out, so they are looked for in the bytes.
_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*?)(?:/>|>(?:\s*<(?:\w+:)?v>(\d{1,9})</)?)")
_PLACE = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_STYLE = re.compile(rb'\bs="(\d{1,6})"')
_SHARED = re.compile(rb'\bt="s"')


@dataclass(frozen=True, slots=True)
class Struck:
    """What a workbook strikes out: the styles of cells that do, and the texts that do, by what is left of each."""

    styles: frozenset[int] = frozenset()
    texts: Mapping[int, str] = field(default_factory=dict)

    def cells(self, sheet: bytes) -> dict[tuple[int, int], str]:
        """What is left of the cells of a sheet that are struck out, by their row (from 1) and column (from 0)."""
        return dict(self._found(sheet)) if self.styles or self.texts else {}

    def _found(self, sheet: bytes) -> Iterator[tuple[tuple[int, int], str]]:
        for cell in _CELL.finditer(sheet):
            place, style = _PLACE.search(cell[1]), _STYLE.search(cell[1])
            text = int(cell[2]) if cell[2] and _SHARED.search(cell[1]) else None
            if place and style and int(style[1]) in self.styles:
                yield _position(place), ""
            elif place and text is not None and text in self.texts:
                yield _position(place), self.texts[text]


def struck_in(package: Package) -> Struck:
    """What a workbook strikes out; nothing where its styles or texts are damaged."""
    try:
        return Struck(frozenset(_styles(package)), dict(_texts(package)))
    except UnreadableError:
        return Struck()


def _position(place: re.Match[bytes]) -> tuple[int, int]:
    column = 0
    for letter in place[1]:
        column = column * 26 + letter - 64
    return int(place[2]), column - 1


def _styles(package: Package) -> Iterator[int]:
    if _STYLES not in package.names or _MARK not in package.content(_STYLES):
        return
    root = package.part(_STYLES, local_names=True)
    fonts, formats = root.find("fonts"), root.find("cellXfs")
    if fonts is None or formats is None:
        return
    struck = {at for at, font in enumerate(fonts.findall("font")) if is_on(font.find("strike"))}
    yield from (at for at, each in enumerate(formats.findall("xf")) if whole_number(each.get("fontId")) in struck)


def _texts(package: Package) -> Iterator[tuple[int, str]]:
    if _TEXTS not in package.names or _MARK not in package.content(_TEXTS):
        return
    for at, text in enumerate(package.part(_TEXTS, local_names=True).findall("si")):
        runs = text.findall("r")
        if any(map(_is_struck, runs)):
            yield at, "".join(part.text or "" for run in runs if not _is_struck(run) for part in run.iter("t"))


def _is_struck(run: Element) -> bool:
    return is_on(run.find("rPr/strike"))
