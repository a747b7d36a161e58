from __future__ import annotations

import numpy as np
import pytest
from builders import Said, align, standard, unit
from hypothesis import given
from hypothesis import strategies as st

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


CODES = ("A", "B", "C")
fits = st.dictionaries(st.sampled_from(CODES), st.sampled_from([0.1, 0.25, 0.5, 0.75, 1.0]))


@given(st.lists(fits, max_size=6), st.data())
def test_the_best_of_a_group_is_what_walking_its_links_finds(said: list[dict[str, float]], data: st.DataObject) -> None:
    """Groups may overlap, be empty, and leave passages out; standards come in the order that was asked for."""
    standards = [standard(code) for code in CODES]
    links = align(standards, unit("u.md", *(Said(str(n), each) for n, each in enumerate(said)))).links
    members = st.lists(st.sampled_from(range(len(said))), unique=True) if said else st.just([])
    groups = data.draw(st.lists(members, max_size=4))
    asked = data.draw(st.lists(st.sampled_from([*standards, standard("D")]), unique=True))
    best = links.best(groups, asked)
    assert best.shape == (len(groups), len(asked))
    for row, group in zip(best.tolist(), groups, strict=True):
        passages = {links.passages[at] for at in group}
        for found, wanted in zip(row, asked, strict=True):
            walked = (link.probability for link in links if link.standard == wanted and link.passage in passages)
            assert found == max(walked, default=0.0)


def test_passages_are_grouped_by_what_they_have_in_common() -> None:
    north, south = (unit(f"{school}.md", Said("x", {"A": 0.9}), Said("y"), school=school) for school in ("N", "S"))
    links = align([standard("A"), standard("B")], north, south, unit("u.md", Said("z", {"B": 0.6}))).links
    groups = links.group(lambda passage: passage.material.school)
    assert groups == {"N": [0, 1], "S": [2, 3], "": [4]}
    assert links.best(list(groups.values())).round(3).tolist() == [[0.9, 0], [0.9, 0], [0, 0.6]]
