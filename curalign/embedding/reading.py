"""How standards and passages are read by an encoder: with what stands beside a statement, and piece by piece."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from curalign.domain.materials import Passage
from curalign.domain.progress import Progress, silent
from curalign.domain.standards import Framework, Standard
from curalign.domain.vectors import READ_AT_ONCE, Embedded
from curalign.embedding.cache import Cache, embed
from curalign.embedding.encoder import Encoder
from curalign.embedding.wording import windows

Rows = NDArray[np.float32]
_LEAST_LENGTH = 1e-6


def embed_standards(framework: Framework, encoder: Encoder, cache: Cache | None = None) -> Embedded[Standard]:
    """The statements of a framework, with what it explains beside them, as vectors.

    Args:
        framework: Its standards, in its order.
        encoder: Gives the directions.
        cache: Where vectors are kept.

    Returns:
        (n, d) directions of length 1, a row for each of the n standards.

    """
    statements = [windows(standard.meaning, READ_AT_ONCE)[0] for standard in framework.standards]
    return Embedded(framework.standards, embed(statements, encoder, cache))


def embed_passages(
    passages: tuple[Passage, ...], encoder: Encoder, cache: Cache | None = None, progress: Progress = silent
) -> Embedded[Passage]:
    """Passages, each read under its nearest heading, as vectors, and what stands above that beside them.

    An encoder reads the beginning of a long text alone, so one of more than `READ_AT_ONCE` words is read in
    pieces, and its vector is the direction of their mean.

    Args:
        passages: In any order.
        encoder: Gives the directions.
        cache: Where vectors are kept.
        progress: Told how many pieces are done.

    Returns:
        (n, d) directions of length 1, a row for each of the n passages, as many of the headings above them, 0 where
        there are none, and as many of the first pieces of long ones, 0 for short ones.

    """
    pieces = [windows(p.context, READ_AT_ONCE) for p in passages]
    every = [piece for own in pieces for piece in own]
    so_far = 0

    def show(more: int) -> None:
        nonlocal so_far
        so_far += more
        progress("Embedding", so_far, len(every))

    counts = [len(own) for own in pieces]
    read = embed(every, encoder, cache, show)
    above = sorted({p.headings_above for p in passages} - {""})
    known = dict(zip(above, embed(above, encoder, cache), strict=True))
    nothing = np.zeros(read.shape[1], np.float32)
    headings_above = np.stack([known.get(p.headings_above, nothing) for p in passages]) if passages else read
    return Embedded(passages, _directions(read, counts), headings_above, _beginnings(read, counts))


def _beginnings(rows: Rows, counts: Sequence[int]) -> Rows:
    """The first of each run of so many rows, and zeros for a run of one."""
    if not counts:
        return rows
    pieces = np.array(counts)
    return np.where(pieces[:, None] > 1, rows[np.cumsum(pieces) - pieces], np.float32(0))


def _directions(rows: Rows, counts: Sequence[int]) -> Rows:
    """One row of length 1 for each run of so many rows: that row as it is, or the direction of the mean of several."""
    if not counts:
        return rows
    pieces = np.array(counts)
    sums: Rows = np.add.reduceat(rows, np.cumsum(pieces) - pieces, axis=0)
    lengths = np.where(pieces > 1, np.linalg.norm(sums, axis=1), 1)
    return (sums / np.maximum(lengths, _LEAST_LENGTH)[:, None]).astype(np.float32)
