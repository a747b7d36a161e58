"""`standards convert`, `validate` and `diff`, as a user runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands import run

from curalign.cli.standards import FORMS
from curalign.writing import FORMATS

TABLE = "code,statement,grades,parent\nM,Measuring,,\nM.1,Use a ruler,3,M\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "pond.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_convert_by_the_files_ending_and_back_without_a_difference(table: Path) -> None:
    case = table.with_name("pond.json")
    done = run("standards", "convert", table, "-o", case)
    assert (done.returncode, done.stdout) == (0, f"Wrote {case}: 2 standards of 1 framework\n")
    assert json.loads(case.read_text(encoding="utf-8"))["CFDocument"]["caseVersion"] == "1.1"
    assert run("standards", "validate", case).returncode == 0
    same = run("standards", "diff", table, case)
    assert (same.returncode, same.stdout) == (0, "")


def test_every_format_can_be_asked_for() -> None:
    assert tuple(FORMATS) == FORMS


def test_convert_prints_where_no_file_is_named(table: Path) -> None:
    done = run("standards", "convert", table, "--to", "jsonl")
    assert [json.loads(line)["curalign"] for line in done.stdout.splitlines()] == ["framework", "standard", "standard"]


def test_diff_tells_and_exits_with_one(table: Path) -> None:
    new = table.with_name("new.csv")
    new.write_text(TABLE.replace("ruler", "tape"), encoding="utf-8")
    done = run("standards", "diff", table, new)
    assert done.returncode == 1
    assert "~ M.1: statement was: Use a ruler | is: Use a tape" in done.stdout


def test_validate_names_file_place_and_mend(table: Path) -> None:
    table.write_text(TABLE + "M.2,Read,3,Z\n", encoding="utf-8")
    done = run("standards", "validate", table)
    assert done.returncode == 1
    assert done.stdout == (
        f"{table.as_posix()}: row 4, M.2: The parent Z is not in the file; add it, or name another parent.\n"
    )


def test_columns_of_other_names(table: Path) -> None:
    table.write_text("Std,What pupils can do\nM.1,Use a ruler\n", encoding="utf-8")
    assert run("standards", "convert", table).returncode == 2
    named = ("--column", "code=Std", "--column", "statement=What pupils can do")
    assert '"humanCodingScheme": "M.1"' in run("standards", "convert", table, *named).stdout
    assert "nouns: id, code" in run("standards", "convert", table, "--column", "cod=Std").stderr


def test_a_file_that_cannot_be_read_is_one_sentence(tmp_path: Path) -> None:
    done = run("standards", "convert", tmp_path / "none.csv")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1


def test_what_comes_out_of_files_cannot_steer_the_terminal(table: Path) -> None:
    new = table.with_name("new.csv")
    new.write_text(TABLE.replace("ruler", "\u202etape"), encoding="utf-8")
    assert "\u202e" not in run("standards", "diff", table, new).stdout
