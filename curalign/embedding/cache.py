"""Vectors that outlive a run, found by what was encoded and with what: a changed text is the only one encoded again.

A cache is a convenience: whatever is wrong with its file, the answer is the same and only takes longer.
"""

from __future__ import annotations

import hashlib
import logging
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Final, Protocol, Self, TypeVar

import numpy as np
from numpy.typing import NDArray

from curalign.embedding.encoder import Encoder, Progress
from curalign.embedding.wording import normalise
from curalign.errors import ModelError

log = logging.getLogger(__name__)
T = TypeVar("T")

TEXTS_PER_COMMIT: Final = 256
KEYS_PER_QUERY: Final = 900
# 1: key = blake2b-128 of fingerprint and text, row = little-endian float16
SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS vectors_1 (id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, row BLOB NOT NULL)
"""
# A row that is there already is either the same or damaged.
UPSERT: Final = """
INSERT INTO vectors_1 (key, row) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET row = excluded.row
"""
DAMAGED: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})


class Cache(Protocol):
    """Remembers bytes by key; may forget, and never raises over what it could not do."""

    def get(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """What is remembered of `keys`."""

    def put(self, rows: Mapping[bytes, bytes]) -> None:
        """Remember `rows`, before it returns and for good if it can."""

    def close(self) -> None:
        """Let go of what it has open; it opens that again when it is asked again."""


class NoCache:
    """Remembers nothing."""

    def get(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:  # noqa: ARG002 - the protocol has it
        """Nothing."""
        return {}

    def put(self, rows: Mapping[bytes, bytes]) -> None:
        """Do nothing."""

    def close(self) -> None:
        """Do nothing."""


class VectorCache:
    """A SQLite file that several processes may use at once; made with its folders when something is first put.

    A damaged file is set aside as `<name>.damaged` and begun anew; one that is locked or cannot be written is done
    without, and one warning is logged. Not for a network drive, where SQLite's write-ahead log does not work.
    """

    def __init__(self, path: Path, patience: float = 5.0) -> None:
        """Open nothing yet. `patience` is how many seconds to wait for another process that is writing."""
        self.path = path
        self.patience = patience
        self._open: sqlite3.Connection | None = None
        self._given_up = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __reduce__(self) -> tuple[type[VectorCache], tuple[Path, float]]:
        return (VectorCache, (self.path, self.patience))

    def get(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """The rows of those `keys` that are in the file."""
        return self._try(lambda connection: _select(connection, keys)) or {} if self._exists() else {}

    def put(self, rows: Mapping[bytes, bytes]) -> None:
        """Add `rows` in one transaction, which outlives a killed process once this returns."""
        if rows:
            self._try(lambda connection: _insert(connection, rows))

    def close(self) -> None:
        """Let go of the file, so that it can be moved or deleted on Windows too."""
        if self._open is not None:
            with suppress(sqlite3.Error):
                self._open.close()
        self._open = None

    def _exists(self) -> bool:
        try:
            return self._open is not None or self.path.exists()
        except OSError:
            return False

    def _try(self, work: Callable[[sqlite3.Connection], T]) -> T | None:
        """`work`, a second time on a new file where the old one is damaged, or None."""
        for _ in range(2):
            if self._given_up:
                break
            try:
                return work(self._connection())
            except (sqlite3.Error, OSError) as error:
                self._recover(error)
        return None

    def _connection(self) -> sqlite3.Connection:
        if self._open is None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._open = sqlite3.connect(self.path, timeout=self.patience, isolation_level=None)
            self._open.execute("PRAGMA journal_mode = WAL")
            self._open.execute("PRAGMA synchronous = NORMAL")
            self._open.execute(SCHEMA)
        return self._open

    def _recover(self, error: sqlite3.Error | OSError) -> None:
        """Set a damaged file aside; do without the cache from here on where that is not the trouble or fails."""
        self.close()
        if self._is_damaged(error):
            with suppress(OSError):
                self.path.replace(self.path.with_name(self.path.name + ".damaged"))
                for ending in ("-wal", "-shm"):
                    self.path.with_name(self.path.name + ending).unlink(missing_ok=True)
                log.warning("The vector cache %s was damaged; it was set aside and begun anew.", self.path)
                return
        self._given_up = True
        log.warning("The vector cache %s cannot be used (%s); going on without it.", self.path, error)

    def _is_damaged(self, error: sqlite3.Error | OSError) -> bool:
        """Whether what lies there is no cache, rather than one that is locked or on a disk that refuses."""
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        return code in DAMAGED or (code == sqlite3.SQLITE_CANTOPEN and self.path.is_dir())


def _select(connection: sqlite3.Connection, keys: Sequence[bytes]) -> dict[bytes, bytes]:
    found: dict[bytes, bytes] = {}
    for start in range(0, len(keys), KEYS_PER_QUERY):
        some = keys[start : start + KEYS_PER_QUERY]
        marks = ",".join("?" * len(some))
        query = f"SELECT key, row FROM vectors_1 WHERE key IN ({marks})"  # noqa: S608 - only question marks go in
        found.update(connection.execute(query, some))
    return found


def _insert(connection: sqlite3.Connection, rows: Mapping[bytes, bytes]) -> None:
    # IMMEDIATE waits for another writer here, where waiting works, and not in the middle of the transaction.
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.executemany(UPSERT, rows.items())
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise


def embed(
    texts: Sequence[str], encoder: Encoder, cache: Cache | None = None, progress: Progress | None = None
) -> NDArray[np.float32]:
    """(n, d) float32 rows of length 1, row i for text i, from `cache` where it has them.

    Each distinct text is encoded once, and where the cache has all of them the encoder loads nothing. Rows are
    rounded to 16 bits whether they are fresh or not, so both give the same bytes. The numbers that `progress`
    is called with add up to n. Raises ModelError where the encoder cannot be used or returns something else.
    """
    cache = NoCache() if cache is None else cache
    tidy = [normalise(text) for text in texts]
    keys = keys_of(tidy, encoder.fingerprint)
    if not keys:
        return encoder.encode([])
    wanted = dict(zip(keys, tidy, strict=True))
    stored = _sound(cache.get(list(wanted)))
    missing = sorted(wanted.keys() - stored.keys(), key=lambda key: (len(wanted[key]), key))
    if progress is not None:
        progress(len(texts) - len(missing))
    for start in range(0, len(missing), TEXTS_PER_COMMIT):
        some = missing[start : start + TEXTS_PER_COMMIT]
        rows = _checked(encoder.encode([wanted[key] for key in some], progress), len(some), encoder)
        fresh = {key: row.astype("<f2").tobytes() for key, row in zip(some, rows, strict=True)}
        cache.put(fresh)
        stored |= fresh
    if len({len(row) for row in stored.values()}) > 1:
        return embed(texts, encoder)
    return _unpack([stored[key] for key in keys])


def keys_of(texts: Sequence[str], fingerprint: str) -> list[bytes]:
    """16 bytes for each normalised text, the same wherever encoder and text are the same."""
    start = hashlib.blake2b(fingerprint.encode() + b"\0", digest_size=16)
    keys = []
    for text in texts:
        whole = start.copy()
        whole.update(text.encode())
        keys.append(whole.digest())
    return keys


def _sound(stored: dict[bytes, bytes]) -> dict[bytes, bytes]:
    """Without rows that are not of length 1: a disk can lie where SQLite does not notice."""
    if len({len(row) for row in stored.values()}) != 1 or len(next(iter(stored.values()))) % 2:
        return {}
    lengths = np.linalg.norm(_widen(list(stored.values())), axis=1)
    return {key: stored[key] for key, length in zip(stored, lengths, strict=True) if abs(length - 1) < 0.01}


def _checked(rows: NDArray[np.float32], n: int, encoder: Encoder) -> NDArray[np.float32]:
    """The rows, if they are what an encoder promises."""
    rows = np.asarray(rows, dtype=np.float32)
    if rows.ndim != 2 or len(rows) != n:
        raise ModelError(
            f"The encoder {encoder.name!r} returned shape {rows.shape} for {n} texts: it must be ({n}, d)."
        )
    lengths: NDArray[np.float32] = np.linalg.norm(rows, axis=1, keepdims=True)
    if not np.isfinite(lengths).all() or not (lengths > 0).all():
        raise ModelError(f"The encoder {encoder.name!r} returned rows without a length: they must be finite and not 0.")
    return rows / lengths


def _unpack(stored: Sequence[bytes]) -> NDArray[np.float32]:
    wide = _widen(stored)
    rows: NDArray[np.float32] = (wide / np.linalg.norm(wide, axis=1, keepdims=True)).astype(np.float32)
    return rows


def _widen(stored: Sequence[bytes]) -> NDArray[np.float64]:
    rows: NDArray[np.float16] = np.frombuffer(b"".join(stored), dtype="<f2")
    return rows.reshape(len(stored), -1).astype(np.float64)
