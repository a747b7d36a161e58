"""Standards from CSV, TSV and workbooks: the header is found and its columns are recognised."""

from __future__ import annotations

import csv
import datetime
import io
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from made_frameworks import write

from curalign.domain.grades import GRADES, in_order
from curalign.domain.standards import Association, standard_id
from curalign.errors import FrameworkError
from curalign.reading import read_district
from curalign.reading.frameworks import read_framework

PLAIN = "code,statement,grades,subject,parent\n"


def test_the_plain_csv(tmp_path: Path) -> None:
    text = PLAIN + "M,Measuring,,math,\nM.1,Use a ruler,3,math,M\nM.2,Read a scale,9|10,math,Z\n"
    framework = read_framework(write(tmp_path, "pond.csv", text))
    measuring, ruler, scale = framework.standards
    assert (ruler.code, ruler.statement, ruler.grades, ruler.subject) == ("M.1", "Use a ruler", ("3",), "math")
    assert framework.parent(ruler) == measuring
    assert scale.grades == ("9", "10")
    assert scale.parent is None, "a parent that is not in the file is none"
    assert scale.extra == {"parent": "Z"}, "and its code is kept"
    assert [s.code for s in framework if framework.counts(s)] == ["M.1", "M.2"]


def test_ids_come_from_the_files_name_and_the_code_and_so_does_the_source(tmp_path: Path) -> None:
    path = write(tmp_path, "pond.csv", PLAIN + "M.1,Use a ruler,3,math,\n")
    framework = read_framework(path)
    assert framework["M.1"].id == standard_id("pond", "M.1")
    (source,) = framework.sources
    assert (source.id, source.title, source.standards, source.file) == ("pond", "pond", 1, path.as_posix())


@pytest.mark.parametrize(
    "header",
    [
        "Code,Statement,Grade",
        "Standard Code,Description,Grade Level",
        "Human Coding Scheme,fullStatement,educationLevel",
        "statementCode,description,gradeLevel",
        "notation,text,Grades",
        "STANDARD #,Standard Description,grade_band",
        "Code,Standard,Grade",
        "Standard,Description,Grade",
        "ID,Standard,Grade",
    ],
)
def test_columns_under_their_usual_names(tmp_path: Path, header: str) -> None:
    (standard,) = read_framework(write(tmp_path, "pond.csv", f"{header}\nM.1,Use a ruler,Grade 3\n"))
    assert (standard.code, standard.statement, standard.grades) == ("M.1", "Use a ruler", ("3",))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_any_encoding(tmp_path: Path, encoding: str) -> None:
    path = write(tmp_path, "pond.csv", "code,statement\nM.1,“Café” — à la carte\n".encode(encoding))
    assert read_framework(path)["M.1"].statement == "“Café” — à la carte"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_any_delimiter_and_line_ending(tmp_path: Path, delimiter: str, ending: str) -> None:
    rows = (("code", "statement", "grades"), ("M.1", "Use a ruler; read it", "3"), ("M.2", 'a "b", c|d', "4"))
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=ending).writerows(rows)
    framework = read_framework(write(tmp_path, "pond.txt", out.getvalue()))
    assert [(s.code, s.statement, *s.grades) for s in framework] == list(rows[1:])


def test_titles_and_notes_above_the_header(tmp_path: Path) -> None:
    text = "[Draft] Pond Hill standards,,\nupdated in May,,\n,,\nGrade,Code,Standard\n3,M.1,Use a ruler\n"
    assert read_framework(write(tmp_path, "pond.csv", text))["M.1"].grades == ("3",)


def test_cells_without_a_header_or_under_one_given_twice_survive(tmp_path: Path) -> None:
    path = write(tmp_path, "pond.csv", "code,,statement,notes,notes\nM.1,first,Rule,second,third,fourth\n")
    assert read_framework(path)["M.1"].extra == {
        "(column 2)": "first",
        "notes": "second",
        "notes (column 5)": "third",
        "(column 6)": "fourth",
    }


def test_cells_of_several_lines(tmp_path: Path) -> None:
    text = 'code,statement\nM.1,"' + "long line\n" * 300 + '"\nM.2,short\n'
    assert len(read_framework(write(tmp_path, "pond.csv", text))) == 2


