"""Any object with a name, a fingerprint, a note and `encode` is an encoder."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

import curalign as ca


class Letters:
    """Counts letters: a baseline that everything should beat."""

    name = "letters"
    fingerprint = "letters@1"
    note = "letters: an example, not for decisions"

    def encode(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> NDArray[np.float32]:
        """(n, 26) rows of length 1."""
        counts = np.array([[1 + text.lower().count(chr(97 + i)) for i in range(26)] for text in texts], np.float32)
        rows: NDArray[np.float32] = counts.reshape(-1, 26)
        if progress:
            progress(len(texts))
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)


folder = sys.argv[1] if len(sys.argv) > 1 else "corpora/maple-valley"
district = ca.read_district(folder)
for encoder in (None, Letters()):
    alignment = ca.align(district.framework, district.materials, encoder=encoder)
    coverage = ca.measure_coverage(alignment)
    taught = sum(row["strength"] == "full" for row in coverage.rows() if row["kind"] == "unit" and row["school"] == "")
    print(alignment.made_with.encoder, alignment.made_with.judge, "taught in full:", taught)
