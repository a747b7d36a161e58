"""What a plan must keep to, one function each, and the tuple of them. Another constraint is another function in it."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from curalign.planning.problem import Problem, Row, may_come

Constraint = Callable[[Problem], Iterator[Row]]


def hours(problem: Problem) -> Iterator[Row]:
    """All sessions together take no more hours than there are."""
    if problem.limits.hours is not None:
        yield Row({problem.held(at): o.hours for at, o in enumerate(problem.options)}, -math.inf, problem.limits.hours)


def money(problem: Problem) -> Iterator[Row]:
    """All sessions together cost no more than there is."""
    if problem.limits.money is not None:
        yield Row({problem.held(at): o.cost for at, o in enumerate(problem.options)}, -math.inf, problem.limits.money)


def capacity(problem: Problem) -> Iterator[Row]:
    """No session takes more teachers than it has seats, where both are stated."""
    for at, option in enumerate(problem.options):
        seats = {problem.comes(at, k): problem.seats(name) for k, name in enumerate(problem.schools)}
        known = {variable: float(number) for variable, number in seats.items() if number is not None}
        if option.capacity is not None and known:
            yield Row(known, -math.inf, option.capacity)


def blocks(problem: Problem) -> Iterator[Row]:
    """Of the sessions of one staffing block only one is held."""
    together: dict[str, list[int]] = defaultdict(list)
    for at, option in enumerate(problem.options):
        if option.block:
            together[option.block.casefold()].append(at)
    for options in together.values():
        yield Row({problem.held(at): 1.0 for at in options}, -math.inf, 1)


def prerequisites(problem: Problem) -> Iterator[Row]:
    """A session is held, and a school comes to it, only with the sessions that it requires."""
    number = {option.title.casefold(): at for at, option in enumerate(problem.options)}
    for at, option in enumerate(problem.options):
        for title in option.requires:
            before = number.get(title.casefold())
            if before is None or before == at:
                continue
            yield Row({problem.held(at): 1.0, problem.held(before): -1.0}, -math.inf, 0)
            for school in range(len(problem.schools)):
                yield Row({problem.comes(at, school): 1.0, problem.comes(before, school): -1.0}, -math.inf, 0)


def schools(problem: Problem) -> Iterator[Row]:
    """Every school comes to a session, where that is asked for."""
    if problem.limits.each_school:
        for school in range(len(problem.schools)):
            yield Row({problem.comes(at, school): 1.0 for at in range(len(problem.options))}, 1, math.inf)


def equity(problem: Problem) -> Iterator[Row]:
    """In every school at least the asked share of what is open is closed."""
    if problem.limits.equity > 0:
        for coefficients, opened in closed_in_schools(problem):
            yield Row(coefficients, problem.limits.equity * opened, math.inf)


def closed_in_schools(problem: Problem) -> Iterator[tuple[dict[int, float], float]]:
    """For each school what its variables close, and how much is open there."""
    for school in problem.schools:
        opened = sum(gap.pupils for gap in problem.gaps if gap.school == school)
        closing = {
            problem.closes(pair): float(problem.worth[pair])
            for pair, (_, gap) in enumerate(problem.pairs)
            if problem.gaps[gap].school == school
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


def attendance(problem: Problem) -> Iterator[Row]:
    """A school comes only to what is held and open to it, and nothing is held for nobody."""
    everyone = range(len(problem.schools))
    for at, option in enumerate(problem.options):
        for school in everyone:
            if may_come(option, problem.schools[school]):
                yield Row({problem.comes(at, school): 1.0, problem.held(at): -1.0}, -math.inf, 0)
            else:
                yield Row({problem.comes(at, school): 1.0}, 0, 0)
        yield Row({problem.held(at): 1.0} | {problem.comes(at, k): -1.0 for k in everyone}, -math.inf, 0)


def once(problem: Problem) -> Iterator[Row]:
    """A gap is closed only where the school comes, and counts once, by the session that supports it best."""
    closing: dict[int, list[int]] = defaultdict(list)
    for pair, (at, gap) in enumerate(problem.pairs):
        school = problem.school_at(problem.gaps[gap].school)
        yield Row({problem.closes(pair): 1.0, problem.comes(at, school): -1.0}, -math.inf, 0)
        closing[gap].append(pair)
    for pairs in closing.values():
        if len(pairs) > 1:
            yield Row({problem.closes(pair): 1.0 for pair in pairs}, -math.inf, 1)


STRUCTURE: tuple[Constraint, ...] = (attendance, once)
"""Those that say what a plan is."""
