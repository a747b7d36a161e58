"""One reader of tables: whatever saved a table, the same cells come out, for standards, labels, results and plans."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from curalign.errors import UnreadableError
from curalign.reading import read_framework, read_labels
from curalign.reading.files.bounds import COLUMNS
from curalign.reading.files.markup import parse_xml
from curalign.reading.files.tables import DELIMITERS, read_delimited, read_tables, read_workbook
from curalign.reading.files.text import decode
from curalign.reading.results import read_results

WORDS = st.text(st.characters(categories=["L", "N"]) | st.sampled_from(" ,;|\"'\t-"), max_size=12)
TABLES = st.integers(2, 5).flatmap(lambda n: st.lists(st.lists(WORDS, min_size=n, max_size=n), min_size=1, max_size=8))


@given(rows=TABLES, delimiter=st.sampled_from(DELIMITERS), encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_what_was_written_with_a_hint_is_read_in_any_encoding(
    rows: list[list[str]], delimiter: str, encoding: str
) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    text = decode(f"sep={delimiter}\r\n{out.getvalue()}".encode(encoding))
    expected = [[cell.strip() for cell in row] for row in rows]
    assert [row.cells for row in read_delimited(text).rows] == [row for row in expected if any(row)]


@pytest.mark.parametrize("delimiter", DELIMITERS)
def test_the_delimiter_is_the_one_that_makes_even_rows(delimiter: str) -> None:
    rows = [["Grade 3, Unit 1"], ["week", "lesson", "share"], ["1", "Add, then check; twice", "0,5"], ["2", "Sort", ""]]
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    table = read_delimited(out.getvalue())
    assert table.delimiter == delimiter
    assert [row.cells for row in table.rows] == rows
    assert table.decimal_comma is (delimiter == ";")


def test_rows_keep_their_places_when_others_are_empty_or_take_several_lines() -> None:
    table = read_delimited('sep=;\n"a\nb";c\n;\nd;e\n')
    assert [(row.place, row.line, row.cells) for row in table.rows] == [
        ("row 2", 2, ["a\nb", "c"]),
        ("row 4", 5, ["d", "e"]),
    ]


def test_a_lost_quotation_mark_is_refused_or_taken_as_it_stands() -> None:
    text = 'code,statement\nA,"Count\nB,Divide\n'
    with pytest.raises(UnreadableError, match=r"row 2 .*missing quote"):
        read_delimited(text)
    assert [row.cells for row in read_delimited(text, forgiving=True).rows][1:] == [["A", '"Count'], ["B", "Divide"]]
    assert [row.cells for row in read_delimited(text.replace(",", "\t")).rows][2] == ["B", "Divide"]


def workbook(folder: Path, name: str = "book.xlsx") -> Path:
    """Two sheets: Map, with merged cells below a title, and Old, which is hidden."""
    path = folder / name
    with xlsxwriter.Workbook(path) as book:
        shown, hidden = book.add_worksheet("Map"), book.add_worksheet("Old")
        shown.merge_range(0, 0, 0, 3, "Lakeshore map")
        shown.write_row(2, 0, ["Grade", "Strand", "Code", "Standard"])
        shown.merge_range(3, 0, 5, 0, 3)
        shown.merge_range(3, 1, 4, 1, "Operations")
        for at, code in enumerate(("3.OA.1", "3.OA.2", "3.NF.1"), 3):
            shown.write_row(at, 2, [code, f"Pupils do {code}."])
        shown.write(5, 1, "Fractions")
        hidden.write_row(0, 0, ["Grade", "Code", "Standard"])
        hidden.write_row(1, 0, [3, "3.OA.99", "Retired."])
        hidden.hide()
    return path


def test_cells_merged_down_stand_in_each_row_and_hidden_sheets_are_named(tmp_path: Path) -> None:
    read = read_tables(workbook(tmp_path))
    [table] = read.tables
    assert [row.cells[:3] for row in table.rows[2:]] == [
        ["3", "Operations", "3.OA.1"],
        ["3", "Operations", "3.OA.2"],
        ["3", "Fractions", "3.NF.1"],
    ]
    assert table.rows[0].cells == ["Lakeshore map", "", "", ""], "a title is not repeated across"
    assert (table.rows[2].place, table.rows[2].line) == ("sheet Map, row 4", 4)
    assert read.hidden == ("Old",)


def test_a_long_text_is_filled_down_only_where_it_is_asked_for(tmp_path: Path) -> None:
    data = workbook(tmp_path).read_bytes()
    assert read_workbook(data, filled=5).tables[0].rows[3].cells[:2] == ["3", ""]


def test_a_workbook_must_still_be_of_the_bytes_that_were_hashed(tmp_path: Path) -> None:
    path = workbook(tmp_path)
    read = path.read_bytes()
    assert read_tables(path, data=read) == read_tables(path)
    other = workbook(tmp_path, "other.xlsx").read_bytes()
    path.write_bytes(other + b" ")
    with pytest.raises(UnreadableError, match="changed while it was read") as raised:
        read_tables(path, data=read)
    assert raised.value.passing


def test_a_row_wider_than_any_table_is_refused_unless_it_is_asked_for() -> None:
    text = "code,statement\n" + ",".join("x" * (COLUMNS + 1)) + "\n"
    with pytest.raises(UnreadableError, match=r"16,385 columns in row 2"):
        read_delimited(text)
    assert len(read_delimited(text, widest=None).rows[1].cells) == COLUMNS + 1


def test_standards_take_merged_grades_and_say_which_sheet_was_left_out(tmp_path: Path) -> None:
    framework = read_framework(workbook(tmp_path))
    assert {s.code: s.grades for s in framework.standards} == dict.fromkeys(("3.OA.1", "3.OA.2", "3.NF.1"), ("3",))
    [problem] = framework.problems
    assert problem.code == "F303"
    assert "the sheet Old is hidden" in problem.message


def test_a_header_that_is_repeated_is_no_standard_and_a_sheet_names_its_grade(tmp_path: Path) -> None:
    path = tmp_path / "standards.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for grade in (3, 4):
            sheet = book.add_worksheet(f"Grade {grade}")
            rows = [["Code", "Standard"], [f"{grade}.A", "Add."], ["CODE", "Standard"], [f"{grade}.B", "Sort."]]
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
    framework = read_framework(path)
    assert {s.code: s.grades for s in framework.standards} == {
        "3.A": ("3",),
        "3.B": ("3",),
        "4.A": ("4",),
        "4.B": ("4",),
    }


@pytest.mark.parametrize("wrapped", ['{"data": [%s], "pagination": {"limit": 1}}', '{"at": "now", "standards": [%s]}'])
def test_records_may_be_wrapped_in_an_object(tmp_path: Path, wrapped: str) -> None:
    path = tmp_path / "api.json"
    path.write_text(wrapped % '{"code": "A.1", "description": "Add."}, {"code": "A.2", "description": "Sort."}')
    assert [s.code for s in read_framework(path).standards] == ["A.1", "A.2"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("head", ["sep=;\r\n", ""])
def test_labels_are_read_as_excel_saves_them(tmp_path: Path, encoding: str, head: str) -> None:
    path = tmp_path / "labels.csv"
    path.write_bytes(f"{head}file;lesson;codes\r\nunité 1.docx;Été;A.1|A.2\r\n".encode(encoding))
    [label] = read_labels(path)
    assert (label.file, label.lesson, label.codes) == ("unité 1.docx", "Été", {"A.1", "A.2"})


def test_labels_and_results_may_be_workbooks(tmp_path: Path) -> None:
    labels, results = tmp_path / "labels.xlsx", tmp_path / "items.xlsx"
    with xlsxwriter.Workbook(labels) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["file", "lesson", "codes"])
        sheet.merge_range(1, 0, 2, 0, "unit.docx")
        sheet.write_row(1, 1, ["1", "A.1"])
        sheet.write_row(2, 1, ["2", "A.2"])
    assert [(label.file, label.lesson) for label in read_labels(labels)] == [("unit.docx", "1"), ("unit.docx", "2")]
    with xlsxwriter.Workbook(results) as book:
        book.add_worksheet("About").write(0, 0, "Spring test")
        sheet = book.add_worksheet("Items")
        sheet.write_row(0, 0, ["Item #", "Standard", "Points", "N", "% Correct"])
        sheet.write_row(1, 0, ["1", "A.1", 1, 20, 60])
        sheet.write_row(2, 0, ["2", "A.1", 1, 1, 60])
    [result], [problem] = read_results(results)
    assert (result.item, result.standard_code, result.n, result.p_value) == ("1", "A.1", 20, 0.6)
    assert problem.place == "sheet Items, row 3"


def test_sheets_of_results_that_could_be_called_after_pupils_are_not_named(tmp_path: Path) -> None:
    path = tmp_path / "items.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Ada Day")
        sheet.write_row(0, 0, ["Item #", "Standard", "Points", "N", "% Correct"])
        sheet.write_row(1, 0, ["1", "A.1", 1, 1, 60])
        hidden = book.add_worksheet("Bo Nym")
        hidden.write(0, 0, "absent")
        hidden.hide()
    _, problems = read_results(path)
    assert [problem.place for problem in problems] == ["sheet 1, row 2", ""]
    assert "1 hidden sheet left out" in problems[1].message
    assert not any(name in str(problems) for name in ("Ada", "Nym"))


PROSE = {
    "cp1252": "Die Schüler zählen rückwärts \u2013 über Brüche, größer als ein Ganzes. Schöne Grüße, natürlich.",
    "mac_roman": "El estudiante explicará cómo las fracciones están. ¿Qué número? Niños, años, también ángulos, días.",
    "cp1250": "Uczniowie porównują ułamki o różnych mianownikach i wyjaśniają swoją odpowiedź. Żółta gęś, łąka.",
    "cp1251": "Учащиеся сравнивают дроби одинаковыми знаменателями и объясняют свой ответ.",
    "shift_jis": "生徒は分数を比べて、その答えを説明する。同じ大きさを表す分数について学びます。",
    "euc_kr": "학생들은 분수를 비교하고 그 답을 설명한다. 같은 크기를 나타내는 분수를 배운다.",
}


@pytest.mark.parametrize("encoding", PROSE)
def test_text_of_old_programs_is_read_as_it_was_meant(encoding: str) -> None:
    table = "Code;Statement\r\n" + "".join(f"A.{n};{part}\r\n" for n, part in enumerate(PROSE[encoding].split(".")))
    assert decode(table.encode(encoding)) == table


@pytest.mark.parametrize("mark", ["don\u2019t", "• Count", "3½ cups", "20 °C", "café", "K\u20132", "¾", "€6"])
def test_a_few_marks_are_those_of_windows(mark: str) -> None:
    text = f"Students compare fractions. {mark} and so on."
    assert decode(text.encode("cp1252")) == text


def test_what_a_page_declares_is_believed_only_where_utf_8_does_not_fit() -> None:
    page = '<html><head><meta charset="%s"></head><p>Дроби</p>'
    assert decode((page % "windows-1251").encode("cp1251")) == page % "windows-1251"
    assert decode((page % "windows-1251").encode()) == page % "windows-1251"


@given(st.binary(max_size=300))
def test_any_bytes_are_some_text(data: bytes) -> None:
    assert isinstance(decode(data), str)


def test_xml_keeps_or_leaves_off_namespaces() -> None:
    xml = '<x:a xmlns:x="urn:u" x:b="1"><x:c>é</x:c></x:a>'
    assert [node.tag for node in parse_xml(xml).iter()] == ["{urn:u}a", "{urn:u}c"]
    plain = parse_xml(xml, local_names=True)
    assert (plain.tag, plain.attrib, plain.findtext("c")) == ("a", {"b": "1"}, "é")
    assert parse_xml('<?xml version="1.0" encoding="iso-8859-1"?><a>é</a>'.encode("latin-1")).text == "é"


@pytest.mark.parametrize(
    ("xml", "said"),
    [
        ('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "document type"),
        ("<!DOCTYPE a><a/>".encode("utf-16"), "document type"),
        ("<a>" * 300 + "</a>" * 300, "nested more than"),
        ("<a><b></a>", "not valid XML at line 1"),
        ("", "not valid XML"),
        (b'<?xml version="1.0" encoding="no-such"?><a/>', "not valid XML"),
    ],
)
def test_xml_with_dangers_or_faults_is_refused_in_a_sentence(xml: str | bytes, said: str) -> None:
    with pytest.raises(UnreadableError, match=said):
        parse_xml(xml)
