"""What rules ask of the evidence, answered in columns: a district may have a million links."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import numpy as np

from curalign.domain.coverage import Coverage, Reach
from curalign.domain.links import Link, Links, Strength
from curalign.domain.materials import Kind
from curalign.domain.standards import Standard


def nearest_link(reach: Reach) -> Link | None:
    """The link to start from: the best that teaches, else the best; None when none came near enough to be judged."""
    teaching = (link for link in reach.links if link.passage.role.teaches)
    return next(teaching, reach.links[0] if reach.links else None)


def taught(coverage: Coverage, standards: Iterable[Standard] | None = None) -> list[Reach]:
    """The unit reaches that are full or partial, of the counted standards or of those given."""
    chosen = coverage.counted if standards is None else standards
    reaches = (coverage.reach(standard, Kind.UNIT) for standard in chosen)
    return [reach for reach in reaches if reach is not None and reach.strength in (Strength.FULL, Strength.PARTIAL)]


def best_in_documents(links: Links, pairs: Collection[tuple[str, str]]) -> dict[tuple[str, str], float]:
    """The best probability between any passage of a document (by path) and a standard (by id), for these pairs."""
    named = {id_ for _, id_ in pairs}
    standards = [standard for standard in links.standards if standard.id in named]
    passages = links.group(lambda passage: passage.material.path)
    paths = sorted({path for path, _ in pairs})
    best = links.best([passages.get(path, ()) for path in paths], standards)
    row = {path: i for i, path in enumerate(paths)}
    column = {standard.id: i for i, standard in enumerate(standards)}
    return {(path, id_): float(best[row[path], column[id_]]) if id_ in column else 0.0 for path, id_ in pairs}


def teaching_documents(coverage: Coverage) -> set[str]:
    """Paths of the documents with an objective, a task or an assessment in them; the others only list or tell."""
    return {passage.material.path for passage in coverage.alignment.passages if passage.role.teaches}


def taught_elsewhere(coverage: Coverage, untaught: Collection[str]) -> list[Link]:
    """For each untaught standard (by id) the best unit link from another grade that is full, if any.

    Every passage meets the standards of all other grades here: with so many pairs, some are partial by chance.
    """
    links = coverage.alignment.off_grade
    is_unit = np.fromiter((p.material.kind is Kind.UNIT for p in links.passages), dtype=np.bool_)
    is_wanted = np.fromiter((s.id in untaught for s in links.standards), dtype=np.bool_)
    full_from, _ = links.bars
    reaches = links.probability >= full_from
    rows = np.flatnonzero(is_unit[links.passage] & is_wanted[links.standard] & reaches)
    found: dict[str, Link] = {}
    for link in sorted((links[int(row)] for row in rows), key=_nearness):
        if link.strength is not Strength.NONE:
            found.setdefault(link.standard.id, link)
    return list(found.values())


def _nearness(link: Link) -> tuple[object, ...]:
    return -link.probability, link.passage.order
