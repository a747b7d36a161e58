"""Verdicts beside the truth: how often each is right, and whether "taught" is as probable as it is said to be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from curalign.domain.scores import Bin, Calibrated, Estimate
from curalign.domain.verdicts import Verdict
from curalign.metrics.counting import expected_count
from curalign.metrics.estimates import LEVEL, bootstrap, divide
from curalign.metrics.gaps import ALARMS, noticed_among

BINS = 5
"""Bins of the probability: a district has some hundred standards, and the verdicts change at the edges .4 and .6."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Judged:
    """A standard that is known to be taught or not, beside the verdict on it.

    `taught` is the probability, None where there was nothing to judge.
    """

    truth: bool
    taught: float | None
    verdict: Verdict


def measure_verdicts(judged: Sequence[Judged]) -> dict[str, Estimate]:
    """How often each verdict is right, and how many gaps the probability alone would find.

    Precision and what depends on both kinds of standard are left out where all are known to be taught, or all not: it
    would be perfect, whatever was said.

    Args:
        judged: Standards whose truth is known; those that are taught in part are not among them.

    Returns:
        By name precision and recall of "taught" and of "not taught", the share of which one cannot tell (with those
        that nothing could be judged of), each with Wilson's interval over standards; the calibration error of the
        probability and the gaps found, with the bootstrap's over standards.

    """
    both = len({one.truth for one in judged}) == 2
    found: dict[str, Estimate | None] = {}
    for name, verdict, truth in (("taught", Verdict.TAUGHT, True), ("not taught", Verdict.NOT_TAUGHT, False)):
        called = [one for one in judged if one.verdict is verdict]
        meant = [one for one in judged if one.truth is truth]
        right = sum(one.truth is truth for one in called)
        found[f"{name}: precision"] = wilson(right, len(called)) if both else None
        found[f"{name}: recall"] = wilson(right, len(meant))
    unsure = sum(one.verdict not in (Verdict.TAUGHT, Verdict.NOT_TAUGHT) for one in judged)
    found["cannot tell"] = wilson(unsure, len(judged))
    if both:
        found |= _by_probability(judged)
    return {name: estimate for name, estimate in found.items() if estimate is not None}


def calibrate(kind: str, judged: Sequence[Judged], spread: float) -> Calibrated | None:
    """Compare probabilities of being taught with the truth.

    Args:
        kind: The kind of document that the probabilities are about.
        judged: Standards whose truth is known, with what was said of them.
        spread: The standard deviation of the calibration's intercept between districts, in log-odds.

    Returns:
        The truth in bins of the probabilities (0 to 1), and the number of taught standards that they let expect. None
        where not both taught and untaught standards are known, or nothing was judged.

    """
    known = [(one.truth, one.taught) for one in judged if one.taught is not None]
    if len({truth for truth, _ in known}) < 2:
        return None
    truth, predicted = np.array([t for t, _ in known], np.float64), np.array([p for _, p in known], np.float64)
    at = _bins(predicted)
    bins = tuple(
        Bin(column / BINS, (column + 1) / BINS, float(predicted[at == column].mean()), share)
        for column in range(BINS)
        if (share := wilson(int(truth[at == column].sum()), int((at == column).sum()))) is not None
    )
    return Calibrated(kind, expected_count(predicted.tolist(), spread), int(truth.sum()), bins)


def wilson(hits: int, n: int) -> Estimate | None:
    """A share with Wilson's score interval (1927), which holds for few things and for shares near 0 and 1.

    None of nothing.
    """
    if not n:
        return None
    z = NormalDist().inv_cdf((1 + LEVEL) / 2)
    share = hits / n
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return Estimate(share, min(max(middle - half, 0.0), share), max(min(middle + half, 1.0), share), n)


def _by_probability(judged: Sequence[Judged]) -> dict[str, Estimate | None]:
    known = [(one.truth, one.taught) for one in judged if one.taught is not None]
    truth, predicted = np.array([t for t, _ in known], bool), np.array([p for _, p in known], np.float64)
    found = {"ECE of taught": _calibration_error(truth, predicted)}
    for alarms in ALARMS:
        found[f"gaps by taught at {alarms:.0%}"] = noticed_among(predicted[truth], predicted[~truth], alarms)
    return found


def _calibration_error(truth: NDArray[np.bool_], predicted: Floats) -> Estimate | None:
    """Over the bins, the sum of |B| / n x |share that is taught - mean probability| (Naeini et al. 2015)."""
    parts = np.zeros((len(predicted), 2 * BINS + 1))
    rows, at = np.arange(len(predicted)), _bins(predicted)
    parts[rows, at] = predicted
    parts[rows, BINS + at] = truth
    parts[:, -1] = 1
    return bootstrap(parts, [""] * len(predicted), _bin_error, len(predicted))


def _bin_error(sums: Floats) -> Floats:
    return divide(np.abs(sums[:, :BINS] - sums[:, BINS:-1]).sum(axis=1), sums[:, -1])


def _bins(predicted: Floats) -> NDArray[np.intp]:
    return np.minimum((predicted * BINS).astype(np.intp), BINS - 1)
