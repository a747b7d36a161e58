"""Standards that were called untaught, beside those that no label teaches."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from curalign.domain.scores import Estimate
from curalign.metrics.estimates import bootstrap, mean_of


def compare_untaught(called: Collection[str], taught: Collection[str], counted: Collection[str]) -> dict[str, Estimate]:
    """Measure how often the call that a standard is untaught is right.

    Labels are never complete: a standard that is taught and not labelled makes the recall look lower than it is.

    Args:
        called: The codes that were called untaught.
        taught: The codes that some label names.
        counted: The codes that were asked about.

    Returns:
        By name precision, recall and false alarms (0 to 1), with intervals over standards. Where nothing was called
        untaught there is no precision; where every standard is labelled there is no recall.

    """
    asked = sorted(counted)
    alarm = np.array([code in called for code in asked], np.float64)
    gap = np.array([code not in taught for code in asked], np.float64)
    alone = [""] * len(asked)
    found = {
        "precision": bootstrap(np.column_stack([alarm * gap, alarm]), alone, mean_of, int(alarm.sum())),
        "recall": bootstrap(np.column_stack([alarm * gap, gap]), alone, mean_of, int(gap.sum())),
        "false alarms": bootstrap(np.column_stack([alarm * (1 - gap), 1 - gap]), alone, mean_of, int((1 - gap).sum())),
    }
    return {name: estimate for name, estimate in found.items() if estimate is not None}
