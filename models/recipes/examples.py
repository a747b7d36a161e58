"""Write what an encoder makes of our own texts, for standards to be compared by as well: models/examples/.

python -m models.recipes.examples [ENCODER ...]    without one, of both that are shipped; a twin's go to
                                                   benchmarks/.curalign
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict

from benchmarks.labelled_sets import WORK
from curalign.embedding import VectorCache, load_encoder
from curalign.embedding.examples import make_examples
from curalign.resources import models_folder
from models.recipes.curricula import GENERAL, collections, taught_in
from models.recipes.encoder import SHIPPED, TEXTS

FEW = 2
"""The most codes of a lesson that stands as an example for each of them."""
LEAST, MOST = 12, 4
"""Words of a lesson that shows what a standard looks like when it is taught; and lessons for one code, the shortest."""


def main() -> None:
    texts = example_texts()
    print(f"{sum(map(len, texts.values()))} texts for {len(texts)} codes")
    with VectorCache(WORK / "vectors.sqlite") as cache:
        for name in sys.argv[1:] or SHIPPED:
            encoder = load_encoder(name if name in SHIPPED else str(WORK / "encoders" / name / "shipped"))
            folder = models_folder() / "examples" if name in SHIPPED else WORK / "examples"
            make_examples(encoder, texts, folder, cache)
            print("wrote", encoder.name, flush=True)


def example_texts() -> dict[str, list[str]]:
    """Our short texts by the codes that they teach, and for codes without any the shortest lessons of our curricula."""
    short: dict[str, list[str]] = defaultdict(list)
    for path in sorted(TEXTS.glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                for code in row["codes"].split("|"):
                    short[code].append(row["text"])
    lessons: dict[str, list[str]] = defaultdict(list)
    for (kind, framework), files in collections().items():
        if kind == "curricula" and framework != GENERAL:
            for text in (text for file in files for text in taught_in(file)):
                if len(text.codes) <= FEW and len(text.text.split()) >= LEAST:
                    for code in text.codes - short.keys():
                        lessons[code].append(text.text)
    return short | {code: sorted(own, key=lambda text: (len(text), text))[:MOST] for code, own in lessons.items()}


if __name__ == "__main__":
    main()
