"""Files that vanish or change and workers that are killed: what passes is never kept as an answer."""

from __future__ import annotations

import hashlib
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest
from hostile_folders import SEEDS, STANDARDS, check, make

from curalign.reading import read_district, survey_district
from curalign.reading.documents.processes import WorkerExtractor, extract_all
from curalign.settings import ReadingSettings
from curalign.storage import latest_run

WORKER = "curalign.reading.documents.worker"
LABELS = "file,lesson,codes\ncurriculum/seeds.md,,PH.2\n"
RESULTS = "item_id,standard_code,max_points,n,p_value\n1,PH.1,2,60,0.5\n"
STAGES = {
    "standards/standards.csv": STANDARDS.replace("from a seed", "from a seed to a flower"),
    "curriculum/seeds.md": SEEDS + "\nThey measure it with a ruler.\n",
    "labels.csv": LABELS.replace("PH.2", "PH.1"),
    "results/items.csv": RESULTS.replace("0.5", "0.6"),
}


def workers() -> list[psutil.Process]:
    found = []
    for child in psutil.Process().children(recursive=True):
        try:
            if any(WORKER in word for word in child.cmdline()):
                found.append(child)
        except psutil.Error:
            continue
    return found


@contextmanager
def meanwhile(act: Callable[[], None]) -> Iterator[None]:
    """Do this again and again in the background."""
    over = threading.Event()

    def again() -> None:
        while not over.wait(0.01):
            act()

    thread = threading.Thread(target=again)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def slow(path: Path, cells: int = 400_000) -> Path:
    """A page that takes a second or more to read."""
    path.write_text("<h1>Seeds</h1><p>Pupils plant a seed.</p><table><tr>" + "<td>a</td>" * cells)
    return path


def runs(folder: Path) -> int:
    return len(list((folder / ".curalign" / "runs").glob("*/manifest.json")))


@pytest.mark.parametrize("name", STAGES)
def test_a_file_that_changed_since_the_survey_is_answered_for_as_it_was_read(tmp_path: Path, name: str) -> None:
    folder = make(tmp_path / "d", {"labels.csv": LABELS, "results/items.csv": RESULTS})
    survey = survey_district(folder)
    (folder / name).write_text(STAGES[name], encoding="utf-8")
    district = read_district(survey)
    assert district.is_complete
    assert survey.as_read(district.inputs).fingerprint == survey_district(folder).fingerprint
    assert survey.fingerprint != survey_district(folder).fingerprint
    assert {m.path: m.sha256 for m in district.materials}.items() <= dict(district.inputs).items()


@pytest.mark.parametrize("name", [name for name in STAGES if not name.startswith("standards")])
def test_a_file_that_vanished_since_the_survey_is_a_passing_trouble(tmp_path: Path, name: str) -> None:
    folder = make(tmp_path / "d", {"labels.csv": LABELS, "results/items.csv": RESULTS})
    survey = survey_district(folder)
    (folder / name).unlink()
    district = read_district(survey)
    assert not district.is_complete
    (said,) = {p for p in (*district.problems, *(p for m in district.materials for p in m.problems)) if p.passing}
    assert (said.code, said.file) == ("F301", name)
    assert "cannot be opened, because it is gone" in said.message


def test_standards_that_vanished_since_the_survey_are_a_passing_trouble(tmp_path: Path) -> None:
    folder = make(tmp_path / "d", {"standards/more.csv": "code,statement\nX.1,Draw a house\n"})
    survey = survey_district(folder)
    (folder / "standards" / "more.csv").unlink()
    district = read_district(survey)
    assert not district.is_complete
    assert [(p.file, p.passing) for p in district.framework.problems] == [("standards/more.csv", True)]


