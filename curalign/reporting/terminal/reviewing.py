"""Reviews -> terminal: how far people agree, and what their answers taught."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Console, ConsoleOptions, RenderResult

from curalign.domain.scores import Agreement, Taught
from curalign.reporting.view.plain import printable

if TYPE_CHECKING:
    from rich.table import Table

Step = tuple[int, Taught, int, float | None, float | None]
"""How many answers, what is taught by then, how many standards were held out, and their log score before and after."""


class ReviewTables:
    """Agreement of all people and of each pair, the machine among them; then the learning curve."""

    def __init__(self, together: Agreement | None, pairs: Sequence[Agreement], curve: Sequence[Step]) -> None:
        self._together, self._pairs, self._curve = together, pairs, curve

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        from rich.text import Text

        yield Text("\nReviews: how far people agree when each answers alone", style="bold")
        yield self._agreement()
        if self._curve:
            yield Text("\nReviews: what the answers taught", style="bold")
            yield self._learned()
            yield Text(
                "log score: of the answers that came later, by the probabilities as measured and as these answers move "
                "them; 0 is perfect, 0.69 is guessing.",
                style="dim",
            )

    def _agreement(self) -> Table:
        table = _table("raters", "answered by both", "same answer", "kappa", "AC1", "alpha")
        rows = [("all people", self._together)] if self._together is not None else []
        for name, one in (*rows, *((" and ".join(pair.raters), pair) for pair in self._pairs)):
            numbers = (_number(value) for value in (one.raw, one.kappa, one.ac1, one.alpha))
            table.add_row(printable(name), str(one.n), *numbers)
        return table

    def _learned(self) -> Table:
        table = _table("answers", "taught", "by answers alone", "held out", "log score", "after them")
        for answers, found, held, before, after in self._curve:
            alone = found.by_answers
            by_answers = "" if alone is None else f"{alone.low} to {alone.high}"
            count = found.count
            taught = f"{count.expected} of {count.of} ({count.low} to {count.high})"
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