def test_a_workbook_with_several_sheets_and_numbers_for_codes(tmp_path: Path) -> None:
    path = tmp_path / "pond.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("About").write(0, 0, "Written by the science team")
        third, fourth = book.add_worksheet("Grade 3"), book.add_worksheet("Grade 4")
        third.write_row(2, 1, ["Code", "Standard", "Grade", "Parent"])
        third.write_row(3, 1, ["M", "Measuring", 3, ""])
        third.write_row(4, 1, [3.1, "Use a ruler", 3, "M"])
        fourth.write_row(0, 0, ["Code", "Standard", "Grade", "Parent"])
        fourth.write_row(1, 0, [4, "Use a scale", 4, "M"])
        fourth.write_datetime(2, 0, datetime.datetime(2026, 4, 1), book.add_format({"num_format": "d-m"}))
        fourth.write(2, 1, "A code that the spreadsheet took for a date")
    framework = read_framework(path)
    assert [s.code for s in framework] == ["M", "3.1", "4", "2026-04-01"]
    assert framework["4"].grades == ("4",)
    assert framework.parent(framework["4"]) == framework["M"], "a parent may stand on another sheet"


def test_open_salt_csv(tmp_path: Path) -> None:
    text = (
        "Identifier,fullStatement,Human Coding Scheme,Abbreviated Statement,Notes,Is Child Of,replacedBy\n"
        "8aa2ef72-98f9-11e7-afde-298602138593,Measuring,M,Meas.,,,\n"
        "8aa2ef72-98f9-11e7-afde-298602138594,Use a ruler,M.1,,see p. 2,8aa2ef72-98f9-11e7-afde-298602138593,M\n"
    )
    framework = read_framework(write(tmp_path, "pond.csv", text))
    measuring, ruler = framework
    assert measuring.id == "8aa2ef72-98f9-11e7-afde-298602138593"
    assert framework.parent(ruler) == measuring
    assert ruler.extra == {"notes": "see p. 2"}, "under CASE's name, and the association is one"
    (association,) = framework.associations
    assert (association.origin, association.type, association.destination) == (ruler.id, "replacedBy", measuring.id)


def test_learning_commons_csv(tmp_path: Path) -> None:
    text = (
        "identifier,caseIdentifierUUID,statementCode,description,statementType,academicSubject,gradeLevel,license\n"
        'k1,8aa2ef72-98f9-11e7-afde-298602138593,M.1,Use a ruler,Standard,Mathematics,"[""3"", ""4""]",CC BY 4.0\n'
    )
    framework = read_framework(write(tmp_path, "items.csv", text))
    (ruler,) = framework
    assert (ruler.id, ruler.grades, ruler.level) == ("8aa2ef72-98f9-11e7-afde-298602138593", ("3", "4"), "Standard")
    assert ruler.extra == {"identifier": "k1"}
    assert framework.sources[0].licence == "CC BY 4.0"


def test_open_salts_sequence_numbers_stand_with_the_association(tmp_path: Path) -> None:
    text = "Identifier,fullStatement,Human Coding Scheme,sequenceNumber,Is Child Of\na,Measuring,M,1,\nb,Rule,M.1,2,a\n"
    measuring, ruler = (framework := read_framework(write(tmp_path, "pond.csv", text)))
    assert framework.associations == (Association(ruler.id, "isChildOf", measuring.id, sequence=2),)
    assert (measuring.extra, ruler.extra) == ({"sequenceNumber": "1"}, {})


def test_columns_that_a_district_names(tmp_path: Path) -> None:
    path = write(tmp_path, "pond.csv", "Std,Pupils can,Statement,Für\nM.1,Use a ruler,see below,3\n")
    with pytest.raises(FrameworkError, match=r"under \[columns\]"):
        read_framework(path)
    (ruler,) = read_framework(path, {"code": ["Std"], "statement": ["other", "pupils CAN"], "grades": ["Für"]})
    assert (ruler.code, ruler.statement, ruler.grades) == ("M.1", "Use a ruler", ("3",))
    assert ruler.extra == {"Statement": "see below"}


def test_curalign_toml_names_columns(small_district: Path) -> None:
    write(small_district, "standards/standards.csv", "Std,Pupils can\nPH.1,Use a ruler\n")
    write(small_district, "curalign.toml", '[columns]\ncode = "Std"\nstatement = ["Pupils can"]\n')
    assert read_district(small_district).framework["PH.1"].statement == "Use a ruler"


def test_grades_that_are_read_in_part_are_kept_as_they_stand(tmp_path: Path) -> None:
    (ruler,) = read_framework(write(tmp_path, "pond.csv", PLAIN + "M.1,Use a ruler,3 & adult,,\n"))
    assert (ruler.grades, ruler.extra) == (("3",), {"grades": "3 & adult"})


