"""Fits a judge on labelled pairs: a logit, alone or in competition, so that every judgement stays a sum of reasons."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace

import numpy as np
from numpy.typing import NDArray

from curalign.domain.links import Candidates, Thresholds
from curalign.judging.emphasis import SIGNAL as EMPHASIS
from curalign.judging.judge import Judge
from curalign.judging.own_subject import SIGNAL as SUBJECT


@dataclass(frozen=True, slots=True, eq=False)
class Labelled:
    """Candidates of one source and, for each of the m pairs, whether its publisher labels it so: (m,) bool.

    `share` is how much each of its passages counts where a judge is moved.
    """

    source: str
    candidates: Candidates
    truth: NDArray[np.bool_]
    share: float = 1.0


def fit_judge(
    labelled: Sequence[Labelled], signals: Sequence[str], *, encoder: str, thresholds: Thresholds, name: str = "new"
) -> Judge:
    """Fit one weight per signal and an intercept.

    A source's pairs weigh 1 / sqrt(its passages) each, so that a large source does not drown a small one.
    Signals are standardised for the fit and the weights are given back in the signals' own units.
    """
    from sklearn.linear_model import LogisticRegression

    values = np.concatenate([_columns(part.candidates, signals) for part in labelled])
    truth = np.concatenate([part.truth for part in labelled])
    weights = np.concatenate([np.full(len(p.truth), 1 / np.sqrt(len(p.candidates.passages))) for p in labelled])
    mean, spread = values.mean(axis=0), values.std(axis=0)
    spread[spread == 0] = 1.0
    model = LogisticRegression(max_iter=1000)
    model.fit((values - mean) / spread, truth, sample_weight=weights / weights.mean())
    own_units = model.coef_[0] / spread
    return Judge(
        name=name,
        encoder=encoder,
        intercept=float(model.intercept_[0] - own_units @ mean),
        weights={signal: float(weight) for signal, weight in zip(signals, own_units, strict=True)},
        thresholds=thresholds,
    )


def fit_choice(
    labelled: Sequence[Labelled], signals: Sequence[str], *, encoder: str, thresholds: Thresholds, name: str = "new"
) -> Judge:
    """Fit a judge whose standards compete, by maximum likelihood (McFadden 1974).

    A passage's labels share its mass; one without a label is about none of its standards. A source's passages weigh
    1 / sqrt(how many they are) each, so that a large source does not drown a small one. A little shrinkage keeps
    weights of signals that say the same from growing against each other.

    Args:
        labelled: Sources; in each the pairs of one passage stand together.
        signals: What to weigh.
        encoder: The fingerprint of the encoder that measured them.
        thresholds: From which probability a link counts.
        name: What the judge is called.

    Returns:
        A judge that competes.

    """
    passages = [len(np.unique(part.candidates.passage)) for part in labelled]
    pairs = zip(labelled, passages, strict=True)
    parts = [_Choices.of_pairs(part, signals, 1 / np.sqrt(max(n, 1))) for part, n in pairs]
    best = _most_likely(parts, np.concatenate([[0.0], np.full(len(signals), _SHRINKAGE)]))
    return Judge(
        name=name,
        encoder=encoder,
        intercept=float(best[0]),
        weights={signal: float(weight) for signal, weight in zip(signals, best[1:], strict=True)},
        thresholds=thresholds,
        competes=True,
    )


def refit_choice(
    labelled: Sequence[Labelled],
    start: Judge,
    *,
    encoder: str,
    name: str = "new",
    strange: bool = False,
    trust: float | None = None,
) -> Judge:
    """Move a judge that competes as far as labels ask for: the maximum of likelihood and a normal prior around it.

    Few labels hardly move it, and a signal that is the same in all pairs keeps its weight. None comes to speak against
    a link. The weights of `KEPT` stay what they are and count in every score.

    Args:
        labelled: Sources; in each the pairs of one passage stand together. A passage counts as the source's share says.
        start: Where the labels find it. Its thresholds, emphasis and curves are taken over.
        encoder: The fingerprint of the encoder that measured the pairs.
        name: What the new judge is called.
        strange: Whether nothing is known of how large this encoder's cosines are: what they weigh is then free to move.
        trust: How strongly it is held where it was; `TRUST` unless given.

    Returns:
        A judge that competes.

    """
    signals = [signal for signal in start.weights if signal not in KEPT]
    parts = [_Choices.of_pairs(part, signals, part.share, start.scores(part.candidates)) for part in labelled]
    trust = TRUST if trust is None else trust
    held = [TRUST_OF_COSINES if strange and signal in COSINES else trust for signal in signals]
    least = [-np.inf, *(-max(start.weights[signal], 0.0) for signal in signals)]
    moved = _most_likely(parts, np.array([0.0 if strange else trust, *held]), np.array(least))
    weights = {signal: start.weights[signal] + float(by) for signal, by in zip(signals, moved[1:], strict=True)}
    return replace(
        start,
        name=name,
        encoder=encoder,
        intercept=start.intercept + float(moved[0]),
        weights=start.weights | weights,
        fingerprint="",
        subjects=(),
    )


KEPT = ("heading", EMPHASIS, SUBJECT)
"""What is taken over as it is: few name a heading, how often a standard is taught needs whole years of lessons, and a
document's own subject whole documents."""
COSINES = ("similarity", "examples")
"""What another encoder makes smaller or larger; words are the same by all."""
TRUST, TRUST_OF_COSINES = 30.0, 3.0
"""How strongly a judge is held where it was (decision 50): what it costs, in log-likelihood, when a weight moves so far
that a standard deviation of its signal adds one more to the log-odds."""
_SHRINKAGE = 0.01


