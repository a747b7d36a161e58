"""A run comes back from disk as it was, and a run that was cut off is not one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from builders import Said, align, pd, standard, unit
from hypothesis import given, settings
from hypothesis import strategies as st

from curalign.covering import measure_coverage
from curalign.domain.guarantees import Bound, Guarantee
from curalign.domain.links import Thresholds
from curalign.domain.problems import Problem
from curalign.domain.results import Result
from curalign.errors import RunError
from curalign.finding import find_gaps
from curalign.storage import Run, find_run, home_of, latest_run, load_run, run_id, save_run
from curalign.wording import Facts

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


def saved(home: Path, run: Run) -> Path:
    coverage = measure_coverage(run.alignment)
    return save_run(home, run, coverage, find_gaps(coverage))


def a_run(
    name: str = "2026-11-23T120000Z-abcdef", fingerprint: str = "sha256:abcdef", text: str = "They measure."
) -> Run:
    alignment = align(
        [standard("A.1"), standard("A.2")],
        unit("curriculum/u.md", Said(text, {"A.1": 0.9, "A.2": 0.2}, elsewhere={"A.2": 0.6}, cites=("A.1", "X.9"))),
        pd("pd/p.md", Said("We talk.", {"A.1": 0.6})),
        grades="3",
    )
    results = (Result("q1", "A.1", 1.0, 40, 0.5),)
    made_with = {"judging": {"full": 0.5}}, {"curriculum/u.md": "00ff"}, {"numpy": "2.0"}
    return Run(name, "Pond Hill", fingerprint, alignment, results, *made_with)


def test_a_run_comes_back_as_it_was(tmp_path: Path) -> None:
    run = a_run()
    assert load_run(saved(tmp_path, run)) == run


def test_a_guarantee_comes_back_with_the_thresholds_that_it_raised(tmp_path: Path) -> None:
    run = a_run()
    thresholds = Thresholds(0.8, 0.5, (("math", Thresholds(0.8, 0.7)),))
    promised = replace(
        run.alignment,
        links=replace(run.alignment.links, thresholds=thresholds),
        off_grade=replace(run.alignment.off_grade, thresholds=thresholds),
        guarantee=Guarantee(0.1, (Bound("math", 9, 9, 0.7, 0.9), Bound("art", 2, 9))),
    )
    run = replace(run, alignment=promised)
    assert load_run(saved(tmp_path, run)) == run


def test_a_run_holds_facts_and_words_them_when_it_is_read(tmp_path: Path) -> None:
    short = Problem("F303", "curriculum/u.md", trouble="too-little-text", facts=Facts(words=3))
    told = Problem(
        "F301", "v.zip", trouble="damaged", facts=Facts(kind="document", member="v.pdf"), place="v.pdf, p. 2"
    )
    run = a_run()
    run = replace(run, alignment=replace(run.alignment, problems=(short, told)))
    folder = saved(tmp_path, run)
    assert load_run(folder) == run
    findings = pq.read_table(folder / "findings.parquet").to_pylist()
    assert "message" not in findings[0]
    assert {"code", "severity", "standard", "file", "place", "sentence", "facts"} <= set(findings[0])
    facts = {row["sentence"]: json.loads(row["facts"]) for row in findings}
    assert facts["too-little-text"] == {"words": 3}
    manifest = (folder / "manifest.json").read_text(encoding="utf-8")
    assert "too little to judge" not in manifest
    assert "is damaged" not in manifest
    assert [problem.message for problem in load_run(folder).alignment.problems if problem.file == "v.zip"] == [
        "v.pdf is damaged or cut short; open it, and save it again as docx or pdf."
    ]


@settings(max_examples=25, deadline=None)
@given(text=TEXT)
def test_whatever_the_text_says_it_comes_back(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    run = a_run(text=text)
    assert load_run(saved(tmp_path_factory.mktemp("run"), run)) == run


def test_a_run_is_named_by_its_time_and_its_fingerprint() -> None:
    assert run_id("sha256:3f9a1c77", NOW) == "2026-11-23T120000Z-3f9a1c"


def test_a_run_holds_the_promised_files(tmp_path: Path) -> None:
    names = {path.name for path in saved(tmp_path, a_run()).iterdir()}
    assert {"links.parquet", "coverage.parquet", "findings.parquet", "manifest.json"} <= names


def test_without_its_manifest_a_run_does_not_exist(tmp_path: Path) -> None:
    (saved(tmp_path, a_run()) / "manifest.json").unlink()
    assert find_run(tmp_path, "sha256:abcdef") is None
    with pytest.raises(RunError, match="no run yet"):
        latest_run(tmp_path)


def test_a_damaged_run_is_passed_over_when_looked_for_and_named_when_asked_for(tmp_path: Path) -> None:
    folder = saved(tmp_path, a_run())
    (folder / "links.parquet").write_bytes(b"no parquet")
    assert find_run(tmp_path, "sha256:abcdef") is None
    with pytest.raises(RunError, match="damaged"):
        load_run(folder)


def test_a_run_of_another_format_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as later_version:
        later_version.setattr("curalign.storage.manifests.FORMAT", 99)
        folder = saved(tmp_path, a_run())
    with pytest.raises(RunError, match="format 99"):
        load_run(folder)


def test_the_newest_run_with_the_fingerprint_is_found(tmp_path: Path) -> None:
    saved(tmp_path, a_run("2026-11-23T120000Z-abcdef"))
    saved(tmp_path, a_run("2026-11-24T120000Z-abcdef"))
    saved(tmp_path, a_run("2026-11-25T120000Z-ffffff", "sha256:ffffff"))
    found = find_run(tmp_path, "sha256:abcdef")
    assert found is not None
    assert found.id == "2026-11-24T120000Z-abcdef"
    assert latest_run(tmp_path).id == "2026-11-25T120000Z-ffffff"


def test_the_folder_itself_is_home_and_stays_out_of_version_control(tmp_path: Path) -> None:
    home = home_of(tmp_path)
    assert home == tmp_path / ".curalign"
    assert (home / ".gitignore").read_text() == "*\n"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="drops root's privileges, so it needs them")
def test_a_folder_that_cannot_be_written_to_is_served_by_the_users_cache(tmp_path: Path) -> None:
    folder = tmp_path / "district"
    folder.mkdir(mode=0o555)
    cache = tmp_path / "cache"
    cache.mkdir(mode=0o777)
    cache.chmod(0o777)
    for parent in (tmp_path, *tmp_path.parents):
        if parent.stat().st_uid == 0 and "pytest" in str(parent):
            parent.chmod(0o755)
    code = (
        "import os, sys; from pathlib import Path; import curalign.storage as s, platformdirs;"
        "platformdirs.user_cache_path('x'); os.setuid(65534); print(s.home_of(Path(sys.argv[1])))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "XDG_CACHE_HOME": str(cache), "XDG_DATA_HOME": str(cache), "HOME": str(cache)},
    )
    assert done.stdout.startswith(str(cache))


@pytest.mark.parametrize("fits", [{}, {"A.1": 0.9}])
@pytest.mark.parametrize("elsewhere", [{}, {"A.2": 0.6}])
def test_a_run_without_links_of_a_kind_comes_back_too(
    tmp_path: Path, fits: dict[str, float], elsewhere: dict[str, float]
) -> None:
    document = unit("curriculum/u.md", Said("They measure.", fits, elsewhere=elsewhere))
    alignment = align([standard("A.1"), standard("A.2")], document, grades="3")
    run = Run("2026-11-23T120000Z-abcdef", "Pond Hill", "sha256:abcdef", alignment)
    assert load_run(saved(tmp_path, run)) == run
