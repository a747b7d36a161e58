"""What every room's tests may use. Its being here also lets any test `from builders import ...`."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsers import browser  # noqa: F401  # a fixture
from hypothesis import settings
from sample_districts import BENCH, MAPLE_VALLEY, write_district

import curalign as ca
from curalign.wording.catalogue import STRICT

# Machines differ, laws do not. `--hypothesis-profile=thorough` tries more, and takes its time.
settings.register_profile("curalign", deadline=None, max_examples=40)
settings.register_profile("thorough", deadline=None, max_examples=300)
settings.load_profile("curalign")


os.environ[STRICT] = "1"  # here, before any module says something, and for every process that a test starts

LONGEST = (
    "test_hostile_every_file.py",
    "test_documentation.py",
    "test_hostile_interrupts.py",
    "test_training_encoders.py",
    "test_hostile_flips.py",
)
"""Files that take half a minute and more: they come first, so that no worker ends alone with one of them."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: LONGEST.index(item.path.name) if item.path.name in LONGEST else len(LONGEST))


def pytest_make_parametrize_id(val: object) -> str | None:
    """Content of bytes names no test: a packed file may hold the time, and names would differ between workers."""
    return f"{len(val)} bytes" if isinstance(val, bytes) else None


@pytest.fixture(scope="session", autouse=True)
def folders_of_the_user(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where keys and caches go while tests run, in every process: never among those of whoever runs them."""
    folder = tmp_path_factory.mktemp("user")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("DATA", "CACHE", "CONFIG", "STATE"):
            patch.setenv(f"XDG_{name}_HOME", str(folder / name.lower()))
        if sys.platform != "linux":  # elsewhere the system is asked and not the environment
            patch.setenv("CURALIGN_USER_FOLDER", str(folder))
        yield folder


@pytest.fixture(scope="session")
def bench() -> Path:
    """The folder of real data; a test that needs it skips where it is absent."""
    if not BENCH.is_dir():
        pytest.skip("needs the real data in ../shared/bench, which is not part of this repository")
    return BENCH


@pytest.fixture(scope="session")
def maple_valley_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sample district that all tests share: they may check it, and change nothing."""
    folder = tmp_path_factory.mktemp("districts") / "maple-valley"
    shutil.copytree(MAPLE_VALLEY, folder, ignore=shutil.ignore_patterns(".curalign"))
    return folder


@pytest.fixture(scope="session")
def maple_valley_checked(maple_valley_once: Path) -> Path:
    """The same, with a run of its check, which every further check of it or of a copy takes up."""
    ca.check(maple_valley_once)
    return maple_valley_once


POND_HILL = {
    "standards/standards.csv": "code,statement,grades,subject,parent\n"
    "PH.1,Measure the length of an object with a ruler in centimeters,3,math,\n"
    "PH.2,Describe how a plant grows from a seed,3,science,\n"
    "PH.3,Tell and write time to the nearest minute on an analog clock,3,math,\n",
    "curriculum/grade 3 measuring.md": "# Measuring, Grade 3\n\n## Lesson 1: Rulers\n\n"
    "Pupils lay a centimeter ruler along pencils and books, start at zero, and write down how long each "
    "object is. They compare two lengths and explain how they measured.\n",
    "curriculum/grade 3 seeds.md": "# From seed to plant, Grade 3\n\n## Lesson 1: Planting beans\n\n"
    "Pupils plant bean seeds in wet cotton, draw each day how the root and the stem grow, and tell in order "
    "how a seed becomes a plant.\n",
    "pd/measuring workshop.md": "# Workshop: measuring with rulers\n\nTeachers practise how to help pupils "
    "who start at one rather than at zero when they measure the length of an object with a ruler.\n",
}
"""Two standards taught, one not; one PD document that supports one of them."""


@pytest.fixture
def small_district(tmp_path: Path) -> Path:
    """Pond Hill, which was never checked."""
    return write_district(tmp_path / "pond-hill", POND_HILL)


@pytest.fixture(scope="session")
def small_district_checked_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pond Hill and its check, which all tests share and none changes."""
    folder = write_district(tmp_path_factory.mktemp("districts") / "pond-hill", POND_HILL)
    ca.check(folder)
    return folder


@pytest.fixture
def checked_district(small_district_checked_once: Path, tmp_path: Path) -> Path:
    """Pond Hill with a run of its check, for tests of what comes after one."""
    return Path(shutil.copytree(small_district_checked_once, tmp_path / "pond-hill"))
