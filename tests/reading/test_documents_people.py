"""What people are called, and where they can be reached, is not read: in no format, and told by count alone."""

from __future__ import annotations

import html
from collections.abc import Sequence
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest
import xlsxwriter
from reportlab.pdfgen.canvas import Canvas

from curalign.domain.materials import Material
from curalign.domain.problems import PEOPLE
from curalign.reading import read_district, read_document
from curalign.reading.documents.people import nameless
from curalign.reading.stories import read_stories
from curalign.segmenting import segment
from curalign.settings import ReadingSettings
from tests.reading.made_documents import opendocument

Rows = Sequence[Sequence[str]]
PLAN = (("Objective", "Pupils add within 100 with a strategy and explain it."),)
SIGNED = (
    ("Name", "School", "E-mail", "Signature"),
    ("Ada Day", "Oak Hill", "ada.day@oak.example.org", "Ada Day"),
    ("Ben Ito", "River", "ben@river.example.org", ""),
    ("Noor Haddad", "River", "", "NH"),
)
MARKS = (
    ("Student", "Quiz 1", "Quiz 2"),
    ("Orrell, Tamsin", "3", "4"),
    ("Vane, Idris", "2", "4"),
    ("Haddad, Noor", "4", ""),
)
NAMES = ("Ada", "Day", "Ben", "Ito", "Noor", "Haddad", "Orrell", "Tamsin", "Idris", "Vane", "example.org")


def as_docx(path: Path, rows: Rows) -> None:
    document = docx.Document()
    table = document.add_table(len(rows), max(map(len, rows)))
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=False):
            cell.text = text
    document.save(str(path))


def as_xlsx(path: Path, rows: Rows) -> None:
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Unit 1")
        for at, cells in enumerate(rows):
            sheet.write_row(at, 0, cells)


def as_csv(path: Path, rows: Rows) -> None:
    path.write_text("\n".join(",".join(f'"{cell}"' for cell in cells) for cells in rows), encoding="utf-8")


