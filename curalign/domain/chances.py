"""What documents reach by chance: how near they come to standards that no school teaches.

The best of five hundred passages is nearer to any standard than the best of eighty, and a wordy teacher's nearer than
a terse one's. How much nearer is measured in each district by decoys, as in target-decoy search (Elias and Gygi 2007):
statements of trades and arts outside school, judged against the same passages in competition with its own standards.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from curalign.domain.levels import Level
from curalign.domain.materials import Kind

Holder = tuple[Kind, str]
"""Documents of one kind and one school; "" are those that belong to no one school."""

Chances = Mapping[tuple[Holder, tuple[str, ...]], tuple[Level, ...]]
"""For documents of a holder that state the same grades: the level of each decoy, in the decoys' order."""


def combine(one: Chances, other: Chances) -> Chances:
    """Those of two parts of a district: the sum of each decoy's levels."""
    both = one.keys() & other.keys()
    return {**one, **other, **{key: sum_of_each((one[key], other[key])) for key in both}}


def sum_of_each(rows: Iterable[tuple[Level, ...]]) -> tuple[Level, ...]:
    """The sum of each decoy's levels in some rows; () of none."""
    return tuple(Level.total(column) for column in zip(*rows, strict=True))


def chance_level(decoys: tuple[Level, ...]) -> float | None:
    """The log-odds that a standard reaches by chance: the mean of the better half of the decoys; None without any.

    The better half, because most of what is not taught is not far from what is; a mean, because the best alone may be
    taught somewhere after all.
    """
    upper = sorted((level.log_odds for level in decoys), reverse=True)[: -(-len(decoys) // 2)]
    return sum(upper) / len(upper) if upper else None
