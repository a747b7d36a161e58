from __future__ import annotations

import pytest
from builders import Said, align, standard, unit

from curalign.covering import measure_coverage
from curalign.domain.coverage import Reach
from curalign.domain.links import Strength
from curalign.domain.problems import Problem
from curalign.domain.scopes import UNITS

STRAND = standard("S", grades="")
CLUSTER = standard("S.C", grades="", parent="S")
LEAVES = (standard("S.C.1", parent="S.C"), standard("S.C.2", parent="S.C"))
OTHER_GRADE = standard("S.C.4", grades="4", parent="S.C")
TREE = (STRAND, CLUSTER, *LEAVES)


def roll_up(fits: dict[str, float], *more: object, code: str = "S") -> Reach:
    unreadable = unit("scan.pdf", grades="4", problems=[Problem("F302", "scan.pdf", trouble="blank-document")])
    coverage = measure_coverage(align((*TREE, *more), unit("u.md", Said("text", fits)), unreadable))  # type: ignore[arg-type]
    reach = coverage.reach(coverage.alignment.framework[code], UNITS)
    assert reach is not None
    return reach


@pytest.mark.parametrize("code", ["S", "S.C"])
@pytest.mark.parametrize(
    ("fits", "strength"),
    [
        ({"S.C.1": 0.9, "S.C.2": 0.9}, Strength.FULL),
        ({"S.C.1": 0.9, "S.C.2": 0.6}, Strength.PARTIAL),
        ({"S.C.1": 0.9}, Strength.PARTIAL),
        ({"S.C.1": 0.6}, Strength.PARTIAL),
        ({"S.C.1": 0.4, "S.C.2": 0.4}, Strength.NONE),
        ({}, Strength.NONE),
        ({"S.C": 0.6}, Strength.PARTIAL),
        ({"S.C": 0.99}, Strength.PARTIAL),
        ({"S.C": 0.4}, Strength.NONE),
    ],
)
def test_a_parent_is_what_its_children_make_of_it(code: str, fits: dict[str, float], strength: Strength) -> None:
    assert roll_up(fits, code=code).strength is strength


@pytest.mark.parametrize(
    ("fits", "strength"),
    [
        ({}, Strength.UNKNOWN),
        ({"S.C.1": 0.4}, Strength.UNKNOWN),
        ({"S.C.1": 0.6}, Strength.PARTIAL),
        ({"S.C.1": 0.9, "S.C.2": 0.9}, Strength.PARTIAL),
    ],
)
def test_a_child_that_could_not_be_judged_leaves_the_parent_open(fits: dict[str, float], strength: Strength) -> None:
    assert roll_up(fits, OTHER_GRADE).strength is strength


def test_a_parents_links_are_the_best_of_its_own_and_of_all_below() -> None:
    reach = roll_up({"S.C.1": 0.9, "S": 0.7, "S.C": 0.3, "S.C.2": 0.6})
    assert [link.standard.code for link in reach.links] == ["S.C.1", "S", "S.C.2", "S.C"]
    assert reach.probability == pytest.approx(0.9)
    assert reach.supporting == 3


def test_a_practice_below_a_strand_weighs_nothing() -> None:
    practice = standard("MP1", parent="S")
    assert roll_up({"S.C.1": 0.9, "S.C.2": 0.9}, practice).strength is Strength.FULL


def test_practices_make_up_a_group_of_nothing_else() -> None:
    group, practice = standard("Practices"), standard("MP1", parent="Practices")
    assert roll_up({"MP1": 0.9}, group, practice, code="Practices").strength is Strength.FULL
    assert roll_up({"S.C.1": 0.9}, group, practice, code="Practices").strength is Strength.NONE


def test_only_children_of_the_districts_grades_weigh() -> None:
    alignment = align((*TREE, OTHER_GRADE), unit("u.md", Said("x", {"S.C.1": 0.9, "S.C.2": 0.9})), grades="3")
    coverage = measure_coverage(alignment)
    reach = coverage.reach(STRAND, UNITS)
    assert reach is not None
    assert reach.strength is Strength.FULL


def test_standards_that_are_each_others_parents_do_no_harm() -> None:
    a, b = standard("A", parent="B"), standard("B", parent="A")
    coverage = measure_coverage(align([a, b], unit("u.md", Said("x", {"A": 0.9}))))
    assert [reach.strength for reach in coverage.reaches] == [Strength.PARTIAL, Strength.PARTIAL]