@pytest.mark.parametrize("name", STAGES)
def test_a_file_that_never_stands_still_is_said_to_and_never_an_answer(tmp_path: Path, name: str) -> None:
    more = {"standards/more.csv": "code,statement\nX.1,Draw a house\n"}
    folder = make(tmp_path / "d", {"labels.csv": LABELS, "results/items.csv": RESULTS, **more})
    survey = survey_district(folder)
    written: list[str] = []

    def write() -> None:
        data = (STAGES[name] + "\n" * len(written)).encode()
        written.append(hashlib.sha256(data).hexdigest())
        (tmp_path / "draft").write_bytes(data)
        (tmp_path / "draft").replace(folder / name)

    write()
    with meanwhile(write):
        district = read_district(survey)
    assert len(written) > 1
    if district.is_complete:  # it was read between two changes, and answers for that moment
        assert district.inputs[name] in written
    else:
        everything = (
            *district.problems,
            *district.framework.problems,
            *(p for m in district.materials for p in m.problems),
        )
        (said,) = {problem for problem in everything if problem.passing}
        assert (said.file, said.message.partition(";")[0]) == (name, "changed while it was read")


@pytest.mark.skipif(os.name != "posix", reason="sends signals as POSIX does")
@pytest.mark.parametrize("moment", [0.0, 0.2, 1.2])
def test_a_worker_killed_once_costs_nothing(tmp_path: Path, moment: float) -> None:
    page = slow(tmp_path / "slow.html")
    killed: list[int] = []

    def kill_one() -> None:
        for worker in workers() if not killed else ():
            time.sleep(moment)
            worker.kill()
            killed.append(worker.pid)

    with meanwhile(kill_one):
        ((_, found),) = extract_all([page], ReadingSettings(workers=1))
    assert killed
    assert [problem.trouble for problem in found.problems] == ["wide-rows"]  # its one row is cut, killed or not
    assert found.sections


@pytest.mark.skipif(os.name != "posix", reason="sends signals as POSIX does")
@pytest.mark.parametrize(
    ("how", "passing"), [("SIGKILL", True), ("SIGTERM", True), ("SIGSEGV", False), ("SIGABRT", False)]
)
def test_who_ended_the_worker_decides_whether_that_is_an_answer(tmp_path: Path, how: str, passing: bool) -> None:
    page = slow(tmp_path / "slow.html", 3_000_000)

    def shoot() -> None:
        for worker in workers():
            if time.time() - worker.create_time() > 3:  # it has started, and reads
                worker.send_signal(getattr(signal, how))

    with WorkerExtractor(ReadingSettings()) as extractor:
        assert extractor.extract(slow(tmp_path / "short.html", 10)).sections
        with meanwhile(shoot):
            found = extractor.extract(page)
    (problem,) = found.problems
    assert (problem.code, problem.passing) == ("F301", passing)


def test_a_time_out_is_reported_and_never_taken_up(tmp_path: Path) -> None:
    folder = make(tmp_path / "d", {"curalign.toml": "[reading]\nworkers = 1\nseconds = 0.4\n"})
    slow(folder / "curriculum" / "slow.html", 2_000_000)
    first = check(folder).report
    said = [f["message"] for f in first["findings"] if f["file"] == "curriculum/slow.html"]
    assert any("took longer than 0.4 seconds" in message for message in said)
    assert not latest_run(folder / ".curalign").complete
    slow(folder / "curriculum" / "slow.html", 10)
    assert not any("took longer" in f["message"] for f in check(folder).report["findings"])
    slow(folder / "curriculum" / "slow.html", 2_000_000)
    before = runs(folder)
    assert check(folder).report == first
    assert runs(folder) == before + 1


def test_a_worker_killed_in_every_check_is_told_of_once_and_right_the_next_time(tmp_path: Path) -> None:
    if os.name != "posix":
        pytest.skip("sends signals as POSIX does")
    folder = make(tmp_path / "d")
    slow(folder / "curriculum" / "slow.html", 300_000)

    def kill() -> None:
        for worker in workers():
            worker.kill()

    with meanwhile(kill):
        done = check(folder)
    if done.code != 2:  # no worker could be started at all
        assert not latest_run(folder / ".curalign").complete
    again = check(folder).report
    assert not any(f["code"] == "F301" for f in again["findings"])
    assert latest_run(folder / ".curalign").complete
    before = runs(folder)
    assert check(folder).report == again
    assert runs(folder) == before
