"""Learning Commons' knowledge graph: nodes and relationships as JSON lines, and the CSV that lists its frameworks.

Its CSV of standards is a table like any other.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from curalign.errors import UnreadableError
from curalign.reading.files.content import Content
from curalign.reading.files.tables import read_delimited
from curalign.reading.frameworks.publication import Edge, Publication, as_mapping, as_text, remaining
from curalign.reading.frameworks.records import publish_records

_CATALOGUE = ("caseIdentifierUUID", "name", "adoptionStatus")
_CATALOGUED = ("caseIdentifierUUID", "name", "license")


def is_catalogue(content: Content) -> bool:
    """The CSV of frameworks: it names them and holds none of their statements."""
    if content.is_workbook:
        return False
    first = content.text.partition("\n")[0].strip().split(",")
    return all(name in first for name in _CATALOGUE) and "statementCode" not in first


def read_catalogue(content: Content) -> list[Publication]:
    """The frameworks that the CSV lists, each without standards."""
    header, *rows = read_delimited(content.text, delimiter=",").rows
    listed = [dict(zip(header.cells, row.cells, strict=False)) for row in rows]
    return [
        Publication(
            (),
            title=one.get("name", ""),
            id=one["caseIdentifierUUID"],
            licence=one.get("license", ""),
            extra={name: cell for name, cell in one.items() if cell and name not in _CATALOGUED},
            names_only=True,
        )
        for one in listed
        if one.get("caseIdentifierUUID")
    ]


def is_learning_commons(content: Content) -> bool:
    """JSON lines of nodes with labels and properties, or of the relationships between them."""
    lines = content.json_lines
    return bool(lines) and all(_is_node(line) or _is_relationship(line) for line in lines)


def read_learning_commons(content: Content) -> list[Publication]:
    """The standards among the nodes as one publication, parents from `hasChild` where relationships are given too."""
    nodes = [line for line in content.json_lines if _is_node(line)]
    relationships = [line for line in content.json_lines if _is_relationship(line)]
    standards = [node for node in nodes if "StandardsFrameworkItem" in node["labels"]]
    if not standards:
        raise UnreadableError(trouble="no-nodes")
    ids = {as_text(node.get("identifier")): _id(node) for node in nodes}
    parents: dict[str, str] = {}
    edges: list[Edge] = []
    for line in relationships:
        start, end = as_text(line.get("source_identifier")), as_text(line.get("target_identifier"))
        if line["label"] == "hasChild":
            parents.setdefault(end, ids.get(start, start))
        else:
            identifier = as_text(line.get("identifier"))
            extra = remaining(as_mapping(line.get("properties")), frozenset())
            edges.append(
                Edge(ids.get(start, start), as_text(line["label"]), ids.get(end, end), identifier, extra=extra)
            )
    records = [_record(node, parents) for node in standards]
    frameworks = [as_mapping(node["properties"]) for node in nodes if "StandardsFramework" in node["labels"]]
    about: Mapping[str, Any] = frameworks[0] if len(frameworks) == 1 else {}
    read = publish_records(records, {})
    return [
        Publication(
            read.entries,
            title=as_text(about.get("name")),
            id=as_text(about.get("caseIdentifierUUID")),
            licence=read.licence or as_text(about.get("license")),
            edges=tuple(edges),
            inherits=True,
            extra=remaining(about, frozenset(_CATALOGUED)),
        )
    ]


def _is_node(line: Mapping[str, Any]) -> bool:
    return isinstance(line.get("labels"), list) and isinstance(line.get("properties"), dict)


def _is_relationship(line: Mapping[str, Any]) -> bool:
    return "source_identifier" in line and "target_identifier" in line and "label" in line


def _id(node: Mapping[str, Any]) -> str:
    return as_text(as_mapping(node["properties"]).get("caseIdentifierUUID")) or as_text(node.get("identifier"))


def _record(node: Mapping[str, Any], parents: Mapping[str, str]) -> dict[str, Any]:
    identifier = as_text(node.get("identifier"))
    return {"identifier": identifier, **node["properties"], "parent": parents.get(identifier, "")}