def as_html(path: Path, rows: Rows) -> None:
    lines = ("<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in cells) + "</tr>" for cells in rows)
    path.write_text(f"<html><body><table>{''.join(lines)}</table></body></html>", encoding="utf-8")


def as_md(path: Path, rows: Rows) -> None:
    width = max(map(len, rows))
    lines = ["| " + " | ".join([*cells, *[""] * (width - len(cells))]) + " |" for cells in rows]
    path.write_text("\n".join([lines[0], "|" + "---|" * width, *lines[1:]]) + "\n", encoding="utf-8")


WRITERS = {"docx": as_docx, "xlsx": as_xlsx, "csv": as_csv, "html": as_html, "md": as_md}


def words(material: Material) -> str:
    return " ".join((material.title, *(f"{passage.place} {passage.text}" for passage in segment([material]))))


@pytest.mark.parametrize("ending", WRITERS)
@pytest.mark.parametrize("rows", [(*PLAN, *MARKS), SIGNED], ids=["marks below a plan", "a sign-in list"])
def test_names_in_a_table_are_counted_and_not_read(tmp_path: Path, ending: str, rows: Rows) -> None:
    WRITERS[ending](tmp_path / f"a.{ending}", rows)
    material = read_document(tmp_path / f"a.{ending}")
    assert not [name for name in NAMES if name in words(material)]
    assert [(p.code, p.facts["count"]) for p in material.problems if p.trouble == PEOPLE] == [("F303", 3)]
    assert not [name for name in NAMES if any(name in problem.message for problem in material.problems)]
    if rows[0] == PLAN[0]:
        assert PLAN[0][1] in words(material)


def test_groups_side_by_side_are_people_and_places_are_not(tmp_path: Path) -> None:
    groups = (("Group A", "Group B"), ("Maria Alvarez", "Wei Vane"), ("Olivia Orrell", "Liam Haddad"))
    places = (("Coast", "Inland"), ("New York", "Santa Fe"), ("San Diego", "Salt Lake City"))
    for rows, told in ((groups, 2), (places, 0)):
        as_docx(tmp_path / "a.docx", rows)
        material = read_document(tmp_path / "a.docx")
        assert sum(p.facts["count"] for p in material.problems if p.trouble == PEOPLE) == told
        assert ("Alvarez" in words(material), "San Diego" in words(material)) == (False, not told)


@pytest.mark.parametrize("ending", ["docx", "html", "md"])
def test_names_on_lines_of_their_own_under_a_heading(tmp_path: Path, ending: str) -> None:
    people = ["Tamsin Orrell", "Idris Vane", "Noor Haddad"]
    lines = ["Pupils count coins to a dollar.", "Participants:", *people]
    path = tmp_path / f"a.{ending}"
    if ending == "docx":
        document = docx.Document()
        for line in lines:
            document.add_paragraph(line)
        document.save(str(path))
    elif ending == "html":
        path.write_text("<html><body>" + "".join(f"<p>{line}</p>" for line in lines) + "</body></html>", "utf-8")
    else:
        path.write_text("\n\n".join(lines), "utf-8")
    material = read_document(path)
    assert not [name for name in NAMES if name in words(material)]
    assert "count coins" in words(material)


SEATS = (
    ("Objective", "Pupils count coins to a dollar."),
    ("Table 1", "Table 2", "Table 3"),
    ("Nadia", "Tobias", "Priya"),
    ("Keisha", "Wei", "Zion"),
)
TYPED = (
    "We look at fraction strips and write down what they show.",
    "Name\tSchool\tSignature",
    "Tamsin Orrell\tOak Hill\tT Orrell",
    "Idris Vane\tRiver\tI Vane",
    "Reteach: Nadia, Tobias",
    "Small group 2 (Priya, Keisha) with Ms. Haddad's class",
)


@pytest.mark.parametrize("ending", WRITERS)
def test_pupils_under_the_names_of_tables_are_not_read(tmp_path: Path, ending: str) -> None:
    WRITERS[ending](tmp_path / f"a.{ending}", SEATS)
    said = words(read_document(tmp_path / f"a.{ending}"))
    assert not [name for name in (*SEATS[2], *SEATS[3]) if name in said]
    assert "count coins" in said


def as_lines(path: Path, lines: Sequence[str]) -> None:
    """Lines with tabs in Word and OpenDocument, and with spaces where tabs are not typed."""
    typed = [line.replace("\t", "     ") for line in lines]
    if path.suffix == ".docx":
        document = docx.Document()
        for line in lines:
            document.add_paragraph(line)
        document.save(str(path))
    elif path.suffix == ".odt":
        opendocument(path, "".join(f"<text:p>{line}</text:p>" for line in lines).replace("\t", "<text:tab/>"))
    elif path.suffix == ".html":
        path.write_text("<html><body><pre>" + "\n".join(typed) + "</pre></body></html>", "utf-8")
    elif path.suffix == ".eml":
        mail = EmailMessage()
        mail["Subject"], mail["From"], mail["To"] = "Strips", "Idris Vane <v@oak.org>", "Noor Haddad <h@oak.org>"
        mail.set_content("\n".join(typed))
        path.write_bytes(bytes(mail))
    elif path.suffix == ".pdf":
        canvas = Canvas(str(path))
        for number, line in enumerate(lines):
            for column, cell in enumerate(line.split("\t")):
                canvas.drawString(72 + 160 * column, 720 - 16 * number, cell)
        canvas.save()
    else:
        path.write_text("\n".join(typed), "utf-8")


@pytest.mark.parametrize("ending", ["txt", "md", "docx", "odt", "html", "eml", "pdf"])
def test_a_typed_list_is_a_table_of_people_and_the_lines_beside_it_stay(tmp_path: Path, ending: str) -> None:
    as_lines(tmp_path / f"a.{ending}", TYPED)
    said = words(read_document(tmp_path / f"a.{ending}"))
    assert not [name for name in (*NAMES, "Nadia", "Tobias", "Priya", "Keisha") if name in said]
    assert TYPED[0] in said
    assert "Reteach: [name]" in said
    assert "Small group 2 ([name])" in said


@pytest.mark.parametrize("ending", ["txt", "docx", "odt"])
def test_a_typed_card_of_somebody_who_is_taught_stays(tmp_path: Path, ending: str) -> None:
    as_lines(tmp_path / f"a.{ending}", ("Name: Abraham Lincoln\tJob: President", "Name: Rosa Parks\tJob: Seamstress"))
    said = words(read_document(tmp_path / f"a.{ending}"))
    assert "Name: Abraham Lincoln Job: President" in said
    assert "Name: Rosa Parks Job: Seamstress" in said


def test_who_asks_for_it_gets_names_as_they_stand(tmp_path: Path) -> None:
    as_csv(tmp_path / "a.csv", SIGNED)
    material = read_document(tmp_path / "a.csv", ReadingSettings(quote_people=True))
    assert "ada.day@oak.example.org" in words(material)
    assert not material.problems


def test_addresses_go_and_the_words_around_them_stay_also_in_titles(tmp_path: Path) -> None:
    text = "# Coins, by ada@oak.example.org\n\nPupils count coins; call Ada at (555) 234-5678 for the box of coins.\n"
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    material = read_document(tmp_path / "a.md")
    assert material.title == "Coins, by [e-mail]"
    assert "Pupils count coins; call Ada at [phone] for the box of coins." in words(material)


def test_a_district_is_read_so(tmp_path: Path) -> None:
    (tmp_path / "standards").mkdir()
    (tmp_path / "standards" / "s.csv").write_text("code,statement,grade\n2.A.1,Add within 100,2\n", encoding="utf-8")
    (tmp_path / "units").mkdir()
    (tmp_path / "units" / "a.md").write_text("# Unit 1\n\nPupils add within 100 and explain it.\n", encoding="utf-8")
    (tmp_path / "pd").mkdir()
    as_csv(tmp_path / "pd" / "who came.csv", SIGNED)
    district = read_district(tmp_path)
    assert not [name for name in NAMES for material in district.materials if name in words(material)]
    assert [problem.trouble for material in district.materials for problem in material.problems] == [PEOPLE]


def test_nothing_to_leave_out_is_the_same_document(tmp_path: Path) -> None:
    from curalign.reading.documents.extracting import Extracted

    assert nameless(Extracted(), "a.docx") == Extracted()


def test_a_story_is_quoted_without_addresses(tmp_path: Path) -> None:
    (tmp_path / "stories").mkdir()
    text = "# Five minutes, by ada@oak.example.org\n\nAsk Ada at (555) 234-5678 how it went.\n"
    (tmp_path / "stories" / "a.md").write_text(text, encoding="utf-8")
    (story,), _ = read_stories(tmp_path, ReadingSettings())
    assert story.title == "Five minutes, by [e-mail]"
    assert story.paragraphs == ("Ask Ada at [phone] how it went.",)
    (plain,), _ = read_stories(tmp_path, ReadingSettings(quote_people=True))
    assert "(555) 234-5678" in plain.paragraphs[0]
