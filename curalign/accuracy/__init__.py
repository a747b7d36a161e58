"""How right curalign is on labels of your own, beside what words alone and plain similarity would have said."""

from __future__ import annotations

from curalign.accuracy.districts import measure_lessons, our_lessons
from curalign.accuracy.labelled import LabelledDistrict, label_district
from curalign.accuracy.lessons import best_cosine, best_probability, by_whole_text
from curalign.accuracy.methods import Method, by_words, ours, plain_cosine, scored_standards
from curalign.accuracy.removing import unit_levels
from curalign.accuracy.sources import evaluate, evaluate_district, evaluate_texts, labels_of
from curalign.accuracy.texts import measure_texts, measured_texts, pool_name

__all__ = [
    "LabelledDistrict",
    "Method",
    "best_cosine",
    "best_probability",
    "by_whole_text",
    "by_words",
    "evaluate",
    "evaluate_district",
    "evaluate_texts",
    "label_district",
    "labels_of",
    "measure_lessons",
    "measure_texts",
    "measured_texts",
    "our_lessons",
    "ours",
    "plain_cosine",
    "pool_name",
    "scored_standards",
    "unit_levels",
]
