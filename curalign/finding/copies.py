"""F304: documents that say the same in nearly the same words, such as `v1` and `v2 FINAL` of one unit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from curalign.domain.coverage import Coverage
from curalign.domain.findings import Severity
from curalign.domain.materials import Material
from curalign.domain.measurement import Measurement
from curalign.finding.quoting import truncate
from curalign.finding.rule import Rule, Sighting
from curalign.language import numbered_rows, words_in
from curalign.wording import Facts

SAME = 0.8
"""The share of all rows of words of two documents that both have (Jaccard), from which one is a copy of the other."""
_ROW = 5
"""Words in a row that are compared."""
_MIN_ROWS = 20
"""Rows of a document below which it is too short to be called a copy."""
_SKETCH = 24
"""Numbers of a document that stand for it: copies share one of them but for one time in 10^16 (Broder 1997)."""

Rows = NDArray[np.uint64]


def find_copies(measured: Measurement) -> Iterator[Sighting]:
    """Documents that are copies of another of their kind and school; of several the one with the shortest name stays.

    Schools may well share a unit, so a copy in another school's folder is none. What is pasted from the standards, and
    boilerplate, makes no document the copy of another.
    """
    rows = _rows(measured.coverage)
    first_with: defaultdict[int, list[Material]] = defaultdict(list)
    for material in sorted(rows, key=lambda material: (len(material.path), material.path)):
        own = rows[material]
        sketch = own[:_SKETCH].tolist()
        near = dict.fromkeys(other for number in sketch for other in first_with[number])
        found = [(_share(own, rows[other]), other) for other in near if _together(material, other)]
        share, other = max(found, key=lambda pair: pair[0], default=(0.0, material))
        if share >= SAME:
            facts = Facts(document=truncate(material.path), other=truncate(other.path), share=int(100 * share))
            yield Sighting(facts, file=material.path)
            continue
        for number in sketch:
            first_with[number].append(material)


def _rows(coverage: Coverage) -> dict[Material, Rows]:
    """The rows of words of each document that is long enough, each row once, as numbers in order."""
    words: defaultdict[Material, list[str]] = defaultdict(list)
    for passage in coverage.alignment.passages:
        if passage.role.is_judged:
            words[passage.material] += words_in(passage.text)
    rows = {material: numbered_rows(text_words, _ROW) for material, text_words in words.items()}
    return {material: own for material, own in rows.items() if len(own) >= _MIN_ROWS}


def _share(one: Rows, other: Rows) -> float:
    both = len(np.intersect1d(one, other, assume_unique=True))
    return both / (len(one) + len(other) - both)


def _together(one: Material, other: Material) -> bool:
    return one.kind is other.kind and (one.school == other.school or not (one.school and other.school))


RULES = (Rule("F304", Severity.NOTE, find_copies),)
