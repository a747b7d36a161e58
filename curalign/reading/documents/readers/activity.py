"""What a course package keeps as XML beside its pages: quizzes (QTI), discussions, assignments, rubrics, links."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from xml.etree.ElementTree import Element

from curalign.domain.materials import Form
from curalign.reading.documents.drafts import Draft, Piece
from curalign.reading.documents.readers.canvas import rubric_lines
from curalign.reading.documents.readers.questions import page_in_xml, questions
from curalign.reading.files.markup import parse_xml

_HEADINGS = {"quiz": "Quiz", "assignment": "Assignment", "discussion": "Discussion"}
BESIDE = {"news": "Announcements", "checklist": "Checklist", "syllabus": "Syllabus", "rubrics": "Rubrics"}
"""What Brightspace keeps beside modules, under what each is called here."""

RUBRIC = "rubric "
"""What the kind of a rubric begins with; its identifier follows, for one file holds all rubrics of a course."""

TOOL = "tool"
_BODIES = ("text", "description")
_NAMES = ("headline", "name", "title")
_FOR_TEACHERS, _TEACHERS = "instructor_text", "Teacher notes"


def read(data: bytes, kind: str) -> Draft:
    """Read one activity of a course, under its title and its type, from which its role follows."""
    root = parse_xml(data)
    if kind.startswith(RUBRIC):
        return _rubric(root, kind.removeprefix(RUBRIC))
    if kind in BESIDE:
        return Draft([Piece(BESIDE[kind], level=1), *_told(root, names=_NAMES)], unit="line")
    title = root.get("title") or next((_all_text(node) for node in root.iter() if _tag(node) == "title"), "")
    assessment = next((node for node in root.iter() if _tag(node) == "assessment"), None)
    if assessment is not None:
        title = assessment.get("title", title)
    pieces = [Piece(title, level=0)]
    if kind in _HEADINGS:
        # Canvas keeps what stands above the questions of a quiz in a file of its own.
        is_asked = kind == "quiz" and _tag(root) != "quiz"
        said = list(questions(root) if is_asked else _body(root))
        heading = Piece(_HEADINGS[kind], level=1)
        has_words = any(piece.text.strip() for piece in said)
        pieces = [*pieces, heading, *said] if has_words else [heading, Piece(title)]
    elif kind == TOOL:
        pieces += _body(root)
    return Draft(pieces, unit="line")


def _rubric(root: Element, identifier: str) -> Draft:
    title, criteria = rubric_lines(root, identifier)
    heading = title if "rubric" in title.casefold() else f"Rubric: {title}".rstrip(": ")
    return Draft([Piece(heading, level=0), *(Piece(line, Form.ITEM) for line in criteria)], unit="line")


def _body(root: Element) -> Iterator[Piece]:
    """What learners are told, each folder of Brightspace under its name, then what only teachers are."""
    yield from _told(root)
    notes = [piece for node in root.iter() if _tag(node) == _FOR_TEACHERS for piece in page_in_xml(_all_text(node))]
    if any(piece.text.strip() for piece in notes):
        yield from (Piece(_TEACHERS, level=2), *notes)


def _told(node: Element, names: Collection[str] = ()) -> Iterator[Piece]:
    """What a node and those below it say; where `names` are asked for, what they are called comes before it."""
    if _tag(node) in (*_BODIES, *names):
        yield from page_in_xml(_all_text(node))
        return
    if _tag(node) == "folder" and node.get("name"):
        yield Piece(node.get("name", ""), level=2)
    elif names and node.get("name"):
        yield Piece(node.get("name", ""))
    for child in node:
        yield from _told(child, names)


def _all_text(node: Element) -> str:
    return "".join(node.itertext())


def _tag(node: Element) -> str:
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""