@dataclass(frozen=True, slots=True, eq=False)
class _Choices:
    """The pairs of one source, and where each passage's pairs begin.

    `values` is (m, k), `begun` (m,) what a score is without them, `truth` (m,), `starts` (p,) for p passages, `of` (m,)
    the passage of each pair, `weight` theirs.
    """

    values: NDArray[np.float64]
    begun: NDArray[np.float64]
    truth: NDArray[np.float64]
    starts: NDArray[np.intp]
    of: NDArray[np.intp]
    weight: float

    @classmethod
    def of_pairs(
        cls, part: Labelled, signals: Sequence[str], weight: float, begun: NDArray[np.float64] | None = None
    ) -> _Choices:
        """The pairs in passage order; their scores begin at 0 unless `begun` says otherwise."""
        order = np.argsort(part.candidates.passage, kind="stable")
        _, starts, of = np.unique(part.candidates.passage[order], return_index=True, return_inverse=True)
        values = _columns(part.candidates, signals)[order]
        before = np.zeros(len(order)) if begun is None else begun[order]
        return cls(values, before, part.truth[order].astype(np.float64), starts, of, weight)

    def loss(self, none: float, weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        """Minus the log-likelihood, and its slope by the intercept and by each weight."""
        scores = self.begun + none + self.values @ weights
        top = np.maximum(np.maximum.reduceat(scores, self.starts), 0)
        odds = np.exp(scores - top[self.of])
        nothing = np.exp(-top)
        every = np.add.reduceat(odds, self.starts) + nothing
        right = np.add.reduceat(odds * self.truth, self.starts)
        labelled = np.add.reduceat(self.truth, self.starts) > 0
        right = np.where(labelled, right, nothing)
        share = np.where(labelled[self.of], odds * self.truth / right[self.of], 0.0)
        pull = odds / every[self.of] - share
        slope = np.concatenate([[pull.sum()], self.values.T @ pull])
        return self.weight * float(-np.log(right / every).sum()), self.weight * slope


def _most_likely(
    parts: Sequence[_Choices], pull: NDArray[np.float64], least: NDArray[np.float64] | None = None
) -> NDArray[np.float64]:
    """(1 + k,): the intercept and the weights, in the signals' own units, that make the labels most probable.

    Each is pulled towards 0 by `pull` (1 + k,) times the square of what it adds for a standard deviation of its signal,
    and none is below `least` (1 + k,).
    """
    from scipy.optimize import minimize

    spread = np.concatenate([part.values for part in parts]).std(axis=0)
    spread[spread == 0] = 1.0
    own_units = np.concatenate([[1.0], 1 / spread])

    def loss(point: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        at = point * own_units
        found = [part.loss(at[0], at[1:]) for part in parts]
        slopes = np.sum([slope for _, slope in found], axis=0) * own_units
        return sum(value for value, _ in found) + float(pull @ point**2), slopes + 2 * pull * point

    bounds = None if least is None else [(low, None) for low in least / own_units]
    begin = np.zeros(len(own_units))
    best = minimize(loss, begin, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 500}).x
    return np.asarray(best * own_units)


def to_json(judge: Judge, trained: Mapping[str, object]) -> str:
    """The judge as it is shipped; `trained` says on what, under which licence, and how well it did."""
    data = {
        "format": 2 if judge.competes else 1,
        "encoder": judge.encoder,
        "intercept": round(judge.intercept, 6),
        "weights": {signal: round(weight, 6) for signal, weight in judge.weights.items()},
        "thresholds": {"full": judge.thresholds.full, "partial": judge.thresholds.partial},
        "trained": trained,
    }
    if judge.competes:
        data["competes"] = True
    if judge.calibrations:
        data["levels"] = judge.levels
        data["taught"] = {str(kind): asdict(calibration) for kind, calibration in judge.calibrations}
    if judge.emphasis:
        data["emphasis"] = {s: {c: round(v, 2) for c, v in codes.items()} for s, codes in judge.emphasis.items()}
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def _columns(candidates: Candidates, signals: Sequence[str]) -> NDArray[np.float64]:
    return np.column_stack([candidates.signals[signal] for signal in signals]).astype(np.float64)
