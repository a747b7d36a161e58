"""Scores of single pupils, pooled into results of groups before anything else sees them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from curalign.domain.privacy import look_like_names
from curalign.domain.problems import Problem
from curalign.domain.results import Result
from curalign.reading.files.file_bytes import Unread
from curalign.wording import Facts
from curalign.wording.text import excerpt

MIN_PUPILS = 2
"""The fewest pupils that are a group: the mean of one would be that pupil's score."""

_Key = tuple[str, str, float, str, int]
"""An objective's name, a standard's code, the points, the group, and how many standards the objective names."""

UNKNOWN = "line items that no file tells of"
"""The name of all of them."""


@dataclass(frozen=True, slots=True)
class Objective:
    """What a test asks for: its name for people, the points it gives at most, and the standards it names.

    `taught_in` is the class that takes it.
    """

    name: str
    most: float | None = None
    codes: tuple[str, ...] = ()
    taught_in: str = ""


@dataclass(frozen=True, slots=True)
class PupilScore:
    """One pupil's score for one objective, without the pupil.

    `points` are out of the objective's `most`; `share`, 0 to 1, is given where the file counts in percent. `codes` are
    named where the score itself names its standards. `once` tells the same score in two files. One of a `gradebook`
    is passed over where its line item names no standard, as most do not.
    """

    objective: str
    points: float | None = None
    share: float | None = None
    codes: tuple[str, ...] = ()
    group: str = ""
    once: str = ""
    gradebook: bool = False


@dataclass(frozen=True, slots=True)
class ScoreFile:
    """Objectives by their key, scores, and the groups that classes are, of one file."""

    file: str
    objectives: Mapping[str, Objective] = field(default_factory=dict)
    scores: Sequence[PupilScore] = ()
    groups: Mapping[str, str] = field(default_factory=dict)


def pool(found: Sequence[ScoreFile]) -> tuple[tuple[Result, ...], tuple[Problem, ...]]:
    """Each objective's mean share of its points, per standard and group; an objective may stand in another file.

    What cannot be counted becomes a problem of the file that it stands in, told once for each objective.
    """
    objectives = {key: objective for each in found for key, objective in each.objectives.items()}
    groups = {taught: group for each in found for taught, group in each.groups.items()}
    problems: list[Problem] = []
    shares: dict[_Key, list[float]] = {}
    homes: dict[_Key, str] = {}
    seen: set[str] = set()
    for each in found:
        wrong: Counter[tuple[str, Unread]] = Counter()
        for score in each.scores:
            if score.once and score.once in seen:
                continue
            seen.add(score.once)
            objective = objectives.get(score.objective, Objective(UNKNOWN if score.gradebook else score.objective))
            codes = score.codes or objective.codes
            if score.gradebook and score.objective in objectives and not codes:
                continue
            share = _share(score, objective)
            if isinstance(share, Unread) or not codes:
                lack = share if isinstance(share, Unread) else Unread(trouble="scores-no-standard")
                wrong[objective.name, lack] += 1
                continue
            for code in codes:
                group = score.group or groups.get(objective.taught_in, "")
                key = (objective.name, code, objective.most or 1.0, group, len(set(codes)))
                shares.setdefault(key, []).append(share)
                homes.setdefault(key, each.file)
            if len(codes) > 1:
                several = Unread(trouble="scores-of-several", facts=Facts(standards=len(codes)))
                wrong[objective.name, several] += 1
        for (name, lack), number in sorted(wrong.items(), key=lambda item: (item[0][0], item[0][1].trouble)):
            facts = Facts({**lack.facts, **_called(name)}, scores=number)
            problems.append(Problem("F303", each.file, trouble=lack.trouble, facts=facts))
    results, lone = _results(shares)
    problems += [Problem("F303", homes[key], trouble="lone-pupil", facts=_called(key[0])) for key in lone]
    return results, tuple(dict.fromkeys(problems))


def _share(score: PupilScore, objective: Objective) -> float | Unread:
    """The share of the points that was reached, or why there is none."""
    share = score.share
    if share is None and score.points is None:
        return Unread(trouble="scores-no-points")
    if share is None:
        if not objective.most:
            return Unread(trouble="scores-no-maximum")
        share = (score.points or 0.0) / objective.most
    return share if 0 <= share <= 1 else Unread(trouble="scores-out-of-range")


def _called(item: str) -> Facts:
    """An item by its title, unless that could be a person's name."""
    if item == UNKNOWN:
        return Facts(called="untold")
    return Facts(called="nobody") if look_like_names([item]) else Facts(called="item", item=excerpt(item, 80))


def _results(
    shares: Mapping[_Key, Sequence[float]],
) -> tuple[tuple[Result, ...], Iterable[_Key]]:
    pooled = tuple(
        Result(item, code, most, len(each), round(sum(each) / len(each), 6), group, standards=standards)
        for (item, code, most, group, standards), each in sorted(shares.items())
        if len(each) >= MIN_PUPILS
    )
    return pooled, [key for key, each in sorted(shares.items()) if len(each) < MIN_PUPILS]
