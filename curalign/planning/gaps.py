"""What PD could close: standards that are taught, not supported by PD, and missed by pupils, school by school."""

from __future__ import annotations

from collections.abc import Sequence

from curalign.domain.coverage import Coverage
from curalign.domain.materials import Kind
from curalign.domain.plans import Limits, Priorities
from curalign.domain.scopes import PD, Scope
from curalign.domain.standards import Standard
from curalign.planning.priorities import chance_of
from curalign.planning.program import Open

_WITHOUT_RESULTS = 1.0


def open_gaps(
    coverage: Coverage, priorities: Priorities, limits: Limits, *, ignore_pd: bool = False
) -> tuple[Open, ...]:
    """What PD could close, for each standard in each school.

    A gap of PD is the probability that the standard is taught in the school and that no PD supports it: PD does not
    mend what no unit teaches, unless the limits say that this counts as well. It is weighed by how many pupils missed
    the standard there. A standard that nobody was tested on counts with what its test expects, and in a district
    without results every standard counts as one pupil.

    Args:
        coverage: What is taught and supported.
        priorities: The results, as far as they may be told.
        limits: Whether what is not taught counts too.
        ignore_pd: Whether the district's PD is itself what is chosen among, so that nothing is supported yet.

    Returns:
        The gaps, by standard and school.

    """
    schools = coverage.schools or ("",)
    missed = _Missed(priorities, schools)
    gaps = []
    for standard in coverage.counted:
        support = None if ignore_pd else chance_of(coverage.reach(standard, PD), coverage)
        supported = support.value if support else 0.0
        for school in schools:
            reach = coverage.reach(standard, Scope(Kind.UNIT, school))
            taught = chance_of(reach, coverage)
            if reach is None or (taught is None and not limits.untaught):
                continue
            share = taught.value if taught else 0.0
            chance = (1.0 if limits.untaught else share) * (1 - supported)
            gaps.append(Open(standard, school, missed.of(standard, school), chance, share))
    return tuple(gaps)


class _Missed:
    """How many pupils missed a standard in a school: need times reach."""

    def __init__(self, priorities: Priorities, schools: Sequence[str]) -> None:
        published = priorities.published
        self._schools = len(schools)
        self._has_results = bool(published.cells)
        self._cells = {(c.standard.id, c.school): c for c in published.cells if not c.group and not c.is_suppressed}
        self._expected, self._enrolled = dict(published.expected), dict(published.enrolled)

    def of(self, standard: Standard, school: str) -> float:
        """Where the school's own result may not be told, it counts as its share of the district's."""
        if not self._has_results:
            return _WITHOUT_RESULTS
        cell = self._cells.get((standard.id, school))
        if cell is not None and cell.need is not None and cell.n is not None:
            return cell.need.value * cell.n
        whole = self._cells.get((standard.id, ""))
        if whole is not None and whole.need is not None and whole.n is not None:
            return whole.need.value * whole.n / self._schools
        more, less = self._expected.get(standard.id, (1.0, 1.0))
        return more / (more + less) * self._enrolled.get(standard.id, 0) / self._schools
