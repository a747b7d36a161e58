"""Ranking, confusion and calibration: each metric as sums over texts, so that its interval can resample them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from curalign.domain.scores import Estimate
from curalign.metrics.estimates import Statistic, bootstrap, divide, mean_of
from curalign.metrics.measured import Measured

BINS = 15
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Sample:
    """What a metric adds up: `parts` (t, k) per text, `n` things that were measured, and what is made of the sums."""

    parts: Floats
    n: int
    statistic: Statistic = mean_of


@dataclass(frozen=True, slots=True)
class Metric:
    """How one metric is computed, and what its n counts. `sample` gives None where the metric does not apply."""

    sample: Callable[[Measured], Sample | None]
    of: str = "texts"


def measure(measured: Measured) -> dict[str, Estimate]:
    """Compute every metric that applies to these texts.

    Args:
        measured: Scores of (t, s) beside labels of (t, s).

    Returns:
        An estimate by each metric's name in `METRICS`, with its 95 % interval over units.

    """
    samples = {name: metric.sample(measured) for name, metric in METRICS.items()}
    found = {
        name: bootstrap(sample.parts, measured.units, sample.statistic, sample.n)
        for name, sample in samples.items()
        if sample is not None
    }
    return {name: estimate for name, estimate in found.items() if estimate is not None}


def gains(before: Measured, after: Measured) -> dict[str, Estimate]:
    """How much every metric changed.

    Args:
        before: Scores (t, s) of the first method.
        after: Scores (t, s) of the second on the same texts, in the same order.

    Returns:
        After - before by each metric's name, with a 95 % interval that draws each unit for both at once.

    """
    found = {}
    for name, metric in METRICS.items():
        first, second = metric.sample(before), metric.sample(after)
        if first is None or second is None:
            continue
        parts = np.hstack([first.parts, second.parts])
        statistic = _difference(first.statistic, second.statistic, first.parts.shape[1])
        if (estimate := bootstrap(parts, after.units, statistic, second.n)) is not None:
            found[name] = estimate
    return found


def hit(measured: Measured) -> Sample | None:
    """The share of texts whose first standard is a right one."""
    return _mean(measured.ranked[:, 0], measured.labelled)


def recall(measured: Measured, k: int) -> Sample | None:
    """The share of a text's right standards among its first k, averaged over texts."""
    found = measured.ranked[:, :k].sum(axis=1)
    return _mean(found / np.maximum(measured.right.sum(axis=1), 1), measured.labelled)


def reciprocal_rank(measured: Measured) -> Sample | None:
    """One over the rank of the first right standard, averaged (Voorhees 1999, TREC-8 question answering track)."""
    return _mean(1 / (1 + measured.ranked.argmax(axis=1)), measured.labelled)


def discounted_gain(measured: Measured, k: int) -> Sample | None:
    """The first k right / log2(rank + 1), as a share of the best order's (Järvelin and Kekäläinen 2002)."""
    discount = 1 / np.log2(np.arange(2, min(k, measured.ranked.shape[1]) + 2))
    best = np.concatenate([[1.0], np.cumsum(discount)])  # [0] is not used: those texts have no label
    gain = measured.ranked[:, :k] @ discount
    reachable = np.minimum(measured.right.sum(axis=1), len(discount))
    return _mean(gain / best[np.where(measured.labelled, reachable, 0)], measured.labelled)


def sibling_confusion(measured: Measured) -> Sample | None:
    """The share of texts whose first standard is wrong and has the parent of a right one.

    Measured on the texts with a right standard that has a sibling in the pool.
    """
    parents = np.array(measured.parents or [""] * len(measured.codes))
    same = (parents[:, np.newaxis] == parents) & (parents != "")
    siblings = (measured.right.astype(np.float32) @ same.astype(np.float32) > 0) & measured.pool & ~measured.right
    return _mean(np.take_along_axis(siblings, measured.order[:, :1], axis=1)[:, 0], siblings.any(axis=1))


