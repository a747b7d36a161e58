"""How many standards are taught, with a 95 % interval: by the model alone, and with what a person answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import fsum, lgamma
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from curalign.domain.scores import Count
from curalign.metrics.drawing import strata_of
from curalign.metrics.estimates import LEVEL

Numbers = NDArray[np.float64]

_TAIL = (1 - LEVEL) / 2
# Ways in which a calibration may be off, evenly spread over the normal distribution.
_WAYS = 101
_SEED = 0
# Answers for and against that are added in each stratum. Jeffreys' 1/2 draws the sum of several strata too far towards
# one half where nearly all or nearly none is taught, Kerman's 1/3 covers too little in the middle; see decision 24.
_PRIOR = 0.4
# Half an answer's worth of doubt: how far the model is followed, and how much it is said to explain.
_DOUBT = 0.5


def expected_count(probabilities: Sequence[float], spread: float, calibrations: Numbers | None = None) -> Count:
    """Count what is taught by the sum of calibrated probabilities, with an interval for all that may be off.

    Two things are unknown: which of the standards are taught (each by itself: their number follows the Poisson-binomial
    distribution) and how far the calibration is off in this district, which moves all standards together and does not
    shrink with their number. The number's distribution is worked out for each of a hundred ways to be off and the
    interval is read from their mixture, so nothing is drawn at random and adding a sure standard adds one exactly.

    Args:
        probabilities: That each standard is taught, 0 to 1, calibrated over districts. What is 0 or 1 is sure.
        spread: Standard deviation of the log-odds between districts, by the calibration's fit.
        calibrations: (r, 2) draws of the shift and the slope of the log-odds by the same fit, about (0, 1), where the
            fit itself is uncertain; each is paired with one way to be off.

    Returns:
        The rounded sum and the 2.5 % and 97.5 % points; the interval is stretched to hold the sum.

    Raises:
        ValueError: A probability is not within 0 and 1, the spread is negative, or the calibrations are not (r, 2).

    """
    p = _checked(probabilities)
    if not spread >= 0:
        raise ValueError(f"the spread between districts is {spread}: it must be 0 or more")
    if calibrations is not None and (calibrations.shape[1:] != (2,) or not len(calibrations)):
        raise ValueError(f"calibrations are {calibrations.shape}: give one row at least of a shift and a slope")
    sure = int((p == 1).sum())
    open_ones = np.sort(p[(p > 0) & (p < 1)])
    total = int(np.floor(fsum(open_ones) + 0.5))
    low, high = taught_interval(numbers_taught(_ways(open_ones, spread, calibrations)).mean(axis=0))
    return Count(sure + total, sure + min(low, total), sure + max(high, total), len(p))


def reviewed_count(
    probabilities: Sequence[float], answers: Mapping[int, bool], strata: Sequence[int] | None = None
) -> Count:
    """Count what is taught where a person answered for some standards that were drawn at random within strata.

    A reviewed standard counts by its answer, the others by the difference estimator: the model's sum plus, in each
    stratum, the mean of (truth - model) over what was reviewed (Särndal, Swensson and Wretman 1992, *Model Assisted
    Survey Sampling*, section 6.3; prediction-powered inference: Angelopoulos et al. 2023, arXiv 2301.09633). How far
    the model is followed within strata, from 0 to 1, is fitted to the answers, so that a wrong model costs nothing
    (Angelopoulos, Duchi and Zrnic 2023, arXiv 2311.01453).

    The interval does not rest on the model. A variance of differences is 0 where all answers of a stratum agree and
    its interval misses once in five draws at 15 answers, so the limits come from the exact distribution of the number
    of taught among the standards not reviewed: beta-binomial by stratum (Brown, Cai and DasGupta 2001 for one
    proportion; it holds the finite population correction), summed, and narrowed by what the model explains.
    `simulating` shows what it covers; it was measured from 15 answers up.

    Args:
        probabilities: That each standard is taught by the model, 0 to 1.
        answers: For the index of each reviewed standard, whether it is taught.
        strata: A stratum for each standard, those that the reviewed ones were drawn within; without it those of
            `strata_of`. A stratum with fewer than two answers is taken together with its neighbour in probability.

    Returns:
        The count; exact with low = high where all were reviewed.

    Raises:
        ValueError: Fewer than two answers, an index outside, a probability not within 0 and 1, or strata not in step.

    """
    p = _checked(probabilities)
    labels = np.asarray(strata_of(probabilities) if strata is None else strata)
    if len(labels) != len(p):
        raise ValueError(f"{len(labels)} strata are not in step with {len(p)} probabilities")
    if not all(0 <= at < len(p) for at in answers):
        raise ValueError(f"an answer is for a standard outside 0 to {len(p) - 1}")
    if len(answers) < min(2, len(p)):
        raise ValueError("it takes answers for two standards at least; without them use expected_count")
    if not len(p):
        return Count(0, 0, 0, 0)
    known = np.zeros(len(p), bool)
    taught = np.zeros(len(p))
    for at, answer in answers.items():
        known[at], taught[at] = True, answer
    sums = sums_by_stratum(p, taught[None], known[None], _joined(labels, p, known))
    expected, low, high = (int(numbers[0]) for numbers in estimate(sums))
    return Count(expected, low, high, len(p))


@dataclass(frozen=True, slots=True)
class Sums:
    """What the estimate needs of r samples in h strata, each (r, h).

    `size` counts the standards and `model` sums their probabilities p; of the reviewed ones `n` is how many, `y` how
    many are taught, and `p`, `pp`, `py` are the sums of p, p * p, p * y.
    """

    size: Numbers
    model: Numbers
    n: Numbers
    y: Numbers
    p: Numbers
    pp: Numbers
    py: Numbers


def sums_by_stratum(p: Numbers, taught: Numbers, known: NDArray[np.bool_], rows: NDArray[np.intp]) -> Sums:
    """Sums of (r, t) samples of t standards with probabilities (t,) in strata (t,) from 0 up."""
    within = np.eye(int(rows.max()) + 1)[rows]
    ones = np.ones_like(taught)
    parts = (ones, p * ones, known * ones, known * taught, known * p, known * p * p, known * p * taught)
    return Sums(*(np.asarray(part @ within, np.float64) for part in parts))


def estimate(sums: Sums) -> tuple[Numbers, Numbers, Numbers]:
    """The count and the ends of its interval for each of (r) samples: whole numbers."""
    slack_p = _within(sums.pp, sums.p, sums.p, sums.n)
    slack_y = _within(sums.y, sums.y, sums.y, sums.n)
    shared = _within(sums.py, sums.p, sums.y, sums.n)
    follow = np.clip(shared / (slack_p + _DOUBT), 0, 1)
    left = slack_y - 2 * follow * shared + follow**2 * slack_p
    narrower = np.sqrt(np.minimum((left + _DOUBT) / (slack_y + _DOUBT), 1))
    weight = sums.size / sums.n
    by_answers = (weight * sums.y).sum(axis=1)
    centre = by_answers + follow * (sums.model - weight * sums.p).sum(axis=1)
    ends = np.array([_limits(*map(tuple, row)) for row in zip(sums.size, sums.n, sums.y, strict=True)])
    low, high = (centre + narrower * (end - by_answers) for end in ends.T)
    least, most = sums.y.sum(axis=1), (sums.size - sums.n + sums.y).sum(axis=1)
    expected = np.clip(np.floor(centre + 0.5), least, most)
    # Half a standard outwards: the truth is a whole number.
    low = np.clip(np.floor(low + 0.5 - 1e-9), least, expected)
    return expected, low, np.clip(np.ceil(high - 0.5 + 1e-9), expected, most)


def _within(products: Numbers, left: Numbers, right: Numbers, n: Numbers) -> Numbers:
    """(r,) sums of products of what two numbers differ from their stratum's mean by."""
    return np.asarray((products - left * right / n).sum(axis=1), np.float64)


