"""Real files of every format, made here, and a district's folder to put them into."""

from __future__ import annotations

import functools
import io
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import docx
import xlsxwriter
from pptx import Presentation
from pptx.util import Inches
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import ListFlowable, ListItem, PageBreak, Paragraph, SimpleDocTemplate, Table

from curalign.domain.materials import Block, Section
from curalign.reading.documents.extracting import Extracted
from curalign.reading.documents.processes import WorkerExtractor
from curalign.settings import ReadingSettings

STANDARDS = "code,statement,grades\n3.A,Add within 100,3\n3.B,Compare fractions,3\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SETTINGS = ReadingSettings(workers=1)


@functools.cache
def reader() -> WorkerExtractor:
    """One worker for all documents of a module, as for those of a district: starting it takes most of the time."""
    return WorkerExtractor(SETTINGS)


def extract(path: Path, settings: ReadingSettings = SETTINGS) -> Extracted:
    """What a document holds; the time and memory that other settings allow are those of a worker of its own."""
    if settings is SETTINGS:
        return reader().extract(path)
    with WorkerExtractor(settings) as extractor:
        return extractor.extract(path)


def lines(extracted: Extracted) -> list[tuple[str, str, str, str]]:
    """Each block as (heading path, form, place, text)."""
    return [(" > ".join(s.headings), str(b.form), str(b.spot), b.text) for s, b in blocks(extracted.sections)]


def blocks(sections: Iterable[Section]) -> list[tuple[Section, Block]]:
    return [(section, block) for section in sections for block in section.blocks]


def codes(extracted: Extracted) -> list[str]:
    return [problem.code for problem in extracted.problems]


def message(extracted: Extracted) -> str:
    (problem,) = extracted.problems
    return problem.message


def district(root: Path, files: Mapping[str, str | bytes] | None = None) -> Path:
    """A folder with standards, one unit, and `files`."""
    given = {"standards/s.csv": STANDARDS, "curriculum/unit.md": "# Unit\nPupils add numbers.\n", **(files or {})}
    for name, content in given.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def word(path: Path, *, pages: bool = False) -> Path:
    document = docx.Document()
    document.add_heading("Unit 3", 0)
    document.add_heading("Lesson 1", 1)
    document.add_paragraph("Pupils share bread in *equal* parts.")
    document.add_paragraph("cut the bread", style="List Bullet")
    table = document.add_table(2, 2)
    for row, cells in enumerate((("Standard", "Objective"), ("3.B", "Compare halves"))):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    document.add_heading("Exit ticket", 2)
    if pages:
        document.add_page_break()
    document.add_paragraph("Which piece is larger?")
    document.sections[0].header.paragraphs[0].text = "Running head"
    document.sections[0].footer.paragraphs[0].text = "Footer of every page"
    document.save(str(path))
    return path


