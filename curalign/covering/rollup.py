"""A parent (strand, cluster, standard with lettered components) is what its children make of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from curalign.domain.links import Link, Strength
from curalign.domain.standards import Framework, Standard
from curalign.domain.summaries import LinkSummary, best_of


def find_offspring(framework: Framework, standards: Sequence[Standard]) -> dict[str, list[Standard]]:
    """Parent's id -> all that is below it among `standards`, at any depth.

    Practices weigh only where there is nothing else below, because they are reported apart.
    """
    below: dict[str, list[Standard]] = {}
    for standard in standards:
        for ancestor in framework.ancestors(standard):
            below.setdefault(ancestor.id, []).append(standard)
    return {parent: [s for s in inner if not s.is_practice] or inner for parent, inner in below.items()}


def roll_up_strength(supporting: int, leaves: Sequence[Strength]) -> Strength:
    """Full if all leaves are, partial if anything reaches the parent or something below it, else none or unknown.

    Unknown wins over none: what could not be judged may well be taught.
    """
    if leaves and all(strength is Strength.FULL for strength in leaves):
        return Strength.FULL
    if supporting:
        return Strength.PARTIAL
    return Strength.UNKNOWN if Strength.UNKNOWN in leaves else Strength.NONE


def best_below(
    summaries: Sequence[LinkSummary], key: Callable[[Link], tuple[object, ...]]
) -> tuple[tuple[Link, ...], int]:
    """A parent's links are the best of its own and of all below it; supporting ones add up."""
    return best_of((found.shown for found in summaries), key), sum(found.supporting for found in summaries)


def leaves_of(parent: Standard, offspring: Mapping[str, Sequence[Standard]]) -> list[Standard]:
    """Those below a parent that have nothing below them."""
    return [s for s in offspring.get(parent.id, ()) if s.id not in offspring]
