from __future__ import annotations

from dataclasses import FrozenInstanceError
from datetime import UTC, datetime, timedelta, timezone

import pytest

from curalign.domain.reviews import Answer, Review

NOW = datetime(2026, 11, 27, 18, 30, tzinfo=UTC)


def test_a_review_says_who_when_what_and_why() -> None:
    review = Review("Ana Ruiz", NOW, Answer.PARTLY, standard="mv.m.3.4", passage="5f0c", note="No remainders yet.")
    assert review.subject == ("mv.m.3.4", "5f0c")
    assert review.time == "2026-11-27T18:30:00+00:00"
    assert datetime.fromisoformat(review.time) == review.when
    with pytest.raises(FrozenInstanceError):
        review.note = "All of it."  # type: ignore[misc]


@pytest.mark.parametrize("about", [{"standard": "mv.m.3.4"}, {"passage": "5f0c"}])
def test_a_review_is_about_a_standard_or_a_passage(about: dict[str, str]) -> None:
    assert Review("Ana Ruiz", NOW, Answer.NO, **about).subject == (about.get("standard", ""), about.get("passage", ""))


@pytest.mark.parametrize(
    ("reviewer", "when", "about", "message"),
    [
        (" ", NOW, "s", "names its reviewer"),
        ("Ana Ruiz", NOW, "", "about a standard, a passage or both"),
        ("Ana Ruiz", NOW.replace(tzinfo=None), "s", "in UTC"),
        ("Ana Ruiz", NOW.astimezone(timezone(timedelta(hours=-5))), "s", "in UTC"),
    ],
)
def test_a_review_that_nobody_could_follow_back_is_refused(
    reviewer: str, when: datetime, about: str, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        Review(reviewer, when, Answer.YES, standard=about)


def test_an_answer_may_be_that_one_cannot_tell() -> None:
    assert [str(answer) for answer in Answer] == ["yes", "partly", "no", "cannot_tell"]
