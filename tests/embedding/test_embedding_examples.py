"""What our own texts say of known standards, for any encoder."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from curalign.embedding import VectorCache, embed, examples_for, load_encoder, load_examples
from curalign.embedding.examples import load_words


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


def test_vectors_are_kept_for_the_next_time(tmp_path: Path) -> None:
    with VectorCache(tmp_path / "vectors.sqlite") as cache:
        first = examples_for(load_encoder("hashing"), ["RL.3.1"], cache)
        again = examples_for(load_encoder("hashing"), ["RL.3.1"], cache)
    assert first is not None
    assert again is not None
    assert (first.rows == again.rows).all()
