"""What a course package keeps as XML beside its pages: quizzes (QTI 1.2), discussions, assignments, links."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from curalign.domain.materials import Form
from curalign.reading.documents.drafts import Draft, Piece
from curalign.reading.documents.readers.web import read_page
from curalign.reading.files.markup import parse_xml

_HEADINGS = {"quiz": "Quiz", "assignment": "Assignment", "discussion": "Discussion"}
_ANSWERS = ("response_label", "response_lid", "response_str")
_BODIES = ("text", "instructor_text", "description")


def read(data: bytes, kind: str) -> Draft:
    """Read one activity of a course, under its title and its type, from which its role follows."""
    root = parse_xml(data)
    title = root.get("title") or next((_all_text(node) for node in root.iter() if _tag(node) == "title"), "")
    assessment = next((node for node in root.iter() if _tag(node) == "assessment"), None)
    if assessment is not None:
        title = assessment.get("title", title)
    pieces = [Piece(title, level=0)]
    if kind in _HEADINGS:
        pieces += [Piece(_HEADINGS[kind], level=1), *(_quiz(root) if kind == "quiz" else _body(root))]
    return Draft(pieces, unit="line")


def _quiz(root: Element, in_answer: bool = False) -> Iterator[Piece]:
    """Questions, and their answers as items; feedback to a learner's answer is left out."""
    for node in root:
        name = _tag(node)
        if name == "mattext":
            form = Form.ITEM if in_answer else Form.PARAGRAPH
            yield from (replace(piece, form=form) for piece in _page(_all_text(node)))
        elif name not in ("itemfeedback", "qtimetadata", "itemmetadata", "resprocessing"):
            yield from _quiz(node, in_answer or name in _ANSWERS)


def _body(root: Element) -> Iterator[Piece]:
    for node in root.iter():
        if _tag(node) in _BODIES:
            yield from _page(_all_text(node))


def _page(markup: str) -> list[Piece]:
    """The pieces of HTML inside XML: its headings are text, for they stand inside one question, and no line is true."""
    return [replace(piece, level=None, line=None) for piece in read_page(markup)]


def _all_text(node: Element) -> str:
    return "".join(node.itertext())


def _tag(node: Element) -> str:
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""
