"""A district's own answers move the calibration a little: as far as they say something that the prior does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from curalign.domain.verdicts import Calibration

ENOUGH = 15
"""Answers to standards that were drawn at random, below which nothing is fitted: fewer were never measured."""

_SLOPE_SPREAD = 0.3
"""How far the slope of the curve differs between districts, as a share of it; the answers of one district say little
of a slope."""
_LEAST_SPREAD = 0.4
"""A district without any difference of its own from others would still not be known without doubt."""
_STEPS = 25


def refit(calibration: Calibration, taught: Sequence[float], answers: Sequence[bool]) -> Calibration:
    """The calibration for this district, by what people answered there.

    The log-odds are shifted and stretched, with normal priors about "as in other districts": the shift by the spread
    between districts that the calibration was fitted with, the stretch by `_SLOPE_SPREAD`. Maximum a posteriori, by
    Newton's method; the spread that is left is the posterior's (Laplace).

    Args:
        calibration: As it was fitted to other districts.
        taught: What it says of standards that were drawn at random, 0 to 1 with both ends excluded.
        answers: Whether each of them is taught.

    Returns:
        A calibration of the same form; the same one where there are fewer than `ENOUGH` answers.

    """
    if len(answers) < ENOUGH:
        return calibration
    p = np.clip(np.asarray(taught, np.float64), 1e-6, 1 - 1e-6)
    said = np.column_stack([np.ones(len(p)), np.log(p / (1 - p))])
    truth = np.asarray(answers, np.float64)
    precision = np.diag([1 / max(calibration.spread, _LEAST_SPREAD) ** 2, 1 / _SLOPE_SPREAD**2])
    prior = np.array([0.0, 1.0])
    at, curvature = prior, precision
    for _ in range(_STEPS):
        now = 1 / (1 + np.exp(-np.clip(said @ at, -30, 30)))
        slope = said.T @ (truth - now) - precision @ (at - prior)
        curvature = (said * (now * (1 - now))[:, None]).T @ said + precision
        at = at + np.linalg.solve(curvature, slope)
    shift, stretch = float(at[0]), max(float(at[1]), 0.1)  # a curve that fell would call the nearest standards untaught
    left = float(np.sqrt(np.linalg.inv(curvature)[0, 0]))
    return replace(
        calibration,
        intercept=shift + stretch * calibration.intercept,
        slope=stretch * calibration.slope,
        spread=min(calibration.spread, left),
    )
