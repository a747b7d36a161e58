"""What every format's reader gives: the statements of one published framework, before they are tied together."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from curalign.domain.grades import unread_grades
from curalign.domain.problems import Problem


@dataclass(frozen=True, slots=True)
class Entry:
    """One statement as its file gives it.

    `id` is the publisher's own identifier, empty where there is none. `parents` are ids or codes, the most trusted
    first; those that name nothing in the same framework are passed over. `enumeration` is the item's letter or number
    under its parent. `place` says where in the file it stands.
    """

    id: str = ""
    code: str = ""
    statement: str = ""
    grades: tuple[str, ...] = ()
    subject: str = ""
    level: str = ""
    parents: tuple[str, ...] = ()
    enumeration: str = ""
    aliases: tuple[str, ...] = ()
    place: str = ""
    extra: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Edge:
    """An association as its file gives it: both ends are ids or codes. The rest is as in `Association`."""

    origin: str
    type: str
    destination: str
    id: str = ""
    sequence: int | None = None
    grouping: str = ""
    extra: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Publication:
    """One framework of a file. `inherits` is true where the format means grades to hold for what stands below.

    `grades` are those of the whole framework; an empty `id` or `title` is filled from the file's name. `names_only` is
    true for what names a framework without its standards.
    """

    entries: tuple[Entry, ...]
    title: str = ""
    id: str = ""
    licence: str = ""
    edges: tuple[Edge, ...] = ()
    inherits: bool = False
    grades: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    extra: Mapping[str, str] = field(default_factory=dict, hash=False)
    names_only: bool = False


def as_text(value: Any) -> str:
    """A field's value as text: strings as they are, nothing as empty, numbers and nested values as JSON."""
    if value is None:
        return ""
    return value.strip() if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)


def as_texts(value: Any) -> tuple[str, ...]:
    """A field that may hold one value or a list of them."""
    values = value if isinstance(value, list) else [value]
    return tuple(text for text in map(as_text, values) if text)


def as_mapping(value: Any) -> Mapping[str, Any]:
    """`value` where it is a mapping, else an empty one: files put a string, a list or null anywhere."""
    return value if isinstance(value, dict) else {}


def as_mappings(value: Any) -> list[Mapping[str, Any]]:
    """The mappings in a list, in a mapping's values, or the one that stands alone."""
    if isinstance(value, dict):
        return [value]
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def as_stated(name: str, grades: Iterable[str]) -> dict[str, str]:
    """For `extra`: the grades as the file has them, where some of them cannot be read."""
    stated = "|".join(grades)
    return {name: stated} if unread_grades(stated) else {}


def remaining(fields: Mapping[str, Any], known: frozenset[str]) -> dict[str, str]:
    """The fields that our nouns have no place for, kept so that nothing is lost."""
    kept = {name: as_text(value) for name, value in fields.items() if name not in known}
    return {name: text for name, text in kept.items() if text}
