"""Labels and planted gaps, worked out from the annotations and checked against the plan.

`plan.toml` says which gaps the author meant to plant. The same gaps follow from
the annotations in the sources and the codes cited in the texts. A build fails
where the two disagree, so neither can drift.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from pathlib import Path

from building.documents import Document
from building.frameworks import Framework

CITATION = re.compile(
    r"\b(?:MV[.-])?(?:[MS][.-])?([345])[.-]([A-Z]{2})[.-](\d+)([a-z]?)\b"
    r"(?:\N{EN DASH}(\d+|[a-z])\b)?"
)

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Truth:
    """What a perfect reader of the district would find; everything sorted."""

    taught: list[str]
    untaught: list[str]
    thin: list[str]
    off_grade_only: list[str]
    claimed_without_support: list[Pair]
    taught_unclaimed: list[str]
    taught_without_pd: list[str]
    pd_supporting_nothing: list[str]
    mentions: list[tuple[str, str, str]]


class PlanError(Exception):
    """The sources do not say what the plan says."""


class Standards:
    """The district's countable standards, and how its texts cite them."""

    def __init__(self, frameworks: Iterable[Framework]) -> None:
        self.grades: dict[str, frozenset[str]] = {}
        self.parts: dict[str, list[str]] = {}
        self.stems: dict[str, str] = {}
        for framework in frameworks:
            for leaf in framework.leaves():
                self.grades[leaf.code] = frozenset(leaf.grades)
                stem, _, _ = leaf.code.rpartition(".")
                self.stems[stem.split(".", 2)[-1]] = stem
                for whole in {leaf.code, leaf.parent}:
                    self.parts.setdefault(whole, []).append(leaf.code)

    def cited(self, text: str) -> set[str]:
        """Leaves that a text cites: in full, abbreviated, as a range or through their parent."""
        codes = {code for found in CITATION.finditer(text) for code in self._expanded(found)}
        if unknown := codes - self.parts.keys():
            raise PlanError(f"cited, but in no framework: {sorted(unknown)}")
        return {leaf for code in codes for leaf in self.parts[code]}

    def _expanded(self, found: re.Match[str]) -> Iterator[str]:
        """The codes between the two ends of a citation."""
        grade, strand, number, letter, last = found.groups()
        stem = self.stems.get(f"{grade}.{strand}", f"{grade}.{strand}")
        if last is None:
            yield f"{stem}.{number}{letter}"
        elif last.isdigit():
            yield from (f"{stem}.{n}" for n in range(int(number), int(last) + 1))
        else:
            yield from (f"{stem}.{number}{chr(c)}" for c in range(ord(letter), ord(last) + 1))


@dataclass(frozen=True, slots=True)
class Ledger:
    """Codes by document: what its sections teach (or support), mention, and what it cites."""

    document: Document
    teaches: frozenset[str]
    mentions: frozenset[str]
    cites: frozenset[str]

    def on_grade(self, codes: Iterable[str], standards: Standards) -> set[str]:
        """The codes that belong to the document's own grades."""
        return {code for code in codes if standards.grades[code] & self.document.grades}


def open_ledger(document: Document, standards: Standards) -> Ledger:
    """Gather a document's annotations and citations."""

    def annotated(*verbs: str) -> frozenset[str]:
        return frozenset(c for a in document.annotations if a.verb in verbs for c in a.codes)

    unreadable = document.format == "scan"
    ledger = Ledger(
        document=document,
        teaches=annotated("teaches", "supports"),
        mentions=annotated("mentions"),
        cites=frozenset() if unreadable else frozenset(standards.cited(document.text())),
    )
    if unknown := (ledger.teaches | ledger.mentions) - standards.grades.keys():
        raise PlanError(f"{document.source.name}: not countable standards: {sorted(unknown)}")
    return ledger


def work_out(documents: Iterable[Document], standards: Standards) -> Truth:
    """The truth about a district, from its annotations and citations."""
    ledgers = [open_ledger(document, standards) for document in documents]
    units = [ledger for ledger in ledgers if ledger.document.kind == "unit"]
    pds = [ledger for ledger in ledgers if ledger.document.kind == "pd"]

    everything = set(standards.grades)
    taught = {c for unit in units for c in unit.on_grade(unit.teaches, standards)}
    touched = {c for unit in units for c in unit.on_grade(unit.mentions, standards)} - taught
    elsewhere = {c for unit in units for c in unit.teaches} - taught - touched
    claimed = {c for unit in units for c in unit.cites}
    supported = {c for pd in pds for c in pd.teaches | pd.mentions}
    return Truth(
        taught=sorted(taught),
        untaught=sorted(everything - taught - touched - elsewhere),
        thin=sorted(touched),
        off_grade_only=sorted(elsewhere),
        claimed_without_support=sorted(
            (unit.document.output, code) for unit in units for code in unit.cites - unit.teaches - unit.mentions
        ),
        taught_unclaimed=sorted(taught - claimed),
        taught_without_pd=sorted(taught - supported),
        pd_supporting_nothing=sorted(pd.document.output for pd in pds if not (pd.teaches | pd.mentions) & taught),
        mentions=sorted(
            (ledger.document.output, a.heading, code)
            for ledger in ledgers
            for a in ledger.document.annotations
            if a.verb == "mentions"
            for code in a.codes
        ),
    )


def check_plan(truth: Truth, plan: dict[str, list[str] | list[list[str]]]) -> None:
    """Fail where a planted gap did not come out, or one came out that was not planted."""
    for field in fields(truth):
        if field.name not in plan:
            continue
        found = {_hashable(entry) for entry in getattr(truth, field.name)}
        meant = {_hashable(entry) for entry in plan[field.name]}
        if found != meant:
            raise PlanError(
                f"{field.name}: planned but not found {sorted(meant - found)}, "
                f"found but not planned {sorted(found - meant)}"
            )


def _hashable(entry: str | list[str] | Pair) -> str | tuple[str, ...]:
    """TOML's lists as tuples."""
    return entry if isinstance(entry, str) else tuple(entry)


def write_truth(truth: Truth, path: Path) -> None:
    """Write the truth as JSON."""
    table = {field.name: getattr(truth, field.name) for field in fields(truth)}
    path.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8", newline="\n")


def write_labels(documents: Iterable[Document], path: Path) -> None:
    """Write which sections teach or support which standards."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(("kind", "file", "lesson", "codes"))
        for document in sorted(documents, key=lambda d: (d.kind != "unit", d.output)):
            for a in document.annotations:
                if a.verb != "mentions":
                    table.writerow((document.kind, document.output, a.heading, "|".join(a.codes)))
