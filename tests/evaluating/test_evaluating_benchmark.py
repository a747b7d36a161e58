"""The benchmark as anybody runs it, on a made-up bench of the real one's shape that takes seconds."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TAUGHT = {
    "1": ("Measure the length of an object with a ruler.", "Pupils lay a ruler along a pencil and read its length."),
    "2": ("Tell and write time to the nearest minute.", "Pupils read the clock on the wall and write the time."),
    "3": ("Describe how a plant grows from a seed.", "Pupils plant beans and draw each day how the stem grows."),
    "4": ("Retell a story in the order of its events.", "Pupils tell a partner what the fox did first and last."),
}
STANDARDS = {"ccss_math": "M", "ccss_ela": "E", "csta2017_bootstrap": "C", "state_tx_ny_2010": "T.1.S", "ngss": "N"}
GOLD = {
    "unbounded_math_grade2": "M",
    "mathfish_im_fishtank": "M",
    "unbounded_ela": "E",
    "bootstrap_lessons": "C",
    "sbac_targets_to_ccss": "M",
    "textbook_science_tx_ny": "T.1.S",
    "ngss_elements_to_pe": "N",
}


def standard(start: str, number: str, statement: str) -> dict[str, object]:
    code = f"{start}.2.{number}"
    own = {"id": code, "code": code, "statement": statement, "grades": ["2"], "level": "Standard", "parent": None}
    return own | {"subject": "math"}


def text(start: str, number: str, said: str) -> dict[str, object]:
    codes = [f"{start}.2.{number}"] + (["M.2.1"] if start == "C" else [])
    row = {"id": f"{start}{number}", "kind": "lesson", "title": f"Lesson {number}", "text_noleak": said}
    row |= {"codes": codes, "codes_primary": codes, "grades": ["2"], "context": f"Grade 2 > Unit {int(number) % 2}"}
    return row | {"source": "made up", "licence": "CC0-1.0", "subject": "math"}


def write_rows(path: Path, rows: list[dict[str, object]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    bench = tmp_path_factory.mktemp("bench")
    for name, start in STANDARDS.items():
        write_rows(bench / f"standards/{name}.jsonl", [standard(start, n, said) for n, (said, _) in TAUGHT.items()])
    for name, start in GOLD.items():
        write_rows(bench / f"gold/{name}.jsonl", [text(start, n, said) for n, (_, said) in TAUGHT.items()])
    write_district(bench / "districts" / "math_made_up")
    return bench


def write_district(folder: Path) -> None:
    (folder / "standards").mkdir(parents=True)
    (folder / "curriculum").mkdir()
    with (folder / "standards" / "standards.csv").open("w", encoding="utf-8", newline="") as file:
        lines = [(f"M.2.{n}", statement, "2", "math") for n, (statement, _) in TAUGHT.items()]
        csv.writer(file).writerows([("code", "statement", "grades", "subject"), *lines])
    labels = "file,lesson,codes\n"
    for unit, numbers in (("measuring", "12"), ("growing", "3")):
        lessons = (f"## Lesson {n}: {TAUGHT[n][1][:12]}\n\n{TAUGHT[n][1]} {TAUGHT[n][1]}\n" for n in numbers)
        page = f"# Unit {unit}, grade 2\n\n" + "\n".join(lessons)
        (folder / "curriculum" / f"{unit} grade 2.md").write_text(page, encoding="utf-8")
        labels += "".join(f"{unit} grade 2.md,{n},M.2.{n}\n" for n in numbers)
    (folder / "labels.csv").write_text(labels, encoding="utf-8")
    truth = {"taught": ["M.2.1", "M.2.2", "M.2.3"], "dropped_gap": ["M.2.4"], "never_labelled": []}
    (folder / "truth.json").write_text(json.dumps(truth), encoding="utf-8")


def run(bench: Path, out: Path) -> subprocess.CompletedProcess[str]:
    words = ["--bench", bench, "--encoders", "standards-open", "--sets", "computer_science", "math_targets"]
    command = [
        sys.executable,
        "-m",
        "benchmarks.accuracy.open_sets",
        *map(str, words),
        "math_made_up",
        "--json",
        str(out),
    ]
    env = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [*map(str, command)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=600,
        env=env,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done


def test_every_method_is_measured_and_a_second_run_takes_up_what_is_there(made_up: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    first = run(made_up, out)
    rows = json.loads(out.read_text(encoding="utf-8"))
    assert {row["pool"] for row in rows if row["source"] == "math_targets"} == {"same grade", "all grades"}
    plain = {"TF-IDF", "BM25", "all-MiniLM-L6-v2"}
    assert {row["method"] for row in rows if row["source"] == "computer_science"} == {
        *plain,
        "standards-open, cosine",
        "standards-open, curalign",
    }
    assert {row["method"] for row in rows if row["source"] == "math_made_up"} == {*plain, "standards-open, curalign"}
    ours = {row["metric"] for row in rows if row["method"] == "standards-open, curalign"}
    asked = {"hit@1", "recall@5", "recall@10", "MRR", "nDCG@10", "ECE", "ECE of the first", "Brier"}
    gaps = {"gaps at 5%", "gaps at 10%", "gaps, aligned anew, at 5%", "left-out units at 10%", "dropped units at 5%"}
    assert asked | gaps <= ours
    assert "math_made_up, same grade: standards-open, curalign" in first.stderr

    again = run(made_up, out)
    assert " s\n" not in again.stderr
    assert again.stdout == first.stdout
    assert json.loads(out.read_text(encoding="utf-8")) == rows
