"""How right something was, in numbers that say how sure they are."""

from __future__ import annotations

from collections.abc import Iterator
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
    """How many of `of` standards are expected to be taught: whole numbers with the ends of a 95 % interval.

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
    many are likely and few are sure. `no_documents` are not among the `count`'s `of`. `answers` is how many standards
    people answered about. Once that were enough, `by_answers` counts by those that were drawn at random, whatever the
    model is; where the answers contradict the model it is not `trusted`, and the `count` is that.
    """

    count: Count
    expected: float
    taught: int
    not_taught: int
    cannot_tell: int
    no_documents: int
    answers: int = 0
    by_answers: Count | None = None
    trusted: bool = True


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far `raters` agree on the `n` things that two of them rated at least; None where nothing can be said."""

    raters: tuple[str, ...]
    n: int
    raw: float
    kappa: float | None
    ac1: float | None
    alpha: float | None


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
class Bin:
    """Standards said to be taught with a probability from `low` up to `high`: its mean, and the share that is."""

    low: float
    high: float
    predicted: float
    taught: Estimate


@dataclass(frozen=True, slots=True)
class Calibrated:
    """The probabilities that documents of one `kind` teach standards, beside the truth.

    `count` is what they let expect and `true` what is taught, of the same standards; empty bins are left out.
    """

    kind: str
    count: Count
    true: int
    bins: tuple[Bin, ...]

    @property
    def holds(self) -> bool:
        """Whether the interval of what was expected holds the truth."""
        return self.count.low <= self.true <= self.count.high


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
    """What was measured on one source: scores, how many labels they rest on, and the labels that were left out.

    `calibrated` are the probabilities that standards are taught, a kind of document each, where the truth is known.
    """

    source: str
    labels: int
    scores: tuple[Score, ...]
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()
    calibrated: tuple[Calibrated, ...] = ()

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
            for score in (*self.scores, *self._counts())
        ]

    def _counts(self) -> Iterator[Score]:
        """The numbers of taught standards, as scores: a data frame has no other place for them."""
        for one in self.calibrated:
            count = one.count
            expected = Estimate(count.expected, count.low, count.high, count.of)
            for what, estimate in (("expected", expected), ("true", Estimate(one.true, one.true, one.true, count.of))):
                yield Score(self.source, "curalign", "standards", f"{one.kind} taught, {what}", estimate, "standards")
