"""A home is a folder that we made: links, strangers' folders and forged runs are refused or left alone, and told of."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import stat
import struct
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from hostile_folders import check, here, make, process

from curalign.opening import entry_at
from curalign.seals import user_key
from curalign.storage import home_of

posix = pytest.mark.skipif(os.name != "posix", reason="asks for permissions as POSIX has them")
HASHING = ("--encoder", "hashing")
KEPT = ("made-by-curalign", ".gitignore", "latest", "vectors.sqlite")
PLACES = (*KEPT, "vectors.sqlite-wal", "vectors.sqlite-shm", "vectors.sqlite-journal", "vectors.sqlite.damaged")


@pytest.fixture(scope="module")
def checked_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = make(tmp_path_factory.mktemp("homes") / "d")
    check(folder)
    return folder


@pytest.fixture
def checked(checked_once: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(checked_once, tmp_path / "d"))


@contextmanager
def another_user(folder: Path) -> Iterator[None]:
    """Commands of another user of the computer, who has a key and caches of their own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CURALIGN_USER_FOLDER", str(folder))
        yield


@pytest.fixture
def precious(tmp_path: Path) -> Path:
    """A home folder of somebody's, in which everything is years old."""
    folder = tmp_path / "home"
    for name in (".ssh/id", ".config/x", "runs/.git/HEAD", "notes.txt"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("precious", encoding="utf-8")
    for path in (*folder.rglob("*"), folder):
        os.utime(path, (0, 0))
    return folder


def link(place: Path, target: Path) -> None:
    """A link, or on Windows, where links need a right and junctions do not, a junction."""
    if os.name == "nt" and target.is_dir():
        subprocess.run(["cmd", "/c", "mklink", "/J", str(place), str(target)], check=True, capture_output=True)
        return
    try:
        place.symlink_to(target)
    except OSError:
        pytest.skip("needs the right to make links")


def state(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Everything below a folder."""
    return {
        path.relative_to(folder).as_posix(): (path.lstat().st_mtime_ns, path.read_bytes() if path.is_file() else b"")
        for path in folder.rglob("*")
    }


def test_a_home_that_is_a_link_is_refused(precious: Path, tmp_path: Path) -> None:
    folder = make(tmp_path / "d")
    link(folder / ".curalign", precious)
    before = state(precious)
    check(folder).assert_refused(".curalign", "is a link", "--cache DIR")
    here("report", folder).assert_refused(".curalign", "is a link")
    assert state(precious) == before
    assert check(folder, "--cache", tmp_path / "kept").code in (0, 1)


@pytest.mark.parametrize("marked", [True, False])
def test_runs_that_lead_out_of_the_home_are_refused(checked: Path, precious: Path, marked: bool) -> None:
    home = checked / ".curalign"
    shutil.rmtree(home / "runs")
    if not marked:
        (home / "made-by-curalign").unlink()
    link(home / "runs", precious)
    before = state(precious)
    check(checked).assert_refused("runs", "is a link")
    for words in (("report",), ("runs", "list"), ("runs", "prune")):
        here(*words, checked).assert_refused("runs", "is a link")
    assert state(precious) == before


@pytest.mark.parametrize("name", PLACES)
@pytest.mark.parametrize("leads", ["to a file", "nowhere"])
def test_a_link_in_the_place_of_a_file_of_the_home_is_refused(
    checked: Path, precious: Path, name: str, leads: str
) -> None:
    place = checked / ".curalign" / name
    place.unlink(missing_ok=True)
    link(place, precious / ("notes.txt" if leads == "to a file" else "made.txt"))
    before = state(precious)
    check(checked).assert_refused(name, "is a link")
    assert state(precious) == before


@posix
@pytest.mark.parametrize("name", ["vectors.sqlite", "vectors.sqlite-wal", "vectors.sqlite-journal"])
def test_a_hard_link_in_the_place_of_a_file_that_is_written_into_is_refused(
    checked: Path, precious: Path, name: str
) -> None:
    place = checked / ".curalign" / name
    place.unlink(missing_ok=True)
    os.link(precious / "notes.txt", place)
    check(checked).assert_refused(name, "hard link")
    assert (precious / "notes.txt").read_text(encoding="utf-8") == "precious"


@posix
@pytest.mark.parametrize("name", ["latest", "vectors.sqlite", "made-by-curalign"])
def test_a_pipe_in_the_place_of_a_file_holds_nothing_up(checked: Path, name: str) -> None:
    place = checked / ".curalign" / name
    place.unlink()
    os.mkfifo(place)
    if name == "made-by-curalign":
        assert check(checked).code in (0, 1)  # not ours any more, so it is left alone
    else:
        check(checked).assert_refused(name, "is not a file")


@pytest.mark.parametrize("name", ["manifest.json", "links.parquet", "made-by-curalign"])
def test_a_link_within_a_run_is_damage_and_not_followed(checked: Path, precious: Path, name: str) -> None:
    before, kept = check(checked).report, state(precious)
    (run,) = (checked / ".curalign" / "runs").iterdir()
    whole = Path(shutil.copy(run / name, precious / "copy"))
    kept = state(precious)
    (run / name).unlink()
    link(run / name, whole)
    if name != "made-by-curalign":
        here("report", checked).assert_refused("curalign check")
    assert check(checked).report == before
    assert state(precious) == kept


def test_a_run_that_is_a_link_is_none(checked: Path, tmp_path: Path) -> None:
    (run,) = (checked / ".curalign" / "runs").iterdir()
    elsewhere = run.rename(tmp_path / run.name)
    link(run, elsewhere)
    here("report", checked).assert_refused("curalign check")
    assert len(list(elsewhere.iterdir())) == 9


def test_drafts_that_are_links_are_never_swept(checked: Path, precious: Path) -> None:
    before = state(precious)
    link(checked / ".curalign" / "runs" / f".draft-{16 * 'a'}", precious)
    (checked / "curriculum" / "seeds.md").write_text("# Seeds\n\nPupils plant.", encoding="utf-8")
    assert check(checked).code in (0, 1)
    assert state(precious) == before


def test_the_district_itself_may_be_named_by_a_link(checked: Path, tmp_path: Path) -> None:
    link(tmp_path / "link", checked)
    assert check(tmp_path / "link", "--fail-on", "never").code == 0
    assert (checked / ".curalign").is_dir()


def test_a_cache_that_holds_other_things_is_refused_and_not_touched(precious: Path, tmp_path: Path) -> None:
    folder, before = make(tmp_path / "d"), state(precious)
    check(folder, "--cache", precious).assert_refused("holds other things", "--cache DIR")
    here("report", folder, "--cache", precious)
    assert state(precious) == before


def test_a_cache_may_be_empty_or_not_there_yet(tmp_path: Path) -> None:
    folder = make(tmp_path / "d")
    (tmp_path / "empty").mkdir()
    one = check(folder, "--cache", tmp_path / "empty").report
    assert check(folder, "--cache", tmp_path / "not" / "there").report == one
    assert check(folder, "--cache", tmp_path / "empty").report == one
    assert not (folder / ".curalign").exists()


@pytest.mark.parametrize("option", ["-o", "--cache"])
def test_a_place_in_the_folder_that_leads_out_of_it_is_refused(precious: Path, tmp_path: Path, option: str) -> None:
    folder, before = make(tmp_path / "d"), state(precious)
    link(folder / "out.html", precious / "notes.txt")
    link(folder / "out", precious)
    for place in (folder / "out.html", folder / "out" / "page.html", folder / "curriculum" / ".." / "out" / "x.html"):
        assert check(folder, option, place).code == 2
    check(folder, "-o", folder / "out" / "page.html").assert_refused("leads out of", "by a link")
    assert state(precious) == before


def test_a_home_that_came_with_the_folder_is_left_alone_and_told_of(checked: Path, tmp_path: Path) -> None:
    before = state(checked / ".curalign")
    mine = check(checked).report
    with another_user(tmp_path / "other user"):
        done = here("check", checked, "--format", "json", *HASHING)
        assert done.report == mine
        (line,) = done.err.splitlines()
        assert "was not made by you on this computer" in line
        assert line.startswith("curalign: ")
        assert state(checked / ".curalign") == before
        assert here("report", checked, "--format", "json").report == mine


def test_a_forged_run_is_never_taken_up(checked: Path, tmp_path: Path) -> None:
    """The stranger knows all about a run but the user's key, and has had the user's home in their hands."""
    mine = check(checked).report
    (run,) = (checked / ".curalign" / "runs").iterdir()
    theirs = make(tmp_path / "theirs", {"curriculum/seeds.md": None, "curriculum/rulers.md": None, "units/u.md": "x"})
    with another_user(tmp_path / "other user"):
        check(theirs)
    (forged,) = (theirs / ".curalign" / "runs").iterdir()
    manifest = json.loads((forged / "manifest.json").read_text("utf-8"))
    own = json.loads((run / "manifest.json").read_text("utf-8"))
    for path in forged.iterdir():
        shutil.copy(path, run / path.name)
    seal = {"run": own["run"], "fingerprint": own["fingerprint"], "seal": manifest["seal"]}
    (run / "manifest.json").write_text(json.dumps(manifest | seal, indent=1, ensure_ascii=False), encoding="utf-8")
    here("report", checked).assert_refused("not written by you on this computer", "curalign check")
    done = here("check", checked, "--format", "json", *HASHING)
    assert done.report == mine
    assert "passed over" in done.err
    assert len(done.err.splitlines()) == 1


def test_vectors_of_another_user_are_never_taken(
    checked: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    mine = check(checked).report
    theirs = make(tmp_path / "theirs")
    with another_user(tmp_path / "other user"):
        check(theirs)
    with closing(sqlite3.connect(theirs / ".curalign" / "vectors.sqlite")) as vectors, vectors:
        (row,) = vectors.execute("SELECT row FROM vectors_2 LIMIT 1").fetchone()
        vectors.execute("UPDATE vectors_2 SET row = ?", (row,))
    shutil.copy(theirs / ".curalign" / "vectors.sqlite", checked / ".curalign" / "vectors.sqlite")
    shutil.rmtree(checked / ".curalign" / "runs")
    assert check(checked).report == mine
    assert "vectors were damaged, or not made by you" in caplog.text
    caplog.clear()
    shutil.rmtree(checked / ".curalign" / "runs")
    assert check(checked).report == mine
    assert caplog.text == ""


def test_a_journal_that_names_a_file_to_delete_deletes_nothing(checked: Path, precious: Path) -> None:
    """SQLite rolls a journal back, and then deletes the file that it names as the one above it."""
    vectors = checked / ".curalign" / "vectors.sqlite"
    with closing(sqlite3.connect(vectors)) as one:
        one.execute("PRAGMA journal_mode = DELETE")
    mark, name = bytes.fromhex("d9d505f920a163d7"), os.fsencode(precious / "notes.txt")
    page = len(vectors.read_bytes()) // 4096
    head = mark + struct.pack(">IIIII", 0, 0, page, 512, 4096)
    above = struct.pack(">I", 2**30 // 4096 + 1) + name + struct.pack(">II", len(name), sum(name)) + mark
    vectors.with_name("vectors.sqlite-journal").write_bytes(head.ljust(512, b"\0") + above)
    shutil.rmtree(checked / ".curalign" / "runs")
    assert check(checked).code in (0, 1)
    assert (precious / "notes.txt").exists()


def test_a_district_that_was_deleted_is_not_made_again(tmp_path: Path) -> None:
    folder = make(tmp_path / "d")
    assert check(folder).code in (0, 1)
    shutil.rmtree(folder)
    check(folder).assert_refused("no such folder")
    here("report", folder).assert_refused("no such folder")
    here("runs", "prune", folder).assert_refused("no such folder")
    assert not folder.exists()


@posix
def test_only_their_owner_may_read_runs_vectors_key_and_reports(tmp_path: Path) -> None:
    folder, page = make(tmp_path / "d"), tmp_path / "page.html"
    before = os.umask(0)
    try:
        user = tmp_path / "user"
        done = here("check", folder, "-o", page, *HASHING, CURALIGN_USER_FOLDER=str(user))
        other = here("check", folder, "--cache", tmp_path / "a" / "b", *HASHING, CURALIGN_USER_FOLDER=str(user))
    finally:
        os.umask(before)
    assert (done.code, other.code) == (1, 1)
    kept = [folder / ".curalign", *(folder / ".curalign").rglob("*"), user, user / "key"]
    kept += [tmp_path / "a" / "b", *(tmp_path / "a" / "b").rglob("*"), page]
    assert len(kept) > 20
    for path in kept:
        assert stat.S_IMODE(path.lstat().st_mode) == (0o700 if path.is_dir() else 0o600), path


KEY = """
import sys
from pathlib import Path
from curalign.seals import user_key
while not Path(sys.argv[1]).exists(): pass
key = user_key()
print(key.secret.hex() if not key.trouble else key.trouble)
"""


def test_processes_that_make_the_key_at_once_agree(tmp_path: Path) -> None:
    root = str(Path(__file__).resolve().parents[2])
    environment = {**os.environ, "PYTHONPATH": root, "CURALIGN_USER_FOLDER": str(tmp_path / "user")}
    started = [
        subprocess.Popen([sys.executable, "-c", KEY, str(tmp_path / "go")], env=environment, stdout=subprocess.PIPE)
        for _ in range(6)
    ]
    (tmp_path / "go").touch()
    answers = {each.communicate(timeout=60)[0].strip() for each in started}
    assert len(answers) == 1
    assert answers == {(tmp_path / "user" / "key").read_bytes().hex().encode()}
    assert [path.name for path in (tmp_path / "user").iterdir()] == ["key"]


@pytest.mark.parametrize("trouble", ["not a key", "a folder", "no place"])
def test_without_a_key_a_check_works_and_keeps_nothing(tmp_path: Path, trouble: str) -> None:
    folder, user = make(tmp_path / "d"), tmp_path / "user"
    if trouble == "no place":
        user.write_text("a file", encoding="utf-8")
    else:
        user.mkdir()
        (user / "key").mkdir() if trouble == "a folder" else (user / "key").write_bytes(b"short")
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    places = {"CURALIGN_USER_FOLDER": str(user), **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(temporary))}
    done = process("check", folder, "--format", "json", *HASHING, **places)
    assert done.report == check(folder, "--cache", tmp_path / "kept").report
    (line,) = done.err.splitlines()
    assert "Nothing is kept" in line
    assert "key" in line
    here("report", folder, **places).assert_refused("no run can be read back", "key")
    assert not (folder / ".curalign").exists()
    assert list(temporary.iterdir()) == []


def test_homes_that_are_made_at_once_are_one(tmp_path: Path) -> None:
    folder = tmp_path / "d"
    folder.mkdir()
    ready, homes = threading.Barrier(8), []

    def ask() -> None:
        ready.wait()
        homes.append(home_of(folder))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert homes == [folder / ".curalign"] * 8
    assert sorted(path.name for path in (folder / ".curalign").iterdir()) == [".gitignore", "made-by-curalign"]


def test_a_link_is_told_from_what_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    link(tmp_path / "link", tmp_path / "folder")
    things = [entry_at(tmp_path / name) for name in ("folder", "file", "link", "none", "file/below")]
    assert things == ["folder", "file", "link", "nothing", "nothing"]
    assert user_key().trouble == ""
