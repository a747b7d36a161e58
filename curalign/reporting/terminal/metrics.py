"""What each metric means, in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from curalign.domain.scores import Estimate
from curalign.wording import ENGLISH, say

MEANINGS = {
    "hit@1": "metric-hit-1",
    "recall@5": "metric-recall-5",
    "recall@10": "metric-recall-10",
    "MRR": "metric-mrr",
    "nDCG@10": "metric-ndcg-10",
    "sibling confusion": "metric-sibling-confusion",
    "grade confusion": "metric-grade-confusion",
    "ECE": "metric-ece",
    "ECE of the first": "metric-ece-of-the-first",
    "Brier": "metric-brier",
    "gaps": "metric-gaps",
    "left-out units": "metric-left-out-units",
    "U101 precision": "metric-u101-precision",
    "U101 recall": "metric-u101-recall",
    "U101 false alarms": "metric-u101-false-alarms",
    "taught: precision": "metric-taught-precision",
    "taught: recall": "metric-taught-recall",
    "not taught: precision": "metric-not-taught-precision",
    "not taught: recall": "metric-not-taught-recall",
    "cannot tell": "metric-cannot-tell",
    "ECE of taught": "metric-ece-of-taught",
    "gaps by taught": "metric-gaps-by-taught",
}
"""Each metric, or what it begins with, and the sentence that explains it; PD before a name changes nothing of that."""
_SEVERAL = ("gaps", "left-out units", "gaps by taught")
"""What several metrics begin with."""


def explain_metric(name: str, language: str = ENGLISH) -> str:
    """What one metric means, on a line that begins with its name."""
    return f"{name}: {say(MEANINGS[name], language=language)}."


def explain_metrics(names: Iterable[str], language: str = ENGLISH) -> Iterator[str]:
    """What each of these metrics means, in the order of all metrics; several that begin alike are explained once."""
    known = dict.fromkeys(name.removeprefix("PD ") for name in names)
    for start in MEANINGS:
        if any(
            name == start or (start in _SEVERAL and name.startswith((f"{start} at", f"{start},"))) for name in known
        ):
            yield explain_metric(start, language)


def measured_on(n: int, of: str, language: str) -> str:
    """What a metric was measured on: `1,200 lessons`."""
    return f"{n:,} {say('evaluate-of', {'of': of}, language)}"


def span_of(low: float, high: float, language: str, sign: str = "") -> str:
    """From one number to another, the plus written where `sign` is one: `0.25 to 0.75`."""
    return say("evaluate-span", {"low": f"{low:{sign}.2f}", "high": f"{high:{sign}.2f}"}, language)


def interval_of(estimate: Estimate, language: str, sign: str = "") -> str:
    """The 95 % interval of an estimate, empty where there is none."""
    if estimate.low is None or estimate.high is None:
        return ""
    return span_of(estimate.low, estimate.high, language, sign)
