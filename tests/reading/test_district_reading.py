"""A folder becomes a District: every document a material or a problem, in the order of the paths."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import made_documents as made
import pytest
import xlsxwriter

from curalign.domain.materials import Kind, Material
from curalign.domain.results import Result
from curalign.errors import DistrictError
from curalign.reading import read_district, survey_district
from curalign.segmenting import segment
from curalign.settings import Settings

BENCH = Path(__file__).parents[3] / "shared" / "bench"
needs_bench = pytest.mark.skipif(not BENCH.is_dir(), reason="the bench of real documents is not here")
needs_disk = pytest.mark.skipif(sys.platform == "win32", reason="such names and links are not allowed on Windows")


def by_path(folder: Path, settings: Settings | None = None) -> dict[str, Material]:
    return {material.path: material for material in read_district(folder, settings).materials}


def test_a_district_has_a_framework_documents_and_results(tmp_path: Path) -> None:
    folder = made.district(
        tmp_path / "maple",
        {
            "pd/talk.md": "# Talk\nText.",
            "results/r.csv": "item_id,standard_code,max_points,n,p_value\n1,3.A,2,40,0.5\n",
        },
    )
    made.word(folder / "curriculum" / "a.docx")
    district = read_district(folder)
    assert district.name == "maple"
    assert [standard.code for standard in district.framework] == ["3.A", "3.B"]
    assert [(m.path, m.kind, m.title) for m in district.materials] == [
        ("curriculum/a.docx", Kind.UNIT, "Unit 3"),
        ("curriculum/unit.md", Kind.UNIT, "Unit"),
        ("pd/talk.md", Kind.PD, "Talk"),
    ]
    assert district.results == (Result("1", "3.A", 2.0, 40, 0.5),)
    assert all(len(material.sha256) == 64 for material in district.materials)


def test_a_title_is_the_first_heading_or_the_name(tmp_path: Path) -> None:
    found = by_path(made.district(tmp_path, {"curriculum/Unit_4__halves.txt": "words", "curriculum/_.txt": "words"}))
    assert found["curriculum/Unit_4__halves.txt"].title == "Unit 4 halves"
    assert found["curriculum/_.txt"].title == "_"


@pytest.mark.parametrize(
    ("name", "text", "grades"),
    [
        ("Grade 5/Grade 4 unit.md", "# Grade 3 unit", ("4",)),
        ("Grade 5/unit.md", "# Grade 3 unit", ("5",)),
        ("unit.md", "# Unit 2 for Grade 3\n## Grade 7", ("3",)),
        ("unit.md", "# Unit 2\n## Lessons for Grade 6", ("6",)),
        ("unit.md", "# Unit 2\nGrade 2 Mathematics, 10 days", ("2",)),
        ("unit.md", "# Unit 2\n" + "word " * 200 + "Grade 2", ()),
        ("unit 3.md", "# Unit 3\n3 days", ()),
        ("unit.md", "# Shares\n| Teacher | A. Lee |\n|---|---|\n| Grade Level | Second |", ("2",)),
        ("unit.md", "# Shares\nTeacher: A. Lee. Grade: 2. Room 12", ("2",)),
        ("unit.md", "# Shares\nMath 6, Quarry Middle School", ("6",)),
        ("Middle School/unit.md", "# Shares\nGrade 7, two weeks", ("7",)),
        ("Middle School/unit.md", "# Shares\ntwo weeks", ("6", "7", "8")),
        ("unit.md", "# Grade 2\nShares\n# Grade 3\nParts", ("2", "3")),
        ("unit.md", "# Shares\nThis unit is for our second graders and shares what is there.", ("2",)),
        ("unit.md", "# Shares\nOwner: Ida Lund Weeks: 3 Audience: grades 3-5", ("3", "4", "5")),
    ],
)
def test_the_most_specific_place_that_states_grades_wins(
    tmp_path: Path, name: str, text: str, grades: tuple[str, ...]
) -> None:
    found = by_path(made.district(tmp_path, {f"curriculum/{name}": text}))
    assert found[f"curriculum/{name}"].grades == grades


def test_a_workbook_is_named_by_its_file_and_is_for_the_grades_of_all_its_sheets(tmp_path: Path) -> None:
    folder = made.district(tmp_path)
    with xlsxwriter.Workbook(str(folder / "curriculum" / "Scope and Sequence.xlsx")) as book:
        for sheet in ("Grade 3 Math", "4th Grade", "Notes"):
            book.add_worksheet(sheet).write(0, 0, "Quarter 1")
    found = by_path(folder)["curriculum/Scope and Sequence.xlsx"]
    assert (found.title, found.grades) == ("Scope and Sequence", ("3", "4"))


def test_a_workbook_whose_sheets_say_nothing_is_of_the_grade_that_its_cells_state(tmp_path: Path) -> None:
    folder = made.district(tmp_path)
    with xlsxwriter.Workbook(str(folder / "curriculum" / "Daily plan.xlsx")) as book:
        book.add_worksheet("Week 1").write(0, 0, "Shares, Grade 3 Math")
    assert by_path(folder)["curriculum/Daily plan.xlsx"].grades == ("3",)


def test_a_passage_of_a_sheet_is_of_that_sheet_s_grade(tmp_path: Path) -> None:
    folder = made.district(tmp_path)
    with xlsxwriter.Workbook(str(folder / "curriculum" / "Units.xlsx")) as book:
        for sheet in ("Grade 3 Math", "4th Grade", "Notes"):
            book.add_worksheet(sheet).write(0, 0, f"Pupils fold paper on the sheet {sheet}.")
    found = segment([by_path(folder)["curriculum/Units.xlsx"]])
    assert [p.grades for p in found] == [("3",), ("4",), ("3", "4")]


@pytest.mark.parametrize(
    ("sheets", "grades"),
    [
        (("Kinder", "1st", "Gr2"), ["K", "1", "2"]),
        (("K", "3rd"), ["K", "3"]),
        (("1st", "2nd", "3rd", "4th"), ["", "", "", ""]),  # the quarters of a year
    ],
)
def test_a_sheet_may_be_called_by_nothing_but_its_grade(
    tmp_path: Path, sheets: tuple[str, ...], grades: list[str]
) -> None:
    folder = made.district(tmp_path)
    with xlsxwriter.Workbook(str(folder / "curriculum" / "Units.xlsx")) as book:
        for sheet in sheets:
            book.add_worksheet(sheet).write(0, 0, f"Pupils fold paper on the sheet {sheet}.")
    found = segment([by_path(folder)["curriculum/Units.xlsx"]])
    assert ["".join(p.grades) for p in found] == grades


def test_one_broken_file_never_stops_the_folder(tmp_path: Path) -> None:
    found = by_path(made.district(tmp_path, {"curriculum/a.docx": b"PK\x03\x04broken", "curriculum/b.pages": "x"}))
    assert [problem.code for problem in found["curriculum/a.docx"].problems] == ["F301"]
    assert found["curriculum/a.docx"].problems[0].file == "curriculum/a.docx"
    assert found["curriculum/a.docx"].sections == ()
    assert "export it from there" in found["curriculum/b.pages"].problems[0].message
    assert found["curriculum/unit.md"].sections


def test_a_survey_is_not_made_twice(tmp_path: Path) -> None:
    folder = made.district(tmp_path)
    survey = survey_district(folder)
    made.word(folder / "curriculum" / "late.docx")
    assert [material.path for material in read_district(survey).materials] == ["curriculum/unit.md"]


def test_progress_counts_every_document(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    folder = made.district(tmp_path, {"curriculum/b.md": "x"})
    read_district(folder, progress=lambda stage, done, total: told.append((stage, done, total)))
    assert told == [("Reading", 0, 2), ("Reading", 1, 2), ("Reading", 2, 2)]


def test_reading_twice_gives_the_same_whatever_the_workers(tmp_path: Path) -> None:
    folder = made.district(tmp_path, {f"curriculum/{n}.md": f"# Unit {n}\nText {n}" for n in range(8)})
    made.pdf(folder / "curriculum" / "a.pdf")
    once = read_district(folder, Settings().with_changes(reading={"workers": 1}))
    again = read_district(folder, Settings().with_changes(reading={"workers": 3}))
    assert [(m, m.sections) for m in once.materials] == [(m, m.sections) for m in again.materials]


def test_an_empty_folder_is_an_error_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(DistrictError, match="holds no files"):
        read_district(tmp_path)
    with pytest.raises(DistrictError, match="no such folder"):
        read_district(tmp_path / "gone")


@needs_disk
def test_every_file_of_a_folder_ends_as_a_material_or_a_problem(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "curriculum/<img src=x onerror=alert(1)>.md": "# <script>alert(1)</script>\n=cmd()",
        "curriculum/new\nline.md": "# Unit",
        "curriculum/empty.docx": b"",
        "curriculum/locked.docx": made.OLE + "EncryptedPackage".encode("utf-16-le"),
        "curriculum/noise.pdf": b"%PDF-1.4 noise",
        "curriculum/picture.jpg": b"\xff\xd8\xff",
        "curriculum/unknown.xyz": b"?",
        "curriculum/no extension": b"?",
        "pd/deep/er/and/deeper/talk.html": "<h1>Talk</h1>text",
        "pd/units.zip": b"PK\x05\x06" + bytes(18),
    }
    folder = made.district(tmp_path, files)
    made.workbook(folder / "pd" / "pacing.xlsx")
    made.scan(folder / "curriculum" / "scan.pdf", ["", ""])
    os.mkfifo(folder / "curriculum" / "pipe")
    (folder / "curriculum" / "loop").symlink_to(folder / "curriculum")
    district = read_district(folder)
    ended = {m.path for m in district.materials if m.sections or m.problems} | {p.file for p in district.problems}
    there = {
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir() or path.is_symlink()
    }
    assert there - ended == {"standards/s.csv"}
    for material in district.materials:
        assert all(problem.file == material.path and problem.message for problem in material.problems)


@needs_bench
def test_real_documents_all_end_as_text_or_a_problem(tmp_path: Path) -> None:
    folder = made.district(tmp_path)
    for path in (BENCH / "documents").rglob("*"):
        if path.is_file():
            (folder / "curriculum" / path.name.lstrip("~$")).write_bytes(path.read_bytes())
    started = time.monotonic()
    materials = read_district(folder).materials
    assert len(materials) == sum(1 for _ in (folder / "curriculum").iterdir())
    assert all(material.sections or material.problems for material in materials)
    unread = [m.path for m in materials if any(problem.code == "F301" for problem in m.problems)]
    assert len(unread) == 2
    assert time.monotonic() - started < 120


@needs_bench
@pytest.mark.parametrize(("name", "documents", "grade"), [("math_grade_2", 38, "2"), ("ela_grade_3", 9, "3")])
def test_real_districts_read_whole(name: str, documents: int, grade: str) -> None:
    district = read_district(BENCH / "districts" / name)
    assert len(district.materials) == documents
    assert {material.grades for material in district.materials} == {(grade,)}
    assert all(not material.problems and len(material.sections) > 1 for material in district.materials)
    assert district.problems == ()
