"""What is wrong with a standards file is told with its place and the mend; a good one gives nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from made_frameworks import package, write, write_case

from curalign.reading import validate_framework

TIME = "2026-01-01T00:00:00+00:00"
DOCUMENT = {"identifier": "d0", "uri": "x:d0", "creator": "Pond Hill", "title": "Science", "lastChangeDateTime": TIME}


def item(name: str, **fields: Any) -> dict[str, Any]:
    given = {"identifier": name, "uri": f"x:{name}", "fullStatement": f"Say {name}", "lastChangeDateTime": TIME}
    return given | {"humanCodingScheme": name.upper()} | fields


def edge(origin: str, kind: str, destination: str, **fields: Any) -> dict[str, Any]:
    nodes = {"originNodeURI": {"identifier": origin}, "destinationNodeURI": {"identifier": destination}}
    name = f"{origin}-{destination}"
    return (
        {"identifier": name, "uri": f"x:{name}", "associationType": kind, "lastChangeDateTime": TIME} | nodes | fields
    )


def test_a_good_file_has_no_flaws(tmp_path: Path) -> None:
    good = package([item("a"), item("b", educationLevel=["03"])], [edge("b", "isChildOf", "a")], DOCUMENT)
    assert validate_framework(write_case(tmp_path, good)) == ()


@pytest.mark.parametrize(
    ("items", "edges", "place", "said"),
    [
        ([item("a", uri="")], [], "CFItems, number 1, A", "CASE demands uri"),
        ([item("a"), item("a", fullStatement="B")], [], "CFItems, number 2, A", "identifier a is taken by CFItems"),
        ([item("a"), item("b", humanCodingScheme="A")], [], "CFItems, number 2, A", "code A is taken by"),
        ([item("a")], [edge("a", "isChildOf", "z")], "CFItems, number 1, A", "parent z is not in the file"),
        ([item("a")], [edge("a", "isChildOf", "a")], "CFItems, number 1, A", "its own parent"),
        ([item("a")], [edge("a", "alignTo", "z")], "CFAssociations, number 1", "'alignTo' is not an association type"),
        ([item("a")], [edge("a", "", "z")], "CFAssociations, number 1", "CASE demands associationType"),
        ([item("a", educationLevel=["03", "PS"])], [], "CFItems, number 1, A", "'PS' cannot be read as a grade"),
        ([item("a", fullStatement=" ")], [], "CFItems, number 1, A", "There is no statement"),
        ([item("a")], [edge("z", "isChildOf", "a")], "CFAssociations, number 1", "child z is not in the file"),
        ([item("a", statusEndDate="soon")], [], "CFItems, number 1, A", "statusEndDate is 'soon' and no date"),
        ([item("a")], [edge("a", "precedes", "z")] * 2, "CFAssociations, number 1", "is given to several"),
    ],
)
def test_case(tmp_path: Path, items: list[Any], edges: list[Any], place: str, said: str) -> None:
    path = write_case(tmp_path, package(items, edges, DOCUMENT))
    flaws = validate_framework(path)
    assert [flaw for flaw in flaws if flaw.file == path.as_posix() and flaw.place == place and said in flaw.message]


def test_circles(tmp_path: Path) -> None:
    edges = [edge("a", "isChildOf", "b"), edge("b", "isChildOf", "a")]
    (flaw,) = validate_framework(write_case(tmp_path, package([item("a"), item("b")], edges, DOCUMENT)))
    assert "circle" in flaw.message


def test_types_of_ones_own_are_no_flaw_in_case(tmp_path: Path) -> None:
    edges = [edge("a", "ext:mine", "z")]
    assert validate_framework(write_case(tmp_path, package([item("a")], edges, DOCUMENT))) == ()


@pytest.mark.parametrize(
    ("row", "place", "said"),
    [
        ("M.1,Use a scale,3,", "row 3, M.1", "code M.1 is taken by row 2, M.1"),
        ("M.2,,3,", "row 3, M.2", "There is no statement"),
        ("M.2,Read,3,M.9", "row 3, M.2", "parent M.9 is not in the file"),
        ("M.2,Read,adult,", "row 3, M.2", "'adult' cannot be read as a grade"),
    ],
)
def test_tables(tmp_path: Path, row: str, place: str, said: str) -> None:
    path = write(tmp_path, "pond.csv", f"code,statement,grades,parent\nM.1,Use a ruler,3,\n{row}\n")
    (flaw,) = validate_framework(path)
    assert (flaw.place, said in flaw.message) == (place, True)


def test_standards_of_a_file_without_rows_are_named_by_their_number(tmp_path: Path) -> None:
    said = "".join(
        f"<LearningStandard><LearningStandardId>M.1</LearningStandardId><Description>{words}</Description></LearningStandard>"
        for words in ("Ruler", "Scale")
    )
    (flaw,) = validate_framework(write(tmp_path, "x.xml", f"<InterchangeStandards>{said}</InterchangeStandards>"))
    assert (flaw.place, "taken by standard 1, M.1" in flaw.message) == ("standard 2, M.1", True)


def test_a_standard_on_one_row_for_each_grade_is_no_flaw(tmp_path: Path) -> None:
    assert validate_framework(write(tmp_path, "p.csv", "code,statement,grade\nM.1,Rule,3\nM.1,Rule,4\n")) == ()


@pytest.mark.parametrize(
    ("text", "said"), [("{", "not valid JSON"), ("", "is empty"), ('{"CFItems": []}', "holds no standard")]
)
def test_what_cannot_be_read_is_a_flaw(tmp_path: Path, text: str, said: str) -> None:
    assert any(said in flaw.message for flaw in validate_framework(write(tmp_path, "x.json", text)))


def test_a_file_that_is_not_there_is_a_flaw(tmp_path: Path) -> None:
    assert "is not there" in validate_framework(tmp_path / "x.json")[0].message
