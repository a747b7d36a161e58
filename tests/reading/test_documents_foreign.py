"""Files of other programs: one sentence with what to export instead, or the text where they hold it plainly."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Iterator
from pathlib import Path

import made_documents as made
import pytest
from reportlab.pdfgen.canvas import Canvas

from curalign.reading import read_district
from curalign.reading.documents.processes import WorkerExtractor

EXCEL = '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet/></Workbook>'
WORD = '<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>'
MANIFEST = "<manifest><organizations><organization><item><title>Unit 1</title></item></organization></organizations>"
MANIFEST += '<resources><resource><file href="res00001.dat"/></resource></resources></manifest>'
WEB_ARCHIVE = (
    "From: <Saved by a browser>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n boundary=B\n\n--B\n"
    "Content-Type: text/html; charset=windows-1252\nContent-Transfer-Encoding: quoted-printable\n\n"
    "<h1>A=F1o 3</h1><p>Fold the =\nstrip.</p>\n--B--\n"
)


@pytest.fixture(scope="module")
def worker() -> Iterator[WorkerExtractor]:
    with WorkerExtractor(made.SETTINGS) as extractor:
        yield extractor


def packed(*names: str) -> bytes:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w:gz") as archive:
        for name in names:
            archive.addfile(tarfile.TarInfo(name))
    return held.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("plan.pages", {"Index/Document.iwa": "x", "preview.jpg": "x"}, "export it from there as Word"),
        ("map.numbers", {"Index.zip": "x"}, "export it from there as Word"),
        ("course.mbz", {"moodle_backup.xml": "<x/>"}, "as IMS Common Cartridge"),
        ("course.mbz", packed("moodle_backup.xml"), "as IMS Common Cartridge"),
        ("quiz.h5p", {"h5p.json": "{}", "content/content.json": "{}"}, "is an H5P activity"),
        ("export.zip", {"imsmanifest.xml": MANIFEST, "res00001.dat": "<x/>"}, "as a Common Cartridge package"),
        ("notes.one", b"\xe4\x52\x5c\x7b notes", "export its pages"),
        ("lesson.webloc", b"<plist/>", "only a link to a web page"),
        ("lesson.url", b"[InternetShortcut]\nURL=https://example.org\n", "only a link to a web page"),
        ("unit 1.lnk", b"L\0\0\0\x01\x14\x02\0", "put that file itself into this folder"),
        ("agenda.msg", made.OLE + b"\0" * 500 + "__substg1.0_1000001F".encode("utf-16-le"), "is a message of Outlook"),
        ("mail.mbox", b"From a@b.c Mon Oct  5 10:00:00 2026\n\nHello.\n", "save the messages that matter"),
        ("quiz.gform", b"{}", "a shortcut to Google Drive"),
        ("plan.xls", EXCEL.encode(), "save it as xlsx"),
        ("plan.doc", WORD.encode(), "save it as docx"),
        ("plan.xml", WORD.encode(), "save it as docx"),
        (
            "class.json",
            b'{"name": "Math 2", "posts": [{"courseWork": {"title": "Ropes"}}]}',
            "of a class, with what pupils",
        ),
        ("ropes.notebook", {"imsmanifest.xml": "<manifest/>", "page0.svg": "<svg/>"}, "a file of SMART Notebook"),
        ("ropes.flipchart", {"data.xml": "<a/>", "page1.xml": "<a/>"}, "a flipchart of ActivInspire"),
        ("ropes.ggb", {"geogebra.xml": "<a/>", "geogebra_javascript.js": "f()"}, "a format that is not read (.ggb)"),
        ("ropes.vsdx", {"[Content_Types].xml": "<a/>", "visio/pages/page1.xml": "<a/>"}, "is not read (.vsdx)"),
        ("units.tgz", packed("unit.docx"), "pack it as zip"),
        ("units.7z", b"7z\xbc\xaf\x27\x1c and more", "pack it as zip"),
    ],
)
def test_one_sentence_says_what_to_export(
    tmp_path: Path, worker: WorkerExtractor, name: str, content: bytes | dict[str, str], says: str
) -> None:
    path = tmp_path / name
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        made.zipped(path, content)
    found = worker.extract(path)
    assert made.codes(found) == ["F301"]
    assert says in made.message(found)
    assert found.problems[0].message_in("es") != made.message(found)


@pytest.mark.parametrize("name", ["lesson.url", "unit 1.lnk"])
def test_a_shortcut_in_the_folder_is_told_of(tmp_path: Path, name: str) -> None:
    found = read_district(made.district(tmp_path, {f"curriculum/{name}": b"L\0\0\0"}))
    assert [p.code for m in found.materials for p in m.problems if m.path.endswith(name)] == ["F301"]


@pytest.mark.parametrize("name", ["a.mht", "a.doc"])
def test_a_web_page_in_one_file_is_read(tmp_path: Path, worker: WorkerExtractor, name: str) -> None:
    (tmp_path / name).write_text(WEB_ARCHIVE)
    assert [(line[0], line[3]) for line in made.lines(worker.extract(tmp_path / name))] == [
        ("Año 3", "Fold the strip.")
    ]


def saved(*parts: tuple[str, str]) -> str:
    """A web page in one file: each part with where it was, or with what the page calls it."""
    heads = ("Content-ID: <{}>" if "@" in place else "Content-Location: {}" for place, _ in parts)
    texts = (
        f"--B\nContent-Type: text/html\n{head.format(place)}\n\n{text}\n"
        for head, (place, text) in zip(heads, parts, strict=True)
    )
    return f"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=B\n\n{''.join(texts)}--B--\n"


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (
            [
                ("https://lms.example/week", "<p>Read this.</p><iframe src='cid:f1@x'></iframe><p>Then write.</p>"),
                ("f1@x", "<p>Cut a rope.</p><iframe src='cid:f1@x'></iframe><iframe src='cid:f2@x'></iframe>"),
                ("f2@x", "<p>Share it.</p>"),
                ("unseen@x", "<p>Nobody sees this.</p>"),
            ],
            ["Read this.", "Cut a rope.", "Share it.", "Then write."],
        ),
        (
            [
                (
                    "file:///C:/plan.htm",
                    "<frameset><frame src='plan_files/sheet001.htm'><noframes>No frames.</noframes></frameset>",
                ),
                ("file:///C:/plan_files/sheet001.htm", "<table><tr><td>Week<td>Task<tr><td>1<td>Cut a rope</table>"),
                ("file:///C:/plan_files/sheet002.htm", "<p>Share it.</p>"),
            ],
            ["Week | Task", "1 | Cut a rope", "Share it."],
        ),
        (
            [
                ("file:///C:/plan.htm", "<p>Cut a rope.</p>"),
                (
                    "file:///C:/plan_files/header.htm",
                    "<div style='mso-element:footnote-separator' id=fs><p>line</p></div><div style='mso-element:header'"
                    " id=h1><p>Grade 2</p><p>Oak School</p></div><div style='mso-element:footer'><p>The grade's draft, "
                    "Unit 4</p></div>",
                ),
            ],
            ["Grade 2", "Unit 4", "Cut a rope."],
        ),
        ([("file:///C:/a.htm", "<iframe src='http://[blocked]'></iframe><p>Cut a rope.</p>")], ["Cut a rope."]),
    ],
    ids=["frames", "sheets", "headers", "no address"],
)
def test_all_that_a_web_page_in_one_file_shows_is_read_once(
    tmp_path: Path, worker: WorkerExtractor, parts: list[tuple[str, str]], said: list[str]
) -> None:
    (tmp_path / "a.mht").write_text(saved(*parts))
    assert [line[3] for line in made.lines(worker.extract(tmp_path / "a.mht"))] == said


@pytest.mark.parametrize(
    "content", ["<table><tr><td>Week<td>Code<tr><td>1<td>3.B</table>", "Week\tCode\n1\t3.B\n", "Week,Code,\n1,3.B,\n"]
)
def test_tables_that_are_only_called_workbooks_are_read(tmp_path: Path, worker: WorkerExtractor, content: str) -> None:
    (tmp_path / "a.xls").write_text(content)
    assert [text for *_, text in made.lines(worker.extract(tmp_path / "a.xls"))] == ["Week | Code", "1 | 3.B"]


def test_a_pdf_that_only_holds_other_files_is_no_scan(tmp_path: Path, worker: WorkerExtractor) -> None:
    import pypdfium2

    with pypdfium2.PdfDocument.new() as document:
        document.new_page(612, 792)
        document.new_attachment("unit 1.docx").set_data(b"x")
        document.save(tmp_path / "a.pdf")
    found = worker.extract(tmp_path / "a.pdf")
    assert made.codes(found) == ["F303", "F303"]
    assert "unit 1.docx" in found.problems[0].message


def test_files_that_hang_in_a_pdf_are_named(tmp_path: Path, worker: WorkerExtractor) -> None:
    import pypdfium2

    canvas = Canvas(str(tmp_path / "a.pdf"))
    canvas.drawString(72, 700, "Units of the year, attached.")
    canvas.save()
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as document:
        document.new_attachment("unit 1.docx").set_data(b"x")
        document.save(tmp_path / "b.pdf")
    found = worker.extract(tmp_path / "b.pdf")
    assert made.codes(found) == ["F303"]
    assert "holds an attached file that is not read: unit 1.docx" in made.message(found)


def test_a_document_of_pages_that_a_mac_keeps_as_a_folder_is_told_of_once_and_its_neighbours_are_read(
    tmp_path: Path, worker: WorkerExtractor
) -> None:
    inside = {"Index/Document.iwa": "a", "Metadata/Properties.plist": "x", "preview.jpg": "x"}
    folder = {f"curriculum/Week 1/Plan.pages/{name}": content for name, content in inside.items()}
    found = read_district(made.district(tmp_path / "d", folder))
    (told,) = found.problems
    assert told.file == "curriculum/Week 1/Plan.pages"
    assert "export it from there as Word" in told.message
    files = {f"Week 1/Plan.pages/{name}": content for name, content in inside.items()}
    alone = worker.extract(made.zipped(tmp_path / "plan.zip", files))
    assert ["export it from there" in problem.message for problem in alone.problems] == [True]
    both = worker.extract(
        made.zipped(tmp_path / "week.zip", {**files, "Week 1/plan.md": "Fold a strip.", "__MACOSX/x": ""})
    )
    assert [name for name, _ in both.members] == ["Week 1/plan.md"]
    assert ["Plan.pages" in problem.message for problem in both.problems] == [True]
