"""An alignment whose parts were made in other processes is saved and read like any other."""

from __future__ import annotations

import pickle
from dataclasses import fields, replace
from typing import TypeVar

import pytest
from builders import Document, Said, align, pd, standard, unit
from hypothesis import given
from hypothesis import strategies as st

from curalign.covering import measure_coverage
from curalign.domain.links import Alignment
from curalign.finding import find_gaps
from curalign.storage import Run, load_run, save_run

T = TypeVar("T")
STANDARDS = [standard("A.1"), standard("A.2")]

probabilities = st.dictionaries(st.sampled_from(["A.1", "A.2"]), st.sampled_from([0.25, 0.5, 0.875]))
said = st.builds(
    Said,
    st.sampled_from(["They measure.", "They count."]),  # the same words often come back in one document
    probabilities,
    elsewhere=probabilities,
    cites=st.sampled_from([(), ("A.1",), ("X.9", "A.2")]),
)


@st.composite
def documents(draw: st.DrawFn) -> list[Document]:
    make = st.sampled_from([unit, pd])
    return [draw(make)(f"{n}.md", *draw(st.lists(said, max_size=4))) for n in range(draw(st.integers(0, 4)))]


def copied(value: T) -> T:
    """The value as another process hands it over: equal, and nothing of it the same object."""
    return pickle.loads(pickle.dumps(value))  # type: ignore[no-any-return]


def in_parts(alignment: Alignment) -> Alignment:
    """The alignment put together from parts that came one by one."""
    parts = {field.name: getattr(alignment, field.name) for field in fields(alignment)}
    parts["passages"] = tuple(copied(passage) for passage in alignment.passages)
    parts["claims"] = tuple(copied(claim) for claim in alignment.claims)
    return Alignment(**{name: copied(part) for name, part in parts.items()})


def twice_at_one_place(alignment: Alignment) -> Alignment:
    """The alignment with every passage where the first stands, so that the same words there are equal passages."""
    passages = tuple(replace(p, place=alignment.passages[0].place) for p in alignment.passages)
    moved = dict(zip(alignment.passages, passages, strict=True))
    return replace(
        alignment,
        passages=passages,
        links=replace(alignment.links, passages=passages),
        off_grade=replace(alignment.off_grade, passages=passages),
        claims=tuple(replace(claim, passage=moved[claim.passage]) for claim in alignment.claims),
    )


@given(documents(), st.booleans())
def test_an_alignment_that_came_in_parts_is_saved_and_comes_back_equal(
    tmp_path_factory: pytest.TempPathFactory, made: list[Document], repeats: bool
) -> None:
    alignment = align(STANDARDS, *made)
    if repeats and alignment.passages:
        alignment = twice_at_one_place(alignment)
    together = in_parts(alignment)
    assert together == alignment
    coverage = measure_coverage(together)
    run = Run("2026-11-23T120000Z-abcdef", "Pond Hill", "sha256:abcdef", together)
    folder = save_run(tmp_path_factory.mktemp("home"), run, coverage, find_gaps(coverage))
    assert load_run(folder).alignment == alignment


def test_links_that_number_other_passages_are_refused() -> None:
    one, two = (align(STANDARDS, unit("u.md", Said(text, {"A.1": 0.5}))) for text in ("They measure.", "They count."))
    with pytest.raises(ValueError, match="other passages"):
        replace(one, links=two.links)
