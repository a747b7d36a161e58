"""Fits a judge on labelled pairs: logistic regression, so that every judgement stays a sum of reasons."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from curalign.domain.links import Candidates, Thresholds
from curalign.judging.judge import FORMAT, Judge


@dataclass(frozen=True, slots=True, eq=False)
class Labelled:
    """Candidates of one source and, for each of the m pairs, whether its publisher labels it so: (m,) bool."""

    source: str
    candidates: Candidates
    truth: NDArray[np.bool_]


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


def to_json(judge: Judge, trained: Mapping[str, object]) -> str:
    """The judge as it is shipped; `trained` says on what, under which licence, and how well it did."""
    data = {
        "format": FORMAT,
        "encoder": judge.encoder,
        "intercept": round(judge.intercept, 6),
        "weights": {signal: round(weight, 6) for signal, weight in judge.weights.items()},
        "thresholds": {"full": judge.thresholds.full, "partial": judge.thresholds.partial},
        "trained": trained,
    }
    if judge.emphasis:
        data["emphasis"] = {s: {c: round(v, 2) for c, v in codes.items()} for s, codes in judge.emphasis.items()}
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def _columns(candidates: Candidates, signals: Sequence[str]) -> NDArray[np.float64]:
    return np.column_stack([candidates.signals[signal] for signal in signals]).astype(np.float64)
