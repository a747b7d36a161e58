"""The sheet about the method: what made the numbers, what they mean, how often they are wrong, and who reviews."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from curalign.domain.materials import Kind
from curalign.domain.verdicts import Verdict
from curalign.reporting.tables.cells import Pen
from curalign.reporting.tables.sheets.summary import how_sure
from curalign.reporting.tables.speaking import Say
from curalign.reporting.view import View, words

NAMES = 12
"""Rows for the names of reviewers."""


@dataclass(frozen=True, slots=True)
class Rates:
    """How right a judge was over districts that it had not seen, put together.

    Of `standards`, `taught` were called taught and `untaught` not taught, so many of them rightly; of the others nobody
    could tell.
    """

    standards: int
    taught: int
    taught_right: int
    untaught: int
    untaught_right: int


JUDGE = "standards@sha256:af0c2eeac339a8e1"
RATES = {Kind.UNIT: Rates(773, 408, 397, 348, 330), Kind.PD: Rates(807, 155, 148, 647, 634)}
"""Of the shipped judge, in seven districts, each by curves that had not seen it: the sums of the table in
docs/methods.md, which a test holds them to."""


def write_method(view: View, pen: Pen, say: Say) -> None:
    """Sections of label and value; the names of reviewers are written here once, to be chosen on the sheet Review."""
    widths = (30, 110)
    sheet = pen.sheet(say("sheet-name", sheet="method"), widths)
    sections = (
        (say("table-how-made"), list(_made(view, say))),
        (say("table-what-means"), list(_meanings(say))),
        (say("table-error-rates"), list(_rates(view, say))),
        (say("heading-how-sure"), [("", sentence) for sentence in how_sure(view, say)]),
        (say("table-reviewers"), [("", say("table-reviewers-hint"))]),
    )
    row = 0
    for title, lines in sections:
        pen.write(sheet, row, 0, title, "heading")
        for row, (label, value) in enumerate(lines, row + 1):  # noqa: B020  # the next section begins where this ends
            pen.line(sheet, row, [(label, "label"), (value, "wrapped")], widths)
        row += 2
    first = row - 1
    for at in range(first, first + NAMES):
        pen.write(sheet, at, 0, None, "yours")
    pen.name(say("table-reviewers"), sheet, first, first + NAMES - 1, 0)


def _made(view: View, say: Say) -> Iterator[tuple[str, str]]:
    made_with = view.made_with
    for framework in view.frameworks:
        parts = (framework.title, framework.file, framework.licence)
        yield say("table-frameworks"), ", ".join(part for part in parts if part)
    if view.shown:
        yield say("table-shown"), words.shown(view)
    yield say("table-counted"), say("table-counted-standards", count=len(view.counted))
    yield say("table-documents"), str(len(view.documents))
    yield "curalign", made_with.curalign
    yield say("table-encoder"), made_with.encoder
    yield say("table-judge"), made_with.judge
    yield say("table-settings"), made_with.settings
    yield say("table-run"), view.run


def _meanings(say: Say) -> Iterator[tuple[str, str]]:
    yield say("table-term-passage"), say("table-term-passage.means")
    yield say("table-term-probability"), say("table-term-probability.means")
    yield say("table-term-verdict"), say("table-term-verdict.means")
    yield say("table-term-interval"), say("table-term-interval.means")
    yield say("table-term-full"), say("table-term-full.means")
    yield say("table-term-partial"), say("table-term-partial.means")
    yield say("table-term-none"), say("table-term-none.means")
    yield say("table-term-unknown"), say("table-term-unknown.means")
    yield say("table-term-decision"), say("table-term-decision.means")
    yield say("table-term-review"), say("table-term-review.means")


def _rates(view: View, say: Say) -> Iterator[tuple[str, str]]:
    """How often verdicts of this judge were wrong where the truth was known; that nobody knows, where nobody does."""
    if view.made_with.judge != JUDGE or not view.total.counts:
        yield "", say("table-rates-unknown")
        return
    for kind in view.kinds:
        rates = RATES[kind]
        sentence = say(
            "table-rates",
            standards=rates.standards,
            taught=rates.taught,
            taught_wrong=rates.taught - rates.taught_right,
            untaught=rates.untaught,
            untaught_wrong=rates.untaught - rates.untaught_right,
            undecided=rates.standards - rates.taught - rates.untaught,
            called=words.judged(Verdict.TAUGHT, kind, view.language),
            not_called=words.judged(Verdict.NOT_TAUGHT, kind, view.language),
        )
        yield words.kind(kind, view.language), sentence
    yield "", say("table-rates-few")
