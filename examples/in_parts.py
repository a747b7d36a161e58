"""A district aligned in parts, each in a process of its own, and covered as if it had been aligned at once."""

from __future__ import annotations

import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import curalign as ca
from curalign.covering import find_reaches, summarise
from curalign.domain.materials import Material
from curalign.domain.scopes import UNITS
from curalign.domain.standards import Framework
from curalign.domain.summaries import CoverageSummary
from curalign.segmenting import Furniture


def align_part(
    aligner: ca.Aligner, framework: Framework, furniture: Furniture, part: tuple[Material, ...]
) -> CoverageSummary:
    """What one worker does; everything it is given can be pickled, and so can what it gives back."""
    return summarise(aligner.align(framework, part, furniture=furniture))


def main(folder: Path, parts: int = 2) -> None:
    """Align a district in so many parts and print how many standards have which verdict."""
    district = ca.read_district(folder)
    documents = tuple(district.materials)
    aligner = ca.Aligner()
    furniture = Furniture.of(documents)  # what repeats in most documents can only be seen in all of them
    work = partial(align_part, aligner, district.framework, furniture)
    with ProcessPoolExecutor(parts, mp_context=get_context("spawn")) as workers:
        summaries = workers.map(work, [documents[part::parts] for part in range(parts)])
        whole = sum(summaries, CoverageSummary())
    grades = sorted({grade for material in documents for grade in material.grades})
    reaches = find_reaches(whole, district.framework, grades, calibrations=dict(aligner.judge.calibrations))
    verdicts = [str(reach.verdict) for reach in reaches if reach.scope == UNITS and reach.taught is not None]
    print({verdict: verdicts.count(verdict) for verdict in sorted(set(verdicts))})


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "corpora/maple-valley"))
