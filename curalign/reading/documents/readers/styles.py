"""What the styles of a Word document say of its paragraphs and words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from curalign.reading.documents.readers.markup import is_on, whole_number
from curalign.reading.files.markup import parse_xml

_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_BODY = 9  # the outline level of what is not a heading
_LIST = re.compile(r"List (?:Bullet|Number)(?: ([2-9]))?")


@dataclass(frozen=True, slots=True)
class Style:
    """What holds for a paragraph or for words.

    `level` is that of a heading (0 is the document's title), `numbering` the list and the level in it, `hidden`,
    `struck` and `raised` whether words are so; None where nothing is said.
    """

    level: int | None = None
    is_list: bool = False
    numbering: tuple[str, int] | None = None
    hidden: bool | None = None
    struck: bool | None = None
    raised: bool | None = None
    deep: int = 0
    """How deep the list stands that the style is called after: 1 for `List Bullet 2`."""


PLAIN = Style()


def read_styles(part: bytes) -> dict[str, Style]:
    """The styles of a document by their ids, each with what it takes over."""
    root = parse_xml(_of_words(part), local_names=True)
    nodes = {node.get("styleId", ""): node for node in root if node.tag == "style"}
    found: dict[str, Style] = {}
    for name in nodes:
        chain = [name]
        while (based := _value(nodes[chain[-1]], "basedOn")) in nodes and based not in chain and based not in found:
            chain.append(based)
        for each in reversed(chain):
            found[each] = _style(nodes[each], found.get(_value(nodes[each], "basedOn"), PLAIN))
    return found


def _of_words(part: bytes) -> bytes:
    """The part without the styles of tables: they are most of it, say nothing of words, and take longest to read."""
    before, _, after = part.partition(b"<w:latentStyles ")
    _, found, behind = after.partition(b"</w:latentStyles>")
    styles = (before + behind if found else part).split(b"</w:style>")
    kept = [style for style in styles[1:-1] if b'w:type="table"' not in style.partition(b">")[0]]
    return b"</w:style>".join([styles[0], *kept, *styles[1:][-1:]])


def paragraph_style(properties: Element | None, styles: Mapping[str, Style]) -> Style:
    """The style of a paragraph by its `pPr`, with what that says itself."""
    if properties is None:
        return PLAIN
    return _changed(properties, styles.get(_value(properties, "pStyle"), PLAIN))


def run_style(properties: Element | None, around: Style, styles: Mapping[str, Style]) -> Style:
    """The style of words by their `rPr`, in a paragraph of that style."""
    if properties is None:
        return around
    named = styles.get(_value(properties, "rStyle"), PLAIN)
    hidden = _first(_mark(properties, "vanish"), named.hidden, around.hidden)
    struck = _first(_mark(properties, "strike"), _mark(properties, "dstrike"), named.struck, around.struck)
    return Style(hidden=hidden, struck=struck, raised=_first(_raised(properties), named.raised, around.raised))


def _style(node: Element, base: Style) -> Style:
    name = node.find("name")
    called = "" if name is None else name.get("val", "")
    heading = _HEADING.fullmatch(called)
    level = 0 if called.lower() == "title" else int(heading[1]) if heading else base.level
    listed = _LIST.match(called)
    is_list = base.is_list or listed is not None
    words = node.find("rPr")
    hidden, struck, raised = base.hidden, base.struck, base.raised
    if words is not None:
        hidden = _first(_mark(words, "vanish"), hidden)
        struck = _first(_mark(words, "strike"), _mark(words, "dstrike"), struck)
        raised = _first(_raised(words), raised)
    deep = int(listed[1] or 1) - 1 if listed else base.deep
    own = Style(level, is_list, base.numbering, hidden, struck, raised, deep)
    properties = node.find("pPr")
    return own if properties is None else _changed(properties, own)


def _changed(properties: Element, style: Style) -> Style:
    """A style with what a `pPr` says otherwise."""
    outline = properties.find("outlineLvl")
    level = style.level
    if outline is not None and level != 0:
        said = whole_number(outline.get("val"), _BODY)
        level = said + 1 if said < _BODY else None
    numbering = style.numbering
    marks = properties.find("numPr")
    if marks is not None:
        name = _value(marks, "numId") or (numbering[0] if numbering else "0")
        at = whole_number(_value(marks, "ilvl"), numbering[1] if numbering else 0)
        numbering = (name, at) if name != "0" else None
    is_list = style.is_list and _is_listed(marks)
    return replace(style, level=level, is_list=is_list, numbering=numbering)


def _is_listed(marks: Element | None) -> bool:
    """Whether a paragraph stays an item of the list that its style is called after: `numId` 0 takes it out."""
    return marks is None or _value(marks, "numId") != "0"


def _mark(properties: Element, name: str) -> bool | None:
    found = properties.find(name)
    return None if found is None else is_on(found)


def _raised(properties: Element) -> bool | None:
    said = _value(properties, "vertAlign")
    return said == "superscript" if said else None


def _first(*said: bool | None) -> bool | None:
    return next((each for each in said if each is not None), None)


def _value(node: Element, name: str) -> str:
    found = node.find(name)
    return "" if found is None else found.get("val", "")
