"""How fast documents are read, in pages a second, beside pypdf, python-docx and markitdown on the same files.

    python -m benchmarks.speed.reading [--bench ../shared/bench] [--rounds 3] [--markitdown PYTHON]

Every figure is a whole process from start to exit, and each round runs all of them one after the other. Quote the
ratios: pages a second depend on the machine, and on a busy one only those a processor second tell much. A page of a
PDF is a page. Other formats have no pages that everybody counts alike, so 3,000 characters of the text that curalign
finds are one; a file without text has none.

curalign reads as `check` does, structure and all: in as many workers as there are processors, and for comparison in
one, since the other readers use one processor. Of a workbook it reads the first 2,000 rows of each sheet, markitdown
every row. `--markitdown` names a Python that has markitdown (`pip install 'markitdown[all]'`); where there is none, its
column is left out.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from benchmarks.labelled_sets import DEFAULT

ONE_READER = Path(__file__).with_name("one_reader.py")
CHARACTERS = 3000
"""Of text that make a page where a format has none."""

SETS = {
    "PDF": (".pdf",),
    "docx": (".docx",),
    "xlsx": (".xlsx",),
    "md, html": (".md", ".html"),
    "all of these": (".pdf", ".docx", ".xlsx", ".md", ".html", ".pptx"),
}
"""The formats that markitdown reads too."""

ONE_WORKER = "curalign, 1 worker"


@dataclass(frozen=True)
class Read:
    """What one process found, its wall seconds, and the processor seconds of it and its children (Unix)."""

    seconds: float
    work: float
    files: dict[str, tuple[int, int | None, list[str]]]

    @property
    def with_text(self) -> int:
        return sum(characters > 0 for characters, _, _ in self.files.values())


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--bench", type=Path, default=DEFAULT)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--markitdown", default=sys.executable, metavar="PYTHON")
    asked = options.parse_args()
    documents, pythons = asked.bench / "documents", find_readers(asked.markitdown)
    with tempfile.TemporaryDirectory() as scratch:
        report_files(read("curalign", pythons, district_of(documents, Path(scratch) / "every", None)))
        pdfs = read("pypdf", pythons, district_of(documents, Path(scratch) / "counted", SETS["PDF"]))
        print(f"\npages a second, medians of {asked.rounds} rounds; in brackets the files that gave text")
        print(f"{'':14}{'files':>6}{'pages':>7}" + "".join(f"{name:>20}" for name in pythons))
        for name, suffixes in SETS.items():
            report_set(name, district_of(documents, Path(scratch) / name, suffixes), pythons, asked.rounds, pdfs)


def find_readers(markitdown: str) -> dict[str, str]:
    """The readers that are installed, each with the Python that has it."""
    pythons = {"curalign": sys.executable, ONE_WORKER: sys.executable, "pypdf": sys.executable}
    pythons |= {"python-docx": sys.executable, "markitdown": markitdown}
    for name, module in (("pypdf", "pypdf"), ("python-docx", "docx"), ("markitdown", "markitdown")):
        if subprocess.run([pythons[name], "-c", f"import {module}"], capture_output=True).returncode:
            print(f"{name} is left out: {pythons.pop(name)} does not have it (pip install {name}).")
    if "pypdf" not in pythons:
        raise SystemExit("pypdf counts the pages here; pip install pypdf.")
    return pythons


def district_of(documents: Path, folder: Path, suffixes: tuple[str, ...] | None) -> Path:
    """A district with the documents of these formats (of all, for None) as its curriculum."""
    for file in sorted(documents.rglob("*")):
        if file.is_file() and (suffixes is None or file.suffix in suffixes):
            copy = folder / "curriculum" / file.relative_to(documents)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, copy)
    (folder / "standards").mkdir()
    (folder / "standards" / "one.csv").write_text("code,statement\n1,Read documents.\n", encoding="utf-8")
    return folder


def report_files(found: Read) -> None:
    """How many files gave text, and in which findings files ended."""
    codes = Counter(code for _, _, codes in found.files.values() for code in codes)
    silent = sum(not characters and not codes for characters, _, codes in found.files.values())
    print(f"{len(found.files)} files, {found.with_text} with text, in {found.seconds:.1f} s")
    print("findings: " + ", ".join(f"{code} of {n} files" for code, n in sorted(codes.items())))
    print(f"files with neither text nor finding: {silent}")


def report_set(name: str, district: Path, pythons: dict[str, str], rounds: int, pdfs: Read) -> None:
    """One line of pages a second, and the ratios below it."""
    fitting = [r for r in pythons if (r != "pypdf" or name == "PDF") and (r != "python-docx" or name == "docx")]
    runs = [{reader: read(reader, pythons, district) for reader in fitting} for _ in range(rounds)]
    pages = count_pages(runs[0]["curalign"], pdfs)
    line = f"{name:14}{len(runs[0]['curalign'].files):6}{pages:7}"
    for reader in pythons:
        seconds = statistics.median(run[reader].seconds for run in runs) if reader in fitting else 0
        cell = f"{pages / seconds:.1f} ({runs[0][reader].with_text})" if seconds else "-"
        line += f"{cell:>20}"
    print(line, flush=True)
    for reader in fitting[2:]:
        for ours in fitting[:2]:
            ratio = statistics.median(run[reader].seconds / run[ours].seconds for run in runs)
            work = statistics.median(run[reader].work / (run[ours].work or math.inf) for run in runs)
            print(
                f"    {ours}: {ratio:.2f} times the pages a second of {reader}, {work:.2f} a processor second",
                flush=True,
            )


def count_pages(found: Read, pdfs: Read) -> int:
    """Pages as pypdf counts them, or as many as 3,000 characters make."""
    counted = {path: pages for path, (_, pages, _) in pdfs.files.items()}
    return sum(counted.get(path) or math.ceil(n / CHARACTERS) for path, (n, _, _) in found.files.items())


def read(reader: str, pythons: dict[str, str], district: Path) -> Read:
    """Run one reader over the district in a fresh process."""
    command = [pythons[reader], str(ONE_READER), reader.partition(",")[0], str(district), "01"[reader == ONE_WORKER]]
    start, before = time.perf_counter(), os.times()
    done = subprocess.run(command, capture_output=True, text=True)
    seconds, after = time.perf_counter() - start, os.times()
    work = sum(after[2:4]) - sum(before[2:4])
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {done.returncode}: {done.stderr[-2000:]}")
    return Read(
        seconds, work, {path: (characters, pages, codes) for path, characters, pages, codes in json.loads(done.stdout)}
    )


if __name__ == "__main__":
    main()
