"""A judge is readable JSON: a weight for each signal, an intercept, two thresholds, and where they come from."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from curalign.domain.levels import VERSION as LEVELS
from curalign.domain.links import Candidates, Links, Thresholds
from curalign.domain.materials import Kind
from curalign.domain.subjects import subject_of, unknown_subjects
from curalign.domain.verdicts import Calibration
from curalign.errors import ModelError
from curalign.judging.emphasis import Emphasis, with_emphasis
from curalign.regular_files import NotRegularError, read_regular_file
from curalign.resources import models_folder
from curalign.wording import NO_FACTS, Facts, say
from curalign.wording.text import excerpt

FORMATS = (1, 2)
"""1: each pair is judged by itself. 2 (0.1.0): the standards of a passage compete."""
MAX_BYTES = 16 * 2**20
"""Bytes of a judge's file."""
ANY_ENCODER = "any"
LISTED_SUBJECTS = 5
"""How many subjects a sentence lists before it only counts."""
PRIOR = "prior"
"""The name under which the intercept stands among the evidence."""
RIVALS = "rivals"
"""The name under which what the passage's other standards take away stands among the evidence."""


@dataclass(frozen=True, slots=True)
class Judge:
    """Log-odds of a link as a sum: an intercept, one weight per signal, and what its rivals take away.

    Where it `competes` it is a conditional logit (McFadden 1974): a passage is about one of the standards that it is
    compared with or about none of them, whose score is minus the intercept. A sibling's lesson is then explained by the
    sibling and not lent to its neighbour. Where it does not, each pair is judged alone (logistic regression).
    `encoder` is the fingerprint that the weights were fitted to, or "any" for a judge that looks only at how a
    standard stands among the others, which every encoder can tell. `subjects` are those that its calibration was
    measured on, empty where its file does not say. `emphasis` is a signal that the judge itself brings along. `levels`
    is the version of the levels that its curves were fitted to; where that is not ours, it has no `calibrations`.
    """

    name: str
    encoder: str
    intercept: float
    weights: dict[str, float]
    thresholds: Thresholds
    fingerprint: str = ""
    subjects: tuple[str, ...] = ()
    emphasis: Emphasis = field(default_factory=dict)
    competes: bool = False
    calibrations: tuple[tuple[Kind, Calibration], ...] = ()
    levels: int = LEVELS

    @property
    def note(self) -> str:
        """What every report must say of this judge, or nothing."""
        if self.encoder == ANY_ENCODER:
            return say("judge-uncalibrated")
        return "" if self.levels == LEVELS else say("judge-stale")

    @property
    def reads_examples(self) -> bool:
        """Whether it weighs what our own texts say of a standard."""
        return any("example" in signal for signal in self.weights)

    def limits(self, subjects: Iterable[str]) -> Facts:
        """What must be known of standards of these subjects, of which some are not among the judge's, or nothing.

        They are the facts of the sentence `judge-limits`.
        """
        strange = unknown_subjects(subjects, self.subjects)
        if not strange or not self.subjects or self.encoder == ANY_ENCODER:
            return NO_FACTS
        return Facts(
            measured=self.subjects,
            nameless="no" if strange[0] else "yes",
            strange=[excerpt(name, 40) for name in strange[:LISTED_SUBJECTS] if name],
            more=max(len(strange) - LISTED_SUBJECTS, 0),
        )

    def __call__(self, candidates: Candidates, thresholds: Thresholds | None = None) -> Links:
        """Judge every candidate that is asked for; the evidence of a link sums to the log-odds of its probability.

        Raises ModelError where the judge weighs what is not measured.
        """
        columns, weights = self._columns(candidates), {PRIOR: self.intercept, **self.weights}
        if self.competes:
            columns.append(_rivals(_total(columns, weights.values()), candidates.passage))
            weights[RIVALS] = -1.0
        signals = tuple(weights)
        values = np.column_stack(columns).astype(np.float32, copy=False)
        log_odds = np.empty_like(values)
        for at, weight in enumerate(weights.values()):
            log_odds[:, at] = values[:, at] * np.float64(weight)  # a column at a time: all at once would be doubles
        links = Links(
            passages=candidates.passages,
            standards=candidates.standards,
            passage=candidates.passage,
            standard=candidates.standard,
            similarity=candidates.signals["similarity"],
            probability=_sigmoid(log_odds.sum(axis=1, dtype=np.float64)).astype(np.float32),
            signals=signals,
            values=values,
            log_odds=log_odds,
            thresholds=thresholds or self.thresholds,
        )
        return links if candidates.asked is None or candidates.asked.all() else links.where(candidates.asked)

    def scores(self, candidates: Candidates) -> NDArray[np.float64]:
        """(m,): the log-odds of each pair against "none", without its rivals. Raises ModelError as judging does."""
        return _total(self._columns(candidates), (self.intercept, *self.weights.values()))

    def probabilities(self, candidates: Candidates) -> NDArray[np.float64]:
        """(m,): the probability of each pair, those that are not asked for among them. Raises ModelError likewise."""
        scores = self.scores(candidates)
        return _sigmoid(scores - _rivals(scores, candidates.passage) if self.competes else scores)

    def log_normalizer(self, links: Links) -> NDArray[np.float64]:
        """(n,): the logarithm of 1 and the odds against "none" of all standards of each passage, added up.

        A passage that was compared with nothing has 0.
        """
        found = np.zeros(len(links.passages))
        rivals = links.signals.index(RIVALS) if RIVALS in links.signals else None
        if rivals is None or not len(links):
            return found
        taken = links.values[:, rivals].astype(np.float64)
        alone = links.log_odds.sum(axis=1, dtype=np.float64) + taken
        found[links.passage] = np.logaddexp(alone, taken)  # the same whichever of a passage's links says it
        return found

    def _columns(self, candidates: Candidates) -> list[NDArray[np.float32]]:
        if self.emphasis:
            candidates = with_emphasis(candidates, self.emphasis)
        unknown = sorted(set(self.weights) - set(candidates.signals))
        if unknown:
            raise ModelError(f"{self.name}: this judge weighs {unknown[0]!r}, which is not measured; train it again.")
        return [np.ones(len(candidates), np.float32), *(candidates.signals[name] for name in self.weights)]


