"""A copy of a document raises nothing and lowers nothing, in the district and in its parts."""

from __future__ import annotations

from dataclasses import replace

from builders import Document, Said, align, standard, unit
from hypothesis import given
from hypothesis import strategies as st
from test_covering_laws import STANDARDS, districts

from curalign.covering import measure_coverage, summarise
from curalign.domain.links import Alignment
from curalign.domain.materials import Kind
from curalign.domain.scopes import UNITS
from curalign.domain.verdicts import Calibration

CROWDED = Calibration(intercept=0.5, slope=1.0, crowd=-0.8, fewest=1, spread=0.5)


def calibrated(*documents: Document) -> Alignment:
    calibrations = tuple((kind, CROWDED) for kind in Kind)
    return replace(align(STANDARDS, *documents), calibrations=calibrations)


def copy_of(document: Document, name: str) -> Document:
    return replace(document, material=replace(document.material, path=f"{document.material.path} {name}"))


@given(districts(), st.data())
def test_a_copy_of_a_document_changes_no_verdict_and_no_probability(
    district: list[Document], data: st.DataObject
) -> None:
    copies = [copy_of(one, "v2") for one in district if data.draw(st.booleans())]
    before, after = (measure_coverage(calibrated(*some)) for some in (district, [*district, *copies]))
    for one, other in zip(before.reaches, after.reaches, strict=True):
        assert (one.standard, one.kind, one.school) == (other.standard, other.kind, other.school)
        assert (one.strength, one.probability) == (other.strength, other.probability)
        assert (one.taught, one.verdict) == (other.taught, other.verdict)


def test_passages_of_other_words_do_count() -> None:
    near = Said("Lunch is at noon", {"S.1": 0.6})
    crowd = [Said(f"Sing song {number}") for number in range(60)]
    few, many = (
        measure_coverage(calibrated(unit("u.md", near, *more))).reach(STANDARDS[1], UNITS) for more in ([], crowd)
    )
    assert few is not None
    assert many is not None
    assert (many.taught or 0) < (few.taught or 0)


def test_what_two_parts_have_in_common_is_counted_once() -> None:
    a = standard("A")
    one, other = (summarise(align([a], unit(path, Said("Fold"), Said(path)))) for path in ("u.md", "v.md"))
    holders = [(Kind.UNIT, "")]
    assert one.passages_for(a, holders) == other.passages_for(a, holders) == 2
    assert (one + other).passages_for(a, holders) == 3
