"""JSON and XML as one kind of tree, so that a format is read in the same words from both."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

Tree = dict[str, "list[Tree | str]"]
"""Names in lower case, each with its values: trees and texts."""


def from_json(value: Any) -> Tree | str:
    """A JSON value; a list stands under the name of what holds it."""
    if isinstance(value, dict):
        return {str(name).lower(): _listed(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return {"": _listed(value)}
    return "" if value is None else str(value).strip()


def _listed(value: Any) -> list[Tree | str]:
    return [from_json(each) for each in value] if isinstance(value, list) else [from_json(value)]


def from_xml(element: Element) -> Tree | str:
    """An element: its text where it has no elements, else these by their tags."""
    if not len(element):
        return (element.text or "").strip()
    tree: Tree = {}
    for child in element:
        tree.setdefault(child.tag.lower(), []).append(from_xml(child))
    return tree


def trees(tree: Tree | str, *names: str) -> Iterator[Tree]:
    """Every tree below that stands under one of these names, in order."""
    if isinstance(tree, str):
        return
    for name, values in tree.items():
        for value in values:
            if isinstance(value, dict):
                if name in names:
                    yield value
                yield from trees(value, *names)


def texts(tree: Tree | str, *names: str) -> list[str]:
    """Every text below under one of these names, the nearest to the top first."""
    found: list[str] = []
    level = [tree] if isinstance(tree, dict) else []
    while level:
        found += [
            value
            for each in level
            for name in names
            for value in each.get(name, ())
            if isinstance(value, str) and value
        ]
        level = [value for each in level for values in each.values() for value in values if isinstance(value, dict)]
    return found


def text(tree: Tree | str, *names: str) -> str:
    """The text under one of these names that is nearest to the top; empty where there is none."""
    return next(iter(texts(tree, *names)), "")


def number(tree: Tree | str, *names: str) -> float | None:
    """The number under one of these names; None where there is none."""
    return as_number(text(tree, *names))


def as_number(words: str) -> float | None:
    """Text as a finite number; None where it is not one."""
    try:
        value = float(words)
    except ValueError:
        return None
    return value if math.isfinite(value) else None
