"""What documents reach by chance adds up, in any order, and never falls when documents come."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from curalign.domain.chances import Chances, chance_level, combine, sum_of_each
from curalign.domain.levels import Level
from curalign.domain.materials import Kind

levels = st.lists(
    st.tuples(st.integers(-9, 9).map(float), st.frozensets(st.integers(0, 9), max_size=3)), max_size=3
).map(Level.of)
rows = st.tuples(*[levels] * 4)
holders = st.tuples(st.sampled_from(list(Kind)), st.sampled_from(["", "North"]))
chances = st.dictionaries(st.tuples(holders, st.sampled_from([(), ("3",)])), rows, max_size=4)


@given(chances, chances, chances)
def test_parts_add_up_in_any_order(one: Chances, other: Chances, third: Chances) -> None:
    assert combine(combine(one, other), third) == combine(one, combine(third, other))
    assert combine(one, {}) == combine({}, one) == one
    assert combine(one, one) == one


@given(st.lists(rows, min_size=1, max_size=4), rows)
def test_more_documents_never_lower_it(some: list[tuple[Level, ...]], more: tuple[Level, ...]) -> None:
    before, after = (chance_level(sum_of_each(each)) for each in (some, [*some, more]))
    assert before is not None
    assert after is not None
    assert before <= after + 1e-9


def test_it_is_the_mean_of_the_better_half() -> None:
    few = tuple(Level.of([(odds, frozenset())]) for odds in (-4.0, -1.0, -9.0, -2.0))
    assert chance_level(few) == -1.5
    assert chance_level(few[:1]) == -4.0
    assert chance_level(()) is None
