"""Standards frameworks: from TOML to CASE 1.0 packages and CSV tables."""

from __future__ import annotations

import csv
import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

SITE = "https://standards.maplevalley.example/ims/case/v1p0"
CHANGED = "2023-06-15T00:00:00+00:00"
CREATOR = "Maple Valley School District"
COLUMNS = ("code", "statement", "grades", "subject", "parent", "level")


@dataclass(frozen=True, slots=True)
class Standard:
    """One statement; `level` is Practice, Strand, Standard or Component."""

    code: str
    statement: str
    grades: tuple[str, ...]
    parent: str
    level: str


@dataclass(frozen=True, slots=True)
class Framework:
    """One subject's standards, parents before their children."""

    code: str
    title: str
    subject: str
    standards: tuple[Standard, ...]
    progressions: tuple[tuple[str, str], ...]

    @property
    def identifier(self) -> UUID:
        """The document's identifier, the namespace of everything in it."""
        return uuid5(NAMESPACE_URL, f"{SITE}/{self.code}")

    def leaves(self) -> list[Standard]:
        """What coverage counts: statements that no child spells out, practices apart."""
        parents = {standard.parent for standard in self.standards}
        return [s for s in self.standards if s.code not in parents and s.level != "Practice"]


def read_framework(path: Path) -> Framework:
    """Read one subject's TOML."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return Framework(
        code=table["code"],
        title=table["title"],
        subject=table["subject"],
        standards=(*_practices(table), *_strands(table)),
        progressions=tuple(
            (f"{table['code']}.{earlier}", f"{table['code']}.{later}") for earlier, later in table.get("precedes", [])
        ),
    )


def _practices(table: dict[str, Any]) -> Iterator[Standard]:
    """Practices belong to every grade and hang from the document."""
    grades = tuple(table["grades"])
    for name, statement in table.get("practices", {}).items():
        yield Standard(f"{table['code']}.{name}", statement, grades, "", "Practice")


def _strands(table: dict[str, Any]) -> Iterator[Standard]:
    """Strands with their standards, grade by grade."""
    for grade, strands in table["grades"].items():
        for name, strand in strands.items():
            code = f"{table['code']}.{grade}.{name}"
            title = table["strands"][name]
            yield Standard(code, title, (grade,), "", "Strand")
            for number in sorted(strand, key=int):
                yield from _standard(f"{code}.{number}", strand[number], grade, code)


def _standard(code: str, body: str | dict[str, str], grade: str, parent: str) -> Iterator[Standard]:
    """A standard, and its lettered components where it has any."""
    if isinstance(body, str):
        yield Standard(code, body, (grade,), parent, "Standard")
        return
    yield Standard(code, body["statement"], (grade,), parent, "Standard")
    for letter, statement in body.items():
        if letter != "statement":
            yield Standard(f"{code}{letter}", statement, (grade,), code, "Component")


def write_csv(framework: Framework, path: Path) -> None:
    """Write a framework as a table."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(COLUMNS)
        for s in framework.standards:
            row = (s.code, s.statement, "|".join(s.grades), framework.subject, s.parent, s.level)
            table.writerow(row)


def write_case(framework: Framework, path: Path) -> None:
    """Write a framework as a CASE 1.0 package."""
    text = json.dumps(_package(framework), indent=1, ensure_ascii=False)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")


def _package(framework: Framework) -> dict[str, Any]:
    """The whole package."""
    return {
        "CFDocument": _document(framework),
        "CFItems": [_item(framework, standard) for standard in framework.standards],
        "CFAssociations": [*_children(framework), *_progressions(framework)],
    }


def _document(framework: Framework) -> dict[str, Any]:
    """The package's title page."""
    identifier = str(framework.identifier)
    return {
        "identifier": identifier,
        "uri": f"{SITE}/CFDocuments/{identifier}",
        "CFPackageURI": _node(framework.title, identifier, "CFPackages"),
        "creator": CREATOR,
        "publisher": CREATOR,
        "title": framework.title,
        "subject": [framework.subject],
        "language": "en",
        "version": "2023",
        "adoptionStatus": "Implemented",
        "statusStartDate": "2023-07-01",
        "lastChangeDateTime": CHANGED,
        "notes": "A fictional framework, dedicated to the public domain under CC0-1.0.",
    }


def _item(framework: Framework, standard: Standard) -> dict[str, Any]:
    """One statement."""
    identifier = _identifier(framework, standard.code)
    return {
        "identifier": identifier,
        "uri": f"{SITE}/CFItems/{identifier}",
        "CFDocumentURI": _document_node(framework),
        "fullStatement": standard.statement,
        "humanCodingScheme": standard.code,
        "CFItemType": standard.level,
        "educationLevel": [grade.zfill(2) for grade in standard.grades],
        "language": "en",
        "lastChangeDateTime": CHANGED,
    }


def _children(framework: Framework) -> Iterator[dict[str, Any]]:
    """`isChildOf` from each statement to its parent, numbered among its siblings."""
    siblings: dict[str, int] = {}
    for s in framework.standards:
        siblings[s.parent] = siblings.get(s.parent, 0) + 1
        parent = _item_node(framework, s.parent) if s.parent else _document_node(framework)
        link = _association(framework, "isChildOf", _item_node(framework, s.code), parent)
        yield {**link, "sequenceNumber": siblings[s.parent]}


def _progressions(framework: Framework) -> Iterator[dict[str, Any]]:
    """`precedes` from a standard to the one that builds on it."""
    for earlier, later in framework.progressions:
        origin, destination = _item_node(framework, earlier), _item_node(framework, later)
        yield _association(framework, "precedes", origin, destination)


def _association(
    framework: Framework, kind: str, origin: dict[str, str], destination: dict[str, str]
) -> dict[str, Any]:
    """One association."""
    name = f"{origin['identifier']} {kind} {destination['identifier']}"
    identifier = _identifier(framework, name)
    return {
        "identifier": identifier,
        "uri": f"{SITE}/CFAssociations/{identifier}",
        "CFDocumentURI": _document_node(framework),
        "associationType": kind,
        "originNodeURI": origin,
        "destinationNodeURI": destination,
        "lastChangeDateTime": CHANGED,
    }


def _document_node(framework: Framework) -> dict[str, str]:
    """A link to the framework itself."""
    return _node(framework.title, str(framework.identifier), "CFDocuments")


def _item_node(framework: Framework, code: str) -> dict[str, str]:
    """A link to a statement."""
    return _node(code, _identifier(framework, code), "CFItems")


def _node(title: str, identifier: str, kind: str) -> dict[str, str]:
    """CASE's link: title, identifier, uri."""
    return {"title": title, "identifier": identifier, "uri": f"{SITE}/{kind}/{identifier}"}


def _identifier(framework: Framework, name: str) -> str:
    """The same identifier on every build."""
    return str(uuid5(framework.identifier, name))
