"""Several frameworks in one; a standard that two of them hold is one."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from curalign.domain.grades import in_order
from curalign.domain.problems import Problem
from curalign.domain.standards import Association, Framework, Source, Standard, standard_id
from curalign.errors import FrameworkError
from curalign.interchange import GENERATED
from curalign.reading.frameworks.assembling import break_cycles, first_names, normalize_space


def merge(frameworks: Sequence[Framework]) -> Framework:
    """All the standards of several frameworks, those whose publishers gave ids first, else in the order given.

    Two standards are one when their ids, or a code and the words, agree (white space does not matter): the first
    stays, and what only the other knows is added to it. FrameworkError, naming both files and the code, when two
    files give one id or code different words; within one file both stay, and a problem says so.
    """
    if len(frameworks) == 1:
        return frameworks[0]
    merged = _MergedFramework()
    for framework in sorted(frameworks, key=_has_own_ids, reverse=True):
        merged.add(framework)
    return merged.framework()


def _has_own_ids(framework: Framework) -> bool:
    return any(standard.id != standard_id(standard.framework, standard.code) for standard in framework.standards)


_Ends = tuple[str, str, str]
"""Origin, type and destination of an association."""


class _MergedFramework:
    """What has been merged so far: standards by id, in order, and the file that each came from.

    Looked up by what they are called and say, so that a hundred thousand under one code take no longer than others.
    """

    def __init__(self) -> None:
        self._standards: dict[str, Standard] = {}
        self._files: dict[str, str] = {}
        self._worded: dict[tuple[str, str], str] = {}
        self._coded: dict[str, set[str]] = {}
        self._sources: dict[str, Source] = {}
        self._absorbed: dict[str, str] = {}
        self._edges: dict[_Ends, list[Association]] = {}
        self._edges_by_id: dict[str, _Ends] = {}
        self._problems: list[Problem] = []

    def add(self, framework: Framework) -> None:
        """Take in one more framework; its own standards are never merged with one another."""
        file = framework.sources[0].file if framework.sources else ""
        duplicates: list[str] = []
        ids: dict[str, str] = {}
        for standard in framework.standards:
            twin = self._twin(standard, file, duplicates)
            ids[standard.id] = twin.id if twin else self._free_id(standard)
        for standard in framework.standards:
            moved = replace(standard, id=ids[standard.id], parent=ids.get(standard.parent or ""))
            twin = self._standards.get(moved.id)
            self._standards[moved.id] = _merge_pair(twin, moved) if twin else moved
            self._files.setdefault(moved.id, file)
            if twin:
                self._absorbed.setdefault(moved.framework, twin.framework)
        self._index(framework.standards, ids)
        for source in framework.sources:
            self._add_source(source)
        self._add_associations(framework.associations, ids, file)
        self._problems.extend(framework.problems)
        if duplicates:
            self._problems.append(Problem("F303", file, trouble="codes-twice", facts=first_names(duplicates)))

    def framework(self) -> Framework:
        """Everything taken in, sources with the number of standards that are theirs."""
        order = {source: number for number, source in enumerate(self._sources)}
        standards = sorted(self._standards.values(), key=lambda standard: order.get(standard.framework, len(order)))
        at = {standard.id: number for number, standard in enumerate(standards)}
        above = [at.get(standard.parent or "") for standard in standards]
        problems = list(self._problems)
        for number in break_cycles(above):
            cut = standards[number] = replace(standards[number], parent=None)
            problems.append(
                Problem("F303", self._files[cut.id], trouble="circle-between-files", facts=first_names([cut.code]))
            )
        _attach_to_parents(standards, above, at)
        associations = tuple(edge for alike in self._edges.values() for edge in alike)
        return Framework(tuple(standards), self._count(standards), associations, tuple(problems))

    def _add_associations(self, associations: Iterable[Association], ids: dict[str, str], file: str) -> None:
        """One edge given twice is one: under the same id, or between the same ends where one of the two has no id."""
        earlier: dict[_Ends, _UnmatchedEdges] = {}
        changed: list[str] = []
        for given in associations:
            origin, destination = ids.get(given.origin, given.origin), ids.get(given.destination, given.destination)
            edge = replace(given, origin=origin, destination=destination)
            ends = (origin, edge.type, destination)
            if self._edges_by_id.get(edge.id, ends) != ends:
                changed.append(edge.id)
                continue
            alike = self._edges.setdefault(ends, [])
            if ends not in earlier:
                earlier[ends] = _UnmatchedEdges(alike)
            twin = earlier[ends].take(edge.id)
            if twin is None:
                alike.append(edge)
            else:
                alike[twin] = _same_edge(alike[twin], edge)
        self._edges_by_id |= {edge.id: ends for ends in earlier for edge in self._edges[ends] if edge.id}
        if changed:
            self._problems.append(Problem("F303", file, trouble="associations-changed", facts=first_names(changed)))

    def _twin(self, standard: Standard, file: str, duplicates: list[str]) -> Standard | None:
        """The standard among the earlier frameworks that this one is, or None."""
        words = normalize_space(standard.statement)
        for name in (standard.id, *_codes(standard)):
            if (name, words) in self._worded:
                return self._standards[self._worded[name, words]]
        files = [self._files[standard.id]] if standard.id in self._standards else []
        files += () if GENERATED in standard.extra else sorted(self._coded.get(standard.code, ()))
        if elsewhere := [other for other in files if other != file]:
            raise FrameworkError(_contradiction(standard, file, elsewhere[0]))
        if files:
            duplicates.append(standard.code)
        return None

    def _free_id(self, standard: Standard) -> str:
        if standard.id not in self._standards:
            return standard.id
        return standard_id(standard.framework, f"{standard.id}\n{normalize_space(standard.statement)}")

    def _index(self, standards: Iterable[Standard], ids: dict[str, str]) -> None:
        """Make new standards findable, only now: twins are sought in other frameworks."""
        for standard in standards:
            kept = self._standards[ids[standard.id]]
            words = normalize_space(kept.statement)
            for name in (standard.id, *_codes(standard)):
                self._worded.setdefault((name, words), kept.id)
            if GENERATED not in kept.extra:
                self._coded.setdefault(kept.code, set()).add(self._files[kept.id])

    def _add_source(self, source: Source) -> None:
        first = self._sources.get(source.id)
        self._sources[source.id] = source if first is None else _same_source(first, source)

    def _count(self, standards: Iterable[Standard]) -> tuple[Source, ...]:
        """Sources with their own standards counted; one that another holds wholly is named there by its file."""
        counts: dict[str, int] = {}
        for standard in standards:
            counts[standard.framework] = counts.get(standard.framework, 0) + 1
        sources = dict(self._sources)
        for name, other in self._absorbed.items():
            if name not in counts and name in sources:
                sources[other] = replace(sources[other], file=_files(sources[other], sources.pop(name)))
        return tuple(replace(source, standards=counts.get(source.id, 0)) for source in sources.values())


class _UnmatchedEdges:
    """The edges between two ends that no later one was found to be yet, by their positions."""

    def __init__(self, edges: Sequence[Association]) -> None:
        self._all = deque(range(len(edges)))
        self._by_id: dict[str, deque[int]] = {}
        for at, edge in enumerate(edges):
            self._by_id.setdefault(edge.id, deque()).append(at)
        self._taken: set[int] = set()

    def take(self, name: str) -> int | None:
        """Take the first edge with this id, or any where one of the two has no id; None where none is left."""
        queues = [self._by_id.get(name, deque()), self._by_id.get("", deque())] if name else [self._all]
        for queue in queues:
            while queue and queue[0] in self._taken:
                queue.popleft()
        found = min((queue[0] for queue in queues if queue), default=None)
        if found is not None:
            self._taken.add(found)
        return found


def _attach_to_parents(standards: list[Standard], above: list[int | None], at: Mapping[str, int]) -> None:
    """Put under its parent, in place, what another file or package holds the parent of, by its id."""
    tops = list(range(len(standards)))  # of each, one that stands above it, nearer to the top with every look
    for number, standard in enumerate(standards):
        parent = at.get(standard.extra.get("parent", "")) if standard.parent is None else None
        if parent is not None and _top(parent, above, tops) != number:
            above[number] = parent
            extra = {name: text for name, text in standard.extra.items() if name != "parent"}
            standards[number] = replace(standard, parent=standards[parent].id, extra=extra)


def _top(start: int, above: Sequence[int | None], tops: list[int]) -> int:
    """The one at the top of a line of parents; every look shortens the way of the next."""
    line = []
    top = start
    while (parent := above[top]) is not None:
        line.append(top)
        top = tops[top] if tops[top] != top else parent
    for number in line:
        tops[number] = top
    return top


def _codes(standard: Standard) -> tuple[str, ...]:
    """The codes that publishers gave; one that curalign made does not show that two standards are the same."""
    return standard.aliases if GENERATED in standard.extra else (standard.code, *standard.aliases)


def _merge_pair(kept: Standard, other: Standard) -> Standard:
    """`kept`, with what only `other` knows."""
    names = dict.fromkeys((*kept.aliases, *_codes(other)))
    return replace(
        kept,
        grades=kept.grades or in_order(other.grades),
        subject=kept.subject or other.subject,
        level=kept.level or other.level,
        parent=kept.parent or (other.parent if other.parent != kept.id else None),
        aliases=tuple(name for name in names if name != kept.code),
        extra={**other.extra, **kept.extra},
    )


def _same_edge(kept: Association, other: Association) -> Association:
    return replace(
        kept,
        id=kept.id or other.id,
        sequence=other.sequence if kept.sequence is None else kept.sequence,
        grouping=kept.grouping or other.grouping,
        extra={**other.extra, **kept.extra},
    )


def _same_source(first: Source, other: Source) -> Source:
    extra = {**other.extra, **first.extra}
    return replace(first, file=_files(first, other), licence=first.licence or other.licence, extra=extra)


def _files(first: Source, other: Source) -> str:
    return ", ".join(dict.fromkeys((*first.file.split(", "), *other.file.split(", "))))


def _contradiction(standard: Standard, file: str, other: str) -> str:
    return (
        f"{other} and {file} give {standard.code} different words: "
        "remove the file that is out of date, or give one of the two standards another code."
    )
