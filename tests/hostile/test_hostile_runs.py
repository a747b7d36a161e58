"""Whatever was done to `.curalign`, the next check works and says the same."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hostile_folders import check, here, make, process


def ruin(path: Path, how: str) -> None:
    whole = path.read_bytes() if path.is_file() else b""
    if how == "garbage":
        path.write_bytes(b"\0garbage\xff" * 100)
    elif how == "half":
        path.write_bytes(whole[: len(whole) // 2])
    elif how == "one bit":
        path.write_bytes(whole[:-9] + bytes([whole[-9] ^ 1]) + whole[-8:])
    elif how == "empty":
        path.write_bytes(b"")
    else:
        path.unlink()
        if how == "folder":
            path.mkdir()


@pytest.fixture(scope="module")
def checked_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = make(tmp_path_factory.mktemp("runs") / "d")
    check(folder)
    return folder


@pytest.fixture
def checked(checked_once: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(checked_once, tmp_path / "d"))


def the_run(folder: Path) -> Path:
    (run,) = (folder / ".curalign" / "runs").glob("2*")
    return run


HOWS = ("garbage", "half", "one bit", "empty", "missing", "folder")


@pytest.mark.parametrize(
    ("name", "how"),
    [
        *((name, how) for name in ("manifest.json", "links.parquet") for how in HOWS),
        *((name, how) for name in ("framework.json", "materials.json") for how in ("half", "missing")),
        *((name, how) for name in ("passages.parquet", "claims.parquet") for how in ("one bit", "folder")),
    ],
)
def test_a_damaged_run_is_made_again(checked: Path, name: str, how: str) -> None:
    before = check(checked).report
    ruin(the_run(checked) / name, how)
    here("report", checked, "--format", "json").assert_refused("curalign check")
    assert check(checked).report == before
    assert here("report", checked, "--format", "json").report == before


@pytest.mark.parametrize("how", ["garbage", "half", "empty", "missing", "folder"])
def test_damaged_vectors_are_made_again(checked: Path, how: str) -> None:
    before = check(checked).report
    shutil.rmtree(checked / ".curalign" / "runs")
    ruin(checked / ".curalign" / "vectors.sqlite", how)
    assert check(checked).report == before
    assert (checked / ".curalign" / "vectors.sqlite").is_file()
    assert check(checked).err == ""


def test_a_report_is_of_the_last_check_also_where_that_took_up_an_older_run(checked: Path) -> None:
    before = check(checked).report
    toml = checked / "curalign.toml"
    had = toml.read_bytes() if toml.exists() else b""
    toml.write_bytes(had + b"\n[segmenting]\nwords = 121\n")
    with_other_settings = check(checked).report
    assert with_other_settings["made_with"] != before["made_with"]
    assert here("report", checked, "--format", "json").report == with_other_settings
    toml.write_bytes(had)
    assert check(checked).report == before
    assert here("report", checked, "--format", "json").report == before


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"../../../etc", b"no such run"])
def test_a_note_of_the_last_run_that_leads_nowhere_is_passed_over(checked: Path, content: bytes) -> None:
    (checked / ".curalign" / "latest").write_bytes(content)
    assert here("report", checked, "--format", "json").code == 0


def test_what_a_killed_process_left_half_written_is_swept_away_in_time(checked: Path) -> None:
    runs = checked / ".curalign" / "runs"
    old, young, strangers, named_otherwise = (
        runs / f".{name}" for name in (*("draft-" + 16 * c for c in "abc"), "old")
    )
    for draft in (old, young, strangers, named_otherwise):
        draft.mkdir()
        (draft / "links.parquet").write_bytes(b"x")
        if draft != strangers:
            shutil.copy(the_run(checked) / "made-by-curalign", draft)
    for draft in (old, strangers, named_otherwise):
        os.utime(draft, (0, 0))
    (checked / "curriculum" / "seeds.md").write_text("# Seeds\n\nPupils plant.", encoding="utf-8")
    check(checked)
    assert not old.exists()
    assert all((draft / "links.parquet").exists() for draft in (young, strangers, named_otherwise))


def test_asking_makes_nothing(tmp_path: Path) -> None:
    here("report", tmp_path / "nowhere").assert_refused("nowhere")
    here("explain", tmp_path / "nowhere", "X").assert_refused("nowhere")
    assert list(tmp_path.iterdir()) == []


def test_several_checks_of_one_folder_at_once_agree(tmp_path: Path) -> None:
    folder = make(tmp_path / "d")
    ended = []
    words = ("check", folder, "--format", "json", "--encoder", "hashing")
    threads = [threading.Thread(target=lambda: ended.append(process(*words))) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    first, *others = ended
    assert first.err == ""
    assert all(other.report == first.report for other in others)
    assert check(folder).report == first.report


@pytest.fixture
def small_disk(tmp_path: Path) -> Path:
    disk = tmp_path / "disk"
    disk.mkdir()
    try:
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", disk], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("needs the right to mount a small disk")
    yield disk
    subprocess.run(["umount", disk], check=True)


def fill(disk: Path, keep: int = 0) -> Path:
    """Fill a disk but for so many bytes."""
    space = os.statvfs(disk)
    filler = disk / "filler"
    with filler.open("wb") as file:
        file.write(b"x" * (space.f_bavail * space.f_frsize - keep))
    return filler


@pytest.mark.skipif(sys.platform != "linux", reason="mounts a small disk as Linux does")
@pytest.mark.parametrize("keep", [16_384, 65_536])
def test_a_full_disk_loses_nothing_and_the_next_run_works(small_disk: Path, tmp_path: Path, keep: int) -> None:
    folder, elsewhere = make(small_disk / "d"), tmp_path / "elsewhere"
    (folder / ".curalign").mkdir()
    page = folder / "report.html"
    page.write_text("the old page", encoding="utf-8")
    filler = fill(small_disk, keep)
    done = check(folder)
    assert done.code == 2
    assert "free some space" in done.err.splitlines()[-1]
    assert not list((folder / ".curalign" / "runs").iterdir())
    assert check(folder, "--cache", elsewhere, "-o", page).code == 2
    assert page.read_text(encoding="utf-8") == "the old page"
    assert not list(folder.glob(".curalign.*"))
    filler.unlink()
    assert check(folder).report == check(folder, "--cache", elsewhere).report
