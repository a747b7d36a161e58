"""Real districts: every lesson is its own passage under its own heading."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from segmented import without_spaces

from curalign.domain.materials import Role
from curalign.reading import read_district
from curalign.segmenting import find_unjudgeable, segment


@pytest.mark.parametrize("name", ["math_grade_2", "ela_grade_3"])
def test_every_lesson_starts_its_own_passage(bench: Path, name: str) -> None:
    folder = bench / "districts" / name
    district = read_district(folder)
    passages = segment(district.materials)
    with (folder / "labels.csv").open(encoding="utf-8", newline="") as file:
        lessons = {(row["file"], row["lesson"]) for row in csv.DictReader(file)}
    for path, lesson in sorted(lessons):
        under = [
            p
            for p in passages
            if p.material.path.endswith(path) and p.headings and p.headings[-1].startswith(f"Lesson {lesson}:")
        ]
        assert len(under) == 1, (path, lesson)
        assert under[0].role.teaches
    assert find_unjudgeable(district.materials, passages) == ()


def test_the_sample_district_tiles_and_its_pacing_guides_are_plans(maple_valley_once: Path) -> None:
    district = read_district(maple_valley_once)
    passages = segment(district.materials)
    for material in district.materials:
        text = "".join(block.text for section in material.sections for block in section.blocks)
        found = "".join(p.text for p in passages if p.material is material)
        assert without_spaces(found) == without_spaces(text)
    paced = {p.role for p in passages if "Pacing" in p.material.path}
    assert paced <= {Role.PLAN, Role.BOILERPLATE}
    assert {p.role for p in passages} == set(Role) - {Role.CLAIM}
