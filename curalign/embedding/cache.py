"""Vectors that outlive a run, found by what was encoded and with what: a changed text is the only one encoded again.

A cache is a convenience: whatever is wrong with its file, the answer is the same and only takes longer. So every row
is sealed with the user's key, and one that is damaged, or that somebody else has put there, is not taken.
"""

from __future__ import annotations

import errno
import hashlib
import hmac
import logging
import os
import sqlite3
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import Final, Protocol, Self, TypeVar

import numpy as np
from numpy.typing import NDArray

from curalign.embedding.encoder import Encoder, Progress
from curalign.embedding.wording import normalise
from curalign.errors import ModelError
from curalign.opening import entry_at
from curalign.safekeeping import open_new
from curalign.seals import secret

log = logging.getLogger(__name__)
T = TypeVar("T")

TEXTS_PER_COMMIT: Final = 256
KEYS_PER_QUERY: Final = 900
# 1: key = blake2b-128 of fingerprint and text, row = little-endian float16
# 2: seal = blake2b-128 of key and row under the user's key; used = the last day on which it was asked for
SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS vectors_2
(id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, row BLOB NOT NULL, seal BLOB NOT NULL, used INTEGER NOT NULL)
"""
# A row that is there already is either the same or damaged.
UPSERT: Final = """
INSERT INTO vectors_2 (key, row, seal, used) VALUES (?, ?, ?, ?)
ON CONFLICT (key) DO UPDATE SET row = excluded.row, seal = excluded.seal, used = excluded.used
"""
PRAGMAS: Final = ("trusted_schema = OFF", "cell_size_check = ON", "journal_mode = WAL", "synchronous = NORMAL")
SIZE: Final = 16
REFUSALS: Final = frozenset(
    {
        *(sqlite3.SQLITE_PERM, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_NOMEM),
        *(sqlite3.SQLITE_READONLY, sqlite3.SQLITE_INTERRUPT, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL),
        *(sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PROTOCOL, sqlite3.SQLITE_NOLFS, sqlite3.SQLITE_AUTH),
    }
)
"""What SQLite answers when the file may be sound. To statements as plain as these, all else means that it is not."""


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
    """A SQLite file that several processes may use at once; made when something is first put, its folder never.

    A damaged file is set aside as `<name>.damaged` and begun anew; one that is locked, linked or cannot be written is
    done without, and one warning is logged, as it is of single rows that were not taken. Not for a network drive,
    where SQLite's write-ahead log does not work.
    """

    def __init__(self, path: Path, patience: float = 5.0) -> None:
        """Open nothing yet. `patience` is how many seconds to wait for another process that is writing."""
        self.path = path
        self.patience = patience
        self._open: sqlite3.Connection | None = None
        self._given_up = False
        self._refused = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __reduce__(self) -> tuple[type[VectorCache], tuple[Path, float]]:
        return (VectorCache, (self.path, self.patience))

    def get(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """The rows of those `keys` that are in the file, as they were put."""
        if not self._exists():
            return {}
        found, refused = self._try(lambda connection: _select(connection, keys)) or ({}, 0)
        self._refused += refused
        return found

    def put(self, rows: Mapping[bytes, bytes]) -> None:
        """Add `rows` in one transaction, which outlives a killed process once this returns."""
        if rows:
            self._try(lambda connection: _insert(connection, rows))

    def forget(self, before: date) -> int:
        """Drop the rows that nobody has asked for since that day. Gives how many those are."""
        return (self._try(lambda connection: _delete(connection, before)) or 0) if self._exists() else 0

    def close(self) -> None:
        """Let go of the file, so that it can be moved or deleted on Windows too."""
        if self._open is not None:
            with suppress(sqlite3.Error):
                self._open.close()
        self._open = None
        if self._refused:
            log.warning(
                "%s: %d vectors were damaged, or not made by you on this computer; they were made again.",
                self.path,
                self._refused,
            )
        self._refused = 0

    def _exists(self) -> bool:
        try:
            return self._open is not None or entry_at(self.path) != "nothing"
        except OSError:
            return False

    def _try(self, work: Callable[[sqlite3.Connection], T]) -> T | None:
        """`work`, a second time on a new file where the old one is damaged, or None."""
        for _ in range(2):
            if self._given_up:
                break
            try:
                return work(self._connection())
            except (sqlite3.Error, OSError, OverflowError) as error:
                self._recover(error)
        return None

    def _connection(self) -> sqlite3.Connection:
        if self._open is None:
            self._make_ready()
            self._open = sqlite3.connect(self.path, timeout=self.patience, isolation_level=None)
            self._open.text_factory = bytes  # what is damaged may call itself text
            for pragma in PRAGMAS:
                self._open.execute(f"PRAGMA {pragma}")
            self._open.execute(SCHEMA)
        return self._open

    def _make_ready(self) -> None:
        """A file that is ours alone, for SQLite follows links and gives what it makes the rights of the first file."""
        with suppress(FileExistsError):
            open_new(self.path).close()
        self._without_journal()
        for ending in ("", "-wal", "-shm"):
            path = self.path.with_name(self.path.name + ending)
            if entry_at(path) in ("link", "other") or (entry_at(path) == "file" and path.lstat().st_nlink > 1):
                raise OSError(errno.EINVAL, "it is not a file of its own", str(path))

    def _without_journal(self) -> None:
        """Remove the journal of a moment that has long passed: one that somebody has written names files to delete.

        With a write-ahead log there is one only while another process makes the file.
        """
        journal = self.path.with_name(self.path.name + "-journal")
        until = time.monotonic() + self.patience
        while entry_at(journal) != "nothing":
            if time.monotonic() > until:
                journal.unlink(missing_ok=True)
                return
            time.sleep(0.02)

    def _recover(self, error: Exception) -> None:
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

    def _is_damaged(self, error: Exception) -> bool:
        """Whether what lies there is no cache, rather than one that is locked or on a disk that refuses."""
        if isinstance(error, OSError):
            return False
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code == sqlite3.SQLITE_CANTOPEN:
            return self.path.is_dir()
        if code == sqlite3.SQLITE_READONLY:
            return os.access(self.path, os.W_OK)  # so it is the file that says so
        return code not in REFUSALS


def _seal(key: bytes, row: bytes) -> bytes:
    return hashlib.blake2b(key + row, digest_size=SIZE, key=secret("vectors")).digest()


def _select(connection: sqlite3.Connection, keys: Sequence[bytes]) -> tuple[dict[bytes, bytes], int]:
    """The rows of these keys, and how many there were that nobody with the user's key has written."""
    found: dict[bytes, bytes] = {}
    refused, today = 0, _day(datetime.now(UTC).date())
    for start in range(0, len(keys), KEYS_PER_QUERY):
        some = keys[start : start + KEYS_PER_QUERY]
        marks = ",".join("?" * len(some))
        query = f"SELECT key, row, seal, used FROM vectors_2 WHERE key IN ({marks})"  # noqa: S608 - only question marks
        resting = []
        for key, row, seal, used in connection.execute(query, some):
            if not all(isinstance(value, bytes) for value in (key, row, seal)) or not _is_sealed(key, row, seal):
                refused += 1
                continue
            found[key] = row
            if used != today:
                resting.append((today, key))
        with suppress(sqlite3.Error):  # another process may be writing; then it is done another time
            _write(connection, "UPDATE vectors_2 SET used = ? WHERE key = ?", resting)
    return {key: found[key] for key in keys if key in found}, refused


