"""A review without the page: the questions as a sheet with drop-downs, and what came back of it."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from curalign.domain.materials import Kind, Role
from curalign.domain.reviews import Answer, Review, Round
from curalign.reading.answers import COLUMNS, SHEET, AnswerRow, read_answers
from curalign.reporting.tables.cells import Pen
from curalign.reporting.view.plain import printable
from curalign.reviewing.session import Item, ReviewSession
from curalign.wording import Facts, say

_WIDTHS = (16, 50, 8, 28, 28, 60, 12, 12, 12, 14, 8, 24, 40, 16, 10, 10)
_YOURS = frozenset(("answer", "strength", "stage", "depth", "challenge", "note", "reviewer"))
_STRENGTHS = ("full", "partial", "none")
_CREATED = datetime(1980, 1, 1)  # the same questions give the same bytes


def export_sheet(session: ReviewSession, reviewer: str = "") -> bytes:
    """Write what is to be answered as a workbook.

    Args:
        session: The review. Standards are drawn where none are yet.
        reviewer: Who will fill it in; what they answered already stands in it, and nobody else's answers do.

    Returns:
        The bytes of an XLSX file with the sheet Review: the standards that were drawn, then the worst doubts.

    Raises:
        RunError: Standards must be drawn, and that cannot be recorded.

    """
    import xlsxwriter

    reviews = session.draw(session.read())
    items = (*session.numbers(reviews), *session.doubts)
    own = {r.subject: r for r in reviews.standing if r.reviewer == reviewer and r.round is Round.ALONE}
    page = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(page, options) as book:
        book.set_properties({"title": printable(session.district), "created": _CREATED})
        pen = Pen(book, SHEET, say("table-page", Facts(page="&P", pages="&N")))
        sheet = pen.sheet(SHEET, _WIDTHS, pages=2)
        for at, name in enumerate(COLUMNS):
            pen.write(sheet, 0, at, name, "header")
        for row, item in enumerate(items, 1):
            for at, (name, cell) in enumerate(zip(COLUMNS, _cells(session, item, own, reviewer), strict=True)):
                pen.write(sheet, row, at, cell, "yours" if name in _YOURS else "wrapped")
        _finish(sheet, len(items))
    return page.getvalue()


def _cells(
    session: ReviewSession, item: Item, own: dict[tuple[str, str], Review], reviewer: str
) -> tuple[str | None, ...]:
    passage = item.passages[0].passage if item.passages else None
    said = own.get(item.subject)
    machine = "" if session.settings.blind and said is None else str(session.machine(item))
    standard = item.standard
    seen = ("", "", "", "")
    if passage is not None:
        seen = (str(passage.material.kind), passage.material.path, str(passage.place), passage.text)
    depth = str(said.depth) if said is not None and said.depth else ""
    yours = ("",) * 6 if said is None else (said.answer, said.strength, said.stage, depth, said.challenge, said.note)
    cells = (standard.code, standard.statement, *seen, machine, *yours, reviewer)
    return (*(printable(str(cell)) for cell in cells), standard.id, item.about)


def _finish(sheet: Any, rows: int) -> None:
    """What makes it easy to fill in: drop-downs, a filter, titles that stay, and columns nobody needs hidden."""
    lists: dict[str, Sequence[str]] = {
        "answer": [str(answer) for answer in Answer],
        "strength": _STRENGTHS,
        "stage": [str(role) for role in Role if role.is_evidence],
        "depth": ["1", "2", "3", "4"],
    }
    for name, choices in lists.items():
        at = COLUMNS.index(name)
        sheet.data_validation(1, at, max(rows, 1), at, {"validate": "list", "source": list(choices)})
    for at in (len(COLUMNS) - 2, len(COLUMNS) - 1):
        sheet.set_column(at, at, None, None, {"hidden": True})
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(rows, 1), len(COLUMNS) - 1)


@dataclass(frozen=True, slots=True)
class Ignored:
    """A row that was left alone, and why: answer, reviewer, standard, passage, kind, stage, strength or depth."""

    place: str
    why: str


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a sheet: answers that are new, that changed, that were recorded already, and rows left alone."""

    new: int
    changed: int
    same: int
    ignored: tuple[Ignored, ...]


def import_sheet(session: ReviewSession, path: Path, reviewer: str = "") -> Imported:
    """Record what people wrote into a sheet; the same sheet twice changes nothing.

    Args:
        session: The review.
        path: The workbook.
        reviewer: Whose answers they are, where a row does not say.

    Returns:
        What was new and changed, and each row that was ignored, with why.

    Raises:
        RunError: The workbook cannot be read, or nothing can be recorded.

    """
    rows = read_answers(path)
    reviews = session.read()
    now = datetime.now(UTC)
    new, changed, same, ignored = [], [], 0, []
    before = {(r.reviewer, r.subject): r for r in reviews.standing if r.round is Round.ALONE}
    for row in rows:
        review = _review(session, row, reviewer, now)
        if isinstance(review, str):
            ignored.append(Ignored(row.place, review))
            continue
        known = before.get((review.reviewer, review.subject))
        if known is None:
            new.append(review)
        elif _said(known) == _said(review):
            same += 1
        else:
            changed.append(review)
        before[review.reviewer, review.subject] = review
    session.record_all((*new, *changed))
    return Imported(len(new), len(changed), same, tuple(ignored))


def _said(review: Review) -> tuple[object, ...]:
    return review.answer, review.strength, review.stage, review.depth, review.challenge, review.note


def _review(session: ReviewSession, row: AnswerRow, reviewer: str, now: datetime) -> Review | str:
    """The answer of a row, or why there is none."""
    who = row.text("reviewer") or reviewer
    answer = row.text("answer").lower().replace(" ", "_")
    depth, stage, strength = row.text("depth") or "0", row.text("stage").lower(), row.text("strength").lower()
    wrong = _first_wrong(session, row, who, answer, (strength, stage, depth))
    if wrong:
        return wrong
    return Review(
        who,
        now,
        Answer(answer),
        standard=row.text("standard_id"),
        passage=row.text("passage_id"),
        note=row.text("note"),
        strength=strength,
        stage=stage,
        depth=int(depth),
        challenge=row.text("challenge"),
    )


def _first_wrong(session: ReviewSession, row: AnswerRow, who: str, answer: str, more: tuple[str, str, str]) -> str:
    strength, stage, depth = more
    checks: Iterable[tuple[str, bool]] = (
        ("answer", answer in set(Answer)),
        ("reviewer", bool(who)),
        ("standard", row.text("standard_id") in session.alignment.framework.by_id),
        ("passage", not row.text("passage_id") or session.knows(row.text("passage_id"))),
        ("kind", bool(row.text("passage_id")) or row.text("kind").lower() != Kind.PD),
        ("strength", strength in ("", *_STRENGTHS)),
        ("stage", stage in ("", *Role)),
        ("depth", depth in ("0", "1", "2", "3", "4")),
    )
    return next(_failed(checks), "")


def _failed(checks: Iterable[tuple[str, bool]]) -> Iterator[str]:
    return (name for name, is_right in checks if not is_right)
