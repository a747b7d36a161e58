"""Which standards are most urgent: the gap in what is taught and supported, times how many pupils missed them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from curalign.domain.coverage import Coverage, Reach
from curalign.domain.links import Strength
from curalign.domain.materials import Kind
from curalign.domain.measurement import Measurement
from curalign.domain.plans import Cell, Estimate, Priorities, Priority, Published
from curalign.domain.scopes import PD, UNITS
from curalign.metrics.priorities import Drawn, Uncertain, draw_again, gap_of
from curalign.planning.published import publish_results

SUPPOSED: Mapping[Strength, float] = {Strength.FULL: 0.9, Strength.PARTIAL: 0.5, Strength.NONE: 0.1}
"""What is taken for the probability of being taught where the judge was not calibrated. An assumption."""
_SUPPOSED_SPREAD = 1.5


@dataclass(frozen=True, slots=True)
class Chance:
    """How probable it is that documents of one scope teach or support a standard, and how far that may be off."""

    value: float
    spread: float


def chance_of(reach: Reach | None, coverage: Coverage) -> Chance | None:
    """That probability; None where nothing could be judged."""
    if reach is None or reach.strength is Strength.UNKNOWN:
        return None
    calibration = dict(coverage.alignment.calibrations).get(reach.kind)
    if reach.taught is not None:
        return Chance(reach.taught, calibration.spread if calibration else 0.0)
    return Chance(SUPPOSED[reach.strength], _SUPPOSED_SPREAD)


def find_priorities(
    measured: Measurement,
    min_n: int = 10,
    claims: Mapping[str, Sequence[str]] | None = None,
    deferred: Collection[str] = (),
) -> Priorities:
    """Rank the tested standards by gap x need x reach.

    The gap is the probability that a standard is not taught, or is taught and not supported by PD; the need is one
    minus the share of points that pupils reached, shrunk by how few they are; the reach is how many pupils were tested.
    Without PD the gap is that in teaching alone.

    Args:
        measured: Coverage and results.
        min_n: The fewest pupils of a cell.
        claims: See `publish_results`.
        deferred: The ids of standards whose gaps the district has put off on purpose; they get no priority.

    Returns:
        The priorities, the most urgent first; nothing where the district has no results.

    """
    if not measured.results:
        return Priorities()
    coverage = measured.coverage
    published = publish_results(measured.results, coverage.framework, coverage.schools, min_n, claims)
    whole = {cell.standard.id: cell for cell in published.cells if not cell.school and not cell.group}
    counted = coverage.counted
    tested = [standard for standard in counted if standard.id in whole]
    shown = [standard for standard in tested if not whole[standard.id].is_suppressed]
    wanted = [standard for standard in shown if standard.id not in deferred]
    judged = [standard for standard in wanted if chance_of(coverage.reach(standard, UNITS), coverage) is not None]
    return Priorities(
        _ranked([whole[standard.id] for standard in judged], coverage, published),
        published,
        untested=len(counted) - len(tested),
        unjudged=len(wanted) - len(judged),
        few=len(tested) - len(shown),
        deferred=len(shown) - len(wanted),
        calibrated=Kind.UNIT in dict(coverage.alignment.calibrations),
    )


def _ranked(cells: Sequence[Cell], coverage: Coverage, published: Published) -> tuple[Priority, ...]:
    if not cells:
        return ()
    enrolled = dict(published.enrolled)
    taught = [chance_of(coverage.reach(cell.standard, UNITS), coverage) or Chance(0, 0) for cell in cells]
    supported = _supported(cells, coverage)
    reach = np.array([(cell.n or 0, max(enrolled.get(cell.standard.id, 0), cell.n or 0)) for cell in cells], np.float64)
    uncertain = Uncertain(
        np.array([chance.value for chance in taught]),
        None if supported is None else np.array([chance.value for chance in supported]),
        (max(c.spread for c in taught), max((c.spread for c in supported or ()), default=0.0)),
        np.array([cell.weights[0] for cell in cells]),
        np.array([cell.weights[1] for cell in cells]),
        reach[:, 0],
        reach[:, 1],
    )
    drawn = draw_again(uncertain)
    gaps = gap_of(uncertain.taught, uncertain.supported)
    needs = np.array([cell.need.value if cell.need else 0.0 for cell in cells])
    products = gaps * needs * reach[:, 0]
    order = sorted(range(len(cells)), key=lambda at: (-products[at], cells[at].standard.code))
    return tuple(_priority(cells[at], rank, at, uncertain, drawn, coverage) for rank, at in enumerate(order, 1))


def _supported(cells: Sequence[Cell], coverage: Coverage) -> list[Chance] | None:
    """How probably PD supports each; None without PD. What could not be judged counts as supported: nobody knows."""
    if not coverage.has(Kind.PD):
        return None
    return [chance_of(coverage.reach(cell.standard, PD), coverage) or Chance(1, 0) for cell in cells]


def _priority(cell: Cell, rank: int, at: int, of: Uncertain, drawn: Drawn, coverage: Coverage) -> Priority:
    taught = float(of.taught[at])
    supported = None if of.supported is None else float(of.supported[at])
    gap = float(gap_of(of.taught, of.supported)[at])
    need = cell.need or Estimate(0, 0, 0)
    reach = Estimate(float(of.least[at]), float(of.least[at]), float(of.most[at]))
    units, pd = coverage.reach(cell.standard, UNITS), coverage.reach(cell.standard, PD)
    product = gap * need.value * reach.value
    low, high = drawn.product[at]
    return Priority(
        cell.standard,
        rank,
        _around(gap, *drawn.gap[at]),
        need,
        reach,
        _around(product, low, high),
        untaught=1 - taught,
        unsupported=0.0 if supported is None else taught * (1 - supported),
        taught=taught,
        supported=supported,
        verdict=units.verdict if units else None,
        pd_verdict=pd.verdict if pd else None,
        n=cell.n or 0,
        items=cell.items,
        ranks=(int(np.floor(drawn.ranks[at][0])), int(np.ceil(drawn.ranks[at][1]))),
        top_5=float(drawn.top_5[at]),
        top_10=float(drawn.top_10[at]),
    )


def _around(value: float, low: float, high: float) -> Estimate:
    """The interval is stretched to hold the value, which is not drawn."""
    return Estimate(value, min(float(low), value), max(float(high), value))
