"""The best links of each standard, found in columns: a district may have a million links, a report shows five."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace

import numpy as np
from numpy.typing import NDArray

from curalign.domain.levels import KEPT, NOTES_LESS, NOTHING, Counted, Level, Rows, log_odds
from curalign.domain.links import Alignment, Link, Links
from curalign.domain.materials import Passage, Role
from curalign.domain.subjects import subject_of, subjects_named, subjects_stated
from curalign.domain.summaries import SHOWN, CoverageSummary, LinkSummary
from curalign.language import rows_of


def summarise(alignment: Alignment) -> CoverageSummary:
    """Summarise what the documents of an alignment hold for each standard.

    Args:
        alignment: Every judged pair of a district, or of a part of it.

    Returns:
        The links by standard and by whose documents they are in. Summaries of the parts of a district add up, with `+`,
        to that of the whole.

    """
    links = alignment.links
    ranking, first = _rank(links), _most_probable(links)
    summaries = {}
    for holder, passages in links.group(lambda passage: (passage.material.kind, passage.material.school)).items():
        in_group = np.zeros(len(links.passages), bool)
        in_group[passages] = True
        for standard, summary in _summaries(ranking.where(in_group[ranking.passage]), links, first):
            summaries[holder, standard] = summary
    return CoverageSummary(
        summaries,
        frozenset(replace(material, sections=()) for material in alignment.materials),
        frozenset(problem.file for problem in alignment.problems),
        frozenset(passage.material.path for passage in links.passages),
        alignment.chances,
        frozenset((*_named_above(alignment), *_subjects(links, ranking.partial, ranking.row))),
        frozenset((*_teaching(links), *_subjects(links, *_nearest(links)))),
    )


def _named_above(alignment: Alignment) -> Iterator[tuple[str, str]]:
    """The subjects that the outermost headings over what teaches name, and those that a template states beside it.

    A calendar names all and teaches none.
    """
    known = sorted({subject_of(standard.subject) for standard in alignment.framework} - {""})
    outermost = {(p.material.path, p.headings[0]) for p in alignment.links.passages if p.headings and p.role.teaches}
    yield from ((path, subject) for path, heading in outermost for subject in subjects_named(heading, known))
    for passage in alignment.links.passages:
        if passage.role.is_evidence:
            yield from ((passage.material.path, subject) for subject in subjects_stated(passage.text, known))


def _teaching(links: Links) -> Iterator[tuple[str, str]]:
    return ((passage.material.path, "") for passage in links.passages if passage.role.teaches)


def _nearest(links: Links) -> tuple[NDArray[np.bool_], NDArray[np.intp]]:
    """Which links are their passage's best, and their rows."""
    best = np.zeros(len(links.passages), np.float32)
    np.maximum.at(best, links.passage, links.probability)
    return links.probability == best[links.passage], np.arange(len(links))


def _subjects(links: Links, keep: NDArray[np.bool_], rows: NDArray[np.intp]) -> Iterator[tuple[str, str]]:
    """The documents of these links that teach, each with the subjects of the standards that the links lead to."""
    kept = rows[keep]
    subjects = [subject_of(standard.subject) for standard in links.standards]
    for at, standard in set(zip(links.passage[kept].tolist(), links.standard[kept].tolist(), strict=True)):
        if links.passages[at].role.teaches and subjects[standard]:
            yield links.passages[at].material.path, subjects[standard]


@dataclass(frozen=True, slots=True)
class _Ranking:
    """Links sorted by standard and, within one, best first.

    Every array is (m,): `row` points into the links, `standard` and `passage` into theirs; `partial` and `full` say
    which strength a link reaches at least, `evidence` whether its passage counts as such.
    """

    row: NDArray[np.intp]
    standard: NDArray[np.int32]
    passage: NDArray[np.int32]
    partial: NDArray[np.bool_]
    full: NDArray[np.bool_]
    evidence: NDArray[np.bool_]

    def where(self, keep: NDArray[np.bool_] | NDArray[np.intp]) -> _Ranking:
        """The links at these positions (a mask of (m,) or indices), in that order."""
        return replace(self, **{field.name: getattr(self, field.name)[keep] for field in fields(self)})


