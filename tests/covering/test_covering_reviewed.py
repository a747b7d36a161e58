"""What people answered overrules the judge, for a pair or a standard, and outlives edits of the documents."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from builders import Document, Said, align, standard, unit

from curalign.covering import find_words, measure_coverage, measure_reviewed
from curalign.domain.coverage import Coverage, Reach
from curalign.domain.identities import identify
from curalign.domain.links import Alignment, Strength
from curalign.domain.reviews import Answer, Draw, Event, Quoted, Review, Reviews, Round, Source
from curalign.domain.scopes import UNITS
from curalign.domain.verdicts import Verdict
from curalign.finding import find_gaps

STRAND, A, B, C = standard("S", grades=""), *(standard(f"S.{at}", parent="S") for at in (1, 2, 3))
NOW = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)
RULER = "Pupils lay a ruler along their pencil, start at zero, and write down in centimeters how long it is today"
DISTRICT = (
    unit("a.md", Said(RULER, {"S.1": 0.9, "S.2": 0.3}), Said("Sing the song of the clock together", {"S.3": 0.2})),
    unit("b.md", Said("Cut the paper in half and say what each part is called", {"S.2": 0.55})),
)


def measured(*documents: Document) -> Coverage:
    return measure_coverage(align((STRAND, A, B, C), *(documents or DISTRICT), grades="3", calibrated=True))


def passage(alignment: Alignment, begins: str) -> tuple[str, Quoted]:
    at = next(at for at, p in enumerate(alignment.passages) if p.text.startswith(begins))
    found = alignment.passages[at]
    return identify(alignment.passages)[at], Quoted(found.text, found.material.path, found.headings, str(found.role))


def said(standard: str, answer: Answer, reviewer: str = "Ana", **more: object) -> Review:
    return Review(reviewer, NOW, answer, standard=standard.lower(), **more)  # type: ignore[arg-type]


def of_passage(alignment: Alignment, begins: str, standard: str, answer: Answer, **more: object) -> Review:
    name, quoted = passage(alignment, begins)
    return said(standard, answer, passage=name, quoted=quoted, **more)


def log(*events: Event) -> Reviews:
    return Reviews(
        tuple(replace(event, id=f"e{at}", when=NOW + timedelta(seconds=at)) for at, event in enumerate(events))
    )


def reach(coverage: Coverage, code: str) -> Reach:
    found = coverage.reach(coverage.framework[code], UNITS)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("answer", "strength", "taught", "verdict"),
    [
        (Answer.YES, Strength.FULL, 1.0, Verdict.TAUGHT),
        (Answer.PARTLY, Strength.PARTIAL, 1.0, Verdict.TAUGHT),
        (Answer.NO, Strength.NONE, 0.0, Verdict.NOT_TAUGHT),
    ],
)
@pytest.mark.parametrize("code", ["S.1", "S.2", "S.3"])
def test_a_standard_is_what_a_person_says(
    code: str, answer: Answer, strength: Strength, taught: float, verdict: Verdict
) -> None:
    before = measured()
    after = measure_reviewed(before, log(said(code, answer)))
    found = reach(after, code)
    assert (found.strength, found.taught, found.verdict) == (strength, taught, verdict)
    assert found.reviewed is not None
    assert found.reviewed.reviewers == ("Ana",)
    others = [other for other in ("S.1", "S.2", "S.3") if other != code]
    assert [reach(after, other) for other in others] == [reach(before, other) for other in others]


def test_whoever_cannot_tell_overrules_nothing_and_neither_does_a_machine() -> None:
    before = measured()
    assert measure_reviewed(before, log(said("S.1", Answer.CANNOT_TELL))) == before
    assert measure_reviewed(before, log(said("S.1", Answer.NO, source=Source.MACHINE))) == before
    assert measure_reviewed(before, log(said("S.1", Answer.NO, round=Round.CALIBRATION))) == before


def test_a_rejected_passage_is_evidence_no_more() -> None:
    before = measured()
    after = measure_reviewed(before, log(of_passage(before.alignment, "Pupils lay", "S.1", Answer.NO)))
    assert reach(before, "S.1").verdict is Verdict.TAUGHT
    assert reach(after, "S.1").verdict is Verdict.NOT_TAUGHT
    assert reach(after, "S.1").strength is Strength.NONE
    assert reach(after, "S.2") == reach(before, "S.2") or reach(after, "S.2").taught == reach(before, "S.2").taught


def test_an_accepted_passage_makes_its_standard_taught_and_says_whose_word_that_is() -> None:
    before = measured()
    after = measure_reviewed(before, log(of_passage(before.alignment, "Sing", "S.3", Answer.YES)))
    found = reach(after, "S.3")
    assert (found.strength, found.verdict, found.taught) == (Strength.FULL, Verdict.TAUGHT, 1.0)
    assert [e.signal for e in found.links[0].evidence][-1] == "review"
    assert found.reviewed is not None


def test_the_gap_that_a_person_closes_is_found_no_more_and_one_that_a_person_opens_is() -> None:
    before = measured()
    after = measure_reviewed(before, log(said("S.3", Answer.YES), said("S.1", Answer.NO)))
    gaps = {f.standard.code for f in find_gaps(after) if f.code == "U101" and f.standard}
    assert "S.1" in gaps
    assert "S.3" not in gaps
    assert reach(measure_reviewed(before, log(*(said(f"S.{at}", Answer.YES) for at in (1, 2, 3)))), "S").strength is (
        Strength.FULL
    )
    assert reach(measure_reviewed(before, log(*(said(f"S.{at}", Answer.NO) for at in (1, 2, 3)))), "S").strength is (
        Strength.NONE
    )


def test_two_who_differ_decide_nothing_until_they_agree() -> None:
    before = measured()
    apart = (said("S.1", Answer.NO), said("S.1", Answer.YES, "Ben"))
    assert measure_reviewed(before, log(*apart), readers=2) == before
    assert measure_reviewed(before, log(apart[0]), readers=2) == before
    later = measure_reviewed(before, log(*apart, said("S.1", Answer.NO, "Ben", round=Round.DISCUSSION)), readers=2)
    found = reach(later, "S.1").reviewed
    assert found is not None
    assert (found.answer, found.agreed) == (Answer.NO, True)


@pytest.mark.parametrize(
    "documents",
    [
        DISTRICT,
        (DISTRICT[1], DISTRICT[0]),
        (unit("renamed/x y.md", *DISTRICT[0].said), DISTRICT[1]),
        (unit("a.md", Said("A new first page of the unit", {}), *DISTRICT[0].said), DISTRICT[1]),
        (unit("a.md", Said(RULER.replace("today", "now"), {"S.1": 0.9}), DISTRICT[0].said[1]), DISTRICT[1]),
        (unit("z.md", Said(RULER.replace("Pupils", "Children"), {"S.1": 0.8})), DISTRICT[1]),
    ],
    ids=["same", "order", "renamed", "page before", "small edit", "edit and rename"],
)
def test_a_word_on_a_passage_outlives_a_new_run(documents: tuple[Document, ...]) -> None:
    first = measured()
    review = of_passage(first.alignment, "Pupils lay", "S.1", Answer.NO)
    later = measured(*documents)
    assert reach(later, "S.1").verdict is Verdict.TAUGHT
    assert reach(measure_reviewed(later, log(review)), "S.1").verdict is Verdict.NOT_TAUGHT


def test_a_word_on_a_passage_that_is_gone_is_counted_as_lost_and_moves_nothing() -> None:
    first = measured()
    review = of_passage(first.alignment, "Pupils lay", "S.1", Answer.NO)
    later = measured(DISTRICT[1])
    assert find_words(later.alignment, log(review)).lost == 1
    assert reach(measure_reviewed(later, log(review)), "S.1") == reach(later, "S.1")


def test_only_what_was_drawn_speaks_for_the_rest() -> None:
    before = measured()
    drawn = Draw(NOW, ("s.2",), {"s.1": 0, "s.2": 0, "s.3": 0})
    after = measure_reviewed(before, log(drawn, said("S.2", Answer.NO), said("S.1", Answer.YES)))
    assert after.sample is not None
    assert dict(after.sample.answers) == {"s.1": True, "s.2": False}
    assert dict(after.sample.drawn) == {"s.2": False}
