"""How right something was, in numbers that say how sure they are."""

from __future__ import annotations

from dataclasses import dataclass

from curalign.domain.problems import Problem


@dataclass(frozen=True, slots=True)
class Estimate:
    """A metric's value, the ends of its 95 % interval, and how many things it was measured on.

    `low` and `high` are None where there are fewer than two units, because one cannot tell how units differ.
    """

    value: float
    low: float | None
    high: float | None
    n: int


@dataclass(frozen=True, slots=True)
class Count:
    """How many of `of` standards are taught, as far as one can tell: whole numbers with the ends of a 95 % interval.

    0 <= low <= expected <= high <= of.
    """

    expected: int
    low: int
    high: int
    of: int


@dataclass(frozen=True, slots=True)
class Taught:
    """How many standards are taught (by PD: supported), counted in two ways.

    `count` is the sum of their probabilities with its interval, `expected` the same sum before it is rounded: the best
    guess of how many there are. The others count verdicts, one by one: their number of `taught` is lower where
    many are likely and few are sure. `no_documents` are not among the `count`'s `of`.
    """

    count: Count
    expected: float
    taught: int
    not_taught: int
    cannot_tell: int
    no_documents: int


@dataclass(frozen=True, slots=True)
class Score:
    """One number: by which `method`, on which `source` and `pool` of standards, of which `metric`.

    `of` says what the estimate's n counts: lessons, texts, pairs, standards.
    """

    source: str
    method: str
    pool: str
    metric: str
    estimate: Estimate
    of: str = "texts"


@dataclass(frozen=True, slots=True)
class Change:
    """One metric before and after, on the same texts; `gain` is after - before, with the interval of the difference."""

    source: str
    method: str
    metric: str
    before: Estimate
    after: Estimate
    gain: Estimate
    of: str = "texts"


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What was measured on one source: scores, how many labels they rest on, and the labels that were left out."""

    source: str
    labels: int
    scores: tuple[Score, ...]
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()

    def rows(self) -> list[dict[str, object]]:
        """One flat dict per score, for a data frame; rounded to four places."""
        return [
            {
                "source": score.source,
                "method": score.method,
                "pool": score.pool,
                "metric": score.metric,
                "value": round(score.estimate.value, 4),
                "low": None if score.estimate.low is None else round(score.estimate.low, 4),
                "high": None if score.estimate.high is None else round(score.estimate.high, 4),
                "n": score.estimate.n,
                "of": score.of,
                "labels": self.labels,
            }
            for score in self.scores
        ]
