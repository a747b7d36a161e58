"""What a district's documents say stays in its folder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hostile_folders import check, here, make, process

SECRET = "Quokkaberry"
WATCH = """
import os, sys

def watch(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.client", "smtplib.")) and event != "socket.gethostname":
        with open(os.environ["WATCHED"], "a") as file:
            file.write(f"{os.getpid()} {event} {arguments}\\n")

with open(os.environ["WATCHED"], "a") as file:
    file.write(f"{os.getpid()} started {' '.join(sys.orig_argv)}\\n")
sys.addaudithook(watch)
"""


def test_no_process_opens_a_socket_or_writes_outside_the_folder_but_the_users_key(tmp_path: Path) -> None:
    folder = make(tmp_path / "d", {"curriculum/page.html": "<img src='http://192.0.2.1/x.png'><p>Pupils measure.</p>"})
    for name in ("watching", "home", "temporary"):
        (tmp_path / name).mkdir()
    (tmp_path / "watching" / "sitecustomize.py").write_text(WATCH, encoding="utf-8")
    watched = tmp_path / "watched.txt"
    package = Path(__file__).resolve().parents[2]
    places = {
        **dict.fromkeys(
            ("HOME", "USERPROFILE", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA"), str(tmp_path / "home")
        ),
        "CURALIGN_USER_FOLDER": str(tmp_path / "user"),
        **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(tmp_path / "temporary")),
        "PYTHONPATH": f"{tmp_path / 'watching'}{':' if '/' in str(package) else ';'}{package}",
        "WATCHED": str(watched),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    before = {path for path in folder.rglob("*") if ".curalign" not in path.parts}
    assert process("check", folder, **places).code in (0, 1)
    assert process("report", folder, "-o", tmp_path / "page.html", **places).code == 0
    lines = watched.read_text().splitlines()
    assert any("documents.worker" in line for line in lines), "the document readers must be watched too"
    assert [line for line in lines if " started " not in line] == []
    assert {path for path in folder.rglob("*") if ".curalign" not in path.parts} == before
    assert list((tmp_path / "home").rglob("*")) == []
    assert [(path.name, path.stat().st_size) for path in (tmp_path / "user").rglob("*")] == [("key", 32)]
    assert list((tmp_path / "temporary").rglob("*")) == []
    assert "http://192.0.2.1" not in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_messages_quote_little_and_logs_nothing(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(0)
    long = f"{SECRET} tells pupils to measure with a ruler, and goes on for long. " * 50
    folder = make(tmp_path, {"curriculum/long.md": f"# Secret, Grade 3\n\n{long}\n", "curriculum/bad.docx": long})
    done = check(folder)
    assert SECRET not in caplog.text
    assert SECRET not in done.err
    assert max(done.out.count(SECRET, at, at + 600) for at in range(0, len(done.out), 300)) < 12
    for finding in done.report["findings"]:
        assert len(finding["message"]) < 600


def test_a_mistake_of_our_own_is_told_without_the_words_of_a_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_: object) -> None:
        raise ZeroDivisionError(f"while reading {SECRET}")

    monkeypatch.setattr("curalign.pipeline.survey_district", break_down)
    done = check(make(tmp_path))
    assert done.code == 2
    assert "ZeroDivisionError in test_hostile_privacy.py" in done.err
    assert SECRET not in done.err
    assert "Traceback" not in done.err


def test_results_of_single_pupils_are_refused_and_not_repeated(tmp_path: Path) -> None:
    table = f"student_name,standard_code,score\n{SECRET},PH.1,3\n"
    folder = make(tmp_path, {"results/pupils.csv": table})
    report = check(folder).report
    (refused,) = [f for f in report["findings"] if f["file"] == "results/pupils.csv"]
    assert refused["code"] == "F301"
    assert "per group" in refused["message"]
    assert SECRET not in json.dumps(report) + here("report", folder, "--format", "html").out
    kept = b"".join(path.read_bytes() for path in (folder / ".curalign").rglob("*") if path.is_file())
    assert SECRET.encode() not in kept


ITEMS = "item_id,standard_code,max_points,n,p_value,group"
PUPIL = "Quokkaberry Ada"


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("results/group.csv", f"{ITEMS}\nq1,PH.1,2,20,0.5,{PUPIL}\n"),
        ("results/header.csv", f"{PUPIL},standard_code,max_points,n,p_value,Alumno\nq1,PH.1,2,20,0.5,x\n"),
        ("results/standard.csv", f"{ITEMS}\nq1,{PUPIL},2,20,0.5,Grade 3\n"),
        ("results/slipped.csv", f"{ITEMS}\nq1,PH.1,{PUPIL},20,0.5,Grade 3\nq1,PH.1,2,{PUPIL},0.5,\n"),
        ("results/share.csv", f"{ITEMS}\nq1,PH.1,2,20,{PUPIL},Grade 3\n"),
        ("labels.csv", f"file,lesson,codes\nseeds.md,1,{PUPIL}\n"),
        ("labels.csv", f"file,lesson,codes\n{PUPIL},1,PH.1\n"),
        ("labels.csv", f"{PUPIL},{PUPIL},3\nseeds.md,1,PH.1\n"),
    ],
)
def test_a_name_in_the_wrong_place_is_neither_quoted_nor_kept(tmp_path: Path, file: str, content: str) -> None:
    folder = make(tmp_path, {file: content})
    done = check(folder)
    assert [f for f in done.report["findings"] if f["code"] in ("F301", "F303") and f["file"].startswith(file[:7])]
    said = done.out + done.err + here("report", folder, "--format", "html").out + here("check", folder).out
    kept = b"".join(path.read_bytes() for path in (folder / ".curalign").rglob("*") if path.is_file())
    assert SECRET not in said
    assert SECRET.encode() not in kept


def test_labels_with_names_in_the_wrong_place_are_measured_without_saying_them(tmp_path: Path) -> None:
    rows = f"seeds.md,1,PH.2\nrulers.md,1,PH.1|{PUPIL}\n{PUPIL},1,PH.1\nseeds.md,{PUPIL},PH.2\n"
    folder = make(tmp_path, {"labels.csv": f"file,lesson,codes\n{rows}"})
    done = here("evaluate", folder, "--encoder", "hashing", "--format", "json")
    assert done.code == 0, done.err
    assert len(json.loads(done.out)["left_out"]) == 3
    assert SECRET not in done.out + done.err
