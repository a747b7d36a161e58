"""What the rest of a document is about says what its passages may be about; a document of one subject less."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from curalign.domain.links import Candidates, Thresholds
from curalign.domain.materials import Kind, Material, Passage, Place, Role
from curalign.domain.standards import Standard
from curalign.judging.judge import Judge
from curalign.judging.own_subject import SIGNAL, find_shares, with_subject

SCIENCE, READING = (
    Standard("S.1", "S.1", "Model how light is reflected.", "own", subject="Science"),
    Standard("R.1", "R.1", "Cite evidence.", "own", subject="ELA"),
)
JUDGE = Judge("test", "any", -2.0, {"similarity": 10.0, SIGNAL: 0.5}, Thresholds(0.6, 0.2), competes=True)


def candidates(similarities: list[tuple[str, Role, float, float]]) -> Candidates:
    """Pairs of each passage, by its document, role and similarity, with both standards."""
    passages = tuple(
        Passage(Material(path, Kind.UNIT, path), Place(), f"{path} {n}", role)
        for n, (path, role, _, _) in enumerate(similarities)
    )
    values = np.array([(a, b) for _, _, a, b in similarities], np.float32).ravel()
    return Candidates(
        passages,
        (SCIENCE, READING),
        np.repeat(np.arange(len(passages), dtype=np.int32), 2),
        np.tile(np.arange(2, dtype=np.int32), len(passages)),
        {"similarity": values, SIGNAL: np.zeros_like(values)},
    )


def probability_of_reading(pairs: list[tuple[str, Role, float, float]]) -> float:
    """What the last passage gives the reading standard."""
    found = candidates(pairs)
    return float(JUDGE(with_subject(found, find_shares(JUDGE, found))).probability[-1])


UNCLEAR = ("optics.docx", Role.TASK, 0.1, 0.3)


def test_in_a_unit_of_science_a_passage_near_a_reading_standard_is_less_about_it() -> None:
    unit = [("optics.docx", Role.TASK, 0.6, 0.0)] * 6
    assert probability_of_reading([*unit, UNCLEAR]) < probability_of_reading([UNCLEAR]) - 0.1


def test_in_a_unit_of_both_it_is_about_it_as_much_as_alone() -> None:
    unit = [("optics.docx", Role.TASK, 0.6, 0.0), ("optics.docx", Role.TASK, 0.0, 0.6)] * 3
    assert probability_of_reading([*unit, UNCLEAR]) == pytest.approx(probability_of_reading([UNCLEAR]), abs=0.02)


def test_other_documents_and_what_is_no_evidence_say_nothing() -> None:
    others = [("waves.docx", Role.TASK, 0.6, 0.0), ("optics.docx", Role.MENTION, 0.6, 0.0)] * 3
    assert probability_of_reading([*others, UNCLEAR]) == pytest.approx(probability_of_reading([UNCLEAR]))


def test_a_standard_that_states_no_subject_is_judged_as_it_was() -> None:
    found = candidates([UNCLEAR])
    nameless = (SCIENCE, replace(SCIENCE, id="H.1", code="H.1", subject="History"), replace(READING, subject=""))
    three = replace(found, standards=nameless, standard=np.array([0, 2], np.int32))
    shares = find_shares(JUDGE, three)
    assert set(shares["optics.docx"]) == {"science", "history"}
    assert with_subject(three, shares).signals[SIGNAL].tolist() == [0.0, 0.0]


def test_one_subject_or_none_stated_has_no_shares() -> None:
    found = candidates([UNCLEAR])
    assert find_shares(JUDGE, replace(found, standards=(SCIENCE, replace(READING, subject="Physical science")))) == {}
    assert find_shares(JUDGE, replace(found, standards=(SCIENCE, replace(READING, subject="")))) == {}
    assert with_subject(found, {}) is found
