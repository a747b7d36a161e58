"""Would a gap be noticed? Take away what is labelled with a standard, and see whether its level falls far enough.

A standard's level is the highest score that any text gives it. The bar is the level below which a given share of the
standards that are still taught fall: those are the false alarms that a reader accepts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, takewhile
from operator import methodcaller

import numpy as np
from numpy.typing import NDArray

from curalign.domain.scores import Estimate
from curalign.metrics.estimates import LEVEL, ROUNDS, divide
from curalign.metrics.measured import Measured

ALARMS = (0.05, 0.10)
"""The shares of taught standards that may be called untaught."""
_SEED = 0


@dataclass(frozen=True, eq=False)
class Levels:
    """The level of each of g taught standards, and the level that is left when what teaches it is taken away.

    `without` (g,) is not a number for a standard that was never taken away, and -inf where no text was left.
    """

    codes: tuple[str, ...]
    taught: NDArray[np.float64]
    without: NDArray[np.float64]


def single_standard_gaps(measured: Measured) -> Levels:
    """For each labelled standard in turn, compare its level with all texts and without those that are labelled with it.

    A standard that has components among those scored is left to them.

    Args:
        measured: t texts scored against s standards.

    Returns:
        The levels of the g labelled standards, as the scores have them: with everything, and with their texts taken
        away (-inf where no text is left).

    """
    columns = _taught_columns(measured)
    taught = np.array([measured.scores[:, j].max() for j in columns])
    without = np.array([measured.scores[~measured.right[:, j], j].max(initial=-np.inf) for j in columns])
    return Levels(tuple(measured.codes[j] for j in columns), taught, without)


def left_out_units(measured: Measured) -> Levels | None:
    """Leave out one whole unit after the other, and compare the levels of the standards that no other unit teaches.

    Args:
        measured: t texts of several units scored against s standards.

    Returns:
        The levels of the g standards that one unit alone teaches: with everything, and without that unit. None where no
        two texts are of one unit.

    """
    named = [unit for unit in measured.units if unit]
    if len(set(named)) == len(named):
        return None
    columns = _taught_columns(measured)
    units = np.array([unit or f"\0{at}" for at, unit in enumerate(measured.units)])
    taught, without = [], []
    for j in columns:
        teaching = set(units[measured.right[:, j]])
        taught.append(measured.scores[:, j].max())
        rest = measured.scores[units != min(teaching), j].max(initial=-np.inf)
        without.append(rest if len(teaching) == 1 else np.nan)
    return Levels(tuple(measured.codes[j] for j in columns), np.array(taught), np.array(without))


def noticed(levels: Levels, alarms: float) -> Estimate | None:
    """The share of removed standards whose level is below the bar.

    Args:
        levels: The levels of standards before and after what teaches them was taken away.
        alarms: The share of taught standards that fall below the bar: 0.05 or 0.10.

    Returns:
        The share (0 to 1) with its interval over standards. None where nothing was removed.

    """
    n = int((~np.isnan(levels.without)).sum())
    if not n:
        return None
    value = float(_share_below(levels.taught[np.newaxis], levels.without[np.newaxis], alarms)[0])
    if n < 2:
        return Estimate(value, None, None, n)
    drawn = np.random.default_rng(_SEED).integers(0, len(levels.codes), (ROUNDS, len(levels.codes)))
    shares = _share_below(levels.taught[drawn], levels.without[drawn], alarms)
    low, high = np.nanquantile(shares, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return Estimate(value, min(float(low), value), max(float(high), value), n)


def noticed_among(taught: NDArray[np.float64], untaught: NDArray[np.float64], alarms: float) -> Estimate | None:
    """The same for standards that are known not to be taught, beside others that are.

    `taught` (g,) and `untaught` (k,) are their levels. The interval draws standards of either kind anew. None where
    one kind is missing.
    """
    if not len(taught) or not len(untaught):
        return None
    value = float(_share_below(taught[np.newaxis], untaught[np.newaxis], alarms)[0])
    random = np.random.default_rng(_SEED)
    first, second = (levels[random.integers(0, len(levels), (ROUNDS, len(levels)))] for levels in (taught, untaught))
    low, high = np.quantile(_share_below(first, second, alarms), [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return Estimate(value, min(float(low), value), max(float(high), value), len(untaught))


def leaves(codes: Sequence[str]) -> frozenset[str]:
    """The codes without those whose components are there too: `1.a` or `1a` belong to `1`, and `10` does not."""
    ordered = sorted(codes)
    found = set()
    for at, code in enumerate(ordered):
        after = islice(ordered, at + 1, None)
        below = takewhile(methodcaller("startswith", code), after)
        if not any(_is_component(other, code) for other in below):
            found.add(code)
    return frozenset(found)


def _is_component(code: str, of: str) -> bool:
    """Whether a code that starts with another is part of it, rather than the next in number."""
    return len(code) > len(of) and not (of[-1:].isdigit() and code[len(of)].isdigit())


def _taught_columns(measured: Measured) -> list[int]:
    lowest = leaves(measured.codes)
    return [j for j in np.flatnonzero(measured.right.any(axis=0)).tolist() if measured.codes[j] in lowest]


def _share_below(taught: NDArray[np.float64], without: NDArray[np.float64], alarms: float) -> NDArray[np.float64]:
    """(r,): of each row's removed standards, how many are below the row's bar."""
    bar = np.quantile(taught, alarms, axis=1)[:, np.newaxis]
    removed = ~np.isnan(without)
    counted = removed.sum(axis=1)
    below = (removed & (without < bar)).sum(axis=1)
    return divide(below.astype(np.float64), counted.astype(np.float64))
