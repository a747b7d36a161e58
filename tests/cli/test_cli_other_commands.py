"""`report`, `explain`, `suggest` and `--help`, as a user runs them."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from commands import run

from curalign.cli import COMMANDS


def test_help_names_every_command() -> None:
    done = run("--help")
    assert done.returncode == 0
    assert all(name in done.stdout for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_every_command_teaches_by_example(name: str) -> None:
    done = run(name, "--help")
    assert done.returncode == 0
    assert f"curalign {name}" in done.stdout.split("Example", 1)[1]


def test_report_writes_the_last_run_in_the_form_of_its_ending(checked_district: Path) -> None:
    for ending, start in {"html": "<!doctype html>", "json": "{", "csv": "standard,"}.items():
        target = checked_district / f"report.{ending}"
        assert run("report", checked_district, "-o", target).returncode == 0
        assert target.read_text(encoding="utf-8").lower().lstrip("\ufeff").startswith(start)


def test_report_writes_a_workbook(checked_district: Path) -> None:
    target = checked_district / "coverage.xlsx"
    assert run("report", checked_district, "-o", target).returncode == 0
    with zipfile.ZipFile(target) as book:
        assert "xl/worksheets/sheet3.xml" in book.namelist()


def test_report_measures_nothing_again(checked_district: Path) -> None:
    saved = json.loads(run("check", checked_district, "--format", "json", "--fail-on", "never").stdout)
    for unit in (checked_district / "curriculum").iterdir():
        unit.unlink()
    assert json.loads(run("report", checked_district, "--format", "json").stdout) == saved


def test_report_without_a_run_says_what_to_do(small_district: Path) -> None:
    done = run("report", small_district)
    assert done.returncode == 2
    assert "curalign check" in done.stderr


def test_report_does_not_guess_an_ending_it_does_not_know(checked_district: Path) -> None:
    done = run("report", checked_district, "-o", checked_district / "report.odd")
    assert done.returncode == 2
    assert ".html" in done.stderr
    done = run("report", checked_district, "-o", checked_district / "report.docx")
    assert done.returncode == 2
    assert "--for" in done.stderr


def test_a_report_that_cannot_be_written_says_so(checked_district: Path) -> None:
    done = run("report", checked_district, "-o", checked_district / "no such folder" / "report.html")
    assert done.returncode == 2
    assert "cannot be written" in done.stderr


def test_explain_shows_reasons_that_add_up(checked_district: Path) -> None:
    done = run("explain", checked_district, "PH.1")
    assert done.returncode == 0
    assert "centimeter ruler" in " ".join(done.stdout.split())
    assert "log-odds in all" in done.stdout


def test_explain_says_the_verdict_and_why_this_standard_and_not_another(checked_district: Path) -> None:
    said = run("explain", checked_district, "PH.1").stdout
    assert "Curriculum: taught (probability that it is taught" in said
    assert "Why PH.1 (" in said


def test_explain_of_an_unknown_code_names_near_ones(checked_district: Path) -> None:
    done = run("explain", checked_district, "PH.11")
    assert done.returncode == 2
    assert "PH.1" in done.stderr


def test_suggest_ranks_standards_for_each_text(small_district: Path, tmp_path: Path) -> None:
    texts = tmp_path / "texts.txt"
    texts.write_text(
        "Pupils read the time from an analog clock.\nBean seeds grow roots and a stem.\n", encoding="utf-8"
    )
    done = run("suggest", texts, "--framework", small_district / "standards" / "standards.csv", "-k", "1")
    assert done.returncode == 0, done.stderr
    assert done.stdout.index("PH.3") < done.stdout.index("PH.2")
    assert "PH.1" not in done.stdout
    assert "How far to trust" not in done.stdout


def test_suggest_says_where_it_cannot_know(tmp_path: Path) -> None:
    standards = tmp_path / "standards.csv"
    standards.write_text("code,statement,subject\nA.1,Mix primary colors into secondary ones,Visual Arts\n", "utf-8")
    texts = tmp_path / "texts.txt"
    texts.write_text(
        "Colors.\nPupils mix red and yellow paint and name the new color.\nLos niños mezclan la pintura roja con la "
        "amarilla y dicen cuál es el color que sale, y después lo comparan con los colores que ven en su casa.\n",
        encoding="utf-8",
    )
    done = run("suggest", texts, "--framework", standards)
    assert done.returncode == 0, done.stderr
    said = " ".join(done.stdout.split())
    assert said.count("This text has only 1 word, too little to judge.") == 1
    assert said.count("This text seems to be in Spanish, which was not judged for.") == 1
    assert said.endswith("or measure them on lessons that you label (curalign evaluate).")
    assert "not on Visual Arts" in said
