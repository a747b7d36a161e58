"""How many standards are taught, by the calibrated probability and the verdict of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from math import fsum

from curalign.domain.reviews import Sample
from curalign.domain.scores import Taught
from curalign.domain.verdicts import Verdict
from curalign.metrics.counting import expected_count, reviewed_count
from curalign.metrics.refitting import ENOUGH


def count_taught(judged: Iterable[tuple[Verdict | None, float | None]], spread: float | None) -> Taught | None:
    """Count what is taught: the sum of probabilities with its interval, and each verdict beside it.

    Args:
        judged: For each standard its verdict and the probability that it is taught, None where there was nothing to
            judge. What has no verdict, as a heading, is passed over.
        spread: Standard deviation of the log-odds between districts, of the calibration; None where there is none.

    Returns:
        The count, of the standards that could be judged; None without a calibration.

    """
    if spread is None:
        return None
    found = [(verdict, taught) for verdict, taught in judged if verdict is not None]
    probabilities = [taught for _, taught in found if taught is not None]
    verdicts = Counter(verdict for verdict, _ in found)
    return Taught(
        expected_count(probabilities, spread),
        fsum(probabilities),
        taught=verdicts[Verdict.TAUGHT],
        not_taught=verdicts[Verdict.NOT_TAUGHT],
        cannot_tell=verdicts[Verdict.CANNOT_TELL],
        no_documents=verdicts[Verdict.NO_DOCUMENTS],
    )


def count_by_answers(found: Taught, sample: Sample) -> Taught:
    """The same count by what people answered, once they answered enough that was drawn at random.

    Args:
        found: As the model counts, of all the standards that the sample was drawn from.
        sample: What people answered.

    Returns:
        The count by the difference estimator (`reviewed_count`); `found` as it is with fewer answers than were ever
        measured, or where the sample is of other standards.

    """
    ids = list(sample.model)
    if len(sample.drawn) < ENOUGH or len(ids) != found.count.of:
        return found
    answers = {at: sample.answers[id_] for at, id_ in enumerate(ids) if id_ in sample.answers}
    count = reviewed_count([sample.model[id_] for id_ in ids], answers, [sample.strata[id_] for id_ in ids])
    return replace(found, count=count, expected=float(count.expected), answers=len(sample.drawn))
