"""`curalign init` as a director runs it on a messy folder, and `check` after it."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
import tomllib
from pathlib import Path

import pytest
from commands import run
from sample_districts import MAPLE_VALLEY, write_district

STANDARDS = (
    "code,statement,grades\nPH.1,Measure the length of an object with a ruler,3\nPH.2,Describe how a plant grows,3\n"
)
UNIT = "# Unit 1: Rulers\n\n## Lesson 1\n\nPupils measure the length of pencils and books with a ruler.\n"
WORKSHOP = "# Workshop\n\nTeachers practise how to measure length with a ruler.\n"
MESS = {
    "State stuff/ELA and Math/list.csv": STANDARDS,
    "Math Curric 24-25/Grade 3/Unit 1.md": UNIT,
    "Math Curric 23-24/Grade 3/Unit 1.md": UNIT,
    "Aug inservice/day 1.md": WORKSHOP,
    "Photos/IMG_1.jpg": "x",
    "Misc/thing.md": "hello",
}


@pytest.fixture
def messy(tmp_path: Path) -> Path:
    return write_district(tmp_path / "lake-shore", MESS)


def words(text: str) -> str:
    return " ".join(text.split())


def contents(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_a_messy_folder_is_explained_written_down_and_can_be_checked(messy: Path) -> None:
    before = contents(messy)
    done = run("init", messy)
    assert (done.returncode, done.stderr) == (0, "")
    said = words(done.stdout)
    assert 'Math Curric 24-25: 1 document; its name says "Curric"' in said
    assert "Math Curric 23-24: Math Curric 24-25 beside it is later" in said
    assert 'If it holds units, write: curriculum = ["Math Curric 24-25", "Misc"]' in said
    assert f"curalign check {messy}" in said
    after = contents(messy)
    assert set(after) - set(before) == {"curalign.toml"}
    assert {name: after[name] for name in before} == before
    assert tomllib.loads((messy / "curalign.toml").read_text(encoding="utf-8"))["district"] == {
        "name": "Lake Shore",
        "standards": ["State stuff"],
        "curriculum": ["Math Curric 24-25"],
        "pd": ["Aug inservice"],
    }
    report = json.loads(run("check", messy, "--format", "json", "--fail-on", "never").stdout)
    assert report["district"] == "Lake Shore"
    taught = {s["code"]: s["unit"]["links"][0]["file"] for s in report["standards"] if s["unit"]["strength"] == "full"}
    assert taught == {"PH.1": "Math Curric 24-25/Grade 3/Unit 1.md"}


def test_a_dry_run_prints_the_settings_and_writes_nothing(messy: Path) -> None:
    before = contents(messy)
    done = run("init", messy, "--dry-run")
    assert done.returncode == 0
    assert 'curriculum = ["Math Curric 24-25"]' in done.stdout
    assert contents(messy) == before


def test_settings_that_are_there_are_left_alone(messy: Path) -> None:
    (messy / "curalign.toml").write_text('[district]\nname = "Mine"\n', encoding="utf-8")
    before = contents(messy)
    done = run("init", messy)
    assert done.returncode == 2
    assert "--force" in done.stderr
    assert done.stdout == ""
    assert run("init", messy, "--dry-run").returncode == 0
    assert contents(messy) == before


def test_force_writes_new_settings_and_loses_no_old_ones(messy: Path) -> None:
    settings = messy / "curalign.toml"
    for text in ("# first\n", "# second\n"):
        settings.write_text(text, encoding="utf-8")
        assert run("init", messy, "--force").returncode == 0
        assert "Lake Shore" in settings.read_text(encoding="utf-8")
    assert (messy / "curalign.toml.bak").read_text(encoding="utf-8") == "# first\n"
    assert (messy / "curalign.toml.2.bak").read_text(encoding="utf-8") == "# second\n"


def test_a_folder_that_is_fine_needs_nothing(small_district: Path) -> None:
    before = contents(small_district)
    done = run("init", small_district)
    assert done.returncode == 0
    assert "no curalign.toml is needed" in words(done.stdout)
    assert contents(small_district) == before


def test_without_standards_it_says_what_is_missing_and_where_to_get_it(messy: Path) -> None:
    shutil.rmtree(messy / "State stuff")
    done = run("init", messy)
    assert done.returncode == 2
    assert all(said in done.stderr for said in ("CASE Network", "state", "spreadsheet", "codes"))
    assert "Math Curric 24-25" in done.stdout
    assert not (messy / "curalign.toml").exists()


def test_without_curriculum_it_gives_the_lines_to_write(tmp_path: Path) -> None:
    done = run("init", write_district(tmp_path, {"State/s.csv": STANDARDS, "Misc/thing.md": "hello"}))
    assert done.returncode == 2
    assert 'curriculum = ["Misc"]' in done.stderr


def test_what_settings_cannot_say_is_to_be_moved_first(tmp_path: Path) -> None:
    folder = write_district(tmp_path, {"Math/s.csv": STANDARDS, "Math/Unit 1.md": UNIT, "PLC agenda.md": WORKSHOP})
    done = run("init", folder)
    assert done.returncode == 1
    assert "Math/s.csv -> standards/" in done.stdout
    assert "PLC agenda.md -> pd/" in done.stdout
    assert not (folder / "curalign.toml").exists()
    for name, target in {"Math/s.csv": "standards", "PLC agenda.md": "pd"}.items():
        (folder / target).mkdir()
        (folder / name).rename(folder / target / Path(name).name)
    assert run("init", folder).returncode == 0


@pytest.mark.parametrize("there", [True, False])
def test_a_folder_with_nothing_or_no_folder_is_one_sentence(tmp_path: Path, there: bool) -> None:
    folder = tmp_path / "d"
    if there:
        folder.mkdir()
    done = run("init", folder)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows allows no such names")
def test_hostile_names_neither_reach_the_terminal_nor_break_the_settings(tmp_path: Path) -> None:
    names = ('Unit "]]\n[evil]\nx', "Unit [bold red]\x1b]0;gone\x07", "Unit \u202egnp")
    folder = write_district(tmp_path, {"s/s.csv": STANDARDS, **{f"{name}/a.md": UNIT for name in names}})
    done = run("init", folder)
    assert done.returncode == 0
    assert "[bold red]" in done.stdout
    assert not {"\x1b", "\x07", "\u202e"} & set(done.stdout)
    assert tomllib.loads((folder / "curalign.toml").read_text(encoding="utf-8"))["district"]["curriculum"] == sorted(
        names
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps permissions in another way")
def test_a_folder_that_may_not_be_written_to_says_so(messy: Path) -> None:
    messy.chmod(0o500)
    try:
        if os.access(messy, os.W_OK):
            pytest.skip("this user may write everywhere")
        done = run("init", messy)
        assert done.returncode == 2
        assert "cannot be written" in done.stderr
    finally:
        messy.chmod(0o700)


def test_the_sample_district_scrambled_is_found_again(tmp_path: Path) -> None:
    folder = tmp_path / "scrambled"
    for source, target in {
        "standards": "State stuff/2024",
        "curriculum/north": "Teaching/North Elementary",
        "curriculum/river": "Teaching/River School",
        "pd": "Teaching/Staff/Aug inservice",
        "results": "State stuff/spring",
    }.items():
        shutil.copytree(MAPLE_VALLEY / source, folder / target)
    done = run("init", folder)
    assert done.returncode == 0, done.stderr
    assert tomllib.loads((folder / "curalign.toml").read_text(encoding="utf-8"))["district"] == {
        "name": "Scrambled",
        "standards": ["State stuff/2024"],
        "schools": "subfolders",
        "curriculum": ["Teaching"],
        "pd": ["Teaching/Staff"],
        "results": ["State stuff/spring"],
    }


def test_standards_for_people_only_are_told_how_to_make_a_table_of_them(tmp_path: Path) -> None:
    standards = "Grade 3\n\n3.M.1 Use a ruler.\n\n3.M.2 Read a clock.\n\n3.M.3 Weigh a stone.\n"
    folder = write_district(tmp_path / "lake", {"standards/state math.txt": standards, "curriculum/unit.md": UNIT})
    done = run("init", folder)
    assert done.returncode == 2
    document, table = folder / "standards" / "state math.txt", folder / "standards" / "standards.csv"
    assert "the standards here are documents for people" in done.stderr
    assert "curalign standards import" in done.stderr
    assert f"-o {table}" in done.stderr or os.name == "nt"
    assert run("standards", "import", document, "-o", table).returncode == 0
    assert run("init", folder).returncode == 0
