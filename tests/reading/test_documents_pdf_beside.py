"""A side bar of a PDF is read by itself, though no line of it stands on one with the text beside it."""

from __future__ import annotations

from pathlib import Path

import made_documents as made
import pytest
from reportlab.pdfgen.canvas import Canvas

_TEXT = [
    "Pupils sort the seeds by size and tell their",
    "partner how they know which one is the longest of",
    "them all. Then they line the seeds up on the tray",
    "and measure each with the paper ruler, write the",
    "length beside it, and compare two of them.",
]
_BAR = ["Bring along", "seed trays", "paper rulers", "white glue", "Words to use", "longer than", "as long as"]


def _page(path: Path, *columns: tuple[list[str], float, float, float, float]) -> list[str]:
    """What is read of a page with such columns: lines, from the left, from the top, their step and size."""
    canvas = Canvas(str(path / "a.pdf"), pagesize=(612, 792))
    canvas.setFont("Helvetica", 11)
    canvas.drawString(72, 740, "Seeds we found on the walk around the school, and what we did with them after lunch.")
    canvas.drawString(72, 500, "At the end of the day everybody takes one seed home and plants it in a pot of soil.")
    for lines, left, top, step, size in columns:
        canvas.setFont("Helvetica", size)
        for at, line in enumerate(lines):
            canvas.drawString(left, top - at * step, line)
    canvas.save()
    return [text for *_, text in made.lines(made.extract(path / "a.pdf"))]


@pytest.mark.parametrize(("step", "top"), [(12, 696), (11.5, 700), (16, 693)])
@pytest.mark.parametrize(("text", "bar"), [(72, 400), (190, 72)])
def test_the_text_of_the_page_stands_before_the_bar_beside_it(
    tmp_path: Path, text: float, bar: float, step: float, top: float
) -> None:
    found = " ".join(_page(tmp_path, (_TEXT, text, 700, 15, 11), (_BAR, bar, top, step, 9)))
    assert found.index(" ".join(_TEXT)) < found.index(" ".join(_BAR)) < found.index("At the end")


def test_columns_as_wide_as_each_other_are_read_from_the_left(tmp_path: Path) -> None:
    other = [line.replace("seed", "leaf") for line in _TEXT]
    found = " ".join(_page(tmp_path, (other, 330, 694, 13, 10), (_TEXT, 72, 700, 15, 10)))
    assert found.index(" ".join(_TEXT)) < found.index(" ".join(other)) < found.index("At the end")


@pytest.mark.parametrize("off", [-9.0, 4.5, 6.5, 20.0])
def test_columns_with_headings_are_read_one_after_the_other(tmp_path: Path, off: float) -> None:
    def column(left: float, top: float, lines: list[str]) -> list[tuple[list[str], float, float, float, float]]:
        return [(lines[:2], left, top, 13, 11), (["Then"], left, top - 50, 13, 13), (lines[2:], left, top - 74, 13, 11)]

    other = [line.replace("seed", "leaf").replace("two", "three") for line in _TEXT]
    found = " ".join(_page(tmp_path, *column(72, 700, _TEXT), *column(340, 700 - off, other)))
    assert found.index(_TEXT[-1]) < found.index(other[0]) < found.index(other[-1]) < found.index("At the end")


def test_labels_beside_the_rows_of_a_text_are_no_bar(tmp_path: Path) -> None:
    found = _page(tmp_path, (_TEXT, 190, 700, 15, 11), (["Start", "Work", "Close"], 72, 693, 30, 9))
    assert " ".join(_TEXT) not in " ".join(found)


@pytest.mark.parametrize("higher", [0, 1])
@pytest.mark.parametrize("by", [1, 3])
def test_a_column_that_begins_higher_has_its_first_lines(tmp_path: Path, higher: int, by: int) -> None:
    other = [line.replace("seed", "leaf") for line in _TEXT]
    columns = [(_TEXT * 2, 72, 680, 13, 10), (other * 2, 340, 680, 13, 10)]
    lines, left, top, step, size = columns[higher]
    columns[higher] = (lines, left, top + by * step, step, size)
    found = " ".join(_page(tmp_path, *columns))
    assert found.index(" ".join(_TEXT * 2)) < found.index(" ".join(other * 2)) < found.index("At the end")


def test_the_last_words_of_a_text_above_columns_stay_with_it(tmp_path: Path) -> None:
    above = ["Seeds travel by wind and water, and with animals that carry them, as all of us have seen on the", "walk."]
    other = [line.replace("seed", "leaf") for line in _TEXT]
    found = _page(tmp_path, (above, 72, 706, 13, 10), (_TEXT, 72, 680, 13, 10), (other, 340, 680, 13, 10))
    assert " ".join(above) in " ".join(found)


def test_the_words_of_a_justified_text_are_no_columns(tmp_path: Path) -> None:
    lines = [
        "Pupils who finish early do",
        "one of the long puzzles on",
        "multiplication arrays",
        "with them, and say to us why",
    ]
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(612, 792))
    for column, left in enumerate((72, 240, 408)):
        for at, line in enumerate(lines * 2):
            words = [word.replace("Pupils", f"Pupils{column}") for word in line.split()]
            room = 128 - sum(canvas.stringWidth(word, "Helvetica", 10) for word in words)
            x = float(left)
            canvas.setFont("Helvetica", 10)
            for word in words:
                canvas.drawString(x, 700 - 12 * at, word)
                x += canvas.stringWidth(word, "Helvetica", 10) + room / (len(words) - 1)
    canvas.save()
    found = " ".join(text for *_, text in made.lines(made.extract(tmp_path / "a.pdf")))
    whole = " ".join(lines)
    assert found == " ".join(whole.replace("Pupils", f"Pupils{column}") for column in (0, 0, 1, 1, 2, 2))


def test_columns_of_short_parts_with_headings_between_are_read_one_after_the_other(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(612, 792))
    for left, top, parts in ((72, 700, "AB"), (330, 712, "CD")):
        for at, part in enumerate(parts):
            canvas.setFont("Helvetica-Bold", 13)
            canvas.drawString(left, top - 66 * at, f"Station {part}")
            canvas.setFont("Helvetica", 11)
            for down, line in enumerate((f"Pupils of {part} compare two numbers by", "the tens and ones they show.")):
                canvas.drawString(left, top - 66 * at - 26 - 12 * down, line)
    canvas.save()
    found = [(heading, text) for heading, _, _, text in made.lines(made.extract(tmp_path / "a.pdf"))]
    said = "Pupils of {} compare two numbers by the tens and ones they show."
    assert found == [(f"Station {part}", said.format(part)) for part in "ABCD"]
