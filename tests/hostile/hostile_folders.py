"""Folders and commands for the tests of this room: a small district, and `curalign` as a process or in this one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from commands import run

STANDARDS = (
    "code,statement,grades\n"
    "PH.1,Measure the length of an object with a ruler in centimeters,3\n"
    "PH.2,Describe how a plant grows from a seed,3\n"
    "PH.3,Tell and write time to the nearest minute on an analog clock,3\n"
)
SEEDS = (
    "# From seed to plant, Grade 3\n\n## Lesson 1: Planting beans\n\nPupils plant bean seeds in wet cotton, draw "
    "each day how the root and the stem grow, and tell in order how a seed becomes a plant.\n"
)
RULERS = (
    "# Measuring, Grade 3\n\n## Lesson 1: Rulers\n\nPupils lay a centimeter ruler along pencils and books, start at "
    "zero, and write down how long each object is.\n"
)
WORKSHOP = "# Workshop\n\nTeachers practise how to help pupils who start at one rather than at zero on a ruler.\n"

DROP = (
    "import ctypes, os, sys\n"
    "for capability in (1, 2, 3): ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)\n"
    "os.execv(sys.executable, [sys.executable, *sys.argv[1:]])\n"
)
"""Run Python as root without root's right to read and write everywhere (PR_CAPBSET_DROP of the DAC capabilities)."""


def make(folder: Path, files: Mapping[str, str | bytes | None] | None = None) -> Path:
    """A small district with these files besides; None takes one of its own away."""
    own = {
        "standards/standards.csv": STANDARDS,
        "curriculum/seeds.md": SEEDS,
        "curriculum/rulers.md": RULERS,
        "pd/workshop.md": WORKSHOP,
        "curalign.toml": "[reading]\nworkers = 1\n",  # starting a second one is what takes the time here
    }
    for name, content in {**own, **(files or {})}.items():
        if content is None:
            continue
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def report(self) -> dict[str, Any]:
        """What it printed as JSON, without the run's name, which holds a time."""
        assert self.code in (0, 1), self.err
        report: dict[str, Any] = json.loads(self.out)
        report.pop("run")
        return report

    def assert_refused(self, *says: str) -> None:
        """It could not run, and said why in one sentence."""
        assert self.code == 2, (self.code, self.err)
        assert self.out == ""
        assert self.err.startswith("curalign: ")
        assert len(self.err.splitlines()) == 1
        assert "mistake of curalign" not in self.err
        for words in says:
            assert words in self.err


def here(*words: object, **environment: str) -> Done:
    """The command in this process: ten times as fast as one of its own."""
    done = run(*words, **environment)
    return Done(done.returncode, done.stdout, done.stderr)


def check(folder: Path, *words: object) -> Done:
    """`curalign check FOLDER --format json` in this process."""
    return here("check", folder, "--format", "json", "--encoder", "hashing", *words)


def process(
    *words: object, python: tuple[str, ...] = (sys.executable,), cwd: Path | None = None, **environment: str
) -> Done:
    """The command as a process of its own."""
    package = str(Path(__file__).resolve().parents[2])
    done = subprocess.run(
        [*python, "-m", "curalign", *map(os.fspath, map(_word, words))],
        capture_output=True,
        timeout=120,
        cwd=cwd,
        env={**os.environ, "COLUMNS": "80", "PYTHONPATH": package, **environment},
        check=False,
    )
    return Done(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))


def _word(word: object) -> str | Path:
    return word if isinstance(word, str | Path) else str(word)


def as_nobody_special(*words: object, **environment: str) -> Done:
    """The command as a process that permissions hold for, whoever runs the tests."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    python = (sys.executable, "-c", DROP) if root else (sys.executable,)
    return process(*words, python=python, **environment)
