"""A passage is known again by its words and, where these repeat, by its neighbours: not by its file or its headings."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curalign.domain.identities import find_again, identify
from curalign.domain.materials import Kind, Material, Passage, Place, Role, Spot
from curalign.reading import read_document
from curalign.segmenting import segment

WORDS = ["Fold a paper strip.", "Count by tens.", "Exit ticket.", "Tell the time.", "Draw a graph.", "Plant beans."]
texts = st.lists(st.sampled_from(WORDS), max_size=6)
district_texts = st.lists(texts, max_size=4)
different_texts = st.lists(st.sampled_from(WORDS), unique=True, min_size=1)


def document(path: str, texts: Sequence[str], heading: str = "Lesson 1") -> list[Passage]:
    material = Material(path, Kind.UNIT, path)
    return [Passage(material, Place((heading,), Spot(line=n)), text, Role.TASK) for n, text in enumerate(texts, 1)]


def district(documents: Sequence[Sequence[str]], names: Sequence[str] = "abcd", heading: str = "") -> list[Passage]:
    return [p for name, texts in zip(names, documents, strict=False) for p in document(f"units/{name}", texts, heading)]


@given(district_texts)
def test_ids_of_a_run_are_all_different(documents: list[list[str]]) -> None:
    ids = identify(district(documents))
    assert len(set(ids)) == len(ids)


@given(district_texts, st.permutations("wxyz"), st.text(max_size=5))
def test_renaming_moving_and_other_headings_change_no_id(
    documents: list[list[str]], names: list[str], heading: str
) -> None:
    """Where words and neighbours are the same as well, as in copies, an id may pass from copy to copy."""
    before, after = district(documents), district(documents, names, heading)
    ids = identify(before), identify(after)
    found = [{id_: p.text for id_, p in zip(*run, strict=True)} for run in zip(ids, (before, after), strict=True)]
    assert found[0] == found[1]
    texts = [passage.text for passage in before]
    for one, other, text in zip(*ids, texts, strict=True):
        assert one == other or texts.count(text) > 1


@given(st.lists(different_texts, min_size=1, max_size=3, unique_by=tuple), st.data())
def test_an_edit_elsewhere_leaves_the_id_of_words_that_stand_once(
    documents: list[list[str]], data: st.DataObject
) -> None:
    where = data.draw(st.sampled_from(range(len(documents))))
    at = data.draw(st.sampled_from(range(len(documents[where]))))
    edited = [list(texts) for texts in documents]
    edited[where][at : at + 1] = data.draw(st.sampled_from([[], ["Something new."], ["Something new.", "And more."]]))
    before, after = district(documents), district(edited, ["new name", "b", "c"])
    now = {p.text: id_ for p, id_ in zip(after, identify(after), strict=True)}
    everywhere = [p.text for p in before]
    for passage, id_ in zip(before, identify(before), strict=True):
        if everywhere.count(passage.text) == 1 and passage.text in now:
            assert now[passage.text] == id_


@given(district_texts, st.data())
def test_the_order_of_the_documents_makes_no_difference(documents: list[list[str]], data: st.DataObject) -> None:
    made = [document(name, texts) for name, texts in zip("abcd", documents, strict=False)]
    shuffled = data.draw(st.permutations(made))
    one, other = ([p for own in some for p in own] for some in (made, shuffled))
    assert dict(zip(one, identify(one), strict=True)) == dict(zip(other, identify(other), strict=True))


def test_how_words_are_written_makes_no_difference_and_what_they_are_does() -> None:
    as_typed, as_printed = identify(document("a", ["Fold  a\npaper."])), identify(document("b", ["FOLD a paper."]))
    assert as_typed == as_printed
    assert as_typed != identify(document("a", ["Fold a paper strip."]))
    assert identify(document("a", ["3 + 4"])) != identify(document("a", ["3 - 4"]))


def test_neighbours_tell_repeated_words_apart() -> None:
    lesson = ["Fold.", "Exit ticket.", "Count.", "Exit ticket.", "Draw."]
    before = identify(document("a", lesson))
    after = identify(document("moved/b", ["New start.", *lesson[:4], "Draw it large."]))
    assert before[1] != before[3]
    assert after[2] == before[1]  # it still stands between folding and counting
    assert after[4] != before[3]  # what followed was edited, so only its words tell: `find_again` is for these
    assert after[4].split("-")[0] == before[3].split("-")[0]


@given(district_texts, st.permutations("wxyz"), st.text(max_size=5))
def test_all_is_found_again_under_any_names(documents: list[list[str]], names: list[str], heading: str) -> None:
    old, new = district(documents), district(documents, names, heading)
    found = [at for at in find_again(old, new) if at is not None]
    assert sorted(found) == list(range(len(new)))
    assert [new[at].text for at in found] == [p.text for p in old]


@given(district_texts, district_texts)
def test_nothing_is_found_twice_and_the_same_words_are_found_as_often_as_they_are_there(
    documents: list[list[str]], others: list[list[str]]
) -> None:
    old, new = district(documents), district(others)
    found = find_again(old, new)
    there = [at for at in found if at is not None]
    assert len(set(there)) == len(there)
    for text in WORDS:
        both = min(sum(p.text == text for p in some) for some in (old, new))
        assert sum(at is not None and old[i].text == new[at].text == text for i, at in enumerate(found)) == both


@pytest.mark.parametrize("name", ["a", "b"])
@pytest.mark.parametrize(
    ("left", "expected"),
    [
        (["Count.", "Exit ticket.", "Draw."], (None, None, 0, 1, 2)),
        (["Fold.", "Exit ticket.", "Draw."], (0, 1, None, None, 2)),
        (["Exit ticket.", "Draw."], (None, None, None, 0, 1)),
        (["Count.", "Exit ticket.", "Fold.", "Exit ticket.", "Draw."], (2, 3, 0, 1, 4)),
    ],
)
def test_neighbours_tell_which_of_the_same_words_is_left(name: str, left: list[str], expected: tuple[int]) -> None:
    lesson = ["Fold.", "Exit ticket.", "Count.", "Exit ticket.", "Draw."]
    assert find_again(document("a", lesson), document(name, left)) == expected


@given(different_texts, st.sampled_from(["a/unit", "n/unit", "z/unit"]), st.data())
def test_a_renamed_and_edited_document_is_told_from_copies_of_it(
    lesson: list[str], name: str, data: st.DataObject
) -> None:
    """All its words but one passage's stand in the copies as well, of which one came new with the later run."""
    at = data.draw(st.sampled_from(range(len(lesson))))
    edited = [f"Now with care: {text.lower()}" if n == at else text for n, text in enumerate(lesson)]
    own = "These words stand in this document alone."
    old = [*document("copy", lesson), *document("unit", [own, *lesson])]
    new = [*document("copy", lesson), *document(name, [own, *edited]), *document("more", lesson)]
    found = list(find_again(old, new))
    in_its_place = len(lesson) + 1 + at
    found.pop(in_its_place)  # the edited one is the same words in the new copy, or an edit in its place: both are fair
    assert found == [n for n in range(len(old)) if n != in_its_place]


