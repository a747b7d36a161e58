"""Small standards files for the tests, written in the project's own words."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

POND = {"identifier": "d0", "title": "Pond Hill science", "licenseURI": {"title": "CC BY 4.0"}}


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def item(identifier: str, code: str = "", **fields: Any) -> dict[str, Any]:
    """A CASE item; a `code` of nothing leaves the field out, as publishers do."""
    coded = {"humanCodingScheme": code} if code else {}
    return {"identifier": identifier, "fullStatement": f"Statement of {identifier}", **coded, **fields}


def edge(origin: str, kind: str, destination: str, **fields: Any) -> dict[str, Any]:
    nodes = {"originNodeURI": {"identifier": origin}, "destinationNodeURI": {"identifier": destination}}
    return {"identifier": f"{origin}-{kind}-{destination}", "associationType": kind, **nodes, **fields}


def package(items: Iterable[Any], edges: Iterable[Any] = (), document: Mapping[str, Any] = POND) -> dict[str, Any]:
    return {"CFDocument": dict(document), "CFItems": list(items), "CFAssociations": list(edges)}


def write_case(folder: Path, value: Any, name: str = "pond.json") -> Path:
    return write(folder, name, json.dumps(value))
