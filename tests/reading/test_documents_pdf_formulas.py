"""Formulas of a PDF as they are typed in a line: letters of formulas, roots, powers of sums, sums under one another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import made_documents as made
import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

Drawn = Callable[[Callable[[Canvas], None]], list[str]]


@pytest.fixture
def drawn(tmp_path: Path) -> Drawn:
    """The texts that are read of a page that a function draws."""

    def extract(draw: Callable[[Canvas], None]) -> list[str]:
        canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(612, 792))
        draw(canvas)
        canvas.save()
        return [text for *_, text in made.lines(made.extract(tmp_path / "a.pdf"))]

    return extract


def put(canvas: Canvas, x: float, y: float, text: str, size: float = 11, font: str = "Helvetica") -> float:
    """Where the text ends."""
    canvas.setFont(font, size)
    canvas.drawString(x, y, text)
    return x + float(canvas.stringWidth(text, font, size))


class TestSumsUnderOneAnother:
    def sums(self, canvas: Canvas, rows: Sequence[Sequence[str]], x: float = 130, y: float = 700) -> None:
        """Sums side by side: numbers down to the last, with its sign and a line, then what they come to or nothing."""
        canvas.setFont("Helvetica", 12)
        for at, (*numbers, sign, result) in enumerate(rows):
            right = x + 110 * at
            for down, number in enumerate(numbers):
                canvas.drawRightString(right, y - 15 * down, number)
            foot = y - 15 * (len(numbers) - 1)
            canvas.drawString(right - 36, foot, sign)
            canvas.line(right - 38, foot - 4, right + 3, foot - 4)
            canvas.drawRightString(right, foot - 18, result)

    def test_numbers_within_items_over_a_line_are_no_sum(self, drawn: Drawn) -> None:
        def draw(canvas: Canvas) -> None:
            put(canvas, 60, 480, "- Bring 5 cubes")
            put(canvas, 60, 466, "- Bring 7 cups")
            canvas.line(60, 462, 120, 462)
            put(canvas, 60, 448, "12 in all")

        assert " ".join(drawn(draw)).replace("- ", "") == "Bring 5 cubes Bring 7 cups 12 in all"

    def test_each_is_read_by_itself(self, drawn: Drawn) -> None:
        def draw(canvas: Canvas) -> None:
            put(canvas, 72, 740, "Find each sum.")
            self.sums(canvas, [("38", "25", "+", "63"), ("147", "36", "+", ""), ("23", "41", "15", "+", "79")])
            self.sums(canvas, [("82", "37", "-", ""), ("91", "58", "\u2013", "33"), ("24", "3", "\u00d7", "")], y=600)

        assert drawn(draw) == [
            "Find each sum.",
            "38 + 25 = 63 | 147 + 36 = __ | 23 + 41 + 15 = 79",
            "82 - 37 = __ | 91 \u2013 58 = 33 | 24 \u00d7 3 = __",
        ]

    @pytest.mark.parametrize("step", [62, 46])
    def test_what_stands_below_is_another_sum_and_no_result(self, drawn: Drawn, step: int) -> None:
        def draw(canvas: Canvas) -> None:
            for at, (above, below) in enumerate((("38", "25"), ("47", "36"))):
                self.sums(canvas, [(above, below, "+", "")], y=700 - step * at)

        assert " ".join(drawn(draw)) == "38 + 25 = __ 47 + 36 = __"

    def test_its_number_in_the_list_stands_before_it(self, drawn: Drawn) -> None:
        def draw(canvas: Canvas) -> None:
            for at in range(2):
                for down in range(2):
                    put(canvas, 60 + 110 * at, 700 - 80 * down, f"{2 * down + at + 1}.")
                    self.sums(canvas, [("$4.25", "1.50", "+", "")], x=130 + 110 * at, y=700 - 80 * down)

        assert drawn(draw) == [
            "1. $4.25 + 1.50 = __ | 2. $4.25 + 1.50 = __",
            "3. $4.25 + 1.50 = __ | 4. $4.25 + 1.50 = __",
        ]

    def test_digits_may_stand_apart_and_the_line_may_be_typed(self, drawn: Drawn) -> None:
        def draw(canvas: Canvas) -> None:
            for down, digits in ((0, "382"), (20, "+251"), (46, "633")):
                for at, digit in enumerate(reversed(digits)):
                    put(canvas, 150 - 18 * at, 700 - down, digit)
            canvas.line(94, 675, 158, 675)
            for y, text in ((600, "47"), (586, "+ 36"), (583, "_____")):
                canvas.drawRightString(150, y, text)

        assert drawn(draw) == ["382 + 251 = 633", "47 + 36 = __"]

    def test_products_of_which_one_is_the_sum_are_told(self, drawn: Drawn) -> None:
        def draw(canvas: Canvas) -> None:
            self.sums(canvas, [("24", "13", "\u00d7", "72")])
            canvas.drawRightString(130, 652, "240")
            canvas.line(92, 648, 133, 648)
            canvas.drawRightString(130, 634, "312")

        assert drawn(draw) == ["24 \u00d7 13 = 72 + 240 = 312"]

    def test_numbers_of_a_table_over_a_line_are_no_sum(self, drawn: Drawn) -> None:
        def draw(canvas: Canvas) -> None:
            for at, (label, number) in enumerate((("Day", "Pages"), ("Mon", "12"), ("Tue", "15"), ("All", "27"))):
                put(canvas, 72, 700 - 20 * at, label)
                canvas.drawRightString(180, 700 - 20 * at, number)
            canvas.line(72, 655, 182, 655)

        assert drawn(draw) == ["Day | Pages", "Mon | 12", "Tue | 15", "All | 27"]


class TestLettersOfFormulas:
    def test_they_are_read_as_plain_ones(self, tmp_path: Path) -> None:
        parts = [("F", "Solve ", 0), ("M", "a", 0), ("M", "d", 4), ("F", " + 3", 0), ("M", "a", 0)]
        parts += [("F", " = 10 for all ", 0), ("M", "b", 0), ("F", " and ", 0), ("M", "c", 0), ("F", " of them.", 0)]
        content, x = "BT", 72.0
        for font, text, rise in parts:
            size = 7 if rise else 11
            content += f" /{font} {size} Tf 1 0 0 1 {x:.2f} {700 + rise} Tm ({text}) Tj"
            x += stringWidth(text, "Helvetica", size)
        content += " ET"
        meant = "\U0001d465\U0001d44f\u210e\U0001d7d0"
        assert made.texts_of_letters(tmp_path / "a.pdf", content, meant) == [
            "Solve x^2 + 3x = 10 for all b and h of them."
        ]

    def test_a_root_and_a_long_fraction_are_told_with_brackets(self, drawn: Drawn) -> None:
        def draw(canvas: Canvas) -> None:
            put(canvas, 72, 700, "Then x =")
            start = put(canvas, 122, 707, "-b +", 10)
            root = x = put(canvas, start + 3, 707, "\u221a", 10, "Symbol")
            for text, rise, size in (("b", 0, 10), ("2", 4, 6), (" - 4ac", 0, 10)):
                x = put(canvas, x, 707 + rise, text, size)
            canvas.line(root, 716, x, 716)
            canvas.line(122, 703, x, 703)
            canvas.drawCentredString((122 + x) / 2, 693, "2a")
            put(canvas, x + 6, 700, "for both roots, and")
            root = put(canvas, x + 106, 700, "\u221a", 11, "Symbol")
            canvas.line(root, 710, put(canvas, root, 700, "49"), 710)

        assert drawn(draw) == ["Then x = (-b + \u221a(b^2 - 4ac))/2a for both roots, and \u221a49"]

    @pytest.mark.parametrize("first", [True, False])
    def test_a_root_has_its_degree(self, drawn: Drawn, *, first: bool) -> None:
        def draw(canvas: Canvas) -> None:
            x = put(canvas, 72, 700, "Then ")
            if first:
                put(canvas, x - 1, 705, "3", 6)
            root = put(canvas, x, 700, "\u221a", 11, "Symbol")
            end = put(canvas, root, 700, "27")
            canvas.line(root, 710, end, 710)
            if not first:
                put(canvas, x - 1, 705, "3", 6)
            put(canvas, end + 3, 700, "is three.")

        assert drawn(draw) == ["Then \u221b27 is three."]

    def test_a_sum_in_brackets_has_its_power(self, drawn: Drawn) -> None:
        def draw(canvas: Canvas) -> None:
            x = 72.0
            for text, raised in (("Write (a + b)", "2"), (" = (a - b)", "3"), (" as they are (see the notes)", "1")):
                x = put(canvas, x, 700, text)
                x = put(canvas, x, 704, raised, 7)

        assert drawn(draw) == ["Write (a + b)^2 = (a - b)^3 as they are (see the notes) 1"]