def _total(columns: Iterable[NDArray[np.float32]], weights: Iterable[float]) -> NDArray[np.float64]:
    every = (column * np.float64(weight) for column, weight in zip(columns, weights, strict=True))
    return np.asarray(sum(every), np.float64)


def _rivals(log_odds: NDArray[np.float64], passage: NDArray[np.int32]) -> NDArray[np.float32]:
    """(m,): the logarithm of 1 and the odds against "none" of a passage's other standards, added up.

    With `log_odds` (m,) of each pair against "none", a pair's log-odds less this are those of its share among all.
    """
    if not len(log_odds):
        return np.zeros(0, np.float32)
    highest = np.zeros(int(passage.max()) + 1)
    np.maximum.at(highest, passage, log_odds)
    top = highest[passage]
    odds, none = np.exp(log_odds - top), np.exp(-top)
    others = np.bincount(passage, odds)[passage] - odds
    rivals: NDArray[np.float64] = top + np.log(np.maximum(others, 0) + none)
    return rivals.astype(np.float32)


def judge_for(encoder: str, name: str = "default") -> Judge:
    """The judge for an encoder.

    Args:
        encoder: The encoder's fingerprint.
        name: A judge to load. By default the shipped judge that was fitted to the encoder, else the one that suits any.

    Returns:
        A judge that was fitted to the encoder, or suits any.

    Raises:
        ModelError: The judge that was asked for by name does not fit the encoder, or cannot be read.

    """
    if name == "default":
        shipped = (load_judge(path.stem) for path in sorted((models_folder() / "judges").glob("*.json")))
        return next((judge for judge in shipped if judge.encoder == encoder), None) or load_judge(ANY_ENCODER)
    judge = load_judge(name)
    if judge.encoder in (ANY_ENCODER, encoder):
        return judge
    raise ModelError(
        f"{name}: this judge was fitted to the encoder {judge.encoder}, not to {encoder}; "
        f"name that encoder, or the judge 'any', in curalign.toml."
    )


