"""CASE 1.0 and 1.1 (1EdTech): packages as JSON, one, several, wrapped or bare; and lists of documents."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from curalign.interchange import (
    CHILD,
    child_id,
    is_bare,
    licence_of,
    may_be_generated,
    subjects_of,
    to_text,
    tree_order,
)
from curalign.reading.files.content import Content
from curalign.reading.frameworks.case_items import (
    Names,
    read_edge,
    read_entry,
    read_extension,
    remaining_fields,
)
from curalign.reading.frameworks.publication import Edge, Entry, Publication, as_mapping, as_mappings, as_text

_DOCUMENT = frozenset(("identifier", "title", "caseVersion"))
_PARTS = ("CFDocument", "CFItems", "CFAssociations")
_DEFINITIONS = ("CFDefinitions", "CFRubrics")


def is_case(content: Content) -> bool:
    """JSON that holds a CFPackage, or the parts of one."""
    return any("CFItems" in package or "CFDocument" in package for package in packages(content.json))


def read_case(content: Content) -> list[Publication]:
    """Every package of the file, items in the order of the tree (`sequenceNumber` among siblings)."""
    return [_read_package(package) for package in packages(content.json)]


def is_case_documents(content: Content) -> bool:
    """JSON that lists documents and none of their items, as CASE servers answer `CFDocuments`."""
    return "CFDocuments" in as_mapping(content.json)


def read_case_documents(content: Content) -> list[Publication]:
    """The frameworks that the list names, each without standards."""
    documents = as_mappings(as_mapping(content.json).get("CFDocuments"))
    return [_read_package({"CFDocument": document}, names_only=True) for document in documents]


def packages(value: Any) -> list[Mapping[str, Any]]:
    """The packages in a file's JSON, however they are wrapped."""
    wrapped = (
        as_mappings(outer.get("CFPackage")) or as_mappings(outer.get("CFPackages")) or [outer]
        for outer in as_mappings(value)
    )
    return [package for found in wrapped for package in found if any(part in package for part in _PARTS)]


def _read_package(package: Mapping[str, Any], *, names_only: bool = False) -> Publication:
    document = as_mapping(package.get("CFDocument"))
    extension = read_extension(document)
    items = as_mappings(package.get("CFItems"))
    names = Names.of(document, items)
    edges = [read_edge(association, names) for association in as_mappings(package.get("CFAssociations"))]
    parents = _parents(edges, names.document)
    subjects = subjects_of(document)
    entries = [read_entry(item, number, parents, names, subjects) for number, item in enumerate(items, 1)]
    return Publication(
        tuple(entries) if extension.get("order") == "items" else _in_tree_order(entries, edges),
        title=as_text(document.get("title")),
        id=names.document,
        licence=as_text(extension["licence"]) if "licence" in extension else _licence(package, document),
        edges=tuple(edge for edge in edges if not _is_generated(edge)),
        inherits="inherits" not in extension,
        extra={**_document_extra(document, names), **_package_extra(package)},
        names_only=names_only,
    )


def _is_generated(edge: Edge) -> bool:
    """Whether we wrote the edge only because CASE has no other place for a parent."""
    return edge.type == CHILD and may_be_generated(edge.id) and edge.id == child_id(edge.origin, edge.destination)


def _parents(edges: Sequence[Edge], document: str) -> Mapping[str, tuple[str, ...]]:
    """The parents of each item; an edge that curalign wrote overrides all others, even one to the document."""
    made = {edge.origin: edge.destination for edge in edges if _is_generated(edge)}
    parents: dict[str, list[str]] = defaultdict(list)
    for edge in edges:
        if (
            edge.type == CHILD
            and edge.destination not in ("", document)
            and made.get(edge.origin, edge.destination) == edge.destination
        ):
            parents[edge.origin].append(edge.destination)
    return {name: tuple(dict.fromkeys(above)) for name, above in parents.items()}


def _in_tree_order(entries: Sequence[Entry], edges: Sequence[Edge]) -> tuple[Entry, ...]:
    known = {entry.id for entry in entries}
    above = {
        entry.id: next((p for p in entry.parents if p in known and p != entry.id), "") for entry in reversed(entries)
    }
    place = {edge.origin: _place(edge) for edge in reversed(edges) if edge.type == CHILD}
    return tuple(entries[at] for at in tree_order([entry.id for entry in entries], above, place))


def _place(edge: Edge) -> float:
    if edge.sequence is not None:
        return edge.sequence
    try:
        number = float(edge.extra.get("sequenceNumber", "").strip('"'))
    except ValueError:
        return math.inf
    return math.inf if math.isnan(number) else number


def _licence(package: Mapping[str, Any], document: Mapping[str, Any]) -> str:
    """The licence's title or address, from the document or from the one licence that the package defines."""
    stated = document.get("licenseURI")
    defined = as_mappings(as_mapping(package.get("CFDefinitions")).get("CFLicenses"))
    return licence_of(stated) or (as_text(defined[0].get("title")) if len(defined) == 1 else "")


def _document_extra(document: Mapping[str, Any], names: Names) -> dict[str, str]:
    stated = document.get("licenseURI")
    known = _DOCUMENT | ({"licenseURI"} if is_bare(stated, licence_of(stated)) else set())
    return remaining_fields(document, known, names)


def _package_extra(package: Mapping[str, Any]) -> dict[str, str]:
    """What stands beside the document, apart from it in name: both may have `extensions`."""
    beside = {name: value for name, value in package.items() if name not in _PARTS}
    return {
        name if name in _DEFINITIONS else f"CFPackage.{name}": to_text(value)
        for name, value in beside.items()
        if to_text(value)
    }
