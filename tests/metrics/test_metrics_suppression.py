"""Nothing of a small group can be worked out from what is told: an attacker tries, over tables of every kind."""

from __future__ import annotations

from itertools import chain, combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curalign.metrics.suppression import Relation, hidden_cells, relations_between

MINIMUM = 10


def hidden(whole: int, parts: dict[str, int], *, apart: bool = True) -> frozenset[str]:
    relations = list(relations_between("all", parts, whole, apart=apart))
    return hidden_cells({"all": whole, **parts}, relations, MINIMUM)


def test_a_small_school_takes_the_next_smallest_with_it() -> None:
    assert hidden(70, {"a": 5, "b": 25, "c": 40}) == {"a", "b"}


def test_two_small_schools_that_are_still_few_together_take_a_third() -> None:
    assert hidden(50, {"a": 4, "b": 3, "c": 18, "d": 25}) == {"a", "b", "c"}
    assert hidden(54, {"a": 6, "b": 5, "c": 18, "d": 25}) == {"a", "b"}


def test_pupils_of_no_school_are_protected_too() -> None:
    assert hidden(48, {"a": 20, "b": 25}) == {"a"}
    assert hidden(58, {"a": 20, "b": 25}) == frozenset()


def test_a_group_of_nearly_everybody_tells_of_those_who_are_not_in_it() -> None:
    assert hidden(50, {"with lunch": 45}, apart=False) == {"with lunch"}
    assert hidden(50, {"with lunch": 30}, apart=False) == frozenset()


def test_overlapping_groups_are_subtracted_in_every_set_that_adds_up() -> None:
    groups = {"A": 50, "B": 40, "C": 5, "girls": 45, "boys": 50}
    assert hidden(95, groups, apart=False) >= {"C"}
    assert len(hidden(95, groups, apart=False) & {"A", "B"}) >= 1


def test_a_hidden_total_does_not_follow_from_its_parts() -> None:
    relations = [Relation("all", ("a", "b"))]
    assert hidden_cells({"all": 9, "a": 30, "b": 40}, relations, MINIMUM) > {"all"}


def test_where_nothing_is_small_nothing_is_hidden() -> None:
    assert hidden(70, {"a": 30, "b": 40}) == frozenset()


@st.composite
def tables(draw: st.DrawFn) -> dict[tuple[str, str], int]:
    """Pupils by school and group, each in one of both."""
    schools, groups = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    size = st.one_of(st.integers(0, 12), st.integers(0, 60))
    return {(f"s{i}", f"g{j}"): draw(size) for i in range(schools) for j in range(groups)}


def margins(table: dict[tuple[str, str], int]) -> dict[tuple[str, str], list[tuple[str, str]]]:
    """Every cell with what it adds up: the total, each school, each group, and each group of a school."""
    schools, groups = ({cell[at] for cell in table} for at in (0, 1))
    cells = {("", ""): list(table)}
    cells |= {(school, ""): [cell for cell in table if cell[0] == school] for school in schools}
    cells |= {("", group): [cell for cell in table if cell[1] == group] for group in groups}
    return cells | {cell: [cell] for cell in table}


def told(table: dict[tuple[str, str], int]) -> tuple[dict[tuple[str, str], int], set[tuple[str, str]]]:
    """The sizes of all cells, and which of them are told."""
    cells = margins(table)
    sizes = {cell: n for cell, parts in cells.items() if (n := sum(table[part] for part in parts))}
    relations: list[Relation[tuple[str, str]]] = []
    for whole, size in sizes.items():
        across = [{c: n for c, n in sizes.items() if c != whole and c[1 - at] == whole[1 - at]} for at in (0, 1)]
        for at, parts in enumerate(across):
            if whole[at] == "" and parts:
                relations += relations_between(whole, parts, size, apart=True)
    gone = hidden_cells(sizes, relations, MINIMUM)
    return sizes, set(sizes) - gone


def recovered(known: np.ndarray, wanted: np.ndarray) -> bool:
    """Whether a sum follows from sums that are known, by linear algebra alone."""
    if not len(known):
        return False
    return bool(np.linalg.matrix_rank(np.vstack([known, wanted])) == np.linalg.matrix_rank(known))


@settings(max_examples=150)
@given(tables())
def test_no_attacker_computes_a_hidden_cell_from_totals_and_subtotals(table: dict[tuple[str, str], int]) -> None:
    sizes, open_cells = told(table)
    people = [cell for cell, n in table.items() if n]  # the attacker even knows which groups are empty
    vector = {cell: np.array([1.0 * (p in parts) for p in people]) for cell, parts in margins(table).items()}
    known = np.array([vector[cell] for cell in sorted(open_cells)])
    assert not [cell for cell in sizes.keys() - open_cells if recovered(known, vector[cell])]
    assert all(sizes[cell] >= MINIMUM for cell in open_cells)


@settings(max_examples=100)
@given(tables())
def test_no_difference_of_told_cells_is_a_group_of_fewer_than_the_minimum(table: dict[tuple[str, str], int]) -> None:
    sizes, open_cells = told(table)
    for whole in open_cells:
        for at in (0, 1):
            if whole[at]:
                continue
            inside = [c for c in open_cells if c != whole and c[1 - at] == whole[1 - at]]
            for some in chain.from_iterable(combinations(inside, many) for many in range(1, len(inside) + 1)):
                left = sizes[whole] - sum(sizes[cell] for cell in some)
                assert left == 0 or left >= MINIMUM


@pytest.mark.parametrize("n", [9, 10])
def test_the_minimum_itself_may_be_told(n: int) -> None:
    assert (hidden(n, {}) == frozenset()) is (n == MINIMUM)
