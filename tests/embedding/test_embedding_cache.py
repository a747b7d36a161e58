"""The cache: what is encoded again, and what may happen to its file."""

from __future__ import annotations

import copy
import logging
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
from embedding_process import TEXTS, child_environment, run_python
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from curalign.embedding import NoCache, VectorCache, embed, load_encoder
from curalign.embedding.hashing import HashingEncoder
from curalign.errors import ModelError

WORDS = st.text("ab cdé\ud800\0", max_size=8)
HASHING = load_encoder("hashing")


class Recording(HashingEncoder):
    """The hashing encoder, and a list of what it was given."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def encode(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> NDArray[np.float32]:
        self.seen += texts
        return super().encode(texts, progress)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / ".curalign"
    folder.mkdir()
    return folder / "vectors.sqlite"


def through(path: Path, texts: Sequence[str]) -> tuple[NDArray[np.float32], list[str]]:
    """The rows, and the texts that had to be encoded for them."""
    encoder = Recording()
    with VectorCache(path) as cache:
        return embed(texts, encoder, cache), encoder.seen


def test_only_what_changed_is_encoded_again(path: Path) -> None:
    assert sorted(through(path, ["a", "b", "c"])[1]) == ["a", "b", "c"]
    assert through(path, ["c", "b changed", "a"])[1] == ["b changed"]
    assert through(path, ["b", "b changed", "c", "a"])[1] == []


def test_duplicates_are_encoded_once_and_keep_their_places() -> None:
    encoder = Recording()
    rows = embed(["b", "a", "b", " b\n"], encoder)
    assert sorted(encoder.seen) == ["a", "b"]
    np.testing.assert_array_equal(rows[[0, 0]], rows[[2, 3]])
    assert not np.array_equal(rows[0], rows[1])


@settings(max_examples=25, deadline=None)
@given(before=st.lists(WORDS, max_size=5), texts=st.lists(WORDS, max_size=8))
def test_cached_equals_fresh_to_the_byte(before: list[str], texts: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder, VectorCache(Path(folder) / "v.sqlite") as cache:
        embed(before, HASHING, cache)
        fresh = embed(texts, HASHING)
        for _ in range(2):
            assert embed(texts, HASHING, cache).tobytes() == fresh.tobytes()
    assert fresh.shape == (len(texts), 384)
    np.testing.assert_allclose(np.linalg.norm(fresh, axis=1), 1, atol=1e-6)


def test_the_default_from_the_cache_is_the_same_and_loads_nothing(path: Path) -> None:
    with VectorCache(path) as cache:
        fresh = embed(TEXTS, load_encoder(), cache)
    assert fresh.tobytes() == embed(TEXTS, load_encoder()).tobytes()
    # 16 bits cost less than a ten-thousandth of a cosine
    assert (fresh * load_encoder().encode(TEXTS)).sum(axis=1).min() > 0.9999
    code = (
        "import sys; from pathlib import Path; from curalign.embedding import *;"
        f"sys.path.insert(0, {str(Path(__file__).parent)!r}); from embedding_process import TEXTS\n"
        "with VectorCache(Path(sys.argv[1])) as cache: rows = embed(TEXTS, load_encoder(), cache)\n"
        "assert not {'onnxruntime', 'tokenizers', 'torch'} & set(sys.modules), 'loaded'\n"
        "print(rows.tobytes().hex())"
    )
    assert run_python(code, str(path)).stdout.strip() == fresh.tobytes().hex()


def test_encoders_do_not_share_rows(path: Path) -> None:
    with VectorCache(path) as cache:
        one = embed(["a bean"], HASHING, cache)
        other = embed(["a bean"], load_encoder(), cache)
    assert not np.array_equal(one, other)


def test_progress_adds_up_whatever_is_cached(path: Path) -> None:
    with VectorCache(path) as cache:
        for _ in range(2):
            done: list[int] = []
            embed(["a", "b", "a", *TEXTS], HASHING, cache, done.append)
            assert sum(done) == 3 + len(TEXTS)


def test_no_texts_make_no_file(path: Path) -> None:
    assert through(path, [])[0].shape == (0, 384)
    assert not path.exists()


def test_a_folder_that_was_deleted_is_not_made_again(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path.parent.rmdir()
    assert through(path, ["a"])[0].tobytes() == embed(["a"], HASHING).tobytes()
    assert not path.parent.exists()
    assert len(caplog.records) == 1


def test_closing_leaves_one_file(path: Path) -> None:
    through(path, ["a"])
    assert [file.name for file in path.parent.iterdir()] == ["vectors.sqlite"]
    path.unlink()


def test_a_cache_can_be_sent_to_another_process(path: Path) -> None:
    with VectorCache(path, patience=1) as cache:
        embed(["a"], HASHING, cache)
        sent = copy.copy(cache)
        assert (sent.path, sent.patience) == (path, 1)


def test_a_file_that_is_no_database_is_set_aside(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path.write_bytes(b"not a database " * 1000)
    rows, seen = through(path, ["a", "b"])
    assert sorted(seen) == ["a", "b"]
    assert rows.tobytes() == embed(["a", "b"], HASHING).tobytes()
    assert "set aside" in caplog.text
    assert path.with_name("vectors.sqlite.damaged").read_bytes().startswith(b"not a database")
    assert through(path, ["a", "b"])[1] == []


def test_pages_that_were_overwritten_are_survived(path: Path) -> None:
    texts = [f"text {i}" for i in range(300)]
    fresh, _ = through(path, texts)
    content = bytearray(path.read_bytes())
    content[4096 : len(content) - 4096] = b"\xa5" * (len(content) - 8192)
    path.write_bytes(content)
    for _ in range(2):
        again, seen = through(path, texts)
        assert again.tobytes() == fresh.tobytes()
    assert seen == []


@pytest.mark.parametrize("row", [b"", b"\0", b"\0" * 768, b"\xff" * 768, b"\0\x3c" * 10])
def test_a_row_that_no_encoder_wrote_is_replaced(path: Path, row: bytes) -> None:
    fresh, _ = through(path, ["a", "b"])
    connection = sqlite3.connect(path)
    connection.execute("UPDATE vectors_2 SET row = ? WHERE id = 1", (row,))
    connection.commit()
    connection.close()
    again, seen = through(path, ["a", "b"])
    assert again.tobytes() == fresh.tobytes()
    assert seen
    assert through(path, ["a", "b"])[1] == []


def damaged(whole: bytes, moment: random.Random) -> bytes:
    """A file with one bit flipped, some bytes overwritten, or its end cut off."""
    at = moment.randrange(len(whole))
    match moment.choice(("bit", "bit", "bytes", "end")):
        case "bit":
            return whole[:at] + bytes([whole[at] ^ 1 << moment.randrange(8)]) + whole[at + 1 :]
        case "bytes":
            return whole[:at] + moment.randbytes(20) + whole[at + 20 :]
        case _:
            return whole[:at]


def test_whatever_became_of_the_file_the_rows_are_the_same(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    texts = [f"text {i}" for i in range(150)]
    fresh, _ = through(path, texts)
    whole, moment = path.read_bytes(), random.Random(11)
    encoded_again = 0
    for number in range(200):
        place = path.with_name(f"{number}.sqlite")
        place.write_bytes(damaged(whole, moment) if number % 10 else damaged(whole[:100], moment) + whole[100:])
        caplog.clear()
        again, seen = through(place, texts)
        assert again.tobytes() == fresh.tobytes()
        encoded_again += bool(seen)
        assert "going on without" not in caplog.text
        assert through(place, texts)[1] == [], caplog.text
    assert encoded_again > 100


def test_rows_that_were_damaged_are_told_of_once(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    through(path, ["a", "b", "c"])
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE vectors_2 SET row = (SELECT row FROM vectors_2 WHERE id = 3) WHERE id < 3")
    assert len(through(path, ["a", "b", "c"])[1]) == 2
    assert [record.getMessage() for record in caplog.records if "2 vectors were damaged" in record.getMessage()]
    assert len(caplog.records) == 1
    assert through(path, ["a", "b", "c"])[1] == []
    assert len(caplog.records) == 1


def test_what_nobody_has_asked_for_since_a_day_is_forgotten(path: Path) -> None:
    through(path, ["a", "b", "c"])
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE vectors_2 SET used = used - 40")
    through(path, ["b"])
    with VectorCache(path) as cache:
        assert cache.forget(datetime.now(UTC).date() - timedelta(days=50)) == 0
        assert cache.forget(datetime.now(UTC).date() - timedelta(days=30)) == 2
    assert sorted(through(path, ["a", "b", "c"])[1]) == ["a", "c"]


@pytest.mark.skipif(os.name != "posix", reason="makes links as POSIX does")
def test_a_link_is_not_written_through(path: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    for target in (tmp_path / "made.txt", tmp_path / "mine.txt"):
        path.symlink_to(target)
        (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
        assert through(path, ["a"])[0].tobytes() == embed(["a"], HASHING).tobytes()
        assert "going on without it" in caplog.text
        path.unlink()
    assert not (tmp_path / "made.txt").exists()
    assert (tmp_path / "mine.txt").read_text(encoding="utf-8") == "mine"


def test_a_locked_file_is_done_without(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    through(path, ["a"])
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    with VectorCache(path, patience=0.1) as cache:
        assert embed(["a", "b"], HASHING, cache).tobytes() == embed(["a", "b"], HASHING).tobytes()
    other.execute("COMMIT")
    other.close()
    assert [record.levelno for record in caplog.records] == [logging.WARNING]
    assert through(path, ["a", "b"])[1] == ["b"]


def test_a_place_that_cannot_be_written_is_done_without(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "file").write_text("")
    for path in (tmp_path, tmp_path / "file" / "vectors.sqlite"):
        assert through(path, ["a", "b"])[0].tobytes() == embed(["a", "b"], HASHING).tobytes()
    assert len(caplog.records) == 2


WRITER = """
import sys
from pathlib import Path
from curalign.embedding import VectorCache, embed, load_encoder

