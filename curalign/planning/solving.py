"""The best plan, by HiGHS: proven, or with what it may be short of; and which limit to loosen where there is none."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from curalign.errors import RunError
from curalign.planning.constraints import CONSTRAINTS, STRUCTURE
from curalign.planning.program import Program

Numbers = NDArray[np.float64]
SECONDS = 30.0
"""How long the solver may look for a proof."""
_UNITS = 1e6
"""What all open gaps together are worth in whole numbers, so that what differs by less is a tie."""
_OUT_OF_TIME = 1


@dataclass(frozen=True, slots=True)
class Solution:
    """Which options are held, who comes, how far each pair closes its gap; and `best`, what no plan can be above."""

    held: frozenset[int]
    comes: frozenset[tuple[int, int]]
    closes: tuple[int, ...]
    pupils: float
    best: float


def solve(program: Program, without: Collection[str] = (), seconds: float = SECONDS) -> Solution | None:
    """The plan that closes most; of those that close as much, the one that costs less, then takes fewer hours.

    Args:
        program: The options and what there is to close.
        without: Names of constraints that are left out.
        seconds: How long the solver may look for a proof.

    Returns:
        The plan; None where none keeps to the constraints.

    Raises:
        RunError: The time was not enough to find any plan.

    """
    gains = np.zeros(program.size)
    start = program.closes(0)
    scale = _UNITS / program.open if program.open else 0.0
    gains[start:] = np.round(program.worth * scale)
    found = _optimise(program, -gains + _ties(program), without, seconds)
    if found is None:
        return None
    values, bound = found
    closed = tuple(np.flatnonzero(values[start:] > 0.5).tolist())
    pupils = float(program.worth[list(closed)].sum()) if closed else 0.0
    best = max(pupils, np.floor(-bound + 1) / scale) if scale and -bound > gains @ values + 0.5 else pupils
    return Solution(
        frozenset(np.flatnonzero(values[: len(program.options)] > 0.5).tolist()),
        frozenset(
            (at, school)
            for at in range(len(program.options))
            for school in range(len(program.schools))
            if values[program.comes(at, school)] > 0.5
        ),
        closed,
        pupils,
        float(best),
    )


def _ties(program: Program) -> Numbers:
    """Less than one unit for all options together: cost first, then hours, then the order of titles."""
    ties = np.zeros(program.size)
    many = len(program.options)
    if not many:
        return ties
    costs, hours = (np.array([getattr(o, name) for o in program.options], float) for name in ("cost", "hours"))
    for weights, most in ((costs, 0.5), (hours, 0.1), (np.arange(1, many + 1, dtype=float), 0.01)):
        if weights.sum():
            ties[:many] += most * weights / weights.sum()
    ties[many : program.closes(0)] = 0.001 / max(program.closes(0) - many, 1)
    return ties


def _optimise(
    program: Program, costs: Numbers, without: Collection[str], seconds: float = SECONDS
) -> tuple[Numbers, float] | None:
    """The variables of the least cost, and the least cost that is possible; None where nothing is feasible."""
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import coo_array

    if not program.options:
        return None if program.limits.each_school and "schools" not in without else (np.zeros(program.size), 0.0)
    rows = [row for name, of in CONSTRAINTS.items() if name not in without for row in of(program)]
    rows += [row for of in STRUCTURE for row in of(program)]
    entries = [(at, column, value) for at, row in enumerate(rows) for column, value in row.coefficients.items()]
    if any(not row.coefficients and row.low > 0 for row in rows):
        return None
    line, column, value = (np.array(part) for part in zip(*entries, strict=True))
    matrix = coo_array((value, (line, column)), shape=(len(rows), program.size)).tocsr()
    # Only what people decide must be whole: given that, the best way to count closed gaps is whole by itself.
    whole = np.zeros(program.size)
    whole[: program.closes(0)] = 1
    answer = milp(
        costs,
        integrality=whole,
        bounds=Bounds(0, 1),
        constraints=LinearConstraint(matrix, [row.low for row in rows], [row.high for row in rows]),
        options={"time_limit": seconds, "mip_rel_gap": 0.0},
    )
    if answer.x is None and answer.status == _OUT_OF_TIME:
        raise RunError(f"No plan was found in {seconds:g} seconds; name fewer sessions or fewer limits.")
    if answer.x is None:
        return None
    bound = answer.mip_dual_bound if answer.mip_dual_bound is not None else answer.fun
    return np.asarray(answer.x), float(bound)


TO_LOOSEN: Mapping[str, tuple[str, ...]] = {
    "hours": ("hours",),
    "money": ("money",),
    "capacity": ("capacity",),
    "blocks": ("blocks",),
    "prerequisites": ("prerequisites",),
    "both": ("hours", "money"),
    "schools": ("schools",),
    "equity": ("equity",),
}
"""What is tried, by the name that its sentence has, and which constraints are then left out. What was asked for besides
the limits, a session for every school or equity, comes last: leaving it out always helps."""


@dataclass(frozen=True, slots=True)
class Loosen:
    """Which limit to loosen so that there is a plan, and to what; `needed` is None where it has no number."""

    limit: str
    needed: float | None = None


def what_to_loosen(program: Program) -> Loosen:
    """The limit that keeps every plan out: of hours, money, both of them, and then the others.

    Args:
        program: One without a plan.

    Returns:
        The limit, with the least that would do where it is a number; `several` where no single one is in the way.

    """
    for limit, names in TO_LOOSEN.items():
        if solve(program, names) is not None:
            return Loosen(limit, _needed(program, limit))
    return Loosen("several")


def _needed(program: Program, name: str) -> float | None:
    """The least hours or money, or the greatest share of open need in every school, with the other limits kept."""
    costs = np.zeros(program.size)
    if name in ("hours", "money"):
        field = "hours" if name == "hours" else "cost"
        costs[: len(program.options)] = [getattr(option, field) for option in program.options]
        found = _optimise(program, costs, (name,))
        return None if found is None else float(costs @ np.round(found[0]))
    return _most_equal(program) if name == "equity" else None


def _most_equal(program: Program) -> float:
    """The greatest equity, in whole percent, that has a plan."""
    low, high = 0, 100
    while low < high:
        middle = (low + high + 1) // 2
        tried = replace(program, limits=replace(program.limits, equity=middle / 100))
        low, high = (middle, high) if solve(tried) is not None else (low, middle - 1)
    return low / 100