def _is_sealed(key: bytes, row: bytes, seal: bytes) -> bool:
    return len(key) == SIZE and hmac.compare_digest(_seal(key, row), seal)


def _insert(connection: sqlite3.Connection, rows: Mapping[bytes, bytes]) -> None:
    today = _day(datetime.now(UTC).date())
    _write(connection, UPSERT, [(key, row, _seal(key, row), today) for key, row in rows.items()])


def _delete(connection: sqlite3.Connection, before: date) -> int:
    gone = connection.execute("DELETE FROM vectors_2 WHERE used < ?", (_day(before),)).rowcount
    if gone:
        connection.execute("VACUUM")
    return gone


def _day(day: date) -> int:
    return day.toordinal()


def _write(connection: sqlite3.Connection, statement: str, rows: Sequence[tuple[object, ...]]) -> None:
    """One statement for all rows, in one transaction."""
    if not rows:
        return
    # IMMEDIATE waits for another writer here, where waiting works, and not in the middle of the transaction.
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.executemany(statement, rows)
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise


def embed(
    texts: Sequence[str], encoder: Encoder, cache: Cache | None = None, progress: Progress | None = None
) -> NDArray[np.float32]:
    """Turn texts into vectors.

    Each distinct text is encoded once, and where the cache has all of them the encoder loads nothing. Rows are
    rounded to 16 bits whether they are fresh or not, so both give the same bytes.

    Args:
        texts: n texts.
        encoder: What turns text into vectors.
        cache: What remembers vectors; nothing unless given.
        progress: Called with how many more texts are done; the numbers add up to n.

    Returns:
        (n, d) float32 rows of length 1, row i for text i.

    Raises:
        ModelError: The encoder cannot be used, or returns something else than it should.

    """
    cache = NoCache() if cache is None else cache
    tidy = [normalise(text) for text in texts]
    keys = keys_of(tidy, encoder.fingerprint)
    if not keys:
        return encoder.encode([])
    wanted = dict(zip(keys, tidy, strict=True))
    stored = cache.get(list(wanted))
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
