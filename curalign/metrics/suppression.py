"""Which cells of a table of pupils must be hidden so that no small group's result can be worked out from the others.

Primary suppression hides what stands on too few pupils; complementary suppression hides as many more cells as it takes
so that no hidden one follows from totals (Willenborg and de Waal 2001, *Elements of Statistical Disclosure Control*,
chapter 4; the U.S. Department of Education's PTAC, *Best practices for data aggregation and suppression*).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Generic, TypeVar

import numpy as np

K = TypeVar("K")
_MAX_OVERLAPPING = 12
_ZERO = 1e-9


@dataclass(frozen=True, slots=True)
class Relation(Generic[K]):
    """A whole that its parts add up to, together with `rest` pupils of whom no cell tells."""

    whole: K
    parts: tuple[K, ...]
    rest: int = 0


def relations_between(whole: K, parts: Mapping[K, int], size: int, *, apart: bool) -> Iterator[Relation[K]]:
    """How somebody could subtract parts from a whole.

    Args:
        whole: The cell of everybody.
        parts: The cells within it, and how many pupils each has.
        size: How many pupils the whole has.
        apart: Whether no pupil is in two parts, as in schools. Groups may overlap: then every one is subtracted by
            itself, and every set of them that adds up to the whole.

    Yields:
        Each way.

    """
    names = [part for part, n in parts.items() if n > 0]
    total = sum(parts[name] for name in names)
    if names and (apart or total <= size):
        yield Relation(whole, tuple(names), max(size - total, 0))
    if apart:
        return
    for name in names:
        yield Relation(whole, (name,), max(size - parts[name], 0))
    if total <= size or len(names) > _MAX_OVERLAPPING:
        return
    for many in range(2, len(names)):
        for some in combinations(names, many):
            if sum(parts[name] for name in some) == size:
                yield Relation(whole, some)


def hidden_cells(sizes: Mapping[K, int], relations: Sequence[Relation[K]], minimum: int) -> frozenset[K]:
    """The cells that must not be told.

    Args:
        sizes: How many pupils stand behind each cell.
        relations: How cells add up.
        minimum: The fewest pupils that may be told of.

    Returns:
        Those with fewer, and as many more as it takes so that neither a hidden cell nor a difference of fewer than
        `minimum` pupils follows from what is left.

    """
    hidden = {cell for cell, n in sizes.items() if n < minimum}
    while True:
        leak = next((one for one in relations if _leaks(one, sizes, hidden, minimum)), None)
        leak = leak or next(_solved(relations, hidden), None)
        if leak is None:
            return frozenset(hidden)
        # The smallest of the parts: it costs the reader least. The whole, where none is left.
        left = [part for part in leak.parts if part not in hidden] or [leak.whole]
        hidden.add(min(left, key=lambda cell: sizes[cell]))


def _leaks(relation: Relation[K], sizes: Mapping[K, int], hidden: set[K], minimum: int) -> bool:
    """Whether this relation by itself tells of a hidden cell, or of too few pupils."""
    lost = [part for part in relation.parts if part in hidden]
    if relation.whole in hidden:
        return not lost and not relation.rest
    if not lost and not relation.rest:
        return False
    is_computed = len(lost) == 1 and not relation.rest
    return is_computed or sum(sizes[part] for part in lost) + relation.rest < minimum


def _solved(relations: Sequence[Relation[K]], hidden: set[K]) -> Iterator[Relation[K]]:
    """Relations in which a hidden cell stands that follows from several of them together, and something is left."""
    known = _determined(relations, sorted(hidden, key=str))
    for relation in relations:
        members = (relation.whole, *relation.parts)
        if not known.isdisjoint(members) and not hidden.issuperset(members):
            yield relation


def _determined(relations: Sequence[Relation[K]], cells: Sequence[K]) -> set[K]:
    """The hidden cells that have one value only: those that no vector of the null space moves."""
    if not cells or not relations:
        return set()
    column = {cell: at for at, cell in enumerate(cells)}
    rows = np.zeros((len(relations), len(cells) + len(relations)))
    for at, relation in enumerate(relations):
        for part in (part for part in relation.parts if part in column):
            rows[at, column[part]] = 1
        if relation.whole in column:
            rows[at, column[relation.whole]] = -1
        rows[at, len(cells) + at] = 1 if relation.rest else 0
    _, lengths, basis = np.linalg.svd(rows)
    free = np.abs(basis[int((lengths > _ZERO).sum()) :]).max(axis=0, initial=0.0)
    return {cell for cell, at in column.items() if free[at] < _ZERO}
