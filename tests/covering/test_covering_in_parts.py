"""A district that is aligned part by part is covered as it is when it is aligned at once."""

from __future__ import annotations

import pickle
from dataclasses import replace
from functools import reduce
from operator import add
from pathlib import Path

import numpy as np
from builders import Document, Said, align, standard, unit
from hypothesis import given
from hypothesis import strategies as st
from test_covering_laws import STANDARDS, districts

import curalign as ca
from curalign.covering import find_reaches, measure_coverage, summarise
from curalign.domain.links import Alignment
from curalign.domain.materials import Role
from curalign.domain.problems import Problem
from curalign.domain.summaries import CoverageSummary, LinkSummary

answered = st.sampled_from(["", "3", "4", "3-4"])


def part_of(alignment: Alignment, passages: list[int], paths: set[str]) -> Alignment:
    """The alignment of some passages and documents alone, with what is said of these documents."""
    links = alignment.links
    new = {old: at for at, old in enumerate(passages)}
    rows = np.array([row for row, at in enumerate(links.passage.tolist()) if at in new], np.intp)
    kept = tuple(alignment.passages[at] for at in passages)
    ours = links.where(rows)
    ours = replace(ours, passages=kept, passage=np.array([new[at] for at in ours.passage.tolist()], np.int32))
    return replace(
        alignment,
        materials=tuple(m for m in alignment.materials if m.path in paths),
        passages=kept,
        links=ours,
        off_grade=replace(links[:0], passages=kept),
        claims=(),
        problems=tuple(problem for problem in alignment.problems if problem.file in paths),
    )


@st.composite
def split(draw: st.DrawFn, alignment: Alignment) -> list[Alignment]:
    """The alignment in up to four parts, in any order; even a document's own passages may be split."""
    parts = range(4)
    of_passage = [draw(st.sampled_from(parts)) for _ in alignment.passages]
    of_material = {m.path: draw(st.sampled_from(parts)) for m in alignment.materials}
    made = []
    for part in draw(st.permutations(parts)):
        passages = draw(st.permutations([at for at, own in enumerate(of_passage) if own == part]))
        made.append(part_of(alignment, passages, {path for path, own in of_material.items() if own == part}))
    return made


@st.composite
def alignments(draw: st.DrawFn) -> Alignment:
    district: list[Document] = draw(districts())
    paths = [document.material.path for document in district]
    named = draw(st.lists(st.sampled_from(paths), unique=True)) if paths else []
    problems = [Problem("F303", path, trouble="too-little-text") for path in named]
    return align(STANDARDS, *district, grades=draw(answered), problems=problems)


@given(alignments(), st.data())
def test_the_sum_of_the_parts_is_the_whole(alignment: Alignment, data: st.DataObject) -> None:
    parts = data.draw(split(alignment))
    total = reduce(add, (summarise(part) for part in parts), CoverageSummary())
    assert total == summarise(alignment)
    reaches = find_reaches(total, alignment.framework, alignment.grades, calibrations=dict(alignment.calibrations))
    assert reaches == measure_coverage(alignment).reaches
    assert total.unjudged == alignment.unjudged


@given(alignments(), alignments(), alignments())
def test_summaries_add_up_in_any_order_and_grouping(one: Alignment, two: Alignment, three: Alignment) -> None:
    a, b, c = (summarise(alignment) for alignment in (one, two, three))
    assert a + CoverageSummary() == CoverageSummary() + a == a
    assert (a + b) + c == a + (b + c)
    for key in a.links.keys() & b.links.keys():
        assert a.links[key] + LinkSummary() == LinkSummary() + a.links[key] == a.links[key]


def test_the_link_that_makes_a_standard_full_is_shown_whichever_part_it_comes_from() -> None:
    mentions = [Said(f"mention {n}", {"A": 0.9 + n / 100}, role=Role.NOTE) for n in range(4)]
    weak, strong = unit("a.md", *mentions), unit("b.md", Said("note", {"A": 0.99}, Role.NOTE), Said("do", {"A": 0.8}))
    parts = [summarise(align([standard("A")], part)) for part in (weak, strong)]
    (found,) = (parts[0] + parts[1]).links.values()
    assert [link.passage.text for link in found.shown] == ["note", "mention 3", "mention 2", "mention 1", "do"]
    assert found.supporting == 6


@given(alignments())
def test_a_summary_can_come_from_another_process(alignment: Alignment) -> None:
    summary = summarise(alignment)
    assert pickle.loads(pickle.dumps(summary)) == summary


def test_the_sample_district_covered_document_by_document(maple_valley_once: Path) -> None:
    alignment = ca.check(maple_valley_once).run.alignment
    by_path = alignment.links.group(lambda passage: passage.material.path)
    paths = [material.path for material in alignment.materials]
    parts = (part_of(alignment, by_path.get(path, []), {path}) for path in paths)
    total = reduce(add, (summarise(part) for part in parts), CoverageSummary())
    reaches = find_reaches(total, alignment.framework, alignment.grades, calibrations=dict(alignment.calibrations))
    assert reaches == measure_coverage(alignment).reaches
