"""Texts as weighed words: the same numbers as scikit-learn's, which takes longer to load than they take to work out."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from curalign.terms import STOP_WORDS, Terms, words_of

WORDS = ("area", "areas", "Área", "fraction", "the", "of", "x", "3/4", "two", "número", "ﬁgure", "面積", "don't")
TEXT = st.one_of(st.text(max_size=30), st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))


def of_scikit_learn(texts: Sequence[str], others: Sequence[str]) -> NDArray[np.float32]:
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectors = TfidfVectorizer(sublinear_tf=True, stop_words="english", strip_accents="unicode")
    try:
        known = vectors.fit_transform(texts).astype(np.float32)
    except ValueError:  # not one word
        return np.zeros((len(others), len(texts)), np.float32)
    found: NDArray[np.float32] = (vectors.transform(others).astype(np.float32) @ known.T).toarray()
    return found


def cosines(texts: Sequence[str], others: Sequence[str]) -> NDArray[np.float32]:
    terms = Terms([words_of(text) for text in texts])
    return terms.cosines([words_of(text) for text in others], np.arange(len(texts)))


@given(st.lists(TEXT, max_size=8), st.lists(TEXT, min_size=1, max_size=8))
def test_the_cosines_are_those_of_scikit_learn(texts: list[str], others: list[str]) -> None:
    found = cosines(texts, others)
    assert found.dtype == np.float32
    np.testing.assert_allclose(found, of_scikit_learn(texts, others), rtol=0, atol=1e-7)


def test_the_stop_words_are_those_of_scikit_learn() -> None:
    from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

    assert STOP_WORDS == ENGLISH_STOP_WORDS


def test_words_are_read_without_capitals_accents_and_what_says_nothing() -> None:
    assert words_of("The ÁREA of a rectangle, 12 cm² by x") == ["area", "rectangle", "12", "cm2"]


def test_a_rare_word_in_common_says_more_than_a_frequent_one() -> None:
    texts = ["measure area", "measure time", "measure weight"]
    to_area, to_time, _ = cosines(texts, ["area"])[0]
    assert to_area > cosines(texts, ["measure"])[0, 0] > to_time == 0


def test_only_the_chosen_texts_are_compared_in_their_order() -> None:
    texts = ["area of a rectangle", "tell the time", "weigh an apple"]
    terms = Terms([words_of(text) for text in texts])
    others = [words_of("time"), words_of("apple")]
    both = terms.cosines(others, np.array([2, 1]))
    assert (both > 0).tolist() == [[False, True], [True, False]]


def test_words_are_weighed_without_scikit_learn() -> None:
    code = (
        "import sys, numpy\nfrom curalign.terms import Terms\nTerms([['area']]).cosines([['area']], numpy.array([0]))\n"
    )
    code += "print('sklearn' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
