"""A link -> what a reader is shown of it: the words with those around them, and what they could be about instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

import numpy as np

from curalign.domain.identities import identify
from curalign.domain.links import Alignment, Link
from curalign.domain.materials import Kind, Passage, Role
from curalign.domain.standards import Standard
from curalign.reporting.view.plain import relative_url
from curalign.reporting.view.values import Citation, Rival
from curalign.wording.text import excerpt, one_line

AROUND = 160
"""Characters that are shown of the passage before a quoted one, and of the one after it."""
STAGES = (Role.OBJECTIVE, Role.TASK, Role.ASSESSMENT)
REJECTED = 2
"""How many of the nearest passages that do not count are shown."""


class Addresses:
    """Where to look: the address of each document, as seen from the report, and the id of each passage.

    A document in an archive has the archive's address.
    """

    def __init__(self, way: str | None, alignment: Alignment) -> None:
        self._way = way
        self._archives = {material.path: material.archive for material in alignment.materials if material.archive}
        self._ids = dict(zip(alignment.passages, identify(alignment.passages), strict=True))

    def of(self, path: str, page: int | None = None) -> str | None:
        """The relative URL of a document; None where it cannot be reached from the report."""
        return None if self._way is None else self._way + relative_url(self._archives.get(path, path), page)

    def id_of(self, passage: Passage) -> str:
        """By which a review names the passage; empty for one that the alignment does not hold."""
        return self._ids.get(passage, "")


class Citations:
    """Makes citations of the links of one alignment, with places in one language."""

    def __init__(self, alignment: Alignment, addresses: Addresses, language: str) -> None:
        self._passages, self._links, self._addresses = alignment.passages, alignment.links, addresses
        self.language = language

    def of(self, link: Link, before: str = "", after: str = "", rival: Rival | None = None) -> Citation:
        """A link as it stands, with what is given to be shown beside it."""
        passage = link.passage
        spot = passage.place.spot
        return Citation(
            file=passage.material.path,
            url=self._addresses.of(passage.material.path, spot.page if spot.unit == "page" else None),
            place=passage.place.in_language(self.language),
            role=passage.role,
            probability=link.probability,
            strength=link.strength,
            quote=passage.text,
            evidence=link.evidence,
            before=before,
            after=after,
            rival=rival,
            title=passage.material.title,
            headings=passage.headings,
            spot=spot.in_language(self.language),
            noted=str(passage.place),
            passage=self._addresses.id_of(passage),
        )

    def in_context(self, links: Iterable[Link], decides: Link | None) -> Iterator[Citation]:
        """Links with what stands around them, the one that `decides` with what it could be about instead."""
        for link in links:
            yield self.of(link, *self._around(link), self._rival(link) if link is decides else None)

    def _around(self, link: Link) -> tuple[str, str]:
        """The end of the passage before this one and the beginning of the next, of the same document."""
        at = self._at.get(link.passage)
        if at is None:
            return "", ""
        before, after = (
            self._passages[near].text
            if 0 <= near < len(self._passages) and self._passages[near].material.path == link.passage.material.path
            else ""
            for near in (at - 1, at + 1)
        )
        return _ending(before), excerpt(after, AROUND)

    def _rival(self, link: Link) -> Rival | None:
        """The other standard that the same passage is most probably about."""
        at = self._at.get(link.passage)
        if at is None:
            return None
        first, last = np.searchsorted(self._links.passage[self._by_passage], (at, at + 1))
        links, other, highest = self._links, -1, 0.0
        for row in self._by_passage[first:last].tolist():
            if links.probability[row] > highest and links.standards[links.standard[row]].id != link.standard.id:
                other, highest = row, float(links.probability[row])
        if other < 0:
            return None
        found = links[other]
        return Rival(found.standard.id, found.standard.code, found.standard.statement, highest, found.evidence)

    def rejected(self, standard: Standard, kind: Kind, shown: Iterable[Link]) -> tuple[Citation, ...]:
        """The nearest passages of one kind of document that do not count for a standard and are not shown yet."""
        known = {link.passage for link in shown}
        found: list[Citation] = []
        for row in self._too_low.get(standard.id, ()):
            passage = self._links.passages[self._links.passage[row]]
            if passage.material.kind is kind and passage not in known:
                found.append(self.of(self._links[row]))
            if len(found) == REJECTED:
                break
        return tuple(found)

    def stages(self, standard: Standard) -> dict[Role, int]:
        """In how many passages of units a standard is an objective, a task and an assessment."""
        return self._stages.get(standard.id, {})

    @cached_property
    def _at(self) -> dict[object, int]:
        return {passage: at for at, passage in enumerate(self._passages)}

    @cached_property
    def _by_passage(self) -> np.ndarray[tuple[int], np.dtype[np.intp]]:
        return np.argsort(self._links.passage, kind="stable")

    @cached_property
    def _too_low(self) -> dict[str, list[int]]:
        """The links below the lower threshold, by their standard's id, the most probable first."""
        links = self._links
        rows = np.flatnonzero(links.probability < links.bars[1])
        rows = rows[np.lexsort((-links.probability[rows], links.standard[rows]))]
        cuts = np.searchsorted(links.standard[rows], np.arange(len(links.standards) + 1))
        return {s.id: rows[cuts[at] : cuts[at + 1]].tolist() for at, s in enumerate(links.standards)}

    @cached_property
    def _stages(self) -> dict[str, dict[Role, int]]:
        links = self._links
        found: dict[str, dict[Role, int]] = {}
        for standard, role in self._counting():
            of_standard = found.setdefault(links.standards[standard].id, dict.fromkeys(STAGES, 0))
            of_standard[role] += 1
        return found

    def _counting(self) -> Iterator[tuple[int, Role]]:
        """The standard and the role of each passage of a unit that counts at least in part and teaches."""
        links = self._links
        for row in np.flatnonzero(links.probability >= links.bars[1]).tolist():
            passage = links.passages[links.passage[row]]
            if passage.material.kind is Kind.UNIT and passage.role in STAGES:
                yield int(links.standard[row]), passage.role


def _ending(text: str) -> str:
    """The last words of a text, as `excerpt` gives the first."""
    shown = one_line(text)
    if len(shown) <= AROUND:
        return shown
    _, _, words = shown[-AROUND:].partition(" ")
    return f"…{words or shown[-AROUND:]}"
