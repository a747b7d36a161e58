"""Texts by themselves, as `suggest` sees them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from curalign.domain.labels import LabelledSet
from curalign.domain.scores import Score
from curalign.evaluating.methods import Method, scored_standards
from curalign.metrics import (
    ALARMS,
    METRICS,
    Levels,
    Measured,
    left_out_units,
    measure,
    noticed,
    single_standard_gaps,
)

SAME_GRADE, EVERY_GRADE, EVERY = "same grade", "all grades", "all standards"
"""What a text is compared with; the last where texts state no grade."""
GAPS, LEFT_OUT = "gaps", "left-out units"


def measure_texts(labelled: LabelledSet, methods: Sequence[Method], same_grade: bool = True) -> Iterator[Score]:
    """Measure methods on labelled texts, each text by itself.

    Args:
        labelled: The texts, and the framework that their codes belong to.
        methods: What scores texts against standards.
        same_grade: Whether a text is compared only with standards of its own grades, where it states some.

    Yields:
        Every metric of every method, and the single-standard gaps, with 95 % intervals.

    """
    pool = pool_name(labelled, same_grade)
    for method in methods:
        measured = measured_texts(labelled, method, same_grade)
        for metric, estimate in measure(measured).items():
            yield Score(labelled.name, method.name, pool, metric, estimate, METRICS[metric].of)
        if pool != EVERY_GRADE:  # `check` asks for gaps within the grade
            yield from gap_scores(single_standard_gaps(measured), GAPS, labelled.name, method.name, pool)
            yield from gap_scores(left_out_units(measured), LEFT_OUT, labelled.name, method.name, pool)


def gap_scores(levels: Levels | None, what: str, source: str, method: str, pool: str) -> Iterator[Score]:
    """How many standards that are no longer taught would be noticed, at each share of false alarms."""
    for alarms in ALARMS if levels is not None and levels.codes else ():
        if levels is not None and (estimate := noticed(levels, alarms)) is not None:
            yield Score(source, method, pool, f"{what} at {alarms:.0%}", estimate, "standards")


def measured_texts(labelled: LabelledSet, method: Method, same_grade: bool = True) -> Measured:
    """Score the texts of a set by one method.

    Args:
        labelled: t texts, and the framework that their codes belong to.
        method: What scores texts against standards.
        same_grade: Whether a text is compared only with standards of its own grades, where it states some.

    Returns:
        (t, s) scores beside the labels.

    """
    standards = scored_standards(labelled)
    own = [text.grades if same_grade else () for text in labelled.texts]
    pool = np.array([[not grades or s.states(grades) for s in standards] for grades in own], bool)
    truth = np.array([[s.code in text.codes for s in standards] for text in labelled.texts], bool)
    shape = (len(labelled.texts), len(standards))
    return Measured(
        scores=np.where(pool.reshape(shape), method.score(labelled, same_grade), -np.inf),
        truth=truth.reshape(shape),
        codes=tuple(s.code for s in standards),
        units=tuple(text.unit for text in labelled.texts),
        parents=tuple(s.parent or "" for s in standards),
        text_grades=tuple(text.grades for text in labelled.texts),
        standard_grades=tuple(s.grades for s in standards),
        probabilities=method.probabilities,
    )


def pool_name(labelled: LabelledSet, same_grade: bool) -> str:
    """What the texts of a set are compared with.

    Args:
        labelled: The texts, and the framework that their codes belong to.
        same_grade: Whether a text is compared only with standards of its own grades.

    Returns:
        A few words.

    """
    if not any(text.grades for text in labelled.texts):
        return EVERY
    return SAME_GRADE if same_grade else EVERY_GRADE
