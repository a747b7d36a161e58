"""CASE's associations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from curalign.domain.standards import Association
from curalign.interchange import (
    case_type,
    edge_id,
    from_text,
    grouping_of,
    identifier,
    is_bare,
    link,
    name_of_node,
    read_type,
    whole_number,
)
from curalign.writing.case_items import Setting
from curalign.writing.case_names import complete, place_fields


def write_association(edge: Association, nodes: Mapping[str, dict[str, Any]], setting: Setting) -> dict[str, Any]:
    """One association as CFAssociation; `nodes` are what stands in the same package, by id."""
    extra, extension = dict(edge.extra), {}
    guid = identifier(edge.id) if edge.id else edge_id(edge.origin, edge.type, edge.destination)
    kind = case_type(edge.type, setting.version)
    if edge.id and guid != edge.id:
        extension["id"] = edge.id
    if read_type(kind) != edge.type:
        extension["type"] = edge.type
    association: dict[str, Any] = {"identifier": guid, "associationType": kind}
    for name, end in (("originNodeURI", edge.origin), ("destinationNodeURI", edge.destination)):
        node = _stated(name, end, extra) or nodes.get(end) or (link(end) if end else None)
        if node:
            association[name] = node
    _add_sequence(association, edge, extra)
    _add_grouping(association, edge, extra)
    return complete(place_fields(association, extra, extension, "association", setting.version, setting.document), guid)


def _stated(name: str, end: str, extra: dict[str, str]) -> Any:
    """A node as its publisher gave it, where that holds more than its name."""
    stated = from_text(extra.get(name, ""))
    is_node = stated and name_of_node(stated) == end and not is_bare(stated, end)
    return from_text(extra.pop(name)) if is_node else None


def _add_sequence(association: dict[str, Any], edge: Association, extra: dict[str, str]) -> None:
    if edge.sequence is not None:
        association["sequenceNumber"] = edge.sequence
    elif "sequenceNumber" in extra and whole_number(from_text(extra["sequenceNumber"])) is None:
        association["sequenceNumber"] = from_text(extra.pop("sequenceNumber"))


def _add_grouping(association: dict[str, Any], edge: Association, extra: dict[str, str]) -> None:
    stated = from_text(extra.get("CFAssociationGroupingURI", ""))
    if isinstance(stated, dict) and grouping_of(stated) == edge.grouping and not is_bare(stated, edge.grouping):
        association["CFAssociationGroupingURI"] = from_text(extra.pop("CFAssociationGroupingURI"))
    elif edge.grouping:
        association["CFAssociationGroupingURI"] = link(edge.grouping)
