"""A standard whose statement was pasted is claimed, with its code beside it or without."""

from __future__ import annotations

import pytest
from builders import standard
from hypothesis import given
from hypothesis import strategies as st

from curalign.claiming import claim_passages
from curalign.domain.grades import read_grades
from curalign.domain.links import Claim
from curalign.domain.materials import Kind, Material, Passage, Place, Role
from curalign.domain.standards import Framework

SHARES = "Split circles and rectangles into two, three or four equal shares and name each share with the right words."
CLOCKS = "Tell and write the time from clocks with hands and with digits to the nearest five minutes of the hour."
MINUTES = "Tell and write the time from clocks with hands and with digits to the nearest minute of the hour."
AGAIN = standard("R.2", CLOCKS, grades="3")
FRAMEWORK = Framework(
    (
        standard("Q.1", SHARES, grades="2"),
        standard("Q.2", CLOCKS, grades="2"),
        standard("Q.3", MINUTES, grades="3"),
        standard("Q.4", "Count to twenty by twos", grades="1"),
        AGAIN,
    )
)


def passage(text: str, role: Role = Role.CLAIM, grades: str = "2", path: str = "u.docx") -> Passage:
    return Passage(Material(path, Kind.UNIT, "A unit", grades=read_grades(grades)), Place(("Poetry week",)), text, role)


def codes(*claims: Claim) -> list[str | None]:
    return [claim.standard.code if claim.standard else None for claim in claims]


def claimed(text: str, role: Role = Role.CLAIM, grades: str = "2") -> list[str | None]:
    return codes(*claim_passages([passage(text, role, grades)], FRAMEWORK))


def test_a_copy_without_a_code_claims_its_standard_by_its_opening_words() -> None:
    [claim] = claim_passages([passage(SHARES)], FRAMEWORK)
    assert codes(claim) == ["Q.1"]
    assert SHARES.startswith(claim.cited.rstrip(" \u2026."))
    assert len(claim.cited) <= 60


def test_a_code_that_stands_there_too_is_no_second_claim() -> None:
    [claim] = claim_passages([passage(f"Q.1 {SHARES}")], FRAMEWORK)
    assert claim.cited == "Q.1"


@pytest.mark.parametrize("code_first", [True, False])
def test_a_code_in_the_passage_beside_it_is_its_code(code_first: bool) -> None:
    both = [passage("Q.1", Role.MENTION), passage(SHARES)]
    assert codes(*claim_passages(both if code_first else both[::-1], FRAMEWORK)) == ["Q.1"]


def test_a_code_in_another_document_is_not() -> None:
    both = [passage("Q.1", Role.MENTION, path="a.docx"), passage(SHARES, path="b.docx")]
    assert codes(*claim_passages(both, FRAMEWORK)) == ["Q.1", "Q.1"]


def test_several_copies_in_one_passage_are_claimed_in_their_order() -> None:
    assert claimed(f"{CLOCKS} \u2022 {SHARES}") == ["Q.2", "Q.1"]


def test_of_siblings_the_one_that_shares_most() -> None:
    assert claimed(MINUTES, grades="") == ["Q.3"]
    assert claimed(CLOCKS, grades="2") == ["Q.2"]


def test_between_equals_the_grade_of_the_document_decides() -> None:
    assert claimed(CLOCKS, grades="3") == ["R.2"]


@pytest.mark.parametrize(
    "reworded",
    [
        f"Students will {SHARES[0].lower()}{SHARES[1:]}",
        SHARES.replace("Split", "Divide").replace("right words", "proper words"),
        SHARES[: len(SHARES) * 2 // 3],
        SHARES.upper(),
    ],
)
def test_slightly_reworded_it_is_still_claimed(reworded: str) -> None:
    assert claimed(reworded) == ["Q.1"]


def test_a_short_statement_is_claimed_only_where_all_of_it_stands_there() -> None:
    assert claimed("Count to twenty by twos") == ["Q.4"]
    assert claimed("Count to twenty by threes") == []


@pytest.mark.parametrize("role", [Role.TASK, Role.OBJECTIVE, Role.NOTE, Role.BOILERPLATE])
def test_only_what_was_found_to_be_a_copy_or_a_plan_claims_by_its_words(role: Role) -> None:
    assert claimed(SHARES, role) == []


def test_a_row_of_a_plan_claims_the_statement_in_it() -> None:
    assert claimed(f"May | 3 | {SHARES} | Poems", Role.PLAN) == ["Q.1"]


@given(st.lists(st.sampled_from([SHARES, CLOCKS, MINUTES, "Q.1", "Q.2", "Pupils sing.", "|"]), max_size=8))
def test_each_standard_is_claimed_once_a_passage(parts: list[str]) -> None:
    found = claimed(" ".join(parts))
    assert len(found) == len(set(found))
    assert ("Q.1" in found) >= (SHARES in parts)
    assert ("Q.4" in found) is False