def grade_confusion(measured: Measured) -> Sample | None:
    """The share of texts whose first standard states other grades than theirs; over pools that hold such ones."""
    if not measured.text_grades or not measured.standard_grades:
        return None
    states = np.array(
        [[bool(s) and set(t).isdisjoint(s) for s in measured.standard_grades] for t in measured.text_grades]
    )
    graded = np.array([bool(grades) for grades in measured.text_grades])
    possible = measured.labelled & graded & (states & measured.pool).any(axis=1)
    return _mean(np.take_along_axis(states, measured.order[:, :1], axis=1)[:, 0], possible)


def calibration_error(measured: Measured) -> Sample | None:
    """Over all pairs of a pool in 15 equal bins, the sum of |B| / n x |share that is right - mean probability|.

    Expected calibration error (Naeini et al. 2015; 15 bins as in Guo et al. 2017). Most pairs are plainly wrong, so
    read it beside the error of the first standard alone.
    """
    return _calibration(measured, measured.pool)


def first_calibration_error(measured: Measured) -> Sample | None:
    """The same over the first standard of each text only, which is how Guo et al. 2017 define it."""
    first = np.zeros_like(measured.pool)
    np.put_along_axis(first, measured.order[:, :1], values=True, axis=1)
    return _calibration(measured, first & measured.pool)


def brier(measured: Measured) -> Sample | None:
    """The mean of (probability - right)^2 over all pairs of a pool (Brier 1950)."""
    if not measured.probabilities:
        return None
    off = np.where(measured.pool, measured.scores, 0) - measured.right
    parts = np.column_stack([(off**2).sum(axis=1), measured.pool.sum(axis=1)])
    return Sample(parts, int(measured.pool.sum()))


METRICS: dict[str, Metric] = {
    "hit@1": Metric(hit),
    "recall@5": Metric(partial(recall, k=5)),
    "recall@10": Metric(partial(recall, k=10)),
    "MRR": Metric(reciprocal_rank),
    "nDCG@10": Metric(partial(discounted_gain, k=10)),
    "sibling confusion": Metric(sibling_confusion),
    "grade confusion": Metric(grade_confusion),
    "ECE": Metric(calibration_error, "pairs"),
    "ECE of the first": Metric(first_calibration_error),
    "Brier": Metric(brier, "pairs"),
}
"""Every metric by its name; a new one is a new line here."""


def _difference(first: Statistic, second: Statistic, width: int) -> Statistic:
    """The second statistic of the columns from `width` on, less the first of those before."""
    return lambda sums: second(sums[:, width:]) - first(sums[:, :width])


def _mean(values: NDArray[np.bool_] | Floats, counted: NDArray[np.bool_]) -> Sample | None:
    """The mean of (t,) values over those texts that are counted."""
    if not counted.any():
        return None
    return Sample(np.column_stack([values * counted, counted]).astype(np.float64), int(counted.sum()))


def _calibration(measured: Measured, pairs: NDArray[np.bool_]) -> Sample | None:
    """Per text and bin: the sum of probabilities and the number of right ones; beside them the number of pairs."""
    if not measured.probabilities or not pairs.any():
        return None
    text, standard = np.nonzero(pairs)
    probability = measured.scores[text, standard]
    column = np.minimum((probability * BINS).astype(int), BINS - 1)
    parts = np.zeros((len(measured.scores), 2 * BINS + 1))
    np.add.at(parts, (text, column), probability)
    np.add.at(parts, (text, BINS + column), measured.right[text, standard])
    parts[:, 2 * BINS] = pairs.sum(axis=1)
    return Sample(parts, len(text), _bin_error)


def _bin_error(sums: Floats) -> Floats:
    return divide(np.abs(sums[:, :BINS] - sums[:, BINS:-1]).sum(axis=1), sums[:, -1])
