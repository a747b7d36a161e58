"""The fields that each version of CASE has, and where a field goes that it has not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from curalign.interchange import (
    EXTENSION,
    GENERATED,
    PLAIN,
    UNKNOWN_CREATOR,
    UNKNOWN_TIME,
    address,
    from_text,
    identifier,
    name_of_node,
)

CONSUMED: Mapping[str, frozenset[str]] = {
    "document": frozenset(("identifier", "title", "caseVersion", "licenseURI")),
    "item": frozenset(
        (
            *("identifier", "humanCodingScheme", "fullStatement", "CFItemType", "subject", "educationLevel"),
            *("alternativeLabel",),
        )
    ),
    "association": frozenset(
        (
            *("identifier", "associationType", "sequenceNumber", "CFAssociationGroupingURI", "originNodeURI"),
            *("destinationNodeURI",),
        )
    ),
}
"""Fields that say what our nouns say; in `extra` they can only be what some other format calls so."""

_BOTH: Mapping[str, tuple[str, ...]] = {
    "document": (
        *("uri", "creator", "lastChangeDateTime", "officialSourceURL", "publisher", "description", "subject"),
        *("subjectURI", "language", "version", "adoptionStatus", "statusStartDate", "statusEndDate", "notes"),
        *("CFPackageURI",),
    ),
    "item": (
        *("uri", "lastChangeDateTime", "CFItemTypeURI", "listEnumeration", "abbreviatedStatement", "conceptKeywords"),
        *("conceptKeywordsURI", "notes", "language", "licenseURI", "statusStartDate", "statusEndDate", "CFDocumentURI"),
    ),
    "association": ("uri", "lastChangeDateTime", "CFDocumentURI"),
}
_LATER: Mapping[str, tuple[str, ...]] = {
    "document": ("frameworkType",),
    "item": ("subjectURI",),
    "association": ("notes",),
}
FIELDS: Mapping[str, Mapping[str, frozenset[str]]] = {
    "1.0": {kind: frozenset(names) for kind, names in _BOTH.items()},
    "1.1": {kind: frozenset((*names, *_LATER[kind])) for kind, names in _BOTH.items()},
}
"""What `extra` may hold of each version's own fields."""

_LISTS = ("conceptKeywords", "subject")
_LINKS = ("conceptKeywordsURI", "CFItemTypeURI", "licenseURI", "CFPackageURI", "CFDocumentURI")


def place_fields(
    target: dict[str, Any], extra: Mapping[str, str], extension: dict[str, Any], kind: str, version: str, document: str
) -> dict[str, Any]:
    """`target` with what `extra` holds: CASE's own fields as such, the rest in `extensions` beside `extension`.

    1.0 knows no extensions: there, fields of other makers stand beside CASE's own, where those makers put them.
    """
    beyond = {}
    for name, text in extra.items():
        value = text if name in PLAIN else from_text(text)
        is_ours = (
            name == GENERATED
            or name in CONSUMED[kind]
            or name in target
            or _is_filler(name, value, target, extension, document)
        )
        fits = _fits(name, value) if name in FIELDS[version][kind] else version == "1.0"
        if name == "extensions" or is_ours or not fits:
            beyond[name] = from_text(text)
        else:
            target[name] = value
    others = beyond.get("extensions")
    extensions: dict[str, Any] = {}
    if isinstance(others, dict) and others and EXTENSION not in others:
        extensions = beyond.pop("extensions")
    kept = {**extension, **({"fields": beyond} if beyond else {})}
    merged = {**extensions, **({EXTENSION: kept} if kept else {})}
    return {**target, **({"extensions": merged} if merged else {})}


def complete(fields: dict[str, Any], name: str) -> dict[str, Any]:
    """The fields, with those that CASE demands of everything."""
    return {"uri": address(name), "lastChangeDateTime": UNKNOWN_TIME, **fields}


def _fits(name: str, value: Any) -> bool:
    if name in _LISTS:
        return isinstance(value, list)
    return isinstance(value, dict) if name in _LINKS else True


def _is_filler(name: str, value: Any, target: Mapping[str, Any], extension: Mapping[str, Any], document: str) -> bool:
    """Whether a reader would take the value for one that we filled in."""
    if name == "uri":
        own = target["identifier"]
        return value in (address(extension.get("id", own)), f"urn:uuid:{own}")
    if name == "CFDocumentURI":
        return name_of_node(value) in (document, identifier(document))
    return (name, value) in (("lastChangeDateTime", UNKNOWN_TIME), ("creator", UNKNOWN_CREATOR))
