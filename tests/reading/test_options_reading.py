"""Tables of sessions as districts write them, and what PD documents state of themselves."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
import xlsxwriter
from sample_districts import write_district

from curalign.errors import UnreadableError
from curalign.reading.options import find_options, find_stated, read_options
from curalign.settings import DistrictSettings, Settings

HEADER = "title,hours,cost,audience,grades,capacity,schools,prerequisites,block,date,text\n"


def read(tmp_path: Path, text: str) -> tuple[list, list]:
    file = tmp_path / "options.csv"
    file.write_text(text, encoding="utf-8")
    options, problems = read_options(file)
    return list(options), list(problems)


def test_a_row_is_a_session_with_all_that_it_says(tmp_path: Path) -> None:
    row = 'Fractions,6,"$1,200",Grade 5 teachers,,24,north; river,Basics | More,August,2027-08-12 08:30,Fold paper.\n'
    (option,), problems = read(tmp_path, HEADER + row)
    assert problems == []
    assert (option.title, option.hours, option.cost, option.text) == ("Fractions", 6.0, 1200.0, "Fold paper.")
    assert (option.grades, option.capacity, option.schools) == (("5",), 24, ("north", "river"))
    assert (option.requires, option.block) == (("Basics", "More"), "August")
    assert option.starts == datetime(2027, 8, 12, 8, 30)
    assert option.place == "options.csv, row 2"


def test_only_title_hours_and_text_are_needed_and_a_cost_that_is_not_stated_is_known(tmp_path: Path) -> None:
    (option,), _ = read(tmp_path, "Catalogue of our region\nSession;Duration;Description\nA;2,5 h;Fold paper\n")
    assert (option.hours, option.cost, option.cost_stated, option.schools) == (2.5, 0.0, False, ())


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ("A,two days,10,,,,,,,,x", "under hours; write a number"),
        ("A,6,a lot,,,,,,,,x", "under cost; write a number"),
        ("A,6,10,,,many,,,,,x", "under capacity; write a number"),
        ("A,6,10,,,,,,,next week,x", "under date; write year-month-day"),
        ("A,6,10,,,,,,,,", "nothing under text"),
        (",6,10,,,,,,,,x", "nothing under title"),
    ],
)
def test_a_row_that_cannot_be_understood_is_told_and_the_others_are_read(tmp_path: Path, cells: str, told: str) -> None:
    options, (problem,) = read(tmp_path, f"{HEADER}{cells}\nB,2,5,,,,,,,,y\n")
    assert [option.title for option in options] == ["B"]
    assert told in problem.message
    assert problem.place == "row 2"


def test_a_title_that_stands_twice_is_told(tmp_path: Path) -> None:
    options, (problem,) = read(tmp_path, f"{HEADER}A,2,5,,,,,,,,y\na,3,5,,,,,,,,z\n")
    assert [option.hours for option in options] == [2]
    assert "earlier row" in problem.message


def test_a_table_without_the_columns_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="no column hours"):
        read(tmp_path, "title,text\nA,b\n")


def test_a_workbook_is_read_as_well(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "options.xlsx")) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate((("Workshop", "Hours", "Cost", "Description"), ("A", 3, 250.5, "Fold paper"))):
            sheet.write_row(at, 0, row)
    (option,), problems = read_options(tmp_path / "options.xlsx")
    assert (option.title, option.hours, option.cost, problems) == ("A", 3.0, 250.5, ())


def test_the_table_lies_in_the_pd_folder_and_is_no_pd(tmp_path: Path) -> None:
    from curalign.reading import survey_district

    folder = write_district(
        tmp_path / "d",
        {
            "standards/s.csv": "code,statement\nS.1,Fold paper\n",
            "curriculum/u.md": "# Unit\n\nFold paper.\n",
            "pd/Options.csv": HEADER,
            "pd/more/options.csv": HEADER,
        },
    )
    assert find_options(folder, DistrictSettings()) == folder / "pd" / "Options.csv"
    survey = survey_district(folder, Settings())
    assert [m.path for m in survey.materials] == ["curriculum/u.md", "pd/more/options.csv"]
    (note,) = [p for p in survey.problems if p.file == "pd/Options.csv"]
    assert "curalign plan" in note.message


@pytest.mark.parametrize(
    ("text", "hours", "cost"),
    [
        ("This 6-hour, $1,200 workshop covers two of them.", 6, 1200),
        ("Three sessions of two hours for teachers of grade 4.", 6, None),
        ("Three clock hours. Coffee by the parents.", 3, None),
        ("Stand up once an hour. Un-post within an hour.", None, None),
        ("$40 per person, $900 for the room", None, 900),
        ("2.5 hours; then 1 hour more", 2.5, None),
        ("Pages 6 and 1200", None, None),
    ],
)
def test_hours_and_cost_are_found_where_a_document_states_them(
    text: str, hours: float | None, cost: float | None
) -> None:
    stated = find_stated([text])
    assert (stated.hours, stated.cost) == (hours, cost)
    assert (stated.hours is None) == (stated.hours_as == "")
    assert stated.hours_as in text
