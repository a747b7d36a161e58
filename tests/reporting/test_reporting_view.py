"""What a reader is shown, before it has any form."""

from __future__ import annotations

import dataclasses
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reporting_samples import (
    RUN,
    district_coverage,
    district_findings,
    maple_framework,
    material,
    measure,
    of_strengths,
    passage,
    standard,
)

from curalign.domain.coverage import Coverage, Tally
from curalign.domain.findings import Severity
from curalign.domain.links import Strength
from curalign.domain.materials import Kind, Role
from curalign.domain.scopes import Scope
from curalign.domain.standards import Framework
from curalign.reporting import View, build_view
from curalign.reporting.view.strands import everything, name_strands


def test_the_counted_standards_are_the_leaves_and_the_rest_stands_apart(view: View) -> None:
    assert [row.code for row in view.parents] == ["MV.M.F", "MV.M.F.1", "MV.M.G", "MV.M.S"]
    assert [row.code for row in view.practices] == ["MP1"]
    assert len(view.counted) == 10 == len(view.total.rows)


def test_the_tally_is_that_of_the_coverage(view: View, coverage: Coverage) -> None:
    for kind in Kind:
        assert view.total.tally(kind) == coverage.tally(Scope(kind))


def test_each_number_of_a_tally_has_as_many_standards_behind_it(view: View) -> None:
    for group in (view.total, *view.by_grade, *view.by_strand, *view.by_school):
        for kind in Kind:
            tally = group.tally(kind)
            for strength in Strength:
                assert len(group.where(kind, strength)) == (getattr(tally, strength) if tally else 0)


def test_a_standard_of_several_grades_stands_in_each_and_one_of_none_apart(view: View) -> None:
    groups = {group.name: [row.code for row in group.rows] for group in view.by_grade}
    assert list(groups) == ["Grade 3", "Grade 4", "No grade stated"]
    assert "MV.M.G.2" in groups["Grade 3"]
    assert "MV.M.G.2" in groups["Grade 4"]
    assert groups["No grade stated"] == ["MV.M.S.3"]


def test_only_the_grades_that_the_district_answers_for_are_shown(coverage: Coverage) -> None:
    alignment = dataclasses.replace(coverage.alignment, grades=("4",))
    view = build_view(dataclasses.replace(coverage, alignment=alignment), (), district="x", run=RUN)
    assert [group.name for group in view.by_grade] == ["Grade 4", "No grade stated"]


def test_strands_add_up_to_the_whole(view: View) -> None:
    total = sum((group.tally(Kind.UNIT) or Tally() for group in view.by_strand), Tally())
    assert total == view.total.tally(Kind.UNIT)
    assert [group.name for group in view.by_strand] == ["Parts of a whole", "Growing numbers", "Shape and space"]


def test_schools_have_units_and_no_pd_of_their_own(view: View) -> None:
    assert [group.name for group in view.by_school] == ["North", "River"]
    assert all(group.tally(Kind.PD) is None for group in view.by_school)
    north = view.by_school[0].tally(Kind.UNIT)
    assert north is not None
    assert north.full == 3


def test_without_pd_nothing_is_said_of_it(view_without_pd: View) -> None:
    assert view_without_pd.total.tally(Kind.PD) is None
    assert all(row.support(Kind.PD) is None for row in view_without_pd.rows)


def test_findings_come_worst_first_then_by_rule_then_in_the_frameworks_order(view: View) -> None:
    severities = [finding.severity for finding in view.findings]
    assert severities == sorted(severities, reverse=True)
    errors = [(f.code, f.standard) for f in view.findings if f.severity is Severity.ERROR]
    assert errors == [("F301", None), ("U101", "MV.M.F.3"), ("U101", "MV.M.G.3"), ("U101", "MV.M.S.2")]


@given(st.randoms(use_true_random=False))
def test_the_order_in_which_findings_arrive_does_not_matter(rng: random.Random) -> None:
    framework = maple_framework()
    findings = list(district_findings(framework))
    coverage = district_coverage(framework)
    expected = build_view(coverage, findings, district="x", run=RUN)
    rng.shuffle(findings)
    assert build_view(coverage, findings, district="x", run=RUN) == expected


