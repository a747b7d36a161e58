"""Tables of a PDF without lines whose labels stand half-way down their rows."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from pathlib import Path

import made_documents as made
import pytest
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

Row = Sequence[Sequence[str]]
"""The cells of a row, each as its lines."""

PLAN: list[Row] = [
    (["Objective"], ["Pupils compare two fractions that have the same", "numerator by the size of their parts."]),
    (["Activity"], ["They fold strips of paper, mark halves, thirds", "and fourths, and place them under", "another."]),
    (["How we", "find out"], ["Which is greater, 2/3 or 2/4? Explain", "with a drawing, and say how you", "know."]),
    (["Materials"], ["Strips of paper, scissors, glue"]),
    (["Homework"], ["Page 12, problems 1 to 6. Ask somebody", "to fold a sheet", "with you and find", "out how."]),
]  # fmt: skip


def extract(
    path: Path, rows: Iterable[Row], *, gap: float = 8, above: Sequence[str] = (), below: str = ""
) -> list[str]:
    """What is read of a page with rows of cells that stand in the middle of their rows, `gap` points apart."""
    canvas, size, step, top = Canvas(str(path)), 10.5, 13.0, 700.0
    canvas.setFont("Helvetica", size)
    for line in above:
        canvas.drawString(72, top, line)
        top -= step + gap
    for cells in rows:
        high = max(map(len, cells)) * step
        for lines, left in zip(cells, (72, 170, 440), strict=False):
            first = top - (high - len(lines) * step) / 2
            for at, line in enumerate(lines):
                canvas.drawString(left, first - at * step, line)
        top -= high + gap
    canvas.drawString(72, top, below)
    canvas.save()
    return [text for *_, text in made.lines(made.extract(path))]


def said(rows: Iterable[Row]) -> list[str]:
    return [" | ".join(" ".join(lines) for lines in cells) for cells in rows]


@pytest.mark.parametrize("gap", [0, 3, 8, 15])
@pytest.mark.parametrize("order", [(0, 1, 2, 3, 4), (3, 0, 4, 2, 1), (1, 4), (2, 3, 0)])
def test_a_label_in_the_middle_of_its_row_stands_before_all_of_it(
    tmp_path: Path, gap: float, order: Sequence[int]
) -> None:
    rows = [PLAN[at] for at in order]
    assert extract(tmp_path / "a.pdf", rows, gap=gap) == said(rows)


def test_other_columns_may_stand_in_the_middle_too_and_be_the_longer_ones(tmp_path: Path) -> None:
    rows = [
        (["Monday"], ["Fold paper."], ["Pupils say which", "part is longer", "and why."]),
        (["Tuesday"], ["Measure the desk with", "clips and with", "rulers, twice."], ["Exit ticket"]),
        (["Friday"], ["Compare."], ["They draw", "both."]),
    ]
    assert extract(tmp_path / "a.pdf", rows) == said(rows)


def test_what_stands_close_above_and_below_is_none_of_it(tmp_path: Path) -> None:
    long = "Next week we go on with tenths, and everybody brings a ruler of their own to school."
    found = extract(tmp_path / "a.pdf", PLAN, above=["Plan of the week"], below=long)
    assert found == ["Plan of the week", *said(PLAN), long]


def test_labels_of_one_line_each_between_longer_rows_stay_two(tmp_path: Path) -> None:
    short: list[Row] = [(["Grade"], ["3"]), (["Time"], ["40 minutes"])]
    rows = [*short, *PLAN[:2], *short]
    assert extract(tmp_path / "a.pdf", rows, gap=0) == said(rows)


def test_two_columns_of_running_text_are_no_such_table(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"))
    canvas.setFont("Helvetica", 10)
    for at in range(10):
        canvas.drawString(72, 700 - 13 * at, "bread is cut in parts as often as")
        canvas.drawString(320, 694 - 13 * at, "and paper is folded as often as it")
    canvas.save()
    found = made.lines(made.extract(tmp_path / "a.pdf"))
    assert all(form == "paragraph" for _, form, _, _ in found)


@pytest.mark.parametrize("gap", [0, 8])
def test_labels_beside_the_first_lines_of_their_rows_say_where_these_begin(tmp_path: Path, gap: float) -> None:
    canvas, top = Canvas(str(tmp_path / "a.pdf")), 700.0
    canvas.setFont("Helvetica", 10.5)
    canvas.drawString(170, top + 13 + gap, "What we do")
    for label in ("Objective", "Activity", "Assessment"):
        canvas.drawString(72, top, label)
        for line in ("Pupils compare two fractions that have", "the same numerator or denominator,", "and say why."):
            canvas.drawString(170, top, line)
            top -= 13
        top -= gap
    canvas.save()
    found = [text for *_, text in made.lines(made.extract(tmp_path / "a.pdf"))]
    whole = "Pupils compare two fractions that have the same numerator or denominator, and say why."
    assert found[-3:] == [f"{label} | {whole}" for label in ("Objective", "Activity", "Assessment")]


@pytest.mark.parametrize("draws", ["drawRightString", "drawCentredString"])
def test_labels_may_stand_at_the_right_of_their_column_or_in_its_middle(tmp_path: Path, draws: str) -> None:
    canvas, top = Canvas(str(tmp_path / "a.pdf")), 700.0
    canvas.setFont("Helvetica", 10.5)
    for (label, *_), lines in PLAN:
        getattr(canvas, draws)(150 if draws == "drawRightString" else 110, top - 6.5 * (len(lines) - 1), label)
        for at, line in enumerate(lines):
            canvas.drawString(170, top - 13 * at, line)
        top -= 13 * len(lines) + 8
    canvas.save()
    found = [text for *_, text in made.lines(made.extract(tmp_path / "a.pdf"))]
    assert found == [f"{label} | {' '.join(lines)}" for (label, *_), lines in PLAN]


def test_one_tall_row_among_short_ones_is_enough_to_tell(tmp_path: Path) -> None:
    rows = [PLAN[3], PLAN[4], PLAN[3]]
    assert extract(tmp_path / "a.pdf", rows) == said(rows)


def test_a_second_column_is_taken_for_no_text_beside_labels(tmp_path: Path) -> None:
    """Short lines of the column in the middle have a text to their right too."""
    rows = [
        (["Monday"], ["They fold", "paper", "into parts", "twice", "and cut"], ["Pupils say which", "is longer."]),
        (["Friday"], ["Compare", "both", "of them"], ["They draw", "halves", "and", "thirds", "again."]),
    ]
    assert extract(tmp_path / "a.pdf", rows) == said(rows)


def test_a_page_of_hundreds_of_labels_takes_no_time(tmp_path: Path) -> None:
    canvas, rows = Canvas(str(tmp_path / "a.pdf"), pagesize=(612, 5000)), 380
    canvas.setFont("Helvetica", 9)
    for at in range(rows):
        canvas.drawString(72, 4900 - 12 * at, f"Term {at}")
        canvas.drawString(200, 4900 - 12 * at + 6 * (at % 2), f"means number {at}, and more of it is said here")
    canvas.save()
    before = time.perf_counter()
    found = made.lines(made.extract(tmp_path / "a.pdf"))
    assert time.perf_counter() - before < 5
    assert sum(text.count("means") for *_, text in found) == rows


@pytest.mark.parametrize("padding", [3, 4, 6])
def test_columns_that_nearly_touch_are_parted_where_others_begin(tmp_path: Path, padding: int) -> None:
    rows = [
        ("Day", "Activity", "Assessment"),
        (
            "Monday",
            "Pupils compare two fractions that have the same numerator, and say why.",
            "Exit ticket: 2/3 or 2/4?",
        ),
        ("Tuesday", "They fold paper.", "The teacher looks at pairs."),
        (
            "Friday",
            "Each pair writes three comparisons and reads them aloud to all of us.",
            "Quiz of five tasks, alone.",
        ),
    ]
    style = [("VALIGN", (0, 0), (-1, -1), "TOP")]
    style += [(f"{side}PADDING", (0, 0), (-1, -1), padding) for side in ("LEFT", "RIGHT")]
    body = getSampleStyleSheet()["BodyText"]
    cells = [[Paragraph(text, body) for text in row] for row in rows]
    SimpleDocTemplate(str(tmp_path / "a.pdf")).build([Table(cells, colWidths=[60, 162, 100], style=style)])
    assert [text for *_, text in made.lines(made.extract(tmp_path / "a.pdf"))] == [" | ".join(row) for row in rows]
