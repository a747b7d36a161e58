"""The Achievement Standards Network's RDF as JSON: subjects, predicates and values, all by address."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from curalign.domain.grades import read_grades
from curalign.reading.files.content import Content
from curalign.reading.frameworks.markup import as_published, plain_text
from curalign.reading.frameworks.publication import (
    Edge,
    Entry,
    Publication,
    as_mapping,
    as_mappings,
    as_stated,
    as_text,
)

_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_CORE = "http://purl.org/ASN/schema/core/"
_KNOWN = frozenset(
    (
        *("type", "isPartOf", "isChildOf", "hasChild", "description", "educationLevel", "subject", "statementLabel"),
        *("statementNotation", "altStatementNotation", "listID"),
    )
)
_EDGES = {
    "alignTo": "alignTo",
    "comprisedOf": "comprisedOf",
    "derivedFrom": "derivedFrom",
    "exactMatch": "exactMatchOf",
}


def is_asn_rdf(content: Content) -> bool:
    """JSON that describes at least one ASN statement."""
    subjects = as_mapping(content.json)
    return any(_CORE + "Statement" in _values(predicates, "type") for predicates in subjects.values())


def read_asn_rdf(content: Content) -> list[Publication]:
    """Every document of the file with its statements."""
    subjects = {name: as_mapping(predicates) for name, predicates in as_mapping(content.json).items()}
    documents = {name for name, about in subjects.items() if _CORE + "StandardDocument" in _values(about, "type")}
    homes: dict[str, dict[str, Mapping[str, Any]]] = {}
    for name, about in subjects.items():
        if _CORE + "Statement" in _values(about, "type"):
            home = next((one for one in _values(about, "isPartOf") if one in documents), "")
            homes.setdefault(home, {})[name] = about
    return [_publication(home, subjects.get(home, {}), statements) for home, statements in homes.items()]


def _publication(document: str, about: Mapping[str, Any], statements: Mapping[str, Mapping[str, Any]]) -> Publication:
    edges = (
        Edge(name, kind, other)
        for name, statement in statements.items()
        for predicate, kind in _EDGES.items()
        for other in _values(statement, predicate)
    )
    return Publication(
        tuple(_entry(name, statement, document) for name, statement in statements.items()),
        title=" ".join(_values(about, "title")),
        id=document,
        licence=", ".join(_values(about, "license") or _values(about, "rights")),
        edges=tuple(edges),
        inherits=True,
        extra=_extra(about),
    )


def _entry(name: str, about: Mapping[str, Any], document: str) -> Entry:
    published = "\n".join(_values(about, "description"))
    grades = tuple(map(_tail, _values(about, "educationLevel")))
    return Entry(
        id=name,
        code=" ".join(_values(about, "statementNotation")),
        statement=plain_text(published),
        grades=read_grades("|".join(grades)),
        subject=", ".join(map(_tail, _values(about, "subject"))),
        level=" ".join(_values(about, "statementLabel")),
        parents=tuple(parent for parent in _values(about, "isChildOf") if parent != document),
        enumeration=" ".join(_values(about, "listID")),
        aliases=_values(about, "altStatementNotation"),
        extra={**_extra(about), **as_published(published), **as_stated("educationLevel", grades)},
    )


def _values(about: Any, name: str) -> tuple[str, ...]:
    """The values of the predicate with this last name, whatever vocabulary it is taken from."""
    found = (values for predicate, values in as_mapping(about).items() if _tail(predicate) == name)
    texts = (as_text(value.get("value")) for values in found for value in as_mappings(values))
    return tuple(text for text in texts if text)


def _extra(about: Mapping[str, Any]) -> dict[str, str]:
    names = (_tail(predicate) for predicate in about)
    kept = {name: _values(about, name) for name in names if name not in _KNOWN and name not in _EDGES}
    return {name: values[0] if len(values) == 1 else as_text(list(values)) for name, values in kept.items() if values}


def _tail(address: str) -> str:
    return re.split(r"[/#]", address)[-1]