@lru_cache(maxsize=10_000)
def _limits(sizes: tuple[float, ...], reviewed: tuple[float, ...], taught: tuple[float, ...]) -> tuple[int, int]:
    """The 2.5 % and 97.5 % points of the number of taught, by the answers of each stratum alone."""
    chances = np.ones(1)
    for size, n, y in zip(sizes, reviewed, taught, strict=True):
        chances = np.convolve(chances, _beta_binomial(int(size - n), y + _PRIOR, n - y + _PRIOR))
    cumulated = np.cumsum(chances)
    low, high = (int(np.searchsorted(cumulated, level)) for level in (_TAIL, 1 - _TAIL))
    return low + int(sum(taught)), high + int(sum(taught))


@lru_cache(maxsize=10_000)
def _beta_binomial(n: int, a: float, b: float) -> Numbers:
    """(n + 1,) chances of each number of taught among n, where the share has the beta distribution of a and b."""
    logs = [lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1) + lgamma(a + k) + lgamma(b + n - k) for k in range(n + 1)]
    return np.exp(np.array(logs) - lgamma(a + b + n) + lgamma(a + b) - lgamma(a) - lgamma(b))


def _joined(labels: NDArray[np.generic], p: Numbers, known: NDArray[np.bool_]) -> NDArray[np.intp]:
    """(t,) strata from 0 up, in order of their mean probability, each with two answers or answered whole."""
    names, rows = np.unique(labels, return_inverse=True)
    sizes, means, answered = (np.bincount(rows, weight, len(names)) for weight in (None, p, known))
    target = np.zeros(len(names), np.intp)
    at, size, have = 0, 0.0, 0.0
    for stratum in np.argsort(means / sizes, kind="stable"):
        target[stratum], size, have = at, size + sizes[stratum], have + answered[stratum]
        if have >= min(2, size):
            at, size, have = at + 1, 0.0, 0.0
    return np.asarray(np.minimum(target, max(at - 1, 0))[rows], np.intp)


