"""The districts in the repository are what their sources build, and the planned ones are whole and can be read."""

from __future__ import annotations

import base64
import csv
import re
import subprocess
import sys
import zipfile
import zlib
from collections import Counter
from pathlib import Path

import pytest
from sample_districts import (
    PLANNED_GRADE_6,
    PLANNED_GRADE_7,
    PLANNED_GRADE_8,
    PLANNED_GRADES_9_10,
    PLANNED_GRADES_11_12,
    ROOT,
)

import curalign as ca
from curalign.domain.districts import District

CORPORA = ROOT / "corpora"


@pytest.fixture(
    scope="module",
    params=[PLANNED_GRADE_6, PLANNED_GRADE_7, PLANNED_GRADE_8, PLANNED_GRADES_9_10, PLANNED_GRADES_11_12],
    ids=lambda folder: folder.name,
)
def planned(request: pytest.FixtureRequest) -> Path:
    folder: Path = request.param
    return folder


@pytest.fixture(scope="module")
def district(planned: Path) -> District:
    return ca.read_district(planned)


@pytest.fixture(scope="module")
def truth(planned: Path) -> list[dict[str, str]]:
    with (planned / "truth.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every district, built anew beside the repository."""
    for library in ("docx", "odf", "pptx", "reportlab"):
        pytest.importorskip(library, reason="building needs the `corpora` extra")
    folder = tmp_path_factory.mktemp("built")
    subprocess.run([sys.executable, str(CORPORA / "build.py"), "--out", str(folder)], check=True, timeout=300)
    return folder


def files(folder: Path) -> dict[str, Path]:
    """Relative name to path, without what a check left behind."""
    found = (path for path in folder.rglob("*") if path.is_file())
    names = {path.relative_to(folder).as_posix(): path for path in found}
    return {name: path for name, path in names.items() if ".curalign" not in name}


def contents(path: Path) -> object:
    """A file as it was before deflate, whose bytes differ from one build of zlib to the next."""
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as container:
            return {name: container.read(name) for name in container.namelist()}
    if path.suffix == ".pdf":
        streams = re.findall(rb"stream\n(.*?)\n?endstream", path.read_bytes(), re.DOTALL)
        return [zlib.decompress(base64.a85decode(s[:-2])) if s.endswith(b"~>") else s for s in streams]
    return path.read_bytes()


@pytest.mark.parametrize(
    "name",
    [
        "maple-valley",
        "maple-valley-csv",
        "planned-grade-6",
        "planned-grade-7",
        "planned-grade-8",
        "planned-grades-9-10",
        "planned-grades-11-12",
    ],
)
def test_a_district_is_what_its_sources_build(built: Path, name: str) -> None:
    shipped, fresh = files(CORPORA / name), files(built / name)
    assert shipped.keys() == fresh.keys()
    assert [file for file in shipped if contents(shipped[file]) != contents(fresh[file])] == []


def test_the_truth_has_one_row_for_each_counted_standard(district: District, truth: list[dict[str, str]]) -> None:
    counted = {standard.code for standard in district.framework if district.framework.counts(standard)}
    assert len(counted) >= 110
    assert Counter(row["code"] for row in truth) == Counter(counted)


def test_the_truth_names_documents_for_whatever_is_taught_or_named(
    district: District, truth: list[dict[str, str]]
) -> None:
    names = {Path(material.path).name for material in district.materials if material.kind == "unit"}
    assert {row["truth"] for row in truth} == {"full", "partial", "list", "none"}
    for row in truth:
        places = set(row["where"].split("|")) - {""}
        assert places <= names
        assert bool(places) is (row["truth"] != "none")


def test_every_document_of_a_planned_district_is_read(district: District) -> None:
    assert {material.kind for material in district.materials} == {"unit", "pd"}
    troubles = [problem.trouble for material in district.materials for problem in material.problems]
    assert set(troubles) <= {"people-left-out"}  # who is who at a school is not read
    assert [material.path for material in district.materials if not material.sections] == []
    assert district.problems == ()
    assert len({Path(material.path).suffix for material in district.materials}) == 7


def test_no_hint_of_the_truth_stands_in_a_document(district: District) -> None:
    blocks = [block.text for m in district.materials for section in m.sections for block in section.blocks]
    assert blocks
    assert [text for text in blocks if "<!--" in text or "teaches:" in text] == []
