"""`standards convert`, `validate` and `diff`, as a user runs them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from commands import run

from curalign.cli.standards import FORMS
from curalign.reading import read_framework
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


PRINTED = "Grade 3\n\n3.M.1 Use a ruler.\n\n3.M.2 Read a clock.\n\n3.M.4 Weigh a stone.\n\nMore comes later.\n"


def test_import_shows_what_it_found_and_writes_a_table_that_is_read(table: Path) -> None:
    document = table.with_name("state.txt")
    document.write_text(PRINTED, encoding="utf-8")
    done = run("standards", "import", document)
    written = table.with_name("state.csv")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "state.txt",
        "  3 standards, grade 3",
        "  Codes look like 3.M.1 (3)",
        "  3.M.1 Use a ruler.",
        "  3.M.2 Read a clock.",
        "  3.M.4 Weigh a stone.",
        "  2 of 3 need no second look; numbers are missing before 3.M.4",
        "  1 text without a code: \u201cMore comes later.\u201d (line 9)",
        f"Wrote {written}: 3 standards. Look at the row whose confidence is not high, and compare it with the "
        "document.",
    ]
    standards = read_framework(written)
    assert [(s.code, s.statement, s.grades, s.extra["confidence"], s.extra["place"]) for s in standards] == [
        ("3.M.1", "Use a ruler.", ("3",), "high", "state.txt, line 3"),
        ("3.M.2", "Read a clock.", ("3",), "high", "state.txt, line 5"),
        ("3.M.4", "Weigh a stone.", ("3",), "medium", "state.txt, line 7"),
    ]
    assert standards["3.M.4"].extra["look at"] == "a number is missing before it"


def test_import_writes_over_nothing_unless_it_is_told_to(table: Path) -> None:
    document = table.with_name("state.txt")
    document.write_text(PRINTED, encoding="utf-8")
    refused = run("standards", "import", document, "-o", table)
    assert refused.returncode == 2
    assert "is there already and was left as it is; name another file with -o, or write over it" in refused.stderr
    assert table.read_text(encoding="utf-8") == TABLE
    done = run("standards", "import", document, "-o", table, "--yes", "--language", "es")
    assert f"Se escribi\u00f3 {table}: 3 est\u00e1ndares. Mire la fila cuya confianza no es alta" in done.stdout
    assert "3.M.1" in read_framework(table)


def test_import_says_when_a_document_holds_no_standards(table: Path) -> None:
    document = table.with_name("lesson.txt")
    document.write_text("Draw a line.\n\n1. Fold the paper.\n", encoding="utf-8")
    done = run("standards", "import", document)
    assert done.returncode == 2
    assert "nothing here looks like a list of standards" in done.stderr
    assert not document.with_suffix(".csv").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no terminals that a test can open")
def test_import_asks_at_a_terminal(table: Path) -> None:
    document = table.with_name("state.txt")
    document.write_text(PRINTED, encoding="utf-8")
    for answer, code in ((b"n\n", 1), (b"y\n", 0)):
        master, terminal = os.openpty()
        command = [sys.executable, "-m", "curalign", "standards", "import", str(document)]
        with subprocess.Popen(command, stdin=terminal, stdout=terminal, stderr=subprocess.DEVNULL) as process:
            os.write(master, answer)
            assert process.wait(60) == code
        os.close(terminal)
        said = os.read(master, 65536).decode()
        os.close(master)
        assert "3.M.1 Use a ruler." in said
        assert "Write these standards to" in " ".join(said.split())
        assert document.with_suffix(".csv").exists() is (code == 0)