def load_judge(name: str) -> Judge:
    """Load a judge.

    Args:
        name: A shipped judge, or the path of a JSON file.

    Returns:
        The judge.

    Raises:
        ModelError: It is missing, damaged, or of a format that this version does not read.

    """
    shipped = models_folder() / "judges"
    known = {path.stem: path for path in sorted(shipped.glob("*.json"))}
    path = known.get(name, Path(name))
    try:
        if name not in known and not name.endswith(".json"):
            raise FileNotFoundError(name)
        content = read_regular_file(path, MAX_BYTES, links=True)
    except NotRegularError as error:
        raise ModelError(f"{path}: {error}.") from error
    except (OSError, ValueError) as error:
        raise ModelError(f"{name}: no such judge; name one of {', '.join(sorted(known))}, or a JSON file.") from error
    try:
        return _parse(path.stem, content.decode("utf-8"))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ModelError(f"{path}: not a judge that this version can read ({error}); train it again.") from error


def _parse(name: str, text: str) -> Judge:
    data = json.loads(text)
    if data["format"] not in FORMATS:
        raise ValueError(f"format {data['format']}, expected one of {FORMATS}")
    weights = {signal: float(weight) for signal, weight in data["weights"].items()}
    intercept = float(data["intercept"])
    full, partial = (float(data["thresholds"][name]) for name in ("full", "partial"))
    emphasis = {s: {code: float(v) for code, v in codes.items()} for s, codes in data.get("emphasis", {}).items()}
    emphases = (value for codes in emphasis.values() for value in codes.values())
    if not all(map(math.isfinite, (intercept, *weights.values(), *emphases))) or not 0 <= partial <= full <= 1:
        raise ValueError("weights must be finite numbers, and 0 <= partial <= full <= 1")
    curves = tuple((Kind(kind), _calibration(row)) for kind, row in data.get("taught", {}).items())
    levels = int(data.get("levels", 1)) if curves else LEVELS
    return Judge(
        name=name,
        encoder=data["encoder"],
        intercept=intercept,
        weights=weights,
        thresholds=Thresholds(full, partial),
        fingerprint=f"{name}@sha256:{hashlib.sha256(text.encode()).hexdigest()[:16]}",
        subjects=_subjects(data.get("trained", {})),
        emphasis=emphasis,
        competes=data["format"] == 2 and data["competes"] is True,
        calibrations=curves if levels == LEVELS else (),
        levels=levels,
    )


def _calibration(row: Mapping[str, Any]) -> Calibration:
    numbers = intercept, slope, least, spread = tuple(
        float(row[name]) for name in ("intercept", "slope", "least", "spread")
    )
    if not all(map(math.isfinite, numbers)) or slope < 0 or spread < 0:
        raise ValueError("a calibration has finite numbers, and slope and spread of 0 or more")
    return Calibration(intercept, slope, least, spread)


def _subjects(trained: Mapping[str, Any]) -> tuple[str, ...]:
    """Those on which the judge was measured, as its file lists them, else by the names of the sets."""
    if "subjects" in trained:
        return tuple(sorted(str(subject) for subject in trained["subjects"]))
    return tuple(sorted({subject_of(name.replace("_", " ")) for name in trained.get("held_out", ())}))


def _sigmoid(log_odds: NDArray[np.float64]) -> NDArray[np.float64]:
    return 1.0 / (1.0 + np.exp(-np.clip(log_odds, -60, 60)))
