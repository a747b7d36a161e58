from __future__ import annotations

from datetime import date, timedelta

from curalign.domain.decisions import Decision, Resolution

LAST = date(2027, 6, 30)


def decision(**more: object) -> Decision:
    return Decision(Resolution.DEFERRED, "A. Rivera", "New materials", **more)  # type: ignore[arg-type]


def test_it_holds_through_its_last_day() -> None:
    assert decision(expires=LAST).holds(LAST)
    assert not decision(expires=LAST).holds(LAST + timedelta(days=1))


def test_without_a_last_day_it_holds_until_it_is_taken_back() -> None:
    assert decision().holds(date.max)


def test_it_says_what_it_is_about() -> None:
    assert decision(standard="A.1").subject == "A.1"
    assert decision(file="pd/x.docx").subject == "pd/x.docx"
    assert decision(standard="A.1", file="pd/x.docx").subject == "A.1 in pd/x.docx"
