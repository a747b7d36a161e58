"""How far people agree: raw, Cohen's kappa, Gwet's AC1, Krippendorff's alpha. Print them all.

Where nearly all answers are "no", kappa is near 0 although people hardly ever differ, so no number stands alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from itertools import combinations
from math import fsum
from statistics import mean

from curalign.domain.scores import Agreement

Ratings = Sequence[Mapping[str, Hashable]]
"""For each thing that was rated, the answers by rater; a rater who gave none is not in it."""


def measure_agreement(ratings: Ratings, raters: Sequence[str] = ()) -> Agreement | None:
    """How far raters agree on what at least two of them rated.

    Args:
        ratings: For each thing that was rated, the answers by rater.
        raters: Whose answers; everybody's where none are named.

    Returns:
        Raw agreement (the share of pairs of answers to the same thing that are alike), Cohen's kappa (of more than two
        raters the mean over their pairs: Light 1971), Gwet's AC1 (2008) and Krippendorff's alpha for names. None where
        nothing was rated twice.

    """
    named = set(raters)
    kept = [{who: said for who, said in each.items() if not named or who in named} for each in ratings]
    both = [each for each in kept if len(each) > 1]
    if not both:
        return None
    who = tuple(raters) or tuple(dict.fromkeys(name for each in both for name in each))
    raw = mean(_alike(list(each.values())) for each in both)
    return Agreement(who, len(both), raw, _mean_kappa(both, who), _ac1(both, raw), _alpha(both))


def pairwise_agreement(ratings: Ratings) -> tuple[Agreement, ...]:
    """The same for every two raters who rated the same things.

    Args:
        ratings: For each thing that was rated, the answers by rater.

    Returns:
        The pairs in the order in which their raters are met.

    """
    who = dict.fromkeys(name for each in ratings for name in each)
    found = (measure_agreement(ratings, pair) for pair in combinations(who, 2))
    return tuple(agreement for agreement in found if agreement is not None)


def cohen_kappa(
    first: Sequence[Hashable], second: Sequence[Hashable], weights: Mapping[Hashable, float] | None = None
) -> float | None:
    """Agreement of two raters beyond what their own habits would give by chance (Cohen 1960).

    Args:
        first: One rater's answers.
        second: The other's, in step.
        weights: The place of each answer on a scale, where answers near each other disagree less (linear weights:
            Cohen 1968), as with depth of knowledge.

    Returns:
        At most 1; None where both always give the same one answer, because nothing can be said then.

    """
    n = len(first)

    def apart(one: Hashable, other: Hashable) -> float:
        return float(one != other) if weights is None else abs(weights[one] - weights[other])

    observed = fsum(apart(one, other) for one, other in zip(first, second, strict=True)) / n
    ours, theirs = Counter(first), Counter(second)
    expected = fsum(apart(a, b) * i * j for a, i in ours.items() for b, j in theirs.items()) / n**2
    return 1 - observed / expected if expected else None


def _alike(answers: Sequence[Hashable]) -> float:
    """The share of pairs that are alike."""
    n = len(answers)
    return sum(many * (many - 1) for many in Counter(answers).values()) / (n * (n - 1))


def _mean_kappa(ratings: Ratings, raters: Sequence[str]) -> float | None:
    found = []
    for one, other in combinations(raters, 2):
        both = [(each[one], each[other]) for each in ratings if one in each and other in each]
        first, second = [pair[0] for pair in both], [pair[1] for pair in both]
        if both and (kappa := cohen_kappa(first, second)) is not None:
            found.append(kappa)
    return mean(found) if found else None


def _ac1(ratings: Ratings, raw: float) -> float | None:
    """Gwet's AC1, whose chance agreement is small where one answer is rare: sum pi (1 - pi) / (q - 1)."""
    shares: defaultdict[Hashable, list[float]] = defaultdict(list)
    for each in ratings:
        for answer, many in Counter(each.values()).items():
            shares[answer].append(many / len(each))
    if len(shares) < 2:
        return 1.0 if raw == 1 else None
    pi = [fsum(values) / len(ratings) for values in shares.values()]
    chance = fsum(p * (1 - p) for p in pi) / (len(pi) - 1)
    return (raw - chance) / (1 - chance)


def _alpha(ratings: Ratings) -> float | None:
    """Krippendorff's alpha, 1 - observed / expected disagreement, for answers without an order."""
    total = sum(map(len, ratings))
    observed = fsum((1 - _alike(list(each.values()))) * len(each) for each in ratings) / total
    counts = Counter(answer for each in ratings for answer in each.values())
    expected = 1 - fsum(many * (many - 1) for many in counts.values()) / (total * (total - 1))
    return 1 - observed / expected if expected else None
