"""From the reach of every standard to how many are taught."""

from __future__ import annotations

from collections.abc import Iterable

from curalign.domain.coverage import Coverage
from curalign.domain.scopes import Scope
from curalign.domain.scores import Taught
from curalign.domain.standards import Standard
from curalign.metrics import count_taught as count_judged


def count_taught(coverage: Coverage, scope: Scope, standards: Iterable[Standard] | None = None) -> Taught | None:
    """How many standards the documents of one scope teach (PD: support), with a 95 % interval.

    Args:
        coverage: How far the district reaches each standard.
        scope: Whose documents.
        standards: Those to count, each once; without it the counted ones that the coverage shows.

    Returns:
        The count, its verdicts and its interval; None where the judge has no calibration for documents of this kind.

    """
    calibrations = dict(coverage.alignment.calibrations)
    chosen = coverage.counted if standards is None else tuple(standards)
    reaches = [reach for s in chosen if (reach := coverage.reach(s, scope)) is not None]
    spread = calibrations[scope.kind].spread if scope.kind in calibrations else None
    return count_judged(((reach.verdict, reach.taught) for reach in reaches), spread)
