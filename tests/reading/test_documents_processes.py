"""A document that hangs, crashes or eats the memory harms only itself, and no worker is ever left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path

import made_documents as made
import psutil
import pytest

from curalign.errors import UnreadableError
from curalign.reading.documents.processes import WorkerExtractor, extract_all
from curalign.settings import ReadingSettings


def workers(pid: int | None = None) -> list[psutil.Process]:
    found = []
    for child in psutil.Process(pid).children(recursive=True):
        try:
            if any("documents.worker" in word for word in child.cmdline()):
                found.append(child)
        except psutil.Error:
            continue
    return found


def until(seconds: float) -> Iterator[None]:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        yield
        time.sleep(0.02)


def endless(path: Path) -> Path:
    """A table that takes minutes to read."""
    path.write_text("<table><tr>" + "<td>a</td>" * 3_000_000)
    return path


def test_a_document_that_takes_too_long_is_given_up_and_the_next_one_is_read(tmp_path: Path) -> None:
    slow, good = endless(tmp_path / "slow.html"), tmp_path / "good.md"
    good.write_text("# Unit\nText.\n")
    found = dict(extract_all([slow, good], ReadingSettings(workers=1, seconds=0.3)))
    assert "took longer than 0.3 seconds" in made.message(found[0])
    assert found[1].sections


def test_a_document_that_needs_too_much_memory_is_given_up(tmp_path: Path) -> None:
    huge, good = tmp_path / "huge.txt", tmp_path / "good.md"
    with huge.open("wb") as stream:
        stream.write(b"x")
        stream.truncate(900 * 2**20)
    good.write_text("# Unit\nText.\n")
    found = dict(extract_all([huge, good], ReadingSettings(workers=1, megabytes=400)))
    assert "memory" in made.message(found[0])
    assert found[1].sections


def test_a_worker_that_is_killed_costs_its_document_at_most(tmp_path: Path) -> None:
    good = tmp_path / "good.md"
    good.write_text("# Unit\nText.\n")
    with WorkerExtractor(made.SETTINGS) as extractor:
        assert extractor.extract(good).sections
        for worker in workers():
            worker.kill()
            worker.wait(5)
        assert extractor.extract(good).sections


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system kills in another way")
def test_a_crash_while_reading_is_a_problem_of_that_document(tmp_path: Path) -> None:
    slow = endless(tmp_path / "slow.html")
    script = textwrap.dedent(
        """
        import contextlib, sys, threading, time, psutil
        from pathlib import Path
        from curalign.reading.documents.processes import WorkerExtractor
        def shoot():
            while True:
                for child in psutil.Process().children():
                    time.sleep(0.4)
                    with contextlib.suppress(psutil.NoSuchProcess):  # the one that was killed before
                        child.kill()
                time.sleep(0.01)
        threading.Thread(target=shoot, daemon=True).start()
        with WorkerExtractor() as extractor:
            print(extractor.extract(Path(sys.argv[1])).problems[0].message)
        """
    )
    said = subprocess.run(
        [sys.executable, "-c", script, str(slow)], capture_output=True, text=True, timeout=60, check=False
    )
    assert "ended the reader" in said.stdout or "could not start" in said.stderr


def test_workers_overlap_and_give_the_same_as_one(tmp_path: Path) -> None:
    paths = []
    for number in range(6):
        paths.append(tmp_path / f"{number}.md")
        paths[-1].write_text(f"# Unit {number}\nText {number}.\n")
    alone = dict(extract_all(paths, ReadingSettings(workers=1)))
    assert dict(extract_all(paths, ReadingSettings(workers=3))) == alone
    assert alone[4].sections[0].headings == ("Unit 4",)


def test_nothing_to_read_starts_no_worker() -> None:
    assert list(extract_all([])) == []
    assert workers() == []


def test_no_worker_outlives_the_reading(tmp_path: Path) -> None:
    good = tmp_path / "good.md"
    good.write_text("# Unit\nText.\n")
    walk = extract_all([good] * 20, ReadingSettings(workers=2))
    next(walk)
    assert workers()
    walk.close()
    assert workers() == []


def test_a_closed_extractor_says_so(tmp_path: Path) -> None:
    extractor = WorkerExtractor(made.SETTINGS)
    extractor.close()
    with pytest.raises(UnreadableError, match="closed"):
        extractor.extract(tmp_path / "a.md")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the memory of a worker that starts")
def test_too_little_memory_to_read_anything_says_so(tmp_path: Path) -> None:
    document = tmp_path / "a.rtf"
    document.write_bytes(rb"{\rtf1\ansi\pard Pupils share bread.\par}")
    with WorkerExtractor(ReadingSettings(megabytes=64)) as extractor, pytest.raises(UnreadableError, match="megabytes"):
        extractor.extract(document)


_LONG = """
import sys
from pathlib import Path
from curalign.reading.documents.processes import extract_all
from curalign.settings import ReadingSettings
print("ready", flush=True)
for _ in extract_all([Path(sys.argv[1])] * 4, ReadingSettings(workers=2, seconds=float(sys.argv[2]))):
    pass
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize(("how", "seconds"), [("SIGINT", "60"), ("SIGKILL", "1.5")])
def test_no_worker_outlives_its_parent(tmp_path: Path, how: str, seconds: str) -> None:
    slow = endless(tmp_path / "slow.html")
    parent = subprocess.Popen(
        [sys.executable, "-c", _LONG, str(slow), seconds], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert parent.stdout is not None
    parent.stdout.readline()
    children: list[psutil.Process] = []
    for _ in until(20):
        children = workers(parent.pid)
        if len(children) == 2:
            break
    assert children
    time.sleep(1)
    parent.send_signal(getattr(signal, how))
    parent.wait(20)
    parent.stdout.close()
    for _ in until(15):
        if not any(child.is_running() and child.status() != psutil.STATUS_ZOMBIE for child in children):
            break
    else:
        pytest.fail("a worker is still there")


def test_the_worker_takes_nothing_from_the_folder_it_is_started_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("json.py", "asyncio.py", "curalign.py", "xberg.py"):
        (tmp_path / name).write_text("raise SystemExit(7)")
    good = tmp_path / "good.md"
    good.write_text("# Unit\nText.\n")
    monkeypatch.chdir(tmp_path)
    with WorkerExtractor(made.SETTINGS) as extractor:
        assert extractor.extract(good).sections


def test_a_relative_path_is_that_of_this_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "good.md").write_text("# Unit\nText.\n")
    monkeypatch.chdir(tmp_path)
    with WorkerExtractor(made.SETTINGS) as extractor:
        assert extractor.extract(Path("good.md")).sections


def test_the_worker_starts_without_what_is_heavy() -> None:
    script = "import curalign.reading.documents.worker, sys; print(*sys.modules)"
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    said = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, env=environment, timeout=60
    )
    assert not {"numpy", "pydantic", "spacy", "torch", "rich", "psutil"} & set(said.stdout.split())
