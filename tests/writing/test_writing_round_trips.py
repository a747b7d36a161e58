"""Reading what was written gives what there was, in every format, for any framework and for the real ones."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from any_framework import as_told, frameworks
from hypothesis import given, settings

from curalign.comparing import compare
from curalign.domain.standards import Association, Framework, Source, Standard
from curalign.errors import FrameworkError
from curalign.reading import read_framework, validate_framework
from curalign.writing import FORMATS, format_for, write_framework

every_format = pytest.mark.parametrize("form", FORMATS)


def save(folder: Path, framework: Framework, form: str, stem: str = "out") -> Path:
    path = folder / f"{stem}{FORMATS[form].suffix}"
    path.write_text(write_framework(framework, form), encoding="utf-8", newline="")
    return path


@every_format
@settings(max_examples=25)
@given(framework=frameworks())
def test_import_of_export_is_the_same(
    tmp_path_factory: pytest.TempPathFactory, form: str, framework: Framework
) -> None:
    read = read_framework(save(tmp_path_factory.getbasetemp(), framework, form))
    assert as_told(read) == as_told(framework)
    assert not compare(framework, read)


@pytest.mark.parametrize("other", FORMATS)
@every_format
def test_from_every_format_into_every_other(tmp_path: Path, form: str, other: str) -> None:
    framework = Framework(
        (Standard("g1", "M", "Measuring", "d"), Standard("g2", "M.1", "Use a ruler", "d", ("3",), parent="g1")),
        (Source("d", "Pond Hill", 2, "", "CC BY 4.0", {"adoptionStatus": "Adopted"}),),
        (Association("g2", "precedes", "elsewhere", "a1", 2, "Pond", {"notes": "both", "vendor": "7"}),),
    )
    read = read_framework(save(tmp_path, read_framework(save(tmp_path, framework, form, "first")), other, "second"))
    assert as_told(read) == as_told(framework)


@every_format
def test_importing_twice_changes_nothing(tmp_path: Path, form: str) -> None:
    framework = read_framework(save(tmp_path, sample(), form))
    again = save(tmp_path, framework, form, "again")
    assert as_told(read_framework([tmp_path / f"out{FORMATS[form].suffix}", again])) == as_told(framework)


@every_format
def test_a_deep_tree_keeps_its_depth(tmp_path: Path, form: str) -> None:
    chain = tuple(Standard(f"g{n}", f"M.{n}", f"Step {n}", "d", parent=f"g{n - 1}" if n else None) for n in range(1500))
    read = read_framework(save(tmp_path, Framework(chain, (Source("d", "Deep", 1500),)), form))
    assert read.standards == chain


@every_format
def test_two_standards_under_one_code_and_groups_of_alike_associations_stay(tmp_path: Path, form: str) -> None:
    standards = (Standard("g1", "M", "One", "d"), Standard("g2", "M", "Two", "d", parent="g1"))
    edges = tuple(Association("g1", "exactMatchOf", "g2", f"a{n}", n, f"Group {n}") for n in range(3))
    framework = Framework(standards, (Source("d", "Pond", 2),), edges)
    assert as_told(read_framework(save(tmp_path, framework, form))) == as_told(framework)


@every_format
def test_the_same_input_gives_the_same_bytes(form: str) -> None:
    assert write_framework(sample(), form) == write_framework(sample(), form)


@every_format
def test_what_is_written_is_valid(tmp_path: Path, form: str) -> None:
    assert validate_framework(save(tmp_path, sample(), form)) == ()


@pytest.mark.parametrize(
    "name",
    [
        *(
            "asn_manifest_ccss_math.json",
            "asn_rdfjson_ngss.json",
            "corestandards_math.xml",
            "edfi_standards_sample.xml",
        ),
        *("learning_commons_kg_LearningComponent.csv", "learning_commons_kg_StandardsFramework.csv"),
        *("sbac_item_specs.case.json", "sbac_math_content_spec.case.json", "webb_dok.case.json"),
    ],
)
def test_the_real_files_go_to_case_and_back(bench: Path, tmp_path: Path, name: str) -> None:
    framework = read_framework(bench / "formats" / name)
    assert as_told(read_framework(save(tmp_path, framework, "case-1.1"))) == as_told(framework)


@every_format
@pytest.mark.parametrize("name", ["sbac_item_specs.case.json", "learning_commons_kg_StandardsFramework.csv"])
def test_real_files_go_through_every_format(bench: Path, tmp_path: Path, name: str, form: str) -> None:
    framework = read_framework(bench / "formats" / name)
    assert as_told(read_framework(save(tmp_path, framework, form))) == as_told(framework)


def test_case_has_all_that_it_demands_and_identifiers_that_are_uuids(tmp_path: Path) -> None:
    package = json.loads(write_framework(sample(), "case-1.1"))
    for part in (package["CFDocument"], *package["CFItems"], *package["CFAssociations"]):
        assert len(part["identifier"]) == 36
        assert {"uri", "lastChangeDateTime"} <= part.keys()
    assert package["CFDocument"]["caseVersion"] == "1.1"
    assert package["CFItems"][1]["educationLevel"] == ["KG", "03"]
    assert package["CFAssociations"][0]["associationType"] == "isChildOf"


def test_what_only_the_later_case_has_is_not_in_the_earlier_one() -> None:
    package = json.loads(write_framework(sample(), "case-1.0"))
    assert "caseVersion" not in package["CFDocument"]
    assert all("subject" not in item for item in package["CFItems"])
    assert package["CFItems"][1]["vendor"] == {"a": 1}, "where its maker put it"


def test_a_formula_in_a_cell_is_no_formula() -> None:
    framework = Framework((Standard("g1", "=1+1", "@x", "d", extra={"+a": "-b", "n": "-c"}),), (Source("d", "=d", 1),))
    cells = write_framework(framework, "csv").replace('"', "").replace("\r\n", ",").split(",")
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@", "-"))]


@pytest.mark.parametrize(("name", "form"), [("a.json", "case-1.1"), ("a.CSV", "csv"), ("b.jsonl", "jsonl")])
def test_the_ending_says_the_format(name: str, form: str) -> None:
    assert format_for(name) == form


def test_an_ending_that_says_no_format_is_told() -> None:
    with pytest.raises(FrameworkError, match=r"a\.docx: name a file that ends in \.json, \.csv, \.jsonl"):
        format_for("a.docx")


def sample() -> Framework:
    """A small framework with some of everything."""
    standards = (
        Standard("g1", "M", "Measuring", "d", level="Strand"),
        Standard("g2", "M.1", "Use a ruler", "d", ("K", "3"), "math", parent="g1", extra={"vendor": '{"a": 1}'}),
        Standard("g3", "M.2", "Read a scale", "d", ("3",), "math", parent="g1", aliases=("PH2",)),
    )
    edges = (Association("g2", "precedes", "g3", "a1", 1), Association("g3", "isChildOf", "g1", "a2", 2, "Pond"))
    return Framework(standards, (Source("d", "Pond Hill", 3, "", "CC BY 4.0"),), edges)
