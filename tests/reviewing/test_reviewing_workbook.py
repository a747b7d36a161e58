"""A review by workbook: written out, filled in by somebody with a spreadsheet, read back, and read back again."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook
from reviewed_district import checked, district, recorded

from curalign.domain.questionnaire import CHOICES, COLUMNS, choice_called, sheet_name, title_of, word_for
from curalign.domain.reviews import Answer
from curalign.errors import RunError
from curalign.reporting import FORMATS, build_view
from curalign.reviewing.session import ReviewSession
from curalign.reviewing.workbook import Ignored, Imported, export_sheet, import_sheet
from curalign.settings import Settings
from curalign.wording import LANGUAGES

Rows = list[list[Any]]
SHEET = "Review"


@pytest.fixture
def session(tmp_path: Path) -> ReviewSession:
    return ReviewSession(tmp_path, checked(district(), tmp_path), Settings())


def rows_of(content: bytes, sheet: str = SHEET) -> Rows:
    return CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name(sheet).to_python()


def save(path: Path, rows: Rows, sheet: str = SHEET) -> Path:
    """What somebody's spreadsheet program saves."""
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet("Summary").write(0, 0, "standard")
        page = book.add_worksheet(sheet)
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                page.write(at, column, cell)
    return path


@pytest.fixture
def filled(session: ReviewSession, tmp_path: Path) -> Callable[..., Path]:
    """Fills cells in: for each row from 1 up, what stands in its columns."""
    blank = rows_of(export_sheet(session))

    def fill(*rows: dict[str, Any]) -> Path:
        sheet = [list(row) for row in blank]
        for row, cells in zip(sheet[1:], rows, strict=False):
            for name, cell in cells.items():
                row[COLUMNS.index(name)] = cell
        return save(tmp_path / "back.xlsx", sheet)

    return fill


def test_the_sheet_asks_what_the_page_asks_and_tells_no_more(session: ReviewSession) -> None:
    header, *rows = rows_of(export_sheet(session))
    assert tuple(header) == COLUMNS
    reviews = session.read()
    asked = [item.subject for item in (*session.numbers(reviews), *session.doubts)]
    assert [(row[-2], row[-1]) for row in rows] == asked
    assert {row[COLUMNS.index("machine")] for row in rows} == {""}, "it is blind"
    assert {row[COLUMNS.index("answer")] for row in rows} == {""}


def test_what_was_filled_in_is_recorded_once(
    session: ReviewSession, filled: Callable[..., Path], tmp_path: Path
) -> None:
    ana = {"reviewer": "Ana", "answer": "yes", "note": "Unit 3", "depth": 2}
    book = filled(ana, {"reviewer": "Ben", "answer": "Cannot tell"}, {})
    assert import_sheet(session, book) == Imported(2, 0, 0, ())
    assert import_sheet(session, book) == Imported(0, 0, 2, ())
    said = recorded(tmp_path).standing
    assert [(r.reviewer, r.answer, r.note, r.depth) for r in said] == [
        ("Ana", Answer.YES, "Unit 3", 2),
        ("Ben", Answer.CANNOT_TELL, "", 0),
    ]
    again = filled({**ana, "answer": "no"}, {"answer": "partly"})
    assert import_sheet(session, again, "Ben") == Imported(0, 2, 0, ())
    assert {r.reviewer: r.answer for r in recorded(tmp_path).standing} == {"Ana": Answer.NO, "Ben": Answer.PARTLY}


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ({"answer": "maybe", "reviewer": "Ana"}, "answer"),
        ({"answer": "yes"}, "reviewer"),
        ({"answer": "yes", "reviewer": "Ana", "standard_id": "gone"}, "standard"),
        ({"answer": "yes", "reviewer": "Ana", "passage_id": "gone"}, "passage"),
        ({"answer": "yes", "reviewer": "Ana", "kind": "pd"}, "kind"),
        ({"answer": "yes", "reviewer": "Ana", "strength": "huge"}, "strength"),
        ({"answer": "yes", "reviewer": "Ana", "stage": "king"}, "stage"),
        ({"answer": "yes", "reviewer": "Ana", "depth": 7}, "depth"),
    ],
)
def test_a_row_that_makes_no_sense_is_told_with_its_place_and_stops_no_other(
    session: ReviewSession, filled: Callable[..., Path], tmp_path: Path, cells: dict[str, Any], why: str
) -> None:
    found = import_sheet(session, filled(cells, {"answer": "no", "reviewer": "Ana"}))
    assert (found.new, found.ignored) == (1, (Ignored("sheet Review, row 2", why),))
    assert len(recorded(tmp_path).standing) == 1


