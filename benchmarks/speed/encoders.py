"""Compares ways to run the shipped encoder: `python -m benchmarks.speed.encoders [--texts 700] [--rounds 3]`.

The same texts for all, each in a process of its own, round after round so that a busy minute hurts all alike.
Prints for each the median start to first vector, texts a second, processor time a text, the ratio to
sentence-transformers, the lowest cosine to it, and the peak of memory. What is not installed is left out.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from curalign.embedding.encoder import DEFAULT, Encoder, load_encoder
from curalign.embedding.fast import FastEncoder, threads
from curalign.embedding.transformer import TransformerEncoder
from curalign.resources import models_folder

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = "sentence-transformers"
SHIPPED = models_folder() / "encoders" / DEFAULT
NEEDS = {
    REFERENCE: "sentence_transformers",
    "onnxruntime": "onnxruntime",
    "openvino": "openvino",
    "openvino f32": "openvino",
}
COLUMNS = ("start s", "texts/s", "cpu ms/text", "ratio", "cosine", "peak MB")


class Session(Protocol):
    """The part of an onnxruntime session that the encoder uses."""

    def run(self, outputs: list[str], inputs: dict[str, NDArray[np.int64]]) -> list[NDArray[np.float32]]: ...


class OpenVinoSession:
    """The shipped file run by OpenVINO, in the precision it prefers on this processor or in 32 bits."""

    def __init__(self, weights: Path, precision: str | None) -> None:
        openvino = importlib.import_module("openvino")
        settings = {"INFERENCE_NUM_THREADS": threads(), "PERFORMANCE_HINT": "LATENCY"}
        hint = {"INFERENCE_PRECISION_HINT": precision} if precision else {}
        self.model = openvino.Core().compile_model(str(weights), "CPU", settings | hint)

    def run(self, outputs: list[str], inputs: dict[str, NDArray[np.int64]]) -> list[NDArray[np.float32]]:
        found = self.model(inputs)
        return [found[name] for name in outputs]


class OpenVinoEncoder(FastEncoder):
    """The shipped encoder with another engine, for this comparison only."""

    def __init__(self, precision: str | None = None) -> None:
        super().__init__(SHIPPED)
        self.precision = precision

    @cached_property
    def _session(self) -> Session:
        return OpenVinoSession(self.folder / "model.onnx", self.precision)


def make(name: str) -> Encoder:
    """The encoder that a row of the table is about."""
    if name == REFERENCE:
        return TransformerEncoder(SHIPPED)
    if name == "onnxruntime":
        return load_encoder()
    return OpenVinoEncoder("f32" if name.endswith("f32") else None)


def passages(n: int, words: int = 60) -> list[str]:
    """The same made-up lessons every time."""
    dice = random.Random(7)
    who = ["Pupils", "Students", "Pairs of learners", "The class", "Each group"]
    does = ["compare", "measure", "draw", "explain", "estimate", "describe", "sort", "write about", "discuss", "test"]
    what = ["two fractions", "the growth of a bean", "a poem's rhyme", "the water cycle", "a number line", "their town"]
    how = ["with a partner", "in their notebooks", "on grid paper", "before the exit ticket", "using evidence", "aloud"]
    made = []
    for _ in range(n):
        text = ""
        while len(text.split()) < words:
            text += f"{dice.choice(who)} {dice.choice(does)} {dice.choice(what)} {dice.choice(how)}. "
        made.append(" ".join(text.split()[:words]))
    return made


def measure(name: str, n: int, out: Path) -> dict[str, float]:
    """Run in a child: one encoder from nothing to all texts, its rows left in `out`."""
    texts = passages(n)
    before = time.perf_counter()
    encoder = make(name)
    encoder.encode(["a first text"])
    start = time.perf_counter() - before
    before, used = time.perf_counter(), time.process_time()
    rows = encoder.encode(texts)
    wall, processor = time.perf_counter() - before, time.process_time() - used
    np.save(out, rows)
    return {"start s": start, "texts/s": n / wall, "cpu ms/text": 1000 * processor / n, "peak MB": peak_memory()}


def peak_memory() -> float:
    """This process's peak in MB; not a number on Windows, which has no `resource`."""
    if sys.platform == "win32":
        return float("nan")
    resource = importlib.import_module("resource")
    unit = 1 if sys.platform == "darwin" else 1024
    peak: float = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6
    return peak


def in_child(name: str, n: int, folder: Path) -> tuple[dict[str, float], NDArray[np.float32]]:
    """Measure in a fresh process whose home is a throw-away folder: some of these libraries report home."""
    out = folder / f"{name}.npy"
    home = {"HOME": str(folder), "USERPROFILE": str(folder), "ORT_DISABLE_TELEMETRY": "1"}
    command = [sys.executable, "-m", "benchmarks.speed.encoders", "--texts", str(n), "--child", name, "--out", str(out)]
    done = subprocess.run(command, cwd=ROOT, env=os.environ | home, capture_output=True, encoding="utf-8", check=True)
    return json.loads(done.stdout), np.load(out)


def compare(n: int, rounds: int) -> dict[str, dict[str, float]]:
    """The table's rows: medians over rounds, and the lowest cosine to the reference."""
    present = [name for name, module in NEEDS.items() if importlib.util.find_spec(module)]
    runs: dict[str, list[dict[str, float]]] = {name: [] for name in present}
    rows = {}
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(rounds):
            for name in present:
                found, rows[name] = in_child(name, n, Path(folder))
                runs[name].append(found)
    table = {
        name: {key: statistics.median(run[key] for run in found) for key in found[0]} for name, found in runs.items()
    }
    for name, line in table.items():
        if REFERENCE in table:
            line["ratio"] = line["texts/s"] / table[REFERENCE]["texts/s"]
            line["cosine"] = float((rows[name] * rows[REFERENCE]).sum(axis=1).min())
    return table


def main() -> None:
    """Parse, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--texts", type=int, default=700)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--child", help=argparse.SUPPRESS)
    parser.add_argument("--out", type=Path, help=argparse.SUPPRESS)
    asked: Any = parser.parse_args()
    if asked.child:
        print(json.dumps(measure(asked.child, asked.texts, asked.out)))
        return
    print(f"{asked.texts} texts of 60 words, {threads()} threads, median of {asked.rounds} rounds\n")
    print(f"{'':22}" + "".join(f"{column:>13}" for column in COLUMNS))
    for name, line in compare(asked.texts, asked.rounds).items():
        cells = (f"{line[c]:13.6f}" if c == "cosine" else f"{line[c]:13.2f}" for c in COLUMNS if c in line)
        print(f"{name:22}" + "".join(cells))


if __name__ == "__main__":
    main()
