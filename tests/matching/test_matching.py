"""A passage meets the standards of its grade, is judged on its own, and off-grade is a second pass."""

from __future__ import annotations

import numpy as np
from builders import standard
from hypothesis import given
from hypothesis import strategies as st

from curalign.domain.links import Candidates
from curalign.domain.materials import Kind, Material, Passage, Place, Role
from curalign.domain.standards import Standard
from curalign.domain.vectors import Embedded
from curalign.embedding import embed, load_encoder
from curalign.matching import SIGNALS, Matcher

ENCODER = load_encoder("hashing")
STANDARDS = (
    standard("3.M", "Measure lengths with a ruler in centimeters", grades="3"),
    standard("3.P", "Describe how a plant grows from a seed", grades="3"),
    standard("4.M", "Convert meters to centimeters and kilometers to meters", grades="4"),
    standard("A.W", "Write about what was measured and observed", grades=""),
)
TEXTS = ("Pupils measure pencils with a ruler.", "The seed grows into a plant.", "Convert meters to centimeters!", "")


def passages(*texts: str, grades: tuple[str, ...] = ("3",)) -> Embedded[Passage]:
    found = tuple(
        Passage(Material(f"u{i}.md", Kind.UNIT, "", grades=grades), Place(), t, Role.TASK) for i, t in enumerate(texts)
    )
    return Embedded(found, embed(texts, ENCODER))


def matcher() -> Matcher:
    return Matcher(Embedded(STANDARDS, embed([s.statement for s in STANDARDS], ENCODER)))


def pairs(found: Candidates) -> set[tuple[str, str]]:
    """The pairs that are asked for, without what they only compete with."""
    asked = found if found.asked is None else found.where(found.asked)
    return {
        (asked.passages[p].text, asked.standards[s].code) for p, s in zip(asked.passage, asked.standard, strict=True)
    }


def test_a_passage_meets_the_standards_of_its_grade_and_those_without_one() -> None:
    assert {code for _, code in pairs(matcher().on_grade(passages(TEXTS[0])))} == {"3.M", "3.P", "A.W"}


def test_a_passage_without_a_grade_meets_them_all() -> None:
    assert len(matcher().on_grade(passages(TEXTS[0], grades=()))) == len(STANDARDS)


def test_asked_grades_are_a_hard_filter() -> None:
    assert {code for _, code in pairs(matcher().on_grade(passages(TEXTS[2], grades=()), ["4"]))} == {"4.M", "A.W"}


def test_what_is_asked_for_changes_nothing_of_what_a_document_is_compared_with() -> None:
    some, every = (matcher().on_grade(passages(*TEXTS), grades) for grades in (["4"], []))
    assert pairs(some) < pairs(every)
    for name in SIGNALS:
        np.testing.assert_array_equal(some.signals[name], every.signals[name])


def test_off_grade_holds_only_what_is_closer_than_everything_of_the_own_grade() -> None:
    assert pairs(matcher().off_grade(passages(*TEXTS[:3]))) == {(TEXTS[2], "4.M")}


def test_the_floor_drops_what_is_not_worth_judging() -> None:
    every, some = matcher().on_grade(passages(*TEXTS)), matcher().on_grade(passages(*TEXTS), floor=0.0)
    assert 0 < len(some) < len(every)
    assert pairs(some) < pairs(every)


@given(st.permutations(TEXTS), st.integers(1, len(TEXTS)))
def test_what_a_passage_reaches_does_not_depend_on_the_others(texts: list[str], some: int) -> None:
    def values(found: Candidates) -> dict[tuple[str, str], list[float]]:
        rows = range(len(found))
        keys = [(found.passages[found.passage[r]].text, found.standards[found.standard[r]].code) for r in rows]
        return {k: [float(found.signals[n][r]) for n in SIGNALS] for k, r in zip(keys, rows, strict=True)}

    alone, together = values(matcher().on_grade(passages(*texts[:some]))), values(matcher().on_grade(passages(*texts)))
    for key, row in alone.items():
        np.testing.assert_allclose(row, together[key], atol=1e-5)


def test_a_standard_that_gathers_others_is_told_from_those_that_state_something() -> None:
    gathered = (
        standard("3.NF", "Number and fractions"),
        standard("3.NF.1", "Understand a fraction", parent="3.NF"),
        standard("3.NF.2", "Place fractions on a line", parent="3.NF"),
        standard("3.NF.2a", "Place one half on a line", parent="3.NF.2"),
    )
    found = Matcher(Embedded(gathered, embed([s.statement for s in gathered], ENCODER))).on_grade(passages("half"))
    assert found.signals["heading"].tolist() == [1, 0, 0, 0]


def test_no_passages_and_no_words_are_no_error() -> None:
    assert len(matcher().on_grade(Embedded((), np.zeros((0, ENCODER.encode(["x"]).shape[1]), np.float32)))) == 0
    silent = (standard("X.1", "..."), standard("X.2", "---"))
    found = Matcher(Embedded(silent, embed([s.statement for s in silent], ENCODER))).on_grade(passages("words"))
    assert not found.signals["words"].any()


def test_what_a_framework_explains_beside_a_statement_is_read_by_words_and_its_boundary_is_not() -> None:
    plain = Standard("a", "A", "Prove theorems about angles", "F")
    told = Standard(
        *("b", "B", "Prove theorems about angles", "F"),
        extra={"Clarification Statement": "Vertical ones are congruent.", "Assessment Boundary": "No transversals."},
    )
    found = Matcher(Embedded((plain, told), embed([plain.meaning, told.meaning], ENCODER))).on_grade(
        passages("Vertical pairs are congruent.", "Transversals.", grades=())
    )
    terms = found.signals["terms"].reshape(2, 2)
    assert terms[0, 1] > terms[0, 0]
    assert terms[1, 0] == terms[1, 1] == 0