def test_what_the_machine_said_there_is_nobodys_answer(session: ReviewSession, filled: Callable[..., Path]) -> None:
    assert import_sheet(session, filled({"machine": "yes", "reviewer": "Ana"})) == Imported(0, 0, 0, ())


def test_a_workbook_without_the_sheet_is_refused_with_how_to_get_one(session: ReviewSession, tmp_path: Path) -> None:
    other = save(tmp_path / "other.xlsx", [["a", "b"]], "Elsewhere")
    with pytest.raises(RunError, match=r"other\.xlsx: has no sheet Review .*--export"):
        import_sheet(session, other)
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04" + b"\x00" * 100)
    with pytest.raises(RunError, match=r"broken\.xlsx"):
        import_sheet(session, broken)


def test_the_sheet_of_a_report_is_read_as_well(session: ReviewSession, tmp_path: Path) -> None:
    found = checked(district(), tmp_path)
    view = build_view(found.shown, found.findings, district="Pond Hill", run=found.run.id)
    blank = rows_of(FORMATS["xlsx"](view))
    assert tuple(blank[0]) == COLUMNS
    for row in blank[1:]:
        row[COLUMNS.index("answer")], row[COLUMNS.index("reviewer")] = "no", "Ana"
    came = import_sheet(session, save(tmp_path / "report.xlsx", blank))
    assert (came.new, came.ignored) == (len(blank) - 1, ())
    assert all(review.quoted for review in recorded(tmp_path).standing)


def test_a_sheet_in_spanish_is_read_back_as_one_in_english(session: ReviewSession, tmp_path: Path) -> None:
    english = rows_of(export_sheet(session))
    header, *rows = rows_of(export_sheet(session, language="es"), sheet_name("es"))
    assert header == [title_of(name, "es") for name in COLUMNS]
    assert [row[-2:] for row in rows] == [row[-2:] for row in english[1:]]
    choices = {"answer": "partly", "strength": "partial", "stage": "note", "note": "nota"}
    for name, choice in choices.items():
        rows[0][COLUMNS.index(name)] = word_for(name, choice, "es")
    rows[1][COLUMNS.index("answer")] = "NO SE SABE"
    rows[2][COLUMNS.index("answer")] = "quizá"
    found = import_sheet(session, save(tmp_path / "vuelta.xlsx", [header, *rows], sheet_name("es")), "Ana")
    assert found == Imported(2, 0, 0, (Ignored("sheet Revisión, row 4", "answer"),))
    said = {(r.answer, r.strength, r.stage, r.note) for r in recorded(tmp_path).standing}
    assert said == {(Answer.PARTLY, "partial", "note", "nota"), (Answer.CANNOT_TELL, "", "", "")}


def test_every_word_of_the_sheet_is_told_from_the_others_of_its_column_in_every_language() -> None:
    for language in LANGUAGES:
        assert len({title_of(name, language) for name in COLUMNS}) == len(COLUMNS)
        for name, choices in CHOICES.items():
            words = [word_for(name, choice, language) for choice in choices]
            assert [choice_called(name, word) for word in words] == list(choices)
            assert not any("," in word for word in words), "they stand in one list"