@pytest.mark.parametrize(
    ("was", "now", "same"),
    [
        ("Pupils fold a strip of paper into six parts.", "Pupils fold a strip of paper into eight parts.", True),
        ("Pupils fold a strip of paper into six parts.", "Then pupils fold a strip of paper in six parts.", True),
        ("Pupils fold a strip of paper into six parts.", "Pupils plant beans and draw how the roots grow.", False),
        ("Pupils fold a strip of paper into six parts.", "Pupils fold napkins.", False),
        ("* * *", "---", False),
    ],
)
def test_an_edited_passage_is_the_one_that_is_most_alike(was: str, now: str, same: bool) -> None:
    old, new = document("a", ["Count by tens.", was]), document("b", ["Tell the time.", now])
    assert find_again(old, new) == (None, 1 if same else None)


def test_of_two_passages_that_are_alike_the_nearer_is_found() -> None:
    old = document("a", ["Fold a strip of paper into six equal parts and name each part."])
    near = "Fold a strip of paper into six equal parts and name every part."
    far = "Fold a strip of paper into two equal parts and colour each part."
    assert find_again(old, document("b", [far, near])) == (1,)


LESSONS = """# Fractions, Grade 3

## Lesson 1: Folding

Pupils fold a strip of paper into parts of the same size and name each part as a fraction of the strip.

## Lesson 2: {name}

Pupils {verb} fractions on a number line from zero to one and tell which of two fractions is greater.

## Lesson 3: Sharing

Pupils share four pizzas among six children and explain in words and drawings how much each child gets.
"""


def test_a_file_that_was_renamed_moved_and_lightly_edited_has_the_same_passages(tmp_path: Path) -> None:
    def passages(path: str, name: str, verb: str) -> tuple[Passage, ...]:
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(LESSONS.format(name=name, verb=verb), encoding="utf-8")
        return segment([read_document(file)])

    old = passages("unit 3.md", "Number lines", "place")
    new = passages("archive/2027/fractions.md", "The number line", "carefully place")
    assert find_again(old, new) == (0, 1, 2)
    same = [one == other for one, other in zip(identify(old), identify(new), strict=True)]
    assert same == [True, False, True]
