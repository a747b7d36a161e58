"""Files that people edit, delete from and move about in, and read again: neither twice what is once, nor less."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from curalign.comparing import compare, describe_changes
from curalign.domain.standards import Association, Framework, Source, Standard
from curalign.errors import FrameworkError
from curalign.reading import read_framework
from curalign.writing import write_framework

STANDARDS = (
    Standard("11111111-0000-4000-8000-000000000001", "M", "Measuring", "d"),
    Standard("11111111-0000-4000-8000-000000000002", "M.1", "Use a ruler", "d", ("3",)),
    Standard("11111111-0000-4000-8000-000000000003", "M.2", "Read a scale", "d", ("3",), aliases=("PH2",)),
)
M, RULER, SCALE = (standard.id for standard in STANDARDS)
FRAMEWORK = Framework(
    tuple(Standard(s.id, s.code, s.statement, "d", s.grades, parent=None if s.id == M else M) for s in STANDARDS),
    (Source("d", "Pond Hill", 3),),
    (Association(RULER, "precedes", SCALE, "22222222-0000-4000-8000-000000000001", 1, "Group 1"),),
)


def changed_case(change: Callable[[dict[str, Any]], None], folder: Path) -> list[str]:
    """What `diff` tells of a CASE file after somebody changed it."""
    package = json.loads(write_framework(FRAMEWORK, "case-1.1"))
    change(package)
    path = folder / "edited.json"
    path.write_text(json.dumps(package), encoding="utf-8")
    read = read_framework(path)
    return list(describe_changes(compare(FRAMEWORK, read), FRAMEWORK, read))


def changed_table(change: Callable[[list[dict[str, str]]], None], folder: Path, form: str) -> list[str]:
    """What `diff` tells of a CSV after somebody changed its cells."""
    rows = list(csv.DictReader(io.StringIO(write_framework(FRAMEWORK, form), newline="")))
    header = list(rows[0])
    change(rows)
    page = io.StringIO(newline="")
    writer = csv.DictWriter(page, header, restval="")
    writer.writeheader()
    writer.writerows(rows)
    path = folder / "edited.csv"
    path.write_text(page.getvalue(), encoding="utf-8", newline="")
    read = read_framework(path)
    return list(describe_changes(compare(FRAMEWORK, read), FRAMEWORK, read))


def test_a_statement_changed_in_case(tmp_path: Path) -> None:
    def edit(package: dict[str, Any]) -> None:
        package["CFItems"][1]["fullStatement"] = "Use a tape"

    assert changed_case(edit, tmp_path) == ["~ M.1: statement was: Use a ruler | is: Use a tape"]


def test_an_item_deleted_from_case(tmp_path: Path) -> None:
    def edit(package: dict[str, Any]) -> None:
        del package["CFItems"][2]
        package["CFAssociations"] = [
            one
            for one in package["CFAssociations"]
            if SCALE not in (one["originNodeURI"]["identifier"], one["destinationNodeURI"]["identifier"])
        ]

    assert changed_case(edit, tmp_path) == ["- M.2: Read a scale", "- association: M.1 precedes M.2"]


def test_an_item_moved_in_case_by_an_association_of_another_tool(tmp_path: Path) -> None:
    def edit(package: dict[str, Any]) -> None:
        child = next(one for one in package["CFAssociations"] if one["originNodeURI"]["identifier"] == SCALE)
        child["identifier"] = "33333333-0000-4000-8000-000000000001"
        child["destinationNodeURI"]["identifier"] = RULER

    assert changed_case(edit, tmp_path) == ["~ M.2: moved from under M to under M.1"]


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("associationType", "isRelatedTo", "type was: precedes | is: isRelatedTo"),
        ("sequenceNumber", 4, "sequence was: 1 | is: 4"),
        ("CFAssociationGroupingURI", {"title": "Group 2"}, "grouping was: Group 1 | is: Group 2"),
        ("notes", "both", "notes is new: both"),
    ],
)
def test_an_association_changed_in_case(tmp_path: Path, field: str, value: object, told: str) -> None:
    def edit(package: dict[str, Any]) -> None:
        package["CFAssociations"][-1][field] = value

    assert changed_case(edit, tmp_path) == [f"~ association: M.1 precedes M.2: {told}"]


@pytest.mark.parametrize(
    ("form", "headers"),
    [
        ("csv", ("code", "statement", "parent", "aliases", "grades")),
        ("opensalt", ("Human Coding Scheme", "fullStatement", "Is Child Of", "Aliases", "educationLevel")),
    ],
)
def test_cells_changed_in_a_spreadsheet_count(tmp_path: Path, form: str, headers: tuple[str, ...]) -> None:
    code, statement, parent, aliases, grades = headers

    def edit(rows: list[dict[str, str]]) -> None:
        rows[1] |= {statement: "Use a tape", grades: "3-4"}
        rows[2] |= {parent: "M.1", aliases: "PH2|PH3"}
        rows.append({code: "M.3", statement: "New here", parent: "M"})

    assert changed_table(edit, tmp_path, form) == [
        "+ M.3: New here",
        "~ M.1: statement was: Use a ruler | is: Use a tape",
        "~ M.1: grades was: 3 | is: 3, 4",
        "~ M.2: aliases is new: PH2, PH3",
        "~ M.2: moved from under M to under M.1",
    ]


@pytest.mark.parametrize("form", ["csv", "opensalt"])
def test_a_row_deleted_from_a_spreadsheet(tmp_path: Path, form: str) -> None:
    def edit(rows: list[dict[str, str]]) -> None:
        del rows[1]

    told = ["- M.1: Use a ruler", "- association: M.1 precedes M.2"]
    assert changed_table(edit, tmp_path, form) == told


def test_a_cell_of_ours_that_a_spreadsheet_cut_is_told(tmp_path: Path) -> None:
    def edit(rows: list[dict[str, str]]) -> None:
        rows[1]["curalign"] = rows[1]["curalign"][:20]

    with pytest.raises(FrameworkError, match=r"damaged cell under curalign in row 3"):
        changed_table(edit, tmp_path, "csv")


def test_an_association_struck_and_one_added_in_opensalts_columns(tmp_path: Path) -> None:
    framework = Framework(
        FRAMEWORK.standards,
        FRAMEWORK.sources,
        (Association(RULER, "isRelatedTo", SCALE, "a1", 1), Association(RULER, "isPartOf", M, "a2")),
    )
    text = write_framework(framework, "opensalt")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    rows[1] |= {"IsRelatedTo": "", "replacedBy": "M.2"}
    page = io.StringIO(newline="")
    writer = csv.DictWriter(page, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    path = tmp_path / "edited.csv"
    path.write_text(page.getvalue(), encoding="utf-8", newline="")
    assert set(read_framework(path).associations) == {
        Association(RULER, "isPartOf", M, "a2"),
        Association(RULER, "replacedBy", SCALE),
    }


def test_old_and_new_together_tell_which_association_changed(tmp_path: Path) -> None:
    package = json.loads(write_framework(FRAMEWORK, "case-1.1"))
    (tmp_path / "a.json").write_text(json.dumps(package), encoding="utf-8")
    package["CFAssociations"][-1]["associationType"] = "isRelatedTo"
    (tmp_path / "b.json").write_text(json.dumps(package), encoding="utf-8")
    both = read_framework([tmp_path / "a.json", tmp_path / "b.json"])
    assert both.associations == FRAMEWORK.associations
    assert "another type" in both.problems[0].message


def test_the_same_framework_in_two_formats_is_one(tmp_path: Path) -> None:
    for form, name in (("case-1.0", "a.json"), ("csv", "b.csv"), ("opensalt", "c.csv"), ("jsonl", "d.jsonl")):
        (tmp_path / name).write_text(write_framework(FRAMEWORK, form), encoding="utf-8", newline="")
    together = read_framework(sorted(tmp_path.iterdir()))
    assert (together.standards, together.associations) == (FRAMEWORK.standards, FRAMEWORK.associations)
    assert len(together.sources) == 1
