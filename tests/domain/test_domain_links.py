from __future__ import annotations

import numpy as np
import pytest
from builders import Said, align, standard, unit

from curalign.domain.links import Alignment, Strength, Thresholds
from curalign.domain.materials import Material, Passage, Place, Role, Spot
from curalign.wording.text import one_line

THRESHOLDS = Thresholds(full=0.8, partial=0.5)


@pytest.mark.parametrize(
    ("probability", "teaches", "strength"),
    [
        (1.0, True, Strength.FULL),
        (0.8, True, Strength.FULL),
        (0.8, False, Strength.PARTIAL),
        (0.79, True, Strength.PARTIAL),
        (0.5, False, Strength.PARTIAL),
        (0.49, True, Strength.NONE),
        (0.0, False, Strength.NONE),
    ],
)
def test_a_link_is_as_strong_as_its_probability_and_its_role(
    probability: float, teaches: bool, strength: Strength
) -> None:
    assert THRESHOLDS.strength(probability, teaches) is strength


@pytest.mark.parametrize("role", Role)
def test_only_objectives_tasks_and_assessments_teach(role: Role) -> None:
    assert role.teaches is (role in (Role.OBJECTIVE, Role.TASK, Role.ASSESSMENT))


@pytest.fixture
def alignment() -> Alignment:
    said = (Said("Add", {"A": 0.9, "B": 0.2}), Said("Tell\n time", {"B": 0.6}, role=Role.MENTION))
    return align([standard("A"), standard("B")], unit("curriculum/u.md", *said))


def test_links_are_a_sequence_of_link(alignment: Alignment) -> None:
    first, second, third = alignment.links
    assert (first.standard.code, second.standard.code, third.standard.code) == ("A", "B", "B")
    assert [link.strength for link in alignment.links] == [Strength.FULL, Strength.NONE, Strength.PARTIAL]
    assert alignment.links[-1] == third
    assert list(alignment.links[1:]) == [second, third]
    assert list(alignment.links.where(np.array([2, 0]))) == [third, first]
    assert first.evidence[0].signal == "dense"


def test_links_are_equal_by_their_columns(alignment: Alignment) -> None:
    assert alignment.links[:] == alignment.links
    assert alignment.links[:2] != alignment.links
    assert alignment.links != "links"


def test_rows_tell_each_pair_flatly(alignment: Alignment) -> None:
    rows = alignment.rows()
    assert len(rows) == 3
    assert rows[2] == {
        "file": "curriculum/u.md",
        "kind": "unit",
        "headings": "Lesson",
        "place": "Lesson, p. 1, line 2",
        "role": "mention",
        "standard": "B",
        "probability": 0.6,
        "strength": "partial",
        "similarity": 0.6,
        "text": "Tell\n time",
    }


def test_passages_sort_as_they_are_read() -> None:
    material = Material("curriculum/u.md", unit("u.md").material.kind, "u")

    def at(page: int | None, line: int | None = None) -> Passage:
        return Passage(material, Place((), Spot(page, line)), "text", Role.TASK)

    in_order = [at(None), at(1), at(2, 3), at(2, 11), at(10)]
    shuffled = [in_order[i] for i in (3, 0, 4, 2, 1)]
    assert sorted(shuffled, key=lambda passage: passage.order) == in_order


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (Place(), ""),
        (Place(("Unit 1", "Lesson 2"), Spot(4)), "Unit 1 > Lesson 2, p. 4"),
        (Place(("Lesson 2",)), "Lesson 2"),
        (Place((), Spot(2, 7, "sheet")), "sheet 2, row 7"),
        (Place((), Spot(3, unit="slide")), "slide 3"),
        (Place((), Spot(None, 12)), "line 12"),
    ],
)
def test_a_place_reads_like_a_citation(place: Place, text: str) -> None:
    assert str(place) == text


def test_one_line_joins_any_white_space() -> None:
    assert one_line(" a\r\n\tb\u2028c\u00a0 ") == "a b c"
