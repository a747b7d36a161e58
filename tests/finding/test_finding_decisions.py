"""What people decided meets what was found: it covers, it expires, and it says when it is not needed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from builders import Document, Said, align, pd, standard, unit
from hypothesis import given
from hypothesis import strategies as st

from curalign.covering import measure_coverage
from curalign.domain.coverage import Coverage
from curalign.domain.decisions import Decision, Resolution
from curalign.domain.findings import Finding
from curalign.domain.problems import Problem
from curalign.errors import SettingsError
from curalign.finding import RULES, find_gaps
from curalign.wording import Facts

TODAY = date(2026, 11, 23)
A, B = standard("A.1", "Tell time to the nearest minute"), standard("A.2", "Measure lengths with a ruler")
STRAND, CHILD, GRANDCHILD = standard("S", grades=""), standard("S.1", parent="S"), standard("S.1a", parent="S.1")
NEXT_GRADE = standard("B.1", "Find angles", grades="4")
BROKEN = Problem("F301", "curriculum/broken.docx", trouble="damaged", facts=Facts(kind="document"))
DISTRICT = (
    unit("curriculum/u.md", Said("Lunch is at noon", {"A.1": 0.3}), Said("Use a ruler", {"A.2": 0.9}, cites=("A.2",))),
    unit("curriculum/broken.docx", problems=[BROKEN]),
    pd("pd/p.md", Said("Sharpen your pencils")),
)


def measured(*standards: object, documents: tuple[Document, ...] = DISTRICT, grades: str = "3") -> Coverage:
    return measure_coverage(align(standards or (A, B), *documents, grades=grades))  # type: ignore[arg-type]


def decide(standard: str = "", verdict: Resolution = Resolution.DEFERRED, **more: object) -> Decision:
    return Decision(verdict, "A. Rivera", "New materials", standard, **more)  # type: ignore[arg-type]


def gaps(coverage: Coverage, *decisions: Decision, ignore: tuple[str, ...] = ()) -> tuple[Finding, ...]:
    return find_gaps(coverage, ignore, decisions, TODAY)


def covered(found: tuple[Finding, ...]) -> list[tuple[str, str | None]]:
    return [(f.code, f.standard.code if f.standard else f.file) for f in found if f.decision]


def notes(found: tuple[Finding, ...]) -> list[str]:
    return [f.message for f in found if f.code == "F303" and "The decision" in f.message]


class TestWhatIsCovered:
    def test_a_standards_decision_covers_every_finding_about_it_and_no_other(self) -> None:
        found = gaps(measured(), decide("A.2"))
        assert covered(found) == [("P201", "A.2")]
        found = gaps(measured(), decide("A.1"))
        assert covered(found) == [("U101", "A.1")]
        assert notes(found) == []

    def test_codes_limit_it(self) -> None:
        assert covered(gaps(measured(), decide("A.1", codes=("U101", "U105")))) == [("U101", "A.1")]
        assert covered(gaps(measured(), decide("A.1", codes=("U102",)))) == []

    def test_a_file_limits_it(self) -> None:
        assert covered(gaps(measured(), decide("A.1", file="curriculum/u.md"))) == [("U101", "A.1")]
        assert covered(gaps(measured(), decide("A.1", file="pd/p.md"))) == []

    def test_a_file_alone_covers_what_is_found_of_the_file_itself(self) -> None:
        assert covered(gaps(measured(), decide(file="pd/p.md"))) == [("P202", "pd/p.md")]
        assert covered(gaps(measured(), decide(file="curriculum/broken.docx"))) == [("F301", "curriculum/broken.docx")]

    def test_a_gap_stays_open_when_the_file_of_its_nearest_passage_is_written_off(self) -> None:
        assert covered(gaps(measured(), decide(file="curriculum/u.md"))) == []
        assert covered(gaps(measured(), decide(file="curriculum/u.md", codes=("U101",)))) == [("U101", "A.1")]

    def test_the_code_of_a_heading_stands_for_all_below_it(self) -> None:
        found = gaps(measured(STRAND, CHILD, GRANDCHILD, A, B), decide("S"))
        assert covered(found) == [("U101", "S.1a")]

    def test_the_first_decision_that_holds_counts(self) -> None:
        late, first, second = decide("A.1", expires=date(2026, 1, 1)), decide("A.1"), decide("A.1", Resolution.WRONG)
        (finding,) = [f for f in gaps(measured(), late, first, second) if f.code == "U101"]
        assert finding.decision is first
        assert "expired" not in finding.message
        assert notes(gaps(measured(), first, second)) == []

    def test_a_code_of_two_frameworks_means_both(self) -> None:
        twin = replace(A, id="twin", framework="Other framework")
        assert covered(gaps(measured(A, B, twin), decide("A.1"))) == [("U101", "A.1"), ("U101", "A.1")]


class TestWhatExpired:
    def test_on_its_last_day_it_still_covers(self) -> None:
        assert covered(gaps(measured(), decide("A.1", expires=TODAY))) == [("U101", "A.1")]

    def test_after_it_the_finding_is_open_and_says_so(self) -> None:
        found = gaps(measured(), decide("A.1", expires=date(2026, 11, 22)))
        (finding,) = [f for f in found if f.code == "U101"]
        assert finding.decision is None
        assert finding.message.endswith("The decision of A. Rivera to defer this expired on 2026-11-22.")
        assert notes(found) == []

    def test_without_a_day_today_is_today(self) -> None:
        found = find_gaps(measured(), (), [decide("A.1", expires=date(2000, 1, 1))])
        assert any("expired on 2000-01-01" in f.message for f in found)


class TestWhatIsNotNeeded:
    def test_one_note_says_that_nothing_is_found_any_more(self) -> None:
        (note,) = notes(gaps(measured(), decide("A.2", codes=("U101",))))
        assert note.startswith("The decision for A.2 (deferred, A. Rivera) is no longer needed")
        assert "curalign.toml" in note

    def test_an_unknown_standard_gets_the_nearest_codes(self) -> None:
        (note,) = notes(gaps(measured(), decide("A.11")))
        assert "names no standard" in note
        assert "did you mean A.1? Mend it in curalign.toml." in note

    def test_an_unknown_file_gets_the_nearest_names(self) -> None:
        (note,) = notes(gaps(measured(), decide(file="curriculum/broken.doc")))
        assert "did you mean curriculum/broken.docx, " in note

    def test_a_name_near_nothing_is_said_plainly(self) -> None:
        assert notes(gaps(measured(), decide("QQQQ")))[0].endswith("was checked; mend it in curalign.toml.")

    def test_nothing_is_said_of_a_grade_that_was_not_asked_for(self) -> None:
        assert notes(gaps(measured(A, B, NEXT_GRADE), decide("B.1"))) == []

    def test_nothing_is_said_of_what_could_not_be_judged(self) -> None:
        scan = unit("curriculum/scan.pdf", problems=[Problem("F302", "curriculum/scan.pdf", trouble="no-text")])
        assert notes(gaps(measured(A, documents=(scan,)), decide("A.1"))) == []

    def test_a_finding_that_is_ignored_still_needs_its_decision(self) -> None:
        assert notes(gaps(measured(), decide("A.1"), ignore=("U101",))) == []

    def test_the_notes_go_with_their_code(self) -> None:
        assert notes(gaps(measured(), decide("QQQQ"), ignore=("F303",))) == []


def test_an_unknown_code_in_a_decision_is_an_error_that_names_the_known_ones() -> None:
    with pytest.raises(SettingsError, match=r"the decision for A\.1: 'U999' is not a finding's code; known are U101"):
        gaps(measured(), decide("A.1", codes=("U999",)))


def test_hostile_words_stay_on_one_short_line() -> None:
    nasty = "</td>\r\n=cmd|x!A1\u2028" + "long " * 500
    found = gaps(
        measured(),
        Decision(Resolution.WRONG, nasty, nasty, "A.1", expires=date(2020, 1, 1)),
        Decision(Resolution.WRONG, nasty, nasty, nasty),
    )
    assert len(notes(found)) == 1
    assert all(f.message.splitlines() == [f.message] and len(f.message) < 600 for f in found)


decisions = st.builds(
    Decision,
    st.sampled_from(Resolution),
    st.just("A"),
    st.just("B"),
    st.sampled_from(["", "A.1", "A.2", "S", "X"]),
    st.sampled_from(["", "curriculum/u.md", "pd/p.md", "nowhere"]),
    st.sets(st.sampled_from(sorted(RULES)), max_size=2).map(lambda codes: tuple(sorted(codes))),
    st.sampled_from([None, date(2020, 1, 1), date(2030, 1, 1)]),
)


@given(st.lists(decisions, max_size=4))
def test_decisions_hide_nothing_and_change_no_other_finding(some: list[Decision]) -> None:
    coverage = measured(A, B, STRAND, CHILD)
    plain = {(f.code, f.standard, f.file, f.place) for f in find_gaps(coverage)}
    found = [f for f in gaps(coverage, *some) if f.message not in notes((f,))]
    assert {(f.code, f.standard, f.file, f.place) for f in found} == plain
    assert all(f.decision is None or f.decision.holds(TODAY) for f in found)
