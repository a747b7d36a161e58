"""Write what an encoder makes of our own texts, for standards to be compared by as well: models/examples/.

python -m models.recipes.examples [ENCODER ...]    without one, of both that are shipped; a twin's go to
                                                   benchmarks/.curalign
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.labelled_sets import WORK
from curalign.embedding import VectorCache, load_encoder
from curalign.embedding.examples import make_examples
from curalign.resources import models_folder
from models.recipes.curricula import GENERAL, collections, short_texts, taught_in
from models.recipes.encoder import SHIPPED, TEXTS

FOR_TRAINING = ("ccss-math-k-5-plain", "ccss-math-6-8-plain", "ccss-math-hs-plain")
"""Texts that encoders learn from and that stand beside no standard: with them titles and short lessons of mathematics
were told apart less well (decision 61)."""
SEGMENTS = "-segments"
"""How files of texts end that are as long as a part of a lesson: their words stand beside long texts only
(decision 64)."""
FEW = 2
"""The most codes of a lesson that stands as an example for each of them."""
LEAST, MOST = 12, 4
"""Words of a lesson that shows what a standard looks like when it is taught; and lessons for one code, the shortest."""
MOST_LONGER = 8
"""Lessons for one code whose words stand beside long texts: the longest (decision 58)."""


def main() -> None:
    lessons = lessons_of_curricula()
    texts = example_texts(lessons)
    longer = {code: longest(own, texts.get(code, ())) for code, own in with_segments(lessons).items()}
    print(f"{sum(map(len, texts.values()))} texts for {len(texts)} codes")
    with VectorCache(WORK / "vectors.sqlite") as cache:
        for name in sys.argv[1:] or SHIPPED:
            encoder = load_encoder(name if name in SHIPPED else str(WORK / "encoders" / name / "shipped"))
            folder = models_folder() / "examples" if name in SHIPPED else WORK / "examples"
            make_examples(encoder, texts, longer, folder, cache)
            print("wrote", encoder.name, flush=True)


def example_texts(lessons: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Our short texts by the codes that they teach, and the shortest lessons of our curricula beside them."""
    short: dict[str, list[str]] = defaultdict(list)
    for path in sorted(TEXTS.glob("*.tsv")):
        if path.stem not in FOR_TRAINING and not path.stem.endswith(SEGMENTS):
            _add(short, path)
    for code, own in lessons.items():
        short[code] += [text for text in shortest(own) if text not in short[code]]
    return short


def with_segments(lessons: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """The lessons of each code, and the texts of ours that are as long as parts of them."""
    longer = defaultdict(list, {code: [*own] for code, own in lessons.items()})
    for path in sorted(TEXTS.glob(f"*{SEGMENTS}.tsv")):
        _add(longer, path)
    return longer


def _add(texts: dict[str, list[str]], path: Path) -> None:
    for row in short_texts(path):
        for code in row["codes"].split("|"):
            texts[code].append(row["text"])


def lessons_of_curricula() -> dict[str, list[str]]:
    """The lessons of our curricula that teach one code or two, by code."""
    lessons: dict[str, list[str]] = defaultdict(list)
    for (kind, framework), files in collections().items():
        if kind == "curricula" and framework != GENERAL:
            for text in (text for file in files for text in taught_in(file)):
                if len(text.codes) <= FEW and len(text.text.split()) >= LEAST:
                    for code in text.codes:
                        lessons[code].append(text.text)
    return lessons


def shortest(lessons: Sequence[str]) -> list[str]:
    return sorted(lessons, key=lambda text: (len(text), text))[:MOST]


def longest(lessons: Sequence[str], texts: Sequence[str]) -> list[str]:
    """Those that are not among a code's texts already."""
    every = sorted(lessons, key=lambda text: (-len(text), text))[:MOST_LONGER]
    return [text for text in every if text not in texts]


if __name__ == "__main__":
    main()
