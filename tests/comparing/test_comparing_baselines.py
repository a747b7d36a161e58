"""A baseline: which findings of a check an earlier report had already, and where the two are not alike."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from builders import standard

from curalign.comparing import read_baseline
from curalign.domain.filters import NO_FILTER, Filter
from curalign.domain.findings import Finding, Severity
from curalign.domain.links import MadeWith
from curalign.domain.standards import Framework, Source
from curalign.errors import RunError

A, B = standard("A.1"), standard("B.1")
FRAMEWORK = Framework((A, B), (Source("f", "Test framework", standards=2),))
MADE_WITH = MadeWith("0.1.0", "minilm", "default", "sha256:5e77")


def row(code: str, about: str | None = None, file: str | None = None, **more: object) -> dict[str, object]:
    return {"code": code, "severity": "error", "standard": about, "message": "", "file": file, "place": None, **more}


def report(tmp_path: Path, *rows: Mapping[str, object], **more: object) -> Path:
    page = {
        "format": 2,
        "run": "2026-11-23T120000Z-3f9a1c",
        "district": "maple-valley",
        "scope": None,
        "made_with": {"curalign": "0.1.0", "encoder": "minilm", "judge": "default", "settings": "sha256:5e77"},
        "frameworks": [{"id": "f", "title": "Test framework", "standards": 2}],
        "standards": [{"id": "a.1", "code": "A.1"}, {"id": "b.1", "code": "B.1"}],
        "findings": list(rows),
        **more,
    }
    path = tmp_path / "baseline.json"
    path.write_text(json.dumps(page), encoding="utf-8")
    return path


def known(path: Path, *findings: Finding) -> list[bool]:
    return [finding.known for finding in read_baseline(path).mark_known(findings)]


@pytest.mark.parametrize("version", [1, 2])
def test_a_gap_is_known_by_its_code_and_standard_wherever_the_nearest_passage_stands(
    tmp_path: Path, version: int
) -> None:
    path = report(tmp_path, row("U101", "A.1", "curriculum/old.md"), format=version)
    gap = Finding("U101", Severity.ERROR, standard=A, file="curriculum/new.md")
    assert known(path, gap) == [True]
    assert known(path, Finding("U101", Severity.ERROR, standard=B)) == [False]
    assert known(path, Finding("U102", Severity.WARNING, standard=A)) == [False]


def test_each_finding_of_the_baseline_makes_one_known(tmp_path: Path) -> None:
    path = report(tmp_path, row("U103", "A.1", "one.md"), row("U103", "A.1", "two.md"))
    findings = [Finding("U103", Severity.WARNING, standard=A, file=f"{name}.md") for name in ("three", "two", "four")]
    assert known(path, *findings) == [True, True, False]


def test_a_finding_about_a_document_is_known_by_its_file(tmp_path: Path) -> None:
    path = report(tmp_path, row("F301", file="curriculum/broken.docx"))
    assert known(path, Finding("F301", Severity.ERROR, file="curriculum/broken.docx")) == [True]
    assert known(path, Finding("F301", Severity.ERROR, file="curriculum/other.docx")) == [False]


def test_what_people_had_decided_failed_nothing_then_and_is_new_once_the_decision_is_over(tmp_path: Path) -> None:
    path = report(tmp_path, row("U101", "A.1", decision={"verdict": "deferred", "reason": "later"}))
    assert known(path, Finding("U101", Severity.ERROR, standard=A)) == [False]


def test_where_it_is_not_like_the_check_is_told(tmp_path: Path) -> None:
    def told(shown: Filter = NO_FILTER, **more: object) -> list[str]:
        baseline = read_baseline(report(tmp_path, **more))
        return [what for what, _ in baseline.differences(MADE_WITH, FRAMEWORK, shown, "maple-valley")]

    narrowed = {"grades": ["3"], "subjects": [], "schools": []}
    assert told() == []
    assert told(frameworks=[{"id": "g", "title": "Other", "standards": 2}]) == ["framework"]
    assert told(scope=narrowed) == ["scope"]
    assert told(Filter(("3",)), scope=narrowed) == []
    assert told(district="elsewhere") == ["district"]
    assert told(made_with={"curalign": "0.0.9", "encoder": "x", "judge": "y", "settings": "z"}) == [
        "curalign",
        "model",
        "settings",
    ]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": 3}', '{"format": 2, "standards": 7}', "\x00", "[" * 9000])
def test_what_is_no_report_is_refused_with_how_to_make_one(tmp_path: Path, text: str) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RunError, match="is not a JSON report of a check; make one with"):
        read_baseline(path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(RunError, match=r"gone\.json: cannot be read"):
        read_baseline(tmp_path / "gone.json")