encoder = load_encoder("hashing")
with VectorCache(Path(sys.argv[1])) as cache:
    for batch in range(int(sys.argv[3])):
        embed([f"{sys.argv[2]} {batch} {i}" for i in range(20)] + ["shared"], encoder, cache)
        print(batch, flush=True)
"""


def start_writer(path: Path, name: str, batches: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), name, str(batches)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=child_environment(),
    )


def test_processes_write_side_by_side(path: Path) -> None:
    writers = [start_writer(path, name, 15) for name in "xyz"]
    for writer in writers:
        _, noise = writer.communicate(timeout=60)
        assert (writer.returncode, noise) == (0, "")
    texts = [f"{name} {batch} {i}" for name in "xyz" for batch in range(15) for i in range(20)]
    assert through(path, [*texts, "shared"])[1] == []


def test_a_killed_process_loses_nothing_it_had_finished(path: Path) -> None:
    for name in ("first", "second"):
        with start_writer(path, name, 100_000) as writer:
            assert writer.stdout is not None
            done = [int(writer.stdout.readline()) for _ in range(10)]
            writer.send_signal(getattr(signal, "SIGKILL", signal.SIGTERM))
        assert through(path, [f"{name} {batch} {i}" for batch in done for i in range(20)])[1] == []


class Broken(HashingEncoder):
    """An encoder of somebody else's that breaks its promise."""

    def __init__(self, rows: NDArray[np.float32]) -> None:
        self.rows = rows

    def encode(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> NDArray[np.float32]:
        return self.rows


@pytest.mark.parametrize(
    "rows", [np.ones((2, 3)), np.ones(3), np.zeros((1, 3)), np.full((1, 3), np.nan), np.full((1, 3), np.inf)]
)
def test_rows_that_are_not_vectors_are_refused(rows: NDArray[np.float32]) -> None:
    with pytest.raises(ModelError, match="'hashing' returned"):
        embed(["a"], Broken(rows), NoCache())


def test_rows_of_another_length_are_made_length_1() -> None:
    rows = embed(["a"], Broken(np.array([[3.0, 4.0]], dtype=np.float32)))
    np.testing.assert_allclose(rows, [[0.6, 0.8]], atol=1e-3)
