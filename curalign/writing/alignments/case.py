"""Alignments as CASE associations: the documents are related to the standards of their publishers, by identifier.

CASE has no place for a probability, for evidence or for who looked: 1.1 takes them in `extensions`, under our name; for
1.0, which knows no extensions, they stand in JSON lines beside the file.
"""

from __future__ import annotations

from typing import Any

from curalign.domain.materials import Material
from curalign.domain.standards import Standard
from curalign.interchange import EXTENSION, address, generated_id, identifier
from curalign.writing.alignments.aligned import Aligned, Exchange, address_of, aligned, as_json, as_lines, describe

RELATED = "isRelatedTo"
"""`exemplar` would call a document best practice, and the other types order or equate standards."""
_TITLE = 60


def write_case_alignments(exchange: Exchange, version: str) -> dict[str, str]:
    """Write alignments as a CASE package of associations.

    Args:
        exchange: What is handed on.
        version: Of CASE, `1.0` or `1.1`.

    Returns:
        The text of the package under "", and for 1.0 the lines beside it under `.evidence.jsonl`: an object for each
        association, by its identifier.

    """
    every = aligned(exchange)
    described = [describe(one, exchange) for one in every]
    if version == "1.0":
        lines = [{"identifier": one.id, **more} for one, more in zip(every, described, strict=True)]
        edges = [_association(one, exchange) for one in every]
        return {"": as_json(_package(edges, exchange, version)), ".evidence.jsonl": as_lines(lines)}
    edges = [
        {**_association(one, exchange), "extensions": {EXTENSION: more}}
        for one, more in zip(every, described, strict=True)
    ]
    return {"": as_json(_package(edges, exchange, version))}


def _package(edges: list[dict[str, Any]], exchange: Exchange, version: str) -> dict[str, Any]:
    name = generated_id("alignments", exchange.district)
    made = exchange.made_with
    document: dict[str, Any] = {
        "identifier": name,
        "uri": address(name),
        "creator": f"curalign {made.curalign}",
        "title": f"{exchange.district}: which documents teach which standards",
        "lastChangeDateTime": exchange.time,
        "version": exchange.run,
        "adoptionStatus": "Draft",
    }
    if version != "1.0":
        document["caseVersion"] = version
    return {"CFDocument": document, "CFItems": [], "CFAssociations": edges}


def _association(one: Aligned, exchange: Exchange) -> dict[str, Any]:
    return {
        "identifier": one.id,
        "associationType": RELATED,
        "uri": address(one.id),
        "originNodeURI": _node_of_material(one.material),
        "destinationNodeURI": _node_of_standard(one.standard),
        "lastChangeDateTime": exchange.time,
    }


def _node_of_material(material: Material) -> dict[str, str]:
    name = generated_id("material", material.path)
    return {"title": (material.title or material.path)[:_TITLE], "identifier": name, "uri": address(name)}


def _node_of_standard(standard: Standard) -> dict[str, str]:
    """As its publisher names it, so that whoever has the standards finds it among them."""
    return {
        "title": (standard.code or standard.statement)[:_TITLE],
        "identifier": identifier(standard.id),
        "uri": address_of(standard),
    }
