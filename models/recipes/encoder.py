"""Train the shipped encoders, and the twins that measure them: from the published MiniLM, in one go.

python -m models.recipes.encoder standards        models/encoders/standards: from publishers' labels and our own texts
python -m models.recipes.encoder standards-open   models/encoders/standards-open: from what anybody may learn from
python -m models.recipes.encoder fold-1           as `standards`, without some publishers, for measuring and for the
python -m models.recipes.encoder fold-2           judge; both stay in benchmarks/.curalign
python -m models.recipes.encoder grades           without some grades and units of every publisher, for measuring

An interrupted run is taken up where it stood when the same command is given again. With `--device cuda` one takes about
eight minutes; on two cores, a night.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks.labelled_sets import (
    DEFAULT,
    FOLDS,
    GRADES,
    PERMISSIVE,
    WORK,
    framework_of,
    is_unseen,
    published_sets,
    standards,
)
from curalign.domain.labels import LabelledSet, LabelledText
from curalign.domain.standards import Framework, Standard
from curalign.resources import models_folder
from curalign.training.export import export, published_model
from curalign.training.fine_tuning import Plan, train
from models.recipes.curricula import curricula, short_texts

TEXTS = Path(__file__).resolve().parents[2] / "corpora" / "texts"
STATED = {
    "ccss-math": "ccss_math",
    "ccss-ela": "ccss_ela",
    "ccss-literacy": "ccss_ela",
    "teks-elar": "teks_elar",
    "teks-education": "teks_education_training",
    "teks": "texas_teks_edfi_sample",
    "nc-england": "national_curriculum_england",
}
"""Frameworks whose licence lets their statements train what anybody may use. Of the others only our own words do:
a standard's `objective` stands in for its statement."""
RESERVED = ("ngss", "csta", "ap-csp")
"""Curricula beside frameworks whose statements may not train what anybody may sell."""
SHIPPED = ("standards", "standards-open")
PLAN = Plan(epochs=3.6, pools=4, rate=2e-4, windows=2, rivals=160)
SHARE = 0.7
"""Of the trained weights in their mean with the published ones (Wortsman et al. 2022, WiSE-FT): chosen on publishers
that the folds have not seen, and on whole districts."""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("which", choices=(*SHIPPED, *FOLDS, GRADES))
    options.add_argument("--bench", type=Path, default=DEFAULT)
    options.add_argument("--device", default="cpu")
    asked = options.parse_args()
    sets = list(learned(asked.which, asked.bench))
    for labelled in sets:
        print(f"{labelled.name:45} {len(labelled):>6} texts")
    target, started = WORK / "encoders" / asked.which, time.monotonic()
    train(sets, published_model(), target, PLAN, progress=log_lines, device=asked.device)
    print(f"trained in {(time.monotonic() - started) / 60:.0f} minutes")
    ship(asked.which, target)


def ship(which: str, trained: Path) -> None:
    """Write what curalign loads: the two encoders that are shipped into models/, the twins beside their training."""
    target = models_folder() / "encoders" / which if which in SHIPPED else trained / "shipped"
    licence = "Apache-2.0" if which == "standards-open" else "CC-BY-NC-SA-4.0"
    export(trained, target, name=which, licence=licence, share=SHARE)


def learned(which: str, bench: Path = DEFAULT) -> Iterator[LabelledSet]:
    """What one of the encoders learns from."""
    known: dict[str, Framework] = {}
    for source, labelled in published_sets(bench, known):
        texts = labelled.texts
        if which == GRADES:
            texts = tuple(text for text in texts if not is_unseen(source.publisher, text))
        left_out = source.publisher in FOLDS.get(which, ())
        if texts and not left_out and (which != "standards-open" or source.publisher in PERMISSIVE):
            yield replace(labelled, texts=texts)
    yield from own_sets(bench, known)
    for labelled in curricula(bench, known):
        if which != "standards-open" or not labelled.name.startswith(RESERVED):
            yield labelled


def own_sets(bench: Path, known: dict[str, Framework]) -> Iterator[LabelledSet]:
    """The short texts that this project wrote, each file beside its framework; `known` ones are shared."""
    for path in sorted(TEXTS.glob("*.tsv")):
        rows = short_texts(path)
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
