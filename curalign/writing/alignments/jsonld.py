"""Alignments as schema.org's JSON-LD, as repositories of learning resources and search engines read it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any
from urllib.parse import quote

from curalign.domain.links import Strength
from curalign.domain.materials import Kind, Material, Role
from curalign.domain.standards import Standard
from curalign.interchange import address, generated_id
from curalign.writing.alignments.aligned import Aligned, Exchange, address_of, aligned, as_json, describe

CONTEXT = ["https://schema.org", {"curalign": "urn:curalign:"}]
"""What schema.org has no word for is under a prefix of ours."""


def write_jsonld(exchange: Exchange) -> dict[str, str]:
    """Write alignments as one graph of learning resources.

    Args:
        exchange: What is handed on.

    Returns:
        The text of the file under "". A unit `teaches` (or, by an assessment alone, `assesses`) what it reaches in
        full; every standard that it reaches at least in part is an `educationalAlignment`, with how sure that is.

    """
    titles = {source.id: source.title for source in exchange.coverage.framework.sources}
    grouped = groupby(aligned(exchange), key=lambda one: one.material)
    graph = [_resource(material, list(same), exchange, titles) for material, same in grouped]
    return {"": as_json({"@context": CONTEXT, "@graph": graph})}


def _resource(
    material: Material, every: Sequence[Aligned], exchange: Exchange, titles: dict[str, str]
) -> dict[str, Any]:
    is_unit = material.kind is Kind.UNIT
    resource: dict[str, Any] = {
        "@type": "LearningResource",
        "@id": address(generated_id("material", material.path)),
        "name": material.title or material.path,
        "url": quote(material.path.encode("utf-8", "surrogateescape"), safe="/"),
        "learningResourceType": "unit plan" if is_unit else "professional development",
        "audience": {"@type": "EducationalAudience", "educationalRole": "student" if is_unit else "teacher"},
        "educationalLevel": list(material.grades),
    }
    in_full = [one for one in every if one.strength is Strength.FULL] if is_unit else []
    for verb in ("teaches", "assesses"):
        terms = [_term(one.standard, titles) for one in in_full if _verb(one) == verb]
        if terms:
            resource[verb] = terms
    resource["educationalAlignment"] = [_alignment(one, exchange, titles) for one in every]
    return resource


def _verb(one: Aligned) -> str:
    """What a document does for a standard: PD only supports it; what no passage but an assessment shows is assessed."""
    if one.material.kind is not Kind.UNIT:
        return "supports"
    counted = [link.passage.role for link in one.links if link.strength is one.strength]
    return "assesses" if counted and all(role is Role.ASSESSMENT for role in counted) else "teaches"


def _term(standard: Standard, titles: dict[str, str]) -> dict[str, Any]:
    return {
        "@type": "DefinedTerm",
        "@id": address_of(standard),
        "termCode": standard.code,
        "name": standard.statement,
        "inDefinedTermSet": titles.get(standard.framework, standard.framework),
    }


def _alignment(one: Aligned, exchange: Exchange, titles: dict[str, str]) -> dict[str, Any]:
    standard = one.standard
    ours = describe(one, exchange)
    kept = ("probability", "strength", "evidence", "reviewer", "decision", "model", "run")
    return {
        "@type": "AlignmentObject",
        "alignmentType": _verb(one),
        "educationalFramework": titles.get(standard.framework, standard.framework),
        "targetName": standard.code,
        "targetDescription": standard.statement,
        "targetUrl": address_of(standard),
        **{f"curalign:{name}": ours[name] for name in kept if ours[name] is not None},
    }