def _rank(links: Links) -> _Ranking:
    """Sort as `best_first` does."""
    probability = links.probability.astype(np.float64)
    full_from, partial_from = links.bars
    teaches = np.fromiter((p.role.teaches for p in links.passages), np.bool_)
    full = (probability >= full_from) & teaches[links.passage]
    partial = full | (probability >= partial_from)
    order = _reading_order(links.passages)[links.passage]
    evidence = np.fromiter((p.role.is_evidence for p in links.passages), np.bool_)
    ranking = _Ranking(np.arange(len(links)), links.standard, links.passage, partial, full, evidence[links.passage])
    return ranking.where(np.lexsort((-links.similarity, order, -probability, links.standard)))


def _summaries(ranking: _Ranking, links: Links, first: NDArray[np.intp]) -> Iterator[tuple[str, LinkSummary]]:
    """A summary for each standard (by id) that has a link; `first` is the row of each passage's most probable one."""
    numbers, starts = np.unique(ranking.standard, return_index=True)
    ends = np.append(starts, len(ranking.row))[1:]
    supporting = np.bincount(ranking.standard[ranking.partial], minlength=len(links.standards)).tolist()
    reached, at = np.unique(ranking.standard[ranking.full], return_index=True)
    fullest = dict(zip(reached.tolist(), ranking.row[ranking.full][at].tolist(), strict=True))
    for number, start, end in zip(numbers.tolist(), starts.tolist(), ends.tolist(), strict=True):
        best = {row: _link(links, row, first) for row in ranking.row[start : min(end, start + SHOWN)].tolist()}
        row = fullest.get(number)
        full = None if row is None else best.get(row) or _link(links, row, first)
        evidence = ranking.row[start:end][ranking.evidence[start:end]]
        level = Level.of(_strongest(links, evidence))
        yield links.standards[number].id, LinkSummary(tuple(best.values()), full, supporting[number], level)


def _strongest(links: Links, rows: NDArray[np.intp]) -> Iterator[Counted]:
    """The log-odds of the links in these rows and what they say, as far down as the level may need them."""
    seen: set[Rows] = set()
    noted: set[Rows] = set()
    least = NOTHING
    for row in rows:
        odds = log_odds(float(links.probability[row]))
        if odds <= NOTHING or (len(seen) >= KEPT and odds < least):
            return
        passage = links.passages[links.passage[row]]
        if passage.role is Role.NOTE and len(noted) >= KEPT:
            continue
        said = rows_of(passage.text)
        if passage.role is Role.NOTE:
            noted.add(said)
            yield odds - NOTES_LESS, said
        elif said not in seen:
            seen.add(said)
            least = odds
            yield odds, said


def _link(links: Links, row: int, first: NDArray[np.intp]) -> Link:
    """One link, with the standard that its passage is about more likely, if there is one."""
    link, best = links[row], int(first[links.passage[row]])
    return replace(link, instead=links.standards[links.standard[best]]) if best != row else link


def _most_probable(links: Links) -> NDArray[np.intp]:
    """(n,): the row of each passage's most probable link, 0 for a passage without any."""
    order = np.lexsort((links.standard, -links.probability, links.passage))
    passages, at = np.unique(links.passage[order], return_index=True)
    first = np.zeros(len(links.passages), np.intp)
    first[passages] = order[at]
    return first


def _reading_order(passages: Sequence[Passage]) -> NDArray[np.int32]:
    """(n,): the rank of each passage by file, page, line, headings and text; the same for the same passage."""
    keys = [passage.order for passage in passages]
    ranks = {key: i for i, key in enumerate(sorted(set(keys)))}
    return np.fromiter((ranks[key] for key in keys), dtype=np.int32)
