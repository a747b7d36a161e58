"""Folders without permission, outputs that break, code pages of long ago, and paths from elsewhere."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from hostile_folders import as_nobody_special, check, here, make, process

linux = pytest.mark.skipif(sys.platform != "linux", reason="takes root's right to read everything as Linux does")
posix = pytest.mark.skipif(os.name != "posix", reason="needs a POSIX shell")
HASHING = ("--encoder", "hashing")


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A district that was checked, with a name of several scripts, beside an empty folder."""
    files = {"curriculum/クロック.md": "# 時計\n\nPupils plant beans and see how they grow.", "curalign.toml": SETTINGS}
    folder = make(tmp_path_factory.mktemp("ready") / "our Schule für クラス", files)
    (folder.parent / "elsewhere").mkdir()
    assert check(folder).code == 1
    return folder


QUOTED = '"$D"'
SETTINGS = '[embedding]\nencoder = "hashing"\n'


@linux
def test_a_folder_that_is_read_only_is_checked_and_reported_from_the_users_cache(tmp_path: Path) -> None:
    folder, cache = make(tmp_path / "d"), tmp_path / "cache"
    folder.chmod(0o555)
    done = as_nobody_special("check", folder, "--format", "json", *HASHING, XDG_CACHE_HOME=str(cache))
    again = as_nobody_special("report", folder, "--format", "json", XDG_CACHE_HOME=str(cache))
    assert done.report == again.report
    assert not (folder / ".curalign").exists()
    assert list(cache.glob("curalign/d-*/runs/*/manifest.json"))
    cache.chmod(0o555)
    nowhere = as_nobody_special("check", folder, XDG_CACHE_HOME=str(cache / "x"))
    nowhere.assert_refused("--cache DIR")
    folder.chmod(0o755)


@linux
def test_what_may_not_be_read_is_a_finding_or_a_sentence(tmp_path: Path) -> None:
    folder = make(tmp_path / "d", {"curriculum/hidden/x.md": "x"})
    (folder / "curriculum" / "seeds.md").chmod(0)
    (folder / "curriculum" / "hidden").chmod(0)
    (folder / "pd").chmod(0)
    report = as_nobody_special("check", folder, "--format", "json", *HASHING).report
    unread = {f["file"]: f["message"] for f in report["findings"] if f["code"] == "F301"}
    assert set(unread) == {"curriculum/seeds.md", "curriculum/hidden", "pd"}
    assert all("permissions" in message for message in unread.values())
    (folder / "standards").chmod(0)
    as_nobody_special("check", folder).assert_refused("standards", "may not be opened", "permissions")
    for path in (folder / "standards", folder / "pd", folder / "curriculum" / "hidden"):
        path.chmod(0o755)


