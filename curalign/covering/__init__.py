"""Alignment -> Coverage: how far the district reaches each standard, per kind of document and per school."""

from __future__ import annotations

from curalign.covering.counting import count_taught
from curalign.covering.measure import find_reaches, measure_coverage
from curalign.covering.overruling import overrule
from curalign.covering.reviewed import (
    find_passages,
    find_words,
    measure_reviewed,
    take_sample,
    words_on_standards,
)
from curalign.covering.summarising import summarise

__all__ = [
    "count_taught",
    "find_passages",
    "find_reaches",
    "find_words",
    "measure_coverage",
    "measure_reviewed",
    "overrule",
    "summarise",
    "take_sample",
    "words_on_standards",
]
