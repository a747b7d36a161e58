"""PlanView -> a workbook: the plan, the gaps that it closes, what is forgone, and the priorities."""

from __future__ import annotations

from datetime import datetime

from curalign.reporting.tables.cells import Column, Pen, make_book
from curalign.reporting.view.plan import ForgoneRow, GapRow, PlanView, SessionRow, moment
from curalign.reporting.view.priorities import PriorityRow
from curalign.wording import say

_Gap = tuple[SessionRow, GapRow]


def plan_to_xlsx(view: PlanView, _: datetime | None = None) -> bytes:
    """Write a plan as an Excel workbook.

    Args:
        view: What is shown.

    Returns:
        The bytes of an XLSX file, the same for the same plan.

    """
    titles = _Titles(view.language)

    def write_sheets(pen: Pen) -> None:
        _summary(view, pen, titles)
        gaps = [(session, gap) for session in view.sessions for gap in session.gaps]
        pen.whole_sheet(titles.say("sheet-gaps"), titles.gaps(), gaps, held=1, pages=1)
        pen.whole_sheet(titles.say("sheet-forgone"), titles.forgone(), view.forgone, held=1, pages=1)
        if view.priorities is not None:
            pen.whole_sheet(titles.say("sheet-priorities"), titles.priorities(), view.priorities.rows, held=2, pages=1)

    return make_book(view.title, view.language, write_sheets)


def _summary(view: PlanView, pen: Pen, titles: _Titles) -> None:
    columns = titles.sessions()
    sheet = pen.sheet(titles.say("sheet-plan"), [column.width for column in columns])
    pen.write(sheet, 0, 0, view.title, "title")
    row = 1
    for sentence in view.summary:
        pen.write(sheet, row, 0, sentence)
        row += 1
    row = pen.table(sheet, columns, view.sessions, row + 1) + 1
    for sentence in (*view.steps, *view.sure, *view.notes):
        pen.write(sheet, row, 0, sentence)
        row += 1


class _Titles:
    """The columns of each sheet, under titles in the language of the plan."""

    def __init__(self, language: str) -> None:
        self._language = language

    def say(self, sentence: str) -> str:
        return say(sentence, language=self._language)

    def sessions(self) -> list[Column[SessionRow]]:
        return [
            Column(self.say("column-session"), 40, lambda row: row.title, "label"),
            Column(self.say("column-hours"), 8, lambda row: row.hours, "probability"),
            Column(self.say("column-cost"), 10, lambda row: row.cost, "probability"),
            Column(self.say("column-schools"), 18, lambda row: ", ".join(row.schools), "wrapped"),
            Column(self.say("column-day"), 18, lambda row: moment(row.starts)),
            Column(self.say("column-pupils"), 10, lambda row: row.pupils, "number"),
            Column(self.say("column-per-hour"), 10, lambda row: row.per_hour, "number"),
            Column(self.say("column-kept"), 12, lambda row: row.kept, "probability"),
        ]

    def gaps(self) -> list[Column[_Gap]]:
        return [
            Column(self.say("column-session"), 40, lambda row: row[0].title, "label"),
            Column(self.say("column-standard"), 16, lambda row: row[1].code),
            Column(self.say("column-statement"), 60, lambda row: row[1].statement, "wrapped"),
            Column(self.say("column-schools"), 18, lambda row: ", ".join(row[1].schools), "wrapped"),
            Column(self.say("column-pupils"), 10, lambda row: row[1].pupils, "number"),
            Column(self.say("column-supports"), 14, lambda row: row[1].supports, "probability"),
        ]

    def forgone(self) -> list[Column[ForgoneRow]]:
        return [
            Column(self.say("column-session"), 40, lambda row: row.title, "label"),
            Column(self.say("column-hours"), 8, lambda row: row.hours, "probability"),
            Column(self.say("column-cost"), 10, lambda row: row.cost, "probability"),
            Column(self.say("column-adds"), 12, lambda row: row.adds, "number"),
            Column(self.say("column-kept"), 12, lambda row: row.kept, "probability"),
            Column(self.say("column-why"), 60, lambda row: row.why, "wrapped"),
            Column(self.say("column-covers"), 40, lambda row: ", ".join(row.covers), "wrapped"),
        ]

    def priorities(self) -> list[Column[PriorityRow]]:
        return [
            Column(self.say("column-rank"), 6, lambda row: row.rank, "number"),
            Column(self.say("column-standard"), 16, lambda row: row.code, "label"),
            Column(self.say("column-statement"), 60, lambda row: row.statement, "wrapped"),
            Column(self.say("column-priority"), 10, lambda row: row.product.value, "number"),
            Column(self.say("column-gap"), 8, lambda row: row.gap.value, "probability"),
            Column(self.say("column-need"), 8, lambda row: row.need.value, "probability"),
            Column(self.say("column-reach"), 8, lambda row: row.reach.value, "number"),
            Column(self.say("column-verdict"), 40, lambda row: row.why, "wrapped"),
            Column(self.say("column-rank-between"), 12, lambda row: f"{row.ranks[0]}-{row.ranks[1]}"),
            Column(self.say("column-first-five"), 10, lambda row: row.top_5, "probability"),
            Column(self.say("column-first-ten"), 10, lambda row: row.top_10, "probability"),
        ]
