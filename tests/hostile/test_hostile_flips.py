"""One bit of any file of a home is another: a report is refused or the same, and the next check says the same bytes."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest
from hostile_folders import Done, check, here, make

FLIPS = 9
"""In each of a home's 13 files: over a hundred in all."""

FILES = (
    "made-by-curalign",
    ".gitignore",
    "latest",
    "vectors.sqlite",
    *(
        f"run/{name}"
        for name in (
            *("claims.parquet", "coverage.parquet", "findings.parquet", "framework.json"),
            *("links.parquet", "made-by-curalign", "manifest.json", "materials.json", "passages.parquet"),
        )
    ),
)


@pytest.fixture(scope="module")
def checked_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = make(tmp_path_factory.mktemp("flips") / "d")
    check(folder)
    return folder


def file_of(folder: Path, name: str) -> Path:
    (run,) = (folder / ".curalign" / "runs").glob("2*")
    return run / name[4:] if name.startswith("run/") else folder / ".curalign" / name


def words_of(done: Done) -> str:
    """The bytes of a report without the name of the run, which holds a time."""
    assert done.code in (0, 1), done.err
    head, _, rest = done.out.partition('"run": "')
    return head + rest.partition('"')[2]


def test_the_files_are_all_that_a_home_has(checked_once: Path) -> None:
    files = {path for path in (checked_once / ".curalign").rglob("*") if path.is_file()}
    assert files == {file_of(checked_once, name) for name in FILES}


@pytest.mark.parametrize("name", FILES)
def test_a_flipped_bit_changes_no_answer(checked_once: Path, tmp_path: Path, name: str) -> None:
    expected = words_of(check(checked_once))
    moment = random.Random(name)
    for number in range(FLIPS):
        folder = Path(shutil.copytree(checked_once, tmp_path / str(number) / "d"))
        path = file_of(folder, name)
        content = bytearray(path.read_bytes())
        content[moment.randrange(len(content))] ^= 1 << moment.randrange(8)
        path.write_bytes(content)
        if name == "vectors.sqlite":
            shutil.rmtree(folder / ".curalign" / "runs")
        else:
            report = here("report", folder, "--format", "json")
            assert report.code == 2 or words_of(report) == expected
            assert report.code == 0 or "curalign check" in report.err
        assert words_of(check(folder)) == expected
        assert words_of(here("report", folder, "--format", "json")) == expected
