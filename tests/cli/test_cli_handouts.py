"""`curalign report --for`, `--per` and `--discuss`, as a user types them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result
from commands import run

import curalign as ca
from curalign.cli.handouts import AUDIENCES as OFFERED
from curalign.cli.report import command
from curalign.reporting.handouts import AUDIENCES, find_browser


@pytest.fixture(scope="module")
def district(maple_valley_once: Path) -> Path:
    ca.check(maple_valley_once)
    return maple_valley_once


def report(district: Path, *words: str) -> Result:
    return CliRunner().invoke(command, [str(district), *words])


def test_the_ending_of_the_file_says_what_is_written(district: Path, tmp_path: Path) -> None:
    page, word, pdf = (tmp_path / f"parents.{ending}" for ending in ("html", "docx", "pdf"))
    done = run("report", district, "--for", "parents", "--language", "es", "-o", page)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Para las familias" in page.read_text(encoding="utf-8")
    assert report(district, "--for", "parents", "--grade", "3", "-o", str(word)).exit_code == 0
    said = [paragraph.text for paragraph in docx.Document(io.BytesIO(word.read_bytes())).paragraphs]
    assert "For parents" in said
    assert "Grade 3" in said
    assert "Grade 4" not in said
    printed = report(district, "--for", "board", "-o", str(pdf))
    if find_browser() is None:
        assert "open it, and print it from there" in str(printed.exception)
    else:
        assert pdf.read_bytes().startswith(b"%PDF-")


def test_the_command_offers_every_audience_that_there_is() -> None:
    assert tuple(AUDIENCES) == OFFERED


def test_without_a_file_a_page_is_printed(district: Path) -> None:
    done = run("report", district, "--for", "union")
    assert done.returncode == 0
    assert done.stdout.lower().lstrip().startswith("<!doctype html>")
    assert "For union leaders" in done.stdout


def test_there_is_a_list_for_each_unit_and_each_school(district: Path, tmp_path: Path) -> None:
    page = tmp_path / "lists.html"
    assert report(district, "--per", "unit", "--subject", "Science", "-o", str(page)).exit_code == 0
    assert "Unit: Swings, Shoves and Magnets" in page.read_text(encoding="utf-8")
    assert report(district, "--per", "school", "-o", str(page)).exit_code == 0
    assert page.read_text(encoding="utf-8").count("<h1>") == 2


def test_a_standard_to_discuss_is_named_in_any_notation_and_gaps_are_all_of_them(
    district: Path, tmp_path: Path
) -> None:
    page = tmp_path / "discuss.docx"
    assert report(district, "--discuss", "3.no.7", "--discuss", "MV.M.3.NO.6", "-o", str(page)).exit_code == 0
    with zipfile.ZipFile(page) as package:
        text = package.read("word/document.xml").decode()
    assert "To discuss: MV.M.3.NO.7" in text
    assert "To discuss: MV.M.3.NO.6" in text
    page = page.with_suffix(".html")
    assert report(district, "--discuss", "gaps", "-o", str(page)).exit_code == 0
    assert page.read_text(encoding="utf-8").count("<h1>") == 14


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--for", "board", "--per", "unit"), "one of --for, --per and --discuss"),
        (("--for", "board", "-o", "board.xlsx"), "a file that ends in .html, .docx, .pdf"),
        (("--for", "board", "--format", "json"), "a file that ends in .html, .docx, .pdf"),
        (("-o", "report.pdf"), "say for whom, with --for"),
        (("--discuss", "3.XX.9"), "3.XX.9 is no standard of what is shown"),
        (("--discuss", "MV.M.3.NO.7", "--grade", "4"), "MV.M.3.NO.7 is no standard of what is shown"),
        (("--for", "principals"), "Invalid value for '--for'"),
    ],
)
def test_what_cannot_be_written_is_told_with_how_to_mend_it(district: Path, words: tuple[str, ...], said: str) -> None:
    done = report(district, *words)
    assert done.exit_code == 2
    assert said in " ".join(done.output.split())


def test_a_district_without_schools_is_told_how_to_name_them(small_district: Path) -> None:
    ca.check(small_district)
    done = report(small_district, "--per", "school")
    assert done.exit_code == 2
    assert "belong to no school; name them in curalign.toml" in " ".join(done.output.split())
