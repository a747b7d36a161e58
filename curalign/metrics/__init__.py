"""Formulas over scores and labels: ranking, calibration, which gaps would be noticed; each with a 95 % interval."""

from __future__ import annotations

from curalign.metrics.counting import expected_count, reviewed_count
from curalign.metrics.drawing import draw_for_review, strata_of
from curalign.metrics.formulas import METRICS, Metric, gains, measure
from curalign.metrics.gaps import ALARMS, Levels, left_out_units, noticed, single_standard_gaps
from curalign.metrics.measured import Measured, Scores
from curalign.metrics.taught import count_taught
from curalign.metrics.untaught import compare_untaught
from curalign.metrics.verdicts import Judged, calibrate, measure_verdicts

__all__ = [
    "ALARMS",
    "METRICS",
    "Judged",
    "Levels",
    "Measured",
    "Metric",
    "Scores",
    "calibrate",
    "compare_untaught",
    "count_taught",
    "draw_for_review",
    "expected_count",
    "gains",
    "left_out_units",
    "measure",
    "measure_verdicts",
    "noticed",
    "reviewed_count",
    "single_standard_gaps",
    "strata_of",
]
