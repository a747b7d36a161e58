"""What is relied upon of xberg, and what reads PDF and Word where it fails."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import docx
import made_documents as made
import pytest
from reportlab.pdfgen.canvas import Canvas

from curalign.errors import UnreadableError
from curalign.reading.documents.formats import PDF, WORD
from curalign.reading.documents.readers import fallback, library
from curalign.reading.documents.sections import build_sections

UNIT = ["Unit 3", "Pupils share a loaf in equal parts", "and say how much each one gets.", "1. fold", "2. cut"]


@pytest.fixture
def word(tmp_path: Path) -> bytes:
    """A title, a heading, a paragraph, an item, a table with a merged cell."""
    document = docx.Document()
    document.add_heading("Fractions", level=0)
    document.add_heading("Lesson 1", level=1)
    document.add_paragraph("Share a loaf.")
    document.add_paragraph("fold", style="List Bullet")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip((c for row in table.rows for c in row.cells), ("Week", "Code", "1", ""), strict=True):
        cell.text = text
    table.cell(1, 0).merge(table.cell(1, 1))
    document.save(tmp_path / "a.docx")
    return (tmp_path / "a.docx").read_bytes()


@pytest.fixture
def pdf(tmp_path: Path) -> bytes:
    """A page with a heading in large letters, a paragraph of two lines and a list; then one without text."""
    canvas = Canvas(str(tmp_path / "a.pdf"))
    for at, text in enumerate(UNIT):
        canvas.setFont("Helvetica", 18 if at == 0 else 11)
        canvas.drawString(72, 750 - 16 * at, text)
    canvas.showPage()
    canvas.showPage()
    canvas.save()
    return (tmp_path / "a.pdf").read_bytes()


def told(data: bytes, mime: str) -> list[tuple[str, str]]:
    sections = build_sections(fallback.read(data, mime))
    return [(" > ".join(section.headings), block.text) for section in sections for block in section.blocks]


def test_the_fallback_reader_of_word_finds_headings_items_and_rows(word: bytes) -> None:
    assert told(word, WORD.mime) == [
        ("Fractions > Lesson 1", "Share a loaf."),
        ("Fractions > Lesson 1", "fold"),
        ("Fractions > Lesson 1", "Week | Code"),
        ("Fractions > Lesson 1", "1"),
    ]


def test_the_fallback_reader_of_pdf_finds_headings_paragraphs_pages_and_blank_ones(pdf: bytes) -> None:
    assert told(pdf, PDF.mime) == [
        ("Unit 3", "Pupils share a loaf in equal parts and say how much each one gets."),
        ("Unit 3", "fold"),
        ("Unit 3", "cut"),
    ]
    draft = fallback.read(pdf, PDF.mime)
    assert (draft.pages, list(draft.blank), {piece.page for piece in draft.pieces}) == (2, [2], {1})
    assert ["simpler reader" in str(lack.as_error()) for lack in draft.left_out] == [True]


WITHOUT_XBERG = """
import importlib.machinery, json, sys
class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "xberg":
            raise ImportError("xberg cannot be loaded")
sys.meta_path.insert(0, Absent())
from curalign.errors import UnreadableError
from curalign.reading.documents.readers import library
for name, mime in zip(sys.argv[1::2], sys.argv[2::2]):
    try:
        print(json.dumps([piece.text for piece in library.read(open(name, "rb").read(), mime).pieces]))
    except UnreadableError as error:
        print(json.dumps(str(error)))
"""


def test_without_xberg_pdf_and_word_are_read_and_others_are_told_of(tmp_path: Path, word: bytes, pdf: bytes) -> None:
    asked: list[str] = []
    for name, data, mime in (("a.docx", word, WORD.mime), ("a.pdf", pdf, PDF.mime), ("a.rtf", b"{\\rtf1}", "text/rtf")):
        (tmp_path / name).write_bytes(data)
        asked += [str(tmp_path / name), mime]
    done = subprocess.run([sys.executable, "-c", WITHOUT_XBERG, *asked], capture_output=True, text=True, check=True)
    of_word, of_pdf, of_rtf = map(json.loads, done.stdout.splitlines())
    assert "Share a loaf." in of_word
    assert any("say how much each one gets" in text for text in of_pdf)
    assert of_rtf.startswith("needs a library that cannot be loaded")


def test_a_pdf_that_xberg_calls_broken_is_read_by_its_own_reader(tmp_path: Path, pdf: bytes) -> None:
    torn = pdf.replace(b"/ProcSet [", b"/ProcSet \xff\xfe)")
    with pytest.raises(UnreadableError):
        library._read(torn, PDF.mime)
    path = tmp_path / "torn.pdf"
    path.write_bytes(torn)
    found = made.extract(path)
    assert "equal parts" in str(found.sections)
    assert made.codes(found) == ["F302"]  # for its blank page
    assert any("simpler reader" in str(lack.as_error()) for lack in library.read(torn, PDF.mime).left_out)


@pytest.mark.parametrize("mime", [PDF.mime, WORD.mime])
def test_what_no_reader_can_read_is_damaged(mime: str) -> None:
    for reader in (fallback.read, library.read):
        with pytest.raises(Exception, match="damaged"):
            reader(b"%PDF-1.7 and no more" if mime == PDF.mime else b"PK\x03\x04 and no more", mime)


class TestWhatIsReliedUponOfXberg:
    """Should a release change any of this, these say so before a district's documents do."""

    def answer(self, data: bytes, mime: str) -> object:
        return library._extract(data, mime)

    def nodes(self, data: bytes, mime: str) -> list[tuple[dict[str, object], object]]:
        document = library._extract(data, mime).document
        return [(json.loads(str(node.content)), node) for node in document.nodes]

    def test_word_gives_headings_with_levels_paragraphs_items_and_grids(self, word: bytes) -> None:
        nodes = self.nodes(word, WORD.mime)
        kinds = [content["node_type"] for content, _ in nodes]
        assert {"heading", "paragraph", "list_item", "table"} <= set(kinds)
        headings = {c["text"]: (c["level"], n.attributes) for c, n in nodes if c["node_type"] == "heading"}
        assert headings["Fractions"][1]["style_name"] == "Title"
        assert headings["Lesson 1"][0] == 1
        [grid] = [content["grid"] for content, _ in nodes if content["node_type"] == "table"]
        assert [(cell["row"], cell["content"]) for cell in grid["cells"]][:2] == [(0, "Week"), (0, "Code")]
        assert all(str(node.content_layer) for _, node in nodes)

    def test_pdf_gives_pages_by_number_and_boxes_in_points_from_the_foot(self, pdf: bytes) -> None:
        answer = library._extract(pdf, PDF.mime)
        assert [page.page_number for page in answer.pages] == [1, 2]
        placed = [(content.get("text", ""), node) for content, node in self.nodes(pdf, PDF.mime) if "text" in content]
        assert {node.page for _, node in placed} == {1}
        top = next(node.bbox for text, node in placed if "Unit 3" in str(text))
        low = next(node.bbox for text, node in placed if "cut" in str(text))
        assert 700 < top.y0 < top.y1 < 800
        assert low.y0 < top.y0
        assert 60 < top.x0 < top.x1

    @pytest.mark.parametrize(("data", "mime"), [(b"%PDF-1.7 no", PDF.mime), (b"PK\x03\x04 no", WORD.mime)])
    def test_a_broken_file_is_a_runtime_error_that_does_not_say_password_or_limit(self, data: bytes, mime: str) -> None:
        with pytest.raises(Exception, match="is damaged"):
            library._extract(data, mime)
