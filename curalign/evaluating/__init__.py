"""How right curalign is on labels of your own, beside what words alone and plain similarity would have said."""

from __future__ import annotations

from curalign.evaluating.districts import measure_lessons, our_lessons
from curalign.evaluating.labelled import LabelledDistrict, label_district
from curalign.evaluating.lesson_scores import best_cosine, best_probability, by_whole_text
from curalign.evaluating.methods import Method, by_curalign, by_words, plain_cosine, scored_standards
from curalign.evaluating.removing import unit_levels
from curalign.evaluating.sources import evaluate, evaluate_district, evaluate_texts, labels_of
from curalign.evaluating.texts import measure_texts, measured_texts, pool_name

__all__ = [
    "LabelledDistrict",
    "Method",
    "best_cosine",
    "best_probability",
    "by_curalign",
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
    "plain_cosine",
    "pool_name",
    "scored_standards",
    "unit_levels",
]
