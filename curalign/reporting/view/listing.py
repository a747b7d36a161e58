"""What every number counts: a list of standards with an address, so that a reader can follow the number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from curalign.domain.links import Strength
from curalign.domain.materials import Kind
from curalign.domain.verdicts import Verdict
from curalign.reporting.view.levels import Level, Mark, level, levels, mark, standards_at
from curalign.reporting.view.values import Group, StandardRow, View
from curalign.reporting.view.words import kind as kind_name
from curalign.reporting.view.words import share


@dataclass(frozen=True, slots=True)
class Listing:
    """The standards behind one number; `back` is the section that the number stands in."""

    id: str
    title: str
    back: str
    rows: tuple[StandardRow, ...]


@dataclass(frozen=True, slots=True)
class TallyLine:
    """One group in a table of numbers, for one kind of document: for each level the list to follow."""

    name: str
    kind: Kind
    cells: tuple[tuple[Mark, Listing], ...]
    share: str
    total: int


def list_id(scope: str, at: int, kind: Kind, what: Level) -> str:
    """The address of the list behind one number."""
    return f"l-{scope}-{at}-{kind}-{what}"


def tally_lines(view: View, scope: str, groups: Sequence[Group], kind: Kind) -> tuple[TallyLine, ...]:
    """The table of one kind, a line for each group that has such a kind."""
    return tuple(
        _line(view, scope, at, group, kind, levels(view, kind))
        for at, group in enumerate(groups)
        if group.tally(kind) is not None
    )


def totals(view: View) -> tuple[TallyLine, ...]:
    """The whole district by strength, a line for each kind."""
    return tuple(
        replace(_line(view, "all", 0, view.total, kind, tuple(Strength)), name=kind_name(kind, view.language))
        for kind in view.kinds
    )


def whole(view: View, kind: Kind) -> TallyLine:
    """The whole district as its headline counts it, by verdict or by strength."""
    if kind not in view.total.counts:
        return _line(view, "all", 0, view.total, kind, tuple(Strength))
    cells = ((mark(verdict, kind, view.language), listed) for verdict, listed in verdicts_on(view, kind))
    shown = tuple((one, listed) for one, listed in cells if one.name in levels(view, kind))
    return TallyLine(view.total.name, kind, shown, share(view.total, kind, view.language), len(view.counted))


def _line(view: View, scope: str, at: int, group: Group, kind: Kind, what: Sequence[Level]) -> TallyLine:
    cells = tuple((mark(one, kind, view.language), _listing(view, scope, at, group, kind, one)) for one in what)
    tally = group.tally(kind)
    return TallyLine(group.name, kind, cells, share(group, kind, view.language), tally.total if tally else 0)


def verdicts_on(view: View, kind: Kind) -> tuple[tuple[Verdict, Listing], ...]:
    """The standards behind each verdict; empty where there are no verdicts."""
    if kind not in view.total.counts:
        return ()
    return tuple((verdict, _judged(view, kind, verdict)) for verdict in Verdict)


def _judged(view: View, kind: Kind, verdict: Verdict) -> Listing:
    title = f"{kind_name(kind, view.language)}: {mark(verdict, kind, view.language).word}"
    back = "summary" if kind is Kind.UNIT else "pd"
    return Listing(f"l-judged-{kind}-{verdict}", title, back, view.total.judged(kind, verdict))


def cross_tabulate(view: View) -> tuple[tuple[Mark, tuple[tuple[Mark, Listing], ...]], ...]:
    """How curriculum (down) and PD (across) meet: a list of standards for each pair of levels."""
    return tuple(
        (
            mark(unit, Kind.UNIT, view.language),
            tuple((mark(pd, Kind.PD, view.language), _cross_listing(view, unit, pd)) for pd in levels(view, Kind.PD)),
        )
        for unit in levels(view, Kind.UNIT)
    )


def listings(view: View) -> Iterator[Listing]:
    """Every list that a number of the page points at, in the page's order."""
    for line in totals(view):
        yield from (listing for _, listing in line.cells if listing.rows)
    for scope, groups in compared(view):
        for kind in Kind:
            for line in tally_lines(view, scope, groups, kind):
                yield from (listing for _, listing in line.cells if listing.rows)
    for kind in Kind:
        yield from (listing for _, listing in verdicts_on(view, kind) if listing.rows)
    if view.has(Kind.PD):
        for _, cells in cross_tabulate(view):
            yield from (listing for _, listing in cells if listing.rows)


def scopes(view: View) -> tuple[tuple[str, tuple[Group, ...]], ...]:
    """The ways in which a table groups standards, by the name that addresses use."""
    return (("all", (view.total,)), ("grade", view.by_grade), ("strand", view.by_strand), ("school", view.by_school))


def compared(view: View) -> tuple[tuple[str, tuple[Group, ...]], ...]:
    """The ways of grouping that have something to compare."""
    ways = (("subject", view.by_subject), *scopes(view)[1:])
    return tuple((scope, groups) for scope, groups in ways if len(groups) > 1)


def _listing(view: View, scope: str, at: int, group: Group, kind: Kind, what: Level) -> Listing:
    title = f"{group.name}: {kind_name(kind, view.language)}, {mark(what, kind, view.language).word}"
    back = "strengths" if scope == "all" else scope
    return Listing(list_id(scope, at, kind, what), title, back, standards_at(group, kind, what))


def _cross_listing(view: View, unit: Level, pd: Level) -> Listing:
    taught = standards_at(view.total, Kind.UNIT, unit)
    rows = tuple(row for row in taught if (s := row.support(Kind.PD)) is not None and level(s) is pd)
    titles = (
        f"{kind_name(kind, view.language)}: {mark(what, kind, view.language).word}"
        for kind, what in ((Kind.UNIT, unit), (Kind.PD, pd))
    )
    return Listing(f"l-meet-{unit}-{pd}", "; ".join(titles), "meet", rows)
