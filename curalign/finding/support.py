"""P201 and P202: whether professional development (PD) supports what is taught. Without PD, neither says anything."""

from __future__ import annotations

from collections.abc import Iterator

from curalign.domain.findings import Severity
from curalign.domain.links import Strength
from curalign.domain.materials import Kind
from curalign.domain.measurement import Measurement
from curalign.finding.evidence import best_in_documents, nearest_link, taught
from curalign.finding.quoting import how_near, kept, statement_of
from curalign.finding.rule import Rule, Sighting
from curalign.wording import Facts


def find_unsupported(measured: Measurement) -> Iterator[Sighting]:
    """Standards that units teach and PD does not reach, each with the PD passage that comes nearest."""
    coverage = measured.coverage
    for reach in taught(coverage):
        pd = coverage.reach(reach.standard, Kind.PD)
        if pd is not None and pd.strength is Strength.NONE:
            nearest = nearest_link(pd)
            near = how_near(nearest, coverage.alignment.thresholds)
            yield Sighting.near(nearest, Facts(near, statement=statement_of(reach.standard)), reach.standard)


def find_idle_pd(measured: Measurement) -> Iterator[Sighting]:
    """PD documents none of whose passages is full for anything that is taught, parents and practices among it.

    What is taught counts here also where the district does not answer for it.

    Of all the pairs of a document some are partial by chance. Silent where nothing is taught at all: then the fault is
    not the PD's.
    """
    coverage = measured.coverage
    alignment, full = coverage.alignment, coverage.alignment.thresholds.full
    standards = {reach.standard.id: reach.standard for reach in taught(coverage, coverage.framework)}
    unjudged = alignment.unjudged
    documents = [m for m in alignment.materials if standards and m.kind is Kind.PD and m.path not in unjudged]
    best = best_in_documents(alignment.links, [(m.path, id_) for m in documents for id_ in standards])
    for material in documents:
        probability, code = max((best[material.path, s.id], s.code) for s in standards.values())
        if probability < full:
            facts = Facts(
                document=kept(material.title or material.path), nearest=kept(code), probability=probability, needed=full
            )
            yield Sighting(facts, file=material.path)


RULES = (
    Rule("P201", Severity.WARNING, find_unsupported, gap=Kind.PD),
    Rule("P202", Severity.NOTE, find_idle_pd),
)