def test_what_could_not_be_read_is_kept_even_where_its_finding_is_ignored(coverage: Coverage) -> None:
    view = build_view(coverage, (), district="x", run=RUN)
    assert [problem.file for problem in view.unjudged] == ["curriculum/locked.docx", "curriculum/river/u2_scan.pdf"]


def test_a_document_names_the_standards_it_reaches_best_first(view: View) -> None:
    documents = {document.file: document for document in view.documents}
    north = documents["curriculum/north/unit 3 (shares).docx"]
    assert [(row.code, str(strength)) for row, strength in north.reached] == [
        ("MV.M.F.1a", "full"),
        ("MV.M.F.1b", "full"),
        ("MP1", "partial"),
    ]
    assert documents["pd/binder.docx"].reached == ()
    assert documents["curriculum/river/u2_scan.pdf"].passages == 0


def test_the_expected_number_of_wrong_links_is_the_sum_of_what_their_probabilities_leave(view: View) -> None:
    best = [0.96, 0.88, 0.81, 0.93]
    assert view.likely_wrong(Kind.UNIT) == pytest.approx(sum(1 - p for p in best), abs=1e-6)


def test_the_passage_that_makes_the_strength_is_shown_first() -> None:
    one = standard("A.1", "Do it")
    unit = material("curriculum/u.md")
    said = [(passage(unit, "Cited.", Role.MENTION), one, 0.9), (passage(unit, "Practised."), one, 0.7)]
    view = build_view(measure(Framework((one,)), [unit], said), (), district="x", run=RUN)
    assert [link.quote for link in view.rows[0].supports[Scope(Kind.UNIT)].links] == ["Cited.", "Practised."]
    assert [link.quote for link in view.rows[0].supports[Scope(Kind.UNIT)].shown] == ["Practised.", "Cited."]
    assert view.likely_wrong(Kind.UNIT) == pytest.approx(0.3, abs=1e-6)


def test_two_codes_that_look_the_same_in_an_address_stay_apart() -> None:
    view = of_strengths({"A.1": "full", "A-1": "none", "A 1": "none", "": "none", "…": "none", "A.1--2": "none"})
    anchors = [row.anchor for row in view.rows]
    assert len(set(anchors)) == len(anchors)


def test_strands_of_the_same_name_in_two_grades_are_one() -> None:
    grades = [standard(f"G{n}", f"Grade {n}") for n in (3, 4)]
    domains = [standard(f"{g.code}.OA", "Operations", g) for g in grades]
    domains += [standard(f"{g.code}.GE", "Geometry", g) for g in grades]
    leaves = [standard(f"{d.code}.{n}", "Do it", d, "3") for d in domains for n in (1, 2)]
    framework = Framework((*grades, *domains, *leaves))
    assert set(name_strands(framework, leaves).values()) == {"Operations", "Geometry"}


def test_a_heading_that_everything_shares_is_no_strand() -> None:
    top = standard("M", "Mathematics")
    domains = [standard("M.A", "Adding", top), standard("M.B", "Building", top)]
    leaves = [standard(f"{d.code}.{n}", "Do it", d) for d in domains for n in (1, 2)]
    framework = Framework((top, *domains, *leaves))
    assert set(name_strands(framework, leaves).values()) == {"Adding", "Building"}


def test_without_headings_the_codes_tell_the_strands() -> None:
    codes = ("2.OA.A.1", "2.OA.A.2", "2.MD.B.5", "2.MD.B.6", "2.MD.C.7", "2.NBT.1")
    framework = Framework(tuple(standard(code, "Do it") for code in codes))
    assert set(name_strands(framework, framework.standards).values()) == {"OA", "MD", "NBT"}


def test_codes_that_tell_nothing_make_one_strand() -> None:
    framework = Framework(tuple(standard(str(n), "Do it") for n in range(5)))
    assert set(name_strands(framework, framework.standards).values()) == {everything("en")}


def test_an_empty_district_has_an_empty_view() -> None:
    view = build_view(measure(Framework(()), (), ()), (), district="empty", run=RUN)
    assert view.counted == ()
    assert view.total.tally(Kind.UNIT) == Tally()
