"""What must hold for every district, tried on small ones of every shape."""

from __future__ import annotations

import random
from dataclasses import replace

import numpy as np
from builders import Document, Said, align, pd, standard, unit
from hypothesis import given
from hypothesis import strategies as st

from curalign.covering import measure_coverage
from curalign.domain.coverage import Coverage, Reach
from curalign.domain.grades import read_grades
from curalign.domain.links import Alignment, Link, Strength, Thresholds
from curalign.domain.materials import Kind, Role
from curalign.domain.problems import Problem
from curalign.domain.scopes import Scope

STANDARDS = (
    standard("S", grades=""),
    standard("S.1", grades="3", parent="S"),
    standard("S.2", grades="4", parent="S"),
    standard("T", grades="3-4"),
    standard("T.a", grades="3", parent="T"),
    standard("T.b", grades="", parent="T"),
    standard("MP1", grades="", parent="T"),
)
HEIGHT = {Strength.UNKNOWN: 0, Strength.NONE: 0, Strength.PARTIAL: 1, Strength.FULL: 2}
UNREADABLE = Problem("F301", "broken", trouble="damaged")

probabilities = st.sampled_from([0.0, 0.3, 0.5, 0.55, 0.8, 0.9, 1.0])
said = st.builds(
    Said,
    st.sampled_from(["count", "measure", "fold"]),
    st.dictionaries(st.sampled_from([s.code for s in STANDARDS]), probabilities, max_size=4),
    st.sampled_from([Role.TASK, Role.NOTE, Role.OBJECTIVE]),
)
grades = st.sampled_from(["", "3", "4", "3-4"])


@st.composite
def documents(draw: st.DrawFn, name: str) -> Document:
    problems = draw(st.sampled_from([(), (UNREADABLE,)]))
    passages = draw(st.lists(said, max_size=4))
    if draw(st.booleans()):
        return pd(f"pd/{name}", *passages, grades=draw(grades), problems=problems)
    school = draw(st.sampled_from(["", "North", "South"]))
    return unit(f"units/{name}", *passages, grades=draw(grades), school=school, problems=problems)


@st.composite
def districts(draw: st.DrawFn) -> list[Document]:
    return [draw(documents(f"{i}.md")) for i in range(draw(st.integers(0, 5)))]


def height(reach: Reach) -> int:
    return HEIGHT[reach.strength]


def counted(coverage: Coverage) -> list[Reach]:
    return [reach for reach in coverage.reaches if reach.standard in coverage.counted]


def links_in_scope(alignment: Alignment, reach: Reach) -> list[Link]:
    """Said once more in plain Python, one link at a time."""
    return [
        link
        for link in alignment.links
        if link.standard == reach.standard
        and link.passage.material.kind is reach.kind
        and (not reach.school or link.passage.material.school in ("", reach.school))
    ]


@given(districts())
def test_columns_say_what_walking_every_link_says(district: list[Document]) -> None:
    alignment = align(STANDARDS, *district)
    for reach in counted(measure_coverage(alignment)):
        links = links_in_scope(alignment, reach)
        best = max((HEIGHT[link.strength] for link in links), default=0)
        assert height(reach) == best
        assert reach.supporting == sum(link.strength is not Strength.NONE for link in links)
        assert reach.probability == max((link.probability for link in links), default=reach.probability)
        assert {replace(link, instead=None) for link in reach.links} <= set(links)
        for link in reach.links:
            rivals = [other for other in alignment.links if other.passage == link.passage]
            surest = max(other.probability for other in rivals)
            assert (link.instead is None) or surest >= link.probability


@given(districts())
def test_links_shown_are_few_sorted_and_show_what_is_claimed(district: list[Document]) -> None:
    coverage = measure_coverage(align(STANDARDS, *district))
    for reach in coverage.reaches:
        shown = [link.probability for link in reach.links]
        assert len(shown) <= 5
        assert shown == sorted(shown, reverse=True)
        assert (reach.probability is None) <= (reach.strength is Strength.UNKNOWN)
        assert not shown or reach.probability == shown[0]
    for reach in counted(coverage):
        assert (reach.strength is Strength.FULL) == any(link.strength is Strength.FULL for link in reach.links)


