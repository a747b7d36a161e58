"""Ctrl-C and worse, at any moment: a clear end, nothing left running, and the next run as if nothing had been."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest
from hostile_folders import check, make

pytestmark = pytest.mark.skipif(os.name != "posix", reason="sends signals as POSIX does")

TIMES = {signal.SIGINT: 5, signal.SIGKILL: 7}
WORKER = "curalign.reading.documents.worker"


def start(folder: Path) -> subprocess.Popen[bytes]:
    words = ("check", folder, "--format", "json", "--encoder", "hashing")
    return subprocess.Popen(
        [sys.executable, "-m", "curalign", *map(str, words)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])},
        start_new_session=True,
    )


def workers_in(session: int) -> list[psutil.Process]:
    """The document readers of one check that still run."""
    found = []
    for process in psutil.process_iter():
        try:
            if os.getsid(process.pid) == session and WORKER in process.cmdline():
                found.append(process)
        except (psutil.Error, OSError):
            continue
    return found


def gone_soon(session: int, seconds: float = 5.0) -> bool:
    deadline = time.monotonic() + seconds
    while workers_in(session):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict, float]:
    """A district, what a check of it says, and how many seconds a process takes to say it."""
    lesson = "## Lesson {0}\n\nPupils measure thing {0} of class {1} with a ruler and tell number {0}.\n\n"
    units = {
        f"curriculum/unit {u}.md": f"# Unit {u}, Grade 3\n\n" + "".join(lesson.format(n, u) for n in range(8))
        for u in range(12)
    }
    folder = make(tmp_path_factory.mktemp("undisturbed") / "d", {**units, "curalign.toml": None})
    began = time.monotonic()
    start(folder).communicate()
    seconds = time.monotonic() - began
    return folder, check(folder).report, seconds


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_a_check_can_be_stopped_at_any_moment(
    undisturbed: tuple[Path, dict, float], tmp_path: Path, how: signal.Signals
) -> None:
    original, expected, seconds = undisturbed
    folder = Path(shutil.copytree(original, tmp_path / "d", ignore=shutil.ignore_patterns(".curalign")))
    documents = {path for path in folder.rglob("*") if path.is_file()}
    moments = random.Random(how)
    stopped = 0
    for number in range(TIMES[how]):
        shutil.rmtree(folder / ".curalign" / "runs", ignore_errors=True)
        running = start(folder)
        time.sleep(moments.uniform(0.12, 0.5) * seconds)
        if how is signal.SIGINT or number % 2:
            os.killpg(running.pid, how)  # as a terminal does, and with its workers
        else:
            running.kill()
        out, err = running.communicate(timeout=30)
        assert gone_soon(running.pid)
        if out:
            assert json.loads(out)["district"] == "d"  # it was faster, and said all of it
            continue
        stopped += 1
        if how is signal.SIGINT:
            assert running.returncode == 130
            assert err.decode().strip() == "curalign: stopped; nothing is lost, run the same command again."
    assert stopped > TIMES[how] // 2
    left = {path for path in folder.rglob("*") if path.is_file() and ".curalign" not in path.parts}
    assert left == documents
    assert len([path for path in (folder / ".curalign").rglob(".*") if path.name != ".gitignore"]) <= 1
    assert check(folder).report == expected


def test_a_check_may_be_killed_before_anything_that_it_does_to_files(tmp_path: Path) -> None:
    script, answer = Path(__file__).with_name("hostile_kills.py"), tmp_path / "answer.json"
    package = str(Path(__file__).resolve().parents[2])
    subprocess.run(
        [sys.executable, script, make(tmp_path / "d"), answer],
        check=True,
        timeout=300,
        env={**os.environ, "PYTHONPATH": package},
    )
    found = json.loads(answer.read_text(encoding="utf-8"))
    assert found["killed"] > 40
    assert found["killed"] >= found["points"] - 3  # a check that finds a folder made does a little less
    assert found["wrong"] == []
    assert found["left"] <= 1
