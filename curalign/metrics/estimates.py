"""A number with its 95 % interval, by resampling the units that the texts came in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from curalign.domain.scores import Estimate

ROUNDS = 1000
LEVEL = 0.95
_SEED = 0

Sums = NDArray[np.float64]
Statistic = Callable[[Sums], NDArray[np.float64]]


def bootstrap(parts: NDArray[np.float64], units: Sequence[str], statistic: Statistic, n: int) -> Estimate | None:
    """Estimate a statistic of sums over texts, with its 95 % interval.

    Whole units are drawn with replacement, because texts of one unit resemble each other (the percentile interval of
    Efron and Tibshirani 1993, section 13.3, with the cluster bootstrap of Field and Welsh 2007). Where the percentiles
    of a skewed statistic lie on one side of the value, the interval is stretched to hold it. The same texts in another
    order give the same interval.

    Args:
        parts: (t, k) what each text adds to the sums.
        units: (t,) the unit of each text; an empty name is a unit of its own.
        statistic: Takes (r, k) sums and gives (r,) values.
        n: How many things were measured, for the estimate to say.

    Returns:
        The estimate, without an interval where there are fewer than two units; None where it is not defined.

    """
    value = float(statistic(parts.sum(axis=0, keepdims=True))[0])
    if np.isnan(value):
        return None
    sums = _by_unit(parts, units)
    if len(sums) < 2:
        return Estimate(value, None, None, n)
    drawn = np.random.default_rng(_SEED).multinomial(len(sums), np.full(len(sums), 1 / len(sums)), ROUNDS)
    low, high = _interval(statistic(drawn @ sums))
    return Estimate(value, min(low, value), max(high, value), n)


def mean_of(sums: Sums) -> NDArray[np.float64]:
    """The first column's share of the second: a mean, where the second column counts."""
    return divide(sums[:, 0], sums[:, 1])


def divide(above: NDArray[np.float64], below: NDArray[np.float64]) -> NDArray[np.float64]:
    """Element by element; not a number where nothing was counted."""
    shares = np.full(len(above), np.nan)
    np.divide(above, below, out=shares, where=below != 0)
    return shares


def _by_unit(parts: NDArray[np.float64], units: Sequence[str]) -> Sums:
    """(u, k) sums of the units that hold anything, in an order that their texts' order does not change."""
    names: dict[str | int, int] = {}
    rows = [names.setdefault(unit or at, len(names)) for at, unit in enumerate(units)]
    sums = np.zeros((len(names), parts.shape[1]))
    np.add.at(sums, rows, parts)
    sums = sums[(sums != 0).any(axis=1)]
    order = np.lexsort(sums.T)
    return np.asarray(sums[order], np.float64)


def _interval(values: NDArray[np.float64]) -> tuple[float, float]:
    known = values[~np.isnan(values)]
    low, high = np.quantile(known, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return float(low), float(high)
