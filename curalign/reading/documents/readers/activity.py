"""What a course package keeps as XML beside its pages: quizzes (QTI), discussions, assignments, rubrics, links."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from curalign.domain.materials import Form
from curalign.reading.documents.drafts import Draft, Piece
from curalign.reading.documents.readers.canvas import rubric_lines
from curalign.reading.documents.readers.questions import page_in_xml, questions
from curalign.reading.files.markup import parse_xml

_HEADINGS = {"quiz": "Quiz", "assignment": "Assignment", "discussion": "Discussion"}
RUBRIC = "rubric "
"""What the kind of a rubric begins with; its identifier follows, for one file holds all rubrics of a course."""

TOOL = "tool"
_BODIES = ("text", "description")
_FOR_TEACHERS, _TEACHERS = "instructor_text", "Teacher notes"


def read(data: bytes, kind: str) -> Draft:
    """Read one activity of a course, under its title and its type, from which its role follows."""
    root = parse_xml(data)
    if kind.startswith(RUBRIC):
        return _rubric(root, kind.removeprefix(RUBRIC))
    title = root.get("title") or next((_all_text(node) for node in root.iter() if _tag(node) == "title"), "")
    assessment = next((node for node in root.iter() if _tag(node) == "assessment"), None)
    if assessment is not None:
        title = assessment.get("title", title)
    pieces = [Piece(title, level=0)]
    if kind in _HEADINGS:
        # Canvas keeps what stands above the questions of a quiz in a file of its own.
        is_asked = kind == "quiz" and _tag(root) != "quiz"
        pieces += [Piece(_HEADINGS[kind], level=1), *(questions(root) if is_asked else _body(root))]
    elif kind == TOOL:
        pieces += _body(root)
    return Draft(pieces, unit="line")


def _rubric(root: Element, identifier: str) -> Draft:
    title, criteria = rubric_lines(root, identifier)
    heading = title if "rubric" in title.casefold() else f"Rubric: {title}".rstrip(": ")
    return Draft([Piece(heading, level=0), *(Piece(line, Form.ITEM) for line in criteria)], unit="line")


def _body(root: Element) -> Iterator[Piece]:
    """What learners are told, each folder of Brightspace under its name, then what only teachers are."""
    for node in root.iter():
        if _tag(node) in _BODIES:
            yield from page_in_xml(_all_text(node))
        elif _tag(node) == "folder" and node.get("name"):
            yield Piece(node.get("name", ""), level=2)
    notes = [piece for node in root.iter() if _tag(node) == _FOR_TEACHERS for piece in page_in_xml(_all_text(node))]
    if any(piece.text.strip() for piece in notes):
        yield from (Piece(_TEACHERS, level=2), *notes)


def _all_text(node: Element) -> str:
    return "".join(node.itertext())


def _tag(node: Element) -> str:
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""
