"""What our own texts say of known standards, for any encoder."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from curalign.aligning import suggest
from curalign.domain.standards import Framework, Standard
from curalign.embedding import embed, examples_for, load_encoder, load_examples
from curalign.embedding.examples import load_words
from curalign.judging import load_judge
from curalign.resources import models_folder


def test_examples_of_an_encoder_that_none_are_shipped_for_are_made_for_the_codes_at_hand() -> None:
    found = examples_for(load_encoder("hashing"), ["no such code", "6.NS.B.3", "RL.3.1", "RL.3.1"])
    assert found is not None
    assert found.codes == ("6.NS.B.3", "RL.3.1")
    assert found.words == tuple(load_words()[code] for code in found.codes)
    assert np.linalg.norm(found.rows, axis=1) == pytest.approx([1, 1], abs=1e-5)


def test_a_direction_is_that_of_its_texts_and_of_no_others() -> None:
    encoder = load_encoder("hashing")
    found = examples_for(encoder, ["6.NS.B.3", "RL.3.1"])
    assert found is not None
    near = embed(list(found.words), encoder) @ found.rows.T
    assert near[0, 0] > near[0, 1]
    assert near[1, 1] > near[1, 0]


def test_a_shipped_encoder_brings_all_of_its_own_along() -> None:
    encoder = load_encoder("standards")
    shipped, found = load_examples(encoder), examples_for(encoder, ["RL.3.1"])
    assert shipped is not None
    assert found is not None
    assert found.codes == shipped.codes
    assert (found.rows == shipped.rows).all()


def test_codes_that_we_have_no_texts_for_have_no_examples() -> None:
    assert examples_for(load_encoder("hashing"), ["PH.1"]) is None


def test_a_judge_that_weighs_them_has_them_with_an_encoder_of_ones_own(tmp_path: Path) -> None:
    shutil.copytree(models_folder() / "encoders" / "standards-open", tmp_path / "ours")
    card = json.loads((tmp_path / "ours" / "encoder.json").read_text(encoding="utf-8"))
    (tmp_path / "ours" / "encoder.json").write_text(json.dumps(card | {"name": "ours"}), encoding="utf-8")
    encoder = load_encoder(str(tmp_path / "ours"))
    assert load_examples(encoder) is None
    said = "Fluently add, subtract, multiply, and divide multi-digit decimals using the standard algorithm."
    framework = Framework((Standard("6.NS.B.3", "6.NS.B.3", said, "core", ("6",)),))
    texts = ["Partners estimate the sum of two decimals, add them with the standard algorithm and check each other."]
    judge = replace(load_judge("standards-open"), encoder="any")
    ((link,),) = suggest(framework, texts, encoder=encoder, judge=judge)
    measured = {reason.signal: reason.value for reason in link.evidence}
    assert measured["examples"] != pytest.approx(link.similarity, abs=1e-3)
    assert measured["example_terms"] != pytest.approx(measured["terms"], abs=1e-3)
