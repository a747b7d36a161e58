"""What each metric means, in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

MEANINGS = {
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


def explain_metrics(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """What each of these metrics means, in the order of all metrics; several that begin alike are explained once."""
    known = dict.fromkeys(name.removeprefix("PD ") for name in names)
    for start, meaning in MEANINGS.items():
        if any(
            name == start or (start in _SEVERAL and name.startswith((f"{start} at", f"{start},"))) for name in known
        ):
            yield start, meaning
