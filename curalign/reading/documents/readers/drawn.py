"""Words that Office draws: the steps of a SmartArt diagram, the titles of a chart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from curalign.domain.materials import Form
from curalign.errors import UnreadableError
from curalign.reading.documents.drafts import Piece
from curalign.reading.documents.readers.equations import beside, equation_text
from curalign.reading.documents.readers.markup import Package, is_on, whole_number
from curalign.reading.documents.readers.raised import in_line, marked

_UNSHOWN = ("doc", "parTrans", "pres", "sibTrans")  # points of a diagram that are not its words
_MAX_DEPTH = 50


def drawn(package: Package, frame: Element, relations: dict[str, str]) -> Iterator[Piece]:
    """The words of the diagram or the chart that a `graphicData` shows, its tags without their namespaces.

    What it names and the document lacks is a picture without words.
    """
    for node in frame:
        diagram, chart = relations.get(node.get("dm", "")), relations.get(node.get("id", ""))
        try:
            if node.tag == "relIds" and diagram in package.names:
                yield from _diagram(package.part(str(diagram), local_names=True))
            elif node.tag == "chart" and chart in package.names:
                yield from _chart(package.part(str(chart), local_names=True))
                drawings = (part for part in package.relations(str(chart)).values() if "/drawings/" in part)
                yield from (piece for part in drawings for piece in _typed(package.part(part, local_names=True)))
        except UnreadableError:
            continue


def paragraph(node: Element) -> str:
    """The words of a paragraph in a drawing, with its equations; what is struck out is left out."""
    words = ""
    for child in node:
        words = beside(words, _run(child)) if child.tag != "r" else words + _run(child)
    return in_line(words)


def is_struck(run: Element) -> bool:
    """Whether a run of a drawing is struck out."""
    return is_on(run.find("rPr"), "strike", unsaid="noStrike")


def _is_raised(run: Element) -> bool:
    properties = run.find("rPr")
    return properties is not None and whole_number(properties.get("baseline")) > 0


def _run(node: Element) -> str:
    if node.tag == "br":
        return "\n"
    if node.tag in ("oMath", "oMathPara"):
        return equation_text(node)
    if node.tag in ("r", "fld"):
        words = "" if is_struck(node) else "".join(text.text or "" for text in node.iter("t"))
        return marked(words) if _is_raised(node) else words
    return "".join(map(_run, _shown(node)))


def _shown(node: Element) -> list[Element]:
    """What of a node is shown: all, or of an `AlternateContent` the first choice."""
    return list(node)[:1] if node.tag == "AlternateContent" else list(node)


def _diagram(root: Element) -> Iterator[Piece]:
    """The points of a diagram as items, each before those that hang on it."""
    points = {point.get("modelId", ""): point for point in root.iter("pt")}
    below: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for link in root.iter("cxn"):
        if link.get("type", "parOf") == "parOf":
            below[link.get("srcId", "")].append((whole_number(link.get("srcOrd")), link.get("destId", "")))
    told: set[str] = set()

    def walk(name: str, depth: int) -> Iterator[Piece]:
        if name in told or name not in points:
            return
        told.add(name)
        if points[name].get("type", "node") not in _UNSHOWN:
            words = [paragraph(p) for text in points[name].findall("t") for p in text.iter("p")]
            yield Piece(" ".join(words), Form.ITEM)
        for _, child in sorted(below[name]) if depth < _MAX_DEPTH else ():
            yield from walk(child, depth + 1)

    for name, point in points.items():
        if point.get("type") == "doc":
            yield from walk(name, 0)
    for name in points:
        yield from walk(name, 0)


def _chart(root: Element) -> Iterator[Piece]:
    """The title of a chart and of its axes, and labels that were typed; without a title its only series calls it."""
    titles = [_title(node) for node in root.iter("title")]
    names = [name for each in root.iter("ser") for name in each.findall("tx")]
    series = [" ".join(value.text or "" for value in name.iter("v")) for name in names]
    is_named = not is_on(root.find("./chart/autoTitleDeleted")) and len(series) == 1
    if is_named and not any(title.strip() for title in titles[:1]):
        titles[:1] = series
    yield from (Piece(title) for title in titles)
    # Labels with fields only name values.
    labels = (text for label in root.iter("dLbl") for text in label.findall("tx"))
    yield from (Piece(_title(text)) for text in labels if next(text.iter("fld"), None) is None)


def _typed(root: Element) -> Iterator[Piece]:
    """What somebody typed into the boxes of a chart."""
    yield from (Piece(paragraph(p)) for body in root.iter("txBody") for p in body.iter("p"))


def _title(node: Element) -> str:
    """A title as it was written, or as it stood in the cell that it is taken from."""
    written = " ".join(paragraph(p) for p in node.iter("p"))
    return written if written.strip() else " ".join(value.text or "" for value in node.iter("v"))
