"""The sheet to review on, which is read back: passages beside standards, the worst doubts first, and room to answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple, TypeVar

from curalign.domain.links import Strength
from curalign.domain.materials import Kind
from curalign.domain.questionnaire import CHOICES, COLUMNS, sheet_name, title_of, word_for
from curalign.domain.verdicts import VERY_SURE, Verdict
from curalign.reporting.tables.cells import Cell, Choices, Column, Pen
from curalign.reporting.tables.speaking import Say, speak
from curalign.reporting.view import Citation, StandardRow, Support, View, words
from curalign.wording import chance

T = TypeVar("T")

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
    pen.whole_sheet(sheet_name(view.language), _columns(view, say), questions(view), held=1, pages=1)


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


_LOOKS: dict[str, tuple[int, str]] = {
    "standard": (16, "label"),
    "statement": (40, "wrapped"),
    "kind": (6, "text"),
    "file": (26, "wrapped"),
    "place": (24, "wrapped"),
    "quote": (60, "wrapped"),
    "machine": (22, "wrapped"),
    "answer": (12, "yours"),
    "strength": (10, "yours"),
    "stage": (12, "yours"),
    "depth": (7, "yours"),
    "challenge": (18, "yours"),
    "note": (30, "yours"),
    "reviewer": (16, "yours"),
    "standard_id": (12, "text"),
    "passage_id": (12, "text"),
}
"""The width of each column in characters, and the name of its style; the reviewer fills in those that are `yours`."""


def columns_for_review(
    cells: Mapping[str, Callable[[T], Cell]],
    language: str,
    url: Callable[[T], str | None] | None = None,
    reviewers: Choices | None = None,
) -> list[Column[T]]:
    """The columns of a sheet to review on, in the shape that answers are read back from.

    Args:
        cells: What stands in a column, by its name; the others are empty.
        language: The language of titles, choices and hints.
        url: The file that a row is about, relative to the workbook's folder.
        reviewers: What may be chosen as the reviewer.

    Returns:
        One for each of `COLUMNS`.

    """
    choices = _choices(language) | ({} if reviewers is None else {"reviewer": reviewers})

    def column(name: str) -> Column[T]:
        width, style = _LOOKS[name]
        cell = cells.get(name, lambda _: None)
        title, leads = title_of(name, language), url if name == "file" else None
        return Column(title, width, cell, style, leads, choices.get(name), hidden=name.endswith("_id"))

    return [column(name) for name in COLUMNS]


def _choices(language: str) -> dict[str, Choices]:
    say = speak(language)
    hints = {
        "answer": say("table-hint-answer"),
        "strength": say("table-hint-strength"),
        "stage": say("table-hint-stage"),
        "depth": say("table-hint-depth"),
    }
    offered = {name: tuple(word_for(name, choice, language) for choice in CHOICES[name]) for name in hints}
    return {name: Choices(offered[name], hint) for name, hint in hints.items()}


def _columns(view: View, say: Say) -> list[Column[Question]]:
    def of(ask: Callable[[Citation], str | None]) -> Callable[[Question], str | None]:
        return lambda one: None if one.link is None else ask(one.link)

    language = view.language
    cells: dict[str, Callable[[Question], Cell]] = {
        "standard": lambda one: one.row.code,
        "statement": lambda one: one.row.statement,
        "kind": lambda one: word_for("kind", str(one.kind), language),
        "file": of(lambda link: link.file),
        "place": of(lambda link: link.place),
        "quote": of(lambda link: link.quote),
        "machine": lambda one: _machine(one, language),
        "standard_id": lambda one: one.row.id,
        "passage_id": of(lambda link: link.passage),
    }
    reviewers = Choices(say("table-reviewers"), say("table-hint-reviewer"), strict=False)
    return columns_for_review(cells, language, of(lambda link: link.url), reviewers)


def _machine(one: Question, language: str) -> str:
    """What the tool says of the standard, and of this passage."""
    parts = []
    if one.support.verdict is not None:
        taught = "" if one.support.taught is None else f" ({chance(one.support.taught, language)})"
        parts.append(words.judged(one.support.verdict, one.kind, language) + taught)
    if one.link is not None:
        parts.append(f"{words.strength(one.link.strength, language)} ({chance(one.link.probability, language)})")
    return "; ".join(parts)
