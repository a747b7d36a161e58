"""A label on a line of its own in a cell keeps its line in every format, and other lines of a cell run on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import made_documents as made
import pytest
import xlsxwriter
from pptx import Presentation
from pptx.util import Inches

GOAL = ("Learning Target", "Pupils find how many cups fill a jug")
RUNS_ON = ("fill the jug", "and count the cups aloud")
CELL = f"Learning Target\n{GOAL[1]} | fill the jug and count the cups aloud"


def _word(path: Path) -> Path:
    document = docx.Document()
    cells = document.add_table(2, 2).rows[0].cells
    for cell, (first, second) in zip(cells, (GOAL, RUNS_ON), strict=True):
        cell.text = first
        cell.add_paragraph(second)
    document.tables[0].rows[1].cells[0].text = "Tidy up"
    document.save(str(path))
    return path


def _slides(path: Path) -> Path:
    deck = Presentation()
    shapes = deck.slides.add_slide(deck.slide_layouts[6]).shapes
    table = shapes.add_table(2, 2, Inches(1), Inches(1), Inches(6), Inches(2)).table
    for at, lines in enumerate((GOAL, RUNS_ON)):
        table.cell(0, at).text = "\n".join(lines)
    table.cell(1, 0).text = "Tidy up"
    deck.save(str(path))
    return path


def _sheet(path: Path) -> Path:
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet("Plan").write_row(0, 0, ["\n".join(GOAL), "\n".join(RUNS_ON)])
    return path


def _page(path: Path) -> Path:
    cells = "".join(f"<td>{first}<br>{second}</td>" for first, second in (GOAL, RUNS_ON))
    path.write_text(f"<table><tr>{cells}</tr><tr><td>Tidy up</td><td></td></tr></table>")
    return path


def _markdown(path: Path) -> Path:
    cells = " | ".join("<br>".join(lines) for lines in (GOAL, RUNS_ON))
    path.write_text(f"| {cells} |\n|---|---|\n| Tidy up | |\n")
    return path


def _text(path: Path) -> Path:
    path.write_text(",".join('"' + "\n".join(lines) + '"' for lines in (GOAL, RUNS_ON)) + "\nTidy up,\n")
    return path


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("plan.docx", _word),
        ("plan.pptx", _slides),
        ("plan.xlsx", _sheet),
        ("plan.html", _page),
        ("plan.md", _markdown),
        ("plan.csv", _text),
    ],
)
def test_a_label_keeps_its_line_in_a_cell(tmp_path: Path, name: str, make: Callable[[Path], Path]) -> None:
    read = made.extract(make(tmp_path / name))
    assert CELL in [block.text for _, block in made.blocks(read.sections)]
