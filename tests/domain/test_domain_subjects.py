"""One name for all that people write for a subject."""

from __future__ import annotations

import pytest

from curalign.domain.subjects import subject_of, unknown_subjects


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Math", "mathematics"),
        ("Algebra I", "mathematics"),
        ("MATHEMATICS (2020)", "mathematics"),
        ("ELA-Literacy", "English language arts"),
        ("Language Arts", "English language arts"),
        ("Computer Science", "computer science"),
        ("Earth Science", "science"),
        ("Social  Studies", "social studies"),
        ("Foreign Language and Literature", "foreign language and literature"),
        ("Physics", "physics"),
        ("Artes", "artes"),
        ("", ""),
    ],
)
def test_a_subject_by_its_name(written: str, meant: str) -> None:
    assert subject_of(written) == meant


def test_what_is_strange_keeps_its_own_name_and_stands_once() -> None:
    known = ("mathematics", "science")
    assert unknown_subjects(["Visual Arts", "Math", "Physics", "Visual Arts", ""], known) == (
        "",
        "Physics",
        "Visual Arts",
    )
    assert unknown_subjects(["Math", "Life Science"], known) == ()
