"""How right curalign is on real labels, beside what a user would write today. Every number has its 95 % interval.

    python benchmarks/accuracy.py                                    everything (hours on a busy machine, once)
    python benchmarks/accuracy.py --sets math_lessons --pools same   one set, within the grade
    python benchmarks/accuracy.py --encoders minilm --json out.json  one encoder, and all rows as JSON
    python benchmarks/accuracy.py --sets math_grade_2_gaps           a whole district

Intervals resample units (single items where a set has none). Vectors are kept in benchmarks/.curalign.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from bench import DEFAULT, labelled_sets
from rich.console import Console
from rich.table import Table

from curalign.accuracy import (
    Method,
    best_cosine,
    by_whole_text,
    by_words,
    label_district,
    measure_lessons,
    measure_texts,
    our_lessons,
    ours,
    plain_cosine,
    pool_name,
    scored_standards,
    unit_levels,
)
from curalign.accuracy.texts import EVERY, SAME_GRADE
from curalign.aligning import align
from curalign.domain.accuracy import Estimate, Score
from curalign.domain.labels import LabelledSet
from curalign.domain.links import Alignment
from curalign.domain.materials import Material
from curalign.embedding import Cache, Encoder, VectorCache, embed, load_encoder
from curalign.embedding.export import PACKAGE
from curalign.evaluating import ALARMS, bm25, tfidf
from curalign.judging import Judge, judge_for, load_judge
from curalign.reading import read_district, read_labels
from curalign.resources import models_folder

MINILM, MPNET = "all-MiniLM-L6-v2", "all-mpnet-base-v2"
POOLS = ("same", "all")


def main() -> None:
    asked = options()
    rows: list[dict[str, object]] = []
    with VectorCache(Path(__file__).parent / ".curalign" / "vectors.sqlite") as cache:
        for title, scores in tables(asked, cache):
            show(title, scores)
            rows += [row_of(score) for score in scores]
            if asked.json:
                asked.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8", newline="\n")


def tables(asked: argparse.Namespace, cache: Cache) -> Iterator[tuple[str, list[Score]]]:
    """One table after the other, so that a long run shows what it has."""
    plain = {MINILM: load_encoder(PACKAGE)} | ({MPNET: load_encoder(str(asked.mpnet))} if asked.mpnet else {})
    trained = {name: load_encoder(name) for name in asked.encoders or our_encoders()}
    judge = load_judge(asked.judge) if asked.judge else None
    methods = list(by_words())
    methods += [semantic_search(encoder, cache, name) for name, encoder in plain.items()]
    for encoder in trained.values():
        methods += [plain_cosine(encoder, cache, f"{encoder.name}, cosine")]
        methods += [ours(encoder, judge, cache, f"{encoder.name}, curalign")]
    for labelled in labelled_sets(asked.bench):
        for same_grade in pools_of(labelled, asked.pools) if not asked.sets or labelled.name in asked.sets else ():
            scores = list(measure_texts(labelled, methods, same_grade))
            yield f"{labelled.name}: {len(labelled)} texts, {pool_name(labelled, same_grade)}", scores
    for folder in sorted((asked.bench / "districts").iterdir()):
        if not asked.sets or folder.name in asked.sets:
            scores = list(in_units(folder, plain, trained, judge, cache))
            yield f"{folder.name}: lessons inside their units, {SAME_GRADE}", scores


def options() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, default=DEFAULT)
    parser.add_argument("--sets", nargs="+", help="only these sets or districts")
    parser.add_argument("--pools", nargs="+", choices=POOLS, default=POOLS, help="only these pools of standards")
    parser.add_argument("--encoders", nargs="+", help="only these of ours: names or folders [all in models/encoders]")
    parser.add_argument("--judge", help="a judge by name or file, instead of the one that suits the encoder")
    parser.add_argument("--mpnet", type=Path, help="a folder of all-mpnet-base-v2, to be measured as well")
    parser.add_argument("--json", type=Path, metavar="OUT", help="also write every number there")
    return parser.parse_args()


def our_encoders() -> list[str]:
    """What lies in models/encoders."""
    return sorted(str(folder) for folder in (models_folder() / "encoders").iterdir() if folder.is_dir())


def in_units(
    folder: Path, plain: dict[str, Encoder], trained: dict[str, Encoder], judge: Judge | None, cache: Cache
) -> Iterator[Score]:
    """A district's labelled lessons by every method; ours also with lessons and units taken out, aligned anew."""
    district = read_district(folder)
    labels = read_labels(folder / "labels.csv")
    for at, encoder in enumerate(trained.values()):
        chosen = judge or judge_for(encoder.fingerprint)

        def realign(materials: tuple[Material, ...], encoder: Encoder = encoder, judge: Judge = chosen) -> Alignment:
            return align(district.framework, materials, encoder=encoder, judge=judge, cache=cache)

        alignment = realign(district.materials)
        labelled, problems = label_district(folder.name, alignment, labels)
        if problems and not at:
            print(f"{folder.name}: {len(problems)} labels fit no lesson or no standard; {problems[0].message}")
        if not at:
            yield from measure_lessons(labelled, "TF-IDF", by_whole_text(labelled, tfidf))
            yield from measure_lessons(labelled, "BM25", by_whole_text(labelled, bm25))
            for name, other in plain.items():
                yield from measure_lessons(labelled, name, best_cosine(labelled, other, cache))
        name = f"{encoder.name}, curalign"
        cosines = best_cosine(labelled, encoder, cache)
        yield from measure_lessons(labelled, f"{encoder.name}, cosine", cosines)
        yield from our_lessons(labelled, realign, name)
        yield from dropped_units(folder, alignment, name)


