"""Agreement of raters, against vectors that were computed elsewhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curalign.metrics import cohen_kappa, measure_agreement, pairwise_agreement

TABLE = [[13, 0, 0], [0, 20, 7], [0, 4, 56]]
PARADOX = [[90, 5], [5, 0]]


def ratings(table: list[list[int]]) -> list[dict[str, int]]:
    """A table of counts, one rater's answers by row and the other's by column, as ratings."""
    return [{"a": i, "b": j} for i, row in enumerate(table) for j, n in enumerate(row) for _ in range(n)]


@pytest.mark.parametrize(
    ("table", "raw", "kappa", "ac1", "alpha"),
    [(TABLE, 0.89, 0.7964094, 0.8493, 0.7973), (PARADOX, 0.90, -0.053, 0.890, -0.0474)],
)
def test_known_vectors(table: list[list[int]], raw: float, kappa: float, ac1: float, alpha: float) -> None:
    found = measure_agreement(ratings(table))
    assert found is not None
    assert (found.raters, found.n) == (("a", "b"), 100)
    assert found.raw == pytest.approx(raw)
    assert found.kappa == pytest.approx(kappa, abs=5e-4)
    assert found.ac1 == pytest.approx(ac1, abs=1e-3)
    assert found.alpha == pytest.approx(alpha, abs=1e-4)


def test_kappa_to_seven_places() -> None:
    both = ratings(TABLE)
    assert cohen_kappa([r["a"] for r in both], [r["b"] for r in both]) == pytest.approx(0.7964094, abs=5e-8)


def test_answers_near_each_other_on_a_scale_disagree_less() -> None:
    near, far = ([1, 2, 3, 4], [2, 2, 3, 4]), ([1, 2, 3, 4], [4, 2, 3, 4])
    scale = {level: float(level) for level in (1, 2, 3, 4)}
    weighted = [cohen_kappa(*pair, weights=scale) for pair in (near, far)]
    assert weighted[0] is not None
    assert weighted[1] is not None
    assert weighted[0] > weighted[1]


def test_a_rater_who_gave_no_answer_is_passed_over() -> None:
    found = measure_agreement([{"a": 1, "b": 1, "c": 2}, {"a": 2, "b": 2}, {"c": 1}])
    assert found is not None
    assert found.n == 2
    assert found.raw == pytest.approx((1 / 3 + 1) / 2)
    assert [(pair.raters, pair.n, pair.raw) for pair in pairwise_agreement([{"a": 1, "b": 1, "c": 2}, {"c": 1}])] == [
        (("a", "b"), 1, 1),
        (("a", "c"), 1, 0),
        (("b", "c"), 1, 0),
    ]


def test_nothing_is_said_where_nothing_was_rated_twice() -> None:
    assert measure_agreement([{"a": 1}, {"b": 1}]) is None


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=2, max_size=40))
def test_who_is_named_first_makes_no_difference(pairs: list[tuple[int, int]]) -> None:
    one = measure_agreement([{"a": i, "b": j} for i, j in pairs])
    other = measure_agreement([{"a": j, "b": i} for i, j in pairs])
    assert one is not None
    assert other is not None
    for name in ("raw", "kappa", "ac1", "alpha"):
        assert getattr(one, name) == pytest.approx(getattr(other, name))


@given(st.lists(st.integers(0, 3), min_size=2, max_size=40))
def test_whoever_agrees_always_agrees_perfectly_however_measured(answers: list[int]) -> None:
    found = measure_agreement([{"a": answer, "b": answer} for answer in answers])
    assert found is not None
    assert {found.raw, found.ac1, *({found.kappa, found.alpha} - {None})} == {1.0}
