"""Where a gap could be closed: by what a unit is near, which neighbours it teaches, what comes before, and its load."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from curalign.domain.coverage import Coverage
from curalign.domain.links import Links
from curalign.domain.materials import Kind, Material, Passage, Role
from curalign.domain.places import StatementPart, SuggestedPlace, Suggestion
from curalign.domain.scopes import UNITS
from curalign.domain.standards import Framework, Standard
from curalign.domain.subjects import subject_of
from curalign.finding.evidence import NEAR, near_links, nearest_link, teaching_documents
from curalign.finding.missing import parts_mentioned
from curalign.finding.timing import Timing, find_timings

MOST_PLACES = 3
MOST_NEIGHBOURS = 3
LOAD_COUNTS = 0.4
"""How much a unit that carries twice what others do loses; similarity, neighbours and sequence count one each."""

TASK_FROM = 0.5
"""A lesson begins with what pupils do, so a task is taken that is half as probable as the best passage."""

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Units:
    """The d teaching units of a district beside all n standards.

    `rows` are the positions of each unit's teaching passages; `best` (d, n) is the best probability that one gives a
    standard, `like` (d, n) the best similarity, `taught` (d, n) whether it is at least partial.
    """

    materials: tuple[Material, ...]
    rows: tuple[tuple[int, ...], ...]
    best: Numbers
    like: Numbers
    taught: NDArray[np.bool_]
    timings: Mapping[str, Timing]


def suggest_places(coverage: Coverage, standards: Iterable[Standard]) -> dict[str, Suggestion]:
    """Suggest where standards that no unit teaches could be taught.

    Args:
        coverage: How far the district reaches each standard.
        standards: The gaps.

    Returns:
        A suggestion for each, by the standard's id. Units of the standard's own grade are ranked by how similar their
        passages are, by which standards of its cluster and strand they teach, by whether they teach what comes just
        before it, and by how much they carry already.

    """
    wanted = list(standards)
    if not wanted:
        return {}
    units = _measure(coverage)
    return {standard.id: _suggest(standard, coverage, units) for standard in wanted}


def _measure(coverage: Coverage) -> _Units:
    alignment = coverage.alignment
    links, teaching = alignment.links, teaching_documents(coverage)
    of_path = links.group(lambda passage: passage.material.path)
    materials = tuple(
        material
        for material in sorted(alignment.materials, key=lambda material: material.path)
        if material.kind is Kind.UNIT and material.path in teaching and material.path in of_path
    )
    rows = tuple(
        tuple(row for row in of_path[material.path] if links.passages[row].role.teaches) for material in materials
    )
    best = links.best(rows)
    bars = np.array([alignment.thresholds.of(standard, Kind.UNIT).partial for standard in links.standards])
    timings = find_timings(alignment.passages, materials)
    return _Units(materials, rows, best, _most_alike(links, rows), best >= bars, timings)


def _most_alike(links: Links, rows: Sequence[Sequence[int]]) -> Numbers:
    """(d, n): the best similarity of any passage of each unit with each standard, 0 where none was judged."""
    unit_of = np.full(len(links.passages), -1)
    for at, own in enumerate(rows):
        unit_of[list(own)] = at
    unit = unit_of[links.passage]
    like = np.zeros((len(rows), len(links.standards)))
    np.maximum.at(like, (unit[unit >= 0], links.standard[unit >= 0]), links.similarity[unit >= 0])
    return like


def _suggest(standard: Standard, coverage: Coverage, units: _Units) -> Suggestion:
    reach = coverage.reach(standard, UNITS)
    near = [] if reach is None else near_links(reach)
    texts = [" ".join((*link.passage.headings, link.passage.text)) for link in near]
    parts = parts_mentioned(standard.statement, texts) if near else ()
    return Suggestion(
        standard,
        _places(standard, coverage, units),
        nearest_link(reach) if reach is not None else None,
        tuple(StatementPart(text, mentioned) for text, mentioned in parts),
    )


def _places(standard: Standard, coverage: Coverage, units: _Units) -> tuple[SuggestedPlace, ...]:
    links, framework = coverage.alignment.links, coverage.framework
    column = next((at for at, other in enumerate(links.standards) if other.id == standard.id), None)
    chosen = _candidates(standard, units, links.standards)
    if column is None or not chosen:
        return ()
    closeness = _closeness(standard, framework, links.standards)
    counted = np.array([framework.counts(other) for other in links.standards])
    carried = (units.taught & counted).sum(axis=1)
    together = np.where(units.taught, units.best, 0) * closeness
    before = _before(standard, closeness, links.standards)
    beside = np.sort(together, axis=1)[:, -MOST_NEIGHBOURS:].sum(axis=1)
    just_before = np.zeros(len(carried)) if before is None else together[:, before]
    load = np.clip(carried / max(float(carried[chosen].mean()), 1.0) - 1, -1, 1)
    terms = (units.like[:, column], beside, just_before)
    score: Numbers = np.sum([_share(term, chosen) for term in terms], axis=0) - LOAD_COUNTS * load
    ranked = sorted(chosen, key=lambda at: (-score[at], units.materials[at].path))
    of_school: dict[str, int] = {}
    for at in ranked:
        of_school.setdefault(units.materials[at].school, at)
    several = len(of_school) > 1
    return tuple(
        _place(at, column, before, together[at], int(carried[at]), float(score[at]), links, units)
        for at in (of_school.values() if several else ranked[:MOST_PLACES])
    )


def _candidates(standard: Standard, units: _Units, standards: Sequence[Standard]) -> list[int]:
    """The units of its grade that teach something, and most of it of its subject."""
    of_grade = [
        at
        for at, unit in enumerate(units.materials)
        if units.taught[at].any() and (not unit.grades or standard.states(unit.grades))
    ]
    own = subject_of(standard.subject)
    subjects = [subject_of(other.subject) for other in standards]
    main = {at: Counter(subjects[n] for n in np.flatnonzero(units.taught[at])).most_common(1) for at in of_grade}
    return [at for at in of_grade if not own or main[at][0][0] in (own, "")]


def _closeness(standard: Standard, framework: Framework, standards: Sequence[Standard]) -> Numbers:
    """(n,): 1 for the standards under the same parent, half of it for each step up to what they share, 0 for others."""
    above = [ancestor.id for ancestor in framework.ancestors(standard)]
    steps = {id_: 0.5**at for at, id_ in enumerate(above)}
    found = np.zeros(len(standards))
    for at, other in enumerate(standards):
        if other.id == standard.id or not framework.counts(other) or not _of_one_grade(standard, other):
            continue
        shared = [steps[ancestor.id] for ancestor in framework.ancestors(other) if ancestor.id in steps]
        alike = subject_of(other.subject) == subject_of(standard.subject)
        found[at] = max(shared, default=0.1 if alike and not above else 0.0)
    return found


def _of_one_grade(one: Standard, other: Standard) -> bool:
    return not one.grades or not other.grades or not set(one.grades).isdisjoint(other.grades)


def _before(standard: Standard, closeness: Numbers, standards: Sequence[Standard]) -> int | None:
    """The nearest standard that comes just before it in the framework, as far as one of its strand does."""
    own = next(at for at, other in enumerate(standards) if other.id == standard.id)
    earlier = [at for at in range(own) if closeness[at] > 0]
    return max(earlier, key=lambda at: (closeness[at], at), default=None)


def _share(values: Numbers, chosen: Sequence[int]) -> Numbers:
    """Values as shares of the best among those chosen, 0 where all are 0."""
    most = float(values[list(chosen)].max())
    return values / most if most > 0 else np.zeros_like(values)


def _place(
    at: int,
    column: int,
    before: int | None,
    together: Numbers,
    carries: int,
    score: float,
    links: Links,
    units: _Units,
) -> SuggestedPlace:
    unit, timing = units.materials[at], units.timings.get(units.materials[at].path)
    ranked = [n for n in np.argsort(-together, kind="stable")[:MOST_NEIGHBOURS].tolist() if together[n] > 0]
    extends = units.best[at, column] >= NEAR
    first = column if extends or not ranked else before if before is not None and before in ranked else ranked[0]
    lesson = _best_passage(links, units.rows[at], first) if extends or ranked else None
    return SuggestedPlace(
        unit.path,
        unit.title,
        unit.school,
        _lesson_of(lesson),
        bool(extends),
        timing.when if timing else "",
        timing.days if timing else None,
        tuple(links.standards[n] for n in ranked),
        carries,
        round(score, 4),
    )


def _best_passage(links: Links, rows: Sequence[int], column: int) -> Passage | None:
    """The passage of a unit that gives one standard the highest probability; a task that comes near it goes first."""
    own = np.flatnonzero(np.isin(links.passage, list(rows)) & (links.standard == column))
    ranked = own[np.lexsort((links.passage[own], -links.probability[own]))].tolist()
    if not ranked:
        return None
    near = [row for row in ranked if links.probability[row] >= links.probability[ranked[0]] * TASK_FROM]
    tasks = [row for row in near if links.passages[links.passage[row]].role is Role.TASK]
    return links.passages[int(links.passage[(tasks or near)[0]])]


def _lesson_of(passage: Passage | None) -> str:
    """What the lesson of a passage is called: the heading below the document's own, else its place."""
    if passage is None:
        return ""
    headings = passage.headings
    return headings[min(1, len(headings) - 1)] if headings else str(passage.place)
