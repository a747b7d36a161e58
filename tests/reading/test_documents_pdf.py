"""PDF as people see it: ruled tables as rows, forms filled in, fractions in their lines, and no garbled letters."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import made_documents as made
import pytest
from PIL import Image
from reportlab.lib import colors
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

from curalign.reading.documents.extracting import Extracted
from curalign.reading.documents.processes import WorkerExtractor

BODY = getSampleStyleSheet()["BodyText"]
GRID = ("GRID", (0, 0), (-1, -1), 0.7, "black")
SENTENCE = "Pupils measure the length of a table with paper clips, write it down and compare it with a partner."
SPANISH = "Los alumnos miden la longitud de una mesa con clips, la anotan y comparan lo que midieron con otra pareja."
CODES = "RL.3.1 RL.3.2 RI.3.4 SL.3.1 W.3.2 L.3.4 MS-PS1-1 HS-LS2"
CODE = "fun area(length, width): length * width end; num-sqrt(num-sqr(x1 - x2) + num-sqr(y1 - y2)) string-append(a, b)"


@pytest.fixture(scope="module")
def worker() -> Iterator[WorkerExtractor]:
    with WorkerExtractor(made.SETTINGS) as extractor:
        yield extractor


@pytest.fixture
def drawn(tmp_path: Path, worker: WorkerExtractor) -> Callable[[Callable[[Canvas], None]], Extracted]:
    """What is read of pages that a function draws."""

    def extract(draw: Callable[[Canvas], None]) -> Extracted:
        canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(612, 792))
        draw(canvas)
        canvas.save()
        return worker.extract(tmp_path / "a.pdf")

    return extract


@pytest.fixture
def flowing(tmp_path: Path, worker: WorkerExtractor) -> Callable[..., Extracted]:
    """What is read of a document that flows over its pages, with a foot on each."""

    def extract(*flow: object) -> Extracted:
        def foot(canvas: Canvas, document: SimpleDocTemplate) -> None:
            canvas.drawString(280, 30, str(document.page))

        SimpleDocTemplate(str(tmp_path / "a.pdf")).build(list(flow), onFirstPage=foot, onLaterPages=foot)
        return worker.extract(tmp_path / "a.pdf")

    return extract


def texts(found: Extracted) -> list[str]:
    return [text for *_, text in made.lines(found)]


def put(canvas: Canvas, *lines: str, top: float = 700, left: float = 72, step: float = 14, size: float = 11) -> None:
    canvas.setFont("Helvetica", size)
    for at, line in enumerate(lines):
        canvas.drawString(left, top - step * at, line)


def cells(rows: list[list[str]]) -> list[list[Paragraph]]:
    return [[Paragraph(text, BODY) for text in row] for row in rows]


class TestRuledTables:
    def test_rows_have_the_whole_text_of_each_cell(self, flowing: Callable[..., Extracted]) -> None:
        long = "Pupils fold strips of paper into thirds and name each part, then tell how many parts make the whole."
        rows = [["Objective", "Activity", "Check"], ["I can name thirds. 3.NF.A.1", long, "Draw a third."]]
        found = flowing(Table(cells(rows), colWidths=[90, 120, 90], style=[GRID]))
        assert made.lines(found) == [
            ("", "row", "p. 1", "Objective | Activity | Check"),
            ("", "row", "p. 1", f"I can name thirds. 3.NF.A.1 | {long} | Draw a third."),
        ]

    def test_a_code_that_a_narrow_cell_breaks_is_whole(self, drawn: Callable[..., Extracted]) -> None:
        def draw(canvas: Canvas) -> None:
            canvas.grid([72, 130, 300], [640, 680, 720])
            put(canvas, "Code", top=700, left=76)
            put(canvas, "Task", top=700, left=140)
            put(canvas, "3.NF.", "A.1", top=665, left=76)
            put(canvas, "Fold thirds.", top=665, left=140)

        assert texts(drawn(draw)) == ["Code | Task", "3.NF.A.1 | Fold thirds."]

    def test_a_table_in_the_middle_of_another_is_in_its_cell(self, drawn: Callable[..., Extracted]) -> None:
        def draw(canvas: Canvas) -> None:
            canvas.grid([60, 130, 340], [600, 640, 700])
            canvas.grid([140, 200, 330], [650, 670, 690])
            for left, top, text in (
                (66, 665, "Codes"),
                (146, 675, "3.NF.A.1"),
                (206, 675, "parts"),
                (146, 655, "3.NF.A.2"),
                (206, 655, "number line"),
                (66, 615, "Task"),
                (140, 615, "Fold thirds."),
            ):
                put(canvas, text, top=top, left=left)

        assert texts(drawn(draw)) == ["Codes | 3.NF.A.1 parts 3.NF.A.2 number line", "Task | Fold thirds."]

    def test_merged_cells_leave_the_others_in_their_columns(self, flowing: Callable[..., Extracted]) -> None:
        rows = [["Week 1", "", "Notes"], ["Mon", "Halves", "strips"], ["", "Thirds", "discs"]]
        style = TableStyle([GRID, ("SPAN", (0, 0), (1, 0)), ("SPAN", (0, 1), (0, 2))])
        assert texts(flowing(Table(rows, style=style))) == [
            "Week 1 | | Notes",
            "Mon | Halves | strips",
            "| Thirds | discs",
        ]

    @pytest.mark.parametrize("repeated", [0, 1])
    def test_a_table_over_pages_is_one_and_has_one_header(
        self, flowing: Callable[..., Extracted], repeated: int
    ) -> None:
        rows = [["Day", "Task"], *([str(day), f"Task of day {day}"] for day in range(1, 81))]
        found = flowing(
            Paragraph("Before", BODY), Table(rows, style=[GRID], repeatRows=repeated), Paragraph("After", BODY)
        )
        assert found.pages > 1
        assert texts(found) == ["Before", *(" | ".join(row) for row in rows), "After"]

    def test_a_row_that_a_page_break_tears_is_whole(self, drawn: Callable[..., Extracted]) -> None:
        def draw(canvas: Canvas) -> None:
            for header, cells in ((("Day", "Task"), ("Mon", "Fold the strip into")), (None, ("", "thirds. 3.NF.A.1"))):
                canvas.grid([72, 172, 400], [640, 670, 700] if header else [640, 670])
                for at, row in enumerate([header, cells] if header else [cells]):
                    y = (680 if header else 650) - 30 * at
                    for x, text in zip((80, 180), row or (), strict=True):
                        canvas.drawString(x, y, text)
                canvas.showPage()

        assert texts(drawn(draw)) == ["Day | Task", "Mon | Fold the strip into thirds. 3.NF.A.1"]

    def test_a_table_ruled_only_within_is_one(self, flowing: Callable[..., Extracted]) -> None:
        found = flowing(Table([["Day", "Task"], ["1", "Fold"]], style=[("INNERGRID", (0, 0), (-1, -1), 0.5, "black")]))
        assert texts(found) == ["Day | Task", "1 | Fold"]

    def test_lines_may_be_thin_boxes_and_cells_may_be_filled(self, drawn: Callable[..., Extracted]) -> None:
        def draw(canvas: Canvas) -> None:
            for x in (72, 172, 272):
                canvas.rect(x, 660, 0.5, 40, stroke=0, fill=1)
            for y in (660, 680, 700):
                canvas.rect(72, y, 200, 0.5, stroke=0, fill=1)
            for (x, y), text in zip([(80, 686), (180, 686), (80, 666), (180, 666)], "abcd", strict=True):
                canvas.drawString(x, y, text * 3)

        assert texts(drawn(draw)) == ["aaa | bbb", "ccc | ddd"]

    def test_a_box_around_a_text_is_no_table(self, drawn: Callable[..., Extracted]) -> None:
        def draw(canvas: Canvas) -> None:
            canvas.rect(60, 640, 480, 80)
            put(canvas, "Remember to bring the strips of paper that we have", "folded in the lesson of yesterday.")

        found = drawn(draw)
        assert [line[1] for line in made.lines(found)] == ["paragraph"]

    def test_squared_paper_with_a_caption_is_no_table(self, drawn: Callable[..., Extracted]) -> None:
        def draw(canvas: Canvas) -> None:
            canvas.grid(range(72, 372, 10), range(400, 700, 10))
            canvas.drawString(75, 552, "Plot (3, 4).")

        assert made.lines(drawn(draw)) == [("", "paragraph", "p. 1", "Plot (3, 4).")]

    def test_a_table_on_a_turned_page_has_its_rows(self, drawn: Callable[..., Extracted]) -> None:
        def draw(canvas: Canvas) -> None:
            canvas.setPageRotation(90)
            canvas.translate(612, 0)
            canvas.rotate(90)
            canvas.grid([72, 172, 272], [400, 420, 440])
            for (x, y), text in zip([(80, 426), (180, 426), (80, 406), (180, 406)], "abcd", strict=True):
                canvas.drawString(x, y, text * 3)

        assert texts(drawn(draw)) == ["aaa | bbb", "ccc | ddd"]

    @pytest.mark.parametrize("align", ["TOP", "MIDDLE"])
    @pytest.mark.parametrize("shaded", [True, False])
    def test_rows_between_lines_across_have_their_cells(
        self, flowing: Callable[..., Extracted], align: str, *, shaded: bool
    ) -> None:
        rows = [["", "Monday", "Tuesday"], ["Objective", SENTENCE, SENTENCE], ["Activity", SENTENCE, SENTENCE]]
        style = [("VALIGN", (0, 0), (-1, -1), align), ("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.black)]
        fill = [("BACKGROUND", (0, 0), (-1, 0), colors.lightgrey)] if shaded else []
        found = flowing(Table(cells(rows), colWidths=[70, 180, 180], style=[*style, *fill]))
        assert texts(found) == [" | ".join(row).strip() for row in rows]

    def test_columns_are_found_where_the_header_lacks_the_first(self, flowing: Callable[..., Extracted]) -> None:
        rows = [["", "Monday", "Tuesday"], ["Objective", SENTENCE, SENTENCE], ["Activity", SENTENCE, SENTENCE]]
        found = flowing(Table(cells(rows), colWidths=[70, 180, 180], style=[("VALIGN", (0, 0), (-1, -1), "TOP")]))
        assert texts(found) == [" | ".join(row).strip() for row in rows]

    def test_columns_without_lines_are_rows_and_prose_in_columns_is_not(self, drawn: Callable[..., Extracted]) -> None:
        left = ["Pupils share a loaf of bread in", "equal parts and say how much", "each one of them has got.", "Then:"]
        right = [
            "The teacher asks which of the",
            "parts is larger and writes the",
            "answers of all on the board.",
            "End.",
        ]

        def prose(canvas: Canvas) -> None:
            put(canvas, *left, left=72)
            put(canvas, *right, left=330)

        def table(canvas: Canvas) -> None:
            for at, (week, unit) in enumerate([("Week", "Unit"), ("1", "Fractions"), ("2", "Area")]):
                put(canvas, week, top=700 - 20 * at)
                put(canvas, unit, top=700 - 20 * at, left=200)

        assert " ".join(texts(drawn(prose))) == " ".join(left + right)
        assert texts(drawn(table)) == ["Week | Unit", "1 | Fractions", "2 | Area"]


class TestLabelsAndForms:
    def upwards(self, canvas: Canvas, text: str, x: float, y: float) -> None:
        canvas.saveState()
        canvas.translate(x, y)
        canvas.rotate(90)
        canvas.drawString(0, 0, text)
        canvas.restoreState()

    @pytest.mark.parametrize("ruled", [True, False])
    def test_a_label_that_is_written_upwards_comes_before_the_text_beside_it(
        self, drawn: Callable[..., Extracted], ruled: bool
    ) -> None:
        def draw(canvas: Canvas) -> None:
            for at, (label, text) in enumerate([("Objective", "I can tell time."), ("Activity", "Set clocks.")]):
                y = 640 - 100 * at
                if ruled:
                    canvas.grid([60, 90, 500], [y - 10, y + 70])
                self.upwards(canvas, label, 80, y)
                put(canvas, text, "Then say it to a partner.", top=y + 50, left=100)

        said = " ".join(" ".join(texts(drawn(draw))).replace("|", " ").split())
        assert said == (
            "Objective I can tell time. Then say it to a partner. Activity Set clocks. Then say it to a partner."
        )

    def test_what_is_filled_in_stands_beside_its_label(self, drawn: Callable[..., Extracted]) -> None:
        def draw(canvas: Canvas) -> None:
            for at, (label, value) in enumerate([("Standard:", "3.NF.A.1"), ("Objective:", "I can fold thirds.")]):
                put(canvas, label, top=700 - 60 * at)
                canvas.acroForm.textfield(name=label, value=value, x=180, y=694 - 60 * at, width=300, height=20)
            put(canvas, "Grade:", top=580)
            canvas.acroForm.choice(
                name="grade", value="Three", options=["Two", "Three"], x=180, y=574, width=80, height=20
            )

        assert texts(drawn(draw)) == ["Standard: 3.NF.A.1", "Objective: I can fold thirds.", "Grade: Three"]

    def test_boxes_are_ticked_or_not_before_their_labels(self, drawn: Callable[..., Extracted]) -> None:
        def draw(canvas: Canvas) -> None:
            for at, (label, ticked) in enumerate([("3.NF.A.1", True), ("3.NF.A.2", False)]):
                canvas.acroForm.checkbox(name=label, checked=ticked, x=72, y=697 - 30 * at, size=14)
                put(canvas, label, top=700 - 30 * at, left=95)

        assert texts(drawn(draw)) == ["☒ 3.NF.A.1", "☐ 3.NF.A.2"]

    def test_a_form_that_is_a_table_has_its_values_in_its_cells(self, drawn: Callable[..., Extracted]) -> None:
        def draw(canvas: Canvas) -> None:
            canvas.grid([72, 172, 400], [640, 670, 700])
            for at, (label, value) in enumerate([("Standard", "3.NF.A.1"), ("Task", "Fold thirds.")]):
                put(canvas, label, top=680 - 30 * at, left=76)
                canvas.acroForm.textfield(name=label, value=value, x=176, y=675 - 30 * at, width=200, height=18)

        assert texts(drawn(draw)) == ["Standard | 3.NF.A.1", "Task | Fold thirds."]

    def test_text_that_was_typed_on_a_page_is_read_and_a_comment_is_counted(
        self, drawn: Callable[..., Extracted]
    ) -> None:
        def draw(canvas: Canvas) -> None:
            put(canvas, "Lesson on thirds.", top=700)
            put(canvas, "Exit ticket.", top=500)
            canvas.freeTextAnnotation("Also 3.NF.A.1, on Friday", "/Helv 11 Tf 0 g", Rect=[72, 590, 300, 610])
            canvas.textAnnotation("Too long?", Rect=[400, 690, 420, 710])

        found = drawn(draw)
        assert texts(found) == ["Lesson on thirds.", "Also 3.NF.A.1, on Friday", "Exit ticket."]
        assert "1 comment;" in made.message(found)


class TestRunningText:
    def test_numbers_that_happen_to_begin_a_line_stay(self, drawn: Callable[..., Extracted]) -> None:
        lines = [
            "Pupils add twenty and fifteen on the line, and their sum, as all can see, is",
            "35. Then they take the two numbers away that they had before, and are left with",
            "6) apples, which they share, and a third pair checks whether what is left over is",
            "7. In the end the class agrees on it, and the teacher writes all of it on the board",
            "a) once, b) twice.",
        ]
        assert texts(drawn(lambda canvas: put(canvas, *lines))) == [" ".join(lines)]

    def test_numbers_that_count_in_a_sentence_are_no_list(self, drawn: Callable[..., Extracted]) -> None:
        lines = [
            "They say that of the two answers the one to number",
            "1. is greater and that the answer to number",
            "2. is smaller, because the class has fewer of them, and they tell the others why that is so.",
        ]
        assert " ".join(texts(drawn(lambda canvas: put(canvas, *lines)))) == " ".join(lines)

    def test_a_sentence_in_larger_letters_than_the_tables_around_it_is_no_heading(
        self, drawn: Callable[..., Extracted]
    ) -> None:
        def draw(canvas: Canvas) -> None:
            put(canvas, SENTENCE, size=13)
            put(canvas, *[SENTENCE] * 5, top=640, size=8)

        assert texts(drawn(draw))[0] == SENTENCE

    def test_a_label_after_a_sentence_begins_a_paragraph_however_full_the_line_above_is(
        self, drawn: Callable[..., Extracted]
    ) -> None:
        lines = [f"Objective: {SENTENCE}", "Activity: Pupils cut strips.", "Exit ticket: Which strip is longer?"]
        assert texts(drawn(lambda canvas: put(canvas, *lines))) == lines

    def test_a_label_after_a_whole_code_begins_a_paragraph(self, drawn: Callable[..., Extracted]) -> None:
        lines = ["Objective: I can tell what a fraction is, in words and signs. 3.NF.A.1", "Activity: Pupils fold."]
        assert texts(drawn(lambda canvas: put(canvas, *lines))) == lines

    @pytest.mark.parametrize("end", ["page", "column"])
    def test_a_sentence_that_goes_on_after_an_end_is_whole(self, drawn: Callable[..., Extracted], end: str) -> None:
        first = [
            "Pupils sort the seeds by size and",
            "tell a partner how they know which",
            "one is the longest of all, and they",
        ]
        rest = [
            "line the seeds up on the tray, each",
            "beside the paper ruler that we cut",
            "out last week. Then they write it.",
        ]

        def draw(canvas: Canvas) -> None:
            put(canvas, *first, top=700 if end == "column" else 120)
            canvas.drawString(300, 30, "1")
            if end == "page":
                canvas.showPage()
                canvas.drawString(300, 30, "2")
            put(canvas, *rest, left=320 if end == "column" else 72)

        assert texts(drawn(draw)) == [" ".join([*first, *rest])]

    def test_what_begins_the_next_page_anew_is_no_part_of_the_last(self, drawn: Callable[..., Extracted]) -> None:
        pages = ["Bring for all", "glue, paper and scissors", "They fold and cut it all, then", "Pupils glue it."]

        def draw(canvas: Canvas) -> None:
            for text in pages:
                put(canvas, text)
                canvas.showPage()

        assert texts(drawn(draw)) == pages

    def test_marks_of_a_list_that_counts_are_left_out(self, drawn: Callable[..., Extracted]) -> None:
        lines = ["Do this:", "1. Fold the strip.", "2. Cut it.", "3. Compare."]
        found = drawn(lambda canvas: put(canvas, *lines))
        assert [line[1::2] for line in made.lines(found)] == [
            ("paragraph", "Do this:"),
            ("item", "Fold the strip."),
            ("item", "Cut it."),
            ("item", "Compare."),
        ]

    @pytest.mark.parametrize("order", [1, -1])
    def test_words_that_run_to_the_left_are_whole_and_in_their_order(self, tmp_path: Path, order: int) -> None:
        """However the file draws them: letter after letter as they are read, or as they are seen."""
        content, x = "BT /F 11 Tf 1 0 0 1 72 700 Tm (At home:) Tj /M 11 Tf", 180.0
        for word in ("abcd", "dba"):
            for letter in word[::order]:
                content += f" 1 0 0 1 {x - 6.2 * word.index(letter)} 700 Tm ({letter}) Tj"
            x -= 6.2 * len(word) + 4
        content += " /F 11 Tf 1 0 0 1 200 700 Tm (and measure it.) Tj ET"
        found = made.texts_of_letters(tmp_path / "a.pdf", content, "\u05e9\u05dc\u05d5\u05dd")
        assert found == ["At home: \u05e9\u05dc\u05d5\u05dd \u05dd\u05dc\u05e9 and measure it."]

    def test_letters_that_are_set_one_by_one_and_turned_are_words(self, drawn: Callable[..., Extracted]) -> None:
        def draw(canvas: Canvas) -> None:
            canvas.grid([60, 90, 400], [600, 720])
            put(canvas, "Count by tens to 1000.", left=100)
            canvas.translate(80, 610)
            canvas.rotate(90)
            x = 0.0
            for letter in "Place Value":
                if letter != " ":
                    canvas.drawString(x, 0, letter)
                x += canvas.stringWidth(letter, "Helvetica", 11)

        assert texts(drawn(draw)) == ["Place Value | Count by tens to 1000."]

    def test_codes_that_a_line_breaks_are_whole_and_sentences_are_not_run_together(
        self, drawn: Callable[..., Extracted]
    ) -> None:
        lines = [
            "Pupils show what they know of unit fractions and their parts (3.NF.",
            "A.1) and place them on a number line as it is asked in 3.NF.A.",
            "2, then they build models of matter for the science standard MS-",
            "PS1-1 and end it. Grade 3 and grade 4 do the same in Room B.",
            "They like it.",
        ]
        assert texts(drawn(lambda canvas: put(canvas, *lines))) == [
            "Pupils show what they know of unit fractions and their parts (3.NF.A.1) and place them on a "
            "number line as it is asked in 3.NF.A.2, then they build models of matter for the science standard "
            "MS-PS1-1 and end it. Grade 3 and grade 4 do the same in Room B. They like it."
        ]

    def test_a_hyphen_is_taken_out_only_where_the_line_put_it(self, drawn: Callable[..., Extracted]) -> None:
        lines = [
            "When they subtract, pupils use the strategies of the unit, and they sub-",
            "tract again with two-digit numbers, with one hundred and with three-",
            "digit numbers, half an hour a day, and a strong student-",
            "led discussion follows in grades 3-",
            "5 of the school, who lay out base-",
            "ten blocks.",
        ]
        [text] = texts(drawn(lambda canvas: put(canvas, *lines)))
        assert "they subtract again" in text
        assert "with three-digit numbers" in text
        assert "student-led discussion follows in grades 3-5 of the school, who lay out base-ten" in text

    def test_bold_lines_are_headings_and_bold_words_are_not(self, drawn: Callable[..., Extracted]) -> None:
        def draw(canvas: Canvas) -> None:
            for at, (label, text) in enumerate([("Objective", SENTENCE), ("Exit ticket", "Which one is longer?")]):
                canvas.setFont("Helvetica-Bold", 11)
                canvas.drawString(72, 700 - 60 * at, label)
                put(canvas, text, top=684 - 60 * at)
            canvas.setFont("Helvetica-Bold", 11)
            canvas.drawString(72, 560, "Materials:")
            canvas.setFont("Helvetica", 11)
            canvas.drawString(140, 560, "paper clips and a table for each pair of pupils")

        assert [(line[0], line[3]) for line in made.lines(drawn(draw))] == [
            ("Objective", SENTENCE),
            ("Exit ticket", "Which one is longer?"),
            ("Exit ticket", "Materials: paper clips and a table for each pair of pupils"),
        ]

    def test_only_numbers_that_count_with_the_pages_are_page_numbers(self, drawn: Callable[..., Extracted]) -> None:
        def draw(canvas: Canvas) -> None:
            for page, number in enumerate((3, 9, 4, 7), 1):
                put(canvas, f"Pupils write the number of day {page} below.")
                canvas.drawString(300, 60, str(number))
                canvas.drawString(300, 30, str(page + 10))
                canvas.showPage()

        said = " ".join(texts(drawn(draw))).split()
        assert [word for word in said if word.isdigit()] == ["1", "3", "2", "9", "3", "4", "4", "7"]

    @pytest.mark.parametrize("bullet", ["\u25c6", "\u2605", "\u2794"])
    def test_bullets_of_other_programs_begin_items(self, drawn: Callable[..., Extracted], bullet: str) -> None:
        def draw(canvas: Canvas) -> None:
            for at, text in enumerate(("count by fives", "write what you count", "tell a partner")):
                put(canvas, text, top=700 - 14 * at, left=90)
                canvas.setFont("ZapfDingbats", 11)
                canvas.drawString(72, 700 - 14 * at, bullet)

        assert made.lines(drawn(draw)) == [
            ("", "item", "p. 1", text) for text in ("count by fives", "write what you count", "tell a partner")
        ]


class TestNumbersInPlace:
    def stacked(self, canvas: Canvas, above: str, below: str, x: float, y: float) -> None:
        canvas.drawCentredString(x, y + 7, above)
        canvas.line(x - 6, y + 4, x + 6, y + 4)
        canvas.drawCentredString(x, y - 7, below)

    def test_stacked_fractions_stand_in_their_line(self, drawn: Callable[..., Extracted]) -> None:
        def draw(canvas: Canvas) -> None:
            put(canvas, "Which is greater, 2")
            self.stacked(canvas, "3", "4", 182, 700)
            canvas.drawString(194, 700, "or")
            self.stacked(canvas, "11", "4", 216, 700)
            canvas.drawString(226, 700, "? Say why.")

        assert texts(drawn(draw)) == ["Which is greater, 2 3/4 or 11/4 ? Say why."]

    def test_a_part_that_is_to_be_found_is_a_blank(self, drawn: Callable[..., Extracted]) -> None:
        def draw(canvas: Canvas) -> None:
            put(canvas, "Find", top=700)
            self.stacked(canvas, "1", "2", 110, 700)
            canvas.drawString(122, 700, "=")
            self.stacked(canvas, "", "8", 142, 700)
            canvas.drawString(153, 700, "and")
            self.stacked(canvas, "6", "", 192, 700)
            canvas.drawString(204, 700, "for 3 of 4.")

        assert texts(drawn(draw)) == ["Find 1/2 = __/8 and 6/__ for 3 of 4."]

    def test_a_fraction_of_words_or_terms_stands_in_its_line(self, drawn: Callable[..., Extracted]) -> None:
        def draw(canvas: Canvas) -> None:
            for top, over, under, wide in (
                (700, "rise", "run", 22),
                (660, "distance", "time", 46),
                (620, "a + b", "2x", 30),
            ):
                put(canvas, "Now compare", top=top)
                canvas.drawCentredString(146 + wide / 2, top + 6.5, over)
                canvas.drawCentredString(146 + wide / 2, top - 6.5, under)
                canvas.line(146, top + 3, 146 + wide, top + 3)
                canvas.drawString(150 + wide, top, "of all lines.")

        said = ["rise/run", "distance/time", "(a + b)/2x"]
        assert texts(drawn(draw)) == [f"Now compare {fraction} of all lines." for fraction in said]

    def test_underlined_words_over_others_are_no_fraction(self, drawn: Callable[..., Extracted]) -> None:
        def draw(canvas: Canvas) -> None:
            for top, left, over, under in ((700, 72, "Name", "Date"), (640, 72, "a", "b"), (640, 300, "*", "3 7")):
                canvas.drawString(left, top, over)
                canvas.line(left, top - 3, left + 28, top - 3)
                canvas.drawString(left, top - 14, under)
                canvas.drawString(left + 60, top, "is underlined")

        assert not any("/" in text for text in texts(drawn(draw)))

    def test_a_small_fraction_around_a_slash_is_one_word(self, drawn: Callable[..., Extracted]) -> None:
        def draw(canvas: Canvas) -> None:
            put(canvas, "Pour 2")
            for left, top, size, text in ((106, 704, 7, "3"), (110, 700, 11, "/"), (113, 698, 7, "4")):
                canvas.setFont("Helvetica", size)
                canvas.drawString(left, top, text)
            put(canvas, "of a cup.", left=121)

        assert texts(drawn(draw)) == ["Pour 2 3/4 of a cup."]

    def test_numbers_under_each_other_to_add_are_no_fraction(self, drawn: Callable[..., Extracted]) -> None:
        def draw(canvas: Canvas) -> None:
            put(canvas, "38", left=84, top=700)
            put(canvas, "+", left=72, top=686)
            put(canvas, "25", left=84, top=686)
            canvas.line(70, 682, 98, 682)
            put(canvas, "63", left=84, top=670)

        assert "25/63" not in " ".join(texts(drawn(draw)))

    @pytest.mark.parametrize(("high", "small"), [(5, 7), (6, 9), (7, 8)])
    def test_powers_are_told_from_notes_and_ordinals(
        self, drawn: Callable[..., Extracted], high: int, small: int
    ) -> None:
        def draw(canvas: Canvas) -> None:
            x = 72.0
            for text, raised in [
                ("Draw x", "2"),
                (" and 10", "3"),
                (" and 5 cm", "2"),
                (" on the 4", "th"),
                (" day of the unit", "1"),
                (" here.", ""),
            ]:
                for part, size, rise in ((text, 12, 0), (raised, small, high)):
                    canvas.setFont("Helvetica", size)
                    canvas.drawString(x, 700 + rise, part)
                    x += canvas.stringWidth(part, "Helvetica", size)

        assert texts(drawn(draw)) == ["Draw x^2 and 10^3 and 5 cm^2 on the 4th day of the unit 1 here."]


class TestLettersThatAreNone:
    def shifted(self, text: str, by: int) -> str:
        return "".join(chr((ord(c) - 97 + by) % 26 + 97) if c.islower() else c for c in text.lower())

    @pytest.mark.parametrize("by", [1, 3, 7, 13, 25])
    def test_letters_in_the_places_of_others_are_no_text(self, flowing: Callable[..., Extracted], by: int) -> None:
        found = flowing(Paragraph(self.shifted(SENTENCE * 3, by), BODY))
        assert (found.sections, found.blank, made.codes(found)) == ((), (1,), ["F302"])

    def test_on_a_page_with_real_letters_only_these_are_read(self, flowing: Callable[..., Extracted]) -> None:
        found = flowing(Paragraph("Unit 3: Length", BODY), Paragraph(self.shifted(SENTENCE * 3, 3), BODY))
        assert texts(found)[0] == "Unit 3: Length"
        assert "zlwk" not in str(found.sections)
        assert (found.blank, found.problems[0].place) == ((1,), "p. 1")

    @pytest.mark.parametrize(
        "text", [SENTENCE, SPANISH, CODE, "RL.3.1 RL.3.2 RI.3.4 SL.3.1 W.3.2 L.3.4 MS-PS1-1 HS-LS2"]
    )
    def test_no_language_and_no_code_is_refused(self, flowing: Callable[..., Extracted], text: str) -> None:
        found = flowing(Paragraph(text, BODY))
        assert found.problems == ()
        assert " ".join(texts(found)) == text

    def test_a_scan_with_page_numbers_is_a_scan(self, drawn: Callable[..., Extracted]) -> None:
        picture = BytesIO()
        Image.new("L", (60, 80), 200).save(picture, "png")

        def draw(canvas: Canvas) -> None:
            for page in range(1, 5):
                canvas.drawImage(ImageReader(picture), 0, 0, 612, 792)
                canvas.drawString(300, 30, str(page))
                canvas.showPage()

        found = drawn(draw)
        assert (found.blank, made.codes(found)) == ((1, 2, 3, 4), ["F302"])

    def test_a_scan_with_the_name_of_the_scanner_below_it_is_told_of(self, drawn: Callable[..., Extracted]) -> None:
        picture = BytesIO()
        Image.new("L", (60, 80), 200).save(picture, "png")

        def draw(canvas: Canvas) -> None:
            put(canvas, SENTENCE)
            canvas.showPage()
            canvas.drawImage(ImageReader(picture), 0, 60, 612, 700)
            put(canvas, "Scanned by QuickScan", top=25, left=400)
            canvas.showPage()
            canvas.drawImage(ImageReader(picture), 0, 0, 612, 792)
            put(canvas, "A title on a picture", top=500)

        assert drawn(draw).blank == (2,)

    def test_letters_that_are_only_numbers_of_a_font_are_none(self, drawn: Callable[..., Extracted]) -> None:
        """What a program wrote that could not tell the letters either, on one page of three; a few are no harm."""

        def draw(canvas: Canvas) -> None:
            put(canvas, *[SENTENCE] * 3)
            canvas.showPage()
            put(canvas, SENTENCE, *["(cid:36)(cid:72)(cid:3)(cid:81) (cid:87)(cid:75)(cid:72)(cid:17)"] * 6)
            canvas.showPage()
            put(canvas, "(cid:127) " + SENTENCE, *[SENTENCE] * 2)

        found = drawn(draw)
        assert [(problem.code, problem.place) for problem in found.problems] == [("F302", "p. 2")]
        assert sum("(cid:" in text for text in texts(found)) == 1


class TestHostilePages:
    """A page of more than anybody draws is read to its limits, and soon."""

    @pytest.mark.parametrize(
        "stream",
        [
            "\n".join(f"{n % 600} {n % 790} m {n * 7 % 600} {n % 790} l S" for n in range(60_000)),
            "0 0 m " + "\n".join(f"{n % 600} {n * 7 % 790} l" for n in range(60_000)) + " S",
            "\n".join(f"{n % 30 * 20} {n // 30 * 4} m {n % 30 * 20 + 8} {n // 30 * 4} l S" for n in range(6_000)),
        ],
        ids=["lines", "one path", "bars"],
    )
    def test_lines_without_end(self, drawn: Callable[..., Extracted], stream: str) -> None:
        def draw(canvas: Canvas) -> None:
            canvas._code.append(stream)
            for at in range(2000):
                canvas.drawString(at % 30 * 20, at // 30 * 11, str(at))

        begun = time.monotonic()
        found = drawn(draw)
        assert time.monotonic() - begun < 20
        assert "1999" in str(found.sections)


def test_what_a_running_head_tells_of_unit_and_standards_is_read_once(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"))
    for page in range(1, 6):
        canvas.drawString(72, 800, f"Grade 3 | Unit 5: Weighing | 3.MD.A.2 | Page {page} of 5")
        canvas.drawString(72, 500, f"Pupils weigh {page} pears and say which pear is heavier.")
        canvas.drawString(72, 30, "Maple Valley, draft of May")
        canvas.showPage()
    canvas.save()
    texts = [text for *_, text in made.lines(made.extract(tmp_path / "a.pdf"))]
    assert texts[:3] == ["Grade 3, Unit 5", "3.MD.A.2", "Pupils weigh 1 pears and say which pear is heavier."]
    assert len(texts) == 7


class TestHeadsOfTwoPages:
    def read(self, drawn: Callable[..., Extracted], heads: tuple[str, str], feet: tuple[str, str]) -> list[str]:
        def draw(canvas: Canvas) -> None:
            for page, (head, foot) in enumerate(zip(heads, feet, strict=True), 1):
                put(canvas, head, top=760, size=9)
                put(canvas, f"Pupils fold paper on day {page}.", SENTENCE, top=700)
                put(canvas, foot, top=36, size=9)
                canvas.showPage()

        found = texts(drawn(draw))
        assert found[-4:] == ["Pupils fold paper on day 1.", SENTENCE, "Pupils fold paper on day 2.", SENTENCE]
        return found[:-4]

    def test_what_stands_apart_on_both_is_no_text(self, drawn: Callable[..., Extracted]) -> None:
        assert self.read(drawn, ("Cedar Falls Schools",) * 2, ("Draft 1", "Draft 2")) == []

    @pytest.mark.parametrize(
        ("head", "told"),
        [("Science, grade 3", "Science, grade 3"), ("Grade 3, Unit 5, office copy", "Grade 3, Unit 5")],
    )
    def test_what_it_tells_of_the_lesson_is_told_once(
        self, drawn: Callable[..., Extracted], head: str, told: str
    ) -> None:
        assert self.read(drawn, (head, head), ("North School",) * 2) == [told]

    @pytest.mark.parametrize("top", [700, 740])
    def test_a_line_that_begins_the_text_of_both_is_text(self, drawn: Callable[..., Extracted], top: int) -> None:
        def draw(canvas: Canvas) -> None:
            for day in ("Monday", "Friday"):
                put(canvas, "Which of these is greater, and why?", f"Compare 34 and 43 on {day}.", top=top, step=16)
                canvas.showPage()

        assert " ".join(texts(drawn(draw))).count("Which of these") == 2


def test_a_text_without_an_end_over_many_pages_is_one_text(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(612, 792))
    for _ in range(400):
        canvas.drawString(72, 400, "and then they measure the next rope in the hall and")
        canvas.showPage()
    canvas.save()
    found = made.extract(tmp_path / "a.pdf")
    assert [len(text.split()) for *_, text in made.lines(found)] == [400 * 11]