def test_statements_with_an_identifier_and_no_code_get_a_short_code_that_says_so(tmp_path: Path) -> None:
    text = "identifier,description\n8aa2ef72-98f9-11e7-afde-298602138593,Use a ruler\n"
    (ruler,) = read_framework(write(tmp_path, "pond.csv", text))
    assert ruler.code.startswith("#")
    assert len(ruler.code) == 9
    assert ruler.extra == {"code made": "yes"}


def test_a_standard_on_one_row_for_each_grade_is_one_standard(tmp_path: Path) -> None:
    text = PLAIN + "M.1,Use a  ruler,4,math,\nM.1,Use a ruler,3,math,\n"
    (ruler,) = read_framework(write(tmp_path, "pond.csv", text))
    assert ruler.grades == ("3", "4")


def test_one_code_with_two_statements_keeps_both_and_says_so(tmp_path: Path) -> None:
    framework = read_framework(write(tmp_path, "pond.csv", PLAIN + "M.1,Use a ruler,3,,\nM.1,Use a scale,3,,\n"))
    assert [s.statement for s in framework] == ["Use a ruler", "Use a scale"]
    assert len(framework.by_id) == 2
    (problem,) = framework.problems
    assert (problem.code, problem.message[:4]) == ("F303", "M.1:")


def test_a_code_without_a_statement_is_left_out_and_named_by_its_row(tmp_path: Path) -> None:
    framework = read_framework(write(tmp_path, "pond.csv", PLAIN + "M.1,Use a ruler,3,,\nM.2,,3,,\n"))
    assert [s.code for s in framework] == ["M.1"]
    assert framework.problems[0].message.startswith("row 3: ")


def test_a_parent_without_a_statement_stays_under_its_code(tmp_path: Path) -> None:
    framework = read_framework(write(tmp_path, "pond.csv", PLAIN + "M,,3,,\nM.1,Use a ruler,3,,M\n"))
    assert [(s.code, s.statement) for s in framework] == [("M", "M"), ("M.1", "Use a ruler")]
    assert not framework.problems


def test_grades_that_are_none_are_kept_as_they_stand(tmp_path: Path) -> None:
    (ruler,) = read_framework(write(tmp_path, "pond.csv", PLAIN + "M.1,Use a ruler,adult,,\n"))
    assert ruler.grades == ()
    assert ruler.extra == {"grades": "adult"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name,points\nAnna,3\n", "found 'name', 'points'; name the columns code, statement"),
        ("just words", "has no column of codes and statements"),
        ("code,statement\n", "has a header and no standards below it"),
        ("code,statement\nM.1,\n", "holds no standard with a statement"),
        ('code,statement\nM.1,"never closed\nM.2,x\n', "cannot be split into cells at row 2"),
        ("", "is empty"),
        (" \n", "is empty"),
    ],
)
def test_what_is_no_table_of_standards_is_told_with_the_mend(tmp_path: Path, text: str, said: str) -> None:
    path = write(tmp_path, "pond.csv", text)
    with pytest.raises(FrameworkError) as error:
        read_framework(path)
    assert str(error.value).startswith(str(path))
    assert said in str(error.value)


WORDS = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=12)
STATEMENTS = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
CODES = st.lists(st.from_regex(r"[A-Z0-9]{1,3}\.[a-z0-9]{1,4}", fullmatch=True), min_size=1, max_size=8, unique=True)


@st.composite
def frameworks(draw: st.DrawFn) -> list[tuple[str, str, tuple[str, ...], str, str]]:
    codes = draw(CODES)
    rows = []
    for number, code in enumerate(codes):
        grades = in_order(draw(st.sets(st.sampled_from(GRADES), max_size=4)))
        parent = draw(st.sampled_from(["", *codes[:number]]))
        rows.append((code, draw(STATEMENTS), grades, draw(st.sampled_from(["", "math", "ela"])), parent))
    return rows


@given(rows=frameworks(), delimiter=st.sampled_from(",;\t"))
def test_any_framework_written_as_the_csv_reads_back_the_same(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str, tuple[str, ...], str, str]], delimiter: str
) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow(["code", "statement", "grades", "subject", "parent"])
    writer.writerows((code, words, "|".join(grades), subject, parent) for code, words, grades, subject, parent in rows)
    framework = read_framework(write(tmp_path_factory.getbasetemp(), "pond.csv", out.getvalue()))
    above = {standard.id: standard.code for standard in framework}
    read = [(s.code, s.statement, s.grades, s.subject, above.get(s.parent or "", "")) for s in framework]
    assert read == rows
    assert framework.problems == ()
