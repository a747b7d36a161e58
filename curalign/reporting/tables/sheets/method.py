"""The sheet about the method: what made the numbers, what they mean, how often they are wrong, and who reviews."""

from __future__ import annotations

from collections.abc import Iterator

from curalign.domain.verdicts import Verdict
from curalign.reporting.tables.cells import Pen
from curalign.reporting.tables.sheets.summary import how_sure
from curalign.reporting.tables.speaking import Say
from curalign.reporting.view import View, words
from curalign.reporting.view.cards import card_of

NAMES = 12
"""Rows for the names of reviewers."""


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
    card = card_of(view.made_with.judge)
    if card is None or not view.total.counts:
        yield "", say("table-rates-unknown")
        return
    for kind in view.kinds:
        own = [district for district in card.districts if district.kind is kind]
        sentence = say(
            "table-rates",
            standards=sum(one.standards for one in own),
            taught=sum(one.taught for one in own),
            taught_wrong=sum(one.taught - one.taught_right for one in own),
            untaught=sum(one.untaught for one in own),
            untaught_wrong=sum(one.untaught - one.untaught_right for one in own),
            undecided=sum(one.cannot_tell for one in own),
            called=words.judged(Verdict.TAUGHT, kind, view.language),
            not_called=words.judged(Verdict.NOT_TAUGHT, kind, view.language),
        )
        yield words.kind(kind, view.language), sentence
    yield "", say("table-rates-few")
