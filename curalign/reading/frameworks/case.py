"""CASE 1.0 and 1.1 (1EdTech): packages as JSON, one, several, wrapped or bare."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from curalign.domain.grades import read_grades
from curalign.reading.frameworks.content import Content
from curalign.reading.frameworks.publication import (
    Edge,
    Entry,
    Publication,
    as_mapping,
    as_mappings,
    as_text,
    as_texts,
    remaining,
)

_KNOWN = frozenset(("identifier", "humanCodingScheme", "fullStatement", "educationLevel", "CFItemType", "subject"))
_DOCUMENT = frozenset(("identifier", "title", "licenseURI"))
_CODE = re.compile(r"\S*\d\S*")
"""An `alternativeLabel` is another code where it looks like one, and a caption otherwise."""
_PARTS = ("CFDocument", "CFItems", "CFAssociations")


def is_case(content: Content) -> bool:
    """JSON that holds a CFPackage, or the parts of one."""
    return any("CFItems" in package or "CFDocument" in package for package in _packages(content.json))


def read_case(content: Content) -> list[Publication]:
    """Every package of the file, items in the order of the tree (`sequenceNumber` among siblings)."""
    return [_read_package(package) for package in _packages(content.json)]


def _packages(value: Any) -> list[Mapping[str, Any]]:
    wrapped = (
        as_mappings(outer.get("CFPackage")) or as_mappings(outer.get("CFPackages")) or [outer]
        for outer in as_mappings(value)
    )
    return [package for packages in wrapped for package in packages if any(part in package for part in _PARTS)]


def _read_package(package: Mapping[str, Any]) -> Publication:
    document = as_mapping(package.get("CFDocument"))
    items = as_mappings(package.get("CFItems"))
    associations = as_mappings(package.get("CFAssociations"))
    edges = [_edge(association) for association in associations]
    own = as_text(document.get("identifier"))
    parents: dict[str, list[str]] = defaultdict(list)
    for edge in edges:
        if edge.type == "isChildOf" and edge.destination != own:
            parents[edge.origin].append(edge.destination)
    subjects = _subjects(document)
    entries = [_entry(item, parents[as_text(item.get("identifier"))], subjects) for item in items]
    return Publication(
        _in_tree_order(entries, associations),
        title=as_text(document.get("title")),
        id=own,
        licence=_licence(package, document),
        edges=tuple(edges),
        inherits=True,
        extra={**remaining(document, _DOCUMENT), **remaining(package, frozenset(_PARTS))},
    )


def _entry(item: Mapping[str, Any], parents: Sequence[str], subjects: str) -> Entry:
    short = as_text(item.get("abbreviatedStatement"))
    return Entry(
        id=as_text(item.get("identifier")),
        code=as_text(item.get("humanCodingScheme")),
        statement=as_text(item.get("fullStatement")) or short,
        grades=read_grades("|".join(as_texts(item.get("educationLevel")))),
        subject=", ".join(as_texts(item.get("subject"))) or subjects,
        level=as_text(item.get("CFItemType")) or _node(item.get("CFItemTypeURI"), "title"),
        parents=tuple(parents),
        enumeration=as_text(item.get("listEnumeration")),
        aliases=tuple(label for label in as_texts(item.get("alternativeLabel")) if _CODE.fullmatch(label)),
        extra=remaining(item, _KNOWN),
    )


def _edge(association: Mapping[str, Any]) -> Edge:
    kind = as_text(association.get("associationType"))
    return Edge(
        _node(association.get("originNodeURI")),
        kind[:1].lower() + kind[1:].replace(" ", ""),
        _node(association.get("destinationNodeURI")),
    )


def _node(value: Any, part: str = "identifier") -> str:
    """A node is `{title, identifier, uri}`; some exporters write the URI alone."""
    node = as_mapping(value)
    if part in node or part != "identifier":
        return as_text(node.get(part))
    return as_text(node.get("uri") if node else value).rstrip("/").rpartition("/")[2]


def _subjects(document: Mapping[str, Any]) -> str:
    linked = (_node(subject, "title") for subject in as_mappings(document.get("subjectURI")))
    return ", ".join(as_texts(document.get("subject"))) or ", ".join(filter(None, linked))


def _licence(package: Mapping[str, Any], document: Mapping[str, Any]) -> str:
    """The licence's title or address, from the document or from the one licence that the package defines."""
    link = document.get("licenseURI")
    defined = as_mappings(as_mapping(package.get("CFDefinitions")).get("CFLicenses"))
    name = _node(link, "title") or _node(link, "uri") or (as_text(link) if isinstance(link, str) else "")
    return name or (as_text(defined[0].get("title")) if len(defined) == 1 else "")


def _in_tree_order(entries: Sequence[Entry], associations: Sequence[Mapping[str, Any]]) -> tuple[Entry, ...]:
    """Parents before children, siblings by `sequenceNumber`; what hangs on nothing follows in the file's order."""
    place = {
        _node(association.get("originNodeURI")): _number(association.get("sequenceNumber"))
        for association in reversed(associations)
        if _edge(association).type == "isChildOf"
    }
    known = {entry.id for entry in entries}
    below: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        below[next((parent for parent in entry.parents if parent in known), "")].append(entry)
    for siblings in below.values():
        siblings.sort(key=lambda entry: place.get(entry.id, math.inf))
    ordered: dict[int, Entry] = {}
    for start in (*below[""], *entries):
        waiting = [start]
        while waiting:
            entry = waiting.pop()
            if id(entry) not in ordered:
                ordered[id(entry)] = entry
                waiting.extend(reversed(below[entry.id] if entry.id else ()))
    return tuple(ordered.values())


def _number(value: Any) -> float:
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        return math.inf
    return math.inf if math.isnan(number) else number
