"""`curalign check` as a user runs it: its output and its exit code."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from commands import as_json, run
from sample_districts import write_district

FINDING_CODES = {"U101", "U102", "U103", "U104", "U105", "U106", "P201", "P202", "P203", "F301", "F302", "F303"}


def test_the_standard_that_is_not_taught_is_found_and_the_run_fails(small_district: Path) -> None:
    done = run("check", small_district)
    assert done.returncode == 1
    assert "U101 PH.3" in " ".join(done.stdout.split())
    assert "U101 PH.1" not in " ".join(done.stdout.split())
    assert "curalign report" in done.stdout
    assert done.stderr == ""


def test_taught_without_pd_is_found_where_there_is_a_pd_folder(checked_district: Path) -> None:
    found = {(f["code"], f["standard"]) for f in as_json(checked_district)["findings"]}
    assert ("P201", "PH.2") in found
    assert ("P201", "PH.1") not in found


def test_without_a_pd_folder_nothing_is_found_about_pd(small_district: Path) -> None:
    shutil.rmtree(small_district / "pd")
    report = as_json(small_district)
    assert {s["pd"] for s in map(dict, report["standards"]) if s["pd"] is not None} == set()
    assert report["tally"]["pd"] is None
    assert not [f for f in report["findings"] if f["code"].startswith("P")]
    assert [f for f in report["findings"] if f["code"] == "F303" and "PD" in f["message"]]


def test_the_summary_is_in_the_language_that_was_asked_for_and_so_is_the_message_in_json(
    checked_district: Path,
) -> None:
    done = run("check", checked_district, "--language", "es")
    assert "U101 PH.3" in " ".join(done.stdout.split())
    assert "De 3 estándares" in done.stdout
    assert "--language es -o report.html" in done.stdout
    english, spanish = as_json(checked_district), as_json(checked_district, "--language", "es")
    assert [f["code"] for f in spanish["findings"]] == [f["code"] for f in english["findings"]]
    assert any("no se enseña" in f["message"] for f in spanish["findings"])
    assert [s["unit"] for s in spanish["standards"]] == [s["unit"] for s in english["standards"]]


def test_json_has_the_shape_that_others_build_on(checked_district: Path) -> None:
    report = as_json(checked_district)
    assert report["format"] == 2
    assert report["district"] == "pond-hill"
    assert set(report["made_with"]) >= {"curalign", "encoder", "judge", "settings"}
    assert report["frameworks"][0]["standards"] == 3
    by_code = {s["code"]: s for s in report["standards"]}
    assert list(by_code) == ["PH.1", "PH.2", "PH.3"]
    taught = by_code["PH.1"]
    assert taught["grades"] == ["3"]
    assert taught["counted"] is True
    assert taught["unit"]["strength"] == "full"
    best = taught["unit"]["links"][0]
    assert best["file"] == "curriculum/grade 3 measuring.md"
    assert best["place"].startswith("Measuring, Grade 3 > Lesson 1: Rulers")
    assert best["role"] == "task"
    assert "centimeter ruler" in best["quote"]
    assert 0.5 <= best["probability"] <= 1
    for finding in report["findings"]:
        assert set(finding) >= {"code", "severity", "standard", "message", "file", "place"}
        assert finding["code"] in FINDING_CODES
    tally = report["tally"]["unit"]
    assert tally["full"] + tally["partial"] + tally["none"] + tally["unknown"] == 3


def test_everything_but_the_runs_name_is_the_same_bytes_again(small_district: Path) -> None:
    first = as_json(small_district)
    shutil.rmtree(small_district / ".curalign")
    again = as_json(small_district)
    assert first.pop("run") != "" != again.pop("run")
    assert json.dumps(first) == json.dumps(again)


def test_csv_is_a_row_for_each_standard_and_kind(checked_district: Path) -> None:
    done = run("check", checked_district, "--format", "csv", "--fail-on", "never")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert {(r["standard"], r["kind"]) for r in rows} == {(f"PH.{n}", k) for n in (1, 2, 3) for k in ("unit", "pd")}


@pytest.mark.parametrize(("level", "code"), [("error", 1), ("warning", 1), ("note", 1), ("never", 0)])
def test_fail_on_says_what_fails(checked_district: Path, level: str, code: int) -> None:
    assert run("check", checked_district, "--fail-on", level).returncode == code


def test_a_page_is_written_where_it_is_asked_for_and_nothing_else_outside_the_hidden_folder(
    small_district: Path,
) -> None:
    before = {p for p in small_district.rglob("*") if p.is_file()}
    page = small_district / "report.html"
    run("check", small_district, "-o", page)
    after = {p for p in small_district.rglob("*") if p.is_file() and ".curalign" not in p.parts}
    assert after - before == {page}
    assert "Content-Security-Policy" in page.read_text(encoding="utf-8")


def test_what_is_written_has_the_form_of_its_ending(checked_district: Path, tmp_path: Path) -> None:
    book = tmp_path / "coverage.xlsx"
    done = run("check", checked_district, "-o", book)
    assert done.stdout.endswith(f"Report: {book}\n")
    assert book.read_bytes().startswith(b"PK")


def test_an_ending_that_is_not_known_is_said_before_any_work(small_district: Path, tmp_path: Path) -> None:
    done = run("check", small_district, "-o", tmp_path / "report.docx")
    assert done.returncode == 2
    assert ".xlsx" in done.stderr
    assert not (small_district / ".curalign").exists()


def test_a_broken_file_is_a_finding_and_the_run_goes_on(small_district: Path) -> None:
    (small_district / "curriculum" / "broken.docx").write_bytes(b"PK\x03\x04 no, it is not")
    (small_district / "curriculum" / "empty.pdf").write_bytes(b"")
    report = as_json(small_district)
    assert {f["file"] for f in report["findings"] if f["code"] == "F301"} == {
        "curriculum/broken.docx",
        "curriculum/empty.pdf",
    }
    assert report["tally"]["unit"]["full"] == 2


WATCH = """
CREATE TABLE written (key BLOB);
CREATE TRIGGER added AFTER INSERT ON vectors_2 BEGIN INSERT INTO written VALUES (new.key); END;
CREATE TRIGGER again AFTER UPDATE ON vectors_2 BEGIN INSERT INTO written VALUES (new.key); END;
"""
"""Makes a cache of vectors take down which ones are written from here on, be they new or there already."""


def test_only_what_changed_is_embedded_again(small_district: Path) -> None:
    as_json(small_district)
    with closing(sqlite3.connect(small_district / ".curalign" / "vectors.sqlite")) as cache:
        cache.executescript(WATCH)
        before = {key for (key,) in cache.execute("SELECT key FROM vectors_2")}
    unit = small_district / "curriculum" / "grade 3 seeds.md"
    unit.write_text(
        unit.read_text(encoding="utf-8") + "\n## Lesson 2: Clocks\n\nPupils tell the time on an analog "
        "clock to the nearest minute and write it down.\n",
        encoding="utf-8",
    )
    report = as_json(small_district)
    assert {s["code"]: s["unit"]["strength"] for s in report["standards"]}["PH.3"] == "full"
    with closing(sqlite3.connect(small_district / ".curalign" / "vectors.sqlite")) as cache:
        after = {key for (key,) in cache.execute("SELECT key FROM vectors_2")}
        written = [key for (key,) in cache.execute("SELECT key FROM written")]
    assert len(before) > 3
    assert before < after
    assert written == list(after - before)
    assert len(written) == 1


def test_a_second_check_takes_up_the_first_run(small_district: Path) -> None:
    assert as_json(small_district)["run"] == as_json(small_district)["run"]
    assert len(list((small_district / ".curalign" / "runs").iterdir())) == 1


@pytest.mark.parametrize("asked", [[], ["--grade", "3", "--subject", "math"]], ids=["all of it", "a part of it"])
def test_a_second_check_loads_no_model_and_no_spacy(checked_district: Path, asked: list[str]) -> None:
    heavy = ("torch", "spacy", "sklearn", "sentence_transformers", "openvino", "onnxruntime", "pandas", "psutil")
    heavy += ("curalign.segmenting", "curalign.reading.district", "curalign.reporting.page.html")
    words = ["curalign", "check", str(checked_district), "--format", "json", *asked]
    code = f"import sys; sys.argv = {words!r}\n"
    code += "from curalign.cli import main\ntry: main()\nexcept SystemExit: pass\n"
    code += f"print(*(name for name in {heavy} if name in sys.modules), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stderr.strip() == ""


def test_the_hashing_encoder_is_loud(small_district: Path) -> None:
    done = run("check", small_district, "--encoder", "hashing", "--fail-on", "never")
    assert "test" in done.stdout.lower()
    assert "hashing" in done.stdout


def test_grades_can_be_asked_for(tmp_path: Path) -> None:
    folder = write_district(
        tmp_path / "d",
        {
            "standards/s.csv": "code,statement,grades\nA.3,Measure length with a ruler,3\n"
            "A.4,Convert meters to centimeters,4\n",
            "units/grade 3.md": "# Grade 3\n\nPupils measure the length of a desk with a ruler.\n",
            "units/grade 4.md": "# Grade 4\n\nPupils convert meters to centimeters.\n",
        },
    )
    assert [s["code"] for s in as_json(folder)["standards"]] == ["A.3", "A.4"]
    assert [s["code"] for s in as_json(folder, "--grade", "4")["standards"]] == ["A.4"]


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({}, "standards"),
        ({"curriculum/a.md": "text"}, "standards"),
        ({"standards/s.csv": "code,statement\nA,Do it\n"}, "curriculum"),
        ({"standards/s.csv": "a,b\n1,2\n", "curriculum/a.md": "text"}, "s.csv"),
        (
            {"standards/s.csv": "code,statement\nA,Do it\n", "curriculum/a.md": "x", "curalign.toml": "[distrct]\n"},
            "did you mean district",
        ),
        (
            {"standards/s.csv": "code,statement\nA,Do it\n", "curriculum/a.md": "x", "curalign.toml": "x = ="},
            "curalign.toml",
        ),
    ],
)
def test_what_cannot_run_says_what_to_do_in_a_sentence_and_exits_with_2(
    tmp_path: Path, files: dict[str, str], says: str
) -> None:
    done = run("check", write_district(tmp_path, files))
    assert done.returncode == 2
    assert done.stdout == ""
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) <= 3


def test_a_folder_that_is_not_there_says_so(tmp_path: Path) -> None:
    done = run("check", tmp_path / "nowhere")
    assert done.returncode == 2
    assert "nowhere" in done.stderr


def test_no_socket_is_opened_by_a_whole_check(small_district: Path) -> None:
    code = (
        "import socket, sys\n"
        "def refuse(*_): raise AssertionError('a socket was opened')\n"
        "socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = socket.create_connection = refuse\n"
        f"sys.argv = {['curalign', 'check', str(small_district), '-o', str(small_district / 'r.html')]}\n"
        "from curalign.cli import main\nmain()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 1, done.stderr
