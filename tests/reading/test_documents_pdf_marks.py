"""Large initials, bullets that are drawn and words across a page of a PDF leave its text whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import made_documents as made
import pytest
from reportlab.pdfgen.canvas import Canvas

LINES = [
    "measure the length of an object with a ruler and with",
    "a meter stick, and say which of the two tools fits",
    "better for long and for short objects in the room, as",
    "all of us have seen it on the walk around the school.",
]

Drawn = Callable[[Callable[[Canvas], None]], list[tuple[str, str, str]]]


@pytest.fixture
def drawn(tmp_path: Path) -> Drawn:
    """What is read of a page that a function draws: the headings, the form and the text of each block."""

    def extract(draw: Callable[[Canvas], None]) -> list[tuple[str, str, str]]:
        canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(612, 792))
        draw(canvas)
        canvas.save()
        return [(headings, form, text) for headings, form, _, text in made.lines(made.extract(tmp_path / "a.pdf"))]

    return extract


def put(canvas: Canvas, x: float, y: float, text: str, size: float = 11) -> None:
    canvas.setFont("Helvetica", size)
    canvas.drawString(x, y, text)


@pytest.mark.parametrize(
    ("initial", "rest", "said"), [("I", "can", "I can"), ("T", "hey", "They"), ("A", "fter", "After"), ("I", "n", "In")]
)
@pytest.mark.parametrize("deep", [2, 3])
def test_a_large_initial_begins_its_word(drawn: Drawn, initial: str, rest: str, said: str, deep: int) -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, 72, 700 - 13 * (deep - 1), initial, 13 * deep)
        wide = canvas.stringWidth(initial, "Helvetica", 13 * deep) + 3
        for at, line in enumerate(LINES):
            put(canvas, 72 + (wide if at < deep else 0), 700 - 13 * at, f"{rest} {line}" if at == 0 else line)

    assert drawn(draw) == [("", "paragraph", f"{said} {' '.join(LINES)}")]


def test_a_letter_that_names_what_is_drawn_is_no_initial(drawn: Drawn) -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, 72, 700, "B", 30)
        put(canvas, 150, 712, "Which of the lines is longer?")
        put(canvas, 150, 698, "Measure both.")

    assert "BWhich" not in str(drawn(draw))


@pytest.mark.parametrize("shape", ["circle", "square"])
def test_bullets_that_are_drawn_begin_items(drawn: Drawn, shape: str) -> None:
    items = ["count by fives", "write what you count", "tell a partner"]

    def draw(canvas: Canvas) -> None:
        put(canvas, 72, 720, "Then do this:")
        for at, text in enumerate(items):
            y = 700 - 14 * at
            put(canvas, 90, y, text)
            if shape == "circle":
                canvas.circle(80, y + 3.5, 2, stroke=0, fill=1)
            else:
                canvas.rect(78, y + 1.5, 4, 4, stroke=0, fill=1)

    assert drawn(draw) == [("", "paragraph", "Then do this:"), *(("", "item", text) for text in items)]


@pytest.mark.parametrize("angle", [30, 45, 60])
def test_what_is_written_across_a_page_tears_no_text(drawn: Drawn, angle: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.translate(120, 560)
        canvas.rotate(angle)
        canvas.setFillGray(0.85)
        put(canvas, 0, 0, "NOT FOR SALE", 40)
        canvas.restoreState()
        canvas.setFillGray(0)
        for at, line in enumerate(LINES * 4):
            put(canvas, 72, 720 - 14 * at, line)

    *texts, (_, form, last) = drawn(draw)
    assert " ".join(text for *_, text in texts) == " ".join(LINES * 4)
    assert (form, last) == ("paragraph", "NOT FOR SALE")


def test_what_is_written_across_a_page_beside_a_frame_is_no_text_beside_it(drawn: Drawn) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(50, 400, 280, 200)
        for at, line in enumerate(LINES):
            put(canvas, 60, 580 - 13 * at, line)
        canvas.translate(420, 450)
        canvas.rotate(45)
        put(canvas, 0, 0, "DRAFT", 40)

    assert [text for *_, text in drawn(draw)] == [" ".join(LINES), "DRAFT"]


def test_drawn_bullets_begin_items_in_each_of_two_columns(drawn: Drawn) -> None:
    told = {60: ["Cut the bread.", "Share it out."], 320: ["Weigh a loaf.", "Write it down."]}

    def draw(canvas: Canvas) -> None:
        for x, texts in told.items():
            for at, text in enumerate(texts):
                canvas.circle(x, 704 - 20 * at, 2, fill=1)
                put(canvas, x + 12, 700 - 20 * at, text)

    assert sorted(drawn(draw)) == sorted(("", "item", text) for texts in told.values() for text in texts)
