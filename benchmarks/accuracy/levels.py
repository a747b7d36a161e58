"""How several passages speak for one standard: ways of adding them up, on districts whose truth is known.

    python -m benchmarks.accuracy.levels

Every way is measured by curves that were fitted to the other districts' levels of the same way, as
`models.recipes.taught` fits them. Decoys get their levels in the same way.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import curalign as ca
from benchmarks.labelled_sets import DEFAULT, WORK
from curalign.aligning import matcher_of
from curalign.domain.levels import COUNTED, NOTES_LESS, NOTHING, Level, Rows, log_odds, say_the_same
from curalign.domain.links import Candidates, Links
from curalign.domain.materials import Kind, Passage, Role
from curalign.domain.standards import Standard
from curalign.domain.verdicts import Verdict
from curalign.embedding import VectorCache, embed_passages, load_encoder
from curalign.judging import judge_for
from curalign.judging.own_subject import find_shares, with_subject
from curalign.language import rows_of
from models.recipes.taught import (
    HELD_OUT,
    Truth,
    calibration_error,
    districts_with_truth,
    fit,
    known,
    log_loss,
    taught_by,
)

MOST = 40
"""The best passages of a standard that are looked at; the hundredth adds nothing that can be seen."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What one passage says of a standard, and where it stands."""

    odds: float
    said: Rows
    document: str
    lesson: str


Way = Callable[[Sequence[Heard]], float]


def added(heard: Sequence[Heard], most: int = MOST, power: float = 1.0) -> float:
    """The odds of the best few, to a power, added up."""
    found = np.array([one.odds for one in islice(different(heard), most)])
    return float(np.logaddexp.reduce(power * found) / power) if len(found) else NOTHING


def different(heard: Sequence[Heard]) -> Iterator[Heard]:
    """The best first, and none that says the same as one before it."""
    kept: list[Heard] = []
    for one in heard:
        if not any(say_the_same(one.said, other.said) for other in kept):
            kept.append(one)
            yield one


def first_of(heard: Sequence[Heard], place: Callable[[Heard], str]) -> list[Heard]:
    """The best of each place."""
    found: dict[str, Heard] = {}
    for one in heard:
        found.setdefault(place(one), one)
    return list(found.values())


def chances(heard: Sequence[Heard]) -> NDArray[np.float64]:
    """The probabilities of passages that say different things."""
    return 1 / (1 + np.exp(-np.array([one.odds for one in different(heard)], np.float64)))


def as_shipped(heard: Sequence[Heard]) -> float:
    """As `check` adds them up."""
    return Level.of((one.odds, one.said) for one in heard).log_odds


WAYS: Mapping[str, Way] = {
    "as shipped": as_shipped,
    "the best passage": lambda heard: added(heard, 1),
    "odds of the best 3": lambda heard: added(heard, 3),
    "odds of the best 5": lambda heard: added(heard, COUNTED),
    "odds of the best 8": lambda heard: added(heard, 8),
    "odds of all": added,
    "odds to the power of 1.5, best 5": lambda heard: added(heard, COUNTED, 1.5),
    "best of each lesson, odds of 5": lambda heard: added(first_of(heard, lambda one: one.lesson), COUNTED),
    "best of each document, odds of 5": lambda heard: added(first_of(heard, lambda one: one.document), COUNTED),
    "at least one (1 - product of 1 - p)": lambda heard: log_odds(1 - float(np.prod(1 - chances(heard)))),
    "sum of p": lambda heard: float(np.log(max(chances(heard).sum(), 1e-4))),
}


