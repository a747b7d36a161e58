"""A filter changes what is shown and nothing else."""

from __future__ import annotations

from dataclasses import replace

from builders import Document, Said, align, pd, standard, unit
from hypothesis import given
from hypothesis import strategies as st
from test_covering_laws import STANDARDS, districts

from curalign.covering import measure_coverage
from curalign.domain.coverage import Coverage
from curalign.domain.filters import Filter
from curalign.domain.grades import read_grades
from curalign.domain.materials import Kind
from curalign.domain.measurement import Measurement
from curalign.domain.scopes import PD, UNITS, Scope
from curalign.finding import find_in

SUBJECTS = ("Mathematics", "Science", "")
OF_SUBJECTS = tuple(replace(s, subject=SUBJECTS[at % 3]) for at, s in enumerate(STANDARDS))

filters = st.builds(
    Filter,
    st.sampled_from(["", "3", "4", "3-4", "5"]).map(read_grades),
    st.sampled_from([(), ("Science",), ("Mathematics", "Science")]),
    st.sampled_from([(), ("North",), ("North", "South")]),
)
answered = st.sampled_from(["", "3", "4"])


def measured(district: list[Document], grades: str, subjects: tuple[str, ...] = ()) -> Coverage:
    return measure_coverage(replace(align(OF_SUBJECTS, *district, grades=grades), subjects=subjects))


@given(districts(), answered, filters)
def test_every_standard_has_the_verdict_of_the_whole_check(
    district: list[Document], grades: str, shown: Filter
) -> None:
    whole = measured(district, grades)
    part = whole.narrowed(shown)
    assert {s.id for s in part.standards} <= {s.id for s in shown.standards(whole.framework)}
    for standard_ in part.standards:
        for kind in Kind:
            for school in ("", *part.schools):
                scope = Scope(kind, school)
                assert part.reach(standard_, scope) == whole.reach(standard_, scope)
    rows = whole.rows()
    assert all(row in rows for row in part.rows() if row["standard"] in {s.code for s in whole.standards})


@given(districts(), answered, st.sampled_from([(), ("Science",)]))
def test_what_a_district_answers_for_changes_what_is_counted_and_no_leafs_verdict(
    district: list[Document], grades: str, subjects: tuple[str, ...]
) -> None:
    every, ours = measured(district, ""), measured(district, grades, subjects)
    leaves = [s for s in every.framework if not every.framework.children(s)]
    for leaf in leaves:
        assert ours.reach(leaf, UNITS) == every.reach(leaf, UNITS)
        assert ours.reach(leaf, PD) == every.reach(leaf, PD)
    assert set(ours.counted) == set(every.counted) & set(
        Filter(read_grades(grades), subjects).standards(ours.framework)
    )


@given(districts(), answered, filters)
def test_a_filter_hides_findings_and_makes_or_changes_none(
    district: list[Document], grades: str, shown: Filter
) -> None:
    whole = measured(district, grades)
    known = {s.id for s in whole.standards}
    every = find_in(Measurement(whole))
    some = find_in(Measurement(whole, shown=shown))
    assert all(f in every for f in some if f.standard is not None and f.standard.id in known)
    inside = {s.id for s in whole.narrowed(shown).standards}
    if not shown.schools:
        of_standards = [f for f in every if f.standard is not None and f.standard.id in inside]
        assert [f for f in some if f in of_standards] == of_standards
    assert [f for f in some if f.code in ("F301", "F302")] == [f for f in every if f.code in ("F301", "F302")]
    assert [f for f in some if f.code == "P202" and f not in every] == []


def test_no_filter_is_the_whole() -> None:
    whole = measured([unit("u.md", Said("x", {"S.1": 0.9}))], "3")
    assert whole.narrowed(Filter()) is whole
    assert whole.widened(Filter()) is whole


def test_a_filter_may_ask_for_what_the_district_does_not_answer_for() -> None:
    c, d = standard("C"), standard("D", grades="4")
    district = [unit("u3.md", Said("x", {"C": 0.9})), unit("u4.md", Said("y", {"D": 0.2}), grades="4")]
    whole = measure_coverage(align([c, d], *district, pd("p.md", Said("z", {"C": 0.9})), grades="3"))
    assert whole.counted == (c,)
    assert whole.narrowed(Filter(("4",))).counted == (d,)
    found = find_in(Measurement(whole, shown=Filter(("4",))))
    assert [(f.code, f.standard) for f in found if f.standard] == [("U101", d)]
    assert "U101" not in {f.code for f in find_in(Measurement(whole))}


def test_a_schools_report_shows_its_standards_and_not_what_was_found_in_anothers_documents() -> None:
    c, d = standard("C"), standard("D", grades="4")
    north = unit("north.md", Said("x", cites=("C",)), school="North")
    south = unit("south.md", Said("y", cites=("C",)), school="South", grades="3-4")
    whole = measure_coverage(align([c, d], north, south))
    assert {f.file for f in find_in(Measurement(whole)) if f.code == "U103"} == {"north.md", "south.md"}
    shown = Filter(schools=("North",))
    assert whole.narrowed(shown).standards == (c,)
    assert whole.narrowed(shown).schools == ("North",)
    found = find_in(Measurement(whole, shown=shown))
    assert {f.file for f in found if f.code == "U103"} == {"north.md"}
    assert [f.standard for f in found if f.code == "U101"] == [c]


def test_pd_of_another_grade_is_passed_over_and_pd_of_none_is_not() -> None:
    of_four, of_any = pd("pd/four.md", Said("x"), grades="4"), pd("pd/any.md", Said("y"))
    whole = measure_coverage(align([standard("C")], unit("u.md", Said("x", {"C": 0.9})), of_four, of_any))
    found = find_in(Measurement(whole, shown=Filter(("3",))))
    assert [f.file for f in found if f.code == "P202"] == ["pd/any.md"]
