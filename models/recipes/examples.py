"""Write what an encoder makes of our own texts, for standards to be compared by as well: models/examples/.

python -m models.recipes.examples [ENCODER]
"""

from __future__ import annotations

import sys

from benchmarks.labelled_sets import WORK
from curalign.embedding import VectorCache, load_encoder
from curalign.embedding.examples import make_examples
from curalign.resources import models_folder


def main() -> None:
    encoder = load_encoder(sys.argv[1] if len(sys.argv) > 1 else "default")
    WORK.mkdir(exist_ok=True)
    with VectorCache(WORK / "vectors.sqlite") as cache:
        make_examples(encoder, models_folder() / "examples", cache)
    print("wrote", encoder.name)


if __name__ == "__main__":
    main()
