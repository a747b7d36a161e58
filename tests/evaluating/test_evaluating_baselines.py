"""Rankings by words: numbers worked out by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest

from curalign.evaluating.baselines import bm25, tfidf

STATEMENTS = ["add fractions", "measure angles", "measure lengths with rulers"]


@pytest.mark.parametrize("compare", [tfidf, bm25])
def test_shared_words_rank_first_and_none_give_nothing(compare) -> None:
    scores = compare(["Pupils add two fractions.", "Poems about autumn."], STATEMENTS)
    assert scores.shape == (2, 3)
    assert scores[0].argmax() == 0
    assert scores[1].tolist() == [0, 0, 0]


def test_bm25_by_hand() -> None:
    # measure is in 2 of 3 statements; their lengths are 2, 2 and 3 words without stop words, 7/3 on average.
    rarity = math.log(1 + (3 - 2 + 0.5) / (2 + 0.5))
    held_back = 1.2 * (1 - 0.75 + 0.75 * 2 / (7 / 3))
    assert bm25(["measure"], STATEMENTS)[0, 1] == pytest.approx(rarity * 2.2 / (1 + held_back))
    assert bm25(["measure, measure"], STATEMENTS)[0, 1] == pytest.approx(2 * rarity * 2.2 / (1 + held_back))


def test_a_statement_beside_itself_has_cosine_one() -> None:
    assert np.diag(tfidf(STATEMENTS, STATEMENTS)) == pytest.approx(1)


@pytest.mark.parametrize("compare", [tfidf, bm25])
def test_statements_without_words_and_no_texts(compare) -> None:
    assert compare(["add"], ["the", "of"]).tolist() == [[0, 0]]
    assert compare([], STATEMENTS).shape == (0, 3)
