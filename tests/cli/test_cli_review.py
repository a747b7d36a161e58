"""`curalign review` as a process: its address, its workbook, and what later checks make of the answers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
from commands import run
from sample_districts import write_district

from curalign.domain.reviews import Answer, Review
from curalign.pipeline import check
from curalign.reporting import build_view, to_json
from curalign.settings import load_settings
from curalign.storage import ReviewLog


@pytest.fixture(scope="module")
def district(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checked district of two standards, judged in a blink."""
    folder = write_district(
        tmp_path_factory.mktemp("districts") / "pond-hill",
        {
            "standards/standards.csv": "code,statement,grades\nPH.1,Measure the length of an object with a ruler,3\n"
            "PH.2,Tell and write time to the nearest minute on an analog clock,3\n",
            "curriculum/measuring.md": "# Measuring, Grade 3\n\n## Lesson 1: Rulers\n\nPupils measure the length of an "
            "object with a ruler, start at zero, and write down how long each object is.\n",
        },
    )
    checked(folder)
    return folder


def checked(folder: Path) -> dict:
    """What `check --format json` prints, without starting a process for it."""
    found = check(folder, load_settings(folder, embedding={"encoder": "hashing"}))
    return json.loads(to_json(build_view(found.shown, found.findings, district="Pond Hill", run=found.run.id)))


def test_the_address_stands_on_a_line_of_its_own_and_answers_only_with_its_token(district: Path) -> None:
    command = [sys.executable, "-m", "curalign", "review", str(district), "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUTF8": "1"}) as process:
        assert process.stdout is not None
        try:
            _, address = process.stdout.readline(), process.stdout.readline().strip()
            transport = httpx.HTTPTransport(retries=5)
            with httpx.Client(transport=transport) as client:
                assert "Who are you?" in client.get(address).text
                root = "/".join(address.split("/")[:3])
                assert address.startswith("http://127.0.0.1:")
                assert client.get(root).status_code == 403
                assert client.get(address, headers={"Host": "evil.example"}).status_code == 403
        finally:
            process.terminate()


def test_a_folder_that_was_never_checked_is_told_so(tmp_path: Path) -> None:
    done = run("review", tmp_path, "--no-browser")
    assert done.returncode == 2
    assert "curalign check" in done.stderr


def test_answers_are_in_every_later_check_and_in_no_run(district: Path) -> None:
    before = checked(district)
    ids = {standard["code"]: standard["id"] for standard in before["standards"]}
    assert any(f["code"] == "U101" and f["standard"] == "PH.2" for f in before["findings"])
    now = datetime(2026, 11, 28, tzinfo=UTC)
    ReviewLog(district).add(Review("Ana Ruiz", now, Answer.YES, standard=ids["PH.2"]))
    after = checked(district)
    assert after["run"] == before["run"]
    found = next(standard for standard in after["standards"] if standard["code"] == "PH.2")["unit"]
    assert found["strength"] == "full"
    assert found["review"] == {"answer": "yes", "reviewers": ["Ana Ruiz"], "agreed": True}
    assert not any(f["code"] == "U101" and f["standard"] == "PH.2" for f in after["findings"])
    (log,) = (district / "reviews").glob("review-*.jsonl")
    log.write_text(log.read_text(encoding="utf-8") + "half a li", encoding="utf-8")
    notes = [f for f in checked(district)["findings"] if f["code"] == "F303" and f["file"] == f"reviews/{log.name}"]
    assert len(notes) == 1
    log.unlink()
    assert checked(district) == before


def test_a_workbook_goes_out_and_comes_back(district: Path, tmp_path: Path) -> None:
    book = tmp_path / "review.xlsx"
    done = run("review", district, "--export", book, "--reviewer", "Ana Ruiz")
    assert (done.returncode, done.stdout.strip()) == (0, f"Wrote {book}"), done.stderr
    done = run("review", district, "--import", book)
    assert (done.returncode, done.stdout) == (0, "0 new, 0 changed, 0 as recorded before, 0 ignored.\n"), done.stderr


def test_evaluate_prints_how_far_people_agree_where_there_are_no_labels(district: Path) -> None:
    ids = [standard["id"] for standard in checked(district)["standards"]]
    now = datetime(2026, 11, 28, tzinfo=UTC)
    said = {"Ana": (Answer.YES, Answer.NO), "Ben": (Answer.YES, Answer.YES)}
    ReviewLog(district).add(
        *(
            Review(who, now, answer, standard=id_)
            for who, two in said.items()
            for answer, id_ in zip(two, ids, strict=True)
        )
    )
    done = run("evaluate", district)
    assert done.returncode == 0, done.stderr
    line = next(line for line in done.stdout.splitlines() if line.startswith("Ana and Ben"))
    assert line.split()[3:5] == ["2", "0.50"]
    assert "Ana and curalign" in done.stdout
