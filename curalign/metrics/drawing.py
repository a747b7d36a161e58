"""Which standards to ask a person about: at random within strata of the probability, so that few answers say much."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

# Three strata, as the verdicts are three; fewer where a stratum would hold less than five standards.
STRATA = 3
_MIN_STRATUM = 5
# Two of each stratum at least, because one answer does not show how standards of a stratum differ.
_FLOOR = 2


def strata_of(probabilities: Sequence[float]) -> list[int]:
    """Cut standards into strata as large as each other, from the least probable (0) to the most.

    Args:
        probabilities: That each standard is taught, 0 to 1.

    Returns:
        A stratum for each standard. Standards with the same probability may be cut apart, in the order given.

    """
    n = len(probabilities)
    many = max(1, min(STRATA, n // _MIN_STRATUM))
    places = np.argsort(np.argsort(np.asarray(probabilities, np.float64), kind="stable"), kind="stable")
    return [int(place) * many // n for place in places]


def draw_for_review(
    probabilities: Sequence[float],
    n: int,
    seed: int,
    reviewed: Collection[int] = (),
    strata: Sequence[int] | None = None,
) -> tuple[int, ...]:
    """Draw `n` standards for a person to answer, at random without replacement within strata.

    Each stratum gets its share of the standards and at least two, those that were reviewed before counted; with what
    was drawn before, a second draw is still a random sample of each stratum. The order is random too, so that whoever
    stops half-way has answered a random part (stratified sampling with proportional allocation: Särndal, Swensson and
    Wretman 1992, *Model Assisted Survey Sampling*, section 3.7).

    Args:
        probabilities: That each standard is taught, 0 to 1.
        n: How many to draw; all that are left where there are no more.
        seed: The same seed draws the same standards.
        reviewed: Indices of standards that were drawn before; none of them is drawn again.
        strata: A stratum for each standard; without it those of `strata_of`.

    Returns:
        Indices into `probabilities`, none twice.

    Raises:
        ValueError: `strata` are not in step with `probabilities`.

    """
    labels = np.asarray(strata_of(probabilities) if strata is None else strata, np.intp)
    if len(labels) != len(probabilities):
        raise ValueError(f"{len(labels)} strata are not in step with {len(probabilities)} probabilities")
    done = np.zeros(len(labels), bool)
    done[list(reviewed)] = True
    names, rows = np.unique(labels, return_inverse=True)
    sizes, had = (np.bincount(rows, weight, len(names)).astype(np.intp) for weight in (None, done))
    asked = allocate(sizes, n, had)
    rng = np.random.default_rng(seed)
    drawn = [rng.permutation(np.flatnonzero((rows == at) & ~done))[:more] for at, more in enumerate(asked - had)]
    return tuple(int(at) for at in rng.permutation(np.concatenate([*drawn, np.empty(0, np.intp)]).astype(np.intp)))


def allocate(sizes: NDArray[np.intp], n: int, had: NDArray[np.intp] | None = None) -> NDArray[np.intp]:
    """How many of each stratum are reviewed after `n` more, `had` of them before: (h,) counts.

    One after the other goes to a stratum below the floor, else to the one that its share is most due to (the method of
    Sainte-Laguë), so that a larger n never takes a standard from a stratum.
    """
    asked = np.zeros(len(sizes), np.intp) if had is None else had.copy()
    for _ in range(min(n, int((sizes - asked).sum()))):
        due = np.where(asked < np.minimum(sizes, _FLOOR), np.inf, sizes / (asked + 0.5))
        asked[np.argmax(np.where(asked < sizes, due, -1.0))] += 1
    return asked
