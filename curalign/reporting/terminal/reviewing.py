"""Reviews -> terminal: how far people agree, and what their answers taught."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Console, ConsoleOptions, RenderResult

from curalign.domain.scores import Agreement, Taught
from curalign.reporting.view.plain import printable
from curalign.wording import ENGLISH, enumerate_words, say

if TYPE_CHECKING:
    from rich.table import Table

AGREED = ("raters", "both", "same")
LEARNED = ("answers", "taught", "by-answers", "held-out", "score", "after")
"""The columns of the two tables that have words for a name."""
Step = tuple[int, Taught, int, float | None, float | None]
"""How many answers, what is taught by then, how many standards were held out, and their log score before and after."""


class ReviewTables:
    """Agreement of all people and of each pair, the machine among them; then the learning curve."""

    def __init__(
        self,
        together: Agreement | None,
        pairs: Sequence[Agreement],
        curve: Sequence[Step],
        language: str = ENGLISH,
    ) -> None:
        self._together, self._pairs, self._curve = together, pairs, curve
        self._language = language

    def say(self, sentence: str, **facts: int | str) -> str:
        """A sentence in the language of the tables."""
        return say(sentence, facts, self._language)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        from rich.text import Text

        yield Text(f"\n{self.say('agree-title')}", style="bold")
        yield self._agreement()
        if self._curve:
            yield Text(f"\n{self.say('agree-learned')}", style="bold")
            yield self._learned()
            yield Text(self.say("agree-log-score"), style="dim")

    def _agreement(self) -> Table:
        table = _table(*(self.say(f"agree-{name}") for name in AGREED), "kappa", "AC1", "alpha")
        rows = [(self.say("agree-all"), self._together)] if self._together is not None else []
        pairs = ((enumerate_words(pair.raters, self._language), pair) for pair in self._pairs)
        for name, one in (*rows, *pairs):
            numbers = (_number(value) for value in (one.raw, one.kappa, one.ac1, one.alpha))
            table.add_row(printable(name), str(one.n), *numbers)
        return table

    def _learned(self) -> Table:
        table = _table(*(self.say(f"agree-{name}") for name in LEARNED))
        for answers, found, held, before, after in self._curve:
            alone = found.by_answers
            by_answers = "" if alone is None else self.say("agree-span", low=alone.low, high=alone.high)
            count = found.count
            span = {"low": count.low, "high": count.high}
            taught = self.say("agree-count", expected=count.expected, of=count.of, **span)
            table.add_row(str(answers), taught, by_answers, str(held), _number(before), _number(after))
        return table


def _table(first: str, *numbers: str) -> Table:
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    table.add_column(first)
    for name in numbers:
        table.add_column(name, justify="right", no_wrap=True)
    return table


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"
