"""Which passages a label speaks of: the lesson of a document that a person named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from curalign.domain.labels import Label, by_document
from curalign.domain.materials import Kind, Passage
from curalign.domain.privacy import looks_like_file
from curalign.domain.problems import Problem
from curalign.wording import Facts
from curalign.wording.text import one_line

_NUMBERED = re.compile(r"(?:lesson|session|day|activity|class)?\s*0*(\d+)\s*(?:[:.)\u2013\u2014-].*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Lesson:
    """A label, the document that it names, and the rows of the passages under the heading that it names."""

    label: Label
    path: str
    passages: tuple[int, ...]


def find_lessons(
    labels: Sequence[Label], passages: Sequence[Passage], file: str = "labels.csv"
) -> tuple[tuple[Lesson, ...], tuple[Problem, ...]]:
    """Each label's passages among the units'; what names no document or no heading is a problem of `file`."""
    units: dict[str, list[int]] = {}
    for row, passage in enumerate(passages):
        if passage.material.kind is Kind.UNIT:
            units.setdefault(passage.material.path, []).append(row)
    documents, lost = by_document(labels, units)
    found = []
    problems = [Problem("F303", file, trouble="label-no-unit", facts=_named(label)) for label in lost]
    for path, own in documents.items():
        for label in own:
            rows = tuple(row for row in units[path] if is_under(label.lesson, passages[row].headings))
            if rows:
                found.append(Lesson(label, path, rows))
            else:
                problems.append(Problem("F303", file, trouble="label-no-heading", facts=_named(label)))
    return tuple(found), tuple(problems)


def is_under(lesson: str, headings: Sequence[str]) -> bool:
    """Whether a heading path leads through a lesson, given by its whole heading or by its number.

    A lesson without a name is the whole document.
    """
    wanted = one_line(lesson).casefold()
    if not wanted or any(one_line(heading).casefold() == wanted for heading in headings):
        return True
    number = _number(wanted) if wanted.isdecimal() else None
    return number is not None and any(_number(one_line(heading)) == number for heading in headings)


def _number(heading: str) -> str | None:
    match = _NUMBERED.fullmatch(heading)
    return match[1] if match else None


def _named(label: Label) -> Facts:
    """The document and the lesson of a label, each where its shape says that it is one.

    Without a file's ending, or a number, what stands there may be a name in the wrong column.
    """
    document = (repr(one_line(label.file)),) if looks_like_file(label.file) else ()
    lesson = (repr(one_line(label.lesson)),) if any(map(str.isdigit, label.lesson)) else ()
    return Facts(document=document, lesson=lesson)
