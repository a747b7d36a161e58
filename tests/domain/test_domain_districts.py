"""A district can be looked at in part."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import standard

from curalign.domain.districts import District
from curalign.domain.materials import Kind, Material
from curalign.domain.standards import Framework
from curalign.errors import DistrictError

MATH, SCIENCE, ANY = (replace(standard(c), subject=s) for c, s in (("M", "Mathematics"), ("S", "Science"), ("A", "")))
NORTH, SOUTH, ALL = (Material(f"{school}.md", Kind.UNIT, "", school=school) for school in ("North", "Northside", ""))
DISTRICT = District("Pond Hill", Framework((MATH, SCIENCE, ANY)), (NORTH, SOUTH, ALL))


def test_nothing_asked_changes_nothing() -> None:
    assert DISTRICT.narrowed() == DISTRICT


@pytest.mark.parametrize("name", ["Mathematics", "mathematics", "math"])
def test_a_subject_keeps_its_standards_and_those_without_one(name: str) -> None:
    assert DISTRICT.narrowed(subjects=[name]).framework.standards == (MATH, ANY)


def test_a_schools_own_name_goes_before_names_that_start_with_it() -> None:
    assert DISTRICT.narrowed(schools=["north"]).materials == (NORTH, ALL)
    assert DISTRICT.narrowed(schools=["norths"]).materials == (SOUTH, ALL)


def test_an_unknown_name_is_told_which_there_are() -> None:
    with pytest.raises(DistrictError, match="Mathematics, Science"):
        DISTRICT.narrowed(subjects=["art"])
    with pytest.raises(DistrictError, match="North, Northside"):
        DISTRICT.narrowed(schools=["east"])
