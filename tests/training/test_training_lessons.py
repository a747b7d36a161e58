"""What an encoder learns from in one step, and the loss that it learns by."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curalign.domain.labels import LabelledSet, LabelledText
from curalign.domain.standards import Framework, Standard
from curalign.training.contrast import contrast
from curalign.training.lessons import WINDOW, Asked, Batch, Choice, Lesson, Sizes, batches, choices_of, lessons_of

STANDARDS = Framework(
    (
        Standard("k", "3.K", "Measurement", "F", ("3",)),
        Standard("a", "3.K.a", "Measure lengths", "F", ("3",), parent="k"),
        Standard("b", "3.K.b", "Tell time", "F", ("3",), parent="k"),
        Standard("c", "3.C", "Find areas", "F", ("3",)),
        Standard("d", "4.D", "Draw angles", "F", ("4",)),
    )
)


def labelled(*texts: tuple[str, str]) -> LabelledSet:
    rows = tuple(LabelledText(text, frozenset(codes.split())) for text, codes in texts)
    return LabelledSet("ours", STANDARDS, rows, frozenset())


TEXTS = st.tuples(
    st.sampled_from(["Ropes.", "Clocks. " * 300, "Tiles."]), st.sampled_from(["3.K.a", "3.K.b 3.C", "4.D"])
)


@given(st.lists(TEXTS, min_size=2), st.integers(0, 5))
def test_every_right_answer_is_among_the_choices_and_windows_are_few(texts: list[tuple[str, str]], seed: int) -> None:
    sets = [labelled(*texts)]
    lessons = lessons_of(sets)
    choices = choices_of(sets, lessons)
    sizes = Sizes(texts=4, choices=2, windows=2)
    made = batches(lessons, choices, sizes, seed)
    assert made == batches(lessons, choices, sizes, seed)
    for batch in made:
        there = {choice.id for choice in batch.choices}
        assert {asked.standard for asked in batch.asked} <= there
        assert all(asked.standard in asked.lesson.right for asked in batch.asked)
        assert all(0 < len(asked.windows) <= 2 for asked in batch.asked)
        assert len({asked.lesson.pool for asked in batch.asked}) == 1
        assert len(batch.asked) <= 4


def test_a_lesson_is_compared_with_its_grade_and_long_ones_are_cut() -> None:
    sets = [labelled(("Rope " * 250, "3.K.a"), ("Angles", "4.D"))]
    lessons = lessons_of(sets)
    choices = choices_of(sets, lessons)
    assert all(len(window.split()) <= WINDOW for window in lessons[0].windows)
    assert " ".join(lessons[0].windows) == ("Rope " * 250).strip()
    assert {choice.id for choice in choices[lessons[0].pool]} == {"a", "b", "c"}  # no heading, no other grade


def test_a_large_source_drowns_no_small_one() -> None:
    sets = [labelled(*[(f"Rope {n}", "3.K.a") for n in range(50)]), labelled(("Tiles", "3.C"), ("Floors", "3.C"))]
    lessons = lessons_of(sets)
    (batch, *_) = batches(lessons, choices_of(sets, lessons), Sizes(of_source=2), 0)
    assert sorted(asked.lesson.source for asked in batch.asked) == [0, 0, 1, 1]


def batch_of(*taught: str, windows: int = 1) -> Batch:
    pool = (0, ("3",))
    lessons = [Lesson(("w",) * windows, (standard,), pool, 0) for standard in taught]
    choices = [Choice(at, f"states {at}", frozenset((at, "k" if at in "ab" else at))) for at in ("a", "b", "c")]
    return Batch(tuple(Asked(each, each.windows, each.right[0]) for each in lessons), tuple(choices))


def test_who_is_near_its_standard_loses_less() -> None:
    torch = pytest.importorskip("torch")
    batch, choices = batch_of("a", "c"), torch.eye(3)
    right = contrast(batch, torch.eye(3)[[0, 2]], choices, 25.0)
    wrong = contrast(batch, torch.eye(3)[[1, 0]], choices, 25.0)
    assert 0 <= right < 0.01 < wrong


def test_a_window_about_something_else_is_no_fault() -> None:
    torch = pytest.importorskip("torch")
    batch = batch_of("a", "c", windows=2)
    one_of_two = torch.eye(3)[[0, 1, 2, 1]].requires_grad_()
    loss = contrast(batch, one_of_two, torch.eye(3), 25.0)
    loss.backward()
    assert loss < 1.0  # half of what each lesson says is right
    slopes = one_of_two.grad.norm(dim=1)
    assert torch.isfinite(slopes).all()


def test_what_a_lesson_teaches_as_well_is_not_held_against_it() -> None:
    torch = pytest.importorskip("torch")
    pool = (0, ("3",))
    both = Lesson(("w",), ("a", "b"), pool, 0)
    other = Lesson(("w",), ("c",), pool, 0)
    choices = batch_of("a").choices
    batch = Batch((Asked(both, both.windows, "a"), Asked(other, other.windows, "c")), choices)
    between = torch.nn.functional.normalize(torch.tensor([[1.0, 1.0, 0.0], [0.0, 0.0, 1.0]]), dim=1)
    assert contrast(batch, between, torch.eye(3), 25.0) < 0.01
