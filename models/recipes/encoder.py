"""Train the shipped encoders: from the published MiniLM on our own texts, and from there on what publishers label.

python -m models.recipes.encoder open         models/encoders/standards-open
python -m models.recipes.encoder standards    models/encoders/standards, from the one before
python -m models.recipes.encoder fold-1       the same without some publishers, for measuring and for the judge;
python -m models.recipes.encoder fold-2       both stay in benchmarks/.curalign
python -m models.recipes.encoder split        the same without one unit of five of every publisher, for measuring

An interrupted run is taken up where it stood when the same command is given again.
"""

from __future__ import annotations

import argparse
import csv
import shutil
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from safetensors.torch import load_file, save_file

from benchmarks.labelled_sets import DEFAULT, FOLDS, TRAINS, WORK, framework_of, kept, labelled_sets, standards
from curalign.domain.labels import LabelledSet, LabelledText
from curalign.domain.standards import Framework, Standard
from curalign.resources import models_folder
from curalign.training.export import WEIGHTS, export, published_model
from curalign.training.fine_tuning import Plan, train

TEXTS = Path(__file__).resolve().parents[2] / "corpora" / "texts"
STATED = {
    "ccss-math": "ccss_math",
    "ccss-ela": "ccss_ela",
    "ccss-literacy": "ccss_ela",
    "teks": "texas_teks_edfi_sample",
}
"""Frameworks whose licence lets their statements train what anybody may use. Of the others only our own words do:
a standard's `objective` stands in for its statement."""
OWN_TEXTS = Plan(epochs=3, rate=6e-5)
PUBLISHERS = Plan(epochs=8, rate=6e-5)
LATER = ("c3", "science-practices-and-concepts")
"""Texts that were written when the first encoder was trained: the second learns from them, beside publishers'."""
SHARE = 0.8
"""Of the trained weights in their mean with the published ones: chosen on publishers that the folds have not seen."""
PUBLISHERS_SHARE = 0.625
"""Of the weights that learned from publishers in their mean with those they started from, before that: .5, .3 and .2 of
publishers', ours and the published, so that subjects without labels do not suffer."""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("which", choices=("open", "standards", "split", *FOLDS))
    options.add_argument("--bench", type=Path, default=DEFAULT)
    asked = options.parse_args()
    target = WORK / "encoders" / asked.which
    if asked.which == "open":
        base, plan = published_model(), OWN_TEXTS
        sets = [labelled for labelled in own_sets(asked.bench) if labelled.name not in LATER]
    else:
        base, plan = WORK / "encoders" / "open", PUBLISHERS
        sets = list(publishers(asked.bench, FOLDS.get(asked.which, ())))
        sets = [kept(labelled) for labelled in sets] if asked.which == "split" else sets
        sets += [labelled for labelled in own_sets(asked.bench) if labelled.name in LATER]
    for labelled in sets:
        print(f"{labelled.name:45} {len(labelled):>6} texts")
    started = time.monotonic()
    train(sets, base, target, plan, progress=log_lines)
    print(f"trained in {(time.monotonic() - started) / 60:.0f} minutes")
    ship(asked.which, target)


def ship(which: str, trained: Path) -> None:
    """Write what curalign loads: the two encoders that are shipped into models/, the folds beside their training."""
    name = {"open": "standards-open"}.get(which, which)
    target = trained / "shipped" if which in ("split", *FOLDS) else models_folder() / "encoders" / name
    licence = "Apache-2.0" if which == "open" else "CC-BY-NC-SA-4.0"
    source = trained if which == "open" else averaged(trained, WORK / "encoders" / "open", PUBLISHERS_SHARE)
    export(source, target, name=name, licence=licence, share=SHARE)


def averaged(trained: Path, base: Path, share: float) -> Path:
    """A model folder beside the trained one with the mean of both folders' weights, `share` of it the trained one's."""
    target = trained / "averaged"
    shutil.copytree(trained, target, dirs_exist_ok=True, ignore=shutil.ignore_patterns("averaged", "shipped"))
    ours, theirs = (load_file(folder / WEIGHTS) for folder in (trained, base))
    mean = {name: share * ours[name] + (1 - share) * theirs[name] for name in ours}
    save_file(mean, target / WEIGHTS, metadata={"format": "pt"})
    return target


def publishers(bench: Path, without: Sequence[str]) -> Iterator[LabelledSet]:
    """What may train the encoder that carries the publishers' licences."""
    for labelled in labelled_sets(bench):
        if labelled.name in TRAINS and TRAINS[labelled.name] not in without:
            yield labelled


def own_sets(bench: Path) -> Iterator[LabelledSet]:
    """The texts that this project wrote, each file beside its framework."""
    known: dict[str, Framework] = {}
    for path in sorted(TEXTS.glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
        stated = next((name for start, name in STATED.items() if path.stem.startswith(start)), "")
        if stated:
            framework = known.setdefault(stated, framework_of(standards(bench, stated)))
            kept = rows
        else:
            framework = restated(path.stem, rows)
            kept = [row for row in rows if row["voice"] != "objective"]
        texts = (LabelledText(row["text"], frozenset(row["codes"].split("|"))) for row in kept)
        yield LabelledSet(path.stem, framework, tuple(texts), frozenset(), "this project", "CC0-1.0")


def restated(name: str, rows: list[dict[str, str]]) -> Framework:
    """A framework in our own words."""
    ours = {row["codes"]: row["text"] for row in rows if row["voice"] == "objective"}
    return Framework(tuple(Standard(code, code, text, name) for code, text in ours.items()))


def log_lines(stage: str, done: int, total: int) -> None:
    """A line now and then: training is for logs as much as for terminals."""
    if done % 50 == 0 or done == total:
        print(time.strftime("%H:%M:%S"), f"{stage} {done}/{total}", flush=True)


if __name__ == "__main__":
    main()
