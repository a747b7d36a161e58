"""What readers and writers of standards agree upon: names of CASE, ids that are made, and text that stands for JSON."""

from __future__ import annotations

import json
import math
import re
import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

EXTENSION = "curalign"
"""Where files keep what their format has no place for: in CASE's `extensions`, and as a column of CSV."""

FRAMEWORK = "framework"
TITLE = "framework title"
"""The columns of CSV that hold the id and the title of a standard's framework."""

FORMULA = "=+@\\-\uff1d\uff0b\uff0d\uff20\t\r"
"""What spreadsheets begin a formula with, also in full width, as the inside of a pattern's brackets."""

GENERATED = "code made"
"""The key in `Standard.extra` that marks a code which the publisher did not give."""

UNKNOWN_TIME = "1970-01-01T00:00:00+00:00"
"""Written where CASE demands a time of change and none is known; the same on every day, and read as none."""

UNKNOWN_CREATOR = "unknown"
"""Written where CASE demands a creator and none is known, and read as none."""

CHILD = "isChildOf"
TYPES: tuple[str, ...] = (
    *("isChildOf", "isPeerOf", "isPartOf", "exactMatchOf", "precedes", "isRelatedTo", "replacedBy", "exemplar"),
    *("hasSkillLevel", "isTranslationOf"),
)
"""CASE's association types; 1.1 added the last and lets others begin with `ext:`."""

PLAIN_COLUMNS: Mapping[str, str] = {
    "identifier": "id",
    "code": "code",
    "statement": "statement",
    "grades": "grades",
    "subject": "subject",
    "level": "level",
    "parent": "parent",
    "aliases": "aliases",
    "licence": "licence",
}
"""The columns of our own CSV, and which noun each holds."""

OPENSALT_COLUMNS: Mapping[str, str] = {
    "Identifier": "id",
    "fullStatement": "statement",
    "Human Coding Scheme": "code",
    "sequenceNumber": "sequence",
    "Is Child Of": "parent",
    "educationLevel": "grades",
    "Subject": "subject",
    "CFItemType": "level",
    "Aliases": "aliases",
    "License": "licence",
}
"""The noun that each of OpenSALT's columns holds, and each of curalign's that it lacks."""

OPENSALT_FIELDS: Mapping[str, str] = {
    "Abbreviated Statement": "abbreviatedStatement",
    "ConceptKeywords": "conceptKeywords",
    "Notes": "notes",
}
"""OpenSALT's columns that CASE has fields for, by their headers."""

OPENSALT_EDGES: Mapping[str, str] = {
    "IsPartOf": "isPartOf",
    "replacedBy": "replacedBy",
    "Exemplar": "exemplar",
    "hasSkillLevel": "hasSkillLevel",
    "IsRelatedTo": "isRelatedTo",
}
"""OpenSALT's columns of associations, by their headers."""

PLAIN: frozenset[str] = frozenset(
    (
        *("officialSourceURL", "publisher", "description", "creator", "language", "version", "adoptionStatus"),
        *("statusStartDate", "statusEndDate", "notes", "frameworkType", "caseVersion", "alternativeLabel", "uri"),
        *("listEnumeration", "abbreviatedStatement", "lastChangeDateTime"),
    )
)
"""CASE's fields that hold plain text; any other may hold any JSON."""

NATIVE_COLUMNS: Mapping[str, str] = {**PLAIN_COLUMNS, **OPENSALT_COLUMNS}
NATIVE_HEADERS = frozenset((*NATIVE_COLUMNS, *OPENSALT_FIELDS, *OPENSALT_EDGES, FRAMEWORK, TITLE, EXTENSION))
"""What we write above columns; no field of another name can be taken for one of these."""

_NAMESPACE = uuid.UUID("2f8a3c1e-8a55-5d0c-9c2b-6b1f0a7d4e02")
_WHOLE = re.compile(r"-?[0-9]{1,15}(?:\.0+)?")
_UUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", re.IGNORECASE)
_MADE_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")


def generated_id(*parts: str) -> str:
    """A UUID5 of these parts, the same on every machine."""
    return str(uuid.uuid5(_NAMESPACE, json.dumps(parts)))


def may_be_generated(identifier: str) -> bool:
    """Whether an identifier may be one of `generated_id`. Asked first, because making one to compare is slow."""
    return _MADE_UUID.fullmatch(identifier) is not None


def identifier(name: str) -> str:
    """CASE's identifier, which must be a UUID, of what is named so: the name itself where it is one."""
    return name if _UUID.fullmatch(name) else generated_id("node", name)


def address(name: str) -> str:
    """The `uri` of something without one: its name where that is an address, else its identifier as a URN."""
    return name if "://" in name else f"urn:uuid:{identifier(name)}"


def link(name: str) -> dict[str, str]:
    """CASE's `{title, identifier, uri}` for a thing of which only the name is known."""
    return {"title": name, "identifier": identifier(name), "uri": address(name)}


