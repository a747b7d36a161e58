"""CASE 1.0 and 1.1 packages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_frameworks import POND, edge, item, package, write, write_case

from curalign.domain.standards import Association
from curalign.errors import FrameworkError
from curalign.reading.frameworks import read_framework


def test_a_package(tmp_path: Path) -> None:
    items = [
        item("g1", "M", CFItemType="Strand"),
        item("g2", "M.1", educationLevel=["03", "KG"], CFItemType="Standard", subject=["Mathematics"]),
    ]
    edges = [edge("g2", "isChildOf", "g1"), edge("g1", "isChildOf", "d0"), edge("g2", "precedes", "elsewhere")]
    path = write_case(tmp_path, package(items, edges))
    framework = read_framework(path)
    strand, standard = framework
    assert (standard.id, standard.code, standard.statement) == ("g2", "M.1", "Statement of g2")
    assert (standard.grades, standard.subject, standard.level) == (("K", "3"), "Mathematics", "Standard")
    assert framework.parent(standard) == strand
    assert strand.parent is None, "the document is not a parent"
    assert "parent" not in strand.extra
    assert Association("g2", "precedes", "elsewhere", "g2-precedes-elsewhere") in framework.associations
    (source,) = framework.sources
    assert (source.id, source.title, source.licence) == ("d0", "Pond Hill science", "CC BY 4.0")
    assert (source.standards, source.file, standard.framework) == (2, path.as_posix(), "d0")


PLAIN = package([item("g1", "M.1")])


@pytest.mark.parametrize(
    "value",
    [
        PLAIN,
        {"CFPackage": PLAIN},
        [PLAIN],
        [{"CFPackage": PLAIN}],
        {"CFPackages": [PLAIN]},
        {"CFItems": PLAIN["CFItems"]},
    ],
    ids=["bare", "wrapped", "list", "wrapped in a list", "packages", "items alone"],
)
def test_however_it_is_wrapped(tmp_path: Path, value: Any) -> None:
    assert [s.code for s in read_framework(write_case(tmp_path, value))] == ["M.1"]


def test_several_packages_in_one_file_are_several_sources(tmp_path: Path) -> None:
    other = package([item("g9", "N.1")], document={"identifier": "d9", "title": "Pond Hill math"})
    framework = read_framework(write_case(tmp_path, [PLAIN, other]))
    assert [(source.id, source.standards) for source in framework.sources] == [("d0", 1), ("d9", 1)]


def test_standards_stand_in_the_order_of_the_tree(tmp_path: Path) -> None:
    items = [item("b2"), item("a"), item("b"), item("b1"), item("loose"), item("b3")]
    edges = [
        *(edge("a", "isChildOf", "d0", sequenceNumber=1), edge("b", "isChildOf", "d0", sequenceNumber=2)),
        edge("b1", "isChildOf", "b", sequenceNumber="1"),
        edge("b2", "isChildOf", "b", sequenceNumber=2),
        edge("b3", "isChildOf", "b"),
    ]
    framework = read_framework(write_case(tmp_path, package(items, edges)))
    assert [s.id for s in framework] == ["a", "b", "b1", "b2", "b3", "loose"]


def test_grades_hold_for_what_stands_below_unless_it_states_its_own(tmp_path: Path) -> None:
    items = [item("a", educationLevel=["03"]), item("b"), item("c"), item("d", educationLevel=["04"]), item("e")]
    edges = [edge("b", "isChildOf", "a"), edge("c", "isChildOf", "b"), edge("d", "isChildOf", "b")]
    framework = read_framework(write_case(tmp_path, package(items, edges)))
    assert {s.id: s.grades for s in framework} == {
        "a": ("3",),
        "b": ("3",),
        "c": ("3",),
        "d": ("4",),
        "e": (),
    }


def test_an_item_without_a_code_has_its_parents_code_and_its_own_letter(tmp_path: Path) -> None:
    items = [item("a", "M.1"), item("b", listEnumeration="a."), item("c", listEnumeration="a."), item("d")]
    edges = [edge("b", "isChildOf", "a"), edge("c", "isChildOf", "a")]
    framework = read_framework(write_case(tmp_path, package(items, edges)))
    codes = {s.id: s.code for s in framework}
    assert (codes["a"], codes["b"]) == ("M.1", "M.1.a")
    assert codes["c"].startswith("#"), "a code that is taken is not given twice"
    assert codes["d"].startswith("#"), "and neither does one grow from nothing"
    assert ["code made" in s.extra for s in framework] == [False, True, True, True]


def test_another_code_is_an_alias_and_a_caption_is_none(tmp_path: Path) -> None:
    items = [item("a", "M.1", alternativeLabel="PH-M1"), item("b", "M.2", alternativeLabel="Measuring in class 3")]
    framework = read_framework(write_case(tmp_path, package(items)))
    assert framework["PH-M1"].id == "a"
    assert framework["M.2"].aliases == ()
    assert framework["M.2"].extra["alternativeLabel"] == "Measuring in class 3"


def test_fields_that_we_have_no_place_for_survive(tmp_path: Path) -> None:
    fields = {"abbreviatedStatement": "Short", "statusEndDate": "2030-01-01", "extensions": {"b": [1, None], "a": "é"}}
    document = {**POND, "adoptionStatus": "Adopted"}
    value = {**package([item("a", "M.1", **fields)], document=document), "CFDefinitions": {"CFConcepts": []}}
    framework = read_framework(write_case(tmp_path, value))
    assert framework["M.1"].extra == {
        "abbreviatedStatement": "Short",
        "statusEndDate": "2030-01-01",
        "extensions": '{"a": "é", "b": [1, null]}',
    }
    assert framework.sources[0].extra == {"adoptionStatus": "Adopted", "CFDefinitions": '{"CFConcepts": []}'}


def test_a_link_into_the_package_that_says_more_than_a_link_survives(tmp_path: Path) -> None:
    node = {"identifier": "b", "title": "B", "uri": "x:b", "targetType": "CASE"}
    value = package([item("a", "M.1"), item("b", "M.2")], [edge("a", "precedes", "b", destinationNodeURI=node)])
    (association,) = read_framework(write_case(tmp_path, value)).associations
    assert (association.origin, association.destination) == ("a", "b")
    assert json.loads(association.extra["destinationNodeURI"])["targetType"] == "CASE"


def test_an_association_with_its_sequence_number_group_and_other_fields(tmp_path: Path) -> None:
    group = {"title": "Progressions", "identifier": "G1", "uri": "x:G1"}
    fields = {"sequenceNumber": "3", "CFAssociationGroupingURI": group, "notes": "see p. 2", "vendor": 7}
    value = package([item("a", "M.1")], [edge("a", "precedes", "z", **fields)])
    (association,) = read_framework(write_case(tmp_path, value)).associations
    assert (association.id, association.sequence, association.grouping) == ("a-precedes-z", 3, "Progressions")
    assert {name: association.extra[name] for name in ("notes", "vendor")} == {"notes": "see p. 2", "vendor": "7"}
    assert '"identifier": "G1"' in association.extra["CFAssociationGroupingURI"]


def test_levels_that_are_no_grades_survive(tmp_path: Path) -> None:
    (one,) = read_framework(write_case(tmp_path, package([item("a", "M.1", educationLevel=["03", "PS"])])))
    assert (one.grades, one.extra) == (("3",), {"educationLevel": '["03", "PS"]'})


def test_a_parent_in_another_package_of_the_file(tmp_path: Path) -> None:
    other = package([item("b", "N.1")], [edge("b", "isChildOf", "a")], {"identifier": "d9", "title": "Math"})
    framework = read_framework(write_case(tmp_path, [package([item("a", "M.1")]), other]))
    assert framework.parent(framework["N.1"]) == framework["M.1"]


def test_a_list_of_documents_names_frameworks_without_standards(tmp_path: Path) -> None:
    framework = read_framework(write_case(tmp_path, {"CFDocuments": [POND]}))
    assert [(source.title, source.standards) for source in framework.sources] == [("Pond Hill science", 0)]


def test_an_item_without_a_full_statement_is_read_by_its_short_one(tmp_path: Path) -> None:
    short = item("a", "M.1", fullStatement="", abbreviatedStatement="Ruler")
    assert read_framework(write_case(tmp_path, package([short])))["M.1"].statement == "Ruler"


def test_nodes_given_by_address_alone(tmp_path: Path) -> None:
    link = {
        "associationType": "Is Child Of",
        "originNodeURI": "https://case.example/CFItems/b",
        "destinationNodeURI": {"uri": "https://case.example/CFItems/a/"},
    }
    framework = read_framework(write_case(tmp_path, package([item("a", "M"), item("b", "M.1")], [link])))
    assert framework["M.1"].parent == "a"


def test_an_item_given_twice_is_one_and_two_items_under_one_id_are_two(tmp_path: Path) -> None:
    items = [item("a", "M.1"), item("a", "M.1"), item("a", "M.2", fullStatement="Another")]
    framework = read_framework(write_case(tmp_path, package(items)))
    assert [s.code for s in framework] == ["M.1", "M.2"]
    assert len(framework.by_id) == 2


def test_a_circle_of_parents_is_cut_and_told(tmp_path: Path) -> None:
    pairs = [("a", "b"), ("b", "c"), ("c", "a"), ("d", "d")]
    edges = [edge(origin, "isChildOf", destination) for origin, destination in pairs]
    framework = read_framework(write_case(tmp_path, package([item(name, name.upper()) for name in "abcd"], edges)))
    assert sum(s.parent is None for s in framework) == 2, (
        "the circle of three is cut once, the circle of one falls away"
    )
    assert all(framework.ancestors(s)[-1:] != (s,) for s in framework)
    (problem,) = framework.problems
    assert "circle" in problem.message


def test_a_parent_that_was_deleted_is_none(tmp_path: Path) -> None:
    framework = read_framework(write_case(tmp_path, package([item("a", "M.1")], [edge("a", "isChildOf", "gone")])))
    assert framework["M.1"].parent is None


def test_the_first_parent_that_is_there_counts_and_the_others_stay_as_associations(tmp_path: Path) -> None:
    edges = [edge("c", "isChildOf", "gone"), edge("c", "isChildOf", "b"), edge("c", "isChildOf", "a")]
    framework = read_framework(write_case(tmp_path, package([item("a"), item("b"), item("c")], edges)))
    assert framework.by_id["c"].parent == "b"
    assert Association("c", "isChildOf", "a", "c-isChildOf-a") in framework.associations


def test_a_package_without_items_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FrameworkError, match="is CASE JSON and holds no standard"):
        read_framework(write_case(tmp_path, package([])))


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.sampled_from(["a", "b", "d0"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
NODES = ANYTHING | st.fixed_dictionaries({"identifier": st.sampled_from("abcd") | ANYTHING})
ITEMS = st.fixed_dictionaries(
    {"identifier": st.sampled_from("abcd") | ANYTHING, "fullStatement": st.text(max_size=8) | ANYTHING},
    optional={
        "humanCodingScheme": st.sampled_from(["M", "M.1", ""]) | ANYTHING,
        "educationLevel": st.lists(st.sampled_from(["03", "KG"])) | ANYTHING,
        "listEnumeration": ANYTHING,
        "alternativeLabel": ANYTHING,
    },
)
EDGES = st.fixed_dictionaries(
    {
        "associationType": st.sampled_from(["isChildOf", "precedes"]) | ANYTHING,
        "originNodeURI": NODES,
        "destinationNodeURI": NODES,
        "sequenceNumber": st.integers() | ANYTHING,
    }
)


@given(
    value=st.fixed_dictionaries(
        {
            "CFDocument": ANYTHING,
            "CFItems": st.lists(ITEMS | ANYTHING, max_size=5) | ANYTHING,
            "CFAssociations": st.lists(EDGES | ANYTHING, max_size=5) | ANYTHING,
        }
    )
)
def test_whatever_stands_in_the_fields_it_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, value: dict[str, Any]
) -> None:
    path = write(tmp_path_factory.getbasetemp(), "any.json", json.dumps(value))
    try:
        framework = read_framework(path)
    except FrameworkError:
        return
    assert len(framework.by_id) == len(framework), "ids are unique"
    for standard in framework:
        assert standard.code
        assert standard.statement
        assert standard.parent is None or standard.parent in framework.by_id
        assert standard not in framework.ancestors(standard)
        (standard.id + standard.code + standard.statement).encode(), "what is kept can be written"
