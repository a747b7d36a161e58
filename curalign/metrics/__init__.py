"""Formulas over scores and labels: ranking, calibration, which gaps would be noticed; each with a 95 % interval."""

from __future__ import annotations

from curalign.metrics.agreement import cohen_kappa, measure_agreement, pairwise_agreement
from curalign.metrics.counting import expected_count, reviewed_count
from curalign.metrics.drawing import draw_for_review, strata_of
from curalign.metrics.formulas import METRICS, Metric, gains, measure
from curalign.metrics.gaps import ALARMS, Levels, left_out_units, noticed, single_standard_gaps
from curalign.metrics.measured import Measured, Scores
from curalign.metrics.refitting import ENOUGH, refit, updated_count
from curalign.metrics.taught import count_by_answers, count_taught
from curalign.metrics.untaught import compare_untaught
from curalign.metrics.verdicts import Judged, calibrate, measure_verdicts

__all__ = [
    "ALARMS",
    "ENOUGH",
    "METRICS",
    "Judged",
    "Levels",
    "Measured",
    "Metric",
    "Scores",
    "calibrate",
    "cohen_kappa",
    "compare_untaught",
    "count_by_answers",
    "count_taught",
    "draw_for_review",
    "expected_count",
    "gains",
    "left_out_units",
    "measure",
    "measure_agreement",
    "measure_verdicts",
    "noticed",
    "pairwise_agreement",
    "refit",
    "reviewed_count",
    "single_standard_gaps",
    "strata_of",
    "updated_count",
]
