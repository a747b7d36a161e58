"""CSV: one standard a row under columns that people read and edit, and one of JSON for what cells cannot hold."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from curalign.domain.standards import Association, Framework, Standard
from curalign.interchange import (
    CHILD,
    EXTENSION,
    FORMULA,
    FRAMEWORK,
    GENERATED,
    NATIVE_HEADERS,
    OPENSALT_COLUMNS,
    OPENSALT_EDGES,
    OPENSALT_FIELDS,
    PLAIN_COLUMNS,
    TITLE,
)
from curalign.writing.by_source import SourcePart, split_by_source


@dataclass(frozen=True, slots=True)
class Layout:
    """The headers of a table: `nouns`, `fields` and `edges` map each to a noun, a field of `extra`, a type of edge."""

    nouns: Mapping[str, str]
    fields: Mapping[str, str] = field(default_factory=dict)
    edges: Mapping[str, str] = field(default_factory=dict)
    order: tuple[str, ...] = ()


PLAIN = Layout(PLAIN_COLUMNS)
OPENSALT = Layout(
    OPENSALT_COLUMNS,
    OPENSALT_FIELDS,
    OPENSALT_EDGES,
    (
        *("Identifier", "fullStatement", "Human Coding Scheme", "sequenceNumber", "Abbreviated Statement"),
        *("ConceptKeywords", "Notes", "Is Child Of"),
    ),
)

_FORMULA = re.compile(f"'*[{FORMULA}]")
_SPLIT = re.compile(r"[|;,]")


def write_table(framework: Framework, layout: Layout) -> str:
    """RFC 4180 text: commas, doubled quotes, CRLF, a header line.

    A cell that a spreadsheet would run as a formula gets a leading apostrophe, which reading takes off again.
    """
    page = io.StringIO(newline="")
    headers = _headers(framework, layout)
    writer = csv.writer(page, lineterminator="\r\n")
    writer.writerow(headers)
    names = NameCounts.of(framework)
    for part in split_by_source(framework):
        for row in _rows(part, layout, headers, names):
            writer.writerow([_defused(row.get(header, "")) for header in headers])
    return page.getvalue()


@dataclass(frozen=True, slots=True)
class NameCounts:
    """How often each id, code and alias names something, so that a parent's code is written only where it is clear."""

    times: Counter[str]
    standards: Mapping[str, Standard]

    @classmethod
    def of(cls, framework: Framework) -> NameCounts:
        """The names in a framework."""
        given = ({s.id, s.code, *s.aliases} for s in framework.standards)
        return cls(Counter(name for names in given for name in names), framework.by_id)

    def parent_of(self, standard: Standard) -> str:
        """The parent's code, or its id where the code is ours, or not the parent's alone."""
        above = self.standards.get(standard.parent or "")
        if above is None:
            return standard.parent or ""
        clear = self.times[above.code] == 1 and above.framework == standard.framework and GENERATED not in above.extra
        return above.code if clear else above.id


def _headers(framework: Framework, layout: Layout) -> list[str]:
    of_layout = dict.fromkeys((*layout.order, *layout.nouns, *layout.fields, *layout.edges))
    taken = NATIVE_HEADERS.union(layout.fields.values())
    names = dict.fromkeys(name for standard in framework.standards for name in standard.extra)
    others = [name for name in names if name and name not in taken and not _FORMULA.match(name)]
    return [*of_layout, *others, FRAMEWORK, TITLE, EXTENSION]


def _rows(part: SourcePart, layout: Layout, headers: list[str], names: NameCounts) -> Iterator[dict[str, str]]:
    """The rows of one framework. What is said of the framework stands in its first; one without standards has one."""
    source = part.source
    same = {FRAMEWORK: source.id, TITLE: source.title} | {
        header: source.licence for header, noun in layout.nouns.items() if noun == "licence"
    }
    by_origin: dict[str, list[Association]] = {standard.id: [] for standard in part.standards}
    loose = [edge for edge in part.associations if edge.origin not in by_origin]
    for edge in part.associations:
        if edge.origin in by_origin:
            by_origin[edge.origin].append(edge)
    extension: dict[str, Any] = {"source": dict(source.extra)} if source.extra else {}
    extension |= {"associations": [_as_json(edge) for edge in loose]} if loose else {}
    if not part.standards:
        yield same | {EXTENSION: _dump(extension)}
    position: Counter[str | None] = Counter()
    for standard in part.standards:
        position[standard.parent] += 1
        cells = _cells(standard, by_origin[standard.id], layout, names, position[standard.parent])
        beyond = _beyond(standard, by_origin[standard.id], layout, headers, names)
        if beyond.get("associations") and extension.get("associations"):
            extension["associations"] += beyond.pop("associations")
        yield {**standard.extra, **cells, **same, EXTENSION: _dump({**beyond, **extension})}
        extension = {}


def _cells(
    standard: Standard, edges: list[Association], layout: Layout, names: NameCounts, position: int
) -> dict[str, str]:
    values = {
        "id": standard.id,
        "code": "" if GENERATED in standard.extra else standard.code,
        "statement": standard.statement,
        "grades": "|".join(standard.grades),
        "subject": standard.subject,
        "level": standard.level,
        "parent": names.parent_of(standard),
        "aliases": "|".join(standard.aliases),
        "sequence": str(_sequence(standard, edges) or position),
    }
    return {
        **{header: values[noun] for header, noun in layout.nouns.items() if noun in values},
        **{header: standard.extra.get(name, "") for header, name in layout.fields.items()},
        **{header: "|".join(_shown(edges, kind)) for header, kind in layout.edges.items()},
    }


def _sequence(standard: Standard, edges: list[Association]) -> int | None:
    above = (edge for edge in edges if edge.type == CHILD and edge.destination == standard.parent)
    return next((edge.sequence for edge in above), None)


def _shown(edges: list[Association], kind: str) -> list[str]:
    """The ends that a cell of several can hold."""
    ends = (edge.destination for edge in edges if edge.type == kind)
    return [end for end in dict.fromkeys(ends) if not _SPLIT.search(end)]


def _beyond(
    standard: Standard, edges: list[Association], layout: Layout, headers: list[str], names: NameCounts
) -> dict[str, Any]:
    """What the cells of the row do not hold, or hold in a way that does not lead back."""
    shown = {*layout.fields.values(), *headers} - NATIVE_HEADERS
    fields = {name: text for name, text in standard.extra.items() if name not in shown}
    extension: dict[str, Any] = {"fields": fields} if fields else {}
    if GENERATED in standard.extra:
        extension["code"] = standard.code
    if any(_SPLIT.search(alias) for alias in standard.aliases):
        extension["aliases"] = list(standard.aliases)
    if edges:
        extension["associations"] = [_as_json(edge, standard.id) for edge in edges]
    if any(edge.type == CHILD for edge in edges):
        above = standard.parent or standard.framework
        extension["parent"] = {"cell": names.parent_of(standard), "id": above}
    return extension


def _as_json(edge: Association, origin: str = "") -> dict[str, Any]:
    fields = {**asdict(edge), "origin": "" if edge.origin == origin else edge.origin}
    return {name: value for name, value in fields.items() if value not in ("", None, {})}


def _dump(extension: Mapping[str, Any]) -> str:
    return json.dumps(extension, ensure_ascii=False, sort_keys=True) if extension else ""


def _defused(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell
