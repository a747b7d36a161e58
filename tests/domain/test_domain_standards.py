from __future__ import annotations

import pytest
from builders import standard

from curalign.domain.standards import Framework, Standard, standard_id

DOMAIN = standard("3.NF", "Fractions", grades="")
CLUSTER = standard("3.NF.A", "Understand fractions", grades="3", parent="3.NF")
FIRST = standard("3.NF.A.1", grades="3", parent="3.NF.A")
SECOND = standard("3.NF.A.2", grades="3", parent="3.NF.A")
PRACTICE = standard("MP1", grades="")
FRAMEWORK = Framework((DOMAIN, CLUSTER, FIRST, SECOND, PRACTICE))


def test_a_framework_gives_standards_by_code_and_by_alias() -> None:
    known_twice = Standard("x", "3.OA.1", "Multiply", "F", aliases=("CCSS.3.OA.1",))
    framework = Framework((known_twice,))
    assert framework["3.OA.1"] is framework["CCSS.3.OA.1"] is known_twice
    with pytest.raises(KeyError):
        framework["3.OA.2"]


def test_a_code_wins_over_another_standards_alias() -> None:
    impostor = Standard("a", "A", "", "F", aliases=("B",))
    rightful = Standard("b", "B", "", "F")
    assert Framework((impostor, rightful))["B"] is Framework((rightful, impostor))["B"] is rightful


def test_the_tree_is_walked_both_ways() -> None:
    assert FRAMEWORK.children(CLUSTER) == (FIRST, SECOND)
    assert FRAMEWORK.parent(FIRST) == CLUSTER
    assert FRAMEWORK.parent(DOMAIN) is None
    assert FRAMEWORK.ancestors(FIRST) == (CLUSTER, DOMAIN)
    assert FRAMEWORK.ancestors(PRACTICE) == ()


def test_a_circle_of_parents_ends() -> None:
    a, b = standard("A", parent="B"), standard("B", parent="A")
    itself = standard("C", parent="C")
    framework = Framework((a, b, itself))
    assert framework.ancestors(a) == (b,)
    assert framework.ancestors(itself) == ()


def test_a_parent_that_is_not_there_is_no_parent() -> None:
    orphan = standard("4.X", parent="4")
    assert Framework((orphan,)).parent(orphan) is None


def test_leaves_count_and_parents_and_practices_do_not() -> None:
    assert [s.code for s in FRAMEWORK if FRAMEWORK.counts(s)] == ["3.NF.A.1", "3.NF.A.2"]


@pytest.mark.parametrize(
    ("code", "level", "apart"),
    [
        ("MP1", "", True),
        ("MP.3", "", True),
        ("CCRA.R.1", "", True),
        ("R.1", "Anchor Standard", True),
        ("P1", "Practice", True),
        ("3.NF.1", "Standard", False),
        ("MPS.1", "", False),
    ],
)
def test_practices_and_anchors_are_known_by_code_or_level(code: str, level: str, apart: bool) -> None:
    assert standard(code, level=level).is_practice is apart


class TestForGrades:
    def test_no_grades_asked_for_is_all(self) -> None:
        assert FRAMEWORK.for_grades(()) == FRAMEWORK.standards

    def test_a_leaf_that_states_no_grade_belongs_to_all(self) -> None:
        assert PRACTICE in FRAMEWORK.for_grades(["9"])

    def test_a_parent_that_states_no_grade_belongs_where_its_children_do(self) -> None:
        assert FRAMEWORK.for_grades(["3"]) == FRAMEWORK.standards
        assert FRAMEWORK.for_grades(["4"]) == (PRACTICE,)

    def test_a_band_belongs_to_each_of_its_grades(self) -> None:
        band = standard("6.X", grades="6-8")
        assert Framework((band,)).for_grades(["7"]) == (band,)


def test_ids_are_made_from_framework_and_code_alone() -> None:
    assert standard_id("Maple", "3.NF.1") == standard_id("Maple", "3.NF.1")
    assert len({standard_id("Maple", "1"), standard_id("Oak", "1"), standard_id("Maple", "2")}) == 3


def test_a_heading_is_what_gathers_others_at_a_depth_where_most_do() -> None:
    framework = Framework(
        (
            standard("A"),
            standard("A.1", parent="A"),
            standard("A.2", parent="A"),
            standard("A.3", parent="A"),
            standard("A.3a", parent="A.3"),
        )
    )
    assert [s.code for s in framework if framework.is_heading(s)] == ["A"]
    assert not any(map(Framework((standard("A"), standard("B"))).is_heading, framework))
