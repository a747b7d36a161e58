"""P201 and P202: whether professional development (PD) supports what is taught. Without PD, neither says anything."""

from __future__ import annotations

from collections.abc import Iterator

from curalign.domain.coverage import Coverage
from curalign.domain.findings import Severity
from curalign.domain.links import Strength
from curalign.domain.materials import Kind
from curalign.domain.wording import chance, excerpt, threshold
from curalign.finding.evidence import best_in_documents, nearest_link, taught
from curalign.finding.rule import Rule, Sighting
from curalign.finding.words import how_near, quote, statement_of


def find_unsupported(coverage: Coverage) -> Iterator[Sighting]:
    """Standards that units teach and PD does not reach, each with the PD passage that comes nearest."""
    for reach in taught(coverage):
        pd = coverage.reach(reach.standard, Kind.PD)
        if pd is not None and pd.strength is Strength.NONE:
            nearest = nearest_link(pd)
            near = how_near(nearest, coverage.alignment.thresholds)
            message = (
                f"{statement_of(reach.standard)} is taught, but no professional development supports it: {near}; "
                "plan a session on it."
            )
            yield Sighting.near(nearest, message, reach.standard)


def find_idle_pd(coverage: Coverage) -> Iterator[Sighting]:
    """PD documents none of whose passages is full for anything that is taught, parents and practices among it.

    Of all the pairs of a document some are partial by chance. Silent where nothing is taught at all: then the fault is
    not the PD's.
    """
    alignment, full = coverage.alignment, coverage.alignment.thresholds.full
    standards = {reach.standard.id: reach.standard for reach in taught(coverage, coverage.standards)}
    unjudged = alignment.unjudged
    documents = [m for m in alignment.materials if standards and m.kind is Kind.PD and m.path not in unjudged]
    best = best_in_documents(alignment.links, [(m.path, id_) for m in documents for id_ in standards])
    for material in documents:
        probability, code = max((best[material.path, s.id], s.code) for s in standards.values())
        if probability < full:
            message = (
                f"{quote(material.title or material.path, 60)} supports nothing that is taught: it comes nearest to "
                f"{excerpt(code, 40)} (probability {chance(probability)}, {threshold(full)} would count); "
                "ask what it is meant to support."
            )
            yield Sighting(message, file=material.path)


RULES = (
    Rule(
        "P201",
        Severity.WARNING,
        "Taught, and no PD supports it",
        "Teachers are asked to teach these and no training helps them to.",
        find_unsupported,
        gap=Kind.PD,
    ),
    Rule(
        "P202",
        Severity.NOTE,
        "PD that supports nothing taught",
        "This training meets no standard that the units teach.",
        find_idle_pd,
    ),
)
