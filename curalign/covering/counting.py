"""From the reach of every standard to how many are taught."""

from __future__ import annotations

from collections.abc import Iterable

from curalign.domain.coverage import Coverage
from curalign.domain.materials import Kind
from curalign.domain.scores import Taught
from curalign.domain.standards import Standard
from curalign.metrics import count_taught as count_judged


def count_taught(
    coverage: Coverage, kind: Kind, standards: Iterable[Standard] | None = None, school: str = ""
) -> Taught | None:
    """How many standards the documents of one kind teach (PD: support), with a 95 % interval.

    Args:
        coverage: How far the district reaches each standard.
        kind: Of document.
        standards: Those to count, each once; without it the counted ones that the coverage shows.
        school: The units of one school and of the whole district; "" is every unit.

    Returns:
        The count, its verdicts and its interval; None where the judge has no calibration for this kind.

    """
    calibrations = dict(coverage.alignment.calibrations)
    chosen = coverage.counted if standards is None else tuple(standards)
    reaches = [reach for s in chosen if (reach := coverage.reach(s, kind, school)) is not None]
    spread = calibrations[kind].spread if kind in calibrations else None
    return count_judged(((reach.verdict, reach.taught) for reach in reaches), spread)
