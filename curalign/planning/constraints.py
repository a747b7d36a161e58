"""What a plan must keep to, one function each, and the tuple of them. Another constraint is another function in it."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from curalign.planning.program import Program, Row, may_come

Constraint = Callable[[Program], Iterator[Row]]


def hours(program: Program) -> Iterator[Row]:
    """All sessions together take no more hours than there are."""
    if program.limits.hours is not None:
        yield Row({program.held(at): o.hours for at, o in enumerate(program.options)}, -math.inf, program.limits.hours)


def money(program: Program) -> Iterator[Row]:
    """All sessions together cost no more than there is."""
    if program.limits.money is not None:
        yield Row({program.held(at): o.cost for at, o in enumerate(program.options)}, -math.inf, program.limits.money)


def capacity(program: Program) -> Iterator[Row]:
    """No session takes more teachers than it has seats, where both are stated."""
    for at, option in enumerate(program.options):
        seats = {program.comes(at, k): program.seats(name) for k, name in enumerate(program.schools)}
        known = {variable: float(number) for variable, number in seats.items() if number is not None}
        if option.capacity is not None and known:
            yield Row(known, -math.inf, option.capacity)


def blocks(program: Program) -> Iterator[Row]:
    """Of the sessions of one staffing block only one is held."""
    together: dict[str, list[int]] = defaultdict(list)
    for at, option in enumerate(program.options):
        if option.block:
            together[option.block.casefold()].append(at)
    for options in together.values():
        yield Row({program.held(at): 1.0 for at in options}, -math.inf, 1)


def prerequisites(program: Program) -> Iterator[Row]:
    """A session is held, and a school comes to it, only with the sessions that it requires."""
    number = {option.title.casefold(): at for at, option in enumerate(program.options)}
    for at, option in enumerate(program.options):
        for title in option.requires:
            before = number.get(title.casefold())
            if before is None or before == at:
                continue
            yield Row({program.held(at): 1.0, program.held(before): -1.0}, -math.inf, 0)
            for school in range(len(program.schools)):
                yield Row({program.comes(at, school): 1.0, program.comes(before, school): -1.0}, -math.inf, 0)


def schools(program: Program) -> Iterator[Row]:
    """Every school comes to a session, where that is asked for."""
    if program.limits.each_school:
        for school in range(len(program.schools)):
            yield Row({program.comes(at, school): 1.0 for at in range(len(program.options))}, 1, math.inf)


def equity(program: Program) -> Iterator[Row]:
    """In every school at least the asked share of what is open is closed."""
    if program.limits.equity > 0:
        for coefficients, opened in closed_in_schools(program):
            yield Row(coefficients, program.limits.equity * opened, math.inf)


def closed_in_schools(program: Program) -> Iterator[tuple[dict[int, float], float]]:
    """For each school what its variables close, and how much is open there."""
    for school in program.schools:
        opened = sum(gap.pupils for gap in program.gaps if gap.school == school)
        closing = {
            program.closes(pair): float(program.worth[pair])
            for pair, (_, gap) in enumerate(program.pairs)
            if program.gaps[gap].school == school
        }
        yield closing, opened


CONSTRAINTS: Mapping[str, Constraint] = {
    "hours": hours,
    "money": money,
    "capacity": capacity,
    "blocks": blocks,
    "prerequisites": prerequisites,
    "schools": schools,
    "equity": equity,
}
"""Those that a district can loosen, by the name that a sentence has for it."""


def attendance(program: Program) -> Iterator[Row]:
    """A school comes only to what is held and open to it, and nothing is held for nobody."""
    everyone = range(len(program.schools))
    for at, option in enumerate(program.options):
        for school in everyone:
            if may_come(option, program.schools[school]):
                yield Row({program.comes(at, school): 1.0, program.held(at): -1.0}, -math.inf, 0)
            else:
                yield Row({program.comes(at, school): 1.0}, 0, 0)
        yield Row({program.held(at): 1.0} | {program.comes(at, k): -1.0 for k in everyone}, -math.inf, 0)


def once(program: Program) -> Iterator[Row]:
    """A gap is closed only where the school comes, and counts once, by the session that supports it best."""
    closing: dict[int, list[int]] = defaultdict(list)
    for pair, (at, gap) in enumerate(program.pairs):
        school = program.school_at(program.gaps[gap].school)
        yield Row({program.closes(pair): 1.0, program.comes(at, school): -1.0}, -math.inf, 0)
        closing[gap].append(pair)
    for pairs in closing.values():
        if len(pairs) > 1:
            yield Row({program.closes(pair): 1.0 for pair in pairs}, -math.inf, 1)


STRUCTURE: tuple[Constraint, ...] = (attendance, once)
"""Those that say what a plan is."""
