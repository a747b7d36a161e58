"""Fit the judge for encoders that nobody calibrated, and print how it does on publishers that it has not seen.

python -m models.recipes.judge             print the tables
python -m models.recipes.judge --write     write models/judges/any.json too

The judges of the shipped encoders are made by `choice.py`. This one judges each pair by itself, by what every encoder
can tell: how a standard stands among the others. It is fitted on the same pairs as they are.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from benchmarks.labelled_sets import DEFAULT, WORK
from curalign.domain.links import Thresholds
from curalign.embedding import VectorCache, load_encoder
from curalign.judging.judge import ANY_ENCODER, Judge
from curalign.resources import models_folder
from curalign.training.fitting import fit_judge, to_json
from models.recipes.choice import LICENCE, Table, measured, score

SIGNALS = ("meaning", "words", "choices", "heading")
THRESHOLDS = Thresholds(full=0.5, partial=0.3)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--bench", type=Path, default=DEFAULT)
    options.add_argument("--cache", type=Path, default=WORK / "vectors.sqlite")
    options.add_argument("--write", action="store_true")
    asked = options.parse_args()
    with VectorCache(asked.cache) as cache:
        tables = list(measured(asked.bench, load_encoder(), cache))
    scores = {}
    for table in tables:
        if not table.strangers:
            others = [other for other in tables if other.publisher != table.publisher or not table.publisher]
            scores[table.name] = score(fitted(others), table.pairs)
            print(f"{table.name:28}", scores[table.name], flush=True)
    judge = fitted(tables)
    print({name: round(weight, 3) for name, weight in judge.weights.items()}, "intercept", round(judge.intercept, 3))
    if asked.write:
        trained = {"on": [t.name for t in tables if t.publisher], "licence": LICENCE, "held_out": scores}
        path = models_folder() / "judges" / f"{ANY_ENCODER}.json"
        path.write_text(to_json(judge, trained), encoding="utf-8", newline="\n")


def fitted(tables: Sequence[Table]) -> Judge:
    """A judge of the tables that may train."""
    pairs = [table.pairs for table in tables if table.publisher]
    return fit_judge(pairs, SIGNALS, encoder=ANY_ENCODER, thresholds=THRESHOLDS)


if __name__ == "__main__":
    main()
