"""An encoder without a model: hashed words and parts of words. For tests, never for a decision."""

from __future__ import annotations

import hashlib
import math
import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from curalign.embedding.wording import normalise
from curalign.wording import say

WIDTH: Final = 384
PARTS: Final = (3, 4)
WORD = re.compile(r"\w+")


class HashingEncoder:
    """Same words, same vector, on every platform and in every process; knows nothing of meaning."""

    name: Final = "hashing"
    fingerprint: Final = f"hashing@1:{WIDTH}"

    @property
    def note(self) -> str:
        """What every report says of it."""
        return say("encoder-for-tests")

    def encode(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> NDArray[np.float32]:
        """(n, 384) rows of length 1; `progress` is called once, with n."""
        rows = np.zeros((len(texts), WIDTH), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            row[:] = _vector(text)
        if progress is not None and texts:
            progress(len(texts))
        return rows


def _vector(text: str) -> NDArray[np.float64]:
    row = np.zeros(WIDTH)
    # The empty feature keeps a text without words at length 1.
    counts = Counter(feature for word in _words(text) for feature in _features(word)) or Counter({"": 1})
    for feature, count in sorted(counts.items()):
        slot, sign = _slot(feature)
        row[slot] += sign * (1 + math.log(count))
    length = float(np.linalg.norm(row))
    if length == 0.0:
        row[0] = length = 1.0
    return row / length


def _words(text: str) -> list[str]:
    return WORD.findall(normalise(text).casefold())


@lru_cache(maxsize=65_536)
def _features(word: str) -> tuple[str, ...]:
    edged = f"<{word}>"
    return (word, *(edged[i : i + n] for n in PARTS for i in range(len(edged) - n + 1)))


@lru_cache(maxsize=262_144)
def _slot(feature: str) -> tuple[int, int]:
    digest = hashlib.blake2b(feature.encode(), digest_size=8).digest()
    number = int.from_bytes(digest, "little")
    return number % WIDTH, 1 if number >> 63 else -1
