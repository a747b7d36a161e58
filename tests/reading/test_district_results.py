"""Item analyses over groups are read, pupil-level tables are refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curalign.domain.results import Result
from curalign.reading.results import COLUMNS, read_results

HEAD = ",".join(COLUMNS)


def read(folder: Path, text: str | bytes) -> tuple[tuple[Result, ...], list[str]]:
    path = folder / "items.csv"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    results, problems = read_results(path, "results/items.csv")
    assert all(problem.code == "F301" and problem.file == "results/items.csv" for problem in problems)
    return results, [f"{problem.place}: {problem.message}" for problem in problems]


def test_a_table_of_items_is_read(tmp_path: Path) -> None:
    results, problems = read(tmp_path, f"{HEAD}\nq1,3.A,2,120,0.62,Grade 3\nq2, 3.B ,1,118,1,\n")
    assert results == (Result("q1", "3.A", 2.0, 120, 0.62, "Grade 3"), Result("q2", "3.B", 1.0, 118, 1.0))
    assert problems == []


def test_columns_come_in_any_order_case_encoding_and_separator(tmp_path: Path) -> None:
    text = "P_Value;N;Max_Points;Standard_Code;Item_ID;Extra\n0.5;10;1;3.A;Caf\xe9;x\n"
    results, problems = read(tmp_path, text.encode("cp1252"))
    assert results == (Result("Café", "3.A", 1.0, 10, 0.5),)
    assert problems == []


def test_a_testing_tools_own_export(tmp_path: Path) -> None:
    header = "Spring test,,,,\n\nItem #,Standard,Points Possible,# Students,% Correct\n"
    results, problems = read(tmp_path, f'{header}1,"3.A; 3.B",2,"1,204",62.5%\n2,3.C,1,90,7%\n')
    assert results == (
        Result("1", "3.A", 2.0, 1204, 0.625, standards=2),
        Result("1", "3.B", 2.0, 1204, 0.625, standards=2),
        Result("2", "3.C", 1.0, 90, 0.07),
    )
    assert problems == []


@pytest.mark.parametrize(
    ("header", "cells", "shares"),
    [
        ("p_value", ("62%", "7 %"), [0.62, 0.07]),
        ("% correct", ("62", "1"), [0.62, 0.01]),
        ("% correct", ("0.62", "1"), [0.62, 1.0]),
    ],
)
def test_percentages_by_their_sign_or_their_header(
    tmp_path: Path, header: str, cells: tuple[str, ...], shares: list[float]
) -> None:
    rows = "".join(f"q{at},3.A,1,50,{cell}\n" for at, cell in enumerate(cells))
    results, problems = read(tmp_path, f"item_id,standard_code,max_points,n,{header}\n{rows}")
    assert [result.p_value for result in results] == shares
    assert problems == []


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "cp1252"])
def test_as_a_european_excel_saves_it(tmp_path: Path, encoding: str) -> None:
    text = "item_id;standard_code;max_points;n;p_value\r\nCaf\xe9;3.A;1,5;10;0,5\r\n"
    results, problems = read(tmp_path, text.encode(encoding))
    assert results == (Result("Café", "3.A", 1.5, 10, 0.5),)
    assert problems == []


def test_a_row_that_stands_there_twice_counts_once(tmp_path: Path) -> None:
    results, problems = read(tmp_path, f"{HEAD}\nq1,3.A,2,120,0.62,\nq1,3.A,2,120,0.62,\n")
    assert results == (Result("q1", "3.A", 2.0, 120, 0.62),)
    assert problems == ["line 3: the same result stands on a line above; the row was left out."]


@pytest.mark.parametrize(
    "column",
    ["student", "Student ID", "pupil_name", "name", "Last Name", "id", "SSID", "learner", "email", "birth date"],
)
def test_a_table_of_pupils_is_refused_whole(tmp_path: Path, column: str) -> None:
    results, problems = read(tmp_path, f"{HEAD},{column}\nq1,3.A,2,120,0.62,A,someone\n")
    assert results == ()
    assert "results are read per group only" in problems[0]
    assert "someone" not in problems[0]


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("q1,3.A,2,120,1.2,", "p_value must be from 0 to 1"),
        ("q1,3.A,2,120,nan,", "p_value must be a number"),
        ("q1,3.A,2,many,0.5,", "n must be a number and is none"),
        ("q1,3.A,2,1.5,0.5,", "n a whole number"),
        ("q1,3.A,2,12,62,", "or a percentage with its sign"),
        ("q1,3.A,2,1,0.5,", "fewer than 2 pupils are no group"),
        ("q1,3.A,0,12,0.5,", "max_points must be above 0"),
        (",3.A,2,12,0.5,", "must not be empty"),
        ("q1", "must be a number"),
    ],
)
def test_a_bad_row_is_left_out_and_named(tmp_path: Path, row: str, says: str) -> None:
    results, problems = read(tmp_path, f"{HEAD}\n{row}\nq2,3.B,1,118,0.4,\n")
    assert [result.item for result in results] == ["q2"]
    assert says in problems[0]
    assert problems[0].startswith("line 2: ")


def test_a_missing_column_an_empty_file_and_a_missing_file_say_so(tmp_path: Path) -> None:
    assert "lacks the column 'p_value'" in read(tmp_path, "item_id,standard_code,max_points,n\n")[1][0]
    assert "is empty" in read(tmp_path, "")[1][0]
    assert "cannot be opened" in read_results(tmp_path / "gone.csv")[1][0].message


@given(data=st.binary(max_size=300))
def test_any_bytes_end_as_results_or_problems(data: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes(data)
    results, problems = read_results(path)
    assert results or problems
    path.write_bytes(HEAD.encode() + b"\n" + data)
    read_results(path)
