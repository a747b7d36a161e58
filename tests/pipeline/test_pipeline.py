"""The Python that the README shows, and the names that scripts rely on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

import curalign as ca
from curalign.domain.coverage import Coverage
from curalign.domain.links import Alignment
from curalign.settings import Settings


class MyEncoder:
    """What a researcher would write: letters counted."""

    name = "letters"
    fingerprint = "letters@1"
    note = ""

    def encode(self, texts: Sequence[str], progress: object = None) -> NDArray[np.float32]:
        rows = np.array([[1 + text.lower().count(chr(c)) for c in range(97, 123)] for text in texts], np.float32)
        return rows.reshape(-1, 26) / np.linalg.norm(rows.reshape(-1, 26), axis=1, keepdims=True)


@pytest.fixture(scope="module")
def alignment(maple_valley_once: Path) -> Alignment:
    district = ca.read_district(maple_valley_once)
    return ca.align(district.framework, district.materials)


@pytest.fixture(scope="module")
def coverage(alignment: Alignment) -> Coverage:
    return ca.measure_coverage(alignment)


def test_a_link_has_the_names_that_scripts_use(alignment: Alignment) -> None:
    link = max((x for x in alignment.links if x.passage.role.teaches), key=lambda x: x.probability)
    assert link.standard.code.startswith("MV.")
    assert link.probability > 0.5
    assert str(link.strength) == "full"
    assert sum(reason.log_odds for reason in link.evidence) > 0
    assert link.passage.text
    assert str(link.passage.place)
    assert str(link.passage.role)
    assert isinstance(link.passage.headings, tuple)
    assert link.passage.material.path.startswith(("curriculum/", "pd/"))


def test_rows_are_flat_and_many(alignment: Alignment, coverage: Coverage) -> None:
    rows = alignment.rows()
    assert len(rows) == len(alignment.links) > 1000
    assert {"file", "headings", "place", "role", "standard", "probability", "strength", "similarity"} <= set(rows[0])
    table = coverage.rows()
    assert {
        "standard",
        "statement",
        "grades",
        "kind",
        "strength",
        "probability",
        "links",
        "file",
        "place",
        "quote",
    } <= set(table[0])
    assert {row["school"] for row in table} == {"", "north", "river"}


def test_rows_become_a_data_frame(coverage: Coverage) -> None:
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame(coverage.rows())
    assert set(frame["kind"]) == {"unit", "pd"}


def test_findings_come_from_coverage_alone(coverage: Coverage) -> None:
    assert {f.code for f in ca.find_gaps(coverage)} >= {"U101", "P201", "F302"}
    assert "U101" not in {f.code for f in ca.find_gaps(coverage, ignore=["U101"])}


def test_results_in_the_folder_reach_the_rules(small_district: Path) -> None:
    (small_district / "results").mkdir()
    table = "item_id,standard_code,max_points,n,p_value\nq1,PH.1,1,40,0.25\n"
    (small_district / "results" / "items.csv").write_text(table, encoding="utf-8")
    first = ca.check(small_district)
    assert [(result.item, result.p_value) for result in first.measured.results] == [("q1", 0.25)]
    again = ca.check(small_district)
    assert again.reused
    assert again.measured.results == first.measured.results


def test_units_are_compared_with_standards_of_their_own_grade_only(alignment: Alignment) -> None:
    for link in alignment.links[:: max(len(alignment.links) // 500, 1)]:
        grades = link.passage.material.grades
        assert not grades or link.standard.states(grades)


def test_any_encoder_will_do_and_gets_the_judge_for_any(small_district: Path) -> None:
    district = ca.read_district(small_district)
    made = ca.align(district.framework, district.materials, encoder=MyEncoder()).made_with
    assert made.encoder == "letters@1"
    assert made.judge.startswith("any@")
    assert "not calibrated" in made.warning


def test_suggest_ranks_by_probability(small_district: Path) -> None:
    framework = ca.read_framework(small_district / "standards" / "standards.csv")
    ranked = ca.suggest(framework, ["Seeds grow into plants.", "What time is it on the clock?"], grades=["3"], k=2)
    assert [len(links) for links in ranked] == [2, 2]
    assert [links[0].standard.code for links in ranked] == ["PH.2", "PH.3"]
    assert all(links[0].probability >= links[1].probability for links in ranked)
    assert ca.suggest(framework, [], k=3) == []


def test_suggest_reads_a_long_text_to_its_end(small_district: Path) -> None:
    framework = ca.read_framework(small_district / "standards" / "standards.csv")
    preface = "The class sits in a circle and everybody listens. " * 30
    alone, late = ca.suggest(framework, [preface, preface + "What time is it on the clock? " * 30], grades=["3"])
    known = {link.standard.code: link.probability for link in alone}
    assert late[0].standard.code == "PH.3"
    assert late[0].probability > known["PH.3"]


def test_adding_a_document_never_lowers_what_the_others_reach(small_district: Path) -> None:
    district = ca.read_district(small_district)
    *others, last = (replace(m, grades=()) if "seeds" in m.path else m for m in district.materials)
    some = ca.measure_coverage(ca.align(district.framework, others))
    every = ca.measure_coverage(ca.align(district.framework, [*others, replace(last, grades=("4",))]))
    best = {(r["standard"], r["kind"]): r["probability"] or 0 for r in every.rows()}
    assert all(best[r["standard"], r["kind"]] >= (r["probability"] or 0) - 1e-4 for r in some.rows())


def test_what_is_no_grade_is_refused_rather_than_read_as_all(small_district: Path) -> None:
    district = ca.read_district(small_district)
    with pytest.raises(ca.CuralignError, match="'foo' is not a grade"):
        ca.align(district.framework, district.materials, grades=["foo"])
    with pytest.raises(ca.CuralignError, match="'foo' is not a grade"):
        ca.suggest(district.framework, ["text"], grades=["foo"])


def test_check_gives_what_the_command_prints(small_district: Path) -> None:
    first, second = ca.check(small_district), ca.check(small_district)
    assert not first.reused
    assert second.reused
    assert second.run == first.run
    assert second.findings == first.findings


def test_a_run_says_for_which_subjects_nobody_measured_the_probabilities(small_district: Path) -> None:
    assert ca.check(small_district).coverage.alignment.made_with.limits == ""
    standards = small_district / "standards" / "standards.csv"
    standards.write_text(standards.read_text("utf-8").replace(",science,", ",Visual Arts,"), "utf-8")
    assert "and not on Visual Arts:" in ca.check(small_district).coverage.alignment.made_with.limits


def test_a_run_says_what_it_was_made_with(small_district: Path) -> None:
    run = ca.check(small_district).run
    assert run.settings["embedding"] == {"encoder": "default"}
    assert set(run.inputs) == {p.relative_to(small_district).as_posix() for p in small_district.rglob("*.*v")} | {
        p.relative_to(small_district).as_posix() for p in small_district.rglob("*.md")
    }
    assert run.packages["onnxruntime"]


def test_a_setting_that_changes_results_makes_a_new_run(small_district: Path) -> None:
    first = ca.check(small_district)
    second = ca.check(small_district, Settings().with_changes(judging={"full": 0.9}))
    assert not second.reused
    assert second.run.alignment.thresholds.full == 0.9
    assert first.run.id != second.run.id
