"""Standards files that are broken or mean harm: each is read or refused in a sentence, quickly and in little memory."""

from __future__ import annotations

import contextlib
import io
import json
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from made_frameworks import edge, item, package, write, write_case

from curalign.errors import FrameworkError
from curalign.reading import read_district
from curalign.reading.frameworks import read_framework
from curalign.settings import ReadingSettings, Settings

DEEP = 100_000
BOMB = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'
OUTSIDE = '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/hostname">]><LearningStandards>&a;</LearningStandards>'


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"\0" * 5000, "is empty"),
        (random.Random(7).randbytes(5000), "is not text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "is not text"),
        (b"%PDF-1.7\n\x00\x01", "is a document for people to read"),
        (b"PK\x03\x04 no more than this", "is not a workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "is not a workbook"),
        (b"<!DOCTYPE html><html><body>Log in</body></html>", "is a web page"),
        (BOMB.encode(), "document type declaration"),
        (OUTSIDE.encode(), "document type declaration"),
        (b"<a>&unknown;</a>", "not valid XML"),
        (b"<a>" * DEEP, "nested more than"),
        (b"<LearningStandards><LearningStandardItem>", "not valid XML"),
        (b"<a/>", "holds no standards"),
        (b"[" * DEEP + b"]" * DEEP, "nested too deeply"),
        (b'{"a":' * DEEP + b"1" + b"}" * DEEP, "nested too deeply"),
        (b'{"CFItems": [' + b"9" * 10_000 + b"]}", "a number is too long"),
        (b'{"CFDocument": {"title"', "not valid JSON (line 1"),
        (b"[]", "holds no standards"),
        (b"{}", "holds no standards"),
        (b'code,statement\nA,"' + b"x" * 200_000 + b'"\n', "field larger"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(tmp_path: Path, content: bytes, said: str) -> None:
    path = write(tmp_path, "standards.csv.json", content)
    with pytest.raises(FrameworkError) as error:
        read_framework(path)
    assert said in str(error.value)
    assert str(error.value).startswith(str(path))
    assert "\n" not in str(error.value)


def test_a_file_that_is_not_there_a_folder_and_a_name_that_no_file_can_have(tmp_path: Path) -> None:
    for path, said in ((tmp_path / "none.csv", "is not there"), (tmp_path, "is a folder"), ("a\0b", "a")):
        with pytest.raises(FrameworkError, match=said):
            read_framework(path)


def test_markup_and_formulas_in_cells_stay_text(tmp_path: Path) -> None:
    text = 'code,statement\n=cmd|x!A1,"<script>alert(1)</script>"\n@SUM(1),{{ 7 * 7 }}\n'
    framework = read_framework(write(tmp_path, "standards.csv", text))
    assert [s.code for s in framework] == ["=cmd|x!A1", "@SUM(1)"]
    assert framework["=cmd|x!A1"].statement == "<script>alert(1)</script>"


def test_what_cannot_be_written_is_left_out(tmp_path: Path) -> None:
    text = json.dumps(package([item("a", "M.\u00001", fullStatement="one\ud800two\x1b[31m", note="\udfff")]))
    (standard,) = read_framework(write(tmp_path, "x.json", text))
    assert (standard.code, standard.statement) == ("M.1", "one\ufffdtwo[31m")
    json.dumps([standard.extra, standard.id], ensure_ascii=False).encode()


def test_nan_and_infinity_are_nothing(tmp_path: Path) -> None:
    text = '{"CFDocument": {"title": NaN}, "CFItems": [{"identifier": -Infinity, "fullStatement": "One"}]}'
    framework = read_framework(write(tmp_path, "x.json", text))
    assert [s.statement for s in framework] == ["One"]
    assert framework.sources[0].title == "x"


def test_a_long_chain_of_parents_and_a_wide_family(tmp_path: Path) -> None:
    size = 3000
    items = [item(f"i{n}") for n in range(2 * size)]
    chain = [edge(f"i{n + 1}", "isChildOf", f"i{n}") for n in range(size - 1)]
    family = [edge(f"i{n}", "isChildOf", "i0", sequenceNumber=-n) for n in range(size, 2 * size)]
    items[0]["educationLevel"] = ["03"]
    framework = read_framework(write_case(tmp_path, package(items, chain + family)))
    assert len(framework) == 2 * size
    assert {s.grades for s in framework} == {("3",)}


def test_a_circle_as_long_as_the_framework(tmp_path: Path) -> None:
    size = 3000
    rows = "".join(f"C{n},Statement {n},C{(n + 1) % size}\n" for n in range(size))
    framework = read_framework(write(tmp_path, "x.csv", "code,statement,parent\n" + rows))
    assert sum(s.parent is None for s in framework) == 1


def test_a_locked_workbook_says_so(tmp_path: Path) -> None:
    name = "EncryptedPackage".encode("utf-16-le")
    path = write(tmp_path, "x.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + name + bytes(448))
    with pytest.raises(FrameworkError, match="locked with a password; save a copy"):
        read_framework(path)


def test_one_cell_at_the_far_corner_is_refused_before_it_costs_memory(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Code", "Standard"])
        sheet.write(1_048_575, 16_383, "here")
    with pytest.raises(FrameworkError, match="a cell far outside the table"):
        read_framework(path)


def opendocument(rows: str) -> bytes:
    spaces = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    )
    header = "".join(
        f"<table:table-row>{''.join(f'{cell}{words}{end}' for words in line)}</table:table-row>"
        for cell, end in [('<table:table-cell office:value-type="string"><text:p>', "</text:p></table:table-cell>")]
        for line in (("Code", "Statement"), ("M.1", "Use a ruler"))
    )
    table = f'<table:table table:name="S">{header}{rows}</table:table>'
    body = f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
    content = f'<office:document-content {spaces} office:version="1.2">{body}</office:document-content>'
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", kind)
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr("content.xml", content)
    return out.getvalue()


def test_opendocument_rows_that_repeat_emptiness_cost_nothing(tmp_path: Path) -> None:
    cell = '<table:table-cell table:number-columns-repeated="16384"/>'
    empty = f'<table:table-row table:number-rows-repeated="1048574">{cell}</table:table-row>'
    assert len(read_framework(write(tmp_path, "x.ods", opendocument(empty)))) == 1


def test_opendocument_rows_that_repeat_a_value_a_billion_times_are_refused(tmp_path: Path) -> None:
    full = (
        '<table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="16384" '
        'office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>'
    )
    with pytest.raises(FrameworkError, match="a cell far outside the table"):
        read_framework(write(tmp_path, "x.ods", opendocument(full)))


def slow(path: Path) -> Path:
    """A workbook that takes seconds to read."""
    line = '<table:table-row><table:table-cell office:value-type="string"><text:p>a</text:p></table:table-cell>'
    path.write_bytes(opendocument(f"{line}</table:table-row>" * 1_000_000))
    return path


def hungry(path: Path) -> Path:
    """A workbook that unpacks into 300 MB."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("xl/workbook.xml", "xl/worksheets/sheet1.xml"):
            with archive.open(name, "w") as member:
                for _ in range(300 if "sheet" in name else 1):
                    member.write(b" " * 2**20)
    return path


@pytest.mark.parametrize(
    ("make", "name", "limits", "said"),
    [
        (slow, "slow.ods", ReadingSettings(seconds=1), "took longer than 1 seconds"),
        (hungry, "hungry.xlsx", ReadingSettings(megabytes=300), "memory"),
    ],
)
def test_a_workbook_past_its_time_or_memory_is_a_finding_and_the_district_is_read(
    tmp_path: Path, make: Callable[[Path], Path], name: str, limits: ReadingSettings, said: str
) -> None:
    for folder in ("standards", "curriculum"):
        (tmp_path / folder).mkdir()
    make(tmp_path / "standards" / name)
    write(tmp_path / "standards", "pond.csv", "code,statement\nM.1,Use a ruler\n")
    write(tmp_path / "curriculum", "unit.md", "# Unit 1\nPupils use a ruler.\n")
    district = read_district(tmp_path, Settings(reading=limits))
    assert [standard.code for standard in district.framework] == ["M.1"]
    assert district.materials[0].sections
    (problem,) = district.framework.problems
    assert (problem.code, problem.file) == ("F301", f"standards/{name}")
    assert said in problem.message


def test_a_workbook_that_unpacks_into_gigabytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(9):
            with archive.open(f"xl/worksheets/sheet{number}.xml", "w") as member:
                for _ in range(64):
                    member.write(bytes(2**20))
    with pytest.raises(FrameworkError, match="unpacks into far more"):
        read_framework(path)


def small_files() -> list[bytes]:
    """One good file of each kind, to break: three workbooks, then what is text."""
    book = io.BytesIO()
    with xlsxwriter.Workbook(book, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_row(0, 0, ["Code", "Standard", "Grade"])
        sheet.write_row(1, 0, ["M.1", "Use a ruler", 3])
    plain = io.BytesIO()
    with zipfile.ZipFile(book) as packed, zipfile.ZipFile(plain, "w") as unpacked:
        for name in packed.namelist():
            unpacked.writestr(name, packed.read(name))
    case = package([item("a", "M"), item("b", "M.1", educationLevel=["03"])], [edge("b", "isChildOf", "a")])
    inner = "<LearningStandardId>M.1</LearningStandardId><Description>Use a ruler</Description>"
    return [
        book.getvalue(),
        plain.getvalue(),
        opendocument(""),
        json.dumps(case).encode(),
        f"<InterchangeStandards><LearningStandard>{inner}</LearningStandard></InterchangeStandards>".encode(),
        b'code,statement,grades\nM.1,"Use a ruler",3\n',
    ]


FILES = small_files()


@given(data=st.data(), good=st.sampled_from(FILES[3:]))
def test_a_file_broken_anywhere_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, good: bytes
) -> None:
    is_read_or_refused(tmp_path_factory.getbasetemp(), data, good)


@settings(max_examples=25)  # each starts a process
@given(data=st.data(), good=st.sampled_from(FILES[:3]))
def test_a_workbook_broken_anywhere_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, good: bytes
) -> None:
    is_read_or_refused(tmp_path_factory.getbasetemp(), data, good)


def is_read_or_refused(folder: Path, data: st.DataObject, good: bytes) -> None:
    broken = bytearray(good)
    for _ in range(data.draw(st.integers(0, 5))):
        broken[data.draw(st.integers(0, len(broken) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(0, len(broken)))
    whole = data.draw(st.booleans())
    path = write(folder, "broken", bytes(broken if whole else broken[:end]))
    try:
        framework = read_framework(path)
    except FrameworkError:
        return
    assert len(framework.by_id) == len(framework) > 0


@given(content=st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = write(tmp_path_factory.getbasetemp(), "any", content)
    with contextlib.suppress(FrameworkError):
        read_framework(path)
