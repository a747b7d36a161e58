"""What is most urgent, in a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from curalign.reporting.view.priorities import PriorityList, PriorityRow, pupils, share
from curalign.wording import chance
from curalign.wording.text import excerpt

_STATEMENT = 90


def show_priorities(listed: PriorityList, limit: int = 5) -> Iterator[RenderableType]:
    """A line of numbers and a line of words for each of the first standards, and what the list does not show."""
    yield Text(f"\n{listed.heading}", style="bold")
    yield Padding.indent(Text(listed.how), 2)
    yield Padding.indent(priority_table(listed, listed.rows[:limit]), 2)
    for row in listed.rows[:limit]:
        about = f"{row.why}. {excerpt(row.statement, _STATEMENT)}"
        yield Padding(Text.assemble((row.code, "bold"), f": {about}"), (0, 0, 0, 2), expand=False)
    for sentence in (*listed.notes, listed.limits):
        yield Padding(Text(sentence), (0, 0, 0, 2), expand=False)


def priority_table(listed: PriorityList, rows: tuple[PriorityRow, ...]) -> Table:
    """The product, its three factors, and how sure the rank is."""
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    rank, standard, priority, gap, need, reach, _, between, five, ten = listed.columns
    for title in (rank, standard, priority, gap, need, reach, between, five, ten):
        table.add_column(title, no_wrap=True)
    for row in rows:
        table.add_row(
            str(row.rank),
            Text(row.code, style="bold"),
            pupils(row.product),
            share(row.gap),
            share(row.need),
            pupils(row.reach),
            f"{row.ranks[0]}-{row.ranks[1]}",
            chance(row.top_5),
            chance(row.top_10),
        )
    return table
