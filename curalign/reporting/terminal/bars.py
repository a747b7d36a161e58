"""A tally drawn in a terminal: a different block for each strength, so that colour is never needed."""

from __future__ import annotations

from collections.abc import Mapping

from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from curalign.domain.coverage import Tally
from curalign.domain.links import Strength

COLOURS = {Strength.FULL: "green", Strength.PARTIAL: "yellow", Strength.NONE: "red", Strength.UNKNOWN: "magenta"}
BLOCKS = {Strength.FULL: "█", Strength.PARTIAL: "▒", Strength.NONE: "·", Strength.UNKNOWN: "?"}
ASCII = {Strength.FULL: "#", Strength.PARTIAL: "+", Strength.NONE: ".", Strength.UNKNOWN: "?"}
WIDTH = 16


class Bar:
    """One tally, so many cells wide."""

    def __init__(self, tally: Tally, cells: int = WIDTH) -> None:
        self.tally = tally
        self.cells = cells

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        bar = Text(no_wrap=True)
        for strength, cells in share(self.tally, self.cells).items():
            bar.append(_blocks(options)[strength] * cells, style=COLOURS[strength])
        yield bar

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return Measurement(self.cells, self.cells)


class Legend:
    """What each block of a bar means, in the words given."""

    def __init__(self, names: Mapping[Strength, str]) -> None:
        self.names = names

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        legend = Text()
        for strength in Strength:
            legend.append(_blocks(options)[strength], style=COLOURS[strength])
            legend.append(f" {self.names[strength]}" + ("" if strength is Strength.UNKNOWN else "   "))
        yield legend


def share(tally: Tally, cells: int = WIDTH) -> dict[Strength, int]:
    """How many of `cells` each strength gets: whatever is not zero is seen, and together they fill the bar."""
    counts = {strength: int(getattr(tally, str(strength))) for strength in Strength}
    if not tally.total:
        return dict.fromkeys(Strength, 0)
    given = {s: max(round(cells * n / tally.total), 1) if n else 0 for s, n in counts.items()}
    given[max(given, key=given.__getitem__)] += cells - sum(given.values())
    return given


def _blocks(options: ConsoleOptions) -> dict[Strength, str]:
    return ASCII if options.ascii_only else BLOCKS
