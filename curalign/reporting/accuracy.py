"""Evaluation -> terminal, JSON, CSV: how right curalign is, beside simpler ways."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator

from rich.console import Console, ConsoleOptions, RenderResult

from curalign.domain.accuracy import Estimate, Evaluation, Score
from curalign.reporting.plain import clip, printable
from curalign.reporting.table import defused
from curalign.wording.text import count

FORMAT = 1
"""1: the first."""

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
}
"""Each metric, or what it begins with, in plain words."""
_PROBLEMS = 5


def to_json(evaluation: Evaluation) -> str:
    """The evaluation as one JSON object: `scores` are the rows of `curalign.evaluate`."""
    page = {
        "format": FORMAT,
        "source": evaluation.source,
        "labels": evaluation.labels,
        "scores": evaluation.rows(),
        "notes": list(evaluation.notes),
        "left_out": [{"file": p.file, "place": p.place, "message": p.message} for p in evaluation.problems],
    }
    return json.dumps(page, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


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
        yield Text()
        for name, words in _legend(asked.scores):
            yield Text(f"{name}: {words}.", style="dim")
        for note in (*asked.notes, *_left_out(asked)):
            yield Text(f"\n{printable(note)}")


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
    names = dict.fromkeys(score.metric for score in scores)
    for start, words in WORDS.items():
        if any(name == start or (start in ("gaps", "left-out units") and name.startswith(start)) for name in names):
            yield start, words


def _left_out(evaluation: Evaluation) -> Iterator[str]:
    if evaluation.problems:
        yield f"{count(len(evaluation.problems), 'label')} could not be used:"
    for problem in evaluation.problems[:_PROBLEMS]:
        yield f"{problem.file}{', ' if problem.place else ''}{problem.place}: {problem.message}"
    if len(evaluation.problems) > _PROBLEMS:
        yield f"... and {len(evaluation.problems) - _PROBLEMS} more; --format json lists them all."


FORMS: dict[str, Callable[[Evaluation], str]] = {"json": to_json, "csv": to_csv}
"""The evaluations that are text, by the name that a user asks for."""
