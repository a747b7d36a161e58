"""How far a probability moves by which passages there happen to be: the noise band of a change.

A Bayesian bootstrap over passages (Rubin 1981): in each draw every passage has a weight, exponential with mean one, in
place of being there once, and what it says of a standard counts so many times in its odds. A passage that stands in
both runs has the same weight in both, so what did not change does not move, and two runs of the same documents differ
by nothing in every draw. A standard that many passages teach hardly moves; one that rests on a single passage moves
far.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from curalign.domain.identities import identify
from curalign.domain.levels import COUNTED, NOTHING, Level, log_odds, say_the_same
from curalign.domain.links import Alignment, Links
from curalign.domain.materials import Kind
from curalign.language import rows_of

DRAWS = 400
MOST_PASSAGES = 50
"""The best passages of a standard that are redrawn; the others would have to be drawn very often to count."""
_SURE = 1e-9

Numbers = NDArray[np.float64]
Draw = Callable[[str, float | None, Numbers], Numbers]


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What passages say of one standard, copies left out: the ids of the passages, and the log-odds of each."""

    ids: tuple[str, ...] = ()
    odds: tuple[float, ...] = ()

    @property
    def level(self) -> float:
        return Level.of((odds, frozenset((at,))) for at, odds in enumerate(self.odds)).log_odds


class Redrawn:
    """The evidence of one run for some standards and one kind of document, as often drawn again as is asked."""

    def __init__(self, alignment: Alignment, kind: Kind, standards: Collection[str]) -> None:
        """Collect the evidence.

        Args:
            alignment: Every judged pair of the run.
            kind: Of the documents.
            standards: The ids of the standards to look at.

        """
        calibration = dict(alignment.calibrations).get(kind)
        self._slope = 1.0 if calibration is None else calibration.slope
        self._evidence = _collect(alignment.links, kind, standards)

    def taught(self, standard: str, taught: float | None) -> Numbers:
        """The probability that a standard is taught, in each of `DRAWS` draws.

        Args:
            standard: Its id.
            taught: The probability as it was measured; None where nobody calibrated, and then it is that of the level.

        Returns:
            (DRAWS,) probabilities.

        """
        own = self._evidence.get(standard, _Evidence())
        if not own.ids:
            return np.full(DRAWS, _measured(own, taught))
        drawn = np.array(own.odds)[:, None] + np.array([_log_weights(id_) for id_ in own.ids])
        moved = np.logaddexp.reduce(np.sort(drawn, axis=0)[-COUNTED:], axis=0) - own.level
        p = min(max(_measured(own, taught), _SURE), 1 - _SURE)
        return np.asarray(1 / (1 + np.exp(-(np.log(p / (1 - p)) + self._slope * moved))), np.float64)

    def measured(self, standard: str, taught: float | None) -> float:
        """The probability as it was measured, as `taught` takes it."""
        return _measured(self._evidence.get(standard, _Evidence()), taught)


def _measured(own: _Evidence, taught: float | None) -> float:
    return 1 / (1 + float(np.exp(-own.level))) if taught is None else taught


def _collect(links: Links, kind: Kind, standards: Collection[str]) -> dict[str, _Evidence]:
    counts = np.fromiter((p.material.kind is kind and p.role.is_evidence for p in links.passages), np.bool_)
    wanted = np.fromiter((s.id in standards for s in links.standards), np.bool_)
    rows = np.flatnonzero(counts[links.passage] & wanted[links.standard])
    rows = rows[np.lexsort((links.passage[rows], -links.probability[rows], links.standard[rows]))]
    ids = identify(links.passages) if len(rows) else ()
    found: dict[str, dict[frozenset[int], tuple[str, float]]] = {}
    for row in rows.tolist():
        at, odds = links.passage[row], log_odds(float(links.probability[row]))
        evidence = found.setdefault(links.standards[links.standard[row]].id, {})
        if odds > NOTHING and len(evidence) < MOST_PASSAGES:
            said = rows_of(links.passages[at].text)
            if not any(say_the_same(said, other) for other in evidence):
                evidence[said] = ids[at], odds
    return {
        standard: _Evidence(tuple(id_ for id_, _ in evidence.values()), tuple(odds for _, odds in evidence.values()))
        for standard, evidence in found.items()
    }


def _log_weights(passage: str) -> Numbers:
    """(DRAWS,) logarithms of a passage's weights, the same for the same passage in every run."""
    seed = int.from_bytes(blake2b(passage.encode(), digest_size=8).digest(), "big")
    return np.log(np.random.default_rng(seed).exponential(size=DRAWS))
