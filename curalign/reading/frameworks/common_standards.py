"""Common Standards Project: sets of standards as JSON, `standards` as a map by id or as a list."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from curalign.domain.grades import read_grades
from curalign.reading.files.content import Content
from curalign.reading.frameworks.publication import (
    Entry,
    Publication,
    as_mapping,
    as_mappings,
    as_text,
    as_texts,
    remaining,
)

_KNOWN = frozenset(
    (
        *("id", "statementNotation", "altStatementNotation", "description", "statementLabel", "listId"),
        *("ancestorIds", "parentId", "depth", "position"),
    )
)
_SET = frozenset(("id", "title", "subject", "standards"))
_OURS = ("statementNotation", "asnIdentifier", "ancestorIds", "depth", "listId")


def is_common_standards(content: Content) -> bool:
    """JSON with sets whose standards carry this project's fields."""
    return any(any(name in one for name in _OURS) for a_set in _sets(content.json) for one in _standards(a_set))


def read_common_standards(content: Content) -> list[Publication]:
    """Every set of the file. A set is one grade or course, so its grades hold for all its standards."""
    return [_read_set(a_set) for a_set in _sets(content.json)]


def _sets(value: Any) -> list[Mapping[str, Any]]:
    """Sets as the API answers them (`{"data": ...}`), bare, or several in a list."""
    outer = [inner for one in as_mappings(value) for inner in as_mappings(one.get("data")) or [one]]
    return [one for one in outer if "standards" in one]


def _standards(a_set: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    held = a_set.get("standards")
    if isinstance(held, dict):
        return [{"id": name, **one} for name, one in held.items() if isinstance(one, dict)]
    return as_mappings(held)


def _read_set(a_set: Mapping[str, Any]) -> Publication:
    standards = sorted(_standards(a_set), key=lambda one: _number(one.get("position")))
    depths = {as_text(one.get("id")): _number(one.get("depth")) for one in standards}
    subject = as_text(a_set.get("subject"))
    licence = as_mapping(a_set.get("license"))
    line: list[Mapping[str, Any]] = []
    entries = []
    for one in standards:
        while line and _number(line[-1].get("depth")) >= _number(one.get("depth")):
            line.pop()
        entries.append(_entry(one, depths, as_text(line[-1].get("id")) if line else "", subject))
        line.append(one)
    return Publication(
        tuple(entries),
        title=" ".join(filter(None, (subject, as_text(a_set.get("title"))))),
        id=as_text(a_set.get("id")),
        licence=as_text(licence.get("title")) or as_text(licence.get("URL")),
        inherits=True,
        grades=read_grades("|".join(as_texts(a_set.get("educationLevels")))),
        extra=remaining(a_set, _SET),
    )


def _entry(one: Mapping[str, Any], depths: Mapping[str, float], above: str, subject: str) -> Entry:
    """The parent is the deepest ancestor, for ancestors are listed in any order; else by position and depth."""
    ancestors = sorted(as_texts(one.get("ancestorIds")), key=lambda name: depths.get(name, -1.0), reverse=True)
    stated = [as_text(one.get("parentId")), *ancestors]
    return Entry(
        id=as_text(one.get("id")),
        code=as_text(one.get("statementNotation")),
        statement=as_text(one.get("description")),
        subject=subject,
        level=as_text(one.get("statementLabel")),
        parents=tuple(filter(None, stated)) or ((above,) if above else ()),
        enumeration=as_text(one.get("listId")),
        aliases=as_texts(one.get("altStatementNotation")),
        extra=remaining(one, _KNOWN),
    )


def _number(value: Any) -> float:
    return float(value) if isinstance(value, int | float) and abs(value) < 1e15 else 0.0
