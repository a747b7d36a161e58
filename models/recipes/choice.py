"""Fit the shipped judge whose standards compete, and print how it does on publishers that it has not seen.

python -m models.recipes.choice             print the tables
python -m models.recipes.choice --write     write models/judges/standards.json too

It is fitted on the second collection, which the encoder was not trained on, alone and inside units; the tables leave a
set out of its own fit. Texts beside another subject's standards teach what "none of these" looks like.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from benchmarks.labelled_sets import DEFAULT, EVALUATES, WORK, labelled_sets, second_sets
from curalign.aligning import embed_passages, embed_standards
from curalign.domain.labels import LabelledSet
from curalign.domain.links import Thresholds
from curalign.embedding import Encoder, VectorCache, load_encoder, load_examples
from curalign.judging.emphasis import SIGNAL as EMPHASIS
from curalign.judging.judge import Judge
from curalign.matching import Matcher
from curalign.resources import models_folder
from curalign.training.fitting import Labelled, fit_choice, to_json
from models.recipes.emphasis import WEIGHT, emphasis_of
from models.recipes.judge import passages_of, stranger

SIGNALS = ("similarity", "examples", "terms", "example_terms")
HEADING = -3.6
"""The weight of headings over other standards, which only the math activities label: fitted there, with the rest."""
THRESHOLDS = Thresholds(full=0.6, partial=0.15)
FIRST = ("math_lessons", "math_activities", "ela_lessons", "earth_science")
"""Sets of the first collection that are measured beside; the encoder has seen all but the last."""
STRANGERS = (
    ("ela_segments", "math_titles"),
    ("math_titles", "ela_segments"),
    ("math_problems", "texas_rla_segments"),
    ("texas_rla_segments", "math_titles"),
)
"""Texts beside a framework of another subject. England's units are of all subjects, so they are nobody's strangers."""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--bench", type=Path, default=DEFAULT)
    options.add_argument("--cache", type=Path, default=WORK / "vectors.sqlite")
    options.add_argument("--write", action="store_true")
    asked = options.parse_args()
    encoder = load_encoder()
    with VectorCache(asked.cache) as cache:
        sets = {s.name: s for s in second_sets(asked.bench)}
        first = {s.name: s for s in labelled_sets(asked.bench) if s.name in FIRST}
        tables = {name: pairs(s, encoder, cache) for name, s in {**sets, **first}.items()}
        tables |= {
            f"{name} as strangers": pairs(stranger(sets[name], sets[other]), encoder, cache)
            for name, other in STRANGERS
        }
    fits = [name for name in tables if name not in EVALUATES and not name.startswith(FIRST)]
    counted = list(labelled_sets(asked.bench))
    judge = fitted([tables[name] for name in fits], encoder, counted)
    print({k: round(v, 2) for k, v in judge.weights.items()}, "intercept", round(judge.intercept, 2))
    scores = {}
    for name, table in tables.items():
        if name.endswith("as strangers"):
            continue
        others = [tables[other] for other in fits if not other.startswith(name)]
        left_out = fitted(others, encoder, [] if name == "ela_lessons" else counted)
        scores[name] = score(left_out, table)
        print(f"{name:28}", scores[name], flush=True)
    for name in tables:
        if name.endswith("as strangers"):
            links = judge(tables[name].candidates)
            best = np.zeros(len(links.passages))
            np.maximum.at(best, links.passage, links.probability)
            print(f"{name:36} reach .15: {(best >= 0.15).mean():.3f}  .3: {(best >= 0.3).mean():.3f}")
    if asked.write:
        path = models_folder() / "judges" / f"{encoder.name}.json"
        trained = {"on": fits, "subjects": SUBJECTS, "licence": LICENCE, "held_out": scores}
        path.write_text(to_json(judge, trained), encoding="utf-8", newline="\n")


SUBJECTS = ["English language arts", "computer science", "mathematics", "science"]
"""Those that the sets measure by themselves; England's units are of ten subjects together."""
LICENCE = (
    "weights fitted on labels of EL Education (CC BY 4.0), Bluebonnet (CC BY-NC-SA 4.0), Khan Academy (CC BY-NC-SA; "
    "the mapping's terms unstated), MathCAMPS (MIT), Oak National Academy and Teach Computing (OGL v3): "
    "a few numbers, no text"
)


def fitted(tables: Sequence[Labelled], encoder: Encoder, counted: Sequence[LabelledSet]) -> Judge:
    """A judge of these pairs, headings left out, which brings along how often `counted` teaches a standard."""
    plain = [
        Labelled(t.source, t.candidates.where(kept), t.truth[kept])
        for t in tables
        if (kept := t.candidates.signals["heading"] == 0).any()
    ]
    judge = fit_choice(plain, SIGNALS, encoder=encoder.fingerprint, thresholds=THRESHOLDS)
    judge = replace(judge, weights=judge.weights | {"heading": HEADING})
    emphasis = emphasis_of(counted)
    return replace(judge, weights=judge.weights | {EMPHASIS: WEIGHT}, emphasis=emphasis) if emphasis else judge


def pairs(source: LabelledSet, encoder: Encoder, cache: VectorCache) -> Labelled:
    """All pairs of a set's texts with the scored standards of their grade and the headings above those."""
    passages = tuple(passages_of(source.texts, in_units=False))
    matcher = Matcher(embed_standards(source.framework, encoder, cache), load_examples(encoder))
    found = matcher.on_grade(embed_passages(passages, encoder, cache))
    codes = np.array([s.code for s in source.framework.standards])[found.standard]
    kept = np.isin(codes, list(source.scored)) | (found.signals["heading"] > 0)
    truth = np.array([code in source.texts[row].codes for code, row in zip(codes, found.passage, strict=True)])
    return Labelled(source.name, found.where(kept), truth[kept])


def score(judge: Judge, table: Labelled) -> dict[str, float]:
    """hit@1, recall@5; the calibration error over the texts' first standards; standards missed and falsely covered."""
    links = judge(table.candidates)
    truth, p = table.truth, links.probability.astype(float)
    hits, recalls, sure = [], [], []
    for row in np.unique(links.passage):
        own = np.flatnonzero(links.passage == row)
        ranked = own[np.argsort(-p[own], kind="stable")]
        if truth[own].any():
            hits.append(truth[ranked[0]])
            recalls.append(truth[ranked[:5]].sum() / truth[own].sum())
            sure.append(p[ranked[0]])
    hit, p_first = np.array(hits, float), np.array(sure)
    bins = np.minimum((p_first * 10).astype(int), 9)
    first = sum(abs(hit[bins == b].mean() - p_first[bins == b].mean()) * (bins == b).mean() for b in np.unique(bins))
    taught, gone = [], []
    for s in np.unique(links.standard[truth]):
        own = links.standard == s
        taught.append(p[own].max())
        gone.append(p[own & ~truth].max(initial=0.0))
    still, without = np.array(taught), np.array(gone)
    found = {
        "n": len(hits),
        "hit@1": hit.mean(),
        "recall@5": np.mean(recalls),
        "ece of the first": first,
        "auc of removal": (still[:, None] > without).mean(),
        "gaps at 5 %": (without < np.quantile(still, 0.05)).mean(),
        "at 10 %": (without < np.quantile(still, 0.1)).mean(),
        "standards": len(without),
    }
    return {name: round(float(value), 4) for name, value in found.items()}


if __name__ == "__main__":
    main()
