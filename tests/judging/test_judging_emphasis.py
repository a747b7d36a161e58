"""A judge may bring along how often lessons teach a standard; what it does not know counts neither way."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from builders import standard

from curalign.domain.links import Candidates, Link
from curalign.domain.materials import Kind, Material, Passage, Place, Role
from curalign.domain.standards import Standard
from curalign.errors import ModelError
from curalign.judging import Judge, load_judge
from curalign.matching import SIGNALS
from curalign.training.fitting import to_json

ELA = "English language arts"
OFTEN = {ELA: {"RL.3.1": 1.5}, "mathematics": {"3.NF.1": -2.0}}


def test_a_standard_that_lessons_often_teach_is_more_likely() -> None:
    usual, other = (judged(one(code)) for code in ("RL.3.1", "RL.3.9"))
    assert usual.probability > other.probability
    reason = next(reason for reason in usual.evidence if reason.signal == "emphasis")
    assert reason.value == pytest.approx(1.5)
    assert "emphasis" not in [reason.signal for reason in other.evidence]


@pytest.mark.parametrize("code", ["3.NF.1", "3.NF.A.1", "CCSS.MATH.CONTENT.3.NF.A.1", "CCSS.Math.Content.3.NF.A.1"])
def test_every_notation_of_a_code_is_known(code: str) -> None:
    assert emphasised(judged(one(code, subject="Math")))


def test_an_alias_is_known_too() -> None:
    assert emphasised(judged(replace(one("LOCAL-7"), aliases=("CCSS.ELA-LITERACY.RL.3.1",))))


@pytest.mark.parametrize("subject", ["", "Science", "Mathematics"])
def test_the_same_code_in_another_subject_is_not_meant(subject: str) -> None:
    assert not emphasised(judged(one("RL.3.1", subject=subject)))


def test_the_default_judge_knows_the_anchors_that_language_arts_return_to() -> None:
    known = load_judge("standards").emphasis[ELA]
    assert known["RI.4.1"] > 0 > known["RH.6-8.10"]
    assert not load_judge("standards-open").emphasis


def test_what_a_judge_brings_along_is_stored_with_it(tmp_path: Path) -> None:
    path = tmp_path / "own.json"
    path.write_text(to_json(judge(), {}), encoding="utf-8")
    assert load_judge(str(path)).emphasis == OFTEN


@pytest.mark.parametrize("broken", ["Infinity", '"often"', "null"])
def test_an_emphasis_that_is_no_number_is_refused(tmp_path: Path, broken: str) -> None:
    path = tmp_path / "own.json"
    path.write_text(to_json(judge(), {}).replace("1.5", broken), encoding="utf-8")
    with pytest.raises(ModelError, match=r"own\.json"):
        load_judge(str(path))


def judge() -> Judge:
    return replace(load_judge("standards"), emphasis=OFTEN)


def one(code: str, subject: str = "ELA") -> Standard:
    return replace(standard(code), subject=subject)


def judged(about: Standard) -> Link:
    passage = Passage(Material("u.md", Kind.UNIT, ""), Place(), "text", Role.TASK)
    signals = {name: np.zeros(1, np.float32) for name in SIGNALS}
    first = np.zeros(1, np.int32)
    return judge()(Candidates((passage,), (about,), first, first, signals))[0]


def emphasised(link: Link) -> bool:
    return any(reason.signal == "emphasis" for reason in link.evidence)