def edge_id(origin: str, kind: str, destination: str) -> str:
    """The identifier of an association that has none of its own."""
    return generated_id("association", origin, kind, destination)


def child_id(child: str, parent: str) -> str:
    """The identifier of an association that only names a standard's parent."""
    return generated_id("child", child, parent)


def name_of_node(node: Any) -> str:
    """The name of what a node `{title, identifier, uri}` leads to; some exporters write the URI alone."""
    if not isinstance(node, dict) or "identifier" not in node:
        uri = node.get("uri") if isinstance(node, dict) else node
        return uri.strip().rstrip("/").rpartition("/")[2] if isinstance(uri, str) else ""
    title = to_text(node.get("title"))
    found = node["identifier"].strip() if isinstance(node["identifier"], str) else to_text(node["identifier"])
    return title if title and may_be_generated(found) and found == identifier(title) else found


def subjects_of(document: Mapping[str, Any]) -> str:
    """The subjects of a whole CASE document, for items that state none."""
    stated, linked = document.get("subject"), document.get("subjectURI")
    subjects = [one.strip() for one in (stated if isinstance(stated, list) else [stated]) if isinstance(one, str)]
    links = linked if isinstance(linked, list) else [linked]
    titles = [one["title"].strip() for one in links if isinstance(one, dict) and isinstance(one.get("title"), str)]
    return ", ".join(filter(None, subjects)) or ", ".join(filter(None, titles))


def looks_coded(label: str) -> bool:
    """Whether CASE's `alternativeLabel` is another code of its item, and no caption."""
    return re.fullmatch(r"\S*\d\S*", label) is not None


def licence_of(value: Any) -> str:
    """The title or address of a licence given as a link, or as text."""
    return _first_text(value, "title", "uri")


def grouping_of(value: Any) -> str:
    """The title or identifier of a grouping of associations, given as a link or as text."""
    return _first_text(value, "title", "identifier")


def _first_text(value: Any, *parts: str) -> str:
    texts = [value.get(part) for part in parts] if isinstance(value, dict) else [value]
    return next((text.strip() for text in texts if isinstance(text, str) and text.strip()), "")


def is_bare(value: Any, name: str) -> bool:
    """Whether a link holds nothing but this name."""
    if not isinstance(value, dict) or len(value) == 1:
        return value in (name, {"title": name}, {"identifier": name})
    return value.get("title") == name and value == link(name)


def read_type(given: str) -> str:
    """An association's type as CASE spells it: `Is Child Of` is `isChildOf`."""
    return given[:1].lower() + given[1:].replace(" ", "")


def case_type(kind: str, version: str) -> str:
    """How CASE writes a type: 1.1 wants `ext:` before one that it does not know, 1.0 says nothing of such."""
    if version == "1.0" or not kind or kind in TYPES or kind.startswith("ext:"):
        return kind
    return "ext:" + re.sub(r"[^\w.-]", "_", kind)


def whole_number(value: Any) -> int | None:
    """A sequence number, given as a number or as text; None where it is not a whole number, or too large."""
    text = "" if value is None or isinstance(value, bool) else str(value).strip()
    return int(text.partition(".")[0]) if _WHOLE.fullmatch(text) else None


def to_text(value: Any) -> str:
    """A JSON value as the text that stands for it in `extra`: strings as they are, the rest as JSON.

    A string that would pass for other JSON (`"3"`, `"true"`) keeps its quotes, so that `from_text` gives it back.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        text = value.strip()
        return _dump(text) if _is_json(text) else text
    return _dump(value)


def from_text(text: str) -> Any:
    """The JSON value that a text of `extra` stands for."""
    return json.loads(text) if _is_json(text) else text


def _is_json(text: str) -> bool:
    """Whether `text` is JSON just as `to_text` writes it."""
    try:
        value = json.loads(text, parse_constant=_refuse)
        return value is not None and _dump(value) == text and (not isinstance(value, str) or _is_json(value))
    except (ValueError, RecursionError):
        return False


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no JSON")


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def tree_order(names: Sequence[str], above: Mapping[str, str], place: Mapping[str, float]) -> list[int]:
    """The numbers of `names` as a tree is read: parents before children, siblings by place, else as they came.

    `above` names each one's parent; what hangs on nothing, or in a circle, follows in the order of `names`.
    """
    known = set(names)
    below: dict[str, list[int]] = defaultdict(list)
    for at, name in enumerate(names):
        parent = above.get(name, "")
        below[parent if parent in known else ""].append(at)
    for siblings in below.values():
        siblings.sort(key=lambda at: place.get(names[at], math.inf))
    ordered: dict[int, None] = {}
    for start in (*below[""], *range(len(names))):
        waiting = [start]
        while waiting:
            at = waiting.pop()
            if at not in ordered:
                ordered[at] = None
                waiting.extend(reversed(below[names[at]] if names[at] else ()))
    return list(ordered)