def _ways(p: Numbers, spread: float, calibrations: Numbers | None) -> Numbers:
    """(r, t) probabilities of standards that are not sure, by each way in which the calibration may be off."""
    many = _WAYS if calibrations is None else len(calibrations)
    normal = np.array([NormalDist().inv_cdf((at + 0.5) / many) for at in range(many)])
    # Over districts a probability averages to what it was, because it was calibrated there: drawing log-odds apart by
    # this much undoes what averaging draws together (MacKay 1992; Bishop 2006, 4.153).
    odds = np.log(p / (1 - p)) * np.sqrt(1 + np.pi / 8 * spread**2)
    if calibrations is None:
        moved = odds + spread * normal[:, None]
    else:
        paired = np.random.default_rng(_SEED).permutation(normal)
        moved = calibrations[:, :1] + calibrations[:, 1:] * odds + spread * paired[:, None]
    return np.asarray(1 / (1 + np.exp(-np.clip(moved, -700, 700))), np.float64)


def taught_interval(chances: Numbers) -> tuple[int, int]:
    """The 2.5 % and 97.5 % points of a number with these chances."""
    cumulated = np.cumsum(chances)
    low, high = (int(np.searchsorted(cumulated, level)) for level in (_TAIL + 1e-9, 1 - _TAIL - 1e-9))
    return low, high


def numbers_taught(p: Numbers) -> Numbers:
    """(r, t + 1) chances of each number of taught among t standards with probabilities (r, t)."""
    chances = np.zeros((p.shape[0], p.shape[1] + 1))
    chances[:, 0] = 1
    for at, column in enumerate(p.T[:, :, None], start=1):
        chances[:, 1 : at + 1] = chances[:, 1 : at + 1] * (1 - column) + chances[:, :at] * column
        chances[:, :1] *= 1 - column
    return chances


def _checked(probabilities: Sequence[float]) -> Numbers:
    p = np.asarray(probabilities, np.float64)
    if not ((p >= 0) & (p <= 1)).all():
        raise ValueError("a probability is not within 0 and 1")
    return p
