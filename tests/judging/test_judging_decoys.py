"""Decoys are judged beside a district's standards, and change nothing of what these reach."""

from __future__ import annotations

import re

import pytest

import curalign as ca
from curalign.domain.chances import chance_level
from curalign.domain.links import Alignment
from curalign.domain.materials import Block, Kind, Material, Section
from curalign.domain.standards import Framework, Standard
from curalign.judging import load_decoys

STANDARDS = Framework(
    (
        Standard("m", "3.M", "Measure lengths to a quarter inch and show them on a line plot", "Ours", ("3",)),
        Standard("p", "3.P", "Find the perimeter of polygons with given side lengths", "Ours", ("3",)),
    )
)
LESSON = "Pupils measure ribbons to the nearest quarter inch and mark each length on a line plot on the board."
TRADE = "On the lift the group changes brake pads and measures the runout of each rotor with a dial gauge."


@pytest.fixture(scope="module")
def aligner() -> ca.Aligner:
    return ca.Aligner()


def aligned(aligner: ca.Aligner, *texts: str) -> Alignment:
    sections = tuple(Section((f"Lesson {n}",), (Block(text),)) for n, text in enumerate(texts, 1))
    return aligner.align(STANDARDS, [Material("u.md", Kind.UNIT, "U", grades=("3",), sections=sections)])


def test_there_are_enough_of_them_and_each_says_something() -> None:
    decoys = load_decoys()
    assert len(decoys) >= 80
    assert len({decoy.code for decoy in decoys}) == len({decoy.statement for decoy in decoys}) == len(decoys)
    assert all(len(re.findall(r"\w+", decoy.statement)) >= 6 for decoy in decoys)


def test_no_report_names_one(aligner: ca.Aligner) -> None:
    alignment = aligned(aligner, LESSON, TRADE)
    assert {link.standard.code for link in alignment.links} <= {"3.M", "3.P"}
    assert len(alignment.chances[(Kind.UNIT, ""), ("3",)]) == len(load_decoys())


def test_what_is_about_a_decoy_raises_the_chance(aligner: ca.Aligner) -> None:
    key = ((Kind.UNIT, ""), ("3",))
    few, more = (chance_level(aligned(aligner, *texts).chances[key]) for texts in ((LESSON,), (LESSON, TRADE)))
    assert few is not None
    assert more is not None
    assert few < more


def test_more_passages_never_lower_a_level_and_lower_no_probability_by_more_than_chance(aligner: ca.Aligner) -> None:
    key = ((Kind.UNIT, ""), ("3",))
    before, after = (aligned(aligner, *texts) for texts in ((LESSON,), (LESSON, TRADE)))
    one, other = (ca.measure_coverage(each).reaches[0].taught for each in (before, after))
    low, high = (chance_level(each.chances[key]) for each in (before, after))
    assert one is not None
    assert other is not None
    assert low is not None
    assert high is not None
    slope = dict(before.calibrations)[Kind.UNIT].slope
    assert one / (1 - one) <= other / (1 - other) * 2.7183 ** (slope * (high - low)) * 1.001
