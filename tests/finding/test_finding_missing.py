from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curalign.finding.missing import missing_parts

DECIMALS = "Add, subtract, multiply and divide decimals"


@pytest.mark.parametrize(
    ("statement", "says", "missing"),
    [
        (DECIMALS, "We add decimals in columns", ("subtract", "multiply")),
        (DECIMALS, "Adding, subtraction, multiplying, division of money", ()),
        (DECIMALS, "Puppies", ()),
        ("Draw a map (e.g., of a pond) and label it", "Pupils draw a map", ("label it",)),
        ("Draw maps of places such as ponds, parks, and streets", "Draw a map of home", ()),
        ("Solve problems about area, and explain how", "The area of the yard", ()),
        ("Compare fractions; justify with a number line", "Compare these fractions", ("justify with a number line",)),
        ("", "Anything", ()),
    ],
)
def test_the_parts_that_no_word_of_the_text_belongs_to(statement: str, says: str, missing: tuple[str, ...]) -> None:
    assert missing_parts(statement, [says]) == missing


@given(st.text(max_size=200), st.lists(st.text(max_size=100), max_size=3), st.text(max_size=100))
def test_more_text_mentions_no_less_of_what_is_mentioned(statement: str, texts: list[str], more: str) -> None:
    before, after = missing_parts(statement, texts), missing_parts(statement, [*texts, more])
    assert not before or set(after) <= set(before)


@given(st.text(max_size=300))
def test_nothing_is_missing_of_a_statement_in_its_own_words(statement: str) -> None:
    assert missing_parts(statement, [statement]) == ()