@given(districts(), documents("more.md"), st.sampled_from(["", "3", "3-4"]))
def test_adding_a_material_never_lowers_coverage(district: list[Document], more: Document, answered: str) -> None:
    before = measure_coverage(align(STANDARDS, *district, grades=answered))
    after = measure_coverage(align(STANDARDS, *district, more, grades=answered))
    for reach in before.reaches:
        now = after.reach(reach.standard, reach.scope)
        if reach.school and (now is None or reach not in counted(before)):
            continue  # a school's new document can change the grades that it answers for
        assert now is not None
        assert height(now) >= height(reach)
        assert (now.probability or 0) >= (reach.probability or 0)
        assert now.supporting >= reach.supporting
    for kind in Kind:
        assert after.tally(Scope(kind)).full >= before.tally(Scope(kind)).full


@given(districts(), documents("more.md"))
def test_adding_pd_leaves_units_as_they_were(district: list[Document], more: Document) -> None:
    before = measure_coverage(align(STANDARDS, *district))
    extra = replace(more, material=replace(more.material, kind=Kind.PD, school=""))
    after = measure_coverage(align(STANDARDS, *district, extra))
    of_units = [reach for reach in after.reaches if reach.kind is Kind.UNIT]
    assert of_units == [reach for reach in before.reaches if reach.kind is Kind.UNIT]


@given(districts(), probabilities, probabilities, probabilities, probabilities)
def test_raising_a_threshold_never_raises_coverage(
    district: list[Document], full: float, partial: float, more_full: float, more_partial: float
) -> None:
    low = Thresholds(full, partial)
    high = Thresholds(max(full, more_full), max(partial, more_partial))
    before = measure_coverage(align(STANDARDS, *district, thresholds=low))
    after = measure_coverage(align(STANDARDS, *district, thresholds=high))
    for reach, raised in zip(before.reaches, after.reaches, strict=True):
        assert height(raised) <= height(reach)
        assert raised.supporting <= reach.supporting


@given(districts(), st.randoms(use_true_random=False))
def test_input_order_never_matters(district: list[Document], order: random.Random) -> None:
    alignment = align(STANDARDS, *district)
    shuffled_documents = order.sample(district, len(district))
    other = align(STANDARDS, *shuffled_documents)
    rows = np.array(order.sample(range(len(other.links)), len(other.links)), dtype=np.intp)
    other = replace(other, links=other.links.where(rows))
    assert measure_coverage(other).reaches == measure_coverage(alignment).reaches


@given(districts())
def test_no_school_reaches_further_than_its_district(district: list[Document]) -> None:
    coverage = measure_coverage(align(STANDARDS, *district))
    for reach in counted(coverage):
        whole = coverage.reach(reach.standard, Scope(reach.kind))
        assert whole is not None
        assert height(reach) <= height(whole)
        assert (reach.probability or 0) <= (whole.probability or 0)


@given(districts(), st.sampled_from(["", "3", "4", "3-4"]))
def test_tallies_of_the_parts_add_up_to_the_whole(district: list[Document], answered: str) -> None:
    coverage = measure_coverage(align(STANDARDS, *district, grades=answered))
    for scope in map(Scope, Kind):
        halves = coverage.counted[::2], coverage.counted[1::2]
        assert coverage.tally(scope, halves[0]) + coverage.tally(scope, halves[1]) == coverage.tally(scope)
    expected = [s for s in STANDARDS if not read_grades(answered) or s.states(read_grades(answered))]
    assert set(coverage.standards) <= set(expected)


@given(districts())
def test_the_same_input_gives_the_same_rows(district: list[Document]) -> None:
    first, second = (measure_coverage(align(STANDARDS, *district)).rows() for _ in range(2))
    assert first == second
