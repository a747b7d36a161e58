"""`curalign runs`: what is kept, and how to make it smaller. Nothing goes that was not asked for."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from builders import Said, align, standard, unit
from commands import run

from curalign.covering import measure_coverage
from curalign.errors import RunError
from curalign.storage import (
    Run,
    clear_home,
    home_of,
    homes_of_gone_districts,
    latest_run,
    list_runs,
    mark_as_last,
    prune_runs,
    save_run,
)


def saved(home: Path, days: Sequence[int]) -> list[Run]:
    """Runs of these days of November, in this order."""
    alignment = align([standard("A.1")], unit("curriculum/u.md", Said("They measure.", {"A.1": 0.9})), grades="3")
    coverage = measure_coverage(alignment)
    runs = [Run(f"2026-11-{day:02}T120000Z-abcdef", "Pond Hill", "sha256:abcdef", alignment) for day in days]
    for each in runs:
        save_run(home, each, coverage, ())
    return runs


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return home_of(tmp_path)


def days(home: Path) -> list[int]:
    return [run.day.day for run in list_runs(home)]


def test_the_newest_the_named_and_the_last_checks_are_kept(home: Path) -> None:
    runs = saved(home, range(1, 10))
    mark_as_last(home, runs[2])
    kept, removed = prune_runs(home, 2, [runs[4].id])
    assert [run.day.day for run in kept] == days(home) == [9, 8, 5, 3]
    assert [run.day.day for run in removed] == [7, 6, 4, 2, 1]
    assert latest_run(home) == runs[2]
    assert sorted(path.name for path in (home / "runs").iterdir()) == sorted(run.id for run in kept)


def test_damaged_runs_go_and_count_as_none_of_the_newest(home: Path) -> None:
    saved(home, [1, 2, 3, 4])
    for damaged in list_runs(home)[1:3]:
        (damaged.folder / "links.parquet").write_bytes(b"x")
    assert [each.whole for each in list_runs(home)] == [True, False, False, True]
    prune_runs(home, 2)
    assert days(home) == [4, 1]


def test_a_run_that_is_not_there_is_named_and_nothing_is_removed(home: Path) -> None:
    saved(home, [1, 2])
    with pytest.raises(RunError, match="has no run 2026-11-09T120000Z-abcdef"):
        prune_runs(home, 1, ["2026-11-09T120000Z-abcdef"])
    assert days(home) == [2, 1]


def test_what_is_not_ours_stays(home: Path) -> None:
    saved(home, [1, 2, 3])
    oldest, middle = (home / "runs" / f"2026-11-0{day}T120000Z-abcdef" for day in (1, 2))
    (middle / "made-by-curalign").unlink()
    (oldest / "notes.txt").write_text("mine", encoding="utf-8")
    (home / "runs" / "mine").mkdir()
    prune_runs(home, 1)
    assert days(home) == [3, 2]
    assert [path.read_text("utf-8") for path in (home / "runs").rglob("notes.txt")] == ["mine"]
    assert (home / "runs" / "mine").is_dir()


def test_the_cache_of_a_district_that_is_gone_can_be_cleared_and_of_no_other(tmp_path: Path) -> None:
    homes = {}
    for name in ("gone", "there", "unplugged/disk"):
        district = tmp_path / name
        (district / ".curalign").mkdir(parents=True)
        (district / ".curalign" / "strange").touch()  # so runs go to the user's cache folder
        homes[name] = home_of(district)
        saved(homes[name], [1, 2])
    shutil.rmtree(tmp_path / "gone")
    shutil.rmtree(tmp_path / "unplugged")
    assert [gone for gone in homes_of_gone_districts() if gone in homes.values()] == [homes["gone"]]
    assert clear_home(homes["gone"])
    assert [home.exists() for home in homes.values()] == [False, True, True]


def test_list_and_prune_as_a_user_runs_them(small_district: Path) -> None:
    assert "no run yet" in run("runs", "list", small_district).stderr
    for full in (0.7, 0.8, 0.9):
        (small_district / "curalign.toml").write_text(f"[judging]\nfull = {full}\n", encoding="utf-8")
        assert run("check", small_district, "--encoder", "hashing", "--fail-on", "never").returncode == 0
    home = small_district / ".curalign"
    with closing(sqlite3.connect(home / "vectors.sqlite")) as vectors, vectors:
        vectors.execute("UPDATE vectors_2 SET used = used - 100 WHERE id = 1")
    listed = run("runs", "list", small_district)
    lines = listed.stdout.splitlines()
    assert listed.returncode == 0
    assert len(lines) == 4
    assert f"{datetime.now(UTC):%Y-%m}" in lines[1]
    assert [line for line in lines if "the last check's" in line] == [lines[1]]
    done = run("runs", "prune", small_district, "--keep", 1)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1].startswith("Kept 1 run (")
    assert done.stdout.splitlines()[-1].endswith("dropped 1 vector that none of them needed")
    assert len(list((home / "runs").iterdir())) == 1
    assert "has no run x" in run("runs", "prune", small_district, "--keep-run", "x").stderr
    assert run("report", small_district, "--format", "csv").returncode == 0


@pytest.mark.skipif(os.name != "posix", reason="asks for permissions as POSIX has them")
def test_a_report_of_its_own_is_its_owners_alone(small_district: Path, tmp_path: Path) -> None:
    run("check", small_district, "--encoder", "hashing", "-o", tmp_path / "page.html")
    assert (tmp_path / "page.html").stat().st_mode & 0o777 == 0o600
