"""A district's alignments as they are handed on: which document teaches which standard, how surely, and where."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from curalign.domain.coverage import Coverage
from curalign.domain.decisions import Decision
from curalign.domain.findings import Finding
from curalign.domain.links import Link, MadeWith, Strength
from curalign.domain.materials import Kind, Material
from curalign.domain.standards import Standard
from curalign.interchange import UNKNOWN_TIME, address, generated_id

_MOST = 5
"""Passages that are quoted for a document and a standard; the run has all of them."""
_RANK = {strength: rank for rank, strength in enumerate(Strength)}
_TIME = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d)(\d\d)(\d\d)Z")


@dataclass(frozen=True)
class Exchange:
    """What is handed on: coverage, narrowed where only a part is, and what people decided about its gaps."""

    coverage: Coverage
    findings: Sequence[Finding]
    district: str
    run: str

    @property
    def made_with(self) -> MadeWith:
        """The versions and models that it depends on."""
        return self.coverage.alignment.made_with

    @property
    def time(self) -> str:
        """When the check was made, by the run's name: ISO 8601 in UTC. Writing it again another day changes nothing."""
        found = _TIME.match(self.run)
        return f"{found[1]}T{found[2]}:{found[3]}:{found[4]}+00:00" if found else UNKNOWN_TIME

    @cached_property
    def decisions(self) -> Mapping[tuple[str, Kind], Decision]:
        """What people decided about gaps, by the standard's id and the kind of document that does not reach it."""
        return {
            (finding.standard.id, finding.gap): finding.decision
            for finding in self.findings
            if finding.standard is not None and finding.gap is not None and finding.decision is not None
        }


@dataclass(frozen=True, slots=True)
class Aligned:
    """One document and one standard that it reaches at least in part; `links` are its best passages, the best first.

    `strength` is that of the strongest of them, which need not be the most probable.
    """

    material: Material
    standard: Standard
    strength: Strength
    links: tuple[Link, ...]

    @property
    def id(self) -> str:
        """A UUID that is the same for the same document and standard, in every run."""
        return generated_id("alignment", self.material.path, self.standard.id)

    @property
    def probability(self) -> float:
        """That of the best passage."""
        return round(self.links[0].probability, 4)


def aligned(exchange: Exchange) -> list[Aligned]:
    """List what each document teaches or supports, of what is shown.

    Args:
        exchange: What is handed on.

    Returns:
        Documents in order of kind and path; for each, its standards in the framework's order.

    """
    coverage = exchange.coverage
    links = coverage.alignment.links
    order = {standard.id: at for at, standard in enumerate(coverage.standards)}
    shown = {material.path for material in coverage.alignment.materials if coverage.shown.holds(material)}
    found: dict[tuple[str, str], list[int]] = {}
    _, partial_from = links.bars
    for at in np.flatnonzero(links.probability >= partial_from).tolist():
        pair = links.passages[links.passage[at]].material.path, links.standards[links.standard[at]].id
        if pair[0] in shown and pair[1] in order:
            found.setdefault(pair, []).append(at)
    every = [_aligned([links[at] for at in rows]) for rows in found.values()]
    kinds = list(Kind)
    return sorted(every, key=lambda one: (kinds.index(one.material.kind), one.material.path, order[one.standard.id]))


def _aligned(links: Sequence[Link]) -> Aligned:
    ranked = sorted(links, key=lambda link: (-link.probability, link.passage.order))
    strength = min((link.strength for link in ranked), key=_RANK.__getitem__)
    best = ranked[0]
    return Aligned(best.passage.material, best.standard, strength, tuple(ranked[:_MOST]))


def describe(one: Aligned, exchange: Exchange) -> dict[str, Any]:
    """What no format but ours has a place for: how sure it is, on what it rests, who looked at it, and what judged.

    Args:
        one: A document and a standard.
        exchange: What it is of.

    Returns:
        Values that JSON can hold. `reviewer` and `decision` are null where nobody decided anything.

    """
    decision = exchange.decisions.get((one.standard.id, one.material.kind))
    return {
        "relation": "teaches" if one.material.kind is Kind.UNIT else "supports",
        "file": one.material.path,
        "standard": one.standard.code,
        "probability": one.probability,
        "strength": str(one.strength),
        "evidence": [_evidence(link) for link in one.links],
        "reviewer": None if decision is None else decision.owner,
        "decision": None if decision is None else _decided(decision),
        "model": {"encoder": exchange.made_with.encoder, "judge": exchange.made_with.judge},
        "run": exchange.run,
    }


def address_of(standard: Standard) -> str:
    """Where its publisher says that a standard stands, else its identifier as a URN."""
    stated = standard.extra.get("uri", "")
    return stated if stated.startswith(("https://", "http://", "urn:")) else address(standard.id)


def _evidence(link: Link) -> dict[str, Any]:
    return {
        "place": str(link.passage.place),
        "role": str(link.passage.role),
        "probability": round(link.probability, 4),
        "quote": link.passage.text,
    }


def _decided(decision: Decision) -> dict[str, str | None]:
    expires = None if decision.expires is None else decision.expires.isoformat()
    return {"verdict": str(decision.verdict), "reason": decision.reason, "expires": expires}


def as_json(value: object) -> str:
    """A value as the text of a JSON file that can always be written as UTF-8, also where it stands in a web page."""
    return f"{_safe(json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False))}\n"


def as_lines(values: Sequence[Mapping[str, Any]]) -> str:
    """The same, an object a line."""
    return "".join(f"{_safe(json.dumps(value, ensure_ascii=False, allow_nan=False))}\n" for value in values)


def _safe(text: str) -> str:
    """JSON without halves of a pair, as in names of files that are not UTF-8, and without what could end a script."""
    return text.replace("<", "\\u003c").encode("utf-8", "replace").decode("utf-8")
