"""CASE's items and associations as entries and edges."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from curalign.domain.grades import read_grades
from curalign.interchange import (
    EXTENSION,
    GENERATED,
    PLAIN,
    UNKNOWN_CREATOR,
    UNKNOWN_TIME,
    address,
    case_type,
    edge_id,
    grouping_of,
    is_bare,
    looks_coded,
    may_be_generated,
    name_of_node,
    read_type,
    to_text,
    whole_number,
)
from curalign.reading.frameworks.publication import Edge, Entry, as_mapping, as_text, as_texts

_LINK = frozenset(("title", "identifier", "uri"))
_ITEM = frozenset(("identifier", "humanCodingScheme", "fullStatement", "CFItemType"))


@dataclass(frozen=True, slots=True)
class Names:
    """What stands behind the identifiers of one package: those that we had to make lead back to the names."""

    document: str
    by_identifier: Mapping[str, str]
    inside: frozenset[str]

    @classmethod
    def of(cls, document: Mapping[str, Any], items: Sequence[Mapping[str, Any]]) -> Names:
        """The names of a package's document and items."""
        known = {as_text(one.get("identifier")): name_of(one) for one in reversed((document, *items))}
        return cls(name_of(document), known, frozenset(known.values()))

    def at(self, node: Any) -> str:
        """The name of what a node leads to."""
        found = as_text(as_mapping(node).get("identifier"))
        return self.by_identifier.get(found) or name_of_node(node)


def name_of(fields: Mapping[str, Any]) -> str:
    """The id of a document, item or association: the one that we put aside, else CASE's."""
    return as_text(read_extension(fields).get("id")) or as_text(fields.get("identifier"))


def read_extension(fields: Mapping[str, Any]) -> Mapping[str, Any]:
    """What we kept in the `extensions` of a document, item or association."""
    return as_mapping(as_mapping(fields.get("extensions")).get(EXTENSION))


def text_at(value: Any, part: str) -> str:
    """One part of a link `{title, identifier, uri}`; empty where there is none."""
    return as_text(as_mapping(value).get(part))


def read_entry(
    item: Mapping[str, Any], number: int, parents: Mapping[str, tuple[str, ...]], names: Names, subjects: str
) -> Entry:
    """One item of a package."""
    extension, identifier = read_extension(item), name_of(item)
    labels, levels, stated = (as_texts(item.get(name)) for name in ("alternativeLabel", "educationLevel", "subject"))
    aliases = tuple(filter(looks_coded, labels))
    redundant = {
        "alternativeLabel": labels == aliases,
        "educationLevel": all(map(read_grades, levels)),
        "subject": len(stated) < 2,
    }
    known = _ITEM | {name for name, is_known in redundant.items() if is_known}
    extra = remaining_fields(item, known, names)
    code = as_text(item.get("humanCodingScheme"))
    if code:
        extra.pop(GENERATED, None)
    return Entry(
        id=identifier,
        code=code or as_text(extension.get("code")),
        statement=as_text(item.get("fullStatement")) or as_text(item.get("abbreviatedStatement")),
        grades=read_grades("|".join(levels)),
        subject=as_text(extension["subject"]) if "subject" in extension else ", ".join(stated) or subjects,
        level=as_text(extension["level"]) if "level" in extension else _level(item),
        parents=parents.get(identifier, ()),
        enumeration=as_text(item.get("listEnumeration")),
        aliases=_aliases(aliases, as_texts(extension.get("aliases"))),
        place=f"CFItems, number {number}",
        extra=extra,
    )


def read_edge(association: Mapping[str, Any], names: Names) -> Edge:
    """One association of a package."""
    kind = _type(association)
    nodes = {end: association.get(end) for end in ("originNodeURI", "destinationNodeURI")}
    origin, destination = (names.at(node) for node in nodes.values())
    sequence = whole_number(association.get("sequenceNumber"))
    group = association.get("CFAssociationGroupingURI")
    grouping = grouping_of(group)
    redundant = {
        "identifier": True,
        "associationType": True,
        "sequenceNumber": sequence is not None,
        "CFAssociationGroupingURI": is_bare(group, grouping),
        **{end: _says_no_more(node, names) for end, node in nodes.items()},
    }
    known = frozenset(name for name, is_known in redundant.items() if is_known)
    given = as_text(association.get("identifier"))
    generated = may_be_generated(given) and given == edge_id(origin, kind, destination)
    identifier = "" if generated else name_of(association)
    return Edge(origin, kind, destination, identifier, sequence, grouping, remaining_fields(association, known, names))


def remaining_fields(fields: Mapping[str, Any], known: frozenset[str], names: Names) -> dict[str, str]:
    """The fields that `Standard` and `Association` have no place for, as text that can be turned back into JSON."""
    extension = read_extension(fields)
    extra = {
        name: text
        for name, value in fields.items()
        if name not in known and not _is_filler(name, value, fields, names)
        if (text := as_text(value) if name in PLAIN else to_text(_without_extension(name, value)))
    }
    return extra | dict(_kept(extension))


def _kept(extension: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in as_mapping(extension.get("fields")).items():
        yield name, to_text(value)


def _is_filler(name: str, value: Any, fields: Mapping[str, Any], names: Names) -> bool:
    """Whether we would write just this if it were missing."""
    if name == "uri":
        name = name_of(fields)
        if value == f"urn:uuid:{as_text(fields.get('identifier'))}":
            return True
        return (value == name or as_text(value).startswith("urn:uuid:")) and value == address(name)
    if name == "CFDocumentURI":
        return bool(names.document) and names.at(value) == names.document
    return (name, value) in (("lastChangeDateTime", UNKNOWN_TIME), ("creator", UNKNOWN_CREATOR))


def _without_extension(name: str, value: Any) -> Any:
    if name != "extensions" or not isinstance(value, dict) or not isinstance(value.get(EXTENSION), dict):
        return value
    return {key: inner for key, inner in value.items() if key != EXTENSION} or None


def _type(association: Mapping[str, Any]) -> str:
    """The type that we put aside, as long as the one that stands in its place is the one we wrote."""
    given, extension = as_text(association.get("associationType")), as_text(read_extension(association).get("type"))
    return (
        extension
        if extension and given in (case_type(extension, "1.0"), case_type(extension, "1.1"))
        else read_type(given)
    )


def _says_no_more(node: Any, names: Names) -> bool:
    """Whether the name alone gives the node back: it is a link into this package, or has nothing but a name."""
    name = names.at(node)
    is_link = not isinstance(node, dict) or node.keys() <= _LINK
    return (is_link and name in names.inside) or is_bare(node, name)


def _aliases(labels: tuple[str, ...], extension: tuple[str, ...]) -> tuple[str, ...]:
    """What we kept, which holds the label as well; a label that somebody changed comes before it."""
    return extension if set(labels) <= set(extension) else (*labels, *extension)


def _level(item: Mapping[str, Any]) -> str:
    return as_text(item.get("CFItemType")) or text_at(item.get("CFItemTypeURI"), "title")
