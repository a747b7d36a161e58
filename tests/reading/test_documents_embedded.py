"""Documents in documents: what stands on a page, a slide or a sheet as an object is read there, or named."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import docx
import made_documents as made
import pytest
import xlsxwriter
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from pptx import Presentation
from pptx.util import Inches

OLD = made.OLE + b"\0" * 600
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def sheet() -> bytes:
    held = io.BytesIO()
    with xlsxwriter.Workbook(held) as book:
        page = book.add_worksheet("Ropes")
        page.write_row(0, 0, ["Day", "Task"])
        page.write_row(1, 0, ["Monday", "Cut a rope"])
        book.add_worksheet("Lists").hide()
        book.worksheets()[1].write(0, 0, "hidden")
    return held.getvalue()


def text(inside: Mapping[str, bytes], said: str = "Measure twice.") -> bytes:
    """A Word document with objects, each by the program that made it."""
    document = docx.Document()
    document.add_heading("Unit 4", 1)
    document.add_paragraph(said)
    for number, (program, content) in enumerate(inside.items()):
        ending = {"Excel.Sheet.12": "xlsx", "Word.Document.12": "docx"}.get(program, "bin")
        name = PackURI(f"/word/embeddings/object{number}.{ending}")
        part = Part(name, "application/octet-stream", content, document.part.package)
        relation = document.part.relate_to(part, RELATIONSHIP_TYPE.OLE_OBJECT)
        shown = (
            f'<w:p {nsdecls("w")} xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:r="{_OFFICE}"><w:r><w:object>'
            f'<o:OLEObject Type="Embed" ProgID="{program}" r:id="{relation}"/></w:object></w:r></w:p>'
        )
        document.element.body.insert_element_before(parse_xml(shown), "w:sectPr")
    document.add_paragraph("Cut once.")
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def test_a_sheet_and_a_text_in_a_word_document_are_read_where_they_stand(tmp_path: Path) -> None:
    inside = {"Excel.Sheet.12": sheet(), "Word.Document.12": text({}, "Share a rope.")}
    (tmp_path / "a.docx").write_bytes(text(inside))
    found = made.extract(tmp_path / "a.docx")
    read = made.lines(found)
    assert {heading for heading, *_ in read} == {"Unit 4"}
    assert [said for *_, said in read] == [
        "Measure twice.", "Ropes", "Day | Task", "Monday | Cut a rope", "Unit 4", "Share a rope.", "Cut once.",
        "Cut once.",
    ]  # fmt: skip
    assert "1 hidden sheet" in made.message(found)


def test_what_cannot_be_read_is_named_once_and_an_equation_is_counted(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(text({"AcroExch.Document": OLD, "Package": OLD, "Equation.3": OLD}))
    told = [problem.message for problem in made.extract(tmp_path / "a.docx").problems]
    assert ["equation" in each for each in told] == [True, False]
    assert "object0.bin (AcroExch.Document) and object1.bin (Package)" in told[1]


def test_documents_in_documents_in_documents_end(tmp_path: Path) -> None:
    inner = text({})
    for number in range(5):
        inner = text({"Word.Document.12": inner}, f"Depth {number}.")
    (tmp_path / "a.docx").write_bytes(inner)
    found = made.extract(tmp_path / "a.docx")
    assert [said for *_, said in made.lines(found) if "Depth" in said] == ["Depth 4.", "Depth 3.", "Depth 2."]
    assert "Word.Document.12" in made.message(found)


def test_a_sheet_on_a_slide_is_read_once_and_the_data_behind_a_chart_are_not(tmp_path: Path) -> None:
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE

    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "Ropes"
    slide.shapes.add_ole_object(io.BytesIO(sheet()), "Excel.Sheet.12", Inches(1), Inches(2))
    data = CategoryChartData()
    data.categories = ["behind the chart"]
    data.add_series("Room 5", (1,))
    place = (Inches(1), Inches(4), Inches(2), Inches(2))
    slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *place, data)
    deck.save(str(tmp_path / "a.pptx"))
    said = [line[3] for line in made.lines(made.extract(tmp_path / "a.pptx"))]
    assert said == ["Ropes", "Day | Task", "Monday | Cut a rope", "Room 5"]


@pytest.mark.parametrize(
    ("program", "content", "said"),
    [("Word.Document.12", text({}), ["Week 1", "Unit 4", "Measure twice.", "Cut once."]), ("Package", OLD, ["Week 1"])],
)
def test_a_text_on_a_sheet_is_read_below_its_cells_or_named(
    tmp_path: Path, program: str, content: bytes, said: list[str]
) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "a.xlsx")) as book:
        book.add_worksheet("Plan").write(0, 0, "Week 1")
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    shown = f'<oleObject progId="{program}" r:id="r1"/>'
    page = parts["xl/worksheets/sheet1.xml"]
    parts["xl/worksheets/sheet1.xml"] = page.replace(b"</worksheet>", f"{shown * 2}</worksheet>".encode())
    parts["xl/worksheets/_rels/sheet1.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{_OFFICE}/package" Target="../embeddings/a.docx"/></Relationships>'
    ).encode()
    found = made.extract(made.zipped(tmp_path / "b.xlsx", {**parts, "xl/embeddings/a.docx": content}))
    assert [line[3] for line in made.lines(found)] == said
    assert ["a.docx (Package)" in problem.message for problem in found.problems] == [True] * (program == "Package")
