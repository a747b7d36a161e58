"""Curves belong to the levels that they were fitted to: other levels need others, and a report says so."""

from __future__ import annotations

from dataclasses import replace

import pytest

import curalign as ca
from curalign.covering.summarising import summarise
from curalign.domain.levels import VERSION
from curalign.domain.links import Alignment
from curalign.domain.materials import Block, Kind, Material, Section
from curalign.domain.standards import Framework, Standard
from curalign.embedding import load_encoder
from curalign.judging import Judge, load_judge
from curalign.wording import say

FRAMEWORK = Framework(
    tuple(
        Standard(code.lower(), code, statement, "Ours", ("3",))
        for code, statement in {
            "3.M": "Measure lengths to the nearest quarter inch and show them on a line plot",
            "3.P": "Find the perimeter of polygons with given side lengths",
            "3.R": "Retell fables and folktales and name the lesson that each of them teaches",
        }.items()
    )
)


def unit(path: str, *sections: tuple[str, str]) -> Material:
    made = tuple(Section((heading,), tuple(Block(t) for t in text.split("\n"))) for heading, text in sections)
    return Material(path, Kind.UNIT, path, grades=("3",), sections=made)


LESSONS = unit(
    "lengths.docx",
    ("Lesson 1", "Pupils measure ribbons to the nearest quarter inch and mark each length on a line plot."),
    ("Lesson 2", "Walk around the garden bed. Add the lengths of all its sides. What is its perimeter?"),
    ("Exit ticket", "A triangle has sides of 3, 4 and 5 inches. Find its perimeter."),
    ("Standards", "3.R Retell fables and folktales and name the lesson that each of them teaches"),
    ("Teacher notes", "Fables are read at the carpet; children may retell one and say what lesson it teaches."),
    ("Next year", "In grade 4 we will retell folktales from other countries."),
)
TOGETHER = unit("lengths.pdf", ("Unit", "\n".join(b.text for section in LESSONS.sections[:3] for b in section.blocks)))


def measured(judge: Judge, *materials: Material) -> Alignment:
    return ca.Aligner(encoder=load_encoder("hashing"), judge=judge).align(FRAMEWORK, materials)


def test_levels_are_those_of_this_version() -> None:
    """Where this fails on purpose: raise `VERSION`, fit the shipped curves again, and write the new numbers here."""
    shipped = load_judge("standards")
    plain = replace(shipped, weights={"similarity": 6.0, "terms": 4.0}, intercept=-5.0, emphasis={})
    summary = summarise(measured(plain, LESSONS, TOGETHER))
    levels = {s.code: summary.links_to(s, [(Kind.UNIT, "")]).level.log_odds for s in FRAMEWORK}
    levels["chance"] = summary.chance_for(FRAMEWORK.standards[0], [(Kind.UNIT, "")])
    known = {"3.M": 2.62, "3.P": 0.16, "3.R": -0.17, "chance": -3.82}
    assert (VERSION, levels) == (4, pytest.approx(known, abs=0.01))


def test_nothing_is_called_taught_by_curves_of_other_levels() -> None:
    fresh = load_judge("standards")
    stale = replace(fresh, levels=VERSION - 1, calibrations=())
    before, after = (measured(judge, LESSONS) for judge in (fresh, stale))
    assert {reach.verdict is None for reach in ca.measure_coverage(before).reaches} == {False}
    assert {(reach.verdict, reach.taught) for reach in ca.measure_coverage(after).reaches} == {(None, None)}
    for language in ("en", "es"):
        assert say("judge-stale", language=language) in after.made_with.in_language(language).warning
        assert say("judge-stale", language=language) not in before.made_with.in_language(language).warning
