"""From judged pairs to the reach of every standard."""

from __future__ import annotations

from collections.abc import Mapping

from curalign.covering.ranking import Found, rank
from curalign.covering.rollup import find_offspring, leaves_of, merge, roll_up_strength
from curalign.covering.scope import Readability, Scope, find_scopes
from curalign.domain.coverage import Coverage, Reach
from curalign.domain.links import Alignment, Link, Strength
from curalign.domain.materials import Kind
from curalign.domain.standards import Standard


def measure_coverage(alignment: Alignment) -> Coverage:
    """How far the district reaches each standard it answers for, per kind of document and per school.

    A leaf is *full* where some passage reaches the full threshold in a teaching role (objective, task, assessment);
    *partial* where some passage reaches the partial threshold, or the full one in a weaker role; *unknown* where
    every document that could have reached it was one that could not be judged; else *none*. Its probability is that
    of its best link, 0 where no passage came near enough to be judged, None where nothing could be judged.

    A parent is full if all leaves below it are; partial if only some are, or a link reaches it or anything below it;
    else unknown if a leaf is, else none. Its links are the best of its own and of all below it, and its probability
    is that of the best among them: how well the best-evidenced part is taught, not how well all of it is.

    A school's reach counts its own units and those of the whole district, and exists for the standards of the grades
    that its own documents state. PD has no schools.
    """
    standards = alignment.framework.for_grades(alignment.grades)
    scopes = find_scopes(alignment.materials)
    ranking = rank(alignment.links, standards)
    number = {standard.id: i for i, standard in enumerate(standards)}
    reaches: dict[tuple[int, int], Reach] = {}
    links: dict[int, Link] = {}
    for column, scope in enumerate(scopes):
        found = ranking.where(scope.mask(alignment.links.passages)[ranking.passage]).found(len(standards))
        by_id = {standard.id: found[i] for i, standard in enumerate(standards)}
        for reach in _measure(scope, alignment, by_id, links):
            reaches[number[reach.standard.id], column] = reach
    return Coverage(
        alignment,
        tuple(reaches[key] for key in sorted(reaches)),
        tuple(scope.school for scope in scopes if scope.school),
        has_pd=any(scope.kind is Kind.PD for scope in scopes),
    )


def _measure(scope: Scope, alignment: Alignment, found: Mapping[str, Found], links: dict[int, Link]) -> list[Reach]:
    """The reaches of one scope; `links` keeps the Link objects made so far, by row."""
    standards = scope.standards(alignment)
    offspring = find_offspring(alignment.framework, standards)
    readability = Readability.of(scope, alignment)
    leaf_strength = {s.id: _strength(s, found[s.id], readability) for s in standards if s.id not in offspring}
    reaches = []
    for standard in standards:
        own, strength = found[standard.id], leaf_strength.get(standard.id)
        if strength is None:
            below = [found[s.id] for s in offspring[standard.id]]
            leaves = [leaf_strength[leaf.id] for leaf in leaves_of(standard, offspring)]
            strength, own = roll_up_strength(own, below, leaves), merge(own, below)
        reaches.append(_reach(standard, scope, strength, own, alignment, links))
    return reaches


def _strength(standard: Standard, found: Found, readability: Readability) -> Strength:
    if found.full:
        return Strength.FULL
    if found.supporting:
        return Strength.PARTIAL
    return Strength.NONE if readability.could_judge(standard) else Strength.UNKNOWN


def _reach(
    standard: Standard, scope: Scope, strength: Strength, found: Found, alignment: Alignment, links: dict[int, Link]
) -> Reach:
    for ranked in found.best:
        if ranked.row not in links:
            links[ranked.row] = alignment.links[ranked.row]
    unseen = None if strength is Strength.UNKNOWN else 0.0
    return Reach(
        standard,
        scope.kind,
        strength,
        found.best[0].probability if found.best else unseen,
        tuple(links[ranked.row] for ranked in found.best),
        found.supporting,
        scope.school,
    )
