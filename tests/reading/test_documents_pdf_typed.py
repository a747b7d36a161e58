"""PDF that people typed on, ticked, turned or set in columns of lists, and letters of fonts that nobody can tell."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import made_documents as made
import pytest
from reportlab.pdfgen.canvas import Canvas

from curalign.reading.documents.extracting import Extracted
from curalign.reading.documents.processes import WorkerExtractor

Drawn = Callable[[Callable[[Canvas], None]], Extracted]
FONT = "/Helv 11 Tf 0 g"


@pytest.fixture(scope="module")
def worker() -> Iterator[WorkerExtractor]:
    with WorkerExtractor(made.SETTINGS) as extractor:
        yield extractor


@pytest.fixture
def drawn(tmp_path: Path, worker: WorkerExtractor) -> Drawn:
    """What is read of pages that a function draws."""

    def extract(draw: Callable[[Canvas], None]) -> Extracted:
        canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(612, 792))
        draw(canvas)
        canvas.save()
        return worker.extract(tmp_path / "a.pdf")

    return extract


def texts(found: Extracted) -> list[str]:
    return [text for *_, text in made.lines(found)]


def put(canvas: Canvas, *lines: str, top: float = 700, left: float = 72, step: float = 14) -> None:
    for at, line in enumerate(lines):
        canvas.drawString(left, top - step * at, line)


class TestTypedTexts:
    def test_one_beside_a_label_answers_it(self, drawn: Drawn) -> None:
        def draw(canvas: Canvas) -> None:
            for at, (label, text) in enumerate(
                [("Objective:", "I can fold thirds."), ("Activity:", "Fold it.\rCut it.")]
            ):
                put(canvas, label, top=700 - 60 * at)
                canvas.freeTextAnnotation(text, FONT, Rect=[140, 686 - 60 * at, 400, 712 - 60 * at])

        assert texts(drawn(draw)) == ["Objective: I can fold thirds.", "Activity: Fold it. Cut it."]

    def test_one_in_the_cell_of_a_table_is_its_text(self, drawn: Drawn) -> None:
        def draw(canvas: Canvas) -> None:
            canvas.grid([72, 172, 272], [620, 660, 700])
            put(canvas, "Monday", top=680, left=80)
            put(canvas, "Tuesday", top=680, left=180)
            for left, text in ((74, "Fold it.\rCut it."), (174, "Which part is larger than the other one?")):
                canvas.freeTextAnnotation(text, FONT, Rect=[left, 630, left + 150, 658])

        assert texts(drawn(draw)) == ["Monday | Tuesday", "Fold it. Cut it. | Which part is larger than the other one?"]

    def test_one_beside_running_text_does_not_part_it(self, drawn: Drawn) -> None:
        def draw(canvas: Canvas) -> None:
            put(canvas, "Pupils share a loaf of bread in equal parts and say", "how much each one of them has got.")
            canvas.freeTextAnnotation("Ask for thirds, too.", FONT, Rect=[400, 690, 560, 712])

        assert sorted(texts(drawn(draw))) == [
            "Ask for thirds, too.",
            "Pupils share a loaf of bread in equal parts and say how much each one of them has got.",
        ]


def test_a_box_behind_a_code_says_whether_it_is_meant(drawn: Drawn) -> None:
    def draw(canvas: Canvas) -> None:
        for at, (code, ticked) in enumerate([("3.NF.A.1", True), ("3.NF.A.2", False)]):
            put(canvas, code, top=700 - 30 * at)
            canvas.acroForm.checkbox(name=code, checked=ticked, x=150, y=697 - 30 * at, size=14)
        canvas.grid([72, 172, 300, 400], [500, 530])
        put(canvas, "3.NF.A.3", top=510, left=80)
        put(canvas, "Compare.", top=510, left=180)
        canvas.acroForm.checkbox(name="c", checked=False, x=310, y=508, size=14)

    assert texts(drawn(draw)) == ["☒ 3.NF.A.1", "☐ 3.NF.A.2", "☐ 3.NF.A.3 | Compare. | ☐"]


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_page_is_read_however_it_is_turned(drawn: Drawn, turned: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(turned)
        canvas.translate(*{0: (0, 0), 90: (612, 0), 180: (612, 792), 270: (0, 792)}[turned])
        canvas.rotate(turned)
        put(canvas, "Objective: I can count by fives to one hundred.", "Activity: Pupils clap on each five.", top=500)

    assert texts(drawn(draw)) == [
        "Objective: I can count by fives to one hundred.",
        "Activity: Pupils clap on each five.",
    ]


def test_lists_side_by_side_are_read_one_after_the_other(drawn: Drawn) -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, "Objective", "• I can measure with", "two different units.")
        put(canvas, "Materials", "• Rulers and rods", "• Paper clips", left=320)
        put(canvas, "Activity", "Measure the desk.", "Measure the chair.", "Compare.", top=620)
        put(canvas, "Assessment", "Exit ticket: why do the", "counts differ?", left=320, top=620)

    said = " ".join(texts(drawn(draw)))
    assert "I can measure with two different units." in said
    assert "Measure the desk. Measure the chair. Compare." in said
    assert "Exit ticket: why do the counts differ?" in said


@pytest.mark.parametrize("by", [60, 110])
def test_letters_that_became_accents_and_signs_are_no_text(drawn: Drawn, by: int) -> None:
    said = "pupils measure the length of the desk with a ruler and write it down"
    moved = "".join(chr(ord(letter) + by) if letter != " " else " " for letter in said)
    found = drawn(lambda canvas: put(canvas, *[moved] * 6))
    assert (found.sections, found.blank, made.codes(found)) == ((), (1,), ["F302"])


def test_fractions_and_accents_are_text(drawn: Drawn) -> None:
    lines = ["¼ + ½ = ¾", "3½ ÷ ¼ ± ½", "¿Qué fracción es más grande, ½ o ¾?", "12 ÷ 4 = ¾ + 2¼"]
    found = drawn(lambda canvas: put(canvas, *lines, step=40))
    assert (texts(found), made.codes(found)) == (lines, [])


def test_rows_that_a_number_names_are_two_however_their_texts_go_on(drawn: Drawn) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.grid([72, 172, 400], [60, 90])
        put(canvas, "Day 14", top=70, left=76)
        put(canvas, "cut the strip", top=70, left=176)
        canvas.showPage()
        canvas.grid([72, 172, 400], [710, 740])
        put(canvas, "Day 15", top=720, left=76)
        put(canvas, "fold the strip", top=720, left=176)

    assert texts(drawn(draw)) == ["Day 14 | cut the strip", "Day 15 | fold the strip"]


def test_comments_on_any_mark_are_counted_struck_words_left_out_and_files_on_a_page_named(
    tmp_path: Path, worker: WorkerExtractor
) -> None:
    import pypdfium2
    from pypdfium2 import raw

    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(612, 792))
    put(canvas, "Weigh the fruit", "Old task here", "Sort it by size")
    canvas.save()
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as document:
        page = document[0]
        for kind, top in ((raw.FPDF_ANNOT_STRIKEOUT, 684), (raw.FPDF_ANNOT_HIGHLIGHT, 698)):
            note = raw.FPDFPage_CreateAnnot(page, kind)
            marked = raw.FS_QUADPOINTSF(70, top + 12, 200, top + 12, 70, top, 200, top)
            assert raw.FPDFAnnot_AppendAttachmentPoints(note, marked)
            if kind == raw.FPDF_ANNOT_HIGHLIGHT:
                said = (raw.FPDF_WCHAR * 4)(*map(ord, "Ask"), 0)
                assert raw.FPDFAnnot_SetStringValue(note, b"Contents", said)
            raw.FPDFPage_CloseAnnot(note)
        file = raw.FPDFPage_CreateAnnot(page, raw.FPDF_ANNOT_FILEATTACHMENT)
        assert raw.FPDFAnnot_AddFileAttachment(file, (raw.FPDF_WCHAR * 7)(*map(ord, "a.docx"), 0))
        raw.FPDFPage_CloseAnnot(file)
        page.close()
        document.save(tmp_path / "b.pdf")
    found = worker.extract(tmp_path / "b.pdf")
    assert texts(found) == ["Weigh the fruit Sort it by size"]
    told = [problem.message for problem in found.problems]
    assert "an attached file that is not read: a.docx;" in told[0]
    assert "text struck out in 1 paragraph; 1 comment;" in told[1]