@dataclass(frozen=True, slots=True)
class District:
    """What passages say of each standard and of each decoy, by kind of document, and what is true."""

    name: str
    standards: tuple[Standard, ...]
    heard: Mapping[tuple[Kind, str], list[Heard]]
    decoys: Mapping[tuple[Kind, tuple[str, ...]], Mapping[int, list[Heard]]]
    known: Mapping[tuple[Kind, str], bool]

    def truth(self, kind: Kind, way: Way) -> Truth:
        """The levels of one way, beside the truth."""
        named = [standard for standard in self.standards if (kind, standard.code) in self.known]
        chance: dict[tuple[tuple[str, ...], ...], float] = {}
        levels, by_chance = [], []
        for standard in named:
            compared = tuple(g for k, g in self.decoys if k is kind and (not g or standard.states(g)))
            if compared not in chance:
                chance[compared] = self._chance(kind, compared, way)
            levels.append(way(self.heard.get((kind, standard.id), [])))
            by_chance.append(chance[compared])
        taught = np.array([self.known[kind, standard.code] for standard in named], bool)
        codes = tuple(standard.code for standard in named)
        return Truth(self.name, kind, codes, np.array(levels), np.array(by_chance), taught)

    def _chance(self, kind: Kind, compared: Sequence[tuple[str, ...]], way: Way) -> float:
        parts = [self.decoys[kind, grades] for grades in compared]
        decoys = {decoy for part in parts for decoy in part}
        heard = ([one for part in parts for one in part.get(decoy, [])] for decoy in decoys)
        levels = sorted((way(_best(each)) for each in heard), reverse=True)
        return float(np.mean(levels[: -(-len(levels) // 2)]))


def _best(heard: list[Heard]) -> list[Heard]:
    return sorted(heard, key=lambda one: -one.odds)[:MOST]


def measure(folder: Path, cache: Path) -> District:
    """Judge a district's passages beside its standards and the decoys, as `check` does."""
    from curalign.segmenting import segment, without_empty
    from curalign.settings import SegmentingSettings

    district, encoder = ca.read_district(folder), load_encoder()
    judge, framework, kept = judge_for(encoder.fingerprint), district.framework, VectorCache(cache)
    passages = without_empty(segment(district.materials, SegmentingSettings(), framework=framework))
    evidence = tuple(passage for passage in passages if passage.role.is_evidence)
    matcher, embedded = matcher_of(framework, encoder, kept), embed_passages(evidence, encoder, kept)
    on_grade = matcher.on_grade(embedded, ())
    links = judge(with_subject(on_grade, find_shares(judge, on_grade)))
    decoys = matcher.on_decoys(embedded)
    kept.close()
    heard: defaultdict[tuple[Kind, str], list[Heard]] = defaultdict(list)
    for at, to, p in zip(links.passage, links.standard, links.probability, strict=True):
        passage = evidence[at]
        heard[passage.material.kind, links.standards[to].id].append(_heard(passage, log_odds(float(p))))
    scores = np.minimum(judge.scores(decoys) - judge.log_normalizer(links)[decoys.passage], 10)
    return District(
        folder.name,
        tuple(s for s in framework.standards if framework.counts(s)),
        {key: _best(each) for key, each in heard.items()},
        _of_decoys(decoys, scores, links),
        known(folder),
    )


def _of_decoys(
    decoys: Candidates, scores: NDArray[np.float64], links: Links
) -> dict[tuple[Kind, tuple[str, ...]], dict[int, list[Heard]]]:
    found: dict[tuple[Kind, tuple[str, ...]], dict[int, list[Heard]]] = {}
    for at, decoy, odds in zip(decoys.passage, decoys.standard, scores, strict=True):
        passage = links.passages[at]
        part = found.setdefault((passage.material.kind, passage.grades), defaultdict(list))
        heard = part[int(decoy)]
        if odds > NOTHING:
            heard.append(_heard(passage, float(odds)))
    return {key: {decoy: _best(each) for decoy, each in part.items()} for key, part in found.items()}


def _heard(passage: Passage, odds: float) -> Heard:
    document = passage.material.path
    odds -= NOTES_LESS * (passage.role is Role.NOTE)
    return Heard(odds, rows_of(passage.text), document, f"{document} {' > '.join(passage.headings)}")


def tell(name: str, districts: Sequence[District], way: Way) -> str:
    """A line of the table: mean log loss of units and of all, calibration errors of units, the last district's own."""
    found = [d.truth(kind, way) for d in districts for kind in (Kind.UNIT, Kind.PD)]
    losses: dict[Kind, list[float]] = {Kind.UNIT: [], Kind.PD: []}
    errors, verdicts = [], {}
    for truth in found:
        curve = fit([other for other in found if other.name != truth.name])[truth.kind]
        p = taught_by(truth, curve)
        losses[truth.kind].append(log_loss(truth, p))
        if truth.kind is Kind.UNIT:
            errors.append(calibration_error(truth, p))
            called = np.array([Verdict.of(float(each)) is Verdict.TAUGHT for each in p])
            verdicts[truth.name] = f"{(called & truth.taught).sum()} of {called.sum()} / {truth.taught.sum()}"
    units, both = np.mean(losses[Kind.UNIT]), np.mean([*losses[Kind.UNIT], *losses[Kind.PD]])
    told = ", ".join(f"{error:.3f}" for error in errors)
    return f"| {name} | {units:.3f} | {both:.3f} | {told} | {'; '.join(verdicts.values())} |"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--bench", type=Path, default=DEFAULT)
    options.add_argument("--cache", type=Path, default=WORK / "vectors.sqlite")
    asked = options.parse_args()
    folders = [folder for folder in districts_with_truth(asked.bench) if folder.name not in HELD_OUT]
    districts = [measure(folder, asked.cache) for folder in folders]
    print("each district by the curves of the others, in this order:")
    print(", ".join(district.name for district in districts))
    print("| level | log loss, curriculum | with PD | calibration errors, curriculum | taught: right, of / taught |")
    print("|---|---|---|---|---|")
    for name, way in WAYS.items():
        print(tell(name, districts, way), flush=True)


if __name__ == "__main__":
    main()
