"""How long a check takes, beside what a user would write today, on the same folder in the same run.

    python -m benchmarks.speed.check [--bench ../shared/bench] [--folder districts/math_grade_2] [--rounds 3]

Every figure is a whole process from start to exit. Quote the ratios: seconds depend on the machine.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.labelled_sets import DEFAULT

CURALIGN = [sys.executable, "-m", "curalign"]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--bench", type=Path, default=DEFAULT)
    options.add_argument("--folder", default="districts/math_grade_2")
    options.add_argument("--rounds", type=int, default=3)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        district = Path(scratch) / "district"
        shutil.copytree(asked.bench / asked.folder, district)
        rounds = [measure(asked.bench / "plain_script.py", district) for _ in range(asked.rounds)]
    print(f"{'':26} {'seconds':>8} {'peak MB':>8}   (medians of {asked.rounds})")
    for name in rounds[0]:
        seconds = statistics.median(r[name][0] for r in rounds)
        peak = statistics.median(r[name][1] for r in rounds)
        print(f"{name:26} {seconds:8.2f} {peak:8.0f}")
    ratio = statistics.median(r["first check"][0] / r["plain script"][0] for r in rounds)
    print(f"first check / plain script: {ratio:.2f}, round by round")


def measure(plain_script: Path, district: Path) -> dict[str, tuple[float, float]]:
    """Seconds and peak memory of each command, one after the other."""
    shutil.rmtree(district / ".curalign", ignore_errors=True)
    check = [*CURALIGN, "check", str(district), "--fail-on", "never"]
    return {
        "plain script": timed([sys.executable, str(plain_script), str(district)]),
        "first check": timed(check),
        "second check, no change": timed(check),
        "curalign --help": timed([*CURALIGN, "--help"]),
    }


def timed(command: list[str]) -> tuple[float, float]:
    """Wall seconds of a process, and the highest memory in MB that it and its children held together."""
    import psutil

    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env={**os.environ, "HF_HUB_OFFLINE": "1"})
    watched, peak = psutil.Process(process.pid), 0
    while process.poll() is None:
        try:
            peak = max(peak, sum(p.memory_info().rss for p in (watched, *watched.children(recursive=True))))
        except psutil.NoSuchProcess:
            continue
        time.sleep(0.005)
    seconds = time.perf_counter() - start
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return seconds, peak / 1e6


if __name__ == "__main__":
    main()
