"""The numbers that Word gives a list by itself, where they say more than a place in it: `2.NBT.B.5`, `Lesson 4`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from curalign.reading.documents.readers.markup import whole_number

_PLACE = re.compile(r"%(\d)")
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class _Level:
    """How the numbers of one level of a list look."""

    text: str
    style: str
    start: int

    @property
    def is_telling(self) -> bool:
        """Whether its label is more than a mark: it holds letters or digits of its own, or several levels' numbers."""
        own = _PLACE.sub("", self.text)
        return self.style != "bullet" and (any(map(str.isalnum, own)) or len(_PLACE.findall(self.text)) > 1)


class Numbering:
    """Counts the items of every list of a document, in the order in which they are asked for."""

    def __init__(self, root: Element | None) -> None:
        """`root` is the part of the document that defines its lists, its tags without their namespaces."""
        abstract: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, dict[int, _Level]] = {}
        self._families: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        linked = {
            _value(node, "styleLink"): _levels(node)
            for node in (root if root is not None else ())
            if node.find("styleLink") is not None
        }
        for node in root if root is not None else ():
            if node.tag == "abstractNum":
                # One that only names a style of lists looks as the one that is that style.
                abstract[node.get("abstractNumId", "")] = _levels(node) or linked.get(_value(node, "numStyleLink"), {})
            elif node.tag == "num":
                name, of = node.get("numId", ""), _value(node, "abstractNumId")
                self._lists[name] = abstract.get(of, {}) | _overridden(node, abstract.get(of, {}))
                # Lists of one family count on from each other, unless one says where it starts.
                self._families[name] = name if node.find("./lvlOverride/startOverride") is not None else f"of {of}"

    def restart(self, name: str) -> None:
        """Begin a list anew."""
        self._counts.pop(self._families.get(name, name), None)

    def label(self, name: str, level: int, count: int | None = None) -> str:
        """Count one more item of a list; its label where that tells something, else nothing.

        `count` is what the item is to begin to count with.
        """
        levels = self._lists.get(name, {})
        counts = self._counts[self._families.get(name, name)]
        here = levels.get(level)
        following = counts[level] + 1 if level in counts else (here.start if here else 1)
        counts[level] = following if count is None else count
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        if here is None or not here.is_telling:
            return ""

        def number(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            of = levels.get(at)
            return _spelled(counts.get(at, of.start if of else 1), of.style if of else "decimal")

        return _PLACE.sub(number, here.text).strip()


def _levels(node: Element) -> dict[int, _Level]:
    found: dict[int, _Level] = {}
    for level in node.findall("lvl"):
        found[_number(level.get("ilvl", ""))] = _Level(
            _value(level, "lvlText"), _value(level, "numFmt") or "decimal", whole_number(_value(level, "start"), 1)
        )
    return found


def _overridden(node: Element, levels: Mapping[int, _Level]) -> dict[int, _Level]:
    found: dict[int, _Level] = {}
    for each in node.findall("lvlOverride"):
        at = _number(each.get("ilvl", ""))
        found.update(_levels(each))
        start = _value(each, "startOverride")
        here = found.get(at, levels.get(at))
        if here is not None and start:
            found[at] = _Level(here.text, here.style, whole_number(start, here.start))
    return found


def _value(node: Element, name: str) -> str:
    found = node.find(name)
    return "" if found is None else found.get("val", "")


def _number(said: str) -> int:
    return min(whole_number(said), _LEVELS - 1)


def _spelled(number: int, style: str) -> str:
    """A number as the list writes it."""
    if style in ("lowerLetter", "upperLetter") and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, _LEVELS)
        return letter.upper() if style == "upperLetter" else letter
    if style in ("lowerRoman", "upperRoman") and 0 < number < 40:
        text = ""
        for worth, sign in _ROMAN:
            while number >= worth:
                text, number = text + sign, number - worth
        return text.upper() if style == "upperRoman" else text
    return f"{number:02d}" if style == "decimalZero" else str(number)
