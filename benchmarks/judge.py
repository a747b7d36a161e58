"""Fit the shipped judges on the open labelled sets and print how they do on publishers that they have not seen.

python benchmarks/judge.py            print the tables
python benchmarks/judge.py --write    write models/judges/*.json too
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
from bench import DEFAULT, TRAINS, Item, LabelledSet, labelled_sets

from curalign.aligning import embed_passages, embed_standards
from curalign.domain.links import Candidates, Thresholds
from curalign.domain.materials import Kind, Material, Passage, Place, Role
from curalign.embedding import VectorCache, load_encoder
from curalign.judging.judge import ANY_ENCODER, Judge
from curalign.judging.training import Labelled, fit_judge, to_json
from curalign.matching import Matcher
from curalign.resources import models_folder

SIGNALS = {"default": ("similarity", "meaning", "words", "choices"), ANY_ENCODER: ("meaning", "words", "choices")}
THRESHOLDS = Thresholds(full=0.5, partial=0.3)
STRANGERS = {"math_lessons": "ela_lessons", "math_activities": "ela_lessons", "ela_lessons": "math_lessons"}
"""Texts beside a framework of another subject: a passage about none of the standards must reach none of them, and
labelled sets hold no such passage."""
LICENCE = (
    "weights fitted on labels of EngageNY/UnboundEd lessons (CC BY-NC-SA), MathFish (Illustrative Mathematics and "
    "Fishtank, ODC-By with non-commercial sources), Bootstrap (CC BY-NC-SA) and Smarter Balanced targets (public): "
    "five numbers, no text"
)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--bench", type=Path, default=DEFAULT)
    options.add_argument("--write", action="store_true")
    options.add_argument("--no-strangers", action="store_true")
    options.add_argument("--encoder", default="default")
    asked = options.parse_args()
    encoder = load_encoder(asked.encoder)
    with VectorCache(Path(__file__).parent / ".curalign" / "vectors.sqlite") as cache:
        sets = {s.name: s for s in labelled_sets(asked.bench)}
        tables = {name: labelled(source, encoder, cache) for name, source in sets.items()}
        strangers = {
            name: labelled(stranger(sets[name], sets[other]), encoder, cache) for name, other in STRANGERS.items()
        }
    for name, signals in SIGNALS.items():
        print(f"\njudge {name}: {', '.join(signals)}")
        fitted_with = {} if asked.no_strangers else strangers
        scores = leave_one_publisher_out(tables, strangers, fitted_with, signals)
        judge = fit_judge(
            [*(tables[s] for s in TRAINS), *fitted_with.values()],
            signals,
            encoder=encoder.fingerprint if name == "default" else ANY_ENCODER,
            thresholds=THRESHOLDS,
        )
        print({k: round(v, 3) for k, v in judge.weights.items()}, "intercept", round(judge.intercept, 3))
        if asked.write:
            trained = {"on": TRAINS, "licence": LICENCE, "held_out": scores}
            path = models_folder() / "judges" / f"{name}.json"
            path.parent.mkdir(exist_ok=True)
            path.write_text(to_json(judge, trained), encoding="utf-8", newline="\n")
            print("wrote", path.name)


def stranger(texts: LabelledSet, framework: LabelledSet) -> LabelledSet:
    """The texts of one set beside the standards of another: no pair is right."""
    items = tuple(replace(item, codes=frozenset()) for item in texts.items)
    return replace(framework, name=f"{texts.name} as strangers", items=items)


def leave_one_publisher_out(
    tables: dict[str, Labelled],
    strangers: dict[str, Labelled],
    fitted_with: dict[str, Labelled],
    signals: tuple[str, ...],
) -> dict[str, dict[str, float]]:
    """Scores of every set by a judge that was fitted without its publisher."""
    scores = {}
    columns = ("n", "choices", "hit@1", "r@5", "ECE", "Brier", "missed", "false cover", "stranger")
    print(f"{'set':20}" + "".join(f"{name:>12}" for name in columns))
    for name, table in tables.items():
        others = [s for s, publisher in TRAINS.items() if publisher != TRAINS.get(name)]
        seen = [part[s] for part in (tables, fitted_with) for s in others if s in part]
        judge = fit_judge(seen, signals, encoder="", thresholds=THRESHOLDS)
        scores[name] = score(judge, table)
        if name in strangers:
            scores[name]["stranger"] = round(reached(judge, strangers[name]), 4)
        print(f"{name:20}" + "".join(f"{value:>12}" for value in scores[name].values()))
    return scores


def reached(judge: Judge, table: Labelled) -> float:
    """The share of texts with a standard at or above the partial threshold."""
    links = judge(table.candidates)
    sure = set(links.passage[links.probability >= THRESHOLDS.partial].tolist())
    return len(sure) / len(set(links.passage.tolist()))


def score(judge: Judge, table: Labelled) -> dict[str, float]:
    """missed: standards whose labelled texts all stay below partial; false cover: standards that stay at or above it
    when all texts labelled with them are taken away (their siblings' stay).
    """
    links = judge(table.candidates)
    p, truth = links.probability.astype(float), table.truth
    hits, recalls = [], []
    for row in np.unique(links.passage):
        own = np.flatnonzero(links.passage == row)
        ranked = truth[own[np.argsort(-p[own], kind="stable")]]
        hits.append(ranked[0])
        recalls.append(ranked[:5].sum() / ranked.sum())
    bins = np.minimum((p * 15).astype(int), 14)
    ece = sum(abs(p[bins == b].mean() - truth[bins == b].mean()) * (bins == b).mean() for b in np.unique(bins))
    taught, untaught = _by_standard(links.standard, p, truth)
    return {
        "n": len(hits),
        "choices": round(float(np.exp(table.candidates.signals["choices"]).mean())),
        "hit@1": round(float(np.mean(hits)), 4),
        "recall@5": round(float(np.mean(recalls)), 4),
        "ece": round(float(ece), 4),
        "brier": round(float(((p - truth) ** 2).mean()), 4),
        "missed": round(float((taught < THRESHOLDS.partial).mean()), 4),
        "false_cover": round(float((untaught >= THRESHOLDS.partial).mean()), 4),
    }


def _by_standard(standard: np.ndarray, p: np.ndarray, truth: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Best probability of each labelled standard with all its texts, and with those labelled with it taken away."""
    taught, untaught = [], []
    for s in np.unique(standard[truth]):
        own = standard == s
        taught.append(p[own].max())
        untaught.append(p[own & ~truth].max(initial=0.0))
    return np.array(taught), np.array(untaught)


def labelled(source: LabelledSet, encoder, cache) -> Labelled:
    """All pairs of a set's texts with the scored standards of their grade."""
    passages = tuple(_passages(source.items))
    matcher = Matcher(embed_standards(source.framework, encoder, cache))
    found = matcher.on_grade(embed_passages(passages, encoder, cache))
    codes = np.array([s.code for s in source.framework.standards])[found.standard]
    scored = np.isin(codes, list(source.scored))
    truth = np.array([code in source.items[row].codes for code, row in zip(codes, found.passage, strict=True)])
    return Labelled(source.name, _where(found, scored), truth[scored])


def _where(found: Candidates, rows: np.ndarray) -> Candidates:
    signals = {name: column[rows] for name, column in found.signals.items()}
    return replace(found, passage=found.passage[rows], standard=found.standard[rows], signals=signals)


def _passages(items: tuple[Item, ...]) -> Iterator[Passage]:
    for number, item in enumerate(items):
        material = Material(f"{number}", Kind.UNIT, "", grades=item.grades)
        yield Passage(material, Place(), item.text, Role.TASK)


if __name__ == "__main__":
    main()
