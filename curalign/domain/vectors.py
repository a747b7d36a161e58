"""Things and their vectors, in step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

T = TypeVar("T")

READ_AT_ONCE = 150
"""Words of a text that an encoder reads at once; passages of a document are shorter."""


@dataclass(frozen=True, slots=True, eq=False)
class Embedded(Generic[T]):
    """n items and their vectors: `rows` is (n, d) float32 with rows of length 1, row i belongs to item i.

    `headings_above` and `beginnings` are (n, d) as well: vectors of what stands above each item, and of how a long one
    begins; zeros where nothing stands above it, or where it is short.
    """

    items: tuple[T, ...]
    rows: NDArray[np.float32]
    headings_above: NDArray[np.float32] | None = None
    beginnings: NDArray[np.float32] | None = None

    def __post_init__(self) -> None:
        if len(self.items) != len(self.rows):
            raise ValueError(f"{len(self.items)} items but {len(self.rows)} rows: they must be in step")


@dataclass(frozen=True, slots=True, eq=False)
class Examples:
    """Texts of our own that teach known standards, by the standards' codes.

    `words` are all of a code's short texts after each other, `longer` its longest lessons, for long texts; `rows` is
    (n, d) float32, the mean direction of the short texts' vectors.
    """

    codes: tuple[str, ...]
    words: tuple[str, ...]
    longer: tuple[str, ...]
    rows: NDArray[np.float32]
