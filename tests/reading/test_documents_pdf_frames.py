"""What a frame of a PDF's page holds is read by itself: a box at the side, cards, the slides of a sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import made_documents as made
import pytest
from reportlab.pdfgen.canvas import Canvas

CARDS = {
    "Learning target": ["I can tell time to five minutes.", "2.MD.C.7"],
    "Warm up": ["Count by fives to sixty,", "and tell what you notice."],
    "Your turn": ["Draw the hands for 4:35 and", "write it in words."],
    "Exit ticket": ["What time is it when the long", "hand points at seven?"],
}
TEXT = [
    "Pupils sort the seeds by size and tell their partner how",
    "they know which one is the longest of them all. Then they",
    "line the seeds up on the tray and measure each of them with",
    "the paper ruler, write the length beside it, and compare two.",
]


@pytest.fixture
def drawn(tmp_path: Path) -> Callable[[Callable[[Canvas], None]], list[tuple[str, str]]]:
    """What is read of a page that a function draws: the innermost heading and the text of each block."""

    def extract(draw: Callable[[Canvas], None]) -> list[tuple[str, str]]:
        canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(612, 792))
        draw(canvas)
        canvas.save()
        found = made.lines(made.extract(tmp_path / "a.pdf"))
        return [(headings.rpartition(" > ")[2], text) for headings, _, _, text in found]

    return extract


Drawn = Callable[[Callable[[Canvas], None]], list[tuple[str, str]]]


def put(canvas: Canvas, x: float, y: float, lines: Sequence[str], font: str = "Helvetica", size: float = 11) -> None:
    canvas.setFont(font, size)
    for at, line in enumerate(lines):
        canvas.drawString(x, y - 14 * at, line)


@pytest.mark.parametrize("frame", ["rect", "roundRect"])
@pytest.mark.parametrize("columns", [2, 4])
def test_cards_are_read_one_after_another_row_by_row(drawn: Drawn, frame: str, columns: int) -> None:
    def draw(canvas: Canvas) -> None:
        wide = 500 / columns
        for at, (title, lines) in enumerate(CARDS.items()):
            x, y = 50 + at % columns * wide, 560 - at // columns * 140
            round_by = (8,) if frame == "roundRect" else ()
            getattr(canvas, frame)(x, y, wide - 10, 120, *round_by)
            put(canvas, x + 6, y + 95, [title], "Helvetica", 14)
            put(canvas, x + 6, y + 70, lines, size=11 if columns == 2 else 8)

    assert drawn(draw) == [(title, " ".join(lines)) for title, lines in CARDS.items()]


def test_cards_without_frames_are_told_by_their_headings(drawn: Drawn) -> None:
    def draw(canvas: Canvas) -> None:
        for at, (title, lines) in enumerate(CARDS.items()):
            x, y = 60 + at % 2 * 260, 600 - at // 2 * 90
            put(canvas, x, y, [title], size=15)
            put(canvas, x, y - 22, lines)

    assert drawn(draw) == [(title, " ".join(lines)) for title, lines in CARDS.items()]


def test_two_pages_on_one_sheet_are_read_one_after_the_other(drawn: Drawn) -> None:
    short = [word for line in TEXT for word in (line, "and that is all of it.")]

    def draw(canvas: Canvas) -> None:
        for at in range(2):
            put(canvas, 30 + 300 * at, 740, [f"Page {'AB'[at]} for pupils"], size=16)
            put(canvas, 30 + 300 * at, 710, [line.replace("Pupils", f"Pupils {'AB'[at]}") for line in short], size=9)

    found = " ".join(text for _, text in drawn(draw))
    assert found == " ".join(" ".join(short).replace("Pupils", f"Pupils {page}") for page in "AB")


def test_a_table_with_larger_letters_above_it_is_no_row_of_cards(drawn: Drawn) -> None:
    rows = [("Week", "Unit", "Quiz"), ("1", "Fractions", "none"), ("2", "Area of squares", "short")]

    def draw(canvas: Canvas) -> None:
        for at, row in enumerate(rows):
            for left, text in zip((60, 160, 360), row, strict=True):
                put(canvas, left, 700 - 16 * at, [text], size=11 if at else 14)

    assert [text for _, text in drawn(draw)] == [" | ".join(row) for row in rows]


def test_a_card_and_its_shadow_are_one_frame(drawn: Drawn) -> None:
    def draw(canvas: Canvas) -> None:
        for at, task in enumerate(("Draw hands", "Write it")):
            x = 60 + 250 * at
            canvas.roundRect(x, 600, 180, 80, 8)
            canvas.roundRect(x + 20, 580, 180, 80, 8)
            put(canvas, x + 30, 640, [f"{task} on a clock", "that your partner cannot see", "from the desk."])

    rest = "on a clock that your partner cannot see from the desk."
    assert [text for _, text in drawn(draw)] == [f"Draw hands {rest}", f"Write it {rest}"]


@pytest.mark.parametrize("left", [60, 420])
def test_a_box_beside_a_text_comes_before_the_next_heading(drawn: Drawn, left: int) -> None:
    def draw(canvas: Canvas) -> None:
        x = 60 if left > 60 else 200
        put(canvas, x, 700, ["Seeds of our school"], size=16)
        put(canvas, x, 670, TEXT)
        canvas.rect(left, 590, 130, 80)
        put(canvas, left + 6, 655, ["Materials"], "Helvetica-Bold", 10)
        put(canvas, left + 6, 640, ["seed trays, paper", "rulers, white glue"], size=9)
        put(canvas, 60, 560, ["Exit ticket"], size=14)
        put(canvas, 60, 540, ["How long is the longest seed that you have found?"])

    whole = " ".join(TEXT)
    assert drawn(draw) == [
        ("Seeds of our school", whole),
        ("Materials", "seed trays, paper rulers, white glue"),
        ("Exit ticket", "How long is the longest seed that you have found?"),
    ]


def test_labels_on_a_coloured_ground_stay_with_what_is_beside_them(drawn: Drawn) -> None:
    rows = [("Objective", "I can measure length. 2.MD.A.1"), ("Activity", "Measure the desk."), ("Check", "Exit slip")]

    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(0.8)
        canvas.rect(60, 620, 100, 90, stroke=0, fill=1)
        canvas.setFillGray(0)
        for at, (label, text) in enumerate(rows):
            put(canvas, 66, 695 - 30 * at, [label])
            put(canvas, 180, 695 - 30 * at, [text])

    assert [text for _, text in drawn(draw)] == [" | ".join(row) for row in rows]


def test_a_frame_around_the_whole_text_changes_nothing(drawn: Drawn) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(40, 40, 530, 700)
        put(canvas, 60, 700, TEXT)

    assert drawn(draw) == [("", " ".join(TEXT))]
