"""Every hostile file of the table, in one district that is read and judged once: each ends, and harms nothing."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import hostile_run
import pytest
from hostile_files import FILES
from hostile_folders import make
from hostile_kinds import FINDING, TEXT, HostileFile

from curalign.reading.files.walking import text_of
from curalign.settings import ReadingSettings

CAP = ReadingSettings(seconds=hostile_run.SECONDS)
GRACE = 15.0
"""Seconds that starting a reader again, and a second try, may take beside the cap."""


@dataclass(frozen=True)
class Outcome:
    """What a run over the whole folder answered, what it was seen to do, and what lay beside the folder after it."""

    answer: dict[str, Any]
    watched: tuple[str, ...]
    stray: tuple[Path, ...]
    changed: tuple[str, ...]

    def sections(self, path: str) -> int:
        return sum(d["sections"] for d in self.answer["documents"] if path in (d["path"], d["archive"]))

    def said(self, path: str) -> list[str]:
        inside = (d["said"] for d in self.answer["documents"] if path in (d["path"], d["archive"]))
        beside = [message for file, message in self.answer["said"] if path in (file, *file.split(", "))]
        return [*(message for said in inside for message in said), *beside]


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outcome]:
    """One run over all files, in a process that may open no socket and is watched, with those that it starts."""
    home = tmp_path_factory.mktemp("hostile")
    folder = make(home / "district", {"curalign.toml": None})
    for file in FILES:
        file.write(folder)
    before = {str(path): path.lstat().st_mtime_ns for path in folder.rglob("*")}
    (home / "watching").mkdir()
    (home / "watching" / "sitecustomize.py").write_text(hostile_run.WATCH, encoding="utf-8")
    (home / "temporary").mkdir()
    yield run(home, folder, before)
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            path.unlink()  # hundreds of megabytes, which pytest would keep for three sessions


def run(home: Path, folder: Path, before: dict[str, int]) -> Outcome:
    package = Path(__file__).resolve().parents[2]
    own = {folder.name, "watching", "temporary", "answer.json", "watched"}
    done = subprocess.run(
        [sys.executable, hostile_run.__file__, str(folder), str(home / "answer.json")],
        capture_output=True,
        text=True,
        errors="replace",
        timeout=1200,
        check=False,
        cwd=home,
        env={
            **os.environ,
            **dict.fromkeys(("HOME", "USERPROFILE", "TMPDIR", "TEMP", "TMP"), str(home / "temporary")),
            "PYTHONPATH": os.pathsep.join((str(home / "watching"), str(package))),
            "PYTHONDONTWRITEBYTECODE": "1",
            "WATCHED": str(home / "watched"),
        },
    )
    assert done.returncode == 0, done.stderr[-3000:]
    after = {str(path): path.lstat().st_mtime_ns for path in folder.rglob("*")}
    stray = [path for path in home.iterdir() if path.name not in own] + list((home / "temporary").rglob("*"))
    return Outcome(
        json.loads((home / "answer.json").read_text("utf-8")),
        tuple((home / "watched").read_text("utf-8", errors="replace").splitlines()),
        tuple(stray),
        tuple(name for name in before.keys() | after.keys() if before.get(name) != after.get(name)),
    )


def test_there_are_many_of_them() -> None:
    assert len(FILES) == len({file.path for file in FILES}) >= 150


@pytest.mark.parametrize("file", FILES, ids=lambda file: ascii(file.path))
def test_it_ends_as_text_or_as_a_finding_within_its_time_and_memory(outcome: Outcome, file: HostileFile) -> None:
    path = text_of(file.path)
    said, sections = outcome.said(path), outcome.sections(path)
    if path.startswith("standards/"):
        sections = int(any(path in source for source in outcome.answer["standards"]))
    if path.startswith("results/"):
        sections = int(not said)  # what is read of results bears no name of its file
    assert said or sections, "neither text nor a finding"
    assert file.ends != TEXT or sections, said
    assert file.ends != FINDING or said
    assert all(message and "\n" not in message and len(message) < 600 for message in said)
    took = outcome.answer["took"].get(path, {"seconds": outcome.answer["alone"].get(path, 0), "megabytes": 0})
    assert took["seconds"] < CAP.seconds + GRACE
    assert took["megabytes"] <= CAP.megabytes


def test_the_run_goes_on_to_its_findings_and_a_page_without_markup_of_theirs(outcome: Outcome) -> None:
    assert outcome.sections("curriculum/seeds.md")
    assert outcome.sections("curriculum/rulers.md")
    assert outcome.answer["findings"] > 3
    assert "<script>alert" not in outcome.answer["page"]
    assert outcome.answer["peak"] < 2 * CAP.megabytes, "our own process, which reads standards and results itself"


def test_no_document_takes_anything_in_from_elsewhere(outcome: Outcome) -> None:
    everything = json.dumps(outcome.answer["documents"]) + outcome.answer["page"]
    assert "root:x:0" not in everything
    assert "hahahaha" not in everything


OF_A_PIPE = re.compile(r"open \(\d+,\)")
"""A number in place of a name: the end of a pipe to a child."""


def test_nothing_is_written_beside_or_within_the_folder(outcome: Outcome) -> None:
    assert outcome.stray == ()
    assert outcome.changed == ()
    opened = {line for line in outcome.watched if line.startswith("open ") and not OF_A_PIPE.match(line)}
    assert {
        line for line in opened if "answer.json" not in line and "/proc/" not in line and os.devnull not in line
    } == set()


def test_no_process_opens_a_socket(outcome: Outcome) -> None:
    started = [line for line in outcome.watched if line.startswith("started ")]
    assert any("documents.worker" in line for line in started), "the document readers must be watched too"
    assert [line for line in outcome.watched if not line.startswith(("started ", "open "))] == []
    assert outcome.answer["blocked"] or sys.platform != "linux"


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel blocks sockets on Linux only; elsewhere Python watches")
def test_the_block_refuses_a_socket_to_another_machine() -> None:
    ask = (
        "import hostile_run, socket\n"
        "assert hostile_run.forbid_sockets()\n"
        "socket.socketpair(); print('local', flush=True); socket.socket()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", ask], cwd=Path(__file__).parent, capture_output=True, text=True, check=False
    )
    assert done.stdout == "local\n"
    assert "PermissionError" in done.stderr
