"""A district that is segmented part by part has the passages that it has when it is segmented at once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from curalign.domain.materials import Block, Kind, Material, Passage, Role, Section, Spot
from curalign.segmenting import Furniture, segment

LINES = st.sampled_from(["River School", "Keep dry", "Grade 3 Unit 1 page 4", "7", "Pupils fold a strip of paper."])
pages = st.lists(st.tuples(LINES, LINES, LINES), min_size=1, max_size=4)


def document(name: str, texts: list[tuple[str, ...]]) -> Material:
    blocks = (Block(text, spot=Spot(page=n)) for n, page in enumerate(texts, 1) for text in page)
    return Material(name, Kind.UNIT, name, (Section((), tuple(blocks)),))


districts = st.lists(pages, max_size=8).map(lambda all_: [document(f"{n}.docx", one) for n, one in enumerate(all_)])
furniture = districts.map(Furniture.of)


@given(districts, st.data())
def test_parts_segmented_with_the_counts_of_all_give_the_passages_of_the_whole(
    materials: list[Material], data: st.DataObject
) -> None:
    machines = data.draw(st.lists(st.integers(0, 3), min_size=len(materials), max_size=len(materials)))
    parts = [[m for m, own in zip(materials, machines, strict=True) if own == n] for n in range(4)]
    counts = sum((Furniture.of(part) for part in data.draw(st.permutations(parts))), Furniture())
    whole: dict[str, list[Passage]] = {}
    for passage in segment(materials):
        whole.setdefault(passage.material.path, []).append(passage)
    for part in parts:
        found = segment(part, furniture=counts)
        assert list(found) == [passage for material in part for passage in whole[material.path]]


@given(furniture, furniture, furniture)
def test_counts_add_up_in_any_order_and_grouping(one: Furniture, two: Furniture, three: Furniture) -> None:
    assert one + Furniture() == Furniture() + one == one
    assert one + two == two + one
    assert (one + two) + three == one + (two + three)


def test_a_part_alone_cannot_see_what_most_documents_share() -> None:
    made = [document(f"{n}.docx", [(f"Pupils fold paper, number {n}.", "River School")]) for n in range(4)]
    everywhere = Furniture.of(made)
    assert [p.role for p in segment(made[:1])] == [Role.TASK]
    assert [p.role for p in segment(made[:1], furniture=everywhere)] == [Role.TASK, Role.BOILERPLATE]


def test_a_line_that_stands_twice_in_a_document_counts_once() -> None:
    twice = document("a.docx", [("Keep dry", "Keep dry"), ("Keep dry", "River School")])
    assert Furniture.of([twice]) == Furniture(1, {"keep dry": 1, "river school": 1})
