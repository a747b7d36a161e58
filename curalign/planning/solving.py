"""The best plan, by HiGHS: proven, or with what it may be short of; and which limit to loosen where there is none."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from curalign.domain.plans import Limits
from curalign.planning.constraints import CONSTRAINTS, STRUCTURE, closed_in_schools
from curalign.planning.problem import Problem, Row

Numbers = NDArray[np.float64]
SECONDS = 30.0
"""How long the solver may look for a proof."""
_UNITS = 1e6
"""What all open gaps together are worth in whole numbers, so that what differs by less is a tie."""
_FEASIBLE = (0, 1)


@dataclass(frozen=True, slots=True)
class Solution:
    """Which options are held, who comes, how far each pair closes its gap; and `best`, what no plan can be above."""

    held: frozenset[int]
    comes: frozenset[tuple[int, int]]
    closes: tuple[int, ...]
    pupils: float
    best: float


def solve(problem: Problem, without: Collection[str] = ()) -> Solution | None:
    """The plan that closes most; of those that close as much, the one that costs less, then takes fewer hours.

    Args:
        problem: The options and what there is to close.
        without: Names of constraints that are left out.

    Returns:
        The plan; None where none keeps to the constraints.

    """
    gains = np.zeros(problem.size)
    start = problem.closes(0)
    scale = _UNITS / problem.open if problem.open else 0.0
    gains[start:] = np.round(problem.worth * scale)
    found = _optimise(problem, -gains + _ties(problem), without)
    if found is None:
        return None
    values, bound = found
    closed = tuple(np.flatnonzero(values[start:] > 0.5).tolist())
    pupils = float(problem.worth[list(closed)].sum()) if closed else 0.0
    best = max(pupils, np.floor(-bound + 1) / scale) if scale and -bound > gains @ values + 0.5 else pupils
    return Solution(
        frozenset(np.flatnonzero(values[: len(problem.options)] > 0.5).tolist()),
        frozenset(
            (at, school)
            for at in range(len(problem.options))
            for school in range(len(problem.schools))
            if values[problem.comes(at, school)] > 0.5
        ),
        closed,
        pupils,
        float(best),
    )


def _ties(problem: Problem) -> Numbers:
    """Less than one unit for all options together: cost first, then hours, then the order of titles."""
    ties = np.zeros(problem.size)
    many = len(problem.options)
    if not many:
        return ties
    costs, hours = (np.array([getattr(o, name) for o in problem.options], float) for name in ("cost", "hours"))
    for weights, most in ((costs, 0.5), (hours, 0.1), (np.arange(1, many + 1, dtype=float), 0.01)):
        if weights.sum():
            ties[:many] += most * weights / weights.sum()
    ties[many : problem.closes(0)] = 0.001 / max(problem.closes(0) - many, 1)
    return ties


def _optimise(problem: Problem, costs: Numbers, without: Collection[str]) -> tuple[Numbers, float] | None:
    """The variables of the least cost, and the least cost that is possible; None where nothing is feasible."""
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import coo_array

    if not problem.options:
        return None if problem.limits.each_school and "schools" not in without else (np.zeros(problem.size), 0.0)
    rows = [row for name, of in CONSTRAINTS.items() if name not in without for row in of(problem)]
    rows += [row for of in STRUCTURE for row in of(problem)]
    entries = [(at, column, value) for at, row in enumerate(rows) for column, value in row.coefficients.items()]
    if any(not row.coefficients and row.low > 0 for row in rows):
        return None
    line, column, value = (np.array(part) for part in zip(*entries, strict=True))
    matrix = coo_array((value, (line, column)), shape=(len(rows), problem.size)).tocsr()
    # Only what people decide must be whole: given that, the best way to count closed gaps is whole by itself.
    whole = np.zeros(problem.size)
    whole[: problem.closes(0)] = 1
    answer = milp(
        costs,
        integrality=whole,
        bounds=Bounds(0, 1),
        constraints=LinearConstraint(matrix, [row.low for row in rows], [row.high for row in rows]),
        options={"time_limit": SECONDS, "mip_rel_gap": 0.0},
    )
    if answer.status not in _FEASIBLE or answer.x is None:
        return None
    bound = answer.mip_dual_bound if answer.mip_dual_bound is not None else answer.fun
    return np.asarray(answer.x), float(bound)


@dataclass(frozen=True, slots=True)
class Loosen:
    """Which limit to loosen so that there is a plan, and to what; `needed` is None where it has no number."""

    limit: str
    needed: float | None = None


def what_to_loosen(problem: Problem) -> Loosen:
    """The one limit that keeps every plan out, of hours, money and the others in that order.

    Args:
        problem: One without a plan.

    Returns:
        The limit, with the least that would do where it is a number; `several` where no single one is in the way.

    """
    for name in CONSTRAINTS:
        if solve(problem, (name,)) is not None:
            return Loosen(name, _needed(problem, name))
    return Loosen("several")


def _needed(problem: Problem, name: str) -> float | None:
    """The least hours or money, or the greatest share of open need in every school, with the other limits kept."""
    costs = np.zeros(problem.size)
    if name in ("hours", "money"):
        field = "hours" if name == "hours" else "cost"
        costs[: len(problem.options)] = [getattr(option, field) for option in problem.options]
        found = _optimise(problem, costs, (name,))
        return None if found is None else float(costs @ np.round(found[0]))
    return _most_equal(problem) if name == "equity" else None


def _most_equal(problem: Problem) -> float:
    """The greatest equity, in whole percent, that has a plan."""
    low, high = 0, 100
    while low < high:
        middle = (low + high + 1) // 2
        tried = replace(problem, limits=replace(problem.limits, equity=middle / 100))
        low, high = (middle, high) if solve(tried) is not None else (low, middle - 1)
    return low / 100
