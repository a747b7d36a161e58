"""Word and PowerPoint files from before 2007, made by LibreOffice where that is installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import made_documents as made
import pytest

OFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")


def converted(path: Path, suffix: str) -> Path:
    """The same document in an old format."""
    home = f"-env:UserInstallation={(path.parent / 'office').as_uri()}"
    command = [str(OFFICE), home, "--headless", "--convert-to", suffix, "--outdir", str(path.parent), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    made_file = path.with_suffix(f".{suffix}")
    if not made_file.exists():
        pytest.skip(f"LibreOffice is installed here without what writes .{suffix}")
    return made_file


def test_a_word_file_of_2003_keeps_its_words(tmp_path: Path) -> None:
    found = made.extract(converted(made.word(tmp_path / "a.docx"), "doc"))
    said = " ".join(line[3] for line in made.lines(found)) + " ".join(h for s in found.sections for h in s.headings)
    for words in ("Lesson 1", "cut the bread", "Compare halves", "Which piece is larger?"):
        assert words in said
    assert found.problems == ()


def test_a_table_of_a_word_file_of_2003_has_rows_and_stays_out_of_the_heading_below_it(tmp_path: Path) -> None:
    found = made.extract(converted(made.word(tmp_path / "a.docx"), "doc"))
    lines = [(headings, form, text) for headings, form, _, text in made.lines(found)]
    assert lines[-3:] == [
        ("Lesson 1", "row", "Standard | Objective"),
        ("Lesson 1", "row", "3.B | Compare halves"),
        ("Lesson 1 > Exit ticket", "paragraph", "Which piece is larger?"),
    ]


def test_a_deck_of_2003_has_slides_under_titles_with_notes(tmp_path: Path) -> None:
    found = made.extract(converted(made.deck(tmp_path / "a.pptx"), "ppt"))
    lines = [(heading, place, text) for heading, _, place, text in made.lines(found)]
    assert lines[:4] == [
        ("Fractions", "slide 1", "Grade 3 team"),
        ("Fractions > Halves", "slide 2", "Fold once"),
        ("Fractions > Halves", "slide 2", "Compare"),
        ("Fractions > Halves", "slide 2", "Give every pair a strip."),
    ]
    assert (found.pages, found.problems) == (4, ())
