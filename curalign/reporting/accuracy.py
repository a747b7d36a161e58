"""Evaluation -> terminal, JSON, CSV: how right curalign is, beside simpler ways."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from rich.console import Console, ConsoleOptions, RenderResult

from curalign.domain.materials import Kind
from curalign.domain.scores import Calibrated, Estimate, Evaluation, Score
from curalign.reporting import words
from curalign.reporting.plain import clip, printable
from curalign.reporting.table import defused
from curalign.wording.text import count

if TYPE_CHECKING:
    from rich.table import Table

FORMAT = 2
"""1: the first. 2 (0.1.0): `standards`, the probability of being taught beside the truth."""

WORDS = {
    "hit@1": "the first standard is one of the labels",
    "recall@5": "share of the labels among the first five",
    "recall@10": "share of the labels among the first ten",
    "MRR": "1 / rank of the first label, on average",
    "nDCG@10": "how near the first ten are to the best order",
    "sibling confusion": "less is better: the first is wrong, and a sibling of a label",
    "grade confusion": "less is better: the first belongs to another grade",
    "ECE": "less is better: how far probabilities are off, over all pairs",
    "ECE of the first": "the same for each first standard alone",
    "Brier": "less is better: mean squared error of the probabilities",
    "gaps": "standards noticed as gone when all that is labelled with them is taken away, while 5 % (10 %) of those "
    "still taught are called gone",
    "left-out units": "the same for whole units, of the standards that only they teach",
    "U101 precision": "of the standards called untaught, those that no label teaches",
    "U101 recall": "of the standards that no label teaches, those called untaught",
    "U101 false alarms": "less is better: of the labelled standards, those called untaught",
    "taught: precision": "of the standards called taught, those that are",
    "taught: recall": "of the standards that are taught, those called taught",
    "not taught: precision": "of the standards called not taught, those that are not",
    "not taught: recall": "of the standards that are not taught, those called not taught",
    "cannot tell": "less is better: standards of which neither is said",
    "ECE of taught": "less is better: how far the probability that a standard is taught is off, over five bins",
    "gaps by taught": "standards not taught that the probability alone finds, while 5 % (10 %) of those taught are "
    "called gone",
}
"""Each metric, or what it begins with, in plain words; those of PD begin with PD and mean the same."""
_SEVERAL = ("gaps", "left-out units", "gaps by taught")
"""What several metrics begin with."""
_PROBLEMS = 5


def to_json(evaluation: Evaluation) -> str:
    """The evaluation as one JSON object: `scores` are the rows of `curalign.evaluate`."""
    page = {
        "format": FORMAT,
        "source": evaluation.source,
        "labels": evaluation.labels,
        "scores": evaluation.rows(),
        "standards": [_standards(one) for one in evaluation.calibrated],
        "notes": list(evaluation.notes),
        "left_out": [{"file": p.file, "place": p.place, "message": p.message} for p in evaluation.problems],
    }
    return json.dumps(page, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _standards(one: Calibrated) -> dict[str, object]:
    """The counts and the bins of one kind of document."""
    return {
        "kind": one.kind,
        "true": one.true,
        "expected": one.count.expected,
        "low": one.count.low,
        "high": one.count.high,
        "of": one.count.of,
        "holds": one.holds,
        "bins": [{"from": b.low, "to": b.high, "said": round(b.said, 4), **_rounded(b.taught)} for b in one.bins],
    }


def _rounded(estimate: Estimate) -> dict[str, object]:
    low, high = (None if end is None else round(end, 4) for end in (estimate.low, estimate.high))
    return {"taught": round(estimate.value, 4), "taught_low": low, "taught_high": high, "n": estimate.n}


def to_csv(evaluation: Evaluation) -> str:
    """One row per number, as RFC 4180 text that no spreadsheet runs as a formula."""
    page = io.StringIO(newline="")
    rows = evaluation.rows()
    writer = csv.writer(page, lineterminator="\r\n")
    writer.writerow(rows[0] if rows else ())
    writer.writerows([defused(cell) for cell in row.values()] for row in rows)  # type: ignore[arg-type]
    return page.getvalue()


class Sheet:
    """An evaluation as a terminal shows it: ours with its interval, the others beside it, and what the words mean."""

    def __init__(self, evaluation: Evaluation) -> None:
        self.evaluation = evaluation

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        from rich.table import Table
        from rich.text import Text

        asked = self.evaluation
        yield Text(f"{printable(asked.source)}: measured on {count(asked.labels, 'label')}\n")
        methods = list(dict.fromkeys(score.method for score in asked.scores))
        table = Table(box=None, pad_edge=False)
        table.add_column("")
        table.add_column("measured on", justify="right", no_wrap=True)
        for method in methods:
            table.add_column(Text(clip(printable(method), 20)), justify="right", no_wrap=True)
        table.add_column("95 % interval", justify="right", no_wrap=True)
        for line in _lines(asked, methods):
            table.add_row(*line)
        yield table
        for one in asked.calibrated:
            yield Text(f"\n{_expected(one)}")
            yield _bins(one)
        yield Text()
        for name, meaning in _legend(asked.scores):
            yield Text(f"{name}: {meaning}.", style="dim")
        for note in (*asked.notes, *_left_out(asked)):
            yield Text(f"\n{printable(note)}")


def _expected(one: Calibrated) -> str:
    """How many standards were expected to be taught, and how many are."""
    found = one.count
    verb = "holds" if one.holds else "does not hold"
    return (
        f"{words.kind(Kind(one.kind))}: of {count(found.of, 'standard')}, {found.expected} are expected to be taught "
        f"({found.low} to {found.high}, 95 % interval) and {one.true} are, which it {verb}."
    )


def _bins(one: Calibrated) -> Table:
    """By how probable standards are said to be taught, how many of them are."""
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for column in ("said to be taught", "standards", "mean said", "truly taught", "95 % interval"):
        table.add_column(column, justify="right", no_wrap=True)
    for b in one.bins:
        said, taught = f"{b.said:.2f}", f"{b.taught.value:.2f}"
        table.add_row(f"{b.low:.2f} to {b.high:.2f}", str(b.taught.n), said, taught, _interval(b.taught))
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


def _legend(scores: tuple[Score, ...]) -> Iterator[tuple[str, str]]:
    """What each metric that is there means, in the order in which they stand."""
    names = dict.fromkeys(score.metric.removeprefix("PD ") for score in scores)
    for start, meaning in WORDS.items():
        if any(
            name == start or (start in _SEVERAL and name.startswith((f"{start} at", f"{start},"))) for name in names
        ):
            yield start, meaning


def _left_out(evaluation: Evaluation) -> Iterator[str]:
    if evaluation.problems:
        yield f"{count(len(evaluation.problems), 'label')} could not be used:"
    for problem in evaluation.problems[:_PROBLEMS]:
        yield f"{problem.file}{', ' if problem.place else ''}{problem.place}: {problem.message}"
    if len(evaluation.problems) > _PROBLEMS:
        yield f"... and {len(evaluation.problems) - _PROBLEMS} more; --format json lists them all."


FORMS: dict[str, Callable[[Evaluation], str]] = {"json": to_json, "csv": to_csv}
"""The evaluations that are text, by the name that a user asks for."""
