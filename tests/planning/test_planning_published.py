"""Results per standard, school and group: nothing is spread, nothing small is told, few are drawn to the mean."""

from __future__ import annotations

import numpy as np
import pytest
from builders import standard
from hypothesis import given, settings
from hypothesis import strategies as st

from curalign.domain.plans import Cell, Published
from curalign.domain.results import Result
from curalign.domain.standards import Framework
from curalign.planning import publish_results

STRAND = standard("S", grades="")
FRAMEWORK = Framework((STRAND, *(standard(f"S.{i}", parent="S") for i in range(1, 9))))
SCHOOLS = ("North", "River")


def sat(item: str, code: str, n: int, share: float, group: str = "", school: str = "", standards: int = 1) -> Result:
    return Result(item, code, 1.0, n, share, group, school, standards)


def cell(published: Published, code: str, school: str = "", group: str = "") -> Cell:
    (found,) = (c for c in published.cells if (c.standard.code, c.school, c.group) == (code, school, group))
    return found


def test_items_of_one_standard_are_one_result_of_the_pupils_who_sat_them() -> None:
    published = publish_results([sat("1", "S.1", 80, 0.5), sat("2", "S.1", 90, 0.7)], FRAMEWORK)
    found = cell(published, "S.1")
    assert (found.n, found.items) == (90, 2)
    assert found.share == pytest.approx((40 + 63) / 170)


def test_an_item_for_several_standards_stays_a_claim_of_its_own() -> None:
    together = [sat("7", code, 80, 0.4, standards=2) for code in ("S.1", "S.2")]
    results = [*together, sat("8", "S.1", 80, 0.9)]
    published = publish_results(results, FRAMEWORK)
    assert cell(published, "S.1").share == pytest.approx(0.9)
    assert [c.standard.code for c in published.cells] == ["S.1"]
    (claim,) = published.claims
    assert (claim.named, claim.n, claim.share) == (("S.1", "S.2"), 80, pytest.approx(0.4))


def test_a_claim_of_which_only_one_standard_is_known_is_not_that_standards_result() -> None:
    published = publish_results([sat("7", "S.1", 80, 0.4, standards=2)], FRAMEWORK)
    assert published.cells == ()
    assert published.claims[0].named == ("S.1",)


def test_objectives_of_one_test_that_end_alike_are_results_of_their_own() -> None:
    published = publish_results([sat("7", "S.1", 80, 1.0), sat("7", "S.2", 80, 1.0)], FRAMEWORK)
    assert [c.standard.code for c in published.cells] == ["S.1", "S.2"]
    assert published.claims == ()


@pytest.mark.parametrize("code", ["S", "X.9", "Claim 2"])
def test_a_result_for_a_heading_or_for_what_nobody_knows_stays_a_claim(code: str) -> None:
    published = publish_results([sat("7", code, 80, 0.4)], FRAMEWORK)
    assert published.cells == ()
    assert published.claims[0].named == (code,)


@pytest.mark.parametrize("name", ["Claim 2", "claim 2", "7"])
def test_only_a_stated_map_spreads_a_claim_and_it_is_told(name: str) -> None:
    published = publish_results([sat("7", "Claim 2", 80, 0.4)], FRAMEWORK, claims={name: ("S.1", "S.3")})
    assert [c.standard.code for c in published.cells] == ["S.1", "S.3"]
    assert published.claims == ()
    assert published.spread


def test_a_group_called_after_a_school_is_that_school() -> None:
    results = [sat("1", "S.1", 40, 0.5, "all"), sat("1", "S.1", 20, 0.5, "north"), sat("1", "S.1", 20, 0.5, "River")]
    published = publish_results(results, FRAMEWORK, SCHOOLS)
    assert [(c.school, c.group, c.n) for c in published.cells] == [("", "", 40), ("North", "", 20), ("River", "", 20)]


