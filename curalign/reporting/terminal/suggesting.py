"""The standards that a text is about, ranked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from curalign.domain.links import Link
from curalign.reporting.view.plain import printable
from curalign.wording import chance
from curalign.wording.text import excerpt

if TYPE_CHECKING:
    from rich.table import Table


def ranking(title: str, links: Sequence[Link], caveat: str = "") -> Table:
    """One text's standards, the most probable first; `caveat` says what a reader must know of this text."""
    from rich.table import Table
    from rich.text import Text

    caption = Text(f"This text {caveat}.", style="bold yellow") if caveat else None
    name = Text(f"\n{excerpt(printable(title), 200)}")
    table = Table(title=name, title_justify="left", caption=caption, caption_justify="left", box=None, pad_edge=False)
    table.add_column("standard", no_wrap=True)
    table.add_column("probability", justify="right")
    table.add_column("statement")
    for link in links:
        statement = excerpt(printable(link.standard.statement), 160)
        table.add_row(Text(printable(link.standard.code)), chance(link.probability), Text(statement))
    return table
