"""The standards that a text is about, ranked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from curalign.domain.links import Link
from curalign.reporting.view.plain import printable
from curalign.wording import ENGLISH, chance, say, told
from curalign.wording.text import excerpt

if TYPE_CHECKING:
    from rich.table import Table


def ranking(title: str, links: Sequence[Link], caveat: str = "", language: str = ENGLISH) -> Table:
    """One text's standards, the most probable first; `caveat` says what a reader must know of this text."""
    from rich.table import Table
    from rich.text import Text

    spoken = say("suggest-caveat", {"caveat": told(caveat, language)}, language) if caveat else ""
    caption = Text(spoken, style="bold yellow") if caveat else None
    name = Text(f"\n{excerpt(printable(title), 200)}")
    table = Table(title=name, title_justify="left", caption=caption, caption_justify="left", box=None, pad_edge=False)
    table.add_column(say("suggest-standard", language=language), no_wrap=True)
    table.add_column(say("suggest-probability", language=language), justify="right")
    table.add_column(say("suggest-statement", language=language))
    for link in links:
        statement = excerpt(printable(link.standard.statement), 160)
        table.add_row(Text(printable(link.standard.code)), chance(link.probability, language), Text(statement))
    return table