def test_a_district_without_a_total_is_the_sum_of_its_schools_or_its_grades() -> None:
    schools = [sat("1", "S.1", 20, 0.5, school="North"), sat("1", "S.1", 30, 1.0, school="River")]
    grades = [sat("1", "S.2", 20, 0.5, "Grade 3"), sat("1", "S.2", 30, 1.0, "Grade 4")]
    published = publish_results([*schools, *grades], FRAMEWORK, SCHOOLS)
    for code in ("S.1", "S.2"):
        assert (cell(published, code).n, cell(published, code).share) == (50, pytest.approx(0.8))


def test_groups_that_may_overlap_are_never_added_up() -> None:
    results = [sat("1", "S.1", 40, 0.5, "girls"), sat("1", "S.1", 60, 0.6, "lunch")]
    assert cell(publish_results(results, FRAMEWORK), "S.1").n == 60


def test_a_small_group_and_what_would_give_it_away_are_not_told() -> None:
    results = [sat("1", "S.1", 52, 0.5), *(sat("1", "S.1", n, 0.5, school=s) for s, n in (("North", 6), ("River", 46)))]
    published = publish_results(results, FRAMEWORK, SCHOOLS)
    assert cell(published, "S.1").n == 52
    for school in SCHOOLS:
        hidden = cell(published, "S.1", school)
        assert (hidden.n, hidden.share, hidden.need, hidden.weights) == (None, None, None, (0.0, 0.0))
    assert published.suppressed == 2


def test_a_claim_of_too_few_is_not_told_either() -> None:
    (claim,) = publish_results([sat("7", "S", 6, 0.4)], FRAMEWORK).claims
    assert (claim.n, claim.share) == (None, None)


def test_what_is_expected_of_a_test_rests_on_nothing_that_is_hidden() -> None:
    shown = [sat(str(i), f"S.{i}", 60, 0.5 + i / 50) for i in range(1, 8)]
    few, fewer = ([*shown, sat("8", "S.8", 5, share)] for share in (0.0, 1.0))
    one, other = (publish_results(results, FRAMEWORK) for results in (few, fewer))
    assert one == other


def test_ten_pupils_move_a_need_less_than_a_hundred() -> None:
    others = [sat(str(i), f"S.{i}", 80, 0.7 + i / 50) for i in range(2, 9)]
    needs = [cell(publish_results([*others, sat("1", "S.1", n, 0.2)], FRAMEWORK), "S.1").need for n in (10, 200)]
    few, many = (need for need in needs if need is not None)
    assert few.value < many.value < 0.8
    assert few.high - few.low > many.high - many.low


@st.composite
def rows(draw: st.DrawFn) -> tuple[dict[tuple[str, str], int], list[Result]]:
    """Pupils of two or three schools and groups, and an item analysis with every total and subtotal of them."""
    names = [("s1", "s2", "s3")[: draw(st.integers(2, 3))], ("g1", "g2", "g3")[: draw(st.integers(1, 3))]]
    table = {(s, g): draw(st.integers(0, 25)) for s in names[0] for g in names[1]}
    whos = {("", "")} | {(s, "") for s in names[0]} | {("", g) for g in names[1]} | set(table)
    sizes = {who: sum(n for cell, n in table.items() if inside(cell, who)) for who in whos}
    return table, [Result("1", "S.1", 1.0, n, 0.5, who[1], who[0]) for who, n in sorted(sizes.items()) if n >= 2]


def inside(atom: tuple[str, str], who: tuple[str, str]) -> bool:
    return all(not name or name == own for name, own in zip(who, atom, strict=True))


@settings(max_examples=100)
@given(rows())
def test_an_attacker_with_every_published_number_learns_of_no_small_group(
    made: tuple[dict[tuple[str, str], int], list[Result]],
) -> None:
    table, results = made
    published = publish_results(results, FRAMEWORK, ("s1", "s2", "s3"))
    people = [cell for cell, n in table.items() if n]
    told = [(c.school, c.group) for c in published.cells if c.n is not None]
    known = np.array([[1.0 * inside(atom, who) for atom in people] for who in told])
    rank = np.linalg.matrix_rank(known) if len(known) else 0
    for atom in people:
        if table[atom] >= published.min_n:
            continue
        wanted = np.array([1.0 * (other == atom) for other in people])
        assert not len(known) or np.linalg.matrix_rank(np.vstack([known, wanted])) > rank
