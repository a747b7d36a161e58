"""The sheet to review on, which is read back: passages beside standards, the worst doubts first, and room to answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from curalign.domain.links import Strength
from curalign.domain.materials import Kind, Role
from curalign.domain.reviews import Answer
from curalign.domain.verdicts import VERY_SURE, Verdict
from curalign.reporting.tables.sheets.cells import Cell, Choices, Column, Pen
from curalign.reporting.tables.speaking import Say
from curalign.reporting.view import Citation, StandardRow, Support, View, words
from curalign.wording import chance

SHEET = "Review"
REVIEWERS = "Reviewers"
"""The names that can be chosen; people write them once, on the sheet about the method."""
_PASSAGES = 3
"""Passages that are asked about where a standard is in doubt; otherwise it is the best one alone."""


class Question(NamedTuple):
    """Whether a passage teaches a standard (PD: supports it); without a passage, whether any document does."""

    row: StandardRow
    kind: Kind
    support: Support
    link: Citation | None


def write_review(view: View, pen: Pen, say: Say) -> None:
    """A row for each question, in the shape that reviews are read back from."""
    pen.whole_sheet(SHEET, _columns(view, say), questions(view), held=1, pages=1)


def questions(view: View) -> list[Question]:
    """What is asked of each counted standard and kind of document, what is least certain first."""
    asked = [
        (_certainty(support), row, kind, support)
        for kind in view.kinds
        for row in view.counted
        if (support := row.support(kind)) is not None
    ]
    asked.sort(key=lambda one: one[0])  # those that are as certain stay in the framework's order
    return [question for _, row, kind, support in asked for question in _about(row, kind, support)]


def _certainty(support: Support) -> float:
    """From 0, where nobody could say; past 0.5 where there is nothing to look at."""
    if support.verdict is Verdict.NO_DOCUMENTS or support.strength is Strength.UNKNOWN:
        return 1.0
    said = support.taught if support.taught is not None else support.probability
    return abs((said or 0.0) - 0.5)


def _about(row: StandardRow, kind: Kind, support: Support) -> Iterator[Question]:
    if not support.shown:
        yield Question(row, kind, support, None)
    for link in support.shown[: _PASSAGES if _is_doubtful(support) else 1]:
        yield Question(row, kind, support, link)


def _is_doubtful(support: Support) -> bool:
    if support.taught is None:
        return support.strength is Strength.PARTIAL
    return 1 - VERY_SURE < support.taught < VERY_SURE


def _columns(view: View, say: Say) -> list[Column[Question]]:
    answers = Choices(tuple(map(str, Answer)), say("table-hint-answer"))
    strengths = Choices(tuple(str(s) for s in Strength if s is not Strength.UNKNOWN), say("table-hint-strength"))
    stages = Choices(tuple(str(role) for role in Role if role.is_judged), say("table-hint-stage"))
    depths = Choices(("1", "2", "3", "4"), say("table-hint-depth"))
    names = Choices(REVIEWERS, say("table-hint-reviewer"), strict=False)

    def of(ask: Callable[[Citation], str]) -> Callable[[Question], Cell]:
        return lambda one: None if one.link is None else ask(one.link)

    return [
        Column("standard", 16, lambda one: one.row.code, "label"),
        Column("statement", 40, lambda one: one.row.statement, "wrapped"),
        Column("kind", 6, lambda one: str(one.kind)),
        Column(
            "file", 26, of(lambda link: link.file), "wrapped", lambda one: None if one.link is None else one.link.url
        ),
        Column("place", 24, of(lambda link: link.place), "wrapped"),
        Column("quote", 60, of(lambda link: link.quote), "wrapped"),
        Column("machine", 22, lambda one: _machine(one, view.language), "wrapped"),
        Column("answer", 12, lambda _: None, "yours", None, answers),
        Column("strength", 10, lambda _: None, "yours", None, strengths),
        Column("stage", 12, lambda _: None, "yours", None, stages),
        Column("depth", 7, lambda _: None, "yours", None, depths),
        Column("challenge", 18, lambda _: None, "yours"),
        Column("note", 30, lambda _: None, "yours"),
        Column("reviewer", 16, lambda _: None, "yours", None, names),
        Column("standard_id", 12, lambda one: one.row.id, hidden=True),
        Column("passage_id", 12, of(lambda link: link.passage), hidden=True),
    ]


def _machine(one: Question, language: str) -> str:
    """What the tool says of the standard, and of this passage."""
    parts = []
    if one.support.verdict is not None:
        taught = "" if one.support.taught is None else f" ({chance(one.support.taught, language)})"
        parts.append(words.judged(one.support.verdict, one.kind, language) + taught)
    if one.link is not None:
        parts.append(f"{words.strength(one.link.strength, language)} ({chance(one.link.probability, language)})")
    return "; ".join(parts)
