"""What every number counts: a list of standards with an address, so that a reader can follow the number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from curalign.domain.links import Strength
from curalign.domain.materials import Kind
from curalign.domain.verdicts import Verdict
from curalign.reporting.view import words
from curalign.reporting.view.values import Group, StandardRow, View


@dataclass(frozen=True, slots=True)
class Listing:
    """The standards behind one number; `back` is the section that the number stands in."""

    id: str
    title: str
    back: str
    rows: tuple[StandardRow, ...]


@dataclass(frozen=True, slots=True)
class TallyLine:
    """One row of a table of numbers: a name, and for each strength the list to follow."""

    name: str
    cells: tuple[tuple[Strength, Listing], ...]
    share: str
    total: int


def list_id(scope: str, at: int, kind: Kind, strength: Strength) -> str:
    """The address of the list behind one number."""
    return f"l-{scope}-{at}-{kind}-{strength}"


def tally_lines(scope: str, groups: Sequence[Group], kind: Kind) -> tuple[TallyLine, ...]:
    """The table of one kind, a line for each group that has such a kind."""
    return tuple(
        TallyLine(
            group.name,
            tuple((strength, _listing(scope, at, group, kind, strength)) for strength in Strength),
            words.share(group, kind),
            tally.total,
        )
        for at, group in enumerate(groups)
        if (tally := group.tally(kind)) is not None
    )


def totals(view: View) -> tuple[TallyLine, ...]:
    """The table of the whole district, a line for each kind."""
    return tuple(
        replace(line, name=words.kind(kind)) for kind in Kind for line in tally_lines("all", (view.total,), kind)
    )


def verdicts_on(view: View, kind: Kind) -> tuple[tuple[Verdict, Listing], ...]:
    """The standards behind each verdict; empty where there are no verdicts."""
    if kind not in view.total.counts:
        return ()
    return tuple((verdict, _judged(view, kind, verdict)) for verdict in Verdict)


def _judged(view: View, kind: Kind, verdict: Verdict) -> Listing:
    title = f"{words.kind(kind)}: {words.judged(verdict, kind)}"
    return Listing(f"l-judged-{kind}-{verdict}", title, "summary", view.total.judged(kind, verdict))


def cross_tabulate(view: View) -> tuple[tuple[Strength, tuple[tuple[Strength, Listing], ...]], ...]:
    """How curriculum (down) and PD (across) meet: a list of standards for each pair of strengths."""
    return tuple((unit, tuple((pd, _cross_listing(view, unit, pd)) for pd in Strength)) for unit in Strength)


def listings(view: View) -> Iterator[Listing]:
    """Every list that a number of the page points at, in the page's order."""
    for scope, groups in scopes(view):
        for kind in Kind:
            for line in tally_lines(scope, groups, kind):
                yield from (listing for _, listing in line.cells if listing.rows)
    for kind in Kind:
        yield from (listing for _, listing in verdicts_on(view, kind) if listing.rows)
    if view.has(Kind.PD):
        for _, cells in cross_tabulate(view):
            yield from (listing for _, listing in cells if listing.rows)


def scopes(view: View) -> tuple[tuple[str, tuple[Group, ...]], ...]:
    """The ways in which the page groups standards, by the name that addresses use."""
    return (("all", (view.total,)), ("grade", view.by_grade), ("strand", view.by_strand), ("school", view.by_school))


def _listing(scope: str, at: int, group: Group, kind: Kind, strength: Strength) -> Listing:
    title = f"{group.name}: {words.kind(kind)}, {words.strength(strength)}"
    back = "summary" if scope == "all" else scope
    return Listing(list_id(scope, at, kind, strength), title, back, group.where(kind, strength))


def _cross_listing(view: View, unit: Strength, pd: Strength) -> Listing:
    taught = view.total.where(Kind.UNIT, unit)
    rows = tuple(row for row in taught if (s := row.support(Kind.PD)) is not None and s.strength is pd)
    title = f"Curriculum {words.strength(unit)}, PD {words.strength(pd)}"
    return Listing(f"l-meet-{unit}-{pd}", title, "meet", rows)
