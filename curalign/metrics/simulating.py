"""Districts whose truth is known, and how often the interval of a reviewed count holds it: for tests and benchmarks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from curalign.metrics.counting import Numbers, estimate, sums_by_stratum
from curalign.metrics.drawing import allocate, strata_of

World = Callable[[np.random.Generator, int], tuple[Numbers, Numbers]]
Cut = Callable[[Numbers], NDArray[np.intp]]


@dataclass(frozen=True, slots=True)
class Simulated:
    """Of how many draws the interval held the truth, as a share, and how many standards wide it was on average."""

    covered: float
    width: float


def simulate_reviews(
    world: World, standards: int, reviews: int, cut: Cut, districts: int = 200, draws: int = 20, seed: int = 0
) -> Simulated:
    """Draw districts from a world, reviews from each district, and count how often the interval holds the truth.

    Args:
        world: Gives the model's probabilities and whether each standard is taught (0 or 1).
        standards: How many standards a district has.
        reviews: How many of them a person answers, drawn as `draw_for_review` does.
        cut: Gives the strata, from 0 up.
        districts: How many districts are drawn.
        draws: How many samples of reviews are drawn in each.
        seed: The same seed gives the same numbers.

    Returns:
        Share of all samples whose interval holds the truth, and the interval's mean width in standards.

    """
    rng = np.random.default_rng(seed)
    covered, width = 0.0, 0.0
    for _ in range(districts):
        p, taught = world(rng, standards)
        rows = np.unique(cut(p), return_inverse=True)[1]
        known = _draws(rng, rows, reviews, draws)
        _, low, high = estimate(sums_by_stratum(p, np.tile(taught, (draws, 1)), known, rows))
        covered += float(((low <= taught.sum()) & (taught.sum() <= high)).mean())
        width += float((high - low).mean())
    return Simulated(covered / districts, width / districts)


def by_terciles(p: Numbers) -> NDArray[np.intp]:
    """The strata that `draw_for_review` cuts by itself."""
    return np.asarray(strata_of(p.tolist()), np.intp)


def by_verdicts(p: Numbers) -> NDArray[np.intp]:
    """Not taught, cannot tell, taught, with cuts at .4 and .6."""
    return np.asarray(np.digitize(p, (0.4, 0.6)), np.intp)


def _draws(rng: np.random.Generator, rows: NDArray[np.intp], n: int, draws: int) -> NDArray[np.bool_]:
    """(r, t) which standards were drawn."""
    asked = allocate(np.bincount(rows).astype(np.intp), n)
    keys = rng.random((draws, len(rows)))
    known = np.zeros(keys.shape, bool)
    for at, drawn in enumerate(asked):
        of = np.flatnonzero(rows == at)
        known[np.arange(draws)[:, None], of[np.argsort(keys[:, of], axis=1)[:, :drawn]]] = True
    return known


def _world(shown: Callable[[Numbers], Numbers], a: float = 0.5, b: float = 0.5) -> World:
    """True chances from the beta distribution of a and b, and a model that shows what `shown` makes of them."""

    def draw(rng: np.random.Generator, standards: int) -> tuple[Numbers, Numbers]:
        chances = np.clip(rng.beta(a, b, standards), 0.01, 0.99)
        return shown(chances), (rng.random(standards) < chances).astype(np.float64)

    return draw


def _unrelated(share: float, a: float, b: float) -> World:
    """A share is taught, whatever the model shows, which is drawn from the beta distribution of a and b."""

    def draw(rng: np.random.Generator, standards: int) -> tuple[Numbers, Numbers]:
        return np.clip(rng.beta(a, b, standards), 0.01, 0.99), (rng.random(standards) < share).astype(np.float64)

    return draw


def _odds(p: Numbers, shift: float, slope: float) -> Numbers:
    return np.asarray(1 / (1 + np.exp(-shift - slope * np.log(p / (1 - p)))), np.float64)


WORLDS: Mapping[str, World] = {
    "good": _world(lambda p: p),
    "over-confident": _world(lambda p: _odds(p, 0, 3)),
    "too careful": _world(lambda p: _odds(p, 0, 0.4)),
    "too hopeful": _world(lambda p: _odds(p, 1.5, 1)),
    "inverted": _world(lambda p: 1 - p),
    "all .9, 40 % taught": _unrelated(0.4, 90, 10),
    "10 % taught, good": _world(lambda p: p, 0.4, 3.6),
    "10 % taught, unrelated": _unrelated(0.1, 0.5, 0.5),
    "90 % taught, unrelated": _unrelated(0.9, 0.5, 0.5),
}
"""What a model may be like, good and badly off: name to world."""
