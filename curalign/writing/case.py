"""CASE 1.0 and 1.1 as JSON: what CASE has a field for stands there, the rest in `extensions` under our name."""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from curalign.domain.standards import Association, Framework, Standard
from curalign.interchange import (
    CHILD,
    UNKNOWN_CREATOR,
    child_id,
    from_text,
    identifier,
    is_bare,
    licence_of,
    link,
    subjects_of,
    tree_order,
)
from curalign.writing.by_source import SourcePart, split_by_source
from curalign.writing.case_associations import write_association
from curalign.writing.case_items import Setting, write_item
from curalign.writing.case_names import complete, place_fields

_BESIDE = ("CFDefinitions", "CFRubrics")
_PACKAGE = "CFPackage."
_WRAPPERS = ("CFDocument", "CFItems", "CFAssociations", "CFPackage", "CFPackages", "CFDocuments")
_TITLE = 60


def write_case(framework: Framework, version: str) -> str:
    """One package for one source, a list of them for several, and a list of documents where there are no standards."""
    parts = split_by_source(framework)
    if not framework.standards:
        written: Any = {"CFDocuments": [_document(part, [], version, is_alone=True) for part in parts]}
    else:
        packages = [_package(part, version) for part in parts]
        written = packages[0] if len(packages) == 1 else packages
    return json.dumps(written, ensure_ascii=False, indent=1) + "\n"


def _package(part: SourcePart, version: str) -> dict[str, Any]:
    edges = [*_parent_edges(part), *part.associations]
    document = _document(part, edges, version)
    setting = Setting(version, part.source.id, subjects_of(document))
    items = [complete(write_item(standard, setting), standard.id) for standard in part.standards]
    nodes = {part.source.id: _node(part.source.title, document)}
    for standard, item in zip(part.standards, items, strict=True):
        nodes[standard.id] = _node(item.get("humanCodingScheme") or standard.statement, item)
    return {
        "CFDocument": document,
        "CFItems": items,
        "CFAssociations": [write_association(edge, nodes, setting) for edge in edges],
        **{
            name.removeprefix(_PACKAGE): from_text(text) for name, text in part.source.extra.items() if _is_beside(name)
        },
    }


def _document(
    part: SourcePart, edges: Sequence[Association], version: str, *, is_alone: bool = False
) -> dict[str, Any]:
    """The document of a package; one that `is_alone` holds what would stand beside it as well."""
    source = part.source
    extension: dict[str, Any] = {} if identifier(source.id) == source.id else {"id": source.id}
    extension |= {} if _is_in_tree_order(part, edges) else {"order": "items"}
    extension |= {"inherits": False} if _would_inherit(part) else {}
    document: dict[str, Any] = {"identifier": identifier(source.id), "title": source.title}
    extra = {name: text for name, text in source.extra.items() if is_alone or not _is_beside(name)}
    stated = from_text(extra.get("licenseURI", ""))
    if (
        isinstance(stated, dict)
        and licence_of(stated) in ("", source.licence)
        and not is_bare(stated, licence_of(stated))
    ):
        document["licenseURI"] = from_text(extra.pop("licenseURI"))
    elif source.licence:
        document["licenseURI"] = link(source.licence)
    undefined = not source.licence and "CFDefinitions" in source.extra
    if undefined or licence_of(document.get("licenseURI")) != source.licence:
        extension["licence"] = source.licence
    if version != "1.0":
        document["caseVersion"] = version
    written = place_fields(document, extra, extension, "document", version, source.id)
    return complete({"creator": UNKNOWN_CREATOR, **written}, source.id)


def _is_beside(name: str) -> bool:
    """Whether a field of a source stands in the package beside its document."""
    inner = name.removeprefix(_PACKAGE)
    return name in _BESIDE or (name != inner and bool(inner) and inner not in (*_BESIDE, *_WRAPPERS))


def _parent_edges(part: SourcePart) -> list[Association]:
    """An edge to its parent, or to the document, for each standard without such an association."""
    stated: dict[str, list[str]] = {}
    for edge in part.associations:
        if edge.type == CHILD:
            stated.setdefault(edge.origin, []).append(edge.destination)
    inside = {standard.id for standard in part.standards}
    position: dict[str | None, int] = {}
    edges = []
    for standard in part.standards:
        position[standard.parent] = position.get(standard.parent, 0) + 1
        if not _is_told(standard, stated.get(standard.id, ()), inside, part.source.id):
            above = standard.parent or part.source.id
            number = position[standard.parent]
            edges.append(Association(standard.id, CHILD, above, child_id(standard.id, above), number))
    return edges


def _is_told(standard: Standard, stated: Sequence[str], inside: Collection[str], document: str) -> bool:
    """Whether reading takes the standard's parent, or that it has none, from associations that end there."""
    parents = [one for one in stated if one != document]
    found = next((one for one in parents if one in inside and one != standard.id), None)
    if found is not None or standard.parent is not None:
        return found == standard.parent
    return standard.extra.get("parent") == parents[0] if parents else bool(stated)


def _is_in_tree_order(part: SourcePart, edges: Sequence[Association]) -> bool:
    names = [standard.id for standard in part.standards]
    above = {standard.id: standard.parent or "" for standard in part.standards}
    place = {
        edge.origin: math.inf if edge.sequence is None else edge.sequence
        for edge in reversed(edges)
        if edge.type == CHILD
    }
    return tree_order(names, above, place) == list(range(len(names)))


def _would_inherit(part: SourcePart) -> bool:
    """Whether a standard without grades stands below one that states some: CASE would give it those."""
    by_id = {standard.id: standard for standard in part.standards}
    for standard in part.standards:
        above = by_id.get(standard.parent or "")
        if above is not None and above.grades and not standard.grades:
            return True
    return False


def _node(title: str, target: Mapping[str, Any]) -> dict[str, Any]:
    return {"title": title[:_TITLE], "identifier": target["identifier"], "uri": target["uri"]}