def told_pages(path: Path, pages: int) -> Path:
    """The same Word file, as if Word had counted its pages."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["docProps/app.xml"] = (
        '<?xml version="1.0"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'extended-properties"><Pages>{pages}</Pages></Properties>'
    ).encode()
    return zipped(path, parts)


def zipped(path: Path, parts: Mapping[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def pdf(path: Path, lessons: int = 4) -> Path:
    style = getSampleStyleSheet()
    body, flow = style["BodyText"], []
    for number in range(1, lessons + 1):
        flow += [
            Paragraph(f"Lesson {number}", style["Heading1"]),
            Paragraph(f"In lesson {number} pupils compare fractions with the same numerator, and say why. " * 4, body),
            ListFlowable([ListItem(Paragraph(text, body)) for text in ("fold paper", "cut it")], bulletType="bullet"),
            Paragraph("Pacing", style["Heading2"]),
            Table([["Week", "Unit", "Standard"], ["1", "Fractions", "3.B"], ["2", "Addition", "3.A"]]),
            PageBreak(),
        ]

    def furniture(canvas: Canvas, document: SimpleDocTemplate) -> None:
        canvas.drawString(72, 800, "Maple Valley School District")
        canvas.drawString(72, 30, f"Page {document.page} of {lessons}")

    SimpleDocTemplate(str(path)).build(flow, onFirstPage=furniture, onLaterPages=furniture)
    return path


def flowing(path: Path, *parts: tuple[str, str]) -> Path:
    """A PDF of paragraphs, each (style, text)."""
    style = getSampleStyleSheet()
    SimpleDocTemplate(str(path)).build([Paragraph(text, style[name]) for name, text in parts])
    return path


def scan(path: Path, words: Iterable[str]) -> Path:
    """A PDF with a page for each word; an empty one has a page without text."""
    canvas = Canvas(str(path))
    for word_ in words:
        canvas.drawString(72, 700, word_) if word_ else canvas.rect(100, 100, 200, 200, fill=1)
        canvas.showPage()
    canvas.save()
    return path


def deck(path: Path) -> Path:
    presentation = Presentation()
    title = presentation.slides.add_slide(presentation.slide_layouts[0])
    title.shapes.title.text, title.placeholders[1].text = "Fractions", "Grade 3 team"
    second = presentation.slides.add_slide(presentation.slide_layouts[1])
    second.shapes.title.text, second.placeholders[1].text = "Halves", "Fold once\nCompare"
    second.notes_slide.notes_text_frame.text = "Give every pair a strip."
    third = presentation.slides.add_slide(presentation.slide_layouts[5])
    third.shapes.title.text = "Plan"
    table = third.shapes.add_table(1, 2, Inches(1), Inches(2), Inches(4), Inches(1)).table
    table.cell(0, 0).text, table.cell(0, 1).text = "Week 1", "3.B"
    untitled = presentation.slides.add_slide(presentation.slide_layouts[6])
    untitled.shapes.add_textbox(Inches(1), Inches(1), Inches(3), Inches(1)).text_frame.text = "Look back"
    for slide in presentation.slides:
        slide.shapes.add_textbox(Inches(1), Inches(7), Inches(3), Inches(1)).text_frame.text = "Maple Valley | Grade 3"
    presentation.save(str(path))
    return path


def workbook(path: Path) -> Path:
    with xlsxwriter.Workbook(str(path)) as book:
        pacing = book.add_worksheet("Pacing")
        pacing.write_row(2, 1, ["Week", "Unit"])
        pacing.write_row(4, 1, [1, "Add within 100"])
        book.add_worksheet("Empty")
        lookup = book.add_worksheet("Lookup")
        lookup.write(0, 0, "Never shown")
        lookup.hide()
        book.add_worksheet("Tests").write(0, 0, "Exit ticket")
    return path


_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_NAMES = " ".join(
    f'xmlns:{short}="{_ODF}{long}:1.0"'
    for short, long in {
        "office": "office", "text": "text", "table": "table", "style": "style", "draw": "drawing",
        "presentation": "presentation",
    }.items()
)  # fmt: skip


def opendocument(path: Path, body: str, kind: str = "text", styles: str = "") -> Path:
    content = (
        f'<?xml version="1.0"?><office:document-content {_NAMES}><office:automatic-styles>{styles}'
        f"</office:automatic-styles><office:body>{body}</office:body></office:document-content>"
    )
    return zipped(path, {"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": content})


def bomb(path: Path, member: str = "word/document.xml", megabytes: int = 220) -> Path:
    """A small zip that unpacks to `megabytes`."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open(member, "w", force_zip64=True) as stream:
            stream.write(b"<a>")
            chunk = b" " * 2**20
            for _ in range(megabytes):
                stream.write(chunk)
    return path


def as_bytes(path: Path) -> bytes:
    return io.BytesIO(path.read_bytes()).getvalue()


def texts_of_letters(path: Path, content: str, meant: str) -> list[str]:
    """What is read of a page of a PDF.

    Args:
        path: Where the file is to be.
        content: What draws the page, with the fonts `F` (Helvetica) and `M` (the same, whose letters mean others).
        meant: What the letters of `M` mean, from `a` on.

    """
    mapped = "\n".join(f"<{at:02x}> <{letter.encode('utf-16-be').hex()}>" for at, letter in enumerate(meant, ord("a")))
    cmap = (
        "/CIDInit /ProcSet findresource begin begincmap /CMapType 2 def 1 begincodespacerange <00> <ff> "
        f"endcodespacerange {len(meant)} beginbfchar\n{mapped}\nendbfchar endcmap end"
    )
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R/M 6 0 R>>>>>>",
        f"<</Length {len(content)}>>stream\n{content}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Oblique/ToUnicode 7 0 R>>",
        f"<</Length {len(cmap)}>>stream\n{cmap}\nendstream",
    ]
    body, starts = "%PDF-1.4\n", ""
    for at, each in enumerate(objects, 1):
        starts += f"{len(body):010} 00000 n \n"
        body += f"{at} 0 obj\n{each}\nendobj\n"
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{starts}"
    end = f"trailer<</Root 1 0 R/Size {len(objects) + 1}>>\nstartxref\n{len(body)}\n%%EOF"
    path.write_bytes((body + table + end).encode("latin-1"))
    return [text for *_, text in lines(extract(path))]
