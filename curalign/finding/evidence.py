"""What rules ask of the evidence, answered in columns: a district may have a million links."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from curalign.domain.coverage import Coverage, Reach
from curalign.domain.links import Alignment, Link, Links, Strength
from curalign.domain.materials import Kind, Material
from curalign.domain.scopes import UNITS
from curalign.domain.standards import Standard
from curalign.finding.certainty import is_taught
from curalign.language import words_in

NEAR = 0.06
"""Where somebody calibrated, a passage is near from this probability on: below, it is about something else."""


NEAREST = 0.11
"""From this probability on a lesson of another standard is worth extending: below it, most of the passages that came
first for the untaught standards of three districts are about something else."""
MIN_WORDS = 6
"""Fewer words (`Test | 40`) are nothing to start from, whatever they seem to be about."""


def nearest_link(reach: Reach) -> Link | None:
    """The link to start from: the best that teaches, else the best; None when none came near."""
    near = near_links(reach)
    if reach.verdict is not None:
        near = [link for link in near if link.probability >= NEAREST and len(words_in(link.passage.text)) >= MIN_WORDS]
    return next((link for link in near if link.passage.role.teaches), near[0] if near else None)


def near_links(reach: Reach) -> list[Link]:
    """The links shown, the best first; where somebody calibrated, those that come near and are evidence."""
    if reach.verdict is None:
        return list(reach.links)
    return [link for link in reach.links if link.probability >= NEAR and link.passage.role.is_evidence]


def taught(coverage: Coverage, standards: Iterable[Standard] | None = None) -> list[Reach]:
    """The unit reaches that count as taught, of the counted standards or of those given."""
    chosen = coverage.counted if standards is None else standards
    reaches = (coverage.reach(standard, UNITS) for standard in chosen)
    return [reach for reach in reaches if reach is not None and is_taught(reach)]


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


def shares_of_documents(
    alignment: Alignment, documents: Sequence[Material], standards: Sequence[Standard]
) -> tuple[list[int], NDArray[np.float64]]:
    """How many words of each document were judged, and which share of them is about each standard.

    Args:
        alignment: The judged pairs, of a judge whose probabilities for one passage add up to 1 at most.
        documents: d documents.
        standards: n standards, at least one.

    Returns:
        The d counts of words, and (d, n) shares between 0 and 1: the mean of the probabilities, weighted by words.

    """
    links, row_of = alignment.links, {material.path: row for row, material in enumerate(documents)}
    rows = np.array([row_of.get(passage.material.path, -1) for passage in links.passages], np.intp)
    judged = np.array([passage.role.is_judged for passage in links.passages], np.bool_)
    words = np.array([len(passage.text.split()) for passage in links.passages]) * judged
    counts = np.array([words[rows == row].sum() for row in range(len(documents))], np.int64)
    column_of = {standard.id: column for column, standard in enumerate(standards)}
    columns = np.array([column_of.get(standard.id, -1) for standard in links.standards], np.intp)
    row, column = rows[links.passage], columns[links.standard]
    ours = (row >= 0) & (column >= 0)
    shares = np.zeros((len(documents), len(standards)))
    np.add.at(shares, (row[ours], column[ours]), (links.probability * words[links.passage])[ours])
    return counts.tolist(), shares / np.maximum(counts, 1)[:, None]


def teaching_documents(coverage: Coverage) -> set[str]:
    """Paths of the documents with an objective, a task or an assessment in them; the others only list or describe."""
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
