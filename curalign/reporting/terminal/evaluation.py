"""Evaluation -> terminal: how right curalign is, beside simpler ways."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import Console, ConsoleOptions, RenderResult

from curalign.domain.materials import Kind
from curalign.domain.scores import Calibrated, Estimate, Evaluation
from curalign.reporting.terminal.metrics import explain_metrics
from curalign.reporting.view import words
from curalign.reporting.view.plain import as_printable, clip
from curalign.wording.text import count

if TYPE_CHECKING:
    from rich.table import Table

_MAX_PROBLEMS = 5


class EvaluationTable:
    """An evaluation as a terminal shows it: ours with its interval, the others beside it, and what the words mean."""

    def __init__(self, evaluation: Evaluation) -> None:
        self.evaluation = as_printable(evaluation)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        from rich.table import Table
        from rich.text import Text

        asked = self.evaluation
        yield Text(f"{asked.source}: measured on {count(asked.labels, 'label')}\n")
        methods = list(dict.fromkeys(score.method for score in asked.scores))
        table = Table(box=None, pad_edge=False)
        table.add_column("")
        table.add_column("measured on", justify="right", no_wrap=True)
        for method in methods:
            table.add_column(Text(clip(method, 20)), justify="right", no_wrap=True)
        table.add_column("95 % interval", justify="right", no_wrap=True)
        for line in _lines(asked, methods):
            table.add_row(*line)
        yield table
        for one in asked.calibrated:
            yield Text(f"\n{_expected(one)}")
            yield _bins(one)
        yield Text()
        for name, meaning in explain_metrics(score.metric for score in asked.scores):
            yield Text(f"{name}: {meaning}.", style="dim")
        for note in (*asked.notes, *_left_out(asked)):
            yield Text(f"\n{note}")


def _expected(one: Calibrated) -> str:
    """How many standards were expected to be taught, and how many are."""
    found = one.count
    verb = "holds" if one.holds else "does not hold"
    return (
        f"{words.kind(Kind(one.kind))}: of {count(found.of, 'standard')}, {found.expected} are expected to be taught "
        f"({found.low} to {found.high}, 95 % interval) and {one.true} are, which it {verb}."
    )


def _bins(one: Calibrated) -> Table:
    """The share of standards that are taught, by the probability that they were given."""
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for column in ("said to be taught", "standards", "mean said", "truly taught", "95 % interval"):
        table.add_column(column, justify="right", no_wrap=True)
    for b in one.bins:
        predicted, taught = f"{b.predicted:.2f}", f"{b.taught.value:.2f}"
        table.add_row(f"{b.low:.2f} to {b.high:.2f}", str(b.taught.n), predicted, taught, _interval(b.taught))
    return table


def _lines(evaluation: Evaluation, methods: list[str]) -> Iterator[list[str]]:
    """One line per metric: its n, each method's value, and the interval of the last, which is ours."""
    found = {(score.metric, score.method): score for score in evaluation.scores}
    for metric in dict.fromkeys(score.metric for score in evaluation.scores):
        scores = [found.get((metric, method)) for method in methods]
        known = next(score for score in reversed(scores) if score)
        values = [f"{score.estimate.value:.3f}" if score else "" for score in scores]
        yield [
            metric,
            f"{known.estimate.n:,} {known.of}",
            *values,
            _interval(scores[-1].estimate) if scores[-1] else "",
        ]


def _interval(estimate: Estimate) -> str:
    if estimate.low is None or estimate.high is None:
        return "none: one unit"
    return f"{estimate.low:.2f} to {estimate.high:.2f}"


def _left_out(evaluation: Evaluation) -> Iterator[str]:
    if evaluation.problems:
        yield f"{count(len(evaluation.problems), 'label')} could not be used:"
    for problem in evaluation.problems[:_MAX_PROBLEMS]:
        yield f"{problem.file}{', ' if problem.place else ''}{problem.place}: {problem.message}"
    if len(evaluation.problems) > _MAX_PROBLEMS:
        yield f"... and {len(evaluation.problems) - _MAX_PROBLEMS} more; --format json lists them all."
