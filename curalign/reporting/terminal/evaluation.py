"""Evaluation -> terminal: how right curalign is, beside simpler ways."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from rich.console import Console, ConsoleOptions, RenderResult

from curalign.domain.materials import Kind
from curalign.domain.scores import Calibrated, Estimate, Evaluation
from curalign.reporting.terminal.metrics import explain_metrics, interval_of, measured_on, span_of
from curalign.reporting.view import words
from curalign.reporting.view.plain import as_printable, clip
from curalign.wording import ENGLISH, Facts, say, told

if TYPE_CHECKING:
    from rich.table import Table

_MAX_PROBLEMS = 5
BINS = ("said", "standards", "mean", "truly", "interval")
"""The columns of a table of probabilities."""


class EvaluationTable:
    """An evaluation as a terminal shows it: ours with its interval, the others beside it, and what the words mean."""

    def __init__(self, evaluation: Evaluation, language: str = ENGLISH) -> None:
        notes = tuple(told(note, language) for note in evaluation.notes)
        self.evaluation = as_printable(replace(evaluation, notes=notes))
        self.language = language

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        from rich.table import Table
        from rich.text import Text

        asked = self.evaluation
        measured = Facts(source=asked.source, labels=asked.labels)
        yield Text(f"{say('evaluate-measured', measured, self.language)}\n")
        methods = list(dict.fromkeys(score.method for score in asked.scores))
        table = Table(box=None, pad_edge=False)
        table.add_column("")
        table.add_column(say("evaluate-on", language=self.language), justify="right", no_wrap=True)
        for method in methods:
            table.add_column(Text(clip(method, 20)), justify="right", no_wrap=True)
        table.add_column(say("evaluate-interval", language=self.language), justify="right", no_wrap=True)
        for line in _lines(asked, methods, self.language):
            table.add_row(*line)
        yield table
        for one in asked.calibrated:
            yield Text(f"\n{_expected(one, self.language)}")
            yield _bins(one, self.language)
        yield Text()
        for meaning in explain_metrics((score.metric for score in asked.scores), self.language):
            yield Text(meaning, style="dim")
        for note in (*asked.notes, *_left_out(asked, self.language)):
            yield Text(f"\n{note}")


def _expected(one: Calibrated, language: str) -> str:
    """How many standards were expected to be taught, and how many are."""
    found, holds = one.count, "yes" if one.holds else "no"
    facts = {"of": found.of, "expected": found.expected, "low": found.low, "high": found.high, "true": one.true}
    said = say("evaluate-expected", {**facts, "holds": holds}, language)
    return f"{words.kind(Kind(one.kind), language)}: {said}"


def _bins(one: Calibrated, language: str) -> Table:
    """The share of standards that are taught, by the probability that they were given."""
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for column in BINS:
        table.add_column(say(f"evaluate-{column}", language=language), justify="right", no_wrap=True)
    for b in one.bins:
        predicted, taught = f"{b.predicted:.2f}", f"{b.taught.value:.2f}"
        span = span_of(b.low, b.high, language)
        table.add_row(span, str(b.taught.n), predicted, taught, _interval(b.taught, language))
    return table


def _lines(evaluation: Evaluation, methods: list[str], language: str) -> Iterator[list[str]]:
    """One line per metric: its n, each method's value, and the interval of the last, which is ours."""
    found = {(score.metric, score.method): score for score in evaluation.scores}
    for metric in dict.fromkeys(score.metric for score in evaluation.scores):
        scores = [found.get((metric, method)) for method in methods]
        known = next(score for score in reversed(scores) if score)
        values = [f"{score.estimate.value:.3f}" if score else "" for score in scores]
        yield [
            metric,
            measured_on(known.estimate.n, known.of, language),
            *values,
            _interval(scores[-1].estimate, language) if scores[-1] else "",
        ]


def _interval(estimate: Estimate, language: str) -> str:
    return interval_of(estimate, language) or say("evaluate-one-unit", language=language)


def _left_out(evaluation: Evaluation, language: str) -> Iterator[str]:
    if evaluation.problems:
        yield say("evaluate-left-out", {"labels": len(evaluation.problems)}, language)
    for problem in evaluation.problems[:_MAX_PROBLEMS]:
        where = ", ".join(filter(None, (problem.file, problem.place_in(language))))
        yield f"{where}: {problem.message_in(language)}"
    if len(evaluation.problems) > _MAX_PROBLEMS:
        yield say("evaluate-more", {"more": len(evaluation.problems) - _MAX_PROBLEMS}, language)
