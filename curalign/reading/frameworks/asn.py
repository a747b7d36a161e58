"""The Achievement Standards Network's manifests: JSON, a tree of statements under `children`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from curalign.domain.grades import read_grades
from curalign.reading.files.content import Content
from curalign.reading.frameworks.markup import as_published, plain_text
from curalign.reading.frameworks.publication import (
    Edge,
    Entry,
    Publication,
    as_mappings,
    as_stated,
    as_text,
    as_texts,
    remaining,
)

_KNOWN = frozenset(
    (
        *("id", "text", "children", "leaf", "cls", "dcterms_description", "dcterms_educationLevel", "dcterms_subject"),
        *("asn_statementNotation", "asn_altStatementNotation", "asn_statementLabel", "asn_listID", "skos_exactMatch"),
    )
)
_DOCUMENT = frozenset(("id", "children", "dc_title", "title", "dcterms_license"))


def is_asn(content: Content) -> bool:
    """JSON whose topmost nodes have an id, and fields or children as ASN names them."""
    tops = as_mappings(content.json)
    return any("id" in top and ("dcterms_description" in top or _is_document(top)) for top in tops)


def read_asn(content: Content) -> list[Publication]:
    """The whole tree as one publication; a topmost node that states nothing itself is the document."""
    tops = as_mappings(content.json)
    document: Mapping[str, Any] = tops[0] if len(tops) == 1 and _is_document(tops[0]) else {}
    entries: list[Entry] = []
    edges: list[Edge] = []
    waiting = [("", top) for top in reversed(as_mappings(document.get("children")) or tops)]
    while waiting:
        above, node = waiting.pop()
        entry = _entry(node, above)
        entries.append(entry)
        edges.extend(Edge(entry.id, "exactMatchOf", match) for match in _labels(node.get("skos_exactMatch")))
        waiting.extend((entry.id, child) for child in reversed(as_mappings(node.get("children"))))
    title = " ".join(_labels(document.get("dc_title") or document.get("title") or document.get("text")))
    licence = ", ".join(_labels(document.get("dcterms_license") or document.get("dcterms_rights")))
    identifier = as_text(document.get("id"))
    extra = remaining(document, _DOCUMENT)
    return [Publication(tuple(entries), title, identifier, licence, edges=tuple(edges), inherits=True, extra=extra)]


def _is_document(top: Mapping[str, Any]) -> bool:
    children = as_mappings(top.get("children"))
    return "dcterms_description" not in top and any("dcterms_description" in child for child in children)


def _entry(node: Mapping[str, Any], above: str) -> Entry:
    published = "\n".join(_labels(node.get("dcterms_description")) or _labels(node.get("text")))
    grades = _labels(node.get("dcterms_educationLevel"))
    return Entry(
        id=as_text(node.get("id")),
        code=" ".join(_labels(node.get("asn_statementNotation"))),
        statement=plain_text(published),
        grades=read_grades("|".join(grades)),
        subject=", ".join(_labels(node.get("dcterms_subject"))),
        level=" ".join(_labels(node.get("asn_statementLabel"))),
        parents=(above,) if above else (),
        enumeration=" ".join(_labels(node.get("asn_listID"))),
        aliases=_labels(node.get("asn_altStatementNotation")),
        extra={**remaining(node, _KNOWN), **as_published(published), **as_stated("dcterms_educationLevel", grades)},
    )


def _labels(value: Any) -> tuple[str, ...]:
    """The words of one value or several: ASN writes plain text, `{literal, language}` or `{uri, prefLabel}`."""
    values = value if isinstance(value, list) else [value]
    return as_texts([_word(one) if isinstance(one, dict) else one for one in values])


def _word(value: Mapping[str, Any]) -> Any:
    return value.get("literal") or value.get("prefLabel") or value.get("uri")
