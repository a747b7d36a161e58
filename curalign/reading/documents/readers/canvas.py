"""What Canvas notes beside the pages of a course: outcomes that work is aligned to, and rubrics that it is judged by.

Source: the schema that its exports name, `canvas.instructure.com/xsd/cccv1p0`.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from curalign.errors import UnreadableError
from curalign.reading.documents.cleaning import clean
from curalign.reading.documents.readers.web import read_page
from curalign.reading.files.markup import parse_xml

RUBRICS = "course_settings/rubrics.xml"
FULLER = ".xml.qti"
"""How the files of Canvas's own end that hold the whole of a quiz, or a bank of questions."""

_OUTCOMES = "course_settings/learning_outcomes.xml"
_SYLLABUS = "course_settings/syllabus.html"
_OWN_FOLDERS = frozenset(("course_settings", "lti_resource_links", "non_cc_assessments"))
_ABOVE_QUIZ = "assessment_meta.xml"
_SETTINGS = ("assignment_settings.xml", _ABOVE_QUIZ)
_MAX_SETTINGS = 2000  # files; each is opened by itself


@dataclass(frozen=True, slots=True)
class Notes:
    """The statements of the outcomes that a piece of work is aligned to, and its rubric, by the work's identifier."""

    standards: dict[str, tuple[str, ...]] = field(default_factory=dict)
    rubrics: dict[str, str] = field(default_factory=dict)


def is_own(name: str) -> bool:
    """Whether a file is Canvas's note to itself; the syllabus lies among them and is for learners."""
    return not name.endswith(_SYLLABUS) and not _OWN_FOLDERS.isdisjoint(name.split("/"))


def is_bank(name: str) -> bool:
    """Whether a file holds questions of which no quiz of the package is made: a bank that quizzes draw from."""
    return name.endswith(FULLER)


def fuller_quiz(identifier: str, base: str) -> str:
    """Where Canvas keeps the whole of a quiz, of which a common cartridge holds only the usual kinds of questions."""
    return posixpath.join(base, f"non_cc_assessments/{identifier}{FULLER}")


def above_quiz(identifier: str, base: str) -> str:
    """Where Canvas keeps what stands above the questions of a quiz."""
    return posixpath.join(base, f"{identifier}/{_ABOVE_QUIZ}")


def notes_of(names: Collection[str], base: str, content: Callable[[str], bytes]) -> Notes:
    """What the notes of a course say; a note that is broken says nothing.

    Args:
        names: The files of the course.
        base: The folder that the course lies in, in its archive.
        content: Gives a file's bytes, or raises UnreadableError.

    Returns:
        The notes, empty for a course of another program.

    """
    told = [posixpath.join(base, name) for name in (_OUTCOMES, RUBRICS)]
    if not any(name in names for name in told):
        return Notes()
    outcomes, rubrics = (_root(name, content) if name in names else Element("none") for name in told)
    stated = {node.get("identifier", ""): _statement(node) for node in _all(outcomes, "learningOutcome")}
    criteria = {
        rubric.get("identifier", ""): [_text(each) for each in _all(rubric, "learning_outcome_identifierref")]
        for rubric in _all(rubrics, "rubric")
    }
    notes = Notes()
    called: dict[str, str] = {}
    for work, aliases, rubric in _works(names, content):
        called.update(dict.fromkeys(aliases, work))
        if rubric in criteria:
            notes.rubrics[work] = rubric
            _add(notes, work, [stated[each] for each in criteria[rubric] if stated.get(each)])
    for outcome in _all(outcomes, "learningOutcome"):
        for node in _all(outcome, "content_id"):
            _add(notes, called.get(_text(node), _text(node)), [_statement(outcome)])
    return notes


def rubric_lines(root: Element, identifier: str) -> tuple[str, list[str]]:
    """A rubric's title, and its criteria, each with what is said of it and of its levels."""
    for rubric in _all(root, "rubric"):
        if rubric.get("identifier") == identifier:
            title = next((_text(node) for node in rubric if _tag(node) == "title"), "")
            return title, [line for criterion in _all(rubric, "criterion") if (line := _criterion(criterion))]
    return "", []


def _criterion(criterion: Element) -> str:
    said = (_words(node) for node in criterion.iter() if _tag(node) in ("description", "long_description"))
    return " ".join(dict.fromkeys(filter(None, said)))


def _works(names: Collection[str], content: Callable[[str], bytes]) -> Iterator[tuple[str, set[str], str]]:
    """Each assignment and quiz: its identifier, those by which other files call it, and its rubric's."""
    settings = sorted(name for name in names if posixpath.basename(name) in _SETTINGS)
    for name in settings[:_MAX_SETTINGS]:
        root = _root(name, content)
        own = root.get("identifier", "")
        aliases = {own, *(node.get("identifier", "") for node in _all(root, "assignment"))} - {""}
        yield own, aliases, next((_text(node) for node in _all(root, "rubric_identifierref")), "")


def _statement(outcome: Element) -> str:
    """What an outcome is called and says, and the standard's identifier at whoever published it."""
    parts = {_tag(node): _words(node) for node in outcome}
    said = (parts.get(name, "") for name in ("title", "description", "vendor_guid"))
    return " ".join(dict.fromkeys(filter(None, said)))


def _add(notes: Notes, work: str, statements: list[str]) -> None:
    if work and any(statements):
        notes.standards[work] = tuple(dict.fromkeys((*notes.standards.get(work, ()), *filter(None, statements))))


def _root(name: str, content: Callable[[str], bytes]) -> Element:
    try:
        return parse_xml(content(name))
    except UnreadableError:
        return Element("none")


def _words(node: Element) -> str:
    """The words of a node, which may hold HTML."""
    return clean(" ".join(piece.text for piece in read_page(_text(node))))


def _text(node: Element) -> str:
    return "".join(node.itertext()).strip()


def _all(root: Element, name: str) -> Iterator[Element]:
    return (node for node in root.iter() if _tag(node) == name)


def _tag(node: Element) -> str:
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""
