"""How far a share of few pupils can be trusted: drawn towards the mean of its test by how few they are."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from curalign.domain.plans import Estimate

STATED_STRENGTH = 10.0
"""Pupils that the mean of the test counts for where too few standards show how much they differ. An assumption."""
STATED_ITEM_VARIANCE = 0.02
"""How much the shares of items on one standard differ (their variance) where no standard has two. An assumption: a
standard deviation of .14."""
_MIN_STANDARDS = 5
_STRENGTHS = (2.0, 200.0)
_TAIL = 0.025
_CLOSE = 1e-13


@dataclass(frozen=True, slots=True)
class Prior:
    """What is expected of a standard before anybody is tested: its share, and how many pupils that counts for."""

    mean: float
    strength: float

    @property
    def need(self) -> tuple[float, float]:
        """The weights for and against of the beta distribution of the need."""
        return (1 - self.mean) * self.strength, self.mean * self.strength


def fit_prior(shares: Sequence[float], sizes: Sequence[float]) -> Prior:
    """The prior of a test by the method of moments, from the shares of its standards.

    Empirical Bayes (Efron and Morris 1975, *Data analysis using Stein's estimator*, JASA 70: 311-319) with the
    beta-binomial's moments (Kleinman 1973, JASA 68: 46-54): what the shares differ by more than chance explains is how
    much standards truly differ.

    Args:
        shares: Of each standard the part of the points that was reached, 0 to 1.
        sizes: How many pupils each is worth.

    Returns:
        The mean, by pupils, and its strength, 2 to 200 pupils; `STATED_STRENGTH` with fewer than five standards.

    Raises:
        ValueError: There are no shares, or not as many sizes.

    """
    p, n = np.asarray(shares, np.float64), np.asarray(sizes, np.float64)
    if not len(p) or len(p) != len(n):
        raise ValueError(f"{len(p)} shares and {len(n)} sizes: give as many of both, one at least")
    mean = float(np.clip((n * p).sum() / n.sum(), 0.01, 0.99))
    if len(p) < _MIN_STANDARDS:
        return Prior(mean, STATED_STRENGTH)
    chance = float(np.mean(mean * (1 - mean) / n))
    between = float(np.var(p, ddof=1)) - chance
    if between <= 0:
        return Prior(mean, _STRENGTHS[1])
    return Prior(mean, float(np.clip(mean * (1 - mean) / between - 1, *_STRENGTHS)))


def item_variance(standards: Sequence[Sequence[tuple[float, int]]]) -> float:
    """How much the shares of items on one standard differ by more than the chance of who sat them.

    Args:
        standards: For each standard its items: the share and how many pupils.

    Returns:
        The pooled variance; `STATED_ITEM_VARIANCE` where no standard has two items.

    """
    squares, freedom = 0.0, 0
    for items in standards:
        if len(items) < 2:
            continue
        p = np.array([share for share, _ in items])
        chance = float(np.mean([share * (1 - share) / n for share, n in items]))
        squares += float(((p - p.mean()) ** 2).sum()) - (len(items) - 1) * chance
        freedom += len(items) - 1
    return max(squares / freedom, 0.0) if freedom else STATED_ITEM_VARIANCE


def effective_size(n: float, items: int, variance: float, mean: float) -> float:
    """How many independent pupils a share is worth: few items say little of a standard, however many sat them.

    Args:
        n: The pupils.
        items: How many items they sat.
        variance: That between items of one standard.
        mean: The mean share of the test.

    Returns:
        At most `n`.

    """
    return 1 / (1 / n + variance / (items * mean * (1 - mean)))


def shrink_need(share: float, size: float, prior: Prior) -> tuple[Estimate, tuple[float, float]]:
    """The need, one minus the share, with its 95 % interval, and the weights of its beta distribution.

    Args:
        share: The part of the points that was reached, 0 to 1.
        size: How many pupils that is worth.
        prior: What is expected of the test.

    Returns:
        The mean of the posterior with its 2.5 % and 97.5 % points, and the weights for and against.

    """
    more, less = prior.need
    weights = more + size * (1 - share), less + size * share
    return beta_estimate(weights), weights


def beta_estimate(weights: tuple[float, float]) -> Estimate:
    """The mean of a beta distribution and its 2.5 % and 97.5 % points."""
    a, b = weights
    return Estimate(a / (a + b), _beta_point(a, b, _TAIL), _beta_point(a, b, 1 - _TAIL))


def _beta_point(a: float, b: float, share: float) -> float:
    """Below which number a beta distribution has this share, to twelve decimals: by Newton's steps between two bounds.

    SciPy's `betaincinv` gives the same, and a test holds the two together; but loading it takes longer than a check.
    """
    low, high, x = 0.0, 1.0, a / (a + b)
    for _ in range(200):
        error = _beta_share(a, b, x) - share
        low, high = (low, x) if error > 0 else (x, high)
        density = math.exp(_log_power(a, b, x) - math.log(x) - math.log1p(-x))
        step = x - error / density if density > 0 else low
        after = step if low < step < high else (low + high) / 2
        if abs(after - x) < _CLOSE or high - low < _CLOSE:
            return after
        x = after
    return x


def _beta_share(a: float, b: float, x: float) -> float:
    """The share of a beta distribution below `x`, by its continued fraction (Lentz; DLMF 8.17.22)."""
    if x > (a + 1) / (a + b + 2):
        return 1 - _beta_share(b, a, 1 - x)
    c, d = 1.0, 1 / (1 - (a + b) * x / (a + 1))
    fraction = d
    for m in range(1, 100_000):
        for term in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            c, d = 1 + term / c, 1 / (1 + term * d)
            fraction *= c * d
        if abs(c * d - 1) < _CLOSE:
            break
    return math.exp(_log_power(a, b, x)) * fraction / a


def _log_power(a: float, b: float, x: float) -> float:
    """The logarithm of x^a (1 - x)^b / B(a, b)."""
    return math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
