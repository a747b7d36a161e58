"""From summaries of judged pairs to the reach of every standard."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from types import MappingProxyType

from curalign.covering.belonging import find_scopes, holders_in, standards_of
from curalign.covering.readability import Readability
from curalign.covering.rollup import best_below, find_offspring, leaves_of, roll_up_strength
from curalign.covering.summarising import summarise
from curalign.covering.supply import Supply
from curalign.domain.coverage import Coverage, Reach
from curalign.domain.filters import Filter
from curalign.domain.links import Alignment, Link, Strength
from curalign.domain.materials import Kind
from curalign.domain.scopes import Scope
from curalign.domain.standards import Framework, Standard
from curalign.domain.summaries import CoverageSummary, LinkSummary
from curalign.domain.verdicts import Calibration, Verdict

Calibrations = Mapping[Kind, Calibration]
NOT_CALIBRATED: Calibrations = MappingProxyType({})


def measure_coverage(alignment: Alignment) -> Coverage:
    """Measure how far the district reaches each standard it answers for, per kind of document and per school.

    A leaf is *full* where some passage reaches the full threshold in a teaching role (objective, task, assessment);
    *partial* where some passage reaches the partial threshold, or the full one in a weaker role; *unknown* where
    every document that could have reached it was one that could not be judged, or no unit is of its grade or its
    subject at all; else *none*. Its probability is that of its best link, 0 where no passage came near enough to be
    judged, None where nothing could be judged.

    A parent is full if all leaves below it are; partial if only some are, or a link reaches it or anything below it;
    else unknown if a leaf is, else none. Its links are the best of its own and of all below it, and its probability
    is that of the best among them: how well the best-evidenced part is taught, not how well all of it is.

    A school's reach counts its own units and those of the whole district, and exists for the standards of the grades
    that its own documents state. PD has no schools.

    Args:
        alignment: Every judged pair of the district.

    Returns:
        A reach for each standard and scope. Standards that the district does not answer for are measured as well, and
        not counted.

    """
    summary = summarise(alignment)
    return Coverage(
        alignment,
        find_reaches(summary, alignment.framework, alignment.grades, alignment.subjects, dict(alignment.calibrations)),
        find_scopes(summary.materials),
        beyond=_beyond(summary, alignment),
    )


def find_reaches(
    summary: CoverageSummary,
    framework: Framework,
    grades: Iterable[str] = (),
    subjects: Iterable[str] = (),
    calibrations: Calibrations = NOT_CALIBRATED,
) -> tuple[Reach, ...]:
    """The reach of every standard, from what the district's documents hold.

    Args:
        summary: The whole district's; where it was aligned in parts, the sum of theirs.
        framework: What the parts were aligned with.
        grades: Those that the district answers for; empty means all of the framework's.
        subjects: The same, as the framework names them.
        calibrations: What turns a level into the probability of being taught, by kind of document.

    Returns:
        A reach for each standard and scope, in the framework's order: the district's units, each school's, PD.

    """
    answered = Filter(tuple(grades), tuple(subjects)).standards(framework)
    return _find_reaches(summary, framework, answered, calibrations)


def _beyond(summary: CoverageSummary, alignment: Alignment) -> tuple[Reach, ...]:
    """The reaches of the standards that the district does not answer for."""
    framework = alignment.framework
    inside = {standard.id for standard in alignment.answered.standards(framework)}
    if len(inside) == len(framework.by_id):
        return ()
    reaches = _find_reaches(summary, framework, framework.standards, dict(alignment.calibrations))
    return tuple(reach for reach in reaches if reach.standard.id not in inside)


def _find_reaches(
    summary: CoverageSummary, framework: Framework, district: tuple[Standard, ...], calibrations: Calibrations
) -> tuple[Reach, ...]:
    number = {standard.id: i for i, standard in enumerate(district)}
    reaches = {}
    for column, scope in enumerate(find_scopes(summary.materials)):
        for reach in _reaches(scope, summary, framework, district, number, calibrations.get(scope.kind)):
            reaches[number[reach.standard.id], column] = reach
    return tuple(reaches[key] for key in sorted(reaches))


def _reaches(
    scope: Scope,
    summary: CoverageSummary,
    framework: Framework,
    district: tuple[Standard, ...],
    number: Mapping[str, int],
    calibration: Calibration | None,
) -> list[Reach]:
    """The reaches of one scope, among the standards that the district answers for, which `number` counts by id."""
    standards = standards_of(scope, framework, district, summary.materials)
    offspring = find_offspring(framework, standards)
    readability, supply = Readability.of(scope, summary), Supply.of(scope, summary, framework)
    holders = holders_in(scope, summary.materials)
    chance_of = cache(summary.chance_of)  # most standards are compared with the same documents
    found = {standard.id: summary.links_to(standard, holders) for standard in standards}
    leaf_strength = {s.id: _strength(s, found[s.id], readability) for s in standards if s.id not in offspring}
    not_seen = [s for s in standards if leaf_strength.get(s.id) in (Strength.NONE, Strength.UNKNOWN)]
    lacking = {s.id for s in not_seen if supply.lacks(s)}
    leaf_strength |= dict.fromkeys(lacking, Strength.UNKNOWN)

    def in_order(link: Link) -> tuple[object, ...]:
        return -link.probability, link.passage.order, number[link.standard.id]

    reaches = []
    for standard in standards:
        own, strength = found[standard.id], leaf_strength.get(standard.id)
        shown, supporting = own.shown, own.supporting
        lacks = standard.id in lacking
        if strength is None:
            summaries = (own, *(found[s.id] for s in offspring[standard.id]))
            leaves = [leaf_strength[leaf.id] for leaf in leaves_of(standard, offspring)]
            shown, supporting = best_below(summaries, in_order)
            strength = roll_up_strength(supporting, leaves)
            lacks = strength is Strength.UNKNOWN and all(s.id in lacking for s in leaves_of(standard, offspring))
        unseen = None if strength is Strength.UNKNOWN else 0.0
        probability = shown[0].probability if shown else unseen
        reach = Reach(standard, scope, strength, probability, shown, supporting, lacks)
        if calibration is not None and standard.id not in offspring:
            chance = chance_of(summary.compared(standard, holders))
            taught = None if strength is Strength.UNKNOWN else calibration.taught(own.level.log_odds, chance)
            reach = replace(reach, taught=taught, verdict=Verdict.of(taught))
        reaches.append(reach)
    return reaches


def _strength(standard: Standard, found: LinkSummary, readability: Readability) -> Strength:
    if found.fullest is not None:
        return Strength.FULL
    if found.supporting:
        return Strength.PARTIAL
    return Strength.NONE if readability.could_judge(standard) else Strength.UNKNOWN
