"""The sheet of evidence: a row for each passage that a standard rests on, or comes nearest to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from curalign.domain.links import Evidence
from curalign.domain.materials import Kind
from curalign.reporting.tables.cells import Column, Pen
from curalign.reporting.tables.sheets.marks import mark
from curalign.reporting.tables.speaking import Say
from curalign.reporting.view import Citation, StandardRow, View, words
from curalign.wording.text import excerpt

_STATEMENT, _QUOTE, _REASONS = 150, 600, 3


class Cited(NamedTuple):
    """One passage that was cited for a standard."""

    row: StandardRow
    kind: Kind
    link: Citation


def write_evidence(view: View, pen: Pen, say: Say) -> None:
    """The best passages of each standard that is no heading, the best first, with the reasons for each."""
    pen.whole_sheet(say("sheet-name", sheet="evidence"), _columns(view, say), _cited(view), held=1, pages=2)


def _cited(view: View) -> Iterator[Cited]:
    kinds = view.kinds  # looks at every standard
    for row in view.rows:
        if row.counted or row.is_practice:
            for kind in kinds:
                support = row.support(kind)
                yield from (Cited(row, kind, link) for link in (support.shown if support else ()))


def _columns(view: View, say: Say) -> list[Column[Cited]]:
    language = view.language
    return [
        Column(say("table-standard"), 16, lambda one: one.row.code, "label"),
        Column(say("table-statement"), 34, lambda one: excerpt(one.row.statement, _STATEMENT), "wrapped"),
        Column(say("table-kind"), 12, lambda one: words.kind(one.kind, language)),
        Column(say("table-counts"), 14, lambda one: mark(one.link.strength, language)),
        Column(say("table-probability"), 12, lambda one: one.link.probability, "probability"),
        Column(say("table-role"), 14, lambda one: say(f"table-role-{one.link.role}"), "wrapped"),
        Column(say("table-file"), 30, lambda one: one.link.file, "wrapped", lambda one: one.link.url),
        Column(say("table-place"), 26, lambda one: one.link.place, "wrapped"),
        Column(say("table-quote"), 60, lambda one: excerpt(one.link.quote, _QUOTE), "wrapped"),
        Column(say("table-why"), 50, lambda one: explain(one.link.evidence, language), "wrapped"),
    ]


def explain(evidence: tuple[Evidence, ...], language: str) -> str:
    """The reasons that weigh most, each with what it adds to the log-odds."""
    heaviest = sorted(evidence, key=lambda reason: -abs(reason.log_odds))[:_REASONS]
    return "; ".join(f"{words.explain_signal(reason, language)}: {reason.log_odds:+.1f}" for reason in heaviest)
