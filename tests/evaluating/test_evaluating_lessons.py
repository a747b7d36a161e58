"""Which passages a label means."""

from __future__ import annotations

import pytest

from curalign.domain.labels import Label
from curalign.domain.materials import Kind, Material, Passage, Place, Role
from curalign.evaluating.lessons import find_lessons


def passage(path: str, *headings: str, kind: Kind = Kind.UNIT) -> Passage:
    return Passage(Material(path, kind, path), Place(headings), "text", Role.TASK)


def label(file: str, lesson: str = "") -> Label:
    return Label(file, lesson, frozenset({"A.1"}))


PASSAGES = (
    passage("curriculum/u1.docx", "Unit 7", "Overview"),
    passage("curriculum/u1.docx", "Unit 7", "Lesson 1: Rulers"),
    passage("curriculum/u1.docx", "Unit 7", "Lesson 1: Rulers", "Exit ticket"),
    passage("curriculum/u1.docx", "Unit 7", "Lesson 11: Tapes"),
    passage("curriculum/u2.docx", "Lesson 1: Seeds"),
)


@pytest.mark.parametrize(
    ("file", "lesson", "rows"),
    [
        ("curriculum/u1.docx", "Lesson 1: Rulers", (1, 2)),
        ("u1.docx", "1", (1, 2)),
        ("u1.docx", "01", (1, 2)),
        ("u1.docx", "Lesson 2", ()),
        ("u1.docx", "11", (3,)),
        ("u1.docx", "  lesson 11:  TAPES", (3,)),
        ("u2.docx", "", (4,)),
        ("u1.docx", "7", ()),  # a unit's number is no lesson's
    ],
)
def test_a_lesson_is_named_by_its_heading_or_its_number(file: str, lesson: str, rows: tuple[int, ...]) -> None:
    found, problems = find_lessons([label(file, lesson)], PASSAGES)
    assert [x.passages for x in found] == ([rows] if rows else [])
    assert len(problems) == (0 if rows else 1)


@pytest.mark.parametrize("heading", ["Lesson 3", "lesson 3 - Sharing", "3. Sharing", "Session 03: Sharing", "Day 3"])
def test_numbered_headings(heading: str) -> None:
    found, _ = find_lessons([label("u.md", "3")], [passage("u.md", heading)])
    assert found


@pytest.mark.parametrize("heading", ["30 ways to share", "3 pigs", "Lesson 33: Sharing", "Grade 3: Sharing"])
def test_headings_with_another_number(heading: str) -> None:
    assert find_lessons([label("u.md", "3")], [passage("u.md", heading)])[0] == ()


def test_a_file_that_is_not_there_and_one_that_could_be_two_are_said() -> None:
    passages = [passage("curriculum/a/u.md", "x"), passage("curriculum/b/u.md", "x")]
    found, problems = find_lessons([label("u.md"), label("v.md"), label("a/u.md")], passages)
    assert [x.path for x in found] == ["curriculum/a/u.md"]
    assert ["'u.md'" in problems[0].message, "'v.md'" in problems[1].message] == [True, True]


def test_pd_is_no_lesson() -> None:
    assert find_lessons([label("w.md")], [passage("w.md", "x", kind=Kind.PD)])[0] == ()
