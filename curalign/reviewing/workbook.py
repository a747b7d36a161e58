"""A review without the page: the questions as a sheet with drop-downs, and what came back of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from curalign.domain.materials import Kind, Passage, Role
from curalign.domain.questionnaire import CHOICES, sheet_name, word_for
from curalign.domain.reviews import Answer, Review, Round
from curalign.reading.answers import AnswerRow, read_answers
from curalign.reporting.tables.cells import Pen, make_book
from curalign.reporting.tables.sheets.review import columns_for_review
from curalign.reporting.view.plain import printable
from curalign.reviewing.session import Item, ReviewSession
from curalign.wording import ENGLISH


def export_sheet(session: ReviewSession, reviewer: str = "", language: str = ENGLISH) -> bytes:
    """Write what is to be answered as a workbook.

    Args:
        session: The review. Standards are drawn where none are yet.
        reviewer: Who will fill it in; what they answered already stands in it, and nobody else's answers do.
        language: The language of titles and choices; answers are read back in any.

    Returns:
        The bytes of an XLSX file with the sheet Review: the standards that were drawn, then the worst doubts.

    Raises:
        RunError: Standards must be drawn, and that cannot be recorded.

    """
    reviews = session.draw(session.read())
    items = (*session.numbers(reviews), *session.doubts)
    own = {r.subject: r for r in reviews.standing if r.reviewer == reviewer and r.round is Round.ALONE}
    columns, name = columns_for_review(_cells(session, own, reviewer, language), language), sheet_name(language)

    def write_sheet(pen: Pen) -> None:
        pen.whole_sheet(name, columns, items, held=1, pages=2)

    return make_book(printable(session.district), language, write_sheet, head=name)


def _cells(
    session: ReviewSession, own: Mapping[tuple[str, str], Review], reviewer: str, language: str
) -> dict[str, Callable[[Item], str]]:
    """What stands in each column about an item: `machine` only where the reviewer may know it."""

    def shown(column: str, value: object) -> str:
        return printable(word_for(column, str(value), language))

    def of_passage(column: str, ask: Callable[[Passage], str]) -> Callable[[Item], str]:
        return lambda item: shown(column, ask(item.passages[0].passage)) if item.passages else ""

    def of_answer(column: str, ask: Callable[[Review], object]) -> Callable[[Item], str]:
        return lambda item: shown(column, ask(own[item.subject])) if item.subject in own else ""

    def machine(item: Item) -> str:
        blind = session.settings.blind and item.subject not in own
        return "" if blind else shown("answer", session.machine(item))

    return {
        "standard": lambda item: printable(item.standard.code),
        "statement": lambda item: printable(item.standard.statement),
        "kind": of_passage("kind", lambda passage: str(passage.material.kind)),
        "file": of_passage("file", lambda passage: passage.material.path),
        "place": of_passage("place", lambda passage: passage.place.in_language(language)),
        "quote": of_passage("quote", lambda passage: passage.text),
        "machine": machine,
        "answer": of_answer("answer", lambda review: review.answer),
        "strength": of_answer("strength", lambda review: review.strength),
        "stage": of_answer("stage", lambda review: review.stage),
        "depth": of_answer("depth", lambda review: review.depth or ""),
        "challenge": of_answer("challenge", lambda review: review.challenge),
        "note": of_answer("note", lambda review: review.note),
        "reviewer": lambda _: printable(reviewer),
        "standard_id": lambda item: item.standard.id,
        "passage_id": lambda item: item.about,
    }


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
        ("strength", strength in ("", *CHOICES["strength"])),
        ("stage", stage in ("", *Role)),
        ("depth", depth in ("0", *CHOICES["depth"])),
    )
    return next(_failed(checks), "")


def _failed(checks: Iterable[tuple[str, bool]]) -> Iterator[str]:
    return (name for name, is_right in checks if not is_right)
