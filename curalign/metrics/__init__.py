"""Scores beside labels: how well something ranks, how honest its probabilities are, which gaps it would notice."""

from __future__ import annotations

from curalign.evaluating.baselines import bm25, tfidf
from curalign.evaluating.gaps import ALARMS, Levels, left_out_units, noticed, single_standard_gaps
from curalign.evaluating.lessons import Lesson, find_lessons, is_under
from curalign.evaluating.measured import Measured
from curalign.evaluating.metrics import METRICS, Metric, gains, measure
from curalign.evaluating.untaught import compare_untaught

__all__ = [
    "ALARMS",
    "METRICS",
    "Lesson",
    "Levels",
    "Measured",
    "Metric",
    "bm25",
    "compare_untaught",
    "find_lessons",
    "gains",
    "is_under",
    "left_out_units",
    "measure",
    "noticed",
    "single_standard_gaps",
    "tfidf",
]
