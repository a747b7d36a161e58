"""Encoder, judge, settings and cache as one value, which can be sent to another process."""

from __future__ import annotations

import pickle  # noqa: TID251  # as a scheduler sends it to a worker; nothing of ours is kept so
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

import curalign as ca
from curalign.embedding import VectorCache
from curalign.settings import Settings


class CountingEncoder:
    """Letters counted, and how many texts were asked for."""

    name = "letters"
    fingerprint = "letters@1"
    note = ""

    def __init__(self) -> None:
        self.asked = 0

    def encode(self, texts: Sequence[str], progress: object = None) -> NDArray[np.float32]:
        self.asked += len(texts)
        rows = np.array([[1 + text.lower().count(chr(c)) for c in range(97, 123)] for text in texts], np.float32)
        return rows.reshape(-1, 26) / np.linalg.norm(rows.reshape(-1, 26), axis=1, keepdims=True)


@pytest.mark.parametrize("name", ["default", "hashing"])
def test_a_pickled_aligner_aligns_and_suggests_the_same(small_district: Path, tmp_path: Path, name: str) -> None:
    settings = Settings().with_changes(embedding={"encoder": name}, segmenting={"words": 60})
    aligner = ca.Aligner(settings=settings, cache=VectorCache(tmp_path / "vectors.sqlite"))
    sent = pickle.loads(pickle.dumps(aligner))
    district = ca.read_district(small_district)
    here, there = (one.align(district.framework, district.materials) for one in (aligner, sent))
    assert there.rows() == here.rows()
    assert there.made_with == here.made_with
    assert sent.fingerprint == aligner.fingerprint
    texts = ["Seeds grow into plants.", "What time is it on the clock?"]
    first, second = (one.suggest(district.framework, texts, ["3"], 2) for one in (aligner, sent))
    assert [[(link.standard, link.probability) for link in links] for links in second] == [
        [(link.standard, link.probability) for link in links] for links in first
    ]
    sent.cache.close()
    aligner.cache.close()


def test_the_doors_give_what_an_aligner_gives(small_district: Path) -> None:
    district = ca.read_district(small_district)
    aligner = ca.Aligner()
    texts = ["Seeds grow into plants."]
    assert (
        ca.align(district.framework, district.materials).rows()
        == aligner.align(district.framework, district.materials).rows()
    )
    assert [link.probability for link in ca.suggest(district.framework, texts)[0]] == [
        link.probability for link in aligner.suggest(district.framework, texts)[0]
    ]


def test_a_frameworks_statements_are_embedded_once(small_district: Path) -> None:
    encoder = CountingEncoder()
    aligner = ca.Aligner(encoder=encoder)
    framework = ca.read_framework(small_district / "standards" / "standards.csv")
    aligner.suggest(framework, ["Seeds grow into plants."])
    once = encoder.asked
    for _ in range(5):
        aligner.suggest(ca.read_framework(small_district / "standards" / "standards.csv"), ["Seeds grow into plants."])
    assert encoder.asked - once == 5


def test_an_aligner_says_for_which_subjects_nobody_measured(small_district: Path) -> None:
    framework = ca.read_framework(small_district / "standards" / "standards.csv")
    district = ca.read_district(small_district)
    aligner = ca.Aligner()
    answered = [standard for standard in framework.standards if framework.counts(standard)]
    assert aligner.align(district.framework, district.materials).made_with.limits == aligner.limits(answered)
