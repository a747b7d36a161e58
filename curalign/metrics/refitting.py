"""A district's own answers move the calibration a little: as far as they say something that the prior does not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from curalign.domain.scores import Count
from curalign.domain.verdicts import Calibration
from curalign.metrics.counting import numbers_taught, taught_interval

ENOUGH = 15
"""Answers to standards that were drawn at random, below which nothing is fitted: fewer were never measured."""

STRETCH = 0.15
"""How far the slope of the curve is taken to differ between districts, as a share of it."""
_LEAST_SPREAD = 0.4
"""A district without any difference of its own from others would still not be known without doubt."""
_DOUBTER = 1.5, 1.0
"""Spreads of shift and slope for somebody who does not believe the model: it may even be turned round."""
_STRONG = 10.0
"""How much more a doubter must have expected the answers before the model is given up (Jeffreys 1961: strong)."""
_SLIP = 0.01
"""How often an answer is not what was meant, or a sure probability is of something else: one such moves little."""
_STEPS = 25
_GRID = 13
_REACH = 3.0
"""Standard deviations on each side that the grid of shifts and slopes covers."""

Numbers = NDArray[np.float64]


def refit(calibration: Calibration, taught: Sequence[float], answers: Sequence[bool]) -> Calibration:
    """The calibration for this district, by what people answered there.

    The log-odds are shifted and stretched, with normal priors about "as in other districts": the shift by the spread
    between districts that the calibration was fitted with, the stretch by `STRETCH`. Maximum a posteriori, by Newton's
    method; the spread that is left is the posterior's (Laplace), and draws the log-odds together that much less
    (MacKay 1992; Bishop 2006, 4.153).

    Args:
        calibration: As it was fitted to other districts.
        taught: What it says of standards that were drawn at random, 0 to 1.
        answers: Whether each of them is taught.

    Returns:
        A calibration of the same form; the same one where there are fewer than `ENOUGH` answers.

    """
    if len(answers) < ENOUGH:
        return calibration
    spread = max(calibration.spread, _LEAST_SPREAD)
    apart = _apart(spread**2)
    said = np.column_stack([np.ones(len(taught)), apart * _log_odds(np.clip(taught, _SLIP, 1 - _SLIP))])
    truth = np.asarray(answers, np.float64)
    precision = np.diag([1 / spread**2, 1 / STRETCH**2])
    prior = np.array([0.0, 1.0])
    at, curvature = prior, precision
    for _ in range(_STEPS):
        now = 1 / (1 + np.exp(-np.clip(said @ at, -30, 30)))
        slope = said.T @ (truth - now) - precision @ (at - prior)
        curvature = (said * (now * (1 - now))[:, None]).T @ said + precision
        at = at + np.linalg.solve(curvature, slope)
    left = np.linalg.inv(curvature)
    together = _apart(float(((said @ left) * said).sum(axis=1).mean()))
    shift, stretch = float(at[0]) / together, max(float(at[1]), 0.1) * apart / together
    return replace(
        calibration,
        intercept=shift + stretch * calibration.intercept,
        slope=stretch * calibration.slope,
        spread=min(calibration.spread, float(np.sqrt(left[0, 0]))),
    )


def updated_count(probabilities: Sequence[float], answers: Mapping[int, bool], spread: float) -> Count | None:
    """Count what is taught by the model, after people answered about some standards that were drawn at random.

    What they answered is known; of the others the model speaks, moved by these answers as `refit` moves it, over all
    shifts and slopes that they leave possible. Narrower with each answer, and as good as the calibration:
    `reviewed_count` needs none, and is wider.

    Args:
        probabilities: That each standard is taught, 0 to 1, by the model as it was.
        answers: For the index of each reviewed standard, whether it is taught.
        spread: Standard deviation of the log-odds between districts, of the calibration.

    Returns:
        The count with its 95 % interval. None where the answers contradict the model: somebody who believes nothing of
        it (`_DOUBTER`) would have expected them `_STRONG` times as much. Fewer than `ENOUGH` are never said to.

    """
    spread = max(spread, 1e-3)
    p = np.asarray(probabilities, np.float64)
    known = np.zeros(len(p), bool)
    known[list(answers)] = True
    truth = np.array([answers[at] for at in sorted(answers)], np.float64)
    odds = _apart(spread**2) * _log_odds(p)
    shifts, slopes, logs = _posterior(odds[known], truth, spread, STRETCH)
    _, _, doubted = _posterior(odds[known], truth, *_DOUBTER)
    doubt = np.logaddexp.reduce(doubted) - np.logaddexp.reduce(logs)
    if len(answers) >= ENOUGH and doubt > np.log(_STRONG):
        return None
    weights = np.exp(logs - np.logaddexp.reduce(logs))
    taught = 1 / (1 + np.exp(-np.clip(shifts[:, None] + slopes[:, None] * odds[~known], -700, 700)))
    expected = int(truth.sum()) + int(np.floor(float((weights @ taught).sum()) + 0.5))
    low, high = taught_interval(weights @ numbers_taught(taught))
    sure = int(truth.sum())
    return Count(expected, min(sure + low, expected), max(sure + high, expected), len(p))


def _posterior(odds: Numbers, truth: Numbers, spread: float, stretch: float) -> tuple[Numbers, Numbers, Numbers]:
    """(g,) shifts and slopes on a grid, and the log of their prior times the likelihood of the answers."""
    steps = np.linspace(-_REACH, _REACH, _GRID)
    shifts, slopes = map(np.ravel, np.meshgrid(spread * steps, 1 + stretch * steps, indexing="ij"))
    prior = -0.5 * ((shifts / spread) ** 2 + ((slopes - 1) / stretch) ** 2)
    lines = shifts[:, None] + slopes[:, None] * odds
    taught = _SLIP + (1 - 2 * _SLIP) / (1 + np.exp(-np.clip(lines, -700, 700)))
    likelihood = np.log(np.where(truth > 0, taught, 1 - taught)).sum(axis=1)
    return shifts, slopes, np.asarray(prior - np.logaddexp.reduce(prior) + likelihood, np.float64)


def _apart(variance: float) -> float:
    """What log-odds are drawn together by when they are averaged over shifts of this variance."""
    return float(np.sqrt(1 + np.pi / 8 * variance))


def _log_odds(probabilities: Sequence[float] | Numbers) -> Numbers:
    p = np.clip(np.asarray(probabilities, np.float64), 1e-6, 1 - 1e-6)
    return np.asarray(np.log(p / (1 - p)), np.float64)