def dropped_units(folder: Path, alignment: Alignment, method: str) -> Iterator[Score]:
    """Of the standards whose units are missing from the folder, how many fall below the bar of those still taught."""
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    levels = unit_levels(alignment)
    taught, gone = ([levels[code] for code in truth[key]] for key in ("taught", "dropped_gap"))
    for alarms in ALARMS if gone else ():
        noticed = Estimate(float(np.mean(np.array(gone) < np.quantile(taught, alarms))), None, None, len(gone))
        yield Score(folder.name, method, SAME_GRADE, f"dropped units at {alarms:.0%}", noticed, "standards")


def semantic_search(encoder: Encoder, cache: Cache, name: str) -> Method:
    """What a user would write today: sentence-transformers and its `semantic_search`."""

    def score(labelled: LabelledSet, _: bool) -> np.ndarray:
        import torch
        from sentence_transformers.util import semantic_search as search

        statements = [s.statement for s in scored_standards(labelled)]
        queries = torch.from_numpy(embed([text.text for text in labelled.texts], encoder, cache))
        corpus = torch.from_numpy(embed(statements, encoder, cache))
        scores = np.zeros((len(queries), len(corpus)))
        for row, hits in enumerate(search(queries, corpus, top_k=len(corpus))):
            for hit in hits:
                scores[row, hit["corpus_id"]] = hit["score"]
        return scores

    return Method(name, score)


def pools_of(labelled: LabelledSet, asked: Iterable[str]) -> list[bool]:
    """Whether each pool that makes sense for a set keeps to the text's grade."""
    if pool_name(labelled, True) == EVERY:
        return [False]
    return [pool == "same" for pool in asked]


def row_of(score: Score) -> dict[str, object]:
    """One number with its interval, as it is written down."""
    estimate = score.estimate
    return {
        "source": score.source,
        "method": score.method,
        "pool": score.pool,
        "metric": score.metric,
        "value": estimate.value,
        "low": estimate.low,
        "high": estimate.high,
        "n": estimate.n,
        "of": score.of,
    }


def show(title: str, scores: Sequence[Score]) -> None:
    """One table: a row for each metric, a column for each method."""
    methods = list(dict.fromkeys(score.method for score in scores))
    table = Table(title=f"\n{title}", title_justify="left", box=None, pad_edge=False)
    table.add_column("metric", no_wrap=True)
    for name in ("n", *methods):
        table.add_column(name, justify="right", no_wrap=True)
    found = {(score.metric, score.method): score.estimate for score in scores}
    for metric in dict.fromkeys(score.metric for score in scores):
        estimates = [found.get((metric, method)) for method in methods]
        n = next(e.n for e in estimates if e)
        table.add_row(metric, f"{n}", *(cell(e) for e in estimates))
    Console(width=60 + 25 * len(methods)).print(table)


def cell(estimate: Estimate | None) -> str:
    """`.531 [.48, .58]`"""
    if estimate is None:
        return ""
    if estimate.low is None or estimate.high is None:
        return f"{estimate.value:.3f}"
    return f"{estimate.value:.3f} [{estimate.low:.2f}, {estimate.high:.2f}]"


if __name__ == "__main__":
    main()
