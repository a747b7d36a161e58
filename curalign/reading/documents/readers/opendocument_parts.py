"""What an OpenDocument file keeps beside its text: the numbers of lists, equations and charts, and page headers."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, SubElement

from curalign.errors import UnreadableError
from curalign.reading.documents.readers import omitted
from curalign.reading.documents.readers.equations import equation_text
from curalign.reading.documents.readers.fields import TICKED, UNTICKED
from curalign.reading.documents.readers.markup import Package, whole_number
from curalign.reading.documents.readers.numbering import Numbering
from curalign.reading.files.file_bytes import Unread
from curalign.reading.files.markup import local_name

_NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:"
_TEXT, _DRAW, _STYLE, _OFFICE, _FORM, _PRESENTATION = (
    f"{{{_NAMESPACE}{name}:1.0}}" for name in ("text", "drawing", "style", "office", "form", "presentation")
)
_HREF = "{http://www.w3.org/1999/xlink}href"
_STYLES, _CONTENT = "styles.xml", "content.xml"
_FORMATS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_LEVELS = 9
_BOXES = (_FORM + "checkbox", _FORM + "radio")
_FIELDS = (*_BOXES, *(_FORM + name for name in (
    "text", "textarea", "formatted-text", "combobox", "listbox", "date", "number", "fixed-text",
)))  # fmt: skip

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


def lines_behind(slides: Iterable[Element], styles: Element) -> Iterator[str]:
    """The paragraphs that masters show on the slides that are made on them, beside the places that slides fill."""
    used = dict.fromkeys(slide.get(_DRAW + "master-page-name") for slide in slides)
    masters = {node.get(_STYLE + "name"): node for node in styles.iter(_STYLE + "master-page")}
    for frame in (child for name in used if name in masters for child in masters[name]):
        if frame.tag.startswith(_DRAW) and frame.get(_PRESENTATION + "class") is None:
            yield from ("".join(p.itertext()) for p in frame.iter(_TEXT + "p"))


def put_objects(root: Element, package: Package) -> tuple[Unread, ...]:
    """Put equations, titles of charts and whole documents in the places of the frames that show them.

    Returns:
        What is said of objects of other programs, which are not read.

    """
    others: list[str] = []
    for frame in list(root.iter(_DRAW + "frame")):
        others += (posixpath.basename(shown.get(_HREF, "")) for shown in frame.findall(_DRAW + "object-ole"))
        for shown in frame.findall(_DRAW + "object"):
            said, body = _said(shown, package), _body(shown, package)
            if not said and body is None:
                continue
            tail = frame.tail
            frame.clear()
            frame.tail = tail
            if body is None:
                frame.tag, frame.text = EQUATION, said
            else:
                frame.append(body)
            break
    return omitted.unread(others)


def put_controls(root: Element) -> None:
    """Put what the fields of a form show where they stand."""
    controls = list(root.iter(_DRAW + "control"))
    fields = [node for node in root.iter() if node.tag in _FIELDS] if controls else []
    shown = {next((value for name, value in node.items() if local_name(name) == "id"), ""): node for node in fields}
    for control in controls:
        field = shown.get(control.get(_DRAW + "control", ""))
        if field is not None:
            control.text = _filled(field)


def _filled(field: Element) -> str:
    label = field.get(_FORM + "label", "")
    if field.tag in _BOXES:
        ticked = (field.get(_FORM + "current-state") or field.get(_FORM + "state")) == "checked"
        ticked = ticked or (field.get(_FORM + "current-selected") or field.get(_FORM + "selected")) == "true"
        return f"{TICKED if ticked else UNTICKED} {label}"
    chosen = (o for o in field if (o.get(_FORM + "current-selected") or o.get(_FORM + "selected")) == "true")
    options = " ".join(option.get(_FORM + "label", "") for option in chosen)
    return field.get(_FORM + "current-value") or field.get(_FORM + "value") or options or label


def _body(shown: Element, package: Package) -> Element | None:
    """The text, the sheets or the slides of a document that a frame shows."""
    path = posixpath.normpath(posixpath.join(shown.get(_HREF, ""), _CONTENT))
    try:
        is_inside = path in package.names and path != _CONTENT
        body = package.part(path).find(_OFFICE + "body") if is_inside else None
    except UnreadableError:
        return None
    return next((each for each in body if _local(each) != "chart"), None) if body is not None else None


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
    path = posixpath.normpath(posixpath.join(shown.get(_HREF, ""), _CONTENT))
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
    return local_name(node.tag)


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
