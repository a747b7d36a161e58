"""What only some reports show is made when one of them shows it, once, and is then as a tuple is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest

from curalign.reporting.view.later import Later
from curalign.reporting.view.plain import Printable


class Made:
    """Gives three numbers, and counts how often it was asked."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> Iterator[int]:
        self.times += 1
        return iter((1, 2, 3))


@dataclass(frozen=True, slots=True)
class Holder(Printable):
    name: str
    numbers: Later[int]


def test_nothing_is_made_before_somebody_looks() -> None:
    made = Made()
    shown = Holder("a\x00b", Later(made))
    again = replace(shown, name="c")
    assert (shown.name, made.times) == ("ab", 0)
    assert again.numbers is shown.numbers
    assert again.numbers == shown.numbers
    assert made.times == 0


def test_it_is_made_once() -> None:
    made = Made()
    numbers = Later(made)
    assert (list(numbers), numbers[0], len(numbers), made.times) == ([1, 2, 3], 1, 3, 1)


def test_it_is_as_a_tuple_is() -> None:
    numbers, none = Later(Made()), Later[int](tuple)
    assert numbers == (1, 2, 3) == numbers
    assert numbers == Later(Made())
    assert numbers != [1, 2, 3]
    assert hash(numbers) == hash((1, 2, 3))
    assert repr(numbers) == "(1, 2, 3)"
    assert (numbers[1:], numbers[-1], 2 in numbers, numbers.index(3)) == ((2, 3), 3, True, 2)
    assert (bool(numbers), bool(none), none == ()) == (True, False, True)
    with pytest.raises(IndexError):
        numbers[3]
