"""Changes -> terminal: what training gained on the units that were held out, and whether that is more than chance."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from rich.console import Console, ConsoleOptions, RenderResult
from rich.table import Table
from rich.text import Text

from curalign.domain.scores import Change, Estimate
from curalign.reporting.terminal.metrics import MEANINGS
from curalign.reporting.view.plain import printable
from curalign.wording.text import count

_LESS_IS_BETTER = frozenset({"ECE", "ECE of the first", "Brier"})


class Gains:
    """Before and after, metric by metric; `units` says how many were held out of each source."""

    def __init__(self, changes: Sequence[Change], units: Mapping[str, int]) -> None:
        self.changes = changes
        self.units = units

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for (source, method), changes in groupby(self.changes, key=lambda change: (change.source, change.method)):
            units = count(self.units.get(source, 0), "held-out unit")
            yield Text(f"\n{printable(source)}, {units}, {method}", style="bold")
            yield _table(changes)
        yield Text()
        for name in dict.fromkeys(change.metric for change in self.changes):
            yield Text(f"{name}: {MEANINGS[name]}.", style="dim")
        for source in dict.fromkeys(change.source for change in self.changes):
            yield Text(f"\n{printable(source)}: {_verdict([c for c in self.changes if c.source == source])}")


def _table(changes: Iterator[Change]) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column("")
    for name in ("measured on", "before", "after", "95 % interval", "gain", "95 % interval"):
        table.add_column(name, justify="right", no_wrap=True)
    for change in changes:
        values = (f"{change.before.value:.3f}", f"{change.after.value:.3f}")
        gain = f"{change.gain.value:+.3f}"
        measured_on = f"{change.after.n:,} {change.of}"
        table.add_row(change.metric, measured_on, *values, _interval(change.after), gain, _interval(change.gain, "+"))
    return table


def _interval(estimate: Estimate, sign: str = "") -> str:
    if estimate.low is None or estimate.high is None:
        return "one unit"
    return f"{estimate.low:{sign}.2f} to {estimate.high:{sign}.2f}"


def _verdict(changes: Sequence[Change]) -> str:
    """What a reader may conclude of one source, from the intervals alone."""
    better, worse = [], []
    several = len({change.method for change in changes}) > 1
    for change in changes:
        low, high = change.gain.low, change.gain.high
        if low is None or high is None:
            return "one unit tells nothing of others; label more units to see a difference."
        if change.metric in _LESS_IS_BETTER:
            low, high = -high, -low
        name = f"{change.metric} ({change.method})" if several else change.metric
        better += [name] if low > 0 else []
        worse += [name] if high < 0 else []
    if not better and not worse:
        return "no difference beyond chance; more labelled units would tell."
    parts = [
        f"{how} beyond chance: {', '.join(names)}" for how, names in (("better", better), ("worse", worse)) if names
    ]
    return f"{'; '.join(parts)}."
