"""Whatever stands in curalign.toml, it is taken or refused in a sentence that names the file, the key and the mend."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hostile_folders import check, make
from hypothesis import given
from hypothesis import strategies as st

from curalign.errors import CuralignError
from curalign.settings import load_settings


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[reading]\nseconds = nan", "reading.seconds"),
        ("[reading]\nseconds = inf", "reading.seconds"),
        ("[reading]\nseconds = 1e308", "reading.seconds"),
        ("[reading]\nseconds = 0", "reading.seconds"),
        ("[reading]\nseconds = '60'", "reading.seconds"),
        ("[reading]\nseconds = true", "reading.seconds"),
        ("[reading]\nworkers = 100000", "reading.workers"),
        ("[reading]\nworkers = -1", "reading.workers"),
        ("[reading]\nmegabytes = 1", "reading.megabytes"),
        ("[reading]\nmegabytes = 99999999999999999999", "reading.megabytes"),
        ("[segmenting]\nwords = 0", "segmenting.words"),
        ("[segmenting]\nwords = 99999999999999", "segmenting.words"),
        ("[judging]\nfull = 0.2\npartial = 0.8", "partial (0.8) must not be above full (0.2)"),
        ("[judging]\nfull = nan", "judging.full"),
        ("[judging]\nfull = 1.01", "judging.full"),
        ("[judging]\nfull = true", "judging.full"),
        ("[judging]\nfull = '0.5'", "judging.full"),
        ("[matching]\nfloor = nan", "matching.floor"),
        ("[matching]\nfloor = inf", "matching.floor"),
        ("[matching]\nfloor = -1e300", "matching.floor"),
        ("[matching]\nflor = 1.0", "did you mean floor"),
        ("[district]\nname = 3", "district.name"),
        ('[district]\ngrades = "3"', "list in square brackets"),
        ('[district]\ngrades = ["99"]', "'99' is not a grade"),
        ('[district]\ncurriculum = ["../../etc"]', "inside the district's folder"),
        ('[district]\ncurriculum = ["/etc"]', "inside the district's folder"),
        ('[district]\ncurriculum = ["C:\\\\Units"]', "inside the district's folder"),
        ('[district]\ncurriculum = [""]', "inside the district's folder"),
        ('[district]\ncurriculum = ["Units\\Grade 3"]', "write / instead of \\"),
        ("[district]\nschools = true", "'none' or 'subfolders'"),
        ('[finding]\nfail_on = "x"', "finding.fail_on"),
        ("x = " + "[" * 100_000, "not valid TOML"),
        ("x = " + "1" * 5000, "not valid TOML"),
        ("[district]\n[district]", "line 2"),
        (b"\xff\xfe[", "UTF-8"),
        (b"\0", "not valid TOML"),
    ],
)
def test_a_hostile_value_is_refused_in_a_sentence(tmp_path: Path, text: str | bytes, says: str) -> None:
    folder = make(tmp_path, {"curalign.toml": text})
    check(folder).assert_refused("curalign.toml", says)
    assert not (folder / ".curalign").exists()


@pytest.mark.parametrize(
    "text",
    [
        '[district]\ncurriculum = ["Content\\\\Units"]',
        '[district]\ncurriculum = ["./content/units/"]',
        "[district]\ncurriculum = ['Content\\Units']",
        '\ufeff[district]\r\ncurriculum = ["content/units"]\r\n',
    ],
)
def test_a_folder_may_be_written_as_windows_writes_it(tmp_path: Path, text: str) -> None:
    units = {"curriculum/seeds.md": None, "curriculum/rulers.md": None, "Content/Units/u.md": "# Rulers\n\nMeasure."}
    assert check(make(tmp_path, {**units, "curalign.toml": text})).code in (0, 1)


def test_a_threshold_that_passes_the_judges_own_is_refused(tmp_path: Path) -> None:
    check(make(tmp_path, {"curalign.toml": "[judging]\npartial = 1.0"})).assert_refused("above full")


def test_a_code_that_is_none_is_refused(tmp_path: Path) -> None:
    check(make(tmp_path, {"curalign.toml": '[finding]\nignore = ["U999"]'})).assert_refused("U999", "U101")


@pytest.mark.parametrize(
    "judge",
    [
        "{}",
        "[]",
        "[" * 100_000,
        '{"format": 1, "encoder": "any", "intercept": 0, "weights": [], "thresholds": {"full": 1, "partial": 0}}',
        '{"format": 1, "encoder": "any", "intercept": 0, "weights": {"luck": 1}, '
        '"thresholds": {"full": 1, "partial": 0}}',
        '{"format": 1, "encoder": "any", "intercept": NaN, "weights": {}, "thresholds": {"full": 1, "partial": 0}}',
        '{"format": 1, "encoder": "any", "intercept": 0, "weights": {}, "thresholds": {"full": 0, "partial": 1}}',
    ],
)
def test_a_judge_that_makes_no_sense_is_refused(tmp_path: Path, judge: str) -> None:
    folder = make(tmp_path / "d", {"curalign.toml": "[judging]\njudge = 'judge.json'", "judge.json": judge})
    check(folder, "--allow-folder-models").assert_refused("judge", "train it again")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_or_a_folder_in_the_settings_place_holds_nothing_up(tmp_path: Path) -> None:
    folder = make(tmp_path, {"curalign.toml": None})
    os.mkfifo(folder / "curalign.toml")
    check(folder).assert_refused("curalign.toml", "is not a file")
    (folder / "curalign.toml").unlink()
    (folder / "curalign.toml").mkdir()
    check(folder).assert_refused("curalign.toml", "is not a file")


@given(st.binary(max_size=200))
def test_any_bytes_are_settings_or_a_sentence(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    folder = tmp_path_factory.mktemp("settings")
    (folder / "curalign.toml").write_bytes(content)
    said = "curalign.toml"
    try:
        load_settings(folder)
    except CuralignError as error:
        said = str(error)
    assert "curalign.toml" in said
