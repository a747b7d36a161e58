"""How right curalign is on real labels, beside what a user would write today. Every number has its 95 % interval.

    python -m benchmarks.accuracy.open_sets --json out.json   everything, taken up where it stood in out.json

and of everything, so much:

    --sets math_lessons --pools same   one set, within the grade
    --sets math_grade_2_gaps           a whole district
    --encoders standards-open          one encoder of ours

What a row's name says of its encoder and judge: nothing where neither has seen the set's publisher (the default encoder
is then measured by its twins, `recipes/encoder.py fold-1` and `fold-2`, with a judge fitted without that publisher);
"other units seen" where they have seen others of the publishers (`recipes/encoder.py grades`); "publisher seen" where
it is what is shipped, on texts that trained it.

Intervals resample units (single items where a set has none). Vectors are kept in benchmarks/.curalign. What out.json
holds is not measured again while its encoder is the same: delete it after a change of the code, the folds or a judge.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.accuracy.tables import Column, Tables
from benchmarks.accuracy.unseen_models import OTHER_GRADES, Twins
from benchmarks.labelled_sets import DEFAULT, GRADES, WORK
from curalign.domain.scores import Score
from curalign.embedding import VectorCache, load_encoder
from curalign.training.export import PACKAGE

MINILM, MPNET = "all-MiniLM-L6-v2", "all-mpnet-base-v2"
OURS = ("standards", "standards-open")
POOLS = ("same", "all")

Row = dict[str, object]


def main() -> None:
    asked = options()
    rows = json.loads(asked.json.read_text(encoding="utf-8")) if asked.json and asked.json.exists() else []
    plain = {MINILM: load_encoder(PACKAGE)} | ({MPNET: load_encoder(str(asked.mpnet))} if asked.mpnet else {})
    with VectorCache(WORK / "vectors.sqlite") as cache:
        twins = tuple(Twins(load_encoder(name), asked.bench, cache) for name in asked.encoders)
        warn(twins)
        for title, columns in Tables(asked.bench, plain, twins, cache).wanted(asked.sets, asked.pools):
            shown: list[Row] = []
            for column in columns:
                known = [row for row in rows if is_of(row, column)]
                if not known:
                    known = list(measured(column))
                    rows = [row for row in rows if not is_of(row, column, of_any=True)] + known
                    save(rows, asked.json)
                shown += known
            show(title, shown)


def options() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, default=DEFAULT)
    parser.add_argument("--sets", nargs="+", default=(), help="only these sets or districts")
    parser.add_argument("--pools", nargs="+", choices=POOLS, default=POOLS, help="only these pools of standards")
    parser.add_argument("--encoders", nargs="+", default=OURS, help="only these of ours, by name or folder")
    parser.add_argument("--mpnet", type=Path, help="a folder of all-mpnet-base-v2, to be measured as well (slow)")
    parser.add_argument("--json", type=Path, metavar="OUT", help="keep every number there, and take up what it holds")
    return parser.parse_args()


def warn(twins: Sequence[Twins]) -> None:
    """Say which columns will not be there, and what would bring them."""
    wanted = [fold for own in twins for fold in own.missing] + ([] if OTHER_GRADES.is_dir() else [GRADES])
    for fold in wanted:
        log(f"{fold} is not trained, so its columns are left out: python -m models.recipes.encoder {fold}")


def measured(column: Column) -> Iterator[Row]:
    """One column's numbers, and how long they took on standard error."""
    started = time.monotonic()
    yield from (row_of(score, column) for score in column.scores())
    log(f"{column.source}, {column.pool}: {column.method}, {time.monotonic() - started:.0f} s")


def is_of(row: Row, column: Column, *, of_any: bool = False) -> bool:
    """Whether a number belongs to a column, and was measured with the same encoder or with any."""
    same = (row["source"], row["pool"], row["method"]) == (column.source, column.pool, column.method)
    return same and (of_any or row["encoder"] == column.encoder)


def row_of(score: Score, column: Column) -> Row:
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
        "encoder": column.encoder,
    }


def save(rows: Sequence[Row], out: Path | None) -> None:
    """Write all rows, so that an interruption loses one column at most."""
    if out is not None:
        new = out.with_name(f"{out.name}.new")
        new.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8", newline="\n")
        new.replace(out)


def show(title: str, rows: Sequence[Row]) -> None:
    """One table: a line for each metric, a column for each method."""
    methods = list(dict.fromkeys(str(row["method"]) for row in rows))
    table = Table(title=f"\n{title}", title_justify="left", box=None, pad_edge=False)
    table.add_column("metric", no_wrap=True)
    for name in ("n", *methods):
        table.add_column(name, justify="right")
    found = {(row["metric"], row["method"]): row for row in rows}
    for metric in dict.fromkeys(row["metric"] for row in rows):
        own = [found.get((metric, method)) for method in methods]
        n = next(row["n"] for row in own if row)
        table.add_row(str(metric), f"{n}", *(cell(row) for row in own))
    Console(width=45 + 22 * len(methods)).print(table)


def cell(row: Row | None) -> str:
    """`0.531 [0.48, 0.58]`"""
    if row is None:
        return ""
    if row["low"] is None:
        return f"{row['value']:.3f}"
    return f"{row['value']:.3f} [{row['low']:.2f}, {row['high']:.2f}]"


def log(line: str) -> None:
    """On standard error, so that tables can be kept by themselves."""
    print(f"{time.strftime('%H:%M:%S')} {line}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
