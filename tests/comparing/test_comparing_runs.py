"""Two runs of a district: closed, new, still open, or nobody can tell; and nothing where nothing changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from builders import Document, Said, align, pd, standard, unit
from hypothesis import given, settings
from hypothesis import strategies as st

from curalign.comparing import compare_runs, snapshot_of
from curalign.covering import measure_coverage
from curalign.domain.comparisons import Comparison, Doubt, Outcome, Snapshot
from curalign.domain.links import Alignment
from curalign.domain.materials import Kind
from curalign.domain.standards import Standard

STANDARDS = (standard("A.1"), standard("A.2"), standard("B.1"))
CODES = [s.code for s in STANDARDS]
FITS = st.dictionaries(st.sampled_from(CODES), st.floats(0.05, 0.95))


def aligned(*documents: Document, standards: Sequence[Standard] = STANDARDS) -> Alignment:
    return align(standards, *documents, grades="3", calibrated=True)


def lesson(name: str, *fits: Mapping[str, float]) -> Document:
    return unit(f"curriculum/{name}.md", *(Said(f"{name}, task {at}", fit) for at, fit in enumerate(fits)))


def snapshot(alignment: Alignment, run: str, **more: object) -> Snapshot:
    return snapshot_of(measure_coverage(alignment), run, **more)


def compared(before: Alignment, after: Alignment) -> Comparison:
    return compare_runs(snapshot(before, "earlier"), snapshot(after, "later"), (before, after))


def outcomes(comparison: Comparison, kind: Kind = Kind.UNIT) -> dict[str, str]:
    return {move.standard.code: str(move.outcome) for move in comparison.moves if move.kind is kind}


def test_what_became_of_each_standard() -> None:
    before = aligned(lesson("one", {"A.1": 0.95}, {"A.2": 0.05}))
    after = aligned(lesson("two", {"A.1": 0.05}, {"A.2": 0.95}))
    comparison = compared(before, after)
    assert outcomes(comparison) == {"A.1": "new", "A.2": "closed", "B.1": "still_open"}
    assert [move.standard.code for move in comparison.new_gaps] == ["A.1"]
    new, closed, _ = comparison.moves
    assert new.band.high < 0 < closed.band.low
    assert comparison.change(Kind.UNIT, comparison.moves).change == pytest.approx(0, abs=1e-6)


@settings(max_examples=30)
@given(st.lists(FITS, min_size=1, max_size=4))
def test_two_runs_of_the_same_input_differ_by_nothing(fits: list[dict[str, float]]) -> None:
    comparison = compared(aligned(lesson("one", *fits)), aligned(lesson("one", *fits)))
    assert not comparison
    assert not comparison.new_gaps
    assert not comparison.where(Outcome.CLOSED, Kind.UNIT)
    assert all(move.band.change == move.band.low == move.band.high == 0 for move in comparison.moves)


@settings(max_examples=30)
@given(st.lists(FITS, min_size=1, max_size=3), st.lists(FITS, min_size=1, max_size=3))
def test_the_other_way_round_what_was_closed_is_new(
    first: list[dict[str, float]], second: list[dict[str, float]]
) -> None:
    one, other = aligned(lesson("one", *first)), aligned(lesson("two", *second))
    there, back = outcomes(compared(one, other)), outcomes(compared(other, one))
    mirrored = {"closed": "new", "new": "closed"}
    assert {code: mirrored.get(outcome, outcome) for code, outcome in there.items()} == back


def test_a_change_within_the_noise_is_no_progress() -> None:
    """One passage that is a little likelier than another: which of the two happened to be written decides."""
    comparison = compared(aligned(lesson("one", {"A.1": 0.39})), aligned(lesson("two", {"A.1": 0.61})))
    (move,) = (move for move in comparison.moves if move.standard.code == "A.1")
    assert (move.outcome, move.doubt) == (Outcome.CANNOT_TELL, Doubt.NOISE)
    assert move.band.low < 0 < move.band.change < move.band.high


def test_what_many_passages_teach_moves_less_than_what_one_teaches() -> None:
    """Nine to one in one passage, or five times nine to five, which adds up to the same."""
    before = aligned(lesson("one", {"B.1": 0.9}))
    by_one = compared(before, aligned(lesson("two", {"A.1": 0.9}))).moves[0].band
    by_many = compared(before, aligned(lesson("two", *[{"A.1": 9 / 14}] * 5))).moves[0].band
    assert by_many.change == pytest.approx(by_one.change)
    assert by_one.low < by_many.low


def test_a_passage_that_moved_to_another_document_changed_nothing() -> None:
    before = aligned(unit("curriculum/a.md", Said("They fold strips.", {"A.1": 0.9})))
    after = aligned(unit("curriculum/renamed.md", Said("They fold strips.", {"A.1": 0.9})))
    assert not compared(before, after)


@pytest.mark.parametrize("what", ["curalign", "encoder", "judge"])
def test_another_measure_is_told_and_is_never_progress(what: str) -> None:
    before = aligned(lesson("one", {"A.1": 0.95}, {"A.2": 0.05}))
    after = aligned(lesson("one", {"A.1": 0.05}, {"A.2": 0.95}))
    after = replace(after, made_with=replace(after.made_with, **{what: "another"}))
    comparison = compared(before, after)
    assert outcomes(comparison) == {"A.1": "cannot_tell", "A.2": "cannot_tell", "B.1": "still_open"}
    assert [(cause.what, cause.after) for cause in comparison.causes] == [(what, "another")]
    assert {move.doubt for move in comparison.where(Outcome.CANNOT_TELL, Kind.UNIT)} == {Doubt.MEASURE}


def test_a_setting_that_judges_is_another_measure_and_one_that_only_counts_or_tells_is_not() -> None:
    alignment = aligned(lesson("one", {"A.1": 0.95}))
    was = snapshot(alignment, "earlier", settings={"judging": {"full": 0.8}, "finding": {"ignore": []}})
    for section, key, value, names in [("judging", "full", 0.9, ["judging.full"]), ("finding", "ignore", ["U104"], [])]:
        now = replace(was, settings={**was.settings, section: {key: value}}, run="later")
        comparison = compare_runs(was, now, (alignment, alignment))
        assert [cause.name for cause in comparison.causes] == names
        assert comparison.comparable is not names


def test_standards_that_only_one_edition_has_are_neither_closed_nor_new() -> None:
    before = aligned(lesson("one", {"A.1": 0.95}), standards=STANDARDS[:2])
    after = aligned(lesson("one", {"A.2": 0.95}), standards=STANDARDS[1:])
    comparison = compared(before, after)
    assert outcomes(comparison) == {"A.2": "cannot_tell", "B.1": "only_after", "A.1": "only_before"}
    assert [cause.what for cause in comparison.causes] == ["framework"]
    assert comparison.new_gaps == ()


def test_documents_that_are_gone_leave_nobody_able_to_tell() -> None:
    """No unit is of the grade any more, so the standard is unknown and not untaught."""
    before = aligned(lesson("one", {"A.1": 0.95}))
    after = aligned(unit("curriculum/other.md", Said("Another grade's task"), grades="5"))
    comparison = compared(before, after)
    assert {move.doubt for move in comparison.moves} == {Doubt.NO_DOCUMENTS}
    assert comparison.new_gaps == ()


def test_pd_is_compared_where_both_runs_have_some() -> None:
    units = lesson("one", {"A.1": 0.95})
    support = pd("pd/w.md", Said("A workshop", {"A.1": 0.95}))
    assert outcomes(compared(aligned(units, pd("pd/w.md", Said("Snacks"))), aligned(units, support)), Kind.PD) == {
        "A.1": "closed",
        "A.2": "still_open",
        "B.1": "still_open",
    }
    lone = compared(aligned(units), aligned(units, support))
    assert outcomes(lone, Kind.PD) == {}
    assert [(cause.what, cause.measure) for cause in lone.causes] == [("documents", False)]


def test_narrowed_to_some_standards_nothing_else_is_said_and_nothing_changes() -> None:
    whole = compared(aligned(lesson("one", {"A.1": 0.95})), aligned(lesson("two", {"A.2": 0.95})))
    part = whole.narrowed({"a.2"})
    assert outcomes(part) == {"A.2": outcomes(whole)["A.2"]}
