"""The product of gap, need and reach, and how sure the order is that it makes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

DRAWS = 2000
_SEED = 17
_ENDS = (2.5, 97.5)


@dataclass(frozen=True, slots=True)
class Uncertain:
    """What n standards' priorities are made of, each array (n,).

    `taught` and `supported` are probabilities; `supported` is None in a district without PD. `spreads` are how far the
    log-odds of the two are off between districts, as standard deviations. `more` and `less` are the weights of the beta
    distribution of the need; the reach lies between `least` and `most` pupils.
    """

    taught: Numbers
    supported: Numbers | None
    spreads: tuple[float, float]
    more: Numbers
    less: Numbers
    least: Numbers
    most: Numbers


@dataclass(frozen=True, slots=True)
class Drawn:
    """What drawing again gives for n standards: intervals (n, 2), and probabilities of the first places (n,)."""

    gap: Numbers
    product: Numbers
    ranks: Numbers
    top_5: Numbers
    top_10: Numbers


def gap_of(taught: Numbers, supported: Numbers | None) -> Numbers:
    """The probability that a standard is not taught, or taught and not supported by PD: 1 - taught x supported."""
    return 1 - taught if supported is None else 1 - taught * supported


def shift_odds(p: Numbers, by: Numbers | float) -> Numbers:
    """Probabilities with their log-odds moved; what is sure stays sure."""
    inside = np.clip(p, 1e-9, 1 - 1e-9)
    moved = 1 / (1 + np.exp(-(np.log(inside / (1 - inside)) + by)))
    return np.where((p <= 0) | (p >= 1), p, moved)


def draw_again(of: Uncertain, draws: int = DRAWS, seed: int = _SEED) -> Drawn:
    """Draw what is uncertain again and again, and see what becomes of products and ranks.

    Each draw moves the calibration of units and of PD as a whole, as far as it is off between districts, and draws each
    need from its distribution and each reach from its range: this gives the products' intervals. For the ranks each
    verdict is drawn as well: the standard is taught in that draw, or it is not.

    Args:
        of: What the priorities are made of.
        draws: How often.
        seed: The same seed draws the same numbers.

    Returns:
        95 % intervals of gap, product and rank, and the shares of draws in which a standard is among the first.

    """
    rng = np.random.default_rng(seed)
    n = len(of.taught)
    shifts = rng.standard_normal((draws, 2)) * of.spreads
    taught = shift_odds(np.broadcast_to(of.taught, (draws, n)), shifts[:, :1])
    supported = None if of.supported is None else shift_odds(np.broadcast_to(of.supported, (draws, n)), shifts[:, 1:])
    need = rng.beta(of.more, of.less, (draws, n))
    weight = need * rng.uniform(of.least, np.maximum(of.most, of.least + 1e-9), (draws, n))
    gaps = gap_of(taught, supported)
    is_gap = rng.random((draws, n)) < gaps
    ranks = _ranks(is_gap * weight)
    found = is_gap & (weight > 0)
    return Drawn(
        np.percentile(gaps, _ENDS, axis=0).T,
        np.percentile(gaps * weight, _ENDS, axis=0).T,
        np.percentile(ranks, _ENDS, axis=0).T,
        np.asarray((found & (ranks <= 5)).mean(axis=0)),
        np.asarray((found & (ranks <= 10)).mean(axis=0)),
    )


def _ranks(values: Numbers) -> Numbers:
    """(r, n) ranks from 1, the greatest first; those that are 0 share the mean of the last places."""
    ranks = np.empty(values.shape)
    np.put_along_axis(ranks, np.argsort(-values, axis=1, kind="stable"), np.arange(1.0, values.shape[1] + 1), axis=1)
    above = (values > 0).sum(axis=1, keepdims=True)
    return np.where(values > 0, ranks, (above + 1 + values.shape[1]) / 2)
