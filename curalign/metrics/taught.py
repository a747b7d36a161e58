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
from curalign.metrics.refitting import ENOUGH, updated_count


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
    """The same count after people answered, by the model and, once they answered enough, by their answers alone.

    Args:
        found: As the model counts, of all the standards that the sample was drawn from.
        sample: What people answered.

    Returns:
        The count by the model as the answers move it (`updated_count`), and in `by_answers` the difference estimate
        (`reviewed_count`), which holds whatever the model is. Where the answers contradict the model that alone is
        given. `found` as it is where nobody answered, or where the sample is of other standards.

    """
    ids = list(sample.model)
    if not sample.answers or len(ids) != found.count.of:
        return found
    model = [sample.model[id_] for id_ in ids]
    answers = {at: sample.answers[id_] for at, id_ in enumerate(ids) if id_ in sample.answers}
    updated = updated_count(model, answers, sample.spread)
    alone = None
    if len(sample.drawn) >= ENOUGH:
        alone = reviewed_count(model, answers, [sample.strata[id_] for id_ in ids])
    count = updated or alone or found.count
    trusted = updated is not None or alone is None
    expected = found.expected if count is found.count else float(count.expected)
    return replace(found, count=count, expected=expected, answers=len(answers), by_answers=alone, trusted=trusted)