def in_shell(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A line for bash, in which `curalign` is this very one and `$D` is the district."""
    return subprocess.run(
        ["bash", "-c", f'curalign() {{ {sys.executable} -m curalign "$@"; }}; {line}'],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2]), "D": str(folder)},
        check=False,
        timeout=60,
    )


@posix
@pytest.mark.parametrize(
    ("words", "code"),
    [("check $D", 1), ("report $D --format html", 0), ("explain $D PH.1", 0)],
)
def test_a_reader_who_leaves_changes_neither_the_exit_code_nor_the_manners(ready: Path, words: str, code: int) -> None:
    done = in_shell(f"curalign {words.replace('$D', QUOTED)} | true; echo ${{PIPESTATUS[0]}}", ready)
    assert (done.stdout.strip(), done.stderr) == (str(code), "")


@posix
@pytest.mark.parametrize("closed", [">&-", "2>&-"])
def test_a_closed_stream_is_no_reason_to_fail(ready: Path, closed: str) -> None:
    done = in_shell(f"curalign check {QUOTED} {closed}", ready)
    assert (done.returncode, done.stderr) == (1, "")


@linux
@pytest.mark.parametrize("words", ["", "--format json"])
def test_output_onto_a_full_disk_is_a_sentence(ready: Path, words: str) -> None:
    done = in_shell(f"curalign check {QUOTED} {words} > /dev/full", ready)
    assert done.returncode == 2
    assert done.stderr.startswith("curalign: The output cannot be written (No space left on device)")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONIOENCODING": "cp1252", "NO_COLOR": "1", "COLUMNS": "40"},
        {"PYTHONIOENCODING": "ascii", "PYTHONUNBUFFERED": "1", "TERM": "dumb", "COLUMNS": "1"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ],
    ids=str,
)
def test_any_terminal_will_do(ready: Path, environment: dict[str, str]) -> None:
    done = process("check", ready, **environment)
    assert (done.code, done.err) == (1, "")
    assert "\x1b" not in done.out


def test_a_folder_is_found_from_anywhere_and_its_next_command_can_be_typed(
    ready: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs = sorted((ready / ".curalign" / "runs").iterdir())
    monkeypatch.chdir(ready.parent / "elsewhere")
    relative = here("check", Path("..") / ready.name)
    monkeypatch.chdir(ready)
    dot = here("check", ".")
    typed = str(Path("..") / ready.name)
    typed = f'"{typed}"' if os.name == "nt" else shlex.quote(typed)
    assert relative.out.replace(typed, ".") == dot.out
    assert f"curalign report {typed} -o report.html" in relative.out
    assert sorted((ready / ".curalign" / "runs").iterdir()) == runs
    kept = here("check", ready, "--cache", ready.parent / "kept")
    assert "--cache " in kept.out.splitlines()[-1]


@pytest.mark.parametrize("option", ["-o", "--cache"])
@pytest.mark.parametrize("place", ["curriculum/new.html", "standards/standards.csv", "pd/sub.html"])
def test_nothing_is_written_among_the_documents(tmp_path: Path, option: str, place: str) -> None:
    folder = make(tmp_path / "d")
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    done = check(folder, option, folder / place)
    assert done.code == 2
    assert "would be read as one of its files" in done.err or "is a file" in done.err
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_a_report_goes_where_it_can_or_is_refused_before_the_work(tmp_path: Path) -> None:
    folder = make(tmp_path / "d")
    check(folder, "-o", tmp_path / "none" / "r.html").assert_refused("cannot be written", "no folder")
    assert not (folder / ".curalign").exists()
    page = tmp_path / "r.html"
    page.write_text("old", encoding="utf-8")
    page.chmod(0o640)
    assert check(folder, "-o", page).code in (0, 1)
    assert "<html" in page.read_text(encoding="utf-8")
    assert page.stat().st_mode & 0o777 == 0o640 or os.name == "nt"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["d", "r.html"]


@posix
def test_a_report_may_go_into_a_pipe_and_through_a_link(tmp_path: Path) -> None:
    folder = make(tmp_path / "d")
    check(folder)
    done = process("report", folder, "--format", "csv", "-o", "/dev/stdout")
    assert done.out.startswith("standard,")
    (tmp_path / "link.html").symlink_to(tmp_path / "real.html")
    (tmp_path / "real.html").write_text("old", encoding="utf-8")
    assert here("report", folder, "-o", tmp_path / "link.html").code == 0
    assert (tmp_path / "link.html").is_symlink()
    assert "<html" in (tmp_path / "real.html").read_text(encoding="utf-8")


@posix
@pytest.mark.parametrize("place", ["/dev/null/x", "/proc/1/x"])
def test_a_cache_where_nothing_can_be_kept_is_refused(tmp_path: Path, place: str) -> None:
    check(make(tmp_path / "d"), "--cache", place).assert_refused("--cache DIR")


def test_control_characters_of_a_path_do_not_reach_the_terminal(tmp_path: Path) -> None:
    done = here("check", tmp_path / "x\x1b[31m\x07y\nz")
    done.assert_refused("no such folder")
    assert "\x1b" not in done.err
