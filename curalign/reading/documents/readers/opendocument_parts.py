"""What an OpenDocument file keeps beside its text: the numbers of lists, equations and charts, and page headers."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from curalign.errors import UnreadableError
from curalign.reading.documents.readers.equations import equation_text
from curalign.reading.documents.readers.markup import Package, whole_number
from curalign.reading.documents.readers.numbering import Numbering

_NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:"
_TEXT, _DRAW, _STYLE = (f"{{{_NAMESPACE}{name}:1.0}}" for name in ("text", "drawing", "style"))
_HREF = "{http://www.w3.org/1999/xlink}href"
_STYLES = "styles.xml"
_FORMATS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_LEVELS = 9

EQUATION = "equation"
"""The tag of an equation that was put where it is shown; its text is the equation in a line."""


def styles_of(package: Package) -> Element:
    """The styles that the document keeps apart from its text; without any where there are none."""
    try:
        return package.part(_STYLES) if _STYLES in package.names else Element("none")
    except UnreadableError:
        return Element("none")


def header_lines(styles: Element) -> Iterator[str]:
    """The paragraphs of the headers of pages."""
    return _lines_at(styles, "header")


def footer_lines(styles: Element) -> Iterator[str]:
    """The paragraphs of the footers of pages."""
    return _lines_at(styles, "footer")


def _lines_at(styles: Element, side: str) -> Iterator[str]:
    tags = [f"{_STYLE}{side}{which}" for which in ("", "-first", "-left")]
    for node in styles.iter():
        if node.tag in tags:
            yield from ("".join(p.itertext()) for p in node.iter(_TEXT + "p"))


def put_objects(root: Element, package: Package) -> None:
    """Put equations, and the titles of charts, in the places of the frames that show them."""
    for frame in list(root.iter(_DRAW + "frame")):
        for shown in frame.findall(_DRAW + "object"):
            said = _said(shown, package)
            if said:
                tail = frame.tail
                frame.clear()
                frame.tag, frame.text, frame.tail = EQUATION, said, tail
                break


def put_numbers(root: Element, styles: Element) -> None:
    """Put the numbers of lists before their items where they tell something, as `2.NBT.B.5` does."""
    defined = [node for each in (styles, root) for node in each.iter(_TEXT + "list-style")]
    if any(level.tag == _TEXT + "list-level-style-number" for style in defined for level in style):
        numbering = Numbering(_as_office(defined))
        for outermost in _outermost(root):
            _number(outermost, outermost.get(_TEXT + "style-name", ""), 0, numbering)


def _said(shown: Element, package: Package) -> str:
    """What an object says that a frame shows: one that lies beside the text or in it."""
    inside = next((node for node in shown.iter() if _local(node) == "math"), None)
    if inside is not None:
        return equation_text(_bare(inside))
    path = posixpath.normpath(posixpath.join(shown.get(_HREF, ""), "content.xml"))
    if path not in package.names:
        return ""
    try:
        part = package.part(path, local_names=True)
    except UnreadableError:
        return ""
    if part.tag == "math":
        return equation_text(part)
    titles = ("".join(title.itertext()) for title in part.iter("title"))
    return " ".join(" ".join(titles).split())


def _bare(node: Element) -> Element:
    """A copy with tags without their namespaces."""
    copy = Element(_local(node), node.attrib)
    copy.text, copy.tail = node.text, node.tail
    copy.extend(map(_bare, node))
    return copy


def _local(node: Element) -> str:
    return node.tag.rpartition("}")[2]


def _outermost(node: Element) -> Iterator[Element]:
    """The lists that stand in no other, also those in cells of tables in their items."""
    for child in node:
        if child.tag == _TEXT + "list":
            yield child
        else:
            yield from _outermost(child)


def _number(of: Element, style: str, level: int, numbering: Numbering) -> None:
    goes_on = of.get(_TEXT + "continue-numbering") == "true" or of.get(_TEXT + "continue-list") is not None
    if not goes_on and not level:
        numbering.restart(style)
    for item in of:
        if item.tag != _TEXT + "list-item":
            continue
        first = next((child for child in item if child.tag in (_TEXT + "p", _TEXT + "h")), None)
        if first is not None:
            start = item.get(_TEXT + "start-value")
            label = numbering.label(style, level, whole_number(start) if start else None)
            first.text = f"{label} {first.text or ''}" if label else first.text
        for child in item:
            if child.tag == _TEXT + "list":
                _number(child, child.get(_TEXT + "style-name", style), level + 1, numbering)


def _as_office(styles: list[Element]) -> Element:
    """The styles of lists as Office writes them."""
    root = Element("numbering")
    for style in styles:
        name = style.get(_STYLE + "name", "")
        abstract = SubElement(root, "abstractNum", abstractNumId=name)
        for level in style:
            at = whole_number(level.get(_TEXT + "level"), 1)
            if 1 <= at <= _LEVELS:
                _level(SubElement(abstract, "lvl", ilvl=str(at - 1)), level, at)
        SubElement(SubElement(root, "num", numId=name), "abstractNumId", val=name)
    return root


def _level(made: Element, level: Element, at: int) -> None:
    shown = min(max(whole_number(level.get(_TEXT + "display-levels"), 1), 1), at)
    places = ".".join(f"%{n}" for n in range(at - shown + 1, at + 1))
    text = f"{level.get(_STYLE + 'num-prefix', '')}{places}{level.get(_STYLE + 'num-suffix', '')}"
    kind = _FORMATS.get(level.get(_STYLE + "num-format", ""), "bullet")
    SubElement(made, "lvlText", val=text)
    SubElement(made, "numFmt", val=kind if level.tag == _TEXT + "list-level-style-number" else "bullet")
    SubElement(made, "start", val=level.get(_TEXT + "start-value", "1"))
