"""How far a share of few pupils can be trusted: drawn towards the mean of its test by how few they are."""

from __future__ import annotations

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
    from scipy.special import betaincinv

    a, b = weights
    return Estimate(a / (a + b), float(betaincinv(a, b, _TAIL)), float(betaincinv(a, b, 1 - _TAIL)))
