"""Words that are set letter by letter, with typed blanks between them or one under another, in every format."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import made_documents as made
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation
from pptx.util import Inches
from reportlab.pdfgen.canvas import Canvas

from curalign.reading.documents.cleaning import clean
from curalign.reading.documents.spaced_letters import unspaced

SPACED, WORDS, STACKED = "F R A C T I O N S", "L E S S O N   P L A N", "OBJECTIVE"
LESSON = "Pupils compare two fractions."


def of_word(path: Path) -> None:
    document = docx.Document()
    document.add_heading(SPACED, 1)
    for letter in STACKED:
        document.add_paragraph(letter)
    document.add_paragraph(f"{WORDS}: {LESSON}")
    document.save(str(path))


def of_web(path: Path) -> None:
    path.write_text(f"<h1>{SPACED}</h1><p>{'<br>'.join(STACKED)}</p><p>L E S S O N&nbsp; &nbsp;P L A N: {LESSON}</p>")


def of_markdown(path: Path) -> None:
    path.write_text("\n\n".join([f"# {SPACED}", *STACKED, f"{WORDS}: {LESSON}"]))


def of_rich_text(path: Path) -> None:
    path.write_bytes("\\par ".join([rf"{{\rtf1\ansi {SPACED}", *STACKED, f"{WORDS}: {LESSON}}}"]).encode())


def of_pdf(path: Path) -> None:
    canvas = Canvas(str(path))
    canvas.setFont("Helvetica", 18)
    canvas.drawString(72, 740, SPACED)
    canvas.setFont("Helvetica", 11)
    for at, letter in enumerate(STACKED):
        canvas.drawCentredString(72, 700 - 14 * at, letter)
    canvas.drawString(72, 500, f"{WORDS}: {LESSON}")
    canvas.save()


FORMATS: dict[str, Callable[[Path], None]] = {
    "a.docx": of_word,
    "a.html": of_web,
    "a.md": of_markdown,
    "a.rtf": of_rich_text,
    "a.pdf": of_pdf,
}


@pytest.mark.parametrize("name", FORMATS)
def test_letters_that_are_set_apart_are_words_in_every_format(tmp_path: Path, name: str) -> None:
    FORMATS[name](tmp_path / name)
    found = made.extract(tmp_path / name)
    said = [*found.sections[0].headings, *(text for *_, text in made.lines(found))]
    assert said == ["FRACTIONS", "OBJECTIVE", f"LESSON PLAN: {LESSON}"]


def test_so_they_are_in_cells_and_on_slides(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    sheet = book.add_worksheet("Plan")
    sheet.write_row(0, 0, [SPACED, LESSON])
    sheet.write_row(1, 0, ["\n".join(STACKED), LESSON])
    book.close()
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = SPACED
    slide.shapes.add_textbox(Inches(1), Inches(2), Inches(1), Inches(4)).text_frame.text = "\n".join(STACKED)
    deck.save(str(tmp_path / "a.pptx"))
    rows = [text for *_, text in made.lines(made.extract(tmp_path / "a.xlsx"))]
    assert rows == [f"FRACTIONS | {LESSON}", f"OBJECTIVE | {LESSON}"]
    assert [text for *_, text in made.lines(made.extract(tmp_path / "a.pptx"))] == ["OBJECTIVE"]
    assert made.extract(tmp_path / "a.pptx").sections[0].headings == ("FRACTIONS",)


def test_a_label_of_letters_one_under_another_stands_before_the_text_beside_it(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"))
    canvas.setFont("Helvetica", 11)
    texts = {
        "ACTIVITY": ["They fold strips of paper and", "measure them with clips"],
        "TASK": ["Compare both", "of them."],
    }
    top = 700
    for label, lines in texts.items():
        for at, letter in enumerate(label):
            canvas.drawCentredString(72, top - 14 * at, letter)
        for at, line in enumerate(lines):
            canvas.drawString(110, top - 7 * (len(label) - 1) - 14 * at + 7, line)
        top -= 14 * len(label) + 20
    canvas.save()
    found = [text for *_, text in made.lines(made.extract(tmp_path / "a.pdf"))]
    assert found == [said for label, lines in texts.items() for said in (label, " ".join(lines))]


def test_an_acrostic_s_letters_stay_before_their_lines(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"))
    canvas.setFont("Helvetica", 11)
    for at, line in enumerate(["R un and jump", "A nd sit down", "C ome back", "E at bread"]):
        canvas.drawString(72, 700 - 14 * at, line)
    canvas.save()
    said = " ".join(text for *_, text in made.lines(made.extract(tmp_path / "a.pdf")))
    assert said == "R un and jump A nd sit down C ome back E at bread"


@pytest.mark.parametrize(
    "text", ["A B C D", "A B A B A B", "X Y Z W", "T F T F T", "A E I O U", "a b c d e", "Q X Z J K"]
)
def test_choices_patterns_and_unknowns_stay_apart(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("U N I T 3", "UNIT 3"),
        ("L E S S O N P L A N", "LESSON PLAN"),
        ("W A R M U P - count", "WARM UP - count"),
        ("M e a s u r i n g", "Measuring"),
        ("O B J E T I V O S: medir", "OBJETIVOS: medir"),
        ("F  U  N  C  T  I  O  N  S", "FUNCTIONS"),
        ("I C A N D O it", "I C A N D O it"),
    ],
)
def test_a_number_or_a_text_may_follow_and_titles_are_told_by_their_words(text: str, said: str) -> None:
    assert clean(text) == said


@given(st.text("ABCEIOSTR abf\n|.:"))
def test_no_letter_is_lost_or_moved(text: str) -> None:
    assert "".join(unspaced(text).split()) == "".join(text.split())
