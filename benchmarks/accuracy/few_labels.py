"""How far should labels of one's own move a judge? Few and many lessons of a publisher that it has not seen.

python -m benchmarks.accuracy.few_labels                     20, 60 and 200 texts of some sets, and several strengths
python -m benchmarks.accuracy.few_labels --sets ela_segments

The judge that `train judge` starts from is fitted without the publisher, by encoders that have not seen it. What it
says of a quarter of the units is measured before and after it has learned from texts of the others: minus the logarithm
of what the labels get together, how often the first standard is right, and the share of texts beside another subject's
standards that reach .15 with some.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np

from benchmarks.labelled_sets import DEFAULT, WORK, labelled_sets, second_sets
from curalign.domain.labels import LabelledSet
from curalign.domain.links import Candidates
from curalign.domain.standards import Framework
from curalign.embedding import Encoder, VectorCache, embed_passages, embed_standards, load_encoder
from curalign.judging import Judge, load_decoys
from curalign.matching import Matcher
from curalign.training.fitting import TRUST, Labelled, refit_choice
from curalign.training.pairs import DECOYS_SHARE, as_passages
from models.recipes.choice import Table, fitted, measured, reached, score, unseen_by

SETS = ("math_lessons", "texas_rla_segments", "ela_segments", "math_titles")
TEXTS = (20, 60, 200)
STRENGTHS = (TRUST / 30, TRUST / 3, TRUST, TRUST * 3)
DRAWS = 6


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--bench", type=Path, default=DEFAULT)
    options.add_argument("--sets", nargs="+", default=SETS)
    asked = options.parse_args()
    encoder = load_encoder()
    sets = {s.name: s for s in (*labelled_sets(asked.bench), *second_sets(asked.bench)) if s.name in asked.sets}
    with VectorCache(WORK / "vectors.sqlite") as cache:
        tables = list(measured(asked.bench, encoder, cache))
        for table in tables:
            if table.name in asked.sets:
                twin = unseen_by(encoder, table.publisher)
                decoys = beside_decoys(sets[table.name], twin or encoder, cache)
                tell(replace(table, pairs=without_headings(table.pairs)), sets[table.name], decoys, tables, encoder)


def beside_decoys(labelled: LabelledSet, encoder: Encoder, cache: VectorCache) -> Candidates:
    """A set's texts beside the standards that no school teaches."""
    decoys = embed_standards(Framework(load_decoys()), encoder, cache)
    matcher = Matcher(embed_standards(labelled.framework, encoder, cache), None, decoys)
    return matcher.on_decoys(embed_passages(tuple(as_passages(labelled.texts)), encoder, cache))


def tell(table: Table, labelled: LabelledSet, decoys: Candidates, tables: list[Table], encoder: Encoder) -> None:
    """A line for each number of texts and each strength: the mean over draws."""
    start = fitted([other for other in tables if other.publisher != table.publisher], encoder, ())
    strangers = next((other.pairs for other in tables if other.name == f"{table.name} as strangers"), None)
    found: defaultdict[tuple[int, float], list[list[float]]] = defaultdict(list)
    for draw in range(DRAWS):
        learned, held_out = halves(table, labelled, draw)
        for texts in TEXTS:
            some = random.Random(draw).sample(learned, min(texts, len(learned)))
            beside = only(Labelled("decoys", decoys, np.zeros(len(decoys), bool), DECOYS_SHARE), some)
            for strength in (np.inf, *STRENGTHS):
                parts = [only(table.pairs, some), beside]
                judge = refit_choice(parts, start, encoder="", trust=strength) if strength < np.inf else start
                found[texts, strength].append([*measures(judge, only(table.pairs, held_out)), *reach(judge, strangers)])
    for (texts, strength), rows in found.items():
        print(f"{table.name:20} {texts:4} texts, trust {strength:5g}:", np.mean(rows, axis=0).round(3), flush=True)


def without_headings(pairs: Labelled) -> Labelled:
    """The pairs that `train judge` learns from: who labels no text with a heading does not choose among headings."""
    kept = pairs.candidates.signals["heading"] == 0
    return Labelled(pairs.source, pairs.candidates.where(kept), pairs.truth[kept])


def halves(table: Table, labelled: LabelledSet, draw: int) -> tuple[list[int], list[int]]:
    """Rows of labelled texts: those of three quarters of the units, and those of the others."""
    rows = np.unique(table.pairs.candidates.passage[table.pairs.truth]).tolist()
    units = sorted({labelled.texts[row].unit for row in rows})
    held = set(random.Random(draw).sample(units, max(1, len(units) // 4)))
    return (
        [row for row in rows if labelled.texts[row].unit not in held],
        [row for row in rows if labelled.texts[row].unit in held],
    )


def only(pairs: Labelled, rows: Iterable[int]) -> Labelled:
    """The pairs of some texts."""
    kept = np.isin(pairs.candidates.passage, list(rows))
    return Labelled(pairs.source, pairs.candidates.where(kept), pairs.truth[kept], pairs.share)


def measures(judge: Judge, pairs: Labelled) -> Iterator[float]:
    """The mean of minus the logarithm of what a text's labels get together; hit@1."""
    probability = judge(pairs.candidates).probability.astype(float)
    passage = pairs.candidates.passage
    got = np.bincount(passage, probability * pairs.truth)[np.unique(passage[pairs.truth])]
    yield float(-np.log(np.maximum(got, 1e-9)).mean())
    yield score(judge, pairs)["hit@1"]


def reach(judge: Judge, strangers: Labelled | None) -> Iterator[float]:
    if strangers is not None:
        yield reached(judge, strangers)["reach 0.15"]


if __name__ == "__main__":
    main()
