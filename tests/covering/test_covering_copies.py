"""A copy of a document raises nothing and lowers nothing, in the district and in its parts."""

from __future__ import annotations

from dataclasses import replace

from builders import Document, align
from hypothesis import given
from hypothesis import strategies as st
from test_covering_laws import STANDARDS, districts

from curalign.covering import measure_coverage
from curalign.domain.links import Alignment
from curalign.domain.materials import Kind
from curalign.domain.verdicts import Calibration

CURVE = Calibration(intercept=0.5, slope=1.0, least=-2.0, spread=0.5)


def calibrated(*documents: Document) -> Alignment:
    calibrations = tuple((kind, CURVE) for kind in Kind)
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
