"""Changes -> terminal: what training gained on the units that were held out, and whether that is more than chance."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from rich.console import Console, ConsoleOptions, RenderResult
from rich.table import Table
from rich.text import Text

from curalign.domain.scores import Change
from curalign.reporting.terminal.metrics import explain_metric, interval_of, measured_on
from curalign.reporting.view.plain import printable
from curalign.wording import ENGLISH, Facts, say

_LESS_IS_BETTER = frozenset({"ECE", "ECE of the first", "Brier"})

COLUMNS = ("before", "after", "gain")
_METHODS = {"as check judges": "judges", "as check ranks": "ranks", "similarity alone": "similarity"}
"""The ways of measuring that sentences have words for, as records of trainings name them."""


class Gains:
    """Before and after, metric by metric; `units` says how many were held out of each source."""

    def __init__(self, changes: Sequence[Change], units: Mapping[str, int], language: str = ENGLISH) -> None:
        self.changes = changes
        self.units = units
        self.language = language

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for (source, method), changes in groupby(self.changes, key=lambda change: (change.source, change.method)):
            facts = Facts(source=printable(source), units=self.units.get(source, 0))
            by = _method(method, self.language)
            yield Text(f"\n{say('gains-title', facts, self.language)}, {by}", style="bold")
            yield _table(changes, self.language)
        yield Text()
        for name in dict.fromkeys(change.metric for change in self.changes):
            yield Text(explain_metric(name, self.language), style="dim")
        for source in dict.fromkeys(change.source for change in self.changes):
            verdict = _verdict([c for c in self.changes if c.source == source], self.language)
            yield Text(f"\n{printable(source)}: {verdict}")


def _method(method: str, language: str) -> str:
    """How something was measured, in a language: `as check ranks`."""
    return say("gains-method", {"method": _METHODS.get(method, method)}, language)


def _table(changes: Iterator[Change], language: str) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column("")
    measured, interval = say("evaluate-on", language=language), say("evaluate-interval", language=language)
    before, after, gain = (say(f"gains-{name}", language=language) for name in COLUMNS)
    for name in (measured, before, after, interval, gain, interval):
        table.add_column(name, justify="right", no_wrap=True)
    for change in changes:
        values = (f"{change.before.value:.3f}", f"{change.after.value:.3f}")
        gain = f"{change.gain.value:+.3f}"
        on = measured_on(change.after.n, change.of, language)
        after, gained = (
            interval_of(estimate, language, sign) or say("gains-one-unit", language=language)
            for estimate, sign in ((change.after, ""), (change.gain, "+"))
        )
        table.add_row(change.metric, on, *values, after, gain, gained)
    return table


def _verdict(changes: Sequence[Change], language: str) -> str:
    """What a reader may conclude of one source, from the intervals alone."""
    better, worse = [], []
    several = len({change.method for change in changes}) > 1
    for change in changes:
        low, high = change.gain.low, change.gain.high
        if low is None or high is None:
            return say("gains-nothing", language=language)
        if change.metric in _LESS_IS_BETTER:
            low, high = -high, -low
        name = f"{change.metric} ({_method(change.method, language)})" if several else change.metric
        better += [name] if low > 0 else []
        worse += [name] if high < 0 else []
    if not better and not worse:
        return say("gains-none", language=language)
    parts = [say("gains-better", {"metrics": ", ".join(better)}, language)] if better else []
    parts += [say("gains-worse", {"metrics": ", ".join(worse)}, language)] if worse else []
    return f"{'; '.join(parts)}."
