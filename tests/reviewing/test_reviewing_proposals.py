"""What a chat assistant proposed is told to whoever has answered, as what it is, and stays out of everything else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from reviewed_district import MARKUP, STANDARDS, Visitor, recorded

from curalign.domain.reviews import Answer, Review, Source
from curalign.reviewing.server import ReviewServer
from curalign.storage import ProposalLog


def test_a_proposal_is_seen_in_the_log_once_one_has_answered_and_is_nobodys_answer(
    served: tuple[ReviewServer, Path], visitor: Callable[[str], Visitor]
) -> None:
    _, folder = served
    for standard in STANDARDS:
        note = f"It is taught in unit 9. {MARKUP}"
        when = datetime.now(UTC)
        review = Review("assistant", when, Answer.YES, standard=standard.id, note=note, source=Source.MACHINE)
        ProposalLog(folder).add(review)
    ana = visitor("Ana")
    assert "unit 9" not in ana.get("number")
    assert "unit 9" not in ana.get("log")
    asked = ana.get("number").split('name="standard" value="')[1].split('"')[0]
    ana.post("answer", queue="number", standard=asked, passage="", answer="no")

    log = ana.get("log")
    assert log.count("It is taught in unit 9.") == 1
    assert "A chat assistant proposed (it is counted nowhere): Yes" in log
    assert MARKUP not in log
    assert [(review.reviewer, review.answer) for review in recorded(folder).standing] == [("Ana", Answer.NO)]
    assert "assistant" not in ana.get("results")
